"""The times that a statement names, in digits and in words, and which of them it compares with."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dxtui.extract.numbers.dates import period_of
from dxtui.extract.numbers.draft import Date, Draft
from dxtui.extract.numbers.moment import Time, is_compared, is_year, nearest
from dxtui.extract.numbers.now import Now
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.relatives import RELATIVE, add_relative, may_compare
from dxtui.extract.numbers.years import spans_counted
from dxtui.lexicon.cues import Cue
from dxtui.lexicon.moments import (
    after_event,
    comparing,
    new_year,
    opens_clause,
    plans_compared,
    price_years,
    reaching,
    restating,
)
from dxtui.lexicon.times import (
    ago,
    aside,
    bracketed_span,
    changed_then,
    compared,
    goes_on,
    leads_in,
    since,
    spans_to,
    stated_of,
    till_now,
)

_COMPARED: Final = compared()
_GOES_ON: Final = goes_on()
_SPANS_TO: Final = spans_to()
_LEADS_IN: Final = leads_in()
_AGO: Final = ago()
_ASIDE: Final = aside()[0]
_TELLING: Final = aside()[1]
_SPAN_IN_BRACKETS: Final = bracketed_span()
_STATES: Final = stated_of()
_CHANGED: Final = changed_then()
_OPENING: Final = ' \t-–—•*+·“"('
_NEW_YEAR: Final = new_year()
_REACHING: Final = reaching()
_SINCE: Final = since()
_AFTER: Final = after_event()
_COMPARING: Final = comparing()
_PLANS: Final = plans_compared()
_PRICES: Final = price_years()
_TILL_NOW: Final = till_now()
_OPENS: Final = opens_clause()
_YEAR: Final = 4
"""Digits of a year."""
_SAME: Final = restating()
_RESTATED: Final = 40
"""Code points of such a bracket before its last date."""
_NEAR: Final = 12
"""Numbers among which the year of a quarter is looked for."""
# The clause of a year, for text reversed: two words and more.
_CLAUSE: Final = re.compile(r" (?:[^\W\d]++ ){1,20}[^\W\d]++(?= [^\w ]|[^\w ]|$)")
# What "cao hơn" compares with, up to its time: "cao hơn[ tốc độ tăng của khu vực này ]năm trước".
_ONE_CLAUSE: Final = re.compile(r"[^,;:.()\d]{0,80}")


def date_periods(page: Page, drafts: Sequence[Draft], now: Now, ordered: bool = False) -> None:
    """Give each date its period: a missing year is that of the date it leads to or goes on from, or the document's."""
    year = month = 0
    for at in range(len(drafts) - 1, -1, -1):
        draft = drafts[at]
        date = draft.date
        if date is None:
            if draft.kind == "date":
                year = month = 0
            continue
        if date.day and not date.month and month:
            date = draft.date = date._replace(month=month)
        draft.period = period_of(
            date, date.year or year or _named_year(page, drafts, at, now) or now.year_for(date, ordered)
        )
        near = at > 0 and drafts[at - 1].kind == "date" and draft.start - drafts[at - 1].end < 24
        if near and page.low[drafts[at - 1].end : draft.start].strip() and is_compared(page, draft.start):
            near = False  # "so với quý II và ít hơn quý III/2023"
        year = (date.year or year) if near and (date.month or date.quarter) else 0
        month = date.month if near and date.day else 0


def _named_year(page: Page, drafts: Sequence[Draft], at: int, now: Now) -> int:
    """Return the year that a part of a year takes from what its statement named before; or 0.

    That is the year that opens a clause, "năm 2024 thu 5 tỷ, quý IV thu 2 tỷ", one to come, "kế hoạch năm 2025 …, riêng
    tháng 4", or that of a part which it goes on from: "9 tháng năm 2015 …, trong đó quý I", "quý I/2024 …, quý II".
    """
    date = drafts[at].date
    if date is None or date.ago or date.day or not (date.month or date.quarter or date.week):
        return 0
    for before in reversed(drafts[max(at - _NEAR, 0) : at]):
        part = before.date
        if part is None or not part.year:
            if part is None and before.kind == "date":
                return 0
            continue
        if part.day:
            return 0
        if not (part.month or part.quarter or part.week):
            opens = not part.last and (
                part.year > now.year > 0 or _OPENS.match(page.back, page.size - before.start, page.size - page.start)
            )
            return part.year if opens and not is_compared(page, before.start) else 0
        if date.quarter and part.last and part.month:
            return part.year
        later = date.quarter > part.quarter > 0 or date.month > part.month > 0 or date.week > part.week > 0
        return part.year if later and not is_compared(page, before.start) else 0
    return 0


def times_of(page: Page, drafts: Sequence[Draft], marks: Sequence[Cue], now: Now) -> list[Time]:
    """Return the times of a statement, in order."""
    times: list[Time] = []
    spans = spans_counted(page, drafts)
    same: list[tuple[int, int]] = []
    compares = relative = False
    for kind, start, end, _ in marks:
        if kind == "baseline":
            compares = True
        elif kind == "same" and may_compare(page, start, end):
            same.append((start, end))
        elif kind in RELATIVE:
            relative = True
    for at, draft in enumerate(drafts):
        if draft.date is None and draft.kind != "date":
            continue
        if draft.period is None and (not compares or draft.date is None):
            continue
        if at and drafts[at - 1].kind == "reference" and draft.start - drafts[at - 1].end < 10:
            continue  # the date of a legal text says nothing of what the statement counts
        if page.low.endswith(_PRICES, page.start, draft.start):
            continue
        if times and _is_said_again(page, draft):
            continue
        first = times[-1] if times else None
        if first is not None and first.end <= draft.start and first.start in spans:
            period, end = spans[first.start]
            if draft.end <= end:
                first.end, first.period = draft.end, period
                continue
        if first is not None and _is_span(page, first, draft):
            first.end, first.period = draft.end, f"{first.period}/{draft.period}"
            continue
        times.append(Time(draft.start, draft.end, draft.period or "", draft.date))
    if compares and now.year:
        times.extend(_years_ago(page, drafts, now))
    if relative:
        add_relative(page, times, drafts, marks, now, compares)
    times.sort(key=_by_start)
    against = [end for kind, _, end, _ in marks if kind == "baseline"] if compares and relative else ()
    for time in times:
        _lead(page, time, same, compares)
        if against and time.date is None and not (time.baseline or time.own or time.lead):
            time.weak = any(end <= time.start and _ONE_CLAUSE.fullmatch(page.low, end, time.start) for end in against)
        if time.lead in _SINCE and time.period and _TILL_NOW.match(page.low, time.end, page.end) is not None:
            time.period = _until(time.period, now)  # "từ năm 2018 đến nay"
        if time.same and not time.baseline and len(time.period) == _YEAR:
            base = nearest(times, time.begin)
            if base is not None:  # "(cùng kỳ năm trước đạt 46,7%)"
                time.period = period_of(base._replace(year=int(time.period)), 0) or time.period
    if same:
        for start, end in same:
            if not any(time.begin <= start < time.end for time in times):
                _bare_same(page, times, start, end, now)
        times.sort(key=_by_start)
    return _from_new_year(page, times) if any(time.lead in _REACHING for time in times) else times


def _until(first: str, now: Now) -> str:
    """Return the span from a period up to the text's own time, "" if that is not known so closely."""
    last = str(now.year) if now.year else ""
    if len(first) > _YEAR and "Q" not in first:
        last = f"{last}-{now.month:02}" if now.month else ""
        if len(first) > len(last) and last:
            last = f"{last}-{now.day:02}" if now.day else ""
    if "/" in first or not last or "Q" in first:
        return ""
    return first if first >= last else f"{first}/{last}"


def _is_said_again(page: Page, draft: Draft) -> bool:
    """Whether a date stands in a bracket that says another one in other words: "(tức ngày 5/1/2018 âm lịch)"."""
    opened = page.low.rfind("(", max(page.start, draft.start - _RESTATED), draft.start)
    return opened >= 0 and page.low.startswith(_SAME, opened + 1) and page.low.find(")", opened, draft.start) < 0


def _from_new_year(page: Page, times: list[Time]) -> list[Time]:
    """Return the times, those up to which something is counted from the year's start on as spans from there on."""
    out: list[Time] = []
    for time in times:
        date = time.date
        if (
            date is not None
            and (date.month or date.week)
            and not date.last
            and time.lead in _REACHING
            and "/" not in time.period
        ):
            found = _NEW_YEAR.match(page.back, page.size - time.begin, page.size - page.start)
            if found is not None and time.period:
                year = time.period[:_YEAR]
                first = f"{year}-01-01/{time.period}"
                time.period = (
                    first if date.day or date.week else period_of(Date(0, int(year), 1, last=date.month), 0) or first
                )
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
        if draft.kind == "figure" and draft.unit == "a" and draft.value < now.year and draft.value == int(draft.value):
            found = _AGO.match(page.low, draft.after, page.end)
            if found is not None:
                yield Time(draft.start, found.end(), str(now.year - int(draft.value)), None)


def _by_start(time: Time) -> int:
    return time.start


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
        if found is None and "/" in time.period:
            found = _SPAN_IN_BRACKETS.match(back, size - time.start, size - page.start)
        if found is not None:
            time.begin = size - found.end()
            time.lead = found[1][::-1] if found[1] else ""
            if (time.lead in _ASIDE and not (time.lead in _TELLING and _opens(page, time))) or (
                time.lead in _SINCE and _tells_event(page, time.begin)
            ):
                time.weak = True  # "Sau khi hợp nhất từ ngày 01/7/2025, tỉnh có 124 xã"
        elif time.date is not None and is_year(time.date):
            time.weak = not _ends_phrase(page, time.start)
    for start, _ in same:
        if time.begin <= start < time.end:
            time.same = True


def _opens(page: Page, time: Time) -> bool:
    """Whether what follows is of a time: it opens its sentence, "Hồi tháng 3 tỉnh …", or a colon is behind."""
    sign = page.low[time.end : time.end + 1]
    return sign == ":" or (sign in (",", " ") and not page.low[page.start : time.begin].strip(_OPENING))


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
    base = nearest([time for time in times if not time.baseline], start)
    year = base.year if base is not None and base.year else now.told
    time = Time(start, end, f"same-period:{year - 1}" if year else "", None)
    time.baseline = page.low[start:end] in _COMPARING
    found = _COMPARED.match(page.back, page.size - start, page.size - page.start)
    if found is not None:
        time.baseline = True
        time.begin = page.size - found.end()
    elif base is not None and year and _tells_then(page, start, end):
        time.period = period_of(base._replace(year=year - 1), 0) or time.period  # "(cùng kỳ là 46,7%)"
    time.same = True
    times.append(time)


def _tells_then(page: Page, start: int, end: int) -> bool:
    """Whether "cùng kỳ" tells how much it was then: "(cùng kỳ là 46,7%)", and in a bracket "(cùng kỳ tăng 7,8%)"."""
    if _STATES.match(page.low, end, page.end) is not None:
        return True
    return page.low[start - 1 : start] == "(" and _CHANGED.match(page.low, end, page.end) is not None
