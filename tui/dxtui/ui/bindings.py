"""What a key does, by a name: its words are in config/interface.toml, for each language."""

from textual.binding import Binding


def bound(keys: str, action: str, id: str, *, show: bool = True, priority: bool = False) -> Binding:
    """Return the binding of `keys`, with commas between them, to what a keymap and the words of the app call `id`.

    With `show` the line at the foot tells it; with `priority` it comes before what has the keys.
    """
    # Textual shows no key that it has no description of; nobody reads it.
    return Binding(keys, action, id, show=show, id=id, priority=priority)
