"""The styles of what the widgets draw themselves, made from the colours of the theme.

They are not component classes of the stylesheet: matching those for every widget took a fifth of the time to the first
paint. In a theme of the terminal's own colours nothing can be blended; attributes stand in for grounds there.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.widget import Widget

from dxtui.ui.themes import mark


class _Look(NamedTuple):
    ink: str = ""
    """Variable of the theme that colours the letters, or none."""
    strength: float = 1.0
    """How far the ink goes from the background to the full colour."""
    ground: str = ""
    """Variable of the theme that colours the ground, or none."""
    depth: float = 1.0
    """How far the ground goes from the background to the full colour."""
    attributes: str = ""
    """Text attributes, everywhere."""
    plain: str = ""
    """Text attributes in a theme of the terminal's own colours, in place of what is blended."""
    bare: str = ""
    """Text attributes that tell it apart where there are no colours at all."""


_LOOKS = {
    "page": _Look("foreground", ground="background"),
    "line": _Look("foreground", 0.8, ground="panel"),
    "muted": _Look("foreground", 0.6, plain="dim", bare="dim"),
    "strong": _Look(attributes="bold"),
    "warn": _Look("text-warning", bare="bold"),
    "key": _Look("text-accent", attributes="bold"),
    "here": _Look("foreground", ground="primary", depth=0.45, attributes="bold", plain="reverse", bare="reverse"),
    "cursor": _Look(ground="primary", depth=0.45, plain="reverse", bare="reverse"),
    "cursor-idle": _Look(ground="foreground", depth=0.08),
    "bar": _Look("text-accent"),
    "bar-idle": _Look("foreground", 0.3, plain="dim"),
    "match": _Look("text-warning", attributes="bold underline"),
    "figure": _Look("text-accent", attributes="bold"),
    "time": _Look("text-secondary"),
    "name": _Look("text-primary", bare="underline"),
    "statement": _Look(ground="primary", depth=0.2),
    "span": _Look(ground="accent", attributes="bold", plain="reverse", bare="reverse"),
    "person": _Look("text-error"),
    "organisation": _Look("text-primary"),
    "place": _Look("text-success"),
    "law": _Look("text-warning"),
    "programme": _Look("text-accent"),
    "system": _Look("text-secondary"),
}

_made: dict[tuple[str, bool], dict[str, Style]] = {}
"""The styles of each theme that was used, with colours or without."""


def forget() -> None:
    """Make all styles anew: there are other themes."""
    _made.clear()


def look(widget: Widget, name: str) -> Style:
    """Return what the look `name` adds to a line of `widget` in the theme of its app."""
    app = widget.app
    key = app.theme, app.no_color
    styles = _made.get(key)
    if styles is None:
        styles = _made[key] = _bare() if app.no_color else _make(app)
    return styles[name]


def _bare() -> dict[str, Style]:
    """Return the styles where there are no colours: what a colour told is told by the letters."""
    return {name: Style.parse(f"{look.attributes} {look.bare}") for name, look in _LOOKS.items()}


def _make(app: App[Any]) -> dict[str, Style]:
    variables = app.get_css_variables()
    background = Color.parse(variables["background"])
    own = background.ansi is not None

    def colour(name: str, share: float) -> Any:
        full = Color.parse(variables[name])
        return (full if own or share >= 1 else background.blend(full, share, 1.0)).rich_color

    styles = {}
    for name, look in _LOOKS.items():
        style = Style.parse(look.attributes)
        if own and look.plain:
            style += Style.parse(look.plain)
        elif mark(name) in variables:
            style += Style(color=colour(mark(name), 1.0))
        elif look.ink:
            style += Style(color=colour(look.ink, look.strength))
        if look.ground and not own:
            ground = background.blend(Color.parse(variables[look.ground]), look.depth, 1.0)
            style += Style(bgcolor=ground.rich_color)
            if not look.ink and look.depth >= 1:
                style += Style(color=ground.get_contrast_text(1.0).rich_color)
        styles[name] = style
    return styles
