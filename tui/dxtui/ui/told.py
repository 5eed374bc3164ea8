"""What the lines above the panes say: how far the reading is, what became of the query, the panes with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from dxtui.ui.rowlist import RowList
from dxtui.ui.spots import Spot

if TYPE_CHECKING:
    from dxtui.explorer import View


def status(said: str, view: View | None, problems: int) -> list[Spot]:
    """Return what a reader should know of the query and of what could not be read, after what was `said` last."""
    spots: list[Spot] = []
    if said:
        spots.append(Spot(f" {said} ", "warn"))
    if view is not None and not view.answer.everything:
        answer = view.answer
        if not (view.statements or view.entities or view.documents):
            spots.append(Spot(" nothing matches ", "warn"))
        elif answer.missing:
            spots.append(Spot(f" found without {', '.join(answer.missing)} ", "warn"))
        elif view.capped:
            most = f"{view.total:,}" if view.exact else f"more than {len(view.statements):,}"
            spots.append(Spot(f" the best {len(view.statements):,} of {most} statements ", "muted"))
        elif answer.corrected:
            spots.append(Spot(f" read as {' '.join(right for _, right in answer.corrected)} ", "muted"))
    if problems:
        spots.append(Spot(f" ! {problems:,} problem{'s' if problems > 1 else ''} ", "warn", "exclamation_mark"))
    return spots


def strip(lists: Sequence[RowList[Any]], active: RowList[Any], width: int) -> list[Spot]:
    """Return the panes with the keys that lead to them and their counts, shortened so that the active one is named."""
    forms = [_panes(lists, active, named=named, counted=counted) for named, counted in _FORMS]
    return next((form for form in forms if sum(cell_len(spot.text) for spot in form) <= width), forms[-1])


_FORMS = ((True, True), (True, False), (False, False))
"""Whether the panes beside the active one are named and counted: the fullest first."""


def _panes(lists: Sequence[RowList[Any]], active: RowList[Any], *, named: bool, counted: bool) -> list[Spot]:
    spots: list[Spot] = []
    for pane in lists:
        if spots:
            spots.append(Spot("│", "muted"))
        here = pane is active
        name = pane.noun.capitalize() if named or here else ""
        count = pane.counted.replace(" of ", "/") if counted or here else ""
        text = " ".join(part for part in (str(pane.number), name, count) if part)
        spots.append(Spot(f" {text} ", "here" if here else "", str(pane.number)))
    return spots
