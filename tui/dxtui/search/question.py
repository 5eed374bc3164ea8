"""A query on its way to its answer: from what was asked strictly to what may have been meant."""

from collections import Counter
from collections.abc import Sequence

from dxtui.search.answer import Answer, Hit
from dxtui.search.matcher import Matcher
from dxtui.search.query import Typed
from dxtui.search.ranking import score
from dxtui.search.store import Found, Store, in_all
from dxtui.search.term import PREFIX, Marks, Term
from dxtui.search.together import together
from dxtui.search.words import WORD, spell

_BY_DOCUMENT = 0.3
"""What a word counts that only the statement's document says of itself."""


class Question:
    """The terms of a query and what each of them finds. Each step takes the terms less strictly than the one before."""

    def __init__(self, store: Store, pieces: Sequence[Typed]) -> None:
        """Take what was typed; at least one piece."""
        self._store = store
        self._terms = store.vocabulary.read_all(pieces)
        self._found = [store.find(term) for term in self._terms]
        for at, term in enumerate(self._terms):
            if term.near:
                self._narrow(at)

    def strict(self) -> set[int]:
        """Return the statements that have every word."""
        return in_all(self._found)

    def by_document(self) -> set[int]:
        """Return the statements that have one word at least, the others being in what their document says of itself."""
        wider: list[Found] = []
        for term, some in zip(self._terms, self._found, strict=True):
            told = self._store.find_by_document(term)
            if not told and not some:
                return set()
            wider.append({**dict.fromkeys(told, _BY_DOCUMENT), **some})
        numbers = in_all(wider) & set().union(*self._found)
        if numbers:
            self._found = wider
        return numbers

    def loosely(self) -> set[int]:
        """Return the statements that have every word that is anywhere; else with one word put right, or all."""
        known = [at for at, some in enumerate(self._found) if some]
        numbers = self._with(known, {})
        vocabulary = self._store.vocabulary
        for loosen in (vocabulary.with_more_marks, vocabulary.relax):
            if numbers:
                break
            looser = {at: loosen(self._terms[at]) for at in known}
            found = {at: self._store.find(term) for at, term in looser.items() if term != self._terms[at]}
            by_one = {at: self._with(known, {at: some}) for at, some in found.items()}
            best = max(by_one, key=lambda at: len(by_one[at]), default=0)
            if by_one.get(best):
                self._terms[best], self._found[best] = looser[best], found[best]
                self._narrow(best)
                numbers = self._with(known, {})
            else:
                numbers = self._with(known, found)
                if numbers:
                    for at, some in found.items():
                        self._terms[at], self._found[at] = looser[at], some
        return numbers

    def most(self) -> set[int]:
        """Return the statements that have most of the words."""
        counts = Counter(number for some in self._found for number in some)
        most = max(counts.values(), default=0)
        return {number for number, count in counts.items() if count == most}

    def answer(self, numbers: set[int]) -> Answer:
        """Return the answer that `numbers` are: sorted, with what they lack and what was put right."""
        scores = score(self._store, self._terms, self._found, numbers)
        order = sorted(numbers)
        order.sort(key=scores.__getitem__, reverse=True)
        places = self._store.places
        hits = tuple([Hit(*places[number], scores[number]) for number in order])
        pairs = zip(self._terms, self._found, strict=True)
        missing = tuple(term.typed for term, some in pairs if not order or order[0] not in some)
        corrected = self._corrected(order[0]) if order else ()
        return Answer(hits, Matcher(self._terms), missing=missing, corrected=corrected)

    def _with(self, known: Sequence[int], other: dict[int, Found]) -> set[int]:
        """Return the statements that have all terms in `known`, some of them found otherwise."""
        return in_all([other.get(at, self._found[at]) for at in known])

    def _narrow(self, at: int) -> None:
        """Keep only the words put right that stand beside the term's neighbours somewhere, if any do."""
        term, here = self._terms[at], self._found[at]
        lines = self._store.lines
        supported: dict[str, float] = {}
        for other in (at - 1, at + 1):
            if not 0 <= other < len(self._terms):
                continue
            beside, there = self._terms[other], self._found[other]
            shared = [lines[number] for number in here if number in there]
            for word, weight in term.near.items():
                choice = Term(word, spell(word))
                stands = together((beside, choice) if other < at else (choice, beside))
                if any(map(stands, shared)):
                    supported[word] = weight
        if supported:
            self._terms[at] = term.only(supported)
            self._found[at] = self._store.find(self._terms[at])

    def _corrected(self, number: int) -> tuple[tuple[str, str], ...]:
        """Return the terms that a statement answers by other words than were typed, with those words."""
        words = WORD.findall(self._store.text(number))
        corrected = []
        for term in self._terms:
            if term.near or term.marks is not Marks.ALL:
                weight, word = max((term.grade(spell(word))[0], word.lower()) for word in words)
                if 0 < weight < PREFIX:
                    corrected.append((term.typed, word))
        return tuple(corrected)
