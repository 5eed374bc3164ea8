"""Numbers in words: those that count, rank or date something."""

import re
from decimal import Decimal
from typing import Final

from dxtui.extract.numbers.dates import dated, half_year_at, months_worded_at
from dxtui.extract.numbers.draft import Date, Draft
from dxtui.extract.numbers.figures import measure
from dxtui.extract.numbers.halves import fraction, half_of, lead_at, one_and_half
from dxtui.extract.numbers.multiples import times_at
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.quantities import plus
from dxtui.extract.numbers.ranks import is_in_a_row
from dxtui.extract.numbers.roles import judge
from dxtui.extract.numbers.spoken import between, counts, goes_on, is_called, is_doubled, reach_of, teen_after
from dxtui.extract.numbers.twins import twin_end
from dxtui.extract.numbers.wholes import whole_at
from dxtui.lexicon.after import afters, worded_joint
from dxtui.lexicon.before import Before, befores, joins
from dxtui.lexicon.calendar import calendar, halves, months, named_after_months, year_behind, year_words
from dxtui.lexicon.grids import unit_words
from dxtui.lexicon.numerals import (
    before_multiples,
    before_ordinals,
    digits,
    each,
    fractions,
    half_behind,
    half_words,
    halved,
    halved_ones,
    leaves_open,
    magnitudes,
    multiples,
    numeral,
    ordinals,
    part_of,
    percent_words,
    tens,
    value_of,
    vetoes,
    weekdays,
)
from dxtui.lexicon.ones import once
from dxtui.model.note import Note

_after_at: Final = afters().pattern.match
_after_of: Final = afters().of
_before_of: Final = befores().of
_CALENDAR: Final = calendar()
_MONTHS: Final = months()
_NAMED_AFTER: Final = named_after_months()
_YEAR_BEHIND: Final = year_behind()
_NUMERAL: Final = numeral()
_JOINS: Final = joins()
_TO: Final = worded_joint()
_BEFORE_MULTIPLES: Final = before_multiples()
_BEFORE_ORDINALS: Final = before_ordinals()
_OPEN: Final = leaves_open()
_PART: Final = part_of()
_HALF: Final = half_behind()
_HALVED: Final = halved()
_HALVES: Final = half_words()
_UNIT_WORDS: Final = unit_words()
_HALVED_ONES: Final = halved_ones()
_VETOES: Final = vetoes()
_YEAR_WORDS: Final = year_words()
_HALF_YEARS: Final = tuple(halves())
_WORD: Final = re.compile(r"\w+")
_HALF_VALUE: Final = Decimal("0.5")
_HOURS: Final = Decimal(24)
_LEAST_SUM: Final = Decimal(1_000_000)
_HUNDRED: Final = Decimal(100)
"""A hundredth is a percentage, which is a unit and no denominator."""
_FIRST_YEAR: Final = Decimal(1001)
_LAST_YEAR: Final = Decimal(2099)
_LARGEST_DIGIT: Final = Decimal(9)
_DAYS: Final = Decimal(31)
_YEAR_MONTHS: Final = Decimal(12)
_PERCENT: Final = percent_words()
_EACH: Final = each()
_EACH_TIME: Final = once()[1]


def _denominator(word: str) -> Decimal | None:
    """Return how many parts the whole has; None or 0 where the word says no number of parts ("một phần không nhỏ")."""
    return next((table[word] for table in (ordinals(), digits(), tens(), magnitudes()) if word in table), None)


def worded(page: Page, start: int, previous: Draft | None) -> Draft | None:
    """Return the number in words at `start`, or None if the words say something else."""
    low = page.low
    part = _PART.match(low, start, page.end)
    below = _denominator(part[2]) if part is not None else None
    if part is not None and below and below != _HUNDRED:
        draft = Draft(start, part.end(), "figure")
        draft.value = digits()[part[1]]
        draft.of = below
        judge(page, draft, previous, lead_at(page, draft.start))
        return draft
    if previous is not None and previous.kind == "figure" and previous.family != "noun" and start < previous.after:
        return None  # the unit of the number before: "40 năm tên tuổi"
    first = _WORD.match(low, start, page.end)
    if first is None:
        return None
    second = _WORD.match(low, first.end() + 1, page.end)
    if second is not None:
        if first[0] not in digits() and first[0] not in fractions():
            if second[0] in ordinals() and first[0] in _BEFORE_ORDINALS:
                return _ordinal(page, start, second, previous)
            if second[0] in multiples() and (first[0] in _BEFORE_MULTIPLES or is_doubled(page, start)):
                more = _NUMERAL.match(low, second.start(), page.end)
                if more is not None and " " in more[0] and value_of(more[0].split()) is not None:
                    return _numeral(page, second.start(), previous)  # "gấp mười hai lần"
                return times_at(page, start, second, reach_of(page, second.end(), multiples()[second[0]]))
        if first[0] in _HALVED_ONES and second[0] in _HALVES and start > page.start:
            return one_and_half(page, start, second.end(), previous)
        both = low[start : second.end()]
        if both in fractions():
            return fraction(page, start, second.end(), previous)
    if first[0] in fractions():
        half = half_year_at(page, start)
        if half is not None:
            return dated(page, start, half)
        if _VETOES.match(low, start, page.end) is not None or low.startswith(_HALF_YEARS, start):
            return None  # "nửa đầu nhiệm kỳ"
        if second is not None and second[0] in magnitudes():
            return half_of(page, start, second, previous)
        following = _after_at(low, first.end(), page.end)
        after = _after_of(following) if following is not None else None
        if after is not None and after.family in ("duration", "measure", "share", "noun") and after.code not in _HALVED:
            return fraction(page, start, first.end(), previous, following)
        found = lead_at(page, start)
        whole = after is not None and after.code in _HALVED
        if not whole and (found is None or not _before_of(found).qualifier):
            return None
        return fraction(page, start, first.end(), previous)
    return _numeral(page, start, previous)


def _is_scale(page: Page, start: int) -> bool:
    """Whether magnitudes at `start` only say in what a table counts: "(nghìn tỷ đồng)", "Đơn vị tính: triệu tấn"."""
    before = page.low[page.start : start].rstrip(" :(")
    return page.low[start - 1] == "(" or before.rsplit("\n", 1)[-1].strip(" (") in _UNIT_WORDS


def _numeral(page: Page, start: int, previous: Draft | None) -> Draft | None:
    low, limit = page.low, page.end
    found = _NUMERAL.match(low, start, limit)
    if found is None or _VETOES.match(low, start, limit) is not None:
        return None
    if _OPEN.match(page.back, page.size - start, page.size - page.start) is not None:
        return None
    words = found[0].split()
    if words[0] in magnitudes() and _is_scale(page, start):
        return None
    end = found.end()
    value = value_of(words)
    while value is None and len(words) > 1:
        end -= len(words.pop())
        while low[end - 1] == " ":
            end -= 1
        value = value_of(words)
    if value is None:
        return None
    if words[-1] in magnitudes() and low[end : end + 1] == ",":
        value, end = _with_lower(page, value, words, end)
    if len(words) > 1 and words[-2] in magnitudes() and digits().get(words[-1]) == 1 and _measured(page, end):
        end = start + found[0].rindex(" ", 0, end - start)
        value = value_of(words[:-1]) or value  # "hai chục ngàn một ký"
        words.pop()
    lead = lead_at(page, start)
    before = _before_of(lead) if lead is not None else None
    often = lead is not None and page.text[start].islower() and _is_each(page, page.size - lead.end())
    if before is not None and lead is not None and not often:
        if before.lead == "month" and 1 <= value <= 12:
            if words[-1] in _YEAR_WORDS and not page.text[start].isupper():
                return None
            return dated(page, start, Date(end, 0, int(value)), page.size - lead.end())
        if before.lead == "quarter" and 1 <= value <= 4:
            year = _YEAR_BEHIND.match(low, end, limit)
            date = Date(year.end() if year is not None else end, int(year[1]) if year is not None else 0)
            return dated(page, start, date._replace(quarter=int(value)), page.size - lead.end())
        if before.lead == "ordinal" and before.strong and not before.rank:
            return Draft(start, end, "ordinal")
        if before.lead == "year" and _FIRST_YEAR <= value <= _LAST_YEAR and len(words) > 2:
            return dated(page, start, Date(end, int(value)))
    if page.text[start].isupper() and page.text[end + 1 : end + 2].isupper() and page.text[end : end + 1] == " ":
        return None
    if len(words) == 1 and is_called(page, start):
        return None
    part = months_worded_at(page, start, end, int(value)) if 2 <= value <= _YEAR_MONTHS else None
    if part is not None:
        return dated(page, start, part)
    month = _MONTHS.pattern.match(page.low, end + 1, page.end) if 1 <= value <= _DAYS else None
    if month is not None and page.text[page.low.rindex(" ", start, month.end()) + 1].isupper():
        return dated(page, start, Date(month.end(), 0, _MONTHS.of(month), int(value)))
    if len(words) > 1:
        reach = teen_after(page, end, value)
    else:
        reach = reach_of(page, end, value) if value <= _LARGEST_DIGIT else None
    spread = between(page, start, value, reach, previous, lead) if reach is not None else None
    if spread is not None or (reach is not None and words[-1] in _YEAR_WORDS):
        return spread  # else "bốn năm qua": four years
    clock = _clock(page, start, end, value, before, previous)
    if clock is not None:
        return clock
    half = _HALF.match(low, end, limit)
    if half is not None and words[-1] in magnitudes():
        value = plus(value, magnitudes()[words[-1]] * _HALF_VALUE)
        end = half.end()
    percent = _PERCENT.match(low, end, limit)
    whole = whole_at(page, start, end, value)
    if whole is not None:
        end = whole[1]
    stop = twin_end(page, end, value)
    following = _after_at(low, stop, limit)
    after = _after_of(following) if following is not None else None
    if percent is not None:
        end = percent.end()
    elif (
        whole is None
        and stop == end
        and len(words) == 1
        and not counts(page, start, end, words[0], after, lead)
        and not (value == 1 and goes_on(page, start, after, previous))
    ):
        return None
    draft = Draft(start, end, "figure")
    draft.value = value
    draft.of = whole[0] if whole is not None else None
    draft.scale = max((magnitudes()[word] for word in words if word in magnitudes()), default=draft.scale)
    if page.notes is not None:
        page.notes.append(Note("value", f"{value:f}", start, end, "number words"))
    if percent is not None:
        draft.unit = draft.family = "%"
        draft.after = end
    else:
        draft.after = max(stop, end)
        measure(page, draft, following, after)
    if draft.family in ("duration", "measure") and following is not None:
        half = _HALF.match(low, following.end(), limit)
        if half is not None:
            draft.value = plus(value, _HALF_VALUE)
            draft.end = draft.after = half.end()
    judge(page, draft, previous, lead)
    if lead is not None and draft.qualifier == "exact":
        _bounded_each(page, draft)
    return draft


def _bounded_each(page: Page, draft: Draft) -> None:
    """Read the bound of how often: "ít nhất mỗi năm một lần"."""
    every = _EACH_TIME.match(page.back, page.size - draft.start, page.size - page.start)
    bound = lead_at(page, page.size - every.end()) if every is not None else None
    qualifier = _before_of(bound).qualifier if bound is not None else None
    if qualifier:
        draft.qualifier = qualifier


def _with_lower(page: Page, value: Decimal, words: list[str], end: int) -> tuple[Decimal, int]:
    """Return the value with smaller magnitudes behind commas, as sums are spelt: "ba tỷ[, tám triệu]"."""
    last = magnitudes()[words[-1]]
    while last >= _LEAST_SUM and page.low[end : end + 2] == ", ":
        found = _NUMERAL.match(page.low, end + 2, page.end)
        more = found[0].split() if found is not None else []
        below = value_of(more) if more and more[-1] in magnitudes() else None
        if found is None or below is None or below >= last:
            break
        value, last, end = plus(value, below), magnitudes()[more[-1]], found.end()
    return value, end


def _measured(page: Page, end: int) -> bool:
    """Whether a unit or a known counted noun stands at `end`."""
    following = _after_at(page.low, end, page.end)
    return following is not None and _after_of(following).family != "end"


def _clock(
    page: Page, start: int, end: int, value: Decimal, before: Before | None, previous: Draft | None
) -> Draft | None:
    """Return the time of day in words at `start`: "ba giờ sáng", "lúc bốn giờ"; None for a duration.

    `before` is what stands right before it, `previous` the number before it.
    """
    if value > _HOURS:
        return None
    hour = _CALENDAR.hour.match(page.low, end, page.end)
    if hour is None:
        half = _HALF.match(page.low, end, page.end)
        timed = half is not None and _CALENDAR.daytime.match(page.low, half.end(), page.end) is not None
        return Draft(start, half.end(), "clock") if half is not None and timed else None  # "Bốn rưỡi chiều"
    stop = hour.end()
    half = _HALF.match(page.low, stop, page.end)
    if half is not None:
        stop = half.end()
    less = _CALENDAR.less.match(page.low, stop, page.end)
    if less is not None:
        minutes = _NUMERAL.match(page.low, less.end(), page.end)
        if minutes is not None or less[0][-1].isdecimal():
            return Draft(start, minutes.end() if minutes is not None else less.end(), "clock")
    opens = half is not None and start == page.start and page.low[stop : stop + 1] == ","  # "Mười giờ rưỡi, chợ đã vãn"
    led = before is not None and before.lead == "clock"
    daytime = _CALENDAR.daytime.match(page.low, stop, page.end)
    if opens or led or daytime is not None or _spans_day(page, start, stop, previous):
        return Draft(start, stop, "clock")
    return None


def _spans_day(page: Page, start: int, stop: int, previous: Draft | None) -> bool:
    """Whether an hour is one end of a span of the day: "từ bốn giờ đến sáu giờ"."""
    if previous is not None and previous.kind == "clock":
        return _TO.fullmatch(page.low, previous.end, start) is not None
    back = page.back, page.size - start, page.size - page.start
    till = _TO.match(page.low, stop, page.end) if _CALENDAR.hours_from.match(*back) is not None else None
    last = _NUMERAL.match(page.low, till.end(), page.end) if till is not None and till[1] else None
    return last is not None and _CALENDAR.hour.match(page.low, last.end(), page.end) is not None


def _ordinal(page: Page, start: int, word: re.Match[str], previous: Draft | None) -> Draft | None:
    """Read "thứ ba": a place in an order, a rank or a day of the week."""
    found = lead_at(page, word.start())
    before = _before_of(found) if found is not None else None
    weekday = word[0] in weekdays() and page.text[word.start()].isupper()
    if (
        previous is not None
        and previous.kind == "figure"
        and previous.role == "rank"
        and _JOINS.fullmatch(page.low, previous.end, start) is not None
    ):
        draft = Draft(word.start(), word.end(), "figure")
        draft.value, draft.role = ordinals()[word[0]], "rank"
        return draft
    if before is not None and before.rank and not weekday:
        draft = Draft(word.start(), word.end(), "figure")
        draft.value = ordinals()[word[0]]
        whole = whole_at(page, word.start(), word.end(), draft.value)
        if whole is not None:
            draft.of, draft.end = whole
            draft.after = draft.end
        judge(page, draft, None, found)
        return Draft(draft.start, draft.end, "ordinal") if is_in_a_row(page, draft) else draft
    if word[0] in weekdays() and (
        _CALENDAR.day_after.match(page.low, word.end(), page.end) is not None
        or _CALENDAR.day_before.match(page.back, page.size - start, page.size - page.start) is not None
        or weekday
    ):
        return Draft(start, word.end(), "date")
    longer = _NUMERAL.match(page.low, word.start(), page.end)
    reads = longer is not None and value_of(longer[0].split()) is not None
    return Draft(word.start(), longer.end() if longer is not None and reads else word.end(), "ordinal")


def _is_each(page: Page, start: int) -> bool:
    """Whether the word of time at `start` means every one of them: "mỗi[ tháng]"."""
    return _EACH.match(page.back, page.size - start, page.size - page.start) is not None


def month_name(page: Page, start: int) -> Draft | None:
    """Return the month in words at `start`: "tháng Chín", "tháng Giêng năm 2024"; None where months are counted."""
    found = _MONTHS.pattern.match(page.low, start, page.end)
    if found is None or (start > page.start + 1 and page.low[start - 2].isdecimal()):
        return None
    last = page.low.rfind(" ", start, found.end()) + 1
    if page.low[last : found.end()] in _YEAR_WORDS and not page.text[last].isupper():
        return None  # "tháng năm": months and years
    following = _WORD.match(page.low, found.end() + 1, page.end)
    if following is not None and following[0] in magnitudes():
        return None  # "mỗi tháng một triệu"
    if page.text[last].islower() and _is_each(page, start):
        return None  # "mỗi tháng hai lần"
    if page.low.endswith(_NAMED_AFTER, page.start, start):
        return Draft(last, found.end(), "name")  # "Cách mạng Tháng Tám"
    year = _YEAR_BEHIND.match(page.low, found.end(), page.end)
    end = year.end() if year is not None else found.end()
    return dated(page, start, Date(end, int(year[1]) if year is not None else 0, _MONTHS.of(found)))
