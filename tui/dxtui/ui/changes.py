"""Painting only what has changed.

Of a frame in which a line of a list at the left and one of the source at the right are new, Textual draws all that lies
between them again: every pane, with all its lines, to take two of them. That is most of what a key costs.
"""

from collections.abc import Iterable

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class Changes(Compositor):
    """Lays the widgets of a screen over each other; where parts changed, only what is seen in those is drawn."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._changed: tuple[Region, ...] = ()

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what is to be written where something changed."""
        self._changed = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = ()

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Yield the widgets from the front to the back, each with where it lies, where it is seen, and its lines there.

        Every widget covers what lies behind it: a part that changed is looked for no further once one holds it whole.
        """
        if not self._changed:
            yield from super()._get_renders(crop)
            return
        left = list(self._changed)
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            parts = [part for part in map(seen.intersection, left) if part]
            if not parts:
                continue
            top, bottom = min(part.y for part in parts), max(part.bottom for part in parts)
            band = Region(seen.x, top, seen.width, bottom - top)
            yield region, band, widget.render_lines(band.translate(-region.offset))
            left = [part for part in left if not seen.contains_region(part)]
            if not left:
                return
