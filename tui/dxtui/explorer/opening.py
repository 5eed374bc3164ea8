"""Whether a corpus is read into memory or kept in an index on disk."""

import os
from collections.abc import Sequence
from pathlib import Path

from dxtui import resources
from dxtui.model import Problem
from dxtui.read import all_there, walk
from dxtui.settings import Settings
from dxtui.store import place
from dxtui.store.corpus import Corpus, IndexFileError, Tell, bring_up, exists, in_memory, open_corpus, silent
from dxtui.store.update import Report

__all__ = ["Tell", "open_paths", "silent"]

_LARGE = 4_000_000
"""Bytes of files from which a corpus is kept on disk: reading so much takes as long as a reader likes to wait."""


def open_paths(paths: Sequence[Path], settings: Settings, report: Report, tell: Tell) -> Corpus:
    """Open the corpus that `paths` make; without any, the documents that come with dxtui.

    Raises:
        CorpusError, DescriptionError, IndexFileError: as `Explorer.open`.
    """
    if not paths:
        return in_memory((), settings.max_bytes, report, place.folder((resources.seeds(),), settings.index))
    all_there(paths)
    folder = place.folder(paths, settings.index)
    if not exists(folder) and not _large(paths, settings.max_bytes):
        return in_memory(paths, settings.max_bytes, report, folder)
    try:
        bring_up(folder, paths, settings.max_bytes, report, tell)
    except place.LockedError:
        tell("another dxtui is bringing the index up to date: this is what it has so far")
    except IndexFileError as wrong:
        try:
            corpus = open_corpus(folder, tell)
        except IndexFileError:
            if _large(paths, settings.max_bytes):
                raise wrong from None
            tell(f"{wrong}; reading the files without it")
            return in_memory(paths, settings.max_bytes, report)
        tell(f"{wrong}; this is what it had before")
        return corpus
    return open_corpus(folder, tell)


def _large(paths: Sequence[Path], max_bytes: int) -> bool:
    size = 0
    for found in walk(paths):
        if not isinstance(found, Problem):
            try:
                here = os.stat(found.path).st_size  # noqa: PTH116 - one call for each of many files
            except (OSError, ValueError):
                continue
            size += here if here <= max_bytes else 0
            if size > _LARGE:
                return True
    return False
