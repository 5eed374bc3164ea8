"""What programs are told: rows as plain values in a fixed order, and those as JSON, JSON lines or CSV."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Generic, TypeVar

from dxtui.model import Document, Figure, Mention, Number, Problem, Reading, Task, row_id
from dxtui.model.note import Note
from dxtui.model.rows import DocumentRow, FigureRow, MentionRow, Place, StatementRow, TaskRow
from dxtui.text.visible import ACTING, visible

Row = TypeVar("Row")

Fields = dict[str, Any]
"""A row as JSON knows it: texts, whole numbers, None and the like, in the order they are written."""


class Shape(Generic[Row]):
    """The fields of one kind of row, in the order they are written."""

    def __init__(self, fields: Mapping[str, Callable[[Row], Any]]) -> None:
        """Take for each field its name and what reads it from a row."""
        self.names = tuple(fields)
        self._fields = dict(fields)

    def __call__(self, row: Row) -> Fields:
        """Return the fields of `row`."""
        return {name: read(row) for name, read in self._fields.items()}


def reading_fields(reading: Reading) -> Fields:
    """Return all that was read in one document: what `dxtui parse` prints."""
    document = reading.document

    def span(kind: str, start: int, end: int) -> Fields:
        return {"id": row_id(document.id, kind, start, end), "start": start, "end": end}

    def text(start: int, end: int) -> Fields:
        return {"text": document.text[start:end]}

    return {
        "document": {**_DOCUMENT_FIELDS(document), "length": len(document.text)},
        "statements": [
            {**span("s", s.start, s.end), "kind": s.kind, **text(s.start, s.end)} for s in reading.statements
        ],
        "numbers": [
            {**span("f" if n.figure else "n", n.start, n.end), **text(n.start, n.end), **_number(n)}
            for n in reading.numbers
        ],
        "entities": [
            {**span("e", m.start, m.end), **text(m.start, m.end), **_MENTION_FIELDS(m)} for m in reading.mentions
        ],
        "tasks": [{**span("t", t.start, t.end), **text(t.start, t.end), **_TASK_FIELDS(t)} for t in reading.tasks],
    }


def decimal_text(value: Decimal) -> str:
    """Return a value in digits, without exponent and without zeros that say nothing.

    >>> decimal_text(Decimal("1.3E+9")), decimal_text(Decimal("43.50"))
    ('1300000000', '43.5')
    """
    text = format(value, "f")
    text = text.rstrip("0").removesuffix(".") if "." in text else text
    return "0" if text == "-0" else text


def json_text(value: object) -> str:
    """Return JSON on one line, in which no character acts on a terminal: those are written as escapes."""
    return ACTING.sub(_escape, json.dumps(value, ensure_ascii=False))


def json_array(rows: Iterable[Fields]) -> Iterator[str]:
    """Yield lines that are one JSON array together, a row a line."""
    last = "["
    for count, row in enumerate(rows):
        yield last + ("," if count else "")
        last = json_text(row)
    if last == "[":
        yield "[]"
    else:
        yield last
        yield "]"


def json_lines(rows: Iterable[Fields]) -> Iterator[str]:
    """Yield a line of JSON for each row."""
    return map(json_text, rows)


def csv_lines(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Yield CSV, first the names of the columns. What is not known is empty; acting characters are made visible.

    A row is one string, which holds line feeds where its texts do.
    """
    columns = tuple(columns)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="")

    def line(cells: Iterable[object]) -> str:
        writer.writerow("" if cell is None else visible(str(cell)) for cell in cells)
        done = buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
        return done

    yield line(columns)
    for row in rows:
        yield line(row[column] for column in columns)


def _escape(found: Any) -> str:
    code = ord(found[0])
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"


_DOCUMENT: dict[str, Callable[[Document], Any]] = {
    "id": lambda document: document.id,
    "path": lambda document: str(document.path),
    "title": lambda document: document.title,
    "publisher": lambda document: document.publisher,
    "author": lambda document: document.author,
    "published": lambda document: document.published,
    "event_date": lambda document: document.event_date,
    "place": lambda document: document.place,
    "url": lambda document: document.url,
    "reference": lambda document: document.reference,
}
_FIGURE: dict[str, Callable[[Figure], Any]] = {
    "value": lambda figure: decimal_text(figure.value),
    "of": lambda figure: None if figure.of is None else decimal_text(figure.of),
    "to": lambda figure: None if figure.to is None else decimal_text(figure.to),
    "unit": lambda figure: figure.unit,
    "counted": lambda figure: figure.counted,
    "qualifier": lambda figure: figure.qualifier,
    "role": lambda figure: figure.role,
    "direction": lambda figure: figure.direction,
    "period": lambda figure: figure.period,
    "baseline": lambda figure: figure.baseline,
    "subject": lambda figure: figure.subject,
    "per": lambda figure: figure.per,
    "certainty": lambda figure: figure.certainty,
}
_MENTION: dict[str, Callable[[Mention], Any]] = {
    "type": lambda mention: mention.type,
    "canonical": lambda mention: mention.canonical,
}
_TASK: dict[str, Callable[[Task], Any]] = {
    "who": lambda task: task.who,
    "what": lambda task: task.what,
    "deadline": lambda task: task.deadline,
    "state": lambda task: task.state,
}


def _of(part: Callable[[Any], Any], fields: Mapping[str, Callable[[Any], Any]]) -> dict[str, Callable[[Any], Any]]:
    """Return `fields` of a part of a row as fields of the row."""

    def through(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
        return lambda row: read(part(row))

    return {name: through(read) for name, read in fields.items()}


def _statement_id(place: Place) -> str | None:
    statement = place.statement
    return None if statement is None else row_id(place.document.id, "s", statement.start, statement.end)


_PLACED: dict[str, Callable[[Any], Any]] = {
    "id": lambda row: row.id,
    "document": lambda row: row.place.document.id,
    "path": lambda row: str(row.place.document.path),
    "title": lambda row: row.place.document.title,
    "statement": lambda row: _statement_id(row.place),
    "start": lambda row: row.place.start,
    "end": lambda row: row.place.end,
    "text": lambda row: row.place.surface,
}
_SENTENCE: dict[str, Callable[[Any], Any]] = {"sentence": lambda row: row.place.quote}

DOCUMENT: Shape[DocumentRow] = Shape(
    _of(lambda row: row.place.document, _DOCUMENT)
    | {"statements": lambda row: row.statements, "figures": lambda row: row.figures}
)
"""A document with what is known of it and how much it holds."""

FIGURE: Shape[FigureRow] = Shape(
    _PLACED | {"class": lambda row: row.number.kind} | _of(lambda row: row.number.figure, _FIGURE) | _SENTENCE
)
"""A figure, its place, what it states, and the whole sentence."""

MENTION: Shape[MentionRow] = Shape(_PLACED | _of(lambda row: row.mention, _MENTION) | _SENTENCE)
"""A mention of an entity, its place, what it names, and the whole sentence."""

TASK: Shape[TaskRow] = Shape(
    _PLACED | _of(lambda row: row.task, _TASK) | {"overdue": lambda row: row.overdue} | _SENTENCE
)
"""A task, its place, who is to do what by when, and whether that day has passed."""

_STATEMENT: dict[str, Callable[[StatementRow], Any]] = {
    name: _PLACED[name] for name in ("id", "document", "title", "start", "end", "text")
} | {"score": lambda row: round(row.score, 6)}

STATEMENT: Shape[StatementRow] = Shape(_STATEMENT)
"""A statement that answers a search, with its score."""


def answer(why: Callable[[str], Sequence[str]]) -> Shape[StatementRow]:
    """Return the shape of a statement that answers a search, with the reasons that `why` gives for its place."""
    return Shape(_STATEMENT | {"why": lambda row: "; ".join(why(row.place.surface))})


PROBLEM: Shape[Problem] = Shape({"path": lambda row: str(row.path), "reason": lambda row: row.reason})
"""What could not be read, and why."""

NOTE: Shape[tuple[Note, str]] = Shape(
    {
        "aspect": lambda row: row[0].aspect,
        "value": lambda row: row[0].value,
        "start": lambda row: row[0].start,
        "end": lambda row: row[0].end,
        "words": lambda row: row[1],
        "rule": lambda row: row[0].rule,
    }
)
"""Why a number was read as it was: a note, and the words of the document that it rests on."""

_MENTION_FIELDS = Shape(_MENTION)
_TASK_FIELDS = Shape(_TASK)
_FIGURE_FIELDS = Shape(_FIGURE)
_DOCUMENT_FIELDS = Shape(_DOCUMENT)


def _number(number: Number) -> Fields:
    if number.figure is not None:
        return {"class": number.kind, **_FIGURE_FIELDS(number.figure)}
    if number.kind == "date":
        return {"class": number.kind, "period": number.period}
    return {"class": number.kind}
