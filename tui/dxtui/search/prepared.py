"""What the index takes of a statement: its words, spelt and folded, those that stand side by side, and its amounts."""

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dxtui.search.amounts import amounts
from dxtui.search.words import WORD, spell

BETWEEN = "_"
"""Stands between two words side by side; no word has it."""


class Prepared(NamedTuple):
    """A statement as the index takes it: words one space apart. Made of text alone, so any process can make it."""

    folded: str
    """Its words in order, without marks."""
    spelt: str
    """Its words in order, with marks, as `token` writes them."""
    pairs: str
    """Its folded words that stand side by side, two and two."""
    values: str
    """Its amounts that are not written as plain digits."""
    length: int
    """How many words it has."""


class _Piece(NamedTuple):
    """What stands between white space."""

    folded: str
    spelt: str
    digits: bool


@lru_cache(maxsize=1 << 16)
def forms(word: str) -> tuple[str, str]:
    """Return a word in lower case without its marks and with them, tones last.

    >>> forms("số")
    ('so', 'sô\u0301')
    """
    spelling = spell(word)
    return spelling.folded, spelling.letters + spelling.tones


class _Pieces(dict[str, _Piece]):
    """Pieces that were seen; the same come again and again, so their words are looked for once."""

    def __missing__(self, text: str) -> _Piece:
        both = [forms(word) for word in WORD.findall(text)]
        folded = " ".join([one for one, _ in both])
        piece = _Piece(folded, " ".join([other for _, other in both]), any("0" <= char <= "9" for char in folded))
        if len(text) <= _LONG:
            if len(self) >= _MANY:
                self.clear()
            self[text] = piece
        return piece


_LONG = 40
_MANY = 100_000
_pieces = _Pieces()


def prepare(text: str) -> Prepared:
    """Return what the index takes of the statement `text`."""
    lowered = text.lower()
    pieces = list(map(_pieces.__getitem__, lowered.split()))
    folds, spellings, digits = zip(*pieces, strict=True) if pieces else ((), (), ())
    if "" in folds:  # A dash has no word.
        folds, spellings = tuple(filter(None, folds)), tuple(filter(None, spellings))
    folded = " ".join(folds)
    values = ""
    if True in digits:
        values = " ".join(sorted({value for start, end, value in amounts(lowered) if lowered[start:end] != value}))
    words = folded.split(" ") if folded else []
    return Prepared(
        folded,
        " ".join(spellings),
        " ".join(map(BETWEEN.join, pairwise(words))),
        values,
        len(words),
    )
