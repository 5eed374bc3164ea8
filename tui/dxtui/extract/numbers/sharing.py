"""Units that a figure takes from what stands before it: the figure that it shares one with, or what is counted."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.quantities import times as multiplied
from dxtui.lexicon.after import afters
from dxtui.lexicon.numerals import every, out_of
from dxtui.lexicon.sharing import ends_clause, multiplying, number_of, parts_counted, totals
from dxtui.lexicon.times import sharing

_after_at: Final = afters().pattern.match
_after_of: Final = afters().of
_OUT_OF: Final = out_of()
_EVERY: Final = every()[0]
_THEN: Final = every()[1]
_SHARED: Final = sharing()
_PARTS: Final = parts_counted()
_TOTALS: Final = totals()
_NUMBER_OF: Final = number_of()
_ENDS: Final = ends_clause()
_TIMES: Final = multiplying()[0]
_MULTIPLY: Final = multiplying()[1]
_FAR: Final = 60
"""Code points before a number in which what it is the number of is named."""


def share_units(page: Page, figures: Sequence[Draft]) -> None:
    """Give figures of a statement that lack a unit the one that they share or that their words name."""
    listed = False
    for draft, following in pairwise(figures):
        if (draft.unit is None) != (following.unit is None):
            lacking = draft.unit is None
            _share(page, draft, following)
            listed = listed or (lacking and draft.unit is not None)
    if listed:
        for draft, following in reversed(list(pairwise(figures))):
            if draft.unit is None and draft.of is None and page.low[draft.end : following.start] == ", ":
                draft.unit, draft.family, draft.counted = following.unit, following.family, following.counted
    for figure in figures:
        if figure.unit is None and figure.of is None and figure.role in ("level", "change"):
            _count(page, figure)


def share_multiples(page: Page, figures: Sequence[Draft]) -> bool:
    """Read numbers of times that are told in turn, "gấp 1,6 và 1,8 lần"; return whether there are any."""
    shared = False
    for draft, following in pairwise(figures):
        if (
            draft.unit is None
            and (following.unit in _TIMES or following.family == "multiple")
            and following.role == "level"
            and page.low.endswith(_MULTIPLY, page.start, draft.start)
            and _SHARED.fullmatch(page.low, draft.after, following.start) is not None
        ):
            for figure in (draft, following):
                figure.unit, figure.family, figure.counted = "×", "multiple", None
                figure.role, figure.direction = "multiple", "up"
            shared = True
    return shared


def _count(page: Page, figure: Draft) -> None:
    """Take what a figure is the number of, as its words name that: "số người chết tăng 1"."""
    if figure.value != figure.value.to_integral_value() or _ENDS.match(page.low, figure.after, page.end) is None:
        return
    found = _NUMBER_OF.search(page.low, max(page.start, figure.start - _FAR), figure.start)
    if found is None:
        return
    noun = _after_at(page.low, found.end(), page.end)
    if noun is not None and _after_of(noun).family == "noun" and noun.end() <= figure.start:
        figure.unit, figure.family = page.words(noun.start(1), noun.end()), "noun"


def _share(page: Page, draft: Draft, following: Draft) -> None:
    """Take the unit that two figures have once: "từ 500 lên 1.000 tỷ đồng", "từ 88/193 lên 86/193 quốc gia"."""
    if draft.of is not None or following.of is not None:
        if draft.of == following.of:
            draft.unit, draft.family = following.unit, following.family
        return
    if following.unit is None and draft.family == "noun":
        parts = _PARTS.fullmatch(page.low, draft.after, following.before) is not None
        more = following.role == "change" and draft.role == "level" and page.low[draft.after : following.before] == ", "
        more = more and following.value == following.value.to_integral_value()  # no unit of "giảm một nửa"
        if more or (following.role == "level" and (parts or page.low.endswith(_TOTALS, draft.after, following.start))):
            # "10 triệu tài khoản, trong đó 7 triệu ở …", "10 triệu người, tăng 4 triệu"
            following.unit, following.family = draft.unit, draft.family
            return
        if _EVERY.match(page.back, page.size - draft.start, page.size - page.start) is not None and (
            _THEN.match(page.back, page.size - following.before, page.size - draft.after) is not None
        ):
            following.unit, following.family = draft.unit, draft.family  # "cứ 5 hộ thì 1 chưa có điện"
        return
    if following.family == "measure" and draft.scale == 1 and page.low[draft.after : following.start] == ", ":
        draft.unit, draft.family = following.unit, following.family  # "220, 110 kV"
    elif draft.role == "rank":
        return
    elif _OUT_OF.fullmatch(page.low, draft.after, following.start) is not None:
        if following.family == "duration":
            return  # "lên 2.400 trong 6 tháng"
        draft.unit, draft.family, draft.counted = following.unit, following.family, following.counted
    elif (
        draft.unit is None
        and following.family == "money"
        and _SHARED.fullmatch(page.low, draft.after, following.before)
    ):
        draft.unit, draft.family = following.unit, following.family  # "âm 36 tỷ và -12,5 tỷ đồng"
        if draft.scale == 1:
            draft.value = multiplied(draft.value, following.scale)
    elif draft.scale in (1, following.scale) and _SHARED.fullmatch(page.low, draft.after, following.start) is not None:
        draft.unit, draft.family, draft.counted = following.unit, following.family, following.counted
        if draft.scale == 1:
            draft.value = multiplied(draft.value, following.scale)
