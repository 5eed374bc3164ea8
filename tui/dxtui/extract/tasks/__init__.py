"""Tasks in a text: who is to do what by when."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dxtui.extract.tasks.assignees import Assignee, Assignees
from dxtui.extract.tasks.clauses import Clauses
from dxtui.extract.tasks.deadlines import Deadlines
from dxtui.extract.tasks.deeds import Deeds
from dxtui.extract.tasks.order import Order
from dxtui.extract.tasks.parties import Parties
from dxtui.extract.tasks.plans import Plans
from dxtui.extract.tasks.speakers import Speakers
from dxtui.lexicon.tasks import CueKind, task_words
from dxtui.model import Mention, Number, Statement, Task, TaskState
from dxtui.text.spelling import searchable, spelling

_HEAD = 800
_NEAR = 40
_WANTED, _ORDERED = 1, 2
"""What the sentence before tells: something that is wanted, or an order."""
_FIRST = 12
_ROMAN = re.compile(r"[ivx]{1,5}[.)] ")


def find(
    text: str,
    statements: Sequence[Statement],
    numbers: Sequence[Number],
    mentions: Sequence[Mention],
) -> tuple[Task, ...]:
    """Return what `text` orders, plans or promises, sorted by start."""
    return tuple(_Reader(text, statements, numbers, mentions).tasks())


class _Reader:
    """Reads the statements of one text in order, and knows what the ones before asked for."""

    def __init__(
        self, text: str, statements: Sequence[Statement], numbers: Sequence[Number], mentions: Sequence[Mention]
    ) -> None:
        self.text = text
        self.key = spelling(text)
        self.words = task_words()
        self.statements = statements
        self.cues, self.openers = self._cues()
        self.who = Assignees(text, self.key, self.openers, mentions, self.words)
        self.when = Deadlines(text, self.key, numbers, mentions, self.words)
        self.deeds = Deeds(text, self.key, self.words)
        self.parties = Parties(text, self.key, self.who, self.deeds, self.words)
        self.speakers = Speakers(text, self.key, mentions, self.words)
        self.plans = Plans(text, self.key, self.who, self.when, self.deeds, self.speakers, self.words)
        self.clauses = Clauses(text, self.key, self.who, self.parties, self.when, self.deeds, self.words)
        self.flow = 0
        self.listing: str | None = None
        self.numbered = False
        self.section = False
        self.orders = False

    def tasks(self) -> Iterator[Task]:
        """Yield the tasks in order."""
        cues, openers = self.cues, self.openers
        cue_starts = [cue[0] for cue in cues]
        last: Task | None = None
        cue_starts.append(len(self.key) + 1)
        at = passed = 0
        for statement in self.statements:
            first, end = at, statement.end
            while cue_starts[at] < end:
                at += 1
            if statement.kind != "sentence":
                if statement.kind in ("title", "heading"):
                    self._head(statement)
                self.flow = 0
                continue
            directed = self.flow or self.section or self.orders or self.listing is not None
            if first == at and not directed and self.text[end - 1] != ":":
                continue
            late = self._late(statement) if last is not None and self.flow else None
            if late is not None and last is not None:
                last = last._replace(deadline=last.deadline or late)
                continue
            begin = bisect_left(openers, statement.start, passed)
            passed = bisect_left(openers, end, begin)
            found = list(self._read(statement, cues[first:at], openers[begin:passed]))
            if found:
                if last is not None:
                    yield last
                yield from found[:-1]
                last = found[-1]
                self.flow = _ORDERED if last.state == "assigned" else _WANTED
            else:
                self.flow = 0
        if last is not None:
            yield last

    def _cues(self) -> tuple[list[tuple[int, int, CueKind]], list[int]]:
        """Return the cues of the whole text in order: start, end, kind; and where classes of bodies may start."""
        key, kinds = self.key, self.words.kinds
        size = len(key)
        cues: list[tuple[int, int, CueKind]] = []
        openers: list[int] = []
        for number, start, end in self.words.automaton.find_matches_as_indexes(searchable(key)):
            start, end = start - 1, end - 1
            if (start and key[start - 1].isalnum()) or (end < size and key[end].isalnum()):
                continue
            kind = kinds[number]
            if kind == "many":
                openers.append(start)
            else:
                cues.append((start, end, kind))
        return cues, openers

    def _head(self, heading: Statement) -> None:
        """Take a heading: it says what the list under it is."""
        key = self.key[heading.start : heading.end]
        marks = len(key) - len(key.lstrip("#* "))
        key = key[marks:]
        self.numbered = key[:1].isdigit()
        self.listing = None
        if heading.start < _HEAD and self.words.directive.match(key):
            self.orders = True
        if self.words.other_heads.search(key):
            self.section = False
        elif heading.kind == "heading" and self.words.heads.search(key):
            self.section = True
        lead = self.words.lead.match(key)
        if self.section and not self.words.heads.search(key) and not (lead and lead.end()) and not _ROMAN.match(key):
            self.section = False
        start = heading.start + marks + (lead.end() if lead else 0)
        who = self.who.together(start, heading.end)
        if who is not None and who.end >= heading.end - 2 and (self.section or self.orders):
            self.listing = who.name
        elif self.text[heading.end - 1] == ":" and start < heading.end:
            self._lead_in(start, heading.end, None)

    def _read(
        self, statement: Statement, cues: Sequence[tuple[int, int, CueKind]], openers: Sequence[int]
    ) -> Iterator[Task]:
        start, end = statement.start, statement.end
        special = self.clauses.aim(start, end, openers) or self.clauses.done_and_open(start, end, openers)
        if special:
            yield from special
            return
        order = self._order(start, end, cues, openers)
        if self.text[end - 1] == ":":
            self.numbered = self.key[start].isdigit()
            self._lead_in(start, end, order)
            return
        if order is not None:
            yield from self.clauses.tasks(start, end, order.who, order.deed, order.state, self.section or self.orders)

    def _lead_in(self, start: int, end: int, order: Order | None) -> None:
        """Take a sentence that ends in a colon: who is to do what the list below it says."""
        key, words = self.key, self.words
        lead = words.lead.match(key, start, end)
        begin = lead.end() if lead else start
        self.listing = None
        if order is not None:
            self.listing, self.section = order.who, True
            return
        handed = words.orders.match(key, begin, end)
        who = self.who.whole(handed.end() + 1 if handed else begin, end)
        if who is not None and (words.told.match(key, who.end, end) or (handed and key.startswith(":", who.end))):
            self.listing, self.section = who.name, True
            return
        if words.other_heads.search(key, start, end) and not words.heads.search(key, start, end):
            self.section = False
        elif words.orders_list.search(key, start, end):
            self.section = True
        elif (self.section or self.orders) and not self.deeds.at(begin) and words.body.match(key, begin):
            self.listing = who.name if who is not None and who.end >= end - 2 else self.who.written(begin, end - 1)

    def _order(
        self, start: int, end: int, cues: Sequence[tuple[int, int, CueKind]], openers: Sequence[int]
    ) -> Order | None:
        """Return what the sentence asks for, or None."""
        key, words = self.key, self.words
        lead = words.lead.match(key, start, end)
        begin = lead.end() if lead else start
        if self.listing is not None and key[start].isdigit() and self.numbered:
            self.listing = None
        own = (
            self.listing is not None
            and (begin > start or self.deeds.at(begin) is not None)
            and self.who.at(begin, end) is None
        )
        if own and not words.orders.match(key, begin):
            order = self._going_on(start, begin, end)
            if order is not None:
                return order
        directed = self.section or self.orders
        if directed:
            matter = words.matter.match(key, begin, end)
            place = matter.end() if matter else begin
            first = self.parties.at(place, end) or self.who.together(place, end)
            order = self._listed(first, start, end) if first is not None else None
            if order is not None and not self._hands_on(order.deed, end):
                return order
        for cue_start, cue_end, kind in cues:
            if kind == "order":
                order = self._ordered(start, end, cue_start, cue_end)
                if order is not None:
                    return order
        first = self.parties.at(begin, end) if self.flow == _ORDERED and not directed else None
        order = self._of(first, begin, end) if first is not None else None
        if order is not None:
            return order
        for cue_start, _, kind in cues:
            if kind == "plan":
                break
            if kind == "demand":
                first = self._subject(begin, cue_start, end)
                order = self._of(first, begin, end) if first is not None else None
                if order is not None:
                    return order
        deed = self.deeds.at(begin)
        for who in self._named(start, end, cues, openers):
            order = None if self._is_object(start, who.start) else self._of(who, begin, end)
            if order is not None and (deed is None or (order.state == "assigned" and who.start > begin and cues)):
                return order
        for cue_start, cue_end, kind in cues:
            if kind == "demand" and self._demands(start, begin, cue_start, cue_end):
                who_ = words.bare.fullmatch(key, begin, cue_start - 1)
                whole = " ".join(self.text[begin : cue_start - 1].split())
                return (
                    Order(whole[:1].lower() + whole[1:], cue_end, "assigned") if who_ else Order(None, cue_end, "open")
                )
        order = (
            self.plans.promised(start, begin, end, cues)
            or self.plans.goal(start, begin, end, cues, goes_on=self.flow > 0)
            or self.plans.dated(begin, end, cues)
        )
        if order is not None:
            return order
        return self._going_on(start, begin, end)

    def _subject(self, begin: int, cue_start: int, end: int) -> Assignee | None:
        """Return who stands before the demand at `cue_start` and is asked by it."""
        words = self.words
        if words.background.match(self.key, begin) or words.past.search(self.key, begin, cue_start):
            return None
        return self.parties.before(begin, cue_start, end)

    def _is_object(self, start: int, place: int) -> bool:
        """Whether the words before somebody at `place` make them another than who is to do it."""
        before = self.key[max(start, place - 24) : place].split()
        not_who = self.words.not_who
        return bool(before) and (
            before[-1] in not_who or " ".join(before[-2:]) in not_who or " ".join(before[-3:]) in not_who
        )

    def _named(
        self, start: int, end: int, cues: Sequence[tuple[int, int, CueKind]], openers: Sequence[int]
    ) -> Sequence[Assignee]:
        """Return who is named in a sentence, if anybody there may be who is to do something."""
        if self.flow or self.section or self.orders or any(kind != "order" for _, _, kind in cues):
            return self.who.chained(start, end, openers)
        return ()

    def _ordered(self, start: int, end: int, cue_start: int, cue_end: int) -> Order | None:
        """Return the order that a verb of ordering gives, if somebody or a deed stands behind it."""
        key = self.key
        before = " " + key[max(start, cue_start - 16) : cue_start].rstrip()
        if before.endswith(self.words.noun_before):
            return None
        place = cue_end
        while place < end and key[place] in " ,:\n":
            place += 1
        who = self.parties.at(place, end) or self.who.together(place, end)
        if who is not None:
            deed = self.deeds.behind(who.end, end)
            proposed = key[cue_start:cue_end] in self.words.proposals
            heard = proposed and self.words.speaker.search(key, start, cue_start) is not None
            state: TaskState = (
                "open" if proposed and (not heard or key[cue_start:cue_end] not in self.words.requests) else "assigned"
            )
            if deed > who.end:
                return Order(self.deeds.whole_class(who, deed), deed, state)
            later = self.deeds.after(who.end, end)
            if not later and self.words.told_deed.match(key, who.end, end):
                later = who.end + 1
            return Order(who.name, later, state) if later else None
        action = self.deeds.at(place)
        if action is None and cue_start - start < _FIRST and self.text[place : place + 1].isupper():
            later = self.deeds.after(place, end)
            proposed = key[cue_start:cue_end] in self.words.proposals
            return (
                Order(self.text[place:later].strip(" ,"), later, "open" if proposed else "assigned") if later else None
            )
        if action is None or key[action.end() : action.end() + 1] in (".", ",", ";", ""):
            return None
        if self.words.speaker.search(key, start, cue_start) or cue_start - start < 3:
            whom = self.words.concerning.match(key, start, end)
            who = self.who.at(whom.end(), end) if whom else None
            return Order(who.name, place, "assigned") if who else Order(None, place, "open")
        return None

    def _of(self, who: Assignee, begin: int, end: int) -> Order | None:
        """Return what somebody in the sentence is to do, or means to."""
        key, words = self.key, self.words
        end_of_who, name = who.end, who.name
        if who.name[:1].islower() and words.demand.match(key, who.end, end) is None:
            more = words.class_words.match(key, who.end, end)
            if more is not None and not words.past.search(key, who.end, more.end()):
                end_of_who, name = more.end(), f"{who.name}{self.text[who.end : more.end()]}"
        demand = words.demand.match(key, end_of_who, end)
        if demand is not None and not words.not_behind.match(key, demand.end()):
            if words.past.match(key, demand.end()):
                return Order(None, demand.end(), "open")  # "các vụ việc phải được điều tra"
            return Order(name, demand.end(), "assigned")
        past = self.who.past_owner(who.end)
        plan = words.plan.match(key, past, end)
        if plan is not None and (key.startswith(" ", past) or who.start - begin <= 2):
            quoted = self.text[who.start - 1 : who.start] == "“" and key[who.start : who.end] in words.firms
            speaks = self.speakers.of_us(begin, end) if quoted else None
            return Order(speaks or who.name, plan.start() + 1, "open")
        if key[who.end : who.end + 1] == ":" and who.start - begin <= 2 and self.deeds.at(who.end + 2):
            return Order(who.name, who.end + 2, "assigned")
        directed = self.flow == _ORDERED or self.section or self.orders
        deed = words.also.match(key, who.end, end)
        place = deed.end() if deed else who.end + 1
        if directed and who.start - begin <= _NEAR and self.deeds.at(place):
            if words.past.search(key, begin, who.start) or words.background.match(key, begin):
                return None
            return Order(who.name, place, "assigned")
        return None

    def _listed(self, who: Assignee, start: int, end: int) -> Order | None:
        """Return what an item of a list of tasks that starts with somebody says of them."""
        key, words = self.key, self.words
        done = words.done.match(key, who.end, end)
        if done is not None and self.section:
            close = self.text.find(";", who.end, end)
            timed = self.when.within(done.end(), close if close > 0 else end) is not None
            return Order(who.name, done.end(), "done") if timed and self.deeds.at(done.end()) else None
        order = self._of(who, who.start, end)
        marked = (self.section or self.orders) and words.lead.match(key, start, end)
        if order is None and marked and marked.end() and words.told_deed.match(key, who.end, end):
            later = self.deeds.after(who.end, end) if who.name[:1].islower() else 0
            name = f"{who.name}{self.text[who.end : later - 1]}" if later else who.name
            return Order(name, later or who.end + 1, "assigned")
        return order

    def _demands(self, start: int, begin: int, cue_start: int, cue_end: int) -> bool:
        """Whether a demand without anybody before it is one."""
        key, words = self.key, self.words
        before = " " + key[max(start, cue_start - 12) : cue_start].rstrip()
        if before.endswith(words.retracts) or words.not_behind.match(key, cue_end):
            return False
        if cue_start - begin <= 1 or key[begin:cue_start].strip() in words.us:
            return True
        if words.bare.fullmatch(key, begin, cue_start - 1) and self.deeds.at(cue_end + 1):
            return True
        if words.past.search(key, begin, cue_start):
            return False
        if words.reach.match(key, cue_end):
            return True
        said = self.flow or words.says.search(key, start, cue_start)
        return bool(said) and not any(char.isdigit() for char in key[max(begin, cue_start - 30) : cue_start])

    def _hands_on(self, place: int, end: int) -> bool:
        """Whether the verb at `place` hands what is to be done on to whom it names."""
        handed = self.words.orders.match(self.key, place)
        return handed is not None and self.who.at(handed.end() + 1, end) is not None

    def _going_on(self, start: int, begin: int, end: int) -> Order | None:
        """Return the deed of a sentence that goes on with what the ones before asked for."""
        key, words = self.key, self.words
        if not (self.flow or self.section or self.listing or self.orders):
            return None
        listed = self.listing is not None and begin > start and self.who.at(begin, end) is None
        deed = listed or self.deeds.at(begin) is not None
        goes_on = self.flow and begin > start and key.find(",", begin, end) > 0 and words.connector.match(key, start)
        if not deed and not goes_on:
            return None
        told = words.past.match(key, begin) if listed else words.past.search(key, begin, min(end, begin + 40))
        if told or (not listed and words.fact.search(key, begin, min(end, begin + 160))):
            return None
        if words.proposing.match(key, begin):
            return Order(None, begin, "open")
        if deed:
            return Order(self.listing, begin, "assigned" if self.listing else "open")
        return Order(None, begin, "open")

    def _late(self, statement: Statement) -> str | None:
        """Return the deadline that a sentence gives to the one before it."""
        if self.words.follows.match(self.key, statement.start) is None or statement.end - statement.start > 160:
            return None
        return self.when.within(statement.start, statement.end)
