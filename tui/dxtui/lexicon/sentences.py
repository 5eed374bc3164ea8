"""Words with a full stop of their own and words that end no line, as sentence ends and paragraphs know them."""

from functools import cache

from dxtui.lexicon.tables import table
from dxtui.text.paragraphs import Unfinished
from dxtui.text.sentences import Abbreviations


@cache
def abbreviations() -> Abbreviations:
    """Return the abbreviations of config/sentences.toml."""
    rows = table("sentences")
    before_names = frozenset(rows["before_names"])
    endings = frozenset(name[-2:] for name in before_names)
    return Abbreviations(before_names, frozenset(rows["lettered"]), frozenset(rows["numbered"]), endings)


@cache
def unfinished() -> Unfinished:
    """Return the words of config/sentences.toml that end no line."""
    rows = table("sentences")
    anything = tuple(f" {words}" for words in rows["unfinished"])
    numbers = tuple(f" {words}" for words in rows["before_numbers"])
    return Unfinished(anything, numbers, tuple(words for words in anything if words.endswith(".")))
