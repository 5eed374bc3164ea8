"""How the columns of a list share its width. Pure arithmetic in cells."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

GAP = 1
"""Cells between two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list."""

    title: str
    """Its name in the header line."""
    least: int
    """Cells it keeps while anything less important can still give."""
    most: int
    """Cells it never goes beyond; what the others leave goes to the column that `takes_rest`."""
    rank: int
    """How important it is: 0 is given up last."""
    right: bool = False
    """Whether its text stands at the right edge."""
    takes_rest: bool = False
    """Whether it takes the room that is left."""
    whole: bool = False
    """Whether its texts mislead when they are cut, as a date does: it has what it wants, or its least."""
    bare: int = 8
    """Cells that it keeps, if it takes the rest, while a less important one is there."""
    spills: bool = False
    """Whether a text that is too long for it takes room of the column behind it, which keeps its `bare`: few are long,
    and none is to be cut."""
    short: str = ""
    """A shorter name for where the title does not fit."""
    ordinal: bool = False
    """Whether it tells the number of a document, of which no digit may be missing."""

    def numbering(self, documents: int) -> "Column":
        """Return it with room for the numbers of so many documents.

        >>> Column("", least=2, most=2, rank=0, ordinal=True).numbering(1234).least
        4
        """
        digits = len(str(documents)) if self.ordinal else 0
        return replace(self, least=max(self.least, digits), most=max(self.most, digits))


def share(columns: Sequence[Column], wanted: Sequence[int], width: int) -> list[int]:
    """Return the width of each column, given what its contents want; a column that wants nothing gets none.

    The columns with the highest rank shrink first, down to their least, and then go altogether; the room that is left
    goes to the most important ones, up to what they want, and then to those that take the rest.
    """
    wishes = [min(want, column.most) for want, column in zip(wanted, columns, strict=True)]
    sizes = [
        min(wish, column.least) if column.takes_rest else wish for wish, column in zip(wishes, columns, strict=True)
    ]
    order = sorted(range(len(columns)), key=lambda at: columns[at].rank)
    for at in reversed(order):
        over = _taken(sizes) - width
        if over > 0:
            keep = min(columns[at].least, sizes[at])
            sizes[at] = keep if columns[at].whole else max(sizes[at] - over, keep)
    for at in order:
        bare = columns[at].bare
        if columns[at].takes_rest and sizes[at] > bare:
            sizes[at] = max(sizes[at] - max(_taken(sizes) - width, 0), bare)
    for at in reversed(order):
        over = _taken(sizes) - width
        if over > 0:
            shrinks = at == order[0] or columns[at].takes_rest  # All that is less important has gone.
            sizes[at] = max(sizes[at] - over, 0) if shrinks else 0
    for at in order:
        room = width - _taken(sizes)
        if sizes[at] and room >= (wishes[at] - sizes[at] if columns[at].whole else 1):
            sizes[at] += max(min(wishes[at] - sizes[at], room), 0)
    for at in order:
        if sizes[at] and columns[at].takes_rest:
            sizes[at] += max(width - _taken(sizes), 0)
    return sizes


def _taken(sizes: Sequence[int]) -> int:
    shown = [size for size in sizes if size]
    return sum(shown) + GAP * max(len(shown) - 1, 0)
