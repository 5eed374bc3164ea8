"""Tables copied so that each cell stands on a line of its own: header, then names and figures, row by row."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from dxtui.extract.numbers.cells import Cell
from dxtui.lexicon.grids import numbering_words, unit_line
from dxtui.text.openings import Opening

_ROW_NUMBERS: Final = "|".join(
    sorted({form for word in numbering_words() for form in (word, word.upper(), word.capitalize())}, reverse=True)
)
_AMOUNT: Final = r"[-–+(><≥≤]?\d[\d.,]*[%)]?"
_FIRST: Final = re.compile(rf"[ \t|]*(?:({_ROW_NUMBERS})|{_AMOUNT}(?=[ \t|]*\n[\s|]*{_AMOUNT}[\s|]*\n))[ \t|]*(?=\n)")
_START: Final = Opening(re.compile(rf"\n{_FIRST.pattern}"))
_AMOUNTS: Final = re.compile(rf"(?:{_AMOUNT}(?: ?[-–] ?{_AMOUNT})?|[-–x…]|\.\.\.?)\Z")
_UNIT_LINE: Final = unit_line()
_YEAR: Final = re.compile(r"(?:19|20)\d\d\Z")
_UNIT: Final = re.compile(r"\([^()]{1,40}\)\Z")
_NUMBER: Final = re.compile(r"(\d{1,3})[.)]?\Z")
# What ends the line above rows of another unit: "Chỉ số phát triển (năm trước = 100) - %".
_CAPTION: Final = re.compile(r"%\)?\Z")
_EDGES: Final = " \t|*_\u00a0"
_LONGEST: Final = 120
_BACK: Final = 24
"""So many lines before the first figures may be header."""
_LEAST: Final = 3
_MOST: Final = 14
"""Of a table's columns."""
_ROWS: Final = 3

Stack = tuple[list[list[Cell]], list[list[Cell]]]
"""A table's rows of header and its rows of figures; a cell that is not there has no length."""


def stacks_of(text: str) -> Iterator[Stack]:
    """Yield the tables of `text` whose cells stand below each other, as far as their rows repeat without doubt."""
    done = 0
    first = _FIRST.match(text)
    for found in chain((first,) if first is not None else (), _starts(text)):
        if found.start() < done:
            continue
        if found[1]:
            stack = _numbered(text, _Lines(text, found.start(1)))
        else:
            lines = _Lines(text, _back(text, found.start(), done))
            stack = _named(text, lines)
            done = lines.seen
        if stack is not None:
            done = stack[1][-1][-1][1]
            yield stack


def _starts(text: str) -> Iterator[re.Match[str]]:
    """Yield the lines that may be the first with figures, each with the line feed before it."""
    at = text.find("\n")
    while at >= 0:
        found = _START.match(text, at)
        if found is not None:
            yield found
        at = text.find("\n", found.end() if found is not None else at + 1)


class _Lines:
    """The lines of a text from a place on that may be cells, read as they are asked for."""

    def __init__(self, text: str, at: int) -> None:
        self._source = _lines(text, at)
        self._read: list[Cell] = []
        self.seen = at
        """Where the last line ends that was read."""

    def get(self, at: int) -> Cell | None:
        """Return the line at `at`, or None if there is none."""
        while len(self._read) <= at:
            line = next(self._source, None)
            if line is None:
                return None
            self._read.append(line)
            self.seen = line[1]
        return self._read[at]

    def part(self, first: int, last: int) -> list[Cell]:
        """Return the lines from `first` up to `last`, as many as there are."""
        self.get(last - 1)
        return self._read[first:last]


def _lines(text: str, at: int) -> Iterator[Cell]:
    """Yield the lines from `at` on that have words, without bars around them, up to one too long for a cell."""
    size = len(text)
    while at < size:
        end = text.find("\n", at)
        end = end if end >= 0 else size
        first, last = at, end
        while first < last and text[first] in _EDGES:
            first += 1
        while last > first and text[last - 1] in _EDGES:
            last -= 1
        if last - first > _LONGEST:
            return
        if first < last:
            yield first, last
        at = end + 1


def _back(text: str, at: int, floor: int) -> int:
    """Return where the lines start that may be the header above the figures at `at`."""
    for _ in range(_BACK * 2):
        before = text.rfind("\n", floor, at)
        if before < 0 or at - before > _LONGEST:
            return floor if before < 0 else at
        at = before
    return at


def _numbered(text: str, lines: _Lines) -> Stack | None:
    """Return the table whose header starts with the name of the column of row numbers, the first of `lines`."""
    width = next((at for at in range(1, _MOST + 1) if _number_at(text, lines.get(at))[0] == 1), 0)
    if width < _LEAST:
        return None
    rows: list[list[Cell]] = []
    start, count = width, 1
    while lines.get(start + width - 1) is not None:
        rows.append(lines.part(start, start + width))
        following = _next_row(text, lines, start, width, count + 1)
        if following < 0:
            break
        part = lines.part(start + width, following)
        last = lines.get(start + width - 1)
        if len(part) == width - 1 or (len(part) == width - 2 and last is not None and not _is_amount(text, last)):
            gap, end = (part[0][0], part[0][0]), (part[-1][1], part[-1][1])
            rows.append([gap, *part, *([end] * (width - 1 - len(part)))])
        start, count = following, count + 1
    return ([lines.part(0, width)], rows) if len(rows) > 1 else None


def _next_row(text: str, lines: _Lines, start: int, width: int, number: int) -> int:
    """Return which line numbers the row below the one at line `start`, or -1."""
    for at in range(start + width, start + 3 * width):
        found, marked = _number_at(text, lines.get(at))
        if found == number or marked:
            return at  # lists copied out of a page may number all their rows "1."
    return -1


def _number_at(text: str, line: Cell | None) -> tuple[int, bool]:
    """Return the number that is all of a line, -1 if it is none, and whether a point or bracket is behind it."""
    found = _NUMBER.match(text[slice(*line)]) if line is not None else None
    return (int(found[1]), found[0] != found[1]) if found is not None else (-1, False)


def _is_amount(text: str, line: Cell) -> bool:
    return _AMOUNTS.match(text[slice(*line)]) is not None


def _named(text: str, lines: _Lines) -> Stack | None:
    """Return the table somewhere among `lines` whose rows are a name and each time as many figures."""
    names: list[list[Cell]] = [[]]
    figures: list[list[Cell]] = [[]]
    at = 0
    while (line := lines.get(at)) is not None:
        at += 1
        if _is_amount(text, line):
            figures[-1].append(line)
            continue
        if figures[-1]:
            if len(figures) > 1 and len(figures[-1]) != len(figures[-2]):
                if len(figures) > _ROWS and len(figures[-2]) > 1:
                    break
                names, figures = [names[-1]], [figures[-1]]
            names.append([])
            figures.append([])
        names[-1].append(line)
    if len(figures) > 1 and len(figures[-1]) != len(figures[-2]):
        names.pop()
        figures.pop()
    if len(figures) == 1:
        return _yearly(text, names[0], figures[0])
    count = len(figures[0])
    years = all(_YEAR.match(text[slice(*cell)]) for cell in figures[0])
    if count < _LEAST - 1 or count >= _MOST or len(figures) < _ROWS or not all(names):
        return None
    rows: list[list[Cell]] = []
    for at, (name, row) in enumerate(zip(names, figures, strict=True)):
        caption = max((line for line, cell in enumerate(name[:-1]) if _CAPTION.search(text[slice(*cell)])), default=-1)
        if at and caption >= 0:
            rows.append([(name[0][0], name[caption][1]), *([(name[caption][1],) * 2] * count)])
        span = (name[caption + 1][0], name[-1][1]) if at else _last_name(text, name)
        rows.append([span, *row])
    if years:
        return rows[:1], rows[1:]
    return _header(text, [line for line in names[0] if line[1] <= rows[0][0][0]], count), rows


def _yearly(text: str, names: Sequence[Cell], figures: Sequence[Cell]) -> Stack | None:
    """Return the table whose rows are years and figures of them, one year after the other."""
    years = [int(text[slice(*cell)]) if _YEAR.match(text[slice(*cell)]) else 0 for cell in figures]
    if not figures or not years[0]:
        return None
    for width in range(_LEAST, _MOST):
        named = years[: len(years) - len(years) % width : width]
        if len(named) > 1 and all(year and abs(year - before) == 1 for before, year in pairwise(named)):
            rows = [list(figures[at : at + width]) for at in range(0, len(named) * width, width)]
            return _header(text, names, width - 1), rows
    return None


def _last_name(text: str, name: Sequence[Cell]) -> Cell:
    """Return the name of a first row: the last line below the header, and those that one in lower case goes on."""
    first = len(name) - 1
    while first > 0 and text[name[first][0]].islower():
        first -= 1
    return name[first][0], name[-1][1]


def _header(text: str, lines: Sequence[Cell], count: int) -> list[list[Cell]]:
    """Return the rows of a header above `count` columns of figures: names, and units in brackets below them."""
    out: list[list[Cell]] = []
    units = lines[-count:]
    if len(units) == count and all(_UNIT.match(text[slice(*unit)]) for unit in units):
        out.append([(units[0][0], units[0][0]), *units])
        lines = lines[:-count]
    heads = _joined(text, lines, count)
    if len(heads) == count:
        out.insert(0, [(heads[0][0], heads[0][0]), *heads])
    return out


def _joined(text: str, lines: Sequence[Cell], count: int) -> list[Cell]:
    """Return the names of so many columns: the last lines, or those below a unit line if some go on in lower case."""
    last = list(lines[-count:])
    if not any(text[first].islower() for first, _ in last):
        return last
    cut = max((at for at, line in enumerate(lines) if _UNIT_LINE.search(text[slice(*line)].lower())), default=-1)
    out: list[Cell] = []
    for first, end in lines[cut + 1 :] if cut >= 0 else ():
        if out and not text[first].isupper():
            out[-1] = out[-1][0], end
        else:
            out.append((first, end))
    return out[-count:] if count <= len(out) <= count + 1 else []
