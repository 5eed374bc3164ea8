"""The panel that lists the keys: first what works here and now, then all others."""

from collections.abc import Iterable, Mapping

from textual.binding import ActiveBinding, Binding
from textual.content import Content

from dxtui.ui.keymap import ROOMS, SCREENS, bindings_of
from dxtui.ui.keys import key_name, tells
from dxtui.ui.panel import Panel
from dxtui.ui.words import say


def help_panel(
    active: Iterable[ActiveBinding], everywhere: Iterable[Binding], keymap: Mapping[str, str], notes: str = ""
) -> Panel:
    """Return the panel over the `active` bindings and all others, as `keymap` changes them, with `notes` at its end."""
    working = [now.binding for now in active if now.enabled]
    here = {binding.id: binding for binding in sorted(working, key=lambda binding: not binding.show)}
    shown: set[str | None] = set(here)
    lines = [say("help.here"), *(_line(binding, keymap) for binding in here.values())]
    for title, bindings in {
        "everywhere": everywhere,
        **{name: bindings_of(kind) for name, kind in (ROOMS | SCREENS).items()},
    }.items():
        others = [binding for binding in bindings if binding.id not in shown]
        shown |= {binding.id for binding in others}
        if others:
            lines += ["", say(f"help.{title}"), *(_line(binding, keymap) for binding in others)]
    if notes:
        lines += ["", notes]
    return Panel(say("help.title"), Content("\n".join(lines)), say("panels.scroll"))


def _line(binding: Binding, keymap: Mapping[str, str]) -> str:
    names = " ".join(key_name(key) for key in keymap.get(str(binding.id), binding.key).split(","))
    return f"  {names:<22} {tells(binding)}"
