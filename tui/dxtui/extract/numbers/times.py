"""The times that a statement names, in digits and in words, and which of them it compares with."""

import datetime
import re
from collections.abc import Iterator, Sequence

from dxtui.extract.numbers.dates import period_of
from dxtui.extract.numbers.draft import Date, Draft
from dxtui.extract.numbers.now import Now
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.cues import Cue
from dxtui.lexicon.moments import (
    after_event,
    comparing,
    new_year,
    plans_compared,
    pointing,
    price_years,
    reaching,
    restating,
    season_start,
    whole_year,
)
from dxtui.lexicon.times import (
    ago,
    aside,
    compared,
    goes_on,
    leads_in,
    since,
    spans_to,
    stated_of,
)

_COMPARED = compared()
_GOES_ON = goes_on()
_SPANS_TO = spans_to()
_LEADS_IN = leads_in()
_AGO = ago()
_ASIDE = aside()
_STATES = stated_of()
_NEW_YEAR = new_year()
_REACHING = reaching()
_THAT = pointing()
_SINCE = since()
_AFTER = after_event()
_COMPARING = comparing()
_PLANS = plans_compared()
_PRICES = price_years()
_WHOLE_YEAR, _YEAR_LED, _YEAR_SAID = whole_year()
_SEASON = season_start()
_YEAR = 4
"""Digits of a year."""
_SAME = restating()
_RESTATED = 40
"""Code points of such a bracket before its last date."""
_NEAR = 12
"""Numbers among which the year of a quarter is looked for."""
# The clause of a year, for text reversed: two words and more.
_CLAUSE = re.compile(r" (?:[^\W\d]++ ){1,20}[^\W\d]++(?= [^\w ]|[^\w ]|$)")
# What "cao hơn" compares with, up to its time: "cao hơn[ tốc độ tăng của khu vực này ]năm trước".
_ONE_CLAUSE = re.compile(r"[^,;:.()\d]{0,80}")
_RELATIVE = frozenset(("year", "own_year", "season", "month", "reported", "quarter", "day"))


class Time:
    """A time in a statement and what it does there."""

    __slots__ = ("baseline", "begin", "date", "end", "lead", "own", "period", "same", "start", "taken", "weak")

    def __init__(self, start: int, end: int, period: str, date: Date | None) -> None:
        """Take its span, the period it names, "" if that is not known, and the date it was read from."""
        self.start = start
        self.end = end
        self.period = period
        self.date = date
        self.begin = start
        """Where the words start that lead it in."""
        self.lead = ""
        """The first of those words."""
        self.same = False
        """Whether it is the same part of another year: "cùng kỳ"."""
        self.baseline = False
        """Whether something is compared with it."""
        self.own = False
        """Whether it is the text's own year, month or day: "năm nay"."""
        self.taken = False
        """Whether one figure has it right behind, so that it is not the time of others."""
        self.weak = False
        """Whether it stands without any word that makes it the time of something."""


def date_periods(drafts: Sequence[Draft], now: Now) -> None:
    """Give each date its period: a missing year is that of the date it leads to, or the document's."""
    year = month = 0
    for at in range(len(drafts) - 1, -1, -1):
        draft = drafts[at]
        if draft.kind != "date":
            continue
        date = draft.date
        if date is None:
            year = month = 0
            continue
        if date.day and not date.month and month:
            date = draft.date = date._replace(month=month)
        draft.period = period_of(date, date.year or year or _named_year(drafts, at) or now.year_for(date))
        near = at > 0 and drafts[at - 1].kind == "date" and draft.start - drafts[at - 1].end < 24
        year = (date.year or year) if near and (date.month or date.quarter) else 0
        month = date.month if near and date.day else 0


def _named_year(drafts: Sequence[Draft], at: int) -> int:
    """Return the year of the part of a year that a quarter goes on from: "9 tháng năm 2015 …, trong đó quý I"; or 0."""
    date = drafts[at].date
    if date is None or not date.quarter or date.ago:
        return 0
    for before in reversed(drafts[max(at - _NEAR, 0) : at]):
        part = before.date
        if before.kind == "date" and (part is None or part.year or not part.quarter):
            return part.year if part is not None and part.last and part.month and not part.day else 0
    return 0


def times_of(page: Page, drafts: Sequence[Draft], marks: Sequence[Cue], now: Now) -> list[Time]:
    """Return the times of a statement, in order."""
    times: list[Time] = []
    same: list[tuple[int, int]] = []
    compares = relative = False
    for kind, start, end, _ in marks:
        if kind == "baseline":
            compares = True
        elif kind == "same":
            same.append((start, end))
        elif kind in _RELATIVE:
            relative = True
    for at, draft in enumerate(drafts):
        if draft.kind != "date" or (draft.period is None and (not compares or draft.date is None)):
            continue
        if at and drafts[at - 1].kind == "reference" and draft.start - drafts[at - 1].end < 10:
            continue  # the date of a legal text says nothing of what the statement counts
        if page.low.endswith(_PRICES, page.start, draft.start):
            continue
        if times and _is_said_again(page, draft):
            continue
        first = times[-1] if times else None
        if first is not None and _is_span(page, first, draft):
            first.end, first.period = draft.end, f"{first.period}/{draft.period}"
            continue
        times.append(Time(draft.start, draft.end, draft.period or "", draft.date))
    if compares and now.year:
        times.extend(_years_ago(page, drafts, now))
    if relative:
        _add_relative(page, times, drafts, marks, now, compares)
    times.sort(key=_by_start)
    against = [end for kind, _, end, _ in marks if kind == "baseline"] if compares and relative else ()
    for time in times:
        _lead(page, time, same, compares)
        if against and time.date is None and not (time.baseline or time.own or time.lead):
            time.weak = any(end <= time.start and _ONE_CLAUSE.fullmatch(page.low, end, time.start) for end in against)
        opened = page.low[time.begin - 1 : time.begin] == "("
        if time.same and not time.baseline and len(time.period) == _YEAR and (time.date is None or opened):
            base = _nearest(times, time.begin)
            if base is not None:  # "(cùng kỳ năm trước đạt 46,7%)"
                time.period = period_of(base._replace(year=int(time.period)), 0) or time.period
    if same:
        for start, end in same:
            if not any(time.begin <= start < time.end for time in times):
                _bare_same(page, times, start, end, now)
        times.sort(key=_by_start)
    return _from_new_year(page, times) if any(time.lead in _REACHING for time in times) else times


def _is_said_again(page: Page, draft: Draft) -> bool:
    """Whether a date stands in a bracket that says another one in other words: "(tức ngày 5/1/2018 âm lịch)"."""
    opened = page.low.rfind("(", max(page.start, draft.start - _RESTATED), draft.start)
    return opened >= 0 and page.low.startswith(_SAME, opened + 1) and page.low.find(")", opened, draft.start) < 0


def _add_relative(
    page: Page, times: list[Time], drafts: Sequence[Draft], marks: Sequence[Cue], now: Now, compares: bool
) -> None:
    """Add the times that are named from where the text stands: "tháng trước", "năm nay"."""
    reach = -1
    for at, (kind, start, end, distance) in enumerate(marks):
        if kind in _RELATIVE and start >= reach and not (start > 1 and page.low[start - 2].isdecimal()):
            while at + 1 < len(marks) and marks[at + 1][1] == start and marks[at + 1][0] in _RELATIVE:
                at += 1
                kind, start, end, distance = marks[at]
            if page.low[start:end] in _WHOLE_YEAR and not _is_whole_year(page, start, end):
                continue
            counted = any(draft.kind == "figure" and draft.end <= start + 1 and start < draft.after for draft in drafts)
            if not counted and not any(time.start < end and start < time.end for time in times):
                base = _told(page, times, start, end, now, compares)
                if base is None and compares:
                    base = _told_behind(page, times, end, kind)
                period = _relative(kind, distance, base, now)
                if period is not None or compares:
                    time = Time(start, end, period or "", None)
                    time.own = not distance
                    time.baseline = page.low[start:end] in _COMPARING
                    times.append(time)
                    reach = end


def _from_new_year(page: Page, times: list[Time]) -> list[Time]:
    """Return the times, those up to which something is counted from the year's start on as spans from there on."""
    out: list[Time] = []
    for time in times:
        date = time.date
        if date is not None and date.month and not date.last and time.lead in _REACHING and "/" not in time.period:
            found = _NEW_YEAR.match(page.back, page.size - time.begin, page.size - page.start)
            if found is not None and time.period:
                year = time.period[:_YEAR]
                first = f"{year}-01-01/{time.period}"
                time.period = first if date.day else period_of(Date(0, int(year), 1, last=date.month), 0) or first
                time.begin = page.size - found.end()
                while out and out[-1].start >= time.begin:
                    out.pop()  # "từ đầu năm 2024 đến ngày 20/6/2024"
        out.append(time)
    return out


def _is_span(page: Page, first: Time, last: Draft) -> bool:
    """Whether two days, months or years are the ends of one span: "từ ngày 5/4 đến 20/4/2025"."""
    if first.date is None or last.date is None or last.period is None or last.start - first.end > 24:
        return False
    if "/" in first.period or "/" in last.period or not first.period < last.period:
        return False
    joint = _GOES_ON if first.date.day and last.date.day else _SPANS_TO
    alike = len(first.period) == len(last.period) and first.date.quarter == last.date.quarter == 0
    return alike and joint.match(page.low, first.end, last.start) is not None


def _years_ago(page: Page, drafts: Sequence[Draft], now: Now) -> Iterator[Time]:
    """Yield the times that a number of years leads back to: "so với 3 năm trước"."""
    for draft in drafts:
        if draft.kind == "figure" and draft.unit == "a" and draft.value == int(draft.value) and draft.value < now.year:
            found = _AGO.match(page.low, draft.after, page.end)
            if found is not None:
                yield Time(draft.start, found.end(), str(now.year - int(draft.value)), None)


def _by_start(time: Time) -> int:
    return time.start


def _nearest(times: Sequence[Time], start: int) -> Date | None:
    """The date that a time in words counts from: the last before it."""
    before = [time.date for time in times if time.end <= start and time.date is not None]
    return before[-1] if before else None


def _is_whole_year(page: Page, start: int, end: int) -> bool:
    """Whether "cả năm" is the time that something is told of: "dự kiến cả năm", "; cả năm ước đạt", no plan's."""
    if page.low[end + 1 : end + 2].isdecimal():
        return False
    if _YEAR_LED.match(page.back, page.size - start, page.size - page.start) is not None:
        return True
    opens = not page.low[page.start : start].strip() or page.low[start - 2 : start - 1] in ",;:.("
    return (opens and page.low[end : end + 1] in " ,:") or _YEAR_SAID.match(page.low, end, page.end) is not None


def _told(page: Page, times: Sequence[Time], start: int, end: int, now: Now, compares: bool) -> Date | None:
    """The date that a time in words counts from; one that only something is compared with where the words say so."""
    base = _nearest(times, start)
    if base is None or not compares or page.low.endswith(_THAT, start, end):
        return base
    told = [
        time for time in times if _COMPARED.match(page.back, page.size - time.start, page.size - page.start) is None
    ]
    return _nearest(told, start)


def _told_behind(page: Page, times: Sequence[Time], end: int, kind: str) -> Date | None:
    """The date that a comparison which opens its clause counts from: "So với tháng trước, CPI tháng 8/2021 tăng …"."""
    for time in times:
        date = time.date
        if date is None or time.start < end:
            continue
        fits = date.month if kind == "month" else date.quarter if kind == "quarter" else 0
        compared = _COMPARED.match(page.back, page.size - time.start, page.size - page.start) is not None
        return date if fits and date.year and not compared and page.low.find(";", end, time.start) < 0 else None
    return None


def _relative(kind: str, distance: int, base: Date | None, now: Now) -> str | None:
    year = base.year if base is not None and base.year and (kind != "own_year" or not now.year) else now.year
    if not year:
        return None
    if kind in ("year", "own_year"):
        return str(year + distance)
    if kind == "season":
        first = now.year + distance - (now.month < _SEASON)
        return f"{first}/{first + 1}" if now.month else None
    if kind == "reported":
        return f"{now.year - (now.reported > now.month)}-{now.reported:02}" if now.month else None
    if kind == "quarter":
        quarter = base.quarter if base is not None and base.quarter else (now.month + 2) // 3
        if not quarter:
            return None
        at = year * 4 + quarter - 1 + distance
        return f"{at // 4}-Q{at % 4 + 1}"
    if kind == "month":
        month = base.month if base is not None and base.month and not base.last else now.month
        if not month:
            return None
        at = year * 12 + month - 1 + distance
        return f"{at // 12}-{at % 12 + 1:02}"
    try:
        return (datetime.date(now.year, now.month, now.day) + datetime.timedelta(days=distance)).isoformat()
    except ValueError:
        return None


def _lead(page: Page, time: Time, same: Sequence[tuple[int, int]], compares: bool) -> None:
    """Find the words that lead in a time: "so với cùng kỳ năm", "đến hết"; the first only where anything compares."""
    back, size = page.back, page.size
    found = _COMPARED.match(back, size - time.start, size - page.start) if compares else None
    if found is not None:
        time.baseline = True
        time.begin = size - found.end()
        if _PLANS.search(page.low, time.begin, time.start) is not None:
            time.period = ""  # "đạt 62% so với kế hoạch năm 2025": measured against a plan, and no time
    else:
        found = _LEADS_IN.match(back, size - time.start, size - page.start)
        if found is not None:
            time.begin = size - found.end()
            time.lead = found[1][::-1] if found[1] else ""
            if time.lead in _ASIDE or (time.lead in _SINCE and _tells_event(page, time.begin)):
                time.weak = True  # "Sau khi hợp nhất từ ngày 01/7/2025, tỉnh có 124 xã"
        elif time.date is not None and not time.date.month and not time.date.quarter and not time.date.last:
            time.weak = not _ends_phrase(page, time.start)
    for start, _ in same:
        if time.begin <= start < time.end:
            time.same = True
    if time.same and time.baseline and time.date is None and time.period:
        time.period = f"same-period:{time.period}"


def _tells_event(page: Page, end: int) -> bool:
    """Whether the clause up to `end` tells of something that happened: "sau khi hợp nhất[ từ ngày 01/7/2025]"."""
    start = max(page.low.rfind(sign, page.start, end) for sign in ",;:(“") + 1
    return _AFTER.fullmatch(page.low, max(start, page.start), end) is not None


def _ends_phrase(page: Page, start: int) -> bool:
    """Whether a year stands behind words of its clause that are no name: "thu nhập bình quân[ 2024]"; not a title's."""
    found = _CLAUSE.match(page.back, page.size - start, page.size - page.start)
    return found is not None and page.text[page.size - found.end() + 1 : start].islower()


def _bare_same(page: Page, times: list[Time], start: int, end: int, now: Now) -> None:
    """Add "so với cùng kỳ" that names no year: the year before."""
    base = _nearest([time for time in times if not time.baseline], start)
    year = base.year if base is not None and base.year else now.told
    time = Time(start, end, f"same-period:{year - 1}" if year else "", None)
    time.baseline = page.low[start:end] in _COMPARING
    found = _COMPARED.match(page.back, page.size - start, page.size - page.start)
    if found is not None:
        time.baseline = True
        time.begin = page.size - found.end()
    elif base is not None and year and _STATES.match(page.low, end, page.end) is not None:
        time.period = period_of(base._replace(year=year - 1), 0) or time.period  # "(cùng kỳ là 46,7%)"
    time.same = True
    times.append(time)
