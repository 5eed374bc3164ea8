"""What is typed in the search line and where Enter leads from it; what a key needs that does nothing here."""

from __future__ import annotations

import re
from functools import cached_property

from textual import events, on

from dxtui.ui.bindings import bindings_of
from dxtui.ui.remembered import Remembered
from dxtui.ui.searchline import SearchLine
from dxtui.ui.trail import Step
from dxtui.ui.words import has, say

_QUOTES = re.compile('["“”]')
"""What would end a name in a query."""


OF_ONE = ("copy", "copy_quote", "explain", "entity", "compare")
"""The ids of what keys do with the one row that is selected, and not with a group of rows."""


class Asking(Remembered):
    """Panes that are asked: by what is typed, by a key for what is selected."""

    _left: Step | None = None
    """Where the reader was when the search line got the keys."""

    # What is typed

    @on(SearchLine.Changed, "#search")
    def _typed(self) -> None:
        if self.search.value != self._query:  # Else it was asked for before this was told.
            self._said = ""
            self.ask(self.search.value, self.narrowing)

    def _best(self) -> None:
        self._typed()  # Enter may come in one burst with it.
        if self._pending:
            self._waiting.append(self._go_to_best)
            self.focus_list(self.active)
        else:
            self._go_to_best()

    def _go_to_best(self) -> None:
        """Go to the best row of the list that the reader came from, or of the first that has any.

        What is not understood is left to be mended: the keys stay in the search line.
        """
        if self._said:
            self.set_focus(self.search)
            return
        order = (self.active, self.figures, self.statements)
        pane = next((pane for pane in order if pane.rows), self.active)
        self.focus_list(pane)
        if pane.rows:
            if pane is self.figures:
                self.figures.to_best()
            else:
                pane.action_edge(0)
            self._go(pane.rows[pane.cursor].id, self._left)

    def action_to_list(self) -> None:
        """Give the keys back to the list; from another query than before there is a way back."""
        left, self._left = self._left, None
        if left is not None and left.query.strip() != self.search.value.strip():
            self._trail.leave(left)
        self.focus_list(self.active)

    def action_search(self) -> None:
        """Give the keys to the search line; what is typed stands in place of what is there, behind it after End."""
        self._left = self._here()
        if self.search.value.endswith('"'):
            self._query = self.search.value + " "  # It asks for the same.
            self.search.value = self._query
        self.search.select_all()
        self.set_focus(self.search)

    def action_clear(self) -> None:
        """Forget the query; without one, take off what was chosen last to narrow the lists."""
        if self.search.value:
            self.search.value = ""
        else:
            self.action_widen()

    def action_who(self) -> None:
        """Ask for the tasks of who has the selected one, with a way back."""
        row = self.tasks.selected
        if row is not None and row.task.who:
            self._trail.leave(self._here())
            self.search.value = f'who:"{" ".join(_QUOTES.sub(" ", row.task.who).split())}"'

    # Keys that do nothing

    @cached_property
    def _needing(self) -> dict[str, str]:
        """The ids of what keys do that may need something, by the keys."""
        known = bindings_of(type(self), *(type(pane) for pane in self.panes))
        return {
            key: str(binding.id)
            for binding in known
            if has(f"needs.{binding.id}") or binding.id in OF_ONE
            for key in self.keys_of(str(binding.id), binding.key).split(",")
        }

    def on_key(self, event: events.Key) -> None:
        """Say of a key that does nothing here what it needs."""
        id = self._needing.get(event.key) if self.focused is not self.search else None
        if id is not None and self._explorer is not None:
            active = self.active_bindings.get(event.key)
            if active is None or not active.enabled:
                self.tell_need(id, event.key)

    def tell_need(self, id: str, key: str) -> None:
        """Say what the key of `id`, which is `key` as a rule, needs to do anything here."""
        pressed = self.key_of(id, key)
        if self.at_group and id in OF_ONE:
            choose, down = self.key_of("list.choose", "enter"), self.key_of("list.down", "down")
            self.note(say("needs.figure", pressed=pressed, choose=choose, down=down))
        else:
            keys = {pane.noun: self.key_of(f"pane.{pane.noun}", str(pane.number)) for pane in self.lists}
            self.note(say(f"needs.{id}", pressed=pressed, **keys))
