"""Terms together as one question to the index, scored: what answers a query best comes first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tantivy import Occur, Query

from dxtui.search.clause import Clause, Clauses, worth
from dxtui.search.dictionary import Dictionary
from dxtui.search.term import Term

_DOCUMENT = 0.3
"""What a word counts that only the statement's document says of itself."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A question to the index that has an answer."""

    query: Query
    """The question, with its scores."""
    terms: tuple[Term, ...]
    """The terms it was made of, which find what matches in a text."""
    total: int
    """How many statements answer, those left out by -words among them."""
    together: Query | None = None
    """The same for those alone in which all words stand together, which are the best; None where it makes no difference."""
    complete: bool = True
    """Whether every hit has all the terms, in its text or in what its document says of itself."""


class Planner:
    """Makes plans for one state of an index."""

    def __init__(self, dictionary: Dictionary, clauses: Clauses) -> None:
        """Take the words of the index and what asks for them."""
        self._dictionary = dictionary
        self._clauses = clauses

    def count(self, query: Query) -> int:
        """Return how many statements answer."""
        return self._dictionary.searcher.search(query, 1, count=True).count or 0

    def stands(self, left: Term, right: Term) -> int:
        """Return about how many statements have `left` right before `right`, marks not looked at."""
        beside = self._clauses.beside(left, right)
        return beside[1] if beside else 0

    def stands_marked(self, left: Term, right: Term, marked: Term) -> int:
        """Return how many have `left` right before `right`, and `marked`, one of the two, with its marks."""
        beside = self._clauses.beside(left, right)
        clause = self._clauses.of(marked)
        if beside is None or not clause.parts:
            return 0
        return self.count(Query.boolean_query([(Occur.Must, beside[0]), (Occur.Must, clause.must(1.0))]))

    def all_of(self, terms: Sequence[Term]) -> Plan | None:
        """Return the plan for statements that have all `terms`, or None if there are none."""
        clauses = [self._clauses.of(term) for term in terms]
        if not clauses or not all(clause.parts for clause in clauses):
            return None
        worths = [self._worth(clause) for clause in clauses]
        pairs = self._pairs(terms)
        wanted = [(Occur.Must, clause.must(worth)) for clause, worth in zip(clauses, worths, strict=True)]
        extras = self._extras(clauses, worths)
        bonus = []
        for at, beside in enumerate(pairs):
            if beside is not None:
                bonus.append((Occur.Should, Query.const_score_query(beside, (worths[at] + worths[at + 1]) / 2)))
        everywhere = [query for query in pairs if query is not None]
        together = None
        if len(everywhere) == len(terms) - 1:
            if len(terms) > 2:
                run = Query.boolean_query([(Occur.Must, query) for query in everywhere])
                bonus.append((Occur.Should, Query.const_score_query(run, sum(worths) / 2)))
            if everywhere:
                must = [(Occur.Must, Query.const_score_query(query, 0.0)) for query in everywhere]
                together = Query.boolean_query([*must, *wanted, *extras, *bonus])
            elif terms[0].open and clauses[0].count > 0:
                exact = self._clauses.of(replace(terms[0], open=False))
                if exact.parts:
                    together = Query.boolean_query([(Occur.Must, exact.must(worths[0])), *extras])
        query = Query.boolean_query([*wanted, *extras, *bonus])
        if len(terms) == 1:
            return Plan(query, tuple(terms), clauses[0].count, together)
        total = self.count(Query.boolean_query(wanted)) if together is None or not self.count(together) else 1
        return Plan(query, tuple(terms), total, together) if total else None

    def _worth(self, clause: Clause) -> float:
        return worth(clause.count, self._dictionary.statements)

    def _pairs(self, terms: Sequence[Term]) -> list[Query | None]:
        found = (self._clauses.beside(left, right) for left, right in zip(terms, terms[1:], strict=False))
        return [beside and beside[0] for beside in found]

    def _extras(self, clauses: Sequence[Clause], worths: Sequence[float]) -> list[tuple[Occur, Query]]:
        return [extra for clause, worth in zip(clauses, worths, strict=True) for extra in clause.should(worth)]

    def most_of(self, terms: Sequence[Term]) -> Plan | None:
        """Return the plan for statements that have as many of `terms` as any has, or None if none has one."""
        clauses = [clause for clause in map(self._clauses.of, terms) if clause.parts]
        if not clauses:
            return None
        worths = [self._worth(clause) for clause in clauses]
        some = [(Occur.Should, clause.must(worth)) for clause, worth in zip(clauses, worths, strict=True)]
        few, many, total = 1, len(some), 0
        while few <= many:
            middle = (few + many + 1) // 2
            query = Query.boolean_query(some, minimum_number_should_match=middle)
            found = self.count(query)
            if found:
                best, total, few = query, found, middle + 1
            else:
                many = middle - 1
        if not total:
            return None
        bonus = [*self._extras(clauses, worths)]
        for at, beside in enumerate(self._pairs([clause.term for clause in clauses])):
            if beside is not None:
                bonus.append((Occur.Should, Query.const_score_query(beside, (worths[at] + worths[at + 1]) / 2)))
        return Plan(Query.boolean_query([(Occur.Must, best), *bonus]), tuple(terms), total, complete=False)

    def with_documents(self, terms: Sequence[Term], told: Sequence[Sequence[int]]) -> Plan | None:
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
                choices.append(Query.const_score_query(Query.boolean_query(some), value * _DOCUMENT))
            wanted.append((Occur.Must, Query.disjunction_max_query(choices)))
        wanted.append((Occur.Must, Query.const_score_query(Query.boolean_query(said), 0.0)))
        query = Query.boolean_query([*wanted, *self._extras(clauses, worths)])
        total = self.count(query)
        return Plan(query, tuple(terms), total) if total else None
