"""The cells of a table's rows in running text, and under which column each stands where only spaces part them."""

import re
from collections.abc import Iterator
from typing import Final

from dxtui.text.spelling import is_plain, lowered

Cell = tuple[int, int]
"""The span of a cell, without white space around it."""

_ODD_SPACES: Final = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
_KNOWN_SPACES: Final = "".join(filter(is_plain, _ODD_SPACES))
"""Those that a text may have whose every code point has a byte of its own."""
_GAP: Final = re.compile(f"[ {_ODD_SPACES}]{{2,}}")
_EMPHASIS: Final = "*_"
_INDENT: Final = 8
"""So many spaces before a line's first word leave a cell empty."""


def rows_of(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the lines that are parted into cells, by tabs, bars, or at least two wide gaps: start, end, by signs."""
    start = end = gaps = -1
    for found in _partings(text):
        at = found[0]
        if at >= end:
            start = text.rfind("\n", 0, at) + 1
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            gaps = 0
        if gaps < 0:
            continue
        signed = text[at] in "\t|"
        gaps += 2 if signed else 1 if at > start or found[1] - at >= _INDENT else 0
        if gaps >= 2:
            gaps = -1
            yield start, end, signed


def _partings(text: str) -> list[Cell]:
    """Return the spans of what parts cells anywhere in `text`, in order."""
    plain = text
    for space in _KNOWN_SPACES if is_plain(lowered(text)) else _ODD_SPACES:
        if space in plain:
            plain = plain.replace(space, " ")
    out: list[Cell] = []
    size = len(plain)
    at = plain.find("  ")  # two letters are searched faster than a class
    while at >= 0:
        end = at + 2
        while end < size and plain[end] == " ":
            end += 1
        out.append((at, end))
        at = plain.find("  ", end)
    for sign in "\t|":
        at = text.find(sign)
        while at >= 0:
            out.append((at, at + 1))
            at = text.find(sign, at + 1)
    out.sort()
    return out


def cells_of(text: str, start: int, end: int) -> list[Cell]:
    """Return the spans of the cells of a row, without white space around them."""
    sign = "|" if text.find("|", start, end) >= 0 else "\t" if text.find("\t", start, end) >= 0 else ""
    cells = []
    at = start
    while at <= end:
        if sign:
            stop = text.find(sign, at, end)
            following = stop + 1
        else:
            gap = _GAP.search(text, at, end)
            stop, following = (gap.start(), gap.end()) if gap is not None else (-1, 0)
        if stop < 0:
            stop, following = end, end + 1
        first, last = at, stop
        while first < last and (text[first].isspace() or text[first] in _EMPHASIS):
            first += 1
        while last > first and (text[last - 1].isspace() or text[last - 1] in _EMPHASIS):
            last -= 1
        if (sign and sign != "|") or first < last or (sign and start < at and stop < end):
            cells.append((first, last))
        at = following
    return cells


class Slots:
    """Where the columns of a table stand whose cells only spaces part, as far from the start of a line."""

    __slots__ = ("_many", "_spans")

    def __init__(self) -> None:
        """Start with no row seen."""
        self._many = 0
        self._spans: list[Cell] = []

    def widen(self, start: int, cells: list[Cell]) -> None:
        """Learn from a row that starts at `start`: the rows with most cells tell the columns."""
        if len(cells) < self._many:
            return
        spans = [(first - start, last - start) for first, last in cells]
        if len(cells) == self._many:
            spans = [(min(a, c), max(b, d)) for (a, b), (c, d) in zip(self._spans, spans, strict=True)]
        self._many = len(cells)
        self._spans = spans

    def place(self, start: int, cells: list[Cell]) -> list[Cell]:
        """Return one cell for each column, empty where the row that starts at `start` has none under it."""
        if len(cells) == self._many:
            return cells
        placed: list[Cell | None] = [None] * self._many
        for first, last in cells:
            at = self._under(first - start, last - start)
            known = placed[at]
            placed[at] = (first, last) if known is None else (known[0], last)
        end = start
        out = []
        for cell in placed:
            out.append(cell if cell is not None else (end, end))
            end = out[-1][1]
        return out

    def _under(self, first: int, last: int) -> int:
        """Return the column that a cell stands under: the one it shares most with, or else the nearest."""
        shared = [min(last, stop) - max(first, begin) for begin, stop in self._spans]
        return shared.index(max(shared))
