"""The pane of tasks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from dxtui.ui.bindings import bound
from dxtui.ui.columns import Column
from dxtui.ui.rowlist import Cell, RowList
from dxtui.ui.words import say

if TYPE_CHECKING:
    from dxtui.model.rows import TaskRow


class Tasks(RowList["TaskRow"]):
    """What is to be done, due first: by when, how it stands, who is to do it, and what."""

    noun: ClassVar[str] = "tasks"
    headed: ClassVar[bool] = True
    columns: ClassVar[tuple[Column, ...]] = (
        Column("by", least=10, most=21, rank=1, whole=True),
        Column("state", least=8, most=8, rank=2, whole=True),
        Column("who", least=8, most=28, rank=3),
        Column("what", least=16, most=16, rank=0, takes_rest=True, bare=12),
        Column("document", least=2, most=2, rank=4, right=True, short="#", ordinal=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = [bound("w", "screen.who", "tasks.who")]

    def cells(self, row: TaskRow) -> Sequence[Cell]:
        """Return the fields of a task."""
        task = row.task
        return (
            Cell(
                task.deadline or "",
                "warn" if row.overdue else "",
                matched=False,
                short=(task.deadline or "").rpartition("/")[2],  # Of a span of time its end is when it is due.
            ),
            Cell(
                say(f"states.{'overdue' if row.overdue else task.state}"),
                "warn" if row.overdue else "muted",
                matched=False,
            ),
            Cell(task.who or ""),
            Cell(task.what),
            Cell(str(self.ordinals.get(row.place.document.id, "")), "muted", matched=False),
        )
