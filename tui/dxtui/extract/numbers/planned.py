"""How much a plan is that something is measured by, and from when on what is asked for holds."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.moment import Time
from dxtui.extract.numbers.now import Now
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.targets import set_target
from dxtui.lexicon.goals import by_year, meant_for, plan_measures, set_apart, set_behind
from dxtui.lexicon.times import since
from dxtui.model.note import Note
from dxtui.text.openings import Opening

_PLAN: Final = plan_measures()
_SINCE: Final = since()
_FOR: Final = meant_for()[0]
_ASKED: Final = meant_for()[1]
_APART: Final = set_apart()[0]
_FAVOURED: Final = set_apart()[1]
_SET_BEHIND: Final = Opening(set_behind())
_OPENING: Final = ' \t-–—•*+·“"('
_BY_YEAR: Final = by_year()[0]
_OPENS: Final = 40
"""Code points in which the year stands that opens a sentence of goals."""
_YEAR: Final = 4
"""Digits of a year."""
# Between what is asked for and the day from which on it is: "100% bệnh viện thu viện phí qua tài khoản[ ]từ ngày 1/4".
_CLAUSE: Final = re.compile(r"[^;:.()\d]{0,120}")


def plans_told(page: Page, figures: Sequence[Draft], now: Now) -> None:
    """Take a level in a bracket right behind the plan that a share is one of: "91,6% kế hoạch năm (9 triệu lượt)".

    So is one that a change is compared with: "thấp hơn 2,3 điểm phần trăm so với kế hoạch (24%)".
    """
    for share, level in pairwise(figures):
        if level.role != "level" or level.unit is None or page.low[level.after : level.after + 1] != ")":
            continue
        plan = _PLAN.fullmatch(page.low, share.end if share.unit == "%" else share.after, level.before)
        if plan is None or not (share.unit == "%" or plan[1]):
            continue
        set_target(page, level, share.end, level.before, "how much the plan is")
        year = plan[3] or (plan[2] and ((share.period or "")[:_YEAR] or str(now.year or "")))
        if year:
            level.period = year
            if level.notes is not None:
                level.notes.append(Note("period", year, share.end, level.before, "the year of the plan"))


def holds_from(page: Page, figures: Sequence[Draft], times: Sequence[Time]) -> None:
    """Give a target without a time the day or month behind it from which on it holds: "100% … từ ngày 1/4/2025"."""
    for figure in figures:
        if figure.role != "target" or figure.period is not None or figure.family == "duration" or figure.per:
            continue
        time = next((time for time in times if time.start >= figure.end), None)
        if time is None or time.lead not in _SINCE or time.baseline or time.date is None or not time.date.month:
            continue
        if "/" not in time.period and _CLAUSE.fullmatch(page.low, figure.after, time.begin) is not None:
            figure.period = time.period
            if figure.notes is not None:
                figure.notes.append(Note("period", time.period, time.begin, time.end, "from then on it holds"))


def meant(page: Page, figures: Sequence[Draft]) -> None:
    """Take back a target that only counts whom what is asked for is meant for, or who is asked.

    "bố trí 36 tỷ đồng cho[ 27 xã]", "[Tám địa phương] phải mua xong máy".
    """
    before: Draft | None = None
    for figure in figures:
        if figure.role == "target" and figure.family == "noun" and figure.of is None and not figure.bound:
            meant = before is not None and _FOR.fullmatch(page.low, before.end, figure.before) is not None
            if meant or page.low.endswith(_FAVOURED, page.start, figure.start) or _is_asked(page, figure):
                figure.role, figure.period = "level", None
                if figure.notes is not None:
                    figure.notes.append(Note("role", "level", figure.start, figure.end, "it counts who is meant"))
        before = figure if figure.family != "duration" else None


def set_by(page: Page, figures: Sequence[Draft]) -> None:
    """Take an amount that somebody set for what is told: "thấp hơn mức 50% mà Kế hoạch đặt ra"."""
    for figure in figures:
        if figure.role in ("level", "change") and _SET_BEHIND.match(page.low, figure.after, page.end) is not None:
            set_target(page, figure, figure.start, figure.end, "what has set it stands behind it")


def _is_asked(page: Page, figure: Draft) -> bool:
    """Whether a figure opens its clause and counts those that a demand behind it is of."""
    opened = page.low[page.start : figure.before].rstrip(_OPENING)
    opens = not opened or opened[-1] in ",;" or opened.endswith(_APART)
    return opens and figure.before == figure.start and _ASKED.match(page.low, figure.after, page.end) is not None


def due_in_all(page: Page, figures: Sequence[Draft]) -> None:
    """Give goals behind a semicolon the year that opens their sentence: "Phấn đấu đến năm 2025, …; mở 180 lớp"."""
    if page.low.find("; ", page.start, page.end) < 0:
        return
    by = _BY_YEAR.search(page.low, page.start, min(page.end, page.start + _OPENS))
    if by is None or page.low[by.end() : by.end() + 1] not in (",", ":"):
        return
    for figure in figures:
        if figure.kind == "figure" and figure.role == "target" and figure.period is None and figure.start > by.end():
            figure.period = by[1]
            if figure.notes is not None:
                figure.notes.append(Note("period", by[1], by.start(), by.end(), "the year that opens the sentence"))
