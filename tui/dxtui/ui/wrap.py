"""Cutting a text into the lines of a page, in one pass whatever the text is."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from dxtui.text.visible import visible_line
from dxtui.ui.literal import cells, fit


@cache
def _wide() -> re.Pattern[str]:
    """Return what finds anything that may not be one cell wide; Vietnamese letters, punctuation and ASCII are."""
    return re.compile(r"[^\x20-\x7e\xa0-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2027]")


@dataclass(frozen=True, slots=True)
class Page:
    """The lines that a text was cut into; their spans leave out the space or line feed that a line ends at."""

    starts: list[int]
    """Where each line starts."""
    ends: list[int]
    """Where each line ends."""

    def line_of(self, at: int) -> int:
        """Return the last line that starts at or before `at`."""
        return max(bisect_right(self.starts, at) - 1, 0)

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self.starts)


def wrap(text: str, width: int, *, apart: bool = False) -> Page:
    """Cut `text` into lines of at most `width` cells, at spaces where there are any.

    With `apart`, paragraphs that follow each other without a blank line get one between them.
    """
    width = max(width, 1)
    starts: list[int] = []
    ends: list[int] = []
    begin = 0
    size = len(text)
    while begin <= size:
        stop = text.find("\n", begin)
        if stop < 0:
            stop = size
        if apart and starts and stop > begin and ends[-1] > starts[-1]:
            starts.append(begin)
            ends.append(begin)
        _paragraph(text, begin, stop, width, starts, ends)
        begin = stop + 1
    return Page(starts, ends)


def _paragraph(text: str, begin: int, stop: int, width: int, starts: list[int], ends: list[int]) -> None:
    """Append the lines of one paragraph."""
    plain = _wide().search(text, begin, stop) is None
    at = begin
    while True:
        end = _room(text, at, stop, width, plain=plain)
        if end < stop and text[end] not in " \t":
            space = max(text.rfind(" ", at, end), text.rfind("\t", at, end))
            if space > at:
                end = space
        starts.append(at)
        ends.append(end)
        at = end
        while at < stop and text[at] in " \t":
            at += 1
        if at >= stop:
            return


def _room(text: str, at: int, stop: int, width: int, *, plain: bool) -> int:
    """Return how far a line that starts at `at` may go; always at least one code point if there is one."""
    if plain:
        return min(at + width, stop)
    head = visible_line(text[at : min(at + 4 * width, stop)])
    if cells(head) <= width:
        return at + len(head)
    return at + max(len(fit(head, width)), 1)
