"""Words on their way to their answer: from what was asked strictly to what may have been meant."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from dxtui.search.beside import Beside
from dxtui.search.dictionary import Dictionary
from dxtui.search.hit import Hit
from dxtui.search.plan import Plan, Planner
from dxtui.search.query import Typed
from dxtui.search.term import INSIDE, PREFIX, Marks, Term
from dxtui.search.vocabulary import Vocabulary
from dxtui.search.words import is_syllable, spell

_MOST_PUT_RIGHT = 8
"""In a query of more words than this none is taken for a slip that is a word: that it has most of them will tell."""
_SELDOM = 0.05
"""A word that stands beside its neighbours so much more seldom than another is not what a slip meant."""
_FEW = 50
"""Where more statements have all words with the marks they were typed with, those marks are meant."""
_SURER = 20
"""Other marks than were typed are meant only where they find so many times as much."""
_DOUBTED = 5
"""Where marks as typed stand so many times less often beside a neighbour than others do, those are shown too."""
_LOOKED_AT = 12
"""So many words at most are looked at with the marks of their neighbours."""

Told = Callable[[Term], Sequence[int]]
"""Gives the documents whose title, publisher, author or place answers a term."""
Stand = Callable[[Sequence[Term], Sequence[Hit]], bool]
"""Tells whether terms stand side by side in the text of one of some hits."""


class Question:
    """The terms of a query. Each step takes them less strictly than the one before."""

    def __init__(
        self,
        dictionary: Dictionary,
        vocabulary: Vocabulary,
        planner: Planner,
        pieces: Sequence[Typed],
        told: Told,
        stand: Stand,
    ) -> None:
        """Take what was typed; at least one piece."""
        self._dictionary = dictionary
        self._vocabulary = vocabulary
        self._planner = planner
        self._told = told
        self._stand = stand
        self._terms = vocabulary.read_all(pieces)
        for at, term in enumerate(self._terms):
            if not vocabulary.has(term):
                self._terms[at] = vocabulary.relax(term)
        for at, term in enumerate(self._terms):
            if term.near:
                self._terms[at] = self._supported(at, term)

    def _supported(self, at: int, term: Term) -> Term:
        """Return a term that is taken for another word with those that its neighbours speak for, or that hold it.

        A word with marks was typed with care, and what can be a syllable is one: without such support it is not there.
        """
        holding = {word: weight for word, weight in term.near.items() if weight >= INSIDE}
        near = self._beside(at, term) or holding
        alone = len(self._terms) == 1
        if near or term.word is None:
            return term.only(near or term.near)
        if not term.word.marked:
            return term.only({}) if is_syllable(term.word.folded) else term
        if alone:
            return term
        same = self._beside(at, term.only({term.word.folded: INSIDE}))
        return term.only({}) if same else replace(term, near={}, marks=Marks.ALL)

    @property
    def terms(self) -> tuple[Term, ...]:
        """What the pieces are taken for."""
        return tuple(self._terms)

    def plan(self, limit: int) -> Plan | None:
        """Return what finds the statements that have all words, or else what may have been meant; None if nothing does.

        Words that stand together with other marks only are taken with those. Where no statement has all words, one may
        have more marks than were typed; then the words that a document says of itself count; then one word may be a
        slip; at last those that have most words are taken.
        """
        known = [term for term in self._terms if self._vocabulary.has(term)]
        strict = self._planner.all_of(self._terms, limit) if len(known) == len(self._terms) else None
        return (
            self._with_other_marks(strict, limit)
            or strict
            or self._with_one(self._terms, self._vocabulary.with_more_marks, limit)
            or self._by_document(limit)
            or (self._incomplete(known, limit) if len(known) < len(self._terms) else None)
            or self._with_one(known, self._vocabulary.relax, limit)
            or self._planner.most_of(self._terms, limit)
        )

    def _with_other_marks(self, strict: Plan | None, limit: int) -> Plan | None:
        """Return the plan with other marks for the words that need them to stand beside a neighbour.

        Where they may stand there as typed, but hardly ever, what `strict` finds comes before what other marks find.
        None where they need not, or where that finds not so many times more than `strict` that it must be meant.
        """
        few = strict.found.total if strict is not None else 0
        if not 1 < len(self._terms) <= _MOST_PUT_RIGHT or few > _FEW or (strict is not None and not strict.found.exact):
            return None
        beside = [self._planner.stands(left, right) for left, right in pairwise(self._terms)]
        often = [count if count > _SURER * few else 0 for count in beside]
        terms = Beside(self._terms, often, self._planner.stands_marked)
        terms.put_right(self._vocabulary.with_more_marks)
        terms.put_right(partial(replace, marks=Marks.ANY))
        if not terms.changed:
            return self._below(strict, beside, limit) if strict is not None else None
        plan = self._planner.all_of(terms.terms, limit)
        return plan if plan is not None and plan.found.total > _SURER * few else None

    def _below(self, strict: Plan, beside: Sequence[int], limit: int) -> Plan | None:
        """Return the plan for what `strict` finds and below it what other marks find, beside their neighbours.

        None where what was typed stands together in a text, so that it is meant, or other marks find hardly more.
        """
        least = _DOUBTED * strict.found.total
        often = [count if count > least else 0 for count in beside]
        terms = Beside(self._terms, often, self._planner.stands_marked)
        if not terms.doubt(_DOUBTED, partial(replace, marks=Marks.ANY)) or self._stand(self._terms, strict.found.hits):
            return None
        plan = self._planner.all_of(terms.terms, limit)
        return self._planner.before(strict, plan, limit) if plan is not None and plan.found.total > least else None

    def _incomplete(self, known: Sequence[Term], limit: int) -> Plan | None:
        plan = self._planner.all_of(known, limit)
        return plan and replace(plan, terms=self.terms, complete=False)

    def _by_document(self, limit: int) -> Plan | None:
        if not any(map(self._vocabulary.has, self._terms)):
            return None
        return self._planner.with_documents(self._terms, [self._told(term) for term in self._terms], limit)

    def _with_one(self, terms: Sequence[Term], loosen: Callable[[Term], Term], limit: int) -> Plan | None:
        """Return the plan for all of `terms`, the one that finds most so being taken loosely.

        Only words that stand beside the term's neighbours somewhere are taken for it: any word is near some other.
        """
        best: Plan | None = None
        for at, term in enumerate(terms if 1 < len(terms) <= _MOST_PUT_RIGHT else ()):
            place = self._terms.index(term)
            looser = loosen(term)
            if looser == term:
                continue
            if looser.near:
                looser = looser.only(self._beside(place, self._nearer(looser)))
            plan = self._planner.all_of([*terms[:at], looser, *terms[at + 1 :]], limit)
            if plan is not None and (best is None or plan.found.total > best.found.total):
                all_terms = (*self._terms[:place], looser, *self._terms[place + 1 :])
                best = replace(plan, terms=all_terms, complete=len(terms) == len(self._terms))
        return best

    def _nearer(self, term: Term) -> Term:
        """Return a term without the words of as many letters as its own, where that is a syllable that there is.

        Such a word is another one; what was meant has its letters in another order, or one more or less.
        """
        word = term.word
        if word is None or not is_syllable(word.folded) or not self._dictionary.has(word.folded):
            return term
        letters = sorted(word.folded)
        return term.only(
            {
                near: weight
                for near, weight in term.near.items()
                if len(near) != len(word.folded) or sorted(near) == letters
            }
        )

    def _beside(self, at: int, term: Term) -> dict[str, float]:
        """Return the words near `term` that stand beside what comes before or after it, and not too seldom."""
        neighbours = [(self._terms[at - 1], True)] if at else []
        neighbours += [(other, False) for other in self._terms[at + 1 : at + 2]]
        counts: dict[str, int] = {}
        for word in term.near:
            choice = Term(word, spell(word))
            count = max(
                (
                    self._planner.stands(*((other, choice) if before else (choice, other)))
                    for other, before in neighbours
                ),
                default=0,
            )
            if count:
                counts[word] = count
        most = max(counts.values(), default=0)
        often = [word for word, count in counts.items() if count > most * _SELDOM]
        if any(other.word is not None and other.word.marked for other, _ in neighbours):
            often = sorted(often, key=counts.__getitem__, reverse=True)[:_LOOKED_AT]
            often = [word for word in often if any(self._with_marks(word, *neighbour) for neighbour in neighbours)]
        return {word: term.near[word] for word in often}

    def _with_marks(self, word: str, neighbour: Term, before: bool) -> bool:
        """Whether `word` stands beside `neighbour` where that has the marks it was typed with."""
        choice = Term(word, spell(word))
        pair = (neighbour, choice) if before else (choice, neighbour)
        return self._planner.stands_marked(*pair, neighbour) > 0


def slips(terms: Sequence[Term], words: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the terms that `words`, a statement's, answer by other words than were typed, with those words."""
    corrected = []
    for term in terms:
        if term.near or term.marks is not Marks.ALL:
            weight, word = max(((term.grade(spell(word))[0], word.lower()) for word in words), default=(0.0, ""))
            if 0 < weight < PREFIX:
                corrected.append((term.typed, word))
    return tuple(corrected)
