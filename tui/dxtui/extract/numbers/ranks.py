"""Ranks and grades: places that something climbs to, stars that it has, and what only counts how long it goes on."""

from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.before import graded
from dxtui.lexicon.qualifiers import climbs, in_turn, running

_RUNNING: Final = running()
_IN_TURN: Final = in_turn()
_CLIMBS: Final = climbs()
_GRADED: Final = graded()
_HIGHEST: Final = 7
"""No grade is higher."""


def is_grade(draft: Draft) -> bool:
    """Return whether what a figure counts makes it a grade: "đạt 4 sao"; an average of "4,8 sao" is none."""
    return (
        draft.unit in _GRADED
        and draft.of is None
        and draft.scale == 1
        and 1 <= draft.value <= _HIGHEST
        and draft.value == int(draft.value)
    )


def is_in_a_row(page: Page, draft: Draft) -> bool:
    """Whether what ranks only counts how long something has gone on: "quý tăng thứ 15 liên tiếp"."""
    if draft.role != "rank" or draft.of is not None:
        return False
    if _IN_TURN.match(page.back, page.size - draft.start, page.size - page.start) is not None:
        return True
    return _RUNNING.match(page.low, draft.end, page.end) is not None


def climbs_on(page: Page, draft: Draft, previous: Draft) -> bool:
    """Whether a level is the place that something climbs to from the one before: "từ vị trí 13 lên 12"."""
    if previous.kind != "figure" or previous.role != "rank" or draft.role != "level":
        return False
    return page.low[previous.after : draft.start].strip()[::-1] in _CLIMBS
