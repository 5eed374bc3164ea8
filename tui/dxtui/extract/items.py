"""Lines with a number or a letter: items of a list, or what heads the paragraphs below."""

import re
from collections.abc import Sequence
from typing import Final

from dxtui.text.sentences import is_ended
from dxtui.text.spelling import UPPER

_LONGEST: Final = 120
_SHORT: Final = 40
_MARKS: Final = "-–—•*+·"

NUMBERED: Final = re.compile(rf"(\d{{1,3}}|[IVX]{{1,6}}|[a-zđA-ZĐ])([.)/]|(?<=[\dIVX])-(?=\s[{UPPER}]))\s")
"""The number or letter of an item at its start, and the sign behind it."""
TERMINATED: Final = re.compile(r"[.!?…][\"”’»)\]]*\Z")
"""The end of a sentence, at the end of what is searched."""
SECTION: Final = re.compile(rf"\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.? ?(?=[{UPPER}])")
"""The number of a section at its start, with or without a blank behind it: "1.1.Quan điểm"."""


class Items:
    """Tells which of a text's paragraphs are items and which head others."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        """Take the text and the spans of its paragraphs in order."""
        self._text = text
        self._spans = spans

    def has_number(self, start: int, end: int) -> bool:
        """Whether a line has a list's number, or a section's ("1.1.Quan điểm:") and tells no amount."""
        if NUMBERED.match(self._text, start):
            return True
        section = SECTION.match(self._text, start, end)
        return section is not None and not any(char.isdigit() for char in self._text[section.end() : end])

    def is_one(self, at: int) -> bool:
        """Whether numbered paragraph `at`, without a full stop, is one of a list: its neighbour has the next number."""
        here = NUMBERED.match(self._text, self._spans[at][0])
        if here is None or not here[1].isdigit():
            return here is not None and here[2] == ")" and not self.heads_prose(at)
        for other, step in ((at + 1, 1), (at - 1, -1)):
            if 0 <= other < len(self._spans):
                start, end = self._spans[other]
                there = NUMBERED.match(self._text, start)
                if there is not None and there[1].isdigit() and int(there[1]) == int(here[1]) + step:
                    # A line without a full stop behind items that have one heads what follows.
                    return step > 0 or self._text[end - 1] not in ".!?"
        return False

    def heads_prose(self, at: int) -> bool:
        """Whether a short lettered line stands above a paragraph of sentences: "a) Trồng trọt"."""
        start, end = self._spans[at]
        here = NUMBERED.match(self._text, start, end)
        if here is None or here[2] != ")" or end - start > _SHORT or at + 1 == len(self._spans):
            return False
        after, stop = self._spans[at + 1]
        told = is_ended(self._text, after, stop)
        return told and NUMBERED.match(self._text, after) is None and self._text[here.end()].isupper()

    def is_starred(self, at: int) -> bool:
        """Whether a short line behind a star stands alone above a paragraph of sentences: "* Bán hàng qua mạng"."""
        start, end = self._spans[at]
        if self._text[start] != "*" or end - start > _SHORT * 2 or at + 1 == len(self._spans):
            return False
        after, stop = self._spans[at + 1]
        alone = self._text[after] not in _MARKS and (at == 0 or self._text[self._spans[at - 1][0]] != "*")
        return alone and is_ended(self._text, after, stop)

    def asks(self, at: int, *, above: bool) -> bool:
        """Whether a line that ends in a question mark is a title (`above` all else), or heads what follows.

        It does with a number that no neighbour has, or behind an empty line and right above a paragraph.
        """
        text = self._text
        start, end = self._spans[at]
        if text[end - 1] != "?" or end - start > _LONGEST:
            return False
        if above:
            return True
        if NUMBERED.match(text, start):
            near = (self._spans[other][0] for other in (at - 1, at + 1) if other < len(self._spans))
            return not any(NUMBERED.match(text, other) for other in near)
        glued = text.startswith("\n", end) and not text.startswith("\n\n", end)
        return text[start].isupper() and glued and text.endswith("\n\n", 0, start)
