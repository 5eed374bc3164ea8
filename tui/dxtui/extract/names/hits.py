"""What the tables know of in a text: whole names and openers, with their places' levels."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from dxtui.extract.names.name import Name, Page
from dxtui.lexicon.frames import frames
from dxtui.lexicon.names import (
    Entry,
    body_posts,
    doubtful,
    first_pairs,
    level_posts,
    levels_of,
    names,
    part_words,
    posts,
    province_pairs,
    surnames,
)
from dxtui.lexicon.organisations import organisation_words
from dxtui.model import EntityType, Statement
from dxtui.text.spelling import LOWER, UPPER, searchable, spelling

_LEVEL_NAME = re.compile(
    rf"(?:[{UPPER}][^\W\d_]*+(?:'[^\W\d_]++)?(?:[ \n-](?=[{UPPER}])[^\W\d_]++(?:'[^\W\d_]++)?){{0,3}}"
    rf"(?: \d{{1,2}}(?!\w|[.,]\d| [{LOWER}]))?|\d{{1,2}}(?![\w/%]|[.,]\d)|[IVX]{{1,4}}\b)"
)


_LETTER = re.compile(r" [A-Z](?!\w)")
_SYLLABLE = re.compile(rf" [{UPPER}][^\W\d_]*")
_SHORT_OPENER = 6
_LONGEST_OPENER = 40
_SPACE = ord(" ")
_DOT = ord(".")
_CITY = "Thành phố"
_INITIAL = 2
"""Length of a level that is one letter and its dot, which no space follows: "P.Hải Vân", but "ông P. Hải"."""
_CAPITALS = re.compile(r"[A-Z]{2,}(?!\w)")
_JOINT = re.compile(r"(?:,|,? và)[ \n]")
_LISTED = levels_of("listed")
_PRONOUN = "anh"
_PRONOUN_LENGTH = len(_PRONOUN)
_GAP = 2
_HEAD = 9
"""Code points of the longest word before an opener, with its space."""
_NATURAL = levels_of("natural")
"""Levels that have a capital too, before the name of a place that is known."""
_HAMLETS = levels_of("hamlets")
_TWO = re.compile(rf"[{UPPER}][^\W\d_]* [{UPPER}][^\W\d_]*(?! [^\W\d_]+ [{UPPER}])")
_MOST_BRACKETED = 36
_WRAPPED = 24
_AGENCY = 3
_POSTED = 24
_COMMUNES = levels_of("communes")
_SMALL = _COMMUNES | _HAMLETS
_SYLLABLES = 3
"""Spaces in a name that is too long for a province: "Chủ tịch tỉnh A Kring Đức Hải"."""


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
    capitals, ahead, free = known.capitals, known.ahead, known.free
    spaced, low = f" {text}", f" {key}"
    ends = [s.end for s in statements]
    called = False
    line, following = -1, text.find("\n")
    """The last line feed before where a hit ends, and the one behind it."""
    signs = searchable(key) + b" "
    for number, start, end in known.automaton.find_matches_as_indexes(searchable(key), overlapping=True):
        if ahead[number]:
            if spaced[end : end + 2] == low[end : end + 2]:
                continue
        elif (capitals[number] and spaced[start] == low[start]) or (
            signs[start - 1] != _SPACE and low[start - 1].isalnum()
        ):
            continue
        else:
            start -= 1
        end -= 1
        while 0 <= following < end:
            line, following = following, text.find("\n", following + 1)
        if line >= start and ends[bisect_right(ends, start)] < end:
            continue
        entry = entries[number]
        joined = start > 1 and key[start - 1] in "-/&." and key[start - 2].isalnum() and text[start:end].isupper()
        if joined and (key[start - 1] != "/" or text[start - 2].isupper() or end - start < _AGENCY):
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
            if text[start].islower() or not _beside_capital(text, start, start):
                addresses.append(-end if entry.alone else end)
                called = called or key[start:end] == _PRONOUN
        elif grammar == "list":
            lists.append((end, entry.canonical))
        elif grammar == "brand":
            brands.append((start, end, entry.type))
        elif grammar == "level":
            after = end + 1 if key[end : end + 1] in (" ", "\n") else end
            dotted = key[end - 1] == "."
            if dotted and after > end and end - start == _INITIAL:
                continue
            named = text[after : after + 1].isupper() or (text[after : after + 1].isdigit() and (dotted or after > end))
            titled = entry.not_after and key[max(0, start - 8) : start].rstrip().endswith(entry.not_after)
            if (
                named
                and not titled
                and (
                    not entry.alone
                    or text[start].islower()
                    or entry.canonical in _NATURAL
                    or _begins(text, start, after, entry)
                )
            ):
                levels.append((start, end, entry))
        elif text[start] == key[start] and not _may_open(text, key, end, entry):
            continue
        elif not (text[start:end].isupper() and text[end + 1 : end + 3].isupper() and _in_capitals(entry)):
            if grammar == "field" and end - start < _SHORT_OPENER and _opens_not(text, start, end, entry):
                continue
            if entry.not_before and key.startswith(entry.not_before, end + 1):
                continue
            first = opens.get(start)
            if first is None or first[0] < end:
                opens[start] = (end, entry)
    if called:
        whole = {at: known for at, known in whole.items() if not _is_pronoun(text, key, at, known[0])}
    places = _places(text, key, whole, opens, levels, ends)
    return Page(text, key, whole, opens, places, {}, ends, addresses, brands, lists)


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


def _may_open(text: str, key: str, end: int, entry: Entry) -> bool:
    """Whether an opener in lower case, which ends at `end`, may open a name."""
    sign = text[end + 1 : end + 2]
    if sign.isdigit():
        return entry.grammar != "year"
    return sign.isupper() or sign in _QUOTES or key.startswith(entry.follows, end + 1)


_QUOTES = frozenset('“"«‘')


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


def _is_whose(key: str, start: int, name: str) -> bool:
    """Whether three syllables behind a level, which a post stands before, read as a person: "Chủ tịch xã Lê Văn A"."""
    return name.count(" ") > 1 and key[max(0, start - 12) : start].rstrip().endswith(level_posts())


def _opens_not(text: str, start: int, end: int, entry: Entry) -> bool:
    """Whether a short opener opens nothing: behind a capital, or before a comma where it stands for no body alone."""
    alone = text[end : end + 1] == "," and entry.canonical not in organisation_words().short_forms
    heads = organisation_words().heads
    return alone or (_behind_capital(text, start) and not text.endswith(heads, max(0, start - _HEAD), start))


def _is_syllable(text: str, start: int, opened: tuple[int, Entry]) -> bool:
    """Whether an opener is one syllable before another with a capital, as in a place's name: "phường Trường An"."""
    end, entry = opened
    return entry.grammar == "field" and " " not in text[start:end] and text[end + 1 : end + 2].isupper()


def _is_person(key: str, start: int, after: int, name: str) -> bool:
    """Whether behind a hamlet's level stands who lives there: "chi bộ thôn Lê Thị Hoa", but "thôn Châu Thuận Hạ"."""
    if name.count(" ") < 2 or not _bears_surname(key, after):
        return False
    middle = f" {spelling(name.split()[1])} " in organisation_words().middle_names
    return middle or any(post in key[max(0, start - _POSTED) : start] for post in level_posts())


def _behind_body(opens: dict[int, tuple[int, Entry]], start: int) -> bool:
    """Whether what opens the name of a local body ends right before `start`: "ỦY BAN NHÂN DÂN XÃ"."""
    found = (opens.get(at) for at in range(max(start - _LONGEST_OPENER, 0), start))
    return any(one is not None and one[0] == start - 1 and one[1].grammar == "local" for one in found)


def _heads_body(key: str, opens: dict[int, tuple[int, Entry]], start: int, after: int, name: str) -> bool:
    """Whether behind the body of a place stands who heads it: "Phó Chủ tịch UBND xã Lê Thị Hạnh"."""
    if name.count(" ") < 2 or not _bears_surname(key, after):
        return False
    first = max(start - _LONGEST_OPENER, 0)
    bodies = [at for at in range(first, start) if at in opens and opens[at][0] == start - 1]
    return any(key[max(0, at - _POSTED) : at].rstrip().endswith(body_posts()) for at in bodies)


def _bears_surname(key: str, at: int) -> bool:
    return key[at : at + 8].split(" ", 1)[0] in surnames()


def _before_person(key: str, at: int, found: re.Match[str]) -> int:
    """Return where a commune's or hamlet's name at `at` ends that a person's follows: "xã Cam Đường Đỗ Văn A"."""
    words = key[at : found.end()].split(" ")
    if len(words) > _SYLLABLES and words[2] in surnames() - doubtful():
        return at + len(words[0]) + len(words[1]) + 1
    return found.end()


def _place_of_level(level: tuple[int, int, Entry]) -> tuple[int, int]:
    """Return what sorts levels by their start, of two that start together the longer first."""
    return level[0], -level[1]


def _beyond(
    text: str,
    key: str,
    at: int,
    end: int,
    whole: dict[int, tuple[int, Entry]],
    opens: dict[int, tuple[int, Entry]],
) -> int:
    """Return the end of a commune's name that begins with a known one at [at, end): "xã Bình Phước Xuân"; else 0."""
    if text[end : end + 1] != " " or end + 1 in whole or end + 1 in opens or _bears_surname(key, end + 1):
        return 0
    found = _LEVEL_NAME.match(text, at)
    return found.end() if found is not None and found.end() > end and found[0].count(" ") < _SYLLABLES else 0


def _part_of_name(text: str, key: str, at: int) -> re.Match[str] | None:
    """Return what goes on with a known name at `at` behind its level: a letter, or a word that tells parts apart."""
    more = _LETTER.match(text, at) or _SYLLABLE.match(text, at)
    if more is None or key[at + 1 : more.end()] in part_words():
        return more
    return _LETTER.match(text, at)


def _places(
    text: str,
    key: str,
    whole: dict[int, tuple[int, Entry]],
    opens: dict[int, tuple[int, Entry]],
    levels: list[tuple[int, int, Entry]],
    ends: Sequence[int],
) -> dict[int, Name]:
    """Return the places by start: whole names, and levels with the name behind them."""
    places = {
        start: Name(start, end, "place", entry.canonical)
        for start, (end, entry) in whole.items()
        if entry.type == "place"
    }
    levels.sort(key=_place_of_level)
    for start, end, level in levels:
        if start in places:
            continue
        after = end + 1 if text[end] in " \n" else end
        if text[end] == "\n" and ends[bisect_right(ends, start)] <= end:
            continue
        known = whole.get(after)
        if level.canonical in _NATURAL and text[start].isupper() and (known is None or known[1].type != "place"):
            continue
        if known is not None and known[1].type == "place":
            many = text[start].islower() and frames().is_class(key, start)
            if not level.canonical and many:
                continue
            first = after if many else start
            longer = _beyond(text, key, after, known[0], whole, opens) if level.canonical in _COMMUNES else 0
            if longer:
                places[first] = Name(first, longer, "place", f"{level.canonical} {text[after:longer]}")
                continue
            canonical = known[1].canonical
            city = level.canonical == _CITY and (canonical == "Hà Nội" or canonical.startswith("Thành phố"))
            if level.canonical and not city:
                canonical = f"{level.canonical} {canonical}"
            letter = _part_of_name(text, key, known[0]) if level.canonical else None
            stop = letter.end() if letter else known[0]
            places[first] = Name(first, stop, "place", canonical + (letter[0] if letter else ""))
            continue
        short = len(level.canonical) > end - start
        shouted = text[start:end].isupper() and end - start > 1 and not short
        inner = opens.get(after)
        if inner is not None and not (level.canonical in _COMMUNES and _is_syllable(text, after, inner)):
            continue
        if shouted and not _behind_body(opens, start):
            continue
        found = _LEVEL_NAME.match(text, after, ends[bisect_right(ends, start)])
        if found is not None and _heads_body(key, opens, start, after, found[0]):
            continue
        if found is not None and _is_whose(key, start, found[0]) and _bears_surname(key, after):
            continue
        if level.alone and found is not None and _is_person(key, start, after, found[0]):
            continue
        named = known is not None and known[1].type in ("organisation", "system")
        if found is not None and level.alone and (named or _CAPITALS.match(found[0])):
            continue
        if found is None or (found[0][0].isdigit() and key[start:end] not in ("quận", "phường", "q.", "p.")):
            continue
        if level.canonical == _CITY and found[0].count(" ") > 1 and _bears_surname(key, after):
            continue  # "Phó Chủ tịch thành phố Đỗ Minh Cường"
        end = found.end() if level.canonical not in _SMALL else _before_person(key, after, found)
        if level.canonical:
            name = " ".join(text[after:end].split())
            name = name.title() if shouted and name.isupper() else name
            first = after if text[start].islower() and frames().is_class(key, start) else start
            places[first] = Name(first, end, "place", f"{level.canonical} {name}")
        elif key[start:end] == "tỉnh" and found[0].count(" ") < _SYLLABLES and not _bears_surname(key, after):
            places[start] = Name(start, found.end(), "place", found[0])
    for start in [at for at in places if text.startswith(", ", at - 2)]:
        _bracketed(text, key, places, opens, whole, start)
    for start, end, level in levels:
        if level.canonical in _LISTED and end + 1 in places and frames().is_class(key, start):
            line = ends[bisect_right(ends, start)]
            _list_on(text, places, opens, whole, (places[end + 1].end, line, level.canonical))
    return places


def _bracketed(
    text: str,
    key: str,
    places: dict[int, Name],
    opens: dict[int, tuple[int, Entry]],
    whole: dict[int, tuple[int, Entry]],
    start: int,
) -> None:
    """Add what stands in brackets before the place at `start` that it is a part of: "(Hương Toàn, Hương Trà)"."""
    bracket = text.rfind("(", max(0, start - _MOST_BRACKETED), start)
    at = bracket + 1
    if not at or at in places or at in opens or at in whole:
        return
    found = _LEVEL_NAME.match(text, at, start - 2)
    if found is not None and found.end() == start - 2 and not _is_person(key, at, at, found[0]):
        places[at] = Name(at, found.end(), "place", found[0])


def _list_on(
    text: str,
    places: dict[int, Name],
    opens: dict[int, tuple[int, Entry]],
    whole: dict[int, tuple[int, Entry]],
    first: tuple[int, int, str],
) -> None:
    """Add the places that a list goes on with, "các xã A, B và C"; `first` is where A ends, its line, and its level."""
    at, limit, level = first
    joint = _JOINT.match(text, at, limit)
    while joint is not None:
        at = joint.end()
        place = places.get(at)
        if place is None:
            found = _LEVEL_NAME.match(text, at, limit)
            if found is None or found[0][0].isdigit() or at in opens or at in whole:
                return
            place = places[at] = Name(at, found.end(), "place", f"{level} {' '.join(found[0].split())}")
        joint = _JOINT.match(text, place.end, limit)
