"""What a key does, by a name: its words are in config/interface.toml, for each language."""

from textual.binding import Binding
from textual.dom import DOMNode

_HERE = "dxtui."


def bound(keys: str, action: str, id: str, *, show: bool = True, priority: bool = False) -> Binding:
    """Return the binding of `keys`, with commas between them, to what a keymap and the words of the app call `id`.

    With `show` the line at the foot tells it; with `priority` it comes before what has the keys.
    """
    # Textual shows no key that it has no description of; nobody reads it.
    return Binding(keys, action, id, show=show, id=id, priority=priority)


def bindings_of(*nodes: type[DOMNode]) -> tuple[Binding, ...]:
    """Return the bindings of ours that `nodes` have, with those of the classes they are made from."""
    found: dict[str, Binding] = {}
    for node in nodes:
        for kind in node.__mro__:
            if kind.__module__.startswith(_HERE):
                for binding in vars(kind).get("BINDINGS", ()):
                    found.setdefault(str(binding.id), binding)
    return tuple(found.values())
