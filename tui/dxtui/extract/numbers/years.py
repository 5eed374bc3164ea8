"""Years that a number before them counts: "hai năm 2021 và 2022" are two years, and one time."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.times import listed_years

_YEARS: Final = listed_years()
_YEAR: Final = re.compile(r"\d{4}")
_NEXT: Final = re.compile(r" (?:19|20)\d\d(?!\d)( ?[-–] ?\d)?")
_DIGITS: Final = 2
"""A number of years in digits has at most so many."""


def is_of_year(page: Page, at: int, draft: Draft) -> bool:
    """Return whether "năm" behind a figure, up to `at`, is that of a year: "88/193 năm[ 2018]"; no years are counted.

    They are in "kế hoạch 5 năm[ 2021-2025]" and "hai năm[ 2021 và 2022]".
    """
    year = _NEXT.match(page.low, at, page.end)
    if year is None or (year[1] and draft.of is None and draft.end - draft.start <= _DIGITS):
        return False
    return draft.of is not None or span_counted(page, at, draft.value) is None


def span_counted(page: Page, at: int, many: Decimal) -> tuple[str, int] | None:
    """Return the span of the `many` years that follow each other at `at`, and where they end; None for any others."""
    listed = _YEARS.match(page.low, at, page.end)
    if listed is None:
        return None
    years = [int(year) for year in _YEAR.findall(listed[0])]
    if years[-1] - years[0] + 1 != many or (not listed[1] and years != list(range(years[0], years[-1] + 1))):
        return None
    return f"{years[0]}/{years[-1]}", listed.end()


def spans_counted(page: Page, drafts: Sequence[Draft]) -> dict[int, tuple[str, int]]:
    """Return the spans of counted years, each with its end, by where the first of the years starts."""
    found = {}
    for draft in drafts:
        if draft.kind == "figure" and draft.unit == "a" and draft.of is None:
            span = span_counted(page, draft.after, draft.value)
            if span is not None:
                found[draft.after + 1] = span
    return found
