"""Mentions of persons, organisations, places, laws, programmes and systems."""

from typing import Literal, NamedTuple, get_args

EntityType = Literal["person", "organisation", "place", "law", "programme", "system"]
"""What kind of thing a name names."""

ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)


class Mention(NamedTuple):
    """One place where a text names something. Mentions do not overlap."""

    start: int
    """First code point of the longest span that names the thing."""
    end: int
    """Past its last code point."""
    type: EntityType
    """What kind of thing it is."""
    canonical: str
    """Its full Vietnamese name without abbreviation, the same for all its mentions in all documents."""
