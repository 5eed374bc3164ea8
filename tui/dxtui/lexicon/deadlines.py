"""Words around a date that make it a deadline, and times told from where a text stands: config/tasks.toml."""

import re
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from dxtui.lexicon.phrases import spelled, spelled_whole
from dxtui.lexicon.tables import table
from dxtui.text.openings import Opening
from dxtui.text.spelling import searchable, spelling


@dataclass(frozen=True, slots=True)
class DeadlineWords:
    """Patterns and words, all in the one spelling."""

    again: Opening
    """Behind a date: it comes again."""
    coming: re.Pattern[str]
    """How long from the day of the text on: a number, and its unit; searched."""
    said: re.Pattern[str]
    """Anywhere behind a day: it is when somebody said or ordered something."""
    joints: frozenset[str]
    """Between dates that are one list."""
    purposes: tuple[str, ...]
    """How a clause starts that tells what an order is for."""
    spans: frozenset[str]
    """Words before a time ahead."""
    before_date: frozenset[str]
    """What makes the date behind it a deadline."""
    never_date: frozenset[str]
    """What makes the date behind it something else."""
    between: frozenset[str]
    """What may stand between such words and the date."""
    hours: frozenset[str]
    """What behind digits tells an hour: "trước 17 giờ ngày 25/12"."""
    relative: re.Pattern[str]
    """A time from where the text stands, anywhere."""
    relatives: ahocorasick_rs.BytesAhoCorasick
    """Finds where such times may be in what is `searchable`."""
    away: dict[str, tuple[str, int]]
    """How many years, quarters or months away it is; "feast" for the next one."""
    feasts: re.Pattern[str]
    """A feast that moves, right before its year."""
    feast_days: tuple[str, ...]
    """Its days."""
    days_before: re.Pattern[str]
    """How many days before a feast, behind it; the group."""
    since: re.Pattern[str]
    """How long after the day on which the text was issued: a number, and its unit; searched."""
    days: frozenset[str]
    """Words for a day before its date, or its part."""
    given: frozenset[str]
    """Words before the time at which an order was given that stands behind it."""
    reviews: re.Pattern[str]
    """How long after that day something is looked at again: a number, and its unit; searched."""
    units: dict[str, str]
    """The units: "day", "workday", "week", "month" or "year"."""
    stages: re.Pattern[str]
    """The first of several stages, each of which has its own date behind it; searched."""


@cache
def deadline_words() -> DeadlineWords:
    """Return the words of config/tasks.toml about deadlines."""
    rows = table("tasks")
    cues, when = rows["cues"], rows["deadlines"]
    counted = when["counted"]
    units = {spelling(word): unit for unit, words in counted["units"].items() for word in words}
    away = {
        spelling(phrase): (unit, by) for unit, phrases in when["relative"].items() for phrase, by in phrases.items()
    }
    feasts = when["feasts"]["names"]
    away |= {spelling(f"{by} {feast}"): ("feast", 0) for feast in feasts for by in when["feasts"]["by"]}
    return DeadlineWords(
        Opening(re.compile(rf" (?:{spelled(when['regular'])})(?!\w)")),
        re.compile(rf" trong (?:vòng )?(\d{{1,2}}) ({spelled(units)}) (?:{spelled(counted['coming'])})(?!\w)"),
        re.compile(rf" (?:{spelled([*rows['words']['saying'], *cues['orders']])})(?!\w)"),
        frozenset(map(spelling, when["joints"])),
        tuple(f"{spelling(form)} " for form in when["purposes"]),
        frozenset(map(spelling, cues["spans"])),
        frozenset(map(spelling, when["before"])),
        frozenset(map(spelling, when["never"])),
        frozenset(map(spelling, when["between"])),
        frozenset(map(spelling, table("periods")["fillers"]["hours"])),
        re.compile(rf"{spelled_whole(away)}\b"),
        ahocorasick_rs.BytesAhoCorasick(
            [searchable(phrase)[1:] for phrase in away],
            ahocorasick_rs.MatchKind.Standard,
            implementation=ahocorasick_rs.Implementation.DFA,
        ),
        away,
        re.compile(rf"(?:{spelled(feasts)})(?: [^\W\d_]+){{0,3}} \Z"),
        tuple(when["feasts"]["days"]),
        re.compile(rf"(?: [^\W\d_]+){{0,5}} (\d{{1,2}}) (?:{spelled(when['feasts']['units'])})(?!\w)"),
        re.compile(
            rf"(?<![\d.,/-])(\d{{1,3}})\)? ({spelled(units)}),?"
            rf" (?:(?:{spelled(counted['from'])}) (?:{spelled(counted['issued'])})|{spelled(counted['now'])})(?!\w)"
        ),
        frozenset(map(spelling, when["days"])),
        frozenset(map(spelling, when["given"])),
        re.compile(
            rf"{spelled_whole(counted['reviews'])}(?: [^\W\d_]+){{0,6}}? (?:{spelled(counted['after'])})"
            rf" (\d{{1,2}}) ({spelled(units)})(?!\w)"
        ),
        units,
        re.compile(rf"{spelled_whole(when['stages'])}(?!\w)"),
    )
