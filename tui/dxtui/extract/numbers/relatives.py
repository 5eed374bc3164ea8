"""Times that are named from where the text stands: "tháng trước", "năm nay", "đến hết năm"."""

import datetime
import re
from collections.abc import Sequence
from typing import Final

from dxtui.extract.numbers.draft import Date, Draft
from dxtui.extract.numbers.moment import Time, is_compared, nearest
from dxtui.extract.numbers.now import Now
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.cues import Cue
from dxtui.lexicon.moments import (
    comparing,
    multiplied,
    next_year,
    only_behind_shares,
    own_year_parts,
    pointing,
    season_start,
    share_ends,
    whole_year,
)

_BARE_YEAR: Final = re.compile(r" {1,2}(?:19|20)\d\d(?!\d|[.,]\d)")
RELATIVE: Final = frozenset(("year", "own_year", "season", "month", "reported", "quarter", "week", "day"))
"""Kinds of cues that name such a time."""
_COMPARING: Final = comparing()
_BEHIND_SHARES: Final = only_behind_shares()
_SHARE_ENDS: Final = share_ends()
_NEXT: Final = next_year()[0]
_PLANNED: Final = next_year()[1]
_THAT: Final = pointing()
_WHOLE_YEAR: Final = whole_year()[0]
_YEAR_LED: Final = whole_year()[1]
_YEAR_SAID: Final = whole_year()[2]
_PARTS: Final = own_year_parts()[0]
_ENDS: Final = own_year_parts()[1]
_CLOSED: Final = own_year_parts()[2]
_WHICH_YEAR: Final = own_year_parts()[3]
_MULTIPLIED: Final = multiplied()
_SEASON: Final = season_start()
_WEEKS: Final = 52
_MARKS: Final = " \t-–—•*+"
_STOPS: Final = frozenset(',;:.)”"\n')


def add_relative(
    page: Page, times: list[Time], drafts: Sequence[Draft], marks: Sequence[Cue], now: Now, compares: bool
) -> None:
    """Add the times that are named from where the text stands: "tháng trước", "năm nay"."""
    reach = -1
    for at, (kind, start, end, distance) in enumerate(marks):
        if kind in RELATIVE and start >= reach and not (start > 1 and page.low[start - 2].isdecimal()):
            while at + 1 < len(marks) and marks[at + 1][1] == start and marks[at + 1][0] in RELATIVE:
                at += 1
                kind, start, end, distance = marks[at]
            words = page.low[start:end]
            if not may_compare(page, start, end):
                continue
            if words in _WHOLE_YEAR and not _is_whole_year(page, start, end):
                continue
            if words in _NEXT and _PLANNED.match(page.low, end, page.end) is None:
                continue  # "sang năm ông tròn sáu mươi", "bước sang năm học mới"
            part = words in _PARTS
            if part and not _is_of_own_year(page, words, start, end):
                continue
            counted = any(draft.kind == "figure" and draft.end <= start + 1 and start < draft.after for draft in drafts)
            if not counted and not any(time.start < end and start < time.end for time in times):
                base = _told(page, times, start, end, now, compares)
                if base is None and compares:
                    base = _told_behind(page, times, end, kind)
                if part and base is None:
                    period: str | None = str(now.told) if now.told else None
                else:
                    against = compares and (words in _COMPARING or is_compared(page, start))
                    period = _relative("year" if part else kind, distance, base, now, against)
                if period is not None or compares:
                    time = Time(start, end, period or "", None)
                    time.own = not distance
                    time.baseline = words in _COMPARING
                    if words in _CLOSED:
                        time.lead = words.split(" ", 1)[0]
                    times.append(time)
                    reach = end


def may_compare(page: Page, start: int, end: int) -> bool:
    """Return whether "theo năm" and its like stand where they compare: "tăng 12% theo năm"; others always do."""
    return page.low[start:end] not in _BEHIND_SHARES or page.low.endswith(_SHARE_ENDS, page.start, start)


def _is_whole_year(page: Page, start: int, end: int) -> bool:
    """Whether "cả năm" is the time that something is told of: "dự kiến cả năm", "; cả năm ước đạt", no plan's."""
    if page.low[end + 1 : end + 2].isdecimal():
        return _BARE_YEAR.match(page.low, end, page.end) is None  # "kế hoạch cả năm 5.500 tỷ đồng"
    if _YEAR_LED.match(page.back, page.size - start, page.size - page.start) is not None:
        return True
    opens = not page.low[page.start : start].strip(_MARKS) or page.low[start - 2 : start - 1] in ",;:.("
    return (opens and page.low[end : end + 1] in " ,:") or _YEAR_SAID.match(page.low, end, page.end) is not None


def _is_of_own_year(page: Page, words: str, start: int, end: int) -> bool:
    """Whether a part of a year is one of the text's own: "đến hết năm", no "cuối năm 2023", "cuối năm học"."""
    if words in _CLOSED and end < page.end and page.low[end] not in _STOPS:
        return False  # "trong năm tỉnh": five provinces
    if _WHICH_YEAR.match(page.low, end, page.end) is not None:
        return False
    return words not in _ENDS or not is_compared(page, start)


def _told(page: Page, times: Sequence[Time], start: int, end: int, now: Now, compares: bool) -> Date | None:
    """The date that a time in words counts from; one that only something is compared with where the words say so."""
    times = [time for time in times if not page.low.endswith(_MULTIPLIED, page.start, time.begin)]
    base = nearest(times, start)
    if base is None or not compares or page.low.endswith(_THAT, start, end):
        return base
    return nearest([time for time in times if not is_compared(page, time.start)], start)


def _told_behind(page: Page, times: Sequence[Time], end: int, kind: str) -> Date | None:
    """The date that a comparison which opens its clause counts from: "So với tháng trước, CPI tháng 8/2021 tăng …"."""
    for time in times:
        date = time.date
        if date is None or time.start < end:
            continue
        fits = date.month if kind == "month" else date.quarter if kind == "quarter" else 0
        return (
            date
            if fits and date.year and not is_compared(page, time.start) and page.low.find(";", end, time.start) < 0
            else None
        )
    return None


def _relative(kind: str, distance: int, base: Date | None, now: Now, against: bool) -> str | None:
    """Return the period that a relative time names; `against` where something is compared with it.

    What a report compares is compared with the time before the one that it is of.
    """
    year = base.year if base is not None and base.year and (kind != "own_year" or not now.year) else now.year
    if not year:
        return None
    if kind in ("year", "own_year"):
        return str(year + distance)
    if kind == "season" and base is not None and base.last == base.year + 1:
        return f"{base.year + distance}/{base.last + distance}"
    if kind == "season":
        first = now.year + distance - (now.month < _SEASON)
        return f"{first}/{first + 1}" if now.month else None
    if kind == "reported":
        return f"{now.year - (now.reported > now.month)}-{now.reported:02}" if now.month else None
    if kind == "quarter":
        at = now.quarter if against or not distance else now.quarter_now  # "trong quý" is the one reported on
        if base is not None and base.quarter:
            at = year * 4 + base.quarter - 1
        if not at:
            return None
        at += distance
        return f"{at // 4}-Q{at % 4 + 1}"
    if kind == "week":
        week = year * 100 + base.week if base is not None and base.week else now.week
        return f"{week // 100}-W{week % 100 + distance:02}" if week and 0 < week % 100 + distance <= _WEEKS else None
    if kind == "month":
        month = base.month if base is not None and base.month and not base.last else 0
        if not month and against and now.reported != now.month:
            month, year = now.reported, now.year - (now.reported > now.month)
        month = month or now.month
        if not month:
            return None
        at = year * 12 + month - 1 + distance
        return f"{at // 12}-{at % 12 + 1:02}"
    year, month, day = now.year, now.month, now.day
    if against and base is not None and base.day:  # "ngày 15/8 giảm 6 đồng so với hôm qua"
        year, month, day = base.year or year, base.month, base.day
    try:
        return (datetime.date(year, month, day) + datetime.timedelta(days=distance)).isoformat()
    except ValueError:
        return None
