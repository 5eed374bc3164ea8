"""What the tables know of in a text: whole names and openers, with their places' levels."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dxtui.extract.names.areas import placed
from dxtui.extract.names.name import Page
from dxtui.lexicon.levels import levels_of, roads
from dxtui.lexicon.names import Entry, Names, first_pairs, names, posts, province_pairs, surnames
from dxtui.lexicon.organisations import organisation_words
from dxtui.lexicon.tables import table
from dxtui.model import EntityType, Statement
from dxtui.text.places import first_past
from dxtui.text.spelling import LOWER, UPPER, searchable, spelling

_SHORT_OPENER: Final = 6
_PART: Final = 1 << 14
"""Bytes of a text that are searched at once."""
_SPACE: Final = ord(" ")
_DOT: Final = ord(".")
_INITIAL: Final = 2
"""Length of a level that is one letter and its dot, which no space follows: "P.Hải Vân", but "ông P. Hải"."""
_PRONOUN: Final = "anh"
_PRONOUN_LENGTH: Final = len(_PRONOUN)
_GAP: Final = 2
_HEAD: Final = 9
"""Code points of the longest word before an opener, with its space."""
_NATURAL: Final = levels_of("natural")
"""Levels that have a capital too, before the name of a place that is known."""
_HAMLETS: Final = levels_of("hamlets")
_SURNAMED: Final = levels_of("surnamed")
_TWO: Final = re.compile(rf"[{UPPER}][^\W\d_]* [{UPPER}][^\W\d_]*(?! [^\W\d_]+ [{UPPER}])")
_WRAPPED: Final = 24
_FOLLOWING: Final = 40
"""Code points in which what follows an opener in lower case stands."""
_AGENCY: Final = 3
_COUNTED: Final = f" {table('laws')['words']['number'][0]} "
_BEGINNINGS: Final = frozenset('\n\t|(“"«‘')
_QUOTES: Final = frozenset('“"«‘')
_INSIDE: Final = re.compile(rf" \([{UPPER}]{{2,10}}\) (?=[{UPPER}][{LOWER}])")
"""A short form in brackets inside a name, with the spaces around it."""
_LONGEST: Final = 60
"""Code points of the part of a name before or behind its short form."""


def page(text: str, statements: Sequence[Statement]) -> Page:
    """Return `text` with its whole names, openers and places."""
    key = spelling(text)
    known = names()
    entries = known.entries
    whole: dict[int, tuple[int, Entry]] = {}
    opens: dict[int, tuple[int, Entry]] = {}
    levels: list[tuple[int, int, Entry]] = []
    addresses: list[int] = []
    lists: list[tuple[int, str]] = []
    brands: list[tuple[int, int, EntityType]] = []
    free, firsts = known.free, known.firsts
    ends = [s.end for s in statements]
    called = False
    line, following = -1, text.find("\n")
    """The last line feed before where a hit ends, and the one behind it."""
    signs = searchable(text) + b" "
    last = len(signs) - 1
    for begun in range(0, last, _PART):
        base = max(0, begun - known.longest)
        part = signs[base : min(begun + _PART, last)]
        # Most finds are dropped right away; those of a whole text would fill the memory first.
        for number, start, end in known.automaton.find_matches_as_indexes(part, overlapping=True):
            start, end = start + base, end + base
            if end <= begun:
                continue  # found in the part before
            start = _begin(text, key, signs, known, number, start, end)
            if start < 0:
                continue
            end -= 1
            while 0 <= following < end:
                line, following = following, text.find("\n", following + 1)
            if line >= start and ends[first_past(ends, start)] < end:
                continue
            entry = entries[number]
            if signs[start] != _SPACE and start > 1 and key[start - 1] in "-/&." and key[start - 2].isalnum():
                unlike = key[start - 1] != "/" or text[start - 2].isupper() or end - start < _AGENCY
                if unlike and text[start:end].isupper():
                    continue  # but "Ảnh: Lê Hòa/TTXVN" names an agency
            grammar = entry.grammar
            if signs[end + 1] != _SPACE and key[end - 1] != ".":
                if key[end].isalnum():
                    continue
                if grammar == "name" and signs[end + 1] == _DOT and text[end + 1 : end + 2].isalpha():
                    continue  # the address of a website
            if grammar == "name":
                before = whole.get(start)
                if (before is None or before[0] < end) and (free[number] or _stands(text, key, start, end, entry)):
                    whole[start] = (end, entry)
            elif grammar == "address":
                if entry.not_after and key[max(0, start - 12) : start].rstrip().endswith(entry.not_after):
                    continue
                pronoun = key[start:end] == _PRONOUN
                if text[start].islower() or not (
                    _beside_capital(text, start, start) or (pronoun and not _begins_sentence(text, start))
                ):
                    addresses.append(-end if entry.alone else end)
                    called = called or pronoun
            elif grammar == "list":
                lists.append((end, entry.canonical))
            elif grammar == "brand":
                brands.append((start, end, entry.type))
            elif grammar == "level":
                after = end + 1 if key[end : end + 1] in (" ", "\n") else end
                dotted = key[end - 1] == "."
                if dotted and after > end and end - start == _INITIAL:
                    continue
                named = text[after : after + 1].isupper() or (
                    text[after : after + 1].isdigit() and (dotted or after > end)
                )
                titled = (
                    entry.not_after
                    and key[max(0, start - 8) : start].rstrip().endswith(entry.not_after)
                    and not (entry.canonical in _SURNAMED and key[after : after + 8].split(" ", 1)[0] not in surnames())
                )
                if (
                    named
                    and not titled
                    and not (entry.part_of and key.endswith(entry.part_of, 0, start))
                    and (
                        not entry.alone
                        or text[start].islower()
                        or entry.canonical in _NATURAL
                        or _begins(text, start, after, entry)
                    )
                ):
                    levels.append((start, end, entry))
            elif text[start] == key[start] and not (
                _may_open(text, key, end, entry, firsts[number])
                and not (entry.part_of and _is_part(text, key, start, end, entry))
            ):
                continue
            elif text[start + 1].islower() or not (
                text[start:end].isupper() and text[end + 1 : end + 3].isupper() and _in_capitals(entry)
            ):
                if grammar == "field" and end - start < _SHORT_OPENER and _opens_not(text, start, end, entry):
                    continue
                if grammar == "field" and end - start <= _SHORT_OPENER and _is_of_road(text, key, start, end):
                    continue
                if entry.not_before and key.startswith(entry.not_before, end + 1):
                    continue
                if entry.part_of and key.endswith(entry.part_of, 0, start) and text[start:end].isupper():
                    continue
                if entry.numbered and not (text[end + 1 : end + 2].isdigit() or key.startswith(_COUNTED, end)):
                    continue
                first = opens.get(start)
                if first is None or first[0] < end:
                    opens[start] = (end, entry)
    for start, end, entry in _parted(text):
        if (whole[start][0] if start in whole else 0) < end:
            whole[start] = (end, entry)
    alike = [at for at, known in whole.items() if known[0] - at == _PRONOUN_LENGTH and key[at : known[0]] == _PRONOUN]
    pronouns = [at for at in alike if _is_pronoun(text, key, at, whole[at][0])]
    if pronouns and (called or len(pronouns) == len(alike)):
        for at in pronouns:
            del whole[at]
    places = placed(text, key, whole, opens, levels, ends)
    return Page(text, key, whole, opens, places, {}, ends, addresses, brands, lists)


def _begin(text: str, key: str, signs: bytes, known: Names, number: int, start: int, end: int) -> int:
    """Return where what was found in `signs` begins in the text, below zero where it has not the capitals it needs."""
    if known.ahead[number]:
        size = len(text)
        alike = end > size or (
            ord(text[end - 1]) == ord(key[end - 1]) and (end == size or ord(text[end]) == ord(key[end]))
        )
        return -1 if alike else start
    if (known.capitals[number] and ord(text[start - 1]) == ord(key[start - 1])) or (
        signs[start - 1] != _SPACE and key[start - 2].isalnum()
    ):
        return -1
    return start - 1


def _parted(text: str) -> Iterator[tuple[int, int, Entry]]:
    """Yield the bodies whose short form stands inside their names: "Bảo hiểm xã hội (BHXH) Việt Nam"."""
    known = names()
    opened = text.find(" (")
    while opened >= 0:
        short = _INSIDE.match(text, opened)
        opened = text.find(" (", opened + 1)
        if short is None:
            continue
        first, seam = max(0, short.start() - _LONGEST), short.start()
        joined = text[first:seam] + text[short.end() - 1 : short.end() + _LONGEST]
        seam -= first
        for number, start, end in known.automaton.find_matches_as_indexes(searchable(joined), overlapping=True):
            entry = known.entries[number]
            start, end = start - 1, end - 1
            if (
                start < seam < end
                and entry.grammar == "name"
                and entry.type == "organisation"
                and joined[start].isupper()
                and not joined[end : end + 1].isalnum()
                and not joined[start - 1 : start].isalnum()
            ):
                yield first + start, end - seam + short.end() - 1, entry


def _begins(text: str, start: int, after: int, level: Entry) -> bool:
    """Whether a hamlet's level with a capital begins a sentence, before two syllables with one: "Thôn Phú Lợi"."""
    if level.canonical not in _HAMLETS or not _TWO.match(text, after):
        return False
    return start < _GAP or text[start - 1] == "\n" or text[start - _GAP] in ".!?"


def _is_pronoun(text: str, key: str, start: int, end: int) -> bool:
    """Whether "Anh" at [start, end) begins a sentence, with a word in lower case behind it: he, not the country."""
    if end - start != _PRONOUN_LENGTH or key[start:end] != _PRONOUN or text[end : end + 1] != " ":
        return False
    return text[end + 1 : end + 2].islower() and (
        start < _GAP or text[start - _GAP] in ".!?…\n" or text[start - 1] == "\n"
    )


def _begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence or a quotation may begin at `start`: "Anh Đào" inside one names nobody."""
    return start < _GAP or text[start - 1] in _BEGINNINGS or text[start - _GAP] in ".!?…\n:-–•"


def _may_open(text: str, key: str, end: int, entry: Entry, firsts: frozenset[str]) -> bool:
    """Whether an opener in lower case, which ends at `end`, may open a name; `firsts` of what may follow it so."""
    sign = text[end + 1 : end + 2]
    if sign.isdigit():
        return entry.grammar != "year"
    if sign.isupper() or sign in _QUOTES:
        return True
    # A page's line may end inside what follows: "giám\nđịnh".
    return sign in firsts and key[end + 1 : end + _FOLLOWING].replace("\n", " ").startswith(entry.follows)


def _is_part(text: str, key: str, start: int, end: int, entry: Entry) -> bool:
    """Whether an opener in lower case is part of another word or numbers a room: "văn phòng", "phòng A2"."""
    return key.endswith(entry.part_of, 0, start) or not text[end + 2 : end + 3].islower()


def _in_capitals(entry: Entry) -> bool:
    """Whether an opener opens nothing in a line all in capitals, where any word may look like one."""
    return entry.grammar in ("field", "system", "programme")


def _stands(text: str, key: str, start: int, end: int, entry: Entry) -> bool:
    """Whether the words around a whole name let it stand."""
    if entry.type == "place" and entry.capital and text[start:end].islower():
        return False
    if entry.type == "organisation" and not entry.capital and text[start + 1 : end].islower():
        return False
    if entry.local and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        return _goes_on_as_place(text, key, end + 1)
    if entry.alone and key[max(0, start - 16) : start].endswith(posts()):
        return True
    if entry.alone and _beside_capital(text, start, end):
        return False
    if entry.not_after and key[max(0, start - 24) : start].rstrip(" \n").endswith(entry.not_after):
        return False
    if not entry.not_before or key[end : end + 1] not in " \n":
        return True
    if key.startswith(entry.not_before, end + 1):
        return False
    wrapped = key.find("\n", end + 1, end + _WRAPPED) >= 0
    return not (wrapped and key[end + 1 : end + _WRAPPED].replace("\n", " ").startswith(entry.not_before))


def _goes_on_as_place(text: str, key: str, at: int) -> bool:
    """Whether the capitalised words at `at`, right behind a district's name, are those of a province or an opener."""
    pair = " ".join(key[at : at + 24].split()[:2])
    return pair in province_pairs() or pair in first_pairs() or text[at : at + 4].isupper()


def _beside_capital(text: str, start: int, end: int) -> bool:
    """Whether a capitalised syllable stands right behind, or right before inside a sentence."""
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        return True
    return _behind_capital(text, start)


def _behind_capital(text: str, start: int) -> bool:
    """Whether a capitalised syllable stands right before `start`."""
    if not start or text[start - 1] != " ":
        return False
    word = text[max(0, start - 12) : start - 1].split()
    return bool(word) and word[-1][:1].isupper() and word[-1].isalpha()


def _is_of_road(text: str, key: str, start: int, end: int) -> bool:
    """Whether one syllable is what a road or bridge behind its word is called: "cầu Trường Tiền", no "yêu cầu Sở"."""
    named, longer = roads()
    return " " not in text[start:end] and key.endswith(named, 0, start) and not key.endswith(longer, 0, start)


def _opens_not(text: str, start: int, end: int, entry: Entry) -> bool:
    """Whether a short opener opens nothing: behind a capital, or before a comma where it stands for no body alone."""
    alone = text[end : end + 1] == "," and entry.canonical not in organisation_words().short_forms
    heads = organisation_words().heads
    return alone or (_behind_capital(text, start) and not text.endswith(heads, max(0, start - _HEAD), start))
