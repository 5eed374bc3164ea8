"""Paragraphs: a text's lines, with those put together that a page's width has cut."""

import re
from itertools import pairwise

from dxtui.text.spelling import UPPER

_LINE = re.compile(r"\S(?:[^\n\f]*\S)?")
_MARKER = re.compile(r"(?:[-–—•*+·●○▪■□►»>#|✓]|\d{1,3}(?:\.\d{1,3}){0,3}[.)]|[a-zđ][.)]|[IVX]{1,6}[.)])(?:\s|$)|[#|>]")
_CAPITAL = re.compile(f"[{UPPER}]")
_FIRST_WORD = re.compile(r"\S{1,30}")

_ENDS = frozenset(".!?…:;|")
_SHORTEST_CUT_LINE = 25
_LONGEST_CUT_LINE = 160


def begins_with_marker(text: str, start: int) -> bool:
    """Return whether a list's mark, a number of a list, a heading's or a table's sign stands at `start`."""
    return _MARKER.match(text, start) is not None


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs of `text`, without outer white space.

    A line feed ends a paragraph, except where the line was cut by the width of a page: the next line goes on in lower
    case, or, in a text that has such lines, the line is as full as they are.
    """
    lines = [found.span() for found in _LINE.finditer(text)]
    cut = [end - start for (start, end), (after, _) in pairwise(lines) if _goes_on(text, start, end, after)]
    full = sorted(cut)[len(cut) // 10] if len(cut) > 1 else None
    out: list[tuple[int, int]] = []
    first = 0
    for at, (start, end) in enumerate(lines):
        if at + 1 < len(lines):
            after = lines[at + 1][0]
            if _goes_on(text, start, end, after) or (full is not None and _is_full(text, start, end, after, full)):
                continue
        out.append((lines[first][0], end))
        first = at + 1
    return out


def _is_one_break(text: str, end: int, after: int) -> bool:
    return text.count("\n", end, after) == 1 and text.find("\f", end, after) < 0


def _goes_on(text: str, start: int, end: int, after: int) -> bool:
    """Whether the line [start, end) was cut for certain: the next one, at `after`, starts in lower case."""
    return (
        text[after].islower()
        and _SHORTEST_CUT_LINE <= end - start <= _LONGEST_CUT_LINE
        and text[end - 1] not in _ENDS
        and _is_one_break(text, end, after)
        and not begins_with_marker(text, after)
        and text[start] != "|"
    )


def _is_full(text: str, start: int, end: int, after: int, full: int) -> bool:
    """Whether the line has no room for the next one's first word, given the length of lines that were cut."""
    if not full * 0.9 <= end - start <= _LONGEST_CUT_LINE or text[end - 1] in _ENDS or "\t" in text[start:end]:
        return False
    if not _is_one_break(text, end, after) or begins_with_marker(text, after) or text[start] in "|#":
        return False
    word = _FIRST_WORD.match(text, after)
    room = end - start + 1 + (word.end() - word.start() if word else 0)
    return room >= full or not _CAPITAL.match(text, after)
