"""The panel that lists all keys."""

from collections.abc import Iterable, Sequence

from textual.binding import Binding, BindingType
from textual.content import Content

from dxtui.ui.keys import key_name, tells
from dxtui.ui.panel import Panel
from dxtui.ui.words import say


def help_panel(groups: Iterable[tuple[str, Sequence[BindingType]]]) -> Panel:
    """Return the panel that lists the keys of each group of bindings."""
    lines: list[str] = []
    for title, bindings in groups:
        lines += ["", say(f"help.{title}")] if lines else [say(f"help.{title}")]
        for binding in bindings:
            if isinstance(binding, Binding):
                names = " ".join(key_name(key) for key in binding.key.split(","))
                lines.append(f"  {names:<22} {tells(binding)}")
    return Panel(say("help.title"), Content("\n".join(lines)), say("panels.scroll"))
