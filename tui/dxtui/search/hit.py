"""One answer."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

Places = Callable[[Sequence[int]], Sequence[int]]
"""Gives the places of statements in the order of the texts, by their keys."""


class Hit(NamedTuple):
    """A statement that answers a query. Hits sort by themselves, the best first."""

    lack: float
    """The score, negated."""
    chance: float
    """Decides among documents as good."""
    place: int
    """Its place in the order of the texts."""
    key: int
    """Its key, as it was given to the writer."""

    @property
    def score(self) -> float:
        """Higher is better; comparable only within one answer."""
        return -self.lack
