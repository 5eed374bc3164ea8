"""The pane of figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from dxtui.ui.columns import Column
from dxtui.ui.rowlist import Cell, RowList
from dxtui.ui.words import say
from dxtui.wording import worded

if TYPE_CHECKING:
    from dxtui.model.rows import FigureRow


class Figures(RowList["FigureRow"]):
    """The figures: the amount in the document's words, what is measured, its role, the period and the document."""

    noun: ClassVar[str] = "figures"
    headed: ClassVar[bool] = True
    columns: ClassVar[tuple[Column, ...]] = (
        Column("figure", least=18, most=20, rank=0),
        Column("what is measured", least=33, most=400, rank=1, takes_rest=True, short="measured"),
        Column("role", least=0, most=8, rank=4, whole=True),
        Column("period", least=7, most=10, rank=2),
        Column("document", least=2, most=22, rank=3, short="#"),
    )

    def cells(self, row: FigureRow) -> Sequence[Cell]:
        """Return the fields of a figure."""
        figure = row.number.figure
        assert figure is not None  # A figure's row is made of a number that has one.
        document = row.place.document
        ordinal = str(self.ordinals.get(document.id, ""))
        words = worded(row)
        return (
            Cell(words.amount, "strong"),
            Cell(words.measured),
            Cell(say(f"roles.{words.role}") if words.role else "", "muted", matched=False),
            Cell(figure.period or "", "muted", matched=False),
            Cell(f"{ordinal} {document.label}", "muted", matched=False, short=ordinal),
        )
