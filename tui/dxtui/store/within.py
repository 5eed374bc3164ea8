"""The statements that a narrowing leaves, in SQL. What narrows is known by ids and names, never read as a query."""

from __future__ import annotations

from typing import Any

from dxtui.model import ENTITY_TYPES
from dxtui.model.narrowing import ByEntity, Narrowing
from dxtui.search import Having
from dxtui.store.naming import Naming
from dxtui.store.order import order_key
from dxtui.store.record import Record, numbers_json
from dxtui.store.tags import of_measure

Condition = tuple[str, list[Any]]
"""A condition that a statement `s` has to meet, with its values."""


class Within:
    """The statements in a document, or naming an entity, or both; and the figures in them."""

    def __init__(self, record: Record, naming: Naming, narrowing: Narrowing) -> None:
        """Take what narrows; a document or an entity that is not there leaves nothing."""
        self._record = record
        self._naming = naming
        self._figures = narrowing.figures
        self._document: int | None = None
        self._entities: tuple[list[int], list[int]] | None = None
        if narrowing.document is not None:
            self._document = record.number_of(narrowing.document.id) or 0
        if narrowing.entity is not None:
            self._entities = self._named(narrowing.entity)

    def holds(self) -> Condition:
        """Return the condition for looking at a few statements, one after the other."""
        conditions, values = self._of_document()
        if self._entities is not None:
            conditions.append(
                "EXISTS (SELECT 1 FROM mentions AS m WHERE m.number BETWEEN s.mention AND s.mention + s.mentions - 1"
                " AND (m.entity IN (SELECT value FROM json_each(?)) OR m.number IN (SELECT value FROM json_each(?))))"
            )
            values += map(numbers_json, self._entities)
        return " AND ".join(conditions) or "1", values

    def among(self) -> Condition:
        """Return the condition for looking for all statements: by the index of what is named, not one by one."""
        conditions, values = self._of_document()
        if self._entities is not None:
            conditions.append(
                "s.key IN (SELECT statement FROM mentions WHERE entity IN (SELECT value FROM json_each(?))"
                " UNION ALL SELECT statement FROM mentions WHERE number IN (SELECT value FROM json_each(?)))"
            )
            values += map(numbers_json, self._entities)
        return " AND ".join(conditions) or "1", values

    def having(self) -> list[Having]:
        """Return what every such statement has, as the text index knows it."""
        having: list[Having] = []
        if self._document is not None:
            having.append(Having("document", [self._document]))
        if self._entities is not None and not self._entities[1]:
            having.append(Having("tags", list(map(str, self._entities[0]))))
        if self._figures is not None and self._figures.measure:
            having.append(Having("tags", [of_measure(self._figures.measure)]))
        return having

    def figures(self) -> Condition | None:
        """Return the condition for the figures `f` that are left; None where all are."""
        alike = self._figures
        if alike is None:
            return None
        conditions: list[str] = ["f.measure IS ?", 'f."of" IS NULL']
        values: list[Any] = [alike.measure or None]
        if alike.low is not None:
            conditions.append("f.low >= ?")
            values.append(order_key(alike.low))
        if alike.high is not None:
            conditions.append("f.low < ?")
            values.append(order_key(alike.high))
        if alike.days is not None:
            conditions.append("f.first IS ? AND f.last IS ?")
            values += alike.days
        return " AND ".join(conditions), values

    def _of_document(self) -> tuple[list[str], list[Any]]:
        """The statements of a document are numbered one after the other."""
        if self._document is None:
            return [], []
        found = self._record.all("SELECT statement, statements FROM documents WHERE number = ?", (self._document,))
        first, count = found[0] if found else (0, 0)
        return ["s.key BETWEEN ? AND ?"], [first, first + count - 1]

    def _named(self, one: ByEntity) -> tuple[list[int], list[int]]:
        """Return the entities of the record that are meant, and the mentions that are its beside theirs."""
        kind = ENTITY_TYPES.index(one.type)
        for group in self._naming.groups.values():
            if group.name == one.name and group.type == kind:
                return group.entities, group.single
        found = self._record.all("SELECT number FROM entities WHERE canonical = ? AND type = ?", (one.name, kind))
        return [number for (number,) in found], []
