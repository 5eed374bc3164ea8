"""Figures of which the words right behind them say that they are of now: "so với 6,2% hiện nay"."""

from collections.abc import Sequence
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.clauses import of_now
from dxtui.model.note import Note
from dxtui.text.openings import Opening

_NOW: Final = Opening(of_now())


def of_present(page: Page, figures: Sequence[Draft]) -> None:
    """Take back that a figure is a target, and the time of what it is set against, where it is one of now."""
    for figure in figures:
        if _NOW.match(page.low, figure.after, page.end) is None:
            continue
        if figure.role == "target":
            figure.role, figure.direction = "level", None
            if figure.notes is not None:
                figure.notes.append(Note("role", "level", figure.start, figure.end, "it is so now"))
        figure.period = None
