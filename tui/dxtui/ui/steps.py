"""From one mark of a document to the next of its kind."""

from bisect import bisect_left, bisect_right

from dxtui.model import Reading, parse_id, row_id


def neighbour(reading: Reading, id: str, by: int) -> str | None:
    """Return the id of the mark after (`by` 1) or before (-1) the one that `id` names; None at the end.

    A figure leads to figures, a mention to mentions of the same thing, a statement to statements; from a whole document
    it is the first figure.
    """
    parts = parse_id(id)
    if parts is None:
        return None
    spans: list[tuple[int, int]]
    kind = parts.kind if parts.kind in ("e", "s") else "f"
    if kind == "e":
        name = next(((m.type, m.canonical) for m in reading.mentions if m.start == parts.start), None)
        spans = [(m.start, m.end) for m in reading.mentions if name in (None, (m.type, m.canonical))]
    elif kind == "s":
        spans = [(s.start, s.end) for s in reading.statements]
    else:
        spans = [(n.start, n.end) for n in reading.numbers if n.figure is not None]
    starts = [start for start, _ in spans]
    here = -1 if parts.start is None else parts.start
    at = bisect_right(starts, here) if by > 0 else bisect_left(starts, here) - 1
    if not 0 <= at < len(spans):
        return None
    return row_id(reading.document.id, kind, *spans[at])
