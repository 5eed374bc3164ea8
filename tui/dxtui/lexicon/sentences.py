"""Words with a full stop of their own and words that end no line, as sentence ends and paragraphs know them."""

import re
from collections.abc import Iterable
from functools import cache

from dxtui.lexicon.tables import table
from dxtui.text.paragraphs import Unfinished
from dxtui.text.sentences import Abbreviations


@cache
def abbreviations() -> Abbreviations:
    """Return the abbreviations of config/sentences.toml."""
    rows = table("sentences")
    return Abbreviations(frozenset(rows["before_names"]), frozenset(rows["lettered"]), frozenset(rows["numbered"]))


@cache
def unfinished() -> Unfinished:
    """Return the words of config/sentences.toml that end no line."""
    rows = table("sentences")
    return Unfinished(_last(rows["unfinished"]), _last(rows["before_numbers"]))


def _last(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return what finds one of some phrases at the end of a text in lower case."""
    told = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{told})\Z")
