"""Who is asked, with all the words that single them out, up to what they are to do."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from dxtui.extract.tasks.assignees import Assignee, Assignees, listed
from dxtui.extract.tasks.deeds import Deeds
from dxtui.lexicon.parties import party_words
from dxtui.lexicon.tasks import TaskWords
from dxtui.text.letters import letters_end
from dxtui.text.spelling import UPPER

_JOINT: Final = re.compile(r",? (?:và|cũng như) |, (?:nhất|trước mắt|trước hết|cụ thể) là |, |; | kiêm ")
_MORE: Final = re.compile(rf"(?: ?[-–]?|,) [{UPPER}]")
_STEP: Final = re.compile(r"(?:[,;]| [-–])? (?=\w)|[.:(\n…“”\"]")
_WORD: Final = re.compile(r",? ([^\W\d_]+)")
_START: Final = re.compile(r"([^\W\d_]+)|\d")
_WORDS: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}(?=,)")
_NOUN: Final = re.compile(r"([^\W\d_]+)(?: ([^\W\d_]+))?")
_WHICH: Final = " nào "
_DASHES: Final = (" - ", " – ")
_TURN: Final = re.compile(r", (?:thì )?| thì ")
_PAUSE: Final = re.compile(r", | thì |: ")
_TAIL: Final = 70
_POST: Final = 24
_LONG_TAIL: Final = 260
_MOST: Final = 16
_FAR: Final = 160
_TWO: Final = 2


class _Part(NamedTuple):
    start: int
    end: int
    name: str | None
    """The full name of a body; None for a class of bodies, which is named in the text's own words."""
    apart: bool
    """Whether words that are no part of a name stand before it."""


class Parties:
    """Finds who is asked at a place; unlike `Assignees` it wants to see what is asked of them right behind."""

    def __init__(self, text: str, key: str, who: Assignees, deeds: Deeds, words: TaskWords) -> None:
        """Take the text, the text in the one spelling, and what finds who and what."""
        self._text = text
        self._key = key
        self._who = who
        self._deeds = deeds
        self._words = words
        self._bodies = party_words()
        self._starts = who.starts
        self._firsts = self._bodies.body_firsts
        self._stop = -1

    def to(self, place: int, stop: int) -> Assignee | None:
        """Return all who stand at `place` in one breath, up to `stop`."""
        self._stop = stop
        found = self.at(place, stop + 2)
        self._stop = -1
        return found if found is not None and found.end == stop else None

    def unknown(self, place: int, limit: int) -> Assignee | None:
        """Return who is named at `place` as places are, or by a name that nothing is known of: "yêu cầu CIC cần …"."""
        named = self._who.places_at(place)
        if named is not None and self._asked(named.end, limit):
            return named
        if not self._text[place : place + 1].isupper() or self._who.is_thing(place):
            return None
        word = _START.match(self._key, place, limit)
        end = self._tail(word.end(), limit) if word is not None else place
        return Assignee(place, end, self._who.written(place, end)) if self._asked(end, limit) else None

    def common(self, place: int, limit: int) -> Assignee | None:
        """Return the common noun at `place` for a body, with its name if one follows, whatever stands behind it."""
        head = self._bodies.alone.match(self._key, place, limit)
        if head is None:
            return None
        end = head.end()
        while (
            (word := _WORD.match(self._key, end, limit)) and word[0][0] == " " and self._text[word.start(1)].isupper()
        ):
            end = word.end()
        return Assignee(place, end, self._who.written(place, end))

    def which(self, place: int, limit: int) -> Assignee | None:
        """Return those of a class that meet what a sentence starts with: "Đơn vị nào chậm nộp thì phải giải trình"."""
        some = self._key.find(_WHICH, place, min(limit, place + _TAIL))
        found = self._bodies.which.match(self._key, place, limit) if some > 0 else None
        if found is None:
            return None
        other = self._key.rfind(", ", found.start(2), found.end(2)) + 2
        who = self.to(other, found.end(2)) if other > 1 else None
        if who is not None:
            return who  # "Địa phương nào để xảy ra dịch, người đứng đầu phải …"
        unit, rest = self._text[place : found.end(1)], self._text[found.start(2) : found.end(2)]
        return Assignee(place, found.end(), " ".join(f"{unit[:1].lower()}{unit[1:]} {rest}".split()))

    def apart(self, place: int, limit: int) -> Assignee | None:
        """Return of whom alone a sentence is that starts so: "Riêng phường A, xã B rà soát …", "Riêng Sở A …"."""
        whom = self._words.concerning.match(self._key, place, limit)
        places = self._who.places_at(whom.end()) or self.at(whom.end(), limit) if whom is not None else None
        asked = places is not None and self._deeds.behind(places.end, limit) > places.end
        return places if asked else None

    def later(self, place: int, limit: int) -> Assignee | None:
        """Return who stands behind a time or an occasion at `place`: "Trước ngày 5/3, Sở A …", "Nếu có …, các xã …"."""
        timed = self._words.timed.match(self._key, place, limit)
        found = self.at(timed.end(), limit) or self._who.together(timed.end(), limit) if timed is not None else None
        if found is not None:
            return found
        occasion = self._words.occasion.match(self._key, place, limit)
        if occasion is None:
            return None
        found = self.at(occasion.end() + 1, limit)
        pauses = _TURN.finditer(self._key, occasion.end(), min(limit, place + _LONG_TAIL))
        return found or next((who for pause in pauses if (who := self.at(pause.end(), limit)) is not None), None)

    def headed(self, place: int, limit: int, *, duties: bool) -> Assignee | None:
        """Return whom a colon parts from what they are to do: "Đối với nhà thầu: bố trí …", "Người dân: trữ nước".

        In a list of `duties` anything in lower case behind it is a deed.
        """
        key, words, bodies = self._key, self._words, self._bodies
        whom = words.concerning.match(key, place, limit)
        start = whom.end() if whom is not None else place
        colon = key.find(": ", start, min(limit, start + _TAIL))
        deed = colon >= 0 and (self._deeds.at(colon + 2) is not None or (duties and self._text[colon + 2].islower()))
        if not deed or (whom is None and self._deeds.at(start) is not None):
            return None
        known = bodies.many.match(key, start) or bodies.unit.match(key, start) or bodies.anybody.match(key, start)
        plain = self._text[start:colon].replace(" ", "").replace(",", "").isalpha()
        return Assignee(start, colon, self._who.written(start, colon)) if known is not None and plain else None

    def public(self, place: int, limit: int) -> Assignee | None:
        """Return the public named at `place`, if a deed or a demand stands right behind: "hành khách có mặt …"."""
        head = self._bodies.anybody.match(self._key, place, limit)
        if head is None:
            return None
        end = self._tail(head.end(), limit)
        if not self._asked(end, limit):
            end = head.end()
        return Assignee(place, end, self._who.written(place, end))

    def level(self, place: int, limit: int) -> Assignee | None:
        """Return the town or province that is named at `place` by its kind alone, if a deed stands right behind."""
        kind = self._bodies.level.match(self._key, place - 1, limit)
        if kind is None or not self._asked(kind.end(), limit):
            return None
        return Assignee(place, kind.end(), self._who.written(place, kind.end()))

    def at(self, place: int, limit: int) -> Assignee | None:
        """Return all who stand at `place` in one breath, if a deed, a demand or its grounds stand right behind."""
        if place not in self._starts:
            key = self._key
            end = letters_end(key, place, limit)
            if end > place and key[place:end] not in self._firsts:
                return None
            if end == place and not (place < limit and key[place : place + 1].isdecimal()):
                return None
        part = self._part(place, limit, apart=False, first=True)
        parts: list[_Part] = []
        while part is not None and len(parts) < _MOST:
            parts.append(part)
            if self._asked(part.end, limit):
                return Assignee(place, part.end, self._name(parts))
            joint = _JOINT.match(self._key, part.end, limit)
            if joint is None:
                return None
            start = self._past_order(joint.end(), limit)
            part = self._part(start, limit, apart=start > joint.end(), first=False)
        return None

    def before(self, start: int, place: int, limit: int) -> Assignee | None:
        """Return who stands right before the demand at `place`, behind a pause or at `start`."""
        at = start
        while at < place:
            found = self.at(at, limit) or self._who.places_at(at)
            demand = self._words.demand.match(self._key, found.end, limit) if found is not None else None
            if found is not None and demand is not None and found.end <= place < demand.end():
                return found if self._words.past.match(self._key, demand.end()) is None else None
            pause = _PAUSE.search(self._key, max(at, place - _FAR), place)
            while pause is not None and self._goes_on(pause, limit):
                pause = _PAUSE.search(self._key, pause.end(), place)
            if pause is None:
                return None
            at = pause.end()
        return None

    def is_object(self, start: int, place: int) -> bool:
        """Whether the words before somebody at `place` make them another than who is to do it."""
        post = self._bodies.post_ends.search(self._key, max(start, place - _POST), place)
        place = post.start() if post is not None else place
        before = self._key[max(start, place - _POST) : place].split()
        if not before:
            return False
        not_who = self._bodies.not_who
        return before[-1] in not_who or " ".join(before[-2:]) in not_who or " ".join(before[-3:]) in not_who

    def hands_on(self, place: int, end: int) -> bool:
        """Whether the verb at `place` hands what is to be done on to whom it names."""
        handed = self._words.orders.match(self._key, place)
        if handed is None or self._key.startswith(self._words.each, handed.end()):
            return False  # "UBND các huyện phân công mỗi xã một cán bộ"
        return self._who.at(handed.end() + 1, end) is not None or self.at(handed.end() + 1, end) is not None

    def _goes_on(self, pause: re.Match[str], limit: int) -> bool:
        """Whether one more of those is named behind `pause` whom the words before it name: "với Bộ A, Bộ B phải …"."""
        return self._who.ends_at(pause.start()) and self._who.at(pause.end(), limit) is not None

    def _part(self, place: int, limit: int, *, apart: bool, first: bool) -> _Part | None:
        """Return the body or class of bodies at `place`, with the words behind it that single it out."""
        key, words, bodies = self._key, self._words, self._bodies
        if place >= limit:
            return None
        found = self._who.at(place, limit)
        if found is None:
            head = (None if first else bodies.unit.match(key, place, limit)) or self._first(place, limit)
            if head is None:
                return None
            end = self._tail(head.end(), limit)
            return _Part(place, end, self._who.person_before(end), apart)
        if place not in self._who.openers:
            spread = bodies.spread.match(key, found.end, limit)
            end = self._who.more_places(found.end)
            level = bodies.level.match(key, end, limit)
            if level is not None and self._ends(level.end(), limit):
                end = level.end()
            if spread is not None or (_MORE.match(self._text, end, limit) and not self._ends(end, limit)):
                end = self._tail(spread.end() if spread is not None else end, limit)
            more = self._text[found.end : end].split()
            if more and spread is None and bodies.post.match(key, place) and all(word[0].isupper() for word in more):
                return _Part(place, end, " ".join(more), apart)  # "Phó Chủ tịch UBND tỉnh" and a person's name.
            longer = key.startswith(",", found.end)  # "Trung tâm Văn hóa, Thể thao và Du lịch" is known by less.
            name = " ".join(self._text[place:end].split()) if longer and spread is None else None
            return _Part(place, end, name if more else found.name, apart)
        doing = bodies.doing.match(key, found.end, limit)
        if doing is not None and words.demand.match(key, found.end, limit) is None:
            end = self._tail(doing.end(), limit)
            if end > doing.end() and not (key.startswith(", ", end) and self._asked(end, limit)):
                return _Part(place, end, None, apart)
        return _Part(place, self._tail(found.end, limit), None, apart)

    def _first(self, place: int, limit: int) -> re.Match[str] | None:
        """Return what a name or a common noun starts with at `place`."""
        key, text = self._key, self._text
        counted = self._bodies.number.match(key, place, limit)
        start = counted.end() if counted is not None else place
        head = self._bodies.alone.match(key, start, limit)
        if head is None:
            head = self._bodies.named.match(key, place, limit)
            after = text[head.end() + 1 : head.end() + 2] if head is not None else ""
            return head if after.isupper() or (after.isdecimal() and text[place].isupper()) else None
        return head

    def _tail(self, place: int, limit: int) -> int:
        """Return where the words end that single out a class named up to `place`; `place` if they lead nowhere."""
        key, text, words, bodies = self._key, self._text, self._words, self._bodies
        listing = key.startswith(": ", place) and text[place + 2 : place + 3].isupper()
        kind = key[key.rfind(" ", 0, place) + 1 : place]
        listing = listing and not key.startswith(f"{kind} ", place + 2)  # "các sở: Sở A …" tells of each.
        stop = min(limit, place + (_LONG_TAIL if listing else _TAIL))
        closed, doing = 0, place
        for step in _STEP.finditer(key, place + listing, stop):
            at, sign = step.start(), step[0]
            if at < closed:
                continue
            if sign == "(":
                closed = key.find(")", at, stop)
                if closed < 0:
                    break
                continue
            if sign[-1] != " " or (text[step.end()].isdigit() and not self._counts(at, step.end(), limit)):
                break
            if self._asked(at, limit, far=at > place):
                if sign[0] == "," and at > place and not listing:
                    break  # What stands before the comma was a deed that nobody knows.
                domain = at > place and self._may_name(step.end(), limit)
                if not domain or words.demand.match(key, at, limit) is not None:
                    return place if self._orders(place, at) else at
                doing = doing if doing > place else at  # What a body does may be what it is named by.
            elif (not listing or sign[0] == ";") and self._joins(at, limit):
                return at
            ends = bodies.no_tail.match(key, step.end(), limit)
            if ends is not None and key[key.rfind(" ", 0, at) + 1 : ends.end()] not in words.compounds:
                break
            if sign[0] in ",;" and not text[step.end()].isupper():
                more = _WORDS.match(key, step.end(), stop)
                joins = more is not None and self._joins(more.end(), limit)
                if sign[0] == ";" or not (joins or self._asked_soon(step.end(), limit)):
                    break
        return doing

    def _asked_soon(self, place: int, limit: int) -> bool:
        """Whether nouns of one or two words stand at `place`, and what is asked right behind: "bến xe, nhà ga phải"."""
        for _ in range(_TWO * _TWO):
            noun = _NOUN.match(self._key, place, limit)
            if noun is None or self._deeds.at(place) is not None:
                return False
            if any(self._asked(noun.end(size), limit, far=True) for size in (1, 2) if noun[size]):
                return True
            if not self._key.startswith(", ", noun.end()):
                return False
            place = noun.end() + 2
        return False

    def _may_name(self, place: int, limit: int) -> bool:
        """Whether the deed at `place` may be what a body does, and so part of its name; not "giám sát việc …"."""
        domain = self._bodies.domain.match(self._key, place, limit)
        post = self._bodies.post_ends.search(self._key, max(0, place - _POST), place)
        if domain is None or post is not None or self._key.startswith(self._words.nominals, domain.end()):
            return False
        behind = domain.end() + 1  # "hỗ trợ gửi …", but "quản lý vận hành …"
        return self._deeds.at(behind) is None or self._bodies.domain.match(self._key, behind, limit) is not None

    def _orders(self, start: int, end: int) -> bool:
        """Whether who is named gives an order, and is not who gets it: "Người đứng đầu Chính phủ giao Bộ Nội vụ …"."""
        handed = self._words.orders.search(self._key, start, end) if end > start else None
        return handed is not None and self._text[handed.end() + 1 : handed.end() + 2].isupper()

    def _counts(self, at: int, place: int, limit: int) -> bool:
        """Whether the number at `place`, behind words that end at `at`, belongs to a name: "khu vực 5", "2 huyện"."""
        counted = self._bodies.number.match(self._key, place, limit)
        unit = self._bodies.unit.match(self._key, counted.end(), limit) if counted is not None else None
        return unit is not None or self._key.endswith(self._bodies.numbered, 0, at)

    def _ends(self, place: int, limit: int) -> bool:
        """Whether somebody's name is over at `place`: others follow, or what is asked."""
        return self._asked(place, limit) or self._joins(place, limit)

    def _joins(self, place: int, limit: int) -> bool:
        joint = _JOINT.match(self._key, place, limit)
        return joint is not None and self.opens(self._past_order(joint.end(), limit), limit)

    def _past_order(self, place: int, limit: int) -> int:
        """Return where somebody may start behind a verb of ordering at `place`; `place` if there is none."""
        handed = self._words.orders.match(self._key, place, limit)
        return handed.end() + 1 if handed is not None else place

    def opens(self, place: int, limit: int) -> bool:
        """Whether the name of a body or a class of bodies starts at `place`."""
        unit = self._bodies.unit.match(self._key, place, limit) or self._first(place, limit)
        return (unit is not None and self._deeds.at(place) is None) or self._who.at(place, limit) is not None

    def _asked(self, place: int, limit: int, *, far: bool = False) -> bool:
        """Whether what is asked starts behind `place`: a demand, a deed, or what it is to be done by or after.

        `far` from a name that is known, words of one syllable and times tell nothing: they may belong to the name.
        """
        if place == self._stop:
            return True
        key, text = self._key, self._text
        begin = place + 1 if key[place : place + 1] == " " else place + 2
        if begin > place + 1 and key[place : place + 2] != ", ":
            return False
        end = letters_end(key, begin, limit)
        if end <= begin or key[begin:end] not in self._words.asked_firsts:
            return False
        if self._words.demand.match(key, place, limit) is not None:
            return True
        if text[begin].isupper():
            return False
        deed = self._deeds.at(begin)
        if deed is None:
            return not far and self._words.grounds.match(key, begin, limit) is not None
        if self._words.must.match(key, deed.end()) is not None or key.startswith(_DASHES, deed.end()):
            return False  # "các đoàn kiểm tra sẽ …", "bộ phận thanh tra - kiểm tra"
        if far and key.endswith(self._words.nominals, 0, place):
            return False  # "giám sát việc thực hiện"
        if far and " " not in deed[0]:
            return deed[0] in self._words.adverbs or self._words.completing.match(key, deed.end()) is not None
        # "Đào tạo": a deed of one syllable behind a capital is the rest of a name's word.
        last = key.rfind(" ", 0, place) + 1
        return " " in deed[0] or not text[last].isupper() or self._who.ends_at(place)

    def _name(self, parts: Sequence[_Part]) -> str:
        """Return who `parts` name: full names, and classes as they stand in the text."""
        if len(parts) == 1:
            return parts[0].name or self._who.written(parts[0].start, parts[0].end)
        groups: list[list[_Part]] = [[parts[0]]]
        for before, part in pairwise(parts):
            level = (
                part.name is None and self._who.at(part.start, part.end) is None and self._text[part.start].islower()
            )
            if not part.apart and part.name is None and (before.name is None or level):
                groups[-1].append(part)
            else:
                groups.append([part])
        names = [
            self._who.written(group[0].start, group[-1].end) if group[-1].name is None else group[0].name or ""
            for group in groups
        ]
        several = len(groups) > 1 and len(groups[-1]) > _TWO and " và " not in names[-1]
        joint = "" if several or len(groups) == 1 else self._key[groups[-2][-1].end : groups[-1][0].start]
        return listed(names, joint)
