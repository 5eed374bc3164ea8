"""Reading one file into rows."""

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from dxtui.read import Found, Unreadable, read_one
from dxtui.read.description import Description
from dxtui.search.prepared import prepare
from dxtui.store.kept import Kept
from dxtui.store.pack import Packed, pack


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


def outcome_of(job: Job, known: Mapping[str, str], max_bytes: int, kept: Kept | None = None) -> Outcome:
    """Read a file; `known` are the documents that the record has, by id, with what was told of them.

    What is `kept` of it need not be found in it again.
    """
    description = Description(facts={unicodedata.normalize("NFC", job.path.name): dict(job.facts)})
    try:
        document = read_one(Found(job.path, job.named), description, max_bytes)
    except Unreadable as wrong:
        return Outcome(job, None, None, str(wrong))
    if known.get(document.id) == job.told:
        return Outcome(job, document.id, None, None)
    try:
        packed = kept.find(document, job.told) if kept is not None else None
        if packed is None:
            # Its tables and patterns take longer to come than a few short texts to be read.
            from dxtui.extract import extract

            packed = pack(extract(document), prepare)
            if kept is not None:
                kept.take(document, job.told, packed)
    except Exception as fault:
        # A fault of ours in one document must not take the others from the reader.
        return Outcome(job, None, None, f"dxtui failed to read it ({type(fault).__name__}: {fault})")
    return Outcome(job, document.id, packed, None)
