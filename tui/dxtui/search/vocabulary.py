"""What a typed word means among the words that an index has."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from dxtui.lexicon.numerals import digits, numeral, tens, value_of
from dxtui.search.aliases import other_forms
from dxtui.search.amounts import is_scale, number, plain_scales, scales, writings, written
from dxtui.search.clause import Clauses
from dxtui.search.dates import with_dates
from dxtui.search.dictionary import Dictionary
from dxtui.search.keys import decoded
from dxtui.search.numerals import counted, other_numeral
from dxtui.search.query import Typed
from dxtui.search.term import INSIDE, LONG_FORM, SHORT_FORM, SLIP, Marks, Phrase, Term
from dxtui.search.wanted import step
from dxtui.search.words import Spelling, spell

_SHORTEST = 3
"""A shorter word is in too many others, and near to too many."""
_OTHER_START = 0.7
"""What is left of a slip's weight where it changes the first letter, which people seldom get wrong."""
_LONG_WORD = 8
"""A word of this many letters may have two slips."""
_LONGEST_WORD = 40
_SURER = 20
"""Keys that are a word themselves stand for another only if that is so many times as frequent."""
_ALIKE = 0.5
"""A word that shares less is not near enough to be offered."""
_OFFERED = 3
_LONGEST_NUMERAL = 12
"""So many words at most are read as one number in words."""
_MOST_NEAR = 400
"""So many words at most are held to be near another; the most frequent count."""


class Vocabulary:
    """Reads queries by the words of one state of an index."""

    def __init__(self, dictionary: Dictionary, clauses: Clauses) -> None:
        """Take the words, and what asks for them."""
        self._dictionary = dictionary
        self._clauses = clauses

    def read(self, typed: Typed) -> Term:
        """Return what `typed` means here, as strictly as there is a word for it.

        In this order: the word as typed (while it is being typed, also those that begin with it), what its keys would
        have given with the input method on, one with more marks, one that begins with it, several run together, what
        its keys would have given but for marks, one that holds it or is a slip away.
        """
        if typed.fixed:
            return self._quoted(typed)
        by_keys = self._by_keys(typed)
        if by_keys is not None:
            return by_keys
        if len(typed.words) > 1:
            last = len(typed.words) - 1
            parts = tuple(
                self.read(Typed(word, (word,), typed.open and at == last)) for at, word in enumerate(typed.words)
            )
            return Term(typed.text, phrases=(Phrase(parts), *_other_writings(typed.words, parts)))
        word = spell(typed.words[0])
        if word.numeric:
            return self._read_number(typed, word)
        strict = Term(typed.text, word, typed.open)
        more = replace(strict, marks=Marks.AT_LEAST)
        for term in (strict, more, replace(strict, open=True), replace(more, open=True)):
            if (term is not more or not typed.open) and self.has(term):
                return term
        run = self._cut(word.folded)
        if len(run) > 1:
            return Term(typed.text, phrases=(Phrase(tuple(Term(part, spell(part)) for part in run)),))
        keys = decoded(typed.text)
        if keys is not None and self._dictionary.has(spell(keys).folded):
            return replace(strict, word=spell(keys), marks=Marks.ANY)
        return self.relax(strict)

    def _quoted(self, typed: Typed) -> Term:
        """Return the term for words in quotation marks: together, in their order, with the marks they have."""
        last = len(typed.words) - 1
        parts = tuple(Term(word, spell(word), open=typed.open and at == last) for at, word in enumerate(typed.words))
        return Term(typed.text, phrases=(Phrase(parts),), fixed=True)

    def _by_keys(self, typed: Typed) -> Term | None:
        """Return the word that the keys of Telex or VNI stand for, if it is more of a word than the keys are."""
        word = decoded(typed.text)
        if word is None:
            return None
        term = Term(typed.text, spell(word), typed.open)
        many = self.count(term)
        if not many:
            return None
        plain = [self._dictionary.count("folded", spell(one).folded) for one in typed.words]
        literal = (
            min(plain) if len(plain) == 1 else self._dictionary.stands(tuple(spell(w).folded for w in typed.words))
        )
        return term if many > _SURER * literal else None

    def _read_number(self, typed: Typed, word: Spelling) -> Term:
        value = number(word.folded)
        exact = Term(typed.text, word, value="" if value is None else written(value))
        if self.has(exact):
            return exact
        if not typed.open:
            return self._otherwise(exact)
        term = replace(exact, open=True)
        if not self.has(term) and word.folded[-1] in ".,":
            return Term(typed.text, spell(word.folded[:-1]))
        return term if self.has(term) else self._otherwise(exact)

    def _otherwise(self, term: Term) -> Term:
        """Return a number that is not here with the other ways to write it: of "1.3" the 1,3 of an amount "1,3 tỷ"."""
        for form in writings(term.typed):
            term = term.also(Phrase((Term(form, spell(form)),)))
        return term

    def read_all(self, pieces: Sequence[Typed]) -> list[Term]:
        """Return what the pieces of a query mean here.

        A word that was typed in two pieces is put together, short and long forms stand for each other, and a year is
        that of a statement or of its document.
        """
        terms: list[Term] = []
        amounts = _amounts(pieces)
        inside = 0
        for at, piece in enumerate(pieces):
            if at < inside:
                continue
            if at in amounts:
                term, end = amounts[at]
                # Numbers side by side may be two.
                if _scale(term.written()[-1].folded) or self.has(term):
                    inside = end
                    terms.append(term)
                    continue
            whole = self._joined(pieces[at - 1], piece) if at and len(terms) == at else None
            if whole is not None:
                terms[-1] = whole
            else:
                terms.append(self.read(piece))
        return with_dates(_with_other_numerals(_with_other_forms(terms)), self._clauses.of_year)

    def _joined(self, first: Typed, second: Typed) -> Term | None:
        """Return the one word that two pieces make, where one of them is none and together they are."""
        if len(first.words) > 1 or len(second.words) > 1 or first.fixed or second.fixed:
            return None
        words = [spell(first.words[0]), spell(second.words[0])]
        if any(word.numeric for word in words) or all(self._dictionary.has(word.folded) for word in words):
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
        if term.fixed or term.value:
            return term
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
        step()
        # Takes long to import and is seldom needed, so not on the way to the first screen.
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        words = self._dictionary.correctable
        most = 2 if len(folded) >= _LONG_WORD else 1
        found = {word: INSIDE for word in words if folded in word and word != folded}
        for other, distance, _ in extract(folded, list(words), scorer=OSA.distance, score_cutoff=most, limit=None):
            if distance and other not in found:
                found[other] = SLIP * (1.0 if other[0] == folded[0] else _OTHER_START) / distance
        if len(found) <= _MOST_NEAR:
            return found
        return {word: found[word] for word in sorted(found, key=lambda word: -words[word])[:_MOST_NEAR]}

    def nearest(self, typed: str) -> tuple[str, ...]:
        """Return the words that come nearest to one that is not here, the nearest first, as they are mostly written."""
        folded = spell(typed).folded if typed else ""
        if len(folded) < 2 or len(folded) > _LONGEST_WORD or not folded.isalpha():
            return ()
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        words = self._dictionary.correctable
        found = extract(folded, list(words), scorer=OSA.normalized_similarity, score_cutoff=_ALIKE, limit=_OFFERED * 10)
        found.sort(key=lambda near: (-near[1], -words[near[0]], near[0]))
        return tuple(self._dictionary.usual(word) for word, _, _ in found[:_OFFERED])

    def _cut(self, folded: str) -> tuple[str, ...]:
        """Cut words that were run together into those that most often stand so; () where they cannot be cut."""
        if not 4 <= len(folded) <= _LONGEST_WORD:
            return ()
        # For each end the ways to get there, by their last words: how seldom they stand so, how many, the words.
        ways: list[dict[str, tuple[int, int, tuple[str, ...]]]] = [{} for _ in range(len(folded) + 1)]
        for end in range(2, len(folded) + 1):
            for start in range(max(0, end - 7), end - 1):
                word = folded[start:end]
                if not self._dictionary.has(word):
                    continue
                if start == 0:
                    ways[end][word] = (-self._dictionary.statements, 1, (word,))
                longer = [
                    (max(seldom, -beside), many + 1, (*words, word))
                    for last, (seldom, many, words) in ways[start].items()
                    if (beside := self._dictionary.stands((last, word)))
                ]
                if longer:
                    ways[end][word] = min(longer)
        return min(ways[-1].values(), default=(0, 0, ()))[2]

    def has(self, term: Term) -> bool:
        """Whether any word here answers `term`."""
        return self.count(term) > 0

    def count(self, term: Term) -> int:
        """Return about how many statements answer `term`."""
        clause = self._clauses.of(term)
        return clause.count if clause.parts else 0


def _other_writings(words: Sequence[str], parts: Sequence[Term]) -> list[Phrase]:
    """Return what a number with its sign or unit, "43.5%", is where the number is written in another way."""
    if not words[0][0].isdigit() or any(word[0].isdigit() for word in words[1:]):
        return []
    return [Phrase((Term(form, spell(form)), *parts[1:])) for form in writings(words[0])]


def _amounts(pieces: Sequence[Typed]) -> dict[int, tuple[Term, int]]:
    """Return the amounts that pieces make with the magnitudes after them: by where they start, with where they end."""
    found: dict[int, tuple[Term, int]] = {}
    for at, piece in enumerate(pieces):
        value = number(piece.words[0]) if piece.words[0][0].isdigit() and not piece.fixed else None
        if value is None:
            if worded := _worded(pieces[at:]):
                found[at] = worded[0], at + worded[1]
            continue
        words, end = list(piece.words), at + 1
        if at == 0 or not pieces[at - 1].words[-1][0].isdigit():
            while end < len(pieces) and number(" ".join([*words, *pieces[end].words])) and not pieces[end].fixed:
                words.extend(pieces[end].words)
                end += 1
        whole = end > at + 1
        value = number(" ".join(words)) or value
        while (
            end < len(pieces)
            and not pieces[end].fixed
            and len(pieces[end].words) == 1
            and is_scale(pieces[end].words[0], pieces[end + 1].words[0] if end + 1 < len(pieces) else "")
        ):
            words.extend(pieces[end].words)
            end += 1
        factors = [_scale(word) for word in words if not word[0].isdigit()]
        if not (factors or whole) or None in factors:
            continue
        for factor in factors:
            value *= factor or 1
        going_on = pieces[end - 1].open
        parts = [Term(word, spell(word), open=going_on and part == len(words) - 1) for part, word in enumerate(words)]
        typed = " ".join(piece.text for piece in pieces[at:end])
        found[at] = Term(typed, phrases=(Phrase(tuple(parts)),), value=written(value)), end
    return found


def _worded(pieces: Sequence[Typed]) -> tuple[Term, int] | None:
    """Return the amount that the first pieces are in words, with how many they are; a word alone is no amount."""
    words: list[str] = []
    for piece in pieces[:_LONGEST_NUMERAL]:
        if len(piece.words) > 1 or piece.fixed or not numeral().fullmatch(piece.words[0].lower()):
            break
        words.append(piece.words[0].lower())
    if not words or not (words[0] in digits() or words[0] in tens()):
        return None
    for many in range(len(words), 1, -1):
        value = value_of(words[:many])
        if value is not None:
            parts = tuple(Term(word, spell(word)) for word in words[:many])
            typed = " ".join(piece.text for piece in pieces[:many])
            return Term(typed, phrases=(Phrase(parts),), value=written(value)), many
    return None


def _scale(word: str) -> Decimal | None:
    low = word.lower()
    return scales().get(low) or (plain_scales().get(low) if low.isascii() else None)


def _with_other_forms(terms: Sequence[Term]) -> list[Term]:
    """Return the terms, those that are a short or long form of something also answered by its other form."""
    owners = [at for at, term in enumerate(terms) for _ in term.written()]
    words = [(word, term.typed.isupper()) for term in terms for word in term.written()]
    fixed = {at for at, term in enumerate(terms) if term.fixed or term.value}
    found = list(terms)
    for start, end, form, longer in other_forms(words):
        inside = owners[start] if owners[start] == owners[end - 1] else None
        cuts_in = (start and owners[start - 1] == owners[start]) or (
            end < len(words) and owners[end - 1] == owners[end]
        )
        if (cuts_in and inside is None) or fixed.intersection(owners[start:end]):
            continue
        parts = tuple(Term(word.folded, word, marks=Marks.EXACT) for word in form)
        if cuts_in and inside is not None:
            # Of a piece such as "43,5%" the rest stays as it is.
            whole = found[inside].phrases[0].words
            first = start - owners.index(inside)
            phrase = Phrase((*whole[:first], *parts, *whole[first + end - start :]), LONG_FORM)
        else:
            phrase = Phrase(parts, LONG_FORM if longer else SHORT_FORM)
        for at in range(owners[start], owners[end - 1] + 1):
            found[at] = found[at].also(phrase)
    return found


def _with_other_numerals(terms: Sequence[Term]) -> list[Term]:
    """Return the terms, a number behind such a word as "quý" also answered by the other numeral for it."""
    found = list(terms)
    for at, (before, term) in enumerate(pairwise(terms), 1):
        lead, words = before.written()[-1:], term.written()
        other = other_numeral(words[0].folded) if words else None
        if other is None or term.fixed or not lead or lead[0].folded not in counted():
            continue
        rest = term.phrases[0].words[1:] if term.word is None else ()
        numeral = Term(other, spell(other), marks=Marks.EXACT)
        found[at] = term.also(Phrase((Term(lead[0].folded, lead[0]), numeral, *rest)))
    return found
