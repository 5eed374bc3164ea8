"""What one sentence asks for, and what those before it asked for."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from dxtui.model import TaskState

WANTED: Final = 1
ORDERED: Final = 2
"""What the sentence before tells: something that is wanted, or an order."""


class Order(NamedTuple):
    """What a sentence asks for: who, where the deed starts, how it stands."""

    who: str | None
    """Who is to do it, by the full name or in the text's own words."""
    deed: int
    """Where the deed starts."""
    state: TaskState
    """How it stands."""


@dataclass(slots=True)
class Course:
    """What the sentences and headings up to here say of those that follow."""

    flow: int = 0
    """What the sentence before asks for: 0 for nothing, `WANTED` or `ORDERED`."""
    listing: str | None = None
    """Who is to do what the items of the list say."""
    proposed: bool = False
    """Whether that is proposed to them, and not ordered."""
    numbered: bool = False
    """Whether the list is headed by a number: the next number ends it."""
    section: bool = False
    """Whether a list of what is to be done goes on."""
    reports: bool = False
    """Whether the section tells what was done."""
    counted: bool = False
    """Whether what is to be done is told one after another: "Thứ nhất, …"."""
    orders: bool = False
    """Whether the whole text orders."""
    aim: str | None = None
    """Among goals, by when they are to be reached, "" if that is not said; None elsewhere."""
    rules: bool = False
    """Whether the text says what holds for anybody."""
    duties: bool = False
    """Whether the headings name who is to carry something out."""
    recommends: bool = False
    """Whether what the section says is only proposed."""
    addressed: bool = False
    """Whether the items of the list are those to whom the text is sent."""
