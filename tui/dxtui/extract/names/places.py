"""Places that a text names again without their level, or that only a word before them tells."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Final

from dxtui.extract.names.name import Name, Page, apart, stands_alone
from dxtui.lexicon.levels import after_persons, bare_name, is_provincial, levels_below, levels_of
from dxtui.lexicon.names import districts
from dxtui.lexicon.tables import table

_MOST: Final = 60
_CITY: Final = "thành phố"
_ROADS: Final = tuple(f"{word} " for word in table("places")["roads"]["single"])


def with_bare_places(page: Page, found: list[Name]) -> list[Name]:
    """Add the districts and communes that the text names again without their level."""
    names: dict[str, str] = {}
    for canonical in dict.fromkeys(place.canonical for place in page.places.values()):
        bare = bare_name(canonical)
        if bare != canonical and " " in bare and bare.replace(" ", "").isalpha() and bare not in after_persons():
            natural = canonical.startswith(_natural())  # "Phong Nha" is more than "Động Phong Nha"
            names[bare] = bare if bare in names or natural else canonical
    # What no table knows and stands behind a word for a place once: "lên đỉnh Pú Tâu", "ở Pú Tâu".
    told = (place for start, place in page.places.items() if start not in page.whole and " " in place.canonical)
    bare_told = (place.canonical for place in told if page.text.startswith(place.canonical, place.start))
    names.update((name, name) for name in bare_told if name not in names and bare_name(name) == name)
    levels = {**names, **_of_bodies(found)}
    if levels:
        found = [_levelled(name, levels) if name.canonical in levels else name for name in found]
    starts = [name.start for name in found]
    out = list(found)
    for bare in list(names)[:_MOST]:
        at = page.text.find(bare)
        while at >= 0:
            end = at + len(bare)
            before = bisect_right(starts, at) - 1
            after = before + 1 < len(found) and found[before + 1].start < end
            apart_ = before < 0 or at >= found[before].end
            road = page.key.endswith(_ROADS, 0, at)  # "cầu Đình Khao" is not the commune
            if stands_alone(page.text, at, end) and not after and apart_ and not road:
                out.append(Name(at, end, "place", names[bare]))
            at = page.text.find(bare, end)
    return apart(sorted(out)) if len(out) > len(found) else out


@cache
def _natural() -> tuple[str, ...]:
    return tuple(f"{level} " for level in levels_of("natural"))


def _of_bodies(found: Sequence[Name]) -> dict[str, str]:
    """Return the districts and towns whose bodies a text names, with their level: "UBND huyện Nho Quan"."""
    out: dict[str, str] = {}
    if not any(name.type == "place" and name.canonical in districts() for name in found):
        return {}
    bodies = dict.fromkeys(name.canonical for name in found if name.type == "organisation" and not name.level)
    for level in (*levels_below(), _CITY):
        for canonical in bodies:
            body, _, named = canonical.rpartition(f" {level} ")
            if body and named in districts():
                out.setdefault(named, f"{level[:1].upper()}{level[1:]} {named}")
    return out


def _levelled(name: Name, names: dict[str, str]) -> Name:
    """Return one of `names` that the text names without its level with the one that it has elsewhere in the text."""
    full_name = names[name.canonical]
    if name.type != "place" or name.canonical not in districts() or is_provincial(name.canonical):
        return name
    if not full_name.lower().startswith((*levels_below(), _CITY)):
        return name
    return name._replace(canonical=full_name)
