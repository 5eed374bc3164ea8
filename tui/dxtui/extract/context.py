"""What the rest of a text says of its names: short forms, abbreviations it defines, whose "tỉnh" it is."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from dxtui.extract.name import Name, Page
from dxtui.lexicon.names import provinces
from dxtui.model import Mention, Statement
from dxtui.text.spelling import UPPER, plain_key

_DEFINED = re.compile(rf"\(([{UPPER}][\w&-]{{1,11}})\)\Z")
_NEAR = 600
_MOST_DEFINED = 60


def resolve(page: Page, found: list[Name], statements: Sequence[Statement]) -> tuple[Mention, ...]:
    """Return the mentions that `found`, sorted and without overlap, makes in its text."""
    defined = _defined(page, found)
    if defined:
        found = _with_abbreviations(page, found, defined)
    found = _with_signatures(page, found, statements)
    owner = _Owners(page)
    bodies: dict[str, str] = {}
    people: dict[str, str] = {}
    out: list[Mention] = []
    for name in found:
        canonical: str | None = name.canonical
        if name.type == "person":
            canonical = _person(name, people)
        elif name.level:
            canonical = owner.owned(name, bodies)
        elif name.opener and name.type == "organisation":
            canonical = bodies.get(name.opener)
        elif name.type == "organisation":
            _remember(bodies, name, name.canonical)
        if canonical is not None:
            out.append(Mention(name.start, name.end, name.type, canonical))
            if name.level and name.type == "organisation":
                _remember(bodies, name, canonical)
    return tuple(_programmes_in_full(out))


def _remember(bodies: dict[str, str], name: Name, canonical: str) -> None:
    """Keep the body as what its first words alone may stand for."""
    words = canonical.split()
    for count in (1, 2, 3, 4):
        if len(words) > count:
            bodies[" ".join(words[:count])] = canonical


def _person(name: Name, people: dict[str, str]) -> str:
    """Return a person's full name: one word stands for the last one named whose name ends in it."""
    if " " not in name.canonical:
        return people.get(name.canonical, name.canonical)
    words = name.canonical.split()
    if len(words) == 2 and name.canonical in people:
        return people[name.canonical]
    people[words[-1]] = name.canonical
    if len(words) > 2:
        people[" ".join(words[-2:])] = name.canonical
    return name.canonical


def _defined(page: Page, found: Sequence[Name]) -> dict[str, Name]:
    """Return the abbreviations that the text puts in brackets behind their long form."""
    out: dict[str, Name] = {}
    for name in found:
        short = _DEFINED.search(page.text, max(name.start, name.end - 14), name.end)
        if short is not None and len(out) < _MOST_DEFINED:
            out.setdefault(short[1], name)
    return out


def _with_abbreviations(page: Page, found: list[Name], defined: dict[str, Name]) -> list[Name]:
    """Add the places where abbreviations that the text defines stand alone."""
    starts = [name.start for name in found]
    out = list(found)
    for short, meant in defined.items():
        place = page.text.find(short, meant.end)
        while place >= 0:
            end = place + len(short)
            if _stands_alone(page.text, place, end):
                at = bisect_right(starts, place) - 1
                if at < 0 or place >= found[at].end:
                    out.append(Name(place, end, meant.type, meant.canonical, level=meant.level))
                elif found[at].start == place and found[at].end == end:
                    out[at] = found[at]._replace(canonical=meant.canonical, type=meant.type, level=meant.level)
            place = page.text.find(short, end)
    return _apart(sorted(out))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or sign of a longer word touches [start, end)."""
    before = text[start - 1] if start else " "
    after = text[end : end + 1]
    return not (before.isalnum() or before in "&-/.") and not (after.isalnum() or after == "&")


def _apart(names: list[Name]) -> list[Name]:
    """Return sorted names without those that start in another."""
    out: list[Name] = []
    for name in names:
        if not out or name.start >= out[-1].end:
            out.append(name)
    return out


def _with_signatures(page: Page, found: list[Name], statements: Sequence[Statement]) -> list[Name]:
    """Add bylines that are nothing but a person's name."""
    starts = [name.start for name in found]
    out: list[Name] = []
    taken = 0
    for line in statements:
        if line.kind != "byline" or line.end - line.start > 40:
            continue
        at = bisect_right(starts, line.start) - 1
        written = page.text[line.start : line.end]
        if not _SIGNATURES.match(written) or (at >= 0 and found[at].end >= line.end):
            continue
        first, last = bisect_left(starts, line.start), bisect_left(starts, line.end)
        out.extend(found[taken:first])
        out.extend(
            Name(line.start + one.start(), line.start + one.end(), "person", one[0])
            for one in _SIGNED.finditer(written)
        )
        taken = last
    return [*out, *found[taken:]]


_SIGNED = re.compile(rf"[{UPPER}][^\W\d_A-Z]+(?: [{UPPER}][^\W\d_A-Z]*){{1,3}}")
_SIGNATURES = re.compile(rf"{_SIGNED.pattern}(?:(?: ?[-–&] |, ){_SIGNED.pattern}){{0,2}}\Z")


class _Owners:
    """Which province, city or district a text means by "tỉnh", "thành phố" and "huyện"."""

    def __init__(self, page: Page) -> None:
        known = provinces()
        self._page = page
        self._at: dict[str, list[tuple[int, str]]] = {}
        for start, place in page.places.items():
            kind = known.get(place.canonical) or place.canonical.split(" ", 1)[0].lower()
            self._at.setdefault("thị xã" if kind == "thị" else kind, []).append((start, place.canonical))
        self._most: dict[str, str | None] = {}
        for kind, rows in self._at.items():
            rows.sort()
            self._most[kind] = _most_named([name for _, name in rows])

    def owned(self, name: Name, bodies: dict[str, str]) -> str | None:
        """Return the canonical name of `name` with whose it is where that is clear; None if it then names nothing."""
        kind = "thành phố" if name.level == "tp" else name.level
        place = self._place(name.start, kind)
        if place is None and kind == "tỉnh" and not name.canonical.endswith(" tỉnh"):
            kind, place = "thành phố", self._place(name.start, "thành phố")
        canonical = name.canonical
        if place is None:
            return bodies.get(canonical) if name.opener else canonical
        if canonical.endswith((" ủy", " đoàn")):
            return f"{canonical} {_bare(place)}"
        for word in (f"của {name.level}", name.level):
            if canonical.lower().endswith(f" {word}"):
                canonical = canonical[: -len(word) - 1]
                break
        owner = place[:1].lower() + place[1:] if place.startswith(_OWN_LEVELS) else f"{kind} {place}"
        return f"{canonical} {owner.replace('thành phố thành phố', 'thành phố')}"

    def _place(self, at: int, kind: str) -> str | None:
        rows = self._at.get(kind)
        if not rows:
            return None
        place = bisect_right(rows, (at, "")) - 1
        if place >= 0:
            start = self._page.statement_start(at)
            if rows[place][0] >= start:
                return rows[place][1]
            before = {name for start, name in rows[max(0, place - 3) : place + 1] if at - start <= _NEAR}
            if len(before) == 1:
                return rows[place][1]
        return self._most[kind]


_OWN_LEVELS = ("Thành phố ", "Huyện ", "Quận ", "Thị xã ", "Xã ", "Phường ", "Thị trấn ")


def _bare(place: str) -> str:
    """Return a place's name without its level."""
    level = next((level for level in _OWN_LEVELS if place.startswith(level)), "")
    return place[len(level) :]


def _most_named(names: Sequence[str]) -> str | None:
    """Return the name that stands far above the others."""
    counted = Counter(names).most_common(2)
    if not counted:
        return None
    if len(counted) == 1 or counted[0][1] >= 2 * counted[1][1]:
        return counted[0][0]
    return None


_LENGTHENED = ("programme", "law")


# What is left of a programme's name without its years, and of a legal text's number without its tail.
_SHORTER = re.compile(r"(.{8,200}?)(?:,? (?:giai đoạn|đến năm|tầm nhìn|định hướng) |(?<=\d)[/-])")


def _programmes_in_full(mentions: list[Mention]) -> list[Mention]:
    """Give a programme or law that a text also names with more words the longer name, if there is only one."""
    names = {m.canonical for m in mentions if m.type in _LENGTHENED}
    if len(names) < 2:
        return mentions
    longer: dict[str, set[str]] = {}
    for name in names:
        base = _SHORTER.match(name)
        if base is not None:
            longer.setdefault(plain_key(base[1]), set()).add(name)
    longer = {name: found for name in names if (found := longer.get(plain_key(name), set()) - {name})}
    chosen = {name: next(iter(others)) for name, others in longer.items() if len(others) == 1}
    if not chosen:
        return mentions
    return [
        Mention(m.start, m.end, m.type, chosen[m.canonical]) if m.type in _LENGTHENED and m.canonical in chosen else m
        for m in mentions
    ]
