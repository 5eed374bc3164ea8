"""The search line: Textual's input, mended for Vietnamese input methods."""

import unicodedata
from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.reactive import var
from textual.widgets import Input

from dxtui.ui.bindings import bound
from dxtui.ui.literal import ELLIPSIS, cells, fit
from dxtui.ui.words import say

_LONGEST = 1000
"""Letters of a query that are kept; a page pasted by mistake is no query."""


class SearchLine(Input):
    """One line of text that is always NFC.

    Input methods replace a letter by backspace and the new letter in one burst. Textual inserts a letter at once and
    runs a bound key later, so the order is lost; here bound keys are run where letters are inserted.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "go", "search.go"),
        bound("escape", "leave", "search.leave"),
        bound("down", "leave", "search.down", show=False),
        bound("ctrl+u", "delete_left_all", "search.clear"),
    ]

    cursor_blink = var(False)

    def __init__(self, go: Callable[[], None], leave: Callable[[], None]) -> None:
        """Make an empty line; `go` goes to the best answer, `leave` back to the list.

        They are called and not sent as messages: they move the focus, and the next key of a burst must see it moved.
        """
        super().__init__(id="search", compact=True, select_on_focus=False)
        self._prompt = say("told.search")
        self._go = go
        self._leave = leave

    def validate_value(self, value: str) -> str:
        """Return what the line holds instead of `value`: NFC, of a length that is a query's."""
        return unicodedata.normalize("NFC", value)[:_LONGEST]

    def on_mount(self) -> None:
        """Take the reader's own keys, as the screen does for all that has the keys."""
        self._bindings.apply_keymap(self.app._keymap)  # noqa: SLF001

    def prompt(self, text: str) -> None:
        """Say what can be typed, as many words of it as there is room for."""
        self._prompt = text
        width = self.size.width
        if 0 < width <= cells(text):
            begun = fit(text, width - 1)
            text = begun.rpartition(" ")[0].rstrip(",:") + ELLIPSIS if " " in begun else ""
        self.placeholder = text

    def on_resize(self) -> None:
        """Say as much of what can be typed as the width allows."""
        self.prompt(self._prompt)

    async def _on_key(self, event: events.Key) -> None:
        if self.screen.focused is not self:
            # Typed ahead in one burst with the key that left this line: it is meant for what has the keys now.
            event.stop()
            event.prevent_default()
            self.app.post_message(events.Key(event.key, event.character))
        elif not event.is_printable:
            for binding in self._bindings.key_to_bindings.get(event.key, ()):
                event.stop()
                event.prevent_default()
                await self.app.run_action(binding.action, self)
                break

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text` in place of [start, end), composing marks with the letter they follow."""
        start, end = sorted((max(0, start), min(len(self.value), end)))
        text = " ".join(text.splitlines()) if len(text) > 1 else text
        before = unicodedata.normalize("NFC", self.value[:start] + text)[:_LONGEST]
        self.value = before + self.value[end:]
        self.cursor_position = min(len(before), len(self.value))

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        text = " ".join(event.text[: 4 * _LONGEST].split())
        if text:
            self.replace(text, *self.selection)

    def action_go(self) -> None:
        """Go to the best answer."""
        self._go()

    def action_leave(self) -> None:
        """Go back to the list."""
        self._leave()
