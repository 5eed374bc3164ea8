"""Firms and products that no table knows and a text says what they are of once: "Lingora, công ty khởi nghiệp …"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from dxtui.extract.names.name import Name, Page, new_name, stands_alone
from dxtui.lexicon.joining import joining
from dxtui.lexicon.phrases import alternation
from dxtui.lexicon.tables import table
from dxtui.model import EntityType
from dxtui.text.spelling import is_foreign, spelling

_MOST: Final = 60
_KINDS: Final[tuple[EntityType, ...]] = ("organisation", "system")
_SOURCE: Final = tuple(f"{spelling(word)} " for word in table("organisations")["press"]["before"])
# Over the shapes of a text, in which "là" and the longer dash are "a " and a space.
_CAPITAL: Final = re.compile(rb" Aaaa[aA]*(?: A[aA]+){0,2}(?=,| a  | [- ] )")
_MORE: Final = re.compile(r" [A-Z][A-Za-z]+(?!\w)")


@cache
def _said() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return what behind a name says what it is, and how that starts."""
    rows = table("brands")
    joints, articles = (alternation(map(spelling, rows["introduced"][key])) for key in ("joints", "articles"))
    kinds = "|".join(f"(?P<{kind}>{alternation(map(spelling, rows['makers'][kind]))})" for kind in _KINDS)
    starts = (",", *(f" {word} " for word in rows["introduced"]["joints"]))
    return re.compile(rf"(?:,| {joints}) (?:{articles} )?(?:{kinds})(?!\w)"), starts


@cache
def _common() -> frozenset[str]:
    """Return the words in Latin letters that name nothing."""
    return frozenset(map(spelling, table("brands")["shapes"]["common"]))


def find(page: Page, shapes: bytes, made: Sequence[Name]) -> Iterator[Name]:
    """Yield the names that `page` introduces, and those of `made`, wherever else it has them.

    `shapes` are those of its text (`shapes.latin`); `made` are names in Latin letters that were found by the word
    for what they are right before them.
    """
    kinds: dict[str, EntityType] = {}
    for name in made:
        written = page.text[name.start : name.end]
        if name.canonical == written and written.isascii() and is_foreign(written):
            kinds.setdefault(written, name.type)
    for written, kind in _told(page, shapes):
        kinds.setdefault(written, kind)
    for written, kind in list(kinds.items())[:_MOST]:
        at = page.text.find(written)
        while at >= 0:
            end = at + len(written)
            if stands_alone(page.text, at, end) and not page.begins_name(at) and _MORE.match(page.text, end) is None:
                yield new_name(at, end, kind, written)
            at = page.text.find(written, end)


def _told(page: Page, shapes: bytes) -> Iterator[tuple[str, EntityType]]:
    """Yield what is called so, and of what kind it is."""
    text = page.text
    said, starts = _said()
    for capital in _CAPITAL.finditer(b" " + shapes):
        start, end = capital.start(), capital.end() - 1
        start = max(start, text.rfind("\n", start, end) + 1)  # the line above is no part of it
        if not text.startswith(starts, end) or not _is_own(page, start, end) or _is_source(page, start):
            continue
        told = said.match(page.key, end)
        if told is not None and not text[told.end() + 1 : told.end() + 2].isupper():  # "Grab, hãng Be": a list
            yield text[start:end], "organisation" if told.lastgroup == "organisation" else "system"


def _is_source(page: Page, start: int) -> bool:
    """Whether what stands at `start` is where a text has it from, with the word for that before it or its first one."""
    if page.key.endswith(_SOURCE, 0, start) or page.key.startswith(_SOURCE, start):
        return True
    return page.key[start : page.key.find(" ", start)] in joining().stops


def _is_own(page: Page, start: int, end: int) -> bool:
    """Whether what stands there is no word of ours and no name that is known."""
    written = page.text[start:end]
    if page.begins_name(start) or not is_foreign(written) or spelling(written) in _common():
        return False
    return not any(page.begins_name(at + 1) for at in range(start, end) if page.text[at] == " ")
