"""What the text index knows of a statement beside its words: tags of its figures, numbers, tasks and entities.

They narrow a question with fields before it is answered. A tag says at times more than is so, never less: the record is
asked in the end.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from dxtui.store.order import exponent_of

TASK = "t"
"""The tag of a statement with a task."""

_LONG_TIME = "y"
"""The tag of a time of very many years."""
_MOST_YEARS = 20
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
"""Years before and after count as these."""
_SMALLEST, _LARGEST = -9, 27
"""Powers of ten, beyond which all amounts count as these."""
_USUAL = 0
"""What most figures are has no tag: its number in the record, of a role as of a qualifier."""

FIGURE = "measure, qualifier, role, direction, low, high, first, last"
"""The columns of a figure that its tags are made of."""


class Tags:
    """The tags of some statements, which are counted from 0."""

    def __init__(self, statements: int) -> None:
        """Begin with none."""
        self._of: list[set[str]] = [set() for _ in range(statements)]

    def figure(self, at: int, row: tuple[Any, ...]) -> None:
        """Take a figure of a statement, as `FIGURE` has it."""
        self._of[at].update(_figure(*row))

    def number(self, at: int, kind: int) -> None:
        """Take a number of another class."""
        self._of[at].add(of_class(kind))

    def task(self, at: int) -> None:
        """Take a task."""
        self._of[at].add(TASK)

    def written(self) -> list[str]:
        """Return them, with spaces between."""
        return [" ".join(sorted(some)) if some else "" for some in self._of]


def recorded(connection: sqlite3.Connection, key: int, end: int) -> list[str]:
    """Return the tags of a document's statements, which have the keys from `key` up to `end`, from the record."""
    tags = Tags(end - key)

    def rows(table: str, first: str, columns: str) -> sqlite3.Cursor:
        return connection.execute(
            f"SELECT s.key, {columns} FROM statements AS s CROSS JOIN {table} AS r NOT INDEXED"
            f" ON r.number BETWEEN s.{first} AND s.{first} + s.{table} - 1 WHERE s.key >= ? AND s.key < ?",
            (key, end),
        )

    for statement, *figure in rows("figures", "figure", ", ".join(f"r.{name}" for name in FIGURE.split(", "))):
        tags.figure(statement - key, tuple(figure))
    for statement, _ in rows("tasks", "task", "r.number"):
        tags.task(statement - key)
    ((number, numbers),) = connection.execute(
        "SELECT number_, numbers FROM documents WHERE statement <= ? AND statement + statements >= ?", (key, end)
    )
    others = connection.execute(
        "SELECT statement, class FROM numbers WHERE number >= ? AND number < ?", (number, number + numbers)
    )
    for statement, kind in others:
        if key <= statement < end:
            tags.number(statement - key, kind)
    return tags.written()


def with_entities(tags: Sequence[str], entities: Iterable[str | None]) -> list[str]:
    """Return the tags of statements with those of the entities that each names: their numbers, with spaces between."""
    return [f"{some} {named}" if named else some for some, named in zip(tags, entities, strict=True)]


def of_class(kind: int) -> str:
    """Return the tag of numbers of this class."""
    return f"c{kind}"


def of_measure(measure: str) -> str:
    """Return the tag of figures in this unit, folded."""
    return f"u{'_'.join(measure.split())}"


def of_role(role: int) -> str | None:
    """Return the tag of figures in this role; None for the usual one."""
    return None if role == _USUAL else f"r{role}"


def of_qualifier(qualifier: int) -> str | None:
    """Return the tag of figures so qualified; None for the usual ones."""
    return None if qualifier == _USUAL else f"q{qualifier}"


def of_direction(direction: int) -> str:
    """Return the tag of changes in this direction."""
    return f"d{direction}"


def of_values(low: str | None, high: str | None) -> list[str]:
    """Return the tags of amounts from `low` to `high`, as `order_key` writes them; None where that has no end."""
    first = 0 if low is None else _size(low)
    last = _size("2") + _LARGEST - _SMALLEST if high is None else _size(high)
    return [f"v{size}" for size in range(first, last + 1)]


def of_days(first: str | None, last: str | None) -> list[str]:
    """Return the tags that times have which touch the days from `first` to `last`; None where that has no end."""
    return [_LONG_TIME, *(f"y{year}" for year in _years(first, last))]


def _years(first: str | None, last: str | None) -> range:
    years = (int(day[:4]) if day else end for day, end in ((first, _FIRST_YEAR), (last, _LAST_YEAR)))
    low, high = (min(max(year, _FIRST_YEAR), _LAST_YEAR) for year in years)
    return range(low, high + 1)


def _size(key: str) -> int:
    """Return about how large an amount is: 0 below nothing, 1 for nothing, then by powers of ten."""
    if key[0] != "2":
        return int(key[0])
    return 2 + (min(max(exponent_of(key), _SMALLEST), _LARGEST) - _SMALLEST if len(key) > 1 else 0)


@lru_cache(maxsize=1 << 14)
def _figure(
    measure: str | None,
    qualifier: int,
    role: int,
    direction: int | None,
    low: str,
    high: str,
    first: str | None,
    last: str | None,
) -> tuple[str, ...]:
    tags = [of_role(role), of_qualifier(qualifier), *of_values(low, high)]
    if measure:
        tags.append(of_measure(measure))
    if direction is not None:
        tags.append(of_direction(direction))
    if first is not None:
        years = _years(first, last)
        tags += [f"y{year}" for year in years] if len(years) <= _MOST_YEARS else [_LONG_TIME]
    return tuple(tag for tag in tags if tag is not None)
