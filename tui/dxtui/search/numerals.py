"""Numerals that are written in two ways: quý I and quý 1, lần thứ XIII and lần thứ 13."""

from functools import cache

from dxtui.lexicon.tables import table
from dxtui.text.fold import fold

_TENS = 40
"""Greater ones are not written in Roman numerals."""


@cache
def counted() -> frozenset[str]:
    """Return the folded words behind which a number may be a Roman one."""
    return frozenset(fold(word) for word in table("numerals")["roman"]["behind"])


@cache
def _numerals() -> dict[str, str]:
    """Return for each number the other way to write it."""
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    romans = {str(number): "x" * (number // 10) + ones[number % 10] for number in range(1, _TENS)}
    return {**romans, **{roman: number for number, roman in romans.items()}}


def other_numeral(folded: str) -> str | None:
    """Return the other way to write a number, or None for what is no number that has one.

    >>> other_numeral("1"), other_numeral("xiv"), other_numeral("x1")
    ('i', '14', None)
    """
    return _numerals().get(folded)
