"""Rows as a person's aliases name them, with tasks held against a day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dxtui.model import ENTITY_TYPES
from dxtui.model.rows import EntityRow, MentionRow, TaskRow
from dxtui.model.task import is_overdue
from dxtui.store.naming import Group, Naming
from dxtui.store.record import Record
from dxtui.store.rows import Mentions, Rows


class RenamedRows(Rows):
    """Makes rows of what a record holds, under the names of `naming`."""

    def __init__(self, record: Record, naming: Naming, today: date) -> None:
        """Take the record, the names, and the day before which a deadline has passed."""
        super().__init__(record)
        self._naming = naming
        self._today = today

    def mentions(self, numbers: Iterable[int]) -> list[MentionRow]:
        """Return the mentions with these numbers."""
        rows = super().mentions(numbers)
        if not self._naming:
            return rows
        named = self._naming.mention
        return [
            replace(row, mention=named(row.mention, row.place.document.path, row.place.surface))
            if self._naming.aliases.concern(row.mention.canonical)
            else row
            for row in rows
        ]

    def tasks(self, numbers: Iterable[int]) -> list[TaskRow]:
        """Return the tasks with these numbers."""
        rows = []
        for row in super().tasks(numbers):
            who = self._naming.who(row.task.who, row.place.document.path)
            task = row.task if who == row.task.who else row.task._replace(who=who)
            rows.append(replace(row, task=task, overdue=is_overdue(task, self._today)))
        return rows

    def entities(self, numbers: Sequence[int]) -> list[EntityRow]:
        """Return the entities with these numbers, with all their mentions; only those that are named."""
        groups = self._naming.groups
        if not groups:
            return super().entities(numbers)
        others = [number for number in numbers if number not in groups]
        found = dict(zip(others, super().entities(others), strict=True)) if others else {}
        found |= {number: self._of(groups[number]) for number in numbers if number in groups}
        return [found[number] for number in numbers]

    def _of(self, group: Group) -> EntityRow:
        numbers = group.mentions
        (first,) = self.mentions(numbers[:1])
        mentions = Mentions(first, len(numbers), lambda start, stop: self.mentions(numbers[start:stop]))
        return EntityRow(group.name, ENTITY_TYPES[group.type], mentions, group.documents)
