"""Where numbers may be: runs of digits, number words, Roman numerals, and digits of other kinds."""

import re
from typing import Literal

from dxtui.extract.page import Page
from dxtui.lexicon.cues import CueKind

Kind = Literal["digits", "signs", "word", "name", "roman", "odd"]
"""Digits alone; digits joined by signs; a number word; a month's name; a Roman numeral; digits that are no decimal ones
(², ①)."""

Candidate = tuple[int, int, Kind]
"""Start, end, kind."""

RUN = re.compile(r"\d++((?:[.,/:]\d++)*+)")
_ROMAN = re.compile(r"[IVXLC](?<!\w.)(?<![&/-].)[IVXLC]{0,6}+(?!\w)")
# The code points with isdigit() and without isdecimal(), spelled out because finding them takes long.
_ODD = re.compile(
    "[\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490"
    "\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\U00010a40-\U00010a43\U00010e60-\U00010e68"
    "\U00011052-\U0001105a\U0001f100-\U0001f10a]+"
)


def candidates(page: Page, words: list[tuple[int, int, CueKind]]) -> list[Candidate]:
    """Return where the numbers of `page` may be, in order; every digit of the text lies in one of them.

    `words` are the spans of its number words, with their kind.
    """
    out: list[Candidate] = [
        (found.start(), found.end(), "signs" if found[1] else "digits") for found in RUN.finditer(page.low)
    ]
    more: list[Candidate] = [(start, end, "name" if kind == "name" else "word") for start, end, kind in words]
    more += [(found.start(), found.end(), "roman") for found in _ROMAN.finditer(page.text)]
    more += [(found.start(), found.end(), "odd") for found in _ODD.finditer(page.text)]
    if more:
        out += more
        out.sort()
    return out
