"""The panel that lists the keys: first what works here and now, then all others."""

from collections.abc import Iterable, Mapping

from textual.binding import ActiveBinding, Binding
from textual.content import Content

from dxtui.ui.bindings import bindings_of
from dxtui.ui.keymap import ROOMS, SCREENS
from dxtui.ui.keys import key_name, tells
from dxtui.ui.panel import Panel
from dxtui.ui.words import has, say


def help_panel(
    active: Iterable[ActiveBinding], everywhere: Iterable[Binding], keymap: Mapping[str, str], notes: str = ""
) -> Panel:
    """Return the panel over the `active` bindings and all others, as `keymap` changes them, with `notes` at its end."""
    # Textual has some of its own, without a name here, and gives each key of ours a binding.
    working = [now.binding for now in active if now.enabled and has(f"keys.{now.binding.id}")]
    here: dict[str, list[Binding]] = {}
    for binding in sorted(working, key=lambda binding: not binding.show):
        here.setdefault(str(binding.id), []).append(binding)
    shown = set(here)
    lines = [say("help.here"), *(_line(ours[0], ",".join(each.key for each in ours)) for ours in here.values())]
    for title, bindings in {
        "everywhere": everywhere,
        **{name: bindings_of(kind) for name, kind in (ROOMS | SCREENS).items()},
    }.items():
        others = {str(binding.id): binding for binding in bindings if str(binding.id) not in shown}
        shown |= set(others)
        if others:
            lines += ["", say(f"help.{title}")]
            lines += [_line(binding, keymap.get(id, binding.key)) for id, binding in others.items()]
    if notes:
        lines += ["", notes]
    return Panel(say("help.title"), Content("\n".join(lines)), say("panels.scroll"))


def _line(binding: Binding, keys: str) -> str:
    names = " ".join(key_name(key) for key in keys.split(","))
    return f"  {names:<22} {tells(binding)}"
