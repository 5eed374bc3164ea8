"""Groups of figures as rows of a list: a row that names each group, and below it its figures where it is open."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, overload

from dxtui.store.grouping import Group, Grouped
from dxtui.store.pages import Part

if TYPE_CHECKING:
    from dxtui.model.rows import FigureRow


class Folded(Sequence["FigureRow | Group"]):
    """The rows that are there while some groups are open; figures are fetched as they are looked at."""

    def __init__(self, grouped: Grouped, is_open: Callable[[Group], bool]) -> None:
        """Take the figures in their groups, and what says whether one is open."""
        self.grouped = grouped
        self.groups = grouped.groups
        self.opened = frozenset(at for at, group in enumerate(self.groups) if is_open(group))
        """Which groups are open, by their places."""
        sizes = (1 + group.count if at in self.opened else 1 for at, group in enumerate(self.groups))
        self._starts = [0, *accumulate(sizes)]

    def __len__(self) -> int:
        """Return how many rows there are."""
        return self._starts[-1]

    @overload
    def __getitem__(self, at: int) -> FigureRow | Group: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[FigureRow | Group]: ...
    def __getitem__(self, at: int | slice) -> FigureRow | Group | Sequence[FigureRow | Group]:
        """Return a row, or a part whose rows are fetched when they are looked at in turn."""
        if isinstance(at, slice):
            return Part(self, range(len(self))[at])
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(at)
        group = self.group_at(place)
        inside = place - self._starts[group] - 1
        return self.groups[group] if inside < 0 else self.groups[group].rows[inside]

    def group_at(self, place: int) -> int:
        """Return which group the row at this place names or belongs to."""
        return bisect_right(self._starts, place) - 1

    def start(self, group: int) -> int:
        """Return the place of the row that names this group."""
        return self._starts[group]

    def find(self, id: str, near: int) -> int | None:
        """Return the place of the figure with this id, of the row that names its group where that is closed.

        Of several, that in the same group as the row at `near` counts first, then one in a group that is open.
        """
        here = self.group_at(near) if self.groups else 0
        found = self.grouped.find(id, [here] if here in self.opened else self.opened)
        if found is None:
            return None
        group, inside = found
        return self._starts[group] + (1 + inside if group in self.opened else 0)
