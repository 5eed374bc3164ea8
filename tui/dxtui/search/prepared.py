"""What the index takes of a statement: its words, spelt and folded, those that stand side by side, and its amounts."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import itemgetter
from typing import NamedTuple

from dxtui.search.amounts import amounts
from dxtui.search.words import WORD, spell

BETWEEN = "_"
"""Stands between two words side by side; no word has it."""

APART = "\0"
"""Stands between statements; no word has it."""

BEGUN = 2
"""Words are also known by so many of their first letters, and by fewer, so that what is only begun is found quickly."""

SHORT = (3, 5, 8, 12, 18)
"""Statements of at most so many words are known to be short: where very many answer as well, those come first."""

_BOUNDARY = f" {APART} "


class Prepared(NamedTuple):
    """Statements as the index takes them, one after the other with `APART` between them; words have spaces between.

    Made of text alone, so any process can make it; a few long texts are handed over much quicker than many short ones.
    """

    folded: str
    """Their words in order, without marks."""
    spelt: str
    """Their words in order, with marks, as `token` writes them."""
    pairs: str
    """Their folded words that stand side by side, two and two."""
    values: str
    """Their amounts that are not written as plain digits."""
    begins: str
    """What their words begin with, without marks and with them; and which of `SHORT` they are, as `short` writes it."""
    lengths: tuple[int, ...]
    """How many words each has."""


@lru_cache(maxsize=1 << 16)
def forms(word: str) -> tuple[str, str]:
    """Return a word in lower case without its marks and with them, tones last.

    >>> forms("số")
    ('so', 'sô\u0301')
    """
    spelling = spell(word)
    return spelling.folded, spelling.letters + spelling.tones


class _Pieces(dict[str, tuple[str, str, frozenset[str]] | None]):
    """What stands between white space, folded, spelt, and what its words begin with; None where it has no word. The
    same come again and again, so their words are looked for once.
    """

    def __missing__(self, text: str) -> tuple[str, str, frozenset[str]] | None:
        bare = text.rstrip(_ENDS)
        if bare != text:
            piece = self[bare] if bare else None
        elif text.isascii():  # Numbers mostly, of which many are new.
            piece = _piece(words := WORD.findall(text), words)
        else:
            piece = _piece(*zip(*map(forms, WORD.findall(text)), strict=True))
        if len(text) <= _LONG:
            if len(self) >= _MANY:
                self.clear()
            self[text] = piece
        return piece


def _piece(folded: Sequence[str] = (), spelt: Sequence[str] = ()) -> tuple[str, str, frozenset[str]] | None:
    if not folded:
        return None
    words = folded if folded is spelt else (*folded, *spelt)
    return " ".join(folded), " ".join(spelt), frozenset([start for of in _STARTS for start in map(of, words)])


_ENDS = ".,;:…"
"""Signs that end a piece and belong to no word."""
_STARTS = [itemgetter(slice(length)) for length in range(1, BEGUN + 1)]
_LONG = 40
_MANY = 100_000
_pieces = _Pieces()
_paired = BETWEEN.join
_folded_of, _spelt_of, _starts_of = map(itemgetter, range(3))


def prepare(*texts: str) -> Prepared:
    """Return what the index takes of the statements `texts`."""
    lowered = [text.lower() for text in texts]
    columns: tuple[list[str], list[str], list[str], list[str]] = ([], [], [], [])
    lengths: list[int] = []
    for text in lowered:
        pieces = list(filter(None, map(_pieces.__getitem__, text.split())))
        line = " ".join(map(_folded_of, pieces))
        words = line.split()
        begins = set[str]().union(*map(_starts_of, pieces))
        if len(words) < len(_SHORTNESS):
            begins.update(_SHORTNESS[len(words)])
        spelt = " ".join(map(_spelt_of, pieces))
        texts_of = line, spelt, " ".join(map(_paired, pairwise(words))), " ".join(begins)
        for column, value in zip(columns, texts_of, strict=True):
            column.append(value)
        lengths.append(len(words))
    folded, spelt, pairs, begun = map(APART.join, columns)
    return Prepared(folded, spelt, pairs, _values(lowered), begun, tuple(lengths))


def short(words: int) -> str:
    """Return the word that the index has for statements of at most so many words.

    >>> short(5)
    '_5'
    """
    return f"{BETWEEN}{words}"


_SHORTNESS = [[short(most) for most in SHORT if length <= most] for length in range(max(SHORT) + 1)]


def _values(texts: Sequence[str]) -> str:
    """Return the amounts of `texts` that are not written as plain digits."""
    whole = _BOUNDARY.join(texts)
    found = [(start, value) for start, end, value in amounts(whole) if whole[start:end] != value]
    if not found:
        return APART * (len(texts) - 1)
    ends = list(accumulate([len(text) + len(_BOUNDARY) for text in texts]))
    values: list[set[str]] = [set() for _ in texts]
    for start, value in found:
        values[bisect_right(ends, start)].add(value)
    return APART.join([" ".join(sorted(some)) for some in values])
