"""Rows: what the lists of both front ends are made of. Each knows its place in a document."""

from collections.abc import Sequence
from dataclasses import dataclass

from dxtui.model.document import Document
from dxtui.model.entity import EntityType, Mention
from dxtui.model.number import Number
from dxtui.model.statement import Statement
from dxtui.model.task import Task


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a document, with the statement that holds it."""

    document: Document
    """The document."""
    statement: Statement | None
    """The statement that the span starts in; None for a whole document or a span of white space."""
    start: int
    """First code point."""
    end: int
    """Past the last code point."""

    @property
    def surface(self) -> str:
        """The span as the document wrote it."""
        return self.document.slice(self.start, self.end)

    @property
    def quote(self) -> str:
        """The statement as the document wrote it, or the span where there is no statement."""
        if self.statement is None:
            return self.surface
        return self.document.slice(self.statement.start, self.statement.end)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with what it holds."""

    id: str
    """The document's id."""
    place: Place
    """Its whole text."""
    statements: int
    """How many statements it has; with a query, how many match."""
    figures: int
    """How many figures it has; with a query, how many are in statements that match."""


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement, with its score where it answers a query."""

    id: str
    """The statement's id."""
    place: Place
    """The statement."""
    score: float
    """Higher is better; 0 without a query."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure in its statement."""

    id: str
    """The figure's id."""
    place: Place
    """The number's span in its statement."""
    number: Number
    """The number; `number.figure` is never None here."""


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention of an entity in its statement."""

    id: str
    """The mention's id."""
    place: Place
    """The name's span in its statement."""
    mention: Mention
    """The mention."""


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One entity with all its mentions that answer the query."""

    canonical: str
    """Its full name."""
    type: EntityType
    """What kind of thing it is."""
    mentions: Sequence[MentionRow]
    """Where it is named, in the order of documents and positions; never empty."""
    documents: int
    """In how many documents."""

    @property
    def id(self) -> str:
        """The id of its first mention."""
        return self.mentions[0].id

    @property
    def place(self) -> Place:
        """Where it is first named."""
        return self.mentions[0].place


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task in its statement."""

    id: str
    """The task's id."""
    place: Place
    """The clause that states it."""
    task: Task
    """The task."""
    overdue: bool = False
    """Whether it was to be done before the day that the corpus is looked at."""
