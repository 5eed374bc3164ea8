"""Copying, and the panel that shows what was copied and how."""

from typing import Any

from textual.app import App

from dxtui.settings import Clipboard
from dxtui.ui.clipboard import Copied, copy
from dxtui.ui.literal import content
from dxtui.ui.panel import Panel

_SHOWN = 20_000
"""Code points that are shown of a long text."""


def copy_and_show(app: App[Any], what: str, text: str, setting: Clipboard) -> None:
    """Copy `text`, which is the `what` of something, and show the panel. To be run in a thread: tools may be slow."""
    driver = app._driver  # noqa: SLF001  Textual's own copy_to_clipboard has no cap, and there is no other door.

    def write(sequence: str) -> None:
        if driver is not None:
            driver.write(sequence)
            driver.flush()

    copied = copy(text, setting, write)
    app.call_from_thread(app.push_screen, copied_panel(what, copied))


def copied_panel(what: str, copied: Copied) -> Panel:
    """Return the panel that shows `copied`; `what` names it for the reader."""
    title = f"Copied the {what} to {_listed(copied.ways)}" if copied.ways else f"The {what}, not copied"
    if copied.notes:
        title += "\n" + "\n".join(copied.notes)
    text = copied.text
    foot = (
        "Where that clipboard does not reach you, select the text here (with Shift and the mouse). Any key closes this."
    )
    if len(text) > _SHOWN:
        foot = f"The first {_SHOWN:,} of {len(text):,} characters are shown. {foot}"
        text = text[:_SHOWN] + "…"
    return Panel(title, content(text), foot)


def _listed(ways: tuple[str, ...]) -> str:
    return " and ".join(filter(None, (", ".join(ways[:-1]), ways[-1])))
