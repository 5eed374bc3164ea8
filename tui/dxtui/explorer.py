"""The one door both front ends use: open a corpus, ask it, follow a row to its source, cite it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from dxtui.cite import Citation, cite
from dxtui.errors import CorpusError, UsageError
from dxtui.extract import extract
from dxtui.model import Document, Problem, Reading, Statement, parse_id, row_id
from dxtui.model.rows import DocumentRow, EntityRow, FigureRow, MentionRow, Place, StatementRow, TaskRow
from dxtui.read import read
from dxtui.search import Answer, Index, Matcher
from dxtui.settings import Settings

Progress = Callable[[int, int], None]
"""Called with how many documents are done and how many there are."""

Row = TypeVar("Row", FigureRow, MentionRow, TaskRow)


@dataclass(frozen=True, slots=True)
class View:
    """The answer of every list to one query: best first where there is a query, in the order of the texts where not."""

    query: str
    """The query as typed."""
    answer: Answer
    """What search said of it."""
    documents: tuple[DocumentRow, ...]
    """Documents with a statement or a title that matches."""
    entities: tuple[EntityRow, ...]
    """Entities whose name matches, with all their mentions, then those named in the statements that match."""
    figures: tuple[FigureRow, ...]
    """Figures of the statements that match."""
    statements: tuple[StatementRow, ...]
    """Statements that match."""
    tasks: tuple[TaskRow, ...]
    """Tasks in the statements that match."""

    @property
    def matcher(self) -> Matcher:
        """Finds what matched in any string of a row."""
        return self.answer.matcher

    @property
    def mentions(self) -> tuple[MentionRow, ...]:
        """The mentions of `entities`, in their order."""
        return tuple(row for entity in self.entities for row in entity.mentions)


class _Shelf:
    """The rows of one document, and which of them lie in which statement."""

    def __init__(self, reading: Reading) -> None:
        self.document = document = reading.document
        self.spans = reading.statements
        self._starts = [s.start for s in reading.statements]
        whole = Place(document, None, 0, len(document.text))
        self.statements = tuple(
            StatementRow(row_id(document.id, "s", s.start, s.end), Place(document, s, s.start, s.end), 0.0)
            for s in reading.statements
        )
        self.figures = tuple(
            FigureRow(row_id(document.id, "f", n.start, n.end), self.place(n.start, n.end), n)
            for n in reading.numbers
            if n.figure is not None
        )
        self.mentions = tuple(
            MentionRow(row_id(document.id, "e", m.start, m.end), self.place(m.start, m.end), m)
            for m in reading.mentions
        )
        self.tasks = tuple(
            TaskRow(row_id(document.id, "t", t.start, t.end), self.place(t.start, t.end), t) for t in reading.tasks
        )
        self.row = DocumentRow(document.id, whole, len(self.statements), len(self.figures))

    def place(self, start: int, end: int) -> Place:
        """Return the span with the statement that holds its start."""
        at = bisect_right(self._starts, start) - 1
        holds = at >= 0 and start < self.spans[at].end
        return Place(self.document, self.spans[at] if holds else None, start, end)


def _within(rows: Sequence[Row], span: Statement) -> Sequence[Row]:
    """Return the rows that start in the statement; `rows` are sorted by start."""
    first = bisect_left(rows, span.start, key=_start)
    return rows[first : bisect_left(rows, span.end, lo=first, key=_start)]


def _start(row: FigureRow | MentionRow | TaskRow) -> int:
    return row.place.start


def _entities(rows: Iterable[MentionRow]) -> list[EntityRow]:
    """Gather mentions of one thing, those named most first, then by where they are first named."""
    named: dict[tuple[str, str], list[MentionRow]] = defaultdict(list)
    for row in rows:
        named[row.mention.type, row.mention.canonical].append(row)
    entities = [
        EntityRow(mentions[0].mention.canonical, mentions[0].mention.type, tuple(mentions), _documents(mentions))
        for mentions in named.values()
    ]
    entities.sort(key=lambda entity: -len(entity.mentions))
    return entities


def _documents(rows: Iterable[MentionRow]) -> int:
    return len({row.place.document.id for row in rows})


def _by_match(rows: Sequence[FigureRow], matcher: Matcher) -> Sequence[FigureRow]:
    """Sort the figures of one statement: those about what was asked first."""
    if len(rows) < 2:
        return rows

    def about(row: FigureRow) -> float:
        figure = row.number.figure
        parts = (row.place.surface, figure and figure.unit, figure and figure.counted, figure and figure.subject)
        return -matcher.matches(" ".join(part for part in parts if part))

    return sorted(rows, key=about)


class Explorer:
    """A corpus that was read, ready to be asked. It does not change once it is open."""

    def __init__(self, readings: Sequence[Reading], problems: Sequence[Problem]) -> None:
        """Take what was read, and what could not be."""
        self.readings = tuple(readings)
        self.problems = tuple(problems)
        self._shelves = tuple(_Shelf(reading) for reading in self.readings)
        self._place_of = {shelf.document.id: at for at, shelf in enumerate(self._shelves)}

    @classmethod
    def open(cls, paths: Sequence[Path], settings: Settings, progress: Progress | None = None) -> "Explorer":
        """Read the files and folders in `paths`; without any, the documents that come with dxtui.

        Raises:
            CorpusError: a path is missing, or nothing in them can be read.
            DescriptionError: a corpus.toml is malformed.
        """
        documents, problems = read(paths, settings.max_bytes)
        readings = []
        for done, document in enumerate(documents):
            if progress is not None:
                progress(done, len(documents))
            readings.append(extract(document))
        return cls(readings, problems)

    @property
    def documents(self) -> tuple[Document, ...]:
        """All documents, in the order they were read."""
        return tuple(reading.document for reading in self.readings)

    @cached_property
    def index(self) -> Index:
        """The text index, built when first asked for."""
        return Index(self.readings)

    @cached_property
    def everything(self) -> View:
        """The rows of the whole corpus."""
        shelves = self._shelves
        return View(
            query="",
            answer=self.index.search(""),
            documents=tuple(shelf.row for shelf in shelves),
            entities=tuple(_entities(row for shelf in shelves for row in shelf.mentions)),
            figures=tuple(row for shelf in shelves for row in shelf.figures),
            statements=tuple(row for shelf in shelves for row in shelf.statements),
            tasks=tuple(row for shelf in shelves for row in shelf.tasks),
        )

    def view(self, query: str = "") -> View:
        """Return the rows of all lists that answer `query`; a blank one gives everything. Never raises."""
        if not query.strip():
            return self.everything
        answer = self.index.search(query)
        matcher = answer.matcher
        statements: list[StatementRow] = []
        figures: list[FigureRow] = []
        mentions: list[MentionRow] = []
        tasks: list[TaskRow] = []
        counts: dict[int, tuple[int, int]] = {}
        for hit in answer.hits:
            shelf = self._shelves[hit.reading]
            span = shelf.spans[hit.statement]
            found = _within(shelf.figures, span)
            statements.append(replace(shelf.statements[hit.statement], score=hit.score))
            figures.extend(_by_match(found, matcher))
            mentions.extend(_within(shelf.mentions, span))
            tasks.extend(_within(shelf.tasks, span))
            many, numbers = counts.get(hit.reading, (0, 0))
            counts[hit.reading] = many + 1, numbers + len(found)
        for at, shelf in enumerate(self._shelves):
            if at not in counts and matcher.matches(shelf.document.label):
                counts[at] = 0, 0
        return View(
            query=query,
            answer=answer,
            documents=tuple(
                replace(self._shelves[at].row, statements=many, figures=numbers)
                for at, (many, numbers) in counts.items()
            ),
            entities=tuple(self._named(matcher, mentions)),
            figures=tuple(figures),
            statements=tuple(statements),
            tasks=tuple(tasks),
        )

    def _named(self, matcher: Matcher, mentions: Sequence[MentionRow]) -> list[EntityRow]:
        """Return the entities whose name matches, best first, then the others that `mentions` name."""
        scored = [(matcher.matches(entity.canonical), entity) for entity in self.everything.entities]
        scored = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
        named = [entity for _, entity in scored]
        known = {(entity.type, entity.canonical) for entity in named}
        others = _entities(mentions)
        return named + [entity for entity in others if (entity.type, entity.canonical) not in known]

    def reading(self, document: str) -> Reading:
        """Return what was read in the document with this id.

        Raises:
            CorpusError: no document of the corpus has it.
        """
        return self.readings[self._at(document)]

    def locate(self, id: str) -> Place:
        """Return the place that an id of a document or a row names.

        An id is a document's text and a span of it, so one made by an earlier version still resolves.

        Raises:
            UsageError: `id` has not the form of one.
            CorpusError: the corpus has no such document, or its text ends before the span does.
        """
        parts = parse_id(id.strip())
        if parts is None:
            raise UsageError(
                f"{id.strip()!r} is not an id", hint="an id looks like k3v9x2m4qpta.f1204-1212; every list shows them"
            )
        shelf = self._shelves[self._at(parts.document)]
        if parts.start is None or parts.end is None:
            return shelf.row.place
        if parts.end > len(shelf.document.text):
            raise CorpusError(
                f"{id.strip()} lies beyond the end of its document", hint="`dxtui search` finds the sentence"
            )
        return shelf.place(parts.start, parts.end)

    def cite(self, id: str) -> Citation:
        """Return the citation of what an id names.

        Raises:
            UsageError, CorpusError: as `locate`.
        """
        return cite(self.locate(id), id.strip())

    def _at(self, document: str) -> int:
        try:
            return self._place_of[document]
        except KeyError:
            raise CorpusError(
                f"no document of this corpus has the id {document}",
                hint="`dxtui documents` lists their ids; --corpus names another corpus",
            ) from None
