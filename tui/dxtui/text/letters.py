"""Where a run of letters ends, found without a pattern: a call of one costs more than all letters of a word."""

from typing import Final

_PLAIN: Final = 0x80
_A: Final = ord("A")
_Z: Final = ord("Z")
_SMALL_A: Final = ord("a")
_SMALL_Z: Final = ord("z")
_MARKED: Final = 0x1EA0
_MARKED_END: Final = 0x1EFA
"""The letters of Vietnamese with two marks, or with one of the rarer ones, and nothing else."""


def letters_end(text: str, at: int, limit: int) -> int:
    r"""Return where the letters end that start at `at`, before `limit`: what `[^\W\d_]*` matches there.

    >>> letters_end("từ 2020", 0, 7), letters_end("5 xã", 0, 4)
    (2, 0)
    """
    limit = min(limit, len(text))
    while at < limit:
        code = ord(text[at])
        if code < _PLAIN:
            if not (_SMALL_A <= code <= _SMALL_Z or _A <= code <= _Z):
                break
        elif not _MARKED <= code < _MARKED_END:
            sign = text[at]
            if not sign.isalnum() or sign.isdecimal():
                break
        at += 1
    return at
