"""The one door both front ends use: open a corpus, ask it, follow a row to its source, cite it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dxtui.cite import Citation, cite
from dxtui.errors import CorpusError
from dxtui.extract import extract
from dxtui.model import Problem, Reading, Statement, parse_id, row_id
from dxtui.model.rows import DocumentRow, EntityRow, FigureRow, MentionRow, Place, StatementRow, TaskRow
from dxtui.read import read
from dxtui.search import Answer, Index, Matcher
from dxtui.settings import Settings

Progress = Callable[[int, int], None]
"""Called with how many documents are done and how many there are."""


@dataclass(frozen=True, slots=True)
class View:
    """The answer of every list to one query, best first where there is a query, in the order of the text where not."""

    query: str
    """The query as typed."""
    matcher: Matcher
    """Finds what matched in any string of a row."""
    documents: tuple[DocumentRow, ...]
    """Documents with a statement or a title that matches."""
    entities: tuple[EntityRow, ...]
    """Entities named in the statements that match, or whose name matches."""
    figures: tuple[FigureRow, ...]
    """Figures of the statements that match."""
    statements: tuple[StatementRow, ...]
    """Statements that match."""
    tasks: tuple[TaskRow, ...]
    """Tasks in the statements that match."""


class Explorer:
    """A corpus that was read, ready to be asked. It does not change once it is open."""

    def __init__(self, readings: Sequence[Reading], problems: Sequence[Problem]) -> None:
        """Take what was read, and what could not be."""
        self.readings = tuple(readings)
        self.problems = tuple(problems)
        self._by_id = {reading.document.id: reading for reading in self.readings}
        self._starts = {key: [s.start for s in reading.statements] for key, reading in self._by_id.items()}

    @classmethod
    def open(cls, paths: Sequence[Path], settings: Settings, progress: Progress | None = None) -> "Explorer":
        """Read the files and folders in `paths`; without any, the documents that come with dxtui.

        Raises:
            CorpusError: a path is missing, or nothing in them can be read.
            DescriptionError: a corpus.toml is malformed.
        """
        documents, problems = read(paths, settings.max_bytes)
        readings = []
        for done, document in enumerate(documents):
            if progress is not None:
                progress(done, len(documents))
            readings.append(extract(document))
        return cls(readings, problems)

    @cached_property
    def index(self) -> Index:
        """The text index, built when first asked for."""
        return Index(self.readings)

    def reading(self, document: str) -> Reading:
        """Return what was read in the document with this id.

        Raises:
            CorpusError: no document of the corpus has it.
        """
        try:
            return self._by_id[document]
        except KeyError:
            raise CorpusError(
                f"no document of this corpus has the id {document}", hint="`dxtui documents` lists their ids"
            ) from None
