"""A corpus that can be asked: its record and its two text indexes, in memory or on disk."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from dxtui import resources
from dxtui.errors import DxtuiError
from dxtui.search import BrokenIndexError, Searcher, TextWriter, prepare
from dxtui.store import place
from dxtui.store.kept import Kept
from dxtui.store.record import Record
from dxtui.store.schema import connect
from dxtui.store.update import Report, Summary, Update
from dxtui.store.work import cores
from dxtui.store.writer import Writer

Tell = Callable[[str], None]
"""Called with a line that a person should read: what was found broken or outdated, and what is done about it."""


def silent(message: str) -> None:
    """Tell nobody."""


class Corpus(NamedTuple):
    """What is asked."""

    record: Record
    """The record."""
    statements: Searcher
    """Finds statements by their words."""
    names: Searcher
    """Finds entities (by twice their number) and documents (by one more than that) by names and titles."""


class IndexFileError(DxtuiError):
    """An index cannot be written or read."""


def in_memory(paths: Sequence[Path], max_bytes: int, report: Report | None = None, keep: Path | None = None) -> Corpus:
    """Read `paths` into a corpus that ends with the process; without any, the documents that come with dxtui.

    What was read is kept in the folder `keep` for the next time.

    Raises:
        CorpusError, DescriptionError: as `Update`.
    """
    connection = connect(None, write=True)
    texts, names = TextWriter(None), TextWriter(None)
    kept = Kept(keep) if keep is not None else None
    writer = Writer(connection, texts, names, prepare)
    Update(writer, paths or (resources.seeds(),), max_bytes, report, kept=kept).run(1)
    if kept is not None:
        kept.save()
    record = Record(connection, hold=False)
    by_name = Searcher(names, record.names_of)
    return Corpus(record, Searcher(texts, record.words_of, by_name, record.places_of, dated=record.dated), by_name)


def exists(corpus: Path) -> bool:
    """Whether there is an index in this folder that this version can read."""
    return os.path.exists(place.current(corpus) / place.RECORD)  # noqa: PTH110 - no permission to look is none there


def open_corpus(corpus: Path, tell: Tell = silent) -> Corpus:
    """Open the index in this folder as it is now; `tell` is told of what is found damaged in it, then or later.

    Raises:
        IndexFileError: there is none, or it cannot be read.
    """
    index = place.current(corpus)

    def damaged(document: str, line: str) -> None:
        place.mark_damaged(index, document)
        if document:
            tell(line)

    try:
        record = Record(connect(index / place.RECORD, write=False), hold=True, damaged=damaged)
        dropped = bool(record.facts.get("stale"))
        by_name = Searcher(index / place.NAMES, record.names_of, dropped=dropped)
        texts = Searcher(index / place.STATEMENTS, record.words_of, by_name, record.places_of, dropped, record.dated)
        return Corpus(record, texts, by_name)
    except (sqlite3.Error, OSError, BrokenIndexError, DxtuiError) as wrong:
        if isinstance(wrong, BrokenIndexError) or type(wrong) is sqlite3.DatabaseError:
            damaged("", "")
        raise IndexFileError(f"{index}: {wrong}", hint="`dxtui index --rebuild` makes it anew") from wrong


def bring_up(
    corpus: Path,
    paths: Sequence[Path],
    max_bytes: int,
    report: Report | None = None,
    tell: Tell = silent,
    *,
    rebuild: bool = False,
) -> Summary:
    """Bring the index in the folder `corpus` up with the files in `paths`, making it where there is none.

    What cannot be read of it is made anew, from the record or from the files, and `tell` is told so.

    Raises:
        LockedError: another process is doing so.
        CorpusError, DescriptionError: as `Update`.
        IndexFileError: it cannot be written: no room, no permission.
    """
    try:
        with place.lock(corpus):
            index = place.current(corpus)
            older = place.others(corpus)
            if older and not index.exists():
                tell("the index was made by another version of dxtui or of its tables: making it anew from the files")
            spoilt = place.damaged(index)
            if rebuild or "" in spoilt:
                tell("making the index anew from the files" if rebuild else _BROKEN)
                place.discard(index)
            with _writer(index, tell) as writer:
                summary = _update(writer, paths, max_bytes, report, tell, spoilt - {""})
            place.mended(index)
            for folder in older:
                place.discard(folder)
            return summary
    except (sqlite3.OperationalError, OSError, BrokenIndexError) as wrong:
        why = "its disk is full" if _is_full(corpus) else getattr(wrong, "strerror", None) or wrong
        raise IndexFileError(f"the index in {corpus} cannot be written: {why}", hint=_ELSEWHERE) from wrong


_LEAST_ROOM = 1 << 16


def _is_full(folder: Path) -> bool:
    """Whether the disk of a folder has no room, for what says so may say it in words of its own."""
    try:
        return shutil.disk_usage(folder).free < _LEAST_ROOM
    except OSError:
        return False


def _update(
    writer: Writer, paths: Sequence[Path], max_bytes: int, report: Report | None, tell: Tell, spoilt: set[str]
) -> Summary:
    """Bring the index up; documents that are damaged in it are read again, also those that this finds itself."""
    for _ in range(2):
        spoilt |= writer.spoilt
        writer.spoilt.clear()
        if spoilt:
            tell(f"damaged in the index: {len(spoilt)} of its documents; reading them anew from their files")
        summary = Update(writer, paths, max_bytes, report, spoilt).run(cores())
        if not writer.spoilt:
            break
    return summary


_BROKEN = "the index is damaged: making it anew from the files"
_ELSEWHERE = "--index or the setting `index` names another folder; `dxtui index --where` says which it is"


@contextmanager
def _writer(index: Path, tell: Tell) -> Iterator[Writer]:
    """Open an index for writing, whatever state it is in."""
    index.mkdir(parents=True, exist_ok=True)
    try:
        connection = _record(index)
    except sqlite3.DatabaseError as wrong:
        if isinstance(wrong, sqlite3.OperationalError):
            raise
        tell(_BROKEN)
        place.discard(index)
        index.mkdir(parents=True)
        connection = _record(index)
    try:
        made = dict(connection.execute("SELECT name, value FROM facts"))
        with _texts(index / place.STATEMENTS, made, tell) as texts, _texts(index / place.NAMES, made, tell) as names:
            yield Writer(connection, texts, names, prepare)
    finally:
        connection.close()


def _record(index: Path) -> sqlite3.Connection:
    """Open the record and look at every table's first page."""
    connection = connect(index / place.RECORD, write=True)
    try:
        for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
            connection.execute(f'SELECT * FROM "{table}" LIMIT 1').fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _texts(folder: Path, made: dict[str, object], tell: Tell) -> Iterator[TextWriter]:
    """Open a text index; one that is damaged or knows more than the record is begun anew."""
    try:
        texts = TextWriter(folder)
        known = texts.payload.split()
        ahead = (
            len(known) == 2
            and folder.name == place.STATEMENTS
            and int(known[1]) > int(str(made.get("next statement", 1)))
        )
        fits = not known or (known[0] == made.get("made") and not ahead)
        if not fits:
            texts.close()
    except BrokenIndexError:
        fits = False
    if not fits:
        tell("the text index does not fit the record: making it anew from the record")
        place.discard(folder)
        texts = TextWriter(folder)
    try:
        yield texts
    finally:
        texts.close()
