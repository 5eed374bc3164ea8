"""The app: the theme, the thread of the explorer, and what ends it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.geometry import Size
from textual.screen import ModalScreen, Screen
from textual.theme import Theme

from dxtui.errors import SettingsError
from dxtui.tomlfile import WrongValue
from dxtui.ui.bindings import bindings_of, bound
from dxtui.ui.colours import Range, of_terminal
from dxtui.ui.desk import Desk
from dxtui.ui.garbage import Garbage
from dxtui.ui.hangup import CODE, watch
from dxtui.ui.looks import forget
from dxtui.ui.main import Main
from dxtui.ui.memory import Choice, Memory, Reader
from dxtui.ui.terminal import ASK, Terminal
from dxtui.ui.themes import FEW, fault, known, ours
from dxtui.ui.words import speak

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dxtui.settings import Settings
    from dxtui.ui.launch import Launch


_ROOMY = Size(40, 12)
"""Columns and lines of which nobody has to ask whether they are enough."""

_PATIENCE = 0.5
"""Seconds that quitting waits for the reading to notice."""


class DxtuiApp(App[None]):
    """The explorer of documents. What it cannot open is raised by `run`."""

    TITLE = "dxtui"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("ctrl+c,ctrl+q", "quit", "app.quit", show=False, priority=True),
        bound("ctrl+p", "palette", "palette", priority=True),
        bound("colon", "palette", "palette.colon", show=False),
        bound("question_mark", "help", "help"),
        bound("ctrl+z", "suspend_process", "app.suspend", show=False, priority=True),
    ]

    _hears = False
    """Whether what the terminal answers is heard, so that it can be asked."""

    _begun = False
    """Whether the app is seen, and not what was shown before it was there."""

    _heard: events.Event | None = None
    """What the reader did last."""

    _cramped = False
    """Whether the terminal is too small for anything but to say so."""

    colours: Range = "many"
    """How many colours there are to be seen."""

    def __init__(
        self,
        paths: Sequence[Path],
        settings: Settings,
        memory: Memory | None = None,
        themes: Sequence[Theme] = (),
        launch: Launch | None = None,
    ) -> None:
        """Prepare to open `paths`; without any, the documents that come with dxtui.

        `memory` is what is kept of them, `themes` are the reader's own; `launch` holds the terminal until this has it.

        Raises:
            SettingsError: there is no theme of the name that the settings give.
        """
        self.terminal = Terminal()
        super().__init__()
        self._settings = settings
        self._memory = memory
        self._launch = launch
        reader = memory.reader if memory is not None else None
        self.language = speak(reader.language.over(settings.language) if reader is not None else settings.language)
        for theme in (*ours().values(), *themes):
            self.register_theme(theme)
        if themes:
            forget()
        wrong = theme_fault(settings.theme, themes)
        if wrong is not None:
            raise SettingsError(f"theme: {wrong.what}", hint=wrong.hint)
        # Textual's stand-in gives -1 for its descriptor, with which no process for the reading could be started.
        vars(self._capture_stderr)["fileno"] = _standard_error
        chosen = reader.theme.over(settings.theme) if reader is not None else settings.theme
        self.theme = chosen if chosen in self.available_themes else settings.theme
        if not settings.motion:
            self.animation_level = "none"
        if settings.keys:
            from dxtui.ui.keymap import normal

            self.set_keymap({id: normal(keys) for id, keys in settings.keys.items()})
        self.error: BaseException | None = None
        self._garbage = Garbage(self.set_timer)
        self.desk = Desk(self, paths, settings)
        self.main = Main(self.desk, settings, self.terminal)
        if memory is not None:
            self.main.remember(memory)

    def limit_colours(self) -> None:
        """Show no more colours than the terminal has, and none where none are wanted."""
        self.colours = of_terminal(self)
        self.no_color = self.colours == "none"
        if self.colours != "many" and not self.current_theme.ansi:
            self.theme = FEW[self.current_theme.dark]

    @property
    def themes(self) -> list[str]:
        """The themes that can be chosen where the app is shown."""
        return sorted(name for name, theme in self.available_themes.items() if self.colours == "many" or theme.ansi)

    def get_default_screen(self) -> Main:
        """Return the one screen."""
        return self.main

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver for this system, made to hear what the terminal says of itself.

        That also makes it bear bytes that are not UTF-8, the first of which would end the app. The driver that sends
        the app to a browser stays as it is: it ends at a text that is empty once what was heard is taken out.
        """
        driver = super().get_driver_class()
        module = sys.modules[driver.__module__]
        if hasattr(module, "getincrementaldecoder") and "TEXTUAL_DRIVER" not in os.environ:
            vars(module)["getincrementaldecoder"] = self.terminal.decoder
            self._hears = True
        return driver

    def on_mount(self) -> None:
        """Start reading once the screen has been seen."""
        if sys.platform != "win32" and not self.is_headless:
            # Leave the terminal as it was. A loop that has such a handler also wakes for the other signals at once,
            # without which the app comes back from the background only at the next key.
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self.exit, None, 128 + number)
            self._heed_shell(partial(loop.call_soon_threadsafe, partial(self.refresh, layout=True)))
        self.call_after_refresh(self._painted)

    def on_resize(self, event: events.Resize) -> None:
        """Say that a terminal is too small while it is."""
        if self._cramped or event.size.width < _ROOMY.width or event.size.height < _ROOMY.height:
            from dxtui.ui.small import fit  # Hardly ever needed.

            self._cramped = fit(self, event.size)

    def _painted(self) -> None:
        """Start reading; what was made for the first paint stays."""
        self._garbage.spare()
        if self._driver is not None and not self.is_headless and self._hears:
            self._driver.write(ASK)
        self.desk.start()
        if self._launch is not None:
            self._begun = True
            self._display(self.screen, self.screen._compositor.render_full_update())  # noqa: SLF001
            self._launch.keep(None if self._cramped else self.main.frame)
        self.main.early.painted()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Show a change, once all of the first frame is there to be shown: in place of that of the launch, at once."""
        if self._begun or self._launch is None:
            super()._display(screen, renderable)

    def _heed_shell(self, again: Callable[[], object]) -> None:
        """Go to the background and come back when the shell says so; `again` has all of it drawn again."""
        from textual.drivers.linux_driver import LinuxDriver  # There is none on Windows.

        if isinstance(self._driver, LinuxDriver):
            from dxtui.ui.background import Background

            if self._launch is not None:
                self._driver.attrs_before = self._launch.hand_over() or self._driver.attrs_before
            Background(self._driver, self.lose_terminal, again).heed()

    def lose_terminal(self) -> None:
        """Leave, from whatever thread: the terminal went away, or the server that shows the app in its stead."""
        if self._loop is not None:  # Else nothing is there yet to be kept.
            self._loop.call_soon_threadsafe(self.exit, None, CODE)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which keys work now: no palette over what lies over a screen, nothing where there is no room."""
        if action == "palette":
            return not isinstance(self.screen, ModalScreen)
        return action != "help" or not self._cramped

    def action_palette(self) -> None:
        """Show all that can be done here and now, and where one can go."""
        from dxtui.ui.palette import open_palette

        open_palette(self)

    def action_help(self) -> None:
        """List the keys that work here and now, then all others."""
        from dxtui.ui.help import help_panel
        from dxtui.ui.tour import steps

        everywhere = bindings_of(Main, type(self))
        told = steps(self._keymap, type(self), Main, type(self.main.figures))
        self.push_screen(help_panel(self.screen.active_bindings.values(), everywhere, self._keymap, told))

    def wear(self, theme: str) -> None:
        """Take another theme, from now on."""
        self.theme = theme
        self._prefer(lambda reader: replace(reader, theme=Choice(theme, self._settings.theme)))

    def speak(self, language: str) -> None:
        """Speak another language from now on."""
        self.language = speak(language)
        self.main.reword()
        self._prefer(lambda reader: replace(reader, language=Choice(language, self._settings.language)))

    def _prefer(self, chosen: Callable[[Reader], Reader]) -> None:
        if self._memory is not None:
            self._memory.prefer(chosen(self._memory.reader))

    async def on_event(self, event: events.Event) -> None:
        """Tell the screen that the reader does something, before that is done."""
        if isinstance(event, events.Key) and event is not self._heard and self.main.hold(event):
            return
        if isinstance(event, (events.Key, events.MouseDown, events.Paste)) and event is not self._heard:
            self._heard = event  # It comes once more where nothing took it.
            self._garbage.touched()
            self.main.touched()
        await super().on_event(event)

    def exit(self, *arguments: Any, **keywords: Any) -> None:
        """Leave the app; how it stands is kept."""
        self.main.keep()
        super().exit(*arguments, **keywords)

    def on_unmount(self) -> None:
        """Leave the reading where it stands."""
        self.desk.close()

    @on(Desk.Progress)
    def _progress(self, event: Desk.Progress) -> None:
        self.main.progressed(event.done, event.total)

    @on(Desk.Opened)
    def _opened(self, event: Desk.Opened) -> None:
        self._garbage.spare()
        self.main.opened(event.explorer, event.everything)

    @on(Desk.Answered)
    def _answered(self, event: Desk.Answered) -> None:
        self.main.answered(event.view)

    @on(Desk.Failed)
    def _failed(self, event: Desk.Failed) -> None:
        self.error = event.error
        self.exit()


def _standard_error() -> int:
    if sys.__stderr__ is None:
        raise OSError("there is no standard error")
    return sys.__stderr__.fileno()


def theme_fault(theme: str, themes: Sequence[Theme] = ()) -> WrongValue | None:
    """Return what is wrong with the name of a theme; None where there is one of that name, perhaps the reader's own."""
    names = {*known(), *(own.name for own in themes)}
    return None if theme in names else fault(theme, names)


def keys_fault(keys: Mapping[str, str]) -> tuple[str, WrongValue] | None:
    """Return which of the reader's own keys is wrong and what is wrong with it; None where all can be used."""
    if not keys:
        return None
    from dxtui.ui.keymap import LINES, ROOMS, SCREENS, clash

    lists = [room for name, room in ROOMS.items() if name not in LINES]
    return clash(
        keys,
        [
            *(bindings_of(room, Main, DxtuiApp) for room in ROOMS.values()),
            *(bindings_of(room, screen, DxtuiApp) for screen in SCREENS.values() for room in lists),
        ],
    )


def run(paths: Sequence[Path], settings: Settings, memory: Memory, themes: Sequence[Theme], launch: Launch) -> int:
    """Open the app on `paths` and return the exit code once it is left.

    It stands as it was left the last time, as `memory` has it.

    Raises:
        DxtuiError: the paths cannot be opened or a setting is not right; the terminal is as it was.
    """
    app = DxtuiApp(paths, settings, memory, themes, launch)
    app.limit_colours()
    if sys.__stdin__ is not None:
        watch(sys.__stdin__.fileno(), app.lose_terminal, app.desk.abandon)
    launch.give_way()
    app.run()
    if app.error is not None:
        raise app.error
    code = app.return_code or 0
    if not app.desk.ended(_PATIENCE):
        # Still deep in a large document. The interpreter cannot be taken down under native code that works for a
        # thread (it aborts), and the reader has left: end here.
        app.desk.abandon()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code
