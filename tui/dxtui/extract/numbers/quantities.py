"""The value of digits with separators, read by the document's own habit where they may mean two things."""

import math
import re
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from typing import Final

from dxtui.model.number import Certainty

_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_GROUP: Final = 3
"""Digits that a sign may part from others as a group."""
_LONGEST_GROUPED: Final = 5
"""Digits and sign of the longest share whose sign may group: "1.250%"."""
_ONE_POINT: Final = re.compile(r"\d+[.,]\d+")
_ONE: Final = Decimal(1)
_THOUSAND: Final = Decimal(1000)
_LARGEST_PART: Final = Decimal(5)
_THOUSANDS: Final = (".000", ",000")

# Exact however many digits a text has.
_EXACT: Final = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)

# What settles how a document writes numbers, among all its numbers.
_VIETNAMESE: Final = re.compile(r"\d(?:,\d{1,2}(?![\d.,/])|,\d{4,}(?![.,])|\.\d{3}\.\d{3}|\.\d{3},\d)")
_ENGLISH: Final = re.compile(r"\d(?:(?<!\.\d)(?<!\.\d\d)\.\d{1,2}(?![\d.,/])|,\d{3},\d{3}|,\d{3}\.\d)")


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


def share_habit(digits: str, habit: int) -> int:
    """Return the habit by which a share in percent is read, whose digits are ambiguous: none is of tens of thousands.

    `habit` is that of the document.
    """
    if len(digits) <= _LONGEST_GROUPED or digits[-1] == "0":
        return habit
    return 1 if digits[-4] == "," else -1  # "99.982%"


def value_of(digits: str, habit: int, whole: bool) -> tuple[Decimal, Certainty] | None:
    """Return the value of digits with "." and ",", or None if they are not one number.

    Args:
        digits: as written, without spaces.
        habit: of the document, as `habit_of` returns it; only asked for where `is_ambiguous`.
        whole: what is counted comes in whole numbers, so three digits behind a separator are a group.
    """
    if digits.isdecimal():
        return Decimal(digits), "certain"
    units, _, decimals = digits.partition(",")
    if len(decimals) != _GROUP and decimals.isdecimal() and units.isdecimal():
        return Decimal(f"{units}.{decimals}"), "certain"
    if is_ambiguous(digits):
        return _by_habit(digits, habit, whole)
    if _ONE_POINT.fullmatch(digits):
        return Decimal(digits.replace(",", ".")), "certain"
    if _GROUPS.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", ".")), "certain"
    if _ENGLISH_GROUPS.fullmatch(digits):
        return Decimal(digits.replace(",", "")), "certain"
    return None


def _by_habit(digits: str, habit: int, whole: bool) -> tuple[Decimal, Certainty]:
    """Weigh the document's habit, the unit, and that nobody writes decimals that end in zeros."""
    grouped = Decimal(digits[:-4] + digits[-3:])
    decimal = Decimal(digits.replace(",", "."))
    groups_here = habit if digits[-4] == "." else -habit
    if groups_here > 0:
        return grouped, "certain"
    if whole or digits.endswith("00"):
        return grouped, "likely"
    if groups_here < 0:
        return decimal, "likely"
    return (grouped if digits[-4] == "." else decimal), "unclear"


def scale_of_lower(digits: str, value: Decimal, above: str, upper: Decimal, scale: Decimal) -> Decimal:
    """Return the scale of a range's lower end, which is often written short: "2-3 triệu", "300 - 400.000".

    Args:
        digits: of the lower end.
        value: of these digits.
        above: the digits of the upper end.
        upper: its value, scaled.
        scale: of the upper end.
    """
    if scale == 1 and digits.isdecimal() and len(digits) <= _GROUP and above.endswith(_THOUSANDS):
        scale = _THOUSAND
    return scale if times(value, scale) < upper else _ONE


def times(value: Decimal, scale: Decimal) -> Decimal:
    """Return value × scale exactly; a whole number without a decimal point."""
    if scale is _ONE or scale == 1:
        return value
    product = _EXACT.multiply(value, scale)
    whole = product.to_integral_value(context=_EXACT)
    return whole if whole == product else product


def plus(one: Decimal, other: Decimal) -> Decimal:
    """Return the exact sum."""
    return _EXACT.add(one, other)


def negative(value: Decimal) -> Decimal:
    """Return the exact value with its sign turned."""
    return value.copy_negate()


def is_fraction(part: Decimal, whole: Decimal) -> bool:
    """Return whether a ratio is a fraction as people name it, and counts nothing: "2/3", but "6/9 nhà máy"."""
    return whole <= _LARGEST_PART and part < whole and math.gcd(int(part), int(whole)) == 1
