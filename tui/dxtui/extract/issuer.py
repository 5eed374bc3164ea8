"""Which body a letter, report or decision is of, where its letterhead says so."""

import re
from collections.abc import Sequence
from typing import Final

from dxtui.lexicon.published import file_number
from dxtui.model import Mention

_HEAD: Final = 600
"""Code points at the start of a text in which its letterhead and its number stand."""
_NUMBER: Final = file_number()
_EDGES: Final = " \t*|_-–"
_GAP: Final = re.compile(r"\t|\||\s{3,}")
"""What parts the two columns of a letterhead."""


def issuer(text: str, mentions: Sequence[Mention]) -> str | None:
    """Return the name in full of the body that put `text` out: the last that its letterhead names above its number.

    A letterhead's line, or one of its two columns, is a body's name and nothing else; above it may stand the body that
    this one is part of.
    """
    number = _NUMBER.search(text, 0, _HEAD)
    if number is None:
        return None
    found = None
    for mention in mentions:
        if mention.start >= number.start():
            break
        if mention.type == "organisation" and text[mention.start : mention.end].isupper() and _alone(text, mention):
            found = mention.canonical
    return found


def _alone(text: str, mention: Mention) -> bool:
    """Whether nothing else stands in the line of a name, or in its column."""
    first = text.rfind("\n", 0, mention.start) + 1
    last = text.find("\n", mention.end)
    before, behind = text[first : mention.start], text[mention.end : last if last >= 0 else len(text)]
    return not (_GAP.split(before)[-1].strip(_EDGES) or _GAP.split(behind)[0].strip(_EDGES))
