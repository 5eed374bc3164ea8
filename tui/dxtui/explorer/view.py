"""The answer of every list to one query."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType

from dxtui.explorer.figures import by_match
from dxtui.model.grouping import Grouping
from dxtui.model.narrowing import WIDE, Narrowing
from dxtui.model.rows import DocumentRow, EntityRow, FigureRow, MentionRow, StatementRow, TaskRow
from dxtui.model.sorting import Sort
from dxtui.search import Answer, Matcher
from dxtui.store.pages import PAGE, Numbered, Pages
from dxtui.store.record import Held
from dxtui.store.rows import Rows

_NOBODY: Mapping[int, int] = MappingProxyType({})

Regroup = Callable[[int, int], int]
"""Returns what an entity of the record, mentioned at the mention of this number, is taken for."""

_YEARS = re.compile(r"(?<![\w:.,/-])(?:19|20)\d\d(?![\w,/-]|\.\d)")
"""A year among the words of a query."""

MOST = 500
"""Statements that a query is answered with: the best ones. All other lists are made of these."""

MOST_WITHIN = 100_000
"""Statements of a document, or naming an entity, that are shown where nothing else is asked: the first ones."""


@dataclass(frozen=True)
class View:
    """The answer of every list to one query: best first where there is a query, in the order of the texts where not.

    The lists are fetched as they are looked at. A query is answered with the best `MOST` statements; `total` says how
    many there are.
    """

    query: str
    """The query as typed."""
    answer: Answer
    """What search said of it."""
    documents: Sequence[DocumentRow]
    """Documents with a statement that matches, and those whose title or what else they say of themselves does."""
    entities: Sequence[EntityRow]
    """Entities whose name matches, with all their mentions, then those named in the statements that match."""
    figures: Sequence[FigureRow]
    """Figures of the statements that match; those that are asked for, where the query has fields of figures.

    Where it is an amount and figures of a statement state that, of that statement only those.
    """
    statements: Sequence[StatementRow]
    """Statements that match."""
    tasks: Sequence[TaskRow]
    """Tasks in the statements that match, or that are asked for; those due first before the others."""
    total: int
    """How many statements match, of which `statements` are the best."""
    exact: bool = True
    """Whether `total` is right; otherwise there are at least so many."""
    narrowing: Narrowing = WIDE
    """What the lists are narrowed to beside the query."""
    sort: Sort | None = None
    """What the figures are sorted by; None for the order that they have by themselves."""
    group: Grouping | None = None
    """What the figures are grouped by: `figures` has the groups then."""
    ends: Mapping[str, tuple[Decimal, Decimal]] = field(default_factory=dict)
    """Where figures of one unit stand together: for each unit, folded, the least and the greatest value of them."""

    @property
    def capped(self) -> bool:
        """Whether more statements match than the lists are made of."""
        return self.total > len(self.statements) or not self.exact

    @property
    def matcher(self) -> Matcher:
        """Finds what matched in any string of a row."""
        return self.answer.matcher

    @cached_property
    def mentions(self) -> Sequence[MentionRow]:
        """The mentions of `entities`, in their order."""
        entities = self.entities
        return joined(len(entities), [len(entity.mentions) for entity in entities], lambda at: entities[at].mentions)


def joined(count: int, sizes: Iterable[int], part: Callable[[int], Sequence[MentionRow]]) -> Pages[MentionRow]:
    """Return `count` sequences of these sizes as one, each asked for by its place when it is looked at."""
    ends = list(accumulate(sizes))

    def fetch(start: int, stop: int) -> list[MentionRow]:
        found: list[MentionRow] = []
        for at, first, last in runs(ends, start, stop):
            found.extend(part(at)[first:last])
        return found

    return Pages(ends[-1] if count else 0, fetch)


def runs(ends: Sequence[int], start: int, stop: int) -> Iterable[tuple[int, int, int]]:
    """Yield which parts of which sequences make the places from `start` to `stop`, if sequence i ends at `ends[i]`."""
    at = bisect_right(ends, start)
    while start < stop:
        begin = ends[at - 1] if at else 0
        last = min(stop, ends[at])
        if last > start:
            yield at, start - begin, last - begin
        start = max(last, start)
        at += 1


class Found:
    """The lists over the statements that answer a query, best first."""

    def __init__(
        self,
        rows: Rows,
        matcher: Matcher,
        held: Sequence[Held],
        scores: Sequence[float],
        figures: Mapping[int, Sequence[int]] | None,
        tasks: dict[int, list[int]] | None = None,
        query: str = "",
    ) -> None:
        """Take the statements with their scores.

        `figures` and `tasks` are those of each key that are asked for, None for all; `query` is what was typed.
        """
        self._years = tuple(_YEARS.findall(query))
        self._rows = rows
        self._matcher = matcher
        self._held = held
        self._scores = scores
        self._asked = figures
        self._asked_tasks = tasks

    def statements(self) -> Pages[StatementRow]:
        """Return the statements."""
        held, scores = self._held, self._scores
        return Pages(len(held), lambda a, b: self._rows.statements(held[a:b], scores[a:b]))

    def _figures_of(self, row: Held) -> Sequence[int]:
        if self._asked is not None:
            return self._asked.get(row.key, ())
        return range(row.figure, row.figure + row.figures)

    def _counts(self) -> list[int]:
        """Return how many figures of each statement are shown."""
        if self._asked is None:
            return [row.figures for row in self._held]
        return [len(self._asked.get(row.key, ())) for row in self._held]

    def figures(self) -> Numbered[FigureRow]:
        """Return the figures; of one statement, and of the best ones together, those first that are about the query."""
        held = self._held
        ends = list(accumulate(self._counts()))
        # The first statements, whose figures are seen together, are put in order together.
        best = min(max(bisect_right(ends, PAGE), 1), len(ends))

        def of(parts: Sequence[range]) -> list[Sequence[FigureRow]]:
            numbers = [[number for at in part for number in self._figures_of(held[at])] for part in parts]
            rows = self._rows.figures([number for some in numbers for number in some])
            firsts = accumulate(map(len, numbers), initial=0)
            return [
                by_match(rows[first : first + len(some)], self._matcher, self._years)
                for first, some in zip(firsts, numbers, strict=False)
            ]

        def fetch(start: int, stop: int) -> list[FigureRow]:
            joint = ends[best - 1]
            parts = [(range(best), start, stop)] if start < joint else []
            parts += [(range(at, at + 1), first, last) for at, first, last in runs(ends, max(start, joint), stop)]
            rows = of([part for part, _, _ in parts])
            return [row for some, (_, first, last) in zip(rows, parts, strict=True) for row in some[first:last]]

        def numbers() -> list[int]:
            """Return all numbers, those of the statements that stand together in their order."""
            told = [number for row in held for number in self._figures_of(row)]
            joint = told[: ends[best - 1]] if ends else []
            rows = self._rows.figures(joint)
            number = {id(row): number for row, number in zip(rows, joint, strict=True)}
            return [number[id(row)] for row in by_match(rows, self._matcher, self._years)] + told[len(joint) :]

        return Numbered(ends[-1] if ends else 0, fetch, numbers, self._rows.figures)

    def tasks(self, order: Callable[[Sequence[int]], Sequence[int]]) -> Pages[TaskRow]:
        """Return the tasks; `order` puts their numbers in order."""
        some = self._held if self._asked_tasks is not None else [row for row in self._held if row.tasks]
        numbers: Sequence[int] = [number for row in some for number in self._tasks_of(row)]
        ordered: list[int] = []

        def fetch(start: int, stop: int) -> list[TaskRow]:
            if not ordered:
                ordered.extend(order(numbers))
            return self._rows.tasks(ordered[start:stop])

        return Pages(len(numbers), fetch)

    def _tasks_of(self, row: Held) -> Sequence[int]:
        if self._asked_tasks is not None:
            return self._asked_tasks.get(row.key, ())
        return range(row.task, row.task + row.tasks)

    def documents(self, titled: Iterable[int]) -> Pages[DocumentRow]:
        """Return the documents of the statements, with what of them answers, then those in `titled`."""
        counts: dict[int, tuple[int, int]] = {}
        for row, more in zip(self._held, self._counts(), strict=True):
            many, figures = counts.get(row.document, (0, 0))
            counts[row.document] = many + 1, figures + more
        for number in titled:
            counts.setdefault(number, (0, 0))
        numbers, told = list(counts), list(counts.values())
        return Pages(len(numbers), lambda a, b: self._rows.documents(numbers[a:b], told[a:b]))

    def entities(
        self,
        named: Sequence[int],
        regroup: Regroup | None = None,
        but: int | None = None,
        called: Mapping[int, int] = _NOBODY,
    ) -> Pages[EntityRow]:
        """Return the entities `named` with all their mentions, then the others that are named, most named first.

        `regroup` says what an entity of the record is taken for; `but` is left out. Of the others those come first that
        are `called` by a field, in the order of what that has for them.
        """
        groups: dict[str, list[tuple[int, int]]] = {}
        for row in self._held:
            if row.entities:
                for mention, entity in enumerate(row.entities.split(" "), row.mention):
                    taken = entity if regroup is None else str(regroup(int(entity), mention))
                    groups.setdefault(taken, []).append((mention, row.document))
        for number in named if but is None else (*named, but):
            groups.pop(str(number), None)
        after = max(called.values(), default=0) + 1
        ordered = sorted(groups.items(), key=lambda one: (called.get(int(one[0]), after), -len(one[1])))
        others = [group for _, group in ordered]

        rows = self._rows

        def fetch(start: int, stop: int) -> list[EntityRow]:
            some = others[max(start - len(named), 0) : max(stop - len(named), 0)]
            return rows.entities(named[start:stop]) + rows.named(
                [[mention for mention, _ in group] for group in some],
                [len({document for _, document in group}) for group in some],
            )

        return Pages(len(named) + len(others), fetch)
