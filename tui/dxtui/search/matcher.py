"""What of a query matches in any string, for highlighting and for filtering names and titles."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dxtui.search.amounts import amounts
from dxtui.search.keys import decoded
from dxtui.search.term import EXACT, FOLDED, LONG_FORM, MORE_MARKS, PREFIX, VARIANT, Phrase, Term
from dxtui.search.words import WORD, other_i, spell

_TOGETHER = 0.5

_Answers = tuple[tuple[tuple[int, float, int], ...], tuple[tuple[int, Phrase], ...]]
"""The terms that a word answers (place in the query, weight, how many letters match), and the phrases it begins."""


_NOTHING: _Answers = ((), ())
"""What most words answer."""

_Candidate = tuple[int, Term, Phrase | None]
"""A term by its place in the query, or the first word of a phrase that answers it."""


class _Unit(NamedTuple):
    """A word, or words that stand together, that answers a term."""

    first: int
    """The place of the first word among the words of the text."""
    last: int
    """The place of the last."""
    term: int
    """The place of the term in the query."""
    weight: float
    """How well it answers."""
    letters: int
    """How many letters of the last word match."""


class _Word(NamedTuple):
    """A word of a text."""

    start: int
    end: int
    text: str


class Matcher:
    """The words of one query. A string matches if it has an answer to each of them, or to each of an alternative."""

    def __init__(self, *alternatives: Sequence[Term]) -> None:
        """Take the terms that a string is held against; without any, nothing matches."""
        self._terms: dict[int, Term] = {}
        self._alternatives: list[range] = []
        for terms in alternatives:
            # A gap between alternatives: the last term of one is not typed before the first of the next.
            first = max(self._terms, default=-2) + 2
            self._terms.update(enumerate(terms, first))
            if terms:
                self._alternatives.append(range(first, first + len(terms)))
        self._values = {term.value: at for at, term in self._terms.items() if term.value}
        self._known: dict[str, _Answers] = {}
        self._whole: dict[str, list[_Candidate]] = {}
        self._begun: list[tuple[str, _Candidate]] = []
        for at, term in self._terms.items():
            self._expect((at, term, None))
            for phrase in term.phrases:
                self._expect((at, phrase.words[0], phrase))
        self._starts = tuple({start for start, _ in self._begun})

    def _expect(self, one: _Candidate) -> None:
        """Note by which words a term is answered."""
        word = one[1].word
        if word is None:
            return
        for folded in {word.folded, other_i(word.folded) or word.folded, *one[1].near}:
            self._whole.setdefault(folded, []).append(one)
        if one[1].open:
            self._begun.append((word.folded, one))

    def __bool__(self) -> bool:
        """Whether there is anything to match."""
        return bool(self._terms)

    @property
    def alternatives(self) -> tuple[tuple[Term, ...], ...]:
        """The terms, those of each alternative together."""
        return tuple(tuple(self._terms[at] for at in places) for places in self._alternatives)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the query matches in `text`: half-open, sorted, apart from each other, in its code points.

        Words that stand together as they were typed are one span, and where they do, the same words elsewhere in `text`
        are left out. A word that answers by its beginning is matched up to where the typed letters end.
        """
        if not self._terms:
            return []
        words = _words(text)
        units = self._units(text, words)
        standing, joints = _standing(units)
        gathered = {units[at].term for at in standing}
        found = []
        for at, unit in enumerate(units):
            if unit.term not in gathered or at in standing:
                start, end, _ = words[unit.last]
                found.append((words[unit.first].start, min(end, start + unit.letters)))
        for last in joints:
            joint = words[last].end, words[last + 1].start
            if text[slice(*joint)].isspace():
                found.append(joint)
        return _merged(found)

    def covers(self, text: str) -> tuple[float, float]:
        """Return which part of the words of the query `text` has, and how well it answers the whole query.

        Years that the document is dated in may lack, and are left out of the part. The second is 0 if another word of
        the query is not in `text`; words as typed, words that stand together as they were typed and a text that says
        little else count more. Of alternatives, the best of each.
        """
        words = _words(text)
        units = self._units(text, words)
        best = _best(units)
        joints = len(_standing(units)[1]) if best else 0
        part = score = 0.0
        for places in self._alternatives:
            weights = [best.get(at, 0.0) for at in places if at in best or not self._terms[at].dated]
            asked = [at for at in places if not self._terms[at].dated]
            part = max(part, sum(at in best for at in asked) / len(asked))
            if all(weights):
                together = min(joints, len(weights) - 1)
                score = max(score, sum(weights) + _TOGETHER * together + len(weights) / (len(weights) + len(words)))
        return part, score

    def nearness(self, text: str) -> float:
        """Return how near to each other the words of the query stand in `text`: 1 side by side, 0 if one lacks."""
        units = sorted(self._units(text, _words(text)))
        return max((_nearness(units, places) for places in self._alternatives), default=0.0)

    def quotes(self, text: str) -> bool:
        """Whether `text` has what stood in quotation marks in one of the alternatives, together and in order."""
        best = _best(self._units(text, _words(text)))
        return any(all(at in best for at in places if self._terms[at].fixed) for places in self._alternatives)

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the words of the query, as typed, that `text` lacks; of alternatives, of the one it lacks least of.

        What its document's date answers is not lacking.
        """
        lacks = [
            [self._terms[at].typed for at in lacking if not self._terms[at].dated] for lacking in self._lacks(text)
        ]
        return tuple(sorted(lacks, key=len)[0]) if lacks else ()

    def _lacks(self, text: str) -> list[list[int]]:
        """Return the terms of each alternative that no word of `text` answers."""
        best = _best(self._units(text, _words(text)))
        return [[at for at in places if at not in best] for places in self._alternatives]

    def why(self, text: str) -> tuple[str, ...]:
        """Return why `text` stands where it stands among the answers: one reason for each kind of answer it has.

        >>> Matcher([Term("số", spell("số"))]).why("con số")
        ('as typed: số',)
        """
        words = _words(text)
        units = self._units(text, words)
        standing, joints = _standing(units)
        best: dict[int, tuple[float, bool, _Unit]] = {}
        for at, unit in enumerate(units):
            grade = unit.weight, at in standing, unit
            if unit.term not in best or grade[:2] > best[unit.term][:2]:
                best[unit.term] = grade
        said: dict[str, list[str]] = {}
        for at, (_, _, unit) in sorted(best.items()):
            term = self._terms[at]
            surface = text[words[unit.first].start : words[unit.last].end]
            kind = _kind(term, unit)
            same = surface.lower() == term.typed.lower() or kind == "begins so"
            said.setdefault(kind, []).append(surface if same else f"{term.typed} → {surface}")
        reasons = [f"{kind}: {', '.join(surfaces)}" for kind, surfaces in said.items()]
        if joints:
            reasons.append("words stand together")
        lacking = min(self._lacks(text), key=len, default=[])
        dated = dict.fromkeys(self._terms[at].dated for at in lacking if self._terms[at].dated)
        if dated:
            reasons.append(f"by the date of its document: {', '.join(dated)}")
        missing = self.missing(text)
        return (*reasons, f"without: {', '.join(missing)}") if missing else tuple(reasons)

    def _units(self, text: str, words: Sequence[_Word]) -> list[_Unit]:
        """Return all that answers a term in `words`, those of `text`."""
        units = []
        known = self._known
        for at, (_, _, word) in enumerate(words):
            found = known.get(word) or self._answers(word)
            if found is _NOTHING:
                continue
            answers, phrases = found
            for term, weight, letters in answers:
                units.append(_Unit(at, at, term, weight, letters))
            for term, phrase in phrases:
                here = [other.text for other in words[at : at + len(phrase.words)]]
                stands = len(here) == len(phrase.words) and all(map(_answered, phrase.words, here))
                if stands:
                    units.append(_Unit(at, at + len(here) - 1, term, phrase.weight, len(here[-1])))
        if self._values:
            units.extend(self._amounts(text, words))
        return units

    def _amounts(self, text: str, words: Sequence[_Word]) -> Iterator[_Unit]:
        """Give the amounts of `text` that are one of the query's, however they are written."""
        lowered = text.lower()
        if len(lowered) != len(text):
            return
        starts = {word.start: at for at, word in enumerate(words)}
        ends = {word.end: at for at, word in enumerate(words)}
        for start, end, value in amounts(lowered):
            if value in self._values and start in starts and end in ends:
                last = ends[end]
                yield _Unit(starts[start], last, self._values[value], EXACT, len(words[last].text))

    def _answers(self, word: str) -> _Answers:
        """Return what `word` answers, remembered: the same words come again and again."""
        spelling = spell(word)
        if spelling.folded not in self._whole and not spelling.folded.startswith(self._starts):
            self._known[word] = _NOTHING
            return _NOTHING
        answers: list[tuple[int, float, int]] = []
        phrases: list[tuple[int, Phrase]] = []
        for at, term, phrase in self._candidates(spelling.folded):
            weight, letters = term.grade(spelling)
            if weight and phrase is not None:
                phrases.append((at, phrase))
            elif weight:
                answers.append((at, weight, letters))
        self._known[word] = found = tuple(answers), tuple(phrases)
        return found

    def _candidates(self, folded: str) -> list[_Candidate]:
        """Return what a folded word may answer or begin."""
        found = self._whole.get(folded, [])
        begun = [one for start, one in self._begun if folded.startswith(start) and folded != start]
        return sorted([*found, *begun], key=_place) if begun else found


def _place(one: _Candidate) -> int:
    return one[0]


def _words(text: str) -> Sequence[_Word]:
    return _known_words(text) if len(text) <= _LONG else _read_words(text)


def _read_words(text: str) -> Sequence[_Word]:
    return [_Word(found.start(), found.end(), found[0]) for found in WORD.finditer(text)]


_LONG = 1_000
_known_words = lru_cache(maxsize=1_000)(_read_words)
"""As the query grows it is held against the same statements again and again."""


def _best(units: Sequence[_Unit]) -> dict[int, float]:
    """Return the weight of the best answer to each term that has one."""
    best: dict[int, float] = {}
    for unit in units:
        best[unit.term] = max(best.get(unit.term, 0.0), unit.weight)
    return best


def _nearness(units: Sequence[_Unit], places: range) -> float:
    """Return how near to each other the terms at `places` stand: 1 over one more than the words between them."""
    last: dict[int, _Unit] = {}
    best = 0.0
    for unit in units:
        if unit.term in places:
            last[unit.term] = unit
            if len(last) == len(places):
                first = min(other.first for other in last.values())
                words = {at for other in last.values() for at in (other.first, other.last)}
                between = max(0, unit.last - first + 1 - max(len(words), len(places)))
                best = max(best, 1 / (1 + between))
    return best


def _kind(term: Term, unit: _Unit) -> str:
    """Return in words how a unit answers its term."""
    if unit.first < unit.last or term.word is None:
        if term.value and unit.weight == EXACT:
            return "the same amount" if term.word is not None else "as typed"
        return "as typed" if unit.weight == EXACT else "long form" if unit.weight == LONG_FORM else "short form"
    if unit.weight > EXACT:
        return "short form"
    if unit.weight == EXACT and decoded(term.typed) is not None:
        return "by its keys"
    kinds = {
        EXACT: "as typed",
        FOLDED: "but for marks",
        VARIANT: "i for y",
        PREFIX: "begins so",
        MORE_MARKS: "more marks",
    }
    return kinds.get(unit.weight, "a slip")


def _answered(term: Term, word: str) -> bool:
    return term.grade(spell(word))[0] > 0


def _standing(units: Sequence[_Unit]) -> tuple[set[int], set[int]]:
    """Return the places of the units that stand beside the term typed before or after, or are phrases.

    Beside them, the places of the words that end one such unit where the next one follows.
    """
    begins: dict[tuple[int, int], list[int]] = {}
    for at, unit in enumerate(units):
        begins.setdefault((unit.first, unit.term), []).append(at)
    standing: set[int] = set()
    joints: set[int] = set()
    for at, unit in enumerate(units):
        after = begins.get((unit.last + 1, unit.term + 1))
        if after:
            standing.update((at, *after))
            joints.add(unit.last)
        if unit.first < unit.last or unit.weight > 1:
            standing.add(at)
    return standing, joints


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
