"""What one sentence asks for."""

from typing import NamedTuple

from dxtui.model import TaskState


class Order(NamedTuple):
    """What a sentence asks for: who, where the deed starts, how it stands."""

    who: str | None
    """Who is to do it, by the full name or in the text's own words."""
    deed: int
    """Where the deed starts."""
    state: TaskState
    """How it stands."""
