"""The styles that a widget's stylesheet gives to parts of the lines it draws itself."""

from functools import lru_cache

from rich.style import Style
from textual.widget import Widget


def look(widget: Widget, name: str) -> Style:
    """Return what the component class `name` adds to a line of `widget`: blended colours, no ground it does not set."""
    style = widget.get_component_rich_style(name)
    return style if widget.get_component_styles(name).has_rule("background") else _without_ground(style)


@lru_cache(maxsize=256)
def _without_ground(style: Style) -> Style:
    return Style(
        color=style.color,
        bold=style.bold,
        dim=style.dim,
        italic=style.italic,
        underline=style.underline,
        reverse=style.reverse,
    )
