"""The pane of documents."""

from collections.abc import Sequence
from typing import ClassVar

from dxtui.model.rows import DocumentRow
from dxtui.ui.columns import Column
from dxtui.ui.rowlist import Cell, RowList


class Documents(RowList[DocumentRow]):
    """The documents: their number, title, date and how many figures they have."""

    noun: ClassVar[str] = "documents"
    columns: ClassVar[tuple[Column, ...]] = (
        Column("", least=2, most=6, rank=0, right=True),
        Column("title", least=12, most=400, rank=1, takes_rest=True),
        Column("date", least=0, most=10, rank=3),
        Column("figures", least=2, most=6, rank=2, right=True),
    )

    def cells(self, row: DocumentRow) -> Sequence[Cell]:
        """Return the fields of a document."""
        document = row.place.document
        return (
            Cell(str(self.ordinals.get(row.id, "")), "row--muted", matched=False),
            Cell(document.label),
            Cell(document.published or document.event_date or "", "row--muted", matched=False),
            Cell(str(row.figures), "row--muted", matched=False),
        )
