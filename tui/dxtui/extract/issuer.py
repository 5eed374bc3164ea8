"""Which body a letter, report or decision is of, and the number it gave it, where its letterhead says so."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from dxtui.extract.names.letterheads import column
from dxtui.lexicon.published import file_number
from dxtui.model import Mention

_HEAD: Final = 600
"""Code points at the start of a text in which its letterhead and its number stand."""
_NUMBER: Final = file_number()


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
    if number is None or column(text, number.start(), number.start())[0]:
        return Issued(None, None)
    found = None
    for mention in mentions:
        if mention.start >= number.start():
            break
        if mention.type == "organisation" and text[mention.start : mention.end].isupper():
            beside = column(text, mention.start, mention.end)
            found = found if any(beside) else mention.canonical
    return Issued(found, number[1])
