"""Keys that are typed before they can be heeded: before the app is painted, or for lists that are not there yet."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import App
from textual.screen import Screen

_MOST = 1000
"""So many keys wait at most."""

_COOKED = {"ctrl+j": "enter"}
"""What the terminal makes of keys that are typed before the program has it, and what they are."""


class Early:
    """Keys that wait, in the order in which they came."""

    def __init__(self, app: App[Any]) -> None:
        """Hold none; `app` is to have them."""
        self._app = app
        self._painted = False
        self._listed = False
        self._held: list[events.Key] = []
        """Keys for the lists, with what came behind them."""
        self._later: list[events.Key] = []
        """Keys behind those."""
        self._given: list[events.Key] = []
        """Keys that the app was given and has not heeded: what comes meanwhile came later."""

    def holds(self, event: events.Key, screen: Screen[Any], *, typed: bool) -> bool:
        """Hold a key that can do nothing yet, or that came behind one that waits; return whether it is held.

        One that is `typed`, or for what lies over `screen`, does something.
        """
        if any(event is given for given in self._given):
            self._given = [given for given in self._given if given is not event]
            waits = not typed and self._waits(event, screen)
            if waits:
                self._held.append(event)
            if not self._given:
                self._give()
            return waits
        if len(self._held) + len(self._later) >= _MOST:
            return not self._painted  # Then it is lost: nothing there bears a key.
        if not self._painted or self._given:
            self._later.append(event)
            return True
        if typed or not self._waits(event, screen):
            return False
        self._held.append(event)
        return True

    def _waits(self, event: events.Key, screen: Screen[Any]) -> bool:
        if self._listed or self._app.screen is not screen:
            return False
        active = screen.active_bindings.get(event.key)
        if active is not None and active.binding.action in ("quit", "app.quit"):
            return False
        return bool(self._held) or active is None or active.node not in (screen, screen.app)

    def painted(self) -> None:
        """Let the app have the keys that came before it was painted."""
        self._painted = True
        self._later = [events.Key(_COOKED.get(event.key, event.key), event.character) for event in self._later]
        self._give()

    def listed(self) -> None:
        """Let the app have the keys for the lists, which are there."""
        self._listed = True
        if not self._given:
            self._give()

    def _give(self) -> None:
        if self._listed:
            self._held, self._later = [], self._held + self._later
        later, self._later = self._later, []
        self._given = [events.Key(event.key, event.character) for event in later]
        for event in self._given:
            self._app.post_message(event)
