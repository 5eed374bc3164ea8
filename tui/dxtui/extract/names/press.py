"""Newspapers and agencies that a text names as its source: "(SGGP) -", "TPO -", "Theo vneconomy.vn"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from dxtui.extract.names.name import Name, Page, new_name
from dxtui.lexicon.names import surnames
from dxtui.lexicon.phrases import alternation
from dxtui.lexicon.tables import table
from dxtui.text.spelling import UPPER, spelling

_MOST: Final = 400
_HEAD: Final = 1000
"""Code points at the start of a text in which its source stands without a word for it."""
_CODE: Final = re.compile(r"[^\S\n]*\(([A-ZĐ][\wĐđ]*(?:[ .&][A-ZĐ]?[\wĐđ]*){0,4})\)(?=\.?\s?[-–])")
_BEGINS: Final = re.compile(rf"[^\S\n]*\(([A-ZĐ]{{3,6}})\)(?= [{UPPER}])")
"""A code in brackets that a sentence begins with, without a dash: "(ĐTCK) Sáng 26/4"."""
_ONLINE: Final = re.compile(r"[^\S\n]*([A-ZĐ]{2,4}O)(?=\s?[-–](?:\s|\Z))")
"""What newspapers call their site, behind no word: "GDO -"."""
_BARE: Final = re.compile(r"[^\S\n]*([A-ZĐ]{2,6}(?:[. ](?:VN|vn|Online))?)(?=\s?[-–](?:\s|\Z))")
_SITE: Final = re.compile(r"(?<![\w.@/-])[A-Za-z0-9-]+(?:\.[a-z0-9-]+)*\Z")
_END: Final = re.compile(r"(?![\w/@-]|\.\w)")
_NAMED: Final = re.compile(r"[^\S\n]*\(?([^\W\d_]++):? ([^\W\d_]++(?: [^\W\d_]++){0,4})\)?\.?\s*\Z")
"""A line that is nothing but the source of a text: what it begins with, and who."""
_OF_SOURCES: Final = frozenset("(TNDtnd")
"""What such a line begins with."""
_DOMAIN: Final = ".vn"
_OFFICE: Final = ".gov"
_LONGEST: Final = 40


@cache
def newspapers() -> dict[str, str]:
    """Return what newspapers are called in short, by its spelling."""
    press = table("organisations")["press"]
    known = {spelling(name): f"Báo {name}" for name in press["names"]}
    return known | {spelling(short): name for name, others in press["short"].items() for short in others}


@cache
def _before() -> frozenset[str]:
    """Return the words that a source stands behind, in the one spelling."""
    return frozenset(map(spelling, table("organisations")["press"]["before"]))


@cache
def _sources() -> re.Pattern[str]:
    """Return the pattern of what stands before a source, at the end of a text; searched."""
    before = alternation(map(spelling, table("organisations")["press"]["before"]))
    return re.compile(rf"(?<!\w){before}[: ]\s?\Z")


def press(page: Page) -> Iterator[Name]:
    """Yield the sources that the lines of a text begin with, and the sites that it names as such."""
    text, short = page.text, newspapers()
    start = 0
    for end in page.ends[:_MOST]:
        while start < end and text[start].isspace():
            start += 1
        sign = text[start : start + 1]
        shape = _CODE if sign == "(" else _BARE if text[start : start + 2].isupper() else None
        found = shape.match(text, start, end) if shape is not None else None
        if shape is not None and start < _HEAD and (found is None or shape is _BARE):
            found = _begins(page, start, end) or found
        if found is not None:
            name = short.get(spelling(found[1]))
            coded = (sign == "(" or found.re is _ONLINE) and (
                found[1].isupper() or "." in found[1] or _is_titled(page, found)
            )
            if (name is not None or coded) and found.start(1) not in page.whole:
                yield new_name(found.start(1), found.end(1), "organisation", name or found[1])
        brief = sign in _OF_SOURCES and end - start < _LONGEST
        source = _NAMED.match(text, start, end) if brief else None
        if source is not None and spelling(source[1]) in _before() and source.start(2) not in page.whole:
            name = short.get(spelling(source[2]))
            if name is not None:
                yield new_name(source.start(2), source.end(2), "organisation", name)
        start = end
    yield from _sites(page)


def _begins(page: Page, start: int, end: int) -> re.Match[str] | None:
    """Return the code of a newspaper that a text begins with at `start` in a form that others have too."""
    found = _BEGINS.match(page.text, start, end) or _ONLINE.match(page.text, start, end)
    return found if found is not None and found[1] not in table("organisations")["press"]["no_sites"] else None


def _is_titled(page: Page, code: re.Match[str]) -> bool:
    """Whether what stands in brackets is two words or more, all with a capital, and no place or person."""
    words = code[1].split()
    named = code.start(1) in page.places or spelling(words[0]) in surnames()
    return len(words) > 1 and not named and all(word[:1].isupper() for word in words)


def _fills_line(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the line of [start, end)."""
    return text[max(0, start - 1) : start] in ("", "\n") and text[end : end + 1] in ("", "\n")


def _sites(page: Page) -> Iterator[Name]:
    """Yield the sites that a word for a source stands before: "Theo vneconomy.vn"."""
    text = page.text
    dot = text.find(_DOMAIN)
    while dot >= 0:
        end = dot + len(_DOMAIN)
        site = _SITE.search(text, max(0, dot - _LONGEST), dot) if not text.endswith(_OFFICE, 0, dot) else None
        if (
            site is not None
            and _END.match(text, end)
            and (
                _sources().search(page.key, max(0, site.start() - _LONGEST), site.start())
                or (spelling(text[site.start() : end]) in newspapers() and _fills_line(text, site.start(), end))
            )
        ):
            written = text[site.start() : end]
            yield new_name(site.start(), end, "organisation", newspapers().get(spelling(written), written))
        dot = text.find(_DOMAIN, end)
