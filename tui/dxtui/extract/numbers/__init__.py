"""Every number of a text, and what the figures among them state."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dxtui.extract.numbers.candidates import RUN, Kind, candidates
from dxtui.extract.numbers.dates import is_its_weekday
from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.figures import figure_at
from dxtui.extract.numbers.grids import Grids
from dxtui.extract.numbers.leads import by_lead, going_on, hour_at, is_week, months_at, named, year_at
from dxtui.extract.numbers.now import Now, now_of
from dxtui.extract.numbers.orders import due_year, goal_years, is_item, is_planned, is_told_to, orders, plans_of
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.periods import assign
from dxtui.extract.numbers.planned import due_in_all
from dxtui.extract.numbers.ranks import is_grade, is_in_a_row
from dxtui.extract.numbers.ratios import dashed_day, day_or_ratio, days_in_brackets
from dxtui.extract.numbers.roles import judge
from dxtui.extract.numbers.romans import roman
from dxtui.extract.numbers.shapes import copies_at, glued_after, glued_before, in_address, listed, shaped
from dxtui.extract.numbers.subjects import name_subjects
from dxtui.extract.numbers.titled import is_titled, is_version, of_one
from dxtui.extract.numbers.twins import twin
from dxtui.extract.numbers.worded import month_name, worded
from dxtui.lexicon.before import Before, befores, captions, glued_verbs, streets, vessels
from dxtui.lexicon.calendar import first_of_times
from dxtui.lexicon.cues import Cue, cues
from dxtui.model import Number, Statement
from dxtui.model.note import Note
from dxtui.text.places import first_past

_before_at: Final = befores().pattern.match
_before: Final = befores().meanings
_NOTHING: Final = Before()
_ITEM: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)/]\s")
# What is read of a whole statement takes the square of its numbers and cues, so one without end is read in parts.
_MOST_TOGETHER: Final = 120
_MOST_CUES: Final = 400
_LONGEST_RUN: Final = 4000
_WIDEST: Final = 400
_TIME_FIRST: Final = frozenset(first_of_times())
_LINKED: Final = frozenset("=&/_?.-%+#@")
_ORDERING: Final = frozenset(("order", "demand", "plan"))
_NEAR: Final = 30
_FAR: Final = 80
_SIDES: Final = ("x", "×")
_SHAPED: Final = frozenset(("84", "1800", "1900"))
"""How telephone numbers start."""
_DASHES: Final = ("-", "–")
_SPECIAL: Final = frozenset("-–/+hg")
_EITHER_WAY: Final = "±-"
_PLUS_OR_MINUS: Final = "+/-"
_BEHIND_CAPTION: Final = frozenset(".:")
_CAPTIONS: Final = captions()
_STREET: Final = streets()
_GLUED: Final = glued_verbs()
_VESSELS: Final = vessels()
_REGISTERED: Final = 5
"""Digits that a boat is registered by."""
_WIDE: Final = "   "
_POINTS: Final = 2
"""Points in the number of a version."""


def find(text: str, statements: Sequence[Statement], anchor: str | None) -> tuple[Number, ...]:
    """Return the numbers of `text`, sorted; every digit lies in exactly one.

    Args:
        text: NFC, LF.
        statements: of `text`; words of one statement say nothing of a number in another.
        anchor: ISO date of the document, which completes dates that lack a year; None if unknown.
    """
    page = Page(text)
    out: list[Number] = []
    for drafts in read(page, statements, anchor):
        out.extend([draft.number() for draft in drafts])
    return tuple(out)


def read(page: Page, statements: Sequence[Statement], anchor: str | None) -> Iterator[list[Draft]]:
    """Yield the numbers of each statement of `page` that has any, as drafts, in order."""
    marks, words = cues(page.low, page.raw, page.plain)
    now = now_of(page, anchor)
    page.ordered_from = next((mark[2] for mark in marks if mark[0] in _ORDERING and orders(page, mark)), page.size)
    page.plans = plans_of(page, statements)
    page.goal_years = goal_years(page, statements) if page.plans else []
    grids = Grids(page)
    drafts: list[Draft] = []
    done = mark = 0
    at = stop = -1
    count = len(statements)
    starts = [statement.start for statement in statements]
    for start, end, kind in candidates(page, words):
        if end <= done:
            continue
        if start >= stop:
            if drafts:
                mark = _close(page, drafts, marks, mark, now, grids)
                yield drafts
                drafts = []
            at = first_past(starts, start, max(at, 0)) - 1
            if at >= 0 and start < statements[at].end:
                page.start, stop = statements[at].start, statements[at].end
                page.kind = statements[at].kind
                while at + 1 < count and page.text[stop] == "\n" and _runs_on(page, stop, starts[at + 1]):
                    at += 1
                    stop = statements[at].end
                page.end = stop
            else:
                page.start, stop = _line(page, max(done, start - _WIDEST), start, end)
                page.kind = ""
                page.end = stop
        limit = end
        while limit > done:
            if start < done:
                if kind != "digits" and kind != "signs":
                    break
                found = RUN.search(page.low, done, limit)
                if found is None:
                    break
                start, end = found.span()
                kind = "signs" if found[1] else "digits"
            draft = _read(page, start, end, kind, drafts[-1] if drafts else None)
            if page.notes is not None:
                if draft is not None:
                    draft.notes = page.notes
                page.notes = []
            if draft is None:
                break
            if draft.start < done:
                draft.start = done
            if draft.date is not None and drafts and is_its_weekday(page, drafts[-1], draft):
                draft.start = drafts.pop().start
            drafts.append(draft)
            done = draft.end
            if len(drafts) >= _MOST_TOGETHER:
                page.end = done
                mark = _close(page, drafts, marks, mark, now, grids)
                yield drafts
                drafts = []
                page.start, page.end = done, stop
    if drafts:
        _close(page, drafts, marks, mark, now, grids)
        yield drafts


def _line(page: Page, floor: int, start: int, end: int) -> tuple[int, int]:
    """Return the part of the line around [start, end) that no statement holds, from `floor` on."""
    first = page.text.rfind("\n", floor, start) + 1
    last = page.text.find("\n", end, end + _WIDEST)
    return max(first, floor), last if last >= 0 else min(end + _WIDEST, page.size)


def _runs_on(page: Page, stop: int, start: int) -> bool:
    """Whether a statement that ends at `stop` was cut by a page's width, so that the one at `start` goes on with it."""
    text = page.text
    if start - stop != 1 or text[stop] != "\n" or not 12 <= stop - page.start < _LONGEST_RUN:
        return False
    first, last = text[start], text[stop - 1]
    if not (last.isalnum() or last in "-–,"):
        return False
    if first.isdecimal():
        led = _before_at(page.back, page.size - start, page.size - page.start)
        if (led is None and last not in "-–,") or _ITEM.match(text, start) is not None:
            return False
    elif not first.islower() or stop - page.start < 20:
        return False
    return text.find("\t", page.start, stop) < 0 and text.find("|", page.start, stop) < 0


def _close(page: Page, drafts: list[Draft], marks: Sequence[Cue], mark: int, now: Now, grids: Grids) -> int:
    """Read what only the whole statement tells: periods, baselines, targets, subjects."""
    count = len(marks)
    while mark < count and marks[mark][1] < page.start:
        mark += 1
    last = mark
    while last < count and marks[last][1] < page.end:
        last += 1
    planned = is_planned(page)
    ordered = (page.ordered_from < page.start and is_item(page)) or planned or is_told_to(page)
    assign(page, drafts, marks[max(mark, last - _MOST_CUES) : last] if last > mark else (), now, ordered)
    if planned and page.goal_years and (year := due_year(page)):
        for draft in drafts:
            if draft.kind == "figure" and draft.role == "target" and draft.period is None:
                draft.period = year  # "1. Đến năm 2025" above "- 80% diện tích …"
    due_in_all(page, drafts)
    name_subjects(page, drafts)
    grids.complete(page, drafts, now)
    return last


def _ranks(previous: Draft | None, start: int, before: Before) -> bool:
    """Whether the number goes on a ranking: "đứng thứ 2 ASEAN, thứ 9 toàn cầu", "… và hạng 15 cả nước"."""
    if previous is None or previous.kind != "figure" or previous.role != "rank":
        return False
    near = _NEAR if before.lead == "ordinal" else _FAR if before.lead == "grade" and before.rank else 0
    return start - previous.end < near


def _without_digits(page: Page, start: int, end: int, kind: Kind, previous: Draft | None) -> Draft | None:
    """Return the number of a candidate that has no decimal digits."""
    if kind == "word":
        draft = worded(page, start, previous)
        if draft is None or draft.kind != "figure":
            return draft
        if is_grade(draft):
            return Draft(draft.start, draft.end, "grade")
        return Draft(draft.start, draft.end, "name") if is_titled(page, draft) else draft
    if kind == "roman":
        return roman(page, start, end, previous)
    if kind == "name":
        return month_name(page, start)
    return Draft(start, end, "name" if start and page.low[start - 1].isalpha() else "list")


def _may_shape(sign: str, written: str) -> bool:
    """Whether what stands right behind digits may make them more than a value; `written` is it with its case."""
    return sign in _SPECIAL or written.isupper()


def _behind_sign(page: Page, start: int, end: int, last: str, previous: Draft | None) -> tuple[Draft | None, str]:
    """Return the number as the sign or letter `last` right before it classes it, and by which rule."""
    if last in _LINKED and in_address(page, start):
        return Draft(start, end, "name"), "it is part of an address on the web"
    if last in "+-" and previous is not None and previous.end == start - 1 and previous.kind == "name":
        return Draft(start, end, "name"), "it goes on a name: Km 47+300, B787-9"
    if previous is not None and previous.end == start and previous.kind == "reference":
        return Draft(start, end, "list"), "the mark of a note right behind a code"
    if last == "+" and page.text[start - 2 : start - 1].isupper():
        return Draft(start, end, "name"), "a sign with capitals before it: GMT+7"
    return None, ""


def _read(page: Page, start: int, end: int, kind: Kind, previous: Draft | None) -> Draft | None:
    """Return the number of a candidate; None only where there is no digit."""
    again = twin(page, start, previous) if previous is not None and start - previous.end == 2 else None
    if again is not None:
        return again
    if kind != "digits" and kind != "signs":
        return _without_digits(page, start, end, kind, previous)
    low = page.low
    run = low[start:end]
    found = _before_at(page.back, page.size - start, page.size - page.start)
    if found is None and start > page.start and low[start - 1].isalpha():
        found = _GLUED.match(page.back, page.size - start, page.size - page.start)
    before = _before[found[1]] if found is not None else _NOTHING
    draft: Draft | None = None
    rule = "its own form"
    after = low[end] if end < page.end else ""
    if kind == "signs":
        if "/" in run or ":" in run or run.count(".") > 1 or run[0] == "0":
            draft = shaped(page, start, end, run, before)
    elif run[0] == "0" or run in _SHAPED or (after and after != " " and _may_shape(after, page.text[end])):
        draft = shaped(page, start, end, run, before)
    if draft is None and after == " " and page.text[end + 1 : end + 2].isupper():
        if _STREET.match(page.text, end, page.end) is not None:
            draft = Draft(start, end, "reference")
            rule = "a street and its area behind it"
    elif draft is None and after in _BEHIND_CAPTION and low[page.start : start].strip() in _CAPTIONS:
        draft = Draft(start, end, "list")
        rule = "it numbers a table or a picture"
    if draft is None and after == " " and end - start == 1:
        draft = of_one(page, start, end)
        rule = "how many are in one"
    ranks = False
    if before.lead and found is not None:
        ranks = _ranks(previous, start, before) or (before.lead == "ordinal" and "/" in run and not is_week(run))
        if draft is None and not ranks:
            draft = by_lead(page, start, end, run, before, page.size - found.end())
            rule = "the word before it"
    last = low[start - 1] if start > page.start else " "
    if draft is None and last != " ":
        draft, rule = _behind_sign(page, start, end, last, previous)
    wide = draft is None and page.wide and (low[end : end + 3] == _WIDE or low[start - 3 : start] == _WIDE)
    if wide and start in page.numbering:
        draft = Draft(start, end, "list")
        rule = "the number of a page in a line that every page repeats"
    if draft is None and (
        after in ".)]/\t-–"
        or start == page.start
        or (after == " " and low[end + 1 : end + 2] in _DASHES)
        or (last == " " and low[start - 2 : start - 1] == "#")
    ):
        draft = (days_in_brackets(page, start) if end - start <= 2 else None) or listed(page, start, end, run)
        rule = "it stands at the start of its line, or in brackets of its own"
    if (
        draft is None
        and last != " "
        and (last.isalpha() or last in "-–%‰")
        and not (before.money or before.unit)
        and not (last in _SIDES and previous is not None and previous.end == start - 1 and previous.kind == "figure")
    ):
        draft = glued_before(page, start, end, before)
        rule = "letters right before it"
    if draft is None and after == "-" and end - start <= 2:
        draft = dashed_day(page, start)
        rule = "a day and month behind a word of time"
    if draft is None and kind == "digits":
        if end - start == 4:
            draft = year_at(page, start, before)
            rule = "four digits that no counted noun follows"
        elif end - start == _REGISTERED and page.text.startswith(_VESSELS, end):
            draft = Draft(start, end, "name")
            rule = "the letters of a registered boat behind it"
        elif end - start <= 2 and after == " " and low[end + 1 : end + 2] in _TIME_FIRST:
            draft = hour_at(page, start, before, previous) or months_at(page, start)
            rule = "the words behind it"
    if draft is None and after != " " and after.isalpha():
        draft = copies_at(page, start, end) or glued_after(page, start, end, before, previous)
        rule = "letters right behind it"
    if draft is None and previous is not None and previous.kind != "figure":
        draft = going_on(page, start, end, run, previous)
        rule = f"it goes on a list of numbers of class {previous.kind}"
    if draft is None and kind == "signs" and "/" in run:
        draft = day_or_ratio(page, start, end, before, previous)
        rule = "a day and month that nothing is counted by"
    if draft is None:
        draft = figure_at(page, start, end)
        if draft is None:
            draft = Draft(start, end, "name" if run.count(".") == _POINTS and is_version(page, start) else "reference")
            rule = "its signs make no value"
        else:
            if last in _EITHER_WAY and (last != "-" or low.startswith(_PLUS_OR_MINUS, start - len(_PLUS_OR_MINUS))):
                draft.start -= 1 if last != "-" else len(_PLUS_OR_MINUS)
                found = _before_at(page.back, page.size - draft.start, page.size - page.start)
            judge(page, draft, previous, found)
            if ranks:
                draft.role = "rank"
                draft.unit = draft.counted = None
            if is_grade(draft):
                draft = Draft(draft.start, draft.end, "grade")
                rule = "a unit that counts grades"
            elif is_in_a_row(page, draft):
                draft = Draft(draft.start, draft.end, "ordinal")
                rule = "it counts how long something has gone on"
            elif is_titled(page, draft):
                draft = Draft(draft.start, draft.end, "name")
                rule = "it belongs to what something is called"
            elif (draft.unit is None or draft.guessed) and draft.role == "level" and named(page, draft, previous):
                draft = Draft(draft.start, draft.end, "name")
                rule = "a foreign name before it"
            else:
                rule = "nothing makes it anything but an amount"
    if page.notes is not None:
        begin = page.size - found.end() if found is not None and rule == "the word before it" else draft.start
        page.notes.append(Note("class", draft.kind, begin, draft.end, rule))
    return draft
