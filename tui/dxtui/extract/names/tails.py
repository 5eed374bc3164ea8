"""What may follow the name of a body: a number, a short form in brackets."""

import re
from typing import Final

from dxtui.extract.names.name import Page
from dxtui.lexicon.organisations import organisation_words
from dxtui.lexicon.tables import table
from dxtui.text.openings import Opening
from dxtui.text.spelling import UPPER, spelling

_WORDS: Final = table("organisations")["grammar"]
_CORPS: Final = f"(?:{'|'.join(_WORDS['corps'])})"
_COUNTED: Final = table("laws")["words"]["number"][0]
NUMBER: Final = re.compile(
    rf" {_COUNTED} \d{{1,2}}(?![\d.,%/])|(?<= {_COUNTED}) \d{{1,3}}(?![\d.,%/])"
    rf"| \d{{1,3}}(?=[,.;:)](?!\d)| ?\(| (?:{'|'.join(_WORDS['after_number'])})(?!\w)| {_CORPS} |\n|\Z)"
)
"""A number that belongs to a name: with "số", or before a sign or word that a counted noun cannot be."""
AREA_NUMBER: Final = re.compile(
    rf" (?:\d{{1,2}}(?![\d%/G]|[.,]\d)|\d{{3}}(?= (?:{'|'.join(_WORDS['services'])})(?!\w)| ?\()|[IVX]{{1,5}}\b)"
)
"""A number or Roman numeral right behind what is numbered."""
AREA: Final = Opening(
    re.compile(
        rf"[ \n](?:{'|'.join(map(spelling, _WORDS['areas']))})"
        rf"|[ \n](?:{'|'.join(_WORDS['numbered_areas'])})(?= [ivx\d])"
    )
)
"""The kind of area that a body is of, over text in the one spelling."""
NUMBERED_AREA: Final = re.compile(rf"[ \n](?:{'|'.join(_WORDS['numbered_areas'])})(?= [ivx\d])")
"""Of these, the kind that only a number follows."""
AREA_FIRSTS: Final = frozenset(word.split()[0] for word in _WORDS["numbered_areas"])
"""Their first words."""
_OF_REGION: Final = re.compile(rf" {_CORPS} (?:\d{{1,2}}|[IVX]{{1,3}})(?!\w)| (?:{'|'.join(_WORDS['services'])})(?!\w)")
_GOES_ON: Final = (" và ", " & ", " - ", " – ", *(f" {spelling(word)}" for word in _WORDS["of_nation"]))
_SHORT: Final = Opening(re.compile(rf"\s?\(([{UPPER}][\w&-]{{1,11}})\)"))


def past_region(page: Page, stop: int) -> int:
    """Return where the region or corps ends that follows the number of a division or regiment."""
    region = _OF_REGION.match(page.text, stop)
    return region.end() if region is not None else stop


def past_short(page: Page, stop: int, limit: int) -> int:
    """Return where the short form in brackets ends that follows a name; `stop` where brackets name another body."""
    short = _SHORT.match(page.text, stop, limit)
    return short.end() if short is not None and short.start(1) not in page.whole else stop


def known_end(key: str, start: int, stop: int) -> int:
    """Return where a name at [start, stop) ends that begins with one that each province has: no verb is part of it."""
    starts = organisation_words().provincial_starts
    if not key.startswith(starts, start, stop):
        return stop
    end = start + len(next(name for name in starts if key.startswith(name, start, stop))) - 1
    return stop if key.startswith(_GOES_ON, end) else end
