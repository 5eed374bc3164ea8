"""Notes: why a number was read as it was."""

from typing import NamedTuple


class Note(NamedTuple):
    """One thing that was read of a number, and the rule and the words it rests on."""

    aspect: str
    """What was read: "class", "value", "unit", "qualifier", "role", "period", "baseline" or "subject"."""
    value: str
    """What it was read as."""
    start: int
    """Where the words start that said so, in code points of the document."""
    end: int
    """Past their last code point; as `start` where no words said so."""
    rule: str
    """The rule, in a few words."""
