"""From one mark of a document to the next of its kind, and to what stands at the same place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from dxtui.model import Reading, parse_id, row_id
from dxtui.model.rows import Place


class Mark(NamedTuple):
    """A row that stands somewhere."""

    id: str
    """Its id."""
    start: int
    """Where it starts in its document."""


def rows_at(reading: Reading, place: Place, id: str) -> dict[str, Mark]:
    """Return the rows of the lists that `place`, which `id` names, is in or begins with, by the names of the lists."""
    document = place.document.id
    held = place.statement
    start, end = (held.start, held.end) if held else (place.start, place.end)
    rows = {"documents": Mark(document, 0)}

    def first(name: str, kind: str, spans: Iterable[_Span]) -> None:
        if id.startswith(f"{document}.{kind}"):
            rows[name] = Mark(id, place.start)
            return
        found = next((span for span in spans if start <= span.start < end), None)
        if found is not None:
            rows[name] = Mark(row_id(document, kind, found.start, found.end), found.start)

    first("statements", "s", reading.statements)
    first("figures", "f", (number for number in reading.numbers if number.figure is not None))
    first("tasks", "t", reading.tasks)
    return rows


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def mark_at(reading: Reading, at: int) -> str | None:
    """Return the id of what stands at a place of the text: a figure, or else a name, or else a statement."""
    document = reading.document.id
    kinds: tuple[tuple[str, Iterable[_Span]], ...] = (
        ("f", (number for number in reading.numbers if number.figure is not None)),
        ("e", reading.mentions),
        ("s", reading.statements),
    )
    for kind, spans in kinds:
        found = next((span for span in spans if span.start <= at < span.end), None)
        if found is not None:
            return row_id(document, kind, found.start, found.end)
    return None


def beside(ids: Sequence[str], id: str, by: int) -> str | None:
    """Return the one after (`by` 1) or before (-1) `id` among `ids`, the first if it is not there; None at the end."""
    at = ids.index(id) + by if id in ids else 0
    return ids[at] if 0 <= at < len(ids) else None


def neighbour(reading: Reading, id: str, by: int) -> str | None:
    """Return the id of the mark after (`by` 1) or before (-1) the one that `id` names; None at the end.

    A statement leads to statements, a task to tasks, all else to figures; from a whole document it is the first one.
    """
    parts = parse_id(id)
    if parts is None:
        return None
    if parts.kind == "s":
        kind, spans = "s", [(s.start, s.end) for s in reading.statements]
    elif parts.kind == "t":
        kind, spans = "t", [(t.start, t.end) for t in reading.tasks]
    else:
        kind, spans = "f", [(n.start, n.end) for n in reading.numbers if n.figure is not None]
    starts = [start for start, _ in spans]
    here = -1 if parts.start is None else parts.start
    at = bisect_right(starts, here) if by > 0 else bisect_left(starts, here) - 1
    if not 0 <= at < len(spans):
        return None
    return row_id(reading.document.id, kind, *spans[at])
