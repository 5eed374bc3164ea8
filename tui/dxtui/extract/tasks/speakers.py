"""Whose promise "chúng tôi sẽ …" or "công ty sẽ …" is: the body of who speaks, or the one named before."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from dxtui.lexicon.organisations import organs
from dxtui.lexicon.parties import party_words
from dxtui.model import Mention
from dxtui.text.places import first_from
from dxtui.text.spelling import spelling

_BEFORE: Final = 400
_AFTER: Final = 200
_NEAREST: Final = 8
_POST: Final = 90
_AWAY: Final = 24
_APART: Final = re.compile(r"[.;:\n“”\"!?]")


class Speakers:
    """Knows for which bodies the persons of a text speak."""

    def __init__(self, text: str, key: str, mentions: Sequence[Mention]) -> None:
        """Take the text, the text in the one spelling and its mentions."""
        self._text = text
        self._key = key
        self._words = party_words()
        self._people = [m for m in mentions if m.type == "person"]
        self._bodies = [m for m in mentions if m.type == "organisation"]
        self._places = [m for m in mentions if m.type == "place"]
        self._place_starts = [m.start for m in self._places]
        self._people_starts = [m.start for m in self._people]
        self._body_starts = [m.start for m in self._bodies]
        self._found: dict[str, str] | None = None
        self._of_kinds: dict[str, tuple[int, set[str]]] = {}
        """For each kind of places how many places were looked at, and the names of those that are of the kind."""

    def of_us(self, start: int, end: int) -> str | None:
        """Return the body of who speaks in the sentence [start, end), or else near it."""
        for first, stop in ((start, end), (max(0, start - _BEFORE), start), (end, end + _AFTER)):
            spoken = self._named(first, stop)
            if spoken:
                who = spoken[-1] if first < start else spoken[0]
                return self._works().get(who.canonical)
        return None

    def person_before(self, place: int) -> str | None:
        """Return the person named last before `place`, if that is near."""
        spoken = self._named(max(0, place - _BEFORE), place)
        return spoken[-1].canonical if spoken else None

    def of_kind(self, noun: str, place: int) -> str | None:
        """Return the body named before `place` that is what `noun` says: the only one, or the one named far most.

        Of several the only one whose name starts with the noun.
        """
        kinds = self._words.kinds_of.get(noun, (noun,))
        before = self._bodies[: first_from(self._body_starts, place)]
        named = Counter(body.canonical for body in before if spelling(body.canonical).startswith(kinds)).most_common()
        if not named:
            return None
        if len(named) > 1 and named[0][1] < 2 * named[1][1]:
            so = [name for name, _ in named if spelling(name).startswith(noun)]
            return so[0] if len(so) == 1 else None
        return named[0][0]

    def this(self, start: int, end: int) -> str | None:
        """Return the body named last before [start, end) that "sở này (cũng)" there means; None for any other words."""
        noun = self._words.this.fullmatch(self._key, start, end)
        kinds = self._words.kinds_of.get(noun[1], (noun[1],)) if noun is not None else ("",)
        if "" in kinds:
            return None
        at = first_from(self._body_starts, start)
        for body in reversed(self._bodies[max(0, at - _NEAREST) : at]):
            if spelling(body.canonical).startswith(kinds):
                return body.canonical
        return None

    def place_named(self, start: int, end: int) -> str | None:
        """Return the place that [start, end) names, or stands for by its kind alone: "Thành phố (cũng)".

        That is the only one of the kind named before.
        """
        kind = self._words.kind_alone.fullmatch(self._key, start, end)
        at = first_from(self._place_starts, start)
        if kind is None:
            named = at < len(self._places) and (self._places[at].start, self._places[at].end) == (start, end)
            return self._places[at].canonical if named else None
        level = self._words.levels_of.get(kind[1], kind[1])
        seen, found = self._of_kinds.get(level, (0, set()))
        for place in self._places[seen:at]:
            if self._key.startswith(f"{level} ", place.start) or spelling(place.canonical).startswith(f"{level} "):
                found.add(place.canonical)
        self._of_kinds[level] = (max(seen, at), found)
        return next(iter(found)) if len(found) == 1 else None

    def _named(self, start: int, end: int) -> list[Mention]:
        """Return the persons named in [start, end)."""
        return self._people[first_from(self._people_starts, start) : first_from(self._people_starts, end)]

    def _works(self) -> dict[str, str]:
        """Return for which body each person speaks who is named with one, by full names."""
        if self._found is not None:
            return self._found
        out: dict[str, str] = {}
        for at, person in enumerate(self._people):
            if person.canonical not in out:
                following = self._people_starts[at + 1] if at + 1 < len(self._people) else len(self._text)
                body = self._behind(person, following) or self._ahead(person)
                if body is not None:
                    out[person.canonical] = _whole(body)
        self._found = out
        return out

    def _behind(self, person: Mention, limit: int) -> str | None:
        """Return the body in the words behind a comma that tell a person's post."""
        stop = min(limit, person.end + _POST)
        if self._text[person.end : person.end + 2] not in (", ", " ("):
            return None
        apart = _APART.search(self._text, person.end, stop)
        stop = apart.start() if apart is not None else stop
        at = first_from(self._body_starts, person.end)
        if at < len(self._bodies) and self._bodies[at].start < stop:
            return self._bodies[at].canonical
        noun = self._words.of_noun.search(self._key, person.end, stop)
        return self.of_kind(noun[1], person.start) if noun is not None else None

    def _ahead(self, person: Mention) -> str | None:
        """Return the body right before a person's name: "Giám đốc Sở Y tế (ông) …"."""
        at = first_from(self._body_starts, person.start) - 1
        if at < 0 or person.start - self._bodies[at].end > _AWAY:
            return None
        between = self._text[self._bodies[at].end : person.start]
        return self._bodies[at].canonical if _APART.search(between.replace(".", "")) is None else None


def _whole(body: str) -> str:
    """Return the body for which who heads its organ speaks: "Công ty A" for "Hội đồng quản trị Công ty A"."""
    organ = next((organ for organ in organs() if body.startswith(f"{organ} ")), "")
    return body[len(organ) :].lstrip()
