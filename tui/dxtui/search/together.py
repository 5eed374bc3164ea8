"""Whether words stand together: terms as a test of a statement's folded words."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from operator import contains

from dxtui.search.term import Term
from dxtui.search.words import other_i

Test = Callable[[str], object]
"""True of a line (folded words, a space before and after each) that has the words side by side in their order."""


def together(terms: Sequence[Term]) -> Test:
    """Return the test for `terms` side by side. Marks are not looked at: the words are known to be there.

    >>> together([Term("a", spell("so")), Term("b", spell("tr"), open=True)])(" ho so truc tuyen ")
    True
    """
    plain = all(_plain(term) for term in terms) and not any(term.open for term in terms[:-1])
    if plain:
        words = " ".join(term.word.folded for term in terms if term.word is not None)
        return partial(_has, f" {words}" if terms[-1].open else f" {words} ")
    return re.compile(f" {' '.join(map(_source, terms))} ").search


def _has(words: str, line: str) -> bool:
    return contains(line, words)


def _plain(term: Term) -> bool:
    """Whether one text stands for the whole term."""
    word = term.word
    return word is not None and not (term.near or term.phrases or other_i(word.folded))


def _source(term: Term) -> str:
    """Return the regular expression of what answers `term`."""
    choices = [" ".join(map(_source, phrase.words)) for phrase in term.phrases]
    word = term.word
    if word is not None:
        text = re.escape(word.folded)
        choices.append(f"{text}[^ ]*" if term.open else text)
        choices.extend(map(re.escape, term.near))
        other = other_i(word.folded)
        if other:
            choices.append(other)
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"
