"""The pane of entities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from dxtui.ui.bindings import bound
from dxtui.ui.columns import Column
from dxtui.ui.rowlist import Cell, RowList
from dxtui.ui.words import say

if TYPE_CHECKING:
    from dxtui.model.rows import EntityRow


class Entities(RowList["EntityRow"]):
    """Who and what is named: the full name, what kind of thing it is, and how often it is named."""

    noun: ClassVar[str] = "entities"
    columns: ClassVar[tuple[Column, ...]] = (
        Column("name", least=24, most=400, rank=1, takes_rest=True, bare=12),
        Column("type", least=5, most=12, rank=2, whole=True),
        Column("named", least=6, most=6, rank=0, right=True),
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "choose", "list.narrow"),
    ]

    def cells(self, row: EntityRow) -> Sequence[Cell]:
        """Return the fields of an entity."""
        return (
            Cell(row.canonical),
            Cell(say(f"types.{row.type}"), row.type, matched=False, short=say(f"types.{row.type}_short")),
            Cell(str(len(row.mentions)), "muted", matched=False),
        )
