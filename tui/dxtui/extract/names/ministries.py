"""Ministries and departments named in a list behind one word for all: "các Bộ Nội vụ, Y tế", "các sở: Y tế"."""

import re
from collections.abc import Iterator
from functools import cache

from dxtui.extract.names.name import Name, Page
from dxtui.lexicon.names import fields
from dxtui.lexicon.phrases import alternation

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
        first = _first(page, end + (2 if page.key.startswith(": ", end) else 1), limit, head)
        if first is not None:
            yield first
            yield from _list(page, first.end, limit, head)


def _first(page: Page, at: int, limit: int, head: str) -> Name | None:
    """Return the ministry or department whose field alone stands at `at`."""
    field = _field().match(page.key, at, limit)
    if field is None or not page.text[at].isupper():
        return None
    return Name(at, field.end(), "organisation", f"{head} {fields()[field[0]]}", level=_PROVINCIAL * (head == "Sở"))


def _list(page: Page, at: int, limit: int, head: str) -> Iterator[Name]:
    joint = _JOINT.match(page.key, at, limit)
    while joint is not None:
        name = _first(page, joint.end(), limit, head)
        if name is None:
            return
        yield name
        joint = _JOINT.match(page.key, name.end, limit)
