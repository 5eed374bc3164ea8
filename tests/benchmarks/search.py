"""How long a keystroke takes on corpora of unlike size, beside fzf and SQLite's FTS5; and what an index costs.

    python tests/benchmarks/search.py [--sizes 10000,100000,1000000] [--folder /tmp/dxtui-benchmark] [--queries 60]

Everything that is compared is measured in one run on the same text. fzf is left out where it is not installed. A
keystroke is one call of `Explorer.view` with the first page of every list, for a query of one to five words of the
corpus as it is typed, letter by letter; half of the queries are typed without marks. The app is opened in a
pseudo-terminal, on the index and on the shipped documents in turns. What was measured comes first, then what of it is
asked for, each with its bound and whether it holds.
"""

import argparse
import gc
import json
import os
import random
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import tantivy
from corpora import corpus
from seat import Seat

from dxtui.explorer import Explorer
from dxtui.explorer.view import MOST
from dxtui.store import place
from dxtui.store.corpus import bring_up, open_corpus
from dxtui.store.schema import connect
from dxtui.text.fold import fold

PAGE = 32
"""Rows of a list that are looked at after each keystroke: as many as the tallest pane of a 160×48 screen shows."""

OPENED = 5
"""Times that the app is opened."""

COMPARED = 12
"""Whole queries that are put to fzf too, which takes seconds for a million lines, and letter by letter to FTS5."""


def lines_of(record: sqlite3.Connection) -> Iterator[str]:
    """Yield the statements of a record, one a line."""
    from dxtui.store.pack import BLOCKS, unpack_text

    spans = record.execute('SELECT document, start, "end" FROM statements ORDER BY key')
    last, text = -1, ""
    for document, start, end in spans:
        if document != last:
            blocks = record.execute(
                "SELECT text FROM texts WHERE block >= ? AND block < ? ORDER BY block",
                (document * BLOCKS, (document + 1) * BLOCKS),
            )
            last, text = document, "".join(unpack_text(block) for (block,) in blocks.fetchall())
        yield " ".join(text[start:end].split())


def bare_build(lines: list[str], folder: Path) -> float:
    """Return the seconds that tantivy alone takes for one field of these lines."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text")
    builder.add_unsigned_field("key", fast=True)
    began = time.perf_counter()
    index = tantivy.Index(builder.build(), path=str(folder))
    writer = index.writer(200_000_000, 2)
    for key, line in enumerate(lines):
        entry = tantivy.Document()
        entry.add_text("text", line)
        entry.add_unsigned("key", key)
        writer.add_document(entry)
    writer.commit()
    writer.wait_merging_threads()
    return time.perf_counter() - began


def queries(lines: list[str], count: int) -> list[str]:
    """Return queries of one to five words that stand together in some line."""
    chance = random.Random(7)
    found = []
    while len(found) < count:
        words = chance.choice(lines).strip(".,;:…").split()
        size = len(found) % 5 + 1
        if len(words) > size:
            at = chance.randrange(len(words) - size)
            query = " ".join(words[at : at + size]).strip(".,;:…").lower()
            found.append(fold(query) if len(found) % 2 else query)
    return found


def keystroke(explorer: Explorer, query: str) -> None:
    """Do what a keystroke does: the view and what the panes show of the first page of every list."""
    view = explorer.view(query)
    for document in islice(view.documents, PAGE):
        _ = document.place.document.label, document.statements
    for entity in islice(view.entities, PAGE):
        _ = entity.canonical, len(entity.mentions)
    for rows in (view.figures, view.statements, view.tasks):
        for row in islice(rows, PAGE):
            _ = row.place.surface, row.place.document.label


def typed(query: str) -> Iterator[str]:
    """Yield what is in the search line after each letter."""
    return (query[:end] for end in range(1, len(query) + 1))


def timed(work: Callable[[], Any]) -> float:
    """Return how many milliseconds `work` takes."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def percentile(times: list[float], part: float) -> float:
    """Return the time that this part of the times does not go beyond."""
    return sorted(times)[min(int(part * len(times)), len(times) - 1)]


def fzf_times(asked: list[str], lines: Path) -> list[float]:
    """Return what fzf takes for whole queries over folded lines, in milliseconds."""
    if shutil.which("fzf") is None:
        return []

    def run(query: str) -> Callable[[], Any]:
        command = ["fzf", "--filter", fold(query)]
        return lambda: subprocess.run(command, stdin=lines.open("rb"), stdout=subprocess.DEVNULL, check=False)

    return [timed(run(query)) for query in asked]


def fts5(lines: list[str], path: Path) -> Callable[[str], Any]:
    """Return what asks FTS5 with a prefix index for the best of the same text."""
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.execute("CREATE VIRTUAL TABLE lines USING fts5(text, content='', prefix='2 3', detail=full)")
    database.executemany("INSERT INTO lines(rowid, text) VALUES (?, ?)", enumerate(map(fold, lines)))
    database.execute("INSERT INTO lines(lines) VALUES ('optimize')")
    database.commit()

    def ask(query: str) -> Any:
        words = " ".join(f'"{word}"' for word in fold(query).replace('"', " ").split()) + "*"
        return database.execute(
            "SELECT rowid, bm25(lines) FROM lines WHERE lines MATCH ? ORDER BY bm25(lines) LIMIT ?", (words, MOST)
        ).fetchall()

    return ask


def in_turns(asked: list[str], *asks: Callable[[str], Any]) -> list[list[float]]:
    """Return what each of `asks` takes for each query, in milliseconds: asked in turns, the second time counts."""
    turns = [[[timed(lambda ask=ask, query=query: ask(query)) for ask in asks] for query in asked] for _ in range(2)]  # type: ignore[misc]
    return [[times[at] for times in turns[-1]] for at in range(len(asks))]


def app_opened(files: Path, indexes: Path, statements: int) -> dict[str, float]:
    """Return how the app opens on an index, beside how it opens on the shipped documents."""
    command = [sys.executable, "-m", "dxtui"]
    programs = {"seeds": (command, "mục tiêu"), "index": ([*command, str(files), "--index", str(indexes)], "")}
    times: dict[str, list[float]] = {}
    most = 0.0
    for run in range(-1, OPENED):  # Once more, for the caches of files and compiled modules.
        for name, (call, mark) in programs.items():
            with Seat(call) as seat:
                painted, shown = seat.until("Figures"), seat.until(mark or f"{statements:,}")
                if run >= 0:
                    times.setdefault(f"{name} paint", []).append(painted)
                    times.setdefault(f"{name} rows", []).append(shown)
                if name == "index" and run == OPENED - 1:
                    seat.send("/")
                    for letter in "ho so truc tuyen":
                        seat.send(letter)
                        seat.quiet(0.5)
                    most = memory_of(seat.process.pid)
    middle = {name: median(series) for name, series in times.items()}
    return {
        "first paint ms": 1000 * middle["index paint"],
        "paint / seeds": middle["index paint"] / middle["seeds paint"],
        "rows shown ms": 1000 * middle["index rows"],
        "rows / seeds": middle["index rows"] / middle["seeds rows"],
        "app MB": most,
    }


def size_of(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measure(statements: int, base: Path, count: int) -> dict[str, Any]:
    """Measure one size; return what was found."""
    files = corpus(statements, base / "corpora")
    index = place.folder([files], str(base / "indexes"))
    shutil.rmtree(index, ignore_errors=True)
    began = time.perf_counter()
    summary = bring_up(index, [files], 1 << 26)
    built = time.perf_counter() - began
    record = connect(place.current(index) / place.RECORD, write=False)
    lines = list(lines_of(record))
    record.close()
    bare = bare_build(lines, base / "bare")
    path = base / "lines.txt"
    path.write_text("\n".join(map(fold, lines)), "utf-8")
    asked = queries(lines, count)
    began = time.perf_counter()
    explorer = Explorer(open_corpus(index))
    keystroke(explorer, "")
    opened = time.perf_counter() - began
    gc.collect()
    gc.freeze()  # The lines of this benchmark are no part of what is measured.
    times = [timed(lambda text=text: keystroke(explorer, text)) for query in asked for text in typed(query)]  # type: ignore[misc]
    index_alone = explorer._statements.answer  # The text index alone, as fzf and FTS5 are alone.
    letters = [text for query in asked[:COMPARED] for text in typed(query) if text.strip()]
    others = fts5(lines, base / "fts5.sqlite")
    engine, whole_fts5 = in_turns(asked, lambda query: index_alone(query, limit=MOST), others)
    by_letter, letters_fts5 = in_turns(letters, lambda text: index_alone(text, limit=MOST), others)
    whole = [timed(lambda query=query: keystroke(explorer, query)) for query in asked]  # type: ignore[misc]
    found = {
        "statements": len(lines),
        "text MB": summary.bytes / 1e6,
        "build s": built,
        "bare tantivy s": bare,
        "build / bare": built / bare,
        "bytes / byte": size_of(place.current(index)) / summary.bytes,
        "open s": opened,
        "keystrokes": len(times),
        "p50 ms": median(times),
        "p95 ms": percentile(times, 0.95),
        "most ms": max(times),
        "query ms": median(whole),
        "answer ms": median(engine),
        "memory MB": memory(index),
    }
    for name, other in (("fzf", fzf_times(asked[:COMPARED], path)), ("FTS5", whole_fts5)):
        if other:
            found[f"{name} ms"] = median(other)
            found[f"{name} / query"] = median(a / b for a, b in zip(other, whole, strict=False))
            found[f"{name} / answer"] = median(a / b for a, b in zip(other, engine, strict=False))
    found["by letter ms"] = sum(by_letter) / len(letters)
    found["FTS5 by letter"] = sum(letters_fts5) / len(letters)
    found["FTS5 / by letter"] = found["FTS5 by letter"] / found["by letter ms"]
    return found | app_opened(files, base / "indexes", len(lines))


class Asked(NamedTuple):
    """What is asked for, and by which row it is answered."""

    what: str
    """In words."""
    row: str
    """The row, of the largest corpus."""
    least: bool
    """Whether `bound` is the least that is asked for, else the most."""
    bound: float
    """How much."""


ASKED = (
    Asked("a keystroke, 95 of 100, ms", "p95 ms", False, 16),
    Asked("it grows from the smallest corpus to the largest, times", "p95 grows", False, 4),
    Asked("a whole query with all lists is faster than fzf --filter, times", "fzf / query", True, 50),
    Asked("the text index alone, letter by letter, than FTS5 with prefix", "FTS5 / by letter", True, 5),
    Asked("the same for whole queries, whose last word is whole", "FTS5 / answer", True, 5),
    Asked("reading and indexing, in bare tantivy builds", "build / bare", False, 6),
    Asked("record and text index, bytes for each byte of text", "bytes / byte", False, 4),
    Asked("first paint on the index, in those on the shipped documents", "paint / seeds", False, 1.5),
    Asked("memory of the open app, MB", "app MB", False, 250),
)
"""What issue 5 asks for at a million statements."""


def judged(found: dict[str, Any]) -> Iterator[str]:
    """Yield a line for each thing that is asked for: whether it holds in what was `found`."""
    for what, row, least, bound in ASKED:
        value = found.get(row)
        if value is None:
            verdict, shown = "not measured", "-"
        else:
            verdict, shown = "yes" if (value >= bound if least else value <= bound) else "NO", f"{value:,.2f}"
        yield f"| {what:<64} | {row:<16} | {'≥' if least else '≤'} {bound:<4g} | {shown:>8} | {verdict} |"


def memory(index: Path) -> float:
    """Return the MB that a process takes at most that opens an index and asks it."""
    command = [sys.executable, __file__, "--memory-of", str(index)]
    return float(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def memory_here(index: Path) -> float:
    """Open an index, ask it, and return the MB that this process took at most."""
    explorer = Explorer(open_corpus(index))
    keystroke(explorer, "")
    rows, chance = explorer.everything.statements, random.Random(3)
    lines = [rows[chance.randrange(len(rows))].place.surface for _ in range(200)]
    for query in queries(lines, 40):
        for text in typed(query):
            keystroke(explorer, text)
    # What getrusage says includes the process that started this one.
    return memory_of(os.getpid()) or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def memory_of(process: int) -> float:
    """Return the MB that a process took at most so far; 0 where the system does not tell."""
    status = Path(f"/proc/{process}/status")
    told = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(told[1]) / 1024 if told else 0.0


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--folder", type=Path, default=Path("/tmp/dxtui-benchmark"))
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--memory-of", type=Path)
    options = parser.parse_args()
    if options.memory_of:
        print(memory_here(options.memory_of))
        return
    found = []
    for size in map(int, options.sizes.split(",")):
        found.append(measure(size, options.folder, options.queries))
        print(f"measured {size}", file=sys.stderr)
    if len(found) > 1:
        found[-1]["p95 grows"] = found[-1]["p95 ms"] / found[0]["p95 ms"]
    if options.json:
        print(json.dumps(found, indent=1))
        return
    for name in found[-1]:
        print(f"| {name:<16} |" + "".join(f" {one.get(name, float('nan')):>12,.2f} |" for one in found))
    print(f"\nwhat is asked for at {found[-1]['statements']:,} statements")
    print("\n".join(judged(found[-1])))


if __name__ == "__main__":
    main()
