"""Terms together as one question to the index, scored: what answers a query best comes first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import prod
from operator import neg
from typing import NamedTuple, cast

from tantivy import Occur, Query

from dxtui.search.clause import SELDOM, Clause, Clauses, Part, best_of, scoring, worth
from dxtui.search.dictionary import Dictionary
from dxtui.search.hit import Hit, Places, hits_of
from dxtui.search.term import FOLDED, PREFIX, Term
from dxtui.search.wanted import step
from dxtui.search.weight import LENGTH_BITS, lacks

_DOCUMENT = 0.3
"""What a word counts that only the statement's document says of itself."""
_ANSWERS = 200_000
"""Words with more answers together are not all counted to see which statements have most of them: the rarest are,"""
_COUNTED = 3
"""these many at least."""
_FIRST = 4.0
"""So many times what comes first counts: more than words side by side do. Single precision keeps a power of two."""
_REMEMBERED = 2_000
"""Words beside each other of which it is remembered how often they stand so: the same come with each letter typed."""
_MOST_APART = 2
_LOOKED_UP = 10
"""So many times as long as going on by one takes it to look up one among many."""
_ALIKE = 4
"""So many times as often as by chance words stand in one statement, about."""
_MANY = 10
"""So many times more than are wanted are very many."""
_LESS = 3
"""A part of the answers is looked at by itself where it is so much smaller than all of them."""
_LENGTHS = 1 << LENGTH_BITS
_SPARE = 64
"""So many hits more than are wanted are looked at, so that those as good as the last one are put in order too."""


class Found(NamedTuple):
    """What a question to the index found."""

    hits: list[Hit]
    """Best first."""
    total: int
    """How many there are, or at least are where not `exact`."""
    exact: bool = True
    """Whether all were counted."""
    loose: bool = False
    """Whether they may have their words apart although not all were counted."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A question to the index that has an answer."""

    query: Query
    """The question, with its scores."""
    terms: tuple[Term, ...]
    """The terms it was made of, which find what matches in a text."""
    found: Found
    """Its answer, -words and filters not looked at."""
    complete: bool = True
    """Whether every hit has all the terms, in its text or in what its document says of itself."""


class Planner:
    """Makes plans for one state of an index."""

    def __init__(self, dictionary: Dictionary, clauses: Clauses, places: Places | None = None) -> None:
        """Take the words of the index, what asks for them, and the places of keys where the keys do not tell."""
        self._dictionary = dictionary
        self._clauses = clauses
        self._places = places
        self._marked: dict[tuple[object, ...], int] = {}

    def count(self, query: Query) -> int:
        """Return how many statements answer."""
        step()
        return self._dictionary.searcher.search(query, 1, count=True).count or 0  # type: ignore[attr-defined]

    def search(self, query: Query, limit: int) -> Found:
        """Return the best `limit` hits; a long statement comes a little after a short one as good."""
        step()
        searcher = self._dictionary.searcher
        found = searcher.search(query, limit + _SPARE, weight_by_field="weight")
        addresses = [address for _, address in found.hits]
        packed = cast("list[int]", searcher.fast_field_values("key", addresses))
        weights = cast("list[float]", searcher.fast_field_values("weight", addresses))
        keys = [key >> LENGTH_BITS for key in packed]
        scores = [score for score, _ in found.hits]
        lack = lacks(scores, weights, [key % _LENGTHS for key in packed])
        places = self._places(keys) if self._places is not None else keys
        hits = hits_of(sorted(zip(lack, map(neg, weights), places, keys, strict=True)))
        return Found(hits[:limit], found.count or 0)  # type: ignore[attr-defined]

    def stands(self, left: Term, right: Term) -> int:
        """Return about how many statements have `left` right before `right`, marks not looked at."""
        beside = self._clauses.beside(left, right)
        return beside[1] if beside else 0

    def stands_marked(self, left: Term, right: Term, *marked: Term) -> int:
        """Return how many have `left` right before `right`, and `marked`, one of the two or both, with their marks."""
        one = tuple(term.known for term in (left, right, *marked))
        known = None if None in one else self._marked.get(one)
        if known is not None:
            return known
        beside = self._clauses.beside(left, right)
        clauses = [self._clauses.of(term) for term in marked]
        if beside is None or not all(clause.parts for clause in clauses):
            return 0
        wanted = [beside[0], *(clause.must(1.0) for clause in clauses)]
        count = self.count(Query.boolean_query([(Occur.Must, query) for query in wanted]))
        if None not in one:
            if len(self._marked) >= _REMEMBERED:
                self._marked.clear()
            self._marked[one] = count
        return count

    def all_of(self, terms: Sequence[Term], limit: int) -> Plan | None:
        """Return the plan for statements that have all `terms`, or None if there are none.

        Those in which all words stand together are the best; where they are enough, the others are not looked for.
        """
        clauses = [self._clauses.of(term) for term in terms]
        if not clauses or not all(clause.parts for clause in clauses):
            return None
        worths = [self._worth(clause) for clause in clauses]
        pairs, together = self._pairs(terms)
        query = self._whole(clauses, worths, pairs)
        if len(clauses) == 1:
            found = self._best_alone(clauses[0], worths[0], limit)
        else:
            found = self._best_together(terms, worths, pairs, together, limit)
            found = found or self._partly_together(query, clauses, pairs, limit)
        if found is not None:
            return Plan(query, tuple(terms), found)
        found = self.search(query, limit)
        return Plan(query, tuple(terms), found) if found.total else None

    def _whole(self, clauses: Sequence[Clause], worths: Sequence[float], pairs: Sequence[Part | None]) -> Query:
        """Return the question for statements that answer all clauses, with all that adds to their scores.

        It is put so that the index skips what it can: what is common in a clause is asked for apart from the rest of
        it where another clause is rare, and what adds to the score is looked up one by one where few answer.
        """
        counts = [clause.count for clause in clauses]
        apart = [at for at in self._apart(clauses) if min(counts[:at] + counts[at + 1 :]) * SELDOM < counts[at]]
        ways: list[list[tuple[Occur, Query]]] = [[]]
        for at, (clause, value) in enumerate(zip(clauses, worths, strict=True)):
            common = clause.common if at in apart else None
            rest = [part for part in clause.parts if part is not common]
            choices = [[common], rest] if common is not None else [rest]
            ways = [[*way, (Occur.Must, best_of(choice, value))] for way in ways for choice in choices]
        wanted = [Query.boolean_query(way) for way in ways]
        query = wanted[0] if len(wanted) == 1 else Query.disjunction_max_query(wanted)
        adding = [*self._extras(clauses, worths), *self._bonus(pairs, worths)]
        looked_up = sum(part.many for clause in clauses for part in clause.extras)
        looked_up += sum(2 * pair.many for pair in pairs if pair is not None)
        if self._likely(counts) * len(adding) * _LOOKED_UP < looked_up:
            for one in adding:
                query = Query.boolean_query([(Occur.Must, query), one])
            return query
        return Query.boolean_query([(Occur.Must, query), *adding])

    def _apart(self, clauses: Sequence[Clause]) -> list[int]:
        """Return the places of the clauses with the most common parts, two at most: each doubles the questions."""
        common = [(clause.common.many, at) for at, clause in enumerate(clauses) if clause.common is not None]
        return [at for _, at in sorted(common, reverse=True)[:_MOST_APART]] if len(clauses) > 1 else []

    def _likely(self, counts: Sequence[int]) -> float:
        """Return about how many statements have all of what so many have each: more than by chance."""
        statements = max(self._dictionary.statements, 1)
        return min(float(min(counts)), _ALIKE * statements * prod(count / statements for count in counts))

    def _best_alone(self, clause: Clause, worth: float, limit: int) -> Found | None:
        """Return the best hits of a single term where there are very many; None where all had better be looked at."""
        for stricter in self._clauses.as_typed(clause.term):
            if stricter.count >= limit:
                found = self._best_of([(Occur.Must, stricter.must(worth))], [stricter], [worth], stricter.count, limit)
                if found is not None:
                    return found._replace(total=max(found.total, *(part.many for part in stricter.parts)))
        return self._shortest([(Occur.Must, clause.must(worth))], [clause], [worth], clause.count, limit)

    def _best_together(
        self, terms: Sequence[Term], worths: Sequence[float], pairs: Sequence[Part | None], together: int, limit: int
    ) -> Found | None:
        """Return the best hits among those in which all words stand together; None where these are too few.

        Where the last word is not finished, those first in which it is.
        """
        if together >= limit:
            last = terms[-1]
            if last.open and last.word is not None:
                finished = [*terms[:-1], replace(last, open=False)]
                closed, many = self._pairs(finished)
                if many >= _MANY * limit:
                    found = self._standing(finished, worths, closed, many, limit)
                    if found is not None:
                        return found
            return self._standing(terms, worths, pairs, together, limit)
        return None

    def _partly_together(
        self, query: Query, clauses: Sequence[Clause], pairs: Sequence[Part | None], limit: int
    ) -> Found | None:
        """Return the best hits among those in which two words at least stand together; None where these are too few."""
        some = [pair for pair in pairs if pair is not None]
        likely = 0.0
        for at, pair in enumerate(pairs):
            others = [clause.count for clause in (*clauses[:at], *clauses[at + 2 :])]
            likely += self._likely([pair.many, *others]) if pair is not None else 0.0
        if len(clauses) == 2 or likely < _MANY * limit:
            return None
        narrowed = Query.boolean_query([(Occur.Must, query), (Occur.Must, scoring(_one_of(some), 0.0))])
        found = self.search(narrowed, limit)
        return found._replace(exact=False, loose=True) if len(found.hits) >= limit else None

    def _standing(
        self, terms: Sequence[Term], worths: Sequence[float], pairs: Sequence[Part | None], many: int, limit: int
    ) -> Found | None:
        """Return the best hits among those in which all `terms` stand together, at most `many`."""
        together = [pair.query for pair in pairs if pair is not None]
        if len(together) < len(terms) - 1:
            return None
        clauses = [self._clauses.of(term) for term in terms]
        if not all(clause.parts for clause in clauses):
            return None
        # That a pair is there says that its words are, but for their marks; so it scores as they do together.
        score = sum(worths[at] + worths[at + 1] for at in range(len(pairs))) / 2
        score += sum(worths) / 2 if len(clauses) > 2 else 0.0
        with_marks: list[tuple[Occur, Query]] = []
        for clause, value in zip(clauses, worths, strict=True):
            if clause.term.plain:
                score += value * (PREFIX if clause.term.open else FOLDED)
            else:
                with_marks.append((Occur.Must, clause.must(value)))
        scored = map(scoring, together, [score, *[0.0] * (len(together) - 1)])
        wanted = [*((Occur.Must, query) for query in scored), *with_marks]
        return self._best_of(wanted, clauses, worths, many, limit)

    def _best_of(
        self,
        wanted: Sequence[tuple[Occur, Query]],
        clauses: Sequence[Clause],
        worths: Sequence[float],
        many: int,
        limit: int,
    ) -> Found | None:
        """Return the best hits of what is wanted, if they are `limit`."""
        found = self._shortest(wanted, clauses, worths, many, limit)
        if found is None:
            found = self.search(Query.boolean_query([*wanted, *self._extras(clauses, worths)]), limit)
        return found._replace(exact=False) if len(found.hits) >= limit else None

    def _shortest(
        self,
        wanted: Sequence[tuple[Occur, Query]],
        clauses: Sequence[Clause],
        worths: Sequence[float],
        many: int,
        limit: int,
    ) -> Found | None:
        """Return the best hits of what is wanted, about `many` statements: the shortest and the better ones.

        Of those that answer as well the shorter come first, so the others are not looked at. None where not enough are
        short, or too many are better than others.
        """
        if many < _MANY * limit:
            return None
        short = self._clauses.short(many, limit)
        better = [part for clause in clauses for part in clause.better]
        if short is None or _LESS * (short.many + sum(part.many for part in better)) > many:
            return None
        one_of = _one_of([short, *better])
        query = Query.boolean_query([*wanted, (Occur.Must, scoring(one_of, 0.0)), *self._extras(clauses, worths)])
        found = self.search(query, limit)
        return found._replace(exact=False) if len(found.hits) >= limit else None

    def _bonus(self, pairs: Sequence[Part | None], worths: Sequence[float]) -> list[tuple[Occur, Query]]:
        """Return what adds to the score where words stand together: half of both, and of all where all do."""
        bonus = [
            (Occur.Should, scoring(pair.query, (worths[at] + worths[at + 1]) / 2))
            for at, pair in enumerate(pairs)
            if pair is not None
        ]
        if 1 < len(pairs) == len(bonus):
            run = Query.boolean_query([(Occur.Must, pair.query) for pair in pairs if pair is not None])
            bonus.append((Occur.Should, scoring(run, sum(worths) / 2)))
        return bonus

    def _worth(self, clause: Clause) -> float:
        return worth(clause.count, self._dictionary.statements)

    def _pairs(self, terms: Sequence[Term]) -> tuple[list[Part | None], int]:
        """Return what asks for each term right before the next, and how many may have all those at most."""
        found = [self._clauses.beside(left, right) for left, right in pairwise(terms)]
        most = min((beside[1] if beside else 0 for beside in found), default=self._dictionary.statements)
        return [Part(beside[0], 0.0, beside[1]) if beside else None for beside in found], most

    def _extras(self, clauses: Sequence[Clause], worths: Sequence[float]) -> list[tuple[Occur, Query]]:
        return [extra for clause, worth in zip(clauses, worths, strict=True) for extra in clause.should(worth)]

    def before(self, first: Plan, second: Plan, limit: int) -> Plan:
        """Return the plan for what `first` finds, and below that what `second` does, which takes the terms looser."""
        query = Query.disjunction_max_query([Query.boost_query(first.query, _FIRST), second.query])
        return replace(second, query=query, found=self.search(query, limit))

    def most_of(self, terms: Sequence[Term], limit: int) -> Plan | None:
        """Return the plan for statements that have as many of `terms` as any has, or None if none has one.

        The dates of documents do not count: what a statement lacks is told.
        """
        terms = [replace(term, dated="") for term in terms]
        clauses = [clause for clause in map(self._clauses.of, terms) if clause.parts]
        if not clauses:
            return None
        worths = [self._worth(clause) for clause in clauses]
        asked = {id(clause) for clause in _rarest(clauses)}
        scored = [(clause, clause.must(value)) for clause, value in zip(clauses, worths, strict=True)]
        some = [(Occur.Should, query) for clause, query in scored if id(clause) in asked]
        rest = [(Occur.Should, query) for clause, query in scored if id(clause) not in asked]
        few, many = 1, len(some)
        best: Query | None = None
        while few <= many:
            middle = (few + many + 1) // 2
            query = Query.boolean_query(some, minimum_number_should_match=middle)
            if self.count(query):
                best, few = query, middle + 1
            else:
                many = middle - 1
        if best is None:
            return None
        bonus = self._bonus(self._pairs([clause.term for clause in clauses])[0], worths)
        query = Query.boolean_query([(Occur.Must, best), *rest, *self._extras(clauses, worths), *bonus])
        return Plan(query, tuple(terms), self.search(query, limit), complete=False)

    def with_documents(self, terms: Sequence[Term], told: Sequence[Sequence[int]], limit: int) -> Plan | None:
        """Return the plan for statements that have one of `terms` at least and whose documents say the others.

        `told` are the documents that say each of them of themselves.
        """
        clauses = [self._clauses.of(term) for term in terms]
        if not any(told) or not all(clause.parts or some for clause, some in zip(clauses, told, strict=True)):
            return None
        wanted: list[tuple[Occur, Query]] = []
        said: list[tuple[Occur, Query]] = []
        worths = [self._worth(clause) for clause in clauses]
        for clause, value, documents in zip(clauses, worths, told, strict=True):
            choices = [clause.must(value)] if clause.parts else []
            said.extend((Occur.Should, query) for query in choices)
            if documents:
                schema = self._dictionary.schema
                some = [(Occur.Should, Query.term_query(schema, "document", number)) for number in documents]
                choices.append(scoring(Query.boolean_query(some), value * _DOCUMENT))
            wanted.append((Occur.Must, Query.disjunction_max_query(choices)))
        wanted.append((Occur.Must, scoring(Query.boolean_query(said), 0.0)))
        query = Query.boolean_query([*wanted, *self._extras(clauses, worths)])
        found = self.search(query, limit)
        return Plan(query, tuple(terms), found) if found.total else None


def _one_of(parts: Sequence[Part]) -> Query:
    """Return the question for statements that answer one of `parts`."""
    if len(parts) == 1:
        return parts[0].query
    return Query.boolean_query([(Occur.Should, part.query) for part in parts])


def _rarest(clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses that most answers are counted by: all, or the rarest where there are very many answers."""
    rarest: list[Clause] = []
    total = 0
    for clause in sorted(clauses, key=lambda clause: clause.count):
        total += clause.count
        if len(rarest) >= _COUNTED and total > _ANSWERS:
            break
        rarest.append(clause)
    return rarest
