"""What a number becomes because it stands in a table: an amount, a year, or a part of one."""

from decimal import Decimal
from typing import Final

from dxtui.extract.numbers.dates import period_of
from dxtui.extract.numbers.draft import Date, Draft
from dxtui.extract.numbers.now import Now
from dxtui.extract.numbers.page import Page

_YEAR: Final = 4
"""Digits of a year."""
_FIRST: Final = 1900
_LAST: Final = 2100


def recount(page: Page, draft: Draft) -> bool:
    """Make an amount of digits that were taken for something else; return whether there are but digits."""
    digits = page.low[draft.start : draft.end]
    if not digits.isdecimal():
        return False
    fresh = Draft(draft.start, draft.end, "figure")
    fresh.value, fresh.notes = Decimal(digits), draft.notes
    draft.become(fresh)
    return True


def redate(draft: Draft, now: Now) -> None:
    """Make the part of a year that a header's "6 tháng" is."""
    if not 2 <= draft.value <= 12 or draft.value != draft.value.to_integral_value():
        return
    date = Date(draft.after, 0, 1, 0, 0, int(draft.value))
    fresh = Draft(draft.start, draft.after, "date")
    fresh.date, fresh.period, fresh.notes = date, period_of(date, now.year), draft.notes
    draft.become(fresh)


def against_year(draft: Draft) -> None:
    """Make the year that a header compares with another: "So sánh 2019/2018" is with 2018."""
    year, other = draft.value, draft.of
    if other is None or not (_FIRST <= other < year <= _LAST and draft.end - draft.start == 2 * _YEAR + 1):
        return
    fresh = Draft(draft.start, draft.end, "date")
    fresh.date, fresh.period, fresh.notes = Date(draft.end, int(other)), str(other), draft.notes
    draft.become(fresh)


def as_year(page: Page, draft: Draft) -> None:
    """Make a year of four digits alone in a header's cell, or before a solidus: "TH 2024/KH 2024"."""
    digits = page.low[draft.start : draft.end]
    if draft.kind == "reference":
        digits = digits.partition("/")[0]
    elif draft.kind != "figure":
        return
    if len(digits) != _YEAR or digits[:2] not in ("19", "20") or not digits.isdecimal():
        return
    end = draft.start + _YEAR
    fresh = Draft(draft.start, end, "date")
    fresh.date, fresh.period, fresh.notes = Date(end, int(digits)), digits, draft.notes
    draft.become(fresh)
