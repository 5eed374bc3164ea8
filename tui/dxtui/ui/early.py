"""Keys that are typed while the documents are being read, for lists that are not there yet."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import App
from textual.screen import Screen

_MOST = 100
"""So many keys wait at most."""


class Early:
    """Keys for lists that are not there yet, in the order in which they came."""

    def __init__(self) -> None:
        """Hold none."""
        self._held: list[events.Key] = []

    def holds(self, event: events.Key, screen: Screen[Any]) -> bool:
        """Hold a key that can do nothing yet on `screen`, or that came behind one; return whether it is held."""
        active = screen.active_bindings.get(event.key)
        here = active is not None and active.node in (screen, screen.app)
        leaves = active is not None and active.binding.action in ("quit", "app.quit")
        if leaves or (here and not self._held) or len(self._held) >= _MOST:
            return False
        self._held.append(event)
        return True

    def release(self, app: App[Any]) -> None:
        """Let `app` have the keys."""
        held, self._held = self._held, []
        for event in held:
            app.post_message(events.Key(event.key, event.character))
