"""One answer."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple, cast

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


def hits_of(rows: Iterable[tuple[float, float, int, int]]) -> list[Hit]:
    """Return hits by their fields; there are hundreds a keystroke, so without a call of Python for each."""
    return cast("list[Hit]", list(map(partial(tuple.__new__, Hit), rows)))
