"""Names in a text: persons, organisations, places, laws, programmes and systems."""

from collections.abc import Sequence

from dxtui.model import Mention, Statement


def find(text: str, folded: str, statements: Sequence[Statement]) -> tuple[Mention, ...]:
    """Return the names in `text`, sorted by start, without overlap."""
    return ()
