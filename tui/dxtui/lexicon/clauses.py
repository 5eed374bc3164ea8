"""What ties a clause behind a semicolon to the time of the one before it."""

import re
from functools import cache

from dxtui.lexicon.phrases import alternation, spellings
from dxtui.lexicon.tables import table


@cache
def part_of_it() -> re.Pattern[str]:
    """Return the pattern of what right behind a semicolon tells of parts of what stands before it."""
    words = alternation(form for word in table("periods")["part_of_it"]["words"] for form in spellings(word))
    return re.compile(rf" {{0,3}}{words}(?!\w)")


@cache
def told() -> frozenset[str]:
    """Return the words before a number with which a semicolon does not end the time of the clause before it."""
    return frozenset(form for word in table("periods")["told"]["words"] for form in spellings(word))


@cache
def parts_of_it() -> re.Pattern[str]:
    """Return the pattern, to be searched, of words that go on with parts of what stands before them."""
    words = alternation(form for word in table("periods")["part_of_it"]["words"] for form in spellings(word))
    return re.compile(rf"(?<!\w){words}(?!\w)")
