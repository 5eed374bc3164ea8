"""Values as texts that sort as the values do, so that the record finds ranges of them exactly."""

from decimal import Decimal

_MIDDLE = 0x800000
"""Added to exponents, so that they are written without a sign; no number that a text holds comes near it."""
_NINES = str.maketrans("0123456789abcdef", "fedcba9876543210")


def order_key(value: Decimal) -> str:
    """Return a text that compares with others of its kind, byte by byte, as the finite `value` does with theirs.

    Equal values have equal texts, however they are written.

    >>> order_key(Decimal("1300")) == order_key(Decimal("1.3E+3"))
    True
    >>> order_key(Decimal("-2")) < order_key(Decimal("-0.5")) < order_key(Decimal(0)) < order_key(Decimal("0.03"))
    True
    """
    if not value:
        return "1"
    digits = format(value.copy_abs(), "f").replace(".", "").strip("0")
    exponent = min(max(value.adjusted() + _MIDDLE, 0), 2 * _MIDDLE - 1)
    key = f"{exponent:06x}{digits}"
    return f"0{key.translate(_NINES)}~" if value < 0 else f"2{key}"


def exponent_of(key: str) -> int:
    """Return the power of ten that the first digit of a positive value stands for, by its text.

    >>> exponent_of(order_key(Decimal("1300"))), exponent_of(order_key(Decimal("0.03")))
    (3, -2)
    """
    return int(key[1:7], 16) - _MIDDLE
