"""A seat at a pseudo-terminal: for the benchmarks that measure whole programs as a person at a terminal meets them."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import tempfile
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

COLUMNS, ROWS = 120, 36

_HOME = tempfile.TemporaryDirectory(prefix="dxtui-benchmark-")
ENVIRONMENT = {
    **{
        name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR", "TMUX")
    },
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LC_ALL": "C.UTF-8",
    "HOME": _HOME.name,
    # As where a program is installed: its modules are compiled once.
    "PYTHONPYCACHEPREFIX": str(Path(_HOME.name, "compiled")),
}
"""What every program here starts with: nothing of its own settings, no state."""

_CODES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[()]B")


def _leave(*_: object) -> None:
    raise SystemExit("ended")


signal.signal(signal.SIGTERM, _leave)  # Ends what sits in the seats, too.


class Seat:
    """A program in a pseudo-terminal; use it in a `with`, which ends it."""

    def __init__(self, command: Sequence[str]) -> None:
        self.master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.name = Path(command[0]).name
        self.written = b""
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            start_new_session=True,
            env=ENVIRONMENT,
            cwd=_HOME.name,
        )

    def __enter__(self) -> "Seat":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.master)
        os.close(self._slave)

    def text(self) -> str:
        """Return what it has written, without the sequences of the terminal."""
        return _CODES.sub(b"", self.written).decode("utf-8", "replace")

    def until(self, mark: str, seconds: float = 120) -> float:
        """Wait until `mark` is in what it has written; return the seconds since its start."""
        end = time.monotonic() + seconds
        while mark not in self.text():
            if not select.select([self.master], [], [], max(end - time.monotonic(), 0))[0]:
                raise SystemExit(f"{self.name}: no {mark!r} after {seconds:g} s; it says {self.text()[-500:]!r}")
            self.written += os.read(self.master, 1 << 16)
            if self.process.poll() is not None and mark not in self.text():
                raise SystemExit(f"{self.name}: ended with {self.process.returncode}; it says {self.text()[-500:]!r}")
        return time.perf_counter() - self.began

    def send(self, keys: str) -> None:
        """Type `keys`."""
        os.write(self.master, keys.encode())

    def quiet(self, seconds: float) -> float | None:
        """Take what it writes until it has written nothing for so long; return when the last of it came, if any did."""
        last = None
        while select.select([self.master], [], [], seconds)[0]:
            self.written += os.read(self.master, 1 << 16)
            last = time.perf_counter()
        return last

    def worked(self) -> float:
        """Return the seconds of processor time that it has taken so far, in all its threads (Linux)."""
        spent = 0
        for task in Path(f"/proc/{self.process.pid}/task").iterdir():
            with suppress(OSError):
                spent += int((task / "schedstat").read_text().split()[0])
        return spent / 1e9
