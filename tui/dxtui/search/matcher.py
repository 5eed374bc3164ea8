"""What of a query matches in any string, for highlighting and for filtering names and titles."""

from collections.abc import Sequence

from dxtui.search.term import Term
from dxtui.search.words import WORD, spell

_TOGETHER = 0.5

Answers = tuple[tuple[int, float, int], ...]
"""The terms that a word answers: their places in the query, weights and how many letters match."""


class Matcher:
    """The words of one query. A string matches if it has an answer to each of them."""

    def __init__(self, terms: Sequence[Term] = ()) -> None:
        """Take the terms that a string is held against; without any, nothing matches."""
        self._terms = tuple(terms)
        self._phrases = [(at, phrase) for at, term in enumerate(self._terms) for phrase in term.phrases]
        self._known: dict[str, Answers] = {}

    def __bool__(self) -> bool:
        """Whether there is anything to match."""
        return bool(self._terms)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the query matches in `text`: half-open, sorted, apart from each other, in its code points.

        Words that stand together as they were typed are one span, and where they do, the same words elsewhere in `text`
        are left out. A word that answers by its beginning is matched up to where the typed letters end.
        """
        if not self._terms:
            return []
        words = [(m.start(), m.end(), self._answers(m[0])) for m in WORD.finditer(text)]
        pairs = [(at, term) for at in range(len(words) - 1) for term in _pairs(words[at][2], words[at + 1][2])]
        paired = {term for _, first in pairs for term in (first, first + 1)}
        standing = {(at + k, term + k) for at, term in pairs for k in (0, 1)}
        found = []
        for at, (start, end, answers) in enumerate(words):
            kept = [length for term, _, length in answers if term not in paired or (at, term) in standing]
            if kept:
                found.append((start, min(end, start + max(kept))))
        for at, size, _ in self._phrases_in([text[start:end] for start, end, _ in words]):
            found.append((words[at][0], words[at + size - 1][1]))
        joints = {(words[at][1], words[at + 1][0]) for at, _ in pairs}
        found.extend(joint for joint in joints if text[joint[0] : joint[1]].isspace())
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
        before: Answers = ()
        for word in words:
            answers = self._answers(word)
            for term, weight, _ in answers:
                best[term] = max(best[term], weight)
            together += len(_pairs(before, answers))
            before = answers
        for _, _, term in self._phrases_in(words):
            best[term] = max(best[term], self._terms[term].whole)
        if not all(best):
            return 0.0
        return sum(best) + _TOGETHER * min(together, len(best) - 1) + len(best) / (len(best) + len(words))

    def _answers(self, word: str) -> Answers:
        known = self._known.get(word)
        if known is None:
            spelling = spell(word)
            graded = ((at, *term.grade(spelling)) for at, term in enumerate(self._terms))
            known = self._known[word] = tuple(answer for answer in graded if answer[1])
        return known

    def _phrases_in(self, words: Sequence[str]) -> list[tuple[int, int, int]]:
        """Return where phrases stand in `words`: the first word's place, how many, and the place of the term."""
        found = []
        for term, phrase in self._phrases:
            size = len(phrase)
            for at in range(len(words) - size + 1):
                if all(part.grade(spell(words[at + k]))[0] for k, part in enumerate(phrase)):
                    found.append((at, size, term))
        return found


def _pairs(first: Answers, second: Answers) -> list[int]:
    """Return the terms that the first of two words answers while the second answers the term after it."""
    if not first or not second:
        return []
    after = {term for term, _, _ in second}
    return [term for term, _, _ in first if term + 1 in after]


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
