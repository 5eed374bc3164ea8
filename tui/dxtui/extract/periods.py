"""What time a figure speaks of, and what time it is compared with."""

import re
from collections import Counter
from datetime import date as Day

from dxtui.extract import dates
from dxtui.extract.draft import Draft
from dxtui.extract.page import Page
from dxtui.lexicon.cues import Cue
from dxtui.lexicon.times import compared, leads_in

_FULL = re.compile(r"(?<![\d/.-])\d{1,2}[/-]\d{1,2}[/-]((?:19|20)\d\d)(?![\d/])|ngày \d{1,2} tháng \d{1,2} năm ((?:19|20)\d\d)")
_YEARS = re.compile(r"(?<![\d./,-])(?:19|20)\d\d(?![\d.,/%-])")
_COMPARED = compared()
_LEADS_IN = leads_in()
_SAME_CLAUSE = re.compile(r"[^,;.:()]*\Z")


class Time:
    """A date or a word for a time in a statement, and what it does there."""

    __slots__ = ("baseline", "begin", "day", "end", "lead", "period", "start")

    def __init__(self, start: int, end: int, period: str | None) -> None:
        """Take its span and the period it names."""
        self.start = start
        self.end = end
        self.period = period
        self.baseline = False
        self.begin = start
        self.lead = ""
        self.day = False


def year_of(page: Page, anchor: str | None) -> int:
    """Return the year a date without one means: the anchor's, or the text's own where it leaves no doubt; else 0."""
    if anchor and anchor[:4].isdigit():
        return int(anchor[:4])
    full = _FULL.search(page.low)
    if full is not None:
        return int(full[1] or full[2])
    years = Counter(found[0] for found in _YEARS.finditer(page.low)).most_common(2)
    if not years or (len(years) > 1 and years[0][1] <= years[1][1] + 1):
        return 0
    return int(years[0][0])


def assign(page: Page, drafts: list[Draft], marks: list[Cue], year: int) -> None:
    """Give the dates of a statement their periods, and its figures their period, baseline and role of a target."""
    times = _times(page, drafts, marks, year)
    figures = [draft for draft in drafts if draft.kind == "figure"]
    if not figures:
        return
    _targets(page, figures, marks)
    _ranks(page, figures, marks)
    if not times:
        return
    _baselines(page, figures, times)
    _periods(page, figures, times)


def _times(page: Page, drafts: list[Draft], marks: list[Cue], year: int) -> list[Time]:
    times: list[Time] = []
    following = 0
    for at in range(len(drafts) - 1, -1, -1):
        draft = drafts[at]
        if draft.kind != "date":
            continue
        date = page.dates.get(draft.start)
        if date is not None:
            draft.period = dates.period_of(date, following or year)
            if date.year and not date.this_year:
                following = date.year if at and drafts[at - 1].kind == "date" and draft.start - drafts[at - 1].end < 24 else 0
            else:
                following = 0
        if draft.period is None:
            continue
        time = Time(draft.start, draft.end, draft.period)
        time.day = date is not None and bool(date.day)
        if at and drafts[at - 1].kind == "reference" and draft.start - drafts[at - 1].end < 10:
            continue
        times.append(time)
    last_end = -1
    for kind, start, end, distance in marks:
        if kind in ("year", "month", "quarter", "day") and year and start >= last_end:
            if any(time.start < end and start < time.end for time in times):
                continue
            if kind == "year":
                times.append(Time(start, end, str(year + distance)))
                last_end = end
    times.sort(key=lambda time: time.start)
    back, size = page.back, page.size
    for time in times:
        found = _COMPARED.match(back, size - time.start, size - page.start)
        if found is not None:
            time.baseline = True
            time.begin = size - found.end()
        else:
            found = _LEADS_IN.match(back, size - time.start, size - page.start)
            if found is not None:
                time.begin = size - found.end()
                time.lead = found[1][::-1] if found[1] else ""
    return times


def _baselines(page: Page, figures: list[Draft], times: list[Time]) -> None:
    low = page.low
    since = page.start
    for time in times:
        if not time.baseline:
            changes = [f for f in figures if f.role == "change" and since <= f.end <= time.begin]
            if time.lead == "từ" and changes and not low.startswith((" đến", " tới", "-", " -", " –"), time.end):
                nearest = changes[-1]
                if _SAME_CLAUSE.match(low[nearest.end : time.begin]):
                    time.baseline = True
                    nearest.baseline = time.period
            continue
        hit = False
        for figure in figures:
            if figure.end > time.begin or figure.start < since:
                continue
            if figure.role in ("change", "multiple") and figure.baseline is None and ";" not in low[figure.end : time.begin]:
                figure.baseline = time.period
                hit = True
        if not hit:
            before = [f for f in figures if since <= f.end <= time.begin]
            if before and time.begin - before[-1].after < 4:
                before[-1].baseline = time.period
                hit = True
        if not hit:
            for figure in figures:
                if figure.start > time.end and figure.role in ("change", "multiple") and figure.baseline is None:
                    if ";" in low[time.end : figure.start]:
                        break
                    figure.baseline = time.period
        since = time.end


def _periods(page: Page, figures: list[Draft], times: list[Time]) -> None:
    low = page.low
    plain = [time for time in times if not time.baseline]
    for figure in figures:
        chosen: Time | None = None
        for time in plain:
            if time.end <= figure.start:
                if time.lead or time.day or low[time.start].isalpha():
                    chosen = time
                continue
            if time.start < figure.end:
                continue
            gap = low[figure.after : time.begin]
            if len(gap) < 3 and (time.lead or gap.strip() in ("", "(")):
                chosen = time
            elif chosen is None and time.lead in ("trong", "vào", "đến", "tới", "trước") and _SAME_CLAUSE.match(gap) and not any(c.isdigit() for c in gap.replace(" 4", "").replace(" 3", "")):
                chosen = time
            break
        if chosen is not None:
            figure.period = chosen.period


def _targets(page: Page, figures: list[Draft], marks: list[Cue]) -> None:
    aim = demand = -1
    at = 0
    for figure in figures:
        while at < len(marks) and marks[at][1] < figure.start:
            kind, start, end, _ = marks[at]
            at += 1
            if kind == "aim":
                aim = end
            elif kind == "demand":
                demand = end
            elif kind == "past":
                aim = demand = -1
        if figure.role not in ("level", "change"):
            continue
        if aim >= 0 and ";" not in page.low[aim : figure.start]:
            figure.role, figure.direction = "target", None
        elif demand >= 0 and figure.qualifier in ("at_least", "at_most"):
            figure.role, figure.direction = "target", None


def _ranks(page: Page, figures: list[Draft], marks: list[Cue]) -> None:
    for figure in figures:
        if figure.of is not None and figure.role == "level":
            if any(kind == "rank" and start < figure.start for kind, start, _, _ in marks):
                figure.role = "rank"
