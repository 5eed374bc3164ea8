"""The text index in memory: which statements have which words, and which of them answer a query best."""

from collections.abc import Sequence
from functools import cached_property
from math import log

from dxtui.model import Reading
from dxtui.search.answer import Answer, Hit
from dxtui.search.matcher import Matcher
from dxtui.search.query import parse
from dxtui.search.term import Term
from dxtui.search.vocabulary import Vocabulary
from dxtui.search.words import WORD

Found = dict[int, float]
"""Statements by number, with the weight of the best word in each."""


class _Store:
    """The statements of a corpus by number, their words and where each word is."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        numbers: dict[str, int] = {}
        self.postings: list[list[int]] = []
        self.places: list[tuple[int, int]] = []
        said: list[list[int]] = []
        for document, reading in enumerate(readings):
            text = reading.document.text
            for at, statement in enumerate(reading.statements):
                words = WORD.findall(text[statement.start : statement.end].lower())
                here = []
                for word in words:
                    number = numbers.get(word)
                    if number is None:
                        number = numbers[word] = len(numbers)
                        self.postings.append([])
                    here.append(number)
                for number in set(here):
                    self.postings[number].append(len(self.places))
                self.places.append((document, at))
                said.append(here)
        self.vocabulary = Vocabulary(numbers)
        folded = [f"{spelling.folded} " for spelling in self.vocabulary.spellings]
        self.lines = [" " + "".join([folded[number] for number in here]) for here in said]
        """The folded words of each statement, a space before and after each."""
        self.lengths = [len(here) for here in said]

    def find(self, term: Term) -> Found:
        """Return the statements that answer `term`."""
        answers = sorted(self.vocabulary.answers(term), key=lambda answer: answer[1])
        found: Found = {}
        for number, weight in answers:
            found.update(dict.fromkeys(self.postings[number], weight))
        for phrase in term.phrases:
            for number, weight in self._find_phrase(phrase).items():
                found[number] = max(weight, found.get(number, 0.0))
        return found

    def _find_phrase(self, phrase: Sequence[Term]) -> Found:
        parts = [self.find(part) for part in phrase]
        numbers = _in_all(parts)
        texts = [self._texts(part) for part in phrase]
        weight = 1.0
        found = {}
        for number in numbers:
            line = self.lines[number]
            if any(run in line for run in _runs(texts)):
                found[number] = weight * min(part[number] for part in parts)
        return found

    def _texts(self, term: Term) -> list[str]:
        spellings = self.vocabulary.spellings
        return list({spellings[number].folded: None for number, _ in self.vocabulary.answers(term)})


def _runs(texts: Sequence[Sequence[str]]) -> list[str]:
    runs = [" "]
    for choices in texts:
        runs = [f"{run}{choice} " for run in runs for choice in choices][:256]
    return runs


def _in_all(found: Sequence[Found]) -> set[int]:
    """Return the statements that are in each of `found`."""
    if not found:
        return set()
    ordered = sorted(found, key=len)
    numbers = set(ordered[0])
    for other in ordered[1:]:
        numbers.intersection_update(other)
    return numbers


class Index:
    """Finds statements by their words. Made once for a corpus; it does not change."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Take the readings whose statements are searched. The work is done when the first question comes."""
        self._readings = readings

    @cached_property
    def _store(self) -> _Store:
        return _Store(self._readings)

    def search(self, query: str) -> Answer:
        """Return the statements that have all words of `query`, best first. Never raises, whatever the query."""
        pieces = parse(query)
        if not pieces:
            return Answer((), Matcher(), everything=True)
        store = self._store
        terms = [store.vocabulary.read(piece) for piece in pieces]
        found = [store.find(term) for term in terms]
        numbers = _in_all(found)
        if not numbers:
            relaxed = [store.vocabulary.relax(term) for term in terms]
            loosely = [store.find(term) for term in relaxed]
            numbers = _in_all(loosely)
            if numbers:
                terms, found = relaxed, loosely
        missing: tuple[str, ...] = ()
        if not numbers:
            counts: dict[int, int] = {}
            for some in found:
                for number in some:
                    counts[number] = counts.get(number, 0) + 1
            most = max(counts.values(), default=0)
            numbers = {number for number, count in counts.items() if count == most}
        scores = self._score(store, terms, found, numbers)
        order = sorted(numbers)
        order.sort(key=scores.__getitem__, reverse=True)
        if order:
            missing = tuple(t.typed for t, some in zip(terms, found, strict=True) if order[0] not in some)
        else:
            missing = tuple(t.typed for t in terms)
        places = store.places
        hits = tuple([Hit(*places[number], scores[number]) for number in order])
        kept = [t for t, some in zip(terms, found, strict=True) if some]
        return Answer(hits, Matcher(kept), missing=missing)

    def _score(self, store: _Store, terms: Sequence[Term], found: Sequence[Found], numbers: set[int]) -> Found:
        total = len(store.places)
        worth = [log(1 + (total - len(some) + 0.5) / (len(some) + 0.5)) for some in found]
        scores = dict.fromkeys(numbers, 0.0)
        for some, value in zip(found, worth, strict=True):
            for number in numbers:
                weight = some.get(number)
                if weight:
                    scores[number] += weight * value
        lines = store.lines
        for at in range(len(terms) - 1):
            first, second = terms[at].word, terms[at + 1].word
            if first is None or second is None:
                continue
            pair = f" {first.folded} {second.folded}" + ("" if terms[at + 1].open else " ")
            bonus = (worth[at] + worth[at + 1]) / 2
            for number in numbers:
                if pair in lines[number]:
                    scores[number] += bonus
        average = sum(store.lengths) / total if total else 1.0
        for number in numbers:
            scores[number] *= 1 - 0.1 * store.lengths[number] / (store.lengths[number] + average)
        return scores
