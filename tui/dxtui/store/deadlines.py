"""Tasks in the order of their deadlines."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from dxtui.store.record import WANTED, Record, numbers_json

_NEVER = "9999-99-99"
"""Comes after every day: where no deadline is given."""


def all_by_deadline(record: Record) -> array[int]:
    """Return the numbers of all tasks: those due first before the others, those without a deadline last.

    What is due on one day stays in the order of the texts.
    """
    join, place = "", ""
    if not record.in_order:
        join = " JOIN statements AS s ON s.key = t.statement JOIN documents AS d ON d.number = s.document"
        place = "d.place, "
    order = f"coalesce(t.last, '{_NEVER}'), {place}t.number"
    found = record.all(f"SELECT t.number FROM tasks AS t{join} ORDER BY {order}")
    return array("q", (number for (number,) in found))


def by_deadline(record: Record, numbers: Iterable[int]) -> list[int]:
    """Return the tasks with these numbers in the order of their deadlines, the others last, else as they were."""
    found = record.all(f"SELECT number, last FROM {WANTED} tasks ON number = wanted", (numbers_json(numbers),))
    return [number for number, _ in sorted(found, key=lambda row: row[1] or _NEVER)]
