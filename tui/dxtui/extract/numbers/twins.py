"""Numbers that are written twice, in digits and in words, one of them in brackets: "05 (năm) ngày", "hai (02) ảnh"."""

import re
from decimal import Decimal
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.numerals import numeral, value_of

_NUMERAL: Final = numeral()
_DIGITS: Final = re.compile(r"\d{1,3}(?:\.\d{3})*+|\d{4,}+")


def twin_end(page: Page, end: int, value: Decimal) -> int:
    """Return where the brackets end that write `value`, which ends at `end`, once more; `end` where none do."""
    if not page.low.startswith(" (", end):
        return end
    found = _repeated(page, end + 2, value)
    return found.end() + 1 if found is not None else end


def twin(page: Page, start: int, previous: Draft) -> Draft | None:
    """Return the figure at `start` that is the one before it once more, in brackets right behind; None for another."""
    if previous.kind != "figure" or previous.end != start - 2 or page.low[start - 2 : start] != " (":
        return None
    found = _repeated(page, start, previous.value)
    if found is None:
        return None
    draft = Draft(start, found.end(), "figure")
    draft.become(previous)
    draft.start = draft.before = start
    draft.end = found.end()
    return draft


def _repeated(page: Page, start: int, value: Decimal) -> re.Match[str] | None:
    """Return what writes `value` at `start`, if a bracket closes behind it."""
    digits = _DIGITS.match(page.low, start, page.end)
    found = digits or _NUMERAL.match(page.low, start, page.end)
    if found is None or not page.low.startswith(")", found.end()):
        return None
    written = Decimal(found[0].replace(".", "")) if digits is not None else value_of(found[0].split())
    return found if written == value else None
