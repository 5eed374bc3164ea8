"""The panel that shows what was copied, and how."""

from dxtui.ui.clipboard import Copied
from dxtui.ui.literal import content
from dxtui.ui.panel import Panel

_SHOWN = 20_000
"""Code points that are shown of a long text."""


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
