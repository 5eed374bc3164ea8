"""A term: one piece of a query, read against the words there are. It decides which words of any text answer it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum

from dxtui.search.words import Spelling, other_i

EXACT = 1.0
"""The word as typed, marks and all."""
FOLDED = 0.9
"""The word but for marks that were not typed."""
VARIANT = 0.85
"""The same syllable written with i for y or y for i."""
PREFIX = 0.8
"""A longer word that begins with what was typed."""
MORE_MARKS = 0.7
"""A word with all marks that were typed and more: a word on its way."""
LONG_FORM = 0.85
"""What a typed abbreviation stands for."""
DATED = 0.85
"""The date of the document, for a year that the statement does not name."""
SHORT_FORM = 1.5
"""An abbreviation for several words that were typed, for each of them: better than the words scattered."""
INSIDE = 0.5
"""A word that holds what was typed."""
SLIP = 0.4
"""A word one slip away."""


class Marks(IntEnum):
    """How much the marks that were typed count."""

    ANY = 0
    """They do not: taken for slips."""
    AT_LEAST = 1
    """A word must have them and may have more."""
    ALL = 2
    """A word must have them and no others; a word typed without marks has any."""
    EXACT = 3
    """A word must have them and no others, also if there are none."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that answer a term by standing together."""

    words: tuple["Term", ...]
    """The words, as terms of their own."""
    weight: float = EXACT
    """What they count, next to how well each is answered."""


@dataclass(frozen=True, slots=True)
class Term:
    """One piece of a query and what answers it: a word, or words that stand together."""

    typed: str
    """As it was typed."""
    word: Spelling | None = None
    """The word, or None where only `phrases` answer."""
    open: bool = False
    """Whether longer words that begin with it answer."""
    marks: Marks = Marks.ALL
    """How much its marks count."""
    near: Mapping[str, float] = field(default_factory=dict)
    """Folded words that answer in its stead, with their weights: those that hold it, those a slip away."""
    phrases: tuple[Phrase, ...] = ()
    """What answers it by standing together: its parts, its other forms."""
    value: str = ""
    """The amount that answers it however it is written, as `amounts.written` writes it; "" for what is no amount."""
    fixed: bool = False
    """Whether it stood in quotation marks, so that nothing else is taken for it."""
    dated: str = ""
    """The year whose documents answer it too, whatever their statements say; "" for none."""

    @property
    def plain(self) -> bool:
        """Whether any marks answer it, so that where its letters stand, it is answered."""
        return self.word is not None and not self.word.marked and not self.near and self.marks is not Marks.EXACT

    @property
    def known(self) -> tuple[Spelling, bool, Marks] | None:
        """What names the term among others where its word is all that answers it."""
        if self.word is None or self.near or self.phrases or self.value or self.dated:
            return None
        return self.word, self.open, self.marks

    def written(self) -> tuple[Spelling, ...]:
        """Return the words that it was typed as."""
        if self.word is not None:
            return (self.word,)
        return tuple(part.word for part in self.phrases[0].words if part.word is not None)

    def also(self, phrase: Phrase) -> "Term":
        """Return the term with another phrase that answers it."""
        return replace(self, phrases=(*self.phrases, phrase))

    def only(self, near: Mapping[str, float]) -> "Term":
        """Return the term with other words in its stead."""
        return replace(self, near=near)

    def grade(self, other: Spelling) -> tuple[float, int]:
        """Return how well the word `other` answers (0: not at all, 1: exactly) and how many of its letters match."""
        word = self.word
        if word is None:
            return 0.0, 0
        folded = other.folded
        if folded == word.folded:
            weight = self._grade_marks(word, other)
            return (weight, len(folded)) if weight else (0.0, 0)
        if self.open and folded.startswith(word.folded):
            if self.marks is Marks.ANY or not word.marked:
                return PREFIX, len(word.folded)
            if other.letters.startswith(word.letters) and (not word.tones or word.tones == other.tones):
                return PREFIX, len(word.folded)
            if self.marks is Marks.AT_LEAST and _within(word, other):
                return PREFIX * MORE_MARKS, len(word.folded)
        if folded in self.near:
            return self.near[folded], len(folded)
        if folded == other_i(word.folded):
            same = not word.marked or (word.tones == other.tones and word.letters[:-1] == other.letters[:-1])
            return (VARIANT, len(folded)) if same else (0.0, 0)
        return 0.0, 0

    def _grade_marks(self, word: Spelling, other: Spelling) -> float:
        if word.letters == other.letters and word.tones == other.tones:
            return EXACT
        if not word.marked and self.marks is not Marks.EXACT:
            return FOLDED
        if self.marks < Marks.ALL and _within(word, other):
            return MORE_MARKS
        return SLIP if self.marks is Marks.ANY else 0.0


def _within(word: Spelling, other: Spelling) -> bool:
    """Whether `other`, which begins with the same letters but for marks, has every mark that `word` has."""
    if word.tones and word.tones != other.tones:
        return False
    return all(a in (b, base) for a, b, base in zip(word.letters, other.letters, word.folded, strict=False))
