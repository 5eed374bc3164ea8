"""The rows of a table in running text, its columns, and what the lines above it say of all its figures."""

import re
from collections import deque
from typing import Final

from dxtui.extract.numbers.cells import Cell, Slots
from dxtui.extract.numbers.columns import Column
from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.measures import (
    Measure,
    line_before,
    measure_before,
    measure_of_caption,
    measure_stated,
    measures_stated,
)
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.aims import aim_words
from dxtui.lexicon.grids import goals, indicators, of_those

_GOALS: Final = goals()[0]
_TOLD: Final = goals()[1]
_INDICATORS: Final = indicators()[0]
_FORETOLD: Final = indicators()[1]
_OF_THOSE: Final = of_those()
_AIMS: Final = aim_words()
_RULE: Final = re.compile(r"[-:| \t=+]*[-=][-:| \t=+]*")
_YEAR: Final = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/.%-])")
_HEADER_ROWS: Final = 4
_FAR: Final = 240
"""So much between two rows may be lines that no sign parts: the name of a group of rows, or a label that goes on."""
_LONGEST_GOAL: Final = 200
_FEW: Final = 2
_PLACEHOLDER: Final = re.compile(r"col ?\d{1,2}|unnamed: ?\d{1,2}")
_RIGHT: Final = 20
"""So many spaces before a line between rows set it apart from the names of rows."""


class Row:
    """A row of a table: its cells, and what is worked out once of them."""

    __slots__ = ("cells", "counted", "due", "learnt", "measure", "names", "planned", "start", "starts", "time")

    def __init__(self, start: int, cells: list[Cell]) -> None:
        """Take where the row starts and the spans of its cells."""
        self.start = start
        self.cells = cells
        self.starts = [first for first, _ in cells]
        self.learnt = False
        """Whether it is a row of the header whose names were taken."""
        self.names: list[int] | None = None
        """Which cells, at most two, name the row."""
        self.measure: Measure | None = None
        """The unit that its cell in a column of units names, or its own name."""
        self.counted: Measure | None = None
        """What its name says is counted, where nothing states a unit."""
        self.planned = False
        """Whether its name tells that its figures are to be reached."""
        self.time: Draft | None = None
        """The date that its name is, or starts with."""
        self.due: str | None = None
        """By when what it tells is to be done, in a table of tasks."""

    def is_caption(self, page: Page) -> bool:
        """Whether it has but one cell, with the name of a group of rows or their unit."""
        full = [cell for cell in self.cells if cell[0] < cell[1]]
        return len(full) == 1 and len(self.cells) > _FEW and is_name(page, full[0])

    def place(self, cells: list[Cell]) -> None:
        """Take its cells as they stand under the table's columns."""
        self.cells = cells
        self.starts = [first for first, _ in cells]


class Table:
    """Consecutive rows with the same kind of parting between their cells."""

    __slots__ = (
        "_above",
        "_barred",
        "_captions",
        "_due",
        "_foretold",
        "_headers",
        "_heads",
        "_indicators",
        "_led",
        "_next",
        "_rows",
        "_slots",
        "_timed",
        "_width",
        "columns",
        "deadline",
        "goal",
        "has_data",
        "last",
        "measure",
        "named",
        "ruled",
    )

    def __init__(self, page: Page, floor: int, start: int, signed: bool) -> None:
        """Start above the row at `start`; what is before `floor` says nothing of it; `signed` if signs part cells."""
        self._rows: dict[int, Row] = {}
        self._next: list[Row] = []
        self._headers = 0
        self._heads: set[str] = set()
        """The rows of the header, which the next page may have again."""
        self._above: list[Cell] = []
        """The cells of the header's last row."""
        self._captions: deque[Cell] = deque()
        """Lines between its rows, and rows of one cell alone, that may name the unit of what is below them."""
        self._barred: bool | None = None
        """Whether its rows start with a bar."""
        self._led: list[Row] | None = []
        """Those that do, as long as all do: else their first cell is empty."""
        self._slots = None if signed else Slots()
        self._width = 0
        self.columns: list[Column] = []
        self.named = measures_stated(page, max(floor, start - _FAR), start)
        """The units of the columns that are called so."""
        self.measure = measure_before(page, floor, start) if not self.named else None
        """The unit of all figures that nothing else gives one."""
        self._due: int | None = None
        self._timed: tuple[int, str | None] | None = None
        """The first column that has a time and that time, if all that have one have the same."""
        self.goal = False
        """Whether the figures are to be reached, as the line above the table says."""
        self.deadline: str | None = None
        """The year till when."""
        self._foretold = False
        """Whether the line above the table tells of a forecast."""
        self._indicators = False
        """Whether that line is one over indicators, which a later year has as goals."""
        self.has_data = False
        """Whether a row with figures was seen, so that no more header follows."""
        self.last: Measure | None = None
        """The unit of the row above, which a ditto mark stands for."""
        self.ruled = -1
        """Where the line below the header starts, if one is drawn."""
        self._read_goal(page, floor, start)

    def _read_goal(self, page: Page, floor: int, start: int) -> None:
        first, last = line_before(page, floor, start)
        if measure_stated(page, first, last) is not None:
            first, last = line_before(page, floor, first)
        first = max(first, page.low.rfind(". ", first, last - 1) + 1)
        if last - first > _LONGEST_GOAL or page.low[last - 1 : last] == ".":
            return
        self._foretold = _FORETOLD.search(page.low, first, last) is not None
        self._indicators = _INDICATORS.search(page.low, first, last) is not None
        self.goal = _GOALS.search(page.low, first, last) is not None and _TOLD.search(page.low, first, last) is None
        years = _YEAR.findall(page.low, first, last) if self.goal else []
        self.deadline = years[0] if len(years) == 1 else None

    def goes_on(self, page: Page, last: int, start: int, cells: list[Cell]) -> bool:
        """Whether the row at `start` with these cells is one of this table, whose last row ends at `last`."""
        gap = start - last
        if gap < 2:
            return True
        years = [cell for cell in cells[1:] if cell[0] < cell[1]] or cells
        if all_named(page, cells) or all(_YEAR.fullmatch(page.low, *cell) for cell in years):
            return False  # a header
        if gap == 2:
            return self._slots is not None or len(cells) == self._width
        loose = 1 if self._slots is not None and self._width > _FEW else 0
        if gap > _FAR or abs(len(cells) - self._width) > loose:
            return False
        return measure_stated(page, last, start) is None

    def add(self, page: Page, start: int, cells: list[Cell]) -> None:
        """Add the row that starts at `start`, below the others."""
        row = Row(start, cells)
        if self._slots is not None:
            self._slots.widen(start, cells)
            self._width = max(self._width, len(cells))
        else:
            self._bar(page, row)
            self._width = len(row.cells)
        if self.measure is None and len(self._rows) < _HEADER_ROWS:
            self.measure = measure_stated(page, start, cells[-1][1])
        full = [cell for cell in cells if cell[0] < cell[1]]
        if len(full) == 1:
            self._captions.append(full[0])
        self._rows[start] = row
        if len(self._next) <= _HEADER_ROWS:
            self._next.append(row)

    def _bar(self, page: Page, row: Row) -> None:
        """See whether the row starts with a bar; where some do and some do not, those that do lack their first cell."""
        led = page.text[row.start] == "|"
        if self._barred is None:
            self._barred = led
        elif led != self._barred and self._led is not None:
            for other in self._led:
                other.place([(other.start, other.start), *other.cells])
            self._led = None
        if led and self._led is None:
            row.place([(row.start, row.start), *row.cells])
        elif led and self._led is not None:
            self._led.append(row)

    def caption(self, page: Page, start: int, end: int) -> None:
        """Take note of the lines in [start, end) between two rows."""
        lines: list[Cell] = []
        while start < end:
            first, last = line_before(page, start, end)
            apart = first - page.text.rfind("\n", 0, first) > _RIGHT
            if first < last and (apart or page.low.find("%", first, last) >= 0):
                lines.append((first, last))
            end = first if first < last else start
        self._captions.extend(reversed(lines))

    def read_captions(self, page: Page, row: int) -> None:
        """Learn the unit of the rows from the one that starts at `row` on from the lines above it."""
        while self._captions and self._captions[0][0] < row:
            first, last = self._captions.popleft()
            self.measure = measure_of_caption(page, first, last) or self.measure

    def rule(self, start: int) -> None:
        """Take the line that starts at `start` for the one below the header, if it is the first."""
        if self.ruled < 0 and len(self._rows) <= _HEADER_ROWS:
            self.ruled = start

    def row(self, start: int) -> Row:
        """Return the row that starts at `start`."""
        row = self._rows[start]
        if self._slots is not None:
            row.place(self._slots.place(start, row.cells))
        return row

    def read_header(self, page: Page, row: int) -> None:
        """Learn from the rows before the one that starts at `row`, as far as they are header and have no numbers."""
        if not self.has_data:
            while self._next and self._next[0].start < row:
                self.learn(page, self.row(self._next.pop(0).start), [], [])
        if self._next and self._next[0].start == row:
            self._next.pop(0)

    def placeheld(self, page: Page) -> bool:
        """Whether a converter named cells of the header's row above, so that more of the header may be below."""
        return any(cell[0] < cell[1] and _is_blank(page, cell) for cell in self._above)

    def is_again(self, page: Page, row: Row) -> bool:
        """Whether a row below the header is one of the header."""
        return page.low[row.start : row.cells[-1][1]] in self._heads

    def repeats(self, page: Page, row: Row) -> bool:
        """Whether a row has a name of the header's row above, as a cell that is both rows high is written."""
        above = {page.low[slice(*cell)] for cell in self._above if is_name(page, cell)}
        return bool(above) and any(page.low[slice(*cell)] in above for cell in row.cells)

    def learn(self, page: Page, row: Row, drafts: list[Draft], places: list[int | None]) -> None:
        """Take names, units and periods of the columns from a row of the header with these numbers in it."""
        cells = row.cells
        wide: list[int] = []
        if not row.learnt:
            row.learnt = True
            self._headers += 1
            if self._headers > _HEADER_ROWS or is_rule(page, cells[0][0], cells[-1][1]):
                return
            if len(self.columns) > _FEW and not drafts and all(first == last for first, last in cells[_FEW:]):
                return  # the name of a group of rows
            self.widen(len(cells))
            above = self._above
            below = [
                at for at, cell in enumerate(cells[: len(above)]) if cell[0] < cell[1] and _is_blank(page, above[at])
            ]
            self._inherit(page, above, below)
            self._take_dates(page, above, below)
            for column, (start, end) in zip(self.columns, cells, strict=False):
                if not _is_blank(page, (start, end)):
                    column.learn(page, start, end)
                    column.measure = column.measure or self.named.get(page.low[start:end])
            wide = [at for at, cell in enumerate(cells) if cell[0] < cell[1] and _is_blank(page, cell)]
            self._inherit(page, cells, wide)
            self._above = cells
            self._heads.add(page.low[row.start : cells[-1][1]])
        for place, draft in zip(places, drafts, strict=True):
            if place is not None and place < len(self.columns) and draft.kind == "date":
                self.columns[place].learn_date(page, cells[place][0], draft)
        self._take_dates(page, cells, wide)

    def _inherit(self, page: Page, cells: list[Cell], wide: list[int]) -> None:
        """Give columns what the cell says that reaches over them from the left, in a header's row of these cells."""
        for at in wide:
            source = _source(page, cells, at)
            if source:
                self.columns[at].learn(page, *cells[source])

    def _take_dates(self, page: Page, cells: list[Cell], wide: list[int]) -> None:
        for at in wide:
            source = _source(page, cells, at)
            if source:
                self.columns[at].take_date(self.columns[source])

    def widen(self, width: int) -> None:
        """Have at least so many columns; nothing is known of those that no header names."""
        while len(self.columns) < width:
            self.columns.append(Column())

    @property
    def due(self) -> int:
        """Which column tells by when what its rows tell is to be done, -1 if its header names no such columns."""
        if self._due is None:
            labels = [column.label.lower() for column in self.columns]
            named = any(map(_AIMS.what.match, labels))
            self._due = next((at for at, label in enumerate(labels) if named and _AIMS.when.match(label)), -1)
        return self._due

    def planned(self, column: Column, year: int) -> bool:
        """Whether the figures of a column are to be reached as those of the table are; `year` is the document's."""
        coming = column.moment is not None and 0 < year < column.moment.date.year and not self._foretold
        if coming and (self._indicators or _INDICATORS.search(self.columns[0].label.lower()) is not None):
            return True
        return self.goal and not column.result and not any(other.planned for other in self.columns)

    def counted_before(self, place: int) -> Measure | None:
        """Return what the column before the one at `place` counts, if that one counts some of them: "Đã phê duyệt"."""
        if not self.columns[place].label.lower().startswith(_OF_THOSE):
            return None
        return next((one.counted for one in reversed(self.columns[:place]) if one.counted is not None), None)

    def measure_over(self, names: list[int]) -> Measure | None:
        """Return the unit over the first of the columns that name the rows: "Chỉ tiêu (triệu USD)"."""
        measure = self.columns[names[0]].measure if names else None
        return measure if measure is not None and measure.family != "noun" else None

    def only_time(self, place: int, *, ranked: bool) -> str | None:
        """Return the one time that columns have, if it holds for the one at `place` too: "Hồ sơ quý II | Tỷ lệ".

        So it does for one behind them, and for a rank before.
        """
        if self._timed is None:
            timed = [(at, one.moment.period) for at, one in enumerate(self.columns) if one.moment is not None]
            times = {period for _, period in timed}
            self._timed = (timed[0][0], times.pop()) if len(times) == 1 else (len(self.columns), None)
        first, period = self._timed
        return period if place >= first or ranked else None

    def compared_from(self, place: int) -> str | None:
        """Return the time of the column before the one at `place` whose figures that one compares with another time."""
        before = (one for one in reversed(self.columns[:place]) if not (one.compares or one.changes or one.planned))
        nearest = next(before, None)
        return nearest.moment.period if nearest is not None and nearest.moment is not None else None

    def changed_between(self, place: int) -> tuple[str, str] | None:
        """Return the earlier and the later time of the two columns before the one at `place`, which tells the change.

        "Quý II/2023 | Quý II/2024 | Thay đổi": nothing is sure where there are more or less than two.
        """
        times = [
            one.moment.period
            for one in self.columns[:place]
            if one.moment is not None and not (one.compares or one.changes or one.planned)
        ]
        apart = sorted({time for time in times if time})
        return (apart[0], apart[1]) if len(times) == len(apart) == _FEW else None


def _is_blank(page: Page, cell: Cell) -> bool:
    """Whether a header's cell is empty, or named by a converter that found it so: "Col7"."""
    return cell[0] == cell[1] or _PLACEHOLDER.fullmatch(page.low, *cell) is not None


def _source(page: Page, cells: list[Cell], at: int) -> int:
    """Return which cell reaches over the blank one at `at`, 0 if none does."""
    at -= 1
    while at > 0 and _is_blank(page, cells[at]):
        at -= 1
    return max(at, 0)


def is_rule(page: Page, start: int, end: int) -> bool:
    """Whether [start, end) is but a line drawn: "|---|---|"."""
    return _RULE.fullmatch(page.text, start, end) is not None


def is_name(page: Page, cell: Cell) -> bool:
    """Whether a cell has letters."""
    return any(char.isalpha() for char in page.text[cell[0] : cell[1]])


def all_named(page: Page, cells: list[Cell]) -> bool:
    """Whether every cell has letters, as those of a header do."""
    return all(first == last or is_name(page, (first, last)) for first, last in cells)
