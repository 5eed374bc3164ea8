"""Roman numerals: those that date, rank or number something."""

import re
from typing import Final

from dxtui.extract.numbers.dates import dated, quarter_at
from dxtui.extract.numbers.draft import Date, Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.before import befores
from dxtui.model.number import NumberClass
from dxtui.text.spelling import UPPER

_before_at: Final = befores().pattern.match
_before_of: Final = befores().of
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_MARK: Final = re.compile(rf"[.)]| ?[-–] [{UPPER}]")
"""Behind the numeral of a part: "I.", "II- MỤC TIÊU"."""
_LONGEST_MARK: Final = 5
_ROMAN_LEADS: dict[str, NumberClass] = {
    "reference": "reference",
    "ordinal": "ordinal",
    "grade": "grade",
    "name": "name",
    "year": "ordinal",
}


def roman(page: Page, start: int, end: int, previous: Draft | None) -> Draft | None:
    """Return the number whose Roman numeral is [start, end), or None if the letters are no number."""
    low = page.low
    found = _before_at(page.back, page.size - start, page.size - page.start)
    before = _before_of(found) if found is not None else None
    if before is not None and found is not None:
        if before.lead == "quarter":
            date = quarter_at(page, start)
            return dated(page, start, date, page.size - found.end()) if date is not None else None
        if before.lead == "century":
            century = _roman_value(low[start:end])
            return dated(page, start, Date(end, century * 100 - 99, 0, 0, 0, century * 100))
        kind = _ROMAN_LEADS.get(before.lead)
        if kind is not None:
            return Draft(start, end, kind)
    if start == page.start and end - start <= _LONGEST_MARK and _MARK.match(page.text, end, page.end):
        return Draft(start, end, "list")
    quarter = previous.date if previous is not None and start - previous.end <= 4 else None
    if quarter is not None and quarter.quarter and not quarter.year:
        date = quarter_at(page, start)
        return dated(page, start, date) if date is not None else None
    return None


def _roman_value(numeral: str) -> int:
    total = 0
    for this, following in zip(numeral, numeral[1:] + " ", strict=True):
        value = _ROMAN[this]
        total += -value if _ROMAN.get(following, 0) > value else value
    return total
