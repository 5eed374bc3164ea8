"""Which of the statements that answer a query answer it best."""

from collections.abc import Collection, Sequence
from math import log

from dxtui.search.store import Found, Store
from dxtui.search.term import Term
from dxtui.search.together import together

_SHORT = 0.04
"""The part of its score that an endless statement loses to a very short one: less than a mark does."""


def score(store: Store, terms: Sequence[Term], found: Sequence[Found], numbers: Collection[int]) -> Found:
    """Return the score of each statement in `numbers`.

    A word counts by how rare it is and how well it is answered. Two words that stand together as they were typed count
    half of both again, and so does the whole query where it stands together.
    """
    total = len(store.places)
    worths = [log(1 + (total - len(some) + 0.5) / (len(some) + 0.5)) for some in found]
    scores = dict.fromkeys(numbers, 0.0)
    for some, worth in zip(found, worths, strict=True):
        if some:
            for number in numbers:
                scores[number] += worth * some.get(number, 0.0)
    runs = [(at, at + 2) for at in range(len(terms) - 1)]
    if len(terms) > 2:
        runs.append((0, len(terms)))
    lines = store.lines
    for first, last in runs:
        if not all(found[first:last]):
            continue
        stands = together(terms[first:last])
        bonus = sum(worths[first:last]) / 2
        for number in numbers:
            if stands(lines[number]):
                scores[number] += bonus
    lengths, average = store.lengths, store.average
    for number in numbers:
        scores[number] *= 1 - _SHORT * lengths[number] / (lengths[number] + average)
    return scores
