"""The pane of statements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from dxtui.ui.columns import Column
from dxtui.ui.rowlist import Cell, RowList

if TYPE_CHECKING:
    from dxtui.model.rows import StatementRow

_LEAD = 16
"""Code points that stay before the first match where the beginning of a statement is left out."""

_LOOKED_THROUGH = 4000
"""Code points of a statement in which a match is looked for to show it."""


class Statements(RowList["StatementRow"]):
    """The statements: one line each, beginning where the query first matches."""

    noun: ClassVar[str] = "statements"
    columns: ClassVar[tuple[Column, ...]] = (
        Column("text", least=20, most=400, rank=0, takes_rest=True),
        Column("document", least=2, most=2, rank=1, right=True, ordinal=True),
    )

    def cells(self, row: StatementRow) -> Sequence[Cell]:
        """Return the fields of a statement."""
        place = row.place
        kind = place.statement.kind if place.statement else "sentence"
        look = {"title": "strong", "heading": "strong", "sentence": ""}.get(kind, "muted")
        return (
            Cell(self._seen(row), look),
            Cell(str(self.ordinals.get(place.document.id, "")), "muted", matched=False),
        )

    def _seen(self, row: StatementRow) -> str:
        """Return the part of the statement that is shown: its beginning, or what surrounds the first match."""
        place = row.place
        text = place.document.text[place.start : min(place.end, place.start + _LOOKED_THROUGH)]
        if self._matcher is None:
            return text  # Before the room is asked for, which takes as long as all the rest.
        room = max(self.sizes[0], 20) if self.sizes else 20
        if len(text) <= room:
            return text
        spans = self._matcher.spans(text)
        if not spans or spans[0][1] < room:
            return text
        begin = text.find(" ", max(spans[0][0] - _LEAD, 0), spans[0][0]) + 1
        return "…" + text[begin or spans[0][0] :]
