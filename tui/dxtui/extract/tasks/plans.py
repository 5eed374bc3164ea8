"""What a sentence promises, aims at or plans, with or without who does."""

import re
from collections.abc import Sequence
from typing import Final

from dxtui.extract.tasks.assignees import Assignees
from dxtui.extract.tasks.deadlines import Deadlines
from dxtui.extract.tasks.deeds import Deeds
from dxtui.extract.tasks.order import Order
from dxtui.extract.tasks.speakers import Speakers
from dxtui.lexicon.parties import party_words
from dxtui.lexicon.tasks import CueKind, TaskWords

_NAMED: Final = 80
_SIGN: Final = re.compile(r"[,;:.]")
_FAR: Final = 160
"""So near who promises stands behind what they do before they speak."""
_QUOTES: Final = '“"'
_SOON: Final = 40
_BY: Final = " được "
"""Behind "sẽ", before who does it."""


class Plans:
    """Reads promises, goals and plans; each is given the cues of its sentence: start, end, kind."""

    def __init__(
        self,
        text: str,
        key: str,
        who: Assignees,
        when: Deadlines,
        deeds: Deeds,
        speakers: Speakers,
        words: TaskWords,
    ) -> None:
        """Take the text, the text in the one spelling, and what finds who, when, what and for whom somebody speaks."""
        self.text = text
        self.key = key
        self.who = who
        self.when = when
        self.deeds = deeds
        self.speakers = speakers
        self.words = words
        self.bodies = party_words()

    def promised(self, start: int, begin: int, end: int, cues: Sequence[tuple[int, int, CueKind]]) -> Order | None:
        """Return the promise of who speaks for a body: "chúng tôi sẽ …", or of a body as a common noun."""
        key, words = self.key, self.words
        pledge = words.pledge.match(key, begin, end)
        if pledge is not None:
            other = self.pledged_for(pledge.end(1) + 1, end)
            if other is not None:
                return Order(*other, "open")
            person = self.speakers.person_before(begin)
            return Order(person, pledge.end(), "open") if person is not None else None
        for cue_start, cue_end, kind in cues:
            if kind != "plan":
                continue
            other = self.pledged_for(cue_end + 1, end) if key[cue_start:cue_end] in words.pledging else None
            if other is not None:
                return Order(*other, "open")
            agent = self.who.at(cue_end + len(_BY), end) if key.startswith(_BY, cue_end) else None
            if agent is not None and self.deeds.at(agent.end + 1):
                return Order(agent.name, agent.end + 1, "open")  # "sẽ được Sở A cấp …"
            quoted = self._speech(begin, cue_start)
            timed = words.timed.match(key, quoted, cue_start) or words.framed.match(key, quoted, cue_start)
            first = timed.end() if timed else quoted
            alone = self.bodies.kind_alone.fullmatch(key, first, cue_start - 1)
            place = self.speakers.place_named(first, cue_start - 1) if alone is not None else None
            if alone is not None and (first > begin or place is not None) and words.told_deed.match(key, cue_end):
                return Order(place, cue_end + 1, "open")
            subject = self.bodies.promiser.fullmatch(key, first, cue_start - 1)
            ours = key[begin : cue_start - 1].endswith(tuple(self.bodies.we))
            clause = max(begin, key.rfind(", ", begin, cue_start)) if ours else begin
            if (subject is None and not ours) or words.past.search(key, clause, cue_start):
                continue
            noun = subject[1] or subject[2] if subject is not None else None
            if subject is None or noun is None:
                who = self.speakers.of_us(start, end)
            else:
                who = self.speakers.of_us(start, end) if quoted > begin and subject[0] in self.bodies.firms else None
                who = who or self.speakers.this(subject.start(), subject.end())
                who = who or self.speakers.of_kind(noun, cue_start) or subject[0]
            if who is not None and words.told_deed.match(key, cue_end):
                return Order(who, cue_end + 1, "open")
        return None

    def pledged_for(self, place: int, end: int) -> tuple[str, int] | None:
        """Return for whom somebody promises at `place`, and where the deed starts: "(ông A hứa) Bộ B sẽ …"."""
        who = self.who.at(place, end)
        stop = who.end if who is not None else 0
        name = who.name if who is not None else None
        if who is None:
            noun = self.bodies.subject.match(self.key, place, end)
            stop = noun.end() if noun is not None else 0
            name = self.speakers.place_named(place, stop) or self.speakers.of_kind(noun[0], place) if noun else None
            name = name or (noun[0] if noun is not None else None)
        will = self.words.plan.match(self.key, stop, end) if name is not None else None
        return (name, will.end() + 1) if name is not None and will is not None else None

    def advised(self, begin: int, cue_start: int, cue_end: int) -> Order | None:
        """Return what the public is advised to do by a demand: "(khi …,) người dân cần lưu ý …"."""
        key, words = self.key, self.words
        if not words.advises.match(key, cue_start) or not self.deeds.at(cue_end + 1):
            return None
        pause = max(key.rfind(", ", begin, cue_start) + 2, key.rfind(": ", begin, cue_start) + 2, begin)
        if self.bodies.public.fullmatch(key, pause, cue_start - 1) is None or words.background.match(key, begin):
            return None
        return Order(self.who.written(pause, cue_start - 1), cue_end, "open")

    def public(self, begin: int, cue_start: int, cue_end: int, end: int) -> Order | None:
        """Return what the public is told to do by when: "Thí sinh lớp 12 phải đăng ký … đến hết ngày 28/4"."""
        whom = self.bodies.anybody.match(self.key, begin, cue_start)
        if whom is None or _SIGN.search(self.key, begin, cue_start - 1) or cue_start - begin > _NAMED:
            return None
        if self.deeds.at(cue_end + 1) is None or self.when.within(cue_end, end) is None:
            return None
        return Order(self.who.written(begin, cue_start - 1), cue_end, "assigned")

    def goal(
        self, start: int, begin: int, end: int, cues: Sequence[tuple[int, int, CueKind]], *, goes_on: bool
    ) -> Order | None:
        """Return the goal that a sentence tells: it starts with one, or with a time and "sẽ", or goes on with goals."""
        key, words = self.key, self.words
        ahead = words.ahead.match(key, start, end)
        place = self.who.places_at(ahead.start(1)) if ahead is not None and ahead[1] else None
        if place is not None:
            deed = self.deeds.behind(place.end, end)
            return Order(place.name, deed, "open") if deed > place.end else None
        if ahead is not None and self.deeds.at(ahead.end()):
            named = self.who.written(ahead.start(1), ahead.end(1)) if ahead[2] else None
            return Order(named, ahead.end(), "open")
        for cue_start, cue_end, kind in cues:
            if kind == "plan":
                if self.when.is_time(begin, cue_start) and self.deeds.at(cue_end + 1):
                    return Order(None, cue_end, "open")
                break
        goal = words.goal.match(key, begin + (self.text[begin] in _QUOTES), end)
        if goal is None:
            return None
        scheduled = self.who.at(goal.end() + 2, end) if goal[0] in words.scheduled else None
        if scheduled is not None and key.startswith(", ", goal.end()):
            deed = self.deeds.behind(scheduled.end, end)
            past = words.past.search(key, scheduled.end, deed) or words.fact.search(key, deed, end)
            if deed > scheduled.end and (past is None or self.when.within(deed, end) is not None):
                return Order(scheduled.name, deed, "open")  # "Theo kế hoạch, Bộ A tổ chức thi trong tháng 6"
        if goal[0].endswith(words.goal_words):
            if words.past.match(key, goal.end()):
                return None
            ours = words.of_us.match(key, goal.end(), end)
            if ours is not None:
                return Order(self.speakers.of_us(start, end), ours.end(), "open")
            whose = words.of_whom.match(key, goal.end(), end)
            body = self.who.at(whose.end(), end) if whose else None
            return Order(body.name, body.end, "open") if body else Order(None, goal.end(), "open")
        for cue_start, cue_end, kind in cues:
            if (
                kind == "plan"
                and cue_start - begin < 60
                and not words.past.search(key, begin, cue_start)
                and self._means(begin, cue_start, cue_end, end)
            ):
                return Order(None, cue_end, "open")
        pause = key.find(", ", begin, begin + _SOON)
        by = words.by_year.match(key, begin, end) or (words.by_year.match(key, pause + 2, end) if pause > 0 else None)
        if by is not None:
            whose = self.bodies.subject.match(key, by.end(), end)
            deed = whose.end() + 1 if whose is not None else 0
            told = words.past.search(key, begin, deed) is not None or not self.when.comes(by.start())
            if whose is not None and self.deeds.at(deed) and not told:
                who = self.speakers.place_named(*whose.span()) or self.speakers.of_kind(whose[0], by.end())
                return Order(who, deed, "open")
        if by and (goes_on or self.deeds.at(by.end())) and not words.past.search(key, begin, end):
            return Order(None, by.end(), "open")
        return None

    def dated(self, begin: int, end: int, cues: Sequence[tuple[int, int, CueKind]]) -> Order | None:
        """Return the plan of a sentence that says by when, of a place or of nobody named."""
        key, words = self.key, self.words
        for cue_start, cue_end, kind in cues:
            if kind != "plan" or self.when.within(cue_end, end) is None:
                continue
            wanted = key[cue_start:cue_end].endswith(words.goal_words) or self.deeds.at(cue_end + 1)
            if words.past.search(key, begin, cue_start) or not wanted:
                continue
            pledges = key[cue_start:cue_end] in words.pledging
            who = (
                self.who.place_before(cue_start)
                or self.who.proper(begin, cue_start - 1, 0 if pledges else 1)
                or self.speakers.place_named(begin, cue_start - 1)
            )
            return Order(who, cue_end, "open")
        return None

    def _means(self, begin: int, cue_start: int, cue_end: int, end: int) -> bool:
        """Whether a verb that may only expect something plans: a deed stands behind it, or it is said by when."""
        if self.key[cue_start:cue_end] not in self.words.expects or self.deeds.at(cue_end + 1) is not None:
            return True
        goal = self.words.goal.match(self.key, cue_end + 1, end)
        return goal is not None or self.when.within(begin, end) is not None

    def _speech(self, begin: int, place: int) -> int:
        """Return where the speech starts that holds `place`: behind a quotation mark, or "cho biết"; else `begin`."""
        told = max(
            (found.end() for found in self.words.saying.finditer(self.key, max(begin, place - _FAR), place)),
            default=begin,
        )
        return max(told, self.text.rfind("“", begin, place) + 1)
