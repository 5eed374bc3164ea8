"""Dates: how a text writes days, months, quarters, years and spans of them."""

import re
from typing import NamedTuple

_BARE_YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d)"
_YEAR = f"({_BARE_YEAR})"
_DASH = r" {0,2}[-–—] {0,2}"
_DAY = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2{_YEAR}")
_ISO = re.compile(r"((?:19|20)\d\d)[-/](\d\d)[-/](\d\d)(?!\d)")
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})(?![\d/])")
_DAYS_MONTH = re.compile(rf"(\d{{1,2}}){_DASH}(\d{{1,2}})/(\d{{1,2}})(?:/{_YEAR})?+(?![\d/])")
_DAY_WORDS = re.compile(rf"(\d{{1,2}}) {{1,2}}+tháng {{1,2}}+(\d{{1,2}})(?:(?: {{1,2}}+năm {{1,2}}+|/|, ?| ){_YEAR})?+(?![\d/])")
_MONTH_YEAR = re.compile(rf"(\d{{1,2}}) {{0,2}}(?:[/.-]| năm ) {{0,2}}{_YEAR}")
_MONTHS_YEAR = re.compile(rf"(\d{{1,2}}){_DASH}(\d{{1,2}})(?:(?:/| năm ){_YEAR})?+(?![\d/.,])")
_MONTH = re.compile(r"(\d{1,2})(?![\d/])")
_QUARTER = re.compile(rf"(\d|i{{1,3}}|iv)(?:{_DASH}(\d|i{{1,3}}|iv)(?!\w))?(?:(?: {{1,2}}+năm {{1,2}}+| ?[/-] ?){_YEAR})?+(?!\w)")
_YEARS = re.compile(rf"{_YEAR}(?:{_DASH}(?:{_YEAR}|(\d\d)(?![\d/.,%])))?")
_MONTHS_OF = re.compile(
    r"(\d{1,2}) {1,2}+(tháng|quý)(?: {1,2}+(đầu|cuối))?"
    rf"(?:(?: {{1,2}}+của)?+(?: {{1,2}}+năm)(?: {{1,2}}+(nay|{_BARE_YEAR}))?+| ?/ ?{_YEAR}| {{1,2}}+{_YEAR})"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


class Date(NamedTuple):
    """A date as written: where it ends, and the parts it names; 0 where it names none."""

    end: int
    """Past its last code point."""
    year: int = 0
    """The year, or the first of a span."""
    month: int = 0
    """1 to 12, or the first of a span."""
    day: int = 0
    """1 to 31, or the first of a span."""
    quarter: int = 0
    """1 to 4, or the first of a span."""
    last: int = 0
    """Where a span of days, months, quarters or years ends, in the same unit; 0 for one date."""
    this_year: bool = False
    """Whether it says "năm nay" or no year at all, so that the document's year completes it."""


def _ok(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def day_at(low: str, start: int, limit: int) -> Date | None:
    """Return the date written with signs that starts at `start`: 28/12/2023, 2023-12-28, or None."""
    found = _DAY.match(low, start, limit)
    if found is not None:
        day, month = int(found[1]), int(found[3])
        return Date(found.end(), int(found[4]), month, day) if _ok(day, month) else None
    found = _ISO.match(low, start, limit)
    if found is not None and _ok(int(found[3]), int(found[2])):
        return Date(found.end(), int(found[1]), int(found[2]), int(found[3]))
    return None


def month_year_at(low: str, start: int, limit: int) -> Date | None:
    """Return the month with its year at `start`: 7/2021, 7 năm 2021."""
    found = _MONTH_YEAR.match(low, start, limit)
    if found is not None and 1 <= int(found[1]) <= 12:
        return Date(found.end(), int(found[2]), int(found[1]))
    return None


def day_words_at(low: str, start: int, limit: int) -> Date | None:
    """Return the day at `start` whose month is a word: 28 tháng 12 năm 2023."""
    found = _DAY_WORDS.match(low, start, limit)
    if found is not None and _ok(int(found[1]), int(found[2])):
        return Date(found.end(), int(found[3] or 0), int(found[2]), int(found[1]))
    return None


def day_month_at(low: str, start: int, limit: int) -> Date | None:
    """Return the day and month at `start`: 8/8, 5-7/8."""
    found = _DAY_MONTH.match(low, start, limit)
    if found is not None:
        return Date(found.end(), 0, int(found[2]), int(found[1])) if _ok(int(found[1]), int(found[2])) else None
    found = _DAYS_MONTH.match(low, start, limit)
    if found is not None and _ok(int(found[1]), int(found[3])) and int(found[1]) < int(found[2]) <= 31:
        return Date(found.end(), int(found[4] or 0), int(found[3]), int(found[1]), 0, int(found[2]))
    return None


def month_at(low: str, start: int, limit: int) -> Date | None:
    """Return the month at `start`, behind the word for month: 7/2021, 7 năm 2021, 1-6/2023, 7."""
    date = month_year_at(low, start, limit)
    if date is not None:
        return date
    found = _MONTHS_YEAR.match(low, start, limit)
    if found is not None and 1 <= int(found[1]) < int(found[2]) <= 12:
        return Date(found.end(), int(found[3] or 0), int(found[1]), 0, 0, int(found[2]))
    found = _MONTH.match(low, start, limit)
    return Date(found.end(), 0, int(found[1])) if found is not None and 1 <= int(found[1]) <= 12 else None


def quarter_at(low: str, start: int, limit: int) -> Date | None:
    """Return the quarter at `start`, behind its word: III/2020, 4 năm 2023, I-III/2023, II."""
    found = _QUARTER.match(low, start, limit)
    if found is None or found[1] not in _ROMAN:
        return None
    return Date(found.end(), int(found[3] or 0), 0, 0, _ROMAN[found[1]], _ROMAN.get(found[2] or "", 0))


def years_at(low: str, start: int, limit: int) -> Date | None:
    """Return the year or years at `start`: 2023, 2021-2025, 2021 - 25."""
    found = _YEARS.match(low, start, limit)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2] or 0)
    if found[3]:
        last = first // 100 * 100 + int(found[3])
        if last != first + 1:
            return Date(found.end(1), first)
    if last and last <= first:
        return Date(found.end(1), first)
    return Date(found.end(), first, 0, 0, 0, last)


def months_of_at(low: str, start: int, limit: int) -> Date | None:
    """Return the part of a year at `start`: 6 tháng đầu năm 2023, 9 tháng năm 2023, 3 quý đầu năm nay."""
    found = _MONTHS_OF.match(low, start, limit)
    if found is None:
        return None
    many, unit, part = int(found[1]), found[2], found[3]
    year = next((int(y) for y in found.groups()[3:] if y and y.isdigit()), 0)
    if not (part or year) or not 1 <= many <= 12:
        return None
    if unit == "quý":
        many *= 3
    if many > 12:
        return None
    first = 13 - many if part == "cuối" else 1
    return Date(found.end(), year, first, 0, 0, first + many - 1)


def period_of(date: Date, year: int) -> str | None:
    """Return the period of a date whose missing year is `year` (0 if that is unknown too); None without a year.

    >>> period_of(Date(0, 0, 1, 0, 0, 6), 2022)
    '2022-H1'
    """
    at = date.year or year
    if not at or (date.day and not date.month):
        return None
    if date.quarter:
        return f"{at}-Q{date.quarter}" + (f"/{at}-Q{date.last}" if date.last else "")
    if date.day:
        first = f"{at}-{date.month:02}-{date.day:02}"
        return first + (f"/{at}-{date.month:02}-{date.last:02}" if date.last else "")
    if date.month:
        if date.last:
            if (date.month, date.last) in ((1, 6), (7, 12)):
                return f"{at}-H{1 if date.month == 1 else 2}"
            if (date.month, date.last) == (1, 12):
                return str(at)
            if date.month == date.last:
                return f"{at}-{date.month:02}"
            return f"{at}-{date.month:02}/{at}-{date.last:02}"
        return f"{at}-{date.month:02}"
    return f"{at}/{date.last}" if date.last else str(at)
