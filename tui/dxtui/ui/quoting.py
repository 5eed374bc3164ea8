"""What can be had of a place on whatever screen it is selected: its citation, and why a number was read as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from textual.app import App

from dxtui.ui.words import spoken

if TYPE_CHECKING:
    from dxtui.explorer import Explorer
    from dxtui.search import Answer
    from dxtui.settings import Clipboard
    from dxtui.ui.terminal import Terminal

What = Literal["citation", "quote"]
"""What can be copied."""


class Quoting:
    """Copies and explains what an id names, over the screen that is shown."""

    def __init__(self, app: App[Any], explorer: Explorer, clipboard: Clipboard, terminal: Terminal) -> None:
        """Take whose clipboard is written to: by the way that the setting `clipboard` names, through `terminal`."""
        self._app = app
        self._explorer = explorer
        # The page takes it to the browser's clipboard; this machine's may not be the reader's.
        self._way: Clipboard = "osc52" if app.is_web and clipboard in ("auto", "system") else clipboard
        self._terminal = terminal

    def copy(self, id: str, what: What) -> None:
        """Copy the citation of what `id` names, or the quote alone, and show what was copied."""
        from dxtui.ui.clipboard import copy
        from dxtui.ui.copied import CopiedPanel

        citation = self._explorer.cite(id)
        text = citation.text(spoken()) if what == "citation" else citation.quote or citation.title
        # At once and not in a thread: the next key of a burst may be the one that quits.
        self._app.push_screen(CopiedPanel(what, copy(text, self._way, self._write, terminal=self._terminal)))

    def explain(self, id: str, answer: Answer | None = None) -> None:
        """Show how the number was read that `id` names, and why its sentence is in `answer`, if it is of one."""
        from dxtui.ui.reasons import reasons_panel

        place = self._explorer.locate(id)
        notes = self._explorer.explain(id) if is_number(id) else ()
        query, why = "", tuple[str, ...]()
        if answer is not None and place.statement is not None:
            sentence = place.document.text[place.statement.start : place.statement.end]
            query, why = answer.query.text, answer.matcher.why(sentence)
        self._app.push_screen(reasons_panel(place, notes, query, why))

    def _write(self, sequence: str) -> None:
        """Send a control sequence to the terminal."""
        driver = self._app._driver  # noqa: SLF001  Textual's own copy_to_clipboard has no cap; there is no other door.
        if driver is not None:
            driver.write(sequence)
            driver.flush()


def is_number(id: str | None) -> bool:
    """Return whether an id names a figure, which can be explained."""
    return ".f" in (id or "")


def is_found(id: str | None) -> bool:
    """Return whether an id names what is found by the words of its sentence."""
    return any(f".{kind}" in (id or "") for kind in "fst")
