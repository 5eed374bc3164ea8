"""Names of organisations, read from what opens them."""

import re
from typing import Final

from dxtui.extract.names.firms import company
from dxtui.extract.names.full import full
from dxtui.extract.names.homes import (
    AT,
    JOINT,
    PROVINCIAL,
    abroad,
    area_end,
    behind_short,
    of_several,
    past_partner,
    placed_name,
    second_end,
)
from dxtui.extract.names.name import Name, Page, new_name
from dxtui.extract.names.persons import is_titled
from dxtui.extract.names.tails import AREA, AREA_NUMBER, NUMBER, known_end, past_region, past_short
from dxtui.extract.names.walk import Style, level_at, walk
from dxtui.lexicon.frames import frames
from dxtui.lexicon.joining import joining
from dxtui.lexicon.levels import bare_name
from dxtui.lexicon.names import Entry, surnames
from dxtui.lexicon.organisations import organisation_words
from dxtui.lexicon.tables import table
from dxtui.text.openings import Opening
from dxtui.text.spelling import LOWER, UPPER, is_foreign, spelling

_FIELD: Final = Style(listed=True, verbal=True, dashed=True)
_BEARING: Final = Style(listed=True, verbal=True, dashed=True, persons=True)
_LOW: Final = Style(lower=True, listed=True, verbal=True, dashed=True, longest=9)
_PHRASE: Final = 2
_LONG_NAME: Final = 20
_ALONE: Final = Style(dashed=True, persons=True)
_BEYOND: Final = Style(dashed=True, persons=True, beyond=True)
_ABOUT: Final = Style(lower=True, listed=True, verbal=True, dashed=True, nested=True, longest=20)
_NEXT: Final = re.compile(r"[ \n]([^\W\d_]+)")
_OF: Final = Opening(re.compile(r" của (?=[^\W\d_])"))
_LISTED: Final = re.compile(
    rf"(?:, [{UPPER}][^\W\d_]*(?: [{LOWER}]+){{0,4}}){{1,3}}(?=\s?\([{UPPER}][{UPPER}&-]{{1,9}}\))"
)
_SIGNED: Final = re.compile(r"(?:TM|T/M|TUQ)\. ?\Z")
_NUMBERED: Final = f" {table('laws')['words']['number'][0]}"
_LISTING: Final = re.compile(r"(?:\D, | và |/|; )\Z")
_DEEPEST: Final = 3
"""Bodies in one another that a name has at most: "Văn phòng Ban Thường vụ Đảng ủy UBND"."""
# Which of several of one name: "Trường Tiểu học Lê Lợi 2", "Bệnh viện Đa khoa Lâm Đồng II".
_AGAIN: Final = re.compile(rf" (?:[A-D]|I{{1,3}}|\d)(?=[,.;:)\n]|\Z)| (?:[A-D]|I{{1,3}})(?= [{LOWER}])")
# What a second place is called that nobody knows.
_SECOND: Final = re.compile(rf"[{UPPER}][^\W\d_]+(?: [{UPPER}][^\W\d_]+){{0,2}}(?! [{UPPER}])")
_MEMBER: Final = " viên"


def organisation(page: Page, start: int, end: int, entry: Entry) -> Name | None:
    """Return the organisation whose opener `entry` stands at [start, end), if one is named there."""
    limit = page.limit(start)
    if frames().is_class(page.key, start):
        return None
    if page.key.startswith(organisation_words().middle_names, end) and page.key[start:end] in surnames():
        return None
    match entry.grammar:
        case "company":
            name = _of_group(page, company(page, start, end, limit), limit)
            if name is None and organisation_words().company_form.match(page.key, end, limit) is None:
                name = _short(page, start, end, limit, entry)
        case "local" if page.text[start].isupper() and (stop := of_several(page, end, limit)):
            several = " ".join(page.text[end:stop].split())
            return new_name(start, stop, "organisation", f"{full(page.text[start:end])} {several}")
        case "local":
            name = _local(page, start, end, limit)
        case _:
            name = _field(page, start, end, limit, entry)
    if name is not None and page.text[start].islower() and (name.opener or name.level or name.end <= end):
        return None  # in lower case an opener names nothing alone
    if (
        name is not None
        and entry.part_of
        and page.text[start].islower()
        and page.text.count(" ", end, name.end) < _PHRASE
    ):
        return None  # "phòng Lan"
    if (
        name is not None
        and not (name.opener or name.level)
        and page.key.startswith(organisation_words().told_apart, start)
    ):
        again = _AGAIN.match(page.text, name.end, limit)
        if again is not None:
            return name._replace(end=again.end(), canonical=name.canonical + again[0])
    if name is None or name.opener or name.level or not page.text.startswith(AT, name.end):
        return name
    return abroad(page, name, limit, any_place=entry.canonical in organisation_words().abroad)


def _of_group(page: Page, name: Name | None, limit: int) -> Name | None:
    """Return a firm with the short name of its group that ends its own: "Công ty Nhôm Lâm Đồng - TKV"."""
    joint = JOINT.match(page.text, name.end, limit) if name is not None and not name.opener else None
    if name is None or joint is None:
        return name
    group = page.whole.get(joint.end())
    if group is None:
        return _of_two(page, name, joint, limit)
    if group[0] > limit:
        return name
    code = page.text[joint.end() : group[0]]
    if "," in joint[0] or code not in organisation_words().group_codes:
        return name
    return name._replace(end=group[0], canonical=f"{name.canonical} - {code}")


def _of_two(page: Page, name: Name, joint: re.Match[str], limit: int) -> Name:
    """Return a firm of two places, of which the second is not known: "Công ty Cấp nước Sài Gòn - Dankia"."""
    second = _SECOND.match(page.text, joint.end(), limit)
    if "," in joint[0] or second is None or second.start() in page.persons or joint.end() in page.opens:
        return name
    gap = page.text.rfind(" ", name.start, name.end)
    first = (page.places.get(at) for at in (gap + 1, page.text.rfind(" ", name.start, max(gap, name.start)) + 1))
    if not any(place is not None and place.end == name.end for place in first):
        return name
    if " " not in second[0] and not is_foreign(second[0]):
        return name  # "Công ty Điện lực Hà Nội - Báo cáo năm"
    return name._replace(end=second.end(), canonical=f"{name.canonical} - {second[0]}")


def _field(page: Page, start: int, end: int, limit: int, entry: Entry) -> Name | None:
    text, key = page.text, page.key
    kind = organisation_words().kinds.match(key, end, limit)
    told = kind is not None and text[end + 1].islower() and _goes_on(page, kind.end(), limit)
    end = kind.end() if kind is not None and told else end
    following = _NEXT.match(text, end, limit)
    about = entry.grammar == "about"
    place = page.place_at(end + 1, limit)
    named = (told or " " in entry.canonical) and not about
    area = area_end(page, end, limit) if named else end
    if area > end:
        return _finish(page, start, area, limit)
    if place is not None and named and text[end] in " \n":
        own = entry.canonical in organisation_words().own_names
        whose = " ".join(text[place.start : place.end].split()) if own else placed_name(text, place)
        return new_name(start, place.end, "organisation", f"{full(text[start:end])} {whose}")
    if named and level_at(page, end, limit) is not None:
        return _finish(page, start, end, limit)
    numbered = entry.canonical in organisation_words().numbered
    number = NUMBER.match(text, end, limit) if numbered else None
    if number is None and numbered and not about:
        number = AREA_NUMBER.match(text, end, limit)
    if number is not None:
        stop = past_region(page, number.end())
        nation = organisation_words().national_behind.match(key, stop, limit)
        stop = nation.end() if nation is not None else stop
        level = level_at(page, stop, limit)
        owner = page.place_at(level[0] + 1, limit) if level is not None else None
        if level is not None and owner is not None:  # Behind a number a level looks like several: "138 tỉnh A".
            written = f"{full(text[start:stop])} {level[1]} {owner.canonical}"
            return new_name(start, owner.end, "organisation", written)
        if level is not None or page.place_at(stop + 1, limit) is not None:
            return _finish(page, start, stop, limit)
        return new_name(start, stop, "organisation", full(text[start:stop]))
    board = page.opens.get(end + 1) if entry.canonical in organisation_words().of_boards else None
    if board is not None and board[1].grammar == "about" and text[end + 1].isupper():
        inner = _field(page, end + 1, board[0], limit, board[1])
        if inner is not None and not inner.opener:
            return inner._replace(start=start, canonical=f"{full(text[start:end])} {inner.canonical}")
    phrased = entry.canonical in organisation_words().phrased and following is not None
    if phrased and following is not None and following[1][0].islower() and text[start].isupper():
        stop = walk(page, end, limit, _LOW)
        if stop > end and _is_owned(page, end, stop, limit):
            return _finish(page, start, stop, limit)
    if following is None or not (following[1][0].isupper() or about):
        return _short(page, start, end, limit, entry)
    if following[1][0].isupper() and organisation_words().no_bodies.match(key, following.start(1)):
        return None
    topic = frames().topic.match(key, end, limit) if about else None
    if (
        topic is None
        and following[1][0].islower()
        and entry.canonical not in organisation_words().lower_field
        and not _of_nation(text, end, following)
    ):
        return _short(page, start, end, limit, entry)
    begin = topic.end() if topic else end
    of_province = entry.canonical in organisation_words().provincial
    named_after = entry.canonical in organisation_words().of_persons
    unlisted = entry.canonical in organisation_words().unlisted
    paper = entry.canonical in organisation_words().beyond
    field = _BEYOND if paper else _ALONE if unlisted else _BEARING if named_after else _FIELD
    stop = walk(page, begin, limit, _ABOUT if about else field)
    if stop == begin:
        return _short(page, start, end, limit, entry)
    stop = known_end(key, start, stop)
    if not topic:
        later = frames().topic.match(key, stop, limit) if about else None
        if later:
            further = walk(page, later.end(), limit, _ABOUT)
            stop = further if further > later.end() else stop
    listed = _LISTED.match(text, stop, limit)
    stop = listed.end() if listed is not None else area_end(page, stop, limit)
    if AREA.pattern.search(key, begin, stop):
        stop = second_end(page, stop, limit)
    if not about and key.endswith(frames().nation, begin, stop):
        topic = frames().topic.match(key, stop, limit)
        further = walk(page, topic.end(), limit, _ABOUT) if topic is not None else stop
        stop = further if topic is not None and further > topic.end() else stop
    stop = _past_own_name(page, start, past_partner(page, stop, limit), limit)
    number = NUMBER.match(text, stop, limit)
    stop = number.end() if number is not None else stop
    if number is None and key.endswith(_NUMBERED, begin, stop) and text[stop + 1 : stop + 2].isdigit():
        stop -= len(_NUMBERED)  # "Tạp chí … số 23/2018"
    name = _finish(page, start, stop, limit, of_body=about)
    of_province = of_province and not AREA.pattern.search(key, start, stop)
    one = name is not None and spelling(name.canonical) in organisation_words().provincial_names
    if name is not None and (of_province or one) and not name.level and page.place_at(name.end + 1, limit) is None:
        added = page.text[stop : name.end].strip()
        placed = (added and not added.startswith("(")) or _ends_in_place(page, end, stop, limit)
        return name if placed else name._replace(level="tỉnh")
    return name


def _past_own_name(page: Page, start: int, stop: int, limit: int) -> int:
    """Return where the own name of a body ends that reads as a person's of two syllables: "Trung tâm … Lạc Hồng".

    Behind a post it is who heads the body.
    """
    end = page.persons.get(stop + 1)
    if end is None or end > limit or page.text[stop] != " " or page.text.count(" ", stop + 1, end) != 1:
        return stop
    own = stop - start > _LONG_NAME and page.text[end : end + 2] not in (", ", " -", " –", " (")
    return end if own and not is_titled(page.key, start) else stop


def _is_owned(page: Page, end: int, stop: int, limit: int) -> bool:
    """Whether a phrase in lower case at [end, stop) names a body: whose it is follows, or ends it."""
    if page.key.count(" ", end, stop) < _PHRASE:
        return False
    alone = page.key[end + 1 : stop].replace("\n", " ") in organisation_words().fields_alone
    if alone or level_at(page, stop, limit) is not None or page.place_at(stop + 1, limit) is not None:
        return True
    ends = _ends_in_place(page, end, stop, limit)
    return ends or page.key.endswith(organisation_words().of_nation, end, stop)


def _ends_in_place(page: Page, end: int, stop: int, limit: int) -> bool:
    """Whether what stands at [end, stop) ends with the name of a place."""
    gap = page.text.find(" ", end + 1, stop)
    while gap > 0:
        place = page.place_at(gap + 1, limit)
        if place is not None and place.end == stop:
            return True
        gap = page.text.find(" ", gap + 1, stop)
    return False


def _goes_on(page: Page, at: int, limit: int) -> bool:
    """Whether a name goes on behind the kind of a school or hospital that ends at `at`."""
    return (
        page.text[at + 1 : at + 2].isupper()
        or NUMBER.match(page.text, at, limit) is not None
        or level_at(page, at, limit) is not None
        or page.place_at(at + 1, limit) is not None
    )


def _of_nation(text: str, end: int, following: re.Match[str]) -> bool:
    """Whether a body of the nation is named by a phrase without "về": "Ủy ban Quốc gia đổi mới giáo dục"."""
    if not text.endswith("Quốc gia", 0, end):
        return False
    pair = _NEXT.match(text, following.end())
    words = joining()
    return following[1] not in words.stops and not (pair and f"{following[1]} {pair[1]}" in words.stop_pairs)


def _finish(page: Page, start: int, stop: int, limit: int, *, of_body: bool = False) -> Name | None:
    """Add whose it is and its short form in brackets."""
    if frames().common.match(page.key, stop, limit):
        return None
    level = level_at(page, stop, limit)
    place = page.place_at(stop + 1, limit)
    owner = page.place_at(level[0] + 1, limit) if level is not None and page.text[stop - 1].isdecimal() else None
    if level is not None and owner is not None:  # behind a number a level looks like several: "Đề án 06 tỉnh A"
        return new_name(start, owner.end, "organisation", f"{full(page.text[start:stop])} {level[1]} {owner.canonical}")
    inner = page.opens.get(stop + 1)
    if inner is not None and inner[1].grammar == "local" and page.text[stop + 1].isupper():
        parts = page.text.startswith(tuple(organisation_words().parts), start)
        whole = _local(page, stop + 1, inner[0], limit) if parts else None
        if whole is not None:
            number = NUMBER.match(page.text, whole.end, limit) if not whole.level else None
            end = number.end() if number is not None else whole.end
            canonical = f"{full(page.text[start:stop])} {whole.canonical}{page.text[whole.end : end]}"
            return whole._replace(start=start, end=end, canonical=canonical, opener="")
    if place is not None and page.text[stop] == " ":
        stop, level = place.end, None
    elif level is not None:
        stop = level[0]
    elif of_body:
        of = _OF.match(page.key, stop, limit)
        body = page.whole.get(of.end()) if of else None
        if body is not None and body[1].type == "organisation":
            return new_name(start, body[0], "organisation", f"{full(page.text[start:stop])} của {body[1].canonical}")
    written = page.text[start:stop]
    short = past_short(page, stop, limit)
    if short > stop and place is None and level is None:
        # "Trung tâm Kiểm soát bệnh tật (CDC) tỉnh": whose it is stands behind its short form.
        place, level = page.place_at(short + 1, limit), level_at(page, short, limit)
        if place is not None and page.text[short] == " ":
            return new_name(start, place.end, "organisation", f"{full(written)} {placed_name(page.text, place)}")
        if level is not None:
            return new_name(start, level[0], "organisation", f"{full(written)} {level[1]}", level=level[1])
    return new_name(start, short, "organisation", full(written), level=level[1] if level else _ends_in_level(written))


def _ends_in_level(written: str) -> str:
    last = written.rsplit(" ", 1)[-1]
    return last if last == "tỉnh" else ""


def _short(page: Page, start: int, end: int, limit: int, entry: Entry) -> Name | None:
    """Return an opener that stands alone, which the rest of the text may fill."""
    if entry.canonical not in organisation_words().short_forms or frames().common.match(page.key, end, limit):
        return None
    following = _NEXT.match(page.key, end, limit)
    words = organisation_words()
    apart = following is not None and following[1] in words.not_short
    if apart or page.key.endswith(words.not_short_behind, 0, start) or page.key.startswith(words.not_short_pairs, end):
        return None
    if following is not None and following[1] in words.compounds and " " not in entry.canonical:
        return None  # "hội họp", but "Ban Chỉ đạo họp"
    opener = full(entry.canonical)
    listed = opener in words.only_ones and _LISTING.search(page.text, max(0, start - 4), start)  # "hộ dân, HTX"
    return None if listed else new_name(start, end, "organisation", opener, opener=opener)


def _local(page: Page, start: int, end: int, limit: int, nested_in: int = 0) -> Name | None:
    """Return a body of a province, district or commune, which stands `nested_in` so many others."""
    text, key = page.text, page.key
    if (
        key.startswith(_MEMBER, end)
        or frames().common.match(key, end, limit)
        or frames().in_title.search(key, max(0, start - 10), end)
    ):
        return None
    at = end + 1
    area = area_end(page, end, limit)
    if area > end:
        level = level_at(page, area, limit)
        owner = page.place_at(level[0] + 1 if level is not None else area + 1, limit)
        stop = owner.end if owner is not None else area
        return new_name(start, stop, "organisation", full(text[start:stop]))
    behind = behind_short(page, start, end, limit, full(text[start:end]))
    if behind is not None:
        return behind
    of = _OF.match(key, end, limit)
    place = page.place_at(at, limit) if key[end : end + 1] in (" ", "\n") else None
    if place is None and of is not None:
        return None
    if place is not None:
        party = " ".join(key[start:end].split()[-2:]) in organisation_words().own_level
        # "Viễn thông Bắc Ninh" has a province's name without its level, where that is not written.
        plain = page.opens[start][1].canonical in organisation_words().own_names
        plain = plain and key[place.start : place.end] == spelling(place.canonical)
        of_place = bare_name(place.canonical) if party or plain else placed_name(text, place)
        return new_name(start, place.end, "organisation", f"{full(text[start:end])} {of_place}")
    whole = page.whole.get(at)
    if whole is not None and whole[1].type == "organisation" and whole[0] <= limit:
        return new_name(start, whole[0], "organisation", f"{full(text[start:end])} {whole[1].canonical}")
    inner = page.opens.get(at)
    if inner is not None and inner[1].grammar == "local" and text[at].isupper() and key[end] in " \n":
        nested = _local(page, at, inner[0], limit, nested_in + 1) if nested_in < _DEEPEST else None
        if nested is not None and nested.opener in ("", nested.level):
            return nested._replace(start=start, canonical=f"{full(text[start:end])} {nested.canonical}")
    words = organisation_words()
    level = level_at(page, end, limit)
    if level is not None:
        unclear = "" if level[1] in PROVINCIAL else level[1]
        return new_name(start, level[0], "organisation", full(text[start : level[0]]), opener=unclear, level=level[1])
    own = words.own_level.get(" ".join(key[start:end].split()[-2:]))
    if own is not None:
        return new_name(start, end, "organisation", full(text[start:end]), level=own)
    following = _NEXT.match(text, end, limit)
    shouted = following is not None and len(following[1]) > 1 and following[1].isupper() and text[start:end].isupper()
    if following is not None and not shouted and following[1][0].isupper() and not page.begins_name(following.start(1)):
        stop = walk(page, end, limit, _FIELD)
        return _finish(page, start, stop, limit) if stop > end else None
    if end == limit and text[start:end].isupper():
        below = page.place_at(at, page.limit(at))
        if below is not None and text[at : below.end].isupper() and below.end == page.limit(at):
            return new_name(start, end, "organisation", f"{full(text[start:end])} {placed_name(text, below)}")
    if end == limit and _SIGNED.search(text, max(0, start - 5), start):
        return new_name(start, end, "organisation", full(text[start:end]), opener=full(text[start:end]))
    if key.startswith(words.named_alone, start):
        opener = full(page.opens[start][1].canonical)
        return new_name(start, end, "organisation", opener, opener=opener)
    return None
