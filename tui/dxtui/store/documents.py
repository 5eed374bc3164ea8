"""The documents of a record: light until their text is looked at."""

import os
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

from dxtui.model import Document
from dxtui.store.texts import Texts

COLUMNS = "number, id, path, title, publisher, author, published, event_date, happened, url, reference, label, length"
"""What `StoredDocument` takes, in its order."""


SAID = "label, publisher, author, happened"
"""What a document says of itself that its statements are found by."""


def said_of(said: Iterable[str | None]) -> str:
    """Return what a document says of itself (a row of `SAID`) as one text."""
    return "\n".join(part for part in said if part)


def path_of(path: bytes) -> Path:
    """Return a path that the record keeps."""
    return Path(os.fsdecode(path))


class StoredDocument(Document):
    """A document whose text stays in the record."""

    __slots__ = ("_label", "_path", "_texts", "length", "number")

    number: int
    length: int
    _label: str
    _path: bytes
    _texts: Texts

    def __init__(self, texts: Texts, number: int, id: str, path: bytes, *facts: Any) -> None:
        """Take the texts and a row of `COLUMNS`."""
        *told, label, length = facts
        put = object.__setattr__
        put(self, "_texts", texts)
        put(self, "number", number)
        put(self, "_label", label)
        put(self, "length", length)
        put(self, "id", id)
        put(self, "_path", path)
        for name, value in zip(_TOLD, told, strict=True):
            put(self, name, value)

    @property
    def path(self) -> Path:
        """The file that it was read from."""
        return path_of(self._path)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._texts.whole(self.number, self.length)

    @property
    def label(self) -> str:
        """As that of any document."""
        return self._label

    def slice(self, start: int, end: int) -> str:
        """Return `text[start:end]` without the rest of the text."""
        return self._texts.slice(self.number, start, min(end, self.length))

    def __eq__(self, other: object) -> bool:
        """Whether the other says the same, wherever its text is."""
        if not isinstance(other, Document):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _FIELDS if name != "text")

    def __hash__(self) -> int:
        """Return the hash of its id, which names its text."""
        return hash(self.id)

    def __repr__(self) -> str:
        """Return what it is without its text."""
        return f"StoredDocument({self.id!r}, {self._label!r})"


_FIELDS = tuple(field.name for field in fields(Document))
_TOLD = _FIELDS[_FIELDS.index("title") :]
