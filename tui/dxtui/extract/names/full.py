"""The full form of a name as it is written: abbreviations spelled out, brackets and quotation marks gone."""

import re
from functools import cache, lru_cache
from typing import Final

from dxtui.lexicon.tables import table
from dxtui.text.spelling import LOWER, UPPER, settled, spelling

_SYLLABLE: Final = 2
_ABBREVIATION: Final = re.compile(rf"(?<![\w&])[{UPPER}](?:[{UPPER}g]|&(?=[{UPPER}])){{1,7}}(?![\w&/-])")
_BRACKETED: Final = re.compile(r"\s?\([^()]{1,40}\)")
_ABOUT: Final = re.compile(rf"( về )([{UPPER}])(?=[{LOWER}]* [^\W\d_])")
_CITY: Final = re.compile(rf"\b(?:TP|Tp)\.? ?(?:(HCM)\b|(?=[{UPPER}][^\W\d_]*[^\W\d_A-Z]))")
_FIRM: Final = re.compile(r"(?<=\b[Cc])\.?ty\b")
_SHARES: Final = re.compile(r"\b[Cc]ông ty CP\b")
_YEARS: Final = re.compile(r"(?<=\b20\d\d) ?[-–] ?(?=20\d\d\b)")
_MARKS: Final = str.maketrans("", "", '"“”«»')


@cache
def _expansions() -> dict[str, str]:
    return dict(table("abbreviations")["words"])


def is_abbreviation(word: str) -> bool:
    """Return whether `word` is an abbreviation of public life."""
    return word in _expansions()


@cache
def _proper() -> tuple[str, ...]:
    """Starts of names that keep their capital behind "về"."""
    return tuple(spelling(name) for name in table("organisations")["bodies"])


@cache
def _wholly() -> dict[str, str]:
    """Return the first words of bodies that have more of them in full."""
    return dict(table("organisations")["full"])


@lru_cache(maxsize=2048)
def full(written: str) -> str:
    """Return `written` in full.

    >>> full("Cổng DVC  của “tỉnh”")
    'Cổng Dịch vụ công của tỉnh'
    """
    text = _BRACKETED.sub("", written)
    text = settled(" ".join(text.translate(_MARKS).split()))
    if len(text) > 6 and text.isupper() and not text.isascii() and text.split()[0] not in _expansions():
        text = " ".join(word if _stays(word) else word.lower() for word in text.split())
        text = text[:1].upper() + text[1:]
    for short, whole in _wholly().items():
        if text.startswith(short) and not text.startswith(whole):
            text = whole + text[len(short) :]
    if "20" in text:
        text = _YEARS.sub("-", text)
    text = _FIRM.sub("ông ty", text)
    text = _SHARES.sub("Công ty Cổ phần", text)
    text = _CITY.sub(lambda found: "thành phố Hồ Chí Minh" if found[1] else "thành phố ", text)
    known = _expansions()
    text = _ABBREVIATION.sub(lambda found: known.get(found[0], found[0]), text)
    text = _ABOUT.sub(_lowered, text)
    return text[:1].upper() + text[1:]


def _stays(word: str) -> bool:
    """Whether a word in capitals in a line of them is an abbreviation: two letters may be a syllable too."""
    return len(word) > _SYLLABLE and word in _expansions()


def _lowered(found: re.Match[str]) -> str:
    behind = spelling(found.string[found.start(2) : found.start(2) + 40])
    return found[0] if behind.startswith(_proper()) else found[1] + found[2].lower()
