"""Words found in a short text of ours without marks, with letters left out, and with a slip."""

import re

from dxtui.text.fold import fold

Span = tuple[int, int]
"""Half-open, in code points of the text."""

_STRAY = 4
"""Letters between those of a word for each of them, beyond which they are no abbreviation of anything."""

_SLIPPED = 4
"""Letters from which a word may have one that is wrong."""


class Fuzzy:
    """What is asked for: each of its words must be found, in any order."""

    def __init__(self, asked: str) -> None:
        """Take the words."""
        self._words = fold(asked).split()

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self._words)

    def rank(self, text: str) -> tuple[int, int] | None:
        """Return how well `text` fits, the lower the better; None where it does not.

        First comes how loosely the loosest word is found: 0 where a word of the text begins with it, 1 inside a word,
        2 by letters in order, 3 with a slip. Then how far from the beginning.

        >>> Fuzzy("sao chep").rank("Sao chép"), Fuzzy("cpct").rank("copy citation"), Fuzzy("quit").rank("copy")
        ((0, 4), (2, 0), None)
        """
        folded = fold(text)
        found = [_find(word, folded) for word in self._words]
        if any(one is None for one in found):
            return None
        hits = [one for one in found if one is not None]
        return max((tier for tier, _ in hits), default=0), sum(spans[0][0] for _, spans in hits)

    def spans(self, text: str) -> list[Span]:
        """Return what of `text` is meant, from left to right."""
        folded = fold(text)
        found = [hit for word in self._words if (hit := _find(word, folded)) is not None]
        return sorted({span for _, spans in found for span in spans})


def _find(word: str, text: str) -> tuple[int, list[Span]] | None:
    """Return how loosely `word` is found in `text`, and its letters there."""
    starts = [match.start() for match in re.finditer(r"\w+|[^\w\s]", text)]
    at = next((start for start in starts if text.startswith(word, start)), None)
    if at is not None:
        return 0, [(at, at + len(word))]
    at = text.find(word)
    if at >= 0:
        return 1, [(at, at + len(word))]
    if (letters := _in_order(word, text, starts, len(word) * _STRAY)) is not None:
        return 2, letters
    if len(word) >= _SLIPPED:
        for wrong in range(1, len(word)):
            rest = word[:wrong] + word[wrong + 1 :]
            if (letters := _in_order(rest, text, starts, 1)) is not None:
                return 3, letters
    return None


def _in_order(word: str, text: str, starts: list[int], stray: int) -> list[Span] | None:
    """Return the letters of `word` in order from the beginning of a word on, at most `stray` others between them."""
    best: list[int] | None = None
    for start in starts:
        places: list[int] = []
        at = start - 1
        for letter in word:
            at = text.find(letter, at + 1)
            if at < 0 or (not places and at != start):
                break
            places.append(at)
        else:
            width = places[-1] - places[0]
            if width < len(word) + stray and (best is None or width < best[-1] - best[0]):
                best = places
    return [(place, place + 1) for place in best] if best is not None else None
