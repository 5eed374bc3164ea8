"""The figures that state an amount which is asked for, among those of the statements that name it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from dxtui.search import Amount
from dxtui.search.amounts import written
from dxtui.store.order import order_key
from dxtui.store.record import WANTED, Held, Record, numbers_json

_MAY_STATE = (
    'SELECT s.key, s.document, f.number, f.start, f."end", coalesce(f.measure, \'\'), f.low, f.high, f."of"'
    f" FROM {WANTED} statements AS s ON s.key = wanted"
    " CROSS JOIN figures AS f NOT INDEXED ON f.number BETWEEN s.figure AND s.figure + s.figures - 1"
    " WHERE (f.low IN (SELECT value FROM json_each(?)) OR f.high IN (SELECT value FROM json_each(?))"
    ' OR f."of" IN (SELECT value FROM json_each(?)))'
)


def stating(
    record: Record, amounts: Sequence[Amount], held: Sequence[Held], asked: Mapping[int, Sequence[int]] | None
) -> Mapping[int, Sequence[int]]:
    """Return the figures of each statement that state one of the amounts; where none of its figures does, all of them.

    `asked` are the figures of each that the query's fields ask for, None for all.
    """
    figures: dict[int, Sequence[int]] = {row.key: range(row.figure, row.figure + row.figures) for row in held}
    if asked is not None:
        figures = {key: asked.get(key, ()) for key in figures}
    stated: dict[int, list[int]] = {}
    for amount in amounts:
        for key, number in _stating(record, amount, held):
            if number in figures[key] and number not in stated.setdefault(key, []):
                stated[key].append(number)
    return {key: sorted(stated.get(key) or ()) or some for key, some in figures.items()}


def _stating(record: Record, amount: Amount, held: Sequence[Held]) -> list[tuple[int, int]]:
    """Return the figures that state an amount, each behind the key of its statement."""
    signed = [signed for value in amount.values() for signed in (value, -value)]
    keys = json.dumps([order_key(value) for value in signed])
    own = {order_key(amount.value), order_key(-amount.value)}
    whole = written(amount.value)
    several = numbers_json(row.key for row in held if row.figures > 1)  # One alone has none beside it to leave out.
    rows = record.all(_MAY_STATE, (several, keys, keys, json.dumps([whole])))
    of = None if amount.of is None else written(amount.of)
    rows = [row for row in rows if amount.is_of(row[5]) and of in (None, row[8])]
    same: list[tuple[Any, ...]] = []
    others: list[tuple[Any, ...]] = []
    for row in rows:
        (same if own.intersection(row[6:8]) or row[8] == whole else others).append(row)
    record.texts.bring((document, start) for _, document, _, start, *_ in others)
    same += [row for row in others if amount.stands_in(record.texts.slice(row[1], row[3], row[4]))]
    return [(key, number) for key, _, number, *_ in same]
