"""Words with a full stop of their own, as sentence ends know them."""

from functools import cache

from dxtui.lexicon.tables import table
from dxtui.text.sentences import Abbreviations


@cache
def abbreviations() -> Abbreviations:
    """Return the abbreviations of config/sentences.toml."""
    rows = table("sentences")
    return Abbreviations(frozenset(rows["before_names"]), frozenset(rows["lettered"]), frozenset(rows["numbered"]))
