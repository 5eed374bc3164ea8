"""Asking the text index."""

from collections.abc import Callable, Sequence
from pathlib import Path

import tantivy
from tantivy import Occur
from tantivy import Query as Asked

from dxtui.search.answer import Answer
from dxtui.search.clause import Clauses, Dated
from dxtui.search.dictionary import Dictionary
from dxtui.search.having import Having, narrowed
from dxtui.search.hit import Hit, Places
from dxtui.search.matcher import Matcher
from dxtui.search.plan import Found, Plan, Planner
from dxtui.search.query import Query, Typed, parse
from dxtui.search.question import Question, Stand, Told, slips
from dxtui.search.term import Marks, Term
from dxtui.search.textindex import PAYLOAD_WORD, open_index, payload_of
from dxtui.search.vocabulary import Vocabulary
from dxtui.search.words import WORD
from dxtui.search.writer import TextWriter

_FEWEST = 200
"""So many hits are put in order, however few are asked for: the index itself does not mind how long a statement is."""
_PAGE = 32
"""So many hits are looked at in their texts: as many as a list shows at once."""
_NEAR = 0.04
"""The part that is added to a score for words side by side: less than a mark does."""
_CHUNK = 500
_DEEP = 4_000
_DEEPEST = 20_000
"""So many hits at most are offered to whom the caller accepts, unless more are asked for than a list shows;"""
_ALL = 1 << 24
"""then so many."""
_TOLD = 200

Texts = Callable[[Sequence[int]], Sequence[str]]
"""Gives the texts of the statements with the keys."""
Accept = Callable[[Sequence[int]], "set[int]"]
"""Gives those of the keys that the caller takes."""


class Searcher:
    """Finds statements by their words, in one state of an index until it is refreshed."""

    def __init__(
        self,
        source: Path | TextWriter,
        texts: Texts,
        names: "Searcher | None" = None,
        places: Places | None = None,
        dropped: bool = False,
        dated: Dated | None = None,
    ) -> None:
        """Take an index on disk, or what a writer has in memory.

        `texts` gives the texts of statements. `names` is the index of what documents say of themselves: an odd key
        2n + 1 that answers a word means document n. `places` is needed where keys are not in the order of the texts,
        `dropped` tells that statements were dropped since the index was made. `dated` gives the documents of a year,
        which answer that year among other words.

        Raises:
            BrokenIndexError: there is no index that can be used.
        """
        self._index = source.index if isinstance(source, TextWriter) else open_index(source)
        self._texts = texts
        self._names = names
        self._places = places
        self._dropped = dropped
        self._dated = dated
        self._state = _State(self._index, places, dropped, dated)

    def refresh(self) -> None:
        """See what was committed since. Answers that are being made keep the state they began with."""
        self._index.reload()
        self._state = _State(self._index, self._places, self._dropped, self._dated)

    @property
    def payload(self) -> str:
        """What the last commit said of itself, "" before the first."""
        return payload_of(self._index)

    @property
    def statements(self) -> int:
        """How many statements there are."""
        return self._state.dictionary.statements

    def answer(
        self, query: str | Query, limit: int = 1000, accept: Accept | None = None, having: Sequence[Having] = ()
    ) -> Answer:
        """Return the statements that answer `query`, best first, `limit` at most. Never raises, whatever the query.

        Filters are not looked at: `accept` is asked, chunk by chunk, which of the hits hold. A query of filters alone
        has no hits. What it accepts has one of each of `having`, which spares offering it others.
        """
        asked = parse(query) if isinstance(query, str) else query
        if asked.wordless:
            return Answer((), Matcher(), asked, everything=asked.everything)
        state = self._state
        deep = max(limit, _FEWEST)
        questions = [state.question(pieces, self._told, self._stand) for pieces in asked.alternatives]
        tried = [question.plan(deep) for question in questions]
        plans = [plan for plan in tried if plan is not None]
        taken = (
            plan.terms if plan is not None else question.terms for plan, question in zip(tried, questions, strict=True)
        )
        matcher = Matcher(*taken)
        if questions and not plans:
            missing = tuple(term.typed for question in questions for term in question.terms)
            return Answer((), matcher, asked, missing=missing, nearest=state.offers(missing))
        quoted = [piece.text for pieces in asked.alternatives for piece in pieces if piece.fixed]
        tests = ([self._quoting(matcher)] if quoted else []) + ([accept] if accept is not None else [])
        asking = _Asking(state, plans, asked.excluded, having)
        found = asking.accepted(limit, tests) if tests else asking.best(deep)
        if (found.exact or found.loose) and any(len(plan.terms) > 1 for plan in plans):
            found = self._near_first(matcher, found)
        missing, corrected = self._said(plans, matcher, found.hits[:1])
        absent = {term.typed for question in questions for term in question.terms if not state.vocabulary.has(term)}
        nearest = state.offers([word for word in missing if word in absent])
        if quoted and not found.hits and accept is None:
            missing = tuple(quoted)
        hits = tuple(found.hits[:limit])
        return Answer(
            hits, matcher, asked, found.total, found.exact, missing=missing, corrected=corrected, nearest=nearest
        )

    def named(self, answer: Answer, limit: int) -> tuple[Hit, ...]:
        """Return the texts of this index that have all terms of an answer of another, as that took them, best first.

        Nothing is taken less strictly here: () where no text has them all.
        """
        planner = self._state.planner
        plans = (planner.all_of(terms, limit) for terms in answer.matcher.alternatives)
        best: dict[int, Hit] = {}
        for plan in plans:
            for hit in plan.found.hits if plan is not None else ():
                best[hit.key] = min(hit, best.get(hit.key, hit))
        return tuple(sorted(best.values())[:limit])

    def _near_first(self, matcher: Matcher, found: Found) -> Found:
        """Return the hits, the first of them sorted by nearness too: the index itself knows neighbours only."""
        first = found.hits[:_PAGE]
        texts = self._texts([hit.key for hit in first])
        pairs = zip(first, texts, strict=True)
        first = [hit._replace(lack=hit.lack * (1 + _NEAR * matcher.nearness(text))) for hit, text in pairs]
        return found._replace(hits=[*sorted(first), *found.hits[_PAGE:]])

    def _said(
        self, plans: Sequence[Plan], matcher: Matcher, best: Sequence[Hit]
    ) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """Return what the best hit does without, and what was put right in it. Its text is read only if need be."""
        whole = all(plan.complete for plan in plans)
        loose = any(term.near or term.marks is not Marks.ALL for plan in plans for term in plan.terms)
        if not best or not plans or (whole and not loose):
            return (), ()
        text = self._texts([best[0].key])[0]
        return () if whole else matcher.missing(text), slips(plans[0].terms, WORD.findall(text))

    def _quoting(self, matcher: Matcher) -> Accept:
        """Return the test for the words in quotation marks standing together in the text, marks and all."""

        def quoting(keys: Sequence[int]) -> set[int]:
            texts = self._texts(keys)
            return {key for key, text in zip(keys, texts, strict=True) if matcher.quotes(text)}

        return quoting

    def _stand(self, terms: Sequence[Term], hits: Sequence[Hit]) -> bool:
        """Whether all `terms` stand side by side in the text of one of the first hits."""
        matcher = Matcher(terms)
        return any(matcher.nearness(text) == 1.0 for text in self._texts([hit.key for hit in hits[:_PAGE]]))

    def _told(self, term: Term) -> Sequence[int]:
        """Return the documents that say `term` of themselves."""
        return self._names.documents(term) if self._names is not None else ()

    def documents(self, term: Term) -> list[int]:
        """Return, of an index of names, the documents that answer `term`."""
        clause = self._state.clauses.of(term)
        if not clause.parts:
            return []
        hits = self._state.planner.search(clause.must(1.0), _TOLD).hits
        return [hit.key >> 1 for hit in hits if hit.key & 1]


class _State:
    """What is known of one state of an index."""

    def __init__(self, index: tantivy.Index, places: Places | None, dropped: bool, dated: Dated | None) -> None:
        self.dictionary = Dictionary(index, dropped)
        self.clauses = Clauses(self.dictionary, dated)
        self.vocabulary = Vocabulary(self.dictionary, self.clauses)
        self.planner = Planner(self.dictionary, self.clauses, places)

    def question(self, pieces: Sequence[Typed], told: Told, stand: Stand) -> Question:
        """Return the question that the pieces of an alternative are."""
        return Question(self.dictionary, self.vocabulary, self.planner, pieces, told, stand)

    def offers(self, words: Sequence[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return those of the words that others come near to, each with these."""
        offers = ((word, self.vocabulary.nearest(word)) for word in dict.fromkeys(words))
        return tuple((word, near) for word, near in offers if near)


class _Asking:
    """The plans of the alternatives of a query, and what it leaves out."""

    def __init__(
        self, state: _State, plans: Sequence[Plan], excluded: Sequence[Typed], having: Sequence[Having]
    ) -> None:
        self._planner = state.planner
        clauses = [state.clauses.of(state.vocabulary.read(piece)) for piece in excluded]
        unwanted = [(Occur.MustNot, clause.must(1.0)) for clause in clauses if clause.parts]
        if not plans:
            own = Asked.term_query(state.dictionary.schema, "folded", PAYLOAD_WORD, "basic")
            unwanted.append((Occur.MustNot, own))
        queries = [plan.query for plan in plans] or [Asked.all_query()]
        query = queries[0] if len(queries) == 1 else Asked.disjunction_max_query(queries)
        self._query = Asked.boolean_query([(Occur.Must, query), *unwanted]) if unwanted else query
        self._known = plans[0].found if len(plans) == 1 and not unwanted else None
        less = narrowed(self._query, state.dictionary, having) if having else None
        if less is not None:
            self._query, self._known = less, None

    def best(self, limit: int) -> Found:
        """Return the best hits."""
        return self._known or self._planner.search(self._query, limit)

    def accepted(self, limit: int, tests: Sequence[Accept]) -> Found:
        """Return the best hits that pass all `tests`; how many passed counts as the total."""
        taken: list[Hit] = []
        seen: set[int] = set()
        # Who asks for more than a list shows at once has the time to wait for it.
        for deep in (_CHUNK, _DEEP, _DEEPEST if limit <= _CHUNK else _ALL):
            found = self.best(deep) if deep == _CHUNK else self._planner.search(self._query, deep)
            new = [hit for hit in found.hits if hit.key not in seen]
            seen.update(hit.key for hit in new)
            for start in range(0, len(new), _CHUNK):
                chunk = new[start : start + _CHUNK]
                keys = {hit.key for hit in chunk}
                for test in tests:
                    keys = keys & test(sorted(keys)) if keys else keys
                taken.extend(hit for hit in chunk if hit.key in keys)
                if len(taken) >= limit:
                    return Found(sorted(taken)[:limit], limit, exact=False)
            if found.exact and len(found.hits) >= found.total:
                return Found(sorted(taken), len(taken))
        return Found(sorted(taken), len(taken), exact=False)
