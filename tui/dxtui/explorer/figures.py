"""Figures that stand together, in the order in which they answer a query."""

from collections.abc import Sequence
from typing import NamedTuple

from dxtui.lexicon.durations import words_of_durations
from dxtui.model.number import Figure
from dxtui.model.rows import FigureRow
from dxtui.search import Matcher

_HALF = 0.5


class _About(NamedTuple):
    """How a figure stands to a query."""

    timely: bool
    """Whether it is of a year that was asked, by its own time or else by its document's date."""
    grade: int
    """How much of the query it is about: 3 all, 2 half of the words and more, 1 a word, 0 none."""
    match: float
    """How well it answers where it is about all."""
    aside: bool
    """Whether it is a duration or bare count whose noun was not asked for."""
    statement: int
    """The place of its statement among those that stand together."""


def by_match(rows: Sequence[FigureRow], matcher: Matcher, years: tuple[str, ...] = ()) -> Sequence[FigureRow]:
    """Sort figures that stand together: those of a year that was asked first, then those about more of the query.

    What is as good stays in the order of the statements, the best first. In a statement shares, money, measures and
    changes come before durations and bare counts whose noun was not asked for.
    """
    if len(rows) < 2 or not matcher:
        return rows
    places: dict[tuple[str, int], int] = {}
    told: list[_About] = []
    best: dict[tuple[bool, int, int], float] = {}
    for row in rows:
        statement = row.place.statement
        at = row.place.document.id, statement.start if statement is not None else row.place.start
        place = places.setdefault(at, len(places))
        one = _about(row, matcher, years, place)
        told.append(one)
        best[one.timely, one.grade, place] = max(best.get((one.timely, one.grade, place), 0.0), one.match)

    def order(at: int) -> tuple[bool, int, float, int, bool, float]:
        one = told[at]
        joint = best[one.timely, one.grade, one.statement]
        return not one.timely, -one.grade, -joint, one.statement, one.aside, -one.match

    return [rows[at] for at in sorted(range(len(rows)), key=order)]


def _about(row: FigureRow, matcher: Matcher, years: tuple[str, ...], statement: int) -> _About:
    figure = row.number.figure
    nouns = _nouns(figure) if figure is not None else ""
    parts = (row.place.surface, nouns, figure and figure.counted, figure and figure.subject)
    part, match = matcher.covers(" ".join(filter(None, parts)))
    grade = 3 if match else 2 if part >= _HALF else 1 if part else 0
    document = row.place.document
    own = (figure and figure.period) or document.published or document.event_date or ""
    aside = figure is not None and _counts(figure) and not matcher.covers(nouns)[0]
    return _About(bool(years) and own.startswith(years), grade, match, aside, statement)


def _counts(figure: Figure) -> bool:
    """Whether a figure says how long something lasts or how many there are of it, and no more."""
    if figure.role in ("change", "multiple"):
        return False
    return figure.unit is None or figure.unit in words_of_durations() or figure.counted is not None


def _nouns(figure: Figure) -> str:
    """Return the words for what a figure counts."""
    unit = figure.unit or ""
    return " ".join(words_of_durations().get(unit, (unit,)))
