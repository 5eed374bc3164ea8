"""The bars of the figures of one unit: what is best drawn of them, and the bars of that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from dxtui.explorer.edges import edges
from dxtui.model.bars import Bar, Bars, Picture
from dxtui.model.narrowing import ByFigures
from dxtui.model.rows import FigureRow
from dxtui.store.measured import Measured, of_unit, units_of
from dxtui.store.record import Record
from dxtui.wording import between, unit_name

_FEW = 20
"""Figures that are each drawn where nothing else is asked for."""

_EACH = 40
"""Figures that are each drawn at most: the largest ones."""


def bars_of(
    record: Record,
    rows: Callable[[Sequence[int]], Sequence[FigureRow]],
    numbers: Sequence[int],
    unit: str | None,
    picture: Picture | None,
) -> Bars:
    """Return the bars of those of these figures that have `unit` (folded, "" for none); None stands for the commonest.

    `rows` returns figures by their numbers. What is drawn is `picture`, or what tells most of so many where that is
    None or cannot be drawn. Where all of them are ratios, there is no bar.
    """
    units = tuple(key for key, _ in units_of(record, numbers))
    key = unit if unit is not None else next(iter(units), "")
    found = of_unit(record, numbers, key)
    if not found.numbers:
        return Bars("values", ("values",), key, found.code, units, 0, found.ratios, ())
    measured = Measured(record, found.numbers)
    pictures, best = _pictures(measured)
    drawn = picture if picture in pictures else best
    alike = ByFigures(key, unit=found.code)
    match drawn:
        case "values":
            bars = _each(rows(measured.by_value(_EACH)))
        case "times":
            bars = _each(rows(measured.by_time(_EACH)))
        case "sizes":
            bars = _sizes(measured, rows, alike)
        case "periods":
            bars = _periods(measured, rows, alike)
    return Bars(drawn, pictures, key, found.code, units, measured.count, found.ratios, tuple(bars))


def _pictures(measured: Measured) -> tuple[tuple[Picture, ...], Picture]:
    """Return what can be drawn, and what is drawn best."""
    count = measured.count
    dated, different = measured.times()
    spread = measured.value_at(0) < measured.value_at(count - 1)
    can: dict[Picture, bool] = {
        "values": True,
        "times": different > 1 and count <= _EACH,
        "sizes": spread,
        "periods": different > 1,
    }
    best: Picture = "values"
    if count > _FEW:
        best = "sizes" if spread else "periods" if can["periods"] else "values"
    elif dated == count and can["times"]:
        best = "times"
    return tuple(picture for picture, possible in can.items() if possible), best


def _each(figures: Sequence[FigureRow]) -> list[Bar]:
    found = []
    for row in figures:
        figure = row.number.figure
        assert figure is not None  # A figure's row is made of a number that has one.
        ends = (figure.value, figure.value if figure.to is None else figure.to)
        found.append(Bar(row, min(ends), max(ends) if figure.to is not None else None))
    return found


def _sizes(measured: Measured, rows: Callable[[Sequence[int]], Sequence[FigureRow]], alike: ByFigures) -> list[Bar]:
    parts = list(
        pairwise(
            edges(measured.value_at(0), measured.value_at(measured.count // 2), measured.value_at(measured.count - 1))
        )
    )
    counts = measured.within([parts[0][0], *(high for _, high in parts)])
    firsts = dict(zip(counts, rows([number for _, number in counts.values()]), strict=True))
    found = []
    for at, (low, high) in enumerate(parts):
        # A part without figures is a gap that is to be seen; its bar leads to the nearest figures before it.
        near = firsts[max(part for part in firsts if part <= at or part == min(firsts))]
        label = between(low, high, unit_name(alike.unit))
        part = replace(alike, label=label, low=low if at else None, high=high if at < len(parts) - 1 else None)
        found.append(Bar(near, Decimal(counts[at][0] if at in counts else 0), alike=part))
    return found


def _periods(measured: Measured, rows: Callable[[Sequence[int]], Sequence[FigureRow]], alike: ByFigures) -> list[Bar]:
    periods = measured.by_period()
    firsts = rows([number for *_, number in periods])
    unit = unit_name(alike.unit)
    return [
        Bar(row, Decimal(count), alike=replace(alike, label=f"{period or ''} {unit}".strip(), days=(first, last)))
        for (first, last, period, count, _), row in zip(periods, firsts, strict=True)
    ]
