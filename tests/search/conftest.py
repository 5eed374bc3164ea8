"""Corpora to search in."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dxtui.extract import extract
from dxtui.model import Document, Reading, Statement, document_id
from dxtui.read import read
from dxtui.resources import seeds
from dxtui.search import Answer, Hit, Searcher, TextWriter, prepare

Corpus = Callable[..., "Lines"]


class Lines:
    """A corpus whose statements are the lines of its documents, in a text index in memory."""

    def __init__(self, *documents: str, title: str | None = None) -> None:
        self._fill([self._reading(text, title) for text in documents])

    def _fill(self, readings: Sequence[Reading]) -> None:
        self.places = [(at, place) for at, reading in enumerate(readings) for place in reading.statements]
        self.texts = [readings[at].document.text[place.start : place.end] for at, place in self.places]
        writer = TextWriter(None)
        for key, (at, _) in enumerate(self.places):
            writer.add(key, prepare(self.texts[key]), at)
        writer.commit()
        names = TextWriter(None)
        for at, reading in enumerate(readings):
            document = reading.document
            facts = (document.title, document.publisher, document.author, document.place)
            names.add(2 * at + 1, prepare("\n".join(fact for fact in facts if fact)), 2 * at + 1)
        names.commit()
        about = Searcher(names, lambda keys: [""] * len(keys))
        dates = [reading.document.published or reading.document.event_date or "" for reading in readings]

        def dated(year: str) -> list[int]:
            return [at for at, date in enumerate(dates) if date.startswith(year)]

        self.searcher = Searcher(writer, lambda keys: [self.texts[key] for key in keys], about, dated=dated)

    @staticmethod
    def _reading(text: str, title: str | None) -> Reading:
        statements, start = [], 0
        for line in text.split("\n"):
            if line.strip():
                statements.append(Statement(start, start + len(line), "sentence"))
            start += len(line) + 1
        document = Document(document_id(text), Path("a.txt"), text, title=title)
        return Reading(document, tuple(statements), (), (), ())

    def search(self, query: str) -> Answer:
        """Return the whole answer."""
        return self.searcher.answer(query, limit=max(1, len(self.texts)))

    def text(self, hit: Hit) -> str:
        return self.texts[hit.key]

    def find(self, query: str) -> list[str]:
        """Return the statements that answer, best first."""
        return [self.text(hit) for hit in self.search(query).hits]

    def marked(self, query: str, text: str) -> list[str]:
        """Return what is highlighted in `text`."""
        return [text[start:end] for start, end in self.search(query).matcher.spans(text)]


class Seeds(Lines):
    """The shipped documents, as the program reads them."""

    def __init__(self) -> None:
        documents, _ = read([seeds()], 1 << 20)
        self._fill([extract(document) for document in documents])


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """Makes a corpus of texts."""
    return Lines


@pytest.fixture(scope="session")
def shipped() -> Lines:
    """The shipped documents."""
    return Seeds()
