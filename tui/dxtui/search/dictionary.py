"""The words that an index has, each with how many statements have it, as they stand in the index itself."""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

import tantivy

from dxtui.search.keys import with_tone
from dxtui.search.prepared import BETWEEN
from dxtui.search.words import Spelling, spell

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MARKED = {"a": "aăâ", "d": "dđ", "e": "eê", "i": "i", "o": "oôơ", "u": "uư", "y": "y"}
_LONGEST_WORD = 40
_MANY = 200_000


class Dictionary:
    """The words of one state of an index. Everything is looked up when it is asked for, and remembered."""

    def __init__(self, index: tantivy.Index, dropped: bool = False) -> None:
        """Take an index as it is now, and whether statements were dropped that it may still count by itself."""
        self._dropped = dropped
        self.schema = index.schema
        self.searcher = index.searcher()
        self.statements = max(0, self.searcher.num_docs - 1)
        """How many statements it has; one entry is the writer's own."""
        self._counts: dict[tuple[str, str], int] = {}

    def count(self, field: str, word: str) -> int:
        """Return how many statements have `word` in `field`."""
        key = field, word
        known = self._counts.get(key)
        if known is None:
            if len(self._counts) >= _MANY:
                self._counts.clear()
            known = self._counts[key] = (
                self._left(field, word) if self._dropped else self.searcher.doc_freq(field, word)
            )
        return known

    def _left(self, field: str, word: str) -> int:
        """Count the statements one by one, so that what was dropped changes no score."""
        query = tantivy.Query.term_query(self.schema, field, word, "basic")
        return self.searcher.search(query, 1).count or 0  # type: ignore[attr-defined]

    def has(self, folded: str) -> bool:
        """Whether a statement has the word, with whatever marks."""
        return self.count("folded", folded) > 0

    def begins(self, field: str, start: str, most: int) -> list[tuple[str, int]]:
        """Return the words in `field` that begin with `start`, at most `most`, the most frequent first."""
        found = self.searcher.terms_with_prefix(field, start, limit=most)
        if not self._dropped:
            return found
        return sorted(((word, self.count(field, word)) for word, _ in found), key=lambda word: -word[1])

    def spellings(self, folded: str, longer: bool) -> Iterator[tuple[str, Spelling]]:
        """Give the words with marks that are `folded` without them, or begin so: as in the index, and taken apart."""
        plain = 0
        while plain < len(folded) and folded[plain] not in _MARKED:
            plain += 1
        stem, rest = folded[:plain], folded[plain:]
        for letter in _MARKED[rest[0]] if rest else ("",):
            for word, count in self.searcher.terms_with_prefix("spelt", stem + letter):
                letters = word.rstrip(_TONES)
                spelling = spell_token(word, letters)
                same = spelling.folded.startswith(folded) if longer else spelling.folded == folded
                if same and count:
                    yield word, spelling

    def usual(self, folded: str) -> str:
        """Return a folded word with the marks that it has mostly."""
        words = [word for word, _ in self.spellings(folded, longer=False)]
        best = max(words, key=lambda word: self.count("spelt", word), default=folded)
        letters = best.rstrip(_TONES)
        return with_tone(letters, best[len(letters) :])

    @cached_property
    def correctable(self) -> dict[str, int]:
        """The folded words that a slip may be put right to, with their counts: letters, not too few or many."""
        words = self.searcher.terms_with_prefix("folded", "")
        return {word: count for word, count in words if 1 < len(word) <= _LONGEST_WORD and word[0].isalpha()}

    def stands(self, words: tuple[str, ...]) -> int:
        """Return about how many statements have the folded `words` side by side."""
        return min(self.count("pairs", BETWEEN.join(pair)) for pair in pairwise(words))


def spell_token(word: str, letters: str) -> Spelling:
    """Return a word as the index spells it, `letters` before its tones, taken apart."""
    return Spelling(spell(letters).folded, letters, word[len(letters) :])
