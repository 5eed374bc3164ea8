"""What each paragraph of a text is: title, heading, caption, byline, link, or one or more sentences."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dxtui.lexicon.frames import frames
from dxtui.lexicon.sentences import abbreviations
from dxtui.lexicon.statements import Cues, cues
from dxtui.model import StatementKind
from dxtui.text.paragraphs import page_lines
from dxtui.text.sentences import sentence_end, terminals
from dxtui.text.spelling import UPPER, spelling

_LONGEST_HEADING = 220
_LONGEST_BYLINE = 120
_FIRST_PARAGRAPHS = 8

_NAME = rf"[{UPPER}][^\W\d_]*"
_TERMINATED = re.compile(r"[.!?…][\"”’»)\]]*\Z")
_RULE = re.compile(r"[|:\s-]+\Z")
_STAMP = re.compile(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}(?:[ ,|-]{1,3}\d{1,2}[:h]\d{2})?(\s*[-–|])?\Z")
_DATE_LINE = re.compile(
    r"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),? )?(?:ngày )?\d{1,2}(?:[/.-]| tháng )\d{1,2}(?:[/.-]| năm )\d{4}"
    r"(?:[ ,|-]{1,3}\d{1,2}[:h]\d{2})?(?: ?\(?gmt ?\+ ?7\)?)?\Z"
)
_SIGNED_DATE = re.compile(
    rf"(?:{_NAME}(?: {_NAME}){{1,3}}\s?[-–|,•]?\s?)?(?:\d{{1,2}}[:h]\d{{2}}\s?[-–|,]?\s?)?(?:[Tt]hứ \w+, )?(?:ngày )?"
    r"\d{1,2}[/-]\d{1,2}[/-]\d{4}(?:\s?[-–|,]?\s?\d{1,2}[:h]\d{2})?(?: ?\(?GMT ?\+ ?7\)?)?\Z"
)
_PLACE_LINE = re.compile(rf"[{UPPER}][\w. ]{{1,40}}, (?:ngày|tháng) [\d….]{{0,3}}[^.!?]{{0,40}}\d{{4}}\Z")
_NUMBER_LINE = re.compile(r"số\s?:?\s?[\d….]{1,6}\s?/[^\s]{2,40}\Z")
_NAME_LINE = re.compile(rf"\(?{_NAME}(?: (?:[-–,&] )?{_NAME}){{1,6}}\)?\Z")
_CODE_LINE = re.compile(rf"\(?[{UPPER}]{{2,8}}(?:[/.-][{UPPER}]{{1,6}}){{0,3}}\)?\Z")
_SHOUTED = re.compile(rf"[{UPPER}]+(?: [{UPPER}]+){{1,2}}\Z")
_DATELINE = re.compile(
    rf"(?:\([^()\n]{{2,30}}\)"
    rf"|[{UPPER}]{{2,8}}(?:\.[{UPPER}][A-Za-z]{{1,6}})?(?: Online)?|[\w-]{{2,20}}\.(?:vn|com|net|org))\s*"
    rf"[-–—]\s*(?=[{UPPER}\"“])"
)
_PLACE_DATELINE = re.compile(rf"{_NAME}(?: {_NAME}){{0,3}} \([^()\n]{{2,20}}\)\s*[-–—]\s*(?=[{UPPER}\"“])")
_DATED = re.compile(
    rf"{_NAME}(?: {_NAME}){{0,3}}, (?:ngày )?\d{{1,2}}(?:/| tháng )\d{{1,2}}(?:(?:/| năm )\d{{4}})?"
    rf"\s*[-–—]\s*(?=[{UPPER}\"“])"
)
_URL = re.compile(r"(?:https?://|www\.)\S+\Z")
_BULLET = re.compile(r"[-–—•*+·●○▪■□►|✓]\s?")
_NUMBERED = re.compile(r"(\d{1,3}|[IVX]{1,6}|[a-zđA-ZĐ])([.)/])\s")
_CELL_GAP = re.compile(r"\S(?:\t|[ \u00a0]{3,})\s*\S")
_FIGURES = re.compile(r"\s\d[\d.,]*%?\s+\d[\d.,]*%?\Z")
_DIGITS = re.compile(r"\d")
_SOLIDUS = re.compile(rf"\s/\s+(?=[{UPPER}\"“])")


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
        self.spans = self._unglued(spans)
        self.out: list[Line] = []
        self.titled = False
        self.body = 0
        self.in_table = False
        self.receivers = False

    def _unglued(self, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Cut off a section's name in capitals that lost the line feed before it."""
        out = []
        text, key = self.text, self.key
        sections = tuple(self.cues.link_sections)
        lasts = {section[-1] for section in sections}
        for start, end in spans:
            lettered = key[end - 1] in lasts and not text[end - 1].islower()
            if lettered and end - start <= 300 and key[max(start, end - 40) : end].endswith(sections):
                name = max((s for s in sections if self.key.endswith(s, start, end)), key=len)
                cut = end - len(name)
                if cut > start and self.text[cut:end].isupper() and not self.text[cut - 1].isspace():
                    out.extend([(start, cut), (cut, end)])
                    continue
            out.append((start, end))
        return out

    def lines(self) -> list[Line]:
        spans = self.spans
        for at, (start, end) in enumerate(spans):
            if self._leads_elsewhere(start, end) and self.body and self._rest_is_short(at):
                self._links(at)
                break
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
            stamp = _STAMP.search(self.text, max(start, end - 30), end)
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
        if self._is_row(start, end):
            head = (not self.in_table and self._heads_table(at)) or _RULE.match(text, start, end) is not None
            self.out.append(Line(start, end, "heading" if head else "sentence", True))
            self.in_table = True
            return
        self.in_table = False
        if self._is_kind(start, end):
            self.receivers = key[start:end].startswith(self.cues.receivers)
            self.out.append(Line(start, end, "heading", True))
            return
        terminated = _TERMINATED.search(text, max(start, end - 6), end) is not None
        if text[start] == "#":
            self._head(start, end)
            return
        if length <= _LONGEST_HEADING * 2:
            line = key[start:end]
            if self.receivers and _BULLET.match(text, start):
                self.out.append(Line(start, end, "byline", True))
                return
            if (length <= _LONGEST_HEADING or not terminated) and self._is_link(line, text[start:end]):
                self.out.append(Line(start, end, "link", True))
                return
            opened = self.cues.byline_openings.match(line)
            if frames().figure.match(line) or (self._tells_of_picture(line) and not (opened and length <= 60)):
                self.out.append(Line(start, end, "caption", True))
                return
            if length <= _LONGEST_BYLINE and self._is_byline(at, line, text[start:end], terminated):
                self.out.append(Line(start, end, "byline", True))
                return
            if not terminated and self._unterminated(at, start, end, line):
                return
        if self.body < 2 and at < _FIRST_PARAGRAPHS:
            start = self._dateline(start, end)
        self.body += 1
        self.out.append(Line(start, end, "sentence"))

    def _tells_of_picture(self, line: str) -> bool:
        return any(mark in line for mark in self.cues.caption_marks)

    def _is_kind(self, start: int, end: int) -> bool:
        """Whether a line heads a state document, or is the kind of one alone."""
        if end - start > 60:
            return False
        bare = self.key[start:end].strip("*_ ")
        return bare in self.cues.head_lines or (bare in self.cues.document_kinds and not self.text[start].islower())

    def _ends_inside(self, start: int, end: int) -> bool:
        """Whether a sentence ends inside a line."""
        known = abbreviations()
        return any(
            (stop := sentence_end(self.text, found, start, end, known)) is not None and stop < end
            for found in terminals(self.text, start, end)
        )

    def _is_row(self, start: int, end: int) -> bool:
        text = self.text
        if not self.celled:
            return False
        if text[start] == "|" or text.count("|", start, min(end, start + 500)) >= 2:
            return True
        if end - start > 600 or (text.find("\t", start, end) < 0 and text.find("   ", start, end) < 0):
            return False
        return text.find("\n", start, end) < 0 and _CELL_GAP.search(text, start, end) is not None

    def _heads_table(self, at: int) -> bool:
        if at + 1 >= len(self.spans) or not self._is_row(*self.spans[at + 1]):
            return False
        start, end = self.spans[at]
        return self.text[start] == "|" or len(_DIGITS.findall(self.text, start, end)) <= 8

    def _head(self, start: int, end: int) -> None:
        self.out.append(Line(start, end, "heading" if self.titled else "title", True))
        self.titled = True

    def _is_link(self, line: str, written: str) -> bool:
        return (
            self.cues.link_openings.match(line) is not None and (len(line) <= 40 or not _TERMINATED.search(written))
        ) or _URL.match(line) is not None

    def _is_byline(self, at: int, line: str, written: str, terminated: bool) -> bool:
        if (written[-1].isdecimal() or written[-1] == ")") and (
            _SIGNED_DATE.match(written) or _DATE_LINE.match(line) or _PLACE_LINE.match(written)
        ):
            return True
        if _NUMBER_LINE.match(line):
            return True
        if _NAME_LINE.match(written) and not written.isupper():
            signed = written.split()[0] in self.cues.surnames and len(written.split()) <= 4
            last = at >= len(self.spans) - 4 or self._tail_follows(at)
            return at == 1 or (self.body > 0 and (signed or last))
        if written.isupper() and at == len(self.spans) - 1 and self.body > 0 and _SHOUTED.match(written):
            return True
        if not terminated and self.cues.byline_closings.search(line) and len(line) <= 60:
            return True
        if self.body > 0 and at >= len(self.spans) - 4 and _CODE_LINE.match(written):
            return True
        opening = self.cues.byline_openings.match(line)
        if opening is not None and len(line) <= 80 and not terminated:
            rest = written[opening.end() :].lstrip()
            return rest[:1] == ":" or rest[:1].isupper() or rest[:1] in '"“'
        return False

    def _tail_follows(self, at: int) -> bool:
        return at + 1 < len(self.spans) and self._leads_elsewhere(*self.spans[at + 1])

    def _unterminated(self, at: int, start: int, end: int, line: str) -> bool:
        """Take a line without a full stop, if it is no sentence; return whether it was taken."""
        text = self.text
        if line[-1] == ":" and len(line) <= _LONGEST_BYLINE and _NUMBERED.match(text, start):
            self.out.append(Line(start, end, "heading", True))
            return True
        if line[-1] in ",;:-" or self._ends_inside(start, end):
            return False
        if _BULLET.match(text, start) or _FIGURES.search(text, max(start, end - 40), end):
            return False
        if text[start].islower():
            return False
        pieces = self._teasers(at, start, end)
        if pieces:
            self.out.extend(Line(s, e, "link", True) for s, e in pieces)
            return True
        shows = self.cues.caption_openings.match(line) and self.cues.scenes.search(line)
        if shows and (self.titled or self.body):
            self.out.append(Line(start, end, "caption", True))
            return True
        if end - start > _LONGEST_HEADING:
            return False
        if not self.titled and not self.body:
            self._title(at, start, end)
            return True
        if self._is_item(at, start):
            return False
        self.out.append(Line(start, end, "heading", True))
        return True

    def _title(self, at: int, start: int, end: int) -> None:
        """Take the first line without a full stop: the title, or a menu's word above it."""
        following = self.spans[at + 1] if at + 1 < len(self.spans) else None
        if _NUMBERED.match(self.text, start) or (self.text[start:end].isupper() and self._heads_letter(at)):
            self.out.append(Line(start, end, "heading", True))
            return
        short = len(self.text[start:end].split()) <= 4
        if short and following is not None and not self.text[start:end].isupper():
            after = self.text[following[0] : following[1]]
            unlike = _TERMINATED.search(after) or self._ends_inside(*following)
            if 20 <= len(after) <= _LONGEST_HEADING and not unlike:
                self.out.append(Line(start, end, "link", True))
                return
        self._head(start, end)

    def _heads_letter(self, at: int) -> bool:
        """Whether the lines behind paragraph `at` are the head of a state document: its number, its kind."""
        kinds = tuple(self.cues.document_kinds)
        if self.key.startswith(kinds, self.spans[at][0]):
            return False
        return any(
            self._is_kind(start, end)
            or _NUMBER_LINE.match(self.key, start, end)
            or (self.text[start:end].isupper() and self.key.startswith(kinds, start))
            for start, end in self.spans[at + 1 : at + 9]
        )

    def _is_item(self, at: int, start: int) -> bool:
        """Whether a numbered line without a full stop is one of a list: its neighbour has the next number."""
        here = _NUMBERED.match(self.text, start)
        if here is None or not here[1].isdigit():
            return here is not None and here[2] == ")"
        for other, step in ((at + 1, 1), (at - 1, -1)):
            if 0 <= other < len(self.spans):
                there = _NUMBERED.match(self.text, self.spans[other][0])
                if there is not None and there[1].isdigit() and int(there[1]) == int(here[1]) + step:
                    return True
        return False

    def _teasers(self, at: int, start: int, end: int) -> list[tuple[int, int]]:
        """Return the teasers of a line that has several, with a solidus between them."""
        cuts = [found.end() for found in _SOLIDUS.finditer(self.text, start, end)]
        if not cuts or at == 0 or not self.body:
            return []
        bounds = [start, *cuts, end]
        out = []
        for first, last in pairwise(bounds):
            piece = self.text[first:last]
            out.append((first, first + len(piece.rstrip())))
        return out if all(stop - first >= 25 for first, stop in out) else []

    def _dateline(self, start: int, end: int) -> int:
        """Take an agency's mark from the start of a paragraph; return where the paragraph goes on."""
        text = self.text
        found = (
            _DATELINE.match(text, start, end)
            or _PLACE_DATELINE.match(text, start, end)
            or _DATED.match(text, start, end)
        )
        stop = found.end() if found else 0
        if found is None:
            known = self.cues.agencies.match(self.key, start, end)
            if known is None:
                return start
            stop = known.end()
        while stop < end and self.text[stop].isspace():
            stop += 1
        if stop >= end:
            return start
        mark = self.text[start:stop].rstrip()
        self.out.append(Line(start, start + len(mark), "byline", True))
        return stop

    def _captions_said_twice(self) -> None:
        """A paragraph that the caption after it repeats is that picture's description."""
        for at in range(1, len(self.out)):
            line, before = self.out[at], self.out[at - 1]
            if line.kind != "caption" or before.kind != "sentence":
                continue
            said = self.text[before.start : before.end]
            if len(said) > 40 and self.text.startswith(said, line.start):
                self.out[at - 1] = Line(before.start, before.end, "caption", True)
