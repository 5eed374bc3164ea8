"""TOML that a person wrote, read strictly: what is wrong is told with its file, its line and the nearest right word."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import tomli

from dxtui.errors import DxtuiError


class WrongValue(Exception):  # noqa: N818 - caught where the key is known, and ends as a DxtuiError
    """A value is not one that its key takes."""

    def __init__(self, what: str, hint: str | None = None) -> None:
        """Take what is wrong with it, and what to do."""
        super().__init__(what)
        self.what = what
        self.hint = hint


class TomlFile:
    """A parsed TOML file that can say where in it something stands."""

    def __init__(self, path: Path, data: bytes, error: type[DxtuiError]) -> None:
        """Parse `data`, the content of `path`.

        Raises:
            DxtuiError: of the class `error`: it is not UTF-8 or not TOML.
        """
        self.path = path
        self._error = error
        try:
            self._text = data.decode("utf-8-sig")
            self.root: dict[str, Any] = tomli.loads(self._text)
        except UnicodeDecodeError as wrong:
            raise error(f"{path}: not UTF-8: byte 0x{data[wrong.start]:02X} at offset {wrong.start}") from wrong
        except tomli.TOMLDecodeError as wrong:
            what, hint = _FAULTS.get(wrong.msg, (wrong.msg, None))
            if wrong.msg.startswith(_HEADED):
                what, hint = "this table is headed already", _ONCE
            line, column = wrong.lineno, wrong.colno
            if wrong.msg == _OPEN_TO_THE_END:  # The mark is the last one that there is.
                at = self._text.rfind("'")
                line, column = self._text.count("\n", 0, at) + 1, at - self._text.rfind("\n", 0, at)
            hint = _form(self._text.split("\n")[line - 1]) or hint
            raise error(f"{path}: line {line}, column {column}: {what}", hint=hint) from wrong
        except (ValueError, RecursionError) as wrong:
            raise error(f"{path}: {wrong}") from wrong

    def wrong(self, key: str, what: str, *, table: str = "", hint: str | None = None) -> DxtuiError:
        """Return the error that says `what` is wrong with `key` in the table headed `table` ("" for the top)."""
        line = self.line(key, table)
        where = f"{self.path}: line {line}" if line else str(self.path)
        name = f"[{table}] {key}" if table and key else f"[{table}]" if table else key
        return self._error(f"{where}: {name}: {what}", hint=hint)

    def unknown(self, key: str, known: Iterable[str], *, table: str = "") -> DxtuiError:
        """Return the error for a key that is none of `known`; its hint is the nearest of them."""
        known = tuple(known)
        near = nearest(key, known)
        hint = f"did you mean `{near}`?" if near else f"the keys are {', '.join(known)}"
        return self.wrong(key, "unknown key", table=table, hint=hint)

    def line(self, key: str, table: str) -> int | None:
        """Return the line where `key` of `table` is set or heads a table, or where `table` starts, or None."""
        inside = not table
        for number, line in enumerate(self._text.split("\n"), 1):
            bare = line.strip()
            if bare.startswith("["):
                if not table and re.match(rf"\[+\s*[\"']?{re.escape(key)}[\"']?\s*[\].]", bare):
                    return number
                inside = bool(table) and re.sub(r"\s|[\"']", "", bare.split("]")[0]) == re.sub(
                    r"\s|[\"']", "", f"[{table}"
                )
                if inside and not key:
                    return number
            elif inside and re.match(rf"[\"']?{re.escape(key)}[\"']?\s*[=.]", bare):
                return number
        return None


_CLOSING = "a text ends with the mark that it begins with, on the same line"
_ONCE = "each name is set once, each table headed once"
_HEADED = "Cannot declare"
_OPEN_TO_THE_END = 'Expected "\'"'
_FAULTS = {
    "Illegal character '\\n'": ("the quotation mark is not closed", _CLOSING),
    "Unterminated string": ("the quotation mark is not closed", _CLOSING),
    _OPEN_TO_THE_END: ("the quotation mark is not closed", _CLOSING),
    "Found invalid character '\\n'": ("the quotation mark is not closed", _CLOSING),
    "Unescaped '\\' in a string": ("a single backslash", "between 'single' quotation marks it needs no other"),
    "Invalid value": ("this is no value", None),
    "Invalid statement": ("this sets nothing", 'a line is `name = "value"`, or the head of a table: [name]'),
    "Expected '=' after a key in a key/value pair": ("no = behind the name", 'a line is `name = "value"`'),
    "Invalid initial character for a key part": ("a name is missing", 'a line is `name = "value"`'),
    "Expected newline or end of document after a statement": (
        "more follows the value",
        "a day is 2024-06-30, a text stands in quotes",
    ),
    "Expected ']' at the end of a table declaration": ("the bracket is not closed", "a table is headed [name]"),
    "Unclosed array": ("the bracket is not closed", 'a list is ["one", "two"]'),
    "Unclosed inline table": ("the brace is not closed", "it is closed on the same line"),
    "Cannot overwrite a value": ("this is set already", _ONCE),
    "Invalid date or datetime": ("there is no such day", None),
}
"""What the parser says of a file, in the words of who wrote it, and what to do."""

_BARE = re.compile(r"\s*([\w\"'.-]{1,60}?)\s*=\s*(?:([^\W\d][^\"'#=]{0,80}?)\s*)?(?:#.*)?")


def _form(line: str) -> str | None:
    """Return how a text is written, where `line` sets a key to bare words or to nothing; None for other faults.

    >>> _form("theme = nord"), _form("published = 2025-13-40")
    ('a text is written in quotes: theme = "nord"', None)
    """
    found = _BARE.fullmatch(line.rstrip("\r"))
    return f'a text is written in quotes: {found[1]} = "{found[2] or "…"}"' if found else None


def nearest(word: str, words: Iterable[str], *, likeness: float = 0.6) -> str | None:
    """Return the one of `words` that `word` was most likely meant to be, or None if none is as like as `likeness`.

    >>> nearest("publsher", ("title", "publisher"))
    'publisher'
    """
    words = tuple(words)
    by_case = {w.casefold(): w for w in reversed(words)}
    found = get_close_matches(word[:200].casefold(), by_case, n=1, cutoff=likeness)
    return by_case[found[0]] if found else None


def kind(value: object) -> str:
    """Return what a TOML value is, for a message.

    >>> kind(True)
    'true or false'
    """
    return next((name for type_, name in _KINDS if isinstance(value, type_)), "a date or time")


_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (str, "a text"),
    (int, "a whole number"),
    (float, "a number with a fraction"),
    (list, "a list"),
    (dict, "a table"),
)
