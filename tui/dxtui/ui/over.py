"""A screen that lies over another one until it is closed."""

from __future__ import annotations

from textual import events
from textual.await_complete import AwaitComplete
from textual.screen import Screen, ScreenResultType

from dxtui.ui.changes import Changes


class Over(Screen[ScreenResultType]):
    """A screen that bears keys typed ahead: it is closed once, by the first of them that closes it.

    Textual would close what lies below for the second, and end the app where nothing does.
    """

    def __init__(self, *, classes: str | None = None) -> None:
        """Make the screen, which paints only what changes."""
        super().__init__(classes=classes)
        self._compositor = Changes()

    @property
    def is_over(self) -> bool:
        """Whether it lies over the others still."""
        return self.app.screen is self

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close it with a result, if it is not closed."""
        return super().dismiss(result) if self.is_over else AwaitComplete()

    def pass_on(self, event: events.Key) -> bool:
        """Give a key that came after it was closed to what lay below; whether it did come so late."""
        if self.is_over:
            return False
        event.stop()
        event.prevent_default()
        self.app.post_message(events.Key(event.key, event.character))
        return True
