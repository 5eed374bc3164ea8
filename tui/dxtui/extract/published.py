"""When a document was put out, where its own head says it for certain."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final

from dxtui.lexicon.published import days, of_another, told_beside
from dxtui.model import Statement
from dxtui.text.spelling import UPPER

_HEAD: Final = 24
"""So many statements at the start may be its head."""
_LONG: Final = 80
"""With a sentence of so many code points the text has begun."""
_SHORT: Final = 60
"""A line of a letterhead that is cut into two has at most so many code points."""
_LONGEST: Final = 160

_CELLS: Final = re.compile(r"\s*(?:\||\t|\s{4,})\s*")
_NUMBER: Final = re.compile(r"số ?: ?[\d….]{0,8}[a-z]? ?/\S+ ", re.IGNORECASE)
_PARTS: Final = re.compile(r"[,;|•·—–()\[\]]| - |(?<= )-|-(?= )")
_NAME: Final = re.compile(rf"[{UPPER}][^\d:]{{0,69}}(?::[^\d:]{{1,69}})?(?<!:)")
_WHO: Final = re.compile(rf"[{UPPER}][\w.]*(?: [{UPPER}][\w.]*){{1,6}}")
_PLACE: Final = re.compile(rf"\(?[{UPPER}][\w.'’ -]{{1,40}}, ?")
_BEHIND: Final = " .;–-)"


def published(text: str, statements: Sequence[Statement]) -> str | None:
    """Return the ISO date on which a text was put out, None where no line of its head is there to say it.

    Such a line is the place-line of a letter or one that is nothing but a day, with its hour and weekday, and who
    wrote or printed it: never a sentence, nor a line with two days.
    """
    for line, signed in _lines(text, statements):
        if len(line) > _LONGEST:
            continue
        for cell in _CELLS.split(line):
            found = _day(" ".join(cell.split()), signed)
            if found is not None:
                return found
    return None


def _lines(text: str, statements: Sequence[Statement]) -> Iterator[tuple[str, bool]]:
    """Yield the lines of the head, and two in a row that may be one; with each whether it is a byline."""
    before = ""
    for start, end, kind in islice(statements, _HEAD):
        if kind == "sentence" and end - start >= _LONG:
            return
        line = text[start:end]
        if kind in ("byline", "heading"):
            yield line, kind == "byline"
        if before and len(before) <= _SHORT and len(line) <= _SHORT:
            yield f"{before} {line}", False
        before = line


def _day(line: str, signed: bool) -> str | None:
    """Return the day of a line; of one that is not `signed` as a byline only in the form of a letter's place-line."""
    line = _NUMBER.sub("", line, count=1)
    found, other = (*days().finditer(line), None, None)[:2]
    if found is None or other is not None:
        return None
    before, behind = line[: found.start()], line[found.end() :]
    if signed:
        if not (_is_beside(before, -1) and _is_beside(behind, 0)):
            return None
    elif not (
        found["day"] and _PLACE.fullmatch(before) and not of_another().match(before) and not behind.strip(_BEHIND)
    ):
        return None
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"]).isoformat()
        year, month, day = (
            found[words] or found[digits] for words, digits in (("year", "y"), ("month", "m"), ("day", "d"))
        )
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _is_beside(words: str, nearest: int) -> bool:
    """Whether `words` may stand beside the day; the `nearest` of their parts touches it."""
    parts = [told_beside().sub("", part).strip(" .-") for part in _PARTS.split(words)]
    if parts[nearest] and not _WHO.fullmatch(parts[nearest]):
        return False
    return all(not part or (_NAME.fullmatch(part) and not of_another().match(part)) for part in parts)
