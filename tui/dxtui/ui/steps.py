"""From one mark of a document to the next of its kind."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dxtui.model import Reading, parse_id, row_id


def beside(ids: Sequence[str], id: str, by: int) -> str | None:
    """Return the one after (`by` 1) or before (-1) `id` among `ids`, the first if it is not there; None at the end."""
    at = ids.index(id) + by if id in ids else 0
    return ids[at] if 0 <= at < len(ids) else None


def neighbour(reading: Reading, id: str, by: int) -> str | None:
    """Return the id of the mark after (`by` 1) or before (-1) the one that `id` names; None at the end.

    A statement leads to statements, all else to figures; from a whole document it is the first one.
    """
    parts = parse_id(id)
    if parts is None:
        return None
    if parts.kind == "s":
        kind, spans = "s", [(s.start, s.end) for s in reading.statements]
    else:
        kind, spans = "f", [(n.start, n.end) for n in reading.numbers if n.figure is not None]
    starts = [start for start, _ in spans]
    here = -1 if parts.start is None else parts.start
    at = bisect_right(starts, here) if by > 0 else bisect_left(starts, here) - 1
    if not 0 <= at < len(spans):
        return None
    return row_id(reading.document.id, kind, *spans[at])
