"""The columns of a table: what their headers say of the figures below."""

import re

from dxtui.extract.numbers.dates import period_of
from dxtui.extract.numbers.draft import Date, Draft
from dxtui.extract.numbers.measures import IN_BRACKETS, SHARE, Measure, counted_by, is_share, measure_of_name
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.grids import changes, compares, plan, results, same_time

_PLAN = plan()
_RESULTS = results()
_COMPARES = compares()
_CHANGES = changes()
_SAME = same_time()
_SPAN = re.compile(r"\d ?[-–] ?\d{4}\Z")
_LONGEST_LABEL = 120
_LONGEST_SHARE = 60


class Column:
    """A column of a table, as its header describes it."""

    __slots__ = (
        "changes",
        "compares",
        "counted",
        "date",
        "expected",
        "heading",
        "label",
        "measure",
        "period",
        "planned",
        "result",
        "same",
    )

    def __init__(self) -> None:
        """Start with nothing known."""
        self.label = ""
        """What all rows of the header say of it."""
        self.heading = ""
        """What the last of them says of it, as one piece of the text."""
        self.period: str | None = None
        """The time that its figures speak of; of one that compares, the time they are compared with."""
        self.date: Date | None = None
        """What it was read from."""
        self.measure: Measure | None = None
        """The unit in brackets behind its name."""
        self.counted: Measure | None = None
        """What its name says is counted, where nothing states a unit."""
        self.planned = False
        """Whether its figures are to be reached."""
        self.expected = False
        """Whether its header tells of a plan, be it that the figures compare with it."""
        self.result = False
        """Whether its figures are what was reached, whatever the table is called."""
        self.changes = False
        """Whether its figures tell by how much something changed."""
        self.compares = False
        """Whether its figures are shares of what something was, or by how much it changed since."""
        self.same = False
        """Whether they compare with the same time of the year before."""

    def learn(self, page: Page, start: int, end: int) -> None:
        """Take what the header's cell at [start, end) says."""
        if start == end:
            return
        low = page.low
        measure = measure_of_name(page, start, end, known=False)
        if measure is None and end - start <= _LONGEST_SHARE and ("%" in low[start:end] or is_share(page, start, end)):
            measure = SHARE
        self.measure = measure or self.measure
        self.compares = self.compares or _COMPARES.search(low, start, end) is not None
        self.same = self.same or _SAME.search(low, start, end) is not None
        self.changes = self.changes or _CHANGES.search(low, start, end) is not None
        result = _RESULTS.search(low, start, end)
        planned = _PLAN.search(low, start, end)
        self.expected = self.expected or planned is not None
        if planned is not None and (result is None or planned.start() < result.start()):
            self.planned = not (self.compares or self.changes)
        elif result is not None:
            self.result = True
        unit = IN_BRACKETS.search(low, start, end)
        words = page.words(start, unit.start() if unit is not None else end)
        if measure is None and self.counted is None and not self.planned:
            self.counted = counted_by(page, start, end)
        if not self.label.endswith(words):  # a cell that is two rows high may be written twice
            self.label = f"{self.label} {words}".strip()[:_LONGEST_LABEL]
        self.heading = words or self.heading

    def learn_date(self, date: Date, period: str | None) -> None:
        """Take a date of its header; a year and a part of one complete each other: "Quý 4" and "2025"."""
        old, self.date = self.date, date
        if old is not None and old.year and _is_part(date):
            self.date = date._replace(year=old.year)
        elif old is not None and _is_part(old) and date.year and not (date.month or date.quarter or date.last):
            self.date = old._replace(year=date.year)
        elif self.period is not None and period is not None and _SPAN.search(self.label) is not None:
            period = f"{self.period}/{period}" if self.period < period else period  # "2022-" above "2023"
        if self.date is not date and self.date.year:
            period = period_of(self.date, self.date.year) or period
        self.period = period

    def take_date(self, other: "Column") -> None:
        """Take the date of a column whose header reaches over this one, unless it has one of its own."""
        if self.date is None:
            self.date, self.period = other.date, other.period

    def judge(self, draft: Draft, year: int) -> None:
        """Give a figure below it its role, and the time it speaks of or is compared with; `year` is the document's."""
        against = self.compares or self.changes
        if (
            draft.period is None and (self.expected or not against) and not self.label.endswith("-")
        ):  # "2022-" may go on anywhere
            draft.period = self.period
        if against and not self.expected and draft.baseline is None:
            if self.period is not None:
                draft.baseline = self.period
            elif self.same and year:
                draft.baseline = f"same-period:{year - 1}"
        if draft.role != "level":
            return
        if self.planned:
            draft.role = "target"
        elif self.changes or (self.compares and not self.expected and draft.unit == "%" and draft.value < _LEAST_INDEX):
            draft.role, draft.direction = "change", "down" if draft.value < 0 else "up"


def _is_part(date: Date) -> bool:
    """Whether a date is a part of a year that it does not name."""
    return not date.year and bool(date.month or date.quarter)


_LEAST_INDEX = 50
"""What was a hundred, compared with itself of old, is rarely less: a smaller share is by how much it changed."""
