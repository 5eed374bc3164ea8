"""Words by which a figure has the unit of another one, or of what it is the number of: config/units.toml."""

import re
from functools import cache

from dxtui.lexicon.phrases import alternation, spellings
from dxtui.lexicon.tables import table


def _forms(section: str, key: str) -> list[str]:
    return [form for word in table("units")[section][key] for form in spellings(word)]


@cache
def parts_counted() -> re.Pattern[str]:
    """Return the pattern of all between what is counted and how many of it are something: ", trong đó có "."""
    return re.compile(rf"[,;] {{0,2}}{alternation(_forms('counted_on', 'parts'))} {{0,2}}")


@cache
def totals() -> tuple[str, ...]:
    """Return how the words end before the total that something counted adds up to: "nâng tổng số lên"."""
    return tuple(f" {form}{end}" for form in _forms("counted_on", "totals") for end in ("", " "))


@cache
def number_of() -> re.Pattern[str]:
    """Return the pattern, to be searched, of the word for a number before what is counted, in the last clause."""
    words, verbs = (alternation(_forms("counted_on", key)) for key in ("numbers", "verbs"))
    return re.compile(rf"(?<!\w){words}(?= [^,;:.()\d]*(?<!\w){verbs} {{0,2}}$)")


@cache
def ends_clause() -> re.Pattern[str]:
    """Return the pattern of the end of a clause, right behind a number."""
    words = alternation(form for word in table("leads")["joins"]["words"] for form in spellings(word))
    return re.compile(rf" ?[,;)”\n]| ?\.(?!\d)|\Z| {words}(?!\w)| so(?!\w)")


@cache
def part_of_those() -> re.Pattern[str]:
    """Return the pattern of what behind a number word says that it is part of what was told before: " trong số đó"."""
    rows = table("numerals")["out_of"]
    words, those = (alternation(form for word in rows[key] for form in spellings(word)) for key in ("words", "those"))
    return re.compile(rf" {{1,2}}+{words} {{1,2}}+{those}(?!\w)")


@cache
def multiplying() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the units that count times, and how the words end before numbers of them that multiply: "gấp[ 1,6]"."""
    words = [form for word in table("roles")["multiple"]["up"] for form in spellings(word)]
    return frozenset(table("numerals")["one"]["always"]), tuple(f" {word} " for word in words)
