"""Which figures are to be reached: what orders, aims and plans some way before them say, and what takes it back."""

import re
from collections.abc import Sequence
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.moment import Time
from dxtui.extract.numbers.now import Now
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.after import ages
from dxtui.lexicon.clauses import often
from dxtui.lexicon.cues import Cue
from dxtui.lexicon.goals import (
    asides,
    completing,
    held,
    manner,
    matters,
    money_kinds,
    plan_head,
    spans_told,
    starts_from,
)
from dxtui.lexicon.qualifiers import compares, conditions, estimated_times, far, fixed_bounds, thresholds
from dxtui.lexicon.times import (
    binds,
    existing,
    goal_gap,
    goals_set,
    having,
    inward,
    limits,
    penalties,
    sets,
    states,
    within,
)
from dxtui.model.note import Note
from dxtui.text.openings import Opening

_FAR: Final = far()
_THRESHOLD: Final = thresholds()
_CONDITIONS: Final = conditions()
_COMPARES: Final = compares()
_WITHIN: Final = within()
_HAVING: Final = having()
_EXISTING: Final = existing()
_LIMITS: Final = limits()
_BINDS: Final = binds()
_FROM: Final = starts_from()
_SETS: Final = sets()
_PENALTIES: Final = penalties()
_PENAL: Final = ("money", "duration")
_STATES: Final = states()
_FIXED: Final = fixed_bounds()
_MANNER: Final = manner()
_INWARD: Final = inward()
_BOUNDS: Final = ("at_least", "at_most")
_AIMING: Final = ("aim", "goal")
_BINDING: Final = ("aim", "demand", "plan", "order")
_SIGNS: Final = "+-−–"
_TIME_AHEAD: Final = estimated_times()
_OPENING: Final = ' \t-–—•*+·“"(,'
_ESTIMATED: Final = ("level", "change", "multiple")
_YEAR: Final = 4
"""Digits of a year."""
# What stands before the first figure of an item: its sign or number, and words.
_FIRST: Final = re.compile(r"\W{0,4}(?:\d{1,2}[.)]|\w[.)])?[^\d;:]*+")
_OFTEN: Final = often()
# Between what demands and the time for it: "yêu cầu[ rút ngắn tiến độ, hoàn thành dự án] trong 6 tháng".
_PHRASE: Final = re.compile(r"[^;:.()\d]{1,60}")
_NEAR: Final = 10
"""Code points behind a figure in which each time stands that it is one of: "5 phút mỗi ngày"."""
_FAR_DONE: Final = 30
"""Code points before what is counted in which stands that it is to be completed."""
_GOAL: Final = goal_gap()
_ASIDE: Final = asides()
_SET_GOALS: Final = goals_set()
_COMPLETE: Final = completing()
_KINDS: Final = money_kinds()
_PLAN_HEAD: Final = Opening(plan_head())
_SPANS: Final = spans_told()
_MATTERS: Final = matters()[0]
_WHOSE: Final = matters()[1]
_HELD: Final = held()
_AGES: Final = tuple(ages())
_ENDS: Final = ",;:"
_LONGEST_CLAUSE: Final = 240
"""So far before a figure its clause is looked at."""


def is_ordered(page: Page, draft: Draft) -> bool:
    """Whether a figure of an order is what is ordered: a level, and no threshold."""
    if draft.role != "level" or draft.base or (not draft.bound and _is_aside(page, draft)):
        return False
    if not draft.bound and _CONDITIONS.search(
        page.low, max(page.low.rfind(";", page.start, draft.start), page.start), draft.start
    ):
        return False  # "địa phương nào đạt dưới 95% trong hai tháng phải giải trình"
    if _is_age(page, draft) or is_matter(page, draft):
        return False
    if draft.qualifier in ("over", "under") and draft.family in ("duration", "measure", "noun"):
        word = page.low[draft.before : draft.start].rsplit(maxsplit=1)[-1:]
        had = _HAVING.match(page.back, page.size - draft.start, page.size - page.start) is not None
        if had or (word and word[0] in _THRESHOLD):
            return False
    if not draft.bound and (
        draft.unit in _STATES or _MANNER.match(page.back, page.size - draft.start, page.size - page.start) is not None
    ):
        return False
    if draft.family == "noun" and not draft.bound and _EXISTING.match(page.low, draft.after, page.end) is not None:
        done = page.low[max(page.start, draft.before - _FAR_DONE) : draft.before]
        return any(word and word in done for word in _COMPLETE)  # "hoàn thành xây lại 163 nhà bị sập"
    if draft.family in _PENAL and _PENALTIES.match(page.back, page.size - draft.before, page.size - page.start):
        return False
    if draft.family == "duration" and not draft.bound:
        if page.low[draft.after : draft.after + 2].strip().isdecimal():
            return False  # "trong hai ngày 18-19/7"
        if _SPANS.match(page.low, draft.after, page.end) is not None:
            return False  # "trong 12 tháng tới"
        if draft.qualifier in _BOUNDS and draft.before < draft.start:
            return True  # "xuống còn không quá 7 ngày"
        return _WITHIN.match(page.back, page.size - draft.before, page.size - page.start) is not None
    if draft.threshold and draft.unit == "%" and draft.qualifier == "at_least":
        return not page.low.endswith(_FROM, page.start, draft.before)  # "duy trì tỷ lệ đến trường 99,9% trở lên"
    return draft.bound or not (draft.threshold or draft.qualifier == "at_most")


def _is_age(page: Page, draft: Draft) -> bool:
    """Whether a figure tells how old those are who are meant: "cho 95% công dân từ đủ 14 tuổi trở lên"."""
    return draft.unit == "a" and page.low.startswith(_AGES, draft.end + 1)


def is_matter(page: Page, draft: Draft) -> bool:
    """Whether a figure of an order tells what that is about, or of whom something is so, and not what is ordered."""
    near = max(page.start, draft.start - _LONGEST_CLAUSE)
    clause = max(page.low.rfind(sign, near, draft.start) for sign in _ENDS) + 1 or near
    if _MATTERS.search(page.low, clause, draft.start) is not None:
        return True
    return draft.qualifier == "under" and _WHOSE.match(page.low, clause, draft.start) is not None


def _is_aside(page: Page, draft: Draft) -> bool:
    """Whether a figure stands in brackets that tell what there is: "bàn giao mặt bằng (còn 1,27 ha của 34 hộ)"."""
    opened = page.low.rfind("(", page.start, draft.start)
    if opened < 0 or page.low.find(")", opened, draft.start) >= 0:
        return False
    return _ASIDE.match(page.low, opened + 1, page.end) is not None


def is_change_asked(page: Page, draft: Draft) -> bool:
    """Return whether a change is ordered: "giảm ít nhất 5% số vụ", or an item that asks for one: "+ Tăng thu 15%"."""
    if draft.role != "change":
        return False
    if draft.qualifier in ("at_least", "at_most"):
        return True
    return draft.baseline is None and _FIRST.fullmatch(page.low, page.start, draft.before) is not None


def is_aimed(figure: Draft, time: Time, marks: Sequence[Cue]) -> bool:
    """Return whether an aim between a figure and a time makes that the time of the aim."""
    return any(figure.after <= at < time.begin and kind in _AIMING for kind, at, _, _ in marks)


def is_due(page: Page, figure: Draft, time: Time, marks: Sequence[Cue]) -> bool:
    """Return whether a time some clauses behind what an order asks for is when that is due."""
    if time.lead not in _INWARD or is_threshold(figure) or is_aimed(figure, time, marks):
        return False
    return is_ordered(page, figure)


def is_next_aimed(figure: Draft, time: Time, figures: Sequence[Draft], marks: Sequence[Cue]) -> bool:
    """Return whether the aim by a time behind a figure is another one's: "đạt 85%, phấn đấu đạt 100% trước 31/12"."""
    aim = next((end for kind, at, end, _ in marks if kind in _AIMING and figure.after <= at < time.begin), -1)
    return aim >= 0 and any(aim <= other.start < time.begin for other in figures)


def is_often(page: Page, draft: Draft) -> bool:
    """Return whether a figure is one of each time, be it due or not: "mỗi ngày cập nhật 2 lần", "mỗi 90 ngày"."""
    start = max(page.low.rfind(sign, page.start, draft.start) for sign in ",;:") + 1
    return _OFTEN.search(page.low, max(start, page.start), min(draft.after + _NEAR, page.end)) is not None


def is_threshold(figure: Draft) -> bool:
    """Whether a duration only tells what a thing lasts that something is to be done about: "lỗi quá 6 giờ"."""
    return figure.family == "duration" and figure.qualifier in ("over", "under")


def is_stated(page: Page, draft: Draft, marks: Sequence[Cue]) -> bool:
    """Whether a bound is one that something has, not one that is set for it: "có sai số không quá 1,5%"."""
    back = page.back, page.size - draft.before, page.size - page.start
    if draft.family in _PENAL and _PENALTIES.match(*back) is not None:
        return True  # "có thể bị phạt tù tối đa 7 năm"
    if any(kind in _BINDING and at < draft.start for kind, at, _, _ in marks):
        return False
    if _BINDS.match(*back) is not None or page.low.endswith(_FIXED, page.start, draft.start):
        return False
    return _LIMITS.match(page.low, draft.before, draft.start) is not None or _SETS.match(*back) is None


def is_past(page: Page, marks: Sequence[Cue], start: int) -> bool:
    """Whether what stands at `start` has happened, as a word before it in its part of the statement says."""
    low = page.low
    for kind, at, end, _ in marks:
        if at >= start:
            break
        if kind == "past" and low.find(";", end, start) < 0:
            opened = low.rfind("(", page.start, at)
            if opened < 0 or low.find(")", opened, start) < 0:
                return True
    return False


def set_target(page: Page, draft: Draft, start: int, end: int, rule: str) -> None:
    """Make a figure an amount to be reached; `rule` is why, and [start, end) the words it rests on."""
    draft.role, draft.direction = "target", None
    if draft.notes is not None:
        draft.notes.append(Note("role", "target", start, end, rule))


def is_foretold(marks: Sequence[Cue], start: int) -> bool:
    """Whether what stands at `start` is foretold and no aim."""
    foretold = False
    for kind, at, _, _ in marks:
        if at >= start:
            break
        if kind == "forecast":
            foretold = True
        elif kind == "aim":
            foretold = False
    return foretold


def cued(page: Page, figures: Sequence[Draft], marks: Sequence[Cue], now: Now) -> None:
    """Read the roles and estimates that words some way before a figure give it."""
    aim = demand = rank = estimate = fronted = plan = goal = listed = -1
    at = told = 0
    last = estimated = ""
    foretold = aimed = False
    if _PLAN_HEAD.match(page.low, page.start, page.end) is not None:
        listed = page.start  # "Kế hoạch năm 2024: tỷ lệ hộ nghèo còn 3%"
    for figure in figures:
        while at < len(marks) and marks[at][1] < figure.start:
            kind, start, end, _ = marks[at]
            at += 1
            if kind == "aim":
                if start > page.start and page.low[start - 2].isdecimal():
                    continue  # "Trong 21 chỉ tiêu giao tại Kế hoạch, có 16 chỉ tiêu đạt"
                aim, foretold = end, False
            elif kind == "forecast":
                demand = plan = -1
                last, foretold, told = "", True, end
            elif kind == "demand":
                demand = demand if _is_named(page.text[start : end + 2]) else end
            elif kind == "plan":
                if page.low.endswith(_KINDS, page.start, start):
                    continue  # "vốn cam kết"
                plan = -1 if foretold and page.low.find(";", told, start) < 0 else end
            elif kind == "past" or kind == "contrast":
                aim = demand = plan = listed = -1
                last = ""
            elif kind == "goal":
                goal = end
                behind = page.back, page.size - start, page.size - page.start
                listed = end if _SET_GOALS.match(*behind) is not None else listed
            elif kind == "rank":
                rank = end
            elif kind == "estimate":
                estimate = end
                if _is_fronted(page, start, end):
                    fronted, estimated = end, ""
        if figure.role in ("level", "change") and not figure.base:
            if goal >= 0 and figure.role == "level" and _is_goal(page, figure, goal):
                set_target(page, figure, goal, goal, "a goal named before it")
            elif listed >= 0 and figure.role == "level" and page.low.find(":", listed, figure.start) >= 0:
                set_target(page, figure, listed, listed, "one of a list of goals that are set")
            elif aim >= 0:
                if _is_told_of_past(page, figure, aim, now):
                    continue
                if tells_growth(page, figure, aimed):
                    continue
                set_target(page, figure, aim, aim, "an aim is stated before it")
            elif demand >= 0 and (
                (figure.qualifier in _BOUNDS and figure.before < figure.start and not _is_age(page, figure))
                or _is_demanded(page, figure, demand)
                or (
                    figure.family == "duration"
                    and _PHRASE.fullmatch(page.low, demand, figure.before) is not None
                    and is_ordered(page, figure)
                )
            ):
                set_target(page, figure, demand, demand, "a bound that is demanded")
                last = figure.family
            elif (
                last
                and last == figure.family
                and figure.role == "level"
                and demand >= 0
                and not _closed(page, demand, figure.before)
            ):
                set_target(page, figure, demand, demand, "one of several that are demanded")
            elif plan >= 0 and is_ordered(page, figure) and figure.qualifier not in ("over", "under"):
                set_target(page, figure, plan, plan, "what is planned or asked for")
            elif rank >= 0 and _may_rank(page, figure):
                figure.role = "rank"
                if figure.notes is not None:
                    figure.notes.append(Note("role", "rank", rank, rank, "a ranking is named before it"))
        aimed = aimed or figure.role == "target"
        if fronted >= 0 and page.low.find(";", fronted, figure.start) >= 0:
            fronted = -1
        if fronted >= 0 and not estimated:
            estimated = figure.role
        if fronted >= 0 and figure.role == estimated and _is_estimated(page, figure, fronted):
            figure.qualifier = "about"
            if figure.notes is not None:
                figure.notes.append(Note("qualifier", "about", fronted, fronted, "the sentence is an estimate"))
        elif estimate >= 0 and figure.qualifier == "exact":
            found = _FAR.match(page.back, page.size - figure.before, page.size - page.start)
            if found is not None:
                figure.qualifier = "about"
                if figure.notes is not None:
                    start = page.size - found.end()
                    figure.notes.append(Note("qualifier", "about", start, figure.start, "an estimate before it"))


def _is_demanded(page: Page, figure: Draft, demand: int) -> bool:
    """Whether a demand asks for the amount itself: "phải đạt 95%", or to do it: "phải hoàn thành 6,8 km"."""
    between = page.low[demand : figure.before].strip(" :")
    return between in _COMPLETE and (figure.family in ("%", "money") or (between != "" and figure.family == "measure"))


def _may_rank(page: Page, figure: Draft) -> bool:
    """Whether a ratio in a sentence of rankings is one: none that tells how many there are, "có 58/63 tỉnh"."""
    if figure.of is None or figure.role != "level" or figure.qualifier != "exact":
        return False
    return not page.low.endswith(_HELD, page.start, figure.start)


def _is_named(words: str) -> bool:
    """Whether the words are the first of a name, and the letter behind them its next word's: "Cần T[hơ]"."""
    return words[0].isupper() and words[1].islower() and words[-1].isupper()


def _is_told_of_past(page: Page, figure: Draft, aim: int, now: Now) -> bool:
    """Whether a clause of its own behind an aim tells of a year gone by: "còn 3 xã phấn đấu; năm 2024 đạt 62 triệu"."""
    if not now.year or not figure.period or not figure.period[:1].isdecimal():
        return False
    return int(figure.period[:_YEAR]) < now.year and page.low.find(";", aim, figure.start) >= 0


def _is_fronted(page: Page, start: int, end: int) -> bool:
    """Whether an estimate opens the sentence, or a time that opens its clause: "Ước tính [tháng 5/2023, …]"."""
    opens = not page.low[page.start : start].strip(_OPENING)
    return opens or (page.low[start - 2 : start] == ", " and _TIME_AHEAD.match(page.low, end, page.end) is not None)


def _is_estimated(page: Page, figure: Draft, fronted: int) -> bool:
    """Whether a figure behind an estimate at `fronted` is one itself: in no brackets, and nothing qualifies it."""
    if figure.qualifier != "exact" or figure.role not in _ESTIMATED or figure.base:
        return False
    return page.low.rfind("(", fronted, figure.start) <= page.low.rfind(")", fronted, figure.start)


def _closed(page: Page, start: int, end: int) -> bool:
    """Whether a bracket that is open at `start` is closed before `end`: "(kế hoạch là 4%); tỷ lệ[ là 61,2%]"."""
    opened = page.low.rfind("(", page.start, start)
    return opened >= 0 and start <= page.low.find(")", opened, end)


def _is_goal(page: Page, figure: Draft, end: int) -> bool:
    """Whether the figure is how much a goal is whose name ends at `end`: "mục tiêu[ đề ra là] 50%"."""
    return figure.family != "duration" and _GOAL.fullmatch(page.low, end, figure.before) is not None


def tells_growth(page: Page, figure: Draft, aimed: bool) -> bool:
    """Whether a change only tells by how much an aim goes beyond what is: "đạt 65%, tăng 8 điểm so với 2023"."""
    if figure.role != "change":
        return False
    compared = figure.baseline is not None or _COMPARES.match(page.low, figure.after, page.end) is not None
    return page.low[figure.start] in _SIGNS or (aimed and compared)
