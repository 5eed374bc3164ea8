"""What the lines above the panes say: how far the reading is, what became of the query, the panes with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dxtui.ui.rowlist import RowList
from dxtui.ui.spots import Spot

if TYPE_CHECKING:
    from dxtui.explorer import View


def status(progress: str, view: View | None, problems: int) -> list[Spot]:
    """Return what a reader should know of the reading, of the query and of what could not be read."""
    spots: list[Spot] = []
    if progress:
        spots.append(Spot(f" {progress} ", "warn"))
    if view is not None and not view.answer.everything:
        answer = view.answer
        if not (view.statements or view.entities or view.documents):
            spots.append(Spot(" nothing matches ", "warn"))
        elif answer.missing:
            spots.append(Spot(f" found without {', '.join(answer.missing)} ", "warn"))
        elif answer.corrected:
            spots.append(Spot(f" read as {' '.join(right for _, right in answer.corrected)} ", "muted"))
    if problems:
        spots.append(Spot(f" ! {problems:,} problem{'s' if problems > 1 else ''} ", "warn", "exclamation_mark"))
    return spots


def strip(lists: Sequence[RowList[Any]], active: RowList[Any]) -> list[Spot]:
    """Return the panes with the keys that lead to them and their counts."""
    spots: list[Spot] = []
    for pane in lists:
        if spots:
            spots.append(Spot("│", "muted"))
        counted = pane.counted.replace(" of ", "/")
        look = "here" if pane is active else ""
        spots.append(Spot(f" {pane.number} {pane.noun.capitalize()} {counted} ", look, str(pane.number)))
    return spots
