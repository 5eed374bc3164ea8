"""A query on its way to its answer: from what was asked strictly to what may have been meant."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from dxtui.search.answer import Answer, Hit
from dxtui.search.matcher import Matcher
from dxtui.search.query import Typed
from dxtui.search.ranking import score
from dxtui.search.store import Found, Store, in_all
from dxtui.search.term import INSIDE, PREFIX, Marks, Term
from dxtui.search.together import together
from dxtui.search.words import WORD, spell

_BY_DOCUMENT = 0.3
"""What a word counts that only the statement's document says of itself."""


_MOST_PUT_RIGHT = 8
"""In a query of more words than this none is taken for a slip that is a word: that it has most of them will tell."""


class Question:
    """The terms of a query and what each of them finds. Each step takes the terms less strictly than the one before."""

    def __init__(self, store: Store, pieces: Sequence[Typed]) -> None:
        """Take what was typed; at least one piece."""
        self._store = store
        self._terms = store.vocabulary.read_all(pieces)
        self._found = [store.find(term) for term in self._terms]
        for at, some in enumerate(self._found):
            if not some:
                self._take(at, store.vocabulary.relax(self._terms[at]))
        for at, term in enumerate(self._terms):
            if term.near:
                holding = {word: weight for word, weight in term.near.items() if weight >= INSIDE}
                self._take(at, term.only(self._beside(at, term, self._found[at]) or holding or term.near))

    def _take(self, at: int, term: Term) -> None:
        if term != self._terms[at]:
            self._terms[at] = term
            self._found[at] = self._store.find(term)

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

    def more_marks(self) -> set[int]:
        """Return the statements that have every word, one of them with more marks than were typed."""
        return self._with_one(range(len(self._terms)), self._store.vocabulary.with_more_marks)

    def put_right(self) -> set[int]:
        """Return the statements that have every word that is anywhere; else with one of them taken for a slip."""
        known = [at for at, some in enumerate(self._found) if some]
        return in_all(self._found[at] for at in known) or self._with_one(known, self._store.vocabulary.relax)

    def _with_one(self, known: Sequence[int], loosen: Callable[[Term], Term]) -> set[int]:
        """Return the statements that have the terms in `known`, the one that finds most so being taken loosely.

        Only words that stand beside the term's neighbours somewhere are taken for it: any word is near some other.
        """
        best: set[int] = set()
        for place in known if len(known) <= _MOST_PUT_RIGHT else ():
            others = in_all(self._found[other] for other in known if other != place)
            looser = loosen(self._terms[place])
            if not others or looser == self._terms[place]:
                continue
            looser = looser.only(self._beside(place, looser, others))
            found = self._store.find(looser)
            numbers = others.intersection(found)
            if len(numbers) > len(best):
                best, at, term, answers = numbers, place, looser, found
        if best:
            self._terms[at], self._found[at] = term, answers
        return best

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

    def _beside(self, at: int, term: Term, numbers: Collection[int]) -> dict[str, float]:
        """Return the words near `term` that stand beside what comes before or after it in one of the statements."""
        lines = [self._store.lines[number] for number in numbers]
        supported: dict[str, float] = {}
        for word, weight in term.near.items():
            choice = Term(word, spell(word))
            runs = [[*self._terms[max(0, at - 1) : at], choice], [choice, *self._terms[at + 1 : at + 2]]]
            if any(any(map(together(run), lines)) for run in runs if len(run) > 1):
                supported[word] = weight
        return supported

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
