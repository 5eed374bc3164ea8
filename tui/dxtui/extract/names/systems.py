"""Names of databases, portals, platforms, information systems, apps and centres, read from what opens them."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from dxtui.extract.names.full import full, is_abbreviation
from dxtui.extract.names.name import Name, Page, new_name
from dxtui.extract.names.walk import Style, level_at, walk
from dxtui.lexicon.frames import frames
from dxtui.lexicon.levels import provinces
from dxtui.lexicon.names import Entry, owned_systems, system_forms
from dxtui.lexicon.tables import table
from dxtui.text.openings import Opening
from dxtui.text.spelling import UPPER, same_key, spelling

_LONGEST_SUBJECT: Final = 40
"""Code points in which what a system is for stands, at whose blanks a page's line may end."""
_STYLE: Final = Style(lower=True, listed=True, verbal=True, longest=16)
_DATABASE: Final = Style(lower=True, listed=True, longest=10)
_VERSION: Final = Opening(re.compile(r" \d\.\d(?![\d.,%])"))
_APP: Final = Style(dashed=True, longest=10)
_SHORT: Final = Opening(re.compile(rf"\s?\(([{UPPER}][\w&-]{{1,11}})\)"))
_LETTERED: Final = re.compile(r"[ \n]([A-Z]{3,8})(?![\w&/-]| [A-Z])")
_BRAND: Final = re.compile(r"(?<= )[A-Z][A-Za-z0-9]*[a-z][A-Z][A-Za-z0-9-]*\Z")
_PRODUCT: Final = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?![^\W_])")
_OF: Final = Opening(re.compile(r"[ \n]của(?= )"))
_WORD: Final = re.compile(r"[ \n]([^\W_]+)")
_NAMED: Final = re.compile(rf"[ \n]((?:[{UPPER}][\w-]*)(?:[ /][{UPPER}][\w-]*){{0,3}}(?: \d{{1,4}}(?![\d.,%/]))?)")
_SYSTEM: Final = "Hệ thống"
"""What may be of firms, too: "Hệ thống Giáo dục Vinschool"."""
_DIGITAL: Final = " số "
"""What is digital, before whose it is: "Nền tảng cửa khẩu số Lạng Sơn"."""
_QUOTED: Final = Opening(re.compile(r"[ \n](?:số )?[“\"«]([^“”\"»\n]{2,60})[”\"»]"))


@dataclass(frozen=True, slots=True)
class _Words:
    subjects: dict[str, tuple[str, ...]]
    common: tuple[str, ...]
    bare: frozenset[str]
    proper_only: frozenset[str]
    no_names: tuple[str, ...]
    lettered: frozenset[str]
    owned: frozenset[str]
    """Openers that whose they are names alone."""
    of_field: frozenset[str]
    """Openers whose field is name enough, so that whose they are is a name of its own."""
    no_systems: frozenset[str]
    national: re.Pattern[str]
    """What makes a centre the nation's, with the field before it: " y tế quốc gia"."""
    topic: re.Pattern[str]
    """White space and what stands before what a database is about."""
    of_nation: re.Pattern[str]
    """White space and what makes a database the nation's, right before what it holds."""
    of_province: frozenset[str]
    """Openers of what a province has one of, without saying so."""
    sellers: tuple[str, ...]
    """What a system of firms, schools or hospitals is of, each with the space before it."""


@cache
def _words() -> _Words:
    rows = table("systems")
    nation, about = frames().nation[1:], frames().about[1:]
    return _Words(
        {full_name: tuple(map(spelling, subjects)) for full_name, subjects in rows["subjects"].items()},
        tuple(map(spelling, rows["grammar"]["common"])),
        frozenset(rows["grammar"]["bare"]),
        frozenset(rows["grammar"]["proper_only"]),
        tuple(map(spelling, rows["grammar"]["no_names"])),
        frozenset(rows["grammar"]["lettered"]),
        frozenset(rows["grammar"]["of_owner"]),
        frozenset(rows["grammar"]["of_field"]),
        frozenset([*table("brands")["shapes"]["common"], *rows["grammar"]["no_names"]]),
        re.compile(rf"(?: (?:{'|'.join(map(spelling, rows['grammar']['fields']))}))? {nation}(?!\w)"),
        re.compile(rf"(?:[ \n]{nation})?(?:[ \n]\([^()]{{2,12}}\))?[ \n](?:{about}|của ngành)(?= )"),
        re.compile(rf"[ \n]{nation}[ \n](?!{about})"),
        frozenset(rows["grammar"]["of_province"]),
        tuple(f" {spelling(word)}" for word in table("brands")["makers"]["sellers"]),
    )


def system(page: Page, start: int, end: int, entry: Entry) -> Name | None:
    """Return the system whose opener stands at [start, end), if one is named there."""
    text, key, words = page.text, page.key, _words()
    limit = page.limit(start)
    opener = entry.canonical
    if frames().is_class(key, start) and not _QUOTED.match(text, end, limit):
        return None
    quoted = _QUOTED.match(text, end, limit)
    if quoted is not None and opener in words.proper_only | {"Nền tảng", "Hệ thống"}:
        return new_name(start, quoted.end(), "system", full(text[start : quoted.end()]))
    if text[end + 1 : end + 2].isupper() and opener == _SYSTEM and key.startswith(words.sellers, end):
        stop = walk(page, end, limit, _APP)
        if stop <= end + max(len(seller) for seller in words.sellers if key.startswith(seller, end)):
            return None
        if text[text.rfind(" ", end, stop) + 1].isupper():
            return new_name(start, stop, "organisation", full(text[start:stop]))
    if opener in words.proper_only:
        return _proper(page, start, end, limit, words.subjects.get(opener, ()))
    if opener in words.bare:
        stop = walk(page, end, limit, Style()) if opener == "Trung tâm dữ liệu" else end
        national = words.national.match(key, stop, limit)
        stop = national.end() if national is not None else stop
        name = _tail(page, start, end, stop, limit, opener)
        place = page.place_at(end + 1, limit)
        of_nation = place is not None and place.canonical not in provinces()
        low = text[start + 1 : end].islower()
        if name is not None and opener in words.of_province:
            return name._replace(opener="", level=name.level or "tỉnh") if name.end == end else name
        common = text[start].islower() or (low and _is_common_at_start(page, start, opener))
        return None if name is not None and common and (name.end == end or of_nation) else name
    if opener == "Cơ sở dữ liệu":
        return _database(page, start, end, limit, words)
    subjects = words.subjects.get(opener, ())
    known = key[end + 1 : end + _LONGEST_SUBJECT].replace("\n", " ").startswith(subjects)
    following = _WORD.match(text, end, limit)
    if opener.startswith("Trung tâm "):
        stop = walk(page, end, limit, _STYLE)
        return _tail(page, start, end, stop, limit, opener) if stop > end + 4 else None
    if following is None:
        return None
    shouted = following[1].isascii() and following[1].isupper() and len(following[1]) > 2
    lettered = _LETTERED.match(text, end, limit) if opener in words.lettered else None
    if lettered is not None and lettered[1].lower() in words.no_systems:
        return None
    if lettered is not None and not is_abbreviation(lettered[1]):
        inner = page.whole.get(lettered.start(1))
        if inner is None or inner[1].type == "system":
            meant = inner[1].canonical if inner is not None else full(text[start : lettered.end()])
            owner = level_at(page, lettered.end(), limit)
            if owner is not None and not _OF.match(key, lettered.end()):
                return new_name(start, owner[0], "system", f"{meant} {owner[1]}", level=owner[1])
            return new_name(start, lettered.end(), "system", meant)
    if following[1][0].isupper() and (text[start].islower() or (shouted and _at_sentence_start(page, start))):
        return _proper(page, start, end, limit, ())
    common = not known and following[1][0].islower() and _common(key, end + 1, words.common)
    if not known and not text[start].isupper():
        return None
    if opener in words.owned and level_at(page, end, limit) is not None and frames().owner.match(key, end, limit):
        return _tail(page, start, end, end, limit, opener)
    level = level_at(page, end, limit) if opener in words.owned else None
    if level is not None:
        return Name(start, level[0], "system", f"{opener} {level[1]}", level=level[1])  # "… điện tử huyện"
    if opener in words.owned and _OF.match(key, end, limit):
        return Name(start, end, "system", opener, opener=opener)  # whose it is ends its name
    stop = walk(page, end, limit, _STYLE)
    inner_system = _inner(page, end, stop)
    if inner_system is not None:
        canonical = f"{full(text[start : inner_system.start])} {inner_system.canonical}"
        return inner_system._replace(start=start, canonical=canonical, opener="")
    if stop == end or (not known and following[1][0].islower() and key.count(" ", end, stop) < 2):
        return None
    topic = stop + len(frames().about)
    if key.endswith(frames().nation, end, stop) and key.startswith(f"{frames().about} ", stop):
        further = walk(page, topic, limit, _STYLE)  # "Hệ thống thông tin quốc gia[ về đất đai]"
        stop = further if further > topic + 1 else stop
    brand = _BRAND.search(text, end, stop)
    if brand is not None and text[end + 1].islower():
        written = text[start].isupper() and not _at_sentence_start(page, start)
        return new_name(start, stop, "system", full(text[start:stop])) if written else None
    name = _tail(page, start, end, stop, limit, opener)
    if common and (name is None or text[name.end - 1] != ")"):
        return None
    if known or name is None or following[1][0].isupper() or not _at_sentence_start(page, start):
        return name
    if page.place_at(end + 1, limit) is not None:
        return name
    if text[name.end - 1] == ")" or name.end > stop or key.endswith(frames().nation, end, stop):
        return name
    last = key.rfind(_DIGITAL, end, stop) + len(_DIGITAL)
    place = page.place_at(last, limit)
    return name if place is not None and place.end == stop else None


def _inner(page: Page, end: int, stop: int) -> Name | None:
    """Return the system that ends the name of a portal to it: "Cổng tiếp nhận dữ liệu[ Hệ thống thông tin …]"."""
    at = page.text.find(f" {_SYSTEM} ", end + 1, stop) + 1
    opened = page.opens.get(at) if at > 0 else None
    return system(page, at, *opened) if opened is not None else None


def _at_sentence_start(page: Page, start: int) -> bool:
    before = page.text[max(0, start - 3) : start].rstrip()
    return start == 0 or not before or before[-1] in ".!?…:\n-+*•" or "\n" in page.text[max(0, start - 3) : start]


def _is_common_at_start(page: Page, start: int, opener: str) -> bool:
    """Whether a capital at the start of a sentence makes no name of an opener that need not be any body's."""
    return same_key(opener) not in owned_systems() and _at_sentence_start(page, start)


def _common(key: str, at: int, common: tuple[str, ...]) -> bool:
    if not key.startswith(common, at):
        return False
    word = max((w for w in common if key.startswith(w, at)), key=len)
    return not key[at + len(word) : at + len(word) + 1].isalnum()


def _database(page: Page, start: int, end: int, limit: int, words: _Words) -> Name | None:
    text, key = page.text, page.key
    topic = words.topic.match(key, end, limit)
    national = words.of_nation.match(key, end, limit)
    begin = topic.end() if topic else national.end() - 1 if national else end
    written = text[start].isupper() and not text[start:end].isupper() and not _at_sentence_start(page, start)
    known = topic is not None or written or key.startswith(words.subjects["Cơ sở dữ liệu"], begin + 1)
    if not known and text[start].islower():
        return None
    if topic is None and _common(key, begin + 1, words.common) and not key.startswith("dùng chung của tỉnh", begin + 1):
        return None
    stop = walk(page, begin, limit, _DATABASE)
    if stop == begin:
        return None
    name = _tail(page, start, end, stop, limit, "Cơ sở dữ liệu")
    return name if known or (name is not None and name.end > stop) else None


def _proper(page: Page, start: int, end: int, limit: int, subjects: tuple[str, ...]) -> Name | None:
    """Return an app or assistant: its name is in capitals."""
    text = page.text
    begin = end
    for subject in subjects:
        if page.key.startswith(subject, end + 1):
            begin = end + 1 + len(subject)
            break
    place = page.place_at(begin + 1, limit)
    if place is not None:
        more = _NAMED.match(text, place.end, limit)
        if more is None or page.begins_name(more.start(1)):
            return new_name(start, place.end, "system", full(text[start : place.end]))
        first = begin + 1 if text[start].islower() and begin == end else start
        return new_name(first, more.end(), "system", full(text[first : more.end()]))
    whole = page.whole.get(begin + 1)
    if whole is not None:
        bare = begin == end and (text[start].islower() or _at_sentence_start(page, start))
        if whole[1].type == "system" and text[begin + 1].isupper() and not bare:
            return new_name(start, whole[0], "system", whole[1].canonical)
        return None
    named = _NAMED.match(text, begin, limit)
    if named is None or (begin == end and page.begins_name(named.start(1))) or is_abbreviation(named[1].split()[0]):
        return None
    if _common(page.key, named.start(1), _words().no_names):
        return None
    stop = named.end() if named[1].isascii() else max(named.end(), walk(page, begin, limit, _APP))
    product = _PRODUCT.match(named[1]) is not None and _at_sentence_start(page, start)
    if (text[start].islower() or product) and begin == end:
        return new_name(named.start(1), stop, "system", full(text[named.start(1) : stop]))
    return new_name(start, stop, "system", full(text[start:stop]))


def _tail(page: Page, start: int, end: int, stop: int, limit: int, opener: str) -> Name | None:
    """Add whose the system is and its short form in brackets."""
    text, key = page.text, page.key
    head = opener + text[end:stop]
    if frames().everybody.match(key, stop, limit):
        return None
    level = ""
    rest = ""
    levels = frames().tiers.match(key, stop, limit)
    owner = frames().owner.match(key, stop, limit)
    if levels is not None:
        rest = _levels(levels[0])
        stop = levels.end()
    elif owner is not None and not page.begins_name(owner.start(1)):
        level = "tỉnh" if owner[1] in ("tỉnh", "bộ", "ngành") else "thành phố"
        if owner[1] in ("bộ", "ngành"):
            level = ""
        rest = f" {owner[1]}"
        stop = owner.end()
    else:
        of = _OF.match(key, stop, limit)
        at = (of.end() if of else stop) + 1
        place = page.place_at(at, limit)
        whole = page.whole.get(at)
        if place is not None and key[at - 1] in " \n":
            rest = " " + " ".join(text[at : place.end].split())
            stop = place.end
        elif of is not None and stop > end and opener in _words().of_field:
            pass
        elif whole is not None and whole[1].type == "organisation" and key[at - 1] in " \n":
            rest = (" của " if of else " ") + whole[1].canonical
            stop = whole[0]
        elif at in page.opens and page.opens[at][1].grammar == "local":
            body = page.opens[at]
            place = page.place_at(body[0] + 1, limit)
            if place is not None:
                rest = f" {full(text[at : body[0]])} {text[place.start : place.end]}"
                stop = place.end
    version = _VERSION.match(text, stop, limit)
    if version is not None:
        rest, stop = rest + version[0], version.end()
    short = _SHORT.match(text, stop, limit)
    if short is not None:
        stop = short.end()
        whose = frames().owner.match(key, stop, limit) if not (rest or level) else None
        place = page.place_at(stop + 1, limit) if not (rest or level) else None
        if place is not None and text[stop] in " \n":
            rest, stop = " " + " ".join(text[place.start : place.end].split()), place.end
        elif whose is not None and whose[1] in ("tỉnh", "thành phố") and not page.begins_name(whose.start(1)):
            rest, level, stop = f" {whose[1]}", whose[1], whose.end()
    named = full(head)
    named = system_forms().get(same_key(named), named)
    return new_name(start, stop, "system", named + rest, opener if stop == end else "", level)


def _levels(written: str) -> str:
    """Return levels in one form: "cấp bộ/tỉnh" as "cấp bộ, cấp tỉnh"."""
    words = [word for word in re.split(r"[\s,/]+|và|cấp", written) if word]
    return " " + ", ".join(f"cấp {word}" for word in words)
