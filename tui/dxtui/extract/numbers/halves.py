"""Halves in words: "nửa triệu đồng", "một nửa", "tiếng rưỡi"."""

import re
from decimal import Decimal
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.figures import measure
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.quantities import times
from dxtui.extract.numbers.roles import judge
from dxtui.lexicon.after import afters
from dxtui.lexicon.before import befores
from dxtui.lexicon.numerals import fractions, magnitudes, more_than_half, percent_words
from dxtui.model.note import Note

_after_at: Final = afters().pattern.match
_after_of: Final = afters().of
_before_at: Final = befores().pattern.match
_HALF: Final = Decimal("0.5")
_ONE_AND_HALF: Final = Decimal("1.5")
_PERCENT: Final = percent_words()
_MORE_THAN_HALF: Final = more_than_half()


def lead_at(page: Page, start: int) -> re.Match[str] | None:
    """Return what the table of leads finds right before `start`."""
    return _before_at(page.back, page.size - start, page.size - page.start)


def half_of(page: Page, start: int, magnitude: re.Match[str], previous: Draft | None) -> Draft:
    """Read "nửa triệu đồng"."""
    draft = Draft(start, magnitude.end(), "figure")
    draft.scale = magnitudes()[magnitude[0]]
    draft.value = times(draft.scale, _HALF)
    if page.notes is not None:
        page.notes.append(Note("value", f"{draft.value:f}", start, draft.end, "number words"))
    following = _after_at(page.low, draft.end, page.end)
    measure(page, draft, following, _after_of(following) if following is not None else None)
    judge(page, draft, previous, lead_at(page, start))
    return draft


def one_and_half(page: Page, start: int, end: int, previous: Draft | None) -> Draft | None:
    """Read "tiếng rưỡi", before which no number stands."""
    following = _after_at(page.low, start - 1, page.end)
    if following is None:
        return None
    draft = Draft(start, end, "figure")
    draft.value = _ONE_AND_HALF
    if page.notes is not None:
        page.notes.append(Note("value", f"{draft.value:f}", start, end, "a unit and a half"))
    draft.unit, draft.family = _after_of(following).code, _after_of(following).family
    draft.after = end
    judge(page, draft, previous, lead_at(page, start))
    return draft


def fraction(
    page: Page, start: int, end: int, previous: Draft | None, following: re.Match[str] | None = None
) -> Draft | None:
    """Read "một nửa", with the unit or noun `following` where it counts one."""
    draft = Draft(start, end, "figure")
    draft.value = fractions()[" ".join(page.low[start:end].split())]
    if page.notes is not None:
        page.notes.append(Note("value", f"{draft.value:f}", start, end, "a word for a part of a whole"))
    percent = _PERCENT.match(page.low, end, page.end)
    if percent is not None:
        draft.end = draft.after = percent.end()
        draft.unit = draft.family = "%"
    elif following is not None:
        measure(page, draft, following, _after_of(following))
    judge(page, draft, previous, lead_at(page, draft.start))
    if _MORE_THAN_HALF.match(page.back, page.size - start, page.size - page.start) is not None:
        draft.qualifier, draft.before = "over", start
    return draft
