"""Names in Latin letters of firms and products: by their shape, by their last word, or behind what they make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from dxtui.extract.names.full import is_abbreviation
from dxtui.extract.names.name import Name, Page, new_name
from dxtui.lexicon.joining import joining
from dxtui.lexicon.tables import table
from dxtui.model import EntityType
from dxtui.text.spelling import LOWER, UPPER, is_foreign, spelling

_WORD: Final = re.compile(r"[A-Za-z0-9]+(?:-[A-Z0-9][A-Za-z0-9]*)?")
_START: Final = re.compile(r"[A-Za-z0-9-]{1,20}\Z")
_MORE: Final = re.compile(rf"(?: [A-Z][A-Za-z]+(?![\w{UPPER}])){{1,8}}")
_BEFORE: Final = re.compile(rf"(?<!\w)(?:[{UPPER}][^\W\d_]*[&-]?[^\W\d_]+(?:['’]s)? ){{1,4}}\Z")
_NAME: Final = re.compile(
    r" ((?:[A-Z]{2,4} (?=[A-Z]))?(?:[a-z]{1,4}(?=[A-Z]))?[A-Z][A-Za-z0-9&-]*[a-z0-9][A-Za-z0-9&-]*"
    r"(?: [A-Z][A-Za-z&-]+| \d{1,2}(?![\d.,%/])){0,8})(?![^\W_])"
)
_SHOUTED: Final = re.compile(r" ((?:[A-Z][A-Z0-9]{2,}(?:[-/][A-Z0-9]+)*)(?: [A-Z][A-Za-z0-9&-]+){0,8})(?![^\W_])")
_ADDRESS: Final = re.compile(
    rf"(?: [{LOWER}]+){{0,4}}? ([A-Za-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|net|org|io|ai))(?![\w/.-]*\w)"
)
_NEXT_ADDRESS: Final = re.compile(
    r"(?:,|,? và| hoặc) ([A-Za-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:vn|com|net|org|io|ai))(?![\w/.-]*\w)"
)
_MOST_WORDS: Final = 7
"""So many spaces at most stand before a capital up to which `_WORDS` go."""
_WORDS: Final = re.compile(rf"(?: [{LOWER}]+){{1,6}}?(?= [A-Za-z0-9]*[A-Z])")
_LISTED: Final = re.compile(r",?(?: và| hay| hoặc)?(?= )")
_LATIN: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz&")
_FAR: Final = 48
_ABROAD: Final = re.compile(r"(?<!\w)(?:[A-Z][A-Za-z&]*[a-z][A-Za-z&]* ){1,3}\Z")
_SMALL: Final = re.compile(r"[a-z]{1,4}[A-Z][a-z]{2}")
_CODE: Final = re.compile(r"[a-z][A-Z]{3}\Z")
_FORM: Final = re.compile(r"[.,]{1,2} ?(?:Ltd|LTD|JSC|Inc|Corp)(?!\w)\.?(?=[\s,;)]|\Z)")
_OFFICES: Final = ".gov.vn"
_HEAD: Final = 20
_VERSION: Final = re.compile(r"( \d{1,2}(?:\.\d{1,3}){1,2})(?![\w%]|[.,]\d)(?: ([A-Z][a-z]+)(?!\w))?")
"""The number of a version, and the word behind it that tells which of several it is."""
_LETTERS: Final = re.compile(r"(?<![\w&-])[A-Z]{2,4} \Z")


@dataclass(frozen=True, slots=True)
class _Words:
    common: tuple[str, ...]
    products: tuple[str, ...]
    country: str
    closers: frozenset[str]
    sellers: tuple[str, ...]
    applied: tuple[str, ...]
    tongue: str
    cuts: frozenset[str]
    direct: frozenset[str]
    heads: tuple[str, ...]
    traded: frozenset[str]
    ends: frozenset[str]
    """Last words of the names of firms and products, in the one spelling."""
    measures: tuple[str, ...]
    """What behind a number makes it a quantity, each with the space before it."""


@cache
def _words() -> _Words:
    rows = table("brands")
    return _Words(
        tuple(map(spelling, rows["shapes"]["common"])),
        tuple(rows["shapes"]["products"]),
        rows["shapes"]["country"],
        frozenset(rows["closers"]["organisation"]),
        tuple(f" {spelling(word)}" for word in rows["makers"]["sellers"]),
        tuple(f" {spelling(word)}" for word in rows["makers"]["applied"]),
        f" {rows['makers']['tongue']}",
        frozenset(map(spelling, rows["makers"]["cuts"])),
        frozenset(map(spelling, rows["makers"]["direct"])),
        tuple(map(spelling, rows["makers"]["heads"])),
        frozenset(map(spelling, rows["makers"]["traded"])),
        frozenset(map(spelling, [*rows["closers"]["organisation"], *rows["shapes"]["products"]])),
        tuple(f" {spelling(word)}" for word in rows["shapes"]["measures"]),
    )


def closes(key: str, start: int, end: int) -> bool:
    """Return whether the last of the words at [start, end) is one that firms and products have, and no person."""
    last = key.rfind(" ", start, end) + 1
    return last > start and key[last:end] in _words().ends and is_foreign(key[last:end])


def kind_of(more: str, kind: EntityType) -> EntityType:
    """Return what a firm of that kind names with `more` behind its own name: a product, or the firm."""
    product = more.endswith(_words().products) or more[0] == "-" or more.lstrip()[0].islower()
    return "system" if product else kind


def find(page: Page, shapes: bytes) -> Iterator[Name]:
    """Yield the firms and products that `page` names in Latin letters, apart from known ones.

    In `shapes`, those that its text has in Latin letters, a capital inside a word is found by a search for two bytes.
    """
    shaped = list(_shaped(page, shapes))
    makers = {name.canonical: name.type for name in shaped}
    closers = _words().closers
    for start, end, kind in page.brands:
        if page.text[start:end] in closers:
            yield from _closed(page, start, end)
            continue
        limit = page.limit(end)
        capital = shapes.find(b"A", end, limit)
        if capital < 0 and page.text.find(".", end, limit - 2) < 0:
            continue  # neither a capital nor an address
        for found in _made(page, start, end, limit, kind, capital):
            if found.type == "system" or found.canonical not in makers:
                makers[found.canonical] = found.type
            yield found
    yield from _branches(page)
    for name_ in shaped:
        branch = f"{name_.canonical} {_words().country}"
        yield name_._replace(type=makers[name_.canonical], canonical=branch if branch in makers else name_.canonical)


def _is_system(page: Page, start: int) -> bool:
    """Whether the tables know what starts at `start` as a system."""
    known = page.whole.get(start)
    return known is not None and known[1].type == "system"


def with_firms(page: Page, found: list[Name]) -> list[Name]:
    """Give what somebody heads the kind of a firm, wherever the text names it: "Tổng giám đốc Sao Cloud"."""
    products = [
        name
        for name in found
        if name.type == "system" and name.canonical.isascii() and not _is_system(page, name.start)
    ]
    heads = _words().heads
    headed = {
        name.canonical
        for name in products
        if page.key[max(0, name.start - _HEAD) : name.start].rstrip().endswith(heads)
        and page.text[name.start].isupper()
    }
    if not headed:
        return found
    return [
        name._replace(type="organisation") if name.type == "system" and name.canonical in headed else name
        for name in found
    ]


def with_versions(page: Page, names: list[Name]) -> list[Name]:
    """Return `names`, those of products with the number of their version: "Claude 3.5 Sonnet", "SenLM 2.1"."""
    out = list(names)
    for at, name in enumerate(names):
        if name.type not in ("system", "organisation") or page.text[name.end : name.end + 1] != " ":
            continue
        if not (page.text[name.end + 1 : name.end + 2].isdigit() and name.canonical.isascii()):
            continue
        version = _VERSION.match(page.text, name.end, page.limit(name.start))
        known = name.type == "organisation" and name.start in page.whole
        if version is None or known or page.key.startswith(_words().measures, version.end(1)):
            continue
        named = version[2] is not None and is_foreign(version[2]) and not page.begins_name(version.start(2))
        end = version.end() if named else version.end(1)
        out[at] = name._replace(end=end, type="system", canonical=name.canonical + page.text[name.end : end])
    return out


def _made(page: Page, start: int, end: int, limit: int, kind: EntityType, capital: int) -> Iterator[Name]:
    """Yield what is named behind a word for what it is at [start, end), and what is listed with it, up to `limit`.

    At `capital` stands the first one behind it; below zero if none does.
    """
    text, key = page.text, page.key
    traded = kind == "system" or key[start:end] in _words().traded
    near = traded and capital >= 0 and text.count(" ", end, capital) <= _MOST_WORDS
    told = _WORDS.match(text, end, limit) if near else None
    if told is not None and key.startswith(_words().sellers, end):
        kind = "organisation"
    if told is not None and key.endswith(_words().applied, end, told.end()):
        return
    if told is not None and any(word in _words().cuts for word in key[end : told.end()].split()):
        return
    at = told.end() if told is not None else end
    loud = told is not None or key[start:end] in _words().direct
    if told is not None and key.endswith(_words().tongue, end, at):
        at = text.find(" ", at + 1, limit)
    dot = text.find(".", end, limit) if kind == "system" else -1
    # A full stop has a space behind it.
    web = _ADDRESS.match(text, end, limit) if dot > 0 and not text[dot + 1 : dot + 2].isspace() else None
    while web is not None:
        if web.start(1) not in page.whole and not web[1].endswith(_OFFICES):
            yield new_name(web.start(1), web.end(), kind, web[1])
        web = _NEXT_ADDRESS.match(text, web.end(), limit)
        if web is None:
            return
    while 0 < at < limit:
        name = _NAME.match(text, at, limit) or (_SHOUTED.match(text, at, limit) if loud else None)
        if name is None or name[1].lower() in _words().common or is_abbreviation(name[1].split()[0]):
            return
        known = page.whole.get(name.start(1))
        if page.begins_name(name.start(1)) and not (known is not None and known[0] < name.end(1)):
            return
        if not (is_foreign(name[1]) or _SHOUTED.match(text, at, limit)):
            return
        yield new_name(name.start(1), name.end(), kind, name[1])
        joint = _LISTED.match(text, name.end(), limit)
        if joint is None or joint.end() == name.end():
            return
        at = joint.end()


def _behind_latin(text: str, at: int) -> bool:
    """Whether a word with a capital stands before a space that ends at `at`, in Latin letters as far back as it is."""
    at -= 2
    while at >= 0 and text[at] in _LATIN:
        if text[at].isupper():
            return True
        at -= 1
    return False


def _branches(page: Page) -> Iterator[Name]:
    """Yield what foreign firms are called with the country behind their name: "Roche Diagnostics Việt Nam"."""
    country = _words().country
    for place in page.places.values():
        if place.canonical != country or not page.text.startswith(country, place.start):
            continue
        before = None
        if _behind_latin(page.text, place.start):
            before = _ABROAD.search(page.text, max(0, place.start - _FAR), place.start)
        if before is None:
            continue
        first = before.start()
        while _is_stop(page.key, first):
            first = page.key.index(" ", first) + 1
        if first >= place.start:
            continue
        known = page.whole.get(first)
        if first in page.opens or (known is not None and known[1].type != "organisation") or first in page.places:
            continue
        if (
            is_foreign(page.text[first : place.start])
            and page.key[first : page.key.index(" ", first)] not in _words().common
        ):
            yield new_name(first, place.end, "organisation", page.text[first : place.end])


def _is_stop(key: str, at: int) -> bool:
    """Whether the word at `at`, with a space behind it, is none of a name: "Theo Alpha Research"."""
    return key[at : key.find(" ", at)] in joining().stops


def _closed(page: Page, start: int, end: int) -> Iterator[Name]:
    """Yield the firm whose last word stands at [start, end)."""
    before = _BEFORE.search(page.text, max(0, start - 50), start)
    if before is None:
        return
    first = before.start()
    while first < start:
        place, known = page.places.get(first), page.whole.get(first) or page.opens.get(first)
        if place is not None and place.end == start - 1:
            break  # "Phú Quốc Express"
        stop = place.end if place is not None else known[0] if known is not None else 0
        if known is not None and place is None and known[1].grammar != "name" and page.text.find(" ", first, stop) < 0:
            stop = 0  # one syllable of a name: "Ban Mai Group"
        if not stop and not (
            _is_stop(page.key, first) or page.key[first : page.key.find(" ", first)] in _words().traded
        ):
            break  # but "Startup[ Sen Labs]"
        first = (stop or page.text.index(" ", first)) + 1
    if first < start:
        form = _FORM.match(page.text, end)
        end = form.end() if form is not None else end
        yield new_name(first, end, "organisation", page.text[first:end])


def _shaped(page: Page, shapes: bytes) -> Iterator[Name]:
    """Yield what is written with a capital inside a word."""
    text, words = page.text, _words()
    stop = 0
    hump = shapes.find(b"aA")
    while hump >= 0:
        at, hump = hump, shapes.find(b"aA", hump + 2)
        if at < stop:
            continue
        head = _START.search(text, max(stop, at - 20), at + 1)
        start = head.start() if head else at
        word = _WORD.match(text, start)
        if word is None:
            continue
        stop = word.end()
        edge = (text[start - 1] if start else " ") + text[stop : stop + 1]
        outside = (
            any(sign.isalnum() or sign in "/@_.-#" for sign in edge[:1]) or edge[1:].isalnum() or edge[1:] in "/@_"
        )
        dotted = text[stop : stop + 1] == "." and text[stop + 1 : stop + 2].isalnum()
        if outside or dotted or (len(word[0]) < 5 and not _CODE.match(word[0])) or start in page.whole:
            continue
        if not word[0][0].isupper() and not _SMALL.match(word[0]) and not _CODE.match(word[0]):
            continue
        if page.key.startswith(words.common, start) and page.key[start:stop] in words.common:
            continue
        product = word[0].endswith(words.products) or word[0][0].islower() or any(map(str.isdigit, word[0]))
        kind = "system" if product else "organisation"
        letters = _LETTERS.search(text, max(0, start - 5), start)
        prefix = letters[0].strip() if letters is not None else ""
        led = letters is None or page.begins_name(letters.start()) or is_abbreviation(prefix)
        if letters is not None and not led and prefix.lower() not in words.heads:
            start = letters.start()
        more = _MORE.match(text, stop, page.limit(start))
        if more is not None:
            stop = more.end()
            kind = "system" if more[0].endswith(words.products) else kind
        elif text.startswith(words.country, stop + 1) and text[stop] == " " and kind == "organisation":
            stop += 1 + len(words.country)
        yield new_name(start, stop, kind, " ".join(text[start:stop].split()))  # type: ignore[arg-type]
