"""Which sentences order or plan because of where they stand: below a line that asks, or under a heading."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from dxtui.extract.numbers.page import Page
from dxtui.lexicon.cues import Cue, articles, asking, sections
from dxtui.model import Statement

_LIST_ITEM = re.compile(r"[ \t]{0,8}(?:[-–+•*]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)])[ \t]")
_ASKING = asking()
_ASKED = re.compile(r"[^\n.;:!?]{1,120}+: *\n")
_SECTIONS, _ACCOUNTS = sections()
_NUMBERED = re.compile(r"#{1,6} |[*_]{0,3}(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-Z])[.)/]{1,2} ")
_ARTICLE = articles()
_CELLS = ("\t", "|", "   ")
"""What parts the cells of a table's row."""
_LONGEST_LINE = 4000
_LONGEST_HEADING = 160


def orders(page: Page, mark: Cue) -> bool:
    """Whether every item of a list below is an order: "Yêu cầu các đơn vị:" at the end of a line."""
    kind, start, end, _ = mark
    if kind == "order":
        return page.text[end : end + 4].lstrip(" ")[:1] == "\n"
    return kind in ("demand", "plan") and page.low[start:end] in _ASKING and _ASKED.match(page.text, end) is not None


def is_item(page: Page) -> bool:
    """Whether the statement stands in a line that starts as an item of a list does."""
    line = page.text.rfind("\n", max(page.start - _LONGEST_LINE, 0), page.start) + 1
    return _LIST_ITEM.match(page.text, line) is not None


def plans_of(page: Page, statements: Sequence[Statement]) -> list[tuple[int, bool]]:
    """Return where headings end that tell whether what is below them are orders or plans, and whether it is."""
    out = []
    for statement in statements:
        start, end = statement.start, statement.end
        if statement.kind == "sentence" or end - start > _LONGEST_HEADING:
            continue
        numbered = _NUMBERED.match(page.text, start, end) or _ARTICLE.match(page.low, start, end)
        if numbered is None and not page.text[start:end].isupper():
            continue
        if _ACCOUNTS.search(page.low, start, end) is not None:
            out.append((end, False))
        elif _SECTIONS.search(page.low, start, end) is not None:
            out.append((end, True))
    return out


def is_planned(page: Page) -> bool:
    """Whether the statement stands under a heading of orders or plans, and in no table."""
    if not page.plans:
        return False
    at = bisect_right(page.plans, (page.start, True)) - 1
    if at < 0 or not page.plans[at][1]:
        return False
    return not any(page.text.find(sign, page.start, page.end) >= 0 for sign in _CELLS)
