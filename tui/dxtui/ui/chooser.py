"""A list over the screen from which one row is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from dxtui.search import Matcher
from dxtui.ui.bindings import bindings_of, bound
from dxtui.ui.keys import pressed
from dxtui.ui.over import Over
from dxtui.ui.rowlist import Row, RowList
from dxtui.ui.spots import Spot, SpotLine
from dxtui.ui.words import say

RowT = TypeVar("RowT", bound=Row)

_AROUND = 4
"""Lines of the box that are no rows: its title, its foot and its edges."""


class Chooser(Over[RowT | None], ModalScreen[RowT | None]):
    """A title and a list at the foot of the screen; ends with the row that was chosen, or None."""

    DEFAULT_CSS = """
    Chooser {
        align: center bottom;
        background: $background 50%;
        #chooser { background: $background; border-top: heavy $accent; border-bottom: heavy $accent; }
        RowList { height: 1fr; scrollbar-size-vertical: 1; }
    }
    """
    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape,q,b,alt+left", "leave", "chooser.leave"),
    ]

    def __init__(self, title: str, rows: RowList[RowT], shown: Sequence[RowT], at: int = 0) -> None:
        """Take an empty list and its rows, of which the one at `at` is selected; the title is visible already."""
        super().__init__()
        self._head = SpotLine(id="chooser-title")
        self._head.show([Spot(f" {title} ", "strong")])
        self._list = rows
        self._foot = SpotLine(id="chooser-foot")
        self._shown = shown
        self._at = at

    def put(self, head: Sequence[Spot], shown: Sequence[RowT], keep: str | None = None) -> None:
        """Show other rows below another title, and select the one with the id `keep`, or the first."""
        self._head.show(head)
        self._shown = shown
        self._list.show(shown, Matcher(), keep=keep)
        self._fit()

    def tell_foot(self, spots: Sequence[Spot]) -> None:
        """Say something at the foot."""
        self._foot.show(spots)

    def compose(self) -> ComposeResult:
        """Build the box."""
        with Vertical(id="chooser"):
            yield self._head
            yield self._list
            yield self._foot

    def on_mount(self) -> None:
        """Show the rows, and the keys."""
        keys = pressed(self.app._keymap, bindings_of(RowList, Chooser))  # noqa: SLF001
        told = say("trips.choose", choose=keys["list_choose"], leave=keys["chooser_leave"])
        self.tell_foot([Spot(f" {told} ", "muted")])
        self._fit()
        self._list.count(self._shown)
        self._list.show(self._shown, Matcher(), keep=self._shown[self._at].id if self._shown else None)
        self._list.focus()

    def on_resize(self) -> None:
        """Take as much room as the rows need, and leave some of the screen to be seen."""
        self._fit()

    def _fit(self) -> None:
        most = max(self.size.height * 4 // 5, _AROUND + 1)
        self.query_one("#chooser").styles.height = min(len(self._shown) + self._list.headed + _AROUND, most)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(event.pane.selected)

    def action_leave(self) -> None:
        """Close it and choose nothing."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Close it on a click beside it."""
        if event.widget is self:
            self.dismiss(None)
