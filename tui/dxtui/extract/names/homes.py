"""Where a body is: the area or the place that ends its name."""

import re
from typing import Final

from dxtui.extract.names.areas import LISTED
from dxtui.extract.names.name import Name, Page, new_name
from dxtui.extract.names.tails import AREA, AREA_NUMBER, past_short
from dxtui.extract.names.walk import level_at
from dxtui.lexicon.frames import frames
from dxtui.lexicon.levels import level_words, provinces
from dxtui.lexicon.names import countries
from dxtui.lexicon.tables import table
from dxtui.text.spelling import LOWER, UPPER

_GAP: Final = re.compile(r"[ \n]")
_OWN: Final = re.compile(rf" ([{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{0,2}})(?![^\W_])")
AT: Final = " tại "
_HOME: Final = table("brands")["shapes"]["country"]
PROVINCIAL: Final = frozenset(("tỉnh", "thành phố", "tp"))
"""Levels of which a text has one body each."""
_LONGEST_NATION: Final = 2
"""Spaces before the name of a country that ends another name."""
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
        return second_end(page, place.end, limit) if number is None else place.end
    own = _OWN.match(page.text, stop, limit) if number is None else None
    if own is not None and own.start(1) not in page.persons:
        return own.end()  # a place that no table knows: "Bệnh viện Đa khoa khu vực Kỳ Lộc"
    return stop if number else at


def second_end(page: Page, at: int, limit: int) -> int:
    """Return where the second place of an area ends whose first ends at `at`: "khu vực Ninh Hải - Thuận Bắc"."""
    joint = JOINT.match(page.text, at, limit)
    other = page.place_at(joint.end(), limit) if joint is not None and "," not in joint[0] else None
    return other.end if other is not None else at


def of_several(page: Page, end: int, limit: int) -> int:
    """Return where the places end that a body whose kind ends at `end` is of, "UBND[ các xã A, B và C]"; 0 if none."""
    many = frames().several.match(page.key, end, limit)
    place = page.place_at(many.end(), limit) if many is not None else None
    stop = 0
    while place is not None:
        stop = place.end
        joint = LISTED.match(page.text, stop, limit)
        place = page.place_at(joint.end(), limit) if joint is not None else None
    return stop


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


def abroad(page: Page, name: Name, limit: int, *, any_place: bool) -> Name:
    """Return a body that another has with where it has it: "Đại sứ quán Việt Nam tại Lào".

    What is of one country may be in ours: "Hiệp hội Doanh nghiệp Nhật Bản tại Việt Nam".
    """
    at = page.place_at(name.end + len(AT), limit)
    if at is None or not (any_place or (at.canonical == _HOME and _is_of_country(page, name))):
        return name
    return name._replace(end=at.end, canonical=f"{name.canonical}{AT}{at.canonical}")


def _is_of_country(page: Page, name: Name) -> bool:
    """Whether a name ends with that of another country."""
    gap = name.end
    for _ in range(_LONGEST_NATION):
        gap = page.text.rfind(" ", name.start, gap)
        place = page.places.get(gap + 1)
        if gap > 0 and place is not None and place.end == name.end:
            return place.canonical in countries()
    return False


def behind_short(page: Page, start: int, end: int, limit: int, canonical: str) -> Name | None:
    """Return a body whose place or level stands behind its short form: "Ủy ban nhân dân (UBND) tỉnh Hà Giang".

    `canonical` is what its words at [start, end) stand for.
    """
    short = past_short(page, end, limit)
    if short == end or page.text[short : short + 1] not in (" ", "\n"):
        return None
    place = page.place_at(short + 1, limit)
    if place is not None:
        return new_name(start, place.end, "organisation", f"{canonical} {placed_name(page.text, place)}")
    level = level_at(page, short, limit)
    if level is None:
        return None
    unclear = "" if level[1] in PROVINCIAL else level[1]
    return new_name(start, level[0], "organisation", f"{canonical} {level[1]}", opener=unclear, level=level[1])


def past_partner(page: Page, stop: int, limit: int) -> int:
    """Return where the second of two firms ends that a name ends in: "Trung tâm Xuất sắc VNPT - Qualcomm"."""
    joint = JOINT.match(page.text, stop, limit)
    partner = page.whole.get(joint.end()) if joint is not None else None
    if joint is None or "," in joint[0] or partner is None or partner[0] > limit or partner[1].type != "organisation":
        return stop
    first = page.whole.get(page.text.rfind(" ", 0, stop) + 1)
    alone = first is not None and first[0] == stop and first[1].type == "organisation"
    return partner[0] if alone and page.text[joint.end() : partner[0]].isascii() else stop
