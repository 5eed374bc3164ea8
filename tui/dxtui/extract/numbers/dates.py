"""Dates: days, months, quarters, years and spans of them, read where they start."""

import re
from calendar import monthrange
from typing import Final

from dxtui.extract.numbers.draft import Date, Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.calendar import calendar, day_words, halves, year_words
from dxtui.lexicon.subjects import measure_ends

_new: Final = tuple.__new__
"""What makes a named tuple, without the function between that takes as long again: a text has thousands."""
_CALENDAR: Final = calendar()
_HALVES: Final = halves()
_MEASURES: Final = measure_ends()
_YEAR_WORDS: Final = tuple(year_words())
_LAST_DAY: Final = 28
_LAST_MONTH: Final = 12
_LAST_WEEK: Final = 53
_QUARTER: Final = 3
_HALF_YEAR: Final = 6
_YEAR: Final = 12
_OPENING: Final = ("", ";", ":", "(")
_SIGNS: Final = ' -–+*•“"'
_COMMON_YEAR: Final = 2023
"""A year whose February has 28 days."""
_WEEKDAY_JOINT: Final = re.compile(rf", (?:{'|'.join(day_words())} )?")
_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def _year(written: str | None) -> int:
    return int(written) if written else 0


_DATE_SIGNS: Final = frozenset("-/.")
# When a page was put out, the year by two digits: "05-06-24 14:30".
_STAMP: Final = re.compile(r"(\d\d)[-/](\d\d)[-/](\d\d)(?= \d{1,2}[:h]\d\d)")


def signed_day_at(page: Page, start: int) -> Date | None:
    """Return the date written with signs and its year that starts at `start`: 28/12/2023, 2023-12-28; or None."""
    low = page.low
    if low[start + 2 : start + 3] not in _DATE_SIGNS and low[start + 1 : start + 2] not in _DATE_SIGNS:
        found = _CALENDAR.iso.match(low, start, page.end) if low[start + 4 : start + 5] in _DATE_SIGNS else None
        if found is not None and _is_day(int(found[3]), int(found[2])):
            return Date(found.end(), int(found[1]), int(found[2]), int(found[3]))
        return None
    found = _CALENDAR.day.match(low, start, page.end)
    if found is not None:
        day, month = int(found[1]), int(found[3])
        return Date(found.end(), int(found[4]), month, day) if _is_day(day, month) else None
    found = _STAMP.match(page.low, start, page.end)
    if found is not None and _is_day(int(found[1]), int(found[2])):
        return Date(found.end(), 2000 + int(found[3]), int(found[2]), int(found[1]))
    return None


def month_year_at(page: Page, start: int) -> Date | None:
    """Return the month with its year at `start`: 7/2021, 7 năm 2021."""
    found = _CALENDAR.month_year.match(page.low, start, page.end)
    if found is not None and 1 <= int(found[1]) <= 12:
        return Date(found.end(), int(found[2]), int(found[1]))
    return None


def day_words_at(page: Page, start: int) -> Date | None:
    """Return the day at `start` whose month is a word: 28 tháng 12 năm 2023."""
    found = _CALENDAR.day_words.match(page.low, start, page.end)
    if found is not None and _is_day(int(found[1]), int(found[2])):
        return Date(found.end(), _year(found[3]), int(found[2]), int(found[1]))
    return None


def day_month_at(page: Page, start: int) -> Date | None:
    """Return the day and month at `start`: 8/8, 8/8 năm nay, 5-7/8."""
    found = _CALENDAR.day_month.match(page.low, start, page.end)
    if found is not None:
        day, month = int(found[1]), int(found[2])
        return Date(found.end(), 0, month, day, ago=_CALENDAR.ago.get(found[3], 0)) if _is_day(day, month) else None
    found = _CALENDAR.days_month.match(page.low, start, page.end)
    if found is not None:
        day, last, month = int(found[1]), int(found[2]), int(found[3])
        if _is_day(day, month) and day < last <= 31:
            return Date(found.end(), _year(found[4]), month, day, 0, last)
    return None


def day_to_at(page: Page, start: int) -> Date | None:
    """Return the day at `start` that leads to one with its month: "12" in "từ 12 đến 18/11"."""
    found = _CALENDAR.day_to.match(page.low, start, page.end)
    return Date(found.end(1), 0, 0, int(found[1])) if found is not None and 1 <= int(found[1]) <= 31 else None


def dashed_day_at(page: Page, start: int) -> Date | None:
    """Return the day and month at `start` with a dash between, as some newspapers write it: 31-3."""
    found = _CALENDAR.day_dash.match(page.low, start, page.end)
    if found is None or not _is_day(int(found[1]), int(found[2])):
        return None
    return Date(found.end(), 0, int(found[2]), int(found[1]))


def dotted_day_at(page: Page, start: int) -> Date | None:
    """Return the day and month at `start` with a full stop between, as some newspapers write it: 26.7."""
    found = _CALENDAR.day_dot.match(page.low, start, page.end)
    if found is None or not _is_day(int(found[1]), int(found[2])):
        return None
    return Date(found.end(), 0, int(found[2]), int(found[1]))


def month_at(page: Page, start: int) -> Date | None:
    """Return the month at `start`, behind the word for month: 7/2021, 7 năm 2021, 1-6/2023, 7."""
    date = month_year_at(page, start)
    if date is not None:
        return date
    found = _CALENDAR.months_year.match(page.low, start, page.end)
    if found is not None and 1 <= int(found[1]) < int(found[2]) <= 12:
        return Date(found.end(), _year(found[3]), int(found[1]), 0, 0, int(found[2]))
    found = _CALENDAR.month.match(page.low, start, page.end)
    if found is not None and 1 <= int(found[1]) <= 12:
        return Date(found.end(), 0, int(found[1]), ago=_CALENDAR.ago.get(found[2], 0))
    return None


def quarter_at(page: Page, start: int) -> Date | None:
    """Return the quarter at `start`, behind its word: III/2020, 4 năm 2023, I-III/2023, II."""
    found = _CALENDAR.quarter.match(page.low, start, page.end)
    if found is None or found[1] not in _QUARTERS:
        return None
    last = _QUARTERS.get(found[2] or "", 0)
    return Date(found.end(), _year(found[3]), 0, 0, _QUARTERS[found[1]], last, _CALENDAR.ago.get(found[4], 0))


def years_at(page: Page, start: int) -> Date | None:
    """Return the year or years at `start`: 2023, 2021-2025, 2021-22, 2021/22."""
    found = _CALENDAR.years.match(page.low, start, page.end)
    if found is None:
        return None
    first, last = int(found[1]), _year(found[2])
    if found[3]:
        last = first // 100 * 100 + int(found[3])
    if last and last != first + 1 and (last <= first or found[3] or page.low[found.end(1)] == "/"):
        return Date(found.end(1), first)
    return _new(Date, (found.end(), first, 0, 0, 0, last, 0, 0))


def half_year_at(page: Page, start: int) -> Date | None:
    """Return the half of a year in words at `start`: nửa đầu năm 2023, nửa cuối năm ngoái, nửa đầu năm."""
    found = _CALENDAR.half_year.match(page.low, start, page.end)
    if found is None or not (found[2] or found[1].endswith(_YEAR_WORDS)):
        return None  # "nửa đầu tháng 6"
    first = 1 if _HALVES[" ".join(found[1].split())] == "H1" else _HALF_YEAR + 1
    ago = _CALENDAR.ago.get(found[3], 0)
    return Date(found.end(), _year(found[2]), first, 0, 0, first + _HALF_YEAR - 1, ago)


def week_at(page: Page, start: int) -> Date | None:
    """Return the week of a year at `start`, behind its word: 43/2022, 43 năm 2022; 43 where a clause ends with it."""
    found = _CALENDAR.week.match(page.low, start, page.end)
    if found is None or not 1 <= int(found[1]) <= _LAST_WEEK:
        return None
    return Date(found.end(), _year(found[2]), week=int(found[1]))


def days_of_at(page: Page, start: int) -> Date | None:
    """Return the part of a month at `start`: 20 ngày đầu tháng 4, 10 ngày cuối tháng 12 năm 2023."""
    found = _CALENDAR.days_of.match(page.low, start, page.end)
    if found is None or not 2 <= int(found[1]) <= _LAST_DAY or not 1 <= int(found[3]) <= _LAST_MONTH:
        return None
    many, month, year = int(found[1]), int(found[3]), _year(found[4])
    if found[2] not in _CALENDAR.last:
        return Date(found.end(), year, month, 1, 0, many)
    days = monthrange(year or _COMMON_YEAR, month)[1]
    return Date(found.end(), year, month, days - many + 1, 0, days)


def months_of_at(page: Page, start: int) -> Date | None:
    """Return the part of a year at `start`: 6 tháng đầu năm 2023, 9 tháng năm 2023, "tính chung 9 tháng"."""
    found = _CALENDAR.months_of.match(page.low, start, page.end)
    if found is None:
        found = _CALENDAR.months.match(page.low, start, page.end)
        if found is None or (
            (
                _CALENDAR.accumulated.match(page.back, page.size - start, page.size - page.start) is None
                or _CALENDAR.counted_on.match(page.back, page.size - start, page.size - page.start) is not None
            )
            and not _is_estimated(page, start, found.end())
            and not _is_named_again(page, start, found.end(), int(found[1]))
            and not _is_of_same_period(page, start, found.end())
            and not _heads(page, start, found.end(), int(found[1]))
            and (
                _CALENDAR.accumulated_before.match(page.low, found.end(), page.end) is None
                or _CALENDAR.lasting.match(page.back, page.size - start, page.size - page.start) is not None
            )
        ):
            return None
        many = int(found[1])
        return Date(found.end(), 0, 1, 0, 0, many) if 2 <= many <= 12 else None
    date = _part_of_year(found, int(found[1]))
    if date is not None and date.month == 1:
        page.parts.add(date.last)
    return date


def _is_named_again(page: Page, start: int, end: int, many: int) -> bool:
    """Whether the months are a part of the year that the text named before: "trong 10 tháng, xuất siêu 23 tỷ USD"."""
    if many not in page.parts:
        return False
    back = page.back, page.size - start, page.size - page.start
    sign = page.low[end : end + 1]
    headed = sign == ":" or (sign == "," and many > _HALF_YEAR) or page.low[end + 1 : end + 2].isdecimal()
    if headed and _CALENDAR.lasting.match(*back) is None:
        return True
    if headed and sign != ",":
        return False
    opens = page.low[page.start : start].rstrip()[-1:] in _OPENING
    measured = page.low.endswith(_MEASURES, page.start, start)
    if not (opens or measured or _CALENDAR.in_part.match(*back) is not None):
        return False
    return sign in ",;:" or _CALENDAR.goes_on.match(page.low, end, page.end) is not None


def _heads(page: Page, start: int, end: int, many: int) -> bool:
    """Whether months before a comma or colon head their statement: "9 tháng, xuất khẩu đạt 7 tỷ USD"."""
    return start == page.start and _QUARTER <= many < _YEAR and page.low[end : end + 1] in (",", ":")


def _is_of_same_period(page: Page, start: int, end: int) -> bool:
    """Whether months that open their clause are compared with as many: "Sau 9 tháng, lỗ 1 tỷ, thấp hơn cùng kỳ"."""
    if page.low[end : end + 1] != ",":
        return False
    if _CALENDAR.opens_part.match(page.back, page.size - start, page.size - page.start) is None:
        return False
    return _CALENDAR.same_period.search(page.low, end, page.end) is not None


def _is_estimated(page: Page, start: int, end: int) -> bool:
    """Whether what was done in a number of months is estimated: "ước 6 tháng gieo trồng 50 ha"."""
    if _CALENDAR.estimated.match(page.back, page.size - start, page.size - page.start) is None:
        return False
    return _CALENDAR.goes_on.match(page.low, end, page.end) is not None


_REPORTED: Final = (6, 9)
"""Months after which reports look back."""


def months_worded_at(page: Page, start: int, end: int, many: int) -> Date | None:
    """Return the part of a year whose `many` months are counted in words at [start, end): "sáu[ tháng đầu năm]"."""
    found = _CALENDAR.months_worded.match(page.low, end, page.end)
    if found is not None:
        return _part_of_year(found, many)
    found = _CALENDAR.month_word.match(page.low, end, page.end)
    back = page.back, page.size - start, page.size - page.start
    if found is None:
        return None
    gone = many in _REPORTED and _CALENDAR.accumulated_before.match(page.low, found.end(), page.end) is not None
    gone = gone and _CALENDAR.lasting.match(*back) is None  # "sáu tháng qua"
    if not gone and _CALENDAR.accumulated.match(*back) is None and not _heads(page, start, found.end(), many):
        return None
    stop = found.end()
    if page.low[stop : stop + 1] == " " and _CALENDAR.goes_on.match(page.low, stop, page.end) is None:
        return None  # "qua ba tháng tuổi"
    return Date(stop, 0, 1, 0, 0, many)  # "bình quân sáu tháng"


def _part_of_year(found: re.Match[str], many: int) -> Date | None:
    """Return the part of a year that `months_of` or `months_worded` found, with how many of its units it counts."""
    part = found["part"]
    year = next((int(written) for written in found.groups()[3:] if written and written.isdecimal()), 0)
    if found["unit"] in _CALENDAR.quarters:
        many *= 3
    if not 1 <= many <= 12 or not (part or year or found[4]):
        return None
    first = 13 - many if part in _CALENDAR.last else 1
    return Date(found.end(), year, first, 0, 0, first + many - 1, _CALENDAR.ago.get(found[4], 0))


def months_glued_at(page: Page, start: int) -> Date | None:
    """Return the part of a year at `start` whose number is glued to a letter, as tables write it: 9T/2024, 1H2024."""
    found = _CALENDAR.months_glued.match(page.text, start, page.end)
    if found is None:
        return None
    number, length = int(found[1]), _CALENDAR.glued_lengths.get(found[2], 0)
    if length:
        last = number * length
        return Date(found.end(), int(found[3]), last - length + 1, 0, 0, last) if 0 < last <= 12 else None
    return Date(found.end(), int(found[3]), 1, 0, 0, number) if 2 <= number <= 12 else None


def dated(page: Page, start: int, date: Date, begin: int | None = None) -> Draft:
    """Return the number that is the date read at `start`; its span starts at `begin` where a word belongs to it."""
    at = start if begin is None else begin
    draft = Draft(at, date.end, "date")
    draft.date = date
    return draft


def period_of(date: Date, year: int) -> str | None:
    """Return the period of a date whose missing year is `year` (0 if that is unknown too); None without a year.

    >>> period_of(Date(0, 0, 1, 0, 0, 6), 2022)
    '2022-H1'
    """
    at = date.year or (year and year - date.ago)
    if not at or (date.day and not date.month):
        return None
    if date.week:
        return f"{at}-W{_two(date.week)}"
    if date.quarter:
        return f"{at}-Q{date.quarter}" + (f"/{at}-Q{date.last}" if date.last else "")
    if date.day:
        first = f"{at}-{_two(date.month)}-{_two(date.day)}"
        return first + (f"/{at}-{_two(date.month)}-{_two(date.last)}" if date.last else "")
    if not date.month:
        return f"{at}/{date.last}" if date.last else str(at)
    if not date.last or date.month == date.last:
        return f"{at}-{_two(date.month)}"
    if (date.month, date.last) == (1, 12):
        return str(at)
    if (date.month, date.last) in ((1, 6), (7, 12)):
        return f"{at}-H{1 if date.month == 1 else 2}"
    if date.last - date.month == _QUARTER - 1 and date.last % _QUARTER == 0:
        return f"{at}-Q{date.last // _QUARTER}"
    return f"{at}-{_two(date.month)}/{at}-{_two(date.last)}"


def _two(number: int) -> str:
    return str(number) if number > 9 else f"0{number}"


def is_its_weekday(page: Page, before: Draft, day: Draft) -> bool:
    """Whether `before` is the weekday of a whole day right behind it, and one with it: "Thứ Tư, 23/10/2024"."""
    date = day.date
    if before.kind != "date" or before.date is not None or date is None or not (date.day and date.year):
        return False
    return _WEEKDAY_JOINT.fullmatch(page.low, before.end, day.start) is not None
