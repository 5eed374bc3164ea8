"""Reading files into rows, on all cores.

Results come in the order of the files, a few at a time; a process that lost its parent ends by itself.
"""

import gc
import os
import signal
import sys
import threading
import unicodedata
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import redirect_stderr
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from typing import NamedTuple

from dxtui.extract import extract
from dxtui.read import Found, Unreadable, read_one
from dxtui.read.description import Description
from dxtui.search.prepared import prepare
from dxtui.store.pack import Packed, pack

_LOT = 400_000
"""Bytes of files that are handed to a process at once."""

_MOST_FILES = 500
"""Files that are handed to a process at once."""

_AHEAD = 3
"""Lots for each process that may be under way."""

_WORTH = 1_500_000
"""Bytes from which starting processes is worth while."""


_UNLOOKED = 50_000
"""Objects that may be made before a process looks for garbage."""


class Job(NamedTuple):
    """A file to be read."""

    place: int
    """Its place in the order of the files."""
    path: Path
    """The file."""
    named: bool
    """Whether the user named it."""
    facts: Mapping[str, str]
    """What its folder's description says of it."""
    told: str
    """The same and whatever else decides what is read in it, as the record writes it."""
    size: int
    """Its bytes."""


class Outcome(NamedTuple):
    """What became of a file."""

    job: Job
    """The file."""
    id: str | None
    """The id of the document it is; None where it could not be taken in."""
    packed: Packed | None
    """The document; None where the record has it already."""
    reason: str | None
    """Why it could not be taken in."""


def read_all(
    jobs: Iterable[Job], known: Mapping[str, str], max_bytes: int, *, cores: int
) -> Generator[Outcome, None, None]:
    """Read files; `known` are the documents that the record has, by id, with what was told of them."""
    jobs = list(jobs)
    lots = deque(_lots(jobs))
    if cores < 2 or len(lots) < 2 or sum(job.size for job in jobs) < _WORTH:
        for job in jobs:
            yield _outcome(job, known, max_bytes)
        return
    while lots:
        try:
            yield from _together(lots, known, max_bytes, cores)
        except BrokenProcessPool:
            yield from _apart(lots.popleft(), known, max_bytes)


def _together(lots: deque[list[Job]], known: Mapping[str, str], max_bytes: int, cores: int) -> Iterator[Outcome]:
    """Read all lots in some processes; a lot is taken out when it is read.

    Raises:
        BrokenProcessPool: something ended one of the processes.
    """
    pool = _pool(cores, known, max_bytes)
    waiting: deque[Future[list[Outcome]]] = deque()
    coming = iter(list(lots))
    try:
        for lot in islice(coming, _AHEAD * cores):
            waiting.append(pool.submit(_work, lot))
        while waiting:
            outcomes = waiting.popleft().result()
            lots.popleft()
            waiting.extend(pool.submit(_work, lot) for lot in islice(coming, 1))
            yield from outcomes
    finally:
        pool.shutdown(wait=not waiting, cancel_futures=True)  # Who leaves early does not wait for what is under way.


def _apart(lot: Iterable[Job], known: Mapping[str, str], max_bytes: int) -> Iterator[Outcome]:
    """Read files each in a process of its own, to find the one that ends it."""
    for job in lot:
        with _pool(1, known, max_bytes) as pool:
            try:
                yield from pool.submit(_work, [job]).result()
            except BrokenProcessPool:
                yield Outcome(job, None, None, "reading it ended the process that read it")


def _pool(cores: int, known: Mapping[str, str], max_bytes: int) -> ProcessPoolExecutor:
    if sys.platform != "win32":
        # It is handed the descriptor of standard error, and an app may have put something without one in its place.
        from multiprocessing import resource_tracker

        with redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()
    return ProcessPoolExecutor(
        cores, mp_context=get_context("spawn"), initializer=_begin, initargs=(dict(known), max_bytes)
    )


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _lots(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    lot: list[Job] = []
    size = 0
    for job in jobs:
        if lot and (size + job.size > _LOT or len(lot) >= _MOST_FILES):
            yield lot
            lot, size = [], 0
        lot.append(job)
        size += job.size
    if lot:
        yield lot


def _outcome(job: Job, known: Mapping[str, str], max_bytes: int) -> Outcome:
    description = Description(facts={unicodedata.normalize("NFC", job.path.name): dict(job.facts)})
    try:
        document = read_one(Found(job.path, job.named), description, max_bytes)
    except Unreadable as wrong:
        return Outcome(job, None, None, str(wrong))
    if known.get(document.id) == job.told:
        return Outcome(job, document.id, None, None)
    try:
        packed = pack(extract(document), prepare)
    except Exception as fault:
        # A fault of ours in one document must not take the others from the reader.
        return Outcome(job, None, None, f"dxtui failed to read it ({type(fault).__name__}: {fault})")
    return Outcome(job, document.id, packed, None)


_known: dict[str, str] = {}
_max_bytes = 0


def _begin(known: dict[str, str], max_bytes: int) -> None:
    """Make a process ready to work."""
    global _known, _max_bytes
    _known, _max_bytes = known, max_bytes
    gc.freeze()  # What a document is made of goes when it is handed over; looking for garbage took a tenth of the time.
    gc.set_threshold(_UNLOOKED)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # The parent is interrupted, and ends the work.
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(jobs: list[Job]) -> list[Outcome]:
    return [_outcome(job, _known, _max_bytes) for job in jobs]
