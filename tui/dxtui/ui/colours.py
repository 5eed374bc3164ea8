"""What a terminal can show of the colours of a theme, and what stands in for what it cannot."""

from __future__ import annotations

import os
from typing import Any, Literal

from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter, Monochrome, NoColor

Range = Literal["many", "few", "none"]
"""How many colours there are: enough for any, the sixteen of the terminal, or none at all."""

_MANY = ("truecolor", "256")


class Colourless(LineFilter):
    """Takes all colours away, and leaves bold, underlined and reversed letters."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without colours."""
        return [
            Segment(text, style.without_color if style is not None else None, control)
            for text, style, control in segments
        ]


def of_terminal(app: App[Any]) -> Range:
    """Return how many colours the terminal of `app` shows, and make sure that there are none where none are wanted.

    NO_COLOR counts where it says something; Textual would turn colours to greys for it.
    """
    app._filters[:] = [one for one in app._filters if not isinstance(one, (Monochrome, NoColor))]  # noqa: SLF001
    if os.environ.get("NO_COLOR") or app.console.color_system is None:
        app._filters.append(Colourless())  # noqa: SLF001
        return "none"
    return "many" if app.console.color_system in _MANY else "few"
