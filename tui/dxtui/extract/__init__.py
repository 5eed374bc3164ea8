"""From a document to what it says. Pure functions; the words they know come from the lexicon."""

import dataclasses

from dxtui.extract.names import find as find_mentions
from dxtui.extract.numbers import find as find_numbers
from dxtui.extract.pause import collector_paused
from dxtui.extract.statements import find as find_statements
from dxtui.extract.tasks import find as find_tasks
from dxtui.model import Document, Reading, Statement

__all__ = ["extract"]


def extract(document: Document) -> Reading:
    """Read the statements, numbers, names and tasks of `document`.

    A document without a stated title takes its first statement of kind title, if its text has one.
    """
    with collector_paused():
        return _read(document)


def _read(document: Document) -> Reading:
    text = document.text
    statements = find_statements(text)
    if document.title is None:
        document = dataclasses.replace(document, title=_title(text, statements))
    numbers = find_numbers(text, statements, document.event_date or document.published)
    mentions = find_mentions(text, statements)
    tasks = find_tasks(text, statements, numbers, mentions)
    return Reading(document, statements, numbers, mentions, tasks)


def _title(text: str, statements: tuple[Statement, ...]) -> str | None:
    first = next((s for s in statements if s.kind == "title"), None)
    if first is None:
        return None
    return " ".join(text[first.start : first.end].lstrip("# ").split()) or None
