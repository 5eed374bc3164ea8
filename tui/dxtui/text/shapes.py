"""What the letters of a text look like, with one byte a code point: patterns are found there sooner than in a text."""

import codecs
from functools import lru_cache
from typing import Any, Final

from dxtui.text.spelling import MARKED

_PLAIN: Final = "".join(map(chr, range(0x20, 0x7F)))
_ALPHABET: Final = ("\0\t\n" + _PLAIN + MARKED + MARKED.upper() + "–").ljust(256, "\ufffe")
_PAGE: Final[Any] = codecs.charmap_build(_ALPHABET)


def _table(shapes: dict[str, str]) -> bytes:
    """Return what makes bytes of `shapes`, each written for all letters and signs of its key, and spaces of others."""
    shape_of = {sign: ord(shape) for signs, shape in shapes.items() for sign in signs}
    return bytes(shape_of.get(sign, ord(" ")) for sign in _ALPHABET)


_LATIN: Final = {"".join(filter(str.isupper, _PLAIN)): "A", "".join(filter(str.islower, _PLAIN)): "a"}
_IN_LATIN: Final = _table(_LATIN | {",": ",", "-": "-"})
_IN_ALL: Final = _table(
    _LATIN
    | {MARKED.upper(): "A", MARKED: "a", "'": "'"}
    | {sign: "." for sign in _PLAIN if not (sign.isalpha() or sign in " '")}
    | {"\t–": "."}
)


@lru_cache(maxsize=2)
def _cased(text: str) -> bytes:
    """Return `text` with one byte a code point, a question mark for each that Vietnamese does not write."""
    return codecs.charmap_encode(text, "replace", _PAGE)[0]


def latin(text: str) -> bytes:
    """Return `text` with capitals of Latin letters as "A", small ones as "a"; all else but "," and "-" is a space.

    >>> latin("VneID, Hà Nội")
    b'AaaAA, A  A  a'
    """
    return _cased(text).translate(_IN_LATIN)


def capitals(text: str) -> bytes:
    """Return `text` with capitals as "A", small letters as "a", spaces and line feeds as spaces, signs as ".".

    An apostrophe stays; what Vietnamese does not write is a sign too.

    >>> capitals("Hà Nội, H'Hen")
    b"Aa Aaa. A'Aaa"
    """
    return _cased(text).translate(_IN_ALL)
