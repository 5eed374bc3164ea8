"""Tables in running text: what a header, a unit line and the first cell say of the figures in a row."""

import re
from itertools import islice, pairwise
from typing import Final

from dxtui.extract.numbers.cells import Cell, cells_of, rows_of
from dxtui.extract.numbers.columns import time_before
from dxtui.extract.numbers.dates import period_of
from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.measures import (
    SHARE,
    Measure,
    counted_by,
    is_share,
    measure_at,
    measure_of_name,
    measure_stated,
    measured,
)
from dxtui.extract.numbers.now import Now
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.quantities import negative
from dxtui.extract.numbers.rows import Row, Table, all_named, is_name, is_rule
from dxtui.extract.numbers.runs import Runs, label_row
from dxtui.extract.numbers.stacks import stacks_of
from dxtui.extract.numbers.tabled import against_year, as_year, recount, redate
from dxtui.extract.numbers.targets import is_ordered
from dxtui.lexicon.calendar import year_words as calendar_years
from dxtui.lexicon.grids import (
    ditto,
    numbering_words,
    parts,
    perhaps_unit_words,
    plan,
    unit_words,
    year_words,
)
from dxtui.lexicon.phrases import alternation
from dxtui.model.note import Note
from dxtui.text.places import first_past

_NUMBERING: Final = numbering_words()
_UNIT_WORDS: Final = unit_words()
_PERHAPS_UNIT_WORDS: Final = perhaps_unit_words()
_YEAR_WORDS: Final = year_words()
_DITTO: Final = ditto()
_UNIT: Final = re.compile(r"(?<=[\w)])\s{0,3}\([^()]{1,40}\)$")
"""What stands in brackets behind the name of a row or column: its unit."""
# The number of a column below its name, and how it comes from others: "A", "(2)", "6=4/3".
_COLUMN_NUMBER: Final = re.compile(r"[(\[]?(?:[a-eđ]|(\d{1,2}))[)\]]?(?: ?= ?[-\d()/:x×*+%., ]+)?")
# What starts the name of a row that is a part of the one above, whose unit it has.
_PART: Final = parts()
_PLAN: Final = plan()
_MARKER: Final = re.compile(r"(?:[IVXLC]{1,5}|[A-Za-zĐđ])[.)]?")
_MOMENT: Final = re.compile(rf"(?:(?:^|\W){alternation(calendar_years())})?\W*\d.*", re.I)
"""The time in the name of a column, and what stands behind it."""
_MARKUP: Final = "*_` -–+•"
_ABOVE: Final = 300
_YEAR: Final = 4
_CENTURIES: Final = ("19", "20")


class Grids:
    """The tables of one text."""

    def __init__(self, page: Page) -> None:
        """Find the rows of the tables of `page`."""
        self._starts: list[int] = []
        self._tables: list[Table] = []
        self._runs = Runs()
        self._stacked = False
        self._find_rows(page)
        self._find_stacks(page)

    def _find_rows(self, page: Page) -> None:
        """Find the tables whose rows are lines."""
        text = page.text
        if "\t" not in text and "|" not in text and not page.wide:
            return
        table: Table | None = None
        last = -1
        for start, end, signed in rows_of(text):
            cells = cells_of(text, start, end)
            if len(cells) < 2:
                continue
            if table is None or not table.goes_on(page, last, start, cells):
                if measure_stated(page, *cells[0]) is not None:
                    continue  # "(Đơn vị: tỷ đồng | Nguồn: …)"
                table = Table(page, max(last, start - _ABOVE, 0), start, signed)
            elif start - last > 2:
                table.caption(page, last, start)
            if signed and is_rule(page, start, end):
                table.rule(start)
            table.add(page, start, cells)
            self._starts.append(start)
            self._tables.append(table)
            last = end

    def _find_stacks(self, page: Page) -> None:
        """Find the tables each of whose cells is a line."""
        rows = list(zip(self._starts, self._tables, strict=True))
        for header, body in stacks_of(page.text):
            self._stacked = True
            start = (header or body)[0][0][0]
            table = Table(page, max(start - _ABOVE, 0), start, True)
            for cells in header + body:
                if cells is body[0]:
                    table.rule(cells[0][0] - 1)
                table.add(page, cells[0][0], cells)
                rows.append((cells[0][0], table))
        if self._stacked:
            rows.sort(key=_start_of)
            self._starts = [start for start, _ in rows]
            self._tables = [table for _, table in rows]

    def complete(self, page: Page, drafts: list[Draft], now: Now) -> None:
        """Give the figures of a table's row what its header and its first cell say; learn from a header."""
        start = drafts[0].start
        if (start < 2 or page.low[start - 2] == ")") and page.low.startswith(") ", start - 2):
            label_row(page, drafts)
        if not self._starts:
            if len(drafts) > 1:
                self._runs.complete(page, drafts)
            return
        if not self._stacked:
            self._complete(page, drafts, now)
            return
        first = 0
        for at in range(1, len(drafts) + 1):  # a statement may go on over cells of several rows
            if at == len(drafts) or first_past(self._starts, drafts[at].start) != first_past(
                self._starts, drafts[first].start
            ):
                self._complete(page, drafts[first:at], now)
                first = at

    def _complete(self, page: Page, drafts: list[Draft], now: Now) -> None:
        at = first_past(self._starts, drafts[0].start) - 1
        row = self._tables[at].row(self._starts[at]) if at >= 0 else None
        if row is None or drafts[0].start >= row.cells[-1][1]:
            if len(drafts) > 1:
                self._runs.complete(page, drafts)
            return
        table = self._tables[at]
        cells = row.cells
        table.read_header(page, self._starts[at])
        table.read_captions(page, self._starts[at])
        if row.is_caption(page):
            return
        places = [_column(row, draft) for draft in drafts]
        above = row.start < table.ruled
        if not table.has_data and not is_name(page, cells[0]) and _names_years(page, drafts):
            for draft in drafts:
                as_year(page, draft)
            table.learn(page, row, drafts, places)
            return
        if not table.has_data and _numbers_columns(page, table, cells):
            for draft in drafts:
                draft.kind, draft.period = "list", None
            return
        again = table.has_data and table.is_again(page, row)
        if again or (not table.has_data and (above or not _is_data(page, table, row, drafts, places))):
            for place, draft in zip(places, drafts, strict=True):
                if place is not None:
                    _as_header(page, cells[place], draft, above or again, now)
            if not again:
                table.learn(page, row, drafts, places)
            return
        table.has_data = True
        for place, draft in zip(places, drafts, strict=True):
            if place == 0 and draft.kind == "date" and draft.start == cells[0][0]:
                row.time = draft
            if place == table.due and draft.kind == "date":
                row.due = draft.period
        table.widen(len(cells))
        for place, draft in zip(places, drafts, strict=True):
            if place is not None:
                _fill(page, table, row, place, draft, now)
            elif draft.kind == "figure" and draft.unit is None and table.measure is not None:
                measured(page, draft, table.measure)


def _as_header(page: Page, cell: Cell, draft: Draft, sure: bool, now: Now) -> None:
    """Make the date of a number that is one in a header, for `sure` or by its form."""
    if draft.kind == "figure" and draft.of is not None:
        against_year(draft)
    elif draft.kind == "figure" and draft.unit == "mo":
        if not page.low[draft.after : draft.after + 2].strip().isdecimal():  # no "mười tháng 5"
            redate(draft, now)
    elif draft.kind == "reference" or (sure and _fills(cell, draft)):
        as_year(page, draft)


def _start_of(row: tuple[int, Table]) -> int:
    return row[0]


def _column(row: Row, draft: Draft) -> int | None:
    at = first_past(row.starts, draft.start) - 1
    return at if at >= 0 and draft.start < row.cells[at][1] else None


def _is_data(page: Page, table: Table, row: Row, drafts: list[Draft], places: list[int | None]) -> bool:
    """Whether a row is one of data: below the line drawn, numbered, or with a figure alone in its cell."""
    if table.repeats(page, row) or (table.placeheld(page) and all_named(page, row.cells)):
        return False
    if -1 < table.ruled < row.start:
        return True
    cells = row.cells
    for place, draft in zip(places, drafts, strict=True):
        if place is None:
            continue
        start, end = cells[place]
        if not _fills(cells[place], draft):
            if draft.kind == "figure" and (
                (place and start == draft.before and draft.after == end and draft.family not in ("", "duration"))
                or (start == draft.before < draft.start and draft.end == end)
                or _is_closed(page, cells[place], draft)
            ):
                return True  # "45 dự án", "Trên 95", "(1.236)"
            continue
        if draft.kind == "figure" and not is_name(page, cells[place]):
            return True
        if table.columns and (draft.kind == "date" if place else table.columns[0].label.lower() in _NUMBERING):
            return True  # four digits alone, or the number of a row
    return False


def _names_years(page: Page, drafts: list[Draft]) -> bool:
    """Whether the numbers of a row are years, in order."""
    years = [page.low[draft.start : draft.end] for draft in drafts]
    if any(len(year) != _YEAR or not year.isdecimal() or year[:2] not in _CENTURIES for year in years):
        return False
    return len(years) > 1 and all(before <= after for before, after in pairwise(years))


def _numbers_columns(page: Page, table: Table, cells: list[Cell]) -> bool:
    """Whether a row numbers the columns, in order: "A B 1 2 3=2/1"."""
    numbers = []
    for start, end in cells:
        found = _COLUMN_NUMBER.fullmatch(page.low, start, end)
        if found is None and start < end and not table.repeats(page, Row(start, [(start, end)])):
            return False
        if found is not None and found[1]:
            numbers.append(int(found[1]))
    steps = [after - before for before, after in pairwise(numbers)]
    return bool(steps) and all(step > 0 for step in steps) and (max(steps) == 1 or len(steps) > 2)


def _names_row(page: Page, cell: Cell) -> bool:
    """Whether a cell names its row, and is no sign of a list: "II", "b)"."""
    return is_name(page, cell) and _MARKER.fullmatch(page.text, *cell) is None


def _in_row(time: Draft, period: str | None) -> str | None:
    """Return the time of a figure in a column of that period, whose row is named by a date: "Tháng 3" below "2024"."""
    if period is None:
        return time.period
    part = time.date
    if part is not None and not part.year and (part.month or part.quarter) and len(period) == _YEAR:
        return period_of(part, int(period)) or period
    return period


def _is_closed(page: Page, cell: Cell, draft: Draft) -> bool:
    """Whether the number is all of its cell but for the brackets around it."""
    start, end = cell
    return draft.start == start + 1 and draft.end == end - 1 and page.low[start] == "(" and page.low[end - 1] == ")"


def _fills(cell: Cell, draft: Draft) -> bool:
    return draft.start == cell[0] and draft.end == cell[1]


def _fill(page: Page, table: Table, row: Row, place: int, draft: Draft, now: Now) -> None:
    cells = row.cells
    if row.names is None:
        row.names = list(islice((at for at, cell in enumerate(cells) if _names_row(page, cell)), 2))
        row.measure = table.last = _row_measure(page, table, cells)
        row.planned = any(_PLAN.match(page.low, *cells[at]) for at in row.names)
        row.counted = next(filter(None, (counted_by(page, *cells[at], led=True) for at in row.names)), None)
    column = table.columns[place]
    label = column.label.lower()
    if label in _UNIT_WORDS or (label in _PERHAPS_UNIT_WORDS and row.measure is not None):
        draft.kind = "name"  # "1000 ha"
        return
    if draft.kind != "figure":
        alone = draft.kind in ("date", "list") and place and label not in _YEAR_WORDS
        if not alone or not _fills(cells[place], draft) or not recount(page, draft):
            return
    if place == 0 and (label in _NUMBERING or (not label and _numbers(page, cells, draft))):
        draft.kind = "list"
        return
    start, end = cells[place]
    if draft.before < start:  # words of another cell say nothing of this one
        draft.unit = draft.unit if draft.after > draft.end else None
        draft.role, draft.direction, draft.qualifier = "level", None, "exact"
    if draft.after > end:
        draft.unit = draft.counted = draft.per = None
    if column.ranks and draft.unit is None and draft.of is None:
        draft.role = "rank"
    elif draft.unit is None:
        if column.measure is None and column.is_index(draft):
            measure: Measure | None = SHARE
        else:
            counted = (None if column.planned else column.counted) or row.counted or table.counted_before(place)
            whole = table.measure or table.measure_over(row.names)
            if whole is not None and whole.family == "money" and not column.planned:
                whole = column.counted or whole  # "Số hồ sơ" in a table whose caption says "tỷ đồng"
            measure = column.measure or row.measure or whole or counted
        if measure is not None:
            measured(page, draft, measure)
    if draft.family == "money" and draft.value > 0 and _is_closed(page, cells[place], draft):
        draft.value = negative(draft.value)  # as accounts write what is less than nothing: "(1.236)"
    if draft.period is None and column.moment is None:
        compared = column.base is not None or column.same
        draft.period = (table.compared_from(place) if compared else None) or (
            table.only_time(place, ranked=draft.role == "rank") if not column.planned else None
        )
    column.judge(draft, now.year)
    if column.changes and not column.expected and draft.role == "change" and draft.baseline is None:
        between = table.changed_between(place)
        if between is not None:
            draft.baseline, draft.period = between[0], draft.period or between[1]
    if column.before is not None and draft.baseline is None and draft.period is not None and draft.of is None:
        draft.baseline = time_before(draft.period, column.before)
    if row.time is not None and not column.compares:
        draft.period = _in_row(row.time, draft.period)
    goal = row.planned and not (column.result or column.compares or column.changes)
    asked = table.due >= 0 and not _fills(cells[place], draft)
    asked = asked and (draft.role == "change" or is_ordered(page, draft))
    if (goal or asked or table.planned(column, now.year)) and draft.role in ("level", "change"):
        draft.role, draft.direction = "target", None
        draft.period = draft.period or row.due or table.deadline
    name = _UNIT.sub("", next((page.words(*cells[at]) for at in row.names if at != place), "")).strip(_MARKUP)
    heading = _UNIT.sub("", column.heading)
    if column.moment is not None and name:
        heading = "" if column.planned or column.result else _MOMENT.sub("", heading).strip()
    said = (name, heading)
    draft.subject = " · ".join(filter(None, said)) or draft.subject
    if draft.notes is not None:
        draft.notes.append(Note("subject", draft.subject or "", *cells[0], "the names of its row and column"))


def _numbers(page: Page, cells: list[Cell], draft: Draft) -> bool:
    """Whether the figure is the number of a row: digits alone in its cell, before one with the row's name."""
    return draft.end - draft.start <= 3 and _fills(cells[0], draft) and len(cells) > 2 and is_name(page, cells[1])


def _row_measure(page: Page, table: Table, cells: list[Cell]) -> Measure | None:
    """Return the unit that the row's own cell in a column of units names, or else its name."""
    for column, cell in zip(table.columns, cells, strict=False):
        label = column.label.lower()
        perhaps = label in _PERHAPS_UNIT_WORDS
        if perhaps or label in _UNIT_WORDS:
            if page.low[slice(*cell)] in _DITTO:
                return table.last
            measure = measure_at(page, *cell, known=perhaps and not page.text[cell[0] : cell[1]].islower())
            if measure is not None:
                return measure
    named = islice((cell for cell in cells if is_name(page, cell)), 2)
    for cell in named:
        measure = measure_of_name(page, *cell)
        if measure is not None:
            return measure
        if is_share(page, *cell):
            return SHARE
        if _PART.match(page.low, *cell) is not None and table.last is not None:
            return table.last
    return None
