"""Bodies that head a text in lines all in capitals, one line each or wrapped over several."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from dxtui.extract.names.full import full
from dxtui.extract.names.homes import placed_name
from dxtui.extract.names.name import Name, Page, new_name
from dxtui.lexicon.levels import level_words
from dxtui.lexicon.names import fields
from dxtui.lexicon.organisations import organisation_words
from dxtui.lexicon.phrases import alternation
from dxtui.lexicon.tables import table
from dxtui.text.spelling import spelling

_HEADS: Final = 6
LETTERHEAD: Final = 400
"""Code points at the start of a text in which its letterhead stands."""
_LINE: Final = re.compile(r"\s*(\S{2,}(?: \S+){2,12})(?=\s{3}|\n|\Z)")
_PART: Final = re.compile(r"[^\S\n]*(\S+(?: \S+){0,9})[^\S\n]*(?=\n|\Z)")
_DASH: Final = re.compile(r" ?[-–] ?")
_MOST_LINES: Final = 4
_EDGES: Final = " \t*|_-–"
_GAP: Final = re.compile(r"\t|\||\s{3,}")
"""What parts the two columns of a letterhead."""


def letterheads(page: Page) -> Iterator[Name]:
    """Yield the bodies that lines all in capitals at the start of the text name, as far as a gap or the line's end."""
    yield from _wrapped(page)
    start = 0
    for end in page.ends[:_HEADS]:
        line = _LINE.match(page.text, start, end)
        start = end
        if line is None or line.end(1) > LETTERHEAD:
            continue
        at, stop = line.span(1)
        opener = organisation_words().letterheads.match(page.key, at, stop)
        if opener is None or at in page.whole or organisation_words().tells.search(page.key, at, stop):
            continue
        if page.text[at:stop].isupper() and page.text[stop - 1] != ":":
            written = full(_without_form(page, at, stop))
            yield new_name(at, stop, "organisation", _cased(page, at, stop, written, opener.end() - at))


def _cased(page: Page, at: int, stop: int, written: str, opener: int) -> str:
    """Return the full name `written` of a line in capitals with those of what follows its opener, and of its place."""
    if not written[1:].islower():
        return written
    words, known = written.split(" "), organisation_words()
    kind = next((kind for kind in _kinds() if written.lower().startswith(f"{kind.lower()} ")), "")
    first = kind.count(" ") + 1 if kind else page.key[at : at + opener].strip().count(" ") + 1
    words[: first if kind else 0] = kind.split(" ") if kind else []
    area = " ".join(words[first : first + 2]) in table("organisations")["grammar"]["areas"]
    if first < len(words) and not area and not page.key.startswith(known.firms, at):
        words[first] = words[first].capitalize()
    if page.key.startswith(known.schools, at):
        words[:first] = [word.upper() if word in known.school_codes else word for word in words[:first]]
        return " ".join([*words[:first], *(word.title() for word in words[first:])])
    place = next((place for start, place in page.places.items() if at < start and place.end == stop), None)
    if place is not None:
        size = page.text.count(" ", place.start, stop) + 1
        level = next((word for word in level_words() if page.key.startswith(f"{word} ", place.start)), "")
        plain = level.count(" ") + 1 if level else 0
        tail = words[-size:]
        words[-size:] = [*tail[:plain], *(word.title() for word in tail[plain:])]
    return " ".join(words)


def _without_form(page: Page, at: int, stop: int) -> str:
    """Return the name of a body without the form of a firm behind it: "TỔNG CÔNG TY CẤP NƯỚC SÀI GÒN - TNHH MTV"."""
    dash = _DASH.search(page.text, at, stop)
    form = organisation_words().form_behind.match(page.key, dash.start(), stop) if dash is not None else None
    return page.text[at : dash.start()] if dash is not None and form is not None else page.text[at:stop]


def _wrapped(page: Page) -> Iterator[Name]:
    """Yield the bodies whose names go on over the end of a line: "BỘ NÔNG NGHIỆP" and below it "VÀ MÔI TRƯỜNG"."""
    lines = _shouted(page.text)
    at = 0
    while at < len(lines) - 1:
        run = 1
        while at + run < len(lines) and run < _MOST_LINES and _adjoin(page, lines[at + run - 1], lines[at + run]):
            run += 1
        for count in range(run, 1, -1):
            start, stop = lines[at][0], lines[at + count - 1][1]
            canonical = _body(page, start, stop, lines[at][1])
            if canonical:
                yield new_name(start, stop, "organisation", canonical)
                at += count - 1
                break
        at += 1


def _shouted(text: str) -> list[tuple[int, int]]:
    """Return the lines of the letterhead that are nothing but words in capitals."""
    out = []
    start, last = 0, min(len(text), LETTERHEAD)
    while start < last:
        line = _PART.match(text, start, last)
        if line is not None and line[1].isupper() and not any(map(str.isdigit, line[1])):
            out.append(line.span(1))
        start = text.find("\n", start, last) + 1 or last
    return out


def offices(page: Page, names: Sequence[Name]) -> Iterator[Name]:
    """Yield what a letterhead's line names by its kind alone, for the body in the line above: "VĂN PHÒNG"."""
    above = {name.end: name.canonical for name in names[:_HEADS] if name.type == "organisation"}
    lines = _shouted(page.text) if above else []
    for upper, lower in pairwise(lines):
        kind = _offices().get(page.key[lower[0] : lower[1]])
        if kind is not None and upper[1] in above and _below(page, upper, lower):
            yield new_name(*lower, "organisation", f"{kind} {above[upper[1]]}")


def _adjoin(page: Page, upper: tuple[int, int], lower: tuple[int, int]) -> bool:
    """Whether one line stands right below another, and begins no name of its own."""
    own = lower[0] in page.whole or page.key[lower[0] : lower[1]] in _offices()
    return not own and _below(page, upper, lower)


def _below(page: Page, upper: tuple[int, int], lower: tuple[int, int]) -> bool:
    gap = page.text[upper[1] : lower[0]]
    return gap.count("\n") == 1 and not gap.strip()


def _body(page: Page, start: int, stop: int, first: int) -> str:
    """Return the full name of the body that the lines in [start, stop) name, the first up to `first`; "" if none."""
    written = " ".join(page.key[start:stop].split())
    head, _, rest = written.partition(" ")
    if head in _heads() and rest in fields():
        return f"{head.capitalize()} {fields()[rest]}"
    council = _councils().match(written)
    if council is not None:
        last = page.text.rfind("\n", start, stop) + 1
        place = page.place_at(last, stop)
        level, _, name = written[council.end() :].partition(" ")
        if place is not None and place.end == stop and page.key.startswith(tuple(level_words()), last):
            return f"{council[0].strip().capitalize()} {placed_name(page.text, place)}"
        known = level in level_words() and name
        return f"{council[0].strip().capitalize()} {level} {name.title()}" if known else ""
    opened = _openers().match(written)
    if opened is None or organisation_words().tells.search(f" {written} "):
        return ""
    alone = start + opened.end() >= first
    joined = page.key.startswith(_AND, page.text.find("\n", first, stop) + 1)
    return full(page.text[start:stop]) if alone or joined else ""


_AND: Final = tuple(f"{word} " for word in table("frames")["common"]["joints"])


def column(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind [start, end) in its line, or in its column of it."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    before, behind = text[first:start], text[end : last if last >= 0 else len(text)]
    return _GAP.split(before)[-1].strip(_EDGES), _GAP.split(behind)[0].strip(_EDGES)


@cache
def _offices() -> dict[str, str]:
    return {spelling(kind): kind for kind in table("organisations")["heads"]["offices"]}


@cache
def _kinds() -> tuple[str, ...]:
    """Return what opens the names of bodies as it is written, the longest first: "Trường Đại học"."""
    field = table("organisations")["openers"]["field"]
    return tuple(sorted((opener for opener in field if " " in opener), key=len, reverse=True))


@cache
def _heads() -> frozenset[str]:
    return frozenset(map(spelling, table("organisations")["heads"]["of_fields"]))


@cache
def _councils() -> re.Pattern[str]:
    """Return the pattern of the bodies that places have, in full."""
    return re.compile(rf"{alternation(map(spelling, table('organisations')['heads']['of_places']))} ")


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(rf"{alternation(map(spelling, table('organisations')['grammar']['letterheads']))}(?!\w)")
