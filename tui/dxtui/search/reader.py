"""Asking the text index."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tantivy import Occur
from tantivy import Query as Asked

from dxtui.search.answer import Answer, Hit
from dxtui.search.clause import Clauses
from dxtui.search.dictionary import Dictionary
from dxtui.search.matcher import Matcher
from dxtui.search.plan import Plan, Planner
from dxtui.search.query import Query, parse
from dxtui.search.question import Question, slips
from dxtui.search.term import Term
from dxtui.search.textindex import LENGTH_BITS, open_index, payload_of
from dxtui.search.vocabulary import Vocabulary
from dxtui.search.words import WORD
from dxtui.search.writer import TextWriter

_LENGTH = (1 << LENGTH_BITS) - 1
_AVERAGE = 25
_SHORT = 0.04
"""The part of its score that an endless statement loses to a very short one: less than a mark does."""
_CHUNK = 500
_DEEPEST = 20_000
"""So many hits at most are offered to whom the caller accepts."""
_TOLD = 200

Texts = Callable[[Sequence[int]], Sequence[str]]
"""Gives the texts of the statements with the keys."""
Accept = Callable[[Sequence[int]], "set[int]"]
"""Gives those of the keys that the caller takes."""


class Searcher:
    """Finds statements by their words, in one state of an index until it is refreshed."""

    def __init__(self, source: Path | TextWriter, texts: Texts, names: "Searcher | None" = None) -> None:
        """Take an index on disk, or what a writer has in memory.

        `texts` gives the texts of statements. `names` is the index of what documents say of themselves: an odd key
        2n + 1 that answers a word means document n.

        Raises:
            BrokenIndex: there is no index that can be used.
        """
        self._index = source.index if isinstance(source, TextWriter) else open_index(source)
        self._texts = texts
        self._names = names
        self._look()

    def _look(self) -> None:
        self._dictionary = Dictionary(self._index)
        self._clauses = Clauses(self._dictionary)
        self._vocabulary = Vocabulary(self._dictionary, self._clauses)
        self._planner = Planner(self._dictionary, self._clauses)

    def refresh(self) -> None:
        """See what was committed since."""
        self._index.reload()
        self._look()

    @property
    def payload(self) -> str:
        """What the last commit said of itself, "" before the first."""
        return payload_of(self._index)

    @property
    def statements(self) -> int:
        """How many statements there are."""
        return self._dictionary.statements

    def answer(self, query: str | Query, limit: int = 1000, accept: Accept | None = None) -> Answer:
        """Return the statements that answer `query`, best first, `limit` at most. Never raises, whatever the query.

        Filters are not looked at: `accept` is asked, chunk by chunk, which of the hits hold. A query of filters alone
        has no hits.
        """
        asked = parse(query) if isinstance(query, str) else query
        if asked.wordless:
            return Answer((), Matcher(), asked, everything=asked.everything)
        questions = [
            Question(self._dictionary, self._vocabulary, self._planner, pieces, self._told)
            for pieces in asked.alternatives
        ]
        plans = [plan for plan in (question.plan() for question in questions) if plan is not None]
        terms = [term for question in questions for term in question.terms]
        if questions and not plans:
            missing = tuple(term.typed for term in terms)
            return Answer((), Matcher(terms), asked, missing=missing)
        return self._found(asked, plans, limit, accept)

    def _found(self, asked: Query, plans: Sequence[Plan], limit: int, accept: Accept | None) -> Answer:
        excluded = [self._vocabulary.read(piece) for piece in asked.excluded]
        matcher = Matcher(*[plan.terms for plan in plans])
        unwanted = [(Occur.MustNot, clause.must(1.0)) for clause in map(self._clauses.of, excluded) if clause.parts]
        hits: list[Hit] = []
        total, exact = 0, True
        if len(plans) == 1 and plans[0].together is not None:
            hits, total = self._search([plans[0].together], unwanted, limit)
            exact = False
        fixed = any(piece.fixed for pieces in asked.alternatives for piece in pieces)
        if len(hits) < limit or accept or fixed:
            queries = [plan.query for plan in plans] or [Asked.all_query()]
            hits, total = self._search(queries, unwanted, limit)
            exact = True
        del accept, fixed
        missing: tuple[str, ...] = ()
        corrected: tuple[tuple[str, str], ...] = ()
        if hits and plans:
            text = self._texts([hits[0].key])[0]
            corrected = slips(plans[0].terms, WORD.findall(text))
            if not all(plan.complete for plan in plans):
                missing = matcher.missing(text)
        return Answer(tuple(hits), matcher, asked, total, exact, missing=missing, corrected=corrected)

    def _search(
        self, queries: Sequence[Asked], unwanted: Sequence[tuple[Occur, Asked]], limit: int
    ) -> tuple[list[Hit], int]:
        """Return the best hits and how many there are."""
        query = queries[0] if len(queries) == 1 else Asked.disjunction_max_query(list(queries))
        if unwanted:
            query = Asked.boolean_query([(Occur.Must, query), *unwanted])
        found = self._dictionary.searcher.search(query, limit)
        keys = self._dictionary.searcher.fast_field_values("key", [address for _, address in found.hits])
        hits = []
        for (score, _), packed in zip(found.hits, keys, strict=True):
            if packed is not None:
                length = int(packed) & _LENGTH
                hits.append(Hit(int(packed) >> LENGTH_BITS, score * (1 - _SHORT * length / (length + _AVERAGE))))
        hits.sort(key=_rank)
        return hits, found.count or 0

    def _told(self, term: Term) -> Sequence[int]:
        """Return the documents that say `term` of themselves."""
        return self._names.documents(term) if self._names is not None else ()

    def documents(self, term: Term) -> list[int]:
        """Return, of an index of names, the documents that answer `term`."""
        clause = self._clauses.of(term)
        if not clause.parts:
            return []
        hits, _ = self._search([clause.must(1.0)], (), _TOLD)
        return [hit.key >> 1 for hit in hits if hit.key & 1]


def _rank(hit: Hit) -> tuple[float, int]:
    return -hit.score, hit.key
