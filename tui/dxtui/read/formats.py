"""The formats that are read. A format is a suffix and a small function from bytes to text.

A new one is one line in `READERS`; its function raises `Unreadable` with a reason for what it cannot take in.
"""

import re
from collections.abc import Callable

from dxtui.read.decode import Unreadable, decode

Reader = Callable[[bytes], str]
"""From a file's bytes to its text, not yet normalised."""

READERS: dict[str, Reader] = {
    ".txt": decode,
    ".md": decode,
}
"""The reader of each suffix, in lower case with the dot."""


_MARKUP = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)


def _plain(data: bytes) -> str:
    """Return the text of a file of any name, as far as it is text for people."""
    text = decode(data)
    if _MARKUP.match(text):
        raise Unreadable("not plain text: a web page")
    return text


def reader_of(suffix: str, *, named: bool) -> Reader:
    """Return the reader for files with this suffix.

    A file that the user named (`named`) is tried as plain text whatever its suffix is.

    Raises:
        Unreadable: files of this suffix in a folder are not read.
    """
    known = READERS.get(suffix.lower())
    if known is not None:
        return known
    if named:
        return _plain
    raise Unreadable(f"not a format that dxtui reads: {suffix or 'no suffix'}")
