"""What a statement weighs beside others that answer as well: the shorter the more, then as its document has it.

Which of many that are as good are the best few must depend on neither the order in which they were added nor on how the
index is cut into segments. So each has a weight that is made of its length and a number of its document, and the index
multiplies by it.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log2

LENGTH_BITS = 8
"""The lowest bits of a key hold how many words the statement has, up to 255."""

LONGEST = (1 << LENGTH_BITS) - 1
"""So many words at most are told apart."""

SCALE = 1 << 22
"""Weights are whole parts of it: finer ones are lost in the index, which counts in single precision."""

_AVERAGE = 25
"""So many words a statement has, about."""

_SHORT = 0.04
"""The part by which the score of a very short one is more than that of an endless one: less than a mark does."""

FACTORS = [1 + _SHORT * (1 - length / (length + _AVERAGE)) for length in range(LONGEST + 2)]
"""What the score of a statement of so many words is multiplied by."""

_LEVELS = [int((2**factor - 2) * SCALE) for factor in FACTORS]
_GAPS = [more - less for more, less in pairwise(_LEVELS)]


def weight(length: int, tie: int) -> float:
    """Return what the index has to keep of a statement of so many words; `tie` is what decides further, any number."""
    return (_LEVELS[length + 1] + tie % _GAPS[length]) / SCALE


def lacks(scores: Iterable[float], weights: Sequence[float], lengths: Iterable[int]) -> list[float]:
    """Return scores that the index has weighted as they are without their documents' part, negated.

    What sums of single precision may have lost is put right.
    """
    return [
        round(score / log2(2 + weight) * _PARTS) / -_PARTS * FACTORS[length]
        for score, weight, length in zip(scores, weights, lengths, strict=True)
    ]


def exact(score: float) -> float:
    """Return the nearest score that single precision holds whole, so that sums do not depend on their order."""
    return round(score * _PARTS) / _PARTS


_PARTS = 256
