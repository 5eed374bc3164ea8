"""Places with their levels: "xã Tân Sơn", "các huyện A, B và C", and what behind a level names no place."""

import re
from functools import cache
from typing import Final

from dxtui.extract.names.name import Name, new_name
from dxtui.lexicon.frames import frames
from dxtui.lexicon.levels import body_posts, compounds, is_provincial, level_posts, levels_of
from dxtui.lexicon.names import Entry, abroad, doubtful, part_words, surnames
from dxtui.lexicon.organisations import organisation_words
from dxtui.lexicon.phrases import alternation
from dxtui.lexicon.tables import table
from dxtui.text.places import first_past
from dxtui.text.spelling import LOWER, UPPER, spelling

_YEAR: Final = rf"{table('laws')['words']['year'][0].capitalize()} \d"
_LEVEL_NAME: Final = re.compile(
    rf"(?:[{UPPER}][^\W\d_]*+(?:['’][^\W\d_]++|(?:-[{LOWER}]++){{1,3}}(?! [{UPPER}]))?"
    rf"(?:[ \n-](?=[{UPPER}])(?!{_YEAR})[^\W\d_]++(?:['’][^\W\d_]++)?){{0,3}}"
    rf"(?: \d{{1,2}}(?!\w|[.,]\d| [{LOWER}]))?(?!\d)|\d{{1,2}}(?![\w/%]|[.,]\d)|[IVX]{{1,4}}\b)"
)
_SECOND: Final = re.compile(rf" ?[-–] ?([{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,2}})(?![^\W_])")
"""What behind a dash is the second place of a name."""
_LETTER: Final = re.compile(r" [A-Z](?!\w)")
_SYLLABLE: Final = re.compile(rf" [{UPPER}][^\W\d_]*")
_LONGEST_OPENER: Final = 40
_CITY: Final = "Thành phố"
_CITIES: Final = ("TP", "Tp", "tp")
_CAPITALS: Final = re.compile(r"[A-Z]{2,}(?!\w)")
LISTED: Final = re.compile(r"(?:,|,? và)[ \n]")
"""What joins a place to the next of a list."""
_LISTED: Final = levels_of("listed")
_COMPOUNDS: Final = compounds()
_PAIRED: Final = levels_of("paired")
_NATURAL: Final = levels_of("natural")
"""Levels that have a capital too, before the name of a place that is known."""
_CELLS: Final = levels_of("cells")
_OF_PROVINCES: Final = levels_of("of_provinces")
_CELL: Final = re.compile(r"[^\S\n]*(?:\||\t)|[^\S\n]{3}")
"""What parts the cell of a table from the next."""
_HAMLETS: Final = levels_of("hamlets")
_MOST_BRACKETED: Final = 36
_POSTED: Final = 24
_ACRONYM: Final = 3
"""Letters, all capitals, that are no hamlet's or commune's name in a line of small ones."""
_COMMUNES: Final = levels_of("communes")
_SMALL: Final = _COMMUNES | _HAMLETS
_SYLLABLES: Final = 3
"""Spaces in a name that is too long for a province: "Chủ tịch tỉnh A Kring Đức Hải"."""


def _fills_cell(text: str, start: int, after: int) -> bool:
    """Whether the cell of a table begins at `start` and is nothing but a level and the name at `after`."""
    found = _LEVEL_NAME.match(text, after)
    before = text[max(0, start - 3) : start].rstrip(" ")
    if (
        found is None
        or not (start == 0 or before == "" or before[-1] in "\n|\t")
        or _CELL.match(text, found.end()) is None
    ):
        return False
    return not _has_middle_name(f"{text[start:after]}{found[0]}")


@cache
def _before() -> frozenset[str]:
    """Return the words before the name of a place that are no part of it: "khu vực"."""
    return frozenset(map(spelling, table("places")["before"]["words"]))


def _words(found: re.Match[str]) -> list[int]:
    """Return where the words of a name start."""
    return [found.start(), *(at + 1 for at in range(found.start(), found.end()) if found.string[at] == " ")]


def _is_whose(key: str, start: int, name: str) -> bool:
    """Whether three syllables behind a level, which a post stands before, read as a person: "Chủ tịch xã Lê Văn A"."""
    return name.count(" ") > 1 and key[max(0, start - 12) : start].rstrip().endswith(level_posts())


def _is_syllable(text: str, start: int, opened: tuple[int, Entry]) -> bool:
    """Whether an opener is one syllable before another with a capital, as in a place's name: "phường Trường An"."""
    end, entry = opened
    return entry.grammar == "field" and " " not in text[start:end] and text[end + 1 : end + 2].isupper()


def _is_person(key: str, start: int, after: int, name: str) -> bool:
    """Whether behind a hamlet's level stands who lives there: "chi bộ thôn Lê Thị Hoa", but "thôn Châu Thuận Hạ"."""
    if name.count(" ") < 2 or not _bears_surname(key, after):
        return False
    return _has_middle_name(name) or any(post in key[max(0, start - _POSTED) : start] for post in level_posts())


def _behind_body(opens: dict[int, tuple[int, Entry]], start: int) -> bool:
    """Whether what opens the name of a local body ends right before `start`: "ỦY BAN NHÂN DÂN XÃ"."""
    found = (opens.get(at) for at in range(max(start - _LONGEST_OPENER, 0), start))
    return any(one is not None and one[0] == start - 1 and one[1].grammar == "local" for one in found)


def _heads_body(key: str, opens: dict[int, tuple[int, Entry]], start: int, after: int, name: str) -> bool:
    """Whether behind the body of a place stands who heads it: "Phó Chủ tịch UBND xã Lê Thị Hạnh"."""
    if name.count(" ") < 2 or not (_bears_surname(key, after) or _has_middle_name(name)):
        return False
    first = max(start - _LONGEST_OPENER, 0)
    bodies = [at for at in range(first, start) if at in opens and opens[at][0] == start - 1]
    return any(key[max(0, at - _POSTED) : at].rstrip().endswith(body_posts()) for at in bodies)


def _has_middle_name(name: str) -> bool:
    """Whether the second syllable of a name is one that only persons have there: "Ngân Văn Trường"."""
    return f" {spelling(name.split()[1])} " in organisation_words().middle_names


def _bears_surname(key: str, at: int) -> bool:
    return key[at : at + 8].split(" ", 1)[0] in surnames()


def _before_person(key: str, at: int, found: re.Match[str]) -> int:
    """Return where a commune's or hamlet's name at `at` ends that a person's follows: "xã Cam Đường Đỗ Văn A"."""
    words = key[at : found.end()].split(" ")
    if len(words) > _SYLLABLES and words[2] in surnames() - doubtful():
        return at + len(words[0]) + len(words[1]) + 1
    goes_on = found.string[found.end() + 1 : found.end() + 2].isupper() and found.string[found.end()] == " "
    if len(words) > _SYLLABLES and goes_on and words[3] in surnames():
        return at + len(words[0]) + len(words[1]) + len(words[2]) + 2
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


@cache
def _number() -> re.Pattern[str]:
    """Return the pattern of the number of one of several communes with a name; over text in the one spelling."""
    behind = alternation(map(spelling, table("places")["numbered"]["behind"]))
    return re.compile(rf" \d{{1,2}}(?=\s?[,;:)]|\.\s|\n|\Z| {behind}(?!\w))")


@cache
def _documents() -> dict[str, tuple[str, ...]]:
    """Return what behind some levels makes them the copies of a text: "hai bản Hợp đồng"."""
    return {level: tuple(map(spelling, words)) for level, words in table("places")["lower"]["documents"].items()}


def placed(
    text: str,
    key: str,
    whole: dict[int, tuple[int, Entry]],
    opens: dict[int, tuple[int, Entry]],
    levels: list[tuple[int, int, Entry]],
    ends: list[int],
) -> dict[int, Name]:
    """Return the places by start: whole names, and levels with the name behind them."""
    places = {
        start: new_name(start, end, "place", entry.canonical)
        for start, (end, entry) in whole.items()
        if entry.type == "place"
    }
    levels.sort(key=_place_of_level)
    for start, end, level in levels:
        if start in places or key.endswith(_COMPOUNDS, 0, end):
            continue
        after = end + 1 if text[end] in " \n" else end
        if text[end] == "\n" and ends[first_past(ends, start)] <= end:
            continue
        known = whole.get(after)
        if key[start:end].replace("\n", " ") in _before():
            found = _LEVEL_NAME.match(text, after, ends[first_past(ends, start)])
            if found is not None and " " in found[0] and not any(at in whole or at in opens for at in _words(found)):
                places[after] = Name(after, found.end(), "place", found[0])
            continue
        placed_there = known is not None and known[1].type == "place"
        large = known is not None and (is_provincial(known[1].canonical) or known[1].canonical in abroad())
        if level.canonical in _OF_PROVINCES and large:
            continue
        unknown = level.canonical in _NATURAL and text[start].isupper() and not placed_there
        if unknown and not (level.canonical in _CELLS and _fills_cell(text, start, after)):
            continue
        if known is not None and placed_there:
            many = text[start].islower() and frames().is_class(key, start)
            if not level.canonical and many:
                continue
            first = after if many else start
            longer = _beyond(text, key, after, known[0], whole, opens) if level.canonical in _COMMUNES else 0
            if longer:
                places[first] = new_name(first, longer, "place", f"{level.canonical} {text[after:longer]}")
                continue
            written = " ".join(text[after : known[0]].split())
            own = level.canonical not in ("", _CITY) and spelling(written) != spelling(known[1].canonical)
            own = own and not written.startswith(_CITIES)
            canonical = written if own else known[1].canonical  # "ga Sài Gòn" has the city's old name
            city = level.canonical == _CITY and (canonical == "Hà Nội" or canonical.startswith("Thành phố"))
            if level.canonical and not city:
                canonical = f"{level.canonical} {canonical}"
            letter = _part_of_name(text, key, known[0]) if level.canonical else None
            if letter is None and level.canonical in _COMMUNES:
                letter = _number().match(key, known[0])
            stop = letter.end() if letter else known[0]
            canonical += letter[0] if letter else ""
            if level.canonical in _PAIRED and (pair := _SECOND.match(text, stop)) is not None:
                stop, canonical = pair.end(), f"{canonical} - {pair[1]}"
            places[first] = new_name(first, stop, "place", canonical)
            continue
        short = len(level.canonical) > end - start
        shouted = text[start:end].isupper() and end - start > 1 and not short
        inner = opens.get(after)
        if inner is not None and not (level.canonical in _COMMUNES and _is_syllable(text, after, inner)):
            continue
        if shouted and not _behind_body(opens, start):
            continue
        found = _LEVEL_NAME.match(text, after, ends[first_past(ends, start)])
        if found is not None and _heads_body(key, opens, start, after, found[0]):
            continue
        if found is not None and text[start].islower() and len(found[0]) >= _ACRONYM and found[0].isupper():
            continue  # "thôn, xóm ĐBKK"
        if found is not None and _is_whose(key, start, found[0]) and _bears_surname(key, after):
            continue
        if level.alone and found is not None and _is_person(key, start, after, found[0]):
            continue
        named = known is not None and known[1].type in ("organisation", "system")
        if found is not None and level.alone and (named or _CAPITALS.match(found[0])):
            continue
        if found is not None and key.startswith(_documents().get(level.canonical, ()), after):
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
            if level.canonical in _PAIRED and (pair := _SECOND.match(text, end)) is not None:
                end, name = pair.end(), f"{name} - {pair[1]}"
            places[first] = new_name(first, end, "place", f"{level.canonical} {name}")
        elif key[start:end] == "tỉnh" and found[0].count(" ") < _SYLLABLES and not _bears_surname(key, after):
            places[start] = new_name(start, found.end(), "place", found[0])
    for start in [at for at in places if text.startswith(", ", at - 2)]:
        _bracketed(text, key, places, opens, whole, start)
    for place in [place for place in places.values() if text.startswith(" (", place.end)]:
        _in_brackets(text, key, places, opens, whole, place)
    for start, end, level in levels:
        if level.canonical in _LISTED and end + 1 in places and frames().is_class(key, start):
            line = ends[first_past(ends, start)]
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
        places[at] = new_name(at, found.end(), "place", found[0])


def _in_brackets(
    text: str,
    key: str,
    places: dict[int, Name],
    opens: dict[int, tuple[int, Entry]],
    whole: dict[int, tuple[int, Entry]],
    commune: Name,
) -> None:
    """Add what stands alone in brackets behind a commune that is a part of it: "xã Hòa Phú (Can Lộc)"."""
    at = commune.end + 2
    if commune.canonical.partition(" ")[0] not in _COMMUNES or at in places or at in opens or at in whole:
        return
    found = _LEVEL_NAME.match(text, at, at + _MOST_BRACKETED)
    if found is None or " " not in found[0] or not text.startswith(")", found.end()):
        return
    if not _is_person(key, at, at, found[0]):
        places[at] = new_name(at, found.end(), "place", found[0])


def _list_on(
    text: str,
    places: dict[int, Name],
    opens: dict[int, tuple[int, Entry]],
    whole: dict[int, tuple[int, Entry]],
    first: tuple[int, int, str],
) -> None:
    """Add the places that a list goes on with, "các xã A, B và C"; `first` is where A ends, its line, and its level."""
    at, limit, level = first
    joint = LISTED.match(text, at, limit)
    while joint is not None:
        at = joint.end()
        place = places.get(at)
        if place is None:
            found = _LEVEL_NAME.match(text, at, limit)
            if found is None or found[0][0].isdigit() or at in opens or at in whole:
                return
            place = places[at] = new_name(at, found.end(), "place", f"{level} {' '.join(found[0].split())}")
        elif place.start == at and at in whole and whole[at][1].local:
            place = places[at] = place._replace(canonical=f"{level} {place.canonical}")
        joint = LISTED.match(text, place.end, limit)
