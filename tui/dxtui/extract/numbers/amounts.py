"""Whether a number is an amount, as what stands behind it tells."""

import re
from typing import Final

from dxtui.extract.numbers.page import Page
from dxtui.lexicon.after import afters
from dxtui.lexicon.numerals import multipliers

_after_at: Final = afters().pattern.match
_after_of: Final = afters().of
_MULTIPLIERS: Final = multipliers()
_RANGE: Final = re.compile(r" {0,2}[-–] {0,2}\d++(?:[.,]\d++)*+")


def counted_follows(page: Page, end: int) -> bool:
    """Return whether a unit or a known counted noun stands at `end`."""
    found = _after_at(page.low, end, page.end)
    return found is not None and _after_of(found).family != "end"


def is_amount(page: Page, end: int) -> bool:
    """Return whether a unit, a counted noun, a magnitude or a percent sign follows, or the end of a range with one."""
    if counted_follows(page, end) or is_multiplied(page, end):
        return True
    span = _RANGE.match(page.low, end, page.end)
    return span is not None and (counted_follows(page, span.end()) or is_multiplied(page, span.end()))


def is_multiplied(page: Page, end: int) -> bool:
    """Return whether a magnitude stands at `end`."""
    found = _MULTIPLIERS.match(page.low, end, page.end)
    return found is not None and found.end() > end
