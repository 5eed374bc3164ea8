"""Patterns that are tried only where the text may begin with what they do: most places say no at their first signs."""

import re
from functools import cache
from typing import Final

from dxtui.text.spelling import MARKED

_SIGNS: Final = "".join(map(chr, range(0x80))) + MARKED + MARKED.upper() + "–—‘’“”…•\u00a0"
"""The signs that are told apart; any other may begin anything."""
_SIZE: Final = max(map(ord, MARKED + MARKED.upper())) + 1
_ANY: Final = frozenset(_SIGNS)
_TOKEN: Final = re.compile(
    r"\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|\(\?(?:[:=!i>]:?|<[=!]|P<\w+>)|[*+?][+?]?|\{\d*,?\d*\}[+?]?|[\s\S]"
)
_REPEATED: Final = re.compile(r"\{(\d*)(,?)(\d*)\}")
_WIDTHLESS: Final = frozenset(("\\b", "\\B", "\\Z", "\\A", "^", "$"))
_ASIDE: Final = frozenset(("(?=", "(?!", "(?<=", "(?<!"))
_FAR: Final = 1 << 62

_Item = tuple[frozenset[str] | None, list["_Items"], int, int]
"""Part of a pattern: the signs it is one of, or its alternatives; how often it stands there at least and at most."""
_Items = list[_Item]


class Opening:
    """A pattern that is asked whether it stands at a place; none that may be empty."""

    __slots__ = ("_first", "_match", "_second", "pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        """Take the pattern, and find what its first two signs may be."""
        self.pattern = pattern
        self._match = pattern.match
        first, second = begins(pattern)
        self._first = _table(first)
        self._second = _table(second)

    def match(self, text: str, at: int = 0, end: int = _FAR) -> re.Match[str] | None:
        """Return what `pattern.match` does."""
        size = len(text)
        if 0 <= at < size:
            sign = ord(text[at])
            if sign < _SIZE and not self._first[sign]:
                return None
            if at + 1 < size:
                sign = ord(text[at + 1])
                if sign < _SIZE and not self._second[sign]:
                    return None
        return self._match(text, at, end)


def _table(signs: frozenset[str]) -> bytes:
    """Return a byte for each code point, 0 for those that `signs` are known not to have."""
    table = bytearray(b"\1" * _SIZE)
    for sign in _ANY - signs:
        if ord(sign) < _SIZE:
            table[ord(sign)] = 0
    return bytes(table)


def begins(pattern: re.Pattern[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return which of the signs that are told apart may be the first and the second of what `pattern` matches.

    >>> [sorted(signs) for signs in begins(re.compile("(?:ab|c)d"))]
    [['a', 'c'], ['b', 'd']]
    """
    if pattern.flags & (re.IGNORECASE | re.VERBOSE):
        return _ANY, _ANY
    alternatives, _ = _parsed(_TOKEN.findall(pattern.pattern), 0, False)
    return (
        frozenset().union(*(_firsts(items, 0) for items in alternatives)),
        frozenset().union(*(_seconds(items, 0) for items in alternatives)),
    )


def _firsts(items: _Items, at: int) -> frozenset[str]:
    """Return what the first sign of `items` from `at` on may be; any, if nothing has to stand there."""
    out: frozenset[str] = frozenset()
    while at < len(items):
        signs, inner, least, _ = items[at]
        out |= signs if signs is not None else frozenset().union(*(_firsts(one, 0) for one in inner))
        if least or out == _ANY:
            return out
        at += 1
    return _ANY


def _seconds(items: _Items, at: int) -> frozenset[str]:
    """Likewise the second sign."""
    out: frozenset[str] = frozenset()
    while at < len(items):
        signs, inner, least, most = items[at]
        if signs is None and most > 1:
            return _ANY
        if signs is None:
            out = out.union(*(_seconds([*one, *items[at + 1 :]], 0) for one in inner))
        else:
            out |= signs if most > 1 else frozenset()
            out |= _firsts(items, at + 1) if least <= 1 else frozenset()
        if least or out == _ANY:
            return out
        at += 1
    return _ANY


def _parsed(tokens: list[str], at: int, folded: bool) -> tuple[list[_Items], int]:
    """Return the alternatives that start at a token, and behind which they end; `folded` if case says nothing."""
    out: list[_Items] = [[]]
    while at < len(tokens) and tokens[at] != ")":
        token = tokens[at]
        at += 1
        if token == "|":
            out.append([])
            continue
        if token in _WIDTHLESS:
            continue
        signs: frozenset[str] | None = None
        inner: list[_Items] = []
        if token == "(" and tokens[at][0] == "?":
            raise ValueError(f"a group that openings do not know: (?{tokens[at + 1]}")
        if token[0] == "(":
            inner, at = _parsed(tokens, at, folded or token.startswith("(?i"))
            at += 1
            if token in _ASIDE:
                continue
        else:
            signs = _signs(token, folded)
        least, most = _times(tokens[at]) if at < len(tokens) else (1, 1)
        if (least, most) != (1, 1) or (at < len(tokens) and tokens[at][0] == "{"):
            at += 1
        out[-1].append((signs, inner, least, most))
    return out, at


def _times(token: str) -> tuple[int, int]:
    """Return how often what stands before a token is repeated at least and at most."""
    if token[0] in "*?+":
        return int(token[0] == "+"), 1 if token[0] == "?" else 2
    found = _REPEATED.match(token)
    if found is None:
        return 1, 1
    least = int(found[1] or 0)
    return least, int(found[3] or 2) if found[2] else least


@cache
def _signs(token: str, folded: bool) -> frozenset[str]:
    """Return the signs that one sign of a pattern may be; any for what repeats a group."""
    if len(token) == 1 and token != ".":
        return frozenset((token, token.lower(), token.upper())) if folded else frozenset(token)
    if token[0] == "\\" and token[1].isdigit():
        return _ANY
    one = re.compile(token, re.IGNORECASE if folded else 0)
    return frozenset(filter(one.fullmatch, _SIGNS))
