"""The order of the figures and the groups they stand in: as the reader asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from dxtui.ui.narrowed import Narrowed
from dxtui.ui.rowlist import RowList

if TYPE_CHECKING:
    from dxtui.model.grouping import Grouping


class Arranged(Narrowed):
    """The panes with the figures sorted and grouped."""

    def _ask_again(self) -> None:
        """Ask what was asked last, the figures being arranged otherwise."""
        self.ask(self.search.value, self.narrowing)

    # Order

    def action_sort(self) -> None:
        """Sort the figures by the next column."""
        self.figures.sort_next()
        self._ask_again()

    def action_reverse(self) -> None:
        """Sort the figures the other way round."""
        self.figures.reverse()
        self._ask_again()

    @on(RowList.Headed)
    def _headed(self, event: RowList.Headed) -> None:
        if event.pane is self.figures:
            self.figures.sort_by(event.column)
            self._ask_again()

    # Groups

    def action_group(self) -> None:
        """Group the figures by the next thing they have in common, after the last by nothing."""
        self._group(self.figures.next_group)

    def action_ungroup(self) -> None:
        """Group the figures by nothing."""
        self._group(None)

    def _group(self, by: Grouping | None) -> None:
        """Group the figures, and keep the selected one in view."""
        selected = self.figures.selected
        self.figures.group = by
        if selected is not None:
            self._waiting.append(lambda: self._reveal(selected.id))
        self._ask_again()

    @property
    def at_group(self) -> bool:
        """Whether the row that keys work on names a group of figures."""
        return self.active is self.figures and self.focused is not self.source and self.figures.at_group

    def stand_at(self, id: str) -> None:
        """Select the row with this id in the list that has the keys; a group that hides it is opened."""
        if self.active is self.figures:
            self.figures.reveal(id)
        else:
            self.active.select(id)

    def _reveal(self, id: str) -> None:
        """Select a figure again, its group being opened."""
        if self.figures.reveal(id) and self.active is self.figures:
            self._show(id, follow=False)

    def action_widen(self, what: str = "") -> None:
        """Take off the part of this kind that narrows, or the last one that was chosen; after them what groups."""
        if self.narrowing:
            super().action_widen(what)
        else:
            self.action_ungroup()
