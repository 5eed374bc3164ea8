"""Qualifier, role and direction of a figure, read from the words before it and behind its unit."""

import re
from typing import Final

from dxtui.extract.numbers.ages import take_age
from dxtui.extract.numbers.bounds import bounded_behind
from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.echoes import goes_on_row, take_role
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.ranks import climbs_on
from dxtui.extract.numbers.signs import take_sign
from dxtui.lexicon.before import Before, befores, graded
from dxtui.lexicon.qualifiers import (
    against,
    averages,
    ceilings,
    change_gap,
    change_opened,
    changes_since,
    changing_nouns,
    climbs,
    comparative,
    compared_so,
    compares,
    crossed,
    exceeding,
    falls_by,
    forbids,
    members,
    more_extent,
    more_than,
    past_age,
    place_words,
    placed_on,
    places,
    places_moved,
    range_opener,
    rank_places,
    rate_of_change,
    rates,
    running,
    sizes,
    spreads,
    states_difference,
    turns_taken,
    used_once,
    whole_of,
)
from dxtui.model.note import Note
from dxtui.model.number import Direction

_before_at: Final = befores().pattern.match
_meanings: Final = befores().meanings
_GAP: Final = change_gap()
_OPENED: Final = change_opened()
_OPENER, _ONWARD = range_opener()
_RANKED: Final = rank_places()
_COMPARES: Final = compares()
_SINCE: Final = changes_since()
_EXCEEDING: Final = exceeding()
_CEILINGS: Final = ceilings()
_FORBIDS: Final = forbids()
_RATE: Final = rate_of_change()
_RATES: Final = rates()
_RUNNING: Final = running()
_AVERAGES: Final = averages()
_SPREADS: Final = spreads()
_AGAINST: Final = against()
_ON: Final = place_words()
_ON_WHAT: Final = places()
_ON_THESE: Final = placed_on()
_ALL: Final = whole_of()
_SEVERAL: Final = 20
"""Fewer things than these are named one by one and not told to be more."""
_CHANGING_NOUNS: Final = changing_nouns()
_CLIMBS: Final = climbs()
_PLACES: Final = places_moved()
_MEMBERS: Final = members()
_USES: Final = used_once()[0]
_USED: Final = used_once()[1]
_LONGEST_BRACKET: Final = 40
_COMPARATIVE: Final = comparative()
_PAST_AGE: Final = past_age()
_STARS: Final = graded()
_SIZES: Final = sizes()
_TURNS: Final = turns_taken()
_MORE_EXTENT: Final = more_extent()
_CROSSING: Final = crossed()[0]
_LENGTHS: Final = crossed()[1]
_WAY: Final = crossed()[2]
_COMPARED_SO: Final = compared_so()
_FALLS_BY: Final = falls_by()
_MORE_THAN: Final = more_than()
_DIFFERING: Final = ("share", "measure", "duration")
_IS: Final = states_difference()
_NEARLY: Final = ("over", "under", "about")
_LARGEST_FRACTION: Final = 20
_SHARES: Final = frozenset(("%", "‰", "share"))
_FAR_MORE: Final = 40
"""Code points before what is counted in which what it is more than is named."""
_SIGNED: Final = (" (-", " (+", " (−", " (–")
_CHANGING: Final = frozenset(("%", "‰", "share", "duration", "money", "measure"))


def _beyond(draft: Draft) -> Direction | None:
    """Return whether a multiple that something equals is more or less of it: "bằng 1,9 lần", "bằng 0,6 lần"."""
    return "up" if draft.value > 1 else "down" if draft.value < 1 else None


def judge(page: Page, draft: Draft, previous: Draft | None, found: re.Match[str] | None) -> None:
    """Read what the words around `draft` say of it.

    Args:
        page: with the statement that holds the figure.
        draft: the figure, with its value and unit.
        previous: the number before it in its statement.
        found: what the table of leads found right before it.
    """
    back, size, low = page.back, page.size, page.low
    limit = size - page.start
    position = size - draft.start
    match, meanings = _before_at, _meanings
    multiple = draft.family == "multiple"
    qualified = draft.qualifier != "exact"
    settled = linked = signed = placed = equals = False
    steps = 0
    if found is None and draft.to is not None and (opener := _OPENER.match(back, position, limit)) is not None:
        change = match(back, opener.end(), limit)
        if change is not None and meanings[change[1]].change and not low.startswith(_ONWARD, draft.after):
            position, found = opener.end(), change
        else:
            gap = _GAP.match(back, opener.end(), limit)
            compared = gap is not None and gap[gap.lastgroup or 0].startswith(_COMPARED_SO)
            if gap is not None and (compared or (draft.unit == "%" and gap.lastgroup == "down")):
                draft.role, settled = "change", True  # "giảm năng suất từ 30% đến 70%": as a level it would rise
                draft.direction = "up" if gap.lastgroup == "up" else "down"
    while found is not None and steps < 5:
        said = found[1]
        word: Before = meanings[said]
        if (word.minus or word.plus) and not steps:
            if not take_sign(page, draft, found.end(), word.minus, said):
                break
            settled = draft.role == "change"
            signed = settled and word.minus
        elif word.money and (draft.unit is None or (draft.family == "noun" and not steps)):
            draft.unit, draft.family = word.money, "money"
            if draft.counted is not None:  # "EUR 500 từ quỹ" counts no words
                draft.counted = None
                draft.after = draft.end
        elif word.unit == "%" and (previous is None or previous.end < size - found.end(1)) and draft.unit is None:
            draft.unit = draft.family = "%"  # "Tăng trưởng tín dụng % 5,2 4,8"
            linked = True
        elif (
            word.unit
            and word.unit != "%"
            and (draft.unit is None or (draft.guessed and not steps))
            and (previous is None or previous.after <= size - found.end(1))  # "trên 60 tuổi chỉ 2,8"
        ):
            if draft.guessed:  # "điểm 10 duy nhất"
                draft.guessed, draft.counted, draft.after = False, None, draft.end
            draft.unit, draft.family = word.unit, "duration" if word.unit == "a" else "noun"
        elif multiple and word.multiple and not settled:
            draft.role, settled = "multiple", True
            draft.direction = word.multiple if word.multiple != "none" else _beyond(draft)
        elif word.change and not settled and not linked and not multiple:
            if (word.moves and draft.unit not in _PLACES) or (draft.bound and said.startswith(_COMPARATIVE)):
                break  # "cao hơn mức tối thiểu 8%"
            if said in _MORE_EXTENT and _is_extent(page, draft, previous, size - found.end()):
                draft.qualifier, settled = draft.qualifier if qualified else "over", True
                position = found.end()
                break
            lost = word.change == "down" and draft.unit in _CHANGING_NOUNS and draft.counted == draft.unit
            if word.shares and draft.family not in _SHARES and not lost and not _is_more(page, draft, found.end(1)):
                position = found.end()
                found = match(back, position, limit)
                steps += 1
                continue
            if said.startswith(_COMPARATIVE):
                verb = match(back, found.start(1) + len(_COMPARATIVE) - 1, limit)
                if verb is not None and meanings[verb[1]].change:  # "tăng nhẹ hơn 2%"
                    found, said, word = verb, verb[1], meanings[verb[1]]
                    if not qualified:
                        draft.qualifier, qualified = "over", True
            if _RATE.match(back, found.end(), limit) is not None:
                linked = True
                break  # "tốc độ tăng 14%/năm"
            draft.role, draft.direction, settled = "change", word.change, True
        elif (
            word.rank
            and draft.unit not in _STARS
            and draft.family != "money"  # "giá vé đồng hạng 150.000 đồng"
            and not settled
            and not linked
            and (not word.counted_rank or (draft.family == "noun" and not draft.guessed and draft.unit not in _MEMBERS))
        ):
            draft.role, settled = "rank", True
            placed = draft.of is None and said.split(" ", 1)[0] in _RANKED
        elif word.qualifier and not qualified and not _is_rate(page, draft, previous, size - found.end(), said):
            if draft.per is not None and said in _SIZES:
                break  # "cá tra cỡ 0,8 - 1 kg/con"
            if said in _PAST_AGE and not take_age(page, draft):
                break  # "ngoài 60 xã": besides
            if said in _CROSSING and draft.unit in _LENGTHS and _WAY.match(low, draft.after, page.end) is not None:
                break
            shared = draft.family in _SHARES and said in _EXCEEDING
            if shared and _COMPARES.match(low, draft.end if draft.unit == "%" else draft.after, page.end) is not None:
                draft.role, draft.direction, settled = "change", "up", True
            elif linked and said in _ON:
                break  # "mức trên bằng 5%"
            elif (said in _ON and (_ON_WHAT.match(back, found.end(), limit) is not None or _is_where(draft))) or (
                said in _AGAINST and _measures(page, draft, previous, size - found.end())
            ):
                settled = True
                break
            elif said in _SPREADS and draft.to is not None:
                linked = True
            elif said in _CEILINGS and _FORBIDS.match(back, found.end(), limit) is not None:
                draft.qualifier, qualified, draft.bound = "at_most", True, True
            else:
                draft.qualifier, qualified = word.qualifier, True
                draft.bound = word.bound
        elif word.link:
            if (draft.unit in _PLACES and not steps and said in _CLIMBS) or (
                draft.family == "share" and not linked and said in _CLIMBS
            ):
                draft.role, draft.direction, settled = "change", "up", True
            if signed and not word.change:  # "mức tăng là -3,4%"
                draft.role, draft.direction = "level", None
            linked = True
            equals = said in _IS and (draft.family in _DIFFERING or draft.unit in _CHANGING_NOUNS)
            draft.bound = False
        else:
            break
        if page.notes is not None:
            _explain(page, draft, word, size - found.end(), size - found.start(1), settled)
        position = found.end()
        found = match(back, position, limit)
        steps += 1
    draft.before = size - position
    if not (settled or linked):
        if draft.family == "share" and _FALLS_BY.match(back, position, limit) is not None:
            draft.role, draft.direction, settled = "change", "down", True
        elif draft.family in _SHARES and (more := _MORE_THAN.match(back, position, limit)) is not None:
            draft.role, draft.direction, settled = "change", "up", True
            draft.before = size - more.end()
    if draft.unit is None and goes_on_row(page, draft, previous):
        draft.unit = draft.family = "%"
    draft.base = previous is not None and low[draft.start - 1] == "/" and previous.kind == "figure"
    gap = _GAP.match(back, position, limit) if multiple and not settled else None
    if gap is not None and gap[gap.lastgroup or 0].startswith(_COMPARED_SO):  # "cao hơn bình quân cả nước 1,5 lần"
        draft.role, draft.direction = "multiple", "up" if gap.lastgroup == "up" else "down"
    if multiple:
        if draft.role == "multiple" or low[draft.end].isalpha():
            if draft.role != "multiple" and draft.value > 1:
                draft.direction = "up"  # "(~8x)"
            draft.role = "multiple"
            draft.counted = None
        elif draft.value % 1:
            draft.counted = None  # "hệ số P/E là 12,8 lần": so many times, and no occasions
        else:
            draft.unit, draft.family = draft.counted, "noun"
    if previous is not None and draft.unit is None and climbs_on(page, draft, previous):
        draft.role = "rank"
        if page.notes is not None:
            page.notes.append(Note("role", "rank", previous.start, draft.start, "as the one before"))
    if draft.role == "rank" and (draft.guessed or placed):
        draft.unit = draft.counted = None
        draft.family = ""
        draft.after = draft.end
    if not settled and not linked and previous is not None and previous.kind == "figure":
        settled = take_role(page, draft, previous)
    counted = draft.family == "noun" and draft.unit not in _CHANGING_NOUNS
    if (
        not settled
        and (not linked or equals)
        and (
            draft.family in _CHANGING
            or (draft.family == "noun" and _may_change(page, draft))
            or (draft.of is not None and draft.unit is None)
        )
    ):
        opened = draft.unit == "%" and back[position : position + 1] == "("
        gap = (
            _OPENED.match(back, position + 1, limit)
            if opened
            else _GAP.match(back, _past_bracket(back, position), limit)
        )
        if opened and gap is not None and gap[gap.lastgroup or 0].startswith(_COMPARED_SO):
            gap = None  # "thấp hơn bình quân cả nước (20,1%) 1,5 điểm": what it is less than
        if (counted or equals) and gap is not None and not gap[gap.lastgroup or 0].startswith(_COMPARED_SO):
            gap = None
        if gap is not None and draft.unit == "%" and _RATE.match(back, gap.end(), limit) is not None:
            gap = None  # "tốc độ tăng trưởng kép gần 18%"
        if gap is not None and (gap.lastgroup == "down" or draft.family != "duration"):
            draft.role = "change"
            draft.direction = "up" if gap.lastgroup == "up" else "down"
            draft.before = size - gap.end()
            if page.notes is not None:
                rule = "a verb of change with what changes between"
                page.notes.append(Note("role", "change", size - gap.end(), draft.start, rule))
    if draft.role == "change" and (draft.family == "duration" or draft.unit in _TURNS):
        reckoned = low.endswith(_AVERAGES, page.start, draft.start)
        reckoned = reckoned and _COMPARES.match(low, draft.after, page.end) is None
        if reckoned or _RUNNING.match(low, draft.after, page.end) is not None:
            draft.role, draft.direction = "level", None
    if draft.of is not None and draft.qualifier in _NEARLY and draft.value < draft.of <= _LARGEST_FRACTION:
        draft.unit = draft.counted = None  # "hơn 9/10 hóa đơn" is a part of them and counts none
        draft.family = ""
    bounded_behind(page, draft)
    if draft.unit in _USES and draft.value == 1 and low.endswith(_USED, page.start, draft.start):
        draft.threshold = True  # "đồ nhựa dùng một lần"


def _is_extent(page: Page, draft: Draft, previous: Draft | None, at: int) -> bool:
    """Whether the words at `at` say how far or large a thing is: "dài hơn 3 km", but "…, cao hơn báo động 2 m"."""
    if draft.family != "measure" or _COMPARES.match(page.low, draft.after, page.end) is not None:
        return False
    beside = previous is not None and previous.unit == draft.unit and page.low.endswith(", ", page.start, at)
    return not beside


def _is_more(page: Page, draft: Draft, at: int) -> bool:
    """Whether words behind what is counted make it a change by so many: "thêm 500 điểm so với 2023".

    `at` is where, in the text reversed, the word before the number starts.
    """
    end = _past_aside(page, draft.after)
    if _COMPARES.match(page.low, end, page.end) is not None:
        return True
    if draft.unit in _CHANGING_NOUNS and page.low.startswith(_SIGNED, draft.after):
        return True  # "mất 5,69 điểm (-0,44%)"
    return page.back.startswith(" ,", at) and _SINCE.match(page.low, end, page.end) is not None


def _past_aside(page: Page, at: int) -> int:
    """Return where a short bracket at `at` ends: "thêm 7 nghìn người[ (0,8%)] so với …"; `at` if there is none."""
    closed = page.low.find(")", at, at + _LONGEST_BRACKET) if page.low.startswith(" (", at) else -1
    return closed + 1 if closed >= 0 else at


def _may_change(page: Page, draft: Draft) -> bool:
    """Whether something counted may be by how much there is more of it: "nhiều hơn năm học trước 29 trường"."""
    if draft.unit in _CHANGING_NOUNS:
        return True
    return (
        page.back.find(_COMPARATIVE, page.size - draft.start, page.size - max(page.start, draft.start - _FAR_MORE)) >= 0
    )


def _past_bracket(back: str, position: int) -> int:
    """Return where a bracket before `position` starts: "thấp hơn cả nước[ (20,1%)] 1,5 điểm"; for text reversed."""
    if back[position : position + 2] != " )":
        return position
    opened = back.find("(", position, position + _LONGEST_BRACKET)
    return opened + 1 if opened >= 0 else position


def _is_rate(page: Page, draft: Draft, previous: Draft | None, start: int, word: str) -> bool:
    """Whether the word stands between a count and the round base it is counted on: "0,69 hộ trên 1.000 dân"."""
    if previous is None or previous.kind != "figure" or previous.after < start - 1 or word not in _RATES:
        return False
    if page.low[start - 1] == "\t":
        return False  # the number before is in a cell of its own
    if previous.unit is None:
        return previous.scale == 1  # "2 trên 3 người"
    digits = draft.value.as_tuple().digits
    return previous.family == draft.family == "noun" and digits[0] == 1 and not any(digits[1:])


def _is_where(draft: Draft) -> bool:
    """Whether "trên" before what is counted says where: "bán trên 5 sàn", "có mặt trên 63 tỉnh, thành phố"."""
    if draft.scale != 1 or draft.of is not None or draft.unit is None:
        return False
    return draft.value < _SEVERAL if draft.unit in _ON_THESE else draft.value in _ALL.get(draft.unit.split(",")[0], ())


def _measures(page: Page, draft: Draft, previous: Draft | None, start: int) -> bool:
    """Whether the figure before is measured against this one: "21 bác sĩ, vượt mức 20 bác sĩ"."""
    return (
        previous is not None
        and previous.kind == "figure"
        and (previous.base or previous.unit == draft.unit)
        and page.low[previous.after : start].strip() == ","
    )


def _explain(page: Page, draft: Draft, word: Before, start: int, end: int, settled: bool) -> None:
    assert page.notes is not None
    if word.minus or word.plus:
        page.notes.append(Note("value", f"{draft.value:f}", start, end, "a sign before it"))
    elif word.qualifier and draft.qualifier == word.qualifier:
        page.notes.append(Note("qualifier", draft.qualifier, start, end, "the word before it"))
    elif settled and (word.change or word.multiple or word.rank):
        value = draft.role + (f" {draft.direction}" if draft.direction else "")
        page.notes.append(Note("role", value, start, end, "the word before it"))
    elif word.link:
        page.notes.append(Note("role", draft.role, start, end, "a word that states a level"))
    else:
        page.notes.append(Note("unit", draft.unit or "", start, end, "written before its number"))
