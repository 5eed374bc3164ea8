"""What was typed, cut into words. Any text is a query; nothing in it is syntax yet."""

import re
from dataclasses import dataclass

from dxtui.search.words import WORD
from dxtui.text.normal import normalise

_LONGEST = 1000
_MOST_WORDS = 40
_MOST_ALIKE = 2
_UNFINISHED_NUMBER = re.compile("[0-9][.,]$")


@dataclass(frozen=True, slots=True)
class Typed:
    """A piece of a query that stands between spaces."""

    text: str
    """As it was typed."""
    words: tuple[str, ...]
    """Its words, which must stand together: "28/12" has two. Never empty."""
    open: bool
    """Whether it is still being typed, so that its last word may go on."""


def parse(query: str) -> tuple[Typed, ...]:
    """Cut `query` at white space; pieces without a letter, digit or unit sign are left out.

    Only the first 1,000 characters, 40 pieces and two of the same piece count: nobody types more, and a pasted book
    must not stop the app.

    >>> [(t.words, t.open) for t in parse("Đề án 06, 28/1")]
    [(('Đề',), False), (('án',), False), (('06',), False), (('28', '1'), True)]
    """
    text = normalise(query)[:_LONGEST]
    pieces = text.split()
    going_on = bool(text) and not text[-1].isspace()
    found: list[Typed] = []
    for at, piece in enumerate(pieces[:_MOST_WORDS]):
        words = WORD.findall(piece)
        if not words or sum(other.text == piece for other in found) >= _MOST_ALIKE:
            continue
        last = going_on and at == len(pieces) - 1
        if last and _UNFINISHED_NUMBER.search(piece):
            words[-1] += piece[-1]
        found.append(Typed(piece, tuple(words), last and piece.endswith(words[-1])))
    return tuple(found)
