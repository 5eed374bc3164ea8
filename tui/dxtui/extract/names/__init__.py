"""Names in a text: persons, organisations, places, laws, programmes and systems."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from dxtui.extract.names import brands, introduced, ministries, persons
from dxtui.extract.names.bodies import organisation
from dxtui.extract.names.context import resolve
from dxtui.extract.names.hits import page
from dxtui.extract.names.homes import area_end, behind_short, of_several, placed_name
from dxtui.extract.names.letterheads import letterheads, offices
from dxtui.extract.names.members import joined
from dxtui.extract.names.name import Name, Page, longest, new_name
from dxtui.extract.names.press import press
from dxtui.extract.names.programmes import of_years, period_end, programme, year
from dxtui.extract.names.publisher import known_publisher, organ
from dxtui.extract.names.roads import highways, of_roads
from dxtui.extract.names.systems import system
from dxtui.extract.names.texts import law
from dxtui.extract.names.walk import joins_on, level_at
from dxtui.lexicon.frames import frames
from dxtui.lexicon.levels import is_provincial
from dxtui.lexicon.names import Entry, countries
from dxtui.lexicon.tables import table
from dxtui.model import Mention, Statement
from dxtui.text.openings import Opening
from dxtui.text.shapes import latin
from dxtui.text.spelling import UPPER, is_foreign


def find(text: str, statements: Sequence[Statement], publisher: str | None = None) -> tuple[Mention, ...]:
    """Return the names in `text`, sorted by start, without overlap, each with its full name.

    `publisher` is who put the text out, where that is known from elsewhere.
    """
    known = _publisher(publisher) if publisher else ""
    read = page(text, statements)
    sources = list(press(read))
    unmeant = of_roads(read.text, read.key, read.places)
    # No persons: "Theo Tiền Phong", "cao tốc TP Hồ Chí Minh - Trung Lương".
    taken = {name.end for name in sources} | {read.places[at].end for at in unmeant}
    people = [
        name
        for name in persons.find(read)
        if name.end not in taken and not brands.closes(read.key, name.start, name.end)
    ]
    for at in unmeant:
        del read.places[at]
    read.persons.update((name.start, name.end) for name in people)
    opened = list(_opened(read))
    told = {name.start for name in opened}
    shapes = latin(text)
    shaped = [name for name in brands.find(read, shapes) if name.start not in told]
    shaped += introduced.find(read, shapes, shaped)
    # Of two that are one span the first stays.
    heads, listed = (
        [*letterheads(read), *sources],
        [*ministries.listed(read), *of_years(read), *highways(text, read.key)],
    )
    found = brands.with_firms(read, [*heads, *shaped, *people, *_wholes(read), *opened, *listed])
    names = brands.with_versions(read, longest(found))
    below = list(offices(read, names))
    names = longest([*names, *below]) if below else names
    return resolve(read, joined(read, _with_brackets(read, names)), statements, known)


@lru_cache(maxsize=256)
def _publisher(name: str) -> str:
    return known_publisher(find(name, ()))


_PROVINCIAL: Final = "tỉnh"
_DEPARTMENTS: Final = ("Sở ", "Phòng ")
_LISTED: Final = re.compile(rf"(?:,|,? và|:)[ \n][{UPPER}]")
_COUNT: Final = re.compile(r"(?<![\d.,/-])\d{1,2} \Z")
_BRAND: Final = re.compile(r"(?:(?: |-(?=[A-Z]{2}|[a-z][A-Z]))(?:[a-z]{0,3})?[A-Z][A-Za-z]+(?![^\W\d_]))+")
_BRANCH: Final = re.compile(r" (?:[Cc]hi nhánh )?(?:[Kk]hu vực|KHU VỰC) (?:\d{1,2}(?!\d)|[IVX]{1,4}\b)")
_APART: Final = Opening(re.compile(rf" {table('laws')['words']['number'][0]} \d{{1,2}}(?![\d/-])"))
"""What tells one of several of one name from the others: "Trung tâm Dữ liệu quốc gia số 1"."""
_ROUTE: Final = re.compile(r" ?[-–] ?[^\W\d_]")
"""What goes on from one place to another: "Vietjet Hà Nội - Phú Quốc"."""
_BRANCH_FIRST: Final = frozenset("CcKk")
_BRACKET: Final = re.compile(rf"\s?\(([{UPPER}][{UPPER}\d&.-]{{1,11}})\)")


_BRAND_BRACKET: Final = re.compile(rf"\s?\(([{UPPER}][\w&.-]{{0,14}}(?: [{UPPER}][\w&.-]*){{0,3}})\)")


def _with_brackets(read: Page, names: list[Name]) -> list[Name]:
    """Let a name take its other form in brackets right behind it: "Ngân hàng Thế giới (WB)"."""
    out: list[Name] = []
    for name in names:
        before = out[-1] if out else None
        if (
            before is not None
            and (before.canonical == name.canonical or _is_brand_of(read.text, name, before))
            and read.text[before.end : name.start] in (" (", "(")
            and read.text[name.end : name.end + 1] == ")"
        ):
            out[-1] = before._replace(end=name.end + 1)
            continue
        if before is not None and before.end > name.start:
            continue
        opens = "(" in read.text[name.end : name.end + 2]
        if opens and name.type in ("organisation", "system", "programme") and read.text[name.end - 1] != ")":
            company = name.type == "organisation" and read.text.startswith(_COMPANIES, name.start)
            short = (_BRAND_BRACKET if company else _BRACKET).match(read.text, name.end)
            if short is None and name.type != "programme":
                brand = _BRAND_BRACKET.match(read.text, name.end)
                short = brand if brand is not None and is_foreign(brand[1]) else None
            if short is None or short.end() > read.limit(name.start):
                out.append(name)
                continue
            at = read.places.get(short.start(1))
            if at is not None and company and at.end == short.end(1) and _is_nation(at):
                # the branch of a firm from abroad: "Công ty TNHH Sakura Foods (Việt Nam)"
                name = name._replace(end=short.end(), canonical=f"{name.canonical} ({at.canonical})")
            elif at is None and short.start(1) not in read.whole:
                name = name._replace(end=short.end())
        out.append(name)
    return out


def _is_nation(place: Name) -> bool:
    """Whether a place is a country, ours or another."""
    return place.canonical == table("brands")["shapes"]["country"] or place.canonical in countries()


def _is_brand_of(text: str, name: Name, company: Name) -> bool:
    """Whether `name` is in Latin letters what stands before it in full as a company."""
    opener = text[company.start : company.start + _LONGEST_OPENER]
    return (
        name.type == company.type == "organisation"
        and opener.startswith(_COMPANIES)
        and text[name.start : name.end].isascii()
    )


_COMPANIES: Final = tuple(table("organisations")["openers"]["company"])
_COMPANY: Final = "company"
"""The grammar of what opens a firm's name."""
_LONGEST_OPENER: Final = max(map(len, _COMPANIES))


def _wholes(read: Page) -> Iterator[Name]:
    """Yield whole names and places, with the places that belong to them."""
    pairs = frozenset(_pairs(read))
    for start, (end, entry) in read.whole.items():
        if entry.type == "place" or entry.silent:
            continue
        if entry.takes_place and (last := of_several(read, end, read.limit(start))):
            yield new_name(start, last, entry.type, f"{entry.canonical} {' '.join(read.text[end:last].split())}")
            continue
        if entry.canonical.startswith(_DEPARTMENTS) and _is_one_of_many(read, start, end):
            continue
        canonical, limit = entry.canonical, read.limit(start)
        brand = _brand(read, start, end, limit, entry, pairs)
        if brand is not None:
            yield brand
            continue
        branch = None
        if entry.type == "organisation" and read.text[end + 1 : end + 2] in _BRANCH_FIRST:
            branch = _BRANCH.match(read.text, end, limit)
        if branch is not None:
            end, canonical = branch.end(), canonical + branch[0].replace("KHU VỰC", "khu vực")
        elif entry.takes_place and (area := area_end(read, end, limit)) > end:
            end, canonical = area, f"{canonical} {' '.join(read.text[end:area].split())}"
        elif entry.takes_place and (behind := behind_short(read, start, end, limit, canonical)) is not None:
            yield behind
            continue
        elif entry.takes_place:
            place = read.place_at(end + 1, limit)
            if place is not None and read.text[end] in " \n":
                if entry.branches:
                    yield new_name(start, place.end, entry.type, " ".join(read.text[start : place.end].split()))
                    continue
                yield new_name(start, place.end, entry.type, f"{canonical} {placed_name(read.text, place)}")
                continue
            level = level_at(read, end, limit)
            whose = level[1] if level is not None else ""
            if whose and level is not None:
                yield new_name(start, level[0], entry.type, f"{canonical} {whose}", level=whose)
            else:
                yield new_name(
                    start, end, entry.type, canonical, level=_PROVINCIAL if canonical.startswith("Sở ") else ""
                )
            continue
        elif entry.type == "organisation" and (home := _at_home(read, start, end, limit)) is not None:
            yield new_name(start, home.end, entry.type, " ".join(read.text[start : home.end].split()))
            continue
        elif entry.takes_country:
            place = read.place_at(end + 1, limit)
            if place is not None and place.canonical in countries() and read.text[end] in " \n":
                end, canonical = place.end, f"{canonical} {place.canonical}"
        elif entry.type == "system" and (apart := _APART.match(read.text, end, limit)) is not None:
            end, canonical = apart.end(), canonical + apart[0]
        elif entry.type == "programme":
            end = period_end(read.key, end, limit, of_year=canonical.startswith("Năm "))
        yield new_name(start, end, entry.type, canonical)
    yield from read.places.values()


def _at_home(read: Page, start: int, end: int, limit: int) -> Name | None:
    """Return where a firm in Latin letters at [start, end) is, right behind it: "Becamex TP.HCM", "Honda Việt Nam"."""
    if (
        read.text[end : end + 1] != " "
        or not read.text[end + 1 : end + 2].isupper()
        or not read.text[start:end].isascii()
    ):
        return None
    place = read.place_at(end + 1, limit)
    if place is None or _ROUTE.match(read.text, place.end):
        return None
    branch = place.canonical == table("brands")["shapes"]["country"] and not read.text[start:end].isupper()
    return place if branch or is_provincial(place.canonical) else None


def _is_one_of_many(read: Page, start: int, end: int) -> bool:
    """Whether a department's name stands for those of all provinces: "34 Sở Y tế", "các Sở Y tế", but no list."""
    if _COUNT.search(read.key, max(0, start - 4), start):
        return True
    if frames().everybody.match(read.key, end):
        return True
    listed = _LISTED.match(read.text, end)
    return listed is None and frames().is_class(read.key, start)


def _pairs(read: Page) -> Iterator[str]:
    """Yield what firms are called that have the names of two others: "Công ty[ CMC OpenAI]"."""
    for end, entry in read.opens.values():
        first = read.whole.get(end + 1) if entry.grammar == _COMPANY else None
        second = read.whole.get(first[0] + 1) if first is not None else None
        if second is not None:
            yield read.key[end + 1 : second[0]]


def _brand(read: Page, start: int, end: int, limit: int, entry: Entry, pairs: frozenset[str]) -> Name | None:
    """Return what a firm's or product's name is the first word of, up to `limit`: "Google Cloud"."""
    if entry.type in ("programme", "place") or not read.text[start:end].isascii():
        return None
    if read.begins_name(end + 1):
        both = read.whole.get(end + 1)
        if both is None or read.key[start : both[0]] not in pairs:
            return None
        return new_name(
            start, both[0], "organisation", read.text[start : both[0]]
        )  # "Công ty CMC OpenAI", "CMC OpenAI"
    more = _BRAND.match(read.text, end, limit)
    if more is None:
        return None
    return new_name(
        start, more.end(), brands.kind_of(more[0], entry.type), " ".join(read.text[start : more.end()].split())
    )


def _goes_on(read: Page, at: int) -> bool:
    """Whether a known name that ends at `at` is but the first part of one: "Phòng Tài chính[ kế toán]"."""
    if read.key.startswith(f"{frames().about} ", at):
        return True
    return read.text[at + 1 : at + 2].islower() and joins_on(read.key, at)


def _opened(read: Page) -> Iterator[Name]:
    """Yield the names that openers open."""
    for start, (end, entry) in read.opens.items():
        name: Name | None
        whole = read.whole.get(start)
        if whole is not None and whole[0] > end and not _goes_on(read, whole[0]):
            continue
        match entry.grammar:
            case "law" | "act":
                name = law(read, start, end, entry)
            case "programme":
                name = programme(read, start, end, entry)
            case "system":
                name = system(read, start, end, entry)
            case "year":
                name = year(read, start, end)
            case "organ":
                name = organ(read, start, end, entry)
            case _:
                name = organisation(read, start, end, entry)
        if name is not None:
            yield name
