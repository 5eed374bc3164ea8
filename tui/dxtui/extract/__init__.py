"""From a document to what it says. Pure functions; the words they know come from the lexicon."""

import dataclasses

from dxtui.extract import mentions, numbers, statements, tasks
from dxtui.model import Document, Reading
from dxtui.text.fold import fold


def extract(document: Document) -> Reading:
    """Read the statements, numbers, names and tasks of `document`.

    A document without a stated title takes the first statement of kind title, if its text has one.
    """
    text = document.text
    folded = fold(text)
    found = statements.find(text, folded)
    if document.title is None:
        first = next((s for s in found if s.kind == "title"), None)
        if first is not None:
            title = " ".join(text[first.start : first.end].lstrip("# ").split())
            document = dataclasses.replace(document, title=title or None)
    counted = numbers.find(text, folded, found, document.event_date or document.published)
    named = mentions.find(text, folded, found)
    return Reading(document, found, counted, named, tasks.find(text, folded, found, counted, named))
