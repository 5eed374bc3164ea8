"""Names and what opens names, in one automaton, from the tables of places, bodies, laws, programmes and systems."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

import ahocorasick_rs

from dxtui.lexicon.tables import table
from dxtui.model import EntityType
from dxtui.text.spelling import same_key, searchable, spelling

Grammar = Literal[
    "name",
    "level",
    "field",
    "about",
    "company",
    "local",
    "organ",
    "law",
    "act",
    "programme",
    "system",
    "year",
    "address",
    "brand",
    "list",
]
"""How a name goes on behind its opener; "name" is a whole name already."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole name, or an opener."""

    grammar: Grammar
    """How it goes on."""
    type: EntityType
    """What it names."""
    canonical: str
    """The full name, or the opener in full."""
    capital: bool = True
    """Whether it must start with a capital in the text."""
    alone: bool = False
    """Whether it is also a common word: not next to another capitalised syllable.

    Of a word for what is named: whether other words may stand between it and the name.
    """
    takes_place: bool = False
    """Whether a place behind it belongs to the name."""
    takes_country: bool = False
    """Whether the name of another country behind it belongs to the name."""
    branches: bool = False
    """Whether with a place it is a branch, named as it is written."""
    not_after: tuple[str, ...] = ()
    """What must not stand before it."""
    part_of: tuple[str, ...] = ()
    """Right before it these make it part of another word, each with a space behind it."""
    not_before: tuple[str, ...] = ()
    """What must not stand behind it."""
    follows: tuple[str, ...] = ()
    """For an opener in lower case: what may stand behind it besides a capital, a number or a quotation."""
    local: bool = False
    """Whether it is a district or town, whose name is often the first part of another."""
    numbered: bool = False
    """Whether a number, with or without its word, must stand behind it."""
    silent: bool = False
    """Whether it is known only so that nothing else is made of it."""


@dataclass(frozen=True, slots=True)
class Names:
    """All names and openers."""

    automaton: ahocorasick_rs.BytesAhoCorasick
    """Finds their spellings in what is `searchable`; what a capital must follow it finds with the space before it."""
    entries: tuple[Entry, ...]
    """By the automaton's pattern numbers."""
    capitals: tuple[bool, ...]
    """Whether each must start with a capital; the same order."""
    ahead: tuple[bool, ...]
    """Whether a capital must follow; the same order."""
    free: tuple[bool, ...]
    """Whether it is a whole name that stands whatever is around it; the same order."""
    firsts: tuple[frozenset[str], ...]
    """First letters of what may follow each in lower case; the same order."""
    longest: int
    """Bytes of the longest spelling."""


_AND: Final = " và "
_SIGNS: Final = ("&", "-", "–", " & ", " - ", " và ", "", ",")


def _signed(abbreviation: str) -> set[str]:
    """Return the ways an abbreviation with & is written."""
    return {abbreviation.replace("&", sign) for sign in _SIGNS} if "&" in abbreviation else {abbreviation}


def _places() -> Iterator[tuple[str, Entry]]:
    rows = table("places")
    same = {other: name for name, others in rows["same"].items() for other in others}
    words = frozenset(rows["names"]["words"])
    common = {name: tuple(map(spelling, behind)) for name, behind in rows["common"].items()}
    districts, low = frozenset(rows["names"]["districts"]), frozenset(rows["names"]["low"])
    for name, row in rows["provinces"].items():
        full = f"Thành phố {name}" if row.get("city") else name
        if not row.get("person"):
            yield name, Entry("name", "place", name, alone=name in words)
        for other in row.get("other", ()):
            yield other, Entry("name", "place", full, capital=not other.startswith("thành phố"))
    # In the order of the tables: of two names that differ in a capital only, the first is the one that texts get.
    for name in dict.fromkeys(
        (*rows["names"]["home"], *rows["names"]["low"], *rows["names"]["districts"], *rows["names"]["world"], *same)
    ):
        capital = not name.startswith(("Châu ", "Đồng bằng ")) and name not in low
        entry = Entry(
            "name",
            "place",
            same.get(name, name),
            capital=capital,
            alone=name in words,
            not_after=tuple(map(spelling, rows["behind"].get(name, ()))),
            not_before=common.get(name, ()),
            local=name in districts,
        )
        yield name, entry
    for word in rows["before"]["words"]:
        yield word, Entry("level", "place", "", False)
    lower = rows["lower"]
    for level, full in rows["levels"].items():
        titles = tuple(map(spelling, lower["titles"].get(level, ())))
        part_of = tuple(f"{spelling(word)} " for word in lower["compounds"].get(level, ()))
        yield level, Entry("level", "place", full, False, level in lower["levels"], not_after=titles, part_of=part_of)


def _in_short(names: Sequence[str], shorts: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield names with words of theirs cut short: "Ban Tổ chức T.Ư"."""
    for word, ways in shorts.items():
        for name in names:
            if word in name:
                yield from (name.replace(word, way) for way in ways)


def _bodies() -> Iterator[tuple[str, Entry]]:
    rows = table("organisations")
    for name, row in rows["fields"].items():
        written = {name, *row.get("other", ())}
        written |= {sign for other in row.get("other", ()) for sign in _signed(other)}
        written |= {way.replace(_AND, " ") for way in written}
        heads = (["Bộ"] if "ministry" in row else []) + (["Sở", "Phòng"] if row.get("department", True) else [])
        for head in heads:
            entry = Entry(
                "name", "organisation", f"{head} {name}", takes_place=head != "Bộ", takes_country=head == "Bộ"
            )
            for way in written:
                yield f"{head} {way}", entry
    for name, row in rows["bodies"].items():
        entry = Entry(
            "name",
            row.get("type", "organisation"),
            row.get("full", name),
            takes_place=row.get("place", False) or row.get("branches", False),
            branches=row.get("branches", False),
            not_after=tuple(map(spelling, row.get("not_after", ()))),
            not_before=tuple(map(spelling, row.get("not_before", ()))),
            silent=row.get("skip", False),
        )
        called = [name] * row.get("written", True) + row.get("other", [])
        for way in dict.fromkeys([*called, *_in_short(called, rows["short_words"])]):
            yield way, entry
    for head in ("Bộ", "Sở"):
        yield f"các {head}", Entry("list", "organisation", head, capital=False)
    for name in rows["press"]["names"]:
        for head in ("Báo", "Báo điện tử"):
            yield f"{head} {name}", Entry("name", "organisation", f"Báo {name}", capital=False)
        yield f"{name} Online", Entry("name", "organisation", f"{name} Online")
    selves = {word: () for kind in rows["publishers"].values() for word in kind.get("selves", ())}
    for organ, shorts in {**rows["organs"], **selves}.items():
        for called in (organ, *shorts):
            yield called, Entry("organ", "organisation", organ)
    levels = tuple(f"{level} " for level in table("frames")["levels"]["owners"])
    for grammar, openers in rows["openers"].items():
        low, follows = rows["lower"].get(grammar, ()), levels if grammar == "local" else ()
        for opener in openers:
            not_before = tuple(map(spelling, rows["not_before"].get(opener, ())))
            capital = opener not in low
            part_of = tuple(f"{spelling(word)} " for word in rows["part_of"].get(opener, ()))
            yield (
                opener,
                Entry(
                    grammar,
                    "organisation",
                    opener,
                    capital,
                    part_of=part_of,
                    follows=follows,
                    not_before=not_before,
                ),
            )


def _laws() -> Iterator[tuple[str, Entry]]:
    rows = table("laws")
    for kind, shorts in rows["kinds"].items():
        for called in (kind, *rows["also"].get(kind, ())):
            yield called, Entry("law", "law", kind, capital=False, follows=("số", "liên tịch", "về"))
        for short in shorts:
            yield short, Entry("law", "law", kind, numbered=True)
    for kind in rows["acts"]["kinds"]:
        if kind not in rows["kinds"]:
            yield kind, Entry("act", "law", kind)


def _programmes() -> Iterator[tuple[str, Entry]]:
    rows = table("programmes")
    lower_next = ("số", *map(spelling, rows["openers"]["lower_next"]))
    for opener in rows["openers"]["programme"]:
        not_before = tuple(map(spelling, rows["not_before"].get(opener, ())))
        yield (
            opener,
            Entry("programme", "programme", opener, capital=False, follows=lower_next, not_before=not_before),
        )
        for short in rows["short"].get(opener, ()):
            yield short, Entry("programme", "programme", opener, numbered=True)
    yield "năm", Entry("year", "programme", "Năm", capital=False)
    for name, row in rows["names"].items():
        for way in {name, *row.get("other", ())}:
            yield way, Entry("name", "programme", name, capital=not row.get("lower", False))


def _systems() -> Iterator[tuple[str, Entry]]:
    rows = table("systems")
    for full, openers in rows["openers"].items():
        follows = tuple(map(spelling, [*rows["subjects"].get(full, ()), *rows["grammar"]["owners"]]))
        for opener in openers:
            yield opener, Entry("system", "system", full, capital=not opener[0].islower(), follows=follows)
    for name, row in rows["names"].items():
        entry = Entry("name", "system", name, capital=not row.get("lower", False), silent=row.get("skip", False))
        for way in {name, *row.get("other", ())}:
            yield way, entry
    for short, full in rows["short"].items():
        yield short, Entry("name", "system", full)


def _first(rows: Iterable[tuple[str, Entry]]) -> dict[tuple[str, str], Entry]:
    """Keep the first entry of each spelling, whole names apart from openers; the least strict about capitals."""
    kept: dict[tuple[str, str], Entry] = {}
    for written, entry in rows:
        place = (spelling(written), entry.grammar if entry.grammar in ("name", "brand") else "")
        before = kept.get(place)
        if before is None or (before.capital and not entry.capital and before.grammar == entry.grammar):
            kept[place] = entry
    return kept


def _addresses() -> Iterator[tuple[str, Entry]]:
    rows = table("persons")
    for form in rows["address"]:
        not_after = tuple(map(spelling, rows["not_addresses"].get(form, ())))
        yield form, Entry("address", "person", "", capital=False, not_after=not_after)
    ministers = [f"{post} {field}" for post in rows["posts_of_fields"] for field in table("organisations")["fields"]]
    for post in (*rows["posts"], *ministers):
        yield post, Entry("address", "person", "", capital=False, alone=True)


def _brands() -> Iterator[tuple[str, Entry]]:
    rows = table("brands")
    for word in rows["closers"]["organisation"]:
        yield word, Entry("brand", "organisation", "", alone=True)
    for kind in ("organisation", "system"):
        for word in rows["makers"][kind]:
            apart = kind == "system" or word in rows["makers"]["traded"]
            yield word, Entry("brand", kind, "", capital=False, alone=apart)
        for name in rows["known"][kind]:
            yield name, Entry("name", kind, name, capital=not name[0].islower())


@cache
def names() -> Names:
    """Return all names and openers of the tables."""
    rows: list[tuple[str, Entry]] = [*_systems(), *_programmes(), *_bodies(), *_places(), *_laws(), *_addresses()]
    rows.extend(_brands())
    kept = _first(rows)
    ahead = tuple(
        entry.grammar == "address"
        or (entry.grammar == "brand" and not entry.alone)
        or (entry.grammar == "level" and entry.canonical not in ("Quận", "Phường"))
        for entry in kept.values()
    )
    patterns = [searchable(spelled)[not spaced :] for (spelled, _), spaced in zip(kept, ahead, strict=True)]
    return Names(
        ahocorasick_rs.BytesAhoCorasick(
            patterns,
            ahocorasick_rs.MatchKind.Standard,
            implementation=ahocorasick_rs.Implementation.DFA,  # half the time of the default here
        ),
        tuple(kept.values()),
        tuple(entry.capital for entry in kept.values()),
        ahead,
        tuple(
            entry.capital
            and entry.type != "place"
            and not (entry.alone or entry.local or entry.not_after or entry.not_before)
            for entry in kept.values()
        ),
        tuple(frozenset(word[0] for word in entry.follows) for entry in kept.values()),
        max(map(len, patterns)),
    )


@cache
def fields() -> dict[str, str]:
    """Return the fields of government by their spellings, abbreviations apart."""
    rows = table("organisations")["fields"]
    ways = {other: name for name, row in rows.items() for other in row.get("other", ()) if " " in other}
    return {spelling(way): name for way, name in {**ways, **{name: name for name in rows}}.items()}


@cache
def surnames() -> frozenset[str]:
    """Return the family names in the one spelling."""
    return frozenset(map(spelling, table("persons")["surnames"]))


@cache
def doubtful() -> frozenset[str]:
    """Return the family names that are as often the first syllable of something else."""
    return frozenset(map(spelling, table("persons")["doubtful"]))


@cache
def first_pairs() -> frozenset[str]:
    """Return the first two words of bodies, programmes, systems and legal texts in the one spelling."""
    rows = (*_systems(), *_programmes(), *_bodies(), *_laws())
    return frozenset(" ".join(words[:2]) for written, _ in rows if len(words := spelling(written).split()) > 1)


@cache
def province_pairs() -> frozenset[str]:
    """Return the first two words of the names of provinces in the one spelling."""
    return frozenset(" ".join(spelling(name).split()[:2]) for name in table("places")["provinces"])


@cache
def districts() -> frozenset[str]:
    """Return the names of districts, towns and communes that the tables know without their level."""
    return frozenset(table("places")["names"]["districts"])


@cache
def part_words() -> frozenset[str]:
    """Return the words that tell parts of a place apart, behind its name, in the one spelling."""
    return frozenset(map(spelling, table("places")["lower"]["parts"]))


@cache
def system_forms() -> dict[str, str]:
    """Return the one form of the names of systems that bodies have, by key."""
    forms = {}
    for full, others in table("systems")["forms"].items():
        for way in (full, *others):
            forms[same_key(way)] = full
    return forms


@cache
def owned_systems() -> frozenset[str]:
    """Return the keys of the systems that always are some body's."""
    return frozenset(same_key(name) for name in table("systems")["grammar"]["owned"])


@cache
def posts() -> tuple[str, ...]:
    """Return the posts that a country's name may follow, with a space behind each."""
    return tuple(f"{spelling(post)} " for post in table("persons")["posts_of_countries"])


@cache
def countries() -> frozenset[str]:
    """Return the full names of other countries, and of the regions and cities there."""
    rows = table("places")
    same = {other: name for name, others in rows["same"].items() for other in others}
    return frozenset(same.get(name, name) for name in rows["names"]["world"])


@cache
def abroad() -> frozenset[str]:
    """Return the countries, ours and others, with the regions and cities in these."""
    return countries() | {table("brands")["shapes"]["country"]}
