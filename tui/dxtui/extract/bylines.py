"""Lines that say who speaks: the letterhead, number and place-line of a document, its authors, date and signatures."""

import re
from typing import Final, NamedTuple

from dxtui.lexicon.published import weekday
from dxtui.lexicon.statements import Cues
from dxtui.text.openings import Opening
from dxtui.text.spelling import UPPER, spelling

_LONGEST: Final = 120
_FIRST: Final = 4
_LAST: Final = 4
_FAR: Final = 60

_NAME: Final = rf"[{UPPER}][^\W\d_]*"
_CLOCK: Final = r"\d{1,2}[:hg]\d{2}(?::\d{2})?(?: ?[AaPp][Mm]\b)?"
_GMT: Final = r"(?: ?[(\[]?GMT ?\+ ?7[)\]]?)?"
_DAY: Final = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})"
_WEEKDAY: Final = weekday()
_DATE_LINE: Final = re.compile(
    rf"(?:{_WEEKDAY}(?:,| -)? )?(?:ngày )?\d{{1,2}}(?:[/.-]| tháng )\d{{1,2}}(?:[/.-]| năm )"
    rf"\d{{4}}(?:[ ,|-]{{1,3}}{_CLOCK})?{_GMT}\Z",
)
_SIGNED_DATE: Final = re.compile(
    rf"(?:(?:{_NAME}(?:(?: | ?[-–&,] ?){_NAME}){{1,7}}|[{UPPER}]{{2,8}})\s?[-–|,•]?\s?)?(?:{_CLOCK}\s?[-–|,]?\s?)?"
    rf"(?:{_WEEKDAY},? )?(?:ngày )?{_DAY}(?:\s?[-–|,]?\s?{_CLOCK})?{_GMT}\Z"
)
_SOURCE_DATE: Final = re.compile(
    rf"[{UPPER}][^.!?:;\n]{{3,70}}(?:, | [-–|] ?)(?:{_WEEKDAY},? |ngày )?{_DAY}"
    rf"(?:\s?[-–|,]?\s?{_CLOCK}|\s[-–|]\s[{UPPER}][^.!?:;\n]{{2,50}})?\Z"
)
_PLACE_LINE: Final = re.compile(
    rf"[{UPPER}][\w. ]{{1,40}}, (?:ngày|tháng)\s[\d….]{{0,3}}[^.!?]{{0,40}}\d{{4}}\Z",
)
_NUMBER_LINE: Final = re.compile(r"số\s?:?\s?[\d….]{1,6}[a-z]?\s?/[^\s]{2,40}\Z")
_NAME_LINE: Final = re.compile(rf"\(?{_NAME}(?: (?:[-–,&] )?{_NAME}){{1,6}}\)?\Z")
_OF_AGENCY: Final = re.compile(rf"{_NAME}(?: {_NAME}){{0,3}} ?/ ?{_NAME}[\w.+]*(?: [\w.+]+){{0,4}}\Z")
_CODE_LINE: Final = re.compile(rf"\(?[{UPPER}]{{2,8}}(?:[/.-][{UPPER}]{{1,6}}){{0,3}}\)?\Z")
_BRACKETED: Final = re.compile(rf"\([{UPPER}][^().!?\n]{{1,28}}\)\Z")
_SHOUTED_NAME: Final = re.compile(rf"[{UPPER}]+(?: [{UPPER}]+){{1,2}}\Z")
_HONOURED: Final = re.compile(
    rf"(?:(?:GS|PGS|TSKH|TS|ThS|BS|KTS|NCS|CN)[.,]{{0,2}} ?){{1,4}}{_NAME}(?: {_NAME}){{1,4}}(?:,? ?\([^()]*\))?\Z"
)
_HONOURS: Final = frozenset("GPTBKNC")
"""First letters of what is written before the name of somebody with a degree."""
_WORDS: Final = re.compile(r"\w+")
_NUMBERED: Final = Opening(
    re.compile(r"(?:(?:điều )?\d{1,3}(?:\.\d{1,3})*|[ivx]{1,6}|[a-zđ])(?:[.)/:]|(?<=[\divx])-) ")
)
_DATED_ROW: Final = re.compile(rf"(?:{_WEEKDAY},? )?{_DAY}\s*\|")
_ROW_DATED: Final = re.compile(rf"\|\s*(?:[^\W\d_]+ ){{0,3}}{_DAY}\Z")
_SITE: Final = re.compile(r"(?:https?://)?(?:[a-z0-9-]{2,30}\.){1,4}[a-z]{2,4}/?\Z")
_CELLS: Final = re.compile(r"\||\t| {3,}+")


class Place(NamedTuple):
    """Where a line stands among the paragraphs of its text."""

    at: int
    """How many stand before it."""
    left: int
    """How many stand behind it."""
    begun: bool
    """Whether sentences stand before it."""
    before_links: bool
    """Whether what leads elsewhere starts right behind it."""


class Bylines:
    """What tells the bylines of one text."""

    def __init__(self, text: str, key: str, cues: Cues) -> None:
        """Take the text, the same in one spelling, and the words that tell them."""
        self.text = text
        self.key = key
        self.cues = cues
        self._firsts = {line[0] for line in cues.standing}

    def is_standing(self, start: int, end: int) -> bool:
        """Whether a line is one that every letter has: the country's name and motto, "Nơi nhận:"."""
        if end - start > _LONGEST // 2 or self.key[start] not in self._firsts:
            return False
        return " ".join(_WORDS.findall(self.key, start, end)) in self.cues.standing

    def is_numbered(self, start: int, end: int) -> bool:
        """Whether a line is the number of a letter."""
        return _NUMBER_LINE.match(self.key, start, end) is not None

    def is_headed(self, start: int, end: int) -> bool:
        """Whether a row of cells is a letterhead: the country's name beside an office, a number beside a date."""
        if end - start > 2 * _LONGEST:
            return False
        cells = [cell.strip() for cell in _CELLS.split(self.text[start:end])]
        return len(cells) > 1 and any(
            _NUMBER_LINE.match(cell.lower())
            or _PLACE_LINE.match(cell)
            or " ".join(_WORDS.findall(spelling(cell))) in self.cues.standing
            for cell in cells
            if cell
        )

    def is_dated_row(self, start: int, end: int, begun: bool) -> bool:
        """Whether a row of cells starts with a whole date: a page's date beside its other data.

        Above all sentences (not `begun`) it may end with one too: who wrote it, of what version, when.
        """
        if _DATED_ROW.match(self.text, start, end) is not None:
            return True
        return not begun and _ROW_DATED.search(self.text, max(start, end - _FAR), end) is not None

    def signs(self, start: int, end: int, left: int) -> bool:
        """Whether a line in capitals says in what post somebody signs: "KT. CHỦ TỊCH", "PHÓ GIÁM ĐỐC".

        `left` is how many paragraphs stand behind it: what else is said of the post is said near the end only.
        """
        if end - start > _LONGEST or not self.text[start:end].isupper():
            return False
        found = self.cues.signing.match(self.key, start, end)
        return found is not None and (left <= _LAST or found["other"] is not None or not found["rest"])

    def says_who(self, start: int, end: int, place: Place, terminated: bool) -> bool:
        """Whether a line of at most 120 code points says who wrote, when, or whom to ask.

        `terminated` if it ends as a sentence does.
        """
        line, written = self.key[start:end], self.text[start:end]
        if self._is_dated(line, written, place):
            return True
        if self.cues.sources.match(line) or (" " not in line and _SITE.match(line)):
            return True
        if (line[0] == "s" and _NUMBER_LINE.match(line)) or (written[0] in _HONOURS and _HONOURED.match(written)):
            return True
        if _NAME_LINE.match(written) and not written.isupper():
            words = written.split()
            signed = words[0] in self.cues.surnames and len(words) <= 4
            return place.at == 1 or (place.begun and (signed or place.left < _LAST or place.before_links))
        near = place.begun and (place.left <= _LAST or place.before_links)
        if near and written.isupper() and _SHOUTED_NAME.match(written):
            surname = written.split()[0].capitalize() in self.cues.surnames
            if place.left == 0 or place.before_links or surname:
                return True
        closes = place.begun and place.left < _LAST
        if closes and (_CODE_LINE.match(written) or _BRACKETED.match(written) or _OF_AGENCY.match(written)):
            return True
        return not terminated and self._is_told(line, written)

    def _is_dated(self, line: str, written: str, place: Place) -> bool:
        ends_so = written[-1].isdecimal() or written[-1] in ")]Mm"
        if ends_so and (_SIGNED_DATE.match(written) or _DATE_LINE.match(line) or _PLACE_LINE.match(written)):
            return True
        return place.at < _FIRST and _SOURCE_DATE.match(written) is not None

    def _is_named(self, line: str, written: str) -> bool:
        """Whether somebody stands before what closes a byline: "Minh Anh thực hiện", not "Tổ chức thực hiện"."""
        closing = max((word for word in self.cues.byline_closings if line.endswith(word)), key=len)
        before = written[: -len(closing)].split()
        if not before or closing[0] == "(" or not before[-1][-1].isalnum():
            return True
        opening = self.cues.byline_openings.match(line)
        return before[-1][0].isupper() or (opening is not None and opening.end() >= len(" ".join(before)))

    def _is_told(self, line: str, written: str) -> bool:
        """Whether a word at the start or the end of a line says that it names its author or source."""
        if _NUMBERED.match(line):
            return False
        if len(line) <= 60 and line.endswith(self.cues.byline_closings) and self._is_named(line, written):
            return True
        opening = self.cues.byline_openings.match(line) if len(line) <= 80 else None
        if opening is None:
            return False
        rest = written[opening.end() :].lstrip()
        return rest[:1].isupper() or rest.startswith((":", '"', "“"))
