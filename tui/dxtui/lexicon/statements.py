"""What tells the kinds of statements apart, from config/statements.toml and config/persons.toml."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dxtui.lexicon.tables import table
from dxtui.text.spelling import spelling


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns over text in the one spelling (`dxtui.text.spelling.spelling`) of a single line."""

    caption_marks: tuple[str, ...]
    """A picture's mark anywhere in the line."""
    caption_openings: re.Pattern[str]
    """Somebody, or a picture's view, at the start of the line."""
    scenes: re.Pattern[str]
    """What a picture shows, anywhere."""
    byline_openings: re.Pattern[str]
    """At the start of a line that says who wrote it or where it is from."""
    byline_closings: re.Pattern[str]
    """At the end of such a line."""
    agencies: re.Pattern[str]
    """An agency's name at the start of a paragraph, before a dash."""
    link_sections: frozenset[str]
    """Whole lines after which everything leads elsewhere."""
    link_openings: re.Pattern[str]
    """At the start of a line that leads elsewhere."""
    head_lines: frozenset[str]
    """Whole lines at the head of a state document."""
    document_kinds: frozenset[str]
    """Kinds of document that stand on a line of their own above the title."""
    receivers: tuple[str, ...]
    """Start of the line above those who get a letter."""
    surnames: frozenset[str]
    """Family names, as written."""


def _any(words: Iterable[str]) -> str:
    """An alternation of `words`, longest first."""
    return "|".join(re.escape(word) for word in sorted(map(spelling, words), key=len, reverse=True))


@cache
def cues() -> Cues:
    """Return the cues of the tables."""
    rows = table("statements")
    caption, byline, link, heading = rows["caption"], rows["byline"], rows["link"], rows["heading"]
    persons = table("persons")
    return Cues(
        tuple(map(spelling, caption["marks"])),
        re.compile(rf"(?:{_any([*caption['openings'], *persons['titles']])})\b"),
        re.compile(rf"\b(?:{_any(caption['scenes'])})\b"),
        re.compile(rf"(?:{_any(byline['openings'])})(?!\w)"),
        re.compile(rf"(?:{_any(byline['closings'])})\)?\Z"),
        re.compile(rf"\(?(?:{_any(byline['agencies'])})\b[^-–—]{{0,24}}\)?\s*[-–—]\s"),
        frozenset(map(spelling, link["sections"])),
        re.compile(rf"(?:{_any(link['openings'])})"),
        frozenset(map(spelling, heading["lines"])),
        frozenset(map(spelling, heading["documents"])),
        tuple(map(spelling, heading["receivers"])),
        frozenset(persons["surnames"]),
    )
