"""The levels of places and of their administration: "tỉnh", "phường", "thôn"."""

from functools import cache, lru_cache

from dxtui.lexicon.tables import table
from dxtui.text.spelling import spelling


@cache
def provinces() -> dict[str, str]:
    """Return the canonical names of provinces and cities under the central government, each with its level."""
    out = {}
    for name, row in table("places")["provinces"].items():
        city = bool(row.get("city"))
        out[f"Thành phố {name}" if city else name] = "thành phố" if city or row.get("capital") else "tỉnh"
    return out


@lru_cache(maxsize=2048)
def is_provincial(place: str) -> bool:
    """Return whether a place is one under the central government, with its level or without.

    >>> is_provincial("Đà Nẵng"), is_provincial("Thành phố Thủ Đức")
    (True, False)
    """
    return place in provinces() or f"Thành phố {place}" in provinces()


@cache
def after_persons() -> frozenset[str]:
    """Return the provinces named after persons, whom their name without its level means."""
    return frozenset(name for name, row in table("places")["provinces"].items() if row.get("person"))


@cache
def level_names() -> tuple[str, ...]:
    """Return the levels that places keep in their names, with a space behind each."""
    return tuple(f"{full} " for full in dict.fromkeys(table("places")["levels"].values()) if full)


@cache
def levels_below() -> tuple[str, ...]:
    """Return the levels below provinces whose bodies a text calls by the level alone: "UBND xã"."""
    rows = table("places")["levels"]
    above = {*provinces().values(), "tp"}
    return tuple(word for word in table("frames")["levels"]["owners"] if word in rows and word not in above)


@lru_cache(maxsize=2048)
def bare_name(place: str) -> str:
    """Return a place's name without its level.

    >>> bare_name("Thành phố Huế")
    'Huế'
    """
    level = next((level for level in level_names() if place.startswith(level)), "")
    return place[len(level) :]


@cache
def level_words() -> frozenset[str]:
    """Return the first words of the levels of administration, which are in lower case inside a name."""
    return frozenset(level.split()[0] for level in table("frames")["levels"]["owners"])


@cache
def levels_of(kind: str) -> frozenset[str]:
    """Return the levels of a kind: "hamlets", "communes", "listed" or "natural"."""
    return frozenset(table("places")["kinds"][kind])


@cache
def compounds() -> tuple[str, ...]:
    """Return what ends as a level does and is none: "miền núi"."""
    return tuple(map(spelling, table("places")["compounds"]["words"]))


@cache
def roads() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words for roads and bridges, which are named after something, and words that end in one of them.

    Each with a space behind it: "cầu", but "yêu cầu".
    """
    rows = table("places")["roads"]
    longer = tuple(
        f"{spelling(first)} {spelling(word)} " for word, before in rows["single"].items() for first in before
    )
    return tuple(f" {spelling(word)} " for word in rows["named"]), longer


@cache
def level_posts() -> tuple[str, ...]:
    """Return the posts that stand before the level of a place whose name may be left out."""
    return tuple(map(spelling, table("places")["lower"]["posts"]))


@cache
def body_posts() -> tuple[str, ...]:
    """Return the posts that stand before the body of a commune whose name may be left out."""
    return tuple(map(spelling, table("places")["lower"]["posts_of_bodies"]))
