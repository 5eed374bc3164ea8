"""Five lines over the foot of the screen at the first start."""

from textual.content import Content
from textual.widgets import Static

from dxtui.ui.words import say


class Tour(Static):
    """What to know first. Keys are for what lies below; the first one takes it away."""

    DEFAULT_CSS = """
    Tour {
        layer: above; dock: bottom; height: auto; max-height: 100%; margin: 0 0 1 0;
        background: $surface; border-top: heavy $accent; border-bottom: heavy $accent;
    }
    """

    def __init__(self) -> None:
        """Say it in the language of the reader."""
        super().__init__(Content(f" {say('help.tour').strip()}\n {say('memory.once')}"))
