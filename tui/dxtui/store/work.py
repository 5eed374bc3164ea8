"""Reading files into rows, on all cores: helpers read lots of files, and who asks reads a file whenever it would wait.

Results come in the order of the files.
"""

import gc
import os
from collections import deque
from collections.abc import Generator, Iterable, Mapping

from dxtui.store.helpers import UNLOOKED, Helper, Lot, heard
from dxtui.store.jobs import Job, Outcome, outcome_of
from dxtui.store.kept import Kept

__all__ = ["Job", "Outcome", "cores", "read_all"]

_LOT = 150_000
"""Bytes of files that are handed to a helper at once."""

_MOST_FILES = 200
"""Files that are handed to a helper at once."""

_AHEAD = 6
"""Lots for each core that may be read before the file that is next in order is."""

_WORTH = 600_000
"""Bytes from which starting helpers is worth while."""

_TRIES = 2
"""Helpers that a file must end by itself to be the reason: one may have been gone before it began."""

_OWN = 100_000
"""Bytes of the largest file that is not left to a helper, where there is one: nobody looks at helpers meanwhile."""


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_all(
    jobs: Iterable[Job], known: Mapping[str, str], max_bytes: int, *, cores: int, kept: Kept | None = None
) -> Generator[Outcome, None, None]:
    """Read files; `known` are the documents that the record has, by id, with what was told of them.

    What is `kept` of those that are read here is not looked for in them again.
    """
    shared = _Shared(jobs, known, max_bytes, cores, kept)
    often = gc.get_threshold()
    gc.set_threshold(UNLOOKED, *often[1:])
    try:
        yield from shared.outcomes()
    finally:
        gc.set_threshold(*often)
        shared.end()


class _Shared:
    """Work that is shared with helpers."""

    def __init__(
        self, jobs: Iterable[Job], known: Mapping[str, str], max_bytes: int, cores: int, kept: Kept | None
    ) -> None:
        self._todo = deque(jobs)
        self._known = known
        self._max_bytes = max_bytes
        self._kept = kept
        self._most = _AHEAD * cores * _LOT
        self._lots: deque[Lot] = deque()
        """What is under way, in the order of the files."""
        self._alone: deque[Lot] = deque()
        """Those of them that wait for a helper of their own."""
        worth = len(self._todo) > 1 and sum(job.size for job in self._todo) >= _WORTH
        self._helpers = [self._helper() for _ in range(cores - 1)] if worth else []

    def _helper(self) -> Helper:
        return Helper(dict(self._known), self._max_bytes)

    def outcomes(self) -> Generator[Outcome, None, None]:
        """Yield what becomes of the files, in their order."""
        while True:
            while self._lots and self._lots[0].outcomes is not None:
                yield from self._lots.popleft().outcomes or ()
            if not self._todo and not self._lots:
                return
            self._hand_out()
            if not self._listen(patient=False) and not self._read_one():
                self._listen(patient=True)

    def end(self) -> None:
        """Do without helpers."""
        for helper in self._helpers:
            helper.end()
        self._helpers = []

    def _hand_out(self) -> None:
        """Give helpers what they can take."""
        for helper in self._helpers:
            while self._alone and helper.takes(alone=True):
                helper.give(self._alone.popleft())
            while self._may_go_on() and helper.takes(alone=False):
                helper.give(self._next_lot())

    def _may_go_on(self) -> bool:
        """Whether there is more to read, and not too much waits for what is read slowly."""
        return bool(self._todo) and sum(lot.size for lot in self._lots) < self._most

    def _next_lot(self) -> Lot:
        jobs: list[Job] = []
        size = 0
        while self._todo and (not jobs or (size + self._todo[0].size <= _LOT and len(jobs) < _MOST_FILES)):
            jobs.append(self._todo.popleft())
            size += jobs[-1].size
        self._lots.append(Lot(jobs))
        return self._lots[-1]

    def _read_one(self) -> bool:
        """Read a file here, if there is one that needs no helper; whether there was."""
        if self._helpers:
            if not (self._may_go_on() and self._todo[0].size <= _OWN):
                return False
        elif self._alone:
            self._read(self._alone.popleft())
            return True
        elif not self._todo:
            return False
        self._lots.append(Lot([self._todo.popleft()]))
        self._read(self._lots[-1])
        return True

    def _read(self, lot: Lot) -> None:
        lot.outcomes = [outcome_of(job, self._known, self._max_bytes, self._kept) for job in lot.jobs]

    def _listen(self, *, patient: bool) -> bool:
        """Take what helpers have to say; whether one had something to say."""
        some = list(heard(self._helpers, patient=patient)) if self._helpers else []
        for helper in some:
            try:
                helper.receive()
            except (EOFError, OSError):
                self._replace(helper)
        return bool(some)

    def _replace(self, gone: Helper) -> None:
        """Have what a helper had at hand read file by file, to find the one that ended it."""
        self._helpers.remove(gone)
        gone.end()
        for lot in gone.lots:
            if lot.alone:
                lot.lost += 1
                if lot.lost < _TRIES:
                    self._alone.appendleft(lot)
                else:
                    lot.outcomes = [Outcome(job, None, None, _ENDED) for job in lot.jobs]
                continue
            alone = [Lot([job], alone=True) for job in lot.jobs]
            at = self._lots.index(lot)
            self._lots.remove(lot)
            for place, one in enumerate(alone, at):
                self._lots.insert(place, one)
            self._alone.extend(alone)
        if gone.ready:  # One that did not come to be would not do so again.
            self._helpers.append(self._helper())


_ENDED = "reading it ended the process that read it"
