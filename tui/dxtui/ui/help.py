"""The panel that lists all keys."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding, BindingType
from textual.content import Content

from dxtui.ui.keys import key_name
from dxtui.ui.panel import Panel


def help_panel(groups: Iterable[tuple[str, Sequence[BindingType]]]) -> Panel:
    """Return the panel that lists the keys of each group of bindings."""
    lines: list[str] = []
    for title, bindings in groups:
        lines += ["", title] if lines else [title]
        for binding in bindings:
            if isinstance(binding, Binding):
                names = " ".join(key_name(key) for key in binding.key.split(","))
                lines.append(f"  {names:<22} {binding.tooltip or binding.description}")
    return Panel("Keys", Content("\n".join(lines)), "Up and down scroll; any other key closes this.")
