"""The lists: for each, where its rows are in a view, what programs are told of a row, and its columns for people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dxtui import output
from dxtui.cli.table import Column
from dxtui.model.rows import DocumentRow, FigureRow, MentionRow, StatementRow, TaskRow
from dxtui.ui.messages import message, read_as
from dxtui.wording import worded

if TYPE_CHECKING:
    from dxtui.explorer import View


@dataclass(frozen=True, slots=True)
class List:
    """One list of the command line."""

    rows: Callable[["View"], Sequence[Any]]
    """Its rows in a view."""
    shape: Callable[["View"], output.Shape[Any]]
    """A row for programs, in a view."""
    columns: tuple[Column[Any], ...]
    """A row for people."""


def _title(row: Any) -> str:
    label: str = row.place.document.label
    return label


def _date(row: DocumentRow) -> str:
    document = row.place.document
    return document.published or document.event_date or ""


_ID: Column[Any] = Column("id", lambda row: row.id)
_DOCUMENT: Column[Any] = Column("document", _title, share=3)
_QUOTE: Column[Any] = Column("sentence", lambda row: row.place.quote, piped=True)

_DOCUMENT_COLUMNS: tuple[Column[DocumentRow], ...] = (
    Column("title", _title, share=3),
    Column("publisher", lambda row: row.place.document.publisher or "", share=1, roomy=90),
    Column("date", _date),
    Column("statements", lambda row: str(row.statements), right=True),
    Column("figures", lambda row: str(row.figures), right=True),
    _ID,
    Column("file", lambda row: str(row.place.document.path), piped=True),
)
_FIGURE_COLUMNS: tuple[Column[FigureRow], ...] = (
    Column("figure", lambda row: worded(row).amount, most=22),
    Column("measured", lambda row: worded(row).measured, share=4),
    Column("role", lambda row: worded(row).role, roomy=100, words="roles"),
    Column("period", lambda row: (row.number.figure and row.number.figure.period) or ""),
    Column("document", _title, share=3, roomy=90),
    _ID,
    _QUOTE,
)
_MENTION_COLUMNS: tuple[Column[MentionRow], ...] = (
    Column("name", lambda row: row.mention.canonical, share=4),
    Column("written", lambda row: row.place.surface, share=2),
    Column("type", lambda row: row.mention.type, words="types"),
    _DOCUMENT,
    _ID,
    _QUOTE,
)
_TASK_COLUMNS: tuple[Column[TaskRow], ...] = (
    Column("who", lambda row: row.task.who or "", share=3),
    Column("what", lambda row: row.task.what, share=4),
    Column("by", lambda row: row.task.deadline or ""),
    Column("state", lambda row: f"{row.task.state}, overdue" if row.overdue else row.task.state, words="states"),
    Column("document", _title, share=3, roomy=110),
    _ID,
    _QUOTE,
)
_STATEMENT_COLUMNS: tuple[Column[StatementRow], ...] = (
    Column("sentence", lambda row: row.place.surface, share=4, sought=True),
    Column("document", _title, share=1),
    _ID,
    Column("score", lambda row: f"{row.score:.3f}", piped=True),
)

PROBLEM_COLUMNS: tuple[Column[Any], ...] = (
    Column("file", lambda row: str(row.path), share=1),
    Column("why", lambda row: message(row.reason), share=1),
)
"""What could not be read, for people."""

NOTE_COLUMNS: tuple[Column[Any], ...] = (
    Column("aspect", lambda row: message(row[0].aspect)),
    Column("read_as", lambda row: read_as(row[0], row[1]), share=1),
    Column("words", lambda row: row[1], share=2),
    Column("because", lambda row: message(row[0].rule), share=3),
)
"""Why a number was read as it was, for people."""

LISTS = {
    "documents": List(lambda view: view.documents, lambda view: output.DOCUMENT, _DOCUMENT_COLUMNS),
    "figures": List(lambda view: view.figures, lambda view: output.FIGURE, _FIGURE_COLUMNS),
    "entities": List(lambda view: view.mentions, lambda view: output.MENTION, _MENTION_COLUMNS),
    "tasks": List(lambda view: view.tasks, lambda view: output.TASK, _TASK_COLUMNS),
    "search": List(lambda view: view.statements, lambda view: output.answer(view.matcher.why), _STATEMENT_COLUMNS),
}
"""The list of each command that takes a query."""
