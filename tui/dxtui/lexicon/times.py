"""Words around a date that say what it does: config/periods.toml."""

import re
from functools import cache

from dxtui.lexicon.phrases import alternation, spellings
from dxtui.lexicon.tables import table


def _backwards(words: list[str]) -> str:
    return alternation(form[::-1] for word in words for form in spellings(word))


@cache
def compared() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what makes the date before it one of comparison: "so với cùng kỳ năm"."""
    rows = table("periods")
    between = _backwards(rows["fillers"]["words"])
    start = _backwards(rows["baseline"]["words"])
    return re.compile(rf" {{0,3}}+(?:(?!{start}(?!\w)){between}(?!\w) {{0,3}}+){{0,8}}?{start}(?!\w)")


@cache
def leads_in() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of the words that lead in a date; group 1 is the first of them."""
    rows = table("periods")
    between = _backwards(rows["fillers"]["words"])
    first = _backwards(rows["leads"]["words"])
    return re.compile(rf" {{0,3}}+(?:{between}(?!\w) {{0,3}}+){{0,4}}?({first})(?!\w)|(?: {{0,3}}+{between}(?!\w)){{1,4}}")


@cache
def subject_end() -> re.Pattern[str]:
    """Return the pattern of the words between what is measured and its figure: "đạt", "là", "tăng"."""
    words = alternation(form for word in table("roles")["predicates"]["words"] for form in spellings(word))
    return re.compile(rf"(?:(?<=\s)|\A){words}(?!\w)")
