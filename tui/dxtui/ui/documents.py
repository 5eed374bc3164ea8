"""The pane of documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from dxtui.ui.bindings import bound
from dxtui.ui.columns import Column
from dxtui.ui.rowlist import Cell, RowList

if TYPE_CHECKING:
    from dxtui.model.rows import DocumentRow


class Documents(RowList["DocumentRow"]):
    """The documents: their number, title, date and how many figures they have."""

    noun: ClassVar[str] = "documents"
    columns: ClassVar[tuple[Column, ...]] = (
        Column("", least=2, most=2, rank=0, right=True, ordinal=True),
        Column("title", least=24, most=400, rank=1, takes_rest=True),
        Column("date", least=0, most=10, rank=3, whole=True),
        Column("figures", least=6, most=6, rank=0, right=True),
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "choose", "list.narrow"),
    ]

    def cells(self, row: DocumentRow) -> Sequence[Cell]:
        """Return the fields of a document."""
        document = row.place.document
        return (
            Cell(str(self.ordinals.get(row.id, "")), "muted", matched=False),
            Cell(document.label),
            Cell(document.published or document.event_date or "", "muted", matched=False),
            Cell(str(row.figures), "muted", matched=False),
        )
