"""What other rooms say in English, in the language of the reader: of a query, of files, of how a number was read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dxtui.lexicon.tables import table
from dxtui.ui.words import numeral, spoken

if TYPE_CHECKING:
    from dxtui.model.note import Note

_HOLE = re.compile(r"\\\{(\w+)\\\}")

_SAID = ("what", "where", "why", "kind")
"""The placeholders that hold what is said, too; others hold names and numbers."""

_NUMBERS = ("digits", "scale")
"""The placeholders that hold numbers as programs write them."""

_WORDLESS = ("low", "high")
"""The placeholders that hold no more than a number."""

_QUOTED = ("subject",)
_NOTHING = "none"


def message(text: str) -> str:
    """Return `text` in the language of the reader, or as it is where config/messages.toml does not have it."""
    if spoken() not in table("messages"):
        return text
    for pattern, told in _messages(spoken()):
        if (found := pattern.fullmatch(text)) is not None:
            parts = found.groupdict()
            return told.format_map({name: _part(name, part) for name, part in parts.items()})
    return text


def _part(name: str, part: str) -> str:
    return message(part) if name in _SAID else numeral(part) if name in _NUMBERS else part


def read_as(note: Note, words: str = "") -> str:
    """Return what was read of a number: a value as a reader writes it, words of the document as they are.

    A unit is told as the document writes it in `words`, those that the note rests on, or else as it is mostly written.
    """
    if note.aspect == "unit" and note.value != _NOTHING:
        from dxtui.wording import unit_word  # Not on the way to the first paint.

        return unit_word(note.value, words)
    if note.aspect == "value":
        return message(" to ".join(map(numeral, note.value.split(" to "))))
    # What is measured is words of the document.
    return note.value if note.aspect in _QUOTED and note.value != _NOTHING else message(note.value)


def _anything(hole: re.Match[str]) -> str:
    return rf"(?P<{hole[1]}>{r'[^ :]+' if hole[1] in _WORDLESS else '.+?'})"


@cache
def _messages(language: str) -> list[tuple[re.Pattern[str], str]]:
    """Return what matches each message, with how it is told: those first that say most themselves."""
    rows = {re.escape(text): told for text, told in table("messages")[language].items()}
    return [
        (re.compile(_HOLE.sub(_anything, text), re.DOTALL), rows[text])
        for text in sorted(rows, key=lambda text: -len(_HOLE.sub("", text)))
    ]
