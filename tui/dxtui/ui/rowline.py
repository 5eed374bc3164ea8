"""How a list draws one of its rows, and the line that names its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from textual.strip import Strip

from dxtui.ui.columns import GAP
from dxtui.ui.literal import cell, cells, fit
from dxtui.ui.looks import look
from dxtui.ui.words import say

if TYPE_CHECKING:
    from dxtui.ui.rowlist import Marking, RowList

MARGIN = 2
"""Cells at the left edge, where the bar of the selected row stands."""

_LONG = 200
"""Letters of a text that are measured."""

_TELLING = 9
"""Cells below which a field shows its short form."""


def row_line(pane: RowList[Any], row: Any, width: int, matcher: Marking | None, *, here: bool, chosen: bool) -> Strip:
    """Return `row` in `width` cells; `here` is the selected one, `chosen` the one that narrows the other lists."""
    base = look(pane, "page")
    if here:
        base += look(pane, "cursor" if pane.has_focus else "cursor-idle")
    bar = base + look(pane, "bar" if pane.has_focus else "bar-idle")
    segments = [Segment("▌" if here else " ", bar), Segment("•" if chosen else " ", bar)]
    mark = look(pane, "match")
    over = pane.heading(row)
    if over is not None:
        style = base + look(pane, over.look)
        spans = matcher.spans(over.text) if over.matched and matcher else ()
        segments += cell(over.text, width - MARGIN, style, spans, mark)
        return Strip(segments, max(width, MARGIN))
    used = lent = 0
    columns, sizes = pane.columns, pane.sizes_in(width)
    for at, (column, size, field) in enumerate(zip(columns, sizes, pane.cells(row), strict=True)):
        if not size:
            continue
        size, lent = size - lent, 0
        if column.spills:
            lent = max(min(cells(field.text[:_LONG]) - size, sizes[at + 1] - columns[at + 1].bare), 0)
            size += lent
        if used:
            segments.append(Segment(" " * GAP, base))
            used += GAP
        used += size
        style = base + look(pane, field.look) if field.look and not (here and field.look == "muted") else base
        little = cells(field.text[: size * 4 + 1]) > size if column.whole else size < _TELLING
        text = field.short if field.short and little else field.text[: size * 4 + 1]
        spans = matcher.spans(text) if field.matched and matcher else ()
        segments += cell(text, size, style, spans, mark, right=column.right)
    return Strip(segments, MARGIN + used).adjust_cell_length(width, base)


def header_line(pane: RowList[Any], width: int) -> Strip:
    """Return the line that names the columns, in `width` cells."""
    style = look(pane, "page") + look(pane, "muted")
    segments = [Segment(" " * MARGIN, style)]
    for at, (column, size) in enumerate(zip(pane.columns, pane.sizes_in(width), strict=True)):
        if size:
            sign = pane.arrow[1] if pane.arrow[0] == at else ""
            name = say(f"columns.{column.title}")
            if cells(name) + 2 * len(sign) > size:
                name = fit(say(f"columns.{column.short}"), size - len(sign))
            name += sign and (f" {sign}" if cells(name) + 2 <= size else sign)
            segments += cell(name, size, style, right=column.right)
            segments.append(Segment(" " * GAP, style))
    return Strip(segments).adjust_cell_length(width, style)
