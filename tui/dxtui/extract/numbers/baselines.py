"""What time each change or multiple of a statement is compared with."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.moment import Time, is_compared, is_year
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.after import body_joints
from dxtui.lexicon.clauses import part_of_then, parts_of_it
from dxtui.lexicon.moments import equal_to, month_words
from dxtui.lexicon.qualifiers import compares
from dxtui.lexicon.times import goes_on, since, stated_of
from dxtui.model.note import Note

_SINCE: Final = since()
_STATES: Final = stated_of()
_OF: Final = part_of_then()
_HALF: Final = Decimal("0.5")
_COMPARES: Final = compares()
_GOES_ON: Final = goes_on()
_PARTS: Final = parts_of_it()
_MONTH: Final = month_words()
_EQUAL: Final = equal_to()
_AND: Final = body_joints()
_YEAR: Final = 4
"""Digits of a year."""
# Between a change and the level it is compared with, and between that and its time.
_TO_LEVEL: Final = re.compile(r"[^;:.()\d]{0,40}")
_OF_LEVEL: Final = re.compile(r"[^,;:.\d]{0,10}")
_ONE_CLAUSE: Final = re.compile(r"[^,;:.()\d]*")


def _compare(page: Page, draft: Draft, time: Time, rule: str) -> None:
    draft.baseline = time.period
    whole = is_year(time.date) if time.date is not None else not page.low.startswith(_MONTH, time.start)
    if time.same and time.period[:1].isdecimal() and whole:
        draft.baseline = time.period[:_YEAR]  # of "cùng kỳ năm 2022" a change tells the year
    if draft.notes is not None and time.period:
        draft.notes.append(Note("baseline", time.period, time.begin, time.end, rule))


def compare(page: Page, figures: Sequence[Draft], times: Sequence[Time]) -> None:
    """Pair comparisons with the changes and multiples before them, or else behind them, within a clause."""
    low = page.low
    floor = page.start
    for first, second in pairwise(times):
        if first.baseline and not second.baseline and low[first.end : second.begin].strip() in _AND:
            _in_turn(page, figures, first, second)
    for at, time in enumerate(times):
        if time.taken:
            floor = time.end
            continue
        opens = low.startswith(":", time.end) and not low.endswith("(", 0, time.begin)
        before = [] if opens else [figure for figure in figures if floor <= figure.start and figure.end <= time.begin]
        if not time.baseline:
            _since(page, figures, before, time)
            if not (time.baseline and time.same):
                continue  # of several changes "cùng kỳ" right behind the last is compared with all
        paired = False
        for figure in before:
            compares = figure.role in ("change", "multiple") and figure.baseline is None
            if compares and low.find(";", figure.end, time.begin) < 0 and not _compared(page, figure, time):
                _compare(page, figure, time, "the comparison behind it")
                paired = True
        if not paired and before and not low[before[-1].after : time.begin].strip(" ("):
            _compare(page, before[-1], time, "the comparison right behind it")
            paired = True
        if not paired:
            following = next((other for other in times[at + 1 :] if other.baseline), None)
            for figure in figures:
                if figure.start < time.end:
                    continue
                if _is_of_next(page, figure, following) or (not opens and low.find(";", time.end, figure.start) >= 0):
                    break
                equal = figure.unit == "%" and page.low.endswith(_EQUAL, time.end, figure.start)
                if (equal or figure.role in ("change", "multiple")) and figure.baseline is None:
                    _compare(page, figure, time, "the comparison before it")
        if low.startswith(" (", time.end):
            _bracketed(page, figures, times, time)
        floor = time.end
    _of_levels(page, figures, times)
    _share(page, figures, times)


def _of_levels(page: Page, figures: Sequence[Draft], times: Sequence[Time]) -> None:
    """Compare changes with the time of the level named behind them: "giảm 4% so với mức 150 tỷ của năm 2022"."""
    for change, level in pairwise(figures):
        if change.role not in ("change", "multiple") or change.baseline is not None or level.role != "level":
            continue
        if not is_compared(page, level.before) or _TO_LEVEL.fullmatch(page.low, change.after, level.before) is None:
            continue
        time = next((time for time in times if time.start >= level.end), None)
        if time is not None and _OF_LEVEL.fullmatch(page.low, level.after, max(time.begin, level.after)):
            _compare(page, change, time, "the time of the level that it is compared with")


def _by_start(time: Time) -> int:
    return time.start


def equalled(page: Page, figures: Sequence[Draft], times: Sequence[Time]) -> None:
    """Mark the times of which a figure says what part it is: "bằng 1/3 mức năm 2019", "bằng 80% năm 2022"."""
    low = page.low
    for figure in figures:
        if figure.role != "level" or (figure.of is None and figure.unit != "%" and figure.value != _HALF):
            continue
        told = low[figure.before : figure.start]  # With what qualifies it: "chỉ bằng gần 80%".
        if not low.endswith(_EQUAL, page.start, figure.start) and not any(word in told for word in _EQUAL):
            continue
        at = bisect_left(times, figure.after, key=_by_start)
        if at < len(times) and _OF.fullmatch(low, figure.after, times[at].start) is not None:
            times[at].baseline = True
            if page.low[figure.after : times[at].begin].strip():
                _compare(page, figure, times[at], "the time of what it is a part of")


def _in_turn(page: Page, figures: Sequence[Draft], first: Time, second: Time) -> None:
    """Compare two changes with two times in turn: "so với tháng trước và cùng kỳ tăng lần lượt 5,4% và 17,2%"."""
    changes = [figure for figure in figures if figure.role == "change" and figure.baseline is None]
    before = [figure for figure in changes if figure.end <= first.begin][-2:]
    behind = [figure for figure in changes if figure.start >= second.end][:2]
    for pair in (before, behind):
        if len(pair) == 2 and page.low[pair[0].after : pair[1].before].strip() in _AND:
            second.baseline = first.taken = second.taken = True
            if second.same and second.date is None and not second.period.startswith("same"):
                second.period = second.period[:_YEAR]
            _compare(page, pair[0], first, "the first of two comparisons")
            _compare(page, pair[1], second, "the second of two comparisons")
            return


def _bracketed(page: Page, figures: Sequence[Draft], times: Sequence[Time], time: Time) -> None:
    """Compare what a bracket right behind a comparison tells: "giảm 3 tiêu chí so với cùng kỳ (giảm 6,2% số vụ …)"."""
    closed = page.low.find(")", time.end, page.end)
    if any(time.end < other.start < closed for other in times):
        return  # "tăng 5% so với cùng kỳ (năm 2022 tăng 4%)"
    for figure in figures:
        if not time.end < figure.start < closed:
            continue
        if figure.role == "change" and figure.baseline is None:
            _compare(page, figure, time, "the comparison before its bracket")
        elif figure.role == "level" and figure.period is None and figure.start == time.end + 2 and not time.same:
            figure.period = time.period or None  # "so với kết quả năm 2020 (384,9 triệu tấn)"


def _share(page: Page, figures: Sequence[Draft], times: Sequence[Time]) -> None:
    """Give a comparison to the parts and the items of a list that stand without one of their own.

    "tăng 5% so với cùng kỳ, trong đó khai khoáng giảm 4%"; "xuất khẩu tăng 5% so với cùng kỳ; nhập khẩu tăng 4%", and
    the same with the comparison behind the last.
    """
    low = page.low
    changes: list[Draft] = []
    whole: Draft | None = None
    for figure in figures:
        figure.baseline = figure.baseline or None
        if figure.baseline is not None and (whole is None or figure.baseline != whole.baseline):
            whole = figure
        if figure.role not in ("change", "multiple"):
            continue
        if figure.baseline is None and whole is not None and _PARTS.search(low, whole.after, figure.start) is not None:
            figure.baseline = whole.baseline
        changes.append(figure)
    pairs = list(pairwise(changes))
    for one, other in (*pairs, *((after, before) for before, after in reversed(pairs))):
        if other.baseline is None and one.baseline is not None and _is_share(one) and _is_share(other):
            first, last = min(one.end, other.end), max(one.start, other.start)
            cut = low.find(";", first, last)
            if cut >= 0 and not any(cut < time.start < last for time in times):
                other.baseline = one.baseline
                if other.notes is not None:
                    rule = "the comparison of the item beside it"
                    other.notes.append(Note("baseline", one.baseline, one.start, one.end, rule))


def _is_share(figure: Draft) -> bool:
    """Whether a change is told as a part of what it changes, "5%", "một phần ba", or as so many times of it."""
    return (
        figure.role == "multiple" or figure.unit == "%" or (figure.unit is None and 0 < figure.value < (figure.of or 1))
    )


def _is_of_next(page: Page, figure: Draft, following: Time | None) -> bool:
    """Whether a figure is compared with the next comparison: it stands behind that, or right before it."""
    if following is None:
        return False
    return figure.start >= following.end or not page.low[figure.after : following.begin].strip(" (")


def _compared(page: Page, figure: Draft, time: Time) -> bool:
    """Whether what stands right behind a figure compares it with something else: "tăng 5% so với đầu năm và 3% …"."""
    found = _COMPARES.match(page.low, figure.after, page.end)
    return found is not None and found.end() <= time.begin


def _since(page: Page, figures: Sequence[Draft], before: Sequence[Draft], time: Time) -> None:
    """Take "từ năm 2014" behind a change, or a time right behind a multiple, for what it is compared with."""
    for figure in figures:
        between = figure.before <= time.start and time.end <= figure.start
        if between and figure.role == "change" and not time.own:
            time.baseline = True
            _compare(page, figure, time, "named between the change and its number")
            return
    if not before:
        return
    figure = before[-1]
    if figure.role not in ("change", "multiple"):
        behind = time.same and figure.unit == "%" and not page.low[figure.after : time.begin].strip()
        if behind and not is_compared(page, figure.start):  # but "so với mức 5% cùng kỳ": that was so then
            time.baseline = True  # "bằng 104,1% cùng kỳ"
            _compare(page, figure, time, "the time right behind it")
        else:
            _starting(page, before, time)
        return
    if figure.baseline is not None:
        return
    gap = page.low[figure.after : time.begin]
    if time.same and not gap.strip() and is_compared(page, figure.before):
        return  # "cao hơn mức tăng 0,9% cùng kỳ năm trước": so it grew then
    if (
        gap == " ("
        and figure.role == "change"
        and time.same
        and _STATES.match(page.low, time.end, page.end) is not None
    ):
        bare = time.date is None and time.begin == time.start  # "giảm 17% (cùng kỳ: 6.400 cuộc)": both are told of then
        _compare(page, figure, time, "the time right behind it")
        if bare and time.period[:1].isdecimal():
            figure.baseline = f"same-period:{time.period[:_YEAR]}"
        return
    if not gap.strip(" )") and not time.lead and (figure.role == "multiple" or time.same):
        time.baseline = True
        _compare(page, figure, time, "the time right behind it")
        if figure.role == "multiple" and len(before) > 1:
            first = before[-2]
            if (
                first.role == "multiple"
                and first.baseline is None
                and page.low[first.after : figure.start].strip() in _AND
            ):
                _compare(page, first, time, "the time right behind the next one")
        return
    near = figure.role == "change" and len(gap) < 24 and _ONE_CLAUSE.fullmatch(gap) is not None
    if near and time.lead in _SINCE and _GOES_ON.match(page.low, time.end, page.end) is None:
        time.baseline = True
        _compare(page, figure, time, "a change since")


def _starting(page: Page, before: Sequence[Draft], time: Time) -> None:
    """Take the time of the level that a change starts from: "tăng 2 bậc, từ 88/193 năm 2018"."""
    if len(before) < 2:
        return
    change, level = before[-2], before[-1]
    if change.role == "change" and change.baseline is None and level.after <= time.begin + 1:
        words = page.low[change.after : level.start].lstrip(" ,").split()
        if len(words) == 1 and words[0] in _SINCE:
            _compare(page, change, time, "where the change starts from")
