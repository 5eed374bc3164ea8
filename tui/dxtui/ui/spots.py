"""One line of short words that can be clicked: the keys that work now, the panes with their counts, what is told."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from dxtui.ui.literal import clip
from dxtui.ui.looks import look


class Spot(NamedTuple):
    """A piece of the line."""

    text: str
    """What it says; shown literally."""
    look: str = ""
    """A look that styles it, or none."""
    key: str = ""
    """The key that a click on it stands for, or none."""
    action: str = ""
    """The action of the screen that a click on it stands for, or none."""


class SpotLine(Widget):
    """A line of spots. Those that do not fit are left out from the end, whole."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    SpotLine {
        height: 1;
        background: $panel;
        color: $foreground 80%;
    }
    """

    def __init__(self, *, id: str) -> None:
        """Make an empty line."""
        super().__init__(id=id)
        self._spots: Sequence[Spot] = ()

    def show(self, spots: Sequence[Spot]) -> None:
        """Show these spots."""
        if spots != self._spots:
            before, self._spots = self._width, spots
            auto = self.styles.width is not None and self.styles.width.is_auto
            self.refresh(layout=auto and before != self._width)

    @property
    def _width(self) -> int:
        return sum(cell_len(spot.text) for spot in self._spots)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return how many cells all spots take."""
        return self._width

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        base = look(self, "line")
        segments = []
        for spot, text in self._fitting(width):
            style = base + look(self, spot.look) if spot.look else base
            segments.append(Segment(text, style))
        return Strip(segments).adjust_cell_length(width, base)

    def _fitting(self, width: int) -> list[tuple[Spot, str]]:
        room = width
        fitting: list[tuple[Spot, str]] = []
        for spot in self._spots:
            size = cell_len(spot.text)
            if size > room:
                while fitting and spot.key and fitting[-1][0].key == spot.key:
                    fitting.pop()
                if not fitting:
                    fitting.append((spot, clip(spot.text, room)))
                break
            fitting.append((spot, spot.text))
            room -= size
        return fitting

    async def on_click(self, event: events.Click) -> None:
        """Do what the spot under the mouse stands for."""
        at = 0
        for spot, text in self._fitting(self.size.width):
            at += cell_len(text)
            if event.x < at:
                if spot.action:
                    await self.app.run_action(spot.action, self.screen)
                elif spot.key:
                    self.app.simulate_key(spot.key)
                return
