"""From a document to what it says. Pure functions; the words they know come from the lexicon."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from dxtui.extract.issuer import issued
from dxtui.extract.names import find as find_mentions
from dxtui.extract.numbers import find as find_numbers
from dxtui.extract.numbers.explain import explain as explain_number
from dxtui.extract.pause import collector_paused
from dxtui.extract.published import published
from dxtui.extract.statements import find as find_statements
from dxtui.extract.tasks import find as find_tasks
from dxtui.model import Document, Mention, Number, Reading, Statement, Task
from dxtui.model.note import Note
from dxtui.text.emphasis import Emphasis

__all__ = ["explain", "extract"]

Found = TypeVar("Found", Statement, Number, Mention, Task, Note)


def extract(document: Document) -> Reading:
    """Read the statements, numbers, names and tasks of `document`.

    A document without a stated title takes its first statement of kind title, if its text has one; one without a stated
    date of publication that of its head, if that is there to say it, and one without a stated publisher or number the
    body and the number of its letterhead.
    """
    with collector_paused():
        return _read(document)


def _read(document: Document) -> Reading:
    written = Emphasis(document.text)
    text = written.text
    statements = find_statements(text)
    if document.title is None:
        document = dataclasses.replace(document, title=_title(text, statements))
    if document.published is None:
        document = dataclasses.replace(document, published=published(text, statements))
    today = document.event_date or document.published
    numbers = find_numbers(text, statements, today)
    mentions = find_mentions(text, statements, document.publisher)
    if document.publisher is None or document.reference is None:
        by, reference = issued(text, mentions)
        document = dataclasses.replace(
            document, publisher=document.publisher or by, reference=document.reference or reference
        )
    tasks = find_tasks(text, statements, numbers, mentions, today)
    if written.marked:
        statements = _placed(statements, written.whole)
        numbers = _placed(numbers, written.span)
        mentions = _placed(mentions, written.span)
        tasks = _placed(tasks, written.whole)
    return Reading(document, statements, numbers, mentions, tasks)


def _placed(found: tuple[Found, ...], span: Callable[[int, int], tuple[int, int]]) -> tuple[Found, ...]:
    """Return what was found in a text without its marks with the spans of the text as it is written."""
    out: list[Any] = []  # The compiler of the wheel knows no list of a type that is one of several.
    for one in found:
        start, end = span(one.start, one.end)
        out.append(one._replace(start=start, end=end))
    return tuple(out)


def explain(document: Document, statements: Sequence[Statement], start: int, end: int) -> tuple[Note, ...]:
    """Return what was read of the number at [start, end) of a document, each with its rule and the words it rests on.

    Args:
        document: as it was read.
        statements: those of its reading.
        start: first code point of the number.
        end: past its last code point.
    """
    anchor = document.event_date or document.published
    written = Emphasis(document.text)
    if not written.marked:
        return explain_number(document.text, statements, anchor, start, end)
    bare = tuple(Statement(written.place(s.start), written.place(s.end), s.kind) for s in statements)
    notes = explain_number(written.text, bare, anchor, written.place(start), written.place(end))
    return _placed(notes, written.span)


def _title(text: str, statements: tuple[Statement, ...]) -> str | None:
    first = next((s for s in statements if s.kind == "title"), None)
    if first is None:
        return None
    return " ".join(text[first.start : first.end].lstrip("# ").split()) or None
