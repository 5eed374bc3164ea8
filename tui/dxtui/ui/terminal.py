"""What the terminal can do, as far as it says so or is known by its name."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from fnmatch import fnmatchcase

from dxtui.lexicon.tables import table

ASK = "\x1b[c"
"""Asks a terminal for its attributes (DA1); every terminal knows the question."""

_ANSWER = re.compile(r"\x1b\[\?([0-9;]*)c")
_BEGUN = re.compile(r"\x1b\[\?[0-9;]*\Z")
_COPIES = "52"


class Terminal:
    """Learns from what the terminal answers; asked of by whoever wants to copy."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._attributes: frozenset[str] = frozenset()

    def copies(self, environment: Mapping[str, str]) -> bool | None:
        """Return whether this terminal copies what it is asked to (OSC 52); None where that is not known."""
        if _COPIES in self._attributes:
            return True
        known = table("terminals")
        return (
            True if _named(known["copies"], environment) else False if _named(known["refuses"], environment) else None
        )

    def heard(self, text: str) -> str:
        """Learn from the answers in what came from the terminal, and return the rest of it: what was typed."""

        def learn(found: re.Match[str]) -> str:
            self._attributes = frozenset(found[1].split(";"))
            return ""

        return _ANSWER.sub(learn, text)

    def decoder(self, encoding: str) -> type[codecs.IncrementalDecoder]:
        """Return, as the library's `getincrementaldecoder` does, what decodes the bytes that come from the terminal.

        Bytes that are not of this encoding do not raise: a terminal may send some that were typed before it was made
        ready, or that a paste holds. Answers to ASK are kept from the app, which would take them for keys.
        """
        terminal = self
        lenient = codecs.getincrementaldecoder(encoding)

        class Decoder(codecs.IncrementalDecoder):
            def __init__(self, errors: str = "replace") -> None:
                super().__init__("replace")
                self._inner = lenient("replace")
                self._kept = ""

            def decode(self, data: bytes, final: bool = False) -> str:  # type: ignore[override]
                text = self._kept + self._inner.decode(data, final)
                begun = None if final else _BEGUN.search(text, max(len(text) - 64, 0))
                self._kept = begun[0] if begun else ""
                return terminal.heard(text[: begun.start()] if begun else text)

        return Decoder


def _named(values: Mapping[str, list[str]], environment: Mapping[str, str]) -> bool:
    return any(
        fnmatchcase(environment[variable], value)
        for variable, known in values.items()
        if environment.get(variable)
        for value in known
    )
