"""Processes that read lots of files for the one who asks.

Each has two pipes of its own and shares no lock with others, so that one that ends, or is ended, is in nobody's way. A
helper that lost its parent ends by itself.
"""

import gc
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Thread
from typing import Any

from dxtui.store.jobs import Job, Outcome, outcome_of

_AT_HAND = 2
"""Lots that a helper has: one that it reads and one to go on with."""

UNLOOKED = 50_000
"""Objects that may be made before who reads looks for garbage: what a document is made of goes by itself when it is
handed on, and looking for what does not took a tenth of the time.
"""


class Lot:
    """Files that are read one after the other."""

    __slots__ = ("alone", "jobs", "lost", "outcomes", "size")

    def __init__(self, jobs: Sequence[Job], *, alone: bool = False) -> None:
        """Take the files; `alone`: a helper that reads them is to have nothing else, for they may end it."""
        self.jobs = jobs
        self.alone = alone
        self.lost = 0
        """How many helpers were gone that had it alone."""
        self.size = sum(job.size for job in jobs)
        self.outcomes: Sequence[Outcome] | None = None
        """What became of them, once they are read."""


class Helper:
    """One of the processes."""

    def __init__(self, known: Mapping[str, str], max_bytes: int) -> None:
        """Start it; `known` and `max_bytes` are as for `outcome_of`."""
        context = get_context("spawn")
        self.inbox, theirs = context.Pipe(duplex=False)
        ours, self._outbox = context.Pipe(duplex=False)
        self._process = context.Process(target=_serve, args=(ours, theirs), daemon=True)
        self._facts = known, max_bytes
        self.lots: deque[Lot] = deque()
        """What it has at hand, in the order in which it reads."""
        self.ready = False
        """Whether it is there: starting takes it about as long as reading a megabyte."""
        if sys.platform != "win32":
            # It is handed the descriptor of standard error, and an app may have put something without one in its place.
            from multiprocessing import resource_tracker

            with redirect_stderr(sys.__stderr__):
                resource_tracker.ensure_running()
        with _uninterrupted():
            self._process.start()
        ours.close()
        theirs.close()

    def takes(self, *, alone: bool) -> bool:
        """Whether it can be given a lot now, one that is to be read `alone` or another."""
        if not self.ready or any(lot.alone for lot in self.lots):
            return False
        return len(self.lots) < (1 if alone else _AT_HAND)

    def give(self, lot: Lot) -> None:
        """Give it a lot to read."""
        self.lots.append(lot)
        self._send(lot.jobs)

    def receive(self) -> None:
        """Take what it says: that it is ready, or the outcomes of the lot it was given first.

        Raises:
            EOFError, OSError: it is gone.
        """
        said = self.inbox.recv_bytes()
        if self.ready:
            lot = self.lots.popleft()
            read = pickle.loads(said)
            lot.outcomes = [Outcome(job, *rest) for job, rest in zip(lot.jobs, read, strict=True)]
        else:
            self.ready = True
            self._send(self._facts)

    def _send(self, what: object) -> None:
        with suppress(OSError):  # It is gone, which is noticed when something is received.
            self._outbox.send(what)

    def end(self) -> None:
        """End it, whatever it does."""
        self._outbox.close()
        self.inbox.close()
        self._process.terminate()
        self._process.join()
        self._process.close()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep the interrupt from what is started meanwhile: who started it ends it, and it would tell where it was."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def heard(helpers: Sequence[Helper], *, patient: bool) -> Iterator[Helper]:
    """Yield those that said something or are gone; `patient`: wait for one."""
    by_inbox = {helper.inbox: helper for helper in helpers}
    for inbox in wait(list(by_inbox), None if patient else 0):
        yield by_inbox[inbox]  # type: ignore[index]


def _serve(lots: "Connection[None, Any]", outcomes: "Connection[bytes, None]") -> None:
    """Read what comes, until nobody is there to send it."""
    import dxtui.extract  # noqa: F401  Before it says that it is ready, and among what is never looked at for garbage.

    gc.freeze()
    gc.set_threshold(UNLOOKED)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # The parent is interrupted, and ends the work.
    Thread(target=_end_with_parent, daemon=True).start()
    # Handing over has a thread of its own: who asks may be about to give a lot, and each would wait for the other.
    finished: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_hand_over, args=(outcomes, finished), daemon=True).start()
    finished.put(b"")
    try:
        known, max_bytes = lots.recv()
        while True:
            read = [tuple(outcome_of(job, known, max_bytes))[1:] for job in lots.recv()]
            finished.put(pickle.dumps(read, pickle.HIGHEST_PROTOCOL))
    except EOFError:
        os._exit(0)


def _hand_over(outcomes: "Connection[bytes, None]", finished: "SimpleQueue[bytes]") -> None:
    try:
        while True:
            outcomes.send_bytes(finished.get())
    except OSError:
        os._exit(1)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
