"""Five lines over the foot of the screen at the first start."""

from collections.abc import Mapping

from textual.content import Content
from textual.dom import DOMNode
from textual.widgets import Static

from dxtui.ui.bindings import bindings_of
from dxtui.ui.keys import pressed
from dxtui.ui.words import say

_PANES = ("documents", "entities", "figures", "statements", "source", "tasks")
"""The panes in the order of the keys that lead to them at first."""


def steps(keymap: Mapping[str, str], *nodes: type[DOMNode]) -> str:
    """Return what to know first, with the keys that `nodes` have as `keymap` changes them."""
    keys = pressed(keymap, bindings_of(*nodes))
    return say(
        "help.tour",
        search=keys["search"],
        choose=keys["list_choose"],
        back=keys["back"],
        panes=" ".join(keys[f"pane_{pane}"] for pane in _PANES),
        next=keys["pane_next"],
        copy=keys["copy"],
        quote=keys["copy_quote"],
        explain=keys["explain"],
        help=keys["help"],
    )


class Tour(Static):
    """What to know first. Keys are for what lies below; the first one takes it away."""

    DEFAULT_CSS = """
    Tour {
        layer: above; dock: bottom; height: auto; max-height: 100%; margin: 0 0 1 0;
        background: $surface; border-top: heavy $accent; border-bottom: heavy $accent;
    }
    """

    def __init__(self, told: str) -> None:
        """Say what is `told`, which `steps` returns."""
        super().__init__(Content(f" {told.strip()}\n {say('memory.once')}"))
