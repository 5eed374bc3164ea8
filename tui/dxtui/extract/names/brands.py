"""Names in Latin letters of firms and products: by their shape, by their last word, or behind what they make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dxtui.extract.names.name import Name, Page
from dxtui.lexicon.tables import table
from dxtui.text.spelling import UPPER, is_foreign, spelling

# Small letters as "a", capitals as "A": a capital inside a word is then found by a search for two bytes.
_SHAPES = bytes(97 if 97 <= code <= 122 else 65 if 65 <= code <= 90 else 32 for code in range(256))
_WORD = re.compile(r"[A-Za-z0-9]+(?:-[A-Z0-9][A-Za-z0-9]*)?")
_START = re.compile(r"[A-Za-z0-9-]{1,20}\Z")
_MORE = re.compile(rf"(?: [A-Z][A-Za-z]+(?![\w{UPPER}]))+")
_BEFORE = re.compile(r"(?<!\w)(?:[A-Z][A-Za-z&-]+ ){1,3}\Z")
_NAME = re.compile(
    r" ((?:[A-Z]{2,4} (?=[A-Z]))?[A-Z][A-Za-z0-9&-]*[a-z0-9][A-Za-z0-9&-]*"
    r"(?: [A-Z][A-Za-z&-]+| \d{1,2}(?![\d.,%/]))*)(?![^\W_])"
)


@dataclass(frozen=True, slots=True)
class _Words:
    common: tuple[str, ...]
    products: tuple[str, ...]
    country: str


@cache
def _words() -> _Words:
    rows = table("brands")
    return _Words(
        tuple(map(spelling, rows["shapes"]["common"])), tuple(rows["shapes"]["products"]), rows["shapes"]["country"]
    )


def find(page: Page) -> Iterator[Name]:
    """Yield the firms and products that `page` names in Latin letters, apart from what its tables know."""
    shaped = list(_shaped(page))
    makers = {name.canonical: name.type for name in shaped}
    for start, end, kind in page.brands:
        if page.text[start].isupper():
            yield from _closed(page, start, end)
            continue
        name = _NAME.match(page.text, end, page.limit(start))
        if name is None or name[1].lower() in _words().common:
            continue
        if not page.begins_name(name.start(1)) and is_foreign(name[1]):
            found = Name(name.start(1), name.end(), kind, name[1])
            makers.setdefault(found.canonical, kind)
            yield found
    for name_ in shaped:
        branch = f"{name_.canonical} {_words().country}"
        yield name_._replace(type=makers[name_.canonical], canonical=branch if branch in makers else name_.canonical)


def _closed(page: Page, start: int, end: int) -> Iterator[Name]:
    """Yield the firm whose last word stands at [start, end)."""
    before = _BEFORE.search(page.text, max(0, start - 50), start)
    if before is None:
        return
    first = before.start()
    while first < start and (first in page.opens or first in page.whole or first in page.places):
        first = page.text.find(" ", first, start) + 1
    if first < start:
        yield Name(first, end, "organisation", page.text[first:end])


def _shaped(page: Page) -> Iterator[Name]:
    """Yield what is written with a capital inside a word."""
    text, words = page.text, _words()
    stop = 0
    shapes = text.encode("ascii", "replace").translate(_SHAPES)
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
        if outside or dotted or len(word[0]) < 5 or not word[0][0].isupper() or start in page.whole:
            continue
        if page.key.startswith(words.common, start) and page.key[start:stop] in words.common:
            continue
        kind = "system" if word[0].endswith(words.products) or any(map(str.isdigit, word[0])) else "organisation"
        more = _MORE.match(text, stop, page.limit(start))
        if more is not None:
            stop = more.end()
            kind = "system" if more[0].endswith(words.products) else kind
        elif text.startswith(words.country, stop + 1) and text[stop] == " " and kind == "organisation":
            stop += 1 + len(words.country)
        yield Name(start, stop, kind, " ".join(text[start:stop].split()))  # type: ignore[arg-type]
