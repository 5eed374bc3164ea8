"""The figures of one unit among some, counted and put in order by SQLite.

Where a query asks for the least or the greatest of something, SQLite takes what else it asks for from that row.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dxtui.store.order import order_key
from dxtui.store.record import Record, numbers_json

_FROM = "FROM (SELECT value AS wanted, key AS spot FROM json_each(?)) CROSS JOIN figures AS f ON f.number = wanted"


def ends_of(record: Record, numbers: Sequence[int]) -> dict[str, tuple[Decimal, Decimal]]:
    """Return for each unit of these figures (folded, "" for none) the least and the greatest value; not of ratios."""
    ends: list[dict[str, Decimal]] = []
    for choose, order in ((min, "min(f.low)"), (max, "max(f.high)")):
        found = record.all(
            f"SELECT coalesce(f.measure, ''), f.value, f.\"to\", {order} {_FROM}"
            ' WHERE f."of" IS NULL GROUP BY f.measure',
            (numbers_json(numbers),),
        )
        ends.append({key: choose(Decimal(value), Decimal(value if to is None else to)) for key, value, to, _ in found})
    least, greatest = ends
    return {key: (low, greatest[key]) for key, low in least.items()}


class Unit(NamedTuple):
    """A unit with the figures that have it."""

    key: str
    """The unit, folded; "" for none."""
    code: str
    """As the figures have it."""
    numbers: list[int]
    """The figures, in the order of the list."""
    ratios: int
    """How many more there are that are ratios."""


def units_of(record: Record, numbers: Sequence[int]) -> list[tuple[str, int]]:
    """Return the units of these figures and how many have each: the commonest first, what has none last.

    Units that only ratios have are left out where others are left.
    """
    found = record.all(
        f"SELECT coalesce(f.measure, ''), count(*), sum(f.\"of\" IS NULL) {_FROM} GROUP BY f.measure"
        " ORDER BY f.measure IS NULL, count(*) DESC, min(spot)",
        (numbers_json(numbers),),
    )
    drawn = [(unit, count) for unit, count, values in found if values]
    return drawn or [(unit, count) for unit, count, _ in found]


def of_unit(record: Record, numbers: Sequence[int], key: str) -> Unit:
    """Return those of these figures that have a unit, the ratios among them only counted."""
    found = record.all(
        f'SELECT f."of" IS NOT NULL, min(f.unit), count(*), json_group_array(wanted) {_FROM}'
        " WHERE coalesce(f.measure, '') = ? GROUP BY f.\"of\" IS NOT NULL",
        (numbers_json(numbers), key),
    )
    code, some, ratios = "", "[]", 0
    for ratio, unit, count, json_numbers in found:
        code = unit or ""
        if ratio:
            ratios = count
        else:
            some = json_numbers
    wanted = set(json.loads(some))
    return Unit(key, code, [number for number in numbers if number in wanted], ratios)


class Measured:
    """Figures of one unit, none of them a ratio."""

    def __init__(self, record: Record, numbers: Sequence[int]) -> None:
        """Take the record and the numbers of the figures; there is at least one."""
        self._record = record
        self._numbers = numbers_json(numbers)
        self.count = len(numbers)

    def by_value(self, most: int) -> list[int]:
        """Return the numbers of the figures with the greatest values, at most so many, the greatest first."""
        return self._first("f.low DESC, f.high DESC, spot", most)

    def by_time(self, most: int) -> list[int]:
        """Return the numbers of the figures in the order of the time they speak of, at most so many."""
        return self._first("f.first IS NULL, f.first, f.last, spot", most)

    def _first(self, order: str, most: int) -> list[int]:
        found = self._record.all(f"SELECT f.number {_FROM} ORDER BY {order} LIMIT ?", (self._numbers, most))
        return [number for (number,) in found]

    def value_at(self, place: int) -> Decimal:
        """Return the value that stands at this place when they are put in order, the least first."""
        ((value, to),) = self._record.all(
            f'SELECT f.value, f."to" {_FROM} ORDER BY f.low, f.high LIMIT 1 OFFSET ?', (self._numbers, place)
        )
        return min(Decimal(value), Decimal(to)) if to is not None else Decimal(value)

    def times(self) -> tuple[int, int]:
        """Return how many of them speak of a time, and of how many different ones they do."""
        ((dated, different),) = self._record.all(
            f"SELECT count(f.first), count(DISTINCT f.first || f.last) {_FROM}", (self._numbers,)
        )
        return dated, different

    def within(self, edges: Sequence[Decimal]) -> dict[int, tuple[int, int]]:
        """Return how many values lie from each edge up to the next, by its place, and the first figure there.

        What is below all edges counts to the first part, what is above them to the last.
        """
        inner = [order_key(edge) for edge in edges[1:-1]]
        ladder = " ".join(f"WHEN f.low < ? THEN {at}" for at in range(len(inner)))
        part = f"CASE {ladder} ELSE {len(inner)} END" if inner else "0"
        found = self._record.all(
            f"SELECT {part} AS part, count(*), f.number, min(spot) {_FROM} GROUP BY part", (*inner, self._numbers)
        )
        return {at: (count, number) for at, count, number, _ in found}

    def by_period(self) -> list[tuple[str | None, str | None, str | None, int, int]]:
        """Return the times they speak of: first day, last day, as written, how many and the first figure."""
        found = self._record.all(
            f"SELECT f.first, f.last, f.period, count(*), f.number, min(spot) {_FROM} GROUP BY f.first, f.last"
            " ORDER BY f.first IS NULL, f.first, f.last DESC",
            (self._numbers,),
        )
        return [tuple(row[:5]) for row in found]
