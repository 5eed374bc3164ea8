"""Words of texts and queries: where they lie, and how one is spelt with and without its marks."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from dxtui.text.fold import fold

# Every repetition has an end: a word or number without one would be a word that nobody types, and slow to compare.
_NUMBER = "[0-9]{1,100}(?:[.,][0-9]{1,100}){0,20}"
_LETTERS = "[^\\W\\d_]{1,100}(?:[\u0300-\u036f]{1,20}[^\\W\\d_]{0,100}){0,20}"
WORD = re.compile(f"{_NUMBER}|{_LETTERS}|[^\\W_]|[%‰$€£¥₫]")
"""A number with its separators, a run of letters, or a sign that belongs to a number. Letters and digits that are glued
("5G", "1,3tỷ") are two words that stand together."""

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_I_OR_Y = re.compile("(?:[hklmstv]|qu)[iy]")
_ONSET = "(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?"
_CLOSED = "(?:[aeiouy]|ie|ye|uo|oa|oe|ue|uy|uye|ua|oo)(?:ch|nh|ng|[cmnpt])"
_OPEN = "(?:[aeiouy]|i[aeu]|u[aeioyu]|o[aei]|a[iouy]|e[ou]|uo[iu]|[iy]eu|oa[iyo]|oeo|ua[yu]|uy[au])"
_SYLLABLE = re.compile(f"{_ONSET}(?:{_CLOSED}|{_OPEN})")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One word, in lower case, taken apart so that marks can be compared without minding where the tone is written."""

    folded: str
    """Without marks."""
    letters: str
    """With the marks that make letters (ă, ê, ơ, đ), without tones."""
    tones: str
    """The tone marks in their order; one at most in a Vietnamese syllable."""

    @property
    def marked(self) -> bool:
        """Whether it carries any mark."""
        return bool(self.tones) or self.letters != self.folded

    @property
    def numeric(self) -> bool:
        """Whether it is a number, which is never matched loosely."""
        return self.folded[0].isdigit()


@lru_cache(maxsize=65536)
def spell(word: str) -> Spelling:
    """Take a word apart.

    >>> spell("Hoà") == spell("hòa")
    True
    """
    lowered = word.lower()
    if lowered.isascii():
        return Spelling(lowered, lowered, "")
    parts = unicodedata.normalize("NFD", lowered)
    tones = "".join(c for c in parts if c in _TONES)
    letters = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    return Spelling(fold(lowered), letters, tones)


def is_syllable(folded: str) -> bool:
    """Whether letters without marks can be a Vietnamese syllable, so that they may be just what somebody meant.

    >>> is_syllable("lich"), is_syllable("nghieng"), is_syllable("cog"), is_syllable("thein"), is_syllable("dihc")
    (True, True, False, False, False)
    """
    return _SYLLABLE.fullmatch(folded) is not None


def other_i(folded: str) -> str | None:
    """Return the other spelling of a syllable that is written with i or y alike (ky, ki; ty, ti), or None.

    >>> other_i("ty")
    'ti'
    """
    if len(folded) > 3 or _I_OR_Y.fullmatch(folded) is None:
        return None
    return folded[:-1] + ("i" if folded[-1] == "y" else "y")
