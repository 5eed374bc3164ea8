"""Ages that are told without their unit: "đã ngoài tám mươi"."""

from decimal import Decimal
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.sharing import ends_clause

_ENDS: Final = ends_clause()
_TEN: Final = Decimal(10)
_LEAST: Final = Decimal(20)
_MOST: Final = Decimal(100)


def take_age(page: Page, draft: Draft) -> bool:
    """Give a round number that nothing follows the unit of an age; return whether the figure is an age."""
    if draft.unit is None and _LEAST <= draft.value <= _MOST and draft.value % _TEN == 0 and draft.of is None:
        if _ENDS.match(page.low, draft.end, page.end) is None:
            return False
        draft.unit, draft.family, draft.threshold = "a", "duration", True
    return draft.unit == "a" and draft.threshold
