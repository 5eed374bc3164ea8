"""Tasks in a text: who is to do what by when."""

from collections.abc import Sequence

from dxtui.model import Mention, Number, Statement, Task


def find(
    text: str,
    folded: str,
    statements: Sequence[Statement],
    numbers: Sequence[Number],
    mentions: Sequence[Mention],
) -> tuple[Task, ...]:
    """Return what `text` orders, plans or promises, sorted by start."""
    return ()
