"""The words a corpus has, and what a typed word means there."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from dxtui.search.aliases import other_forms
from dxtui.search.query import Typed
from dxtui.search.term import INSIDE, LONG_FORM, SHORT_FORM, SLIP, Marks, Phrase, Term
from dxtui.search.words import Spelling, other_i, spell

_SHORTEST = 3
"""A shorter word is in too many others, and near to too many."""
_OTHER_START = 0.7
"""What is left of a slip's weight where it changes the first letter, which people seldom get wrong."""
_LONG_WORD = 8
"""A word of this many letters may have two slips."""
_LONGEST_WORD = 40


class Vocabulary:
    """All words of a corpus by number, as `spell` takes them apart."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the distinct words in lower case; their numbers are their places."""
        self.spellings: tuple[Spelling, ...] = tuple(map(spell, words))
        self._forms: dict[str, list[int]] = {}
        for number, spelling in enumerate(self.spellings):
            self._forms.setdefault(spelling.folded, []).append(number)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._forms)

    @cached_property
    def _correctable(self) -> list[str]:
        """The folded words that a slip may be put right to: no numbers, no signs, nothing too short or endless."""
        return [w for w in self._sorted if 1 < len(w) <= _LONGEST_WORD and w[0].isalpha()]

    def read(self, typed: Typed) -> Term:
        """Return what `typed` means here, as strictly as there is a word for it.

        In this order: the word as typed (while it is being typed, also those that begin with it), one that begins with
        it, one with more marks, several run together, one that holds it or is a slip away.
        """
        if len(typed.words) > 1:
            last = len(typed.words) - 1
            parts = tuple(
                self.read(Typed(word, (word,), typed.open and at == last)) for at, word in enumerate(typed.words)
            )
            return Term(typed.text, phrases=(Phrase(parts),))
        word = spell(typed.words[0])
        if word.numeric:
            return self._read_number(typed, word)
        strict = Term(typed.text, word, typed.open)
        for term in (strict, replace(strict, open=True), replace(strict, open=True, marks=Marks.AT_LEAST)):
            if self.has(term):
                return term
        run = self._cut(word.folded)
        if run:
            return replace(strict, phrases=(Phrase(tuple(Term(part, spell(part)) for part in run)),))
        return self.relax(strict)

    def _read_number(self, typed: Typed, word: Spelling) -> Term:
        exact = Term(typed.text, word)
        if self.has(exact) or not typed.open:
            return exact
        term = replace(exact, open=True)
        if not self.has(term) and word.folded[-1] in ".,":
            return Term(typed.text, spell(word.folded[:-1]))
        return term

    def read_all(self, pieces: Sequence[Typed]) -> list[Term]:
        """Return what the pieces of a query mean here.

        A word that was typed in two pieces is put together, and short and long forms stand for each other.
        """
        terms: list[Term] = []
        for at, piece in enumerate(pieces):
            whole = self._joined(pieces[at - 1], piece) if at and len(terms) == at else None
            if whole is not None:
                terms[-1] = whole
            else:
                terms.append(self.read(piece))
        return _with_other_forms(terms)

    def _joined(self, first: Typed, second: Typed) -> Term | None:
        """Return the one word that two pieces make, where one of them is none and together they are."""
        if len(first.words) > 1 or len(second.words) > 1:
            return None
        words = [spell(first.words[0]), spell(second.words[0])]
        if any(word.numeric for word in words) or all(word.folded in self._forms for word in words):
            return None
        term = Term(f"{first.text} {second.text}", spell(first.words[0] + second.words[0]))
        return term if self.has(term) else None

    def with_more_marks(self, term: Term) -> Term:
        """Return `term` with words allowed that have more marks than were typed, as on the way to one with a tone."""
        if term.word is None or not term.word.marked or term.marks is not Marks.ALL:
            return term
        return replace(term, marks=Marks.AT_LEAST)

    def relax(self, term: Term) -> Term:
        """Return `term` with slips and wrong marks allowed; numbers and very short words stay as they are."""
        word = term.word
        if word is None:
            whole, *others = term.phrases
            return replace(term, phrases=(replace(whole, words=tuple(map(self.relax, whole.words))), *others))
        if word.numeric or len(word.folded) < 2:
            return term
        return replace(term, marks=Marks.ANY, near={**self._near(word.folded), **term.near})

    def _near(self, folded: str) -> dict[str, float]:
        """Return the words that hold `folded` or are a slip from it (two in a long word), with their weights."""
        if not _SHORTEST <= len(folded) <= _LONGEST_WORD:
            return {}
        # Takes long to import and is seldom needed, so not on the way to the first screen.
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract_iter

        words = self._correctable
        most = 2 if len(folded) >= _LONG_WORD else 1
        found = {word: INSIDE for word in words if folded in word and word != folded}
        for other, distance, _ in extract_iter(folded, words, scorer=OSA.distance, score_cutoff=most):
            if distance and other not in found:
                found[other] = SLIP * (1.0 if other[0] == folded[0] else _OTHER_START) / distance
        return found

    def _cut(self, folded: str) -> tuple[str, ...]:
        """Cut words that were run together into the fewest words there are; () where they cannot be cut."""
        if not 4 <= len(folded) <= _LONGEST_WORD:
            return ()
        best: list[tuple[str, ...] | None] = [(), *[None] * len(folded)]
        for end in range(2, len(folded) + 1):
            for start in range(max(0, end - 7), end - 1):
                before = best[start]
                if before is None or folded[start:end] not in self._forms:
                    continue
                here = best[end]
                if here is None or len(before) + 1 < len(here):
                    best[end] = (*before, folded[start:end])
        return best[-1] or ()

    def has(self, term: Term) -> bool:
        """Whether any word here answers `term`."""
        return any(weight for _, weight in self.answers(term))

    def answers(self, term: Term) -> Iterator[tuple[int, float]]:
        """Give the number of each word that answers `term`, with its weight; phrases are not looked at."""
        spellings, forms = self.spellings, self._forms
        for folded in self._candidates(term):
            for number in forms[folded]:
                weight, _ = term.grade(spellings[number])
                if weight:
                    yield number, weight

    def _candidates(self, term: Term) -> Iterable[str]:
        if term.word is None:
            return ()
        folded = term.word.folded
        found = {folded: None, **dict.fromkeys(term.near)}
        other = other_i(folded)
        if other:
            found[other] = None
        if term.open:
            words = self._sorted
            at = bisect_left(words, folded)
            while at < len(words) and words[at].startswith(folded):
                found[words[at]] = None
                at += 1
        return [w for w in found if w in self._forms]


def _with_other_forms(terms: Sequence[Term]) -> list[Term]:
    """Return the terms, those that are a short or long form of something also answered by its other form."""
    owners = [at for at, term in enumerate(terms) for _ in term.written()]
    words = [(word, term.typed.isupper()) for term in terms for word in term.written()]
    found = list(terms)
    for start, end, form, longer in other_forms(words):
        cuts_in = (start and owners[start - 1] == owners[start]) or (
            end < len(words) and owners[end - 1] == owners[end]
        )
        if cuts_in:
            continue
        parts = tuple(Term(word.folded, word, marks=Marks.EXACT) for word in form)
        phrase = Phrase(parts, LONG_FORM if longer else SHORT_FORM)
        for at in range(owners[start], owners[end - 1] + 1):
            found[at] = found[at].also(phrase)
    return found
