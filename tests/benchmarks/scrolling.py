"""How long a key takes that moves in a list of a million rows, with all that follows it on the screen.

    python tests/benchmarks/scrolling.py [--size 1000000] [--folder /tmp/dxtui-benchmark] [--keys 200]

dxtui itself in a pseudo-terminal, over an index of a generated corpus (made once; a million statements take minutes),
beside dxtui on the shipped documents in the same run. For each key: the processor time that it cost, in all threads,
and the time until the last byte of what changed was on the screen, up to 16 ms of which Textual waits for each of its
frames, the list's and then that of what follows it.
Linux only, for how the processor time is read.
"""

import argparse
import sys
import time
from pathlib import Path

from corpora import corpus
from seat import Seat

from dxtui.store.corpus import bring_up
from dxtui.store.place import folder as index_folder

_QUIET = 0.06
"""Seconds without a byte after which a key is done."""

MOVES = {"down": "j", "page down": "\x1b[6~", "up": "k", "end and home": "Gg"}


def percentile(series: list[float], share: float) -> float:
    """Return the value below which `share` of the series lie, in milliseconds."""
    return sorted(series)[min(int(len(series) * share), len(series) - 1)] * 1000


def measure(seat: Seat, keys: str, count: int) -> tuple[list[float], list[float]]:
    """Press the keys `count` times, one at a time; return what each cost in processor time, and when it was seen."""
    worked, seen = [], []
    each = [keys] if keys.startswith("\x1b") else list(keys)
    for at in range(count):
        before, sent = seat.worked(), time.perf_counter()
        seat.send(each[at % len(each)])
        last = seat.quiet(_QUIET)
        worked.append(seat.worked() - before)
        seen.append((last or sent) - sent)
        seat.written = b""
    return worked, seen


def main() -> None:
    """Press the keys and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000, help="statements")
    parser.add_argument("--folder", type=Path, default=Path("/tmp/dxtui-benchmark"))
    parser.add_argument("--keys", type=int, default=200, help="how often each key is pressed")
    options = parser.parse_args()
    texts = corpus(options.size, options.folder / "corpora")
    index = options.folder / "indexes"
    bring_up(index_folder([texts], str(index)), [texts], 1 << 26, lambda *_: None, lambda _: None)
    command = [sys.executable, "-m", "dxtui"]
    print(f"{options.keys} presses of each key; milliseconds, 50/95 of 100: processor time, until seen")
    with Seat(command) as few, Seat([*command, f"--index={index}", str(texts)]) as many:
        for name, seat in (("shipped documents", few), (f"{options.size:,} statements", many)):
            seat.until("#", 120)
            seat.quiet(2)
            for pane, key in (("figures", "3"), ("statements", "4")):
                seat.send(key)
                seat.quiet(0.3)
                for move, keys in MOVES.items():
                    worked, seen = measure(seat, keys, options.keys)
                    told = "   ".join(
                        f"{percentile(each, 0.5):5.1f}/{percentile(each, 0.95):.1f}" for each in (worked, seen)
                    )
                    print(f"{name:<22} {pane:<11} {move:<13} {told}", flush=True)


if __name__ == "__main__":
    main()
