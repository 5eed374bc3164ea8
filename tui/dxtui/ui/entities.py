"""The pane of entities."""

from collections.abc import Sequence
from typing import ClassVar

from dxtui.model.rows import EntityRow
from dxtui.ui.columns import Column
from dxtui.ui.rowlist import Cell, RowList


class Entities(RowList[EntityRow]):
    """Who and what is named: the full name, what kind of thing it is, and how often it is named."""

    noun: ClassVar[str] = "entities"
    columns: ClassVar[tuple[Column, ...]] = (
        Column("name", least=12, most=400, rank=0, takes_rest=True),
        Column("type", least=4, most=12, rank=2),
        Column("named", least=2, most=6, rank=1, right=True),
    )

    def cells(self, row: EntityRow) -> Sequence[Cell]:
        """Return the fields of an entity."""
        return (
            Cell(row.canonical),
            Cell(row.type, f"row--{row.type}", matched=False),
            Cell(str(len(row.mentions)), "row--muted", matched=False),
        )
