"""Which keys work now: how a reader calls them, and the line at the foot."""

from collections.abc import Iterable, Mapping, Sequence

from textual.binding import ActiveBinding, Binding
from textual.keys import format_key

from dxtui.ui.spots import Spot
from dxtui.ui.words import has, say

_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "backspace": "Backspace",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "space": "Space",
}


_FIRST = ("list.choose", "list.narrow", "bars.choose", "compare.choose", "search", "copy", "help", "back", "quit")
"""The ids of the bindings that a reader needs most: the line at the foot begins with them, whatever its width."""


def key_name(key: str) -> str:
    """Return how a reader calls `key`.

    >>> key_name("ctrl+question_mark")
    'Ctrl+?'
    """
    *modifiers, last = key.split("+")
    return "+".join(
        [
            *(m.capitalize() for m in modifiers),
            _NAMES.get(last) or (last.upper() if last[0] == "f" and last[1:].isdigit() else format_key(last)),
        ]
    )


def pressed(keymap: Mapping[str, str], bindings: Iterable[Binding]) -> dict[str, str]:
    """Return how a reader calls the first key of each of `bindings`, as `keymap` changes it, by id.

    The ids are as placeholders have them: `list_choose` for `list.choose`.
    """
    first = {str(b.id): keymap.get(str(b.id), b.key).partition(",")[0] for b in bindings}
    return {id.replace(".", "_"): key_name(key) for id, key in first.items()}


def names(binding: Binding) -> str:
    """Return what `binding` does, in a word or two; nothing for one of Textual's own."""
    key = f"keys.{binding.id}"
    return say(key) if has(key) else ""


def tells(binding: Binding) -> str:
    """Return what `binding` does, at the length that the help has room for."""
    key = f"helps.{binding.id}"
    return say(key) if has(key) else names(binding)


def foot(bindings: Iterable[ActiveBinding]) -> Sequence[Spot]:
    """Return the spots of the line at the foot: the keys that work now and are worth showing, the most needed first."""
    spots = []
    seen = set()
    rank = {id: at for at, id in enumerate(_FIRST)}
    for active in sorted(bindings, key=lambda active: rank.get(str(active.binding.id), len(rank))):
        binding = active.binding
        if not (binding.show and active.enabled and names(binding)) or binding.action in seen:
            continue
        seen.add(binding.action)
        does = getattr(active.node, "does", None)  # A list, in which it may depend on the selected row.
        told = say(f"keys.{does(str(binding.id))}") if does is not None else names(binding)
        spots.append(Spot(f" {key_name(binding.key.partition(',')[0])}", "key", binding.key))
        spots.append(Spot(f" {told} ", "muted", binding.key))
    return spots
