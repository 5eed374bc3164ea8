"""Content-addressed ids: a document is named by its text, a row by its document and span.

    k3v7x2m4qpta             a document
    k3v7x2m4qpta.f1204-1212  the figure at [1204, 1212) in it

The same text gives the same ids on every machine, in every folder and under every file name, so an index can be thrown
away and a citation made today still resolves. An id has only characters that a double click selects and a shell leaves
alone.
"""

import base64
import hashlib
import re
from dataclasses import dataclass

KINDS = {"s": "statement", "n": "number", "f": "figure", "e": "entity", "t": "task"}
"""What the letter before a span stands for; without a letter the id names a bare span."""

_ID = re.compile(r"([a-z2-7]{12})(?:\.([snfet]?)(0|[1-9][0-9]{0,11})-([1-9][0-9]{0,11}))?")


@dataclass(frozen=True, slots=True)
class RowId:
    """An id taken apart."""

    document: str
    """The document's id."""
    kind: str
    """One letter of `KINDS`, or "" for a document or a bare span."""
    start: int | None
    """Where the span starts in the document's text, in code points; None for a document."""
    end: int | None
    """Where it ends, exclusive; None for a document."""


def document_id(text: str) -> str:
    """Return the id of the document with this text (NFC, LF): 12 characters, 60 bits of BLAKE2b."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return base64.b32encode(digest).decode("ascii")[:12].lower()


def row_id(document: str, kind: str, start: int, end: int) -> str:
    """Return the id of the row of `kind` (a letter of `KINDS`) at [start, end) in the document with this id."""
    return f"{document}.{kind}{start}-{end}"


def parse_id(text: str) -> RowId | None:
    """Take an id apart; None if `text` has not the form of one."""
    found = _ID.fullmatch(text)
    if found is None:
        return None
    document, kind, start, end = found.groups()
    if start is None:
        return RowId(document, "", None, None)
    if int(start) >= int(end):
        return None
    return RowId(document, kind, int(start), int(end))
