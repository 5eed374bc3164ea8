"""Ministries and departments named in a list behind one word for all: "các Bộ Nội vụ, Y tế", "các sở: Y tế"."""

import re
from collections.abc import Iterator
from functools import cache

from dxtui.extract.names.name import Name, Page
from dxtui.lexicon.frames import frames
from dxtui.lexicon.names import fields
from dxtui.lexicon.phrases import alternation

_JOINT = re.compile(r"(?:,|,? và)[ \n]")
_HEADS = ("Bộ", "Sở")
_PROVINCIAL = "tỉnh"


@cache
def _field() -> re.Pattern[str]:
    """Return the pattern of the fields of government, in the one spelling."""
    return re.compile(rf"(?:{alternation(fields())})(?!\w)")


def listed(page: Page) -> Iterator[Name]:
    """Yield what a list goes on with, or begins with behind a colon."""
    for start, (end, entry) in page.whole.items():
        head = entry.canonical[:2]
        if head in _HEADS and entry.type == "organisation" and frames().is_class(page.key, start):
            yield from _list(page, end, page.limit(start), head)
    for head in _HEADS:
        for sign in (": ", " "):
            opener = f"các {head.lower()}{sign}"
            at = page.key.find(opener)
            while at >= 0:
                after = at + len(opener)
                first = _first(page, after, page.limit(at), head)
                if first is not None:
                    yield first
                    yield from _list(page, first.end, page.limit(at), head)
                at = page.key.find(opener, after)


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
