"""Figures in an order that the reader asks for, put in order by SQLite."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from dxtui.model.sorting import Sort
from dxtui.store.record import WANTED, Record, numbers_json

_BY: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "value": (("f.low IS NULL", "f.measure"), ("f.low", "f.high")),
    "measured": (
        ("coalesce(f.subject, f.counted) IS NULL",),
        ("fold(coalesce(f.subject, f.counted))", "coalesce(f.subject, f.counted)"),
    ),
    "role": ((), ("f.role",)),
    "period": (("f.first IS NULL",), ("f.first", "f.last")),
    "document": (
        (),
        (
            "(SELECT d.place FROM statements AS s JOIN documents AS d ON d.number = s.document"
            " WHERE s.key = f.statement)",
        ),
    ),
}
"""For each order, what comes first whichever way it goes (units do not mix, blanks stay last); and the rest."""


def sorted_figures(record: Record, numbers: Iterable[int], sort: Sort) -> array[int]:
    """Return the figures with these numbers in the order of `sort`; equal ones stay in the order they had."""
    fixed, turning = _BY[sort.by]
    order = ", ".join([*fixed, *(f"{one} DESC" if sort.backward else one for one in turning), "place"])
    wanted = WANTED.replace("value AS wanted", "value AS wanted, key AS place")
    found = record.all(
        f"SELECT f.number FROM {wanted} figures AS f ON f.number = wanted ORDER BY {order}", (numbers_json(numbers),)
    )
    return array("q", (number for (number,) in found))
