"""What amounts of money look like that name no currency: config/units.toml."""

import re
from functools import cache

from dxtui.lexicon.phrases import alternation, anywhere, spellings
from dxtui.lexicon.tables import table


@cache
def bare_currency() -> str:
    """Return the currency of an amount that names none."""
    return str(table("units")["priced"]["currency"])


@cache
def short_money() -> tuple[str, ...]:
    """Return the endings of an amount that make it one of money: "18,5tr"."""
    return tuple(table("units")["priced"]["short"])


@cache
def spoken_money() -> re.Pattern[str]:
    """Return the pattern of an amount as only prices are spoken, with a digit for the tenths behind: "1 triệu 8"."""
    return re.compile(rf"\d{{1,3}} {alternation(table('numerals')['magnitudes'])} \d")


@cache
def paid_for() -> frozenset[str]:
    """Return what stands behind a bare amount of money that is paid for it: "nửa triệu tiền nước"."""
    return frozenset(table("units")["priced"]["paid_for"])


@cache
def prices() -> re.Pattern[str]:
    """Return the pattern of words for what is measured in money."""
    return anywhere(form for word in table("units")["priced"]["words"] for form in spellings(word))
