"""Two sources side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen

from dxtui.ui.bindings import bound
from dxtui.ui.keys import foot
from dxtui.ui.over import Over
from dxtui.ui.panes import Panes
from dxtui.ui.quoting import is_number
from dxtui.ui.source import SourceView
from dxtui.ui.spots import SpotLine
from dxtui.ui.steps import neighbour

if TYPE_CHECKING:
    from dxtui.explorer import Explorer
    from dxtui.ui.quoting import Quoting, What


class _Side(SourceView):
    """One of the two sources, which Escape closes."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("escape", "screen.leave", "compare.leave")]


class Compare(Over[str | None]):
    """Two places, each in its document; ends with the id of the one to go to, or None."""

    HORIZONTAL_BREAKPOINTS = Panes.HORIZONTAL_BREAKPOINTS
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    Compare {
        background: $background;
        #sides { layout: horizontal; height: 1fr; }
        SourceView {
            width: 1fr; height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
            scrollbar-background: $background; scrollbar-color: $foreground 20%;
            border: round $foreground 25%; border-title-color: $foreground 70%; border-subtitle-color: $foreground 50%;
        }
        SourceView:focus { border: round $accent; border-title-color: $accent; border-title-style: bold; }
        &.-narrow {
            #sides { layout: vertical; }
            SourceView { border: none; border-top: solid $foreground 25%; }
            SourceView:focus { border: none; border-top: solid $accent; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "choose", "compare.choose"),
        bound("escape,q,b,alt+left", "leave", "compare.leave"),
        bound("tab,shift+tab,left,right,h,l", "other", "compare.other", priority=True),
        bound("y", "copy('citation')", "copy"),
        bound("Y", "copy('quote')", "copy_quote", show=False),
        bound("x", "explain", "explain"),
        bound("n", "step(1)", "compare.next"),
        bound("p", "step(-1)", "compare.previous"),
    ]

    def __init__(self, explorer: Explorer, quoting: Quoting, left: str, right: str) -> None:
        """Take the ids of the two places."""
        super().__init__()
        self._explorer = explorer
        self._quoting = quoting
        self.sides = (_Side(1, id="left"), _Side(2, id="right"))
        self._at = {"left": left, "right": right}
        self._foot = SpotLine(id="foot")

    def compose(self) -> ComposeResult:
        """Build both sides."""
        with Container(id="sides"):
            yield from self.sides
        yield self._foot

    def on_mount(self) -> None:
        """Show both places; the one that was selected last has the keys."""
        self.bindings_updated_signal.subscribe(self, self._show_keys)
        for side in self.sides:
            self._show(side)
        self.set_focus(self.sides[1])

    def _show(self, side: SourceView) -> None:
        place = self._explorer.locate(self._at[side.id or ""])
        side.show(self._explorer.reading(place.document.id), place)

    @property
    def _side(self) -> SourceView:
        """The side that has the keys."""
        return self.sides[0] if self.focused is self.sides[0] else self.sides[1]

    def action_other(self) -> None:
        """Give the keys to the other side."""
        self.set_focus(self.sides[self._side is self.sides[0]])

    def action_step(self, by: int) -> None:
        """Go to the next or previous mark of the kind that is selected on the side that has the keys."""
        side = self._side
        here = self._at[side.id or ""]
        id = neighbour(self._explorer.reading(self._explorer.locate(here).document.id), here, by)
        if id is not None:
            self._at[side.id or ""] = id
            self._show(side)
            self.refresh_bindings()

    def action_copy(self, what: What) -> None:
        """Copy the citation of the place on the side that has the keys, or the quote alone."""
        self._quoting.copy(self._at[self._side.id or ""], what)

    def action_explain(self) -> None:
        """Say how the number was read that is selected on the side that has the keys."""
        self._quoting.explain(self._at[self._side.id or ""])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which keys work here."""
        return is_number(self._at[self._side.id or ""]) if action == "explain" else True

    def action_choose(self) -> None:
        """Go to the place on the side that has the keys."""
        self.dismiss(self._at[self._side.id or ""])

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)

    def _show_keys(self, _screen: Screen[object] | None = None) -> None:
        self._foot.show(foot(self.active_bindings.values()))
