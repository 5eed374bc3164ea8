"""A term as a question to the index: what answers it there, and how well."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from math import log
from typing import NamedTuple

from tantivy import Occur, Query

from dxtui.search.dictionary import Dictionary
from dxtui.search.prepared import BEGUN, BETWEEN, SHORT, short
from dxtui.search.term import DATED, EXACT, FOLDED, PREFIX, VARIANT, Marks, Phrase, Term
from dxtui.search.weight import exact
from dxtui.search.words import Spelling, other_i

_SAMPLE = 200
"""How many of the words that begin alike are looked at to tell how many statements have one."""
SELDOM = 4
"""What has so many times fewer answers is worth a question of its own: the index then skips most of the others."""
_PLENTY = 8
"""So many times as many short statements as are wanted should answer: short ones have fewer words than others."""
_MANY = 2_000
_PAIRS = 60
"""How many ways two terms may stand side by side; more are left out."""


_SIGNS = frozenset(".+*?()|[]{}^$\\")
"""What a pattern of tantivy takes for more than itself."""


class Part(NamedTuple):
    """One way to answer a term."""

    query: Query
    """The question for what does."""
    weight: float
    """How well that answers, or what it adds to that."""
    many: int
    """About how many statements do."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What answers one term."""

    term: Term
    """The term."""
    parts: tuple[Part, ...]
    """What is to be there, one of these. Empty where nothing answers."""
    extras: tuple[Part, ...]
    """What makes an answer a better one, with what it adds."""
    count: int
    """About how many statements answer."""

    def must(self, worth: float) -> Query:
        """Return the question for statements that answer, scored by how well, times `worth`."""
        return best_of(self.parts, worth)

    def should(self, worth: float) -> list[tuple[Occur, Query]]:
        """Return what adds to the score of those that answer."""
        return [(Occur.Should, scoring(part.query, part.weight * worth)) for part in self.extras]

    @property
    def common(self) -> Part | None:
        """The part that most answers have, where others answer too, but seldom."""
        most = max(self.parts, key=lambda part: part.many, default=None)
        rest = sum(part.many for part in self.parts if part is not most)
        return most if most is not None and 0 < rest * SELDOM < most.many else None

    @property
    def better(self) -> list[Part]:
        """What an answer has that is better than the least of them."""
        least = min((part.weight for part in self.parts), default=0.0)
        return [*(part for part in self.parts if part.weight > least), *self.extras]


Dated = Callable[[str], Sequence[int]]
"""Gives the documents of a year, by what they say of their own date."""

_Answers = tuple[tuple[Part, ...], tuple[Part, ...], int]


def worth(count: int, statements: int) -> float:
    """Return what a word counts that so many of the statements have: the rarer the more, and never nothing."""
    rest = max(0, statements - count)
    # Coarse, for what was taken out still counts a while, and must not change the order of what is there.
    return max(1, round(_STEPS * log(1 + (rest + 0.5) / (count + 0.5)))) / _STEPS


_STEPS = 8


def best_of(parts: Sequence[Part], worth: float) -> Query:
    """Return the question for statements that have one of `parts`, scored by the best, times `worth`."""
    scored = [scoring(part.query, part.weight * worth) for part in parts]
    return scored[0] if len(scored) == 1 else Query.disjunction_max_query(scored)


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
        parts: list[Part] = []
        extras: tuple[Part, ...] = ()
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
                    parts.append(Part(self._term(field, term.value), EXACT, many))
                    count += many
        for phrase in term.phrases:
            query, many = self._phrase(phrase)
            if query is not None:
                parts.append(Part(query, phrase.weight, many))
                count += many
        by_date = self.of_year(term.dated) if term.dated else None
        if by_date is not None:
            parts.append(Part(by_date, DATED, self._dictionary.statements))
            count = count or self._dictionary.statements
        return Clause(term, tuple(parts), extras, min(count, self._dictionary.statements))

    def of_year(self, year: str) -> Query | None:
        """Return the question for the statements of the documents of a year, None where there are none."""
        if year not in self._years:
            documents = self._dated(year) if self._dated is not None else ()
            self._years[year] = Query.term_set_query(self._schema, "document", documents) if documents else None
        return self._years[year]

    def short(self, many: int, limit: int) -> Part | None:
        """Return the question for short statements, of which `limit` are likely to be among `many` answers and more.

        None where too few statements are short, or most of them.
        """
        statements = self._dictionary.statements
        for most in SHORT:
            count = self._dictionary.count("begins", short(most))
            if count > statements // 2:
                return None
            if many * count > _PLENTY * limit * statements:
                return Part(self._term("begins", short(most)), 0.0, count)
        return None

    def as_typed(self, term: Term) -> Iterator[Clause]:
        """Give stricter clauses for a term: the word as typed with no other marks, then the word with no more letters.

        Where enough statements have that, the others are not looked for.
        """
        word = term.word
        if word is None or term.near or term.phrases or term.value or term.marks is Marks.EXACT:
            return
        token = word.letters + word.tones
        exact = self._dictionary.count("spelt", token)
        yield Clause(term, (Part(self._term("spelt", token), EXACT, exact),), (), exact)
        if not word.marked:
            yield self.of(replace(term, open=False))

    def _term(self, field: str, word: str) -> Query:
        return Query.term_query(self._schema, field, word, "basic")

    def _any(self, field: str, words: Sequence[str]) -> Query:
        return self._term(field, words[0]) if len(words) == 1 else Query.term_set_query(self._schema, field, words)

    def _word(self, term: Term, word: Spelling) -> "_Answers":
        """Return what answers `term` by its own word."""
        dictionary = self._dictionary
        parts: list[Part] = []
        extras: list[Part] = []
        if not word.marked and term.marks is not Marks.EXACT:
            if term.open:
                self._open(word, parts, extras)
            elif here := dictionary.count("folded", word.folded):
                parts.append(Part(self._term("folded", word.folded), FOLDED, here))
            spelt = dictionary.count("spelt", word.letters)
            if spelt:
                extras.append(Part(self._term("spelt", word.letters), EXACT - FOLDED, spelt))
            other = other_i(word.folded)
            if other and dictionary.has(other):
                parts.append(Part(self._term("folded", other), VARIANT, dictionary.count("folded", other)))
        else:
            graded = self._graded(term, word)
            begun = self._begun(word) if term.open and term.marks is Marks.ALL and PREFIX in graded else None
            for weight, words in graded.items():
                count = sum(dictionary.count("spelt", one) for one in words)
                own = begun if begun is not None and weight == PREFIX else None
                parts.append(own or Part(self._any("spelt", words), weight, count))
        return tuple(parts), tuple(extras), sum(part.many for part in parts)

    def _open(self, word: Spelling, parts: list[Part], extras: list[Part]) -> None:
        """Take in what begins with a word without marks, which is better where it goes no further."""
        dictionary = self._dictionary
        here = Part(self._term("folded", word.folded), FOLDED, dictionary.count("folded", word.folded))
        begun = self._begun(word)
        if begun is None:
            longer = dictionary.begins("folded", word.folded, _SAMPLE)
            others = [(one, many) for one, many in longer if one != word.folded]
            rest = sum(many for _, many in others)
            if len(longer) < _SAMPLE and rest * SELDOM < here.many:
                parts.append(here)
                if others:
                    parts.append(Part(self._any("folded", [one for one, _ in others]), PREFIX, rest))
                return
            few = len(longer) < _SAMPLE
            query = self._any("folded", [one for one, _ in longer]) if few else self._starting(word.folded)
            begun = Part(query, PREFIX, sum(many for _, many in longer))
        if begun.many:
            parts.append(begun)
        if here.many:
            extras.append(here._replace(weight=FOLDED - PREFIX))

    def _begun(self, word: Spelling) -> Part | None:
        """Return what begins with the one or two letters of a word; None for longer ones.

        Letters with marks are asked for so only where no tone makes another word of them.
        """
        if len(word.letters) > BEGUN or word.tones:
            return None
        if word.marked:
            spelt = self._dictionary.spellings(word.folded, longer=False)
            if any(one.letters == word.letters and one.tones for _, one in spelt):
                return None
        return Part(self._term("begins", word.letters), PREFIX, self._dictionary.count("begins", word.letters))

    def _near(self, term: Term, parts: list[Part]) -> int:
        """Take in the words that answer in the place of the one typed; return about how many statements have one."""
        dictionary = self._dictionary
        count = 0
        near: dict[float, list[str]] = {}
        for other, weight in term.near.items():
            near.setdefault(weight, []).append(other)
        for weight, words in near.items():
            many = sum(dictionary.count("folded", one) for one in words)
            parts.append(Part(self._any("folded", words), weight, many))
            count += many
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
