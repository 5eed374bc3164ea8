"""Rows of figures that only one space parts, as text out of a PDF has them: "Ngô 12.450 48,1 59.885"."""

import re
from itertools import pairwise
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.measures import (
    IN_BRACKETS,
    SHARE,
    Measure,
    is_share,
    line_before,
    measure_at,
    measure_line,
    measure_of_name,
    measure_stated,
    measured,
)
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.tabled import recount
from dxtui.lexicon.grids import unit_column, year_words
from dxtui.model.note import Note

_UNIT_COLUMN: Final = unit_column()
_YEAR_WORDS: Final = year_words()
_ROW_NUMBER: Final = re.compile(r"[-–+•*]? ?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|[a-zđ])?[.)]? +")
_LINE_END: Final = re.compile(r"[ \t]*(?:\n|\Z)")
_ABOVE: Final = 400
_FAR: Final = 250
_HEADER_LINES: Final = 3
_UNIT_WORDS: Final = 4
_NEXT: Final = 8
"""So near is the next number of a row, or the next year with a word before it."""
_LONGEST_LABEL: Final = 160


class Runs:
    """The rows of one text in which figures follow each other up to the end of a line."""

    __slots__ = ("_columns", "_count", "_dated", "_dates", "_last", "_measure", "_periods", "_units")

    def __init__(self) -> None:
        """Start with no row seen."""
        self._count = 0
        self._last = -1
        self._dates: list[str | None] = []
        self._dated = -1
        self._periods: list[str | None] = []
        self._columns: list[Measure | None] = []
        self._measure: Measure | None = None
        self._units = False
        """Whether the header has a column of units."""

    def complete(self, page: Page, drafts: list[Draft]) -> None:
        """Give the figures of such rows among the numbers of a statement their unit, time and name."""
        count = len(drafts)
        at, stop = 0, 0
        while stop + 1 < count:
            apart = drafts[stop + 1].start - drafts[stop].end
            if apart < _NEXT and _follows(page, drafts[stop], drafts[stop + 1]):
                stop += 1
                if stop + 1 < count:
                    continue
            if stop > at and _LINE_END.match(page.text, drafts[stop].end) is not None:
                self._take(page, drafts[at : stop + 1])
            stop = at = stop + 1

    def _take(self, page: Page, run: list[Draft]) -> None:
        if all(draft.kind == "date" for draft in run):
            self._dates, self._dated = [draft.period for draft in run], run[-1].end
            return
        line = page.text.rfind("\n", max(run[0].start - _ABOVE, 0), run[0].start) + 1
        begun = self._count == len(run) and 0 <= line - self._last <= _FAR
        if begun or (len(self._dates) == len(run) and 0 <= line - self._dated <= _FAR):
            for draft in run:
                if draft.kind != "figure":
                    recount(page, draft)
        if any(draft.kind != "figure" for draft in run) or run[0].start - line > _LONGEST_LABEL:
            return
        if not begun:
            self._begin(page, line, len(run))
        self._last = run[-1].end
        self._fill(page, line, run)

    def _begin(self, page: Page, line: int, count: int) -> None:
        """Read what stands above the first row of `count` figures, whose line starts at `line`."""
        floor = max(self._last, line - _ABOVE, 0)
        self._count = count
        self._periods = self._dates if self._dated >= floor and len(self._dates) == count else []
        self._measure = measure_stated(page, floor, line) or measure_line(page, floor, line)
        self._units = _UNIT_COLUMN.search(page.low, floor, line) is not None
        self._columns = []
        last = line
        units: list[Measure | None] = []
        for _ in range(_HEADER_LINES):
            first, end = line_before(page, floor, last)
            if first == last or measure_stated(page, first, end) is not None:
                break
            found = IN_BRACKETS.finditer(page.low, first, end)
            units = [measure_at(page, *unit.span(1), known=True) for unit in found] + units
            if len(units) >= count:
                break
            last = first
        if len(units) == count:
            self._columns = units
        elif self._measure is None and units and units[-1] == SHARE and len(units) < count:
            self._columns = [*(None for _ in range(count - len(units))), *units]

    def _fill(self, page: Page, line: int, run: list[Draft]) -> None:
        number = _ROW_NUMBER.match(page.text, line, run[0].start)
        first = number.end() if number is not None else line
        named, stop = _measure_of_label(page, first, run[0].start, self._units)
        label = page.words(first, stop)
        for at, draft in enumerate(run):
            if draft.after > draft.end and (at + 1 < len(run) or page.text.find("\n", draft.end, draft.after) >= 0):
                draft.unit = draft.counted = draft.per = None
            if draft.unit is None:
                measure = (self._columns[at] if self._columns else None) or named or self._measure
                if measure is not None:
                    measured(page, draft, measure)
            if draft.period is None and self._periods:
                draft.period = self._periods[at]
            if label:
                draft.subject = label
                if draft.notes is not None:
                    draft.notes.append(Note("subject", label, first, stop, "the names of its row and column"))


def _follows(page: Page, draft: Draft, following: Draft) -> bool:
    """Whether but a space stands between two numbers, or before a date the word for a year: "Năm 2021 Năm 2022"."""
    between = page.text[draft.end : following.start]
    if between == " " or between == "  ":
        return True
    return draft.kind == following.kind == "date" and between.strip().lower() in _YEAR_WORDS


def _measure_of_label(page: Page, first: int, stop: int, units: bool) -> tuple[Measure | None, int]:
    """Return the unit at the end of a row's name, and where the name ends before it: "Sản lượng lúa Tấn 12.450".

    A noun is one only where the header has a column of `units`: "Nhật Bản 845".
    """
    while stop > first and page.text[stop - 1].isspace():
        stop -= 1
    measure = measure_of_name(page, first, stop)
    if measure is not None:
        opened = page.text.rfind("(", first, stop)
        return measure, opened if opened > first else stop
    starts = [at + 1 for at in range(first, stop) if page.text[at] == " "][-_UNIT_WORDS:]
    for start in starts:
        measure = measure_at(page, start, stop, known=True)
        if measure is not None and (measure.family != "noun" or units):
            return measure, start
    return (SHARE if is_share(page, first, stop) else None), stop


def label_row(page: Page, drafts: list[Draft]) -> None:
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
