"""When a document was written, and the month that it reports on."""

import datetime
import re
from collections import Counter
from typing import Final

from dxtui.extract.numbers.draft import Date
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.moments import month_named, quarter_named
from dxtui.lexicon.times import dateline, deadline, leads_onward, year_of_part, years_against

_FULL: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/]|\.\d)")
_MONTH_LINE: Final = re.compile(
    r"^[^\W\d_][\w. ]{1,40}, (?:ngày[ .…]{1,12})?tháng (\d{1,2})(?: năm |/)((?:19|20)\d\d)\.?$", re.MULTILINE
)
"""The place-line of a letter whose day is left open: "Hà Nội, tháng 7 năm 2024"."""
_TOP: Final = 400
"""A full date among so many code points at the start is the document's own."""
_YEARS: Final = re.compile(r"(?:19|20)\d\d(?![\d%–/-]|[.,]\d| [-–])")
_DATELINE: Final = dateline()
_ONWARD: Final = leads_onward()
_TOWARDS: Final = deadline()
_AGAINST: Final = years_against()
_WITHIN: Final = year_of_part()
_TITLED: Final = 2
"""How many times more a year counts that the first line names."""
_SHORT_PART: Final = 5
"""Code points of a month or quarter and its sign: "12/", "iii/"."""
_SHORTLY: Final = 16
_MONTH_NAMED: Final = month_named()
_QUARTER_NAMED: Final = quarter_named()
_QUARTERS: Final = ("", "i", "ii", "iii", "iv")
_MONTHS: Final = 12
_HALF_YEAR: Final = 6
_LONG_AGO: Final = 5
"""Months behind which what an order speaks of has not been."""
_BYGONE: Final = 2
"""Years before the days that a text tells of from which a year it begins with is one gone by: "Năm 2019, …"."""
_EARLY: Final = 3
"""Up to this month reports of the year before are put out."""


class Now:
    """Where a document stands in time: what completes dates without a year and resolves "tháng trước"."""

    __slots__ = ("day", "month", "quarter", "quarter_now", "reported", "told", "week", "year")

    def __init__(self, year: int = 0, month: int = 0, day: int = 0) -> None:
        """Take the date's parts; 0 for what is not known."""
        self.year = year
        self.month = month
        self.day = day
        self.reported = month
        """The month that the document is a report of."""
        self.told = year
        """The year that the document is a report of: one put out early in a year is most often of the one before."""
        self.quarter_now = year * 4 + (month + 2) // 3 - 1 if month else 0
        """The quarter that it is in, counted from the year 0; 0 for what is not known."""
        self.quarter = self.quarter_now
        """The quarter that the document is a report of."""
        self.week = 0
        """The week that it is in, behind a hundred times its year; 0 for what is not known."""
        if day:
            try:
                iso = datetime.date(year, month, day).isocalendar()
                self.week = iso.year * 100 + iso.week
            except ValueError:
                pass

    def year_for(self, date: Date, ordered: bool = False) -> int:
        """Return the year of a date that names none: the one that brings it nearest to now.

        What is ordered is due in a time to come: "hoàn thành trong quý II", ordered in December.
        """
        if (
            ordered
            and self.month
            and not date.last
            and self.month - (date.month or 3 * date.quarter or _MONTHS) > _LONG_AGO
        ):
            return self.year + 1
        if (
            self.month
            and date.quarter
            and not date.last
            and not ordered
            and 3 * date.quarter - 2 - self.month > _HALF_YEAR
        ):
            return self.year - 1  # "quý IV", told in January
        if not self.month or not date.month or date.last:
            return self.year
        if date.month - self.month > _HALF_YEAR:
            return self.year - 1
        return self.year + 1 if self.month - date.month > 10 else self.year


def now_of(page: Page, anchor: str | None) -> Now:
    """Return when the document was written: the anchor, or the year its text leaves no doubt of."""
    now = _written(page, anchor)
    found = _MONTH_NAMED.search(page.low, 0, _TOP) if now.month else None
    if found is not None and int(found[1]) == (now.month - 2) % _MONTHS + 1:
        now.reported = int(found[1])
    if now.year:
        _set_quarter(page, now)
    if 0 < now.month <= _EARLY:
        named = {int(year[0]) for year in _YEARS.finditer(page.low, 0, max(page.text.find("\n", 0, _TOP), 0))}
        if named == {now.year - 1}:
            now.told -= 1
    return now


def _set_quarter(page: Page, now: Now) -> None:
    """Find which quarter a document is a report of: the one that its first lines name, if it is the last that ended."""
    found = _QUARTER_NAMED.search(page.low, 0, _TOP)
    if found is None:
        return
    half, months = int(found[2] or 0) * 2, int(found[3] or 0) // 3
    named = half or months or (int(found[1]) if found[1].isdecimal() else _QUARTERS.index(found[1]))
    if not now.month:
        now.quarter = now.year * 4 + named - 1
        now.quarter_now = now.quarter + 1
    elif (now.quarter_now - 1) % 4 == named - 1:
        now.quarter = now.quarter_now - 1


def _written(page: Page, anchor: str | None) -> Now:
    if anchor:
        parts = [int(part) for part in anchor.split("-")[:3] if part.isdecimal()]
        if parts:
            return Now(*parts)
    line = _DATELINE.search(page.text, 0, _TOP)
    if line is not None and int(line[2]) <= _MONTHS:
        return Now(int(line[3]), int(line[2]), int(line[1]))
    month_line = _MONTH_LINE.search(page.text, 0, _TOP)
    if month_line is not None and 0 < int(month_line[1]) <= _MONTHS:
        return Now(int(month_line[2]), int(month_line[1]))
    dates = (found for found in _FULL.finditer(page.low) if not _is_ahead(page, found.start()))
    full = next(dates, None)
    if full is not None:
        day, month, year = int(full[1]), int(full[3]), int(full[4])
        if full.start() < _TOP and month <= _MONTHS:
            return Now(year, month, day)
    years: Counter[int] = Counter()
    inferred: Counter[int] = Counter()
    headed = page.text.find("\n", 0, _TOP)
    for found in _YEARS.finditer(page.low):
        at = found.start()
        sign = page.low[at - 1 : at]
        if (
            sign.isalnum()
            or sign in "-–.,"
            or _ends_span(page.low, at)
            or _ONWARD.match(page.back, page.size - at) is not None
        ):
            continue
        lead = page.size - (page.low.rfind(" ", max(at - _SHORT_PART, 0), at) + 1 if sign == "/" else at)
        against = _AGAINST.match(page.back, lead)
        if against is not None:  # what is compared with a year is most often of the next
            if against[1] or sign != "/":
                inferred[int(found[0]) + 1] += 2 if against[1] else 1
            continue
        if at < _TOP and full is not None and int(full[4]) - int(found[0]) < _BYGONE:
            return Now(int(found[0]))
        if at < headed:
            years[int(found[0])] += _TITLED
        years[int(found[0])] += 2 if sign == "/" or _WITHIN.match(page.back, lead) is not None else 1
    if full is not None:
        return Now(max(int(found[4]) for found in (full, *dates)))  # no text is older than the days that it tells of
    newest = max((year for year, times in years.items() if times > 1), default=0)
    for year, times in inferred.items():
        if year >= newest or year in years:  # a text of 2024 may compare with 2019 again and again
            years[year] += times
    best = years.most_common(2)
    if not best or best[0][1] < 2 or (len(best) > 1 and best[0][1] <= best[1][1] + 1):
        return Now()
    return Now(best[0][0])


def _ends_span(low: str, at: int) -> bool:
    """Whether a year is the last of a span, which may be far from now: "nhiệm kỳ 2021 - 2026"."""
    return low[at - 3 : at] in (" - ", " – ") and low[at - 4 : at - 3].isdecimal()


def _is_ahead(page: Page, start: int) -> bool:
    """Whether a word shortly before a date leads up to it: "trước ngày 30/4/2026"."""
    return not _TOWARDS.isdisjoint(page.low[max(start - _SHORTLY, 0) : start].split())
