"""Where the panes stand, and which of them has the keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from shutil import get_terminal_size
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget

from dxtui.ui.changes import Changes
from dxtui.ui.documents import Documents
from dxtui.ui.entities import Entities
from dxtui.ui.figures import Figures
from dxtui.ui.keys import foot
from dxtui.ui.layout import LAYOUT
from dxtui.ui.painted import Painted
from dxtui.ui.rowlist import RowList
from dxtui.ui.searchline import SearchLine
from dxtui.ui.sizes import COLUMNS
from dxtui.ui.source import SourceView
from dxtui.ui.spots import Spot, SpotLine
from dxtui.ui.statements import Statements
from dxtui.ui.tasks import Tasks
from dxtui.ui.told import strip
from dxtui.ui.words import say

NARROW = "-narrow"
"""Marks the screen while there is room for one list only."""
_WIDE = "-wide"
BREAK = 100
"""Columns from which all panes stand side by side."""


class Panes(Painted[None]):
    """All panes, the search line above them and the keys below."""

    HORIZONTAL_BREAKPOINTS = [(0, NARROW), (BREAK, _WIDE)]  # noqa: RUF012  Textual does not declare it for the class.
    AUTO_FOCUS = ""
    DEFAULT_CSS = LAYOUT

    def __init__(self, search: SearchLine, preview: Callable[[RowList[Any]], None]) -> None:
        """Make the panes; `preview` is told of the list that got the keys."""
        # Named beforehand for the size there is, so that the first layout is the right one.
        super().__init__(classes=NARROW if get_terminal_size().columns < BREAK else _WIDE)
        self._compositor = Changes()
        self._preview_of = preview
        self.search = search
        self.documents = Documents(1)
        self.entities = Entities(2)
        self.figures = Figures(3)
        self.statements = Statements(4)
        self.source = SourceView(5)
        self.tasks = Tasks(6)
        self.lists: tuple[RowList[Any], ...] = (
            self.documents,
            self.entities,
            self.figures,
            self.statements,
            self.tasks,
        )
        self.panes: tuple[Widget, ...] = (*self.lists[:4], self.source, self.tasks)
        """All panes by the keys that lead to them."""
        by_name = {pane.noun: pane for pane in self.lists}
        self.columns: dict[str, Widget] = {
            name: Vertical(*(by_name[noun] for noun in nouns), classes="column") if nouns else self.source
            for name, nouns in COLUMNS.items()
        }
        """The columns by their names, from the left."""
        self.active: RowList[Any] = self.figures
        self._told: list[object] = []
        self.status = SpotLine(id="status")
        self.chips = SpotLine(id="chips")
        self.strip = SpotLine(id="strip")
        self.foot = SpotLine(id="foot")
        self._bring_up(self.active)

    def compose(self) -> ComposeResult:
        """Build the panes."""
        prompt = SpotLine(id="prompt")
        prompt.show([Spot(" / ", "key", action="search")])
        with Horizontal(id="top"):
            yield prompt
            yield self.search
            yield self.status
        yield self.chips
        yield self.strip
        with Container(id="panes"):
            yield from self.columns.values()
        yield self.foot

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Add nothing: Textual's own notes and tips, which this app has none of, would be laid out first of all."""

    def on_mount(self) -> None:
        """Give the keys to the figures."""
        for pane in self.lists:
            pane.empty = say("told.reading")
        self.bindings_updated_signal.subscribe(self, lambda _: self.show_foot())
        self.focus_list(self.active)

    def focus_list(self, pane: RowList[Any]) -> None:
        """Give the keys to `pane`; where there is room for one list, it is the one that is seen."""
        self.active = pane
        self._bring_up(pane)
        self.set_focus(pane)
        self.show_strip()

    def _bring_up(self, pane: RowList[Any]) -> None:
        """Let `pane` be the list that is seen where there is room for one."""
        for other in self.lists:
            other.set_class(other is pane, "-shown")
        for name, column in self.columns.items():
            column.set_class(pane.noun in COLUMNS[name], "-shown")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note which list has the keys, by whatever way it got them.

        What tells of a list that has lost them since is late; to heed it would hand them to and fro without end.
        """
        if isinstance(event.widget, RowList) and event.widget is self.focused is not self.active:
            self.focus_list(event.widget)
            self._preview_of(event.widget)

    def action_pane(self, by: int) -> None:
        """Give the keys to the next pane or the one before."""
        panes = self.panes
        here = self.source if self.focused is self.source else self.active
        if self.focused is self.search:
            self._to(here)
        else:
            self._to(panes[(panes.index(here) + by) % len(panes)])

    def action_jump(self, at: int) -> None:
        """Give the keys to the pane with this place."""
        self._to(self.panes[at])

    def _to(self, pane: Widget) -> None:
        if isinstance(pane, RowList):
            self.focus_list(pane)
            self._preview_of(pane)
        else:
            self.set_focus(pane)

    def show_strip(self) -> None:
        """Name the panes with their counts, where there is room for one list."""
        self.strip.show(strip(self.lists, self.active, self.size.width))

    def on_resize(self) -> None:
        """Name the panes as the width allows."""
        self.show_strip()

    def show_foot(self) -> None:
        """Tell the keys that work now."""
        self._told = self._tellable
        self.foot.show(foot(self.active_bindings.values()))

    def follow_foot(self) -> None:
        """Tell them again if another row is selected and something else can be done with that."""
        if self._tellable != self._told:
            self.show_foot()

    @property
    def _tellable(self) -> list[object]:
        """What the foot tells, as far as it depends on the selected row."""
        return [*(self.check_action(action, ()) for action in self._actions), self.active.does("list.choose")]

    @cached_property
    def _actions(self) -> list[str]:
        """What keys of the screen do that are told."""
        return [binding.action.partition("(")[0] for _, binding in self._bindings if binding.show]
