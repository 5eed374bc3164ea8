"""Lines that are drawn once: while one scrolls, only those that come into view are new."""

from collections.abc import Callable, Hashable
from typing import Any, Self

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

_MOST = 1000
"""Lines that are kept; many screens of them."""


class KeptLines(ScrollView):
    """A view of lines, each kept under a key that says all that it looks like, until the whole view is refreshed."""

    def __init__(self, **options: Any) -> None:
        """Keep nothing yet."""
        self._kept: dict[Hashable, Strip] = {}
        super().__init__(**options)

    def kept(self, key: Hashable, draw: Callable[[], Strip]) -> Strip:
        """Return the line that is kept under `key`, or else what `draw` makes."""
        strip = self._kept.get(key)
        if strip is None:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            strip = self._kept[key] = draw()
        return strip

    def hold(self, lines: int) -> None:
        """Be so many lines long, all of which are drawn anew.

        Textual would lay out the whole screen for that; it is needed only where a scrollbar comes or goes.
        """
        size, room = Size(0, lines), self.container_size.height
        if room and self.show_vertical_scrollbar == (lines > room):
            self.set_reactive(ScrollView.virtual_size, size)
            self._scroll_update(size)
            self.refresh()
        else:
            self.virtual_size = size

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw the regions again, or without any all of it and anew."""
        if not regions:
            self._kept.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
