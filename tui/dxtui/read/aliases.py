"""A person's own names: an aliases.toml says which names mean one thing, which mean several, and how things are called.

    [merge]                         # the names in the list are the thing that is called by the name before it
    "Bộ Thông tin và Truyền thông" = ["Bộ Bưu chính, Viễn thông"]

    [rename]                        # the thing is called otherwise
    "Ứng dụng di động Hậu Giang" = "App Hậu Giang"

    [split."Ủy ban"]                # in these documents, or where it is written so, the name means another thing
    "Ủy ban nhân dân tỉnh Hậu Giang" = { documents = ["bao-cao.txt"], written = ["UBND"] }

The file is only ever read. An entry that contradicts an earlier one, or leads in a circle, is left out and told.
"""

import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from dxtui.errors import AliasesError
from dxtui.model import Problem
from dxtui.read.decode import Unreadable
from dxtui.read.description import ALIASES
from dxtui.read.files import load
from dxtui.text.fold import fold
from dxtui.text.spelling import same_key
from dxtui.tomlfile import TomlFile, kind

_EXAMPLES = {
    "merge": '[merge] and below it "the name" = ["another name of it", "one more"]',
    "rename": '[rename] and below it "the name" = "the new name"',
    "split": '[split."the name"] and below it "another name" = { documents = ["a.txt"], written = ["as in the text"] }',
}
_CONDITIONS = ("documents", "written")
_MOST_BYTES = 1 << 24


class Key(NamedTuple):
    """What is compared of a name."""

    exact: str
    """Without case, place of tone marks, i or y, and signs."""
    bare: str
    """Without any marks as well."""


@lru_cache(maxsize=4096)
def key_of(name: str) -> Key:
    """Return what is compared of `name`."""
    exact = same_key(name)
    return Key(exact, fold(exact))


def same(one: str, other: str) -> bool:
    """Whether two names are one: a name written without marks is any that differs by marks alone.

    >>> same("Bộ TT-TT", "bo tt&tt"), same("Hưng", "Hùng")
    (True, False)
    """
    a, b = key_of(one), key_of(other)
    return a.bare == b.bare and (a.exact == b.exact or a.exact == a.bare or b.exact == b.bare)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line of the file says of one name."""

    path: Path
    """The file."""
    line: int | None
    """Its line, where it was found."""
    told: str
    """The entry as a reader would know it again."""
    name: str
    """The name it speaks of."""
    target: str
    """The name it leads to."""
    part: bool = False
    """Whether it is of a split, and so holds only in some places."""
    documents: tuple[str, ...] = ()
    """The files it holds in; none is all."""
    written: tuple[str, ...] = ()
    """How the name is written where it holds; none is anyhow."""
    general: bool = False
    """Whether its file is for other documents, too, so that it may well name what is not in these."""

    @property
    def full(self) -> str:
        """The entry with its line, as a reader finds it."""
        return f"line {self.line}: {self.told}" if self.line else self.told

    def holds(self, path: Path, written: str) -> bool:
        """Whether it holds where the name is `written` in the document at `path`."""
        whole = "/" + unicodedata.normalize("NFC", path.as_posix())
        return (not self.documents or any(whole.endswith(f"/{name}") for name in self.documents)) and (
            not self.written or any(same(written, form) for form in self.written)
        )

    def meets(self, other: "Entry") -> bool:
        """Whether there can be a place where both hold."""
        files = not self.documents or not other.documents or set(self.documents) & set(other.documents)
        forms = (
            not self.written
            or not other.written
            or any(same(one, two) for one in self.written for two in other.written)
        )
        return bool(files and forms)


class Aliases:
    """What all files say together; without any, every name is its own."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        """Take the entries, the ones that win first."""
        self.problems: list[Problem] = []
        """The entries that are left out, and why."""
        self._moves: dict[str, list[Entry]] = {}
        self._parts: dict[str, list[Entry]] = {}
        self._names: set[str] = set()
        self.entries: list[Entry] = []
        """The entries that hold."""
        for entry in entries:
            self._take(entry)

    def __bool__(self) -> bool:
        """Whether they say anything."""
        return bool(self._names)

    @property
    def names(self) -> Iterable[str]:
        """The names that entries speak of or lead to, as `key_of` makes them bare."""
        return self._names

    def concern(self, name: str) -> bool:
        """Whether an entry speaks of `name` or leads to it."""
        return key_of(name).bare in self._names

    def divide(self, name: str) -> bool:
        """Whether it depends on the place what `name` means."""
        return bool(_of(self._parts, name)) or any(
            self.divide(entry.target) for entry in _of(self._moves, name) if not same(name, entry.target)
        )

    def resolve(self, name: str, path: Path | None = None, written: str = "") -> str:
        """Return what the thing is called that `name` means where it is `written` so in the document at `path`.

        Without a place, only what holds in all of them is looked at.
        """
        while True:
            parts = [entry for entry in _of(self._parts, name) if path is not None and entry.holds(path, written)]
            entry = next(iter([*parts, *_of(self._moves, name)]), None)
            if entry is None:
                return name
            if same(name, entry.target):
                return name if entry.part else entry.target
            name = entry.target

    def meant(self, name: str) -> Iterator[str]:
        """Yield what `name` may mean, the name for most places first."""
        seen = self.resolve(name)
        yield seen
        for entry in _of(self._parts, name):
            if (other := self.resolve(entry.target)) != seen:
                yield other

    def _take(self, entry: Entry) -> None:
        table = self._parts if entry.part else self._moves
        others = _of(table, entry.name)
        for other in others:
            if not same(entry.target, other.target) and (not entry.part or entry.meets(other)):
                self._leave_out(entry, other, "clashes with")
                return
        if not same(entry.name, entry.target) and (first := self._way(entry.target, entry.name)):
            self._leave_out(entry, first, "leads in a circle with")
            return
        table.setdefault(key_of(entry.name).bare, []).append(entry)
        self._names |= {key_of(entry.name).bare, key_of(entry.target).bare}
        self.entries.append(entry)

    def _leave_out(self, entry: Entry, other: Entry, why: str) -> None:
        file = "" if other.path == entry.path else f"{other.path}: "
        self.problems.append(Problem(entry.path, f"{entry.full} {why} {file}{other.full}, so it is left out"))

    def _way(self, start: str, goal: str) -> Entry | None:
        """Return the first entry on a way from `start` to `goal`, or None if there is no way."""
        stack: list[tuple[str, Entry | None]] = [(start, None)]
        seen = set()
        while stack:
            name, first = stack.pop()
            if first is not None and same(name, goal):
                return first
            if key_of(name) in seen:
                continue
            seen.add(key_of(name))
            stack.extend(
                (entry.target, first or entry)
                for table in (self._moves, self._parts)
                for entry in _of(table, name)
                if not same(name, entry.target)
            )
        return None


def _of(table: dict[str, list[Entry]], name: str) -> list[Entry]:
    return [entry for entry in table.get(key_of(name).bare, ()) if same(entry.name, name)]


def aliases_of(named: Path | None, paths: Sequence[Path], *, usual: bool = True) -> Aliases:
    """Return what the file `named` says, if there is one, and after it those of the folders that `paths` name.

    `usual`: it is the one that is read with whatever is opened.

    Raises:
        AliasesError: one is not TOML, or holds what no such file takes.
    """
    files = {} if named is None else {named: usual}
    for path in paths:
        folder = os.path.isdir(path)  # noqa: PTH112 - no permission to look is no folder
        file = (path if folder else path.parent) / ALIASES
        if os.path.lexists(file):
            files[file] = files.get(file, True) and not folder
    entries: list[Entry] = []
    problems: list[Problem] = []
    for file, general in files.items():
        try:
            found = _entries(TomlFile(file, load(file, _MOST_BYTES), AliasesError))
            entries += [replace(entry, general=general) for entry in found]
        except Unreadable as wrong:
            problems.append(Problem(file, str(wrong)))
    aliases = Aliases(entries)
    aliases.problems[:0] = problems
    return aliases


def _entries(file: TomlFile) -> list[Entry]:
    found: list[Entry] = []
    for table, content in file.root.items():
        if table not in _READERS:
            raise file.unknown(table, _READERS)
        if not isinstance(content, dict):
            raise file.wrong(table, f"{kind(content)} where a table is due", hint=_EXAMPLES[table])
        for key, value in content.items():
            found += _READERS[table](file, key, value)
    return found


def _merged(file: TomlFile, key: str, value: Any) -> Iterator[Entry]:
    target = _name(file, key, key, "merge")
    for name in _texts(file, key, value, "merge", _EXAMPLES["merge"]):
        told = f'[merge] "{target}" = ["{name}"]'
        yield Entry(file.path, file.line(key, "merge"), told, name, target)


def _renamed(file: TomlFile, key: str, value: Any) -> Iterator[Entry]:
    name, target = _name(file, key, key, "rename"), _name(file, key, value, "rename")
    yield Entry(file.path, file.line(key, "rename"), f'[rename] "{name}" = "{target}"', name, target)


def _split(file: TomlFile, key: str, value: Any) -> Iterator[Entry]:
    name, table = _name(file, key, key, "split"), f'split."{key}"'
    if not isinstance(value, dict):
        raise file.wrong(key, f"{kind(value)} where a table is due", table="split", hint=_EXAMPLES["split"])
    for part, conditions in value.items():
        target = _name(file, part, part, table)
        if not isinstance(conditions, dict):
            raise file.wrong(part, f"{kind(conditions)} where a table is due", table=table, hint=_EXAMPLES["split"])
        for condition in conditions:
            if condition not in _CONDITIONS:
                wrong = file.unknown(condition, _CONDITIONS)
                raise file.wrong(part, f"unknown key {condition}", table=table, hint=wrong.hint)
        if not any(conditions.values()):
            raise file.wrong(part, "says neither documents nor written", table=table, hint=_EXAMPLES["split"])
        documents, written = (
            tuple(_texts(file, part, conditions.get(condition, []), table, _EXAMPLES["split"]))
            for condition in _CONDITIONS
        )
        told = f'[split."{name}"] "{target}"'
        yield Entry(file.path, file.line(part, table), told, name, target, True, documents, written)


_READERS: dict[str, Callable[[TomlFile, str, Any], Iterator[Entry]]] = {
    "merge": _merged,
    "rename": _renamed,
    "split": _split,
}


def _name(file: TomlFile, key: str, value: Any, table: str) -> str:
    """Return a name as it is shown: on one line, with something in it that can be compared."""
    if not isinstance(value, str):
        hint = _EXAMPLES.get(table, _EXAMPLES["split"])
        raise file.wrong(key, f"{kind(value)} where a name in quotes is due", table=table, hint=hint)
    name = " ".join(unicodedata.normalize("NFC", value).split())
    if not key_of(name).bare:
        raise file.wrong(key, f"{value!r} is not a name", table=table)
    return name


def _texts(file: TomlFile, key: str, value: Any, table: str, hint: str) -> list[str]:
    if not isinstance(value, list):
        raise file.wrong(key, f"{kind(value)} where a list is due", table=table, hint=hint)
    return [_name(file, key, one, table) for one in value]
