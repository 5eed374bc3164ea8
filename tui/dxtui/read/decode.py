"""From the bytes of a text file to its text."""

import codecs

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip, as DOCX, ODT and XLSX files are"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "compressed"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
)
"""How files begin that are often taken for text, and what they are."""

# Controls that texts have no use for; tab, line ends, form feed, backspace and escape do turn up in logs and old texts.
_CONTROLS = bytes(sorted({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\b\x1b")))


class Unreadable(Exception):  # noqa: N818 - it is an answer, and ends as a Problem
    """This file cannot be taken in; the message is the reason, one line in lower case."""


def decode(data: bytes) -> str:
    """Return the text of `data`, which is UTF-8 or, with a byte order mark, UTF-16. The mark is left out.

    Raises:
        Unreadable: it is empty, another encoding or no text at all.
    """
    for start, what in _SIGNATURES:
        if data.startswith(start):
            raise Unreadable(f"not plain text: {what}")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = _decoded(data, 2, "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be", "UTF-16")
        data = text.encode("utf-8")
    else:
        text = _decoded(data, 3 if data.startswith(codecs.BOM_UTF8) else 0, "utf-8", "UTF-8")
    if not text:
        raise Unreadable("empty")
    if _mostly_controls(data):
        raise Unreadable("not text: binary content")
    return text


def _decoded(data: bytes, mark: int, encoding: str, name: str) -> str:
    try:
        return data[mark:].decode(encoding)
    except UnicodeDecodeError as wrong:
        at = mark + wrong.start
        where = f"byte 0x{data[at]:02X} at offset {at}"
        if name == "UTF-8" and (b"\0" in data or _mostly_controls(data)):
            raise Unreadable(f"not text: binary content ({where} is not UTF-8)") from wrong
        raise Unreadable(f"not {name}: {where}") from wrong


def _mostly_controls(data: bytes) -> bool:
    return 2 * (len(data) - len(data.translate(None, _CONTROLS))) >= len(data) > 0
