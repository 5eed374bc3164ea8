"""Numbers by value: 1,3 tỷ, 1300 triệu and 1.300.000.000 are one amount, however they are written."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from dxtui.lexicon.numerals import magnitudes, no_magnitudes, suffixes
from dxtui.text.fold import fold

_SPACES = " \u00a0\u2009\u202f"
"""Signs between thousands, beside points and commas."""
_SPACED = f"(?<![0-9][{_SPACES}][0-9])[0-9]{{0,2}}(?:[{_SPACES}][0-9]{{3}}){{1,10}}(?![0-9])(?:,[0-9]{{1,60}})?"
# A digit first, before whatever looks around, lets the search skip at once to where one stands.
_DIGITS = f"[0-9](?:{_SPACED}|[0-9]{{0,59}}(?:[.,][0-9]{{1,60}}){{0,20}})"
_IN_THOUSANDS = re.compile(f"(?<=[0-9])[{_SPACES}](?=[0-9]{{3}}(?![0-9]))")
_POINTS = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_COMMAS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]{1,3}(?:,[0-9]{3})+(?=\.))(?:\.([0-9]+))?")
_PLAIN = re.compile(r"([0-9]+)(?:[.,]([0-9]+))?")


def number(digits: str) -> Decimal | None:
    """Return the value of digits with separators as Vietnamese writes them, or None for what is no one number.

    >>> number("1.300"), number("1,3"), number("4.5"), number("1,250,000"), number("1 300"), number("1.2.3")
    (Decimal('1300'), Decimal('1.3'), Decimal('4.5'), Decimal('1250000'), Decimal('1300'), None)
    """
    digits = unspaced(digits)
    for form in (_POINTS, _COMMAS, _PLAIN):
        found = form.fullmatch(digits)
        if found is not None:
            whole = found[1].replace(".", "").replace(",", "")
            return Decimal(f"{whole}.{found[2]}") if found[2] else Decimal(whole)
    return None


def unspaced(text: str) -> str:
    """Return `text` with its numbers written without spaces between thousands.

    >>> unspaced("1 300 tỷ, 20 và 5")
    '1300 tỷ, 20 và 5'
    """
    return _IN_THOUSANDS.sub("", text)


def written(value: Decimal) -> str:
    """Return the one way an amount is written in the index.

    >>> written(Decimal("1.30E+9"))
    '1300000000'
    """
    plain = format(value, "f")
    return plain.rstrip("0").rstrip(".") or "0" if "." in plain else plain.lstrip("0") or "0"


def writings(digits: str) -> list[str]:
    """Return the other ways to write the number that `digits` are, with points and commas as texts have them.

    >>> writings("43.5"), writings("1300")
    (['43,5'], ['1.300'])
    """
    value = number(digits)
    if value is None:
        return []
    whole, _, part = written(value).partition(".")
    grouped = f"{int(whole):,}"
    forms = [whole, grouped.replace(",", "."), grouped]
    if part:
        forms = [f"{whole},{part}", f"{whole}.{part}", f"{grouped.replace(',', '.')},{part}", f"{grouped}.{part}"]
    return [form for form in dict.fromkeys(forms) if form != digits and number(form) == value]


@cache
def scales() -> dict[str, Decimal]:
    """Return the words and letters that multiply a number, in lower case."""
    return {**{word.lower(): value for word, value in suffixes().items() if len(word) > 1}, **magnitudes()}


@cache
def plain_scales() -> dict[str, Decimal]:
    """Return them without marks, as a query may have them."""
    return {fold(word): value for word, value in scales().items()}


@cache
def _parted() -> frozenset[tuple[str, str]]:
    return frozenset((fold(first), fold(word)) for first, behind in no_magnitudes().items() for word in behind)


def is_scale(word: str, following: str) -> bool:
    """Return whether a word of a query multiplies the number before it, given the word behind it, "" for none.

    >>> is_scale("tỷ", "đồng"), is_scale("tỷ", "lệ"), is_scale("ty", "le")
    (True, False, False)
    """
    low = word.lower()
    known = low in scales() or (low.isascii() and low in plain_scales())
    return known and (fold(low), fold(following.lower())) not in _parted()


@cache
def _amount() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, scales()), key=len, reverse=True))
    others = "|".join(f"{first}[ \u00a0](?:{'|'.join(behind)})" for first, behind in no_magnitudes().items())
    scale = f"(?!(?:{others})(?!\\w))(?:{words})(?!\\w)"
    return re.compile(f"({_DIGITS})((?:[ \u00a0]{{0,2}}{scale}){{0,3}})")


def amounts(text: str) -> Iterator[tuple[int, int, str]]:
    """Give each amount in `text`, in lower case: its start, its end with the magnitude, its value as `written`."""
    for found in _amount().finditer(text):
        before = text[found.start() - 1 : found.start()]
        value = _value(found[1], found[2])
        if value and not before.isalnum() and before not in _JOINED:
            yield found.start(), found.end(), value
            alone = found[1].rpartition(" ")[2]
            if alone != found[1]:  # "quý 1 300 triệu" may be both.
                yield found.end(1) - len(alone), found.end(), _value(alone, found[2])


_JOINED = frozenset(".,")


@lru_cache(maxsize=1 << 15)
def _value(digits: str, magnitude: str) -> str:
    """Return the value of a number with the magnitude words after it, as `written`; "" for what is no one number."""
    value = number(digits)
    if value is None:
        return ""
    for word in magnitude.split():
        value *= scales()[word]
    return written(value)
