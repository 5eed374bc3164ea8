"""What each paragraph of a text is: title, heading, caption, byline, link, or one or more sentences."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from dxtui.extract.bylines import Bylines, Place
from dxtui.extract.datelines import dateline_end
from dxtui.extract.items import NUMBERED, SECTION, TERMINATED, Items
from dxtui.extract.links import STAMP, block, is_link, is_trail, stamped, teasers
from dxtui.extract.mended import is_document, mended
from dxtui.extract.rows import amounts, is_row
from dxtui.lexicon.frames import frames
from dxtui.lexicon.sentences import abbreviations
from dxtui.lexicon.statements import Cues, cues
from dxtui.model import StatementKind
from dxtui.text.openings import Opening
from dxtui.text.paragraphs import page_lines
from dxtui.text.sentences import is_ended, sentence_end, terminals
from dxtui.text.spelling import spelling

_LONGEST_HEADING: Final = 220
_LONGEST_TITLE: Final = 900
_LONGEST_RUNNING_HEAD: Final = 100
_SEVERAL: Final = 2
_SHORTEST_SHOUT: Final = 12
_LONGEST_LEAD: Final = 120
_FIRST_PARAGRAPHS: Final = 8

_new: Final = tuple.__new__
"""What makes a named tuple, without the function between that takes as long again: a text has thousands."""
_RULE: Final = re.compile(r"[|:\s-]+\Z")
_DRAWN: Final = re.compile(r"[^\w\n]{1,200}\Z")
_DAY_FIRST: Final = re.compile(
    r"(?:(?:sáng|trưa|chiều|tối)(?: nay)?,? )?(?:ngày )?\d{1,2}(?:[/.-]| tháng )\d{1,2}\b[^:]{60}"
)
_BULLET: Final = Opening(re.compile(r"[-–—•*+·●○▪■□►|✓]\s?"))
_FIGURES: Final = re.compile(r"\s\d[\d.,]*%?\s+\d[\d.,]*%?\Z")


class Line(NamedTuple):
    """A paragraph, or a part of one, with what it is."""

    start: int
    """First code point."""
    end: int
    """Past the last one."""
    kind: StatementKind
    """What it is; a paragraph of sentences has kind sentence."""
    whole: bool = False
    """Whether it stays one statement even if it holds sentence ends."""


def kinds_of(text: str, spans: Sequence[tuple[int, int]]) -> list[Line]:
    """Return the paragraphs at `spans`, sorted and without overlap, each with what it is."""
    return _Page(text, spans).lines()


class _Page:
    """The paragraphs of one text, read from top to bottom."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.key = spelling(text)
        self.cues: Cues = cues()
        self.furniture = page_lines(text)
        self.celled = "|" in text or "\t" in text or "   " in text
        self.spans = mended(text, self.key, spans, self.cues)
        self.elsewhere = {at for at, (start, end) in enumerate(self.spans) if self._leads_elsewhere(start, end)}
        """Which paragraphs are lines behind which all leads elsewhere."""
        self.bylines = Bylines(text, self.key, self.cues)
        self.items = Items(text, self.spans)
        self.out: list[Line] = []
        self.titled = False
        self.body = 0
        self.in_table = False
        self.receivers = False
        self.decides = False

    def lines(self) -> list[Line]:
        spans = self.spans
        past = 0
        for at, (start, end) in enumerate(spans):
            if at < past:
                continue
            if self.body and at in self.elsewhere:
                count = block(self.text, spans, at)
                if count:
                    past = at + count
                    self.out.extend(Line(*span, "link", True) for span in spans[at:past])
                    continue
                if self._rest_is_short(at):
                    self._links(at)
                    break
            count = stamped(self.text, spans, at) if self.body else 0
            if count >= _SEVERAL:
                past = at + 2 * count
                self.out.extend(Line(spans[one][0], spans[one + 1][1], "link", True) for one in range(at, past, 2))
                continue
            self._add(at, start, end)
        self._captions_said_twice()
        return self.out

    def _leads_elsewhere(self, start: int, end: int) -> bool:
        return end - start <= 60 and self.key[start:end].strip(" :.…-–»>*#").strip() in self.cues.link_sections

    def _rest_is_short(self, at: int) -> bool:
        """Whether no long paragraph follows, as teasers and menus have none."""
        return all(end - start <= 400 for start, end in self.spans[at + 1 : at + 61])

    def _links(self, at: int) -> None:
        """All from paragraph `at` on leads elsewhere; lines up to one with a date are one teaser."""
        self.out.append(Line(*self.spans[at], "link", True))
        first: int | None = None
        waiting: list[tuple[int, int]] = []
        for start, end in self.spans[at + 1 :]:
            stamp = STAMP.search(self.text, max(start, end - 30), end)
            if first is None:
                first = start
            waiting.append((start, end))
            if stamp is None and len(waiting) < 6:
                continue
            if stamp is None:
                self.out.extend(Line(s, e, "link", True) for s, e in self._pieces(first, waiting))
                first, waiting = None, []
                continue
            stop, dash = end, stamp.span(1)
            if dash[0] >= 0:
                stop = dash[0]
            self.out.append(Line(first, stop, "link", True))
            first, waiting = None, []
            if dash[0] >= 0:
                first = end - 1
                waiting = [(first, end)]
        if first is not None:
            self.out.extend(Line(s, e, "link", True) for s, e in self._pieces(first, waiting))

    @staticmethod
    def _pieces(first: int, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(max(first, start), end) for start, end in spans]

    def _add(self, at: int, start: int, end: int) -> None:
        text, key = self.text, self.key
        length = end - start
        if (start, end) in self.furniture:
            self.out.append(Line(start, end, "link", True))
            return
        if self._is_row((start, end)):
            self._row(at, start, end)
            return
        self.in_table = False
        first = text[start]
        if not first.isalnum() and _DRAWN.match(text, start, end):
            self.out.append(Line(start, end, "link" if self.body else "byline", True))
            return
        if (length <= _LONGEST_LEAD or text[start : start + _SHORTEST_SHOUT].isupper()) and self._heads(at, start, end):
            return
        terminated = is_ended(text, start, end)
        if first == "#":
            self._head(start, end)
            return
        if length <= _LONGEST_HEADING * 2:
            line = key[start:end]
            if self.receivers and self._receives(start, end):
                self.out.append(Line(start, end, "byline", True))
                return
            if (length <= _LONGEST_HEADING or not terminated) and (
                is_link(text, line, start, self.cues, self.body > 0, terminated)
                or (self._is_above(at) and is_trail(text, start, end))
            ):
                self.out.append(Line(start, end, "link", True))
                return
            opened = self.cues.byline_openings.match(line)
            if (
                frames().figure.match(line)
                or line.startswith(self.cues.notes)
                or (self._tells_of_picture(line) and not (opened and length <= 60))
            ):
                self.out.append(Line(start, end, "caption", True))
                return
            if length <= _LONGEST_LEAD and self._says_who(at, start, end, terminated):
                self.out.append(Line(start, end, "byline", True))
                return
            if (not terminated or self.items.asks(at, above=not self.body and not self.titled)) and self._unterminated(
                at, start, end, line
            ):
                return
        if self.body < 2 and at < _FIRST_PARAGRAPHS:
            marked = dateline_end(text, key, start, end, self.cues)
            if marked > start:
                self.out.append(Line(start, start + len(text[start:marked].rstrip()), "byline", True))
                start = marked
        self.body += 1
        self.receivers = False
        self.out.append(_new(Line, (start, end, "sentence", False)))

    def _receives(self, start: int, end: int) -> bool:
        """Whether a line below "Nơi nhận:" names one who gets the letter: behind a mark, or between semicolons."""
        text, before = self.text, self.out[-1]
        listed = text[end - 1] == ";" or (before.kind == "byline" and text[before.end - 1] == ";")
        return _BULLET.match(text, start) is not None or (end - start <= _LONGEST_LEAD and listed)

    def _tells_of_picture(self, line: str) -> bool:
        cues = self.cues
        for mark in cues.caption_marks if ":" in line else cues.bare_caption_marks:
            at = line.find(mark)
            if at == 0 or (at > 0 and not (line[at - 1].isalpha() and mark[0].isalpha())):
                return True  # "Ảnh: …", but not "Bối cảnh: …".
        return False

    def _heads(self, at: int, start: int, end: int) -> bool:
        """Take a line of the head or the foot of a state document; return whether it was one."""
        kind: StatementKind = "byline"
        if self.bylines.is_standing(start, end):
            self.receivers = self.key[start:end].startswith(self.cues.receivers)
        elif self.body < 2 and self.key.endswith(self.cues.senders, start, end) and self.text[start].isupper():
            self.receivers = True
        elif self._is_kind(start, end):
            self.receivers = False
            self.decides = True
            kind = "heading"
        elif (not self.body and at < _FIRST_PARAGRAPHS and self.key.startswith(self.cues.subjects, start)) or (
            at and end - start > _LONGEST_HEADING and self._is_long_title(at, start, end)
        ):
            self._head(start, end)
            return True
        elif self.body and self.bylines.signs(start, end, len(self.spans) - 1 - at):
            pass
        elif not self._is_letterhead(at, start, end):
            return False
        self.out.append(Line(start, end, kind, True))
        return True

    def _is_long_title(self, at: int, start: int, end: int) -> bool:
        return (
            end - start <= _LONGEST_TITLE
            and self.text[start:end].isupper()
            and is_document(self.text, self.key, *self.spans[at - 1], self.cues)
        )

    def _is_letterhead(self, at: int, start: int, end: int) -> bool:
        """Whether a line in capitals names who issues a state document: above its number, or below its title."""
        if end - start > _LONGEST_LEAD or not self.text[start:end].isupper() or NUMBERED.match(self.text, start):
            return False
        issuer = self.key.startswith(self.cues.issuers, start)
        if issuer and self.decides and self.out[-1].kind == "title":
            self.decides = False
            return True
        motto = any(self.bylines.is_standing(*span) for span in self.spans[at + 1 : at + 4])
        return (not self.body or issuer or motto) and self._heads_letter(at)

    def _is_kind(self, start: int, end: int) -> bool:
        """Whether a line is the kind of a document alone, or what opens what it decides: "QUYẾT ĐỊNH:"."""
        bare = end - start <= _LONGEST_LEAD and self.key[start:end].strip("*_ ") in self.cues.head_lines
        return bare or is_document(self.text, self.key, start, end, self.cues)

    def _row(self, at: int, start: int, end: int) -> None:
        if not self.in_table and self.bylines.is_headed(start, end):
            self.out.append(Line(start, end, "byline", True))
            return
        if not self.in_table and not (at + 1 < len(self.spans) and self._is_row(self.spans[at + 1])):
            dated = self.bylines.is_dated_row(start, end, self.body > 0)
            if dated or (self._is_above(at) and is_trail(self.text, start, end)):
                self.out.append(Line(start, end, "byline" if dated else "link", True))
                return
        head = (self._heads_on(at) if self.in_table else self._heads_table(at)) or _RULE.match(
            self.text, start, end
        ) is not None
        self.out.append(Line(start, end, "heading" if head else "sentence", True))
        self.in_table = True

    def _ends_inside(self, start: int, end: int) -> bool:
        """Whether a sentence ends inside a line."""
        known = abbreviations()
        return any(
            (stop := sentence_end(self.text, found, start, end, known)) is not None and stop < end
            for found in terminals(self.text, start, end)
        )

    def _is_row(self, span: tuple[int, int]) -> bool:
        return self.celled and is_row(self.text, span[0], span[1])

    def _heads_table(self, at: int) -> bool:
        """Whether a row has no amounts, and the row below it has some or it is drawn as a table's head."""
        if at + 1 >= len(self.spans) or not self._is_row(self.spans[at + 1]):
            return False
        start, end = self.spans[at]
        return self.text[start] == "|" or not amounts(self.text, start, end)

    def _heads_on(self, at: int) -> bool:
        """Whether a row goes on with a table's head: it has no amounts, and the row below it has several."""
        start, end = self.spans[at]
        if self.out[-1].kind != "heading" or self.text[start] == "|" or at + 1 >= len(self.spans):
            return False
        return not amounts(self.text, start, end) and amounts(self.text, *self.spans[at + 1]) >= _SEVERAL

    def _head(self, start: int, end: int) -> None:
        self.out.append(Line(start, end, "heading" if self.titled else "title", True))
        self.titled = True

    def _says_who(self, at: int, start: int, end: int, terminated: bool) -> bool:
        place = _new(Place, (at, len(self.spans) - 1 - at, self.body > 0, at + 1 in self.elsewhere))
        return self.bylines.says_who(start, end, place, terminated)

    def _is_above(self, at: int) -> bool:
        """Whether paragraph `at` stands where a page's menus do: among the first, above all sentences."""
        return at < _FIRST_PARAGRAPHS // 2 and not self.body

    def _unterminated(self, at: int, start: int, end: int, line: str) -> bool:
        """Take a line without a full stop, if it is no sentence; return whether it was taken."""
        text = self.text
        if line[-1] == ":" and len(line) <= _LONGEST_LEAD and self._heads_list(start, end):
            self.out.append(Line(start, end, "heading", True))
            return True
        if line[-1] in ",;:-" or self._ends_inside(start, end):
            return False
        if (text[end - 1].isdecimal() or text[end - 1] in ".,%") and _FIGURES.search(text, max(start, end - 40), end):
            return False
        if _BULLET.match(text, start) and not self.items.is_starred(at):
            return False
        if text[start].islower() and not self.items.heads_prose(at):
            return False
        pieces = teasers(text, start, end) if at and self.body else []
        if pieces:
            self.out.extend(Line(s, e, "link", True) for s, e in pieces)
            return True
        if self.titled and len(line) > _LONGEST_LEAD // 2 and _DAY_FIRST.match(line) and not SECTION.match(text, start):
            return False
        if self.body and end - start > _LONGEST_RUNNING_HEAD and self._stands_in_text(start, end):
            return False
        shows = self.cues.caption_openings.match(line) and self.cues.scenes.search(line)
        pictures = end - start <= _LONGEST_LEAD // 2 and self.body and self.cues.pictures.match(line)
        if (shows and (self.titled or self.body)) or pictures:
            self.out.append(Line(start, end, "caption", True))
            return True
        if end - start > _LONGEST_HEADING:
            return False
        if not self.titled and not self.body:
            self._title(at, start, end)
            return True
        if self.items.is_one(at):
            return False
        self.out.append(Line(start, end, "heading", True))
        return True

    def _heads_list(self, start: int, end: int) -> bool:
        """Whether a line with a colon heads what is below it: it has a number, is in capitals or names a topic."""
        if self.items.has_number(start, end) or self.text[start:end].isupper():
            return True
        topic = self.cues.topics.match(self.key, start, end)
        return topic is not None and end - start <= _LONGEST_LEAD // 2

    def _stands_in_text(self, start: int, end: int) -> bool:
        """Whether a line, neither numbered nor in capitals, has others right above and below it, as in running text."""
        text = self.text
        before = text[max(0, start - 2) : start]
        apart = before.endswith("\n\n") or not before.endswith("\n") or text.startswith("\n\n", end)
        return not apart and not NUMBERED.match(text, start) and not text[start:end].isupper()

    def _title(self, at: int, start: int, end: int) -> None:
        """Take the first line without a full stop: the title, or a menu's word above it."""
        following = self.spans[at + 1] if at + 1 < len(self.spans) else None
        if NUMBERED.match(self.text, start):
            self.out.append(Line(start, end, "heading", True))
            return
        short = len(self.text[start:end].split()) <= 4
        column = self.cues.columns.match(self.key, start, end) is not None
        if short and following is not None and (column or not self.text[start:end].isupper()):
            after = self.text[following[0] : following[1]]
            unlike = TERMINATED.search(after) or self._ends_inside(*following)
            if 20 <= len(after) <= _LONGEST_HEADING and not unlike:
                self.out.append(Line(start, end, "link", True))
                return
        self._head(start, end)

    def _heads_letter(self, at: int) -> bool:
        """Whether the lines behind paragraph `at` are the head of a state document: its number, its kind."""
        kinds = tuple(self.cues.documents)
        if self.key.startswith(kinds, self.spans[at][0]):
            return False
        return any(
            self._is_kind(start, end)
            or self.bylines.is_numbered(start, end)
            or (self.text[start:end].isupper() and self.key.startswith(kinds, start))
            for start, end in self.spans[at + 1 : at + 9]
        )

    def _captions_said_twice(self) -> None:
        """A paragraph that the caption after it repeats is that picture's description."""
        for at in range(1, len(self.out)):
            line, before = self.out[at], self.out[at - 1]
            if line.kind != "caption" or before.kind != "sentence":
                continue
            said = self.text[before.start : before.end]
            if len(said) > 40 and self.text.startswith(said, line.start):
                self.out[at - 1] = Line(before.start, before.end, "caption", True)
