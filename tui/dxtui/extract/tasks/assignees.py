"""Who is to do a task: a body that is named, or a class of bodies in the text's own words."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from dxtui.lexicon.parties import party_words
from dxtui.model import Mention
from dxtui.text.places import first_from

_BRACKET: Final = re.compile(r" \([^()\n]{1,60}\)")
_AND: Final = " và "
_POST: Final = 40
_OWNED: Final = " của "
_DATED: Final = 40
"""Code points from the number of a text to who put it out, with its date."""
_LONGEST_CLASS: Final = 120
_SIGN: Final = re.compile(r"[,;:.]")
_MOST_WORDS: Final = 5
_JOINT: Final = re.compile(r",? và |, ")
_CHAIN: Final = re.compile(r",? |,? và |; |,? cùng |,? và [^,;.:]{2,50} của |, [^,;.:]{2,40} của | của ")


def listed(names: Sequence[str], joint: str) -> str:
    """Return names as a list is written, "A, B và C", or "A, B, C" where the text's last `joint` is but a comma."""
    *first, last = names
    return f"{', '.join(first)}{_AND if _AND in joint else ', '}{last}" if first else last


class Assignee(NamedTuple):
    """Somebody at a place of the text."""

    start: int
    """First code point, with a post before the name."""
    end: int
    """Past the last one."""
    name: str
    """The canonical name, or the text's own words."""


class Assignees:
    """Finds who stands at a place, or anywhere in a span."""

    def __init__(self, text: str, key: str, openers: Sequence[int], mentions: Sequence[Mention]) -> None:
        """Take the text, the text in the one spelling, where classes of bodies may start, and its mentions."""
        self.openers = frozenset(openers)
        self._text = text
        self._key = key
        self._words = party_words()
        self._bodies = [m for m in mentions if m.type in ("organisation", "person")]
        self._starts = [m.start for m in self._bodies]
        self.starts = self.openers.union(self._starts)
        """Where the name of a body or person, or a class of bodies, may start."""
        self._given = "được giao" in key
        self._found: dict[tuple[int, int], Assignee | None] = {}
        self._ends = {m.end for m in mentions}
        self._thing_ends = [m.end for m in mentions if m.type in ("law", "programme")]
        self._things = {m.start for m in mentions if m.type in ("law", "programme", "system")}
        self._persons = {m.end: m.canonical for m in mentions if m.type == "person"}
        self._places = [m for m in mentions if m.type == "place"]
        self._place_starts = [m.start for m in self._places]
        self._place_ends = [m.end for m in self._places]

    def is_private(self, who: Assignee) -> bool:
        """Whether somebody is but addressed and has no post: "bà Lài", of whom a story goes on to tell."""
        return who.end in self._persons and self._key.endswith(self._words.addressed, 0, who.start)

    def at(self, place: int, limit: int) -> Assignee | None:
        """Return who is named right at `place`."""
        if (place, limit) not in self._found:
            self._found[place, limit] = self._at(place, limit)
        return self._found[place, limit]

    def _at(self, place: int, limit: int) -> Assignee | None:
        key = self._key
        if place in self.openers:
            many = self._words.many.match(key, place, limit)
            if many is not None:
                end = self._before_body(place, many.end())
                return Assignee(place, end, self.written(place, end))
        found = first_from(self._starts, place)
        if found == len(self._starts) or self._starts[found] > place + _POST:
            return None
        start = place
        if self._starts[found] != place:
            post = self._words.post.match(key, place, limit)
            if post is None:
                return None
            # A post may be part of its body's name: "Chánh Văn phòng Ủy ban nhân dân …".
            place = self._starts[found] if self._starts[found] < post.end() else post.end()
        body = self._bodies[found]
        if body.start != place or body.end > limit:
            return None
        if start < place and found + 1 < len(self._bodies):
            following = self._bodies[found + 1]
            if following.type == "person" and body.end + 1 == following.start and following.end <= limit:
                body = following  # "Phó Chủ tịch UBND tỉnh Lê Văn A".
        return Assignee(start, self._past_bracket(body.end, limit), body.canonical)

    def _before_body(self, start: int, end: int) -> int:
        """Return where the class [start, end) ends before a body that is named in it: "các xã, Bộ Y tế"."""
        found = first_from(self._starts, start + 1)
        if found < len(self._starts) and self._starts[found] < end:
            before = max(self._key.rfind(sign, start, self._starts[found]) for sign in (", ", _AND, "; "))
            return before if self._starts[found] - before in (2, len(_AND)) else end
        return end

    def is_thing(self, place: int) -> bool:
        """Whether the name of what can do nothing starts at `place`."""
        return place in self._things

    def past_text(self, start: int, end: int) -> int:
        """Return where the first legal text or programme ends that is named in [start, end), -1 if none is."""
        at = first_from(self._thing_ends, start)
        return self._thing_ends[at] if at < len(self._thing_ends) and self._thing_ends[at] <= end else -1

    def places_at(self, place: int) -> Assignee | None:
        """Return the place named at `place`, with those that are named in one breath."""
        at = first_from(self._place_starts, place)
        if at == len(self._places) or self._place_starts[at] != place:
            return None
        names, end, last = [self._places[at].canonical], self._places[at].end, ""
        while at + 1 < len(self._places) and (joint := _JOINT.fullmatch(self._key, end, self._place_starts[at + 1])):
            at += 1
            last = joint[0]
            names.append(self._places[at].canonical)
            end = self._places[at].end
        return Assignee(place, end, listed(names, last))

    def more_places(self, place: int) -> int:
        """Return where the places end that go on with the name of a body: "UBND huyện A và B"; `place` if none do."""
        joint = _JOINT.match(self._key, place)
        more = self.places_at(joint.end()) if joint is not None else None
        return more.end if more is not None else place

    def ends_at(self, place: int) -> bool:
        """Whether a name ends at `place`."""
        return place in self._ends

    def person_before(self, place: int) -> str | None:
        """Return the person whose name ends at `place`."""
        return self._persons.get(place)

    def together(self, place: int, limit: int) -> Assignee | None:
        """Return who is named right at `place`, with the bodies that are named in one breath: "Bộ A, Bộ B và Sở C"."""
        first = self.at(place, limit)
        return self._joined(first, limit) if first is not None else None

    def _joined(self, who: Assignee, limit: int) -> Assignee:
        """Return `who` with the bodies named behind it in one breath."""
        names, end, last = [who.name], who.end, ""
        while (joint := _JOINT.match(self._key, end, limit)) is not None:
            other = self.at(joint.end(), limit)
            if other is None:
                break
            names.append(other.name)
            end, last = other.end, joint[0]
        return Assignee(who.start, end, listed(names, last))

    def whole(self, place: int, limit: int) -> Assignee | None:
        """Return who is named right at `place`: a class of bodies with the words that single it out, or a body."""
        many = self._words.all_many.match(self._key, place, limit)
        if many is not None:
            return Assignee(place, many.end(), self.written(place, many.end()))
        return self.together(place, limit)

    def every(self, place: int, stop: int) -> Assignee | None:
        """Return the class of bodies that the words [place, stop) single out, if no sign parts them."""
        many = self._words.many.match(self._key, place, stop)
        whole = (
            many is not None and stop - place <= _LONGEST_CLASS and _SIGN.search(self._key, many.end(), stop) is None
        )
        return Assignee(place, stop, self.written(place, stop)) if whole else None

    def past_owner(self, place: int) -> int:
        """Return where the place or body ends that "của" at `place` names; `place` if there is none."""
        if not self._key.startswith(" của ", place):
            return place
        for starts, names in ((self._place_starts, self._places), (self._starts, self._bodies)):
            at = first_from(starts, place + 5)
            if at < len(names) and starts[at] == place + 5:
                return names[at].end
        return place

    def place_before(self, place: int) -> str | None:
        """Return the place named right before `place`."""
        at = first_from(self._place_ends, place - 1)
        found = at < len(self._places) and self._place_ends[at] == place - 1
        return self._places[at].canonical if found else None

    def proper(self, start: int, end: int, above: int = 1) -> str | None:
        """Return the words [start, end) if they are an unknown name: more than `above`, all with capitals."""
        words = self._text[start:end].split()
        named = above < len(words) <= _MOST_WORDS and all(word[0].isupper() for word in words)
        return " ".join(words) if named and start not in self._things else None

    def within(self, start: int, end: int, openers: Sequence[int]) -> list[Assignee]:
        """Return everybody named in [start, end), in order; `openers` are where classes of bodies may start."""
        out = []
        stop = start
        for place in openers:
            found = self._words.many.match(self._key, place, end) if place >= stop else None
            if found is not None:
                stop = found.end()
                out.append(Assignee(place, stop, self.written(place, stop)))
        if self._given and self._key.find("được giao", start, end) > 0:
            out.extend(
                Assignee(found.start(), found.end(), f"các {found[1]}")
                for found in self._words.counted.finditer(self._key, start, end)
            )
        classes = len(out)
        for at in range(first_from(self._starts, start), first_from(self._starts, end)):
            body = self._bodies[at]
            if not classes or not any(who.start <= body.start < who.end for who in out):
                out.append(Assignee(body.start, self._past_bracket(body.end, end), body.canonical))
        if classes:
            out.sort(key=lambda who: who.start)
        return out

    def chained(self, start: int, end: int, openers: Sequence[int]) -> list[Assignee]:
        """Return everybody named in [start, end), several in one breath as the first with the end of the last."""
        out: list[Assignee] = []
        names: list[str] = []
        last = ""
        for who in self.within(start, end, openers):
            before = out[-1] if out else None
            chain = before is not None and _CHAIN.fullmatch(self._key, before.end, who.start) is not None
            if chain and before is not None and not self._is_issuer(before.start):
                joint = _JOINT.fullmatch(self._key, before.end, who.start)
                if joint is not None:
                    names.append(who.name)
                    last = joint[0]
                out[-1] = Assignee(before.start, who.end, listed(names, last))
            else:
                names, last = [who.name], ""
                out.append(who)
        return out

    def _is_issuer(self, start: int) -> bool:
        """Whether who stands at `start` put out the text that is named before: "Nghị quyết số 135 của[ Quốc hội]"."""
        if not self._key.endswith(_OWNED, 0, start):
            return False
        at = first_from(self._thing_ends, start) - 1
        return at >= 0 and start - self._thing_ends[at] <= _DATED and "," not in self._key[self._thing_ends[at] : start]

    def _past_bracket(self, at: int, limit: int) -> int:
        """Return where brackets end that follow a name at `at`; `at` if there are none."""
        found = _BRACKET.match(self._text, at, limit) if self._text.startswith(" (", at) else None
        return found.end() if found is not None else at

    def written(self, start: int, end: int) -> str:
        """Return the text's own words in [start, end) as a name: no capital of a sentence's start, bodies in full."""
        words = " ".join(_BRACKET.sub("", self._text[start:end]).split())
        if not words[:1].isupper():
            return self._in_full(words)
        second = words[words.find(" ") + 1 :][:1]
        named = start not in self.openers and (second.isupper() or second.isdecimal())
        office = next((kind for kind in self._words.offices if self._key.startswith(kind, start)), None)
        named = named or (office is not None and words[len(office) : len(office) + 1].isupper())
        proper = named or words[:2].isupper() or self._key.startswith(self._words.proper, start)
        return self._in_full(words if proper else words[:1].lower() + words[1:])

    def _in_full(self, words: str) -> str:
        for short, whole in self._words.spelled_out:
            words = words.replace(short, whole)
        return words
