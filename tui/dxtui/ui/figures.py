"""The pane of figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from dxtui.lexicon.tables import table
from dxtui.ui.columns import Column
from dxtui.ui.rowlist import Cell, RowList

if TYPE_CHECKING:
    from dxtui.model.rows import FigureRow

_SIGNS = {"exact": "", "about": "≈", "over": ">", "under": "<", "at_least": "≥", "at_most": "≤"}
_ARROWS = {"up": "↑", "down": "↓", None: ""}

_AROUND = 60
"""Code points of the sentence that stand in where a figure does not say what it measures."""


def measured(row: FigureRow) -> str:
    """Return what a figure measures in the words of its text: its subject, what is counted, or the words before it."""
    figure = row.number.figure
    if figure is not None and (figure.subject or figure.counted):
        return figure.subject or figure.counted or ""
    place = row.place
    first = place.statement.start if place.statement else 0
    before = place.document.text[max(first, place.start - _AROUND) : place.start].strip()
    if len(before) == _AROUND:
        before = before.partition(" ")[2]
    return f"…{before}" if before else ""


def unit_name(row: FigureRow) -> str:
    """Return the unit for a reader: as it is coded, but a duration's in the words of the text, "năm" and not "a"."""
    figure = row.number.figure
    code = figure.unit if figure is not None else None
    names: list[str] = [phrase for phrase, meaning in table("units")["duration"].items() if meaning == code]
    if not names:
        return code or ""
    place = row.place
    after = place.document.text[place.end : place.end + _AROUND].lstrip().lower()
    return next((name for name in sorted(names, key=len, reverse=True) if after.startswith(name)), names[0])


class Figures(RowList["FigureRow"]):
    """The figures: the value as the document wrote it, the unit, what is measured, the period and the document."""

    noun: ClassVar[str] = "figures"
    headed: ClassVar[bool] = True
    columns: ClassVar[tuple[Column, ...]] = (
        Column("value", least=13, most=16, rank=0, right=True),
        Column("unit", least=6, most=12, rank=2),
        Column("what is measured", least=26, most=400, rank=1, takes_rest=True, short="measured"),
        Column("period", least=7, most=10, rank=3),
        Column("document", least=2, most=22, rank=4, short="#"),
    )

    def cells(self, row: FigureRow) -> Sequence[Cell]:
        """Return the fields of a figure."""
        figure = row.number.figure
        assert figure is not None  # A figure's row is made of a number that has one.
        document = row.place.document
        ordinal = str(self.ordinals.get(document.id, ""))
        sign = _ARROWS[figure.direction] + _SIGNS[figure.qualifier]
        return (
            Cell(f"{sign} {row.place.surface}" if sign else row.place.surface, "strong"),
            Cell(unit_name(row), "muted", matched=False),
            Cell(measured(row)),
            Cell(figure.period or "", "muted", matched=False),
            Cell(f"{ordinal} {document.label}", "muted", matched=False, short=ordinal),
        )
