"""Small corpora on disk that can be indexed."""

import os
import random
from pathlib import Path

import pytest

from dxtui import resources
from dxtui.explorer import Explorer
from dxtui.store import place
from dxtui.store.corpus import Tell, bring_up, in_memory, open_corpus, silent
from dxtui.store.update import Summary

MOST = 1 << 26


def texts(count: int, seed: int = 1) -> list[str]:
    """Return texts of some paragraphs of the shipped documents each, every one different."""
    paragraphs = [
        line for path in sorted(resources.seeds().glob("*.txt")) for line in path.read_text("utf-8").split("\n") if line
    ]
    chance = random.Random(seed)
    return ["\n\n".join([f"Tài liệu số {at}", *chance.sample(paragraphs, 4)]) + "\n" for at in range(count)]


QUERIES = (
    "",
    "ho so truc tuyen",
    "Bộ Công an",
    "dich vu cog",
    "chuyen doi",
    "2023",
    "43,5%",
    "unit:% value:>40",
    "giam -so",
    "tl",
    "unit:% tang",
    'place:"Hà Nội" ho so',
    "role:change giam",
)


class Shelf:
    """A folder of documents and the index of it."""

    def __init__(self, folder: Path) -> None:
        self.files = folder / "files"
        self.files.mkdir()
        self.index = folder / "indexes" / "corpus"
        self.told: list[str] = []

    def put(self, name: str, text: str) -> None:
        """Write a file, with a time at which a record takes it for settled."""
        path = self.files / name
        path.write_text(text, "utf-8")
        os.utime(path, ns=(10**18, 10**18))

    def bring_up(self, **more: bool) -> Summary:
        """Bring the index up with the files."""
        return bring_up(self.index, [self.files], MOST, tell=self.told.append, **more)

    def open(self, tell: Tell = silent) -> Explorer:
        """Open the index."""
        return Explorer(open_corpus(self.index, tell))

    @property
    def record(self) -> Path:
        """The file of the record."""
        return place.current(self.index) / place.RECORD

    @staticmethod
    def answers(explorer: Explorer) -> list[object]:
        """Return all that an explorer says: every document, and every list for some queries."""
        said: list[object] = [explorer.reading(document.id) for document in explorer.documents]
        said.append(explorer.problems)
        for query in QUERIES:
            view = explorer.view(query)
            said.append((query, view.total, view.exact, view.answer.missing, view.answer.corrected))
            said += [[(row.id, row.statements, row.figures) for row in view.documents]]
            said += [[(row.canonical, row.type, row.documents, [m.id for m in row.mentions]) for row in view.entities]]
            said += [[(row.id, row.number) for row in view.figures]]
            said += [[(row.id, round(row.score, 3)) for row in view.statements]]
            said += [[(row.id, row.task) for row in view.tasks]]
            said += [[row.id for row in view.mentions]]
        return said

    def anew(self) -> list[object]:
        """Return what an index says that is made anew, in memory."""
        return self.answers(self.open_anew())

    def open_anew(self) -> Explorer:
        """Open an index that is made anew, in memory."""
        return Explorer(in_memory([self.files], MOST))

    @staticmethod
    def texts(count: int, seed: int = 1) -> list[str]:
        """Return texts, every one different."""
        return texts(count, seed)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An empty folder of documents."""
    return Shelf(tmp_path)


@pytest.fixture
def filled(shelf: Shelf) -> Shelf:
    """Twelve documents in a folder."""
    for at, text in enumerate(texts(12)):
        shelf.put(f"{at:02}.txt", text)
    return shelf
