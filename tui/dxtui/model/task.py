"""Tasks: who is to do what by when."""

from dataclasses import dataclass
from typing import Literal

TaskState = Literal["assigned", "done", "open"]
"""Assigned names who; open is a goal or plan; done has been carried out."""


@dataclass(frozen=True, slots=True)
class Task:
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
