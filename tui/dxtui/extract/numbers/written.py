"""Where the digits of one number end: groups with spaces between, and smaller magnitudes that go on with it."""

import re
from decimal import Decimal
from typing import Final

from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.quantities import plus, times
from dxtui.lexicon.after import afters
from dxtui.lexicon.numerals import magnitudes, multipliers

_after_at: Final = afters().pattern.match
_after_of: Final = afters().of
_MAGNITUDES: Final = magnitudes()
_MULTIPLIERS: Final = multipliers()
_SPACED: Final = re.compile(r"\d{1,3}(?: \d{3})++(?:,\d++)?+(?![.,/:]?\d)")
# "4 tỷ[ 263] triệu": what goes on in a smaller magnitude.
_PART: Final = re.compile(r" {1,2}(\d{1,3}(?:,\d{1,3})?+)(?![\d.,/:%-])")
_ONE: Final = Decimal(1)


def grouped_end(page: Page, start: int) -> int | None:
    """Return where a number ends whose groups of three have spaces between; None if the spaces part numbers."""
    found = _SPACED.match(page.low, start, page.end)
    if found is None:
        return None
    gaps = [char for char in page.text[start : found.end()] if char.isspace()]
    if all(gap != " " and gap != "\n" for gap in gaps):
        return found.end()
    if "\n" in gaps or (start > page.start + 1 and page.low[start - 1] == " " and page.low[start - 2].isdecimal()):
        return None
    cell = page.text[found.end() : found.end() + 3].lstrip(" ")[:1], page.text[max(start - 2, 0) : start].strip(" ")
    if cell[0] in ("\t", "|") or cell[1] in ("\t", "|") or (cell[0] in ("\n", "") and cell[1][-1:] in ("\n", "")):
        return found.end()
    following = _after_at(page.low, found.end(), page.end)
    multiplied = _MULTIPLIERS.match(page.low, found.end(), page.end)
    if (following is not None and _after_of(following).family != "end") or (
        multiplied is not None and multiplied.end() > found.end()
    ):
        return found.end()
    return None


def with_parts(page: Page, value: Decimal, scale: Decimal, end: int) -> tuple[Decimal, int]:
    """Return the value, in `scale`, with what goes on in smaller magnitudes, and its end: "4 tỷ[ 263 triệu]"."""
    last = scale
    while last > _ONE:
        part = _PART.match(page.low, end, page.end)
        found = _MULTIPLIERS.match(page.low, part.end(), page.end) if part is not None else None
        if part is None or found is None or not found[1] or found[2] or found[3]:
            break
        below = _ONE
        for word in found[1].split():
            below = below * _MAGNITUDES[word]
        amount = times(Decimal(part[1].replace(",", ".")), below)
        if not amount < last:
            break
        value = plus(value, amount / scale)
        last, end = below, found.end()
    return value, end
