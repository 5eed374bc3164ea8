"""Ministries and departments named in a list behind one word for all: "các Bộ Nội vụ, Y tế", "các sở: Y tế"."""

import re
from collections.abc import Iterator
from functools import cache

from dxtui.extract.names.name import Name, Page
from dxtui.lexicon.names import fields
from dxtui.lexicon.phrases import alternation
from dxtui.lexicon.tables import table
from dxtui.text.spelling import spelling

_JOINT = re.compile(r"(?:,|,? và)[ \n]")
_PROVINCIAL = "tỉnh"


@cache
def _field() -> re.Pattern[str]:
    """Return the pattern of the fields of government, in the one spelling."""
    return re.compile(rf"(?:{alternation(fields())})(?!\w)")


def listed(page: Page) -> Iterator[Name]:
    """Yield what a list goes on with, or begins with behind a colon."""
    for end, head in page.lists:
        limit = page.limit(end)
        known = page.whole.get(end - len(head))
        if known is not None:
            yield from _list(page, known[0], limit, head)
            continue
        besides = _besides().match(page.key, end, limit)
        at = besides.end() if besides is not None else end
        first = _first(page, at + (2 if page.key.startswith(": ", at) else 1), limit, head)
        if first is not None:
            yield first
            yield from _list(page, first.end, limit, head)


def _first(page: Page, at: int, limit: int, head: str) -> Name | None:
    """Return the ministry or department whose field alone stands at `at`."""
    field = _field().match(page.key, at, limit)
    if field is None or not page.text[at].isupper():
        return None
    return Name(at, field.end(), "organisation", f"{head} {fields()[field[0]]}", level=_PROVINCIAL * (head == "Sở"))


@cache
def _besides() -> re.Pattern[str]:
    """Return the pattern of what is named beside them before a colon: "các Bộ, ngành:"."""
    words = alternation(map(spelling, table("organisations")["heads"]["besides"]))
    return re.compile(rf"(?:(?:,|,? và)[ \n]{words})+(?=:)")


def _list(page: Page, at: int, limit: int, head: str) -> Iterator[Name]:
    joint = _JOINT.match(page.key, at, limit)
    while joint is not None:
        name = _first(page, joint.end(), limit, head)
        known = page.whole.get(joint.end()) if name is None else None
        if name is not None:
            yield name
        elif known is None or known[1].type != "organisation":
            return
        joint = _JOINT.match(page.key, name.end if name is not None else known[0] if known else limit, limit)
