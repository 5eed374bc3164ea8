"""The palette: a line to type in, and below it what can be done and where one can go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from dxtui.ui.bindings import bindings_of, bound
from dxtui.ui.columns import Column
from dxtui.ui.commands import Command, best, of_app, of_keys, of_names
from dxtui.ui.desk import Desk
from dxtui.ui.fuzzy import Fuzzy
from dxtui.ui.keys import pressed
from dxtui.ui.over import Over
from dxtui.ui.rowlist import Cell, RowList
from dxtui.ui.searchline import SearchLine
from dxtui.ui.spots import Spot, SpotLine
from dxtui.ui.words import say

if TYPE_CHECKING:
    from dxtui.ui.app import DxtuiApp

_AROUND = 4
"""Lines of the box that are no rows: the line, the foot and the edges."""

_NAMING = 2
"""Letters from which names are looked for."""


class Commands(RowList[Command]):
    """What can be done: in words, and with which keys or what kind of thing it leads to."""

    noun: ClassVar[str] = "commands"
    columns: ClassVar[tuple[Column, ...]] = (
        Column("", least=24, most=400, rank=0, takes_rest=True),
        Column("", least=6, most=24, rank=1, right=True),
    )

    def cells(self, row: Command) -> Sequence[Cell]:
        """Return the fields of a command."""
        return (
            Cell(row.words),
            Cell(row.keys, "key", matched=False) if not row.kind else Cell(say(row.kind), "muted", matched=False),
        )


class PaletteLine(SearchLine):
    """The line of the palette: the keys that move in a list move in the one below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "go", "palette.choose"),
        bound("escape", "leave", "palette.leave"),
        bound("down", "list('move', 1)", "palette.down", show=False),
        bound("up", "list('move', -1)", "palette.up", show=False),
        bound("pagedown", "list('page', 1)", "palette.page_down", show=False),
        bound("pageup", "list('page', -1)", "palette.page_up", show=False),
    ]

    def __init__(self, go: Callable[[], None], leave: Callable[[], None], commands: Commands) -> None:
        """Make an empty line above `commands`."""
        super().__init__(go, leave)
        self.prompt(say("palette.placeholder"))
        self._commands = commands

    def action_list(self, what: str, by: int) -> None:
        """Move in the list."""
        getattr(self._commands, f"action_{what}")(by)


class Palette(Over[Command | None], ModalScreen[Command | None]):
    """Ends with the command that was chosen, or None."""

    DEFAULT_CSS = """
    Palette {
        align: center top;
        background: $background 50%;
        #palette { background: $background; border-top: heavy $accent; border-bottom: heavy $accent; }
        #search, #search:focus { width: 1fr; background: $panel; background-tint: $foreground 0%; }
        RowList { height: 1fr; scrollbar-size-vertical: 1; }
    }
    """
    AUTO_FOCUS: ClassVar[str | None] = "PaletteLine"

    def __init__(self, desk: Desk, commands: Sequence[Command], app: DxtuiApp) -> None:
        """Take what can be done where the palette is opened; names are looked for at `desk`."""
        super().__init__()
        self._desk = desk
        self._all = commands
        self._owner = app
        self._named: Sequence[Command] = ()
        self._answered = ""
        self._waits = False
        self._list = Commands(0)
        self._list.can_focus = False
        self.line = PaletteLine(self._choose, self._leave, self._list)
        self._foot = SpotLine(id="palette-foot")

    def compose(self) -> ComposeResult:
        """Build the box."""
        with Vertical(id="palette"):
            yield self.line
            yield self._list
            yield self._foot

    @property
    def settled(self) -> bool:
        """Whether what was typed is answered."""
        return self._answered == self._asked

    @property
    def _asked(self) -> str:
        return self.line.value.strip()

    def on_mount(self) -> None:
        """Show all that can be done."""
        self._list.count(self._all)
        keys = pressed(self.app._keymap, bindings_of(PaletteLine))  # noqa: SLF001
        told = say("palette.foot", choose=keys["palette_choose"], leave=keys["palette_leave"])
        self._foot.show([Spot(f" {told} ", "muted")])
        self._show()
        self.on_resize()

    def on_resize(self) -> None:
        """Take the room that all commands need, and leave some of the screen to be seen."""
        most = max(self.size.height * 4 // 5, _AROUND + 1)
        self.query_one("#palette").styles.height = min(len(self._all) + _AROUND, most)

    def on_key(self, event: events.Key) -> None:
        """Keep what is typed before the line has the keys."""
        if self.focused is None and event.is_printable and event.character:
            self.line.value += event.character
            self.line.cursor_position = len(self.line.value)

    @on(SearchLine.Changed)
    def _typed(self) -> None:
        asked = self._asked
        if len(asked) >= _NAMING:
            self._desk.seek(asked, self)
            self._show()
        else:
            self._answer(asked, ())

    @on(Desk.Named)
    def _found(self, event: Desk.Named) -> None:
        if event.words == self._asked:
            self._answer(event.words, of_names(self._owner, event.named))

    def _answer(self, asked: str, named: Sequence[Command]) -> None:
        """Show what is `named` so, with what can be done that fits what is asked."""
        self._answered = asked
        self._named = named
        self._show()
        if self._waits:
            self._choose()

    def _show(self) -> None:
        asked = Fuzzy(self.line.value)
        commands = best(self._all, self._named, asked)
        before = self._list.selected if self._list.cursor else None
        self._list.show(commands, asked)
        if before in commands:
            self._list.cursor = commands.index(before)

    def _choose(self) -> None:
        self._waits = not self.settled
        if self.settled:
            self.dismiss(self._list.selected)

    def _leave(self) -> None:
        self.dismiss(None)

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self._choose()

    def on_click(self, event: events.Click) -> None:
        """Close it on a click beside it."""
        if event.widget is self:
            self._leave()


def open_palette(app: DxtuiApp) -> None:
    """Open the palette over the screen that is seen; what is chosen is done on what had the keys."""
    if app.main.focused is app.main.search:
        app.main.action_to_list()

    async def do(command: Command | None) -> None:
        done = command.run() if command is not None else None
        if done is not None:
            await done

    app.push_screen(Palette(app.desk, [*of_keys(app, app.screen), *of_app(app)], app), do)
