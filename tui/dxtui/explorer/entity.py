"""One entity with all that the corpus says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dxtui.extract.names.named import names_in
from dxtui.model.rows import DocumentRow, EntityRow, FigureRow, StatementRow, TaskRow
from dxtui.store.naming import Naming
from dxtui.store.record import WANTED, Record, numbers_json
from dxtui.text.fold import fold
from dxtui.tomlfile import nearest

_NAMED = 10_000
"""Mentions whose words are counted, the first ones."""

_COMPARED = 5_000
"""Entities whose names are held against one that nothing is called."""


@dataclass(frozen=True)
class EntityPage:
    """An entity: what it is called, and where; its rows are fetched as they are looked at."""

    entity: EntityRow
    """The entity, with all its mentions."""
    others: Sequence[EntityRow]
    """What else has the name that was asked for, named less often."""
    names: Sequence[tuple[str, int]]
    """As it is written, with how often, most first."""
    documents: Sequence[DocumentRow]
    """The documents that name it, with how many of their statements do and the figures in those."""
    beside: Sequence[EntityRow]
    """What is named in the same statements, most often first, with the mentions there."""
    figures: Sequence[FigureRow]
    """The figures in the statements that name it."""
    statements: Sequence[StatementRow]
    """The statements that name it."""
    tasks: Sequence[TaskRow]
    """The tasks in those, due first."""


def called(record: Record, naming: Naming, name: str) -> list[int]:
    """Return the entities that are called `name` in any case, with or without marks, or of which it is a short form."""
    wanted = {fold(" ".join(one.split())) for one in (name, *names_in(name))} - {""}
    own = [group.number for group in naming.groups.values() if group.mentions and fold(group.name) in wanted]
    found = [
        number
        for number, canonical in record.all("SELECT number, canonical FROM entities")
        if fold(canonical) in wanted
    ]
    return list(dict.fromkeys([*own, *naming.all_of(found)]))


def alike(record: Record, naming: Naming, name: str) -> list[int]:
    """Return the entity whose name is most like `name`, of those named most; nothing where none is like it."""
    some = naming.order(record.entities)[:_COMPARED]
    rows = record.all(f"SELECT number, canonical FROM {WANTED} entities ON number = wanted", (numbers_json(some),))
    by_name = {fold(canonical): number for number, canonical in reversed(rows)}
    found = nearest(fold(name), by_name)
    return [by_name[found]] if found else []


def written(entities: Iterable[EntityRow], name: str) -> list[EntityRow]:
    """Return those of `entities` that are somewhere written as `name`."""
    wanted = fold(" ".join(name.split()))
    return [
        row for row in entities if any(fold(" ".join(m.place.surface.split())) == wanted for m in row.mentions[:_NAMED])
    ]


def names(entity: EntityRow) -> list[tuple[str, int]]:
    """Return how an entity is written, each with how often, most first."""
    return Counter(" ".join(m.place.surface.split()) for m in entity.mentions[:_NAMED]).most_common()


def naming_it(record: Record, naming: Naming, number: int) -> list[int]:
    """Return the keys of the statements that name an entity, each once, in the order of the texts."""
    group = naming.groups.get(number)
    if group is not None:
        found = record.all(
            f"SELECT statement FROM {WANTED} mentions ON number = wanted", (numbers_json(group.mentions),)
        )
    else:
        found = record.all("SELECT statement FROM mentions WHERE entity = ? ORDER BY number", (number,))
    return list(dict.fromkeys(key for (key,) in found))
