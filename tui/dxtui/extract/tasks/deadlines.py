"""By when a task is to be done."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date as day_of
from datetime import timedelta
from typing import Final

from dxtui.lexicon.deadlines import deadline_words
from dxtui.model import Mention, Number
from dxtui.text.places import first_from

_WINDOW: Final = 40
_LONGEST_LEAD: Final = 5
_YEAR: Final = 4
_MONTH: Final = 7
_DAY: Final = 10
"""Lengths of periods."""
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK: Final = re.compile(r"\d{1,2}[hg:]\d{0,2}")
_WITHIN: Final = " trong "
_SINCE: Final = " từ "
_PLACED: Final = re.compile(r", (?:ngày )?\Z")
_HEAD_NAMES: Final = 8
"""So many dates and names stand at most before the day on which the text was issued."""
_NUMBERED: Final = re.compile(r"\d/|-")
_SATURDAY: Final = 5
_NEAR: Final = 12
_FEW: Final = 4
"""Most dates that are said together to come again."""
_LIST_MARKS: Final = " -–+•*"


class Deadlines:
    """Finds deadlines among the dates of a text."""

    def __init__(
        self,
        text: str,
        key: str,
        signs: bytes,
        numbers: Sequence[Number],
        mentions: Sequence[Mention],
        today: str | None,
    ) -> None:
        """Take the text, it in the one spelling and searchable, what was found in it, and the day of the text."""
        self._text = text
        self._key = key
        self._words = deadline_words()
        self._dates = [n for n in numbers if n.kind == "date" and n.period]
        self._starts = [n.start for n in self._dates]
        self._mentions = mentions
        self._mention_starts = [m.start for m in mentions]
        first = next((n.period for n in self._dates if n.period and len(n.period) == _DAY), None)
        self._today = today if today is not None and len(today) == _DAY else first
        """The day of the text, or the first that it names: from it times in words are counted."""
        self._dated = self._today if self._today is not None and _ISO.fullmatch(self._today) else None
        """The same, if it is written as a day is."""
        self._issued = self._head_date()
        self._year: int | None = None
        found = self._words.relatives.find_matches_as_indexes(signs, overlapping=True)
        self._relatives = sorted([start - 1 for _, start, _ in found])

    def _head_date(self) -> str | None:
        """Return the day on which the text was issued: that behind a place in its head, "Đà Lạt, ngày 12/01/2026"."""
        places = {m.end for m in self._mentions[:_HEAD_NAMES] if m.type == "place"}
        for date in self._dates[:_HEAD_NAMES]:
            before = _PLACED.search(self._key, max(0, date.start - _WINDOW), date.start)
            if before is not None and before.start() in places and len(date.period or "") == _DAY:
                return date.period
        return None

    def within(self, start: int, end: int, deed: int = 0) -> str | None:
        """Return the deadline in the clause [start, end) as a period; None if it has none.

        A day before `deed` that nothing makes a deadline is when it was asked for.
        """
        at = first_from(self._starts, start)
        weak: str | None = None
        coming: str | None = None
        stage: str | None = None
        year: str | None = None
        while at < len(self._dates) and self._starts[at] < end:
            date = self._dates[at]
            at += 1
            if self._named(date.start) or self._recurs(at - 1):
                continue
            before = self._key[max(start, date.start - _WINDOW) : date.start].replace("“", " ").split()
            if "/" in (date.period or "")[4:5]:
                if date.end < deed and self._key.startswith(self._words.purposes, start):
                    continue
                spans = self._words.spans
                if self._key[start : date.start].strip(_LIST_MARKS) in spans or " ".join(before[-3:]) in spans:
                    weak = weak or date.period
                continue
            makes, bare = self._lead(before)
            if before and before[-1] in self._words.given and self._is_said(date.end, deed):
                continue
            if makes == "deadline":
                period = self._feast(start, date) or self._ahead(date)
                if year is None and len(period) == _YEAR:
                    year = period  # "lập Quy hoạch đến năm 2030 … trước ngày 5/3/2025": a day tells more.
                elif year is None or len(period) == _DAY:
                    if self._words.stages.search(self._key, start, date.start) is None:
                        return stage or period
                    stage = period  # What is to be done in stages is done with the last of them.
                continue
            if makes or weak is not None:
                continue
            numbered = bare and _NUMBERED.search(bare[-1])  # "Báo cáo số 552/BC-UBND ngày 1/12"
            if coming is None and not numbered and self._is_coming(date.period):
                # "Ngày 27/11, ông A cho biết tỉnh sẽ …": the day is that of the word.
                coming = None if self._is_said(date.end, deed) else date.period
            if len(bare) == 1 and not bare[0].strip(_LIST_MARKS):
                bare = []  # "- Năm 2026: mở 3 lớp"
            told = (not bare or date.end < deed) and len(date.period or "") == _DAY
            if not told and (not bare or bare[-1].endswith(",")) and self._ends_part(date.end, end):
                weak = date.period
        return stage or year or self._counted(start, end) or self._relative(start, end) or weak or coming

    def _is_said(self, end: int, deed: int) -> bool:
        """Whether an order or word is told of between a time that ends at `end` and the deed: it was given then."""
        return end < deed and self._words.said.search(self._key, end, deed) is not None

    def _recurs(self, at: int) -> bool:
        """Whether a date comes again, by itself or as one of a few: "trước ngày 15/6 và 15/12 hằng năm"."""
        for number in range(at, min(at + _FEW, len(self._dates))):
            end = self._dates[number].end
            if self._words.again.match(self._key, end) is not None:
                return True
            following = self._starts[number + 1] if number + 1 < len(self._starts) else end
            if self._key[end:following].strip() not in self._words.joints:
                return False
        return False

    def _ahead(self, date: Number) -> str:
        """Return when `date` is by which something is to be: without a year it does not lie in one gone by."""
        period = date.period or ""
        written = period[:_YEAR] in self._text[date.start : date.end]
        gone = self._today is not None and period[:_YEAR] < self._today[:_YEAR]
        if written or not gone or len(period) not in (_MONTH, _DAY):
            return period
        return f"{int(period[:_YEAR]) + 1}{period[_YEAR:]}"

    def _is_coming(self, period: str | None) -> bool:
        """Whether a day or month lies behind the one on which the text was written, as far as that is known."""
        return self._today is not None and len(period or "") in (_MONTH, _DAY) and (period or "") > self._today

    def comes(self, place: int) -> bool:
        """Whether the first date behind `place` is of a year behind the one in which the text was written."""
        at = first_from(self._starts, place)
        period = self._dates[at].period or "" if at < len(self._dates) else ""
        return self._today is not None and period[:_YEAR] > self._today[:_YEAR]

    def is_past(self, start: int, end: int) -> bool:
        """Whether [start, end) starts with a day no later than the text, apart: "Ngày 28/6/2024, (Sở A họp)"."""
        at = first_from(self._starts, start)
        if self._today is None or at == len(self._starts) or self._starts[at] >= end:
            return False
        date = self._dates[at]
        lead, period = self._key[start : date.start].strip(), date.period or ""
        apart = self._key.startswith(",", date.end) and (not lead or lead in self._words.days)
        return apart and len(period) == _DAY and period <= self._today

    def named(self, start: int, end: int, *, last: bool = False) -> str | None:
        """Return the first time, or the `last`, that is named in [start, end) outside a name; None if there is none."""
        at = first_from(self._starts, start)
        period: str | None = None
        while at < len(self._dates) and self._starts[at] < end and (last or period is None):
            period = self._ahead(self._dates[at]) if not self._named(self._starts[at]) else period
            at += 1
        return period

    def has_date(self, start: int, end: int) -> bool:
        """Whether a date starts in [start, end)."""
        at = first_from(self._starts, start)
        return at < len(self._starts) and self._starts[at] < end

    def has_times(self, start: int, end: int) -> bool:
        """Whether two times stand in [start, end): two dates, or one and a time that is counted from now."""
        dates = first_from(self._starts, end) - first_from(self._starts, start)
        return dates > 1 or (dates == 1 and self._words.coming.search(self._key, start, end) is not None)

    def soon(self, place: int, end: int) -> str | None:
        """Return the time that stands right behind a deed that ends at `place`: "khởi công năm 2027"."""
        at = first_from(self._starts, place)
        near = at < len(self._starts) and self._starts[at] <= min(place + _NEAR, end)
        near = near and not self._key.startswith(_SINCE, place)
        return self._dates[at].period if near and not self._named(self._starts[at]) else None

    def past(self, place: int, end: int) -> int:
        """Return where the words go on behind a time at `place`: "(dự kiến) cuối tháng 8 hoàn thành"; else `place`."""
        at = first_from(self._starts, place)
        if at == len(self._starts) or self._starts[at] > min(end, place + _WINDOW):
            return place
        behind = self._dates[at].end + 1 + (self._text[self._dates[at].end : self._dates[at].end + 1] == ",")
        first = self._starts[at] == place
        return behind if first or self.is_time(place, self._dates[at].end) else place

    def is_time(self, start: int, end: int) -> bool:
        """Whether [start, end) is a time by which something is to be, and nothing else: "Đến ngày 5/3/2025"."""
        at = first_from(self._starts, start)
        if at == len(self._starts) or self._starts[at] >= end or self._key[self._dates[at].end : end].strip():
            return False
        lead = self._key[start : self._starts[at]].strip()
        makes, rest = self._lead(lead.split())
        return lead in self._words.spans or (makes == "deadline" and len(rest) <= 1)

    def _lead(self, before: list[str]) -> tuple[str, list[str]]:
        """Return what the words before a date make of it, and those words without the kind of date it is.

        "deadline", "other", or "" where they make nothing of it.
        """
        words = self._words
        size = len(before)
        makes = ""
        while size:
            for count in range(1, min(_LONGEST_LEAD, size) + 1):
                phrase = " ".join(before[size - count : size])
                if phrase in words.never_date:
                    return "other", before
                if phrase in words.before_date:
                    makes = "deadline"
            if size > 2 and " ".join(before[size - 3 : size]) in words.between:
                size -= 3
            elif size > 1 and f"{before[size - 2]} {before[size - 1]}" in words.between:
                size -= 2
            elif before[size - 1] in words.between:
                size -= 1
            elif size > 1 and before[size - 1] in words.hours and before[size - 2].isdecimal():
                size -= 2
            elif size > 2 and before[size - 2] in words.hours and before[size - 3].isdecimal():
                size -= 3  # "trước 16 giờ 30 ngày 10/12"
            elif _CLOCK.fullmatch(before[size - 1]):
                size -= 1
            else:
                break
        return makes, before[:size]

    def _ends_part(self, at: int, end: int) -> bool:
        return at >= end or self._text[at] in ",;.:)"

    def _named(self, place: int) -> bool:
        """Whether `place` lies in a name."""
        at = first_from(self._mention_starts, place + 1) - 1
        return at >= 0 and self._mentions[at].end > place

    def _relative(self, start: int, end: int) -> str | None:
        at = first_from(self._relatives, start)
        if at == len(self._relatives) or self._relatives[at] >= end:
            return None
        found = self._words.relative.search(self._key, start, end)
        if found is None:
            return None
        unit, by = self._words.away[found[0]]
        if unit == "year":
            return str(self._this_year() + by) if self._this_year() else None
        today = self._today
        if today is None:
            return None
        if unit == "feast":
            feast = next((day for day in self._words.feast_days if day > today), None)
            return self._by_feast(feast, found.end(), end)
        months = int(today[:4]) * 12 + int(today[5:7]) - 1 + by * (3 if unit == "quarter" else 1)
        year, month = divmod(months, 12)
        return f"{year}-Q{month // 3 + 1}" if unit == "quarter" else f"{year}-{month + 1:02}"

    def _feast(self, start: int, date: Number) -> str | None:
        """Return by when the feast is whose year `date` is."""
        if self._words.feasts.search(self._key, max(start, date.start - _WINDOW), date.start) is None:
            return None
        feast = next((day for day in self._words.feast_days if day[:4] == date.period), None)
        return self._by_feast(feast, date.end, date.end + _WINDOW)

    def _by_feast(self, feast: str | None, at: int, end: int) -> str | None:
        """Return the month of the day `feast`, or the day so many days before it as are told behind `at`."""
        if feast is None:
            return None
        before = self._words.days_before.match(self._key, at, end)
        if before is None:
            return feast[:_MONTH]
        return (day_of.fromisoformat(feast) - timedelta(days=int(before[1]))).isoformat()

    def _counted(self, start: int, end: int) -> str | None:
        """Return the day that stands so long after the one on which the text was issued."""
        ahead = None
        if self._dated is not None and self._key.find(_WITHIN, start, end) >= 0:
            ahead = self._words.coming.search(self._key, start, end)
        if ahead is not None and self._dated is not None:
            return self._after(self._dated, int(ahead[1]), self._words.units[ahead[2]])
        if self._issued is None:
            return None
        found = self._words.since.search(self._key, start, end) if self._key.find(_SINCE, start, end) >= 0 else None
        found = found or self._words.reviews.search(self._key, start, end)
        if found is None:
            return None
        return self._after(self._issued, int(found[1]), self._words.units[found[2]])

    @staticmethod
    def _after(issued: str, count: int, unit: str) -> str:
        """Return the day, or the month, that lies so many units behind the day `issued`."""
        day = day_of.fromisoformat(issued)
        if unit in ("month", "year"):
            count *= 12 if unit == "year" else 1
            years, month = divmod(day.year * 12 + day.month - 1 + count, 12)
            return f"{years}-{month + 1:02}"
        while count and unit == "workday":
            day += timedelta(days=1)
            count -= day.weekday() < _SATURDAY
        return (day + timedelta(days=count * (7 if unit == "week" else 1))).isoformat()

    def _this_year(self) -> int:
        """Return the year the text stands in: that of its first full date, else the one it names most; 0 if none."""
        if self._year is None:
            named = self._today[:4] if self._today else ""
            if not named:
                years = Counter(n.period[:4] for n in self._dates if n.period and not self._named(n.start))
                named = years.most_common(1)[0][0] if years else ""
            self._year = int(named) if named.isdigit() else 0
        return self._year
