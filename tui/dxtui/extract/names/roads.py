"""Roads and bridges: the places that only they are named after, and those that are places themselves."""

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Final

from dxtui.extract.names.name import Name
from dxtui.lexicon.tables import table
from dxtui.text.spelling import LOWER, UPPER, searchable, spelling

_CHAIN: Final = re.compile(
    rf"(?:[Tt][Pp]\.? ?)?[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{0,3}}"
    rf"(?: ?[-–] ?(?:[Tt][Pp]\.? ?)?[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{0,3}}){{1,4}}"
)
_LONGEST_HEAD: Final = 36
"""Code points of what stands before a road and makes it a programme."""


@cache
def _roads() -> tuple[tuple[bytes, ...], tuple[tuple[bytes, tuple[str, ...]], ...]]:
    """Return what stands before two places or more that a road is named after, and before one, with what not.

    As `searchable`, with a space on both sides: bytes are searched several times faster than text.
    """
    rows = table("places")["roads"]
    single = tuple((searchable(f"{word} "), tuple(map(spelling, before))) for word, before in rows["single"].items())
    return tuple(searchable(f"{word} ") for word in rows["between"]), single


def of_roads(text: str, key: str, places: Collection[int]) -> set[int]:
    """Return which places only roads and bridges are named after: "cao tốc Cam Lộ - La Sơn", "cầu Mỹ Tho"."""
    between, single = _roads()
    signs = searchable(text)
    out: set[int] = set()
    for word in between:
        at = signs.find(word)
        while at >= 0:
            chain = _CHAIN.match(text, at + len(word) - 1)
            if chain is not None:
                out.update(inside for inside in range(chain.start(), chain.end()) if inside in places)
            at = signs.find(word, at + len(word) - 1)
    for word, before in single:
        at = signs.find(word)
        while at >= 0:
            if at + len(word) - 1 in places and not key.endswith(before, 0, max(0, at - 1)):
                out.add(at + len(word) - 1)
            at = signs.find(word, at + 1)
    return out


@cache
def _project() -> re.Pattern[str]:
    """Return the pattern of what makes the road behind it a programme, and is its first words: the group."""
    return re.compile(rf"(?<!\w)({'|'.join(table('places')['roads']['projects'])}) (?:[{LOWER}]+ ){{0,4}}\Z")


@cache
def _sides() -> tuple[str, ...]:
    return tuple(f" {spelling(side)}" for side in table("places")["roads"]["sides"])


def highways(text: str, key: str) -> Iterator[Name]:
    """Yield the roads that are named after the places that they join: "cao tốc Cam Lộ - La Sơn"."""
    for word in table("places")["roads"]["paired"]:
        spelled = f"{spelling(word)} "
        at = key.find(spelled)
        while at >= 0:
            chain = _CHAIN.match(text, at + len(spelled))
            if chain is not None and not key[at - 1 : at].isalnum():
                end = next(
                    (chain.end() + len(side) for side in _sides() if key.startswith(side, chain.end())), chain.end()
                )
                written = " ".join(text[at + len(word) : end].split())
                project = _project().search(text, max(0, at - _LONGEST_HEAD), at)
                if project is not None:
                    start = project.start(1)
                    yield Name(start, end, "programme", " ".join(text[start:end].split()))
                else:
                    yield Name(at, end, "place", f"{word.capitalize()} {written}")
            at = key.find(spelled, at + len(spelled))
