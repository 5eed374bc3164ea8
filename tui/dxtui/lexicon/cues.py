"""Words that tell of figures from a distance, and number words: all found in one pass over a text."""

import re
from collections.abc import Iterable
from functools import cache
from operator import itemgetter
from typing import Final, Literal

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from dxtui.lexicon.numerals import before_multiples, before_ordinals, digits, fractions, multiples, ordinals, tens
from dxtui.lexicon.phrases import alternation, anywhere, spellings
from dxtui.lexicon.tables import table
from dxtui.text.spelling import one_byte

CueKind = Literal[
    "aim", "demand", "plan", "order", "forecast", "past", "baseline", "same", "year", "own_year", "season", "quarter",
    "week", "month", "reported", "day", "rank", "estimate", "goal", "contrast",
]  # fmt: skip
"""What a cue is: an aim or demand or what takes it back; what is foretold; what a comparison starts with; a time named
from where the text stands; words of ranking; an estimate; a goal that stands right before its figure; what an aim is
set against."""

Cue = tuple[CueKind, int, int, int]
"""Kind, start, end, and for a relative time how many of its units away."""

WordKind = Literal["word", "name", "roman", "odd"]
"""A number word; a month in words; what is a Roman numeral if it is in capitals; digits that are no decimal ones."""

_Meaning = tuple[CueKind, int] | WordKind | Literal["bare"]
"""Of a pattern: a cue and its distance, a word's kind, or a qualifier with the magnitude that is the word."""

Word = tuple[int, int, WordKind]
"""Start, end, kind."""

# The code points with isdigit() and without isdecimal(), as ranges because finding them takes long.
_ODD_RANGES: Final = (
    (0xB2, 0xB3), (0xB9, 0xB9), (0x1369, 0x1371), (0x19DA, 0x19DA), (0x2070, 0x2070), (0x2074, 0x2079),
    (0x2080, 0x2089), (0x2460, 0x2468), (0x2474, 0x247C), (0x2488, 0x2490), (0x24EA, 0x24EA), (0x24F5, 0x24FD),
    (0x24FF, 0x24FF), (0x2776, 0x277E), (0x2780, 0x2788), (0x278A, 0x2792), (0x10A40, 0x10A43), (0x10E60, 0x10E68),
    (0x11052, 0x1105A), (0x1F100, 0x1F10A),
)  # fmt: skip
_ODD: Final = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _ODD_RANGES)}]")
_LAST_ROMAN: Final = 39
_ONES: Final = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")

_OPENERS: Final = " (\"“‘'\t-–/"
_CLOSERS: Final = " ,.;:)\"”’'\t-–/\x00"


@cache
def _automaton() -> tuple[BytesAhoCorasick, list[_Meaning]]:
    """Return what finds cues and number words in text with one byte a code point, and their meanings by number."""
    roles, periods, numerals = table("roles"), table("periods"), table("numerals")
    target = roles["target"]
    asked = [f"{verb} {whom}" for verb in target["asks"] for whom in target["asked"]]
    planned = [f"{lead} {deed}" for lead in target["planning"] for deed in target["planned"]]
    entries: dict[str, tuple[CueKind, int]] = {}
    listed: tuple[tuple[CueKind, list[str]], ...] = (
        ("aim", target["aims"]),
        ("demand", target["demands"]),
        ("past", target["past"]),
        ("plan", [*target["plans"], *asked, *planned]),
        ("order", target["orders"]),
        ("forecast", target["forecasts"]),
        ("goal", target["goals"]),
        ("contrast", target["contrasts"]),
        ("baseline", periods["baseline"]["words"]),
        ("same", periods["same_period"]["words"]),
        ("rank", roles["rank"]["context"]),
        ("estimate", table("qualifiers")["far"]["words"]),
    )
    for kind, words in listed:
        for phrase in words:
            for form in spellings(phrase):
                entries.setdefault(form, (kind, 0))
    units: tuple[CueKind, ...] = ("year", "own_year", "season", "quarter", "week", "month", "reported", "day")
    for unit in units:
        for phrase, distance in periods[f"relative_{unit}"].items():
            for form in spellings(phrase):
                entries[form] = (unit, distance)
    patterns = list(entries)
    meanings: list[_Meaning] = list(entries.values())

    def add(words: Iterable[str], closers: str, kind: WordKind | Literal["bare"]) -> None:
        for form in sorted({form for word in words for form in spellings(word)}):
            for opener in _OPENERS:
                for closer in closers:
                    patterns.append(f"{opener}{form}{closer}")
                    meanings.append(kind)

    one = [word for word, value in numerals["digits"].items() if value == "1"]
    zero = [word for word, value in numerals["digits"].items() if value == "0"]
    after_one = [*numerals["one"]["words"], *numerals["magnitudes"], *numerals["parts"]["words"]]
    after_one += numerals["one"]["persons"]
    two = [word for word, value in numerals["digits"].items() if value == "2"]
    add({*digits(), *tens()} - {*one, *zero}, " ,", "word")
    add((f"{word} {noun}" for word in one for noun in after_one), " ,.;)”\x00", "word")
    joints = ["", ",", *(f" {word}" for word in table("units")["range"]["words"])]
    add((f"{word}{joint} {more}" for word in one for joint in joints for more in two), " ", "word")
    scales = {word: int(value) for word, value in numerals["magnitudes"].items()}
    add((f"{less} {more}" for less in scales for more in scales if scales[less] < scales[more]), " ,.;)", "word")
    add((f"{scale} {half}" for scale in scales for half in numerals["halves"]["words"]), " ,.;)", "word")
    halves = numerals["halves"]
    add((f"{unit} {half}" for unit in halves["of_one"] for half in halves["words"]), _CLOSERS, "word")
    bare = [word for word in numerals["magnitudes"] if word not in tens() and not word.isascii()]
    add((f"{before} {word}" for before in numerals["before"]["magnitude"] for word in bare), " ", "bare")
    add((f"{before} {word}" for before in numerals["one"]["only"] for word in one), " ", "bare")
    add((f"{has} {word}" for has in numerals["one"]["each_has"] for word in one), " ", "bare")
    shared = [f"{each} {whom}" for each in numerals["each"]["words"] for whom in numerals["one"]["each_gets"]]
    add((f"{before} {word}" for before in [*shared, *numerals["every"]["then"]] for word in one), " ", "bare")
    add((f"{joint} {word}" for joint in numerals["one"]["listed"] for word in one), " ", "bare")
    for form in (form for word in one for form in spellings(word)):
        patterns.append(f", {form} ")
        meanings.append("bare")
    each = numerals["each"]
    add((f"{every} {time} {word}" for every in each["words"] for time in each["times"] for word in one), " ", "bare")
    add(numerals["doubled"]["words"], _CLOSERS, "word")
    add(fractions(), _CLOSERS, "word")
    add((f"{before} {word}" for before in before_multiples() for word in multiples()), _CLOSERS, "word")
    add((f"{before} {word}" for before in before_ordinals() for word in ordinals()), _CLOSERS, "word")
    add(table("calendar")["months"], _CLOSERS, "name")
    add(("x" * (number // 10) + _ONES[number % 10] for number in range(1, _LAST_ROMAN + 1)), _CLOSERS, "roman")
    return BytesAhoCorasick([*map(one_byte, patterns)], MatchKind.Standard, implementation=Implementation.DFA), meanings


@cache
def _no_cues() -> tuple[str, ...]:
    """Return the words with which a cue right behind them is another word: "tỷ lệ chuyên[ cần]"."""
    return tuple(f"{form} " for word in table("roles")["target"]["not_behind"] for form in spellings(word))


@cache
def asking() -> frozenset[str]:
    """Return the words that, with those whom they ask and a colon, make every item below an order."""
    return frozenset(form for word in table("roles")["target"]["asking"] for form in spellings(word))


@cache
def articles() -> re.Pattern[str]:
    """Return the pattern of a part's word and number at the start of its heading: "điều 2."."""
    words = alternation(form for word in table("roles")["target"]["articles"] for form in spellings(word))
    return re.compile(rf"{words} (?:[ivx]{{1,5}}|\d{{1,2}})[.:] ")


@cache
def sections() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns, to be searched in headings, of those over orders or plans, and of those over accounts."""
    rows = table("roles")["target"]
    orders, accounts = (
        anywhere(form for word in rows[key] for form in spellings(word)) for key in ("sections", "accounts")
    )
    return orders, accounts


def cues(low: str, raw: bytes, plain: bool) -> tuple[list[Cue], list[Word]]:
    """Return the cues and the number words of a text in lower case with plain spaces, each in order.

    `raw` is the text with one byte a code point, `plain` whether each byte there is its code point's own.

    Cues may overlap; of two that start together the longer comes last.
    """
    automaton, meanings = _automaton()
    found: list[Cue] = []
    words: list[Word] = []
    size = len(low)
    no_cues = _no_cues()
    no_cue_ends = frozenset(word[-2] for word in no_cues)
    if "²" in low or "³" in low or not plain:
        words += [(at, at + 1, "odd") for at in (one.start() for one in _ODD.finditer(low))]
    for which, start, end in automaton.find_matches_as_indexes(b" %b\x00" % raw, overlapping=True):
        meaning = meanings[which]
        if isinstance(meaning, tuple):
            if (
                (start <= 1 or not low[start - 2].isalnum())
                and (end > size or not low[end - 1].isalnum())
                and not (start > 2 and low[start - 3] in no_cue_ends and low.endswith(no_cues, 0, start - 1))
            ):
                found.append((meaning[0], start - 1, end - 1, meaning[1]))
        elif meaning == "word":
            if end >= size or not low[end - 1].isdecimal():
                words.append((start, end - 2, "word"))
        elif meaning == "bare":
            words.append((low.rindex(" ", start, end - 2) + 1, end - 2, "word"))
        else:
            words.append((start, end - 2, meaning))
    found.sort(key=itemgetter(1, 2))
    words.sort()
    return found, words
