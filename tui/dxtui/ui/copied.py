"""The panel that shows what was copied, and how."""

from dxtui.ui.clipboard import Copied
from dxtui.ui.literal import content
from dxtui.ui.panel import Panel
from dxtui.ui.words import say

_SHOWN = 20_000
"""Code points that are shown of a long text."""


def copied_panel(what: str, copied: Copied) -> Panel:
    """Return the panel that shows `copied`; `what` names it for the reader."""
    title = say(f"copied.{what}", to=_listed(copied.ways)) if copied.ways else say(f"copied.{what}_only")
    if copied.notes:
        title += "\n" + "\n".join(copied.notes)
    text = copied.text
    foot = f"{say('copied.select')} {say('panels.close')}"
    if len(text) > _SHOWN:
        foot = f"{say('copied.first', n=_SHOWN, total=len(text))} {foot}"
        text = text[:_SHOWN] + "…"
    return Panel(title, content(text), foot)


def _listed(ways: tuple[str, ...]) -> str:
    return f" {say('copied.and')} ".join(filter(None, (", ".join(ways[:-1]), ways[-1])))
