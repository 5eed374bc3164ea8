"""Keeping a record up with the files: what is new is read, what is gone is taken out, the rest is left alone."""

import json
import os
import sqlite3
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from dxtui.model import Problem
from dxtui.read import all_there, nothing
from dxtui.store.files import Known, known_as, plan, row_of
from dxtui.store.kept import Kept
from dxtui.store.work import Job, Outcome, read_all
from dxtui.store.writer import Writer
from dxtui.text.visible import visible_line

_LASTS = 2.0
"""Seconds of work that a crash may cost."""

_FOUND = 30.0
"""Seconds until what was added is found by those who open the index while it is written."""


class Progress(NamedTuple):
    """How far an update is."""

    documents: int
    """Files that were read."""
    of: int
    """Files that have to be read."""
    bytes: int
    """Bytes of those that were read."""
    of_bytes: int
    """Bytes of all that have to be read."""


Report = Callable[[Progress], None]
"""Called now and then with how far the update is. What it raises ends the update; what was done by then stays."""


class Summary(NamedTuple):
    """What an update did."""

    added: int
    """Documents that were read and added."""
    removed: int
    """Documents that were taken out."""
    documents: int
    """Documents that there are now."""
    bytes: int
    """Bytes of the files that were read."""
    problems: Sequence[Problem] = ()
    """What could not be read, and why."""


def _ignore(progress: Progress) -> None:
    return


class Update:
    """One pass over the files of a corpus."""

    def __init__(
        self,
        writer: Writer,
        paths: Sequence[Path],
        max_bytes: int,
        report: Report | None = None,
        again: Collection[str] = (),
        kept: Kept | None = None,
    ) -> None:
        """Take the writer of the record and what the corpus is made of; documents `again` are read whatever is known.

        What is `kept` of the documents is not looked for in them again.

        Raises:
            CorpusError: a path is not there.
            DescriptionError: a corpus.toml is malformed.
        """
        all_there(paths)
        self._writer = writer
        self._paths = paths
        self._max_bytes = max_bytes
        self._report = report or _ignore
        self._kept = kept
        select = writer.query
        old = {path: Known(*rest) for path, *rest in select("SELECT * FROM files")}
        self._old = old
        self._plan = plan(paths, {path: known for path, known in old.items() if known.document not in again}, max_bytes)
        self._files = dict(self._plan.files)
        self._told = {id: told for id, told in select("SELECT id, told FROM documents") if id not in again}
        self._numbers = dict(select("SELECT id, number FROM documents"))
        self._owners: dict[str, int] = {}
        for known in self._files.values():
            if known.document is not None:
                self._owners[known.document] = min(known.place, self._owners.get(known.document, known.place))
        self._added = self._removed = 0

    def run(self, cores: int) -> Summary:
        """Do it, with up to `cores` processes.

        Raises:
            CorpusError: nothing can be read.
        """
        jobs = self._plan.jobs
        size = sum(job.size for job in jobs)
        try:
            self._read(jobs, size, cores)
            self._read(self._to_be_read_again(), 0, 1)
            self._settle()
        except BaseException:
            self._keep()
            raise
        problems = self._problems()
        if not self._owners:
            raise nothing(self._paths, problems)
        return Summary(self._added, self._removed, len(self._owners), size, problems)

    def _read(self, jobs: Sequence[Job], size: int, cores: int) -> None:
        if not jobs:
            return
        writer = self._writer
        writer.unfinished()
        lasts = found = time.monotonic()
        done = 0
        self._report(Progress(0, len(jobs), 0, size))
        with closing(read_all(jobs, self._told, self._max_bytes, cores=cores, kept=self._kept)) as outcomes:
            for count, outcome in enumerate(outcomes, 1):
                self._take(outcome)
                done += outcome.job.size
                now = time.monotonic()
                if now - lasts > _LASTS:
                    writer.commit(texts=now - found > _FOUND)
                    found = now if now - found > _FOUND else found
                    lasts = now
                self._report(Progress(count, len(jobs), done, size))

    def _take(self, outcome: Outcome) -> None:
        """Record what became of a file."""
        job, id = outcome.job, outcome.id
        path = os.fsencode(job.path)
        known = self._files.setdefault(path, known_as(job, id, outcome.reason))
        self._writer.execute(f"INSERT OR REPLACE INTO files VALUES ({','.join('?' * 8)})", row_of(path, known))
        if id is None or self._owners.get(id, job.place + 1) <= job.place:
            return
        self._owners[id] = job.place
        if outcome.packed is not None:
            if id in self._numbers:
                self._writer.remove(self._numbers[id])
            self._numbers[id] = self._writer.add(outcome.packed, path, job.told)
            self._told[id] = job.told
            self._added += 1

    def _to_be_read_again(self) -> list[Job]:
        """Return the files whose document was read with what was told of another file of the same text."""
        again = []
        for path, known in self._files.items():
            id = known.document
            if id is not None and self._owners[id] == known.place and self._told.get(id) != known.told:
                named, facts = json.loads(known.told)
                again.append(Job(known.place, Path(os.fsdecode(path)), named, facts, known.told, 0))
                del self._owners[id]
        for job in again:
            del self._files[os.fsencode(job.path)]
        return again

    def _settle(self) -> None:
        """Take out what is gone and put the rest in the order of the files, if anything of that changed."""
        writer = self._writer
        problems = [(at, os.fsencode(problem.path), problem.reason) for at, problem in enumerate(self._problems())]
        same = writer.finished and self._files == self._old
        if same and problems == writer.query("SELECT place, path, reason FROM problems ORDER BY place"):
            writer.commit()
            return
        for id in self._numbers.keys() - self._owners.keys():
            writer.remove(self._numbers[id])
            self._removed += 1
        writer.executemany(
            "DELETE FROM files WHERE path = ?", [(path,) for path in self._old.keys() - self._files.keys()]
        )
        writer.executemany(
            f"INSERT OR REPLACE INTO files VALUES ({','.join('?' * 8)})",
            [row_of(path, known) for path, known in self._files.items() if known != self._old.get(path)],
        )
        owned = {known.place: path for path, known in self._files.items()}
        writer.executemany(
            "UPDATE documents SET place = ?1, path = ?2 WHERE number = ?3 AND (place IS NOT ?1 OR path IS NOT ?2)",
            [(place, owned[place], self._numbers[id]) for id, place in self._owners.items()],
        )
        writer.execute("DELETE FROM problems")
        writer.executemany("INSERT INTO problems VALUES (?, ?, ?)", problems)
        writer.finish()

    def _problems(self) -> list[Problem]:
        """Return all that is wrong, in the order of the files."""
        found = list(self._plan.problems)
        first = {known.place: path for path, known in self._files.items()}
        for path, known in self._files.items():
            here = Path(os.fsdecode(path))
            if known.reason is not None:
                found.append((known.place, Problem(here, known.reason)))
            elif known.document is not None and self._owners[known.document] != known.place:
                other = Path(os.fsdecode(first[self._owners[known.document]]))
                found.append((known.place, Problem.copy(here, visible_line(str(other)))))
        found.sort(key=lambda pair: pair[0])
        return [problem for _, problem in found]

    def _keep(self) -> None:
        """Make what was done last although the rest was not; where that is not possible, what was before stays."""
        try:
            self._writer.commit(texts=False)
        except sqlite3.Error:
            return
