"""One spelling of what Vietnamese writes in two ways, one code point for one, so that offsets stay."""

import codecs
import re
from functools import cache, lru_cache
from typing import Any, Final

UPPER: Final = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(c for c in map(chr, range(0x1EA0, 0x1EFA)) if c.isupper())
"""The capital letters of Vietnamese, as the inside of a character class."""

LOWER: Final = "a-zàáâãèéêìíòóôõùúýăđĩũơư" + "".join(c for c in map(chr, range(0x1EA0, 0x1EFA)) if c.islower())
"""The small letters of Vietnamese, as the inside of a character class."""

MARKED: Final = LOWER.removeprefix("a-z")
"""Those of them that only Vietnamese writes so, or that have a mark."""

_LONG: Final = 1000
_ALPHABET: Final = ("".join(map(chr, range(0x80))) + MARKED + "–—‘’“”…•\u00a0−×°²³«»·½").ljust(256, "\ufffe")

# hoà and hòa, uỷ and ủy: the mark goes to the first vowel. "quý" changes too, in tables as in texts, so they meet.
_PLACES: Final = tuple(
    (first + marked, placed + second)
    for first, second, rows in (
        ("o", "a", (("à", "ò"), ("á", "ó"), ("ả", "ỏ"), ("ã", "õ"), ("ạ", "ọ"))),
        ("o", "e", (("è", "ò"), ("é", "ó"), ("ẻ", "ỏ"), ("ẽ", "õ"), ("ẹ", "ọ"))),
        ("u", "y", (("ỳ", "ù"), ("ý", "ú"), ("ỷ", "ủ"), ("ỹ", "ũ"), ("ỵ", "ụ"))),
    )
    for marked, placed in rows
)


@lru_cache(maxsize=2)
def _kept_low(text: str) -> str:
    """Return `lowered(text)` of a whole text, likewise."""
    return _lowered(text)


def lowered(text: str) -> str:
    """Return `text` in lower case, of the same length.

    >>> lowered("İ Ô")
    'İ ô'
    """
    return _kept_low(text) if len(text) > _LONG else _lowered(text)


def _lowered(text: str) -> str:
    low = text.lower().replace("ð", "đ")  # what old Vietnamese typing has for it: "Ðà Nẵng"
    if len(low) != len(text):
        low = "".join(lower if len(lower := char.lower()) == 1 else char for char in text)
    return low


@lru_cache(maxsize=2)
def _kept(text: str) -> str:
    """Return `spelling(text)` of a whole text, which several readers ask for one after the other."""
    return _spelling(text)


def spelling(text: str) -> str:
    """Return `text` in lower case with tone marks in one place, of the same length.

    >>> spelling("Uỷ ban Hoà Bình")
    'ủy ban hòa bình'
    """
    return _kept(text) if len(text) > _LONG else _spelling(text)


def _spelling(text: str) -> str:
    low = lowered(text)
    raw = _spelled(low)
    return placed(low) if raw is None else codecs.charmap_decode(raw, "strict", _ALPHABET)[0]


def _spelled(low: str) -> bytes | None:
    """Return text in lower case in the one spelling, with one byte a code point; None if that loses one.

    Bytes of one code page are searched several times faster than text.
    """
    return _kept_spelled(low) if len(low) > _LONG else _bytes_of(low)


@lru_cache(maxsize=2)
def _kept_spelled(low: str) -> bytes | None:
    """Return `_spelled(low)` of a whole text, which is asked for as text and as what is searchable."""
    return _bytes_of(low)


def _bytes_of(low: str) -> bytes | None:
    if not is_plain(low):
        return None
    raw = one_byte(low)
    _, wrong, pairs = _page()
    return wrong.sub(lambda found: pairs[found[0]], raw)


@lru_cache(maxsize=2)
def searchable(text: str) -> bytes:
    """Return text in the one spelling as bytes for an automaton: a space, then one byte a code point.

    White space, quotation marks and brackets are spaces, what Vietnamese does not write is a question mark.

    >>> searchable("Ông (a)")[1:] == searchable("ông\\n a ")[1:]
    True
    """
    low = lowered(text)
    raw = _spelled(low)
    return b" " + (one_byte(placed(low)) if raw is None else raw).translate(_spaces())


def is_plain(low: str) -> bool:
    """Return whether `one_byte(low)` has every code point of it: it writes none that Vietnamese does not.

    >>> is_plain("đạt?"), is_plain("②")
    (True, False)
    """
    return _kept_plain(low) if len(low) > _LONG else _plain(low)


@lru_cache(maxsize=2)
def _kept_plain(low: str) -> bool:
    """Return `is_plain(low)` of a whole text, likewise."""
    return _plain(low)


def _plain(low: str) -> bool:
    raw = one_byte(low)
    return b"?" not in raw or raw.count(b"?") == low.count("?")


def one_byte(low: str) -> bytes:
    """Return text in lower case with one byte a code point, a question mark for each that Vietnamese does not write.

    An automaton searches bytes several times faster than text.

    >>> len(one_byte("43,5% – đạt")), one_byte("②")
    (11, b'?')
    """
    return _kept_byte(low) if len(low) > _LONG else _byte(low)


@lru_cache(maxsize=2)
def _kept_byte(low: str) -> bytes:
    """Return `one_byte(low)` of a whole text, likewise."""
    return _byte(low)


def _byte(low: str) -> bytes:
    return codecs.charmap_encode(low, "replace", _page()[0])[0]


@cache
def _spaces() -> bytes:
    """Return the table that makes a space of what parts words."""
    table = bytearray(range(256))
    for sign in "\n\t\u00a0()[]\"'‘’“”«»":
        table[_ALPHABET.index(sign)] = 32
    return bytes(table)


@cache
def _page() -> tuple[Any, re.Pattern[bytes], dict[bytes, bytes]]:
    """Return the code page, what is to be replaced in its bytes, and by what."""
    page = codecs.charmap_build(_ALPHABET)

    def encoded(pair: str) -> bytes:
        return codecs.charmap_encode(pair, "strict", page)[0]

    pairs = {encoded(written): encoded(kept) for written, kept in _PLACES}
    seconds = {first: b"".join(re.escape(pair[1:]) for pair in pairs if pair[:1] == first) for first in (b"o", b"u")}
    return page, re.compile(b"|".join(first + b"[" + letters + b"]" for first, letters in seconds.items())), pairs


def placed(text: str) -> str:
    """Return `text`, in lower case or a pattern for such text, with tone marks in one place.

    >>> placed("giai đoạn")
    'giai đọan'
    """
    for written, kept in _PLACES:
        text = text.replace(written, kept)
    return text


def settled(name: str) -> str:
    """Return a name with the tone mark of an open syllable on its first vowel, whatever its case.

    >>> settled("Uỷ ban"), settled("Thanh Hoá"), settled("Quý")
    ('Ủy ban', 'Thanh Hóa', 'Quý')
    """
    return _OPEN.sub(_settle, name)


def _settle(found: re.Match[str]) -> str:
    pair = found[0]
    kept = placed(pair.lower())
    return "".join(low.upper() if char.isupper() else low for char, low in zip(pair, kept, strict=True))


_OPEN: Final = re.compile(f"(?i:(?<!q)(?:{'|'.join(written for written, _ in _PLACES)}))(?![^\\W\\d_])")


@lru_cache(maxsize=4096)
def same_key(name: str) -> str:
    """Return what the spellings of one name have in common: no case, no marks' places, no i/y, no signs between words.

    >>> same_key("Kỹ thuật") == same_key("Kĩ thuật"), same_key("TT-TT") == same_key("TT&TT")
    (True, True)
    """
    key = spelling(name).translate(_I_FOR_Y)
    return " ".join("".join(char if char.isalnum() else " " for char in key).split())


_I_FOR_Y: Final = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


_FOREIGN: Final = re.compile(
    r"[fjwz]|[bcdlqrsvx]\Z|(?<!n)g\Z|(?!ch|kh|ph|th|tr|gh|ng|gi)[bcdfgklmpqrstvx]{2}|(?!ngh)[^aeiouy]{3}|[aeiou]{4}"
    r"|[aeiouy][^aeiouy]+[aeiouy]"
)


def is_foreign(name: str) -> bool:
    """Return whether `name` has a word of plain letters that is no Vietnamese syllable.

    >>> is_foreign("Sakura Bridge"), is_foreign("Minh Trung Khang")
    (True, False)
    """
    return any(word.isascii() and _FOREIGN.search(word) is not None for word in name.lower().split())
