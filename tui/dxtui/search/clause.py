"""A term as a question to the index: what answers it there, and how well."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from math import log

from tantivy import Occur, Query

from dxtui.search.dictionary import Dictionary
from dxtui.search.prepared import BETWEEN
from dxtui.search.term import DATED, EXACT, FOLDED, PREFIX, VARIANT, Marks, Phrase, Term
from dxtui.search.weight import exact
from dxtui.search.words import Spelling, other_i

_SAMPLE = 200
"""How many of the words that begin alike are looked at to tell how many statements have one."""
_MANY = 2_000
_PAIRS = 60
"""How many ways two terms may stand side by side; more are left out."""


_SIGNS = frozenset(".+*?()|[]{}^$\\")
"""What a pattern of tantivy takes for more than itself."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What answers one term."""

    term: Term
    """The term."""
    parts: tuple[tuple[Query, float], ...]
    """What is to be there, one of these, each with its weight. Empty where nothing answers."""
    extras: tuple[tuple[Query, float], ...]
    """What makes an answer a better one, with what it adds."""
    count: int
    """About how many statements answer."""

    def must(self, worth: float) -> Query:
        """Return the question for statements that answer, scored by how well, times `worth`."""
        scored = [scoring(query, weight * worth) for query, weight in self.parts]
        return scored[0] if len(scored) == 1 else Query.disjunction_max_query(scored)

    def should(self, worth: float) -> list[tuple[Occur, Query]]:
        """Return what adds to the score of those that answer."""
        return [(Occur.Should, scoring(query, weight * worth)) for query, weight in self.extras]


Dated = Callable[[str], Sequence[int]]
"""Gives the documents of a year, by what they say of their own date."""

_Answers = tuple[tuple[tuple[Query, float], ...], tuple[tuple[Query, float], ...], int]


def worth(count: int, statements: int) -> float:
    """Return what a word counts that so many of the statements have: the rarer the more, and never nothing."""
    rest = max(0, statements - count)
    # Coarse, for what was taken out still counts a while, and must not change the order of what is there.
    return max(1, round(_STEPS * log(1 + (rest + 0.5) / (count + 0.5)))) / _STEPS


_STEPS = 8


def scoring(query: Query, score: float) -> Query:
    """Return the question whose every answer has this score."""
    return Query.const_score_query(query, exact(score))


class Clauses:
    """Makes clauses for one state of an index."""

    def __init__(self, dictionary: Dictionary, dated: Dated | None = None) -> None:
        """Take the words of the index, and what knows the dates of its documents."""
        self._dictionary = dictionary
        self._schema = dictionary.schema
        self._known: dict[tuple[Spelling, bool, Marks], _Answers] = {}
        self._dated = dated
        self._years: dict[str, Query | None] = {}

    def of(self, term: Term) -> Clause:
        """Return what answers `term`."""
        parts: list[tuple[Query, float]] = []
        extras: tuple[tuple[Query, float], ...] = ()
        count = 0
        if term.word is not None:
            key = term.word, term.open, term.marks
            answers = self._known.get(key)
            if answers is None:
                if len(self._known) >= _MANY:
                    self._known.clear()
                answers = self._known[key] = self._word(replace(term, near={}), term.word)
            own, extras, count = answers
            parts.extend(own)
            count += self._near(term, parts)
        if term.value:
            for field in ("values", "folded"):
                many = self._dictionary.count(field, term.value)
                if many:
                    parts.append((self._term(field, term.value), EXACT))
                    count += many
        for phrase in term.phrases:
            query, many = self._phrase(phrase)
            if query is not None:
                parts.append((query, phrase.weight))
                count += many
        by_date = self.of_year(term.dated) if term.dated else None
        if by_date is not None:
            parts.append((by_date, DATED))
            count = count or self._dictionary.statements
        return Clause(term, tuple(parts), extras, min(count, self._dictionary.statements))

    def of_year(self, year: str) -> Query | None:
        """Return the question for the statements of the documents of a year, None where there are none."""
        if year not in self._years:
            documents = self._dated(year) if self._dated is not None else ()
            self._years[year] = Query.term_set_query(self._schema, "document", documents) if documents else None
        return self._years[year]

    def best(self, term: Term, limit: int) -> Iterator[Query]:
        """Give what answers best by itself, where `limit` statements have it: as typed, but for marks, longer."""
        word = term.word
        if word is None or term.near or term.marks is Marks.EXACT:
            return
        token = word.letters + word.tones
        if self._dictionary.count("spelt", token) >= limit:
            yield self._term("spelt", token)
        elif not word.marked and self._dictionary.count("folded", word.folded) >= limit:
            yield self._term("folded", word.folded)
        if term.open and not word.marked:
            often = [longer for longer, count in self._dictionary.begins("folded", word.folded, 3) if count >= limit]
            if often:
                yield self._any("folded", often)

    def _term(self, field: str, word: str) -> Query:
        return Query.term_query(self._schema, field, word, "basic")

    def _any(self, field: str, words: Sequence[str]) -> Query:
        return self._term(field, words[0]) if len(words) == 1 else Query.term_set_query(self._schema, field, words)

    def _word(self, term: Term, word: Spelling) -> "_Answers":
        """Return what answers `term` by its own word."""
        dictionary = self._dictionary
        parts: list[tuple[Query, float]] = []
        extras: list[tuple[Query, float]] = []
        count = 0
        if not word.marked and term.marks is not Marks.EXACT:
            here = dictionary.count("folded", word.folded)
            spelt = dictionary.count("spelt", word.letters)
            if term.open:
                longer = dictionary.begins("folded", word.folded, _SAMPLE) if len(word.folded) > 1 else []
                count += sum(many for _, many in longer) if longer else dictionary.statements // 2
                if longer or len(word.folded) == 1:
                    parts.append((self._starting(word.folded), PREFIX))
                if here:
                    extras.append((self._term("folded", word.folded), FOLDED - PREFIX))
            elif here:
                count += here
                parts.append((self._term("folded", word.folded), FOLDED))
            if spelt:
                extras.append((self._term("spelt", word.letters), EXACT - FOLDED))
            other = other_i(word.folded)
            if other and dictionary.has(other):
                count += dictionary.count("folded", other)
                parts.append((self._term("folded", other), VARIANT))
        else:
            for weight, words in self._graded(term, word).items():
                parts.append((self._any("spelt", words), weight))
                count += sum(dictionary.count("spelt", one) for one in words)
        return tuple(parts), tuple(extras), count

    def _near(self, term: Term, parts: list[tuple[Query, float]]) -> int:
        """Take in the words that answer in the place of the one typed; return about how many statements have one."""
        dictionary = self._dictionary
        count = 0
        near: dict[float, list[str]] = {}
        for other, weight in term.near.items():
            near.setdefault(weight, []).append(other)
        for weight, words in near.items():
            parts.append((self._any("folded", words), weight))
            count += sum(dictionary.count("folded", one) for one in words)
        return count

    def _graded(self, term: Term, word: Spelling) -> dict[float, list[str]]:
        """Return the words with marks that answer, under how well they do."""
        graded: dict[float, list[str]] = {}
        if term.marks >= Marks.ALL and not term.open:
            token = word.letters + word.tones
            if self._dictionary.count("spelt", token):
                graded[EXACT] = [token]
            candidates: Iterator[tuple[str, Spelling]] = iter(())
        else:
            candidates = self._dictionary.spellings(word.folded, term.open)
        other = other_i(word.folded)
        for token, spelling in [*candidates, *(self._dictionary.spellings(other, False) if other else ())]:
            weight, _ = term.grade(spelling)
            if weight:
                graded.setdefault(weight, []).append(token)
        return graded

    def _starting(self, folded: str) -> Query:
        escaped = "".join(f"\\{char}" if char in _SIGNS else char for char in folded)
        return Query.regex_query(self._schema, "folded", f"{escaped}.*")

    def _phrase(self, phrase: Phrase) -> tuple[Query | None, int]:
        """Return the question for words that stand together: each there, and each beside the next."""
        clauses = [self.of(term) for term in phrase.words]
        if not all(clause.parts for clause in clauses):
            return None, 0
        if len(clauses) == 1:
            return clauses[0].must(1.0), clauses[0].count
        wanted: list[tuple[Occur, Query]] = []
        count = min(clause.count for clause in clauses)
        for left, right in zip(phrase.words, phrase.words[1:], strict=False):
            beside = self.beside(left, right)
            if beside is None:
                return None, 0
            query, many = beside
            wanted.append((Occur.Must, query))
            count = min(count, many)
        for clause in clauses:
            word = clause.term.word
            if word is None or word.marked or clause.term.marks is Marks.EXACT:
                wanted.append((Occur.Must, clause.must(1.0)))
        return Query.boolean_query(wanted), count

    def beside(self, left: Term, right: Term) -> tuple[Query, int] | None:
        """Return the question for `left` right before `right`, marks not looked at, with about how many have that."""
        words: list[str] = []
        count = 0
        for (first, _, one), (second, longer, other) in islice(product(ends(left, -1), ends(right, 0)), _PAIRS):
            if one is not None and one == other:
                continue  # One short form for both, "TT&TT", is not one beside another.
            pair = f"{first}{BETWEEN}{second}"
            if longer:
                found = self._dictionary.begins("pairs", pair, 4 * _SAMPLE)
                words.extend(word for word, _ in found)
                count += sum(many for _, many in found)
            elif many := self._dictionary.count("pairs", pair):
                words.append(pair)
                count += many
        return (self._any("pairs", words), count) if words else None


def ends(term: Term, at: int) -> Iterator[tuple[str, bool, Phrase | None]]:
    """Give the folded words that a term may begin (`at` 0) or end (-1) with.

    Each with whether it may go on, and the phrase of the term that it is of, None for its own word.
    """
    if term.word is not None:
        yield term.word.folded, term.open, None
        other = other_i(term.word.folded)
        if other:
            yield other, False, None
        for near in term.near:
            yield near, False, None
    for phrase in term.phrases:
        yield from ((word, longer, phrase) for word, longer, _ in ends(phrase.words[at], at))
