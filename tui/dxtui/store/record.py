"""Reading a record: what is where, by number, from one moment's state of it."""

from __future__ import annotations

import json
import sqlite3
import sys
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from itertools import accumulate
from threading import RLock
from typing import Any, NamedTuple

from dxtui.errors import DxtuiError
from dxtui.model import Problem, Statement
from dxtui.read import Found, Unreadable, read_one
from dxtui.read.description import Description
from dxtui.search.wanted import UnwantedError, step, unwanted
from dxtui.store.documents import COLUMNS, SAID, StoredDocument, path_of, said_of
from dxtui.store.pack import statement_of
from dxtui.store.texts import Texts
from dxtui.text.visible import visible_line

_DOCUMENTS_KEPT = 5_000
"""Documents that are kept at hand, without their texts."""

_HELD_KEPT = 10_000
"""Statements that are kept at hand, without their texts."""

_SMALLEST = 20_000
"""Steps of SQLite, a millisecond or so, after which it is asked whether the rows are still wanted."""

Damaged = Callable[[str, str], None]
"""Called when something cannot be read: with the id of the document it is of ("" for the whole), and a line to tell."""


def nobody(document: str, line: str) -> None:
    """Tell nobody."""


class RecordError(DxtuiError):
    """A record cannot be read although it could be opened."""


class Held(NamedTuple):
    """A statement and the rows that start in it."""

    key: int
    """Its key."""
    document: int
    """Its document's number."""
    start: int
    """Its first code point."""
    end: int
    """Past its last."""
    kind: int
    """Its kind, as the record writes it."""
    figure: int
    """The number of its first figure."""
    figures: int
    """How many it has."""
    mention: int
    """The number of its first mention."""
    mentions: int
    """How many it has."""
    task: int
    """The number of its first task."""
    tasks: int
    """How many it has."""
    entities: str | None
    """The numbers of the entities of its mentions, in their order."""


class Lot:
    """The rows of one kind in the order of the texts: which number stands at which place."""

    def __init__(self, firsts: Iterable[int], counts: Iterable[int]) -> None:
        """Take, for each document in order, its first row and how many it has."""
        self._firsts = array("q", firsts)
        self._ends = array("q", accumulate(counts))

    def __len__(self) -> int:
        """Return how many rows there are."""
        return self._ends[-1] if self._ends else 0

    def starts(self) -> list[tuple[int, int]]:
        """Return for each document, in order, its first row and the place of that."""
        return list(zip(self._firsts, [0, *self._ends], strict=False))

    def numbers(self, start: int, stop: int) -> list[int]:
        """Return the numbers of the rows at the places from `start` up to `stop`."""
        found: list[int] = []
        at = bisect_right(self._ends, start)
        while start < stop and at < len(self._ends):
            begin = self._ends[at - 1] if at else 0
            last = min(stop, self._ends[at])
            first = self._firsts[at] - begin
            found.extend(range(first + start, first + last))
            start = last
            at += 1
        return found


class Record:
    """A record as it was when it was opened. Any thread may ask."""

    def __init__(self, connection: sqlite3.Connection, *, hold: bool, damaged: Damaged = nobody) -> None:
        """Take an open record; with `hold` what others write from now on is not seen."""
        self._damaged = damaged
        self.spoilt: list[Problem] = []
        """The documents whose text was found damaged since, and what became of it."""
        self._connection = connection
        connection.set_progress_handler(unwanted, _SMALLEST)
        self._lock = RLock()
        if hold:
            connection.execute("BEGIN")
        self.facts: dict[str, Any] = dict(self.all("SELECT name, value FROM facts"))
        """What the record says of itself."""
        found = self.all(
            "SELECT number, statement, statements, figure, figures, mention, mentions, task, tasks"
            " FROM documents ORDER BY place, number"
        )
        columns = list(zip(*found, strict=True)) if found else [()] * 9
        self.documents = array("q", columns[0])
        """The numbers of the documents in their order."""
        self.statements = Lot(columns[1], columns[2])
        """The statements in their order."""
        self.figures = Lot(columns[3], columns[4])
        """The figures in their order."""
        self.mentions = Lot(columns[5], columns[6])
        """The mentions in their order."""
        self.tasks = Lot(columns[7], columns[8])
        """The tasks in their order."""
        self.in_order = all(map(int.__lt__, self.documents, self.documents[1:]))
        """Whether the documents are numbered in their order."""
        self.places = {} if self.in_order else {number: at for at, number in enumerate(self.documents)}
        """The places of the documents by their numbers, where their numbers do not tell."""
        self.texts = Texts(self._blocks, self._some_blocks, self._mended)
        """The texts."""
        self._known: dict[int, StoredDocument] = {}
        self._held: dict[int, Held] = {}

    def all(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return all rows that answer `query`.

        Raises:
            RecordError: the record is damaged.
            UnwantedError: nobody waits for them any more.
        """
        step()
        try:
            with self._lock:
                return self._connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError as wrong:
            if type(wrong) is not sqlite3.DatabaseError:  # Its subclasses tell of the query or of the system.
                if unwanted():
                    raise UnwantedError from wrong
                raise
            self._damaged("", "the index is damaged")
            raise RecordError(f"the index is damaged: {wrong}", hint="`dxtui index --rebuild` makes it anew") from wrong

    def close(self) -> None:
        """Let go of the record."""
        with self._lock:
            self._connection.close()

    def _blocks(self, first: int, end: int) -> list[bytes]:
        return [
            block
            for (block,) in self.all(
                "SELECT text FROM texts WHERE block >= ? AND block < ? ORDER BY block", (first, end)
            )
        ]

    def _some_blocks(self, numbers: list[int]) -> list[tuple[int, bytes]]:
        return self.all(f"SELECT block, text FROM {WANTED} texts ON block = wanted", (numbers_json(numbers),))

    def _mended(self, number: int) -> str:
        """Return the text of a document that is damaged here: from its file, or signs that stand for what is lost."""
        ((id, name, length),) = self.all("SELECT id, path, length FROM documents WHERE number = ?", (number,))
        path = path_of(name)
        try:
            document = read_one(Found(path, named=True), Description(), sys.maxsize)
            text = document.text if document.id == id else ""
        except Unreadable:
            text = ""
        why = "taken from its file" if text else "its file does not have it any more, so its words are not shown"
        self.spoilt.append(Problem(path, f"its text in the index is damaged: {why}"))
        self._damaged(id, f"{visible_line(str(path))}: its text in the index is damaged: {why}")
        return text or "\ufffd" * length

    @property
    def problems(self) -> list[Problem]:
        """What could not be read, in the order of the files."""
        return [
            Problem(path_of(path), reason)
            for path, reason in self.all("SELECT path, reason FROM problems ORDER BY place")
        ]

    # Documents

    def document(self, number: int) -> StoredDocument:
        """Return the document with this number."""
        known = self._known.get(number)
        return known or self.documents_of((number,))[number]

    def documents_of(self, numbers: Iterable[int]) -> dict[int, StoredDocument]:
        """Return documents by their numbers, all of them at once."""
        known = self._known
        wanted = set(numbers)
        missing = [number for number in wanted if number not in known]
        if missing:
            if len(known) > _DOCUMENTS_KEPT:
                known = self._known = {}
                missing = list(wanted)
            for row in self.all(
                f"SELECT {COLUMNS} FROM {WANTED} documents ON number = wanted", (numbers_json(missing),)
            ):
                known[row[0]] = StoredDocument(self.texts, *row)
        return {number: known[number] for number in wanted}

    def number_of(self, id: str) -> int | None:
        """Return the number of the document with this id, or None."""
        found = self.all("SELECT number FROM documents WHERE id = ?", (id,))
        return int(found[0][0]) if found else None

    def dated(self, year: str) -> list[int]:
        """Return the numbers of the documents that were published in a year, or tell of an event then."""
        return [
            number
            for (number,) in self.all(
                f"SELECT number FROM documents WHERE {DATE} >= ? AND {DATE} < ? ORDER BY number",
                (year, str(int(year) + 1)),
            )
        ]

    # Statements

    def held(self, keys: Sequence[int]) -> list[Held]:
        """Return the statements with these keys, in their order; keys that are not known any more are left out."""
        known = self._held
        missing = [key for key in keys if key not in known]
        if missing:
            if len(known) > _HELD_KEPT:
                known, missing = {}, list(keys)
            found = self.all(
                'SELECT key, document, start, "end", kind, figure, figures, mention, mentions, task, tasks, entities'
                f" FROM {WANTED} statements ON key = wanted",
                (numbers_json(missing),),
            )
            # There are hundreds a keystroke, and the next one mostly has the same again.
            known.update((row[0], row) for row in map(partial(tuple.__new__, Held), found))
            self._held = known
        return [known[key] for key in keys if key in known]

    def statement_at(self, document: int, position: int) -> Statement | None:
        """Return the last statement of a document that starts at or before `position`."""
        ((first, count),) = self.all("SELECT statement, statements FROM documents WHERE number = ?", (document,))
        low, high = first, first + count
        found = None
        while low < high:
            middle = (low + high) // 2
            ((start, end, kind),) = self.all('SELECT start, "end", kind FROM statements WHERE key = ?', (middle,))
            if start <= position:
                found, low = statement_of(start, end, kind), middle + 1
            else:
                high = middle
        return found

    def places_of(self, keys: Sequence[int]) -> Sequence[int]:
        """Return the places of the statements with these keys in the order of the texts, as numbers to compare."""
        if self.in_order:
            return keys
        firsts, shifts = self._shifts
        return [key + shifts[bisect_right(firsts, key)] for key in keys]

    @cached_property
    def _shifts(self) -> tuple[array[int], array[int]]:
        """For the documents in the order of their keys: their first keys, and how far each is from its place."""
        lots = sorted(self.statements.starts())
        return (
            array("q", (first for first, _ in lots)),
            array("q", [0, *(place - first for first, place in lots)]),
        )

    def words_of(self, keys: Sequence[int]) -> list[str]:
        """Return the texts of the statements with these keys; "" for one that is not known any more."""
        held = self.held(keys)
        self.texts.bring((row.document, row.start) for row in held)
        found = {row.key: self.texts.slice(row.document, row.start, row.end) for row in held}
        return [found.get(key, "") for key in keys]

    # Names

    @cached_property
    def entities(self) -> array[int]:
        """The numbers of the entities, those named most first."""
        if self._finished:
            ranked = self.all("SELECT number FROM entities WHERE rank IS NOT NULL ORDER BY rank")
            return array("q", (number for (number,) in ranked))
        return array("q", self._counted)

    @property
    def _finished(self) -> bool:
        """Whether entities are counted; while documents come and go they are not."""
        return bool(self.facts.get("finished"))

    @cached_property
    def _counted(self) -> dict[int, tuple[int, int, int]]:
        """What `named` returns of every entity that is named, those named most first."""
        found = self.all(
            "SELECT entity, count(*), count(DISTINCT document), min(number) FROM mentions GROUP BY entity"
            " ORDER BY count(*) DESC, min(number)"
        )
        return {entity: (mentions, documents, first) for entity, mentions, documents, first in found}

    def named(self, entities: Iterable[int]) -> dict[int, tuple[int, int, int]]:
        """Return for each of these entities that is named: how often, in how many documents, and where first."""
        if not self._finished:
            return {entity: self._counted[entity] for entity in entities if entity in self._counted}
        found = self.all(
            f"SELECT number, mentions, documents, first FROM {WANTED} entities ON number = wanted WHERE mentions > 0",
            (numbers_json(entities),),
        )
        return {entity: (mentions, documents, first) for entity, mentions, documents, first in found}

    def ranks(self, entities: Iterable[int]) -> dict[int, int]:
        """Return the places of these entities among all, those named most first; those named nowhere are left out."""
        if not self._finished:
            return {entity: -self._counted[entity][0] for entity in entities if entity in self._counted}
        found = self.all(
            f"SELECT number, rank FROM {WANTED} entities ON number = wanted WHERE mentions > 0",
            (numbers_json(entities),),
        )
        return dict(found)

    def names_of(self, keys: Sequence[int]) -> list[str]:
        """Return the texts that the index of names has under these keys; "" for one that is not known any more."""
        found: dict[int, str] = {}
        for key, name in self.all(
            f"SELECT wanted, canonical FROM {WANTED} entities ON number = wanted / 2 AND wanted % 2 = 0",
            (numbers_json(keys),),
        ):
            found[key] = name
        odd = [key for key in keys if key % 2]
        for key, *said in self.all(
            f"SELECT wanted, {SAID} FROM {WANTED} documents ON number = wanted / 2", (numbers_json(odd),)
        ):
            found[key] = said_of(said)
        return [found.get(key, "") for key in keys]


DATE = "coalesce(published, event_date)"
"""A document's date, a day or a month or a year of it."""

WANTED = "(SELECT value AS wanted FROM json_each(?)) CROSS JOIN"
"""The numbers of a list, as `numbers_json` writes it, in its order, joined to the table that follows."""


def numbers_json(numbers: Iterable[int]) -> str:
    """Return numbers as SQL's json_each takes them."""
    return json.dumps(list(numbers), separators=(",", ":"))
