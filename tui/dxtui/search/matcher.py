"""What of a query matches in any string, for highlighting and for filtering names and titles."""

from collections.abc import Sequence

from dxtui.search.term import Term
from dxtui.search.words import WORD, spell

_TOGETHER = 0.5


class Matcher:
    """The words of one query. A string matches if it has an answer to each of them."""

    def __init__(self, terms: Sequence[Term] = ()) -> None:
        """Take the terms that a string is held against; without any, nothing matches."""
        self._terms = tuple(terms)
        self._phrases = [(at, phrase) for at, term in enumerate(self._terms) for phrase in term.phrases]
        self._known: dict[str, tuple[tuple[int, float, int], ...]] = {}

    def __bool__(self) -> bool:
        """Whether there is anything to match."""
        return bool(self._terms)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the query matches in `text`: half-open, sorted, apart from each other, in its code points.

        A word that answers by its beginning is matched up to where the typed letters end.
        """
        if not self._terms:
            return []
        found: list[tuple[int, int]] = []
        words = [(m.start(), m[0]) for m in WORD.finditer(text)]
        for start, word in words:
            answers = self._answers(word)
            if answers:
                length = max(length for _, _, length in answers)
                found.append((start, start + min(length, len(word))))
        for at, size, _ in self._together([word for _, word in words]):
            last_start, last = words[at + size - 1]
            found.append((words[at][0], last_start + len(last)))
        return _merged(found)

    def matches(self, text: str) -> float:
        """Return how well `text` answers the whole query: 0 if a word of the query is not in it, more is better.

        Words as typed, words that stand together as they were typed and a text that says little else count more.
        """
        if not self._terms:
            return 0.0
        words = WORD.findall(text)
        best = [0.0] * len(self._terms)
        together = 0
        before: tuple[int, ...] = ()
        for word in words:
            answers = self._answers(word)
            for at, weight, _ in answers:
                if weight > best[at]:
                    best[at] = weight
                if at - 1 in before:
                    together += 1
            before = tuple(at for at, _, _ in answers)
        if self._phrases:
            for _, _, at in self._together(words):
                best[at] = max(best[at], 1.0)
        if not all(best):
            return 0.0
        return sum(best) + _TOGETHER * min(together, len(best) - 1) + len(best) / (len(best) + len(words))

    def _answers(self, word: str) -> tuple[tuple[int, float, int], ...]:
        """Return the terms that `word` answers: their places, weights and how many letters match."""
        known = self._known.get(word)
        if known is None:
            spelling = spell(word)
            graded = ((at, *term.grade(spelling)) for at, term in enumerate(self._terms))
            known = self._known[word] = tuple(answer for answer in graded if answer[1])
        return known

    def _together(self, words: Sequence[str]) -> list[tuple[int, int, int]]:
        """Return where phrases stand in `words`: the first word's place, how many, and the place of the term."""
        found = []
        for term, phrase in self._phrases:
            size = len(phrase)
            for at in range(len(words) - size + 1):
                if all(part.grade(spell(words[at + k]))[0] for k, part in enumerate(phrase)):
                    found.append((at, size, term))
        return found


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
