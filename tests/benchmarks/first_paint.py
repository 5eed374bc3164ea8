"""Time to the first paint of dxtui on the shipped documents, beside a bare Textual app that shows one label.

    python tests/benchmarks/first_paint.py [--runs 15] [--bin FOLDER …]

Where harlequin, posting or VisiData (vd) are found on the PATH or in the folders that --bin names, they open a file (a
database, a collection) of the size of the shipped documents in the same run. All run in a pseudo-terminal, in turns. A
time goes from starting the process to the bytes of the first frame that has text in it, and to the frame that shows
something of what is opened. dxtui shows its first frame from the last time until it has made it anew; with --fresh it
has none of the kind, as at its very first start. Take the ratios: the times are this machine's.
"""

import argparse
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
from pathlib import Path

from seat import COLUMNS, ROWS, Seat

from dxtui import resources

BARE = """
from textual.app import App
from textual.widgets import Label

class Bare(App):
    def compose(self):
        yield Label("hello")

Bare().run()
"""

DXTUI = "from dxtui.cli import main; main()"
"""What the installed command runs."""

Program = tuple[list[str], list[str]]
"""A command, and what is seen of it: at its first paint, and of what it opens."""


def others(folders: list[str], folder: Path) -> dict[str, Program]:
    """Return the other programs that are found, each with something to open of the size of the shipped documents."""
    where = os.pathsep.join([*folders, os.environ.get("PATH", "")])
    text = "".join(path.read_text("utf-8") for path in sorted(resources.seeds().glob("*.txt")))
    lines = [line for line in text.splitlines() if line.strip()]
    found: dict[str, Program] = {}
    if program := shutil.which("vd", path=where):
        (folder / "reports.txt").write_text(text, encoding="utf-8")
        found["VisiData"] = [program, str(folder / "reports.txt")], ["VisiData", lines[1][:20]]
    if program := shutil.which("harlequin", path=where):
        database = sqlite3.connect(folder / "reports.db")
        database.execute("CREATE TABLE statements (text TEXT)")
        database.executemany("INSERT INTO statements VALUES (?)", [(line,) for line in lines])
        database.commit()
        database.close()
        found["harlequin"] = [program, "-a", "sqlite", str(folder / "reports.db")], ["Data Catalog"]
    if program := shutil.which("posting", path=where):
        (folder / "collection").mkdir()
        each = max(len(lines) // 20, 1)
        for at in range(0, len(lines), each):
            about = "\n".join("  " + line for line in lines[at : at + each])
            request = f"name: request {at}\ndescription: |-\n{about}\nurl: http://localhost/{at}\n"
            (folder / "collection" / f"request-{at}.posting.yaml").write_text(request, encoding="utf-8")
        found["posting"] = [program, "--collection", str(folder / "collection")], ["Collection"]
    return found


def main() -> None:
    """Run all in turns and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--bin", action="append", default=[], metavar="FOLDER")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        programs: dict[str, Program] = {
            "bare label": ([sys.executable, "-c", BARE], ["hello"]),
            "dxtui": ([sys.executable, "-c", DXTUI], ["Figures", "mục tiêu"]),
            "dxtui --fresh": ([sys.executable, "-c", DXTUI, "--fresh"], ["Figures", "mục tiêu"]),
            **others(options.bin, Path(folder)),
        }
        measured: dict[tuple[str, str], list[float]] = {}
        for run in range(-1, options.runs):  # Once more, for the caches of files and compiled modules.
            for name, (command, marks) in programs.items():
                with Seat(command) as seat:
                    for what, mark in zip(("first paint", "rows shown"), marks, strict=False):
                        seconds = seat.until(mark)
                        if run >= 0:
                            measured.setdefault((name, what), []).append(seconds)
    bare = measured["bare label", "first paint"]
    print(f"{options.runs} runs each, in turns, {COLUMNS}x{ROWS}; milliseconds least/median; ratio of medians (leasts)")
    for (name, what), series in measured.items():
        ratio = statistics.median(series) / statistics.median(bare)
        least = min(series) / min(bare)
        times = f"{min(series) * 1000:5.0f}/{statistics.median(series) * 1000:.0f}"
        print(f"{name + ', ' + what:<24} {times:>10}  {ratio:.2f} ({least:.2f})")


if __name__ == "__main__":
    main()
