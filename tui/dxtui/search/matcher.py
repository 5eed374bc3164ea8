"""What of a query matches in any string, for highlighting and for filtering names and titles."""

from collections.abc import Sequence
from typing import NamedTuple

from dxtui.search.term import Phrase, Term
from dxtui.search.words import WORD, spell

_TOGETHER = 0.5

_Answers = tuple[tuple[tuple[int, float, int], ...], tuple[tuple[int, Phrase], ...]]
"""The terms that a word answers (place in the query, weight, how many letters match), and the phrases it begins."""


class _Unit(NamedTuple):
    """A word, or words that stand together, that answers a term."""

    first: int
    """The place of the first word among the words of the text."""
    last: int
    """The place of the last."""
    term: int
    """The place of the term in the query."""
    weight: float
    """How well it answers."""
    letters: int
    """How many letters of the last word match."""


class Matcher:
    """The words of one query. A string matches if it has an answer to each of them."""

    def __init__(self, terms: Sequence[Term] = ()) -> None:
        """Take the terms that a string is held against; without any, nothing matches."""
        self._terms = tuple(terms)
        self._phrases = [(at, phrase) for at, term in enumerate(self._terms) for phrase in term.phrases]
        self._known: dict[str, _Answers] = {}

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
        words = [(m.start(), m.end(), m[0]) for m in WORD.finditer(text)]
        units = self._units([word for _, _, word in words])
        standing, joints = _standing(units)
        gathered = {units[at].term for at in standing}
        found = []
        for at, unit in enumerate(units):
            if unit.term not in gathered or at in standing:
                start, end, _ = words[unit.last]
                found.append((words[unit.first][0], min(end, start + unit.letters)))
        for last in joints:
            joint = words[last][1], words[last + 1][0]
            if text[slice(*joint)].isspace():
                found.append(joint)
        return _merged(found)

    def matches(self, text: str) -> float:
        """Return how well `text` answers the whole query: 0 if a word of the query is not in it, more is better.

        Words as typed, words that stand together as they were typed and a text that says little else count more.
        """
        if not self._terms:
            return 0.0
        words = WORD.findall(text)
        units = self._units(words)
        if not units:
            return 0.0
        best = [0.0] * len(self._terms)
        for unit in units:
            best[unit.term] = max(best[unit.term], unit.weight)
        if not all(best):
            return 0.0
        together = min(len(_standing(units)[1]), len(best) - 1)
        return sum(best) + _TOGETHER * together + len(best) / (len(best) + len(words))

    def _units(self, words: Sequence[str]) -> list[_Unit]:
        """Return all that answers a term in `words`."""
        units = []
        known = self._known
        for at, word in enumerate(words):
            answers, phrases = known.get(word) or self._answers(word)
            for term, weight, letters in answers:
                units.append(_Unit(at, at, term, weight, letters))
            for term, phrase in phrases:
                here = words[at : at + len(phrase.words)]
                stands = len(here) == len(phrase.words) and all(map(_answered, phrase.words, here))
                if stands:
                    units.append(_Unit(at, at + len(here) - 1, term, phrase.weight, len(here[-1])))
        return units

    def _answers(self, word: str) -> _Answers:
        """Return what `word` answers, remembered: the same words come again and again."""
        spelling = spell(word)
        graded = ((at, *term.grade(spelling)) for at, term in enumerate(self._terms))
        answers = tuple(answer for answer in graded if answer[1])
        phrases = tuple((at, phrase) for at, phrase in self._phrases if phrase.words[0].grade(spelling)[0])
        self._known[word] = answers, phrases
        return answers, phrases


def _answered(term: Term, word: str) -> bool:
    return term.grade(spell(word))[0] > 0


def _standing(units: Sequence[_Unit]) -> tuple[set[int], set[int]]:
    """Return the places of the units that stand beside the term typed before or after, or are phrases.

    Beside them, the places of the words that end one such unit where the next one follows.
    """
    begins: dict[tuple[int, int], list[int]] = {}
    for at, unit in enumerate(units):
        begins.setdefault((unit.first, unit.term), []).append(at)
    standing: set[int] = set()
    joints: set[int] = set()
    for at, unit in enumerate(units):
        after = begins.get((unit.last + 1, unit.term + 1))
        if after:
            standing.update((at, *after))
            joints.add(unit.last)
        if unit.first < unit.last or unit.weight > 1:
            standing.add(at)
    return standing, joints


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
