"""Ministries and departments named in a list behind one word for all: "các Bộ Nội vụ, Y tế", "các sở: Y tế"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from dxtui.extract.names.homes import placed_name
from dxtui.extract.names.name import Name, Page, new_name
from dxtui.lexicon.joining import joining
from dxtui.lexicon.names import fields
from dxtui.lexicon.phrases import alternation
from dxtui.lexicon.tables import table
from dxtui.text.spelling import spelling

_JOINT: Final = re.compile(r"(?:,|,? và)[ \n]")
_BEHIND: Final = re.compile(r"[;.)]|,(?= )|\Z|\n")
_NEXT: Final = re.compile(r"[ \n]([^\W\d_]+)")
_PROVINCIAL: Final = "tỉnh"


@cache
def _field() -> re.Pattern[str]:
    """Return the pattern of the fields of government, in the one spelling."""
    return re.compile(rf"(?:{alternation(fields())})(?!\w)")


def listed(page: Page) -> Iterator[Name]:
    """Yield what a list goes on with, or begins with behind a colon."""
    yield from _joined(page)
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
    field = _field().match(page.key, at, limit) if page.text[at : at + 1].isupper() else None
    if field is None:
        return None
    return new_name(at, field.end(), "organisation", f"{head} {fields()[field[0]]}", level=_PROVINCIAL * (head == "Sở"))


def _joined(page: Page) -> Iterator[Name]:
    """Yield what goes on behind one ministry or department without its first word: "Bộ Quốc phòng, Công an"."""
    heads = _one_heads()
    for end, entry in list(page.whole.values()):
        head = entry.canonical[: entry.canonical.find(" ") + 1]
        if head not in heads or page.text[end : end + 2] not in (", ", ",\n", " v"):
            continue
        joint = _JOINT.match(page.key, end, page.limit(end))
        while joint is not None:
            name = _first(page, joint.end(), page.limit(end), head.rstrip())
            if name is None or not _ends(page, name.end, head.rstrip()):
                break
            place = page.place_at(name.end + 1, page.limit(end))
            if place is not None:
                whole = f"{name.canonical} {placed_name(page.text, place)}"
                yield new_name(name.start, place.end, "organisation", whole)
                break
            yield name
            joint = _JOINT.match(page.key, name.end, page.limit(end))


def _ends(page: Page, at: int, head: str) -> bool:
    """Whether a field that ends at `at` names a body: a sign, a verb, its place or another field stands behind it."""
    following = _NEXT.match(page.key, at)
    if following is None:
        return _BEHIND.match(page.text, at) is not None
    joint = _JOINT.match(page.key, at)
    if joint is not None and _first(page, joint.end(), page.limit(at), head) is not None:
        return True
    return following[1] in joining().stops or page.place_at(at + 1, page.limit(at)) is not None


@cache
def _one_heads() -> frozenset[str]:
    return frozenset(f"{head} " for head in table("organisations")["heads"]["of_fields"])


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
