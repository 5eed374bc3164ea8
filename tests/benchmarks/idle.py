"""Processor time of dxtui while nobody touches it, beside a bare Textual app that shows one label.

    python tests/benchmarks/idle.py [--seconds 20]

Both stand open side by side for the same time: dxtui on the shipped documents, in the list and with the keys in the
search line. Linux only, for how the time is read.
"""

import argparse
import sys
import time
from contextlib import ExitStack

from first_paint import BARE
from seat import Seat


def main() -> None:
    """Let them stand open and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=20)
    options = parser.parse_args()
    with ExitStack() as stack:
        seats = {}
        for name, command, mark, keys in [
            ("bare label", [sys.executable, "-c", BARE], "hello", ""),
            ("dxtui", [sys.executable, "-m", "dxtui"], "mục tiêu", ""),
            ("dxtui, search line", [sys.executable, "-m", "dxtui"], "mục tiêu", "/ho so"),
        ]:
            seats[name] = seat = stack.enter_context(Seat(command))
            seat.until(mark)
            seat.send(keys)
        for seat in seats.values():
            seat.quiet(1)
        before = {name: seat.worked() for name, seat in seats.items()}
        time.sleep(options.seconds)
        print(f"{options.seconds:g} s with all open; percent of one core")
        for name, seat in seats.items():
            print(f"{name:<20} {(seat.worked() - before[name]) / options.seconds * 100:5.2f}")


if __name__ == "__main__":
    main()
