"""One form of text for everything behind the readers: NFC, LF line ends, no byte order mark."""

import unicodedata


def normalise(text: str) -> str:
    """Return `text` in NFC with LF line ends, without leading byte order marks.

    >>> normalise("a\\r\\nb\\rc")
    'a\\nb\\nc'
    """
    text = text.lstrip("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)
