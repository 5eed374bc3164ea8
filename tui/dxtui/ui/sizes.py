"""How large the panes are beside each other. Pure arithmetic in parts of the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "left": ("documents", "entities"),
    "middle": ("figures", "statements", "tasks"),
    "source": (),
}
"""The columns from the left, with the lists that stand in them from the top; the source has one of its own."""

_STEP = {"width": 5, "height": 10, "stack": 5}
"""Parts that one key gives or takes."""

_LEAST = {"width": 14, "height": 15, "stack": 20}
"""Parts that every pane keeps: with less it says nothing."""


@dataclass(frozen=True)
class Sizes:
    """The sizes of the panes. Parts of one row or column together make 100."""

    width: Mapping[str, int] = field(default_factory=lambda: {"left": 20, "middle": 46, "source": 34})
    """Of each column, of the width."""
    height: Mapping[str, int] = field(
        default_factory=lambda: {"documents": 38, "entities": 62, "figures": 50, "statements": 25, "tasks": 25}
    )
    """Of each list, of the height of its column."""
    stack: int = 55
    """Of the source, of the height, where there is room for one list only."""

    def fitted(self, width: Mapping[str, int], height: Mapping[str, int], stack: int) -> Sizes:
        """Return these sizes where every pane has room in them, and these here for those where one has not.

        >>> Sizes().fitted({"left": 99, "middle": 1, "source": 0}, Sizes().height, 60).stack
        60
        """
        rows = [tuple(height[name] for name in lists) for lists in COLUMNS.values() if lists]
        low = _LEAST["stack"]
        return Sizes(
            width if _whole(tuple(width.values()), _LEAST["width"]) else self.width,
            height if all(_whole(row, _LEAST["height"]) for row in rows) else self.height,
            min(max(stack, low), 100 - low),
        )

    def wider(self, pane: str, by: int) -> Sizes:
        """Return the sizes with the column of a pane wider by so many steps, or narrower.

        >>> Sizes().wider("source", 1).width
        {'left': 18, 'middle': 43, 'source': 39}
        """
        column = next((name for name, lists in COLUMNS.items() if pane in lists), pane)
        return replace(self, width=_given(self.width, column, by * _STEP["width"], _LEAST["width"]))

    def taller(self, pane: str, by: int) -> Sizes:
        """Return the sizes with a list higher by so many steps, or lower; the source has all the height there is.

        >>> Sizes().taller("documents", -1).height["entities"]
        72
        """
        beside = next((lists for lists in COLUMNS.values() if pane in lists), ())
        some = {name: self.height[name] for name in beside}
        return replace(self, height={**self.height, **_given(some, pane, by * _STEP["height"], _LEAST["height"])})

    def stacked(self, by: int) -> Sizes:
        """Return the sizes with the source higher by so many steps in the stack, or lower."""
        low = _LEAST["stack"]
        return replace(self, stack=min(max(self.stack + by * _STEP["stack"], low), 100 - low))


def _whole(parts: tuple[int, ...], least: int) -> bool:
    return sum(parts) == 100 and min(parts) >= least


def _given(parts: Mapping[str, int], name: str, by: int, least: int) -> Mapping[str, int]:
    """Return `parts` with `by` more for `name`, taken from the others as they are large; none goes below `least`."""
    others = {other: part for other, part in parts.items() if other != name}
    if not others:
        return parts
    rest = sum(others.values())
    own = max(min(parts[name] + by, parts[name] + rest - least * len(others)), least)
    left, room = sum(parts.values()) - own, rest
    given = {name: own}
    for at, (other, part) in enumerate(others.items(), 1):
        share = max(round(left * part / room), least) if room else left
        share = min(share, left - least * (len(others) - at)) if at < len(others) else left
        given[other] = share
        left, room = left - share, room - part
    return {one: given[one] for one in parts}
