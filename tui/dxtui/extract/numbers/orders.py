"""Which sentences order or plan because of where they stand: below a line that asks, or under a heading."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from dxtui.extract.numbers.page import Page
from dxtui.lexicon.cues import Cue, articles, asking, sections
from dxtui.lexicon.goals import by_year, first_of_tells, goals_ahead, goals_named, goals_reached, tells
from dxtui.model import Statement
from dxtui.text.openings import Opening

_LIST_ITEM: Final = Opening(re.compile(r"[ \t]{0,8}(?:[-–+•*]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)])[ \t]"))
_ASKING: Final = asking()
_ASKED: Final = re.compile(r"[^\n.;:!?]{1,120}+: *\n")
_SECTIONS: Final = sections()[0]
_ACCOUNTS: Final = sections()[1]
_NUMBERED: Final = Opening(
    re.compile(r"#{1,6} |[*_]{0,3}(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-Z])(?:[.)/]{1,2}|(?<=[IVX\d])-) ")
)
_DIRECTED: Final = re.compile(r"(?:#{1,6} )?[*_]{0,3}\d{1,2}[.)/]{1,2} ")
_ARTICLE: Final = Opening(articles())
_TELLS: Final = tells()
_TELLS_FIRST: Final = first_of_tells()
_ITEM: Final = 3
"""Code points of the letter or number of an item, with its sign."""
_GOALS: Final = goals_named()
_TIMES_AHEAD: Final = goals_ahead()
_REACHED: Final = goals_reached()
_CELLS: Final = ("\t", "|", "   ")
"""What parts the cells of a table's row."""
_BY_YEAR: Final = by_year()[0]
_OF_YEAR: Final = by_year()[1]
_LETTERED: Final = re.compile(r"[a-zđ][.)] ")
_MARK: Final = 5
"""So long at most is the mark of a heading: "1.2. Năm 2025"."""
_LONGEST_LINE: Final = 4000
_LONGEST_HEADING: Final = 160


def orders(page: Page, mark: Cue) -> bool:
    """Whether every item of a list below is an order: "Yêu cầu các đơn vị:" at the end of a line."""
    kind, start, end, _ = mark
    if kind == "order":
        return page.text[end : end + 4].lstrip(" ")[:1] == "\n"
    return kind in ("demand", "plan") and page.low[start:end] in _ASKING and _ASKED.match(page.text, end) is not None


def is_item(page: Page) -> bool:
    """Whether the statement stands in a line that starts as an item of a list does."""
    return _starts_item(page.text, page.start)


def _starts_item(text: str, start: int) -> bool:
    line = text.rfind("\n", max(start - _LONGEST_LINE, 0), start) + 1
    return _LIST_ITEM.match(text, line) is not None


def is_told_to(page: Page) -> bool:
    """Whether the statement opens by telling somebody to do something: "Giao Sở Y tế mua 5 xe"."""
    head = page.low[page.start : page.start + _ITEM]
    if head[0].isalpha() and head[0] not in _TELLS_FIRST and "." not in head and ")" not in head:
        return False
    return _TELLS.match(page.text, page.start, page.end) is not None


def plans_of(page: Page, statements: Sequence[Statement]) -> list[tuple[int, bool]]:
    """Return where headings end that tell whether what is below them are orders or plans, and whether it is.

    A line that names goals and has no number of its own does so only for the items of the list right below it. Headings
    with numbers that follow right on a line that asks name who is to do what is below them: "yêu cầu:", "1. Sở Y tế".
    """
    out = []
    text = page.text
    planned = listed = False
    directed: bool | None = None
    for at, statement in enumerate(statements):
        start, end = statement.start, statement.end
        if start >= page.ordered_from and directed is not False and statement.kind in ("heading", "title"):
            directed = _DIRECTED.match(text, start, end) is not None and _ACCOUNTS.search(page.low, start, end) is None
            if directed or planned:
                planned, listed = directed, False
                out.append((end, directed))
                continue
        elif start >= page.ordered_from and directed is None:
            directed = False
        if listed and (statement.kind != "sentence" or not _starts_item(text, start)):
            listed = False
            out.append((start, planned))
        if end - start > _LONGEST_HEADING:
            continue
        last = text[end - 1]
        if statement.kind == "sentence" and last != ":" and not last.isalnum():
            continue
        if text[start:end].isupper() or (
            statement.kind != "sentence" and (_NUMBERED.match(text, start, end) or _ARTICLE.match(page.low, start, end))
        ):
            if _ACCOUNTS.search(page.low, start, end) is not None:
                planned, listed = False, False
                out.append((end, False))
                continue
            if _SECTIONS.search(page.low, start, end) is not None:
                planned, listed = True, False
                out.append((end, True))
                continue
        if (
            at + 1 < len(statements)
            and _starts_item(text, statements[at + 1].start)
            and (statement.kind != "sentence" or not _starts_item(text, start))
            and _names_goals(page, start, end)
        ):
            listed = True
            out.append((end, True))
    return out


def _names_goals(page: Page, start: int, end: int) -> bool:
    """Whether a line names goals that are set: "Mục tiêu cụ thể đến năm 2030:", "Một số chỉ tiêu kế hoạch năm 2025"."""
    if _ACCOUNTS.search(page.low, start, end) is not None or _REACHED.search(page.low, start, end) is not None:
        return False
    goal = _GOALS.search(page.low, start, end)
    return goal is not None and (not goal[1] or _TIMES_AHEAD.search(page.low, start, end) is not None)


def goal_years(page: Page, statements: Sequence[Statement]) -> list[tuple[int, str]]:
    """Return where headings end, each with the year by which the goals below it are to be reached, "" for none.

    One that names goals may name their year alone, "Các chỉ tiêu chủ yếu năm 2024:"; a lettered one goes on with it.
    One below it may be nothing else: "a) Năm 2025".
    """
    out: list[tuple[int, str]] = []
    goals = apart = False
    for statement in statements:
        start, end = statement.start, statement.end
        if statement.kind in ("heading", "title") and end - start <= _LONGEST_HEADING:
            year = _BY_YEAR.search(page.low, start, end)
            lettered = _LETTERED.match(page.low, start, end) is not None
            named = _GOALS.search(page.low, start, end) is not None and _REACHED.search(page.low, start, end) is None
            if year is None and (named or goals):
                year = _OF_YEAR.search(page.low, start, end)
                alone = year is not None and end - year.end() <= 1 and year.start() - start <= _MARK
                year = year if named or alone else None
            goals = named or (goals and (lettered or year is not None))
            if year is not None or not lettered or apart:
                out.append((end, year[1] if year is not None else ""))
            apart = lettered and (year is not None or apart)
    return out if any(year for _, year in out) else []


def due_year(page: Page) -> str:
    """Return the year by which the goals are to be reached among which the statement stands, "" for none."""
    at = bisect_right(page.goal_years, (page.start, "9")) - 1
    return page.goal_years[at][1] if at >= 0 else ""


def is_planned(page: Page) -> bool:
    """Whether the statement stands under a heading of orders or plans, and in no table."""
    if not page.plans:
        return False
    at = bisect_right(page.plans, (page.start, True)) - 1
    if at < 0 or not page.plans[at][1]:
        return False
    return not any(page.text.find(sign, page.start, page.end) >= 0 for sign in _CELLS)
