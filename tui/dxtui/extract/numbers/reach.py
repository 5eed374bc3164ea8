"""How far a time reaches: whether it is still that of a figure some way behind it."""

from collections.abc import Sequence
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.moment import Time
from dxtui.extract.numbers.now import Now
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.clauses import left_now, part_of_it, parts_of_it, source, told
from dxtui.lexicon.moments import present

_PART: Final = part_of_it()
_PARTS: Final = parts_of_it()
_LEFT: Final = left_now()
_TOLD: Final = told()
_PRESENT: Final = present()
_SOURCE: Final = source()
_HEAD: Final = 16
_OPENING: Final = 110
"""Code points in which what a sentence opens with stands before its time."""
_NEAR: Final = 40
"""Code points up to the colon of the list that a time opens."""
_COMPARING: Final = ("change", "multiple")
_MANY: Final = 100_000
"""From here on what is counted is measured rather than listed one by one: herds, people."""
_EXTENTS: Final = ("measure", "duration", "money")


def carries(page: Page, time: Time, figure: Draft, figures: Sequence[Draft], now: Now) -> bool:
    """Return whether a time is still that of a figure some way behind it: in its part of the statement, not gone by."""
    low = page.low
    cut = low.find(";", time.end, figure.start)
    if (
        cut >= 0
        and not _heads(page, time, figures, cut)
        and _PART.match(low, cut + 1) is None
        and _PARTS.search(low, time.end, cut) is None  # "giảm trong tháng 11 gồm A giảm 5%; B giảm 4%"
        and low.find(": ", time.end, min(cut, time.end + _NEAR)) < 0  # "sau 9 tháng 2025 so với cùng kỳ: A +9%; B +4%"
        and not (
            (_is_told(page, figure) or _is_listed(figure, figures, time, cut))
            and _opens_clause(page, time, figures)
            and not _is_to_come(time, now)
        )
    ):
        return False
    return not _gone_by(page, figure, time, now)


def _heads(page: Page, time: Time, figures: Sequence[Draft], cut: int) -> bool:
    """Whether a time heads what is behind the semicolon at `cut`, too: "Theo Sở A, năm 2023 thu 5 tỷ; chi 6 tỷ"."""
    if time.start < page.start + _HEAD:
        return True
    opens = page.low[time.begin - 2 : time.begin] == ", " and time.end < figures[0].start
    opens = opens and page.low.find(";", page.start, time.begin) < 0 and time.begin < page.start + _OPENING
    opens = opens and _SOURCE.match(page.low, page.start, page.end) is not None
    return opens and not page.low.startswith(_LEFT, cut + 1)


def _is_told(page: Page, figure: Draft) -> bool:
    """Whether words before a figure say what became of something: "đạt 16,9 nghìn ha", "tăng 4,1%"."""
    return figure.role in _COMPARING or not _TOLD.isdisjoint(page.low[figure.before : figure.start].split())


def _is_listed(figure: Draft, figures: Sequence[Draft], time: Time, cut: int) -> bool:
    """Whether a figure is measured as one of its time's own clause, up to `cut`: "xuất khẩu 5 tỷ; nhập[ 4 tỷ]"."""
    if figure.family not in _EXTENTS and figure.unit != "%" and figure.value < _MANY:
        return False
    return any(time.end <= other.start < cut and other.unit == figure.unit for other in figures)


def _opens_clause(page: Page, time: Time, figures: Sequence[Draft]) -> bool:
    """Whether a time stands before all figures of its clause: "quý III A tăng 5%; …", not "5% năm 2023; …"."""
    first = page.low.rfind(";", page.start, time.start)
    return not any(first < figure.start < time.start for figure in figures)


def _is_to_come(time: Time, now: Now) -> bool:
    """Whether a time lies in a year behind the text's own: what is told next to an aim is of now."""
    return time.date is not None and time.date.year > now.year > 0


def _gone_by(page: Page, figure: Draft, time: Time, now: Now) -> bool:
    """Whether the text comes back to now between a time of an earlier year and the figure."""
    if time.date is None or time.date.year >= now.year > 0 or figure.start - time.end < 8:
        return False
    return _PRESENT.search(page.low, time.end, figure.start) is not None
