"""What was read in a small corpus, kept for its next start: reading the same texts again would find the same.

    <base>/<corpus>/readings.json    a line that says who made it and the digest of the rest, then the rest

It is only believed where the same code and tables made it and not a byte of it has changed; of its documents, only
where file name, text and all that was told of them are the same. Whatever is wrong with it, the files are read.
"""

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from dxtui.model import Document
from dxtui.search.prepared import prepare
from dxtui.store import place
from dxtui.store.pack import Packed, blocks_of

FILE = "readings.json"
"""The file, in the folder of the corpus."""

_MOST = 32_000_000
"""Bytes of the largest file that is believed: what is read into memory has a tenth of it."""

_KEPT = [name for name in Packed._fields if name not in ("id", "length", "blocks", "words")]
"""The fields of a `Packed` that are not at once made of its text again."""


class Kept:
    """The readings of one corpus as they were the last time, and what is read now."""

    def __init__(self, corpus: Path) -> None:
        """Take the folder of the corpus; neither it nor the file need be there."""
        self._file = corpus / FILE
        self._old = _loaded(self._file)
        self._now: dict[str, Any] = {}

    def find(self, document: Document, told: str) -> Packed | None:
        """Return what was read in a document of which `told` was told; None where nothing is kept.

        It is kept for the next time, too.
        """
        key = _key(document, told)
        fields = self._old.get(key)
        if fields is None:
            return None
        self._now[key] = fields
        rows = {name: _as_packed(fields[name]) for name in _KEPT}
        text = document.text
        words = prepare(*[text[start:end] for start, end, *_ in rows["statements"]])
        return Packed(id=document.id, length=len(text), blocks=blocks_of(text), words=words, **rows)

    def take(self, document: Document, told: str, packed: Packed) -> None:
        """Keep what was read in a document."""
        self._now[_key(document, told)] = {name: getattr(packed, name) for name in _KEPT}

    def save(self) -> None:
        """Write down what is kept, where it is not there already; where that is not possible, nothing is kept."""
        if self._now.keys() == self._old.keys():
            return
        body = json.dumps(self._now, ensure_ascii=True, separators=(",", ":")).encode("ascii")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._file.parent, prefix=FILE)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_head(body) + b"\n" + body)
                Path(name).replace(self._file)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise


def _as_packed(field: Any) -> Any:
    """Return a field with tuples for its rows, where JSON has lists."""
    if isinstance(field, list):
        return [tuple(row) if isinstance(row, list) else row for row in field]
    return field


def _key(document: Document, told: str) -> str:
    return "\n".join((document.id, document.path.name, told))


def _head(body: bytes) -> bytes:
    return f"{place.version()} {blake2b(body, digest_size=16).hexdigest()}".encode("ascii")


def _loaded(file: Path) -> Mapping[str, Any]:
    """Return what the file keeps; nothing where it is not there, not whole, or made by another version."""
    try:
        if file.stat().st_size > _MOST:
            return {}
        head, _, body = file.read_bytes().partition(b"\n")
    except OSError:
        return {}
    if head != _head(body):
        return {}
    kept: Mapping[str, Any] = json.loads(body)
    return kept
