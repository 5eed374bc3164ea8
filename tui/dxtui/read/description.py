"""What a corpus.toml says of the documents in its folder.

    [documents."bao-cao.txt"]
    title = "Báo cáo tổng kết năm 2023"
    publisher = "Bộ Thông tin và Truyền thông"
    published = 2023-12-28

Every key may be left out: what is not known stays empty.
"""

import datetime
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dxtui.errors import DescriptionError
from dxtui.read.files import load
from dxtui.tomlfile import TomlFile, WrongValue, kind, nearest

NAME = "corpus.toml"
"""The name of the file, in the folder of the documents it speaks of."""

ALIASES = "aliases.toml"
"""The name of the file beside it that says how things are called (see `dxtui.read.aliases`)."""

Facts = dict[str, str]
"""What is known of one document: fields of `Document` by name."""


class Description:
    """What is known of the documents of one folder."""

    def __init__(self, path: Path | None = None, facts: dict[str, Facts] | None = None) -> None:
        """Take the corpus.toml, if the folder has one, and its facts by file name in NFC."""
        self.path = path
        self._facts = facts or {}

    def of(self, name: str) -> Facts:
        """Return what is known of the file `name`, which may be nothing."""
        return self._facts.get(unicodedata.normalize("NFC", name), {})

    def absent(self, names: Iterable[str]) -> Iterator[str]:
        """Yield a reason for each entry that speaks of a file that is not among `names`, the files of the folder."""
        there = {unicodedata.normalize("NFC", name) for name in names} - {NAME, ALIASES}
        for name in self._facts:
            if name not in there:
                near = nearest(name, sorted(there))
                hint = f'; did you mean "{near}"?' if near else ""
                if re.search(r"[/\\]", name):
                    hint = f"; each folder has its own {NAME}, which names its files"
                yield f'describes "{name}", which is not there{hint}'


def describe(folder: Path, max_bytes: int) -> Description:
    """Return what the corpus.toml in `folder` says; nothing if there is none.

    Raises:
        Unreadable: it is there and cannot be opened.
        DescriptionError: it is not TOML, or holds a key or value that is not known.
    """
    path = folder / NAME
    if not os.path.lexists(path):
        return Description()
    data = load(path, max_bytes)
    file = TomlFile(path, data, DescriptionError)
    for key in file.root:
        if key != "documents":
            raise file.unknown(key, ("documents",))
    return Description(path, dict(_entries(file, file.root.get("documents", {}))))


def _entries(file: TomlFile, documents: Any) -> Iterator[tuple[str, Facts]]:
    if not isinstance(documents, dict):
        raise file.wrong("documents", f"{kind(documents)} where a table is due", hint=_EXAMPLE)
    for name, entry in documents.items():
        table = f'documents."{name}"'
        if not isinstance(entry, dict):
            raise file.wrong(name, f"{kind(entry)} where a table is due", table="documents", hint=_EXAMPLE)
        facts = {}
        for key, value in entry.items():
            if isinstance(value, dict):
                raise file.wrong(key, "a table where a value is due", table=table, hint=_EXAMPLE)
            if key not in _CHECKS:
                raise file.unknown(key, _CHECKS, table=table)
            try:
                facts[key] = _CHECKS[key](value)
            except WrongValue as wrong:
                raise file.wrong(key, wrong.what, table=table, hint=wrong.hint) from wrong
        yield unicodedata.normalize("NFC", name), {key: fact for key, fact in facts.items() if fact}


_EXAMPLE = f'put the file name in quotes: [documents."name.txt"] and below it title = "…" ({NAME})'


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise WrongValue(f"{kind(value)} where a text in quotes is due")
    return " ".join(unicodedata.normalize("NFC", value).split())


def _date(value: Any) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if not isinstance(value, str):
        raise WrongValue(f"{kind(value)} where a date is due", hint=_DATES)
    text = value.strip()
    if text and not _is_date(text):
        raise WrongValue(f"{text!r} is not a date", hint=_DATES)
    return text


_DATES = 'a date is "2023-12-28", "2023-12" or "2023"'
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _is_date(text: str) -> bool:
    found = _ISO.fullmatch(text)
    try:
        return found is not None and bool(datetime.date(*(int(part or 1) for part in found.groups())))
    except ValueError:
        return False


def _url(value: Any) -> str:
    text = _text(value)
    try:
        good = not text or (
            urlsplit(text).scheme in ("http", "https") and " " not in text and bool(urlsplit(text).netloc)
        )
    except ValueError:
        good = False
    if not good:
        raise WrongValue(f"{text!r} is not an address", hint='an address is "https://…" or "http://…"')
    return text


_CHECKS: dict[str, Callable[[Any], str]] = {
    "title": _text,
    "publisher": _text,
    "author": _text,
    "published": _date,
    "event_date": _date,
    "place": _text,
    "url": _url,
    "reference": _text,
}
