"""Statements: the pieces a text is cut into."""

from typing import Literal, NamedTuple, get_args

StatementKind = Literal["title", "heading", "sentence", "caption", "byline", "link"]
"""What a statement is on the page; list items and table rows are sentences, a table's header row is a heading."""

STATEMENT_KINDS: tuple[StatementKind, ...] = get_args(StatementKind)


class Statement(NamedTuple):
    """A span of text that says one thing. Statements do not overlap and cover every non-space character."""

    start: int
    """First code point, never white space."""
    end: int
    """Past the last code point, which is not white space."""
    kind: StatementKind
    """What it is on the page."""
