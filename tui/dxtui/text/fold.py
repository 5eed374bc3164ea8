"""Folding: lower case without marks, one code point for one, so that offsets in folded text are offsets in the text."""

import codecs
import unicodedata
from functools import cache

# A one-byte code page of ASCII and the marked Vietnamese letters lets C code do the work: encode, translate, decode.
_PLAIN = "".join(map(chr, range(0x80)))
_MARKED = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_SIGNS = "–—‘’“”…•\u00a0−"
_ALPHABET = (_PLAIN + _MARKED + _SIGNS).ljust(256, "\ufffe")


class _Bases(dict[int, str]):
    """The base letter of each code point, found when first asked for."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        lowered = char.lower()
        base = unicodedata.normalize("NFD", lowered)[0] if len(lowered) == 1 else lowered[0]
        self[code] = "d" if base == "đ" else base
        return self[code]


_bases = _Bases()


@cache
def _page() -> tuple[object, str]:
    back = "".join(_bases[ord(c)] for c in _PLAIN + _MARKED) + _SIGNS
    return codecs.charmap_build(_ALPHABET), back.ljust(256, "\ufffe")


def fold(text: str) -> str:
    """Return `text` in lower case without marks (đ becomes d), of the same length.

    Letters of other scripts keep their base letter; a combining mark that stands alone stays.

    >>> fold("Đà Nẵng – 43,5%")
    'da nang – 43,5%'
    """
    encoding, back = _page()
    lowered = text.lower()
    if len(lowered) == len(text):
        try:
            raw, _ = codecs.charmap_encode(lowered, "strict", encoding)  # type: ignore[arg-type]
        except UnicodeEncodeError:
            pass
        else:
            return codecs.charmap_decode(raw, "strict", back)[0]
    return text.translate(_bases)
