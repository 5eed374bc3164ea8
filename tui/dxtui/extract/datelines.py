"""Marks at the start of a paragraph that say whose news it is, or from where: "(Dân trí) -", "Hà Nội, ngày 5/3 -"."""

import re
from typing import Final

from dxtui.lexicon.statements import Cues
from dxtui.text.spelling import UPPER

_NAME: Final = rf"[{UPPER}][^\W\d_]*(?:\.[{UPPER}][A-Za-z]*)?"
_DATELINE: Final = re.compile(
    rf"(?:\([^()\n]{{2,30}}\)"
    rf"|[{UPPER}]{{2,8}}(?:\.[{UPPER}][A-Za-z]{{1,6}})?(?: Online)?(?=\s|[-–—]\s)|[\w-]{{2,20}}\.(?:vn|com|net|org))\s*"
    rf"[-–—]\s*(?=[{UPPER}\"“])"
)
_PLACE_DATELINE: Final = re.compile(rf"{_NAME}(?: {_NAME}){{0,3}} \([^()\n]{{2,20}}\)\s*[-–—]\s*(?=[{UPPER}\"“])")
_DATED: Final = re.compile(
    rf"{_NAME}(?: {_NAME}){{0,3}}, (?:ngày )?\d{{1,2}}(?:/| tháng )\d{{1,2}}(?:(?:/| năm )\d{{4}})?"
    rf"\s*[-–—]\s*(?=[{UPPER}\"“])"
)


def dateline_end(text: str, key: str, start: int, end: int, cues: Cues) -> int:
    """Return where the paragraph [start, end) goes on behind such a mark; `start` if it has none, or nothing else."""
    found = (
        _DATELINE.match(text, start, end) or _PLACE_DATELINE.match(text, start, end) or _DATED.match(text, start, end)
    )
    found = found or cues.agencies.match(key, start, end)
    if found is None:
        return start
    stop = found.end()
    while stop < end and text[stop].isspace():
        stop += 1
    return stop if stop < end else start
