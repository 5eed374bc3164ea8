"""The value of digits with separators, read by the document's own habit where they may mean two things."""

import re
from decimal import Decimal

from dxtui.model.number import Certainty

_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_ONE_POINT = re.compile(r"\d+[.,]\d+")

# What settles how a document writes numbers, among all its numbers.
_VIETNAMESE = re.compile(r"(?<![\d.,])\d+(?:,\d{1,2}(?![\d.,/])|,\d{4,}(?![.,])|\.\d{3}(?:\.\d{3})+(?!\d)|\.\d{3},\d)")
_ENGLISH = re.compile(r"(?<![\d.,/])\d+(?:\.\d{1,2}(?![\d.,/])|,\d{3}(?:,\d{3})+(?!\d)|,\d{3}\.\d)")


def habit_of(text: str) -> int:
    """Return how a text writes its numbers: 1 the Vietnamese way (1.234,5), -1 the English (1,234.5), 0 undecided."""
    vietnamese = len(_VIETNAMESE.findall(text))
    english = len(_ENGLISH.findall(text))
    if vietnamese >= 2 * english:
        return 1 if vietnamese else 0
    return -1 if english >= 2 * vietnamese else 0


def is_ambiguous(digits: str) -> bool:
    """Return whether one separator before three digits may group them or start the decimals: "1.250", "1,250"."""
    if not 4 < len(digits) < 8 or digits[-4] not in ".," or digits[0] == "0":
        return False
    return digits[:-4].isdecimal() and digits[-3:].isdecimal()


def value_of(digits: str, habit: int, whole: bool) -> tuple[Decimal, Certainty] | None:
    """Return the value of digits with "." and ",", or None if they are not one number.

    Args:
        digits: as written, without spaces.
        habit: of the document, as `habit_of` returns it.
        whole: what is counted comes in whole numbers, so a group of three digits is one.
    """
    if digits.isdecimal():
        return Decimal(digits), "certain"
    if is_ambiguous(digits):
        point = digits[-4] == "."
        if point:
            if habit < 0 and not whole:
                return Decimal(digits), "likely"
            return Decimal(digits.replace(".", "")), "certain" if habit > 0 else "likely" if whole else "unclear"
        if habit > 0 and not whole:
            return Decimal(digits.replace(",", ".")), "likely"
        if habit < 0 or whole:
            return Decimal(digits.replace(",", "")), "certain" if habit < 0 else "likely"
        return Decimal(digits.replace(",", ".")), "unclear"
    if _GROUPS.fullmatch(digits) and digits[0] != "0":
        return Decimal(digits.replace(".", "").replace(",", ".")), "certain"
    if _ENGLISH_GROUPS.fullmatch(digits) and digits[0] != "0":
        return Decimal(digits.replace(",", "")), "certain"
    if _ONE_POINT.fullmatch(digits):
        return Decimal(digits.replace(",", ".")), "certain"
    return None
