"""The sign right before a number, which turns it below zero or makes it a change."""

import re
from decimal import Decimal
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.quantities import negative
from dxtui.lexicon.after import range_words
from dxtui.lexicon.numerals import excepting
from dxtui.lexicon.qualifiers import changing_nouns

_EXCEPTING: Final = excepting()
_RANGE_WORDS: Final = range_words()
_CHANGING_NOUNS: Final = changing_nouns()
_MINUS: Final = "-−"
_COLD: Final = frozenset(("°C", "°F"))
_WORD_BEFORE: Final = re.compile(r" [^\W\d_]")
_SHARES: Final = frozenset(("%", "‰", "share"))
_NEXT_IN_ROW: Final = re.compile(r" {1,2}[-–]?\d")
_DASHES: Final = ("-", "–")


def signed(page: Page, start: int, value: Decimal) -> Decimal:
    """Return the value of the number at `start`, below zero where a minus touches it: "từ -25 đến 10 độ C"."""
    touches = start - 1 > page.start and page.low[start - 1] in _MINUS and page.low[start - 2] in " ("
    return negative(value) if touches else value


def take_sign(page: Page, draft: Draft, stop: int, minus: bool, word: str) -> bool:
    """Take in the sign before the number, a dash or plus only where it touches the digits; return whether it is one.

    A signed share, or a signed number of points or one alone in brackets, is a change: "(-18,74%)", "+49,68 điểm".

    Args:
        page: with the statement that holds the number.
        draft: the number, with its unit.
        stop: where the sign starts, counted from the end of the text.
        minus: whether it is a minus.
        word: the sign as text reversed has it.
    """
    start = page.size - stop
    if not word.isalpha():
        apart = start + 2 == draft.start and page.low[start - 1] == "(" and draft.unit == "%"  # "(+ 0,04%)"
        if minus and draft.unit in _COLD and start + 2 == draft.start:  # "từ - 80 độ C"
            apart = _WORD_BEFORE.match(page.back, page.size - start, page.size - page.start) is not None
        if (start + 1 != draft.start and not apart) or (start == page.start and draft.unit != "%"):
            return False
        alone = page.low[start - 1 : start] == "(" and page.low[draft.after : draft.after + 1] == ")"
        counts = alone and draft.family in ("", "noun") and start - 1 > page.start  # "Tây Ninh (-138)"
        if counts or draft.family in _SHARES or draft.unit in _CHANGING_NOUNS:
            draft.role, draft.direction = "change", "down" if minus else "up"
    elif word[::-1] in _EXCEPTING and draft.unit not in _COLD:
        return False
    if minus:
        below, upper = negative(draft.value), draft.to
        worded = not word.isalpha() and not _RANGE_WORDS.isdisjoint(page.low[draft.start : draft.end].split())
        if upper is not None and draft.value < upper and not worded:
            draft.value, draft.to = negative(upper), below  # "âm 50-54%"; but "từ -25 đến 10 độ C"
        else:
            draft.value = below
    draft.start = start
    return True


def is_row(low: str, start: int, end: int, stop: int) -> bool:
    """Return whether a dash behind a number, with a space before it and none behind, signs the next of its row."""
    if low[end] != " " or low[end + 1] not in _DASHES or not low[end + 2].isdecimal():
        return False
    signed = low[start - 1 : start] in _DASHES and low[start - 2 : start - 1] in ("", " ")
    return signed or low[start - 2 : start - 1].isdecimal() or _NEXT_IN_ROW.match(low, stop) is not None
