"""What became of the files since the record was made: which are new or different, and in what order they stand now."""

import json
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from dxtui.model import Problem
from dxtui.read import Found, Unreadable, described, read_one, walk
from dxtui.read.description import Description
from dxtui.store.work import Job

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that changes again has a later time, on any file system."""


class Known(NamedTuple):
    """A file as the record knows it: a row of `files` without its path."""

    place: int
    """Its place in the order of the files."""
    size: int
    """Its bytes; -1 where they could not be told."""
    modified: int
    """When it was written last, in nanoseconds."""
    looked: int
    """When it was looked at, in nanoseconds."""
    told: str
    """What decides, beside its bytes, what is read in it."""
    document: str | None
    """The id of the document it is, or None."""
    reason: str | None
    """Why it is none, or None."""


@dataclass(slots=True)
class Plan:
    """What is there now, and what of it has to be read."""

    files: dict[bytes, Known] = field(default_factory=dict)
    """The files that are as the record knows them, at their places of now."""
    jobs: list[Job] = field(default_factory=list)
    """The files that must be read."""
    problems: list[tuple[int, Problem]] = field(default_factory=list)
    """What is wrong with folders and descriptions, with the place in the order of the files."""


def plan(paths: Sequence[Path], known: Mapping[bytes, Known], max_bytes: int) -> Plan:
    """Look at the files that `paths` stand for and say which must be read.

    Raises:
        DescriptionError: a corpus.toml is malformed.
    """
    found = Plan()
    descriptions: dict[Path, Description] = {}
    for place, file in enumerate(walk(paths)):
        if isinstance(file, Problem):
            found.problems.append((place, file))
            continue
        folder = file.path.parent
        if folder not in descriptions:
            descriptions[folder], more = described(folder, max_bytes)
            found.problems.extend((place, problem) for problem in more)
        description = descriptions[folder]
        facts = description.of(file.path.name)
        told = json.dumps([file.named, facts], sort_keys=True, ensure_ascii=False)
        size, modified = _look(file.path)
        path = os.fsencode(file.path)
        old = known.get(path)
        if old is not None and path not in found.files and _same(old, size, modified, told, max_bytes):
            reason = old.reason
            if reason is None or reason == _reason(file, description, max_bytes):
                found.files[path] = old._replace(place=place)
                continue
        found.jobs.append(Job(place, file.path, file.named, facts, told, max(size, 0)))
    return found


def known_as(job: Job, document: str | None, reason: str | None) -> Known:
    """Return how the record knows a file that was just read."""
    size, modified = _look(job.path)
    return Known(job.place, size, modified, time.time_ns(), job.told, document, reason)


def _look(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return -1, 0
    return found.st_size, found.st_mtime_ns


def _same(old: Known, size: int, modified: int, told: str, max_bytes: int) -> bool:
    if (old.size, old.modified, old.told) != (size, modified, told) or old.looked < modified + _SETTLED:
        return False
    return old.reason is not None or size <= max_bytes


def _reason(file: Found, description: Description, max_bytes: int) -> str | None:
    """Return why a file that could not be taken in cannot be; None if it can be now."""
    try:
        read_one(file, description, max_bytes)
    except Unreadable as wrong:
        return str(wrong)
    return None


def row_of(path: bytes, known: Known) -> tuple[Any, ...]:
    """Return the row of `files`."""
    return (path, *known)
