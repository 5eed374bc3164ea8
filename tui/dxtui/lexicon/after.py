"""What stands right after a number: units, counted nouns and words that end them. config/units.toml, nouns.toml."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dxtui.lexicon.phrases import Phrases, alternation, spellings
from dxtui.lexicon.tables import table

Family = Literal["money", "duration", "share", "measure", "multiple", "noun", "end"]
"""What follows a number: a unit of some kind, the head of a counted phrase, or a word that cannot be counted."""


@dataclass(frozen=True, slots=True)
class After:
    """What a phrase right after a number is."""

    family: Family
    """Its kind."""
    code: str
    """For a unit its code; else the phrase."""


@cache
def afters() -> Phrases[After]:
    """Return the phrases, matched from the end of a number."""
    nouns = table("nouns")
    meanings = {phrase: After("end", phrase) for key in ("stops", "never") for phrase in nouns[key]["words"]}
    for key in ("classifiers", "bodies", "heads"):
        meanings.update((phrase, After("noun", phrase)) for phrase in nouns[key]["words"])
    units = table("units")
    families: tuple[Family, ...] = ("multiple", "share", "measure", "duration", "money")
    for family in families:
        meanings.update((phrase, After(family, code)) for phrase, code in units[family].items())
    return Phrases(meanings, before=" {0,3}+", after=r"(?!\w)")


def _words(*keys: str) -> str:
    nouns = table("nouns")
    return alternation(form for key in keys for phrase in nouns[key]["words"] for form in spellings(phrase))


@cache
def phrase_tail() -> re.Pattern[str]:
    """Return the pattern of the rest of a counted phrase, from the end of its first word: up to a stop or a sign."""
    word = r"[^\W\d][\w&’'-]*+"
    whole = rf"{_words('compounds')}(?!\w)"
    rows = table("calendar")["date"]
    year, quarter = (alternation(form for word in rows[key] for form in spellings(word)) for key in ("year", "quarter"))
    stop = rf"{_words('stops')}(?!\w)|{year} {{1,2}}\d|{quarter} {{1,2}}(?:\d|[iv]{{1,3}}(?!\w))"
    return re.compile(rf"(?: {{1,3}}+(?:{whole}|(?!{stop}){word})){{0,11}}+")


@cache
def body_list() -> re.Pattern[str]:
    """Return the pattern of what joins a head to others of its kind: "bộ[, ngành]", "doanh nghiệp[ và đơn vị]"."""
    body = _words("bodies")
    joint = alternation(body_joints())
    return re.compile(rf"(?:(?:, {{0,2}}+| {{1,2}}+{joint} {{1,2}}+|/){body}(?!\w)){{1,5}}+")


@cache
def bodies() -> frozenset[str]:
    """Return the heads that another one may follow with a sign between: "bộ/ngành", but "15 tiêu chí/xã"."""
    return frozenset(table("nouns")["bodies"]["words"])


@cache
def body_joints() -> frozenset[str]:
    """Return the words that join two bodies."""
    return frozenset(form for word in table("leads")["joins"]["words"] for form in spellings(word))


@cache
def syllable_pair() -> re.Pattern[str]:
    """Return the pattern of a head that no table knows: a word, and a second one where no stop stands between."""
    word = r"[^\W\d][\w&’'-]*+"
    return re.compile(rf" {{0,3}}+({word}(?: {{1,2}}+(?!{_words('stops', 'never')}(?!\w)){word})?+)")


@cache
def kinds_of_duration() -> re.Pattern[str]:
    """Return the pattern of what says of what kind a duration is: "12 giờ[ làm việc]"."""
    words = alternation(form for word in table("units")["duration_kinds"]["words"] for form in spellings(word))
    return re.compile(rf" {{1,2}}+{words}(?!\w)")


@cache
def money_signs() -> frozenset[str]:
    """Return what is written right before an amount of money: "$"."""
    return frozenset(table("units")["money_before"])


@cache
def copies_kept() -> tuple[str, str, str]:
    """Return how the line of a letter starts that says who keeps copies, how a copy is written short, and its unit."""
    row = table("units")["copies"]
    return row["line"], row["short"], row["unit"]


@cache
def ages() -> frozenset[str]:
    """Return the words for how old somebody is."""
    return frozenset(form for word in table("units")["ages"]["words"] for form in spellings(word))


@cache
def broken() -> frozenset[str]:
    """Return what is counted in parts too, so that three digits behind a comma may be decimals: "5,647 điểm"."""
    return frozenset(table("nouns")["broken"]["words"])


@cache
def range_words() -> frozenset[str]:
    """Return the words between the ends of a range."""
    return frozenset(form for word in table("units")["range"]["words"] for form in spellings(word))


@cache
def worded_joint() -> re.Pattern[str]:
    """Return the pattern of what stands between the ends of a range in words: "hai[ đến ]ba", "hai[ ]ba", "hai[, ]ba".

    Group 1 is the word, None where there is none.
    """
    return re.compile(rf"(?: {{1,2}}+({alternation(range_words())}) {{1,2}}+|,? {{1,2}}+)")


@cache
def range_joint() -> re.Pattern[str]:
    """Return the pattern of the second half of a range: the dash (1) or a word, then digits (2)."""
    words = alternation(range_words())
    return re.compile(rf"(?: {{0,2}}+([-–—]) {{0,2}}+| {{1,2}}+{words} {{1,2}}+)(\d++(?:[.,]\d++)*+)(?!\d|[/:]\d)")
