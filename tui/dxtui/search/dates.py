"""Years among other words: a statement that names none is of the year of its document."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from dxtui.lexicon.tables import table
from dxtui.search.term import Term
from dxtui.search.words import Spelling, spell
from dxtui.text.fold import fold

_YEAR = re.compile("(?:19|20)[0-9]{2}")


def with_dates(terms: Sequence[Term], known: Callable[[str], object]) -> list[Term]:
    """Return the terms, a year answered by the documents of that year too, if `known` knows of any.

    So is the word for "year" before it. A year alone is only looked for in the texts: `date:` asks for documents.
    """
    found = list(terms)
    for at, term in enumerate(terms):
        if term.word is not None and not term.fixed and _YEAR.fullmatch(term.word.folded) and known(term.word.folded):
            found[at] = replace(term, dated=term.word.folded)
    for at, (before, term) in enumerate(pairwise(terms)):
        if found[at + 1].dated and term.word is not None and not before.fixed and _is_year(before.word):
            found[at] = replace(before, dated=term.word.folded)
    return list(terms) if all(term.dated for term in found) else found


def _is_year(word: Spelling | None) -> bool:
    """Whether this is the word for "year", with its marks or without any."""
    return word is not None and (word in _words() or (not word.marked and word.folded in map(fold, _plain())))


@cache
def _plain() -> tuple[str, ...]:
    return tuple(table("calendar")["date"]["year"])


@cache
def _words() -> frozenset[Spelling]:
    return frozenset(map(spell, _plain()))
