"""What a sentence orders, plans or promises, read with what the ones before it said."""

import re
from collections.abc import Sequence
from typing import Final

from dxtui.extract.tasks.assignees import Assignee, Assignees
from dxtui.extract.tasks.commands import Commands
from dxtui.extract.tasks.deadlines import Deadlines
from dxtui.extract.tasks.deeds import Deeds
from dxtui.extract.tasks.order import ORDERED, Course, Order
from dxtui.extract.tasks.parties import Parties
from dxtui.extract.tasks.plans import Plans
from dxtui.extract.tasks.speakers import Speakers
from dxtui.lexicon.parties import party_words
from dxtui.lexicon.tasks import CueKind, TaskWords
from dxtui.model import Mention

_DIGIT: Final = re.compile(r"\d")
# An item that ends in how much something is tells no deed: "Tiêm phòng: 214.600 liều".
_AMOUNT: Final = re.compile(r"(?::| là:?) (?:[^\W\d_]+ )?\d[\d.,]*(?!\w|[/.)-])")
_IS: Final = " là"
_NEAR: Final = 40
_LETTER: Final = 240
_SAID: Final = 24
_AND: Final = " và"
_BY: Final = "theo "
_ALSO: Final = (", đồng thời ", "; đồng thời ")
_QUOTES: Final = ("“", '"')


class Orders:
    """Reads sentences one by one; `course` is kept by who gives them, and read here."""

    def __init__(
        self,
        text: str,
        key: str,
        openers: Sequence[int],
        mentions: Sequence[Mention],
        when: Deadlines,
        words: TaskWords,
        course: Course,
    ) -> None:
        """Take the text, it in one spelling, where classes of bodies may start, who is named, and what finds when."""
        self.text = text
        self.key = key
        self.words = words
        self.bodies = party_words()
        self.course = course
        self.who = Assignees(text, key, openers, mentions)
        self.when = when
        self.deeds = Deeds(text, key, words)
        self.parties = Parties(text, key, self.who, self.deeds, words)
        self.commands = Commands(text, key, self.who, self.deeds, self.parties, words)
        self.speakers = Speakers(text, key, mentions)
        self.plans = Plans(text, key, self.who, self.when, self.deeds, self.speakers, words)

    def read(
        self, start: int, end: int, cues: Sequence[tuple[int, int, CueKind]], openers: Sequence[int]
    ) -> Order | None:
        """Return what the sentence asks for, or None."""
        key, words, course = self.key, self.words, self.course
        if words.enacts.match(key, start, end):
            return None
        lead = words.lead.match(key, start, end)
        begin = lead.end() if lead else start
        if key.startswith(words.apart, begin):
            past = begin + next(len(word) for word in words.apart if key.startswith(word, begin))
            begin = past if (self.who.at(past, end) or self.who.places_at(past)) is not None else begin
        if course.listing is not None and key[start].isdigit() and course.numbered:
            course.listing = None
        directed = course.section or course.orders
        told = directed or course.listing is not None or course.flow == ORDERED
        reports = told and not course.orders and words.background.match(key, begin) is not None
        law = told and not directed and words.rules.match(key, begin) is not None
        told = told and not law
        later = self.parties.later(begin, end) if told and not reports else None
        given = words.given.match(key, begin, end) if told and not reports and later is None else None
        begin = given.end() if given is not None else begin
        which = self.parties.which(begin + self.text.startswith(_QUOTES, begin), end)
        if which is not None:
            return Order(which.name, which.end, "assigned")
        located = self.who.places_at(begin) if told and begin > start else None
        if located is not None and not reports and self.deeds.at(located.end + 1):
            return Order(located.name, located.end + 1, "assigned")  # "- Tây Ninh khởi công hai nút giao …"
        asked = self.parties.at(begin, end) if told else None
        own = (
            course.listing is not None
            and (begin > start or self.deeds.at(begin) is not None)
            and asked is None
            and later is None
            and self.who.at(begin, end) is None
        )
        if own and not words.orders.match(key, begin):
            other = self.parties.apart(begin, end)
            order = self._going_on(start, begin, end) if other is None else Order(other.name, other.end + 1, "assigned")
            if order is not None:
                return order
        if directed:
            matter = words.matter.match(key, begin, end)
            place = matter.end() if matter else begin
            whom = words.concerning.match(key, begin, end) if matter else None
            first = self.parties.at(whom.end(), end) if whom else None
            first = first or (self.parties.at(place, end) if matter else asked)
            first = first or self.parties.headed(begin, end, duties=course.duties) or self.who.together(place, end)
            if first is None and later is not None:
                first, begin = later, later.start
            if matter and first is None and self.deeds.at(place) is not None:
                begin = place  # "Về giáo dục: bố trí đủ giáo viên"
            order = self._listed(first, start, end) if first is not None else None
            if order is not None and not self.parties.hands_on(order.deed, end):
                return order
        elif (first := asked or later) is not None and course.flow == ORDERED and not self._is_forced(begin, end, cues):
            order = self._of(first, first.start, end)
            speaks = order is not None and key.startswith((*words.requests, *words.wants), order.deed)
            if order is not None and not speaks and not self.parties.hands_on(order.deed, end):
                return order
        deed = self.deeds.at(begin)
        if deed is None and cues:
            order = self.commands.charged(begin, end)
            if order is not None:
                return order
        if deed is not None and (course.flow or directed):
            # "Chỉ đạo các xã …" goes on with what whoever was named before is to do.
            cues = [cue for cue in cues if key[cue[0] : cue[1]] not in words.leads]
        if not directed and self._is_forced(begin, end, cues):
            cues = [cue for cue in cues if cue[2] != "demand"]
        order = self._cued(start, begin, end, cues)
        if order is not None:
            return order
        near = begin + _NEAR if directed or course.flow == ORDERED else begin
        for who in self._named(start, begin, end, cues, openers) if deed is None or cues else ():
            if who.start > near and not any(who.end <= cue[0] < who.end + _LETTER for cue in cues):
                continue
            order = None if self.parties.is_object(start, who.start) else self._of(who, begin, end)
            if order is None:
                continue
            behind = who.start > begin and (order.state == "assigned" or self._speaks_behind(who.start))
            if deed is None or behind:
                return order
        for cue_start, cue_end, kind in cues:
            if kind == "demand" and self._demands(start, begin, end, cue_start, cue_end):
                who_ = self.bodies.bare.fullmatch(key, begin, cue_start - 1)
                whole = " ".join(self.text[begin : cue_start - 1].split())
                named = self.speakers.this(begin, cue_start - 1) or whole[:1].lower() + whole[1:]
                return Order(named, cue_end, "assigned") if who_ else Order(None, cue_end, "open")
        order = (
            self.plans.promised(start, begin, end, cues)
            or self._planned(begin, end, cues)
            or self.plans.goal(start, begin, end, cues, goes_on=self.course.flow > 0)
            or self.plans.dated(begin, end, cues)
        )
        return order if order is not None else self._going_on(start, begin, end)

    def _speaks_behind(self, place: int) -> bool:
        """Whether somebody, with their post, stands behind a comma: "Tiếp thu ý kiến, Bộ trưởng[ Bộ A cam kết]"."""
        post = self.bodies.post_ends.search(self.key, max(0, place - _NEAR), place)
        return self.text.endswith(", ", 0, post.start() if post is not None else place)

    def _is_forced(self, begin: int, end: int, cues: Sequence[tuple[int, int, CueKind]]) -> bool:
        """Whether what happens, and no order, forces somebody to what they do: "phải đóng cửa do thua lỗ"."""
        demands = [cue[1] for cue in cues if cue[2] == "demand"]
        if demands and self.words.once.match(self.key, begin):
            return True
        urged = any(self.words.urged.match(self.key, place) for place in demands)
        return bool(demands) and not urged and self.words.forced.search(self.key, begin, end) is not None

    def more(self, order: Order, end: int, cues: Sequence[tuple[int, int, CueKind]]) -> list[int]:
        """Return where the sentence of `order` goes on to order somebody else: "…, giao Sở B …"."""
        return [
            cue_start - (len(_ALSO[0]) - len(", ") if self.key.endswith(_ALSO, 0, cue_start) else 0)
            for cue_start, cue_end, kind in cues
            if kind == "order"
            and cue_start > order.deed
            and (self.text.startswith(", ", cue_start - 2) or self.key.endswith(_ALSO, 0, cue_start))
            and self.key[order.deed : cue_start - 2].strip() not in self.words.leads
            and self.words.orders.match(self.key, cue_start)
            and not (order.state == "assigned" and self.key[cue_start:cue_end] in self.words.put_up)
            and not (order.who is not None and self.key.startswith(self.bodies.staff, cue_end + 1))
            and self.parties.at(cue_end + 1, end) is not None
        ]

    def _cued(self, start: int, begin: int, end: int, cues: Sequence[tuple[int, int, CueKind]]) -> Order | None:
        """Return the first order given in a sentence, or what is demanded of who stands before the demand."""
        planned = denied = False
        if self.words.spoken_of.match(self.key, begin):
            cues = [cue for cue in cues if cue[2] != "order"]
        for cue_start, cue_end, kind in cues:
            order = None
            if kind == "order":
                before = " " + self.key[max(start, cue_start - 16) : cue_start].rstrip()
                if planned and (before.endswith(_AND) or self.key.endswith(_ALSO, 0, cue_start)):
                    continue  # "Bộ A sẽ chọn phương án và giao Viện B hoàn thiện": Bộ A plans both.
                if before.endswith(self.words.denied):
                    denied = True
                elif not before.endswith(self.words.noun_before) or self.who.ends_at(cue_start - 1):
                    order = self.commands.at(start, end, cue_start, cue_end)
            elif kind == "plan":
                planned = True
            elif kind == "due" and cue_start - begin <= 1 and self.key[cue_start:cue_end] in self.words.due:
                order = self.commands.due(begin, end)
            elif kind == "demand" and not planned:
                asked = self._subject(begin, cue_start, end)
                if asked is None:
                    order = self.plans.advised(begin, cue_start, cue_end) or self.plans.public(
                        begin, cue_start, cue_end, end
                    )
                elif not denied or asked.start == begin:
                    order = self._of(asked, begin, end)
            if order is not None:
                return order
        return None

    def _planned(self, begin: int, end: int, cues: Sequence[tuple[int, int, CueKind]]) -> Order | None:
        """Return what a body that is named by a common noun at the start of a sentence means to do."""
        for cue_start, cue_end, kind in cues:
            if kind == "plan":
                if not self.words.told_deed.match(self.key, cue_end, end):
                    return None
                timed = self.words.timed.match(self.key, begin, cue_start)
                also = self.words.before_plan.search(self.key, begin, cue_start - 1)
                stop = also.start() if also is not None else cue_start - 1
                said = next(self.words.saying.finditer(self.key, max(begin, stop - _SAID), stop + 1), None)
                stop = said.start() if said is not None and said.end() > stop else stop
                place = timed.end() if timed is not None else begin
                who = self.parties.to(place, stop)
                if who is not None:
                    return self._of(who, begin, end)
                strives = self.key[cue_start:cue_end] in self.words.goal_words
                town = self.who.places_at(place) if strives else None
                if town is not None and town.end == stop:
                    return Order(town.name, cue_end, "open")  # "Năm 2024, Hà Nam phấn đấu …"
                common = self.bodies.common.fullmatch(self.key, place, stop) if strives else None
                return Order(self.speakers.place_named(place, stop), cue_end, "open") if common is not None else None
        return None

    def _subject(self, begin: int, cue_start: int, end: int) -> Assignee | None:
        """Return who stands before the demand at `cue_start` and is asked by it."""
        words, course = self.words, self.course
        law = not (course.section or course.orders) and words.rules.match(self.key, begin)
        if law or words.background.match(self.key, begin):
            return None
        return self.parties.before(begin + (self.text.startswith(_QUOTES, begin)), cue_start, end)

    def _named(
        self, start: int, begin: int, end: int, cues: Sequence[tuple[int, int, CueKind]], openers: Sequence[int]
    ) -> Sequence[Assignee]:
        """Return who is named in a sentence, if anybody there may be who is to do something."""
        if any(kind in ("demand", "plan") for _, _, kind in cues):
            return self.who.chained(start, end, openers)
        if self.course.section or self.course.orders or self.course.flow == ORDERED:
            return self.who.chained(start, min(end, begin + _NEAR + _LETTER), openers)
        return ()

    def _of(self, who: Assignee, begin: int, end: int) -> Order | None:
        """Return what somebody in the sentence is to do, or means to."""
        key, words = self.key, self.words
        end_of_who, name = who.end, who.name
        if who.name[:1].islower() and words.demand.match(key, who.end, end) is None:
            more = words.class_words.match(key, who.end, end)
            if (
                more is not None
                and not words.past.search(key, who.end, more.end())
                and not key.endswith(words.retracts, who.end, more.end())
            ):
                end_of_who, name = more.end(), f"{who.name}{self.text[who.end : more.end()]}"
        demand = words.demand.match(key, end_of_who, end)
        if demand is not None and not words.not_behind.match(key, demand.end()):
            if words.past.match(key, demand.end()):
                return Order(None, demand.end(), "open")  # "các vụ việc phải được điều tra"
            return Order(name, demand.end(), "assigned")
        past = self.who.past_owner(who.end)
        apposed = words.apposed.match(key, past, end)
        past = apposed.end() if apposed is not None else past
        plan = words.plan.match(key, past, end)
        pledged = plan is not None and key[past : plan.end()].strip(" ,") in words.pledging
        if plan is not None and words.foretells.match(key, plan.end()) and not self.when.within(begin, end):
            plan = None
        if plan is not None and (pledged or key.startswith(" ", past) or who.start - begin <= 2):
            quoted = self.text[who.start - 1 : who.start] == "“" and key[who.start : who.end] in self.bodies.firms
            speaks = self.speakers.of_us(begin, end) if quoted else self._behalf(begin, who.start)
            other = self.plans.pledged_for(plan.end() + 1, end) if pledged else None
            return Order(*other, "open") if other is not None else Order(speaks or who.name, plan.start() + 1, "open")
        headed = key[who.end : who.end + 1] == ":" and who.start - begin <= 2
        if headed and (self.deeds.at(who.end + 2) or (self.course.duties and self.text[who.end + 2].islower())):
            return Order(who.name, who.end + 2, "assigned")
        directed = self.course.section or self.course.orders
        directed = directed or (self.course.flow == ORDERED and not self.who.is_private(who))
        also = words.also.match(key, who.end, end)
        place = also.end() if also else who.end + 1
        deed = self.deeds.at(place) if directed and who.start - begin <= _NEAR else None
        if deed is not None and who.start > begin and words.scene.match(key, begin):
            return None  # "Tại hội nghị, UBND tỉnh công bố …" tells what was done there.
        if deed is not None and not self.text[place].isupper() and not words.must.match(key, deed.end()):
            told = words.past.search(key, begin, who.start) or words.background.match(key, begin)
            return None if told or self.when.is_past(begin, who.start) else Order(who.name, place, "assigned")
        if directed and who.start - begin <= 2 and words.grounds.match(key, who.end + 1, end):
            return Order(who.name, self.deeds.after(who.end, end) or who.end + 1, "assigned")
        return None

    def _behalf(self, begin: int, place: int) -> str | None:
        """Return the body for which somebody named at `place` speaks: "Thay mặt Bộ A,[ ông B cam kết …]"."""
        side = self.words.behalf.match(self.key, begin, place)
        body = self.who.at(side.end(), place) if side is not None else None
        return body.name if body is not None and self.text.startswith(", ", body.end) else None

    def _listed(self, who: Assignee, start: int, end: int) -> Order | None:
        """Return what an item of a list of tasks that starts with somebody says of them."""
        key, words = self.key, self.words
        done = words.done.match(key, who.end, end)
        if done is not None and self.course.section:
            close = self.text.find(";", who.end, end)
            timed = self.when.within(done.end(), close if close > 0 else end) is not None
            return Order(who.name, done.end(), "done") if timed and self.deeds.at(done.end()) else None
        order = self._of(who, who.start, end)
        marked = (self.course.section or self.course.orders) and words.lead.match(key, start, end)
        if order is None and marked and marked.end() > start and self.text.startswith(": ", who.end):
            return Order(who.name, who.end + 2, "assigned") if self.text[who.end + 2 : who.end + 3].islower() else None
        if order is None and marked and marked.end() > start and self.text[who.end : who.end + 3] in (" - ", " – "):
            later = self.deeds.after(who.end, end)
            return Order(who.name, later, "assigned") if later else None
        if order is None and marked and marked.end() > start and words.told_deed.match(key, who.end, end):
            later = self.deeds.after(who.end, end) if who.name[:1].islower() else 0
            name = f"{who.name}{self.text[who.end : later - 1]}" if later else who.name
            return Order(name, later or who.end + 1, "assigned")
        return order

    def _demands(self, start: int, begin: int, end: int, cue_start: int, cue_end: int) -> bool:
        """Whether a demand without anybody before it is one."""
        key, words = self.key, self.words
        before = " " + key[max(start, cue_start - 12) : cue_start].rstrip()
        if not key.startswith((" ", ":"), cue_end):
            return False  # "giải ngân hết vốn được giao."
        if before.endswith(words.retracts) or words.not_behind.match(key, cue_end):
            return False
        opening = key[begin:cue_start].strip(" ,")
        if cue_start - begin <= 1 or opening in words.us or opening in words.contrasts:
            return True
        if key[cue_start:cue_end] in words.results:
            return False  # "lương thấp nên khó tuyển"
        if self.deeds.at(cue_end + 1) and (
            self.bodies.bare.fullmatch(key, begin, cue_start - 1) or self.when.is_time(begin, cue_start)
        ):
            return True
        if words.past.search(key, begin, cue_start):
            return False
        if self.deeds.at(cue_end + 1) and self.when.within(cue_end, end) is not None:
            return True  # "mạng 5G phải phủ sóng tới 99% dân số vào năm 2030"
        if words.reach.match(key, cue_end) or any(key.find(f" {due}", cue_end, end) > 0 for due in words.due):
            return True
        if _DIGIT.search(key, max(begin, cue_start - 30), cue_start) is not None:
            return False
        if words.rules.match(key, begin) and not (self.course.section or self.course.orders):
            return False
        said = words.says.search(key, start, cue_start)
        if said is not None and said.start() == start and not (said[0] in words.wants or said[0].startswith(_BY)):
            said = None  # "Lưu ý: …": nobody says it.
        if said is not None and self.deeds.at(begin) is None and key.endswith(words.denied, start, said.start() - 1):
            said = None
        return self.course.flow > 0 or said is not None

    def _going_on(self, start: int, begin: int, end: int) -> Order | None:
        """Return the deed of a sentence that goes on with what the ones before asked for."""
        key, words = self.key, self.words
        if not (self.course.flow or self.course.section or self.course.listing or self.course.orders):
            return None
        item = self.course.listing is not None and begin > start and words.no_item.match(key, begin) is None
        listed = item and self.who.at(begin, end) is None
        deed = listed or self.deeds.at(begin) is not None
        stop = min(end, begin + _LETTER)
        amounts = key.find(":", begin, stop) >= 0 or key.find(_IS, begin, stop) >= 0
        if amounts and _AMOUNT.search(key, begin, stop) and self.when.within(begin, end) is None:
            return None
        goes_on = (
            self.course.flow and begin > start and key.find(",", begin, end) > 0 and words.connector.match(key, start)
        )
        urged = self.course.flow == ORDERED and words.urged.search(key, begin, end) is not None
        if not (deed or goes_on or urged):
            return None
        told = words.background.match(key, begin + self.text.startswith(_QUOTES, begin))
        if told is not None and not (self.course.section or self.course.orders):
            return None
        near = min(end, begin + _LETTER)
        # What a body's next order only names may have been done: "lập dự toán, tránh mua trùng với thiết bị đã có".
        comma = key.find(", ", begin, near) if deed and self.course.listing else -1
        if words.past.match(key, begin) or (not listed and words.fact.search(key, begin, comma if comma > 0 else near)):
            return None
        if words.proposing.match(key, begin):
            return Order(None, begin, "open")
        if words.agrees.match(key, begin):
            return None
        if deed:
            ordered = self.course.listing is not None and not self.course.proposed
            return Order(self.course.listing, begin, "assigned" if ordered else "open")
        return Order(None, begin, "open")
