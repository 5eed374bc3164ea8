"""Whether an id still names a row: it resolves as long as its text is there, however that is read now."""

from collections.abc import Sequence
from typing import Any

from dxtui.model import Reading, RowId


def stands(reading: Reading, id: RowId) -> bool:
    """Return whether a row of the kind that `id` says is at its span in `reading`; a bare span always stands."""
    if id.start is None or not id.kind:
        return True
    rows: dict[str, Sequence[Any]] = {
        "s": reading.statements,
        "n": reading.numbers,
        "f": [number for number in reading.numbers if number.figure is not None],
        "e": reading.mentions,
        "t": reading.tasks,
    }
    return any((row.start, row.end) == (id.start, id.end) for row in rows[id.kind])
