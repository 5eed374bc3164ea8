"""Corpora to search in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dxtui.extract import extract
from dxtui.model import Document, Reading, Statement, document_id
from dxtui.read import read
from dxtui.resources import seeds
from dxtui.search import Hit, Index

Corpus = Callable[..., "Lines"]


class Lines:
    """A corpus whose statements are the lines of its documents."""

    def __init__(self, *documents: str, title: str | None = None) -> None:
        self.readings = [self._reading(text, title) for text in documents]
        self.index = Index(self.readings)

    @staticmethod
    def _reading(text: str, title: str | None) -> Reading:
        statements, start = [], 0
        for line in text.split("\n"):
            if line.strip():
                statements.append(Statement(start, start + len(line), "sentence"))
            start += len(line) + 1
        document = Document(document_id(text), Path("a.txt"), text, title=title)
        return Reading(document, tuple(statements), (), (), ())

    def text(self, hit: Hit) -> str:
        reading = self.readings[hit.reading]
        statement = reading.statements[hit.statement]
        return reading.document.text[statement.start : statement.end]

    def find(self, query: str) -> list[str]:
        """Return the statements that answer, best first."""
        return [self.text(hit) for hit in self.index.search(query).hits]

    def marked(self, query: str, text: str) -> list[str]:
        """Return what is highlighted in `text`."""
        return [text[start:end] for start, end in self.index.search(query).matcher.spans(text)]


class Seeds(Lines):
    """The shipped documents, as the program reads them."""

    def __init__(self) -> None:
        documents, _ = read([seeds()], 1 << 20)
        self.readings = [extract(document) for document in documents]
        self.index = Index(self.readings)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """Makes a corpus of texts."""
    return Lines


@pytest.fixture(scope="session")
def shipped() -> Lines:
    """The shipped documents."""
    return Seeds()
