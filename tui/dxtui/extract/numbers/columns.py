"""The columns of a table: what their headers say of the figures below, and the units that headers write."""

import re
from decimal import Decimal
from typing import NamedTuple

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.quantities import times
from dxtui.lexicon.after import afters
from dxtui.lexicon.grids import changes, counts, plan, spans_of_time, unit_line
from dxtui.lexicon.numerals import magnitudes, multipliers
from dxtui.model.note import Note

_after_at = afters().pattern.match
_after_of = afters().of
_MAGNITUDES = magnitudes()
_MULTIPLIERS = multipliers()
_PLAN = plan()
_CHANGES = changes()
_TIMES = spans_of_time()
_UNIT_LINE = unit_line()
_COUNTS = counts()
# Its digits are those of "m2" alone: "(nghìn m2)", "(m3/ngày)".
IN_BRACKETS = re.compile(r"\(([^()\d]{1,40}(?:(?<=m)[23](?:/[^()\d]{1,12})?)?)\)")
"""A unit in brackets."""
_ONE = Decimal(1)
_LONGEST_LABEL = 120
_WIDE = "   "


class Measure(NamedTuple):
    """A unit as a header writes it."""

    unit: str
    """As in `Figure.unit`."""
    family: str
    """As in `lexicon.after.After.family`."""
    scale: Decimal
    """What the figures under it are multiplied by."""


class Column:
    """A column of a table, as its header describes it."""

    __slots__ = ("changes", "counted", "heading", "label", "measure", "period", "planned")

    def __init__(self) -> None:
        """Start with nothing known."""
        self.label = ""
        """What all rows of the header say of it."""
        self.heading = ""
        """What the last of them says of it, as one piece of the text."""
        self.period: str | None = None
        self.measure: Measure | None = None
        """The unit in brackets behind its name."""
        self.counted: Measure | None = None
        """What its name says is counted, where nothing states a unit."""
        self.planned = False
        self.changes = False
        """Whether its figures tell by how much something changed."""

    def learn(self, page: Page, start: int, end: int) -> None:
        """Take what the header's cell at [start, end) says."""
        words = page.words(start, end)
        unit = IN_BRACKETS.search(page.low, start, end)
        if unit is not None:
            self.measure = measure_at(page, *unit.span(1))
            words = page.words(start, unit.start())
        elif self.counted is None and not self.planned:
            self.counted = _counted(page, start, end)
        self.label = f"{self.label} {words}".strip()[:_LONGEST_LABEL]
        self.heading = words or self.heading
        self.planned = self.planned or _PLAN.search(page.low, start, end) is not None
        self.changes = self.changes or _CHANGES.match(page.low, start, end) is not None


def measure_before(page: Page, start: int, end: int) -> Measure | None:
    """Return the unit of a whole table that a unit line or its title names before it; looked for from `start` on."""
    lines = list(_UNIT_LINE.finditer(page.low, start, end))
    if lines:
        return measure_at(page, *lines[-1].span(1))
    line = page.text.rfind("\n", start, max(end - 1, start)) + 1
    if page.text.find(_WIDE, line, end) >= 0:  # a header's first line that is no row
        line = page.text.rfind("\n", start, max(line - 1, start)) + 1
    brackets = list(IN_BRACKETS.finditer(page.text, line, end))
    return measure_at(page, *brackets[-1].span(1), known=True) if brackets else None


def measure_at(page: Page, start: int, end: int, *, known: bool = False) -> Measure | None:
    """Return the unit that the words at [start, end) name; with `known`, only one of the tables of units."""
    while start < end and page.low[start] == " ":
        start += 1
    while end > start and page.low[end - 1] in " .,":
        end -= 1
    if start == end or page.low[start:end] == "%":
        return Measure("%", "%", _ONE) if end > start else None
    scale = _ONE
    at = start
    found = _MULTIPLIERS.match(page.low, start, end)
    if found is not None and found[1]:
        for word in found[1].split():
            scale = scale * _MAGNITUDES[word]
        at = found.end(1)
    following = _after_at(page.low, at, end)
    if following is not None:
        after = _after_of(following)
        if after.family == "end":
            return None
        if after.family != "noun" and following.end() == end:
            return Measure(after.code, after.family, scale)
    words = page.words(at, end)
    if known and (following is None or following.end() != end):
        return None
    return Measure(words, "noun", scale) if words and len(words.split()) <= 4 else None


def _counted(page: Page, start: int, end: int) -> Measure | None:
    """Return what a column counts whose name is "Số hồ sơ …" or "Hồ sơ"."""
    found = _COUNTS.match(page.low, start, end)
    following = _after_at(page.low, found.end() if found is not None else start, end)
    if following is None or _after_of(following).family != "noun":
        return None
    if _after_of(following).code in _TIMES:
        return None  # "Kỳ gốc"
    return Measure(page.words(following.start(1), following.end()), "noun", _ONE)


def measured(page: Page, draft: Draft, measure: Measure) -> None:
    """Give a figure the unit that its table names."""
    draft.unit, draft.family = measure.unit, measure.family
    draft.value = times(draft.value, measure.scale)
    if draft.to is not None:
        draft.to = times(draft.to, measure.scale)
    if draft.notes is not None:
        draft.notes.append(Note("unit", measure.unit, draft.start, draft.end, "the table's header or unit line"))
