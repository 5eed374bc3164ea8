"""Words that tell of figures from a distance, and number words: all found in one pass over a text."""

from collections.abc import Iterable
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick

from dxtui.lexicon.numerals import digits, fractions, multiples, ordinals, tens
from dxtui.lexicon.phrases import spellings
from dxtui.lexicon.tables import table

CueKind = Literal["number", "aim", "demand", "past", "baseline", "same", "year", "quarter", "month", "day", "rank", "estimate", "name"]
"""What a cue is: a number word; an aim or demand or what takes it back; what a comparison starts with; a time named from
where the text stands; words of ranking."""

Cue = tuple[CueKind, int, int, int]
"""Kind, start, end, and for a relative time how many of its units away."""

_OPENERS = " (\"“‘'\t-–/"
_CLOSERS = " ,.;:)\"”’'\t-–/\x00"


@cache
def _automaton() -> tuple[AhoCorasick, list[tuple[CueKind, int]]]:
    roles, periods, numerals = table("roles"), table("periods"), table("numerals")
    entries: dict[str, tuple[CueKind, int]] = {}
    listed: tuple[tuple[CueKind, list[str]], ...] = (
        ("aim", roles["target"]["aims"]),
        ("demand", roles["target"]["demands"]),
        ("past", roles["target"]["past"]),
        ("baseline", periods["baseline"]["words"]),
        ("same", periods["same_period"]["words"]),
        ("rank", roles["rank"]["context"]),
        ("estimate", table("qualifiers")["far"]["words"]),
    )
    for kind, words in listed:
        for phrase in words:
            for form in spellings(phrase):
                entries.setdefault(form, (kind, 0))
    units: tuple[CueKind, ...] = ("year", "quarter", "month", "day")
    for unit in units:
        for phrase, distance in periods[f"relative_{unit}"].items():
            for form in spellings(phrase):
                entries[form] = (unit, distance)
    patterns = list(entries)
    meanings = list(entries.values())

    def add(words: Iterable[str], closers: str, kind: CueKind) -> None:
        for form in sorted({form for word in words for form in spellings(word)}):
            for opener in _OPENERS:
                for closer in closers:
                    patterns.append(f"{opener}{form}{closer}")
                    meanings.append((kind, 0))

    one = [word for word, value in numerals["digits"].items() if value == "1"]
    after_one = [*numerals["one"]["words"], *numerals["magnitudes"]]
    add({*digits(), *tens()} - set(one), " ", "number")
    add((f"{word} {noun}" for word in one for noun in after_one), " ,.;)", "number")
    add({*fractions(), *(f"gấp {word}" for word in multiples()), *(f"thứ {word}" for word in ordinals())}, _CLOSERS, "number")
    add(numerals["parts"]["words"], " ", "number")
    add(table("calendar")["months"], _CLOSERS, "name")
    return AhoCorasick(patterns), meanings


def cues(low: str) -> tuple[list[Cue], list[tuple[int, int, CueKind]]]:
    """Return the cues of a text in lower case with plain spaces, in order, and the spans of its number words.

    Cues may overlap; of two that start together the longer comes last.
    """
    automaton, meanings = _automaton()
    found: list[Cue] = []
    words: list[tuple[int, int, CueKind]] = []
    size = len(low)
    for which, start, end in automaton.find_matches_as_indexes(f" {low}\x00", overlapping=True):
        kind, distance = meanings[which]
        if kind == "number" or kind == "name":
            if kind == "name" or end >= size or not low[end - 1].isdecimal():
                words.append((start, end - 2, kind))
        elif (start <= 1 or not low[start - 2].isalnum()) and (end > size or not low[end - 1].isalnum()):
            found.append((kind, start - 1, end - 1, distance))
    found.sort(key=_by_start)
    words.sort()
    return found, words


def _by_start(cue: Cue) -> tuple[int, int]:
    return cue[1], cue[2]
