"""Asking the text index."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tantivy import Occur
from tantivy import Query as Asked

from dxtui.search.answer import Answer
from dxtui.search.clause import Clauses
from dxtui.search.dictionary import Dictionary
from dxtui.search.hit import Hit
from dxtui.search.matcher import Matcher
from dxtui.search.plan import Found, Plan, Planner
from dxtui.search.query import Query, parse
from dxtui.search.question import Question, slips
from dxtui.search.term import Term
from dxtui.search.textindex import PAYLOAD_WORD, open_index, payload_of
from dxtui.search.vocabulary import Vocabulary
from dxtui.search.words import WORD
from dxtui.search.writer import TextWriter

_FEWEST = 200
"""So many hits are put in order, however few are asked for: the index itself does not mind how long a statement is."""
_CHUNK = 500
_DEEP = 4_000
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
            BrokenIndexError: there is no index that can be used.
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

    def warm(self) -> None:
        """Look up what the first slip would need, for a thread that has nothing else to do. May take 0.3 s."""
        self._vocabulary.nearest("ab")

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
        plans = [plan for plan in (question.plan(max(limit, _FEWEST)) for question in questions) if plan is not None]
        terms = [term for question in questions for term in question.terms]
        if questions and not plans:
            missing = tuple(term.typed for term in terms)
            offers = ((word, self._vocabulary.nearest(word)) for word in dict.fromkeys(missing))
            nearest = tuple((word, near) for word, near in offers if near)
            return Answer((), Matcher(terms), asked, missing=missing, nearest=nearest)
        return self._found(asked, plans, limit, accept)

    def _found(self, asked: Query, plans: Sequence[Plan], limit: int, accept: Accept | None) -> Answer:
        excluded = [self._vocabulary.read(piece) for piece in asked.excluded]
        matcher = Matcher(*[plan.terms for plan in plans])
        unwanted = [(Occur.MustNot, clause.must(1.0)) for clause in map(self._clauses.of, excluded) if clause.parts]
        quoted = [piece for pieces in asked.alternatives for piece in pieces if piece.fixed and len(piece.words) > 1]
        tests = [accept] if accept is not None else []
        if quoted:
            tests.insert(0, self._quoting(matcher))
        queries = [plan.query for plan in plans]
        if not queries:
            queries = [Asked.all_query()]
            unwanted.append((Occur.MustNot, Asked.term_query(self._index.schema, "folded", PAYLOAD_WORD, "basic")))
        hits: list[Hit] = []
        total, exact = 0, True
        if tests:
            hits, total, exact = self._accepted(queries, unwanted, limit, tests)
        elif len(plans) == 1 and not unwanted:
            hits, total, exact = plans[0].found
        else:
            hits, total, exact = self._search(queries, unwanted, max(limit, _FEWEST))
        missing: tuple[str, ...] = ()
        corrected: tuple[tuple[str, str], ...] = ()
        if hits and plans:
            text = self._texts([hits[0].key])[0]
            corrected = slips(plans[0].terms, WORD.findall(text))
            if not all(plan.complete for plan in plans):
                missing = matcher.missing(text)
        return Answer(tuple(hits[:limit]), matcher, asked, total, exact, missing=missing, corrected=corrected)

    def _quoting(self, matcher: Matcher) -> Accept:
        """Return the test for the words in quotation marks standing together in the text, marks and all."""

        def quoting(keys: Sequence[int]) -> set[int]:
            texts = self._texts(keys)
            return {key for key, text in zip(keys, texts, strict=True) if matcher.quotes(text)}

        return quoting

    def _accepted(
        self, queries: Sequence[Asked], unwanted: Sequence[tuple[Occur, Asked]], limit: int, tests: Sequence[Accept]
    ) -> tuple[list[Hit], int, bool]:
        """Return the best hits that pass all `tests`, how many passed, and whether all were looked at."""
        taken: list[Hit] = []
        done = 0
        for deep in (_CHUNK, _DEEP, _DEEPEST):
            hits, total, _ = self._search(queries, unwanted, deep)
            for start in range(done, len(hits), _CHUNK):
                chunk = hits[start : start + _CHUNK]
                keys = {hit.key for hit in chunk}
                for test in tests:
                    keys = keys & test(sorted(keys)) if keys else keys
                taken.extend(hit for hit in chunk if hit.key in keys)
                done = start + len(chunk)
                if len(taken) >= limit:
                    return taken[:limit], len(taken), done == total and len(taken) == limit
            if len(hits) == total:
                return taken, len(taken), True
        return taken, len(taken), False

    def _search(self, queries: Sequence[Asked], unwanted: Sequence[tuple[Occur, Asked]], limit: int) -> Found:
        """Return the best hits of any of the questions, without what is unwanted."""
        query = queries[0] if len(queries) == 1 else Asked.disjunction_max_query(list(queries))
        if unwanted:
            query = Asked.boolean_query([(Occur.Must, query), *unwanted])
        return self._planner.search(query, limit)

    def _told(self, term: Term) -> Sequence[int]:
        """Return the documents that say `term` of themselves."""
        return self._names.documents(term) if self._names is not None else ()

    def documents(self, term: Term) -> list[int]:
        """Return, of an index of names, the documents that answer `term`."""
        clause = self._clauses.of(term)
        if not clause.parts:
            return []
        hits = self._planner.search(clause.must(1.0), _TOLD).hits
        return [hit.key >> 1 for hit in hits if hit.key & 1]
