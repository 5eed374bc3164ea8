"""What tells the kinds of statements apart, from config/statements.toml and config/persons.toml."""

import re
from dataclasses import dataclass
from functools import cache

from dxtui.lexicon.phrases import spelled, spelled_whole
from dxtui.lexicon.tables import table
from dxtui.text.openings import Opening
from dxtui.text.spelling import spelling


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns over text in the one spelling (`dxtui.text.spelling.spelling`) of a single line."""

    caption_marks: tuple[str, ...]
    """A picture's mark anywhere in the line."""
    bare_caption_marks: tuple[str, ...]
    """Those of them without a colon."""
    caption_openings: Opening
    """Somebody, or a picture's view, at the start of the line."""
    pictures: Opening
    """A picture's word at the start of a short line that says what it shows."""
    scenes: re.Pattern[str]
    """What a picture shows, anywhere."""
    notes: tuple[str, ...]
    """At the start of a line that tells how a table or figure is to be read."""
    sources: Opening
    """At the start of a line that says where something is from or whom to ask, before a name or a number."""
    byline_openings: Opening
    """At the start of a line that says who wrote it or where it is from."""
    byline_closings: tuple[str, ...]
    """At the end of such a line."""
    agencies: re.Pattern[str]
    """An agency's name at the start of a paragraph, before a dash."""
    link_sections: frozenset[str]
    """Whole lines after which everything leads elsewhere."""
    link_openings: Opening
    """At the start of a line that leads elsewhere."""
    menu: frozenset[str]
    """Whole lines that lead elsewhere."""
    invitations: Opening
    """At the start of a sentence that asks the reader to look elsewhere."""
    columns: re.Pattern[str]
    """A newspaper's column, as a whole line or at its start."""
    head_lines: frozenset[str]
    """Whole lines that open what a state document decides."""
    documents: frozenset[str]
    """Kinds of document that stand on a line of their own above the title."""
    standing: frozenset[str]
    """Lines that every state document has, their words alone."""
    letterheads: tuple[str, ...]
    """Words that open a letterhead, whole."""
    begun_letterheads: frozenset[str]
    """The same, cut behind any word but the last."""
    issuers: tuple[str, ...]
    """Who decides: the start of the line between the title and what is decided."""
    signing: re.Pattern[str]
    """A whole line that says in what post somebody signs, for whom (`other`), and what else it says (`rest`)."""
    topics: re.Pattern[str]
    """A line with a colon that names what stands below it, whole, and does not lead a list in."""
    receivers: tuple[str, ...]
    """Start of the line above those who get a letter."""
    subjects: tuple[str, ...]
    """Start of the line that says what a state document is about, whatever it ends with."""
    senders: tuple[str, ...]
    """End of the line above those to whom a telegram is sent."""
    surnames: frozenset[str]
    """Family names, as written."""


def _signing(for_others: list[str], posts: list[str], bodies: list[str]) -> re.Pattern[str]:
    post, more = spelled(posts), spelled([*posts, "thường trực"])
    return re.compile(
        rf"(?:(?P<other>(?:{spelled(for_others)})\.? )(?:{spelled(posts + bodies)})|(?:{post}))"
        rf"(?:(?:,| -| kiêm)? (?:{more}))*(?P<rest>[\w ,-]*)\Z"
    )


@cache
def cues() -> Cues:
    """Return the cues of the tables."""
    rows = table("statements")
    caption, byline, link, heading = rows["caption"], rows["byline"], rows["link"], rows["heading"]
    persons = table("persons")
    letterheads = tuple(map(spelling, heading["letterheads"]))
    return Cues(
        tuple(map(spelling, caption["marks"])),
        tuple(spelling(mark) for mark in caption["marks"] if ":" not in mark),
        Opening(re.compile(rf"(?:{spelled([*caption['openings'], *persons['titles']])})\b")),
        Opening(re.compile(rf"(?:{spelled(caption['pictures'])})\b(?! \d)")),
        re.compile(rf"{spelled_whole(caption['scenes'])}\b"),
        tuple(map(spelling, caption["notes"])),
        Opening(re.compile(rf"[>*(_\s]*(?:{spelled(byline['sources'])})\s*(?=\w)")),
        Opening(re.compile(rf"(?:{spelled(byline['openings'])})(?!\w)")),
        tuple(f"{words}{bracket}" for words in map(spelling, byline["closings"]) for bracket in ("", ")")),
        re.compile(rf"\(?(?:{spelled(byline['agencies'])})\b[^-–—]{{0,24}}\)?\s*[-–—]\s"),
        frozenset(map(spelling, link["sections"])),
        Opening(re.compile(rf"(?:{spelled(link['openings'])})")),
        frozenset(map(spelling, link["menu"])),
        Opening(re.compile(rf"[*>•\s]*(?:{spelled(link['invitations'])})")),
        re.compile(rf"(?:{spelled(link['columns'])})\b"),
        frozenset(map(spelling, heading["lines"])),
        frozenset(map(spelling, heading["documents"])),
        frozenset(" ".join(re.findall(r"\w+", spelling(line))) for line in byline["standing"]),
        letterheads,
        frozenset(" ".join(words[:last]) for words in map(str.split, letterheads) for last in range(1, len(words))),
        tuple(map(spelling, heading["issuers"])),
        _signing(byline["for_others"], byline["posts"], byline["bodies"]),
        re.compile(
            rf"(?:[-+*•] )?(?:\w[.)] )?(?:{spelled(heading['topics'])})(?!\w)"
            rf"(?: (?!(?:{spelled(heading['leads_in'])})(?!\w))[^\W\d_]+){{0,9}}:\Z"
        ),
        tuple(map(spelling, heading["receivers"])),
        tuple(map(spelling, heading["subjects"])),
        tuple(map(spelling, heading["senders"])),
        frozenset(persons["surnames"]),
    )
