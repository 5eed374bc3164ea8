"""Tasks in a text: who is to do what by when."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dxtui.extract.tasks.aims import Aims
from dxtui.extract.tasks.clauses import Clauses
from dxtui.extract.tasks.deadlines import Deadlines
from dxtui.extract.tasks.fulfilled import Fulfilled
from dxtui.extract.tasks.order import ORDERED, WANTED, Course, Order
from dxtui.extract.tasks.orders import Orders
from dxtui.extract.tasks.tables import Tables
from dxtui.lexicon.courses import course_words
from dxtui.lexicon.parties import party_words
from dxtui.lexicon.tasks import CueKind, task_words
from dxtui.model import Mention, Number, Statement, Task
from dxtui.text.openings import Opening
from dxtui.text.places import first_from
from dxtui.text.spelling import searchable, spelling

_HEAD: Final = 800
_LINE: Final = 160
_KNOWN: Final = 240
_ANNOUNCED: Final = 300
"""So long a sentence may announce what follows one by one."""
_MOST_CLAUSES: Final = 3
_MOST_CUES: Final = 100
"""So many cues at most are looked at in one sentence: each may look through all of it."""
_ROMAN: Final = Opening(re.compile(r"[ivx]{1,5}[.)-] "))


def find(
    text: str,
    statements: Sequence[Statement],
    numbers: Sequence[Number],
    mentions: Sequence[Mention],
    today: str | None = None,
) -> tuple[Task, ...]:
    """Return what `text` orders, plans or promises, sorted by start.

    `today` is the ISO date from which it counts; without one, the first day that it names.
    """
    reader = _Reader(text, statements, numbers, mentions, today)
    return tuple(map(reader.in_full, reader.tasks()))


class _Reader:
    """Reads the statements of one text in order, and knows what the ones before asked for."""

    def __init__(
        self,
        text: str,
        statements: Sequence[Statement],
        numbers: Sequence[Number],
        mentions: Sequence[Mention],
        today: str | None,
    ) -> None:
        lines, key = text, spelling(text)
        self.signs = searchable(text)
        # A line that a page's width has cut goes on; statements keep the others apart.
        self.text = text = text.replace("\n", " ")
        self.key = key.replace("\n", " ")
        self.words = task_words()
        self.headings = course_words()
        self.bodies = party_words()
        self.statements = statements
        self.ahead: list[int] = []
        """Where verbs stand that plan, right before a deed and its time."""
        self.cues, self.openers = self._cues()
        self.course = Course()
        self.when = Deadlines(text, self.key, self.signs, numbers, mentions, today)
        self.orders = Orders(text, self.key, self.openers, mentions, self.when, self.words, self.course)
        self.who, self.deeds = self.orders.who, self.orders.deeds
        self.parties = self.orders.parties
        self.clauses = Clauses(text, self.key, self.who, self.parties, self.when, self.deeds, self.words)
        self.fulfilled = Fulfilled(self.orders, self.clauses)
        self.aims = Aims(lines, self.key, self.when, self.words, self.course)
        self.tables = Tables(text, self.key, self.who, self.when)

    def in_full(self, task: Task) -> Task:
        """Return a task with the body in full that its common noun stands for: "công ty" of a text that names one."""
        if task.who not in self.bodies.speaking:
            return task
        return task._replace(who=self.orders.speakers.of_kind(task.who or "", task.start) or task.who)

    def tasks(self) -> Iterator[Task]:
        """Yield the tasks in order; a school book asks nothing of anybody."""
        if self.aims.is_lesson(self.statements):
            return
        cues, openers, course, text, key = self.cues, self.openers, self.course, self.text, self.key
        cue_starts = [cue[0] for cue in cues]
        last: Task | None = None
        cue_starts.append(len(self.key) + 1)
        at = passed = 0
        for number, statement in enumerate(self.statements):
            first, end = at, statement.end
            while cue_starts[at] < end:
                at += 1
            row = self.tables.is_row(statement.start, end)
            if statement.kind != "sentence":
                if row:
                    self.tables.head(statement.start, end)
                elif statement.kind in ("title", "heading"):
                    self._head(statement)
                course.flow = 0
                continue
            if text[end - 1].isalnum() and self.aims.heads_items(self.statements, number):
                self._head(statement)
                continue
            told = self.tables.task(statement.start, end) if row else None
            if told is not None:
                if last is not None:
                    yield last
                last, course.flow = told, 0
                continue
            if course.addressed and not text[statement.start].isalnum():
                continue
            course.addressed = False
            if not course.flow and self._is_counted(statement):
                course.flow = ORDERED
            directed = (
                course.flow
                or course.section
                or course.orders
                or course.listing is not None
                or (course.aim is not None and not row)
            )
            colon = text[end - 1] == ":"
            if (first == at and not directed and not colon) or text[end - 1] == "?":
                continue
            late = self._late(statement) if last is not None and course.flow else None
            if late is not None and last is not None:
                last = last._replace(deadline=last.deadline or late)
                continue
            begin = first_from(openers, statement.start, passed)
            passed = first_from(openers, end, begin)
            here = cues[first : min(at, first + _MOST_CUES)]
            if course.reports:  # "UBND tỉnh tập trung chỉ đạo các sở …" tells there what was done.
                here = [cue for cue in here if key[cue[0] : cue[1]] not in self.words.leads]
            found = list(self.fulfilled.tasks(statement.start, end, here)) if here else []
            if not found:
                here = [cue for cue in here if cue[2] != "done"]
                found = list(self._read(statement, here, openers[begin:passed])) if here or directed or colon else []
            if not row:
                found = self._aimed(statement, found, last)
            if found:
                if last is not None:
                    yield last
                yield from found[:-1]
                last = found[-1]
                asked = course.flow == ORDERED or any(kind == "order" for _, _, kind in cues[first:at])
                goes_on = asked and last.who is None
                ordered = course.flow == ORDERED or last.state == "assigned" or goes_on
                course.flow = ORDERED if ordered else WANTED
                course.flow = 0 if course.reports else course.flow
            else:
                course.flow = 0
        if last is not None:
            yield last

    def _is_counted(self, statement: Statement) -> bool:
        """Whether a sentence is one of those that tell one after another what somebody with authority asks for."""
        start, words = statement.start, self.headings
        if words.ordinals.match(self.key, start) is None:
            return False
        if not self.course.counted and self.key.startswith(words.first_ordinals, start):
            near = max(0, start - _ANNOUNCED)
            before = max(near, self.text.rfind(". ", near, max(near, start - 2)))
            self.course.counted = words.announces.search(self.key, before, start) is not None
        return self.course.counted

    def _aimed(self, statement: Statement, found: list[Task], last: Task | None) -> list[Task]:
        """Return the tasks `found` in a sentence among goals with the time of those, or what it names as a goal."""
        start, end, by = statement.start, statement.end, self.course.aim
        if self.course.rules:
            lead = self.words.lead.match(self.key, start, end)
            handed = self.words.orders.match(self.key, lead.end() if lead is not None else start)
            found = [task for task in found if task.deadline or handed]
        if self.course.recommends:
            found = [task._replace(state="open") if task.state == "assigned" else task for task in found]
        if found:
            return [task._replace(deadline=by) if by and not (task.who or task.deadline) else task for task in found]
        if self.text[end - 1] == ":":
            return found
        lead = self.words.lead.match(self.key, start, end)
        begin = lead.end() if lead else start
        if by is not None and self.aims.among(start, begin, end, last.end if last is not None else 0):
            goals = list(self.clauses.tasks(start, end, Order(None, begin, "open"), (), listed=True, goals=True))
            return [goal._replace(deadline=goal.deadline or by or None) for goal in goals]
        if self.course.flow == WANTED and last is not None and self.aims.goes_on(last, start, end):
            return [Task(start, end, None, self.clauses.what(begin, end), last.deadline, "open")]
        return found

    def _cues(self) -> tuple[list[tuple[int, int, CueKind]], list[int]]:
        """Return the cues of the whole text in order: start, end, kind; and where classes of bodies may start."""
        key, kinds = self.key, self.words.kinds
        size = len(key)
        begins = {statement.start for statement in self.statements}
        cues: list[tuple[int, int, CueKind]] = []
        openers: list[int] = []
        for number, start, end in self.words.automaton.find_matches_as_indexes(self.signs):
            start, end = start - 1, end - 1
            if (start and key[start - 1].isalnum()) or (end < size and key[end].isalnum()):
                continue
            kind = kinds[number]
            if kind == "demand" and self.text[start].isupper() and start > 1 and self.text[start - 2].isalpha():
                start = key.find(" ", start, end) + 1  # "Nguyễn Văn Được giao Sở A"
                if not start or not self.words.orders.match(key, start, end):
                    continue
                kind = "order"
            if kind == "many":
                openers.append(start)
            elif (kind == "order" and key.startswith(self.words.no_orders, start)) or (
                kind == "due"
                and key[start:end] in self.words.by_cues
                and start not in begins
                and key[start - 2] not in ".:,"
            ):
                continue
            elif kind != "plan" or self._plans(start, end):
                cues.append((start, end, kind))
                if kind == "plan" and key[start:end] in self.words.ahead_plans:
                    self.ahead.append(start)
        return cues, openers

    def _plans(self, start: int, end: int) -> bool:
        """Whether what may plan does, and names no goal that only measures something: "đạt 63% (mục tiêu 70%)"."""
        key, words = self.key, self.words
        if key[start:end] in words.with_deed:
            return words.action.match(key, end + 1) is not None
        return not (key.endswith(words.reached, 0, start) and key[start:end].endswith(words.goal_words))

    def _head(self, heading: Statement) -> None:
        """Take a heading: it says what the list under it is."""
        key = self.key[heading.start : heading.end]
        marks = len(key) - len(key.lstrip("#* "))
        key = key[marks:]
        self.course.numbered = key[:1].isdigit()
        self.course.listing, self.course.proposed = None, False
        if self.headings.articles.match(key):
            self.course.reports = False
        self.aims.head(heading.start + marks, heading.end, titled=heading.kind == "title")
        if key in self.headings.rulebooks:
            self.course.rules, self.course.orders = True, False
        elif heading.start < _HEAD and self.headings.directive.match(key):
            self.course.rules, self.course.orders = False, True
        self.course.counted = False
        if self.headings.other_heads.search(key):
            self.course.section, self.course.reports = False, heading.kind == "heading"
        elif heading.kind == "heading" and self.headings.heads.search(key):
            self.course.section, self.course.reports = True, False
        lead = self.words.lead.match(key)
        if (
            self.course.section
            and not self.headings.heads.search(key)
            and not (lead and lead.end())
            and not _ROMAN.match(key)
        ):
            self.course.section = False
        if _ROMAN.match(key) or not self.course.section:
            self.course.duties = False
        self.course.duties = self.course.duties or self.headings.duty_heads.search(key) is not None
        if self.headings.recommends.search(key):
            self.course.recommends = True
        elif not self.course.section or self.headings.heads.search(key):
            self.course.recommends = False
        start = heading.start + marks + (lead.end() if lead else 0)
        if self._names_only(start, heading.end, heading=True):
            return
        if self.text[heading.end - 1] == ":" and start < heading.end:
            self._lead_in(start, heading.end, None, ())

    def _read(
        self, statement: Statement, cues: Sequence[tuple[int, int, CueKind]], openers: list[int]
    ) -> Iterator[Task]:
        start, end = statement.start, statement.end
        special = (
            self.clauses.aim(start, end, openers)
            or self.clauses.done_and_open(start, end, openers)
            or (self.clauses.planned(start, end, cues) if cues and self._plans_ahead(start, end) else ())
        )
        if special:
            yield from special
            return
        colon = self.text[end - 1] == ":"
        if not colon and end - start < _LINE and (self.course.section or self.course.orders):
            lead = self.words.lead.match(self.key, start, end)
            if lead is not None and lead.end() > start and self._names_only(lead.end(), end):
                self.course.numbered = self.key[start].isdigit()
                return
        order = self.orders.read(start, end, cues, openers)
        if order is None and not colon and (self.course.section or self.course.orders):
            start, order = self._behind_semicolon(start, end, cues, openers)
        if colon:
            self.course.numbered = self.key[start].isdigit()
            self._lead_in(start, end, order, cues)
            return
        if order is not None and order.who is None and self._is_preamble(start, end):
            return
        own = self.course.listing is not None and order is not None and order.who == self.course.listing
        if order is not None and (own or not self._makes_known(start, end)):
            more = self.orders.more(order, end, cues) if len(cues) > 1 else ()
            listed = self.course.section or self.course.orders
            goals = order.who is None and bool(self.course.aim)
            yield from self.clauses.tasks(start, end, order, more, listed=listed, goals=goals)

    def _behind_semicolon(
        self, start: int, end: int, cues: Sequence[tuple[int, int, CueKind]], openers: list[int]
    ) -> tuple[int, Order | None]:
        """Return the first clause among the next few that asks for something: "Đồng ý chủ trương; Sở A trình …"."""
        at = start
        for _ in range(_MOST_CLAUSES):
            at = self.text.find("; ", at, end) + 2
            if at < _MOST_CLAUSES:
                break
            later = [cue for cue in cues if cue[0] >= at]
            order = self.orders.read(at, end, later, openers[first_from(openers, at) :])
            if order is not None and order.who is not None:
                return at, order
        return start, None

    def _is_preamble(self, start: int, end: int) -> bool:
        """Whether a sentence only names what a document stands on: "Căn cứ Luật …;"."""
        lead = self.words.lead.match(self.key, start, end)
        return self.key.startswith(self.headings.preambles, lead.end() if lead is not None else start)

    def _plans_ahead(self, start: int, end: int) -> bool:
        """Whether one of the verbs that plan ahead stands in [start, end)."""
        at = first_from(self.ahead, start)
        return at < len(self.ahead) and self.ahead[at] < end

    def _makes_known(self, start: int, end: int) -> bool:
        """Whether a sentence only says that something is made known: "… thông báo để các cơ quan biết"."""
        return end - start <= _KNOWN and self.headings.told_reader.search(self.key, start, end) is not None

    def _names_only(self, start: int, end: int, *, heading: bool = False) -> bool:
        """Whether a line of a list of tasks only names who is to do what stands below it; keeps who that is."""
        course = self.course
        if not (course.section or course.orders):
            return False
        handed = self.words.orders.match(self.key, start, end)
        whom = self.words.concerning.match(self.key, start, end) if handed is None else None
        start = whom.end() if whom is not None else start  # "Đối với Sở A"
        who = self.who.together(handed.end() + 1 if handed else start, end)
        if who is None or who.end < end - 2:
            led = heading and course.duties and handed is None and self.text[end - 1] != ":"
            if not (led and self.parties.opens(start, end)):
                return False
            course.listing = self.who.written(start, end)
            course.proposed = False
            return True
        course.listing = who.name
        course.proposed = course.recommends if handed is None else handed[0] in self.words.proposals
        return True

    def _lead_in(self, start: int, end: int, order: Order | None, cues: Sequence[tuple[int, int, CueKind]]) -> None:
        """Take a sentence that ends in a colon: who is to do what the list below it says."""
        key, words = self.key, self.words
        lead = words.lead.match(key, start, end)
        begin = lead.end() if lead else start
        self.course.listing, self.course.proposed = None, False
        self.course.addressed = self.headings.addressed.search(key, start, end) is not None
        self.aims.head(start, end)
        if order is not None:
            speaks = self.headings.speaks.match(key, order.deed, end) is not None
            self.course.listing, self.course.section = None if speaks else order.who, True
            return
        for _, cue_end, kind in cues:
            asked = self.who.whole(cue_end + 1, end) if kind == "order" else None
            if asked is not None and (key.startswith(":", asked.end) or self.bodies.told.match(key, asked.end, end)):
                self.course.listing, self.course.section = asked.name, True
                return
        handed = words.orders.match(key, begin, end)
        who = self.who.whole(handed.end() + 1 if handed else begin, end)
        if who is not None and (self.bodies.told.match(key, who.end, end) or (handed and key.startswith(":", who.end))):
            self.course.listing, self.course.section = who.name, True
            return
        if self.headings.other_heads.search(key, start, end) and not self.headings.heads.search(key, start, end):
            self.course.section = False
        elif self.headings.orders_list.search(key, start, end):
            self.course.section = True
        elif (self.course.section or self.course.orders) and not self.deeds.at(begin) and self._is_body(begin, end):
            self.course.listing = (
                who.name if who is not None and who.end >= end - 2 else self.who.written(begin, end - 1)
            )

    def _is_body(self, start: int, end: int) -> bool:
        """Whether somebody is named by what stands before the colon of a list: not amounts, not matters."""
        return (
            self.bodies.body.match(self.key, start, end) is not None
            and self.parties.opens(start, end)
            and not any(char.isdigit() for char in self.text[start:end])
        )

    def _late(self, statement: Statement) -> str | None:
        """Return the deadline that a sentence gives to the one before it."""
        if self.words.follows.match(self.key, statement.start) is None or statement.end - statement.start > 160:
            return None
        return self.when.within(statement.start, statement.end)
