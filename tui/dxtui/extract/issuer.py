"""Which body a letter, report or decision is of, and the number it gave it, where its letterhead says so."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from dxtui.lexicon.published import file_number
from dxtui.model import Mention

_HEAD: Final = 600
"""Code points at the start of a text in which its letterhead and its number stand."""
_NUMBER: Final = file_number()
_EDGES: Final = " \t*|_-–"
_GAP: Final = re.compile(r"\t|\||\s{3,}")
"""What parts the two columns of a letterhead."""


class Issued(NamedTuple):
    """What a letterhead says."""

    by: str | None
    """The name in full of the body that put the text out."""
    reference: str | None
    """The number and sign that it gave it."""


def issued(text: str, mentions: Sequence[Mention]) -> Issued:
    """Return whose `text` is, and its number: the body is the last that its letterhead names above the number.

    A letterhead's line, or one of its two columns, is a body's name and nothing else; above it may stand the body that
    this one is part of.
    """
    number = _NUMBER.search(text, 0, _HEAD)
    if number is None or _column(text, number.start(), number.start())[0]:
        return Issued(None, None)
    found = None
    for mention in mentions:
        if mention.start >= number.start():
            break
        if mention.type == "organisation" and text[mention.start : mention.end].isupper():
            beside = _column(text, mention.start, mention.end)
            found = found if any(beside) else mention.canonical
    return Issued(found, number[1])


def _column(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and behind [start, end) in its line, or in its column of it."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    before, behind = text[first:start], text[end : last if last >= 0 else len(text)]
    return _GAP.split(before)[-1].strip(_EDGES), _GAP.split(behind)[0].strip(_EDGES)
