"""The panel that shows what was copied, and how; from it the text can be written to a file."""

from io import StringIO
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import VerticalScroll

from dxtui.text.visible import visible
from dxtui.ui.bindings import bindings_of, bound
from dxtui.ui.clipboard import Copied
from dxtui.ui.keys import key_name, pressed
from dxtui.ui.literal import content
from dxtui.ui.panel import Panel
from dxtui.ui.saving import free, save
from dxtui.ui.searchline import SearchLine
from dxtui.ui.words import say

_SHOWN = 20_000
"""Code points that are shown of a long text."""


class CopiedPanel(Panel):
    """What was copied, ready for selecting by hand, and a line for the name of a file."""

    BINDINGS: ClassVar[list[BindingType]] = [bound("w", "write", "copied.write")]

    def __init__(self, what: str, copied: Copied) -> None:
        """Take what was copied; `what` names it for the reader: "citation" or "quote"."""
        kind = "" if copied.sure else "_sent" if copied.ways else "_only"
        title = say(f"copied.{what}{kind}", to=_listed(copied.ways))
        text = copied.text
        notes = list(copied.notes)
        if len(text) > _SHOWN:
            notes.append(say("copied.first", n=_SHOWN, total=len(text)))
            text = text[:_SHOWN] + "…"
        super().__init__("\n".join([title, *notes]), content(text), "")
        self._copied = copied
        self._line: SearchLine | None = None
        self._existing: Path | None = None

    def on_mount(self) -> None:
        """Say what can be done, with the key that the reader has for it."""
        keys = [key for key, now in self.active_bindings.items() if now.binding.id == "copied.write"]
        self._tell(
            *([] if self._copied.sure else [say("copied.unsure")]),
            say("copied.select"),
            *(say("copied.write", pressed=key_name(key)) for key in keys[:1]),
            say("panels.close"),
        )

    @property
    def _keys(self) -> dict[str, str]:
        """How the reader calls the keys of the line for a name."""
        return pressed(self.app._keymap, bindings_of(SearchLine))  # noqa: SLF001

    def _tell(self, *parts: str) -> None:
        self.retell(" ".join(parts))

    def on_key(self, event: events.Key) -> None:
        """Write to a file on its key; while a name is typed keys are that line's; else as in every panel."""
        if self.pass_on(event):
            return
        now = self.active_bindings.get(event.key)
        if self._line is not None:
            event.prevent_default()
        elif now is not None and now.binding.id == "copied.write":
            event.stop()
            event.prevent_default()
            self.action_write()

    def action_write(self) -> None:
        """Ask for the name of a file; in a browser the text is downloaded there."""
        name = say("copied.file")
        if self.app.is_web:
            self.app.deliver_text(StringIO(self._copied.text), save_filename=name, encoding="utf-8")
            self._tell(say("copied.downloaded", file=name), say("panels.close"))
            return
        self._line = line = SearchLine(self._write, self._close_line)
        line.value = free(Path(), name).name
        self.query_one("#panel", VerticalScroll).mount(line)
        line.focus()
        line.select_all()
        keys = self._keys
        folder = visible(str(Path.cwd()))
        self._tell(say("copied.name", folder=folder, choose=keys["search_go"], leave=keys["search_leave"]))

    def _close_line(self) -> None:
        if self._line is not None:
            self._line.remove()
            self._line = None
        self.on_mount()

    def _write(self) -> None:
        """Write the text to the file that is named; over one that is there only if the name is given twice."""
        if self._line is None or not self._line.value.strip():
            return
        try:
            path = Path(self._line.value.strip()).expanduser()
            written = save(self._copied.text, path, replace=path == self._existing)
        except FileExistsError:
            self._existing = path
            self._tell(say("copied.exists", choose=self._keys["search_go"]))
        except (OSError, ValueError, RuntimeError) as wrong:
            self._tell(say("copied.no_file", why=getattr(wrong, "strerror", None) or str(wrong)))
        else:
            self._close_line()
            self._tell(say("copied.written", file=visible(str(written))), say("panels.close"))


def _listed(ways: tuple[str, ...]) -> str:
    return f" {say('copied.and')} ".join(filter(None, (", ".join(ways[:-1]), ways[-1] if ways else "")))
