"""What bars show of the figures of one unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from dxtui.model.narrowing import ByFigures
from dxtui.model.rows import FigureRow, Place

Picture = Literal["values", "times", "sizes", "periods"]
"""What is drawn: each figure, the largest first or in the order of time; how many there are of each size or period."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a figure, or how many figures are alike."""

    figure: FigureRow
    """The figure, or the first of them."""
    value: Decimal
    """What its length stands for: the lower end of a range, or how many."""
    to: Decimal | None = None
    """The upper end of a range."""
    alike: ByFigures | None = None
    """What the figures have in common, where the bar stands for how many; None where it is one figure."""

    @property
    def id(self) -> str:
        """The id of the figure."""
        return self.figure.id

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.figure.place


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of the figures of one unit."""

    picture: Picture
    """What is drawn."""
    pictures: tuple[Picture, ...]
    """What can be drawn of these figures."""
    unit: str
    """The unit as `ByFigures` knows it: folded; "" for figures without one."""
    code: str
    """The unit as the figures have it; "" for none."""
    units: tuple[str, ...]
    """The units of the list, the commonest first."""
    count: int
    """How many figures have the unit."""
    ratios: int
    """How many more do that are ratios (a/b), which have no bar."""
    bars: tuple[Bar, ...]
    """The bars in their order: of the largest figures, where they are each drawn and many."""
