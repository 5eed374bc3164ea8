"""The pane of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from dxtui.model.sorting import FIGURE_SORTS, Sort
from dxtui.ui.columns import Column
from dxtui.ui.rowlist import Cell, RowList
from dxtui.ui.words import say

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

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "screen.sort", "sort", id="figures.sort", tooltip="by the next column, then as found again"),
        Binding("S", "screen.reverse", "reverse", id="figures.reverse", show=False),
    ]

    sort: Sort | None = None
    """What the figures are sorted by; None for the order that they have by themselves."""

    @property
    def arrow(self) -> tuple[int, str]:
        """The column that they are sorted by, with an arrow for the way; (-1, "") where by none."""
        return (FIGURE_SORTS.index(self.sort.by), "↓" if self.sort.backward else "↑") if self.sort else (-1, "")

    def sort_next(self) -> None:
        """Sort by the next column that is seen; after the last by none."""
        later = range(self.arrow[0] + 1, len(FIGURE_SORTS))
        at = next((at for at in later if self.sizes[at]), None)
        self.sort = Sort(FIGURE_SORTS[at]) if at is not None else None

    def reverse(self) -> None:
        """Sort the other way round."""
        self.sort = self.sort and replace(self.sort, backward=not self.sort.backward)

    def sort_by(self, column: int) -> None:
        """Sort by this column; where they are already, the other way round, then by none."""
        if self.arrow[0] != column:
            self.sort = Sort(FIGURE_SORTS[column])
        elif self.sort is not None and not self.sort.backward:
            self.reverse()
        else:
            self.sort = None

    def cells(self, row: FigureRow) -> Sequence[Cell]:
        """Return the fields of a figure."""
        from dxtui.wording import worded  # Its tables are not on the way to the first paint.

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
