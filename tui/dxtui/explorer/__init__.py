"""The one door both front ends use: open a corpus, ask it, follow a row to its source, cite it."""

import re
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from dxtui.cite import Citation, cite
from dxtui.errors import CorpusError, UsageError
from dxtui.explorer.bars import bars_of
from dxtui.explorer.entity import Entities, EntityPage
from dxtui.explorer.opening import Tell, open_paths, silent
from dxtui.explorer.ownnames import OwnNames
from dxtui.explorer.view import MOST, MOST_WITHIN, Found, Regroup, View
from dxtui.model import Document, Problem, Reading, parse_id
from dxtui.model.bars import Bars, Picture
from dxtui.model.grouping import Grouping
from dxtui.model.narrowing import WIDE, ByDocument, ByEntity, Narrowing
from dxtui.model.note import Note
from dxtui.model.rows import DocumentRow, EntityRow, Place
from dxtui.model.sorting import Sort
from dxtui.read.aliases import Aliases, aliases_of
from dxtui.search import Answer, UnwantedError, amounts_of, parse, while_wanted
from dxtui.settings import Settings
from dxtui.store.corpus import Corpus
from dxtui.store.deadlines import all_by_deadline, by_deadline
from dxtui.store.filters import Sought
from dxtui.store.grouping import grouped_figures
from dxtui.store.meaningless import meaningless
from dxtui.store.measured import ends_of
from dxtui.store.naming import Naming
from dxtui.store.pages import Numbered, Pages
from dxtui.store.readings import reading_of
from dxtui.store.renamed import RenamedRows
from dxtui.store.rows import holding, whole
from dxtui.store.sorting import sorted_figures
from dxtui.store.stated import stating
from dxtui.store.update import Progress, Report
from dxtui.store.within import Within

__all__ = [
    "EntityPage",
    "Explorer",
    "Named",
    "Progress",
    "Report",
    "Tell",
    "UnwantedError",
    "View",
    "while_wanted",
]

_NAMES = 100
"""Names and titles that a query is held against, the best ones."""

_READINGS_KEPT = 16
"""Readings that are kept at hand."""


_CALLED = 24
"""Documents, and entities, that are called by some words: the best ones."""


@dataclass(frozen=True, slots=True)
class Named:
    """What is called by some words, best first."""

    documents: Sequence[DocumentRow]
    """Documents by their titles."""
    entities: Sequence[EntityRow]
    """Entities by their names."""


class Explorer:
    """A corpus that was read, ready to be asked. It does not change once it is open."""

    def __init__(self, corpus: Corpus, aliases: Aliases | None = None, today: date = date.max) -> None:
        """Take an open corpus, the names a person gives things, and the day before which a deadline has passed."""
        self._record = corpus.record
        self._statements = corpus.statements
        self._names = corpus.names
        self._naming = Naming(corpus.record, aliases if aliases is not None else Aliases())
        self._own_names = OwnNames(self._naming)
        self._today = today
        self._rows = RenamedRows(corpus.record, self._naming, today)
        self._entities = Entities(
            corpus.record, self._naming, self._rows, corpus.statements, lambda answer: self._named(answer)[0]
        )
        self._readings: OrderedDict[int, Reading] = OrderedDict()

    @classmethod
    def open(
        cls,
        paths: Sequence[Path],
        settings: Settings,
        progress: Callable[[int, int], None] | None = None,
        *,
        report: Report | None = None,
        tell: Tell = silent,
    ) -> "Explorer":
        """Read the files and folders in `paths`; without any, the documents that come with dxtui.

        What is large is kept in an index on disk, and only what changed since is read. `progress` is called with how
        many files are read and how many there are, `report` with more of that; `tell` with what a person should know of
        the index.

        Raises:
            CorpusError: a path is missing, or nothing in them can be read.
            DescriptionError, AliasesError: a corpus.toml or an aliases.toml is malformed.
            SettingsError: the file of names that the settings give is not there.
            IndexFileError: the index can be neither read nor written.
        """

        def both(now: Progress) -> None:
            if progress is not None and now.documents < now.of:
                progress(now.documents, now.of)
            if report is not None:
                report(now)

        aliases = aliases_of(settings.names(), paths, usual=not settings.aliases)
        return cls(open_paths(paths, settings, both, tell), aliases, settings.day())

    @property
    def documents(self) -> Sequence[Document]:
        """All documents, in the order they were read; their texts come when they are looked at."""
        record = self._record
        numbers = record.documents

        def fetch(start: int, stop: int) -> list[Document]:
            found = record.documents_of(numbers[start:stop])
            return [found[number] for number in numbers[start:stop]]

        return Pages(len(numbers), fetch)

    @cached_property
    def ordinals(self) -> dict[str, int]:
        """The place of each document, from 1, by its id."""
        found = self._record.all("SELECT id FROM documents ORDER BY place, number")
        return {id: at for at, (id,) in enumerate(found, 1)}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, and why; what was found damaged since; and what of a person's names is amiss."""
        return (*self._unread, *self._record.spoilt, *self._naming.aliases.problems, *self._meaningless)

    @cached_property
    def _meaningless(self) -> tuple[Problem, ...]:
        return tuple(meaningless(self._record, self._naming))

    @cached_property
    def _unread(self) -> tuple[Problem, ...]:
        return tuple(self._record.problems)

    @cached_property
    def everything(self) -> View:
        """The rows of the whole corpus."""
        record, rows = self._record, self._rows
        documents = record.documents
        statements, figures = record.statements, record.figures
        entities = self._naming.order(record.entities)
        return View(
            query="",
            answer=self._statements.answer("", limit=0),
            documents=Pages(len(documents), lambda a, b: rows.documents(documents[a:b])),
            entities=Pages(len(entities), lambda a, b: rows.entities(entities[a:b])),
            figures=Numbered(
                len(figures),
                lambda a, b: rows.figures(figures.numbers(a, b)),
                lambda: figures.numbers(0, len(figures)),
                rows.figures,
            ),
            statements=Pages(len(statements), lambda a, b: rows.statements(record.held(statements.numbers(a, b)))),
            tasks=Pages(len(record.tasks), lambda a, b: rows.tasks(self._tasks[a:b])),
            total=len(statements),
        )

    @cached_property
    def _tasks(self) -> Sequence[int]:
        return all_by_deadline(self._record)

    def view(
        self,
        query: str = "",
        narrowing: Narrowing = WIDE,
        sort: Sort | None = None,
        group: Grouping | None = None,
        most: int = MOST,
    ) -> View:
        """Return the rows of all lists that answer `query` within `narrowing`; blank, they give everything.

        What narrows by a document leaves the other documents in their list, and what narrows by an entity the other
        entities, so that another one can be chosen. The figures are in the order of `sort`, if there is one, and in
        groups by `group`. A query is answered with its best `most` statements. Never raises, whatever the query.
        """
        view = self._view(query, narrowing, most)
        if narrowing.document is not None:
            view = replace(view, documents=self._view(query, narrowing.without(ByDocument), most).documents)
        if narrowing.entity is not None:
            view = replace(view, entities=self._view(query, narrowing.without(ByEntity), most).entities)
        if sort is not None and isinstance(view.figures, Numbered):
            figures = view.figures.ordered(lambda numbers: sorted_figures(self._record, numbers, sort))
            view = replace(view, figures=figures, sort=sort)
        together = group == "unit" or (sort is not None and sort.by == "value")
        if together and isinstance(view.figures, Numbered):
            view = replace(view, ends=ends_of(self._record, view.figures.numbers))
        if group is not None and isinstance(view.figures, Numbered):
            backward = sort is not None and sort.by == group and sort.backward
            rows, numbers = view.figures.rows, view.figures.numbers
            grouped = grouped_figures(self._record, self._naming, numbers, rows, group, backward=backward)
            view = replace(view, figures=grouped, group=group)
        return view

    def bars(self, numbers: Sequence[int], unit: str | None = None, picture: Picture | None = None) -> Bars:
        """Return the bars of those of the figures with these numbers that have `unit`, or the commonest unit of them.

        A unit is meant folded, "" for none. What is drawn is `picture`, or what tells most where that is None.
        """
        return bars_of(self._record, self._rows.figures, numbers, unit, picture)

    def _view(self, query: str, narrowing: Narrowing, most: int) -> View:
        if not query.strip() and not narrowing:
            return self.everything
        parsed = parse(query)
        within = Within(self._record, self._naming, narrowing) if narrowing else None
        sought = Sought(self._record, self._names, parsed.filters, self._naming, within, self._today)
        if sought and parsed.wordless:
            keys, more = sought.keys(most if parsed.filters else max(most, MOST_WITHIN))
            answer = self._statements.answer(parsed, limit=0)
            hits = [(key, 0.0) for key in keys]
            total, exact = len(keys), not more
        else:
            answer = self._statements.answer(
                parsed, limit=most, accept=sought.accept if sought else None, having=sought.having()
            )
            if answer.everything:
                return self._all(query, answer)
            hits = [(hit.key, hit.score) for hit in answer.hits]
            total, exact = answer.total, answer.exact
        held = self._record.held([key for key, _ in hits])
        scores = dict(hits)
        asked: Mapping[int, Sequence[int]] | None = sought.figures([row.key for row in held])
        if amounts := amounts_of(answer.matcher.alternatives):
            asked = stating(self._record, amounts, held, asked)
        due = sought.tasks([row.key for row in held])
        found = Found(self._rows, answer.matcher, held, [scores[row.key] for row in held], asked, due, query)
        entities, titled = self._named(answer) if not sought else ([], [])
        return View(
            query=query,
            answer=answer,
            documents=found.documents(titled),
            entities=found.entities(
                [] if sought else self._own_names.also(parsed, entities), self._regroup, called=sought.called
            ),
            figures=found.figures(),
            statements=found.statements(),
            tasks=found.tasks(partial(by_deadline, self._record)),
            total=total,
            exact=exact,
            narrowing=narrowing,
        )

    @property
    def _regroup(self) -> Regroup | None:
        return self._naming.of if self._naming else None

    def _all(self, query: str, answer: Answer) -> View:
        """Return everything as the answer of a query that asked for nothing."""
        everything = self.everything
        return View(
            query=query,
            answer=answer,
            documents=everything.documents,
            entities=everything.entities,
            figures=everything.figures,
            statements=everything.statements,
            tasks=everything.tasks,
            total=everything.total,
        )

    def _named(self, answer: Answer) -> tuple[list[int], list[int]]:
        """Return the entities and the documents that the query names, best first."""
        named = self._names.named(answer, limit=_NAMES)
        entities = {hit.key // 2: hit.score for hit in named if hit.key % 2 == 0}
        titled = {hit.key // 2: hit.score for hit in named if hit.key % 2}
        ranks, places = self._record.ranks(entities), self._record.places
        return (
            sorted(ranks, key=lambda number: (-entities[number], ranks[number])),
            sorted(titled, key=lambda number: (-titled[number], places.get(number, number))),
        )

    def named(self, words: str) -> Named:
        """Return the documents and entities whose title or name has all of `words`, the last perhaps only begun.

        What is typed is no query: signs in it mean nothing.
        """
        parsed = parse(" ".join(re.findall(r"\w+", words)).lower())
        if not parsed.text.strip():
            return Named((), ())
        entities, titled = self._named(self._statements.answer(parsed, limit=0))
        entities = [*self._own_names.also(parsed, entities)]
        return Named(
            self._rows.documents(titled[:_CALLED], [(0, 0)] * len(titled[:_CALLED])),
            self._rows.entities(entities[:_CALLED]),
        )

    def entity(self, name: str, type: str | None = None) -> EntityPage:
        """Return what is called `name`, or written so, or else what a slip in it was meant for; with `type` of that.

        Of several the one is taken that has the name to the letter, or else is named most.

        Raises:
            CorpusError: nothing is; the hint has the nearest names.
        """
        return self._entities.page(name, type)

    def reading(self, document: str) -> Reading:
        """Return what was read in the document with this id.

        Raises:
            CorpusError: no document of the corpus has it.
        """
        return self._reading(self._at(document))

    def _reading(self, number: int) -> Reading:
        reading = self._readings.get(number)
        if reading is None:
            reading = self._readings[number] = self._naming.reading(reading_of(self._record, number))
            if len(self._readings) > _READINGS_KEPT:
                self._readings.popitem(last=False)
        return reading

    def locate(self, id: str) -> Place:
        """Return the place that an id of a document or a row names.

        An id is a document's text and a span of it, so one made by an earlier version still resolves.

        Raises:
            UsageError: `id` has not the form of one.
            CorpusError: the corpus has no such document, or its text ends before the span does.
        """
        parts = parse_id(id.strip())
        if parts is None:
            raise UsageError(
                f"{id.strip()!r} is not an id", hint="an id looks like k3v7x2m4qpta.f1204-1212; every list shows them"
            )
        number = self._at(parts.document)
        document = self._record.document(number)
        if parts.start is None or parts.end is None:
            return whole(document)
        if parts.end > document.length:
            raise CorpusError(
                f"{id.strip()} lies beyond the end of its document", hint="`dxtui search` finds the sentence"
            )
        return holding(document, self._record.statement_at(number, parts.start), parts.start, parts.end)

    def cite(self, id: str) -> Citation:
        """Return the citation of what an id names.

        Raises:
            UsageError, CorpusError: as `locate`.
        """
        return cite(self.locate(id), id.strip())

    def explain(self, id: str) -> tuple[Note, ...]:
        """Return why the number that an id names was read as it was: each aspect with its rule and its words.

        Raises:
            UsageError, CorpusError: as `locate`; also where no number stands at that span.
        """
        from dxtui.extract import explain  # Not on the way to the first rows.

        place = self.locate(id)
        document = place.document
        statements = self.reading(document.id).statements
        notes = explain(document, statements, place.start, place.end)
        if not notes:
            raise CorpusError(f"{id.strip()} names no number", hint="`dxtui figures` lists the figures with their ids")
        return notes

    def _at(self, document: str) -> int:
        number = self._record.number_of(document)
        if number is None:
            raise CorpusError(
                f"no document of this corpus has the id {document}",
                hint="an id is made from the text, so the document may have changed since; "
                "`dxtui documents` lists the ids of now, --corpus PATH names where its text is",
            )
        return number
