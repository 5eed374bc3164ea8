"""Whose body or system a text means by "tỉnh", "thành phố", "huyện", and at which level."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import takewhile
from typing import Final

from dxtui.extract.names.letterheads import LETTERHEAD
from dxtui.extract.names.name import Name, Page
from dxtui.lexicon.frames import frames
from dxtui.lexicon.levels import bare_name, level_names, levels_below, levels_of, provinces
from dxtui.lexicon.names import owned_systems
from dxtui.lexicon.organisations import organisation_words
from dxtui.lexicon.tables import table
from dxtui.model import Mention
from dxtui.text.spelling import same_key, spelling

_NEAR: Final = 600
_TOP: Final = 40
_MINISTRY: Final = "Bộ "
_LOCAL: Final = levels_below()
_COMMUNES: Final = tuple(level for level in _LOCAL if level.capitalize() in levels_of("communes"))
_DISTRICTS: Final = tuple(level for level in _LOCAL if level not in _COMMUNES)
_DEPARTMENTS: Final = tuple(table("organisations")["heads"]["departments"])
_PROVINCIAL: Final = "provincial"
"""Stands for both kinds of places under the central government."""


class Owners:
    """Which province, city or district a text means by "tỉnh", "thành phố" and "huyện"."""

    def __init__(self, page: Page, found: Sequence[Name]) -> None:
        """Take the places of a page, and its names in order: a body that heads the text speaks of its own place."""
        self._page = page
        self._at: dict[str, list[tuple[int, str]]] = {}
        self._home = _home(page, found)
        self._only = _only_councils(found)
        self._only_local = _only_local(found)
        self._national = _is_of_nation(page, found)
        self._full = _in_full(found)
        for start, place in sorted(page.places.items()):
            name, kind = _provincial(place.canonical)
            if kind:
                self._at.setdefault(_PROVINCIAL, []).append((start, name))
            else:
                kind = name.split(" ", 1)[0].lower()
            self._at.setdefault("thị xã" if kind == "thị" else kind, []).append((start, name))
        alone = Counter(name.level for name in found if name.opener and name.opener == name.level)
        told = {*self._at, *alone} if self._home[0] else self._at
        self._unnamed = frozenset(kind for kind, count in alone.items() if count > 1 and kind not in told)
        self._most: dict[str, str | None] = {}
        for kind, rows in self._at.items():
            self._most[kind] = _most_named([name for _, name in rows])

    def owned(self, name: Name, bodies: dict[str, str]) -> str | None:
        """Return the canonical name of `name` with whose it is where that is clear; None if it then names nothing."""
        canonical = name.canonical
        kind = "thành phố" if name.level == "tp" else name.level
        own = spelling(canonical).endswith(_own_level())
        implied = kind == "tỉnh" and not own and not canonical.lower().endswith(" tỉnh")
        if implied and not self._home[0] and canonical in self._full:
            return self._full[canonical]
        place = self._place(name.start, _PROVINCIAL if implied else kind)
        if implied and place is not None:
            kind = provinces()[place]
        if place is None and kind in self._unnamed:
            return canonical
        if place is None:
            return bodies.get(canonical.lower()) if name.opener else canonical
        if own:
            return f"{canonical} {bare_name(place)}"
        for word in (f"của {name.level}", name.level, kind):
            if canonical.lower().endswith(f" {word}"):
                canonical = canonical[: -len(word) - 1]
                break
        owner = place[:1].lower() + place[1:] if place.startswith(level_names()) else f"{kind} {place}"
        return f"{canonical} {owner.replace('thành phố thành phố', 'thành phố')}"

    def at_home(self, name: Name) -> str | None:
        """Return the full name of a body of the place whose letterhead heads the text; None where none does."""
        kind, home = self._home
        if not home:
            return None
        return f"{name.canonical} {home[:1].lower() + home[1:] if home.startswith(level_names()) else f'{kind} {home}'}"

    def department(self, canonical: str) -> str:
        """Return the name of a department with the commune or district whose it is, where that is clear.

        That is the one whose letterhead heads the text, or the only one whose council or committee the text names.
        """
        if not canonical.startswith(_DEPARTMENTS):
            return canonical
        kind, home = self._home if self._home[0] else self._only_local
        if kind not in _LOCAL or f" {kind} " in canonical:
            return canonical
        return f"{canonical} {home[:1].lower() + home[1:]}"

    def _place(self, at: int, kind: str) -> str | None:
        level, home = self._home
        if home and (kind == level or (kind == _PROVINCIAL and home in provinces())):
            return home
        rows = self._at.get(kind)
        if not rows:
            return None
        place = bisect_right(rows, (at, "")) - 1
        if place >= 0:
            start = self._page.statement_start(at)
            if rows[place][0] >= start:
                return rows[place][1]
            if self._national:
                return None  # a ministry's "Sở Y tế" is that of any province
            before = {name for start, name in rows[max(0, place - 3) : place + 1] if at - start <= _NEAR}
            if len(before) == 1:
                return rows[place][1]
        return None if self._national else self._only.get(kind) or self._most[kind]


def _in_full(found: Sequence[Name]) -> dict[str, str]:
    """Return by their names without it the departments that a text names with one province only."""
    names: dict[str, set[str]] = {}
    for canonical in {name.canonical for name in found if name.type == "organisation" and not name.level}:
        for kind in ("tỉnh", "thành phố"):
            body, _, named = canonical.rpartition(f" {kind} ")
            if body and (provinces().get(named) == kind or provinces().get(f"Thành phố {named}") == kind):
                names.setdefault(body, set()).add(canonical)
    return {body: full.pop() for body, full in names.items() if len(full) == 1}


def _is_of_nation(page: Page, found: Sequence[Name]) -> bool:
    """Whether a ministry heads the text, in capitals."""
    first = found[0] if found else None
    if first is None or first.start > _TOP or not page.text[first.start : first.end].isupper():
        return False
    return first.canonical.startswith(_MINISTRY) and first.type == "organisation"


def _only_councils(found: Sequence[Name]) -> dict[str, str]:
    """Return by level the place whose council or committee a text names, if it names those of one place only."""
    councils, places = _councils(), dict[str, set[str]]()
    for name in found:
        if name.type != "organisation" or name.level or not name.canonical.startswith(councils):
            continue
        for kind in ("tỉnh", "thành phố"):
            named = name.canonical.rpartition(f" {kind} ")[2]
            for place in (named, f"Thành phố {named}"):
                if provinces().get(place) == kind:
                    places.setdefault(kind, set()).add(place)
                    places.setdefault(_PROVINCIAL, set()).add(place)
    return {kind: named.pop() for kind, named in places.items() if len(named) == 1}


def _only_local(found: Sequence[Name]) -> tuple[str, str]:
    """Return the level and the place below provinces whose council or committee a text names, if it is the only one.

    Where it names those of a district and of its communes, that is the district.
    """
    told = [name.canonical for name in found if name.type == "organisation" and name.canonical.startswith(_councils())]
    for levels in (_DISTRICTS, _COMMUNES):
        places = {
            (kind, named) for body in told for kind in levels if (named := body.rpartition(f" {kind} ")[2]) != body
        }
        if len(places) > 1:
            return "", ""
        if places:
            kind, named = places.pop()
            return (kind, f"{kind[:1].upper()}{kind[1:]} {named}") if named not in provinces() else ("", "")
    return "", ""


@cache
def _own_level() -> tuple[str, ...]:
    """Return what names end in that have a level of their own, in the one spelling."""
    return tuple(organisation_words().own_level)


@cache
def _councils() -> tuple[str, ...]:
    """Return what the names of a place's council and committee begin with."""
    return tuple(table("organisations")["heads"]["of_places"])


@lru_cache(maxsize=2048)
def _provincial(place: str) -> tuple[str, str]:
    """Return the full name and the kind of a place under the central government; no kind for any other."""
    known = provinces()
    for name in (place, f"Thành phố {place}"):
        if name in known:
            return name, known[name]
    return place, ""


def _home(page: Page, found: Sequence[Name]) -> tuple[str, str]:
    """Return the level and the place of the body in the letterhead, a line of its own that names it; "" where none."""
    for name in takewhile(lambda name: name.start < LETTERHEAD, found):
        line = page.text[page.statement_start(name.start) : max(name.end, page.limit(name.start))].strip()
        if name.type != "organisation" or not line.isupper() or not line.startswith(page.text[name.start : name.end]):
            continue
        for kind in (*set(provinces().values()), *_LOCAL):
            body, _, named = name.canonical.rpartition(f" {kind} ")
            if not body:
                continue
            for place in (named, f"{kind[:1].upper()}{kind[1:]} {named}"):
                if provinces().get(place) == kind:
                    return kind, place
            if kind in _LOCAL:
                return kind, f"{kind[:1].upper()}{kind[1:]} {named}"
    return "", ""


def _most_named(names: Sequence[str]) -> str | None:
    """Return the name that stands far above the others."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    best: str | None = None
    most = second = 0
    for name, count in counts.items():
        if count > most:
            best, most, second = name, count, most
        elif count > second:
            second = count
    return best if most >= 2 * second else None


def with_levels(page: Page, mentions: list[Mention]) -> list[Mention]:
    """Give a system that always is some body's the level that another one in the same statement names."""
    owned = owned_systems()
    out = list(mentions)
    for at, mention in enumerate(mentions):
        if mention.type != "system" or same_key(mention.canonical) not in owned:
            continue
        start, end = page.statement_start(mention.start), page.limit(mention.start)
        levels = {
            found[0]
            for other in _around(mentions, at, start, end)
            if other.type == "system" and (found := frames().tiers_at_end.search(other.canonical)) is not None
        }
        if len(levels) == 1:
            out[at] = Mention(mention.start, mention.end, mention.type, mention.canonical + levels.pop())
    return out


def _around(mentions: Sequence[Mention], at: int, start: int, end: int) -> list[Mention]:
    """Return the mentions in [start, end) among those near the one with number `at`."""
    return [other for other in mentions[max(0, at - 8) : at + 9] if start <= other.start < end]
