"""Which words a name in lower case goes on with, and which end it."""

from dataclasses import dataclass
from functools import cache

from dxtui.lexicon.tables import table
from dxtui.text.spelling import spelling


@dataclass(frozen=True, slots=True)
class Joining:
    """Sets of words and pairs of words in the one spelling."""

    stops: frozenset[str]
    """Words that end a name."""
    verbs: frozenset[str]
    """Words that end the name of a body or firm."""
    stop_pairs: frozenset[str]
    """Pairs that end a name."""
    nominal: frozenset[str]
    """Pairs among them that go on with it where they stand first in a part of it."""
    joins: frozenset[str]
    """Pairs that go on with it though their first word ends one."""
    after_comma: tuple[str, ...]
    """What goes on with a name behind a comma."""
    not_after_comma: frozenset[str]
    """Pairs in `nominal` that behind a comma begin another clause."""
    not_listed: tuple[str, ...]
    """What behind a comma begins another name's turn in a list of bodies, each with a space behind it."""
    clauses: tuple[str, ...]
    """What makes a clause of one of these pairs behind a comma, each with a space before it and behind."""
    after_and: tuple[str, ...]
    """What goes on in lower case behind "và" with a name in capitals."""
    no_parts: tuple[str, ...]
    """What behind a dash is no part of a name."""
    objects: tuple[str, ...]
    """Behind a pair in `nominal` these make it what a body does."""
    dash_heads: tuple[str, ...]
    """Before a dash, with these behind it, it makes one word of two: "kinh tế - xã hội"."""
    dash_tails: tuple[str, ...]
    """What stands behind such a dash."""
    not_beyond: tuple[str, ...]
    """Pairs that behind a place go on with no name of a firm or newspaper."""
    leads_on: frozenset[str]
    """Words behind which a pair in `nominal` goes on with a name."""
    compounds: frozenset[str]
    """Pairs whose second word ends no name."""
    firsts: frozenset[str]
    """First words of all of these: others go on with a name without a look at the next word."""


@cache
def joining() -> Joining:
    """Return the words of config/joining.toml."""
    rows = table("joining")
    stops = frozenset(map(spelling, rows["stops"]))
    pairs = frozenset(map(spelling, rows["stop_pairs"]))
    nominal = frozenset(map(spelling, rows["nominal"]))
    joins = frozenset(map(spelling, rows["joins"]))
    verbs = frozenset(map(spelling, rows["verbs"]))
    firsts = stops | verbs | {pair.split()[0] for pair in pairs | nominal | joins}
    after_comma = tuple(map(spelling, rows["after_comma"]))
    after_and = tuple(map(spelling, rows["after_and"]))
    compounds = frozenset(map(spelling, rows["compounds"]))
    leads_on = frozenset(map(spelling, rows["leads_on"]))
    no_parts = tuple(map(spelling, rows["no_parts"]))
    return Joining(
        stops,
        verbs,
        pairs,
        nominal,
        joins,
        after_comma,
        frozenset(map(spelling, rows["not_after_comma"])),
        tuple(f"{spelling(word)} " for word in rows["not_listed"]),
        tuple(f" {spelling(word)} " for word in rows["clauses"]),
        after_and,
        no_parts,
        tuple(f" {spelling(word)}" for word in rows["objects"]),
        tuple(f" {spelling(word)}" for word in rows["dash_heads"]),
        tuple(map(spelling, rows["dash_tails"])),
        tuple(map(spelling, rows["not_beyond"])),
        leads_on,
        compounds,
        frozenset(firsts),
    )
