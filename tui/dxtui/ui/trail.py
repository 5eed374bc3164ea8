"""The way a reader went, to be walked back and forward."""

from __future__ import annotations

from dataclasses import dataclass

from dxtui.model.grouping import Grouping
from dxtui.model.narrowing import WIDE, Narrowing


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a reader was on the page of an entity."""

    name: str
    """What the entity is called."""
    type: str
    """What kind of thing it is."""
    pane: str = "statements"
    """The list that was worked in."""
    id: str = ""
    """The id of the row that was selected there."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a reader was: enough to stand there again."""

    pane: str
    """The list that was worked in."""
    reading: bool
    """Whether the source had the keys, and not the list."""
    id: str
    """The id of the row that was selected."""
    top: int
    """Where in the text the first line of the source began that was seen: its lines depend on the width."""
    marked: bool = True
    """Whether what is selected was seen there."""
    query: str = ""
    """The query that the lists answered."""
    narrowing: Narrowing = WIDE
    """What the lists were narrowed to beside it."""
    group: Grouping | None = None
    """What the figures were grouped by."""
    page: Stop | None = None
    """Where on the page of an entity the reader was, if one was open."""


class Trail:
    """Steps with a place among them. Going somewhere new forgets what lay ahead, as in a browser."""

    def __init__(self, most: int = 200) -> None:
        """Keep at most this many steps behind."""
        self._behind: list[Step] = []
        self._ahead: list[Step] = []
        self._most = most

    def leave(self, here: Step) -> None:
        """Note that the reader goes from `here` to somewhere new."""
        if not self._behind or self._behind[-1] != here:
            self._behind.append(here)
            del self._behind[: -self._most]
        self._ahead.clear()

    def back(self, here: Step) -> Step | None:
        """Return the step before, keeping `here` for the way forward; None at the beginning."""
        return self._walk(self._behind, self._ahead, here)

    def forward(self, here: Step) -> Step | None:
        """Return the step that was walked back from; None at the end."""
        return self._walk(self._ahead, self._behind, here)

    @staticmethod
    def _walk(source: list[Step], target: list[Step], here: Step) -> Step | None:
        while source:
            step = source.pop()
            if step != here:
                target.append(here)
                return step
        return None

    @property
    def has_back(self) -> bool:
        """Whether there is a step behind."""
        return bool(self._behind)

    @property
    def has_forward(self) -> bool:
        """Whether there is a step ahead."""
        return bool(self._ahead)
