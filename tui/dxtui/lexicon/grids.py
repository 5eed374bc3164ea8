"""Words in the headers of tables: config/grids.toml."""

import re
from functools import cache

from dxtui.lexicon.phrases import alternation, spellings
from dxtui.lexicon.tables import table


def _forms(key: str, words: str = "words") -> frozenset[str]:
    return frozenset(form for word in table("grids")[key][words] for form in spellings(word))


@cache
def changes() -> re.Pattern[str]:
    """Return the pattern of the start of a header over amounts by which something changed."""
    return re.compile(rf"\W*{alternation(_forms('change'))}(?!\w)")


@cache
def spans_of_time() -> frozenset[str]:
    """Return the words that start a header's name and count nothing."""
    return _forms("times")


@cache
def unit_words() -> frozenset[str]:
    """Return what stands over a column of units."""
    return _forms("unit")


@cache
def perhaps_unit_words() -> frozenset[str]:
    """Return what stands over a column of units or of offices."""
    return _forms("unit", "maybe")


@cache
def counts() -> re.Pattern[str]:
    """Return the pattern of what stands before the noun that a column counts."""
    return re.compile(rf"{alternation(_forms('count'))}(?!\w)")


@cache
def numbering_words() -> frozenset[str]:
    """Return what stands over the column that numbers the rows."""
    return _forms("numbering")


@cache
def year_words() -> frozenset[str]:
    """Return what stands over a column of years."""
    return _forms("year")


@cache
def plan() -> re.Pattern[str]:
    """Return the pattern of words over a column of amounts to be reached."""
    return re.compile(rf"(?<!\w){alternation(_forms('plan'))}(?!\w)")


@cache
def unit_line() -> re.Pattern[str]:
    """Return the pattern of a line that names the unit of a table; group 1 is the unit."""
    return re.compile(rf"(?<!\w){alternation(_forms('unit') | _forms('unit', 'maybe'))} ?: ?([^\n\t|():;]{{1,40}})")
