"""How far the reading of a corpus is, on standard error where that is a terminal."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dxtui.store.update import Progress, Summary
from dxtui.ui.words import numeral, say

_PATIENCE = 0.5
"""Seconds of reading after which a bar is shown."""

_OFTEN = 0.1
"""Seconds between two looks of the bar."""


@contextmanager
def progress_bar(*, quiet: bool | None = False) -> Iterator[Callable[[Progress], None]]:
    """Return what shows progress while the block runs: documents, MB/s and the time left; nothing if `quiet`."""
    if quiet or not sys.stderr.isatty():
        yield lambda now: None
        return
    began = shown = time.monotonic()
    drawn = False

    def report(now: Progress) -> None:
        nonlocal shown, drawn
        clock = time.monotonic()
        if clock - began < _PATIENCE or (clock - shown < _OFTEN and now.documents < now.of):
            return
        shown, drawn = clock, True
        sys.stderr.write(f"\r{progress_line(now, clock - began)}\x1b[K")
        sys.stderr.flush()

    try:
        yield report
    finally:
        if drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def progress_line(now: Progress, seconds: float, width: int = 24) -> str:
    """Return how far it is after so many seconds, on one line.

    >>> progress_line(Progress(40, 100, 5_000_000, 10_000_000), 2.0, width=4)
    'reading ━━──  40 of 100 documents · 2.5 MB/s · 0:02 left'
    """
    part = now.bytes / now.of_bytes if now.of_bytes else 1.0
    full = round(part * width)
    bar = "━" * full + "─" * (width - full)
    line = say("cli.reading", bar=bar, n=now.documents, of=now.of)
    if seconds > 0 and now.bytes:
        left = round(seconds * (now.of_bytes - now.bytes) / now.bytes)
        line += f" · {megabytes(now.bytes / seconds)}/s · {say('cli.left', time=f'{left // 60}:{left % 60:02d}')}"
    return line


def summary_line(summary: Summary) -> str:
    """Return what an update did, for a person.

    >>> summary_line(Summary(2, 0, 5, 1_200_000))
    '5 documents in the index: 2 read (1.2 MB), 0 removed'
    """
    size = f" ({megabytes(summary.bytes)})" if summary.added else ""
    return say("cli.indexed", n=summary.documents, read=summary.added, size=size, removed=summary.removed)


def megabytes(size: float) -> str:
    """Return a number of bytes in the unit in which files are counted.

    >>> megabytes(1_234_567)
    '1.2 MB'
    """
    return f"{numeral(f'{size / 1e6:.1f}')} MB"
