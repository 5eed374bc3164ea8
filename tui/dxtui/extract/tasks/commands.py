"""What a verb of ordering asks, and of whom it does."""

from typing import Final

from dxtui.extract.tasks.assignees import Assignee, Assignees
from dxtui.extract.tasks.deeds import Deeds
from dxtui.extract.tasks.order import Order
from dxtui.extract.tasks.parties import Parties
from dxtui.lexicon.tasks import TaskWords
from dxtui.model import TaskState

_DONE: Final = " đã "
_NOT: Final = " không "
_CARING: Final = " quan tâm"
_FIRST: Final = 12
_NAMED: Final = 60
_LETTER: Final = 240


class Commands:
    """Reads what stands behind "yêu cầu", "giao", "đề nghị" and the like, or says by itself whose duty something is."""

    def __init__(self, text: str, key: str, who: Assignees, deeds: Deeds, parties: Parties, words: TaskWords) -> None:
        """Take the text, the text in the one spelling, and what finds who and what."""
        self.text = text
        self.key = key
        self.who = who
        self.deeds = deeds
        self.parties = parties
        self.words = words

    def at(self, start: int, end: int, cue_start: int, cue_end: int) -> Order | None:
        """Return what the verb of ordering at [cue_start, cue_end) asks, if somebody or a deed stands behind it."""
        key, words = self.key, self.words
        verb = key[cue_start:cue_end]
        if verb in words.reports and cue_start - start > 3 and not words.speaker.search(key, start, cue_start):
            return None
        place = cue_end
        while place < end and key[place] in " ,:\n":
            place += 1
        timed = words.timed.match(key, place, end)
        if timed is not None and (key.startswith(",", cue_end) or self.parties.at(timed.end(), end) is not None):
            place = timed.end()
        demand = words.demand.match(key, place - 1, end)
        place = demand.end() + 1 if demand is not None and self.deeds.at(demand.end() + 1) else place
        who = self.parties.at(place, end) or self.who.together(place, end)
        if who is None and verb not in words.leads:
            public = self.parties.public(place, end)
            if public is not None:
                return Order(public.name, self.deeds.behind(public.end, end), "open")
            who = self.parties.level(place, end)
        each = self.parties.at(who.end + 2, end) if who is not None and key.startswith(": ", who.end) else None
        who = each or who  # "Giao các sở: Sở A bố trí …; Sở B …"
        if who is not None:
            deed = self.deeds.behind(who.end, end)
            proposed = verb in words.proposals
            heard = proposed and words.speaker.search(key, start, cue_start) is not None
            state: TaskState = "open" if proposed and (not heard or verb not in words.requests) else "assigned"
            if deed > who.end:
                return Order(self.deeds.whole_class(who, deed), deed, state)
            later = self.deeds.after(who.end, end)
            forbidden = key.startswith(_NOT, who.end) and verb not in words.leads
            if not later and (forbidden or words.told_deed.match(key, who.end, end)):
                later = who.end + 1
            return Order(who.name, later, state) if later else None
        if verb in words.leads and key.endswith(_DONE, start, cue_start):
            return None  # "UBND tỉnh đã chỉ đạo quyết liệt các giải pháp"
        action = self.deeds.at(place)
        if action is None:
            said = (
                cue_start - start < _FIRST
                or self.who.ends_at(cue_start - 1)
                or words.speaker_ends.search(key, max(start, cue_start - _NAMED), cue_start) is not None
            )
            return self._unknown(place, cue_end, end, verb) if said else None
        given = key.rfind(" được ", max(start, cue_start - _NAMED), cue_start)
        charged = self.parties.to(start, given) if given > 0 else None
        if charged is not None:
            return Order(charged.name, place, "assigned")  # "Sở A được UBND tỉnh giao …"
        noun = key[action.end() : action.end() + 1] in (".", ",", ";", "") or words.noun_after.match(key, action.end())
        if noun or verb in words.reports:
            return None
        sent = self._sent_to(start, cue_start)
        if sent is not None:
            proposed = verb in words.proposals
            return Order(sent.name, place, "open" if proposed else "assigned")
        whom = words.concerning.match(key, start, end)
        who = self.who.at(whom.end(), end) or self.who.places_at(whom.end()) if whom else None
        if who is not None:
            return Order(who.name, place, "assigned")
        if words.speaker.search(key, start, cue_start) or cue_start - start < 3:
            return Order(None, place, "open")
        return None

    def _unknown(self, place: int, cue_end: int, end: int, verb: str) -> Order | None:
        """Return what is asked of somebody, or in words, that nothing is known of."""
        begins = self.text[place - 2 : place - 1] == ":" and not self.text[place : place + 2].isupper()
        who = self.parties.unknown(place, end) if not begins else None
        if who is not None:
            deed = self.deeds.behind(who.end, end)
            return Order(who.name, deed, "open" if verb in self.words.proposals else "assigned")
        named = self.parties.common(place, end) if verb in self.words.wants and not begins else None
        if named is not None and self.text[named.end + 1 : named.end + 2].islower():
            return Order(named.name, named.end + 1, "assigned")
        wanted = verb in self.words.wants and self.text[place : place + 1].islower()
        return Order(None, place, "open") if wanted and self.words.told_deed.match(self.key, cue_end, end) else None

    def _sent_to(self, start: int, cue_start: int) -> Assignee | None:
        """Return to whom the letter is sent that asks for something right behind: "gửi Sở Y tế đề nghị …"."""
        for sent in self.words.sent.finditer(self.key, max(start, cue_start - _LETTER), cue_start):
            stop = cue_start - 1 - (self.text[cue_start - 2] == ",")
            stop -= len(_CARING) * self.key.endswith(_CARING, 0, stop)  # "gửi các tỉnh quan tâm chỉ đạo …"
            who = self.parties.to(sent.end(), stop) or self.who.every(sent.end(), stop)
            if who is not None:
                return who
        return None

    def charged(self, begin: int, end: int) -> Order | None:
        """Return what a sentence says is whose duty: "Nhiệm vụ của Bộ A là chủ trì …"."""
        duty = self.words.duty.match(self.key, begin, end)
        who = self.who.together(duty.end(), end) if duty else None
        charged = self.words.charged.match(self.key, who.end, end) if who is not None else None
        if who is None or charged is None or not self.deeds.at(charged.end()):
            return None
        return Order(who.name, charged.end(), "assigned")

    def due(self, begin: int, end: int) -> Order | None:
        """Return what somebody is to do by a time that stands first: "Chậm nhất ngày 5/3, các trường bàn giao …"."""
        timed = self.words.timed.match(self.key, begin, end)
        who = self.parties.at(timed.end(), end) if timed is not None else None
        deed = self.deeds.behind(who.end, end) if who is not None else 0
        if who is None or deed <= who.end or self.words.fact.search(self.key, who.end, end):
            return None
        return Order(who.name, deed, "assigned")
