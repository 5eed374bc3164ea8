"""Paragraphs: a text's lines, with those put together that a page's width has cut."""

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from dxtui.text.openings import Opening
from dxtui.text.spelling import UPPER

_LINE: Final = re.compile(r"\S(?:[^\n\f]*\S)?")
_MARKER: Final = re.compile(
    r"(?:[-–—•*+·●○▪■□►»>#|✓]|\d{1,3}(?:\.\d{1,3}){0,3}[.)]|[a-zđ][.)]|[IVX]{1,6}[.)-])(?:\s|$)|[#|>]"
)
_CAPITAL: Final = re.compile(f"[{UPPER}]")
_RULING: Final = re.compile(r"[-–—_*=~.·\s]{3,}\Z")
_NOTE_MARK: Final = re.compile(r"\[\d{1,3}\]\s?[.,;:)]")
# A number in digits, or a quarter's or a term's in Roman letters.
_COUNT: Final = Opening(re.compile(r"\d|[IVX]{1,5}\b"))
_RANGE: Final = re.compile(r"\d\S{0,12} [-–—]\Z")
# A line that ends with a year, and one that goes on with the years' other end.
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d\Z")
_UNTIL: Final = re.compile(r"[-–—] (?:19|20)\d\d(?![\d/])")
_LEAF: Final = re.compile(r"[ivxl]{1,6}[ \t]*(?:\n[ \t]*\n|\f|\Z)")
_FIRST_WORD: Final = re.compile(r"\S{1,30}")

# What parts a line into cells.
_ROW: Final = re.compile(r"\t|[ \u00a0]{3}")

_DASHES: Final = frozenset("-–—")
_LEAVES: Final = frozenset("ivxl")
_ENDS: Final = frozenset(".!?…:;|")
_PAGE: Final = re.compile(r"(?:[Tt]rang|[Pp]age)\s?(?:số )?\d{1,4}(?:\s?(?:/|of|trên)\s?\d{1,4})?\Z")
_BARE: Final = re.compile(r"[-–—]?\s?\d{1,4}\s?[-–—]?\Z")
_LONGEST_PAGE: Final = 20
_LONGEST_NUMBER: Final = 8
_FEWEST: Final = 2
_LONGEST_PHRASE: Final = 20
_LONGEST_YEAR: Final = 5
_SHORTEST_SHOUT: Final = 12
_SHORTEST_CUT_LINE: Final = 25
_LONGEST_CUT_LINE: Final = 160
_BARS: Final = 2
"""So many bars part a line into cells."""


def begins_with_marker(text: str, start: int) -> bool:
    """Return whether a list's mark, a number of a list, a heading's or a table's sign stands at `start`."""
    return _MARKER.match(text, start) is not None


class Unfinished(NamedTuple):
    """What no sentence, heading or cell ends with, in lower case, each with a blank before it."""

    anything: tuple[str, ...]
    """What anything may follow (" của", " và")."""
    numbers: tuple[str, ...]
    """What a number follows (" ngày", " quyết định số")."""
    stopped: tuple[str, ...]
    """Those of `anything` that end with a full stop (" tp.")."""


def paragraphs(text: str, unfinished: Unfinished | None = None) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs of `text`, without outer white space.

    A line feed ends a paragraph, except where the line was cut by the width of a page: the next line goes on in lower
    case, the line ends with a word that something must follow, or, in a text that has such lines, the line is as full
    as they are or the next one goes on in lower case behind a line of any length.
    """
    lines = _lines(text)
    furniture = page_lines(text)
    going_on = [_goes_on(text, line, after, unfinished) for line, after in pairwise(lines)]
    cut = [
        end - start
        for (start, end), (after, _), goes_on in zip(lines, lines[1:], going_on, strict=False)
        if goes_on and text[after].islower()
    ]
    full = sorted(cut)[len(cut) // 10] if len(cut) > 1 else None
    out: list[tuple[int, int]] = []
    first = 0
    for at, (start, end) in enumerate(lines):
        if at + 1 < len(lines) and not (furniture and (furniture & {(start, end), lines[at + 1]})):
            if going_on[at]:
                continue
            if full is not None and (
                _is_full(text, (start, end), lines[at + 1], full)
                or _is_rest(text, (start, end), lines[at + 1][0], at > first)
            ):
                continue
        out.append((lines[first][0], end))
        first = at + 1
    return out


@lru_cache(maxsize=2)
def _lines(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _LINE.finditer(text))


@lru_cache(maxsize=2)
def page_lines(text: str) -> frozenset[tuple[int, int]]:
    """Return the spans of the lines that stand on every page: page numbers, and the headers and footers beside them.

    A number alone is a page's only beside a line that the text repeats.
    """
    lines = _lines(text)
    told = [
        at for at, (start, end) in enumerate(lines) if end - start <= _LONGEST_PAGE and _PAGE.match(text, start, end)
    ]
    bare = [
        at
        for at, (start, end) in enumerate(lines)
        if end - start <= _LONGEST_NUMBER and _BARE.match(text, start, end) and _stands_apart(text, start, end)
    ]
    if not told and len(bare) < _FEWEST:
        return frozenset()
    beside = {near for at in (*told, *bare) for near in (at - 2, at - 1, at + 1, at + 2) if 0 <= near < len(lines)}
    beside -= {*told, *bare}
    counted = Counter(text[start:end] for start, end in lines if end - start <= _LONGEST_CUT_LINE)
    running = {text[slice(*lines[at])] for at in beside if counted[text[slice(*lines[at])]] >= _FEWEST}
    numbers = told if told or not running else bare
    return frozenset(
        {lines[at] for at in numbers} | {line for line in lines if running and text[slice(*line)] in running}
    )


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether a blank line, a page's end or the text's end stands before or behind [start, end)."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    return before in ("", "\n\n") or "\f" in before or behind in ("", "\n", "\n\n") or "\f" in behind


def _is_one_break(text: str, end: int, after: int) -> bool:
    return text.count("\n", end, after) == 1 and text.find("\f", end, after) < 0


def is_ruling(text: str, start: int, end: int) -> bool:
    """Return whether the line [start, end) is drawn, not written: dashes, stars, dots."""
    return _RULING.match(text, start, end) is not None


def is_shouted(text: str, start: int, end: int) -> bool:
    """Return whether the line [start, end) is written in capitals; a few letters may be an abbreviation."""
    return end - start >= _SHORTEST_SHOUT and text.find(" ", start, end) > 0 and text[start:end].isupper()


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int], unfinished: Unfinished | None) -> bool:
    """Whether a line was cut for certain: the next one starts in lower case, or the line ends with half a phrase."""
    start, end = line
    after = following[0]
    if text[start] == "|" or (text[end - 1] in _ENDS and not _ends_short(text, start, end, unfinished)):
        return False
    first = text[after]
    if first == "[":
        goes_on = _NOTE_MARK.match(text, after) is not None
    elif end - start > _LONGEST_CUT_LINE:
        return False
    elif first.islower():
        goes_on = (
            end - start >= _SHORTEST_CUT_LINE and not begins_with_marker(text, after) and not _is_leaf(text, after)
        )
    elif first in _DASHES:
        goes_on = (
            end - start >= _SHORTEST_CUT_LINE
            and _UNTIL.match(text, after) is not None
            and _YEAR.search(text, end - _LONGEST_YEAR, end) is not None
        )
    elif first.isdecimal() and text[end - 1] in _DASHES:
        goes_on = _RANGE.search(text, max(start, end - _LONGEST_PHRASE), end) is not None
    else:
        goes_on = unfinished is not None and _is_unfinished(text, start, end, after, unfinished)
    return goes_on and _is_one_break(text, end, after) and not is_ruling(text, start, end)


def _ends_short(text: str, start: int, end: int, unfinished: Unfinished | None) -> bool:
    """Whether a line ends with the full stop of a word cut short, which a name follows: "TP."."""
    if unfinished is None or text[end - 1] != ".":
        return False
    return text[max(start, end - _LONGEST_PHRASE) : end].lower().endswith(unfinished.stopped)


def _is_leaf(text: str, start: int) -> bool:
    """Whether the line at `start` is the number of a page in small Roman letters, with nothing right below it."""
    return text[start] in _LEAVES and _LEAF.match(text, start) is not None


def _is_unfinished(text: str, start: int, end: int, after: int, unfinished: Unfinished) -> bool:
    """Whether a line of two words and more ends with what must be followed, and may be by what stands at `after`."""
    if not text[after].isalnum():
        return False
    last = text[max(start, end - _LONGEST_PHRASE) : end].lower()
    found = last.endswith(unfinished.anything) or (
        _COUNT.match(text, after) is not None and last.endswith(unfinished.numbers)
    )
    return found and not begins_with_marker(text, after) and _ROW.search(text, start, end) is None


def _is_rest(text: str, line: tuple[int, int], after: int, goes_on_itself: bool) -> bool:
    """Whether what stands at `after` ends a sentence that a line of any length has begun, in a text with cut lines."""
    start, end = line
    bracketed = text[after] == "(" and goes_on_itself
    return (
        (text[after].islower() or bracketed)
        and end - start <= _LONGEST_CUT_LINE
        and text[end - 1] not in _ENDS
        and text[start] not in "|#"
        and (text[start].isalpha() or goes_on_itself)
        and _is_one_break(text, end, after)
        and not begins_with_marker(text, after)
        and not _is_leaf(text, after)
        and _ROW.search(text, start, end) is None
        and not is_shouted(text, start, end)
    )


def _is_full(text: str, line: tuple[int, int], following: tuple[int, int], full: int) -> bool:
    """Whether a line has no room for the next one's first word, given the length of lines that were cut."""
    (start, end), (after, after_end) = line, following
    if not full * 0.8 <= end - start <= _LONGEST_CUT_LINE or _ROW.search(text, start, end) is not None:
        return False
    if text[end - 1] in _ENDS and not (text[end - 1] == ";" and text[after].islower()):
        return False
    if not _is_one_break(text, end, after) or begins_with_marker(text, after) or text[start] in "|#":
        return False
    if is_ruling(text, start, end) or is_ruling(text, after, after_end) or _ROW.search(text, after, after_end):
        return False
    if is_shouted(text, start, end) != is_shouted(text, after, after_end):
        return False
    if text[after_end - 1] == ":" and text[after:after_end].isupper():
        return False  # "QUYẾT ĐỊNH:"
    if text.count("|", start, end) >= _BARS or text.count("|", after, after_end) >= _BARS:
        return False
    if text[end - 1] == ",":
        return True
    word = _FIRST_WORD.match(text, after)
    room = end - start + 1 + (word.end() - word.start() if word else 0)
    return room >= full or (end - start >= full * 0.9 and not _CAPITAL.match(text, after))
