"""What the tests of the app share: driving it without a terminal, and what is seen."""

import asyncio
import base64
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from codecs import getincrementaldecoder
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot

from dxtui.settings import Settings
from dxtui.ui.app import DxtuiApp

_CHARACTERS = {"space": " ", "slash": "/", "question_mark": "?", "exclamation_mark": "!"}


class Stage:
    """The running app, and the hands and eyes of a reader."""

    def __init__(self, app: DxtuiApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.main = app.main
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until the app has answered what was asked and drawn it."""
        for _ in range(500):
            await self.pilot.pause(0.02)
            if self.main.settled or self.app.error is not None:
                break
        else:
            pytest.fail("the app did not settle")
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys, wait until all is quiet."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else _CHARACTERS.get(key)))
            await self.pilot.pause()
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text letter by letter."""
        for letter in text:
            self.app.post_message(events.Key("space" if letter == " " else letter, letter))
        await self.settle()

    def lines(self) -> list[str]:
        """Return what is seen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return [strip.text for strip in strips]

    def seen(self) -> str:
        """Return what is seen."""
        return "\n".join(self.lines())


Script = Callable[[Stage], Awaitable[None]]
Play = Callable[..., None]


@asynccontextmanager
async def on_stage(app: DxtuiApp, size: tuple[int, int]) -> AsyncIterator[Stage]:
    """Run the app until it stands as it does at first.

    The dozen frames on the way there, the same at each start, are drawn for nobody here; who looks at what the real
    program shows in a terminal sees them. The one where it stands is drawn, and each from there on.
    """
    drawing = app.main._compositor
    drawing.render_update = lambda **_: None  # type: ignore[method-assign]
    async with app.run_test(size=size) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        del drawing.render_update
        app.main._compositor_refresh()
        yield stage


@pytest.fixture(autouse=True, scope="session")
def _styles_are_parsed_once() -> Iterator[None]:
    """Keep the parsed rules of style sheets from one app to the next, as Textual does within an app."""
    parse, known = Stylesheet._parse_rules, {}

    def kept(sheet: Stylesheet, css: str, **source: object) -> object:
        key = css, *source.items(), *sheet._variables.items()
        if key not in known:
            known[key] = parse(sheet, css, **source)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", kept)
        yield


@pytest.fixture
def play() -> Play:
    """Run a script on the app over some paths (none: the shipped documents) at some size."""

    def run(script: Script, paths: Sequence[Path] = (), size: tuple[int, int] = (120, 36), **settings: str) -> None:
        async def act() -> None:
            app = DxtuiApp(paths, replace(Settings.load(), **({"clipboard": "osc52", "language": "en"} | settings)))  # type: ignore[arg-type]
            async with on_stage(app, size) as stage:
                await script(stage)

        asyncio.run(act())

    return run


class Terminal:
    """The real program in a pseudo-terminal, and the screen that its output draws."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
        *,
        controls: bool = False,
        ignored: Sequence[signal.Signals] = (),
    ) -> None:
        self.master, self.slave = pty.openpty()
        self.before = termios.tcgetattr(self.slave)
        self.columns = columns
        self.rows = rows
        self.raw = b""
        self._resize(columns, rows)

        def begin() -> None:
            for number in ignored:
                signal.signal(number, signal.SIG_IGN)
            if controls:  # The terminal is the one of this process, as a terminal emulator or ssh does it.
                fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            command,
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            start_new_session=True,
            preexec_fn=begin,
            env=environment,
        )

    def ready(self) -> None:
        """Wait until the program reads the keys: it has drawn something."""
        self.until_seen("Documents")

    def send(self, *bursts: bytes | str, pause: float = 0.05) -> None:
        """Send bytes as the terminal would, each burst in one write."""
        for burst in bursts:
            os.write(self.master, burst.encode() if isinstance(burst, str) else burst)
            self.read(pause)

    def read(self, seconds: float) -> None:
        """Take what the program writes for a while."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self.master], [], [], left)
            if ready:
                self._raw += os.read(self.master, 65536)

    def quiet(self) -> None:
        """Take what the program writes until it writes nothing and does nothing, however busy the machine is."""
        still = 0
        before = self._activity()
        while still < 3:
            self.read(0.1)
            now = self._activity()
            still = still + 1 if now == before and not now[2] else 0
            before = now

    def _activity(self) -> tuple[int, int, bool]:
        """Return how much was written, how long the program has worked, and whether it would work now."""
        tasks = Path(f"/proc/{self.process.pid}/task")
        working = any(_state(task / "stat") in "RD" for task in tasks.iterdir()) if tasks.is_dir() else False
        return len(self.raw), self.worked() if tasks.is_dir() else 0, working

    def worked(self) -> int:
        """Return the ticks of processor time that the program has taken."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(") ")[2].split()
        return int(fields[11]) + int(fields[12])

    def until(self, condition: Callable[[], bool], seconds: float = 15) -> None:
        """Take what the program writes until a condition holds."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                pytest.fail("waited in vain; the screen is\n" + "\n".join(self.lines()))
            self.read(0.05)

    def until_seen(self, text: str) -> None:
        """Wait until a text is on the screen, wherever its lines break."""
        self.until(lambda: text in self.seen())

    def seen(self) -> str:
        """Return what is on the screen, bars left out, white space collapsed."""
        return " ".join(_BARS.sub(" ", "\n".join(self.lines())).split())

    def lines(self) -> list[str]:
        """Return what is on the screen, line by line: what the output says, drawn on a screen of this size.

        Only what is new of the output is drawn: who waits for something looks again and again.
        """
        text = self._left + self._decoder.decode(self._raw[self._drawn :])
        self._drawn, self._left = len(self._raw), ""
        for token in _TOKEN.finditer(text):
            piece = token[0]
            if piece in _BEGINNINGS and _UNENDED.fullmatch(text, token.start()):
                self._left = text[token.start() :]
                break
            if position := _POSITION.fullmatch(piece):
                self._row, self._column = int(position[1] or 1) - 1, int(position[2] or 1) - 1
            elif piece == "\x1b[2J":
                self._screen = [[" "] * self.columns for _ in range(self.rows)]
            elif piece == "\n":
                self._row += 1
            elif piece == "\r":
                self._column = 0
            elif not piece.startswith("\x1b"):
                self._write(piece)
        return ["".join(line) for line in self._screen]

    def _write(self, text: str) -> None:
        for char in text:
            width = cell_len(char)
            if width and self._row < self.rows and self._column < self.columns:
                line = self._screen[self._row]
                line[self._column] = char
                for beside in range(self._column + 1, min(self._column + width, self.columns)):
                    line[beside] = ""
            self._column += width

    def _wipe(self) -> None:
        """Draw all of the output anew when the screen is looked at."""
        self._screen = [[" "] * self.columns for _ in range(self.rows)]
        self._row = self._column = self._drawn = 0
        self._left = ""
        self._decoder = getincrementaldecoder("utf-8")("ignore")

    @property
    def raw(self) -> bytes:
        """What the program has written."""
        return self._raw

    @raw.setter
    def raw(self, raw: bytes) -> None:
        self._raw = raw
        self._wipe()

    def copied(self) -> list[str]:
        """Return what the program has asked the terminal to copy."""
        return [
            base64.b64decode(found).decode() for found in re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", self.raw)
        ]

    def resize(self, columns: int, rows: int) -> None:
        """Change the size as a terminal does: the size, then the signal."""
        self.columns, self.rows = columns, rows
        self._resize(columns, rows)
        self.process.send_signal(signal.SIGWINCH)

    def _resize(self, columns: int, rows: int) -> None:
        self._wipe()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def end(self, seconds: float = 10) -> int:
        """Wait for the program to end; return its exit code."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            if time.monotonic() > end:
                pytest.fail("the program did not end")
            self.read(0.05)
        self.read(0.05)
        return self.process.returncode

    def close(self) -> None:
        """End the program if it still runs, and let go of the terminal."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        os.close(self.slave)


def _state(stat: Path) -> str:
    """Return the state of a thread; S (it sleeps) where it has ended."""
    try:
        return stat.read_text().rpartition(") ")[2][0]
    except OSError:
        return "S"


_TELLTALE = ("TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "NO_COLOR")
_TELLTALE += ("COLUMNS", "LINES", "TERM_PROGRAM", "WT_SESSION", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID")
_PLAIN = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TEXTUAL_ANIMATIONS": "none"}
_TOKEN = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[PX^_].*?\x1b\\"
    r"|\x1b.?"
    r"|[\r\n]"
    r"|[^\x1b\r\n]+"
)
_UNENDED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_].*)?")
"""An order to the terminal of which more is to come."""
_BEGINNINGS = {"\x1b", *(f"\x1b{sign}" for sign in "[]PX^_")}
"""What is found of one that has no end."""
_BARS = re.compile("[\u2580-\u259f]")
_POSITION = re.compile(r"\x1b\[(\d*)(?:;(\d*))?H")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Start the real program in a pseudo-terminal."""
    started: list[Terminal] = []

    def start(
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        controls: bool = False,
        ignored: Sequence[signal.Signals] = (),
        **environment: str,
    ) -> Terminal:
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        kept = {key: value for key, value in os.environ.items() if key not in _TELLTALE}
        started.append(
            Terminal(
                [sys.executable, "-m", "dxtui", *arguments],
                kept | _PLAIN | {"HOME": str(home)} | environment,
                columns,
                rows,
                controls=controls,
                ignored=ignored,
            )
        )
        return started[-1]

    yield start
    for one in started:
        one.close()


@pytest.fixture
def terminal_around() -> Iterator[Callable[[Sequence[str], Mapping[str, str]], Terminal]]:
    """Start another program in a pseudo-terminal that takes the keys of a terminal at once: tmux, screen, a shell."""
    started: list[Terminal] = []

    def start(command: Sequence[str], environment: Mapping[str, str]) -> Terminal:
        started.append(Terminal(command, environment, 100, 30, controls=True))
        return started[-1]

    yield start
    for one in started:
        one.close()
