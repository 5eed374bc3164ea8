"""What the lines above the panes say: how far the reading is, what became of the query, the panes with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.cells import cell_len

from dxtui.ui.messages import message
from dxtui.ui.rowlist import RowList
from dxtui.ui.spots import Spot
from dxtui.ui.words import grouped, say, title

if TYPE_CHECKING:
    from dxtui.explorer import View
    from dxtui.model import Problem
    from dxtui.search.filters import Problem as Misread


def status(said: str, view: View | None, problems: Sequence[Problem]) -> list[Spot]:
    """Return what a reader should know of the query and of what could not be read, after what was `said` last."""
    spots: list[Spot] = []
    if said:
        spots.append(Spot(f" {said} ", "warn"))
    if view is not None and not view.answer.everything:
        answer = view.answer
        if not (view.statements or view.entities or view.documents):
            spots.append(Spot(f" {say('told.nothing')} ", "warn"))
        elif answer.missing:
            spots.append(Spot(f" {say('told.without', words=', '.join(answer.missing))} ", "warn"))
        elif answer.corrected:
            words = ", ".join(f"{typed} → {right}" for typed, right in answer.corrected)
            spots.append(Spot(f" {say('told.corrected', words=words)} ", "warn"))
        elif view.capped:
            shown = len(view.statements)
            best = say("told.best", n=shown, total=view.total) if view.exact else say("told.best_of_more", n=shown)
            spots.append(Spot(f" {best} ", "muted"))
    copies = sum(problem.is_copy for problem in problems)
    if len(problems) > copies:
        spots.append(Spot(f" ! {say('told.problems', n=len(problems) - copies)} ", "warn", action="problems"))
    elif copies:
        spots.append(Spot(f" ! {say('told.copies', n=copies)} ", "muted", action="problems"))
    return spots


def misread(problem: Misread, width: int) -> str:
    """Return what is wrong with a query and, as far as there is room beside it, what would be right."""
    told = say("told.misread", at=problem.start + 1, what=message(problem.message))
    hint = message(problem.hint)
    some = hint.split(", ")
    hints = [*([hint] if hint else []), *([hint.partition("? ")[0] + "?"] if "? " in hint else [])]
    hints += [f"{', '.join(some[:n])}, …" for n in range(len(some) - 1, 1, -1)]  # Of what there is as much as fits.
    return next((one for one in (f"{told} – {hint}" for hint in hints) if cell_len(one) <= width * _SAID), told)


_SAID = 0.6
"""How much of the first line may say something, the query beside it."""


def strip(lists: Sequence[RowList[Any]], active: RowList[Any], width: int) -> list[Spot]:
    """Return the panes with the keys that lead to them and their counts, in the fullest form that has room."""
    forms = [_panes(lists, active, form) for form in _FORMS]
    return next((form for form in forms if sum(cell_len(spot.text) for spot in form) <= width), forms[-1])


class _Form(NamedTuple):
    """How the panes are named and counted."""

    named: str = ""
    """What those beside the active one are called by: "title", "short" or nothing."""
    counted: str = ""
    """How they are counted: "fraction" of all there are, "amount", "thousands" or not at all; the active one more."""


_FORMS = (
    _Form("title", "fraction"),
    _Form("title", "amount"),
    _Form("short", "amount"),
    _Form("short", "thousands"),
    _Form("short"),
    _Form(),
)
"""The fullest first."""


def _panes(lists: Sequence[RowList[Any]], active: RowList[Any], form: _Form) -> list[Spot]:
    spots: list[Spot] = []
    for pane in lists:
        if spots:
            spots.append(Spot("│", "muted"))
        here = pane is active
        name = title(pane.noun) if here or form.named == "title" else say(f"short.{pane.noun}") if form.named else ""
        text = " ".join(part for part in (str(pane.number), name, _count(pane, form.counted, here=here)) if part)
        spots.append(Spot(f" {text} ", "here" if here else "", action=f"jump({pane.number - 1})"))
    return spots


def _count(pane: RowList[Any], form: str, *, here: bool) -> str:
    if pane.total is None or (not form and not here):
        return ""
    if form == "thousands":
        return thousands(pane.amount)
    return pane.fraction if here or form == "fraction" else grouped(pane.amount)


def thousands(number: int) -> str:
    """Return about how many: thousands or millions where there are many.

    >>> thousands(9_999), thousands(12_345), thousands(2_345_678)
    ('9,999', '12k', '2M')
    """
    return grouped(number) if number < 10_000 else f"{number // 1000}k" if number < 1_000_000 else f"{number // 10**6}M"
