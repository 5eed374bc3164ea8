"""Whether digits with a slash or dash are a day and month or an amount: 28/7, 25/25, 31-3, 5-7 ngày."""

import re
from typing import Final

from dxtui.extract.numbers.amounts import counted_follows, is_amount
from dxtui.extract.numbers.dates import dashed_day_at, dated, day_month_at, month_year_at
from dxtui.extract.numbers.draft import Date, Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.after import range_words
from dxtui.lexicon.before import Before, joins
from dxtui.lexicon.moments import named_days
from dxtui.lexicon.numerals import parted
from dxtui.lexicon.times import day_leads, known_days, parts_before

_LEADS: Final = day_leads()
_NAMED: Final = named_days()
_KNOWN: Final = known_days()
_PARTS: Final = parts_before()
_JOINS: Final = joins()
_PARTED: Final = parted()[0]
_DAYS_AFTER_ALL: Final = parted()[1]
_LARGEST_PART: Final = 10
_RANGE_WORDS: Final = range_words()
_DASHES: Final = ("-", "–")
_SPAN: Final = re.compile(r" ?[-–] ?")
# A day and a month with a nought before each, and nothing that is counted behind: "(04/08)".
_PADDED: Final = re.compile(r"0\d/0\d(?!\d| ?\w)")
_NEXT_DAY: Final = re.compile(r" ?[-–] ?\d{1,2}/\d{1,2}/(?:19|20)\d\d(?!\d)")


def dashed_day(page: Page, start: int) -> Draft | None:
    """Return the date with a dash at `start` if a word of time leads it in and nothing is counted: "đến 31-3"."""
    date = dashed_day_at(page, start)
    if date is None or is_amount(page, date.end):
        return None
    led = _LEADS.match(page.back, page.size - start, page.size - page.start) is not None
    return dated(page, start, date) if led else None


def days_in_brackets(page: Page, start: int) -> Draft | None:
    """Return the days of one month that start at `start` and fill a bracket: "(2 – 4/9)", "(từ 2 - 4/9)"."""
    date = day_month_at(page, start)
    if date is None or not date.last or page.low[date.end : date.end + 1] != ")":
        return None
    led = page.low[start - 1] == "(" or _LEADS.match(page.back, page.size - start, page.size - page.start) is not None
    return dated(page, start, date) if led else None


def _ends_days(page: Page, start: int, previous: Draft | None) -> bool:
    """Whether the day at `start` ends a list of days that lack their month: "ngày 5 và 6/6"."""
    if previous is None or previous.kind != "date" or (previous.date is not None and previous.date.month):
        return False
    return page.low[previous.start : previous.end].isdecimal() and (
        _JOINS.fullmatch(page.low, previous.end, start) is not None
    )


def _goes_on_day(page: Page, start: int, date: Date, previous: Draft | None) -> bool:
    """Whether the day at `start` is the later end of a span whose first day stands before it: "30/4 - 1/5 năm nay"."""
    first = previous.date if previous is not None and previous.kind == "date" else None
    if previous is None or first is None or not first.day or first.year or first.last:
        return False
    later = (first.month, first.day) < (date.month, date.day)
    return later and _SPAN.fullmatch(page.low, previous.end, start) is not None


def _goes_on_ratio(page: Page, start: int, previous: Draft) -> bool:
    """Whether the ratio before reaches to the digits at `start`: "chỉ bằng 1/3 đến 1/2"."""
    gap = page.low[previous.after : start].strip()
    return previous.of is not None and (gap in _RANGE_WORDS or gap in _DASHES)


def _is_part(page: Page, start: int, date: Date) -> bool:
    """Whether what reads as a day is a part of what stands behind it: "có tới 2/3 số doanh nghiệp"."""
    if not 0 < date.day < date.month <= _LARGEST_PART or date.year:
        return False
    return page.low.startswith(_PARTED, date.end) and not page.low.endswith(_DAYS_AFTER_ALL, page.start, start)


def day_or_ratio(page: Page, start: int, end: int, before: Before, previous: Draft | None) -> Draft | None:
    """Return the date that the digits at `start` are, or None for a ratio; `previous` is the number before it."""
    date = month_year_at(page, start) or day_month_at(page, start)
    if previous is not None and previous.kind == "figure" and _goes_on_ratio(page, start, previous):
        return None
    if date is not None and date.day and date.end >= end and _goes_on_day(page, start, date, previous):
        return dated(page, start, date)
    if date is not None and _is_part(page, start, date):
        return None
    if date is None or date.end < end or before.rank or before.qualifier or counted_follows(page, date.end):
        return None
    if not date.day:
        return dated(page, start, date)
    led = _LEADS.match(page.back, page.size - start, page.size - page.start) is not None
    if led or _ends_days(page, start, previous):
        return dated(page, start, date)
    if _NEXT_DAY.match(page.low, date.end, page.end) is not None:
        return dated(page, start, date)  # "02/09–27/09/2024"
    if before.link:
        named = _NAMED.match(page.back, page.size - start, page.size - page.start) is not None
        return dated(page, start, date) if named else None
    if _PADDED.match(page.low, start, page.end) is not None:
        return dated(page, start, date)
    known = page.low[start:end] in _KNOWN and not page.low.endswith(_PARTS, page.start, start)
    if date.day > date.month or known:
        return dated(page, start, date)
    return None
