"""How far a name goes on behind its opener."""

import re
from dataclasses import dataclass
from typing import Final

from dxtui.extract.names.full import is_abbreviation
from dxtui.extract.names.name import Page
from dxtui.extract.names.tails import AREA_FIRSTS, NUMBERED_AREA
from dxtui.lexicon.frames import frames
from dxtui.lexicon.joining import joining
from dxtui.lexicon.names import abroad
from dxtui.lexicon.organisations import organisation_words
from dxtui.text.spelling import LOWER, UPPER, is_foreign

_DASHES: Final = ("-", "–")
_STEP: Final = re.compile(r"([ \t\n\xa0]{1,3}|, ?|\s?[-–]\s?|\s?[/&]\s?)([^\W_]+)")
_WORDS: Final = re.compile(r"( [^\W\d_]+)(?: [^\W\d_]+)?")
_OWN: Final = re.compile(rf" ([{UPPER}](?:[{LOWER}]+|[A-Z]+)(?![^\W_]))")
"""A syllable with a capital, or a word of capitals, behind a place in the name of a firm."""
_CODE: Final = 2
"""Length of a digit with its letter: "3A"."""
_CENTRAL: Final = "trung ương"
_AND: Final = re.compile(r"[^,;.:()\n\"“”]{2,40}? và ")


@dataclass(frozen=True, slots=True)
class Style:
    """What may join a name."""

    lower: bool = False
    """Whether its first word may be in lower case."""
    listed: bool = False
    """Whether "X, Y và Z" is one name."""
    verbal: bool = False
    """Whether a comma and a verb ("giám sát, điều hành") go on with it."""
    dashed: bool = False
    """Whether a dash and a capital go on with it."""
    persons: bool = False
    """Whether a person's name may end it right behind the opener."""
    nested: bool = False
    """Whether another name may end it."""
    coded: bool = False
    """Whether a digit with a capital behind it goes on with it: "Dược phẩm 3B"."""
    beyond: bool = False
    """Whether a capital behind a place at home goes on with it: "Kho vận Hậu Giang Xanh"."""
    proper: int = 3
    """Capitalised syllables in a row that make a proper name, behind which a word in lower case is none of it."""
    longest: int = 14
    """How many syllables it has at most."""


def walk(page: Page, start: int, limit: int, style: Style) -> int:
    """Return where the name ends whose opener ends at `start`; `start` if nothing joins it."""
    words = joining()
    text, key = page.text, page.key
    nation = frames().nation[1:]
    end, count, fresh, last, was, run = start, 0, True, "", " ", 0
    limit = min(limit, start + 160)
    following: re.Match[str] | None = None
    while count < style.longest:
        step = following if following is not None and following.start() == end else _STEP.match(text, end, limit)
        if step is None:
            break
        at, stop = step.span(2)
        sign = step[1].strip()
        word = key[at:stop]
        if word[-1].isdecimal() and word[0].isalpha() and text[at:stop].islower():
            plain = word.rstrip("0123456789")
            if not is_foreign(plain):
                limit = stop = at + len(plain)  # the mark of a footnote: "lúa chất lượng cao1"
                word = plain
        if page.begins_name(at):
            bearing = style.persons and not sign and (count == 0 or last in organisation_words().before_persons)
            if bearing and at in page.persons:
                return page.persons[at]
            inner = _inner_end(page, at, limit, sign, style, fresh)
            if inner and style.beyond and _is_first_part(page, at, inner, limit):
                end, count, run, was = inner, count + 2, style.proper, " "
                continue
            if inner:
                return inner
            opened = page.opens.get(at) if at not in page.persons and not sign else None
            if opened is None or (count and not _opens_nothing(page, at, opened[0], limit)):
                break
            if (
                opened[1].canonical in organisation_words().short_forms
                and text[opened[0] + 1 : opened[0] + 2].islower()
                and not joins_on(key, opened[0])
            ):
                return opened[0]
            if count:
                end, count, last = opened[0], count + 1, key[at : opened[0]].rsplit(" ", 1)[-1]
                fresh = style.verbal and style.lower  # "… Hệ thống thông tin[ giám định]"
                continue
        if not word[0].isalpha():
            if style.coded and count and len(word) == _CODE and text[stop - 1].isupper() and step[1] == " ":
                end, count = stop, count + 1
                continue
            if step[1] != "-" or not word.isdigit() or not count:
                break
            end = stop  # "Covid-19"
            continue
        capital = text[at].isupper()
        if (
            count
            and not capital
            and was.isascii()
            and was[0].isupper()
            and is_foreign(was)
            and not is_abbreviation(was)
        ):
            break
        if not capital and run >= style.proper and not sign:
            break
        run = run + 1 if capital and not sign else int(capital)
        was = text[at:stop]
        if count == 0 and not capital and not style.lower:
            break
        if capital and count and "\n" in step[1] and text[at:stop].isupper() and _is_next_line(page, at, stop, limit):
            break
        if sign in _DASHES and not capital and (tail := _past_dash(page, start, end, at)):
            end, fresh, count = tail, False, count + 2  # "kinh tế - xã hội"
            continue
        if sign == ",":
            if not _goes_on_after_comma(page, at, stop, limit, style):
                break
            fresh = True
        elif sign in _DASHES:
            if not style.dashed or not capital or len(step[1]) == 2 or key.startswith(words.no_parts, at):
                break
            fresh = True
        elif sign == "/" or (sign == "&" and not capital):
            break
        if word in AREA_FIRSTS and count and NUMBERED_AREA.match(key, end, limit):
            break
        if not capital and word in frames().level_words and _is_level(key, at, word, last, style):
            break
        if word == "và" and not capital:
            joined = _after_and(page, stop, limit, style, text[end - 1])
            if not joined:
                break
            end, fresh, count = stop, True, count + 1
            continue
        following = _STEP.match(text, stop, limit)
        pair_end = following.end() if following is not None and following[1].isspace() else 0
        if not capital and word in words.firsts:
            pair = key[at:pair_end].replace("\n", " ") if pair_end else word
            if pair in words.joins:
                end, fresh, count, run = pair_end or stop, pair == nation and style.lower, count + 2, 0
                if pair in words.leads_on:
                    end = _past_nominal(page, end, limit)
                continue
            if pair in words.nominal and not fresh and not style.lower and key.startswith(words.objects, pair_end):
                break  # "Phòng Kỹ thuật nghiên cứu phương án …"
            if count and pair in words.nominal and text[pair_end + 1 : pair_end + 2].isdigit():
                break  # "Tổ công tác chuyển đổi số ngành[ tổ chức 4 lớp]"
            if fresh and (
                pair in words.nominal or (count == 0 and pair_end and key.endswith(frames().about, 0, start))
            ):
                end, count, last, run = pair_end or stop, count + 2, key[stop + 1 : pair_end] if pair_end else word, 0
                continue
            if style.beyond and pair in words.nominal and _leads_to_own(page, pair_end):
                end, count, run = pair_end, count + 2, 0
                continue
            stopped = pair in words.stop_pairs and f"{last} {pair}" not in words.compounds
            if stopped or (word in words.verbs and (style.dashed or not style.lower)):
                break
            if word in words.stops:
                known = f"{last} {word}"
                if sign or not (known in words.compounds or known in words.joins):
                    break
        if capital and count > 0 and at in page.persons:
            break
        if pair_end and key[at:pair_end] in words.nominal and fresh:
            end, count, last = pair_end, count + 2, key[stop + 1 : pair_end]
            run = run + 1 if text[stop + 1].isupper() else 0
            continue
        if capital and pair_end and not style.lower and key.startswith(_CENTRAL, at) and pair_end - at == len(_CENTRAL):
            third = _STEP.match(text, pair_end, limit)
            if third is not None and not third[1].strip() and text[third.start(2)].islower():
                return pair_end
        if pair_end and key[at:pair_end] == nation:
            end, count, fresh = pair_end, count + 2, style.lower
            continue
        last = word
        fresh = word in words.leads_on or (capital and word in words.stops)
        if style.verbal and style.lower and count == 1:
            fresh = fresh or key.startswith("thông tin", at - 6)
        end, count = stop, count + 1
    if text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha() and text[end - 1].islower():
        return max(start, text.rfind(" ", start, end))  # the address of a website
    return end


def _past_dash(page: Page, start: int, end: int, at: int) -> int:
    """Return where the second of two words ends that a dash before `at` makes one: "kinh tế - xã hội"; 0 if none."""
    if not page.key.endswith(joining().dash_heads, start, end):
        return 0
    return next((at + len(tail) for tail in joining().dash_tails if page.key.startswith(tail, at)), 0)


def _is_level(key: str, at: int, word: str, last: str, style: Style) -> bool:
    """Whether the first word of a level at `at` is one: no "thành lập", in a phrase no "thành phố thông minh"."""
    if last in frames().no_levels_behind or frames().level.match(key, at - 1) is None:
        return False
    return not (style.lower and key.startswith(frames().no_levels, at))


def _leads_to_own(page: Page, end: int) -> bool:
    """Whether right behind the trade that ends at `end` a firm's own name begins: "… nông nghiệp tổng hợp Anh Đào"."""
    return page.text[end] == " " and page.text[end + 1 : end + 2].isupper() and not page.begins_name(end + 1)


def _is_next_line(page: Page, at: int, stop: int, limit: int) -> bool:
    """Whether the line in capitals whose first word stands at [at, stop) goes on with no name above it: "BÁO CÁO …"."""
    words = joining()
    pair_end = _next_end(page.text, stop, limit)
    return page.key[at:stop] in words.stops or page.key[at:pair_end] in words.stop_pairs


def _is_first_part(page: Page, at: int, end: int, limit: int) -> bool:
    """Whether the place at [at, end), which has no level and is no country, is but the first part of a name."""
    place = page.place_at(at, limit)
    if place is None or not page.text[at].isupper() or page.text[end : end + 1] != " " or place.canonical in abroad():
        return False
    own = _OWN.match(page.text, end, limit)
    if own is None or page.begins_name(end + 1) or is_abbreviation(own[1]):
        return False
    return not page.key.startswith((*joining().no_parts, *joining().not_beyond), end + 1)


def _opens_nothing(page: Page, at: int, end: int, limit: int) -> bool:
    """Whether an opener inside a name opens none itself: "Vụ Giáo dục Đại học"."""
    if at in page.whole or at in page.places or page.text[end : end + 1] == "(":
        return False
    following = page.text[end + 1 : end + 2]
    return end >= limit or (not (following.isupper() or following.isdigit()) and level_at(page, end, limit) is None)


def _past_nominal(page: Page, end: int, limit: int) -> int:
    """Return where the two syllables behind `end` end that what leads on to them takes: "đầu tư xây dựng"."""
    second = _next_end(page.text, _next_end(page.text, end, limit) or end, limit)
    return second if second and page.key[end + 1 : second] in joining().nominal else end


def _next_end(text: str, stop: int, limit: int) -> int:
    """Return where the next word ends behind white space, or 0."""
    step = _STEP.match(text, stop, limit)
    return step.end() if step is not None and step[1].isspace() else 0


def joins_on(key: str, at: int) -> bool:
    """Return whether the word that ends at `at` and those behind it are a compound: "Tài chính[ kế toán]"."""
    more = _WORDS.match(key, at)
    if more is None:
        return False
    last, compounds = key[key.rfind(" ", 0, at) + 1 : at], joining().compounds
    return f"{last}{more[0]}" in compounds or f"{last}{more[1]}" in compounds


def _inner_end(page: Page, at: int, limit: int, sign: str, style: Style, fresh: bool) -> int:
    """Return the end of the name that starts at `at` where it may end this one, else 0."""
    place = page.place_at(at, limit)
    if place is not None and style.dashed and sign in _DASHES:
        return place.end
    if sign or at in page.persons:
        return 0
    if place is not None:
        return place.end
    whole = page.whole.get(at)
    if whole is not None and style.dashed and whole[1].type == "organisation" and whole[0] <= limit:
        brand = page.text[at : whole[0]]
        if brand.isascii() and " " not in brand:
            return whole[0]
    if whole is not None and whole[1].canonical in organisation_words().ends_names and page.text[at].isupper():
        return whole[0]
    return whole[0] if whole is not None and whole[0] <= limit and (style.nested or fresh) else 0


def _goes_on_after_comma(page: Page, at: int, stop: int, limit: int, style: Style) -> bool:
    words = joining()
    key = page.key
    if page.text[at].isupper() and not style.listed:
        return False
    if style.verbal or style.listed:
        pair_end = _next_end(page.text, stop, limit)
        pair = key[at:pair_end] if pair_end else ""
        if style.lower and pair in words.not_after_comma:
            return False
        if style.verbal and pair in words.nominal:
            # ", báo cáo Chủ tịch …" is a clause
            return not (page.text[pair_end + 1 : pair_end + 2].isupper() or key.startswith(words.clauses, pair_end))
        if key.startswith(words.after_comma, at):
            return True
    if not style.listed or key.startswith(words.not_listed, at):
        return False
    rest = _AND.match(key, at, min(limit, at + 60))
    if rest is None:
        return False
    inside = rest[0].split()[:-1]
    return len(inside) <= 6 and not any(word in words.stops for word in inside) and not page.begins_name(at)


def _after_and(page: Page, stop: int, limit: int, style: Style, before: str) -> bool:
    """Whether "và", which ends at `stop`, joins what follows."""
    words = joining()
    step = _STEP.match(page.text, stop, limit)
    if step is None or not step[1].isspace():
        return False
    at = step.start(2)
    if page.begins_name(at) or (at in page.opens and page.opens[at][1].grammar == "system"):
        return False
    if page.text[at].isupper():
        return True
    if not style.lower and page.key.startswith(words.after_and, at):
        return True
    word = step[2].lower()
    if word in words.stops or not style.lower:
        pair_end = _next_end(page.text, step.end(), limit)
        pair = page.key[at:pair_end] if pair_end else ""
        return pair in words.joins and style.lower
    pair_end = _next_end(page.text, step.end(), limit)
    pair = page.key[at:pair_end] if pair_end else ""
    return pair not in words.stop_pairs or pair in words.nominal


def level_at(page: Page, at: int, limit: int) -> tuple[int, str] | None:
    """Return the end and name of the level ("tỉnh") that stands behind `at`, with "của" or without, and no place."""
    found = frames().level.match(page.key, at, limit)
    if found is None or page.begins_name(found.start(1)):
        return None
    more = frames().more_levels.match(page.key, found.end())
    if more is not None and page.text[more.start() : more.end()].islower():
        return None
    return found.end(), found[1]
