"""Time to the first paint of dxtui on the shipped documents, beside a bare Textual app that shows one label.

    python tests/benchmarks/first_paint.py [RUNS]

Both run in a pseudo-terminal, in turns, in this one run. A time goes from starting the process to the bytes of the
first frame that has text in it; for dxtui also to the frame that shows the first figure. Take the ratios: the times
are this machine's.
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence

BARE = """
from textual.app import App
from textual.widgets import Label

class Bare(App):
    def compose(self):
        yield Label("hello")

Bare().run()
"""
PROGRAMS = {
    "bare label": ([sys.executable, "-c", BARE], ["hello"]),
    "dxtui": ([sys.executable, "-m", "dxtui"], ["Figures", "mục tiêu"]),
}
COLUMNS, ROWS = 120, 36


def times(command: Sequence[str], marks: Sequence[str]) -> list[float]:
    """Return the seconds until each mark, one after the other, is in what the command writes to its terminal."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True, env=environment
    )
    written = b""
    found = []
    try:
        for mark in marks:
            while mark.encode() not in written:
                if not select.select([master], [], [], 30)[0]:
                    raise SystemExit(f"{command[-1]}: no {mark!r} after 30 s")
                written += os.read(master, 65536)
            found.append(time.perf_counter() - start)
    finally:
        process.kill()
        process.wait()
        os.close(master)
        os.close(slave)
    return found


def main() -> None:
    """Run both in turns and print what came out."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for command, marks in PROGRAMS.values():
        times(command, marks)  # Once for the caches of files and compiled modules.
    measured: dict[str, list[list[float]]] = {name: [] for name in PROGRAMS}
    for _ in range(runs):
        for name, (command, marks) in PROGRAMS.items():
            measured[name].append(times(command, marks))
    bare = [one[0] for one in measured["bare label"]]
    print(f"{runs} runs each, in turns, {COLUMNS}x{ROWS}; milliseconds least/median; ratio of medians (of leasts)")
    rows = [("bare label, first paint", bare)]
    rows.append(("dxtui, first paint", [one[0] for one in measured["dxtui"]]))
    rows.append(("dxtui, figures shown", [one[1] for one in measured["dxtui"]]))
    for name, series in rows:
        ratio = statistics.median(series) / statistics.median(bare)
        least = min(series) / min(bare)
        print(f"{name:<24} {min(series) * 1000:5.0f}/{statistics.median(series) * 1000:.0f}  {ratio:.2f} ({least:.2f})")


if __name__ == "__main__":
    main()
