"""Names of persons: a family name and capitalised syllables, or a title and a name."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache
from typing import Final

from dxtui.extract.names.name import Name, Page, new_name
from dxtui.lexicon.joining import joining
from dxtui.lexicon.organisations import organisation_words
from dxtui.lexicon.phrases import alternation
from dxtui.lexicon.tables import table
from dxtui.text.shapes import capitals
from dxtui.text.spelling import LOWER, UPPER, is_foreign, spelling

_SYLLABLE: Final = rf"[{UPPER}](?:[{LOWER}]+|'[{UPPER}]?[{LOWER}]+)?(?:-[{UPPER}]?[{LOWER}]+)*"
_SEQUENCE: Final = re.compile(
    rf"[{UPPER}](?<![\w&/.-].)(?:[{LOWER}]+|'[{UPPER}]?[{LOWER}]+|(?= [{UPPER}][{LOWER}]))"
    rf"(?:[ \n]{_SYLLABLE}(?![^\W\d]|&)){{1,8}}"
)
_BEGINNING: Final = re.compile(rb"A(?=a*+ A|'A?a+ A)(?<![Aa]A)")
"""Where such a sequence may start, in the shapes of a text: far fewer places than it has capitals."""
_CAPITAL: Final = re.compile(f"[{UPPER}]")
_MOST_STRANGE: Final = 3
_HOUSE: Final = r"\d{1,4}[a-z]?(?:/\d{1,4})* "
_AT: Final = " tại "
_POSTED: Final = 70
_LONGEST_POST: Final = 30
_MOST: Final = 5
"""Syllables of a person's name at most."""
_FULL: Final = 3
"""Syllables of a family name, a middle one and a given one."""
_POST: Final = re.compile(r" ?[-–,(] ?(?:nguyên )?")
_FOREIGN: Final = re.compile(r"[A-Z][a-zA-Z'-]+(?: [A-Z][a-zA-Z'-]+){1,3}(?!\w)")
_SHOUTED: Final = re.compile(rf"[{UPPER}]{{2,}}(?: [{UPPER}]{{2,}}){{1,3}}(?!\w)")
_SHORT: Final = re.compile(
    rf"[{UPPER}]\.(?:[{UPPER}]\.){{0,2}}(?:[{UPPER}](?:[{LOWER}]+|[{UPPER}]+)(?!\w)|[{UPPER}]\.)"
)
"""Who signs a picture, by initials: "T.Trúc", "T.TRÚC", "T.A.N."."""
_GAP: Final = re.compile(rf" (?:\w{{2,8}}/)?(?=[{UPPER}])")
_PARTICLES: Final = r"(?:(?:von|van|der|den|de|la|al|bin|da|di|del) ){0,2}"
_ONE: Final = re.compile(rf"[{UPPER}][{LOWER}]+(?:[ \n]{_PARTICLES}{_SYLLABLE}(?!\w)){{0,4}}(?![\w&])")
_MORE_INITIALS: Final = re.compile(rf"(?:\.[{UPPER}](?![^\W\d_]))+")
_INITIALS: Final = re.compile(rf"\. ?[{UPPER}](?![^\W\d_])")
"""The dot between two initials: the second letter stands alone."""
_INITIALLED: Final = re.compile(
    rf"[{UPPER}](?:(?:\. [{UPPER}]){{1,3}}\. (?P<given>[{UPPER}][{LOWER}]+(?!\w))"
    rf"|(?:\.[{UPPER}](?![{LOWER}])){{1,3}}(?:\.(?P<close>[{UPPER}][{LOWER}]+)(?!\w))?)"
)
_HOUSED: Final = re.compile(rf"(?:\A|[^\w.,/]){_HOUSE}\Z")
_QUOTES: Final = ("“", "«", '"')
_QUOTES_END: Final = ("”", "»", '"')


@dataclass(frozen=True, slots=True)
class _Words:
    surnames: frozenset[str]
    doubtful: frozenset[str]
    titles: tuple[str, ...]
    posts: tuple[str, ...]
    heads: tuple[str, ...]
    titled: re.Pattern[str]
    press: tuple[str, ...]
    veto: frozenset[str]
    not_after: tuple[str, ...]
    house: re.Pattern[str]
    """The number of a house, at the end of what stands before a street; searched."""
    street: re.Pattern[str]
    """Such a number and the kind of the street, likewise; the kind is the group."""
    town: re.Pattern[str]
    """What stands behind a street: the ward, town or city that it is in."""
    aged: re.Pattern[str]
    """What stands in brackets behind a person: how old they are, or since when."""
    address: re.Pattern[str]
    """The number of a house, a street and, ahead, the town that it is in; the groups are the street's kind and name."""
    no_initials: tuple[str, ...]
    roads: tuple[str, ...]
    """Kinds of streets, with a capital: first what one is that is named without."""
    streets: frozenset[str]
    of_cities: tuple[str, ...]
    prepositions: tuple[str, ...]


@cache
def _words() -> _Words:
    rows = table("persons")
    return _Words(
        frozenset(map(spelling, rows["surnames"])),
        frozenset(map(spelling, rows["doubtful"])),
        tuple(" " + spelling(title) for title in rows["titles"]),
        tuple(spelling(title) for title in rows["titles"] if len(title) > 6),
        tuple(spelling(word) for word in (*rows["post_heads"], *rows["titles"]) if " " in word),
        re.compile(rf"(?:{alternation(spelling(word) for word in rows['titles'] if ' ' in word)})[ \n]"),
        tuple(table("organisations")["press"]["names"]),
        frozenset(map(spelling, rows["not_persons"]))
        | {f"{spelling(stem)} {spelling(branch)}" for stem in rows["year_stems"] for branch in rows["year_branches"]},
        tuple(f"{spelling(word)} " for word in rows["named_after"]),
        re.compile(rf"(?:{alternation(map(spelling, rows['house']))} |, |\(|[-–] ){_HOUSE}\Z"),
        re.compile(rf"(?:\A|[^\w.,/]){_HOUSE}({alternation(map(spelling, rows['streets']))}) \Z"),
        re.compile(rf", ?(?:{alternation(map(spelling, rows['towns']))})(?!\w)"),
        re.compile(rf"\.? \((?:\d{{1,3}} )?(?:{alternation(map(spelling, rows['ages']))})(?!\w)"),
        re.compile(
            rf"ố (?:nhà )?\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}})*,? (?:({alternation(rows['streets'])}) )?"
            rf"({_SYLLABLE}(?: {_SYLLABLE}){{0,3}})(?=, ?(?:{alternation(rows['towns'])})(?!\w))"
        ),
        tuple(rows["no_initials"]),
        tuple(word.capitalize() for word in rows["streets"]),
        frozenset(map(spelling, rows["streets"])),
        tuple(f"{spelling(word)} " for word in rows["not_named_after"]),
        tuple(f"{spelling(word)} " for word in rows["prepositions"]["words"]),
    )


def find(page: Page) -> Iterator[Name]:
    """Yield the persons that `page` names, apart from what its tables know as something else."""
    words = _words()
    key, surnames = page.key, words.surnames
    named: set[int] = set()
    ends: set[int] = set()
    inside = _inside(page)
    past = 0
    for beginning in _BEGINNING.finditer(capitals(page.text)):
        start = beginning.start()
        found = _SEQUENCE.match(page.text, start) if start >= past else None
        if found is None:
            continue
        end = past = found.end()
        if surnames.isdisjoint(key[start:end].split()) and "'" not in found[0]:
            continue
        if "-" in found[0]:
            end = _before_post(key, start, end, words)
        while start < end:
            if start in inside:
                start = inside[start]
                while start < end and page.text[start] in " \n":
                    start += 1
                continue
            stop = _before_name(page, start, min(end, page.limit(start)))
            name = _first_person(page, start, stop, words)
            if name is not None and not _is_quoted(page.text, name):
                named.add(name.start)
                ends.add(name.end)
                yield name
            start = stop
            while start < end and page.text[start] in " \n":
                start += 1
    yield from _addressed(page, words, named, ends)
    yield from _sent(page, words)
    yield from _initialled(page, words)
    yield from _housed(page, words)


def _inside(page: Page) -> dict[int, int]:
    """Return where the own names of places start behind their levels, each with its end: "xã Cam Đường"."""
    out = {}
    for place in page.places.values():
        own = _CAPITAL.search(page.text, place.start, place.end) if page.text[place.start].islower() else None
        if own is not None:
            out[own.start()] = place.end
    return out


def _is_quoted(text: str, name: Name) -> bool:
    """Whether quotation marks hold nothing but the name: what a work or an event is called, “Hồ Gươm Xanh”."""
    return text[max(0, name.start - 1) : name.start] in _QUOTES and text[name.end : name.end + 1] in _QUOTES_END


def _sent(page: Page, words: _Words) -> Iterator[Name]:
    """Yield foreigners behind the country they are sent to: "Đại sứ Nhật Bản tại Việt Nam Sato Kenji"."""
    for place in page.places.values():
        if not page.text[place.end + 1 : place.end + 2].isupper() or not page.key.endswith(_AT, 0, place.start):
            continue
        name = _FOREIGN.match(page.text, place.end + 1)
        if name is not None and words.titled.search(page.key, max(0, place.start - _POSTED), place.start):
            yield new_name(name.start(), name.end(), "person", name[0])


def _initialled(page: Page, words: _Words) -> Iterator[Name]:
    """Yield persons named by initials, with a given name, "L. T. T. Nhàn", or behind a title without: "bà L.T.H."."""
    text, past = page.text, 0
    for dot in _INITIALS.finditer(text):
        start = dot.start() - 1
        if start < past:
            continue
        name = _INITIALLED.match(text, start, page.limit(start)) if start >= 0 else None
        if name is None or (start and (text[start - 1].isalnum() or text[start - 1] in "./&-")):
            continue
        past = name.end()
        if name[0].startswith(words.no_initials):
            continue
        named = name["given"] or name["close"] or words.aged.match(page.key, name.end())
        if named or _is_titled(page.key, start, words):
            yield new_name(start, name.end(), "person", name[0])


def _housed(page: Page, words: _Words) -> Iterator[Name]:
    """Yield streets named after no person, between the number of a house and the town: "số 26 Thành Công, phường A"."""
    for found in words.address.finditer(page.text):
        if page.key[found.start() - 1 : found.start()] != "s" or _is_surname(page.key, found.start(2), words):
            continue
        if page.begins_name(found.start(2)):
            continue
        kind = found[1] or words.roads[0]
        start = found.start(1) if found[1] else found.start(2)
        yield new_name(start, found.end(), "place", f"{kind[:1].upper()}{kind[1:]} {found[2]}")


def begins_as_post(written: str) -> bool:
    """Return whether `written` begins with a post: "CHỦ TỊCH", "Phó Giám đốc"."""
    return spelling(f"{written} ").startswith(_words().heads)


def _before_post(key: str, start: int, end: int, words: _Words) -> int:
    """Return where the name ends that a dash without spaces parts from a post: "Trần Văn Nam-Phó Giám đốc"."""
    dash = key.find("-", start, end)
    while dash > 0 and not key.startswith(words.heads, dash + 1):
        dash = key.find("-", dash + 1, end)
    return dash if dash > 0 else end


def _before_name(page: Page, start: int, end: int) -> int:
    """Return where a run of capitals ends that goes over into a name which is longer: "Trình Chính phủ"."""
    gap = page.text.find(" ", start, end)
    while gap > 0:
        known = page.whole.get(gap + 1)
        if known is not None and known[0] > end:
            return gap
        gap = page.text.find(" ", gap + 1, end)
    return end


def _first_person(page: Page, start: int, end: int, words: _Words) -> Name | None:
    """Return the person named in a run of capitalised syllables, behind what names something else."""
    text, key = page.text, page.key
    here, strange = start, 0
    while here < end and strange <= _MOST_STRANGE:
        place = page.places.get(here)
        known = page.whole.get(here) or page.opens.get(here)
        stop = place.end if place is not None else known[0] if known is not None else 0
        if stop and not (known is not None and known[1].grammar == "field" and _is_surname(key, here, words)):
            here = stop
            while here < end and text[here] in " \n":
                here += 1
            continue
        if key.startswith(words.prepositions, here) and not _is_titled(key, here, words):
            following = page.places.get(key.index(" ", here) + 1)
            if following is not None and following.end >= end:
                here = following.start
                continue
        name = _person(text, key, here, end, words) or _mixed(text, key, here, end, words)
        if name is not None and (strange < _MOST_STRANGE or not _is_doubtful(key, here, words)):
            return name
        post = words.titled.match(key, here, end)
        if post is not None:
            here = post.end()
            continue
        gap = text.find(" ", here, end)
        if gap < 0:
            return None
        here, strange = gap + 1, strange + 1
    return None


def _is_doubtful(key: str, at: int, words: _Words) -> bool:
    return key[at : at + 8].split(" ", 1)[0] in words.doubtful


def _is_surname(key: str, at: int, words: _Words) -> bool:
    return key[at : at + 8].split(" ", 1)[0] in words.surnames


def _person(text: str, key: str, start: int, end: int, words: _Words) -> Name | None:
    """Return the person whose name fills [start, end), if it reads as one."""
    syllables = key[start:end].split()
    if len(syllables) < 2 or len(syllables) > _MOST:
        return None
    two = len(syllables) == _MOST and syllables[2] in words.surnames - words.doubtful
    if two and f" {syllables[3]} " in organisation_words().middle_names:
        return None  # "(Trường Tiểu học) Sơn Tràm Lê Thị Ngân": who heads a body stands behind its name
    behind = len(syllables) == _FULL + 1 and syllables[1] in words.surnames and _follows_capital(text, start)
    behind = behind and not _is_titled(key, start, words)
    if behind and f" {syllables[2]} " in organisation_words().middle_names:
        return None  # "(Trường Tiểu học Chiềng) Sơn Hà Văn Tuấn"
    if not (syllables[0] in words.surnames or syllables[0][1:2] == "'"):
        of_three = len(syllables) == _FULL and f" {syllables[1]} " in organisation_words().middle_names
        if not (of_three and (_is_titled(key, start, words) or _is_headed(key, start, words))):
            return None
    before = key[max(0, start - 24) : start]
    named_so = before.endswith(words.not_after) and not _ends_name(text, start)
    if named_so and not (len(syllables) > 2 and before.endswith(words.of_cities)):
        street = words.street.search(before)
        if street is None:
            return None
        start -= len(before) - street.start(1)
        written = " ".join(text[start:end].split())
        return new_name(start, end, "place", written[:1].upper() + written[1:])
    if len(syllables) > 2 and syllables[0] in words.streets and syllables[1] in words.surnames - words.doubtful:
        return None  # "Đường Nguyễn Văn A"
    if " ".join(syllables) in words.veto:
        return None
    numbered = before[-2:-1].isdigit() or before[-3:-2].isdigit()
    if numbered and (words.house.search(before) or (words.town.match(key, end) and _HOUSED.search(before))):
        return new_name(start, end, "place", f"{words.roads[0]} {' '.join(text[start:end].split())}")
    unsure = len(syllables) == 2 and (syllables[0] in words.doubtful or text[start:end].isupper())
    if unsure and not (_is_titled(key, start, words) or _has_post(key, end, words)):
        return None
    more = _MORE_INITIALS.match(text, end) if len(syllables[-1]) == 1 else None
    end = more.end() if more is not None else end  # "Võ T.Đ", whose name is not told
    return new_name(start, end, "person", " ".join(text[start:end].split()))


def _follows_capital(text: str, start: int) -> bool:
    """Whether the word before `start` has a capital and small letters: it may be of one name with what follows."""
    last = text.rfind(" ", 0, max(start - 1, 0)) + 1
    return text[last : start - 1].istitle() and text[start - 1 : start] == " "


def _ends_name(text: str, start: int) -> bool:
    """Whether the word before `start` is the last of a name in capitals: "Cấp nước Hậu Sông[ Lâm Quốc Việt]"."""
    last = text.rfind(" ", 0, start - 1) + 1
    first = text.rfind(" ", 0, last - 1) + 1
    return last > 1 and text[last].isupper() and text[first].isupper() and text[first : last - 1].isalpha()


def _mixed(text: str, key: str, start: int, end: int, words: _Words) -> Name | None:
    """Return the person with a foreign given name and a Vietnamese family name: "Jimmy Phạm"."""
    given, _, family = key[start:end].partition(" ")
    if family not in words.surnames or family in words.doubtful or family.isascii() or not is_foreign(given):
        return None
    if given in joining().stops:
        return None  # "Theo Trần Hiếu"
    return new_name(start, end, "person", " ".join(text[start:end].split()))


def is_titled(key: str, start: int) -> bool:
    """Return whether a title or post stands right before `start`."""
    return _is_titled(key, start, _words())


def _is_headed(key: str, start: int, words: _Words) -> bool:
    """Whether a post with the body that it heads stands before `start`: "Chủ tịch UBND xã Ngân Văn Trường"."""
    return words.titled.search(key, max(0, start - _POSTED), start) is not None


def _is_titled(key: str, start: int, words: _Words) -> bool:
    """Whether a title stands right before `start`."""
    return (" " + key[max(0, start - 32) : start].rstrip().replace("\n", " ")).endswith(words.titles)


def _has_post(key: str, end: int, words: _Words) -> bool:
    """Whether a dash or comma and a post stand right behind `end`."""
    gap = _POST.match(key, end)
    return gap is not None and key.startswith(words.posts, gap.end())


def _addressed(page: Page, words: _Words, named: Set[int], ends: set[int]) -> Iterator[Name]:
    """Yield persons named by one word, or by a foreign name, behind a form of address, apart from the `named`.

    Behind a person, one of those whose names end at `ends`, and a comma a post is theirs, and a firm's name follows it.
    """
    text, key = page.text, page.key
    for address in page.addresses:
        end = abs(address)
        gap = _GAP.match(text, end)
        if gap is None:
            continue
        start = gap.end()
        signed = text[end - 1] == ":"
        known = page.whole.get(start)
        if known is not None and known[1].type == "place" and text[known[0] : known[0] + 1] == " ":
            abroad = _FOREIGN.match(text, known[0] + 1)
            if abroad is not None and abroad[0].split()[0].isascii():
                yield new_name(abroad.start(), abroad.end(), "person", " ".join(abroad[0].split()))
                continue
        if not signed and (start in page.opens or (known is not None and not known[1].alone)):
            continue
        short = _SHORT.match(text, start, page.limit(start)) if signed else None
        if short is not None and short[0].rstrip(".") not in words.no_initials:
            given = short[0].rpartition(".")[2]
            yield new_name(start, short.end(), "person", short[0].removesuffix(given) + given.title())
            continue
        name = _ONE.match(text, start, page.limit(start))
        if signed and name is None:
            name = _SHOUTED.match(text, start)
        if name is None or (signed and " " not in name[0]):
            continue
        if address < 0 and (" " not in name[0] or not name[0].isascii()):
            continue
        if key.startswith(words.heads, start) or text.startswith(words.press, start):
            continue
        if " " not in name[0] or (start not in named if signed else not _is_surname(key, start, words)):
            written = " ".join(name[0].split())
            if address < 0 and text.rfind(", ", max(0, end - _LONGEST_POST), end) in ends:
                yield new_name(start, name.end(), "organisation", written)
                continue
            ends.add(name.end())
            yield new_name(start, name.end(), "person", written.title() if written.isupper() else written)
