"""One entity with all that the corpus says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dxtui.errors import CorpusError
from dxtui.explorer.view import Found
from dxtui.lexicon.standing import Standing, standing
from dxtui.model.rows import DocumentRow, EntityRow, FigureRow, MentionRow, Place, StatementRow, TaskRow
from dxtui.search import Answer, Searcher
from dxtui.store.deadlines import by_deadline
from dxtui.store.naming import Naming
from dxtui.store.pages import Pages
from dxtui.store.record import WANTED, Record, numbers_json
from dxtui.store.rows import Rows
from dxtui.text.fold import fold
from dxtui.text.normal import normalise
from dxtui.tomlfile import nearest

_MOST = 10_000
"""Statements that a page is made of, the first ones."""

_NAMED = 5_000
"""Mentions whose words are counted, the first ones."""

_COMPARED = 5_000
"""Entities whose names are held against one that nothing is called."""

_LOOKED_AT = 50
"""Statements in which something is looked for that is written as was asked, the best ones."""


@dataclass(frozen=True, slots=True)
class Written:
    """How an entity is written."""

    text: str
    """The words."""
    times: int
    """How often."""
    mention: MentionRow
    """The first mention that is written so."""

    @property
    def id(self) -> str:
        """The id of that mention."""
        return self.mention.id

    @property
    def place(self) -> Place:
        """Where that mention stands."""
        return self.mention.place


@dataclass(frozen=True)
class EntityPage:
    """An entity: what it is called, and where; its rows are fetched as they are looked at."""

    entity: EntityRow
    """The entity, with all its mentions."""
    others: Sequence[EntityRow]
    """What else has the name that was asked for."""
    names: Sequence[Written]
    """As it is written, most often first; of the first mentions where there are very many."""
    documents: Sequence[DocumentRow]
    """The documents that name it, with how many of their statements do and the figures in those."""
    beside: Sequence[EntityRow]
    """What is named in the same statements, most often first, with the mentions there."""
    figures: Sequence[FigureRow]
    """The figures in the statements that name it."""
    statements: Sequence[StatementRow]
    """The statements that name it, the first ones where there are very many."""
    tasks: Sequence[TaskRow]
    """The tasks in those, and all that are its own wherever they stand, due first."""
    total: int
    """How many statements name it."""
    standing: Standing | None
    """Since when and until when it is or was what it is called, and what became of it, where that is known."""

    @property
    def capped(self) -> bool:
        """Whether more statements name it than the page is made of."""
        return self.total > len(self.statements)


class _Mention(NamedTuple):
    number: int
    statement: int
    document: int
    start: int
    end: int


class Entities:
    """Finds entities by whatever they are called, and tells all that is said of one."""

    def __init__(
        self,
        record: Record,
        naming: Naming,
        rows: Rows,
        statements: Searcher,
        named: Callable[[Answer], Sequence[int]],
    ) -> None:
        """Take the record, the names things have, what makes rows, what searches statements and what reads names."""
        self._record = record
        self._naming = naming
        self._rows = rows
        self._statements = statements
        self._named = named

    def page(self, name: str, type: str | None = None) -> EntityPage:
        """Return what is called `name`, or written so, or else what a slip in it was meant for; with `type` of that.

        Of several the one is taken that has the name to the letter, or else is named most.

        Raises:
            CorpusError: nothing is; the hint has the nearest names.
        """
        name = _line(normalise(name))
        found = self._found(name, type)
        found.sort(key=lambda one: (_line(one[1].canonical).casefold() != name.casefold(), -len(one[1].mentions)))
        (number, entity), others = found[0], [row for _, row in found[1:]]
        record, rows = self._record, self._rows
        mentions = self._mentions(number)
        keys = list(dict.fromkeys(mention.statement for mention in mentions))
        held = record.held(keys[:_MOST])
        naming = self._naming
        about = Found(rows, self._statements.answer("", limit=0).matcher, held, [0.0] * len(held), None)
        tasks = dict.fromkeys(number for row in held for number in range(row.task, row.task + row.tasks))
        due = by_deadline(record, tasks | dict.fromkeys(naming.tasks_with(entity.canonical)))
        beside = about.entities([], naming.of if naming else None, but=number)
        return EntityPage(
            entity=entity,
            others=others,
            names=self._written(mentions),
            documents=about.documents(()),
            beside=beside,
            figures=about.figures(),
            statements=about.statements(),
            tasks=Pages(len(due), lambda a, b: rows.tasks(due[a:b])),
            total=len(keys),
            standing=standing(entity.canonical, entity.type),
        )

    def _found(self, name: str, type: str | None) -> list[tuple[int, EntityRow]]:
        """Return what of that type is called `name` or written so, or what that was meant for."""
        numbers: Sequence[int] = self._called(name)
        near: list[int] = []
        if not numbers:
            answer = self._statements.answer(name, limit=_LOOKED_AT)
            near = self._naming.all_of(self._named(answer))
            numbers = self._so_written(name, [hit.key for hit in answer.hits])
            if not numbers and answer.corrected and not answer.missing:
                numbers = near[:1]
        rows = [(number, row) for number in numbers for row in self._rows.entities([number])]
        found = [(number, row) for number, row in rows if type in (None, row.type)]
        if not found:
            hints = ", ".join(row.canonical for row in self._rows.entities(near[:3] or self._alike(name)))
            raise CorpusError(
                f"nothing in these documents is called {name!r}",
                hint=f"nearest: {hints}" if hints else "`dxtui entities` lists what is named",
            )
        return found

    def _called(self, name: str) -> list[int]:
        """Return the entities called `name` in any case, with or without marks, or of which it is a short form."""
        from dxtui.extract.names.named import names_in  # Its tables and patterns are not on the way to the first rows.

        wanted = {fold(one) for one in (name, *names_in(name))} - {""}
        groups = self._naming.groups.values()
        own = [group.number for group in groups if group.mentions and fold(group.name) in wanted]
        found = [
            number
            for number, canonical in self._record.all("SELECT number, canonical FROM entities")
            if fold(_line(canonical)) in wanted
        ]
        return list(dict.fromkeys([*own, *self._naming.all_of(found)]))

    def _so_written(self, name: str, keys: Sequence[int]) -> list[int]:
        """Return the entities that the statements with these keys name by these words, perhaps in brackets."""
        pairs = [
            (mention, self._naming.of(int(entity), mention))
            for row in self._record.held(keys)
            for mention, entity in enumerate((row.entities or "").split(), row.mention)
        ]
        wanted = fold(name)
        rows = self._rows.mentions([mention for mention, _ in pairs])
        return list(
            dict.fromkeys(
                number
                for row, (_, number) in zip(rows, pairs, strict=True)
                if wanted in _forms(fold(_line(row.place.surface)))
            )
        )

    def _alike(self, name: str) -> list[int]:
        """Return the entity whose name is most like `name`, of those named most; nothing where none is like it."""
        record = self._record
        some = self._naming.order(record.entities)[:_COMPARED]
        rows = record.all(f"SELECT number, canonical FROM {WANTED} entities ON number = wanted", (numbers_json(some),))
        by_name = {fold(canonical): number for number, canonical in reversed(rows)}
        found = nearest(fold(name), by_name)
        return [by_name[found]] if found else []

    def _mentions(self, number: int) -> list[_Mention]:
        """Return the mentions of an entity in the order of the texts."""
        record = self._record
        columns = 'number, statement, document, start, "end"'
        group = self._naming.groups.get(number)
        if group is not None:
            numbers = numbers_json(group.mentions)
            found = record.all(f"SELECT {columns} FROM {WANTED} mentions ON number = wanted", (numbers,))
        else:
            found = record.all(f"SELECT {columns} FROM mentions WHERE entity = ?", (number,))
            places = record.places
            found.sort(key=lambda row: (places.get(row[2], row[2]), row[0]))
        return [_Mention(*row) for row in found]

    def _written(self, mentions: Sequence[_Mention]) -> list[Written]:
        """Return how an entity is written, each with how often, most first."""
        record = self._record
        some = mentions[:_NAMED]
        record.texts.bring((mention.document, mention.start) for mention in some)
        texts = [_line(record.texts.slice(mention.document, mention.start, mention.end)) for mention in some]
        first = dict(zip(reversed(texts), reversed([mention.number for mention in some]), strict=True))
        counts = Counter(texts).most_common()
        rows = self._rows.mentions([first[text] for text, _ in counts])
        return [Written(text, times, row) for (text, times), row in zip(counts, rows, strict=True)]


def _forms(written: str) -> tuple[str, ...]:
    """Return what a name is called where it is `written` so: "a b (c)" is called "a b" and "c" too."""
    full, bracket, short = written.rstrip(")").partition(" (")
    return (written, full, short) if bracket else (written,)


def _line(text: str) -> str:
    return " ".join(text.split())
