"""One answer."""

from typing import NamedTuple


class Hit(NamedTuple):
    """A statement that answers a query."""

    key: int
    """Its key, as it was given to the writer."""
    score: float
    """Higher is better; comparable only within one answer."""


def rank(hit: Hit) -> tuple[float, int]:
    """Return what hits are sorted by: the best first, those as good in the order of their keys."""
    return -hit.score, hit.key
