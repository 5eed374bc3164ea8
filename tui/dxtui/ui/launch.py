"""What is seen until the app paints: the frame that it painted first when it was last started like this.

Importing and making the app takes most of the time to its first frame, and that frame is known: the panes, and that
their documents are being read. Where none is kept, one line says that. What is typed meanwhile waits for the app.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from threading import Event, Thread
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any

from dxtui.ui.background import in_front
from dxtui.ui.sizes import Sizes
from dxtui.ui.turning import DOTS, EVERY, SIGNS
from dxtui.ui.words import say, speak, spoken

if TYPE_CHECKING:
    from dxtui.settings import Settings
    from dxtui.ui.memory import Memory

_COLOURS = ("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "TERM_PROGRAM", "TEXTUAL_COLOR_SYSTEM")
"""The variables of the environment that say how many colours there are."""

_BEGIN, _END = "\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H", "\x1b[m\x1b[?1049l\x1b[?25h"
"""To the screen for programs, without a cursor, and back. The app does both itself, once and once more."""


class Launch:
    """Shows the frame in a `with` around the making and the running of the app.

    If the app does not get as far as having the terminal, it is left as it was.
    """

    def __init__(self, settings: Settings, memory: Memory, environment: Mapping[str, str] = os.environ) -> None:
        """Prepare to show what the app would paint with these settings and with what is kept."""
        self._memory = memory
        self._environment = environment
        reader = memory.reader
        self._language = reader.language.over(settings.language)
        self._looks = [settings, reader.theme, reader.language, memory.stood.sizes if memory.stood else Sizes()]
        self._moves = settings.motion
        self._painted = Event()
        self._key = ""
        """What a frame is kept for; nothing where none can be shown."""
        self._frame: str | None = None
        self._usual: list[Any] | None = None
        """The attributes of the terminal as the shell left them, while it is this that holds the terminal."""

    def __enter__(self) -> Launch:
        """Show the frame, if there is a terminal that can be had."""
        try:
            if not self._environment.get("TEXTUAL_DRIVER") and self._hold():
                self._show()
        except BaseException:  # Ctrl+C comes anywhere.
            self._give_back()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the terminal back, if the app did not take it."""
        self._give_back()

    def _give_back(self) -> None:
        self._painted.set()
        usual = self.hand_over()
        if usual is not None:
            import termios

            with suppress(OSError, ValueError, termios.error):
                _write(_END)
                termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, usual)

    def _show(self) -> None:
        speak(self._language, self._environment)
        self._key = self._look()
        self._frame = self._memory.frame(self._key)
        with suppress(OSError, ValueError):
            _write(_BEGIN + (self._frame or _line()))
        if self._moves:
            Thread(target=self._turn, name="launch", daemon=True).start()

    def hand_over(self) -> list[Any] | None:
        """Leave the terminal to the app; return the attributes to leave behind, None where they were not changed."""
        usual, self._usual = self._usual, None
        return usual

    def give_way(self) -> None:
        """Leave interrupts to the app, which is about to run; it takes the other signals when it has the terminal."""
        if signal.getsignal(signal.SIGINT) == self._end:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def _end(self, number: int, frame: FrameType | None) -> None:
        """End with the terminal as it was. What is raised here may be lost in whatever is being imported."""
        self._give_back()
        os._exit(128 + number)

    def keep(self, frame: str | None) -> None:
        """Keep the frame that the app painted first, if it has the panes; from now on it is the app that is seen."""
        self._painted.set()
        if self._key and frame is not None and frame != self._frame:
            self._memory.keep_frame(self._key, frame)

    def _turn(self) -> None:
        """Show that the app is on its way, until it is there."""
        line = (self._frame or "").partition("\n")[0].rpartition(DOTS)[0]
        begin = line.rfind("\x1b")  # The colours of the dots, right before the words in front of them.
        colours = line[begin:].partition("m")[0] + "m" if begin >= 0 else ""
        place = max(shutil.get_terminal_size().columns - 1, 1)
        with suppress(OSError, ValueError):
            for step in count(1):
                if self._painted.wait(EVERY):
                    break
                _write(f"\x1b7\x1b[1;{place}H{colours}{SIGNS[step % len(SIGNS)]}\x1b8")

    def _hold(self) -> bool:
        """Hold back what is typed, unseen, for the app; whether that was possible."""
        try:
            import termios
        except ImportError:  # Windows, where the app has to do it.
            return False
        try:
            terminal = sys.stdin.fileno()
            if sys.__stderr__ is None or not sys.__stderr__.isatty() or not in_front(terminal):
                return False
            usual = termios.tcgetattr(terminal)
            held = [*usual[:6], list(usual[6])]
            # As the app will have it, but that Ctrl+C still ends it.
            held[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF)
            held[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
            held[6][termios.VMIN], held[6][termios.VTIME] = 1, 0
            held[6][termios.VSUSP] = held[6][termios.VQUIT] = b"\0"
            self._usual = usual
            termios.tcsetattr(terminal, termios.TCSANOW, held)
        except (OSError, ValueError, termios.error):
            self._usual = None
            return False
        for number in (signal.SIGINT, signal.SIGTERM):
            if signal.getsignal(number) is not signal.SIG_IGN:  # Whoever started it wants that it goes on.
                signal.signal(number, self._end)
        return True

    def _look(self) -> str:
        """Return what the frame depends on; its own comparison in `keep` mends what this leaves out."""
        colours = [self._environment.get(variable) for variable in _COLOURS]
        return repr((tuple(shutil.get_terminal_size()), spoken(), colours, self._looks))


def _line() -> str:
    """Return the one line that stands for a frame that is not known: what is told, where it will be told."""
    words = say("told.reading")
    return f"\x1b[{max(shutil.get_terminal_size().columns - len(words), 1)}G{words}"


def _write(text: str) -> None:
    """Write to what the app draws on, also while that is being written to: by a handler of signals, by a thread."""
    if sys.__stderr__ is not None:
        left = text.encode()
        while left:
            left = left[os.write(sys.__stderr__.fileno(), left) :]
