"""Rows of the record as the rows of the lists, many at once."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from dxtui.model import Statement, row_id
from dxtui.model.rows import DocumentRow, EntityRow, FigureRow, MentionRow, Place, StatementRow, TaskRow
from dxtui.store.documents import StoredDocument
from dxtui.store.pack import FIGURE_COLUMNS, TASK_COLUMNS, figure_of, mention_of, statement_of, task_of
from dxtui.store.pages import Pages
from dxtui.store.record import WANTED, Held, Record, numbers_json

_HOLDER = 'statements.document, statements.start, statements."end", statements.kind'
_HELD = 4
"""How many columns `_HOLDER` has."""


class Rows:
    """Makes rows of what a record holds."""

    def __init__(self, record: Record) -> None:
        """Take the record."""
        self._record = record

    # Documents

    def documents(self, numbers: Sequence[int], counts: Sequence[tuple[int, int]] | None = None) -> list[DocumentRow]:
        """Return the documents with these numbers; `counts` are the statements and figures to be told of each."""
        record = self._record
        known = record.documents_of(numbers)
        if counts is None:
            found = record.all(
                f"SELECT statements, figures FROM {WANTED} documents ON number = wanted",
                (numbers_json(numbers),),
            )
            counts = [(statements, figures) for statements, figures in found]
        return [
            DocumentRow(known[number].id, whole(known[number]), *told)
            for number, told in zip(numbers, counts, strict=True)
        ]

    # Statements

    def statements(self, held: Sequence[Held], scores: Sequence[float] | None = None) -> list[StatementRow]:
        """Return statements, with their scores where they answer a query."""
        documents = self._record.documents_of(row.document for row in held)
        self._record.texts.bring((row.document, row.start) for row in held)
        rows = []
        for at, (_, number, start, end, kind, *_) in enumerate(held):
            document = documents[number]
            place = Place(document, statement_of(start, end, kind), start, end)
            rows.append(StatementRow(row_id(document.id, "s", start, end), place, scores[at] if scores else 0.0))
        return rows

    # What stands in statements

    def figures(self, numbers: Iterable[int]) -> list[FigureRow]:
        """Return the figures with these numbers."""
        rows: list[FigureRow] = self._placed("figures", FIGURE_COLUMNS, numbers, _figure)
        documents = ((row.place.document, row.place.start) for row in rows)
        self._record.texts.bring((one.number, at) for one, at in documents if isinstance(one, StoredDocument))
        return rows

    def mentions(self, numbers: Iterable[int]) -> list[MentionRow]:
        """Return the mentions with these numbers."""
        return self._placed("mentions", 'start, "end", type, canonical', numbers, _mention)

    def tasks(self, numbers: Iterable[int]) -> list[TaskRow]:
        """Return the tasks with these numbers."""
        return self._placed("tasks", TASK_COLUMNS, numbers, _task)

    def _placed(
        self,
        table: str,
        columns: str,
        numbers: Iterable[int],
        make: Callable[[StoredDocument, Statement, Sequence[Any]], Any],
    ) -> list[Any]:
        numbers = list(numbers)
        if not numbers:
            return []
        record = self._record
        own = columns.replace("start,", f"{table}.start,").replace('"end"', f'{table}."end"')
        named = " CROSS JOIN entities ON entities.number = entity" if table == "mentions" else ""
        found = record.all(
            f"SELECT {_HOLDER}, {own} FROM {WANTED} {table} ON {table}.number = wanted"
            f" CROSS JOIN statements ON key = statement{named}",
            (numbers_json(numbers),),
        )
        documents = record.documents_of({row[0] for row in found})
        return [make(documents[row[0]], statement_of(*row[1:_HELD]), row[_HELD:]) for row in found]

    # Entities

    def entities(self, numbers: Sequence[int]) -> list[EntityRow]:
        """Return the entities with these numbers, with all their mentions."""
        counts = self._record.named(numbers) if numbers else {}
        known = [number for number in numbers if number in counts]
        firsts = self.mentions([counts[number][2] for number in known])
        rows = []
        for number, first in zip(known, firsts, strict=True):
            mentions, documents, _ = counts[number]
            all_of_it = Mentions(first, mentions, self._all_mentions(number))
            rows.append(EntityRow(first.mention.canonical, first.mention.type, all_of_it, documents))
        return rows

    def named(self, mentions: Sequence[Sequence[int]], documents: Sequence[int]) -> list[EntityRow]:
        """Return the entities that these mentions name, a list of mentions each, and in how many documents they are."""
        firsts = self.mentions([numbers[0] for numbers in mentions])
        rows = []
        for first, numbers, count in zip(firsts, mentions, documents, strict=True):
            some = Mentions(first, len(numbers), self._some_mentions(numbers))
            rows.append(EntityRow(first.mention.canonical, first.mention.type, some, count))
        return rows

    def _all_mentions(self, entity: int) -> Callable[[int, int], list[MentionRow]]:
        order = "mentions.document, mentions.number"
        join = ""
        if not self._record.in_order:
            order = "place, mentions.number"
            join = " JOIN documents ON documents.number = mentions.document"

        def fetch(start: int, stop: int) -> list[MentionRow]:
            found = self._record.all(
                f"SELECT mentions.number FROM mentions{join} WHERE entity = ? ORDER BY {order} LIMIT ? OFFSET ?",
                (entity, stop - start, start),
            )
            return self.mentions([number for (number,) in found])

        return fetch

    def _some_mentions(self, numbers: Sequence[int]) -> Callable[[int, int], list[MentionRow]]:
        return lambda start, stop: self.mentions(numbers[start:stop])


class Mentions(Pages[MentionRow]):
    """The mentions of an entity, of which the first is at hand."""

    def __init__(self, first: MentionRow, count: int, fetch: Callable[[int, int], Sequence[MentionRow]]) -> None:
        """Take the first one, how many there are, and what returns them."""
        super().__init__(count, fetch)
        self.first = first

    def __getitem__(self, at: Any) -> Any:
        """Return a mention, or some."""
        return self.first if at == 0 else super().__getitem__(at)


def whole(document: StoredDocument) -> Place:
    """Return the place that is the whole of a document."""
    return Place(document, None, 0, document.length)


def holding(document: StoredDocument, statement: Statement | None, start: int, end: int) -> Place:
    """Return a span with the statement that starts at or before it, if that holds its start."""
    holds = statement is not None and statement.start <= start < statement.end
    return Place(document, statement if holds else None, start, end)


def _figure(document: StoredDocument, statement: Statement, row: Sequence[Any]) -> FigureRow:
    number = figure_of(row)
    place = holding(document, statement, number.start, number.end)
    return FigureRow(row_id(document.id, "f", number.start, number.end), place, number)


def _mention(document: StoredDocument, statement: Statement, row: Sequence[Any]) -> MentionRow:
    start, end, kind, canonical = row
    place = holding(document, statement, start, end)
    return MentionRow(row_id(document.id, "e", start, end), place, mention_of(start, end, kind, canonical))


def _task(document: StoredDocument, statement: Statement, row: Sequence[Any]) -> TaskRow:
    task = task_of(row)
    place = holding(document, statement, task.start, task.end)
    return TaskRow(row_id(document.id, "t", task.start, task.end), place, task)
