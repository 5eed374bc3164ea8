"""Words that tell of figures from a distance, and number words: all found in one pass over a text."""

from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick

from dxtui.lexicon.numerals import digits, fractions, multiples, ordinals, tens
from dxtui.lexicon.phrases import spellings
from dxtui.lexicon.tables import table

CueKind = Literal["number", "aim", "demand", "past", "baseline", "same", "year", "quarter", "month", "day", "rank"]
"""What a cue is: a number word; an aim or demand or what takes it back; what a comparison starts with; a time named from
where the text stands; words of ranking."""

Cue = tuple[CueKind, int, int, int]
"""Kind, start, end, and for a relative time how many of its units away."""

_OPENERS = " (\"“‘'\t-–/"
_CLOSERS = " ,.;:)\"”’'\t-–/\x00"


@cache
def _automaton() -> tuple[AhoCorasick, list[tuple[CueKind, int]]]:
    roles, periods = table("roles"), table("periods")
    entries: dict[str, tuple[CueKind, int]] = {}

    def add(kind: CueKind, phrase: str, distance: int = 0) -> None:
        for form in spellings(phrase):
            entries.setdefault(form, (kind, distance))

    for kind, words in (
        ("aim", roles["target"]["aims"]),
        ("demand", roles["target"]["demands"]),
        ("past", roles["target"]["past"]),
        ("baseline", periods["baseline"]["words"]),
        ("same", periods["same_period"]["words"]),
        ("rank", roles["rank"]["context"]),
    ):
        for phrase in words:
            add(kind, phrase)
    for kind in ("year", "quarter", "month", "day"):
        for phrase, distance in periods[f"relative_{kind}"].items():
            add(kind, phrase, distance)
    patterns = list(entries)
    meanings = list(entries.values())
    words = {*digits(), *tens(), *(f"gấp {word}" for word in multiples()), *(f"thứ {word}" for word in ordinals()), *fractions()}
    for word in sorted({form for word in words for form in spellings(word)}):
        for opener in _OPENERS:
            for closer in _CLOSERS:
                patterns.append(f"{opener}{word}{closer}")
                meanings.append(("number", 0))
    return AhoCorasick(patterns), meanings


def cues(low: str) -> tuple[list[Cue], list[tuple[int, int]]]:
    """Return the cues of a text in lower case with plain spaces, in order, and the spans of its number words.

    Cues may overlap; a longer one that starts where a shorter does stands after it.
    """
    automaton, meanings = _automaton()
    found: list[Cue] = []
    words: list[tuple[int, int]] = []
    for which, start, end in automaton.find_matches_as_indexes(f" {low}\x00", overlapping=True):
        kind, distance = meanings[which]
        if kind == "number":
            words.append((start, end - 2))
        else:
            start -= 1
            end -= 1
            if (start <= 0 or not low[start - 1].isalnum()) and (end >= len(low) or not low[end].isalnum()):
                found.append((kind, start, end, distance))
    found.sort(key=lambda cue: (cue[1], cue[2]))
    words.sort()
    return found, words
