"""Sentences with tasks, taken apart into one task each."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dxtui.extract.tasks.assignees import Assignees
from dxtui.extract.tasks.deadlines import Deadlines
from dxtui.extract.tasks.deeds import Deeds
from dxtui.extract.tasks.order import Order
from dxtui.extract.tasks.parties import Parties
from dxtui.lexicon.tasks import CueKind, TaskWords
from dxtui.model import Task
from dxtui.text.places import first_from

_new: Final = tuple.__new__
"""What makes a named tuple, without the function between that takes as long again: a text has thousands."""
_LONGEST_WHAT: Final = 220
_ENOUGH: Final = 300
"""So much of a long clause tells all that is kept of it, unless it has much white space."""
_MOST_PLANS: Final = 8
"""So many plans at most are read in one sentence."""
_MOST: Final = 0.9
"""A plan that fills more of its sentence than this is what the sentence tells."""
_DAY: Final = 10
"""The length of a day as a period."""
_CLOSE: Final = re.compile(r"; |\)|\.?\Z")
_EDGES: Final = " ,;:.-–•*+…/"
_AND: Final = " và "
_JOINTS: Final = (";", ",", " ", "\n", " và", " đồng thời")
_MOST_TURNS: Final = 40
"""So many places at most are looked at where a clause may go on with what is due later."""
_COMMA: Final = ", "
_FEW: Final = 4
"""So many spaces at least are in the words of a goal without a figure."""
_SHORT: Final = 60
"""A clause that only tells by when is so long at most."""
_NEAR: Final = 18
"""So far behind "hoàn thành" the date stands in one: "hoàn thành trước ngày 5/3"."""
_LED: Final = 40
"""So far behind a comma a clause tells by when it is to be done."""


class Clauses:
    """Makes tasks of the clauses of a text."""

    def __init__(
        self, text: str, key: str, who: Assignees, parties: Parties, when: Deadlines, deeds: Deeds, words: TaskWords
    ) -> None:
        """Take the text, the text in the one spelling, and what finds who, when and what."""
        self.text = text
        self.key = key
        self.who = who
        self.parties = parties
        self.when = when
        self.deeds = deeds
        self.words = words
        self.goings: list[int] = []
        at = key.find(words.going_on)
        while at >= 0:
            self.goings.append(at)
            at = key.find(words.going_on, at + len(words.going_on))

    def aim(self, start: int, end: int, openers: Sequence[int]) -> tuple[Task, ...]:
        """Return the goal that "Để đạt mục tiêu …, …" names before it says what is done for it."""
        aim = self.words.aim.match(self.key, start, end)
        if aim is None:
            return ()
        for who in self.who.within(aim.end(), end, openers):
            if self.text[who.start - 2 : who.start] == ", ":
                close = who.start - 2
                deadline = self.when.within(aim.start(1), close)
                if deadline is None:
                    return ()
                return (Task(aim.start(1), close, None, self.what(aim.end(), close), deadline, "open"),)
        return ()

    def done_and_open(self, start: int, end: int, openers: Sequence[int]) -> tuple[Task, ...]:
        """Return what somebody has done, and what is still to be done with it: "đã xây dựng …, đang được … trình"."""
        at = first_from(self.goings, start)
        if at == len(self.goings) or self.goings[at] >= end:
            return ()
        cut = self.goings[at]
        for who in self.who.within(start, cut, openers):
            done = self.words.done.match(self.key, who.end, cut)
            if done is not None and self.deeds.at(done.end()):
                rest_start = cut + len(self.words.going_on)
                rest = self.who.at(rest_start, end)
                deed = rest.end if rest else rest_start
                return (
                    Task(start, cut, who.name, self.what(done.end(), cut), self.when.within(start, cut), "done"),
                    Task(
                        cut + 2,
                        end,
                        rest.name if rest else None,
                        self.what(deed, end),
                        self.when.within(rest_start, end),
                        "open",
                    ),
                )
        return ()

    def planned(self, start: int, end: int, cues: Sequence[tuple[int, int, CueKind]]) -> tuple[Task, ...]:
        """Return what is still planned by when in a sentence that tells facts too: "Đã mở thầu, dự kiến … tháng 5"."""
        key, words = self.key, self.words
        plans = [cue for cue in cues if cue[2] == "plan" and key[cue[0] : cue[1]] in words.ahead_plans]
        if not plans or not (words.fact.search(key, start, end) or words.past.search(key, start, end)):
            return ()
        lead = words.lead.match(key, start, end)
        begin = lead.end() if lead is not None else start
        out: list[Task] = []
        for cue_start, cue_end, _ in plans[:_MOST_PLANS]:
            first = begin if self.when.is_time(begin, cue_start) else cue_start
            if first == cue_start and key[cue_start - 2 : cue_start] not in (", ", "; ", ": ", " ("):
                continue
            limit = min(end, cue_end + _ENOUGH)
            sign = _CLOSE.search(key, cue_end, limit)
            stop = sign.start() if sign is not None else limit
            deed = self.deeds.at(self.when.past(cue_end + 1, stop))
            deadline = self._by(first, stop) or self.when.soon(deed.end(), stop) if deed is not None else None
            if deadline is None:
                continue
            comma = key.find(", ", cue_end, stop)
            while comma > 0 and self._by(first, comma) != deadline:
                comma = key.find(", ", comma + 2, stop)
            stop = comma if comma > 0 else stop
            if words.fact.search(key, first, stop) is None and stop - first < _MOST * (end - start):
                whose = key.rfind(": ", begin, cue_start) + 2
                who = self.who.at(whose, cue_start) if whose > 1 else self.who.at(begin, cue_start)
                out.append(Task(first, stop, who.name if who else None, self.what(cue_end, stop), deadline, "open"))
        return tuple(out)

    def _by(self, start: int, end: int) -> str | None:
        """Return the deadline in a clause that plans, or the first day that it names."""
        deadline = self.when.within(start, end)
        if deadline is None:
            named = self.when.named(start, end)
            return named if named is not None and len(named) == _DAY else None
        return deadline

    def _begin(self, start: int, order: Order) -> int:
        """Return where the words of an order begin in a sentence that tells more before it, or by which text it is so.

        "… tăng 3,86%; theo Nghị quyết số 103/2023/QH15, mục tiêu cả năm là 4%", "5G mới thử nghiệm, nhưng[ Bộ A sẽ …]".
        """
        for word in self.words.turned:
            at = self.key.rfind(word, start, order.deed)
            start = at + len(word) if at > start else start
        if order.who is not None:
            return start
        at = self.text.rfind("; ", start, order.deed)
        start = at + 2 if at > start else start
        source = self.words.source.match(self.key, start, order.deed)
        text_end = self.who.past_text(source.end(), order.deed) if source is not None else -1
        comma = self.text.find(_COMMA, text_end, order.deed) if text_end > 0 else -1
        return comma + len(_COMMA) if comma > 0 else start

    def tasks(
        self, start: int, end: int, order: Order, more: Sequence[int], *, listed: bool, goals: bool = False
    ) -> Iterator[Task]:
        """Yield the task of a sentence, or one for each of its clauses; more of them are in one `listed` as tasks.

        `more` are where it goes on to order somebody else. One of `goals` has a goal in each clause.
        """
        start = self._begin(start, order)
        found = list(self._parts(start, end, order, more, listed=listed, goals=goals))
        if len(found) > 1 and found[-1].deadline and self._closes_all(found[-1]):
            by = found[-1].deadline
            found = [task if task.deadline or task.state == "done" else task._replace(deadline=by) for task in found]
        yield from found

    def _closes_all(self, last: Task) -> bool:
        """Whether the last clause says behind a comma by when all is to be done: "rà soát …; đắp đập, xong trước …"."""
        comma = self.key.rfind(_COMMA, last.start, last.end) + len(_COMMA)
        return comma > len(_COMMA) and (
            self.words.follows.match(self.key, comma) is not None and self.when.within(comma, last.end) is not None
        )

    def _parts(
        self, start: int, end: int, order: Order, more: Sequence[int], *, listed: bool, goals: bool
    ) -> Iterator[Task]:
        """Yield the tasks of the clauses of a sentence, each with its own deadline."""
        who, deed, state = order
        led = self._led_goals(start, end) if who is None else 0
        cuts: list[int] = []
        if self.text.find(";", start, end) >= 0:
            cuts = [found.end() for found in self.words.clause.finditer(self.text, max(start, deed - 1), end)]
            own = self._goals(deed, end) if goals or led else self._own(deed, end, who, listed)
            cuts.extend(cut for cut in own if cut not in cuts)
            cuts.sort()
        cuts = [cut for cut in cuts if self._starts_task(cut, end)]
        if self.when.has_times(start, end):
            edges = [deed, *cuts, end]
            cuts = sorted({*cuts, *(at for first, stop in pairwise(edges) for at in self._by_turns(first, stop))})
        if who is None and not (goals or led):
            cuts = [cut for cut in cuts if self.when.within(cut, end) or (listed and self.deeds.at(cut))]
        if more:
            cuts = sorted({*cuts, *more})
        by: str | None = None
        first_by = self.when.within(start, led) if led else None
        for first, stop in pairwise([start, *cuts, end]):
            same = False
            if first > start:
                deed = first
                lead = self.words.lead.match(self.key, first, stop)
                behind = lead.end() if lead is not None else first
                place = self._past_same_time(behind)
                same = place > behind
                handed = self.words.orders.match(self.key, place, stop)
                place = handed.end() + 1 if handed else place
                new = self.parties.at(place, stop) or self.who.at(place, stop) or self.parties.apart(place, stop)
                demand = None if new or handed or self.deeds.at(first) else self._demand(first, stop)
                if demand is not None and listed:
                    asked = self.parties.before(first, demand.start(), stop)
                    who, state = (asked.name, "assigned") if asked else (None, "open")
                    deed = demand.end()
                if new is not None:
                    proposed = order.state == "open" and handed is not None and handed[0] in self.words.proposals
                    deed, who = self.deeds.behind(new.end, stop), new.name
                    state = "open" if proposed else "assigned"
            close = self._close(first, stop)
            by = self.when.within(first, close, deed) or (by if same else first_by)
            yield _new(Task, (first, close, who, self.what(deed, close), by, state))

    def _close(self, start: int, end: int) -> int:
        """Return where the words of a clause end, without what joins it to the next."""
        while end > start and self.key.endswith(_JOINTS, start, end):
            end -= next(len(joint) for joint in _JOINTS if self.key.endswith(joint, start, end))
        return end

    def _past_same_time(self, place: int) -> int:
        """Return where a clause goes on that has the time of the one before: "cùng thời hạn ấy,[ Bộ A phải …]"."""
        if not self.key.startswith(self.words.same_time, place):
            return place
        return place + next(len(word) for word in self.words.same_time if self.key.startswith(word, place))

    def _own(self, start: int, end: int, who: str | None, listed: bool) -> Iterator[int]:
        """Yield where clauses behind a semicolon start that ask for a deed of their own, or one of another.

        A deed of somebody who is known is one of its own. Others stand behind a clause that has a time: one that only
        the last of them has is that of all; in a list of tasks also any that asks another and has a deadline.
        """
        before, at = start, self.text.find("; ", start, end)
        # What nobody in particular is to do is told apart where amounts are asked for, and is one aim elsewhere.
        each = who is not None or (listed and any(char.isdecimal() for char in self.text[start:end]))
        while at >= 0:
            close = self.text.find("; ", at + 2, end)
            stop = close if close > 0 else end
            deed = bool(self.deeds.at(self._past_times(at + 2, stop)))
            aside = self.words.aside.match(self.key, at + 2) is not None
            if deed or (listed and not aside and self._demand(at + 2, stop)):
                timed = who is not None or self._is_timed(at + 2, stop)
                told = (deed and each) or (self._has_time(before, at) and timed)
            else:
                place = self._past_same_time(at + 2)
                apart = self.parties.at(place, stop) or self.parties.apart(place, stop)
                timed = who is not None and self._has_time(before, at) and self._has_deadline(at + 2, stop)
                told = (
                    timed
                    or (who is not None and apart is not None)
                    or (listed and (self._handed(at + 2, stop) or self._has_deadline(at + 2, stop)))
                )
            if told:
                yield at + 2
            before, at = at + 2, close

    def _past_times(self, place: int, end: int) -> int:
        """Return where a clause goes on behind the times that it starts with: "trong quý IV, hằng tháng, gửi …"."""
        while (comma := self.key.find(_COMMA, place, min(end, place + _LED))) > 0:
            again = self.words.regular.match(self.key, place)
            if not (again and again.end() == comma) and not self.when.is_time(place, comma):
                break
            place = comma + len(_COMMA)
        return place

    def _led_goals(self, start: int, end: int) -> int:
        """Return where the time ends that a sentence of goals starts with, "1. Đến năm 2025: 80% …; 100% …"; else 0.

        So does a goal's word before it, with a comma behind: "Phấn đấu đến hết năm 2025, …; mở mới 180 lớp".
        """
        lead = self.words.lead.match(self.key, start, end)
        begin = lead.end() if lead is not None else start
        sign = self.text.find(": ", begin, min(end, begin + _LED))
        if sign > 0 and self.when.is_time(begin, sign):
            return sign
        goal = self.words.goal.match(self.key, begin, end)
        sign = self.text.find(_COMMA, goal.end(), min(end, goal.end() + _LED)) if goal is not None else -1
        return sign if goal is not None and sign > 0 and self.when.is_time(goal.end() + 1, sign) else 0

    def _goals(self, start: int, end: int) -> Iterator[int]:
        """Yield where clauses behind a semicolon start that name a figure, or are long enough to tell a goal."""
        at = self.text.find("; ", start, end)
        while at >= 0:
            close = self.text.find("; ", at + 2, end)
            stop = close if close > 0 else end
            told = self.key.count(" ", at + 2, stop) >= _FEW or any(map(str.isdecimal, self.text[at + 2 : stop]))
            if told and self.words.aside.match(self.key, at + 2) is None:
                yield at + 2
            at = close

    def _by_turns(self, start: int, end: int) -> Iterator[int]:
        """Yield where a clause goes on with what is due later: "xong 70% trong tháng 8 và[ nâng lên 100% trước 2/9]".

        What stands on either side has a deadline of its own; before a promise nothing need have one.
        """
        before = start
        for joint, turn in sorted((*self.places(_AND, start, end), *self.places(_COMMA, start, end)))[:_MOST_TURNS]:
            comma = turn - joint == len(_COMMA)
            led = self._led_by_time(turn, end) if comma else None
            pledged = not comma and self.key.startswith(self.words.pledged_so, turn)
            if not (led or (not comma and (pledged or self._turns(turn)))):
                continue
            first, second = self.when.within(before, joint), self.when.within(turn, led or end)
            if first is None and self.words.starting.search(self.key, before, joint) is not None:
                first = ""  # "sẽ mở từ ngày 15/8 và ra mắt … trước ngày 31/10"
            if second is not None and (pledged or first is not None) and first != second:
                yield turn
                before = turn

    def _turns(self, place: int) -> bool:
        """Whether a deed starts at `place`, or a plan of one: "dự kiến khởi công"."""
        plan = next((word for word in self.words.turning if self.key.startswith(word, place)), "")
        return self.deeds.at(place) is not None or self.deeds.at(place + len(plan)) is not None

    def places(self, joint: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where `joint` stands in [start, end), and where it ends."""
        at = self.key.find(joint, start, end)
        while at >= 0:
            yield at, at + len(joint)
            at = self.key.find(joint, at + 1, end)

    def _led_by_time(self, start: int, end: int) -> int | None:
        """Return where the deadline ends that a clause starts with, if what is to be so by then stands behind it.

        So does one that is assured: "bảo đảm trong quý III[ có tối thiểu 98% …]".
        """
        assured = next((word for word in self.words.assuring if self.key.startswith(word, start)), "")
        start += len(assured)
        if not self.when.has_date(start, min(end, start + _LED)):
            return None
        reached = self.words.by_then.search(self.key, start, min(end, start + _LED))
        return reached.start() if reached is not None and self.when.is_time(start, reached.start()) else None

    def _has_deadline(self, start: int, end: int) -> bool:
        """Whether the clause has a deadline, and does not only tell more of the one before."""
        return self.words.aside.match(self.key, start) is None and self.when.within(start, end) is not None

    def _has_time(self, start: int, end: int) -> bool:
        """Whether the clause names any time."""
        return self.when.named(start, end) is not None or self._is_timed(start, end)

    def _is_timed(self, start: int, end: int) -> bool:
        return self.when.within(start, end) is not None or self.words.regular.search(self.key, start, end) is not None

    def _handed(self, start: int, end: int) -> bool:
        """Whether the clause starts with somebody and what they are to do."""
        who = self.who.at(start, end)
        return who is not None and self.deeds.behind(who.end, end) > who.end

    def _demand(self, start: int, end: int) -> re.Match[str] | None:
        """Return the demand in a clause that names nobody before it."""
        return self.words.demand.search(self.key, start, end) if self.who.at(start, end) is None else None

    def _starts_task(self, cut: int, end: int) -> bool:
        """Whether the clause at `cut` asks for something: it is no name in a list, no deadline of the one before."""
        named = self.text[cut].isupper() and not self.deeds.at(cut) and not self.when.within(cut, end)
        return not (named and self.who.at(cut, end) is None) and not self._only_deadline(cut, end)

    def _only_deadline(self, start: int, end: int) -> bool:
        """Whether the clause at `start` says no more than by when what was said before it is to be done.

        One that tells what is to be done does more: "báo cáo kết quả về Ủy ban trước ngày 5/3".
        """
        close = self.text.find(";", start, end)
        close = close if close > 0 else end
        told = self.words.follows.match(self.key, start) if close - start <= _SHORT else None
        alone = told is not None and (
            self.deeds.at(start) is None or self.when.has_date(told.end(), told.end() + _NEAR)
        )
        return alone and self.when.within(start, close) is not None

    def what(self, start: int, end: int) -> str:
        """Return what is to be done as [start, end) says it, on one line and not too long."""
        words = self._on_one_line(start, min(end, start + _ENOUGH))
        if len(words) <= _LONGEST_WHAT and end > start + _ENOUGH:
            words = self._on_one_line(start, end)
        if len(words) <= _LONGEST_WHAT:
            return words
        return words[:_LONGEST_WHAT].rsplit(" ", 1)[0].rstrip(_EDGES) + "…"

    def _on_one_line(self, start: int, end: int) -> str:
        words = self.text[start:end]
        plain = words.isprintable() and "  " not in words
        return (words if plain else " ".join(words.split())).strip(_EDGES)
