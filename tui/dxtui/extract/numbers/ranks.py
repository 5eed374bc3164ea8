"""Ranks: places that something climbs to, and what only counts how long something has gone on."""

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.qualifiers import climbs, running

_RUNNING = running()
_CLIMBS = climbs()


def is_in_a_row(page: Page, draft: Draft) -> bool:
    """Whether what ranks only counts how long something has gone on: "quý tăng thứ 15 liên tiếp"."""
    return draft.role == "rank" and draft.of is None and _RUNNING.match(page.low, draft.end, page.end) is not None


def climbs_on(page: Page, draft: Draft, previous: Draft) -> bool:
    """Whether a level is the place that something climbs to from the one before: "từ vị trí 13 lên 12"."""
    if previous.kind != "figure" or previous.role != "rank" or draft.role != "level":
        return False
    return page.low[previous.after : draft.start].strip()[::-1] in _CLIMBS
