"""The columns of a table: what their headers say of the figures below."""

import re
from typing import Final, NamedTuple

from dxtui.extract.numbers.dates import period_of
from dxtui.extract.numbers.draft import Date, Draft
from dxtui.extract.numbers.measures import IN_BRACKETS, SHARE, Measure, counted_by, is_share, measure_of_name
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.grids import before, changes, changes_alone, compares, estimates, plan, ranks, results, same_time

_PLAN: Final = plan()
_RESULTS: Final = results()
_COMPARES: Final = compares()
_CHANGES: Final = changes()
_CHANGES_ALONE: Final = changes_alone()
_SAME: Final = same_time()
_BEFORE, _PARTS = before()
_RANKS: Final = ranks()
_ESTIMATED: Final = estimates()
_SPAN: Final = re.compile(r"\d ?[-–] ?\d{4}\Z")
# "So sánh 2019/2018" is with 2018.
_YEARS: Final = re.compile(r"(?:19|20)\d\d ?/ ?(?:19|20)\d\d")
_MONTH: Final = re.compile(r"(\d{4})-(\d\d)")
_QUARTER: Final = re.compile(r"(\d{4})-Q(\d)")
_YEAR: Final = 4
_LONGEST_LABEL: Final = 120
_LONGEST_SHARE: Final = 60


class Moment(NamedTuple):
    """A time that a header names."""

    date: Date
    """As it is written."""
    period: str | None
    """As in `Figure.period`."""


class Column:
    """A column of a table, as its header describes it."""

    __slots__ = (
        "base",
        "before",
        "changes",
        "compares",
        "counted",
        "estimated",
        "expected",
        "heading",
        "label",
        "measure",
        "moment",
        "planned",
        "ranks",
        "result",
        "same",
    )

    def __init__(self) -> None:
        """Start with nothing known."""
        self.label = ""
        """What all rows of the header say of it."""
        self.heading = ""
        """What the last of them says of it, as one piece of the text."""
        self.moment: Moment | None = None
        """The time that its figures speak of."""
        self.base: Moment | None = None
        """The time that they are compared with."""
        self.measure: Measure | None = None
        """The unit in brackets behind its name."""
        self.counted: Measure | None = None
        """What its name says is counted, where nothing states a unit."""
        self.planned = False
        """Whether its figures are to be reached."""
        self.ranks = False
        """Whether its figures are places in a ranking."""
        self.estimated = False
        """Whether its figures are estimates: "Ước tháng 11"."""
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
        self.before: str | None = None
        """The part of a year, "month" or "quarter", right before their own that they compare with."""

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
        before = _BEFORE.search(low, start, end)
        self.before = _PARTS[before[0]] if before is not None else self.before
        result = _RESULTS.search(low, start, end)
        planned = _PLAN.search(low, start, end)
        self.expected = self.expected or planned is not None
        self.estimated = self.estimated or _ESTIMATED.match(low, start, end) is not None
        if planned is not None and (result is None or planned.start() < result.start()):
            self.planned = not (self.compares or self.changes)
        elif result is not None:
            self.result = True
        unit = IN_BRACKETS.search(low, start, end)
        words = page.words(start, unit.start() if unit is not None else end)
        self.changes = self.changes or words.lower() in _CHANGES_ALONE
        self.ranks = self.ranks or _RANKS.match(low, start, end) is not None
        if measure is None and self.counted is None and not self.planned:
            self.counted = counted_by(page, start, end)
        if not self.label.endswith(words):  # a cell that is two rows high may be written twice
            self.label = f"{self.label} {words}".strip()[:_LONGEST_LABEL]
        self.heading = words or self.heading

    def learn_date(self, page: Page, start: int, draft: Draft) -> None:
        """Take a date of its header, in the cell that starts at `start`: one that figures speak of or compare with."""
        date = draft.date
        if date is None:
            return
        new = Moment(date, draft.period)
        against = _COMPARES.search(page.low, start, draft.start) or _YEARS.fullmatch(page.low, draft.start, draft.end)
        if against is not None:
            self.compares = True
            self.base = _joined(self.base, new)
        elif self.base is not None and self.base.date.year and _is_part(date):
            self.base = _joined(self.base, new)
        elif self.moment is not None and _SPAN.search(self.label) is not None and draft.period is not None:
            self.moment = Moment(date, f"{self.moment.period}/{draft.period}")  # "2022-" above "2023"
        else:
            self.moment = _joined(self.moment, new)

    def take_date(self, other: "Column") -> None:
        """Take the date of a column whose header reaches over this one, unless it has one of its own."""
        self.moment = self.moment or other.moment
        self.base = self.base or other.base
        self.compares = self.compares or self.base is not None

    def is_index(self, draft: Draft) -> bool:
        """Whether a figure below it without a unit is a share of what something was: what was a hundred then."""
        return self.compares and not self.changes and _LEAST_INDEX <= draft.value <= _MOST_INDEX

    def judge(self, draft: Draft, year: int) -> None:
        """Give a figure below it its role, and the time it speaks of or is compared with; `year` is the document's."""
        against = self.compares or self.changes
        goes_on = self.label.endswith("-")  # "2022-", with its end who knows where
        if draft.period is None and self.moment is not None and not goes_on:
            draft.period = self.moment.period
        if against and not self.expected and draft.baseline is None:
            if self.base is not None:
                draft.baseline = self.base.period
            elif self.same and (year or draft.period):
                own = int(draft.period[:_YEAR]) if draft.period is not None else year
                draft.baseline = f"same-period:{own - 1}"
        if self.estimated and not against and draft.qualifier == "exact":
            draft.qualifier = "about"
        if draft.role != "level":
            return
        if self.planned:
            draft.role = "target"
        elif self.changes or (self.compares and not self.expected and draft.unit == "%" and draft.value < _LEAST_INDEX):
            draft.role, draft.direction = "change", "down" if draft.value < 0 else "up"


def _joined(old: Moment | None, new: Moment) -> Moment:
    """Return a date of a header with what the one before it adds: "Quý 4" and "2025", or "2024" above "Tháng 9"."""
    date = new.date
    if old is None:
        return new
    if old.date.year and _is_part(date):
        date = date._replace(year=old.date.year)
    elif _is_part(old.date) and date.year and not (date.month or date.quarter or date.last):
        date = old.date._replace(year=date.year)
    else:
        return new
    return Moment(date, period_of(date, date.year) or new.period)


def _is_part(date: Date) -> bool:
    """Whether a date is a part of a year that it does not name."""
    return not date.year and bool(date.month or date.quarter)


_MOST_INDEX: Final = 200
_LEAST_INDEX: Final = 50
"""What was a hundred, compared with itself of old, is rarely less: a smaller share is by how much it changed."""


def time_before(period: str, part: str) -> str | None:
    """Return the time right before a period that is a whole `part` of a year, "month" or "quarter"; else None.

    >>> time_before("2024-01", "month"), time_before("2024-Q1", "quarter"), time_before("2024", "month")
    ('2023-12', '2023-Q4', None)
    """
    quarter = part == "quarter"
    written = _QUARTER.fullmatch(period) if quarter else _MONTH.fullmatch(period)
    if written is None:
        return None
    year, number = int(written[1]), int(written[2]) - 1
    if not number:
        year, number = year - 1, 4 if quarter else 12
    return f"{year}-Q{number}" if quarter else f"{year}-{number:02}"
