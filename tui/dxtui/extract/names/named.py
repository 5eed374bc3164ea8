"""The full names of what a short text names, as where it stands in a document: "Bộ TT&TT" and its name in full."""

from typing import Final

from dxtui.extract.names import find
from dxtui.model import Statement
from dxtui.text.normal import normalise

_LONGEST: Final = 300


def names_in(text: str) -> tuple[str, ...]:
    """Return the full name where all of `text` is a name that is known by grammar or table; else nothing."""
    whole = normalise(text[:_LONGEST]).strip()
    if not whole:
        return ()
    found = find(whole, (Statement(0, len(whole), "sentence"),))
    return tuple(mention.canonical for mention in found if mention.end - mention.start == len(whole))
