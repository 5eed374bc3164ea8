"""Tables in running text: what a header, a unit line and the first cell say of the figures in a row."""

import re
from bisect import bisect_right
from decimal import Decimal
from itertools import islice, pairwise

from dxtui.extract.numbers.cells import Cell, Slots, cells_of, rows_of
from dxtui.extract.numbers.columns import IN_BRACKETS, Column, Measure, measure_at, measure_before, measured
from dxtui.extract.numbers.dates import period_of
from dxtui.extract.numbers.draft import Date, Draft
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.times import Now
from dxtui.lexicon.grids import (
    numbering_words,
    perhaps_unit_words,
    unit_words,
    year_words,
)
from dxtui.model.note import Note

_NUMBERING = numbering_words()
_UNIT_WORDS = unit_words()
_PERHAPS_UNIT_WORDS = perhaps_unit_words()
_YEAR_WORDS = year_words()
_UNIT = re.compile(r"(?<=\w)\s{0,3}\([^()]{1,40}\)$")
"""What stands in brackets behind the name of a row or column: its unit."""

_RULE = re.compile(r"[-:| \t=+]*")


_HEADER_ROWS = 4
_MARKUP = "*_` "


class Row:
    """A row of a table: its cells, and what is worked out once of them."""

    __slots__ = ("cells", "measure", "names", "start", "starts")

    def __init__(self, start: int, cells: list[Cell]) -> None:
        """Take where the row starts and the spans of its cells."""
        self.start = start
        self.cells = cells
        self.starts = [first for first, _ in cells]
        self.names: list[int] | None = None
        """Which cells, at most two, name the row."""
        self.measure: Measure | None = None
        """The unit that its cell in a column of units names."""

    def place(self, cells: list[Cell]) -> None:
        """Take its cells as they stand under the table's columns."""
        self.cells = cells
        self.starts = [first for first, _ in cells]


class Table:
    """Consecutive rows with the same kind of parting between their cells."""

    __slots__ = ("_headers", "_next", "_rows", "_slots", "columns", "has_data", "measure", "ruled")

    def __init__(self, measure: Measure | None, slots: Slots | None) -> None:
        """Take the unit of the whole table, if a line before it names one; `slots` if but spaces part its cells."""
        self._rows: dict[int, Row] = {}
        self._next: list[Row] = []
        self._headers = 0
        self._slots = slots
        self.columns: list[Column] = []
        self.measure = measure
        self.has_data = False
        """Whether a row with figures was seen, so that no more header follows."""
        self.ruled = -1
        """Where the line below the header starts, if one is drawn."""

    def add(self, start: int, cells: list[Cell]) -> None:
        """Add the row that starts at `start`, below the others."""
        row = Row(start, cells)
        if self._slots is not None:
            self._slots.widen(start, cells)
        self._rows[start] = row
        if len(self._next) <= _HEADER_ROWS:
            self._next.append(row)

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
                self.learn(page, self.row(self._next.pop(0).start).cells, [], [])
        if self._next and self._next[0].start == row:
            self._next.pop(0)

    def learn(self, page: Page, cells: list[Cell], drafts: list[Draft], places: list[int | None]) -> None:
        """Take names, units and periods of the columns from a header row with these cells and numbers in them."""
        self._headers += 1
        if self._headers > _HEADER_ROWS:
            return
        if _RULE.fullmatch(page.text, cells[0][0], cells[-1][1]) is not None:
            return
        while len(self.columns) < len(cells):
            self.columns.append(Column())
        for column, (start, end) in zip(self.columns, cells, strict=False):
            column.learn(page, start, end)
        for place, draft in zip(places, drafts, strict=True):
            if place is not None and draft.kind == "date" and draft.period is not None:
                self.columns[place].period = draft.period


class Grids:
    """The tables of one text."""

    def __init__(self, page: Page) -> None:
        """Find the rows of the tables of `page`."""
        self._starts: list[int] = []
        self._tables: list[Table] = []
        text = page.text
        if "\t" not in text and "|" not in text and "   " not in page.low:
            return
        table: Table | None = None
        last = -2
        for start, end, signed in rows_of(text):
            cells = cells_of(text, start, end)
            if len(cells) < 2:
                continue
            gap = start - last
            if table is None or gap > 2 or (gap == 2 and _all_named(page, cells)):
                table = Table(measure_before(page, max(last, start - 300, 0), start), None if signed else Slots())
            if signed and _RULE.fullmatch(text, start, end) is not None:
                table.rule(start)
            table.add(start, cells)
            self._starts.append(start)
            self._tables.append(table)
            last = end

    def complete(self, page: Page, drafts: list[Draft], now: Now) -> None:
        """Give the figures of a table's row what its header and its first cell say; learn from a header."""
        if page.low.startswith(") ", drafts[0].start - 2):
            _label(page, drafts)
        if not self._starts:
            return
        at = bisect_right(self._starts, drafts[0].start) - 1
        if at < 0:
            return
        table = self._tables[at]
        row = table.row(self._starts[at])
        cells = row.cells
        if drafts[0].start >= cells[-1][1]:
            return
        table.read_header(page, self._starts[at])
        places = [_column(row, draft) for draft in drafts]
        above = row.start < table.ruled
        if not table.has_data and (above or not _is_data(page, table, cells, drafts, places)):
            for place, draft in zip(places, drafts, strict=True):
                if place is not None and draft.kind == "figure" and draft.unit == "mo" and draft.of is None:
                    _redate(draft, now)
                elif above and place is not None and _fills(cells[place], draft):
                    _as_year(page, draft)
            table.learn(page, cells, drafts, places)
            return
        table.has_data = True
        for place, draft in zip(places, drafts, strict=True):
            if place is not None and place < len(table.columns):
                _fill(page, table, row, place, draft)
            elif draft.kind == "figure" and draft.unit is None and table.measure is not None:
                measured(page, draft, table.measure)


def _label(page: Page, drafts: list[Draft]) -> None:
    """Give a row's figures the unit in brackets before them: "Tỷ lệ trạm y tế có bác sĩ (%) 96,0 98,1"."""
    if drafts[-1].end < page.end or any(draft.kind != "figure" or draft.unit for draft in drafts):
        return
    if any(page.low[draft.end : after.start].strip() for draft, after in pairwise(drafts)):
        return
    opener = page.low.rfind("(", page.start, drafts[0].start)
    unit = IN_BRACKETS.match(page.low, opener) if opener >= 0 else None
    measure = measure_at(page, *unit.span(1), known=True) if unit is not None else None
    if measure is not None:
        for draft in drafts:
            measured(page, draft, measure)


def _all_named(page: Page, cells: list[Cell]) -> bool:
    """Whether every cell has letters, as those of a header do."""
    return all(first == last or _is_name(page, (first, last)) for first, last in cells)


def _column(row: Row, draft: Draft) -> int | None:
    at = bisect_right(row.starts, draft.start) - 1
    return at if at >= 0 and draft.start < row.cells[at][1] else None


def _is_data(page: Page, table: Table, cells: list[Cell], drafts: list[Draft], places: list[int | None]) -> bool:
    """Whether a row is one of data: a figure alone in its cell, or under a known header four digits alone in one."""
    for place, draft in zip(places, drafts, strict=True):
        if place is None or not _fills(cells[place], draft):
            continue
        if draft.kind == "figure" and not _is_name(page, cells[place]):
            return True
        if draft.kind == "date" and place and table.columns:
            return True
    return False


def _redate(draft: Draft, now: Now) -> None:
    """Make the part of a year that a header's "6 tháng" is."""
    months = int(draft.value)
    if not 2 <= months <= 12 or months != draft.value:
        return
    date = Date(draft.after, 0, 1, 0, 0, months)
    fresh = Draft(draft.start, draft.after, "date")
    fresh.date, fresh.period, fresh.notes = date, period_of(date, now.year), draft.notes
    draft.become(fresh)


def _as_year(page: Page, draft: Draft) -> None:
    """Make a year of four digits alone in a header's cell."""
    digits = page.low[draft.start : draft.end]
    if draft.kind != "figure" or len(digits) != 4 or digits[:2] not in ("19", "20") or not digits.isdecimal():
        return
    fresh = Draft(draft.start, draft.end, "date")
    fresh.date, fresh.period, fresh.notes = Date(draft.end, int(digits)), digits, draft.notes
    draft.become(fresh)


def _fills(cell: Cell, draft: Draft) -> bool:
    return draft.start == cell[0] and draft.end == cell[1]


def _fill(page: Page, table: Table, row: Row, place: int, draft: Draft) -> None:
    cells = row.cells
    if row.names is None:
        row.names = list(islice((at for at, cell in enumerate(cells) if _is_name(page, cell)), 2))
        row.measure = _row_measure(page, table, cells)
    column = table.columns[place]
    label = column.label.lower()
    if draft.kind != "figure":
        alone = draft.kind == "date" and place and label not in _YEAR_WORDS and _fills(cells[place], draft)
        if not alone or not _recount(page, draft):
            return
    if place == 0 and (label in _NUMBERING or (not label and _numbers(page, cells, draft))):
        draft.kind = "list"
        return
    if draft.before < cells[place][0]:  # words of another cell say nothing of this one
        draft.unit = draft.unit if draft.after > draft.end else None
        draft.role, draft.direction, draft.qualifier = "level", None, "exact"
    if draft.unit is None:
        measure = column.measure or row.measure or table.measure or (None if column.planned else column.counted)
        if measure is not None:
            measured(page, draft, measure)
    if draft.period is None and column.period is not None:
        draft.period = column.period
    if column.planned and draft.role == "level":
        draft.role = "target"
    elif column.changes and draft.role == "level":
        draft.role, draft.direction = "change", "down" if draft.value < 0 else "up"
    name = _UNIT.sub("", next((page.words(*cells[at]) for at in row.names if at != place), "")).strip(_MARKUP)
    heading = _UNIT.sub("", column.heading)
    said = (name, heading if column.period is None or not name else "")
    draft.subject = " · ".join(filter(None, said)) or draft.subject
    if draft.notes is not None:
        draft.notes.append(Note("subject", draft.subject or "", *cells[0], "the names of its row and column"))


def _numbers(page: Page, cells: list[Cell], draft: Draft) -> bool:
    """Whether the figure is the number of a row: digits alone in its cell, before one with the row's name."""
    return draft.end - draft.start <= 3 and _fills(cells[0], draft) and len(cells) > 2 and _is_name(page, cells[1])


def _recount(page: Page, draft: Draft) -> bool:
    """Make an amount of four digits that were taken for a year; return whether there are but digits."""
    digits = page.low[draft.start : draft.end]
    if not digits.isdecimal():
        return False
    fresh = Draft(draft.start, draft.end, "figure")
    fresh.value, fresh.notes = Decimal(digits), draft.notes
    draft.become(fresh)
    return True


def _is_name(page: Page, cell: Cell) -> bool:
    return any(char.isalpha() for char in page.text[cell[0] : cell[1]])


def _row_measure(page: Page, table: Table, cells: list[Cell]) -> Measure | None:
    """Return the unit that the row's own cell in a column of units names."""
    for column, cell in zip(table.columns, cells, strict=False):
        label = column.label.lower()
        perhaps = label in _PERHAPS_UNIT_WORDS
        if perhaps or label in _UNIT_WORDS:
            measure = measure_at(page, *cell, known=perhaps)
            if measure is not None:
                return measure
    for cell in islice(cells, 2):
        unit = IN_BRACKETS.search(page.low, *cell)
        if unit is not None and unit.end() == cell[1]:
            return measure_at(page, *unit.span(1), known=True)
    return None
