"""Periods: what a date or a figure's time is written as, and the days it holds.

2023               a year            2020-Q3     a quarter
2022-08            a month           2022-H1     a half
2023-12-28         a day             2025-W26    a week, from Monday on
2021/2025          from the first of these to the last
same-period:2022   the same part of another year as the figure's own
"""

import re
from calendar import monthrange
from datetime import date

_PART = re.compile(r"(\d{4})(?:-(?:Q([1-4])|H([12])|W(\d\d)|(\d\d)(?:-(\d\d))?))?")


def bounds(period: str) -> tuple[date, date] | None:
    """Return the first and the last day of a period, or None if it is no period.

    >>> bounds("2020-Q3")
    (datetime.date(2020, 7, 1), datetime.date(2020, 9, 30))
    >>> bounds("2025-W26")
    (datetime.date(2025, 6, 23), datetime.date(2025, 6, 29))
    """
    first, _, last = period.removeprefix("same-period:").partition("/")
    start, end = _part(first), _part(last or first)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def _part(text: str) -> tuple[date, date] | None:
    found = _PART.fullmatch(text)
    if found is None:
        return None
    year, quarter, half, week, month, day = (int(group) if group else 0 for group in found.groups())
    if week:
        try:
            return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
        except ValueError:
            return None
    if quarter:
        months = quarter * 3 - 2, quarter * 3
    elif half:
        months = half * 6 - 5, half * 6
    elif month:
        months = month, month
    else:
        months = 1, 12
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        return date(year, months[0], 1), date(year, months[1], monthrange(year, months[1])[1])
    except ValueError:
        return None
