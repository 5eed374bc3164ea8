"""A screen that paints soon after a key, and once for all that follows from it."""
# ruff: noqa: SLF001  When a screen is painted is Textual's own affair; it has no door for it.

from __future__ import annotations

import asyncio

from textual import events
from textual.screen import UPDATE_PERIOD, Screen, ScreenResultType

_GATHERED = 0.001
"""Seconds in which all that a key changed is known, in whatever panes."""


class Painted(Screen[ScreenResultType]):
    """A screen that shows a change at once, if the frame before is not too near, with what follows from it.

    Textual's own clock shows the list that a key moved in first and what follows it two of its frames later.
    """

    @property
    def frame(self) -> str:
        """All that is seen, as it is written to the terminal."""
        return self._compositor.render_full_update().render_segments(self.app.console)

    _next: asyncio.TimerHandle | None = None
    _last = 0.0

    async def _on_idle(self, event: events.Idle) -> None:
        """Paint in a moment where anything has changed; else do what waited for the frame."""
        event.prevent_default()
        changed = (
            self._layout_required,
            self._scroll_required,
            self._repaint_required,
            self._recompose_required,
            self._dirty_widgets,
        )
        if not any(changed) or self.app._batch_count or not self.is_current:
            await self._invoke_and_clear_callbacks()
        elif self._next is None:
            loop = asyncio.get_running_loop()
            wait = self._last + UPDATE_PERIOD - loop.time()
            self._next = loop.call_later(max(wait, _GATHERED), self._paint, loop)

    def _paint(self, loop: asyncio.AbstractEventLoop) -> None:
        self._next = None
        self._last = loop.time()
        if self.app._exit or not self.is_running:
            return
        try:
            self._on_timer_update()
        except Exception as error:
            self.app._handle_exception(error)
