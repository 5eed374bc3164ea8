"""Lines that are drawn once: while one scrolls, only those that come into view are new."""

from abc import abstractmethod
from collections.abc import Hashable
from math import ceil
from typing import Any, Self

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

_MOST = 1000
"""Lines that are kept; many screens of them."""

_STEPS = 8
"""Steps of a cell in which the thumb of a scrollbar moves."""


class Kept(Widget):
    """A widget whose lines are each kept, with border and all, under a key that says what they look like.

    That is until the whole widget is refreshed. Textual keeps lines by where they stand, and makes all of them again
    when they are scrolled; cutting them to what is seen and writing them is quick for a line that it had before.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Keep nothing yet."""
        self._kept: dict[Hashable, Strip] = {}
        self._frame: tuple[Size, Size, str] | None = None
        super().__init__(*arguments, **options)

    @abstractmethod
    def look_of(self, y: int) -> Hashable:
        """Return what says all that the line `y` of the content looks like, until the widget is refreshed."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines in `crop`; only those that were not kept are drawn."""
        size = self.outer_size
        if (frame := (size, self.scrollable_content_region.size, self.app.theme)) != self._frame:
            self._kept.clear()
            self._frame = frame
        edges = self.gutter
        first, end = edges.top, size.height - edges.bottom
        looks = [("line", self.look_of(y - first)) if first <= y < end else ("edge", y) for y in crop.line_range]
        new = [at for at, key in enumerate(looks) if key not in self._kept]
        if new:
            if len(self._kept) + len(new) > _MOST:
                self._kept.clear()
                new = [0, len(looks) - 1]
            band = Region(0, crop.y + new[0], size.width, new[-1] - new[0] + 1)
            self._kept |= zip(looks[new[0] :], super().render_lines(band), strict=False)
        strips = [self._kept[key] for key in looks]
        return strips if crop.column_span == (0, size.width) else [strip.crop(*crop.column_span) for strip in strips]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw the regions again, or without any all of it and anew."""
        if not regions:
            self._kept.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Draw all of it anew: its style has changed, and perhaps its border."""
        self._kept.clear()
        super().notify_style_update()


class _Bar(ScrollBar, Kept):
    """An upright scrollbar, few lines of which are ever new."""

    def look_of(self, y: int) -> Hashable:
        """Return whether the line `y` is above the thumb, below it or on it, and how far one of its ends is."""
        start, end = self._thumb
        top, bottom = start // _STEPS, end // _STEPS
        if y in (top, bottom):
            return y == top, start % _STEPS, y == bottom, end % _STEPS
        return y < top, y < bottom

    @property
    def _thumb(self) -> tuple[int, int]:
        """Where the thumb begins and ends, in steps."""
        size, hidden = self.size.height, self.window_virtual_size - self.window_size
        if not size or hidden <= 0 or not self.window_size:
            return 0, 0
        thumb = max(1, self.window_size / (self.window_virtual_size / size))
        start = int((size - thumb) * (self.position / hidden) * _STEPS)
        return start, start + ceil(thumb * _STEPS)

    def move(self, position: float) -> None:
        """Stand at `position`; that is drawn where it can be seen."""
        before = self._thumb
        self.set_reactive(ScrollBar.position, position)
        if self._thumb != before:
            self.refresh(self.size.region)


class KeptLines(ScrollView, Kept):
    """A view of lines that are kept."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar at the right, which is made when it is first asked for."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = _Bar(
                vertical=True, name="vertical", thickness=self.scrollbar_size_vertical
            )
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, bar)  # noqa: SLF001  As Textual makes its own.
        return self._vertical_scrollbar

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

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw what is seen now; the scrollbar only where that can be seen of it."""
        bar = self._vertical_scrollbar
        if self.show_vertical_scrollbar and isinstance(bar, _Bar):
            bar.move(new_value)
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)
