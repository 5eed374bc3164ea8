"""What a search says."""

from dataclasses import dataclass
from typing import NamedTuple

from dxtui.search.matcher import Matcher


class Hit(NamedTuple):
    """A statement that answers a query."""

    reading: int
    """The place of its document among the readings the index was made of."""
    statement: int
    """Its place in `reading.statements`."""
    score: float
    """Higher is better; comparable only within one answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The statements that answer a query, and what the query was taken to mean."""

    hits: tuple[Hit, ...]
    """Best first; ties in the order of documents and statements."""
    matcher: Matcher
    """Finds what matches in any string."""
    everything: bool = False
    """Whether the query asked for nothing (blank, or no letter or digit in it), so that all there is answers."""
    missing: tuple[str, ...] = ()
    """Words of the query, as typed, that the hits do without: no statement has all of them."""
    corrected: tuple[tuple[str, str], ...] = ()
    """Words that were taken for slips, as typed, each with the word it was taken for in the first hit."""
