"""A panel over the screen that shows a text until a key is pressed."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from dxtui.ui.over import Over

_SCROLLS = {
    "up": "scroll_up",
    "k": "scroll_up",
    "down": "scroll_down",
    "j": "scroll_down",
    "pageup": "scroll_page_up",
    "pagedown": "scroll_page_down",
    "space": "scroll_page_down",
    "home": "scroll_home",
    "end": "scroll_end",
}


class Panel(Over[None], ModalScreen[None]):
    """A title, a text and a foot over the whole width; nothing at the sides, so that it can be selected by hand."""

    DEFAULT_CSS = """
    Panel {
        align: center bottom;
        background: $background 50%;
        #panel {
            height: auto; max-height: 90%; background: $surface;
            border-top: heavy $accent; border-bottom: heavy $accent;
        }
        #panel-title { height: auto; text-style: bold; color: $accent; margin: 0 0 1 0; }
        #panel-text { height: auto; }
        #panel-foot { dock: bottom; height: auto; color: $foreground 60%; background: $surface; padding: 1 0 0 0; }
        VerticalScroll { height: auto; scrollbar-size-vertical: 1; }
    }
    """
    AUTO_FOCUS: ClassVar[str | None] = None

    def __init__(self, title: str, text: Content, foot: str) -> None:
        """Take what it says; `text` is literal already."""
        super().__init__()
        self._title_text = Content(title)
        self._text = text
        self._foot = Content(foot)
        self._made = Message().time  # By the clock of events.

    def pass_on(self, event: events.Key) -> bool:
        """As for all that lies over; a key of the burst that opened it does not close it before anybody saw it."""
        if self.is_over and event.time < self._made:
            event.stop()
            event.prevent_default()
            return True
        return super().pass_on(event)

    def compose(self) -> ComposeResult:
        """Build the panel."""
        with VerticalScroll(id="panel", can_focus=False):
            yield Static(self._title_text, id="panel-title")
            yield Static(self._text, id="panel-text")
            yield Static(self._foot, id="panel-foot")

    def retell(self, foot: str) -> None:
        """Say something else at the foot."""
        self.query_one("#panel-foot", Static).content = Content(foot)

    def on_key(self, event: events.Key) -> None:
        """Scroll a long text; any other key closes the panel."""
        if self.pass_on(event):
            return
        event.stop()
        event.prevent_default()
        box = self.query_one("#panel", VerticalScroll)
        scroll = _SCROLLS.get(event.key)
        if scroll and box.max_scroll_y:
            getattr(box, scroll)(animate=False)
        else:
            self.dismiss()

    def on_click(self, event: events.Click) -> None:
        """Close the panel on a click beside it."""
        if event.widget is self:
            self.dismiss()
