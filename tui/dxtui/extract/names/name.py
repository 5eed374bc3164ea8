"""A name while it is being found: a span, what it names, and what is known so far."""

from dataclasses import dataclass
from operator import itemgetter
from typing import Final, NamedTuple

from dxtui.lexicon.frames import frames
from dxtui.lexicon.names import Entry
from dxtui.model import EntityType
from dxtui.text.places import first_past

_new: Final = tuple.__new__
"""What makes a named tuple, without the function between that takes as long again: a text has thousands."""


class Name(NamedTuple):
    """A candidate for a mention."""

    start: int
    """First code point."""
    end: int
    """Past the last one."""
    type: EntityType
    """What it names."""
    canonical: str
    """Its full name as far as the span says."""
    opener: str = ""
    """The opener's full form where the name is only that, to be filled from the rest of the text."""
    level: str = ""
    """"tỉnh", "thành phố" … where the name ends with a level whose place the rest of the text gives."""


def new_name(start: int, end: int, kind: EntityType, canonical: str, opener: str = "", level: str = "") -> Name:
    """Return a name, sooner than its class makes one."""
    return _new(Name, (start, end, kind, canonical, opener, level))


@dataclass(slots=True)
class Page:
    """A text with what was found in it before grammars read names."""

    text: str
    """The text."""
    key: str
    """The text in the one spelling."""
    whole: dict[int, tuple[int, Entry]]
    """Whole names by start: end and entry, the longest at each start."""
    opens: dict[int, tuple[int, Entry]]
    """Openers by start, likewise."""
    places: dict[int, Name]
    """Places with their levels, by start."""
    persons: dict[int, int]
    """Ends of persons' names by start."""
    ends: list[int]
    """Where the statements end, in order."""
    addresses: list[int]
    """Where forms of address end that a person's name follows."""
    brands: list[tuple[int, int, EntityType]]
    """Spans of what closes a firm's name, with a capital, or stands before one, with what it then names."""

    lists: list[tuple[int, str]]
    """Where "các Bộ" and "các Sở" end, with "Bộ" and "Sở"."""
    _asked: tuple[int, int] = (0, 0)
    """The last statement that `limit` was asked about, since names are read in order."""

    def limit(self, at: int) -> int:
        """Return where the statement ends that holds `at`; no name goes on past it."""
        begun, end = self._asked
        if begun <= at < end:
            return end
        place = first_past(self.ends, at)
        end = self.ends[place] if place < len(self.ends) else len(self.text)
        self._asked = (self.ends[place - 1] if place else 0, end)
        return end

    def statement_start(self, at: int) -> int:
        """Return where the statement before the one that holds `at` ends: nothing of its own stands before that."""
        place = first_past(self.ends, at) - 1
        return self.ends[place] if place >= 0 else 0

    def place_at(self, at: int, limit: int) -> Name | None:
        """Return the place that starts at `at` and ends by `limit`."""
        place = self.places.get(at)
        return place if place is not None and place.end <= limit else None

    def is_to_body(self, at: int) -> bool:
        """Return whether "về", which ends at `at`, says to whom something is sent and not what it is about.

        A department or a body of a place stands behind it: "gửi Kế hoạch về Sở A".
        """
        known = self.whole.get(at + 1)
        opened = self.opens.get(at + 1)
        local = opened is not None and opened[1].grammar == "local" and self.text[at + 1].isupper()
        return self.key.endswith(frames().about, 0, at) and (
            local or (known is not None and known[1].type == "organisation")
        )

    def begins_name(self, at: int) -> bool:
        """Return whether a whole name, a capitalised opener, a place or a person starts at `at`."""
        if at in self.whole or at in self.persons or at in self.places:
            return True
        return at in self.opens and self.text[at].isupper()


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether no letter, digit or sign of a longer word touches [start, end)."""
    before = text[start - 1] if start else " "
    after = text[end : end + 1]
    return not (before.isalnum() or before in "&-/.") and not (after.isalnum() or after == "&")


def apart(names: list[Name]) -> list[Name]:
    """Return sorted names without those that start in another."""
    out: list[Name] = []
    for name in names:
        if not out or name.start >= out[-1].end:
            out.append(name)
    return out


def longest(found: list[Name]) -> list[Name]:
    """Return the names without overlap: of two, the longer; of two as long, the one found first."""
    kept: list[Name] = []
    by_length = sorted(found, key=itemgetter(1), reverse=True)
    for name in sorted(by_length, key=itemgetter(0)):
        if kept and name.start < kept[-1].end:
            if name.end - name.start <= kept[-1].end - kept[-1].start:
                continue
            while kept and name.start < kept[-1].end:
                kept.pop()
        kept.append(name)
    return kept
