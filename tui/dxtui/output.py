"""What programs are told: rows as plain values in a fixed order, and those as JSON, JSON lines or CSV."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from dxtui.model import Document, Figure, Mention, Number, Problem, Reading, Task, row_id
from dxtui.model.rows import DocumentRow, FigureRow, MentionRow, Place, StatementRow, TaskRow
from dxtui.text.visible import ACTING, visible

Fields = dict[str, Any]
"""A row as JSON knows it: texts, whole numbers, None and the like, in the order they are written."""


def reading_fields(reading: Reading) -> Fields:
    """Return all that was read in one document: what `dxtui parse` prints."""
    document = reading.document

    def span(kind: str, start: int, end: int) -> Fields:
        return {"id": row_id(document.id, kind, start, end), "start": start, "end": end}

    def text(start: int, end: int) -> Fields:
        return {"text": document.text[start:end]}

    return {
        "document": {**_document(document), "length": len(document.text)},
        "statements": [
            {**span("s", s.start, s.end), "kind": s.kind, **text(s.start, s.end)} for s in reading.statements
        ],
        "numbers": [
            {**span("f" if n.figure else "n", n.start, n.end), **text(n.start, n.end), **_number(n)}
            for n in reading.numbers
        ],
        "entities": [{**span("e", m.start, m.end), **text(m.start, m.end), **_mention(m)} for m in reading.mentions],
        "tasks": [{**span("t", t.start, t.end), **text(t.start, t.end), **_task(t)} for t in reading.tasks],
    }


def document_fields(row: DocumentRow) -> Fields:
    """Return a document with what is known of it and how much it holds."""
    return {**_document(row.place.document), "statements": row.statements, "figures": row.figures}


def figure_fields(row: FigureRow) -> Fields:
    """Return a figure, its place, and what it states."""
    return {**_placed(row.id, row.place), **_number(row.number)}


def mention_fields(row: MentionRow) -> Fields:
    """Return a mention of an entity, its place, and what it names."""
    return {**_placed(row.id, row.place), **_mention(row.mention)}


def task_fields(row: TaskRow) -> Fields:
    """Return a task, its place, and who is to do what by when."""
    return {**_placed(row.id, row.place), **_task(row.task)}


def statement_fields(row: StatementRow) -> Fields:
    """Return a statement that answers a search, with its score."""
    place = row.place
    return {
        "id": row.id,
        "document": place.document.id,
        "title": place.document.title,
        "start": place.start,
        "end": place.end,
        "text": place.surface,
        "score": round(row.score, 6),
    }


def problem_fields(row: Problem) -> Fields:
    """Return what could not be read, and why."""
    return {"path": str(row.path), "reason": row.reason}


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


def _document(document: Document) -> Fields:
    return {
        "id": document.id,
        "path": str(document.path),
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "published": document.published,
        "event_date": document.event_date,
        "place": document.place,
        "url": document.url,
    }


def _placed(id: str, place: Place) -> Fields:
    document, statement = place.document, place.statement
    return {
        "id": id,
        "document": document.id,
        "path": str(document.path),
        "title": document.title,
        "statement": None if statement is None else row_id(document.id, "s", statement.start, statement.end),
        "start": place.start,
        "end": place.end,
        "text": place.surface,
    }


_FIGURE: dict[str, Callable[[Figure], object]] = {
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
}


def _number(number: Number) -> Fields:
    fields: Fields = {"class": number.kind}
    if number.figure is not None:
        fields |= {name: read(number.figure) for name, read in _FIGURE.items()}
    elif number.kind == "date":
        fields["period"] = number.period
    return fields


def _mention(mention: Mention) -> Fields:
    return {"type": mention.type, "canonical": mention.canonical}


def _task(task: Task) -> Fields:
    return {"who": task.who, "what": task.what, "deadline": task.deadline, "state": task.state}
