"""Words that the grammar of organisations' names needs."""

from dataclasses import dataclass
from functools import cache

from dxtui.lexicon.tables import table
from dxtui.text.spelling import spelling


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """In the one spelling, but for openers."""

    company: tuple[str, ...]
    """Words of a company's form, longest first."""
    no_bodies: tuple[str, ...]
    """What makes the opener before it a common word."""
    short_forms: frozenset[str]
    """Openers that alone may stand for a body named before."""
    lower_field: frozenset[str]
    """Openers that a phrase in lower case may follow without "về"."""
    not_short: frozenset[str]
    """Words behind such an opener that make it part of something else."""
    own_level: dict[str, str]
    """Last two words of openers that name their level themselves ("tỉnh ủy")."""


@cache
def organisation_words() -> OrganisationWords:
    """Return the words of config/organisations.toml."""
    rows = table("organisations")
    grammar = rows["grammar"]
    return OrganisationWords(
        tuple(sorted(map(spelling, grammar["company_words"]), key=len, reverse=True)),
        tuple(map(spelling, grammar["no_bodies"])),
        frozenset(grammar["short_forms"]),
        frozenset(grammar["lower_field"]),
        frozenset(map(spelling, grammar["not_short"])),
        {spelling(word): level for word, level in grammar["own_level"].items()},
    )
