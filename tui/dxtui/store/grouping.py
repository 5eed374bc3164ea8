"""Figures put into groups by SQLite: which groups there are and how many figures each has; rows come when looked at."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from dxtui.model import parse_id
from dxtui.model.grouping import Grouping
from dxtui.model.rows import FigureRow, Place
from dxtui.store.naming import Naming
from dxtui.store.pages import Pages
from dxtui.store.record import Record, numbers_json

_PLACED = "(SELECT value AS wanted, key AS spot FROM json_each(?)) CROSS JOIN figures AS f ON f.number = wanted"
"""The figures of a list, each with its place in the list."""

_LISTS: dict[Grouping, str] = {
    "unit": (
        "SELECT f.measure, min(f.unit), count(*), json_group_array(spot), f.measure IS NULL AS blank,"
        f" -count(*) AS rank, min(spot) AS first FROM {_PLACED} GROUP BY f.measure ORDER BY blank, rank, first"
    ),
    "period": (
        "SELECT f.first || '/' || f.last AS days, min(f.period), count(*), json_group_array(spot)"
        f" FROM {_PLACED} GROUP BY days ORDER BY days IS NULL, f.first {{turn}}, f.last DESC"
    ),
    "document": (
        f"SELECT d.id, d.label, count(*), json_group_array(spot) FROM {_PLACED}"
        " CROSS JOIN statements AS s ON s.key = f.statement CROSS JOIN documents AS d ON d.number = s.document"
        " GROUP BY d.number ORDER BY d.place {turn}"
    ),
    "entity": (
        "WITH whole AS (SELECT json_extract(value, '$[0]') AS old, json_extract(value, '$[1]') AS new"
        " FROM json_each(?)), single AS (SELECT json_extract(value, '$[0]') AS old,"
        " json_extract(value, '$[1]') AS new FROM json_each(?)), named AS (SELECT DISTINCT spot,"
        f" coalesce(single.new, whole.new, m.entity) AS entity FROM {_PLACED}"
        " CROSS JOIN statements AS s ON s.key = f.statement LEFT JOIN mentions AS m"
        " ON m.number BETWEEN s.mention AND s.mention + s.mentions - 1"
        " LEFT JOIN whole ON whole.old = m.entity LEFT JOIN single ON single.old = m.number)"
        " SELECT entity, canonical, count(*), json_group_array(spot), entity IS NULL AS blank,"
        " -count(*) AS rank, min(spot) AS first FROM named LEFT JOIN entities ON entities.number = entity"
        " GROUP BY entity ORDER BY blank, rank, first"
    ),
}
"""For each grouping its groups in their order: what knows one, what it is called, how many, and the places of those.

Units and entities come as often as they are, documents in their order, periods in that of time; what has none is last.
"""


@dataclass(frozen=True, eq=False)
class Group:
    """Some figures of a list that have something in common."""

    at: int
    """Which of the groups it is, from 0."""
    by: Grouping
    """What kind of thing that is."""
    key: str | None
    """What knows it among those of its kind; None for figures that have none."""
    label: str
    """What it is called: a unit's code, a name, a document's label, a period; "" where they have none."""
    count: int
    """How many figures."""
    told: str
    """Their places in the list, as SQL gives them."""
    numbers: Sequence[int]
    """The numbers of all figures in the list."""
    fetch: Callable[[Sequence[int]], Sequence[FigureRow]]
    """Returns figures by their numbers."""

    @cached_property
    def places(self) -> array[int]:
        """The places of its figures in the list, the first one first."""
        return array("q", sorted(json.loads(self.told)))

    @cached_property
    def rows(self) -> Pages[FigureRow]:
        """Its figures, in the order of the list."""
        return Pages(self.count, lambda a, b: self.fetch([self.numbers[place] for place in self.places[a:b]]))

    @property
    def own(self) -> list[int]:
        """The numbers of its figures, in the order of the list."""
        return [self.numbers[place] for place in self.places]

    @property
    def id(self) -> str:
        """The id of its first figure."""
        return self.rows[0].id

    @property
    def place(self) -> Place:
        """Where its first figure stands."""
        return self.rows[0].place


class Grouped(Pages[FigureRow]):
    """The figures of a list, with the groups that they fall into."""

    def __init__(
        self,
        record: Record,
        numbers: Sequence[int],
        fetch: Callable[[Sequence[int]], Sequence[FigureRow]],
        groups: Sequence[tuple[Grouping, str | None, str, int, str]],
    ) -> None:
        """Take the numbers of the figures in their order, what makes rows of some, and what `Group` has of each."""
        super().__init__(len(numbers), lambda a, b: fetch(numbers[a:b]))
        self._record = record
        self.numbers = numbers
        """The numbers of the figures, in their order."""
        self.groups = tuple(Group(at, *group, numbers, fetch) for at, group in enumerate(groups))
        """The groups, in their order."""

    @property
    def first(self) -> int:
        """Which group the first figure of the list is in; of several the first one."""
        return next(at for at, group in enumerate(self.groups) if group.places[0] == 0)

    def find(self, id: str, first: Collection[int] = ()) -> tuple[int, int] | None:
        """Return in which group the figure with this id is, and where in it; those in `first` are looked at first."""
        parts = parse_id(id)
        if parts is None or parts.kind != "f":
            return None
        found = self._record.all(
            "SELECT f.number FROM documents AS d CROSS JOIN figures AS f ON f.number >= d.figure"
            " AND f.number < d.figure + d.figures WHERE d.id = ? AND f.start = ?",
            (parts.document, parts.start),
        )
        if not found or found[0][0] not in self.numbers:
            return None
        place = self.numbers.index(found[0][0])
        for at in sorted(range(len(self.groups)), key=lambda at: at not in first):
            places = self.groups[at].places
            inside = bisect_left(places, place)
            if inside < len(places) and places[inside] == place:
                return at, inside
        return None


def grouped_figures(
    record: Record,
    naming: Naming,
    numbers: Sequence[int],
    fetch: Callable[[Sequence[int]], Sequence[FigureRow]],
    by: Grouping,
    *,
    backward: bool = False,
) -> Grouped:
    """Return the figures with these numbers in groups; with `backward` the last document or period comes first.

    `fetch` returns figures by their numbers.
    """
    values = [numbers_json(numbers)]
    if by == "entity":
        values[:0] = [json.dumps(list(pairs.items())) for pairs in (naming.whole, naming.single)]
    found = record.all(_LISTS[by].format(turn="DESC" if backward else ""), values)
    groups = []
    for key, label, count, places, *_ in found:
        called = naming.groups[key].name if by == "entity" and key in naming.groups else label
        groups.append((by, None if key is None else str(key), called or "", count, places))
    return Grouped(record, numbers, fetch, groups)
