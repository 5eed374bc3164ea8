"""Since when bodies and provinces are what they are called, until when they were, and what became of them."""

from functools import cache
from typing import NamedTuple

from dxtui.lexicon.tables import table
from dxtui.model import EntityType


class Standing(NamedTuple):
    """The years of a body or province, as far as they are known."""

    since: int | None = None
    """The first year."""
    until: int | None = None
    """The last year."""
    now: str = ""
    """What it became, or went into."""
    merged: tuple[str, ...] = ()
    """What went into it, for a province in the year of the merger."""


def standing(canonical: str, type: EntityType) -> Standing | None:
    """Return the years of what has this full name and type; None where the tables know none.

    >>> standing("Hậu Giang", "place")
    Standing(since=None, until=2025, now='Cần Thơ', merged=())
    """
    return _standings().get((type, canonical))


@cache
def _standings() -> dict[tuple[EntityType, str], Standing]:
    return {**_ministries(), **_bodies(), **_provinces()}


def _ministries() -> dict[tuple[EntityType, str], Standing]:
    rows = {name: row for name, row in table("organisations")["fields"].items() if "ministry" in row}
    out: dict[tuple[EntityType, str], Standing] = {}
    for name, row in rows.items():
        since, until = (*row["ministry"], None)[:2]
        now = f"Bộ {row['into']}" if "into" in row else ""
        merged = tuple(f"Bộ {other}" for other, its in rows.items() if its.get("into") == name)
        out["organisation", f"Bộ {name}"] = Standing(since, until, now, merged)
    return out


def _bodies() -> dict[tuple[EntityType, str], Standing]:
    rows = table("organisations")["bodies"].items()
    return {
        (row.get("type", "organisation"), row.get("full", name)): Standing(
            row.get("since"), row.get("until"), row.get("into", "")
        )
        for name, row in rows
        if "since" in row or "until" in row
    }


def _provinces() -> dict[tuple[EntityType, str], Standing]:
    rows, year = table("places")["provinces"], table("places")["merger"]["year"]
    out: dict[tuple[EntityType, str], Standing] = {}
    for name, row in rows.items():
        full = f"Thành phố {name}" if row.get("city") else name
        merged = tuple(other for other, its in rows.items() if its.get("into") in (name, full))
        if "into" in row:
            known = Standing(None, year, row["into"])
        elif merged:
            known = Standing(year, None, "", merged)
        else:
            continue
        out["place", name] = out["place", full] = known
    return out
