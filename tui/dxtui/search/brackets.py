"""Brackets around what stands between OR and OR: `(a OR b) c` is `a c OR b c`."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

MOST = 12
"""So many alternatives at most are looked for; nobody means more by what fits a line."""


def outer(piece: str) -> tuple[int, str, int]:
    """Return how many brackets a piece opens, what is left of it, and how many it closes beside its own.

    >>> outer("((tỷ"), outer("(đô-la)"), outer("UBND(xã)"), outer("xã))")
    ((2, 'tỷ', 0), (1, 'đô-la', 1), (0, 'UBND(xã)', 0), (0, 'xã', 2))
    """
    begun = piece.lstrip("(")
    inside = begun.rstrip(")")
    closing = len(begun) - len(inside)
    own = min(max(inside.count("(") - inside.count(")"), 0), closing)
    return len(piece) - len(begun), inside + ")" * own, closing - own


@dataclass(slots=True)
class _Level(Generic[T]):
    """What is inside one pair of brackets."""

    done: list[list[T]] = field(default_factory=list)
    """The alternatives before the last OR."""
    here: list[list[T]] = field(default_factory=lambda: [[]])
    """What stands behind it: a list for each way that brackets inside give."""

    def whole(self) -> list[list[T]]:
        return [*self.done, *(some for some in self.here if some)]


class Alternatives(Generic[T]):
    """The alternatives that pieces make, taken in their order."""

    def __init__(self, *, bracketed: bool) -> None:
        """Take whether brackets mean anything: without an OR they are signs as others are."""
        self._bracketed = bracketed
        self._levels: list[_Level[T]] = [_Level()]
        self.cut = False
        """Whether some alternatives were left out, as there were too many."""

    def add(self, piece: T, most_alike: int) -> None:
        """Take in a piece, unless what it stands beside has it so many times."""
        for some in self._levels[-1].here:
            if some.count(piece) < most_alike:
                some.append(piece)

    def another(self) -> None:
        """Begin another alternative: an OR."""
        level = self._levels[-1]
        level.done, level.here = level.whole(), [[]]

    def open(self, count: int) -> None:
        """Begin so many brackets."""
        self._levels.extend(_Level() for _ in range(count if self._bracketed else 0))

    def close(self, count: int) -> None:
        """End so many brackets, if so many are open."""
        for _ in range(min(count, len(self._levels) - 1)):
            inner = self._levels.pop().whole()
            outside = self._levels[-1]
            if inner:
                outside.here = self._kept([before + some for before in outside.here for some in inner])

    def end(self) -> list[list[T]]:
        """Return the alternatives; a bracket that is still open ends here."""
        self.close(len(self._levels))
        return self._kept(self._levels[0].whole())

    def _kept(self, ways: Sequence[list[T]]) -> list[list[T]]:
        self.cut = self.cut or len(ways) > MOST
        return list(ways[:MOST])
