"""What somebody has done because it was asked of them, or promised: "Thực hiện yêu cầu này, tỉnh đã bàn giao …"."""

from collections.abc import Sequence
from typing import Final

from dxtui.extract.tasks.assignees import Assignee
from dxtui.extract.tasks.clauses import Clauses
from dxtui.extract.tasks.orders import Orders
from dxtui.lexicon.tasks import CueKind
from dxtui.model import Task

_LED: Final = 60
"""So much at most stands before what tells that somebody did as they were asked."""
_FAR: Final = 160
"""So far behind it who did it is looked for."""
_PAUSE: Final = ", "
_OF: Final = " của "


class Fulfilled:
    """Reads what was done on an order; each sentence is given its cues: start, end, kind."""

    def __init__(self, orders: Orders, clauses: Clauses) -> None:
        """Take what finds who, when and what in the text, and makes tasks of its clauses."""
        self._key = orders.key
        self._who = orders.who
        self._when = orders.when
        self._deeds = orders.deeds
        self._speakers = orders.speakers
        self._clauses = clauses
        self._words = orders.words
        self._bodies = orders.bodies

    def tasks(self, start: int, end: int, cues: Sequence[tuple[int, int, CueKind]]) -> tuple[Task, ...]:
        """Return what the sentence [start, end) says that somebody has done as asked, with the time it was done."""
        asked = next((cue for cue in cues if cue[2] == "done"), None)
        if asked is None:
            return ()
        whose = asked[1] + len(_OF) if self._key.startswith(_OF, asked[1]) else end
        if self._bodies.anybody.match(self._key, whose, end):
            return ()  # "Theo yêu cầu của khách hàng, …"
        if self._key.startswith(_PAUSE, asked[0] - len(_PAUSE)) and asked[0] - start > _LED:
            # "(Trong tháng 10,) Bộ A đã mở kênh …, sớm hơn yêu cầu."
            places = [start, *self._behind_pauses(start, start + _LED)]
        else:
            places = self._behind_pauses(asked[1], min(end, asked[1] + _FAR))
        for place in places:
            who = self._named(place, end)
            deed = self._done(who.end, end) if who is not None else 0
            if who is None or not deed:
                continue
            when = self._when.within(deed, end) or self._when.named(deed, end) or self._when.named(start, place)
            if when is not None:
                return (Task(start, end, who.name, self._clauses.what(deed, end), when, "done"),)
        return ()

    def _behind_pauses(self, start: int, end: int) -> list[int]:
        return [place for _, place in self._clauses.places(_PAUSE, start, end)]

    def _named(self, place: int, end: int) -> Assignee | None:
        """Return the body or place at `place`, or what its kind alone stands for: "tỉnh", "công ty"."""
        who = self._who.together(place, end) or self._who.places_at(place)
        if who is not None:
            return who
        noun = self._bodies.subject.match(self._key, place, end)
        if noun is None:
            return None
        name = self._speakers.place_named(*noun.span()) or self._speakers.of_kind(noun[0], place)
        return Assignee(place, noun.end(), name) if name is not None else None

    def _done(self, place: int, end: int) -> int:
        """Return where the deed starts that stands behind somebody as done: "đã cấp", "công bố xong"; 0 for none."""
        done = self._words.done.match(self._key, place, end)
        if done is not None:
            return done.end() if self._deeds.at(done.end()) is not None else 0
        deed = self._deeds.at(place + 1)
        return place + 1 if deed is not None and self._words.over.match(self._key, deed.end(), end) else 0
