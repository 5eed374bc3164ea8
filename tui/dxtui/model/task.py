"""Tasks: who is to do what by when."""

from datetime import date
from typing import Literal, NamedTuple

from dxtui.model.period import bounds

TaskState = Literal["assigned", "done", "open"]
"""Assigned names who; open is a goal or plan; done has been carried out."""


class Task(NamedTuple):
    """A sentence or clause that orders, plans or promises."""

    start: int
    """First code point of the sentence or clause."""
    end: int
    """Past its last code point."""
    who: str | None
    """Canonical name of who is to do it, or the text's own words; None if it does not say."""
    what: str
    """What is to be done, in the text's own words, short."""
    deadline: str | None
    """By when, as a period ("2020-Q3", "2024-06-30"), or None."""
    state: TaskState
    """How it stands."""


def is_overdue(task: Task, today: date) -> bool:
    """Whether a task that is not done was to be done before `today`: the last day of its deadline has passed."""
    days = bounds(task.deadline) if task.deadline and task.state != "done" else None
    return days is not None and days[1] < today
