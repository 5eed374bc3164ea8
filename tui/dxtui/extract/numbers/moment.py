"""A time that a statement names, and what it does there."""

from collections.abc import Mapping, Sequence
from typing import Final

from dxtui.extract.numbers.draft import Date
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.times import compared

_COMPARED: Final = compared()
_LONGEST_BRACKET: Final = 200
"""Code points in which a bracket behind a time holds what is of that time."""


class Time:
    """A time in a statement and what it does there."""

    __slots__ = ("baseline", "begin", "date", "end", "lead", "own", "period", "same", "start", "taken", "weak")

    def __init__(self, start: int, end: int, period: str, date: Date | None) -> None:
        """Take its span, the period it names, "" if that is not known, and the date it was read from."""
        self.start = start
        self.end = end
        self.period = period
        self.date = date
        self.begin = start
        """Where the words start that lead it in."""
        self.lead = ""
        """The first of those words."""
        self.same = False
        """Whether it is the same part of another year: "cùng kỳ"."""
        self.baseline = False
        """Whether something is compared with it."""
        self.own = False
        """Whether it is the text's own year, month or day: "năm nay"."""
        self.taken = False
        """Whether one figure has it right behind, so that it is not the time of others."""
        self.weak = False
        """Whether it stands without any word that makes it the time of something."""


def nearest(times: Sequence[Time], start: int) -> Date | None:
    """Return the date that a time in words counts from: the last before it."""
    before = [time.date for time in times if time.end <= start and time.date is not None]
    return before[-1] if before else None


def is_compared(page: Page, start: int) -> bool:
    """Return whether something is compared with the time at `start`: "so với tháng trước"."""
    return _COMPARED.match(page.back, page.size - start, page.size - page.start) is not None


def is_year(date: Date) -> bool:
    """Return whether a date names one year and no part of it."""
    return not (date.month or date.quarter or date.week or date.last)


def is_part_of_year(time: Time) -> bool:
    """Return whether a time is a day or a month, by which something may be due."""
    return time.date is not None and time.date.month > 0 and not time.date.last


def bracketed_by(low: str, times: Mapping[int, Time], begin: int, before: Time | None) -> Time | None:
    """Return the time right before the bracket in which a figure begins: "so với cùng kỳ 2024 (36 ca, 6 người chết)".

    Args:
        low: the text in lower case.
        times: by where they end.
        begin: of the figure, with what qualifies it.
        before: what was returned for the figure before it.
    """
    if low.startswith(" (", begin - 2):
        return times.get(begin - 2)
    if before is None or begin - before.end > _LONGEST_BRACKET or low.find(")", before.end, begin) >= 0:
        return None
    return before
