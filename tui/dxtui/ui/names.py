"""The pane of the ways an entity is written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from dxtui.ui.columns import Column
from dxtui.ui.rowlist import Cell, RowList

if TYPE_CHECKING:
    from dxtui.explorer.entity import Written


class Names(RowList["Written"]):
    """How an entity is written, each with how often."""

    noun: ClassVar[str] = "names"
    columns: ClassVar[tuple[Column, ...]] = (
        Column("name", least=24, most=400, rank=1, takes_rest=True),
        Column("times", least=6, most=6, rank=0, right=True),
    )

    def cells(self, row: Written) -> Sequence[Cell]:
        """Return the fields of a name."""
        return Cell(row.text), Cell(str(row.times), "muted", matched=False)
