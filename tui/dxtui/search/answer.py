"""What a search says."""

from dataclasses import dataclass

from dxtui.search.hit import Hit
from dxtui.search.matcher import Matcher
from dxtui.search.query import Query


@dataclass(frozen=True, slots=True)
class Answer:
    """The statements that answer a query, and what the query was taken to mean."""

    hits: tuple[Hit, ...]
    """Best first, as many as were asked for; those as good in the order of the texts."""
    matcher: Matcher
    """Finds what matches in any string."""
    query: Query
    """The query, taken apart, with its filters and with what was wrong with it."""
    total: int = 0
    """How many statements answer; at least so many where not `exact`."""
    exact: bool = True
    """Whether `total` was counted to the end."""
    everything: bool = False
    """Whether the query asked for nothing (blank, or no letter or digit in it), so that all there is answers."""
    missing: tuple[str, ...] = ()
    """Words of the query, as typed, that the hits do without: no statement has all of them."""
    corrected: tuple[tuple[str, str], ...] = ()
    """Words that were taken for slips, as typed, each with the word it was taken for in the first hit."""
    nearest: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Words that are nowhere, as typed, each with those there are that come nearest to it."""
