"""The whole that words right behind a number make it a part of: "6[ trên 10] người", "bảy[ trên bảy]"."""

import re
from decimal import Decimal
from typing import Final

from dxtui.extract.numbers.page import Page
from dxtui.lexicon.after import afters
from dxtui.lexicon.numerals import before_ordinals, numeral, value_of, wholes, wholes_of_ranks

_after_at: Final = afters().pattern.match
_after_of: Final = afters().of
_NUMERAL: Final = numeral()
_JOINT: Final = wholes()[0]
_LARGEST: Final = wholes()[1]
_RANKED: Final = wholes_of_ranks()
_ORDINAL: Final = tuple(f"{word} " for word in before_ordinals())
_DIGITS: Final = re.compile(r"\d{1,3}(?![\d%‰]|[.,/:]\d)")
_ONE: Final = Decimal(1)
_COUNTING: Final = ("noun", "end")
"""Kinds of what may follow the whole: in "3 trong 5 ngày" and "12 xe trên 10 tấn" it is an amount of its own."""


def whole_at(page: Page, start: int, end: int, part: Decimal) -> tuple[Decimal, int] | None:
    """Return the whole that stands behind `part`, which is at [start, end), and its end; None if there is none."""
    joint = _JOINT.match(page.low, end, page.end)
    if joint is None or (joint[1] not in _RANKED and page.low.endswith(_ORDINAL, page.start, start)):
        return None  # "thứ 3 trong 6 tỉnh": a rank, and among how many
    found = _DIGITS.match(page.low, joint.end(), page.end) or _NUMERAL.match(page.low, joint.end(), page.end)
    if found is None:
        return None
    whole = Decimal(found[0]) if found[0].isdecimal() else value_of(found[0].split())
    if whole is None or not _ONE < part <= whole <= _LARGEST[joint[1]]:
        return None
    following = _after_at(page.low, found.end(), page.end)
    if following is not None and _after_of(following).family not in _COUNTING:
        return None
    return whole, found.end()
