"""What time each figure of a statement speaks of, what time it is compared with, and which are to be reached."""

import re
from collections.abc import Sequence
from typing import Final

from dxtui.extract.numbers.baselines import compare, equalled
from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.echoes import compared_twice
from dxtui.extract.numbers.moment import Time, bracketed_by, is_part_of_year
from dxtui.extract.numbers.now import Now
from dxtui.extract.numbers.origins import keep_origins
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.planned import holds_from, meant, plans_told, set_by
from dxtui.extract.numbers.present import of_present
from dxtui.extract.numbers.reach import carries
from dxtui.extract.numbers.sharing import share_multiples, share_units
from dxtui.extract.numbers.targets import (
    cued,
    is_aimed,
    is_change_asked,
    is_due,
    is_foretold,
    is_matter,
    is_next_aimed,
    is_often,
    is_ordered,
    is_past,
    is_stated,
    is_threshold,
    set_target,
    tells_growth,
)
from dxtui.extract.numbers.times import date_periods, times_of
from dxtui.extract.numbers.turns import turns_of
from dxtui.lexicon.clauses import said_to_be_of
from dxtui.lexicon.cues import Cue
from dxtui.lexicon.moments import budgets, came_out, celebrated, joined_figures, proposed_too
from dxtui.lexicon.times import deadline, done, forecasts, inward, onward, predicate, since
from dxtui.model.note import Note

_INWARD: Final = inward()
_ONWARD: Final = onward()
_OF: Final = said_to_be_of()
_SINCE: Final = since()
_DEADLINE: Final = deadline()
_DONE: Final = done()
_FORECASTS: Final = forecasts()
_HEADS: Final = predicate()
_CELEBRATED: Final = celebrated()
_PROPOSED: Final = proposed_too()
_BUDGETS: Final = budgets()
_CAME_OUT: Final = came_out()
_AIMED: Final = ("%", "money", "duration", "measure")
_COMPARING: Final = ("change", "multiple")
_ONE_CLAUSE: Final = re.compile(r"[^,;:.()\d]*")
# An abbreviation between a figure and its year is no clause of its own.
_PHRASE: Final = re.compile(r"[^,;:.()\d]{0,50}(?:\([^()\d]{1,12}\) )?")
_AND: Final = joined_figures()
_SHORTLY: Final = re.compile(r"[^,;:.()\d]{0,24}")
# A change that goes on from a level stands in the next part of its clause.
_GOES_ON: Final = re.compile(r"\)?,? [^,;:.()\d]{0,12}")
_ENDS: Final = '\n.;)”"'
_SHORT: Final = 22
_DECEMBER: Final = 12
_EXTENTS: Final = ("measure", "duration", "money")


def assign(page: Page, drafts: Sequence[Draft], marks: Sequence[Cue], now: Now, ordered: bool) -> None:
    """Give the dates of a statement their periods, and its figures period, baseline, and the roles seen from afar."""
    found: list[Draft] = []
    dates = compares = False
    for draft in drafts:
        if draft.kind == "figure":
            found.append(draft)
            compares = compares or draft.role in _COMPARING
        elif draft.kind == "date" or draft.date is not None:
            dates = True
    if dates:
        date_periods(page, drafts, now, ordered)
    if not found:
        return
    if len(found) > 1:
        compares = share_multiples(page, found) or compares
        compares = compared_twice(page, found) or compares
    times: list[Time] = []
    if dates or marks:
        times = _told(page, times_of(page, drafts, marks, now))
        if times:
            equalled(page, found, times)
            if compares or any(time.baseline or time.same for time in times):
                compare(page, found, times)
            _periods(page, found, times, marks, now, ordered)
        if marks:
            cued(page, found, marks, now)
    share_units(page, found)
    for draft in found:
        if draft.bound and draft.role in ("level", "change") and not is_past(page, marks, draft.start):
            if ordered or not is_stated(page, draft, marks):
                set_target(page, draft, draft.before, draft.start, "a bound that is set")
        elif (
            ordered
            and (is_ordered(page, draft) or is_change_asked(page, draft))
            and not is_past(page, marks, draft.start)
        ):
            set_target(page, draft, page.start, page.start, "an item of a list of orders")
    if times:
        holds_from(page, found, times)
    meant(page, found)
    set_by(page, found)
    if len(found) > 1:
        of_present(page, found[1:])
        plans_told(page, found, now)
        keep_origins(page, found)


def _told(page: Page, times: list[Time]) -> list[Time]:
    """Return the times that a statement tells of: not the day when what a link leads to was put out, "Bệnh viện bỏ bệnh
    án giấy sau 18 tháng (09/5/2024)", nor that of a survey: "VCCI công bố tháng 10/2024".
    """
    if page.kind == "link" and times and page.text.startswith(")", times[-1].end) and times[-1].end + 1 >= page.end:
        return times[:-1]
    return [time for time in times if time.lead in _DEADLINE or not _came_out(page, time)]


def _came_out(page: Page, time: Time) -> bool:
    if time.date is None or not time.date.month:
        return False  # "chỉ số công bố năm 2023"
    return page.low.startswith(_CAME_OUT, time.begin - 1) or page.low.endswith(_CAME_OUT, page.start, time.begin)


def _right_behind(low: str, gap: str, time: Time) -> bool:
    """Whether only white space or a bracket that holds nothing else stands between a figure and its time."""
    if len(gap) >= 3:
        return gap in _OF and time.date is not None and bool(time.date.last)  # "mức 4,6% của giai đoạn 2016-2020"
    sign = gap.strip()
    return not sign or (sign == "(" and low[time.end : time.end + 1] == ")")


def _grows(page: Page, taker: tuple[Draft, Time], figure: Draft) -> bool:
    """Whether a change goes on from the level right before it and its time: "310 tỷ đồng năm 2023, tăng 22,5%"."""
    level, time = taker
    if figure.role not in _COMPARING or level.role != "level" or not time.end <= figure.start:
        return False
    return _GOES_ON.fullmatch(page.low, time.end, figure.before) is not None


def _is_stamp(gap: str, time: Time) -> bool:
    """Whether a day with its year behind a title tells when that was printed: "GDP quý I tăng 5,03% 30/03/2022"."""
    return not time.lead and not gap.strip() and time.date is not None and bool(time.date.day and time.date.year)


def _is_of_counted(figure: Draft, chosen: Time, after: Time) -> bool:
    """Whether a part of a year right behind says of when what is counted is: "đến 29/10 có 18 báo cáo quý III"."""
    if chosen.date is None or not chosen.date.day or after.date is None or after.date.day or after.lead:
        return False
    return figure.family == "noun" and figure.after - figure.end > _SHORT


def _periods(
    page: Page, figures: Sequence[Draft], times: Sequence[Time], marks: Sequence[Cue], now: Now, ordered: bool
) -> None:
    """Take the last time named before a figure, or one right behind it; in an order also the day by which it is due."""
    low = page.low
    plain: list[Time] = []
    compared: dict[int, Time] = {}
    for time in times:
        if time.period and time.baseline:
            compared[time.end] = time
        elif time.period and not time.period.startswith("same") and not (ordered and _is_bygone(time, now)):
            plain.append(time)
    if not plain and not compared:
        return
    shut = [_shut(page, figures, time) for time in plain]
    turns = turns_of(page, figures, plain) if len(plain) > 1 and len(figures) > 1 else {}
    reached = compares = False
    taker: tuple[Draft, Time] | None = None
    inside: Time | None = None
    previous: Draft | None = None
    for figure in figures:
        inside = bracketed_by(low, compared, figure.before, inside) if compared else None
        if inside is not None and figure.role == "level" and (compares or inside.same):
            figure.period = inside.period
            if figure.notes is not None:
                figure.notes.append(
                    Note("period", inside.period, inside.begin, inside.end, "the time before its bracket")
                )
            continue
        compares = compares or figure.role in _COMPARING
        turn = turns.get(figure.start)
        if turn is not None:
            figure.period = turn.period
            if figure.notes is not None:
                figure.notes.append(Note("period", turn.period, turn.begin, turn.end, "the one of several in turn"))
            continue
        if figure.threshold and figure.qualifier == "exact" and figure.family == "noun":
            continue  # "không mua đồ nhựa dùng một lần trước ngày 31/8"
        due = False
        aside = _is_aside(page, figure)
        last: Time | None = None
        after: Time | None = None
        for at, time in enumerate(plain):
            if time.start >= figure.end:
                after = time
                break
            if time.end > figure.start or time.taken or figure.start > shut[at]:
                continue
            if not time.weak or (not time.lead and _HEADS.fullmatch(low, time.end, figure.before) is not None):
                last = time
        # Only the last one before the figure is asked whether it reaches that far: each looks over all between.
        chosen = last if last is not None and not aside and carries(page, last, figure, figures, now) else None
        if chosen is not None and chosen.lead in _DEADLINE and _is_of_another(page, marks, chosen, figure):
            chosen = None
        if after is not None:
            gap = low[figure.after : after.begin]
            if gap[:1] == "[":
                gap = gap[gap.find("]") + 1 :]  # the mark of a note: "6,73%[1] của quý II"
            if figure.role == "rank" and after.lead in _SINCE:
                pass  # "mức cao thứ hai kể từ năm 2011"
            elif _right_behind(low, gap, after) and (
                chosen is None or not (_is_stamp(gap, after) or _is_of_counted(figure, chosen, after))
            ):
                chosen = after
                # "trong 3 năm 2022-2024, …": years that only tell which years were counted are those of what follows.
                after.taken = after.lead not in _INWARD and figure.family != "duration"
                taker = (figure, after) if after.taken else None
            elif aside or _is_of_bracketed(gap):
                pass
            elif (
                (after.lead in _INWARD or not after.lead)
                and (
                    chosen is None or low[after.end : after.end + 1] != " "
                )  # "quý I sửa 5 cầu, chậm nhất 10/4 báo cáo"
                and _is_done(page, figure, after)
            ):
                chosen, due = after, True
            elif (
                (len(gap) < 16 and gap.endswith("(") and figure.family == "duration")
                or (
                    after.lead in _INWARD
                    and _ONE_CLAUSE.fullmatch(_without_levels(_to_last(page, gap, after))) is not None
                    and not is_aimed(figure, after, marks)
                )
                or (chosen is None and (_is_of_year(figure, gap, after) or _is_joined(page, figure, figures, after)))
                or (
                    chosen is None
                    and ";" not in gap
                    and after.lead in _DEADLINE
                    and not is_threshold(figure)
                    and not is_next_aimed(figure, after, figures, marks)
                )
                or (chosen is None and ";" not in gap and ordered and is_due(page, figure, after, marks))
            ):
                chosen = after
        changed = chosen is None and previous is not None and figure.role in _COMPARING
        if changed and previous is not None and low[previous.after : figure.before].strip() == "(":
            figure.period = previous.period  # "GMV 2023: 20,5 tỷ USD (+25%)"
        previous = figure
        if chosen is None and taker is not None and _grows(page, taker, figure):
            chosen = taker[1]
        if chosen is None or (
            (ordered or chosen.lead in _DEADLINE) and is_part_of_year(chosen) and is_often(page, figure)
        ):
            continue
        figure.period = chosen.period
        if figure.notes is not None:
            figure.notes.append(Note("period", chosen.period, chosen.begin, chosen.end, "the time nearest to it"))
        if figure.role in ("level", "change") and chosen.date is not None:
            if (
                (due or chosen.lead in _DEADLINE)
                and chosen.start > figure.end
                and not _is_over(chosen, now)
                and not is_past(page, marks, figure.start)
            ):
                if not is_ordered(page, figure):
                    figure.period = None if is_matter(page, figure) else figure.period
                    continue
                set_target(page, figure, chosen.begin, chosen.end, "a day by which it is to be reached")
                continue
            onward = (
                chosen.lead in _ONWARD
                or (chosen.lead and chosen.start > figure.end)
                or (not chosen.lead and not chosen.date.day and figure.family in _AIMED and chosen.end <= figure.start)
            )
            ahead = now.year and (chosen.date.year > now.year or _is_later(page, chosen, now))
            if (
                onward
                and ahead
                and not tells_growth(page, figure, reached)
                and not is_foretold(marks, figure.start)
                and _FORECASTS.search(low, chosen.end, figure.start) is None
            ):
                set_target(page, figure, chosen.begin, chosen.end, "a time to come")
                reached = True


def _is_of_another(page: Page, marks: Sequence[Cue], due: Time, figure: Draft) -> bool:
    """Whether what is due before a figure is not what that counts: it was done, or is proposed to somebody else.

    "phủ sóng trước ngày 2/9, đã dựng xong 12 trụ", "… trước ngày 2/9, đồng thời đề nghị Bộ A hỗ trợ 40%".
    """
    return is_past(page, marks, figure.start) or _PROPOSED.search(page.low, due.end, figure.start) is not None


def _is_bygone(time: Time, now: Now) -> bool:
    """Whether a year by which nothing that is ordered can be due is gone by: "sổ hộ tịch lập trước năm 2007"."""
    return time.lead in _DEADLINE and time.date is not None and 0 < time.date.year < now.year


def _is_aside(page: Page, figure: Draft) -> bool:
    """Whether a figure has no time before it: it is counted on, tells which things are meant, or what is celebrated."""
    if figure.threshold and figure.family in _EXTENTS:
        return True
    return figure.base or (figure.family == "duration" and page.low.endswith(_CELEBRATED, page.start, figure.before))


def _shut(page: Page, figures: Sequence[Draft], time: Time) -> int:
    """Return up to where a time may reach: one in brackets beside a figure says nothing of what is outside them."""
    low = page.low
    opened = low.rfind("(", page.start, time.start)
    if opened < 0 or low.find(")", opened, time.start) >= 0:
        return page.end
    closed = low.find(")", time.end, page.end)
    inner = low.find("(", time.end, closed)
    while 0 <= inner < closed:
        closed, inner = low.find(")", closed + 1, page.end), low.find("(", inner + 1, closed)
    if closed < 0 or not any(opened < figure.start < closed for figure in figures):
        return page.end
    return closed


def _is_later(page: Page, time: Time, now: Now) -> bool:
    """Whether a time up to which something goes lies in the text's own year, but later: "đến hết năm", told in May."""
    date = time.date
    if date is None or not now.month or date.year != now.year or time.lead not in _ONWARD:
        return False
    last = date.last or date.month or 3 * date.quarter or _DECEMBER
    return last > now.month and _FORECASTS.search(page.low, max(page.start - 1, 0), time.begin) is None


def _is_over(time: Time, now: Now) -> bool:
    """Whether a day is gone by: what was to be done by then is told and not asked for."""
    date = time.date
    if date is None or not date.day or not now.day:
        return False
    return (date.year or now.year, date.month, date.last or date.day) < (now.year, now.month, now.day)


def _is_done(page: Page, figure: Draft, time: Time) -> bool:
    """Whether what the figure counts is to be done by the time behind it: "tiêm cho 500 trẻ, xong trong quý I"."""
    if is_threshold(figure):
        return False
    found = _DONE.match(page.back, page.size - time.begin, page.size - figure.after)
    if found is None:
        return False
    # What is done may stand behind a semicolon, but not behind another task: "sửa 16 cầu; thời hạn: 15/01/2025". What
    # opens the next one is of that: "sửa 16 cầu; chậm nhất 30/9 xây 5 trạm".
    gap = page.low[figure.after : page.size - found.end()].rstrip()
    return ";" not in gap[:-1] and (not gap.endswith(";") or page.low[time.end : time.end + 1] in _ENDS)


def _is_of_year(figure: Draft, gap: str, time: Time) -> bool:
    """Whether a figure is of the year that ends its phrase: "2% chi ngân sách năm 2026", a rank in an index of 2023.

    Of a month or a quarter only what is said to be of something then: "mức tăng 0,39% của CPI tháng 11/2022".
    """
    if time.lead or time.same or time.date is None:
        return False
    if (time.date.month or time.date.quarter) and not gap.startswith(_OF):
        return False
    near = figure.role == "rank" or len(gap) < _SHORT or (figure.family == "money" and gap.rstrip().endswith(_BUDGETS))
    return near and _PHRASE.fullmatch(gap) is not None


def _is_of_bracketed(gap: str) -> bool:
    """Whether a time behind `gap` is that of a figure in brackets: "cân đối 186 tỷ đồng[ (đã có 92 tỷ đồng ]quý I)"."""
    opened = gap.rfind("(")
    return opened > gap.rfind(")") and any(char.isdecimal() for char in gap[opened:])


def _is_joined(page: Page, figure: Draft, figures: Sequence[Draft], time: Time) -> bool:
    """Whether a time right behind the next figure is that of both: "thu 9 tỷ đồng và lãi 4 tỷ đồng cho năm 2024"."""
    following = next((other for other in figures if other.start >= figure.end), None)
    if following is None or not time.lead or following.end > time.begin or following.family != figure.family:
        return False
    if following.role != figure.role or _SHORTLY.fullmatch(page.low, following.after, time.begin) is None:
        return False
    return _AND.fullmatch(page.low, figure.after, following.start) is not None


def _to_last(page: Page, gap: str, time: Time) -> str:
    """Return the words between a figure and its time, without the comma before one that ends its clause."""
    if gap.endswith(", ") and page.low[time.end : time.end + 1] in _ENDS:
        return gap[:-2]  # "170.000 doanh nghiệp đã dùng, tính đến cuối 2025."
    return gap


def _without_levels(gap: str) -> str:
    """Return the words without single digits, which name levels and not figures."""
    return "".join(" " if char.isdecimal() else char for char in gap) if len(gap) < 60 else gap
