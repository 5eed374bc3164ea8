"""Figures: the value of a number and its unit or what it counts, read from its digits and the words behind it."""

import re
from decimal import Decimal
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.extents import extent_end
from dxtui.extract.numbers.heads import head_end
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.quantities import (
    is_ambiguous,
    is_fraction,
    plus,
    scale_of_lower,
    share_habit,
    times,
    value_of,
)
from dxtui.extract.numbers.signs import is_row, signed
from dxtui.extract.numbers.twins import twin_end
from dxtui.extract.numbers.wholes import whole_at
from dxtui.extract.numbers.written import grouped_end, with_parts
from dxtui.extract.numbers.years import is_of_year
from dxtui.lexicon.after import (
    After,
    afters,
    ages,
    bodies,
    body_joints,
    body_list,
    broken,
    kinds_of_duration,
    money_signs,
    phrase_tail,
    range_joint,
    range_words,
    syllable_pair,
)
from dxtui.lexicon.levels import level_words
from dxtui.lexicon.numerals import half_behind, half_words, halved, magnitudes, money_suffixes, multipliers, suffixes
from dxtui.model.note import Note
from dxtui.text.openings import Opening

_after_at: Final = afters().pattern.match
_after: Final = afters().meanings
_MAGNITUDES: Final = magnitudes()
_MULTIPLIERS: Final = multipliers()
_SUFFIXES: Final = suffixes()
_TAIL: Final = phrase_tail()
_BODIES: Final = body_list()
_PAIR: Final = syllable_pair()
_KINDS: Final = kinds_of_duration()
_AGES: Final = ages()
_BROKEN: Final = broken()
_BODY: Final = bodies()
_LEVELS: Final = tuple(f" {level}" for level in level_words())
_RANGE: Final = range_joint()
_LETTERS: Final = re.compile(r"[^\W\d_]{1,4}")
_PER: Final = re.compile(r" ?/ ?(?![\d ])([^\W\d_]+[\d²³]?(?:/[^\W\d_]+)?)")
_RATIO: Final = re.compile(r"(\d++(?:[.,]\d++)*+)(?: ?/ ?|:)(\d++(?:[.,]\d++)*+)(?![\d/:])")
# A word with the mark of a footnote: "dân1"; but "m2", "km2".
_NOTED: Final = re.compile(r"(?:[^\W\d_]{2,} )?[^\W\d_]{3,}\d")
_CROSSES: Final = ("x", "×")
_SHORTEST_AMBIGUOUS: Final = 4
_HALF: Final = Decimal("0.5")
_HALF_BEHIND: Final = half_behind()
_HALVED: Final = ("duration", "measure")
_WHOLES: Final = halved()
# "1 tỉ 2": tenths, as they are spoken; a number of its own where a unit follows.
_TENTHS: Final = Opening(re.compile(r" (\d)(?![\d.,/:%-]*[\d%]|\w)"))
_SPOKEN: Final = Decimal(1_000_000)
_GLUED_TENTHS: Final = re.compile(r"\d{1,3}(?![\d.,/:%-]*[\d%]|\w)")  # the same glued: "2tr5", "1tr250"
_MONEY_SIGNS: Final = frozenset(sign for sign in money_signs() if len(sign) == 1)
_MONEY_SUFFIXES: Final = money_suffixes()
_POWER: Final = re.compile(r"\^(\d{1,2})(?![\d.,]*\d)")
_ONE: Final = Decimal(1)
_THOUSAND: Final = Decimal(1000)
_QUOTE: Final = '"'
_LONGEST_QUOTE: Final = 600
# What goes on with a table's row: another number, signed or not.
_FIRST: Final = frozenset("%‰" + "".join(word[0] for word in (*magnitudes(), *half_words())))
_BODY_JOINTS: Final = frozenset(",/" + "".join(word[0] for word in body_joints()))
_JOINTS: Final = frozenset("-–—" + "".join(word[0] for word in range_words()))


def _near(low: str, at: int) -> str:
    """Return the sign or letter at `at`, or behind one or two spaces there; a space if there are more."""
    sign = low[at : at + 1]
    if sign == " ":
        sign = low[at + 1 : at + 2]
        if sign == " ":
            sign = low[at + 2 : at + 3]
    return sign


def figure_at(page: Page, start: int, end: int) -> Draft | None:
    """Return the figure whose digits are [start, end), or None if the digits are no one value."""
    low, limit = page.low, page.end
    digits = low[start:end]
    sign = low[end : end + 1]
    near = sign if sign != " " else _near(low, end)
    if "/" in digits or ":" in digits or (near == "/" and low.startswith(" / ", end)):
        ratio = _ratio(page, start, end)
        if ratio is not None or sign != " ":
            return ratio
    draft = Draft(start, end, "figure")
    scale = _ONE
    glued = sign.isalpha() and end < limit
    if glued:
        letters = _LETTERS.match(page.text, end, limit)
        word = letters[0] if letters is not None else ""
        if word in _SUFFIXES:
            scale = _SUFFIXES[word]
            end += len(word)
            glued_tenths = _GLUED_TENTHS.match(low, end, limit) if scale >= _SPOKEN and digits.isdecimal() else None
            if glued_tenths is not None:
                digits = f"{digits},{glued_tenths[0].rstrip('0') or 0}"
                end = glued_tenths.end()
        elif word in _MONEY_SUFFIXES and low[start - 1 : start] in _MONEY_SIGNS:
            scale = _MONEY_SUFFIXES[word]
            end += len(word)
    elif sign == "^":
        power = _POWER.match(low, end, limit)
        if power is not None and digits.isdecimal() and len(digits) <= 2:
            digits = str(int(digits) ** int(power[1]))
            end = power.end()
    elif sign == " " and near.isdecimal() and end + 1 < limit and len(digits) <= 3:
        grouped = grouped_end(page, start)
        if grouped is not None:
            digits = "".join(low[start:grouped].split())
            end = grouped
    half: str | None = None
    percent: str | None = None
    if end != draft.end:
        near = _near(low, end)
    if near in _FIRST:
        found = _MULTIPLIERS.match(low, end, limit)
        if found is not None and found.end() > end:
            words, half, percent = found.groups()
            end = found.end()
            near = _near(low, end)
            for word in words.split():
                scale = scale * _MAGNITUDES[word]
    more = near == "+" and end < limit and low[end] == "+"
    at = end + more
    again = 0
    if near == "(" and scale is _ONE and digits.isdecimal():
        again = twin_end(page, end, Decimal(digits)) - end
        at += again
    if near in _CROSSES or (more and _near(low, at) in _CROSSES):
        at = extent_end(low, at, limit)
    following = _after_at(low, at, limit)
    if following is not None and following[1] == _QUOTE and _closes(page, at):
        following = None
    after = _after[following[1]] if following is not None else None
    ambiguous = len(digits) > _SHORTEST_AMBIGUOUS and is_ambiguous(digits)
    if not ambiguous or percent:
        counts = False
    elif scale == 1:
        counts = _is_whole(page, end, after)
    else:  # "1.850 tỷ": no decimals end in a nought
        counts = digits[-4] == "." and digits[-1] == "0"
    habit = page.habit if ambiguous else 0
    read = value_of(digits, share_habit(digits, habit) if ambiguous and percent else habit, counts)
    if read is None:
        return None
    value, draft.certainty = read
    if near in _JOINTS:
        span = _RANGE.match(low, end, limit)
        if span is not None and not is_row(low, start, end, span.end()):
            upper = _upper(page, span, signed(page, start, value), scale, percent is not None)
            if upper is not None:
                draft.to, upper_scale, end, percent, half = upper
                if scale == 1:
                    scale = scale_of_lower(digits, value, span[2], draft.to, upper_scale)
                following = _after_at(low, end, limit)
                after = _after[following[1]] if following is not None else None
    if half:
        value = plus(value, _HALF)
    elif scale is not _ONE and scale >= _SPOKEN and draft.to is None and low[end : end + 1] == " ":
        tenths = _TENTHS.match(low, end, limit)
        if tenths is not None and digits.isdecimal():
            value = plus(value, Decimal(f"0.{tenths[1]}"))
            end = tenths.end()
        elif low[end + 1 : end + 2].isdecimal():
            value, end = with_parts(page, value, scale, end)
        if end != draft.end:
            following = _after_at(low, end, limit)
            after = _after[following[1]] if following is not None else None
    elif scale is _ONE and near == "t" and draft.to is None and low.startswith(" tr", end) and not percent:
        whole = whole_at(page, start, end, value)
        if whole is not None:
            draft.of, end = whole
            following = _after_at(low, end, limit)
            after = _after[following[1]] if following is not None else None
    draft.value = value if scale is _ONE else times(value, scale)
    draft.scale = scale
    draft.end = end
    draft.after = end + more + again
    if more:
        draft.qualifier = "over"
    if page.notes is not None:
        _explain_value(page, draft, digits, scale, ambiguous)
    if percent:
        _share(page, draft, percent.strip(), following, after)
    elif after is not None or not glued or scale != 1:
        measure(page, draft, following, after)
        if draft.family in _HALVED and low[draft.after : draft.after + 2] == " r":
            behind = _HALF_BEHIND.match(low, draft.after, limit)
            if behind is not None:  # "5 tiếng rưỡi"
                draft.value = plus(draft.value, _HALF)
                draft.end = draft.after = behind.end()
    return draft


def _closes(page: Page, at: int) -> bool:
    """Whether the quotation mark at `at` closes words that one before it opened, and stands for no inches."""
    return page.low.count(page.low[at], max(page.start, at - _LONGEST_QUOTE), at) % 2 == 1


def _is_whole(page: Page, end: int, after: After | None) -> bool:
    """Whether what stands at `end` comes in whole numbers: money or something counted, known or not."""
    if after is not None:
        return after.family in ("noun", "money") and after.code not in _BROKEN
    return _PAIR.match(page.low, end, page.end) is not None


def _explain_value(page: Page, draft: Draft, digits: str, scale: Decimal, ambiguous: bool) -> None:
    assert page.notes is not None
    if ambiguous:
        habit = {1: "1.234,5", -1: "1,234.5", 0: "neither way for certain"}[page.habit]
        rule = f"one separator before three digits; the document writes {habit}; {draft.certainty}"
    else:
        rule = "digits as written" if scale == 1 else f"{digits} times {scale:f}"
    value = f"{draft.value:f}" + (f" to {draft.to:f}" if draft.to is not None else "")
    page.notes.append(Note("value", value, draft.start, draft.end, rule))


def _upper(
    page: Page, span: re.Match[str], lower: Decimal, scale: Decimal, percent: bool
) -> tuple[Decimal, Decimal, int, str | None, str | None] | None:
    """Return the upper end of a range: value, scale of both, end, percent sign, half; None if it is another number."""
    low = page.low
    ambiguous = is_ambiguous(span[2])
    read = value_of(span[2], page.habit if ambiguous else 0, False)
    if read is None:
        return None
    scale_above = _ONE
    stop = span.end()
    if stop < page.end and low[stop].isalpha():
        letters = _LETTERS.match(page.text, stop, page.end)
        if letters is not None and letters[0] in _SUFFIXES:
            scale_above = _SUFFIXES[letters[0]]
            stop = letters.end()
        elif _after_at(low, stop, page.end) is None:
            return None
    found = _MULTIPLIERS.match(low, stop, page.end)
    words, half, sign = found.groups() if found is not None else ("", None, None)
    for word in words.split():
        scale_above = scale_above * _MAGNITUDES[word]
    if found is not None:
        stop = found.end()
    if scale != 1 and scale_above == 1:
        return None
    if percent and not sign:
        return None
    value = times(read[0], scale_above)
    if not times(lower, scale if scale != 1 else scale_above) < value:
        written_out = scale == 1 and lower * _THOUSAND >= scale_above and lower < value  # "450.000 - 1,2 triệu"
        if not written_out:
            return None
    return value, scale_above, stop, sign, half


def _ratio(page: Page, start: int, end: int) -> Draft | None:
    found = _RATIO.match(page.low, start, page.end)
    if found is None or found.end() < end:
        return None
    part, whole = (value_of(digits, page.habit if is_ambiguous(digits) else 0, True) for digits in (found[1], found[2]))
    if part is None or whole is None:
        return None
    multiplied = _MULTIPLIERS.match(page.low, found.end(), page.end)
    stop = found.end()
    scale = _ONE
    if multiplied is not None and not multiplied[3]:
        stop = multiplied.end()
        for word in multiplied[1].split():
            scale = scale * _MAGNITUDES[word]
    draft = Draft(start, stop, "figure")
    draft.value, draft.of = times(part[0], scale), times(whole[0], scale)
    if page.notes is not None:
        page.notes.append(Note("value", f"{draft.value:f} of {draft.of:f}", start, stop, "a part of a whole"))
    following = _after_at(page.low, stop, page.end)
    fraction = is_fraction(draft.value, draft.of)
    known = following is not None and _after[following[1]].family != "end"
    known = known and not (fraction and following is not None and following[1] in _WHOLES)  # "2/3 mức chung"
    if known if draft.value == 1 else known or not fraction:
        measure(page, draft, following, _after[following[1]] if following is not None else None)
    return draft


def _share(page: Page, draft: Draft, sign: str, following: re.Match[str] | None, after: After | None) -> None:
    """Read what a share is of, or on."""
    draft.unit = draft.family = sign
    if following is not None and after is not None and after.family == "noun":
        draft.after = _phrase_end(page, following.end())
        draft.counted = page.words(following.start(1), draft.after)
    elif draft.end < page.end and page.low[draft.end] in " /":
        _rate(page, draft, draft.end)
    if page.notes is not None:
        page.notes.append(Note("unit", sign, draft.end - len(sign), draft.end, "the sign behind the digits"))


def _rate(page: Page, draft: Draft, stop: int) -> None:
    if "/" not in page.low[stop : stop + 2]:
        return
    per = _PER.match(page.low, stop, page.end)
    if per is None:
        return
    start = at = per.start(1)
    end = per.end(1)
    while at <= end:
        noun = _after_at(page.low, at, page.end)
        if noun is not None and _after[noun[1]].family != "end":
            end = max(end, noun.end())
        at = page.low.find("/", at, end + 1) + 1 or end + 1
    draft.per = page.words(start, end)
    draft.after = max(draft.after, end)


def measure(page: Page, draft: Draft, following: re.Match[str] | None, after: After | None) -> None:
    """Read the unit or the counted phrase behind the number; `following` found `after` there."""
    low, limit = page.low, page.end
    if following is None or after is None:
        pair = _PAIR.match(low, draft.after, limit)
        if pair is not None:
            stop = head_end(page, pair)
            if low[stop - 1].isdecimal() and _NOTED.fullmatch(low, pair.start(1), stop) is not None:
                stop -= 1
                known = _after_at(low, draft.after, stop)
                if known is not None and known.end() == stop:
                    measure(page, draft, known, _after[known[1]])
                    return
            draft.family = "noun"
            draft.guessed = True
            draft.unit = page.words(pair.start(1), stop)
            draft.after = _phrase_end(page, pair.end())
            draft.counted = page.words(pair.start(1), draft.after)
            _rate(page, draft, draft.after)
            if page.notes is not None:
                rule = "no unit and no stop, so a counted noun"
                page.notes.append(Note("unit", draft.unit, pair.start(1), pair.end(1), rule))
        return
    family = after.family
    stop = following.end()
    if family == "end":
        return
    if after.code == "a" and is_of_year(page, stop, draft):
        return
    draft.family = family
    if family == "noun":
        if _near(low, stop) in _BODY_JOINTS:
            more = _BODIES.match(low, stop, limit)
            close = more.end() if more is not None else stop
            behind = page.text[close + 1 : close + 2]  # "27 văn bản, tổ chức 04 cuộc", "14 em và tỉnh Bạc Liêu"
            named = low.endswith(_LEVELS, stop, close) or page.text[stop + 1 : stop + 3].lstrip()[:1].isupper()
            other = behind.isdecimal() or (behind.isupper() and named)  # "4.670 căn, Thành phố Huế 2.874 căn"
            if more is not None and not other and (low[stop] != "/" or after.code in _BODY):
                stop = more.end()
        draft.unit = draft.counted = page.words(following.start(1), stop)
        draft.after = _phrase_end(page, stop)
        if draft.after != stop:
            draft.counted = page.words(following.start(1), draft.after)
    else:
        draft.unit, draft.after = after.code, stop
        if family == "multiple":
            draft.counted = page.words(following.start(1), stop)
        elif family == "duration":
            draft.threshold = following[1] in _AGES
            kind = _KINDS.match(low, stop, limit)
            if kind is not None:
                draft.after = stop = kind.end()
                draft.counted = page.words(following.start(1), stop)
    if draft.after < limit and low[draft.after] in " /":
        _rate(page, draft, draft.after)
    if page.notes is not None:
        rule = "a counted noun" if family == "noun" else f"a unit of {family}"
        page.notes.append(Note("unit", draft.unit, following.start(1), stop, rule))


def _phrase_end(page: Page, stop: int) -> int:
    found = _TAIL.match(page.low, stop, page.end)
    return found.end() if found is not None else stop
