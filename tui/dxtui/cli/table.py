"""Rows for people: on a terminal a table fitted to its width, in a pipe one full line a row, cells between tabs."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from dxtui.cli.streams import put
from dxtui.text.visible import visible_line
from dxtui.ui.words import say

Row = TypeVar("Row")

Spans = Callable[[str], list[tuple[int, int]]]
"""Finds what matched in a text."""

_CHUNK = 200  # Rows laid out at a time, so that the first are seen at once.
_GAP = 2
_LEAST = 6


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column of a table."""

    heading: str
    """What names it in the table [heads] of the words."""
    cell: Callable[[Row], str]
    """Its text for a row, as the document wrote it."""
    share: int = 0
    """How much it gets of the room that fixed columns leave; 0 is a fixed column, as wide as its cells."""
    most: int = 1 << 30
    """The width that a fixed column has at most on a terminal."""
    right: bool = False
    """Whether it is set flush right."""
    sought: bool = False
    """Whether a terminal shows it from about the first match on, where the whole has no room."""
    piped: bool = False
    """Whether it is left out on a terminal, where there is no room for it."""
    roomy: int = 0
    """It is left out on terminals of fewer columns than this."""
    words: str = ""
    """The table of the words that has what its cells name, or none where they are text.

    On a terminal it is told in the language of the reader, of several the last; programs have the names themselves.
    """

    def told(self, row: Row) -> str:
        """Return its text for a row as a terminal shows it."""
        cell = visible_line(self.cell(row))
        return say(f"{self.words}.{cell.rpartition(', ')[2]}") if self.words and cell else cell

    @property
    def head(self) -> str:
        """What stands above it."""
        return say(f"heads.{self.heading}")


def show(columns: Sequence[Column[Row]], rows: Sequence[Row], spans: Spans | None = None) -> None:
    """Print rows as a table on a terminal and as lines in a pipe; `spans` finds what to highlight on a terminal."""
    if sys.stdout.isatty():
        _table(columns, rows, spans or (lambda _: []))
    else:
        put(lines(columns, rows))


def lines(columns: Sequence[Column[Row]], rows: Sequence[Row]) -> Iterator[str]:
    """Yield one line for each row: its cells in full, between tabs; without a heading, so that lines are rows."""
    for row in rows:
        yield "\t".join(visible_line(column.cell(row)) for column in columns)


def fitted(widths: Sequence[int], shares: Sequence[int], room: int) -> list[int]:
    """Return the width of each column, given the widest cell of each, its share (0: fixed) and the room for all.

    Fixed columns keep their width. Of what they leave each other gets its share, no more than it needs, and a little at
    least.

    >>> fitted([4, 100, 50], [0, 2, 1], 34)
    [4, 20, 10]
    >>> fitted([4, 10, 50], [0, 2, 1], 34)
    [4, 10, 20]
    """
    fit = list(widths)
    left = room - sum(width for width, share in zip(widths, shares, strict=True) if not share)
    open_ = [at for at, share in enumerate(shares) if share]
    while open_:
        whole = sum(shares[at] for at in open_)
        parts = {at: max(left, 0) * shares[at] // whole for at in open_}
        # Those that need less than their share first: what they leave may be what a cramped one lacks.
        modest = [at for at in open_ if widths[at] <= parts[at]]
        settled = modest or [at for at in open_ if parts[at] < min(widths[at], _LEAST)]
        for at in settled or open_:
            fit[at] = min(widths[at], max(parts[at], _LEAST) if settled else parts[at])
        if not settled:
            break
        left -= sum(fit[at] for at in settled)
        open_ = [at for at in open_ if at not in settled]
    return fit


def _table(all_columns: Sequence[Column[Row]], rows: Sequence[Row], spans: Spans) -> None:
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=sys.stdout, markup=False, highlight=False, emoji=False)
    columns = [column for column in all_columns if not column.piped and column.roomy <= console.width]
    widest = [max((cell_len(column.told(row)[: console.width]) for row in rows), default=0) for column in columns]
    widest = [
        max(min(width, column.most), cell_len(column.head)) for width, column in zip(widest, columns, strict=True)
    ]
    room = console.width - _GAP * (len(columns) - 1)
    widths = fitted(widest, [column.share for column in columns], room)

    def text(column: Column[Row], row: Row, width: int) -> Text:
        cell = column.told(row)
        found = [(start, end) for start, end in spans(cell) if start < end] if column.share else []
        first = _first_shown(found, len(cell), width) if column.sought else 0
        literal = Text(("…" if first else "") + cell[first:])
        for start, end in found:
            literal.stylize("bold yellow", max(0, start - first) + bool(first), max(0, end - first) + bool(first))
        return literal

    for at in range(0, len(rows), _CHUNK):
        table = Table(box=None, pad_edge=False, show_header=not at, header_style="bold", padding=(0, _GAP, 0, 0))
        for column, width in zip(columns, widths, strict=True):
            table.add_column(
                column.head,
                width=width,
                no_wrap=True,
                overflow="ellipsis",
                justify="right" if column.right else "left",
            )
        for row in rows[at : at + _CHUNK]:
            table.add_row(*(text(column, row, width) for column, width in zip(columns, widths, strict=True)))
        console.print(table)


def _first_shown(found: Sequence[tuple[int, int]], length: int, width: int) -> int:
    """Return where a text of `length` begins in a cell of `width`, so that the first of what was `found` is seen."""
    if not found or found[0][1] < width:
        return 0
    return max(0, min(found[0][0] - width // 3, length - width + 1))
