"""Lines that lead elsewhere: menus, addresses, teasers of other articles."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dxtui.lexicon.statements import Cues
from dxtui.text.sentences import is_ended
from dxtui.text.spelling import LOWER, UPPER

_LONGEST_OPENING: Final = 40
_SHORTEST_TEASER: Final = 25

_CRUMBS: Final = re.compile(rf"[{UPPER}][^›»>/|.:\d]{{1,30}}(?:\s[›»>/|]\s[{UPPER}][^›»>/|.:\d]{{1,30}}){{1,5}}\Z")
_DATED_TEASER: Final = re.compile(r"(?:[^.!?]|\.(?=\d)){20,200}\(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)\Z")
_GLUED_ITEM: Final = re.compile(rf"[-•] \d{{1,2}}[{UPPER}][{LOWER}]")
# An address, one of a trail, a page's number.
_ELSEWHERE: Final = re.compile(
    r"(?:https?://|www\.)\S+\Z|(?:\d{1,2}\. )?[»›]\s?\w|(?:page|trang|p\.) ?\d{1,4}(?:\s?[-–/|].{0,40})?\Z"
)
_ELSEWHERE_FIRSTS: Final = frozenset("hwpt»›0123456789")
_DASHES: Final = frozenset("-•")
STAMP: Final = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}(?:[ ,|-]{1,3}\d{1,2}[:h]\d{2})?(\s*[-–|])?\Z")
"""A date, and a time of day, at the end of a teaser."""
_LONGEST_TEASER: Final = 220
_FAR: Final = 60
"""So many paragraphs are looked at behind a line that leads elsewhere."""
_SEVERAL: Final = 2
_PROSE: Final = 120
"""Code points of a paragraph of an article."""
_DATE: Final = 30
_SOLIDUS: Final = re.compile(rf"\s/\s+(?=[{UPPER}\"“])")


def is_link(text: str, line: str, start: int, cues: Cues, begun: bool, terminated: bool) -> bool:
    """Return whether a line leads elsewhere.

    Args:
        text: the text it stands in.
        line: the line in one spelling.
        start: where it starts in the text.
        cues: the words that tell it.
        begun: whether sentences stand before it.
        terminated: whether it ends as a sentence does.
    """
    if len(line) <= _LONGEST_OPENING and line.strip("*>-•·0123456789.|() ") in cues.menu:
        return True
    if cues.invitations.match(line):
        return True
    if cues.link_openings.match(line) is not None and (len(line) <= _LONGEST_OPENING or not terminated):
        return True
    if (line[0] in _ELSEWHERE_FIRSTS and _ELSEWHERE.match(line)) or (
        line[0] in _DASHES and _GLUED_ITEM.match(text, start)
    ):
        return True
    return begun and not terminated and line[-1] == ")" and _DATED_TEASER.match(line) is not None


def is_trail(text: str, start: int, end: int) -> bool:
    """Return whether a line says where in a site the page stands: "Trang chủ › Kinh tế"."""
    return _CRUMBS.match(text, start, end) is not None


def stamped(text: str, spans: Sequence[tuple[int, int]], at: int) -> int:
    """Return how many teasers follow one another from paragraph `at` on, each with its date on the next line."""
    found = 0
    while at + 1 < len(spans) and text[spans[at + 1][0]].isdecimal() and STAMP.match(text, *spans[at + 1]):
        start, end = spans[at]
        if end - start > _LONGEST_TEASER or text[end - 1] in ".:;," or STAMP.match(text, start, end):
            break
        found, at = found + 1, at + 2
    return found


def teasers(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the teasers of a line that has several, with a solidus between them."""
    cuts = [found.end() for found in _SOLIDUS.finditer(text, start, end)]
    if not cuts:
        return []
    out = []
    for first, last in pairwise([start, *cuts, end]):
        out.append((first, first + len(text[first:last].rstrip())))
    return out if all(stop - first >= _SHORTEST_TEASER for first, stop in out) else []


def block(text: str, spans: Sequence[tuple[int, int]], at: int) -> int:
    """Return how many paragraphs from `at`, a line behind which teasers stand, lead elsewhere inside an article.

    0 where no prose follows and so all does. Teasers are the lines right below it, or paragraphs without a full stop;
    of those the last before the prose is its heading, unless a date ends it.
    """
    behind = spans[at + 1 : at + 1 + _FAR]
    prose = [one for one, span in enumerate(behind, at + 1) if _is_prose(text, *span)]
    if len(prose) < _SEVERAL:
        return 0
    stop = at + 1
    close = text.count("\n", spans[at][1], spans[stop][0]) == 1
    while stop < prose[0] and not is_ended(text, *spans[stop]):
        if close and text.count("\n", spans[stop - 1][1], spans[stop][0]) > 1:
            break
        stop += 1
    last = spans[stop - 1]
    if not close and stop - 1 > at and STAMP.search(text, max(last[0], last[1] - _DATE), last[1]) is None:
        stop -= 1
    return stop - at


def _is_prose(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is longer than what tells of another article, and ends as a sentence does."""
    return end - start >= _PROSE and is_ended(text, start, end)
