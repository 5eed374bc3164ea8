"""What other rooms say in English, in the language of the reader: of a query, of files, of how a number was read."""

from __future__ import annotations

import re
from functools import cache

from dxtui.lexicon.tables import table
from dxtui.ui.words import spoken

_HOLE = re.compile(r"\\\{(\w+)\\\}")

_SAID = ("what", "where", "why", "kind")
"""The placeholders that hold what is said, too; others hold names and numbers."""


def message(text: str) -> str:
    """Return `text` in the language of the reader, or as it is where config/messages.toml does not have it."""
    if spoken() not in table("messages"):
        return text
    for pattern, told in _messages(spoken()):
        if (found := pattern.fullmatch(text)) is not None:
            parts = found.groupdict()
            return told.format_map({name: message(part) if name in _SAID else part for name, part in parts.items()})
    return text


@cache
def _messages(language: str) -> list[tuple[re.Pattern[str], str]]:
    """Return what matches each message, with how it is told: those first that say most themselves."""
    rows = {re.escape(text): told for text, told in table("messages")[language].items()}
    return [
        (re.compile(_HOLE.sub(r"(?P<\1>.+?)", text), re.DOTALL), rows[text])
        for text in sorted(rows, key=lambda text: -len(_HOLE.sub("", text)))
    ]
