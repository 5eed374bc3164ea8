"""The bars of the figures in view: each figure of a unit, or how many there are of each size or period."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.screen import Screen

from dxtui.model.bars import Bar, Bars, Picture
from dxtui.text.visible import visible_line
from dxtui.ui.bar import Scale
from dxtui.ui.bindings import bound
from dxtui.ui.chooser import Chooser
from dxtui.ui.columns import Column
from dxtui.ui.desk import Desk
from dxtui.ui.keys import foot
from dxtui.ui.rowlist import Cell, RowList
from dxtui.ui.spots import Spot
from dxtui.ui.words import grouped, say
from dxtui.wording import unit_name, worded

if TYPE_CHECKING:
    from dxtui.model.rows import FigureRow

_DRAWN = 1
"""The column of the bars."""
_LONGEST = 60
"""Cells of the longest bar."""


class BarList(RowList[Bar]):
    """The bars, each with what it stands for: a figure with what it measures, or a size or a period with a count."""

    noun: ClassVar[str] = "bars"
    columns: ClassVar[tuple[Column, ...]] = (
        Column("", least=12, most=28, rank=0, right=True),
        Column("", least=12, most=_LONGEST, rank=1),
        Column("", least=3, most=7, rank=2, right=True),
        Column("", least=7, most=10, rank=4),
        Column("", least=20, most=400, rank=3, takes_rest=True),
        Column("", least=2, most=4, rank=5),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "choose", "bars.choose"),
        bound("right", "screen.unit(1)", "bars.next_unit"),
        bound("left", "screen.unit(-1)", "bars.previous_unit", show=False),
        bound("h", "screen.picture", "bars.picture"),
    ]

    def __init__(self) -> None:
        """Make an empty list."""
        super().__init__(0)
        self._scale = Scale(Decimal(0), Decimal(0))

    def draw(self, bars: Sequence[Bar]) -> None:
        """Measure the bars, so that the longest takes all the room there is."""
        ends = [Decimal(0), *(bar.value for bar in bars), *(bar.to for bar in bars if bar.to is not None)]
        self._scale = Scale(min(ends), max(ends))
        self.count(bars)
        # How long a bar is depends on the room for it; beside what is measured it is shorter.
        counted = any(bar.alike is not None for bar in bars)
        self._wanted[_DRAWN] = _LONGEST if counted else self.app.size.width // 4

    def does(self, binding: str) -> str:
        """Return what a key does: where a bar is one figure, Enter leads to its sentence."""
        row = self.selected
        return "list.choose" if binding == "bars.choose" and row is not None and row.alike is None else binding

    def cells(self, row: Bar) -> Sequence[Cell]:
        """Return what a bar stands for, and the bar."""
        drawn = Cell(self._scale.bar(row.value, row.to, self.sizes[_DRAWN]), "figure", matched=False)
        figure = row.figure.number.figure
        if row.alike is not None:
            alike = row.alike.label
            if row.alike.days is not None:
                alike = (figure.period if figure else None) or say("grouped.period_none")
            return (Cell(alike), drawn, Cell(grouped(int(row.value)), "strong"), Cell(""), Cell(""), Cell(""))
        words = worded(row.figure)
        ordinal = str(self.ordinals.get(row.place.document.id, ""))
        period = (figure.period if figure else None) or ""
        return (
            Cell(words.amount, "strong"),
            drawn,
            Cell(""),
            Cell(period, "muted"),
            Cell(words.measured),
            Cell(ordinal, "muted"),
        )


class BarsScreen(Chooser[Bar]):
    """The bars over the screen; ends with the one that was chosen, or None. What it shows is counted by the desk."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self, desk: Desk, numbers: Sequence[int], figure: FigureRow | None, of: str, ordinals: dict[str, int]
    ) -> None:
        """Take the numbers of figures and what they are of; `figure` has the unit to begin with, else the commonest."""
        self._bars_list = BarList()
        self._bars_list.ordinals = ordinals
        self._bars_list.empty = say("trips.gathering")
        super().__init__("", self._bars_list, ())
        self._desk = desk
        self._numbers = numbers
        self._unit = unit_of(figure) if figure is not None else None
        self._from = figure.id if figure is not None else None
        self._picture: Picture | None = None
        self._of = of
        self._bars: Bars | None = None
        self._next: list[Callable[[], None]] = []
        """What keys asked for while something else was being counted."""

    @property
    def settled(self) -> bool:
        """Whether it shows what it was asked for."""
        return self._bars is not None and not self._next

    def on_mount(self) -> None:
        """Ask for the bars."""
        super().on_mount()
        self.bindings_updated_signal.subscribe(self, self._show_keys)
        self._ask()

    def _ask(self) -> None:
        numbers, unit, picture = self._numbers, self._unit, self._picture
        self._bars = None
        self._desk.fetch(lambda explorer: explorer.bars(numbers, unit, picture), self)

    @on(Desk.Fetched)
    def _counted(self, event: Desk.Fetched) -> None:
        bars = event.what
        assert isinstance(bars, Bars)  # Nothing else is asked for from here.
        self._bars, self._unit, self._picture = bars, bars.unit, bars.picture
        self._bars_list.draw(bars.bars)
        each = bars.picture in ("values", "times")
        self.put(_told(bars, self._of), bars.bars, self._from if each else None)
        self.refresh_bindings()
        if self._next:
            self._next.pop(0)()

    def action_picture(self) -> None:
        """Draw something else of the same figures."""
        if self._bars is None:
            self._next.append(self.action_picture)
        else:
            pictures = self._bars.pictures
            self._picture = pictures[(pictures.index(self._bars.picture) + 1) % len(pictures)]
            self._ask()

    def action_unit(self, by: int) -> None:
        """Draw the figures of another unit: of the next one by how common they are."""
        if self._bars is None:
            self._next.append(lambda: self.action_unit(by))
        elif self._bars.units:
            units, unit = self._bars.units, self._bars.unit
            at = units.index(unit) if unit in units else min(by, 0)
            self._unit, self._picture = units[(at + by) % len(units)] if unit in units else units[at], None
            self._ask()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which keys work now."""
        bars = self._bars
        match action:
            case "picture":
                return bars is None or len(bars.pictures) > 1
            case "unit":
                return bars is None or len(bars.units) > 1
            case _:
                return True

    def _show_keys(self, _screen: Screen[object] | None = None) -> None:
        self.tell_foot(foot(self.active_bindings.values()))


def _told(bars: Bars, of: str) -> list[Spot]:
    """Return what stands above the bars: how many figures of which unit, what is drawn of them, and what is not."""
    unit = visible_line(unit_name(bars.code)) if bars.code else say("grouped.unit_none")
    spots = [
        Spot(f" {say('bars.figures', n=bars.count)} ", "strong"),
        Spot(f"· {unit} ", "figure"),
        Spot(f"· {say(f'bars.{bars.picture}')} ", "muted"),
    ]
    if bars.picture in ("values", "times") and len(bars.bars) < bars.count:
        spots.append(Spot(f"· {say('bars.first', n=len(bars.bars))} ", "warn"))
    if bars.ratios:
        spots.append(Spot(f"· {say('bars.ratios', n=bars.ratios)} ", "muted"))
    if of:
        spots.append(Spot(f"· {of} ", "muted"))
    return spots


def unit_of(row: FigureRow) -> str:
    """Return the unit of a figure as bars are asked for: folded, "" for none."""
    from dxtui.text.fold import fold

    figure = row.number.figure
    return fold(figure.unit) if figure is not None and figure.unit else ""
