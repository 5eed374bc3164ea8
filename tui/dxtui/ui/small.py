"""What is shown where a terminal is too small for anything else."""

from __future__ import annotations

from typing import Any

from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from dxtui.ui.bindings import bindings_of
from dxtui.ui.keys import pressed
from dxtui.ui.words import say

LEAST = Size(36, 9)
"""Columns and lines from which the panes say something."""


class Small(ModalScreen[None]):
    """Says how much room is needed. It goes when there is."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    Small { background: $background; align: center middle; overflow: hidden; }
    """

    def compose(self) -> ComposeResult:
        """Build it."""
        yield Static()

    def tell(self, size: Size) -> None:
        """Say how much room there is, and how much is needed."""
        room, least = f"{size.width}×{size.height}", f"{LEAST.width}×{LEAST.height}"
        keys = pressed(self.app._keymap, bindings_of(type(self.app)))  # noqa: SLF001
        self.query_one(Static).content = Content(say("panels.small", size=room, least=least, quit=keys["app_quit"]))


def fit(app: App[Any], size: Size) -> bool:
    """Say that a terminal of this size is too small, if it is, until it is not any more; whether it is."""
    shown: Screen[Any] = app.screen
    if size.width >= LEAST.width and size.height >= LEAST.height:
        if isinstance(shown, Small):
            shown.dismiss()
        return False
    small = shown if isinstance(shown, Small) else Small()
    if small is not shown:
        app.push_screen(small)
    small.call_after_refresh(small.tell, size)
    return True
