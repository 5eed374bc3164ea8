"""One spelling of what Vietnamese writes in two ways, one code point for one, so that offsets stay."""

from functools import lru_cache

from dxtui.text.fold import fold

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(c for c in map(chr, range(0x1EA0, 0x1EFA)) if c.isupper())
"""The capital letters of Vietnamese, as the inside of a character class."""

LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơư" + "".join(c for c in map(chr, range(0x1EA0, 0x1EFA)) if c.islower())
"""The small letters of Vietnamese, as the inside of a character class."""

_LONG = 1000

# hoà and hòa, uỷ and ủy: the mark goes to the first vowel. "quý" changes too, in tables as in texts, so they meet.
_PLACES = tuple(
    (first + marked, placed + second)
    for first, second, rows in (
        ("o", "a", (("à", "ò"), ("á", "ó"), ("ả", "ỏ"), ("ã", "õ"), ("ạ", "ọ"))),
        ("o", "e", (("è", "ò"), ("é", "ó"), ("ẻ", "ỏ"), ("ẽ", "õ"), ("ẹ", "ọ"))),
        ("u", "y", (("ỳ", "ù"), ("ý", "ú"), ("ỷ", "ủ"), ("ỹ", "ũ"), ("ỵ", "ụ"))),
    )
    for marked, placed in rows
)


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
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return placed(lowered)


def placed(text: str) -> str:
    """Return `text`, in lower case or a pattern for such text, with tone marks in one place.

    >>> placed("giai đoạn")
    'giai đọan'
    """
    for written, kept in _PLACES:
        text = text.replace(written, kept)
    return text


@lru_cache(maxsize=4096)
def same_key(name: str) -> str:
    """Return what the spellings of one name have in common: no case, no marks' places, no i/y, no signs between words.

    >>> same_key("Kỹ thuật") == same_key("Kĩ thuật"), same_key("TT-TT") == same_key("TT&TT")
    (True, True)
    """
    key = spelling(name).translate(_I_FOR_Y)
    return " ".join("".join(char if char.isalnum() else " " for char in key).split())


_I_FOR_Y = str.maketrans("yỳýỷỹỵ", "iìíỉĩị")


def plain_key(name: str) -> str:
    """Return `name` without case, marks or signs, words one space apart."""
    return " ".join("".join(char if char.isalnum() else " " for char in fold(name)).split())
