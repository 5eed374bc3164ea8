"""Where numbers may be: runs of digits, number words, Roman numerals, and digits of other kinds."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from dxtui.extract.numbers.page import Page
from dxtui.lexicon.cues import Word

Kind = Literal["digits", "signs", "word", "name", "roman", "odd"]
"""Digits alone; digits joined by signs; a number word; a month's name; a Roman numeral; digits that are no decimal ones
(², ①)."""

Candidate = tuple[int, int, Kind]
"""Start, end, kind."""

# A digit at its start, not a repeat, lets the search skip at once to where one stands.
# In bytes whose digits all are one letter and whose signs are another: a letter is searched fastest of all.
_SHAPES: Final = bytes(
    ord("0") if chr(code).isdecimal() and code < 0x80 else ord(",") if chr(code) in ".,/:" else ord(" ")
    for code in range(256)
)
_PLAIN_RUN: Final = re.compile(rb"00*+((?:,00*+)*+)")
RUN: Final = re.compile(r"\d\d*+((?:[.,/:]\d++)*+)")


def candidates(page: Page, words: Sequence[Word]) -> list[Candidate]:
    """Return where the numbers of `page` may be, in order; every digit of the text lies in one of them.

    `words` are its number words, Roman numerals and odd digits.
    """
    out: list[Candidate] = []
    add = out.append
    low = page.low
    for found in _PLAIN_RUN.finditer(page.raw.translate(_SHAPES)) if page.plain else RUN.finditer(low):
        start, end = found.span()
        if found[1]:
            add((start, end, "signs"))
            page.separated.append((start, end))
        else:
            add((start, end, "digits"))
    if words:
        text = page.text
        out += [word for word in words if word[2] != "roman" or _is_roman(text, word[0], word[1])]
        out.sort()
    return out


def _is_roman(text: str, start: int, end: int) -> bool:
    """Whether the letters are capitals that no word or abbreviation goes on from: not "CĐ-VI"."""
    return text[start:end].isupper()
