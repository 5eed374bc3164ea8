"""Where a body is: the area or the place that ends its name."""

import re
from typing import Final

from dxtui.extract.names.name import Name, Page
from dxtui.extract.names.tails import AREA, AREA_NUMBER
from dxtui.lexicon.levels import level_words, provinces
from dxtui.text.spelling import LOWER, UPPER

_GAP: Final = re.compile(r"[ \n]")
_OWN: Final = re.compile(rf" ([{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{0,2}})(?![^\W_])")
JOINT: Final = re.compile(r" ?[-–,] ")
"""What stands between a name and where it is, or whose."""


def area_end(page: Page, at: int, limit: int) -> int:
    """Return where the area ends that a body whose name ends at `at` is of: "khu vực II", "khu vực 3 - Lâm Đồng"."""
    area = AREA.match(page.key, at, limit)
    if area is None:
        return at
    number = AREA_NUMBER.match(page.text, area.end(), limit)
    stop = number.end() if number else area.end()
    joint = JOINT.match(page.text, stop, limit) if number else _GAP.match(page.text, stop, limit)
    place = page.place_at(joint.end(), limit) if joint else None
    if place is not None:
        return place.end
    own = _OWN.match(page.text, stop, limit) if number is None else None
    if own is not None and own.start(1) not in page.persons:
        return own.end()  # a place that no table knows: "Bệnh viện Đa khoa khu vực Kỳ Lộc"
    return stop if number else at


def placed_name(text: str, place: Name) -> str:
    """Return a place as it ends the name of a body: with its level, which the text may leave out for a province."""
    written = " ".join(text[place.start : place.end].split())
    first = written.split(" ", 1)[0].lower()
    kind = provinces().get(place.canonical) or provinces().get(f"Thành phố {place.canonical}")
    if first.startswith(("tp", "t.p")) or (kind == "thành phố") or place.canonical.startswith("Thành phố"):
        return f"thành phố {place.canonical.removeprefix('Thành phố ')}"
    if kind is not None:
        return f"{kind} {place.canonical}"
    if written.isupper():
        written = written.title()
    return written[:1].lower() + written[1:] if first in level_words() else written
