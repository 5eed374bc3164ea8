"""Lines that are drawn once: while one scrolls, only those that come into view are new."""

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from math import ceil
from typing import Any, NamedTuple, Self

from rich.style import Style
from textual.color import Color
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

_MOST = 1000
"""Lines that are kept; many screens of them."""

_STEPS = 8
"""Steps of a cell in which the thumb of a scrollbar moves."""


class _Frame(NamedTuple):
    """What a line of the content stands in."""

    width: int
    left: Strip
    right: Strip
    ground: Style
    """Of what is left of a line that is shorter."""
    background: Color
    filters: Sequence[LineFilter]
    """Those of the app but the one that gives the terminal's own colours values, for which looks have none."""


class Kept(Widget):
    """A widget whose lines are each kept, with border and all, under a key that says what they look like.

    That is until the whole widget is refreshed. Textual keeps lines by where they stand, and makes all of them again
    when they are scrolled; cutting them to what is seen and writing them is quick for a line that it had before.
    """

    room = Size(0, 0)
    """What there is for the content in a frame that is being drawn; to ask for it takes as long as half a line."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Keep nothing yet."""
        self._kept: dict[Hashable, Strip] = {}
        self._frame: _Frame | None = None
        self._drawn: tuple[Size, Size, str] | None = None
        super().__init__(*arguments, **options)

    @abstractmethod
    def looks(self, lines: range) -> list[Hashable]:
        """Return for each of the lines of the content what says all that it looks like, until all is refreshed."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines in `crop`; only those that were not kept are drawn."""
        size, self.room = self.outer_size, self.scrollable_content_region.size
        if (drawn := (size, self.room, self.app.theme)) != self._drawn:
            self._forget()
            self._drawn = drawn
        if len(self._kept) + crop.height > _MOST:
            self._forget()
        kept, edges = self._kept, self.gutter
        top, bottom = max(crop.y, edges.top), min(crop.bottom, size.height - edges.bottom)
        keys: list[Hashable] = [("edge", y) for y in range(crop.y, min(top, crop.bottom))]
        for y, key in enumerate(self.looks(range(top - edges.top, bottom - edges.top)), top):
            if key not in kept:
                kept[key] = self._line(y - edges.top, y)
            keys.append(key)
        keys += [("edge", y) for y in range(max(bottom, crop.y), crop.bottom)]
        for y, key in enumerate(keys, crop.y):
            if key not in kept:
                kept[key] = self._whole(y)
        strips = [kept[key] for key in keys]
        return strips if crop.column_span == (0, size.width) else [strip.crop(*crop.column_span) for strip in strips]

    def _whole(self, at: int) -> Strip:
        """Return the line `at` of the widget as Textual draws it."""
        return super().render_lines(Region(0, at, self.outer_size.width, 1))[0]

    def _line(self, y: int, at: int) -> Strip:
        """Return the line `y` of the content, which is the line `at` of the widget, in its frame.

        Textual works out the borders and the colours anew for each line, which takes longer than the line itself.
        """
        frame = self._frame
        if frame is None:
            whole, edges, (beneath, over) = self._whole(at), self.gutter, self.background_colors
            frame = self._frame = _Frame(
                whole.cell_length,
                whole.crop(0, edges.left),
                whole.crop(whole.cell_length - edges.right),
                Style.from_color(bgcolor=(beneath + over).rich_color),
                over,
                [each for each in self.get_line_filters() if not isinstance(each, ANSIToTruecolor)],
            )
        width = frame.width - frame.left.cell_length - frame.right.cell_length
        line = self.render_line(y).adjust_cell_length(width, frame.ground)
        for each in frame.filters:
            line = line.apply_filter(each, frame.background)
        return Strip((*frame.left, *line, *frame.right), frame.width)

    def _forget(self) -> None:
        self._kept.clear()
        self._frame = None

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw the regions again, or without any all of it and anew."""
        if not regions:
            self._forget()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Draw all of it anew: its style has changed, and perhaps its border."""
        self._forget()
        super().notify_style_update()


class _Bar(ScrollBar, Kept):
    """An upright scrollbar, few lines of which are ever new."""

    def looks(self, lines: range) -> list[Hashable]:
        """Return for each line whether it is above the thumb, below it or on it, and how far one of its ends is."""
        start, end = self._thumb
        top, bottom = start // _STEPS, end // _STEPS
        return [
            (y == top, start % _STEPS, y == bottom, end % _STEPS) if y in (top, bottom) else (y < top, y < bottom)
            for y in lines
        ]

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
