"""The tables of the record.

Rows of one document are numbered one after the other in the order of its text, in every table, and numbers are never
given twice. So a document or a statement says which rows it has by the first one and how many there are, and hardly any
index is needed.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from dxtui.text.fold import fold

TABLES = """
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- Every file that was looked at, in the order of the paths: which document it is, or why it is none.
CREATE TABLE IF NOT EXISTS files (
    path BLOB PRIMARY KEY, place INTEGER, size INTEGER, modified INTEGER, looked INTEGER, told TEXT,
    document TEXT, reason TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS problems (place INTEGER PRIMARY KEY, path BLOB, reason TEXT);

CREATE TABLE IF NOT EXISTS documents (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, place INTEGER, path BLOB, told TEXT,
    title TEXT, publisher TEXT, author TEXT, published TEXT, event_date TEXT, happened TEXT, url TEXT,
    reference TEXT,
    label TEXT, length INTEGER,
    statement INTEGER, statements INTEGER, figure INTEGER, figures INTEGER, number_ INTEGER, numbers INTEGER,
    mention INTEGER, mentions INTEGER, task INTEGER, tasks INTEGER
);
CREATE TABLE IF NOT EXISTS texts (block INTEGER PRIMARY KEY, text BLOB);
CREATE TABLE IF NOT EXISTS statements (
    key INTEGER PRIMARY KEY, document INTEGER, start INTEGER, "end" INTEGER, kind INTEGER,
    figure INTEGER, figures INTEGER, mention INTEGER, mentions INTEGER, task INTEGER, tasks INTEGER,
    entities TEXT -- Of its mentions, one after the other, so that a thousand statements tell quickly what they name.
);
CREATE TABLE IF NOT EXISTS figures (
    number INTEGER PRIMARY KEY, statement INTEGER, start INTEGER, "end" INTEGER,
    value TEXT, "of" TEXT, "to" TEXT, unit TEXT, counted TEXT, qualifier INTEGER, role INTEGER, direction INTEGER,
    period TEXT, baseline TEXT, subject TEXT, per TEXT, certainty INTEGER,
    low TEXT, high TEXT, first TEXT, last TEXT, measure TEXT
);
CREATE TABLE IF NOT EXISTS numbers (
    number INTEGER PRIMARY KEY, statement INTEGER, start INTEGER, "end" INTEGER, class INTEGER, period TEXT,
    first TEXT, last TEXT
);
CREATE TABLE IF NOT EXISTS entities (
    number INTEGER PRIMARY KEY, type INTEGER, canonical TEXT, mentions INTEGER, documents INTEGER, first INTEGER,
    rank INTEGER, UNIQUE (canonical, type)
);
CREATE TABLE IF NOT EXISTS mentions (
    number INTEGER PRIMARY KEY, statement INTEGER, start INTEGER, "end" INTEGER, entity INTEGER, document INTEGER
);
CREATE TABLE IF NOT EXISTS tasks (
    number INTEGER PRIMARY KEY, statement INTEGER, start INTEGER, "end" INTEGER,
    who TEXT, what TEXT, deadline TEXT, state INTEGER, first TEXT, last TEXT, doer TEXT
);
-- What the text indexes still have to forget.
CREATE TABLE IF NOT EXISTS gone (document INTEGER PRIMARY KEY);
"""
"""Made when a record is begun."""

INDEXES = """
CREATE INDEX IF NOT EXISTS figures_measure ON figures (measure, low, high, statement);
CREATE INDEX IF NOT EXISTS figures_low ON figures (low, high, statement);
CREATE INDEX IF NOT EXISTS mentions_entity ON mentions (entity, document);
CREATE INDEX IF NOT EXISTS entities_rank ON entities (rank);
CREATE INDEX IF NOT EXISTS documents_place ON documents (place);
"""
"""Made when the first pass over the files is done: filling tables that have none is several times faster."""

_PAGE = "PRAGMA page_size = 8192"
_WRITING = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA wal_autocheckpoint = 4000")
_PATIENCE = 10.0
"""Seconds to wait for another process that is about to commit."""


def connect(path: Path | None, *, write: bool) -> sqlite3.Connection:
    """Open the record at `path`, or one in memory; `write` makes the tables where there are none.

    The connection may be used by any thread, one at a time, and begins no transaction by itself.

    Raises:
        sqlite3.Error: it cannot be opened or is no record.
    """
    if path is None:
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    else:
        address = f"{path.absolute().as_uri()}?mode={'rwc' if write else 'rw'}"
        connection = sqlite3.connect(
            address, uri=True, isolation_level=None, check_same_thread=False, timeout=_PATIENCE, cached_statements=256
        )
    try:
        connection.execute("PRAGMA cache_size = -32768")
        connection.create_function("fold", 1, _folded, deterministic=True)
        if write:
            if path is not None:
                _all(connection, (_PAGE, *_WRITING))
            connection.executescript(TABLES)
        else:
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _folded(text: str | None) -> str | None:
    return None if text is None else fold(text)


def _all(connection: sqlite3.Connection, commands: Iterable[str]) -> None:
    for command in commands:
        connection.execute(command)
