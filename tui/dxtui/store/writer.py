"""Adding documents to a record and taking them out, with the text indexes kept behind it.

A row is in the record first and in a text index later, never the other way round: what a text index lacks after a crash
is added from the record, and what it still has is a number that the record does not know.
"""

import sqlite3
import uuid
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from dxtui.store.documents import SAID, said_of
from dxtui.store.meanwhile import Meanwhile
from dxtui.store.pack import BLOCKS, DamagedTextError, Packed, unpack_text
from dxtui.store.schema import INDEXES
from dxtui.store.tags import recorded, with_entities

_COUNTED = ("document", "statement", "figure", "number", "mention", "task", "entity")


_FEW = 50_000
"""Statements that the text index is quickly made of anew."""

_STALE = 5
"""The text index is made anew where one of so many statements in it is gone: until then it counts them among others."""


class TextIndex(Protocol):
    """What the record needs of a text index."""

    @property
    def payload(self) -> str:
        """What the last commit said; "" before the first."""

    def add(self, key: int, prepared: Any, document: int, tie: int = 0, tags: Sequence[str] = ()) -> None:
        """Add texts of a document, numbered from `key` on; `tie` decides among texts that answer as well.

        `tags` are what is known of each beside its words.
        """

    def delete_document(self, document: int) -> None:
        """Forget the texts of a document."""

    def clear(self) -> None:
        """Forget all texts, from the next commit on."""

    def commit(self, payload: str) -> None:
        """Make all that was done last, with a note of how far it goes."""


class Writer:
    """The one who writes a record and its two text indexes: of the statements, and of names and titles."""

    def __init__(self, connection: sqlite3.Connection, texts: TextIndex, names: TextIndex, prepare: Any) -> None:
        """Take an open record; `prepare` makes of texts what a text index takes."""
        self._connection = connection
        self._texts = texts
        self._names = names
        self._prepare = prepare
        self._entities: dict[tuple[str, int], int] | None = None
        self._new_entities: list[tuple[int, int, str]] = []
        facts = dict(connection.execute("SELECT name, value FROM facts"))
        self._next: dict[str, int] = {name: int(facts.get(f"next {name}", 1)) for name in _COUNTED}
        self._made = facts.get("made") or uuid.uuid4().hex
        self.finished = bool(facts.get("finished"))
        """Whether a whole pass over the files was recorded."""
        self._stale = int(facts.get("stale", 0))
        self.spoilt: set[str] = set()
        """The ids of documents whose text was found damaged; the text index lacks them until they are added anew."""
        self._catch_up()

    # Documents

    def add(self, packed: Packed, path: bytes, told: str) -> int:
        """Add a document; return its number."""
        self._begin()
        run = self._connection.executemany
        document = self._take("document", 1)
        first = self._take("statement", len(packed.statements))
        figure = self._take("figure", len(packed.figures))
        number = self._take("number", len(packed.numbers))
        mention = self._take("mention", len(packed.mentions))
        task = self._take("task", len(packed.tasks))
        self._connection.execute(
            f"INSERT INTO documents VALUES ({','.join('?' * 25)})",
            (
                *(document, packed.id, None, path, told, *packed.facts, packed.label, packed.length),
                *(first, len(packed.statements), figure, len(packed.figures), number, len(packed.numbers)),
                *(mention, len(packed.mentions), task, len(packed.tasks)),
            ),
        )
        block = document * BLOCKS
        entity = self._entity
        named = [entity(canonical, kind) for *_, kind, canonical in packed.mentions]
        run("INSERT INTO texts VALUES (?, ?)", [(block + at, text) for at, text in enumerate(packed.blocks)])
        placed = _placed(packed, named, document, first, figure, mention, task)
        run("INSERT INTO statements VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", placed)
        if packed.figures:
            run(
                f"INSERT INTO figures VALUES ({','.join('?' * 22)})",
                [(at, first + row[0], *row[1:]) for at, row in enumerate(packed.figures, figure)],
            )
        if packed.numbers:
            run(
                "INSERT INTO numbers VALUES (?,?,?,?,?,?,?,?)",
                [(at, first + row[0], *row[1:]) for at, row in enumerate(packed.numbers, number)],
            )
        if packed.mentions:
            run(
                "INSERT INTO mentions VALUES (?,?,?,?,?,?)",
                [
                    (at, first + holder, start, end, number, document)
                    for at, ((holder, start, end, _, _), number) in enumerate(
                        zip(packed.mentions, named, strict=True), mention
                    )
                ],
            )
        if packed.tasks:
            run(
                "INSERT INTO tasks VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                [(at, first + row[0], *row[1:]) for at, row in enumerate(packed.tasks, task)],
            )
        if packed.statements:
            tags = with_entities(packed.tags, (row[-1] for row in placed))
            self._texts.add(first, packed.words, document, _tie(packed.id), tags)
        return document

    def remove(self, document: int) -> None:
        """Take a document out, with all its rows."""
        self._begin()
        run = self._connection.execute
        found = run(
            "SELECT statement, statements, figure, figures, number_, numbers, mention, mentions, task, tasks"
            " FROM documents WHERE number = ?",
            (document,),
        ).fetchone()
        if found is None:
            return
        self._stale += found[1]
        tables = ("statements", "figures", "numbers", "mentions", "tasks")
        for table, first, count in zip(tables, found[::2], found[1::2], strict=True):
            key = "key" if table == "statements" else "number"
            run(f"DELETE FROM {table} WHERE {key} >= ? AND {key} < ?", (first, first + count))
        run("DELETE FROM texts WHERE block >= ? AND block < ?", (document * BLOCKS, (document + 1) * BLOCKS))
        run("DELETE FROM documents WHERE number = ?", (document,))
        run("INSERT OR IGNORE INTO gone VALUES (?)", (document,))

    def _entity(self, canonical: str, kind: int) -> int:
        """Return the number of an entity, a new one where it was not named before."""
        known = self._known_entities()
        number = known.get((canonical, kind))
        if number is None:
            number = known[canonical, kind] = self._take("entity", 1)
            self._new_entities.append((number, kind, canonical))
        return number

    def _known_entities(self) -> dict[tuple[str, int], int]:
        if self._entities is None:
            rows = self._connection.execute("SELECT canonical, type, number FROM entities")
            self._entities = {(canonical, kind): number for canonical, kind, number in rows}
        return self._entities

    # Files

    def query(self, command: str) -> list[Any]:
        """Return all rows that answer a query; no transaction is begun."""
        return self._connection.execute(command).fetchall()

    def execute(self, command: str, values: Iterable[Any] = ()) -> sqlite3.Cursor:
        """Run one command inside the transaction that is open, beginning one where there is none."""
        self._begin()
        return self._connection.execute(command, tuple(values))

    def executemany(self, command: str, values: Iterable[Iterable[Any]]) -> None:
        """Run one command for many rows, as `execute`."""
        self._begin()
        self._connection.executemany(command, [tuple(row) for row in values])

    # Making it last

    def commit(self, *, texts: bool = True) -> None:
        """Make what was done last; with `texts` also in the text index, so that readers who come find it there."""
        if self._connection.in_transaction:
            self._note()
            self._connection.execute("COMMIT")
        if texts:
            self._commit_texts()

    def finish(self) -> None:
        """Count and rank the entities, make the indexes and commit: a whole pass over the files is recorded."""
        self.commit(texts=False)
        with Meanwhile(self._commit_statements):
            self._begin()
            self._rank()
            names = self._names_from(*self._reached(self._names, 2))
            with Meanwhile(self._make_indexes):
                self._add_names(names)
        self._put("finished", 1)
        self.finished = True
        self.commit()
        self._connection.execute("PRAGMA optimize")
        self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def _make_indexes(self) -> None:
        for command in INDEXES.strip().split("\n"):
            self._connection.execute(command)

    def _commit_statements(self) -> None:
        """Make last what is in the text index of the statements, if nothing has to go from it."""
        if not self._stale:
            self._texts.commit(self._statements_payload())

    def unfinished(self) -> None:
        """Note that documents come or go before the entities are counted again."""
        if self.finished:
            self._begin()
            self._put("finished", 0)
            self.finished = False

    def _begin(self) -> None:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")

    def _note(self) -> None:
        """Write down what was only kept in mind."""
        self._connection.executemany(
            "INSERT INTO entities VALUES (?, ?, ?, 0, 0, 0, NULL)",
            self._new_entities,
        )
        self._new_entities = []
        self._put("made", self._made)
        self._put("stale", self._stale)
        for name, number in self._next.items():
            self._put(f"next {name}", number)

    def _put(self, name: str, value: object) -> None:
        self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def _take(self, name: str, count: int) -> int:
        first = self._next[name]
        self._next[name] = first + count
        return first

    def _rank(self) -> None:
        """Count where each entity is named, drop those that are not any more, and order them as they are shown."""
        run = self._connection.execute
        run(
            "CREATE TEMP TABLE counts AS SELECT entity, count(*) AS mentions, count(DISTINCT document) AS documents"
            " FROM mentions GROUP BY entity"
        )
        run(
            "CREATE TEMP TABLE firsts AS SELECT entity, min(place << 40 | mentions.number - mention) AS first,"
            " mentions.number AS number FROM"
            " (SELECT entity, document, min(number) AS number FROM mentions GROUP BY entity, document) AS mentions"
            " JOIN documents ON documents.number = mentions.document GROUP BY entity"
        )
        run(
            "CREATE TEMP TABLE ranks AS SELECT counts.entity, counts.mentions, counts.documents, number AS first,"
            " row_number() OVER (ORDER BY counts.mentions DESC, firsts.first) - 1 AS rank"
            " FROM counts JOIN firsts USING (entity)"
        )
        run(
            "UPDATE entities SET mentions = ranks.mentions, documents = ranks.documents, rank = ranks.rank,"
            " first = ranks.first FROM ranks WHERE ranks.entity = entities.number"
        )
        unnamed = "number NOT IN (SELECT entity FROM counts)"
        for (entity,) in run(f"SELECT number FROM entities WHERE {unnamed}").fetchall():
            self._names.delete_document(2 * entity)
        run(f"DELETE FROM entities WHERE {unnamed}")
        self._entities = None
        for table in ("counts", "firsts", "ranks"):
            run(f"DROP TABLE {table}")

    # Text indexes

    def _catch_up(self) -> None:
        """Bring both text indexes up to the record, after a crash or where they were begun anew.

        Both get all they lack before either is committed, for that notes how far they go.
        """
        names = self._reached(self._names, 2)
        behind = self.finished and names < [self._next["entity"], self._next["document"]]
        if behind:
            self._add_names(self._names_from(*names))
        key = self._reached(self._texts, 1)[0]
        if key >= self._next["statement"]:
            if behind:
                self._commit_texts()
            return
        documents = self._connection.execute(
            "SELECT number, id, statement, statements FROM documents WHERE statement + statements > ?"
            " ORDER BY statement",
            (key,),
        ).fetchall()
        for document, id, first, count in documents:
            self._add_texts(document, id, max(first, key), first + count)
        self._commit_texts()

    def _add_texts(self, document: int, id: str, key: int, end: int) -> None:
        """Add the statements of a document with keys from `key` up to `end`, from the record."""
        run = self._connection.execute
        blocks = run(
            "SELECT text FROM texts WHERE block >= ? AND block < ? ORDER BY block",
            (document * BLOCKS, (document + 1) * BLOCKS),
        )
        try:
            text = "".join(unpack_text(block) for (block,) in blocks)
        except DamagedTextError:
            self.spoilt.add(id)
            return
        select = 'SELECT start, "end", entities FROM statements WHERE key >= ? AND key < ? ORDER BY key'
        rows = run(select, (key, end)).fetchall()
        if rows:
            words = self._prepare(*[text[first:last] for first, last, _ in rows])
            tags = with_entities(recorded(self._connection, key, end), (entities for *_, entities in rows))
            self._texts.add(key, words, document, _tie(id), tags)

    def _commit_texts(self) -> None:
        if self.finished and self._is_stale():
            self._make_anew()
            return
        gone = [document for (document,) in self._connection.execute("SELECT document FROM gone")]
        for document in gone:
            self._texts.delete_document(document)
            self._names.delete_document(2 * document + 1)
        payload = self._statements_payload()
        if gone or payload != self._texts.payload:
            self._texts.commit(payload)
        names = f"{self._made} {' '.join(map(str, self._reached(self._names, 2)))}"
        if self.finished:
            names = f"{self._made} {self._next['entity']} {self._next['document']}"
        if gone or names != self._names.payload:
            self._names.commit(names)
        if gone:
            self._connection.execute("DELETE FROM gone")

    def _statements_payload(self) -> str:
        return f"{self._made} {self._next['statement']}"

    def _is_stale(self) -> bool:
        """Whether the text index counts so much that is gone that it had better be made anew."""
        if not self._stale:
            return False
        ((count,),) = self._connection.execute("SELECT coalesce(sum(statements), 0) FROM documents")
        return bool(count <= _FEW or self._stale * _STALE > count)

    def _make_anew(self) -> None:
        """Make both text indexes of what the record holds now."""
        self._texts.clear()
        self._names.clear()
        documents = self._connection.execute("SELECT number, id, statement, statements FROM documents ORDER BY number")
        for document, id, first, count in documents.fetchall():
            self._add_texts(document, id, first, first + count)
        self._add_names(self._names_from(1, 1))
        self._texts.commit(self._statements_payload())
        self._names.commit(f"{self._made} {self._next['entity']} {self._next['document']}")
        self._stale = 0
        self._connection.execute("DELETE FROM gone")
        self._put("stale", 0)

    def _names_from(self, entity: int, document: int) -> list[tuple[int, str]]:
        """Return the names of the entities and the titles of the documents from these numbers on, by their keys."""
        run = self._connection.execute
        names = run("SELECT 2 * number, canonical FROM entities WHERE number >= ?", (entity,)).fetchall()
        said = run(f"SELECT 2 * number + 1, {SAID} FROM documents WHERE number >= ?", (document,))
        return names + [(key, said_of(facts)) for key, *facts in said]

    def _add_names(self, names: Iterable[tuple[int, str]]) -> None:
        """Add names and titles to their index."""
        prepare, add = self._prepare, self._names.add
        for key, name in names:
            add(key, prepare(name), key, _tie(name))

    def _reached(self, index: TextIndex, count: int) -> list[int]:
        """Return the first numbers that `index` does not have yet."""
        made, *numbers = index.payload.split() or [""]
        return [int(number) for number in numbers] if made == self._made else [1] * count


def _tie(text: str) -> int:
    """Return a number that `text` alone decides."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def _placed(
    packed: Packed, named: list[int], document: int, first: int, figure: int, mention: int, task: int
) -> list[tuple[Any, ...]]:
    """Return the rows of the statements of a document; `named` are the entities of its mentions."""
    rows: list[tuple[Any, ...]] = []
    seen = 0
    for key, (start, end, kind, figures, mentions, tasks) in enumerate(packed.statements, first):
        entities = " ".join(map(str, named[seen : seen + mentions])) if mentions else None
        rows.append((key, document, start, end, kind, figure, figures, mention, mentions, task, tasks, entities))
        figure += figures
        mention += mentions
        task += tasks
        seen += mentions
    return rows
