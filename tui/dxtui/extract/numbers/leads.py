"""Numbers that the word right before them classes: dates, references, ordinals, grades, names, list numbers."""

import re
from typing import Final

from dxtui.extract.numbers.amounts import is_amount, is_multiplied
from dxtui.extract.numbers.dates import (
    dashed_day_at,
    dated,
    day_month_at,
    day_to_at,
    day_words_at,
    days_of_at,
    dotted_day_at,
    month_at,
    month_year_at,
    months_of_at,
    quarter_at,
    week_at,
    years_at,
)
from dxtui.extract.numbers.draft import Date, Draft
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.references import GROUPS, IDENTIFIER, LAST_WORD, reference
from dxtui.lexicon.after import afters
from dxtui.lexicon.before import (
    Before,
    areas,
    counting,
    events,
    joins,
    nights,
    numbered_names,
    parts_of_law,
    versions,
)
from dxtui.lexicon.calendar import calendar, decades, months, of_month
from dxtui.lexicon.numerals import before_ordinals
from dxtui.lexicon.times import spans_to
from dxtui.text.fold import fold

_after_at: Final = afters().pattern.match
_after_of: Final = afters().of
_AREAS: Final = areas()
_COUNTING: Final = counting()
_OF_MONTH: Final = of_month()
_JOINS: Final = joins()
_NIGHTS: Final = nights()
_PARTS: Final = parts_of_law()
_SPANS_TO: Final = spans_to()
_EVENT: Final = events()
_CALENDAR: Final = calendar()
_MONTH_NAMES: Final = months()
_SHORTEST_DECADE: Final = 8
"""Code points before a year that may make it the first of ten."""
_GROUPED: Final = re.compile(r"\d[\d .()–-]{0,24}")
_ORDINAL_WORDS: Final = before_ordinals()
_WEEKDAYS: Final = "234567"
_CLAUSE_STARTS: Final = ("", ",", ";", ":", "(", ".")
_CLAUSE_ENDS: Final = (",", ";", ".", ")")
_RIGHTS: Final = ("©", "© ")
_CAPITAL: Final = re.compile(r" ([^\W\d_]+)")
_DECADE: Final = decades()
_MORE_YEARS: Final = re.compile(r"(?:,| [^\W\d]+) \d{4}")
_CLASS: Final = re.compile(r"\d{1,2}/\d{1,2}")
_WEEK: Final = re.compile(r"[0-5]?\d/(?:19|20)\d\d")
_SHORT_GAP: Final = 12
_NUMBERED: Final = numbered_names()
_LONGEST_NAME: Final = 60
_VERSIONS: Final = frozenset(f"{word} " for word in versions())
_LONGEST_VERSION: Final = 5
_SHORT_NAME: Final = 3
"""Code points of a model's name that Vietnamese may also spell: "Mi", "Neo"."""
# A word of one Vietnamese syllable, without marks.
_SYLLABLE: Final = re.compile(
    r"(?:ngh?|gh|gi|kh|nh|ph|qu|t[hr]|ch|[bcdghklmnprstvx])?(?:y?[aeiou]{1,3}y?|y)(?:ch|n[gh]|[cmnpt])?"
)


def by_lead(page: Page, start: int, end: int, run: str, before: Before, lead_start: int) -> Draft | None:
    """Return the number as the words right before it class it, or None if they do not.

    `run` is its digits and signs; `lead_start` is where those words start.
    """
    lead = before.lead
    if lead == "day":
        return _day(page, start, end, run, lead_start)
    if lead == "month" or lead == "quarter":
        date = month_at(page, start) if lead == "month" else quarter_at(page, start)
        if date is None or date.end < end or (not date.year and _is_counting(page, lead_start, date.end)):
            return None
        return dated(page, start, date, lead_start)
    if lead == "year":
        return _year(page, start, end, run, lead_start)
    if lead == "century":
        if run.isdecimal() and len(run) <= 2:
            return dated(page, start, Date(end, int(run) * 100 - 99, 0, 0, 0, int(run) * 100))
        return None
    if lead == "reference":
        return reference(page, start, end, run, before, lead_start)
    if lead == "grouped":
        if (end - start < 4 or GROUPS.fullmatch(run) is not None) and is_amount(page, end):
            return None
        found = _GROUPED.match(page.low, start, page.end)
        stop = start + len(found[0].rstrip(" .()–-")) if found is not None else end
        opened = start > page.start and page.low[start - 1] == "(" and ")" in page.low[start:stop]
        return Draft(start - opened, max(stop, end), "reference")
    if lead == "list":
        found = IDENTIFIER.match(page.text, start, page.end)
        return Draft(start, found.end() if found is not None else end, "list")
    if lead == "name":
        if not before.always and _ends_name(page, lead_start, start):
            return None
        short = len(run) <= 3 or (
            "." in run and len(run) <= _LONGEST_VERSION and page.low[lead_start:start] in _VERSIONS
        )
        if "," not in run and (before.always or (short and not _is_amount_here(page, end))):
            return Draft(start, end, "name")
        return None
    week = week_at(page, start) if lead == "ordinal" and page.low.startswith(_CALENDAR.weeks, lead_start) else None
    if week is not None:
        draft = dated(page, start, week)
        if not week.year:
            draft.kind = "ordinal"
        return draft
    if lead == "ordinal" and (is_week(run) or _is_weekday(page, end, run, lead_start, start)):
        return Draft(start if "/" in run else lead_start, end, "date")
    if lead == "ordinal" and before.strong and not before.rank and GROUPS.fullmatch(run) is not None:
        return Draft(start, end, "ordinal")  # "vị khách thứ 1.000"
    if lead == "grade" and _CLASS.fullmatch(run) is not None and not is_amount(page, end):
        return Draft(start, end, "grade")  # "lớp 2/2"
    if lead == "ordinal" and not before.strong:
        days = day_month_at(page, start)
        if days is not None and days.last and not is_amount(page, days.end):
            return dated(page, start, days)  # "tuần 02 - 06/08"
    if not run.isdecimal() or (not before.strong and page.low[end : end + 1].isalpha()):
        return None
    if lead == "ordinal":
        if before.strong:
            return Draft(start, end, "ordinal") if len(run) <= 4 else None
        return Draft(start, end, "ordinal") if len(run) <= 2 and not is_amount(page, end) else None
    if lead == "grade" and len(run) <= 2 and (before.strong or not is_amount(page, end) or _is_of_year(page, end)):
        return Draft(start, end, "grade")
    return None


def _is_of_year(page: Page, end: int) -> bool:
    """Whether the year behind a grade is one of its own: "lớp 10 năm học 2025-2026", "lớp 10 năm nay"."""
    return _CALENDAR.of_year.match(page.low, end, page.end) is not None


def _is_amount_here(page: Page, end: int) -> bool:
    """Whether an amount ends at `end`, and no area's name follows what is numbered: "tổ 5[ phường Hòa Khánh]"."""
    return is_amount(page, end) and _AREAS.match(page.text, end, page.end) is None


def _ends_name(page: Page, lead_start: int, start: int) -> bool:
    """Whether the word at `lead_start` ends a name and leads nothing in: "Hải Phòng 9"; not "Vĩnh Long Cơ sở 2"."""
    if not page.text[lead_start].isupper():
        return False
    second = page.text.find(" ", lead_start, start - 1) + 1
    if second and page.text[second].islower():
        return False
    found = LAST_WORD.match(page.back, page.size - lead_start, page.size - page.start)
    if found is None:
        return False
    word = page.text[page.size - found.end(1) : page.size - found.start(1)]
    return word[0].isupper() and page.size - found.end(1) > page.start and not page.text[lead_start + 1].isupper()


def _is_counting(page: Page, lead_start: int, end: int) -> bool:
    """Whether the word of time at `lead_start`, with a number up to `end`, is itself counted: "mỗi ngày 500 lượt"."""
    found = _COUNTING.pattern.match(page.back, page.size - lead_start, page.size - page.start)
    return found is not None and (_COUNTING.of(found) or is_amount(page, end))


def _day(page: Page, start: int, end: int, run: str, lead_start: int) -> Draft | None:
    date = day_words_at(page, start) or day_month_at(page, start) or month_year_at(page, start)
    if date is None and "." in run and not _is_counting(page, lead_start, end):
        date = dotted_day_at(page, start)  # "ngày 26.7"
        if date is not None and is_amount(page, date.end):
            return None
    if date is None and page.low[end : end + 1] == "-" and not _is_counting(page, lead_start, end):
        date = dashed_day_at(page, start)
        if date is not None and is_amount(page, date.end):
            return None
    if date is not None and date.end >= end:
        return dated(page, start, date)
    if not run.isdecimal() or len(run) > 2 or not 1 <= int(run) <= 31 or _is_counting(page, lead_start, end):
        return None
    if page.low[lead_start - 2 : lead_start].strip().isdecimal() and page.low.startswith(_NIGHTS, end):
        return None  # "3 ngày 2 đêm"
    month = _MONTH_NAMES.pattern.match(page.low, end + 1, page.end)
    if month is not None:  # "ngày 16 tháng hai"
        return dated(page, start, Date(month.end(), 0, _MONTH_NAMES.of(month), int(run)))
    named = page.low.startswith(_OF_MONTH, end)  # "trước ngày 20 tháng cuối quý"
    return None if is_amount(page, end) and not named else dated(page, start, Date(end, 0, 0, int(run)))


def _year(page: Page, start: int, end: int, run: str, lead_start: int) -> Draft | None:
    date = years_at(page, start)
    if date is not None and date.end >= end:
        if (
            start - lead_start > _SHORTEST_DECADE
            and not date.last
            and date.year % 10 == 0
            and _is_decade(page, lead_start, start, date.end)
        ):
            date = date._replace(last=date.year + 9)
        return dated(page, start, date)
    if run.isdecimal() and len(run) <= 2 and not is_amount(page, end):
        if int(run) % 10 == 0 and int(run) >= 20:
            return dated(page, start, Date(end, 1900 + int(run), 0, 0, 0, 1909 + int(run)))
        if len(page.low[lead_start:start].split()) > 1:
            return Draft(start, end, "ordinal")
    return None


def _is_decade(page: Page, lead_start: int, start: int, end: int) -> bool:
    """Whether a round year is the first of ten: "những năm 1990", but not "những năm 1990, 1991"."""
    return _DECADE.match(page.low, lead_start, start) is not None and _MORE_YEARS.match(page.low, end) is None


def year_at(page: Page, start: int, before: Before) -> Draft | None:
    """Return the year or years that the four digits at `start` are without a lead, or None for an amount."""
    date = years_at(page, start)
    if date is None:
        return None
    if _EVENT.match(page.back, page.size - start) is not None and not date.last:
        return Draft(start, date.end, "name")
    if not date.last and not page.low.endswith(_RIGHTS, page.start, start):
        following = _after_at(page.low, date.end, page.end)
        if following is not None and page.text[date.end] == "\n" and page.text[following.start(1)].isupper():
            following = None  # a title's year, above the next line
        if following is not None and following[1] != '"':
            family = _after_of(following).family
            if family in ("noun", "money", "measure", "share", "multiple"):
                return None
            if family == "duration" and before.qualifier:
                return None
        hedged = before.qualifier not in (None, "over", "under") and not before.lead
        if hedged and following is not None:
            return None
        if is_multiplied(page, date.end):
            return None
    return Draft(start, date.end, "name") if _names_event(page, start) else dated(page, start, date)


def _names_event(page: Page, start: int) -> bool:
    """Whether a capitalised word that is no Vietnamese syllable stands right before: "Techfest 2023"."""
    found = LAST_WORD.match(page.back, page.size - start, page.size - page.start)
    if found is None:
        return False
    word = page.text[page.size - found.end(1) : page.size - found.start(1)]
    return word[0].isupper() and not word.isupper() and is_foreign(word)


def is_foreign(word: str) -> bool:
    """Whether a word is none of Vietnamese: no syllable of it, or letters with digits or dots."""
    return _SYLLABLE.fullmatch(fold(word)) is None


def is_week(run: str) -> bool:
    """Whether the digits name a week of a year: "tuần 43/2022"."""
    return _WEEK.fullmatch(run) is not None


def _is_weekday(page: Page, end: int, run: str, lead_start: int, start: int) -> bool:
    """Whether the number names a day of the week beside a date: "Thứ 4, 18/5", "thứ 6 hằng tuần"."""
    if len(run) != 1 or run not in _WEEKDAYS or page.low[lead_start:start].strip() not in _ORDINAL_WORDS:
        return False
    return _CALENDAR.day_after.match(page.low, end, page.end) is not None


def named(page: Page, draft: Draft, previous: Draft | None) -> bool:
    """Return whether a small number without a unit belongs to the capitalised name right before it: "Airbus 320"."""
    digits = page.low[draft.start : draft.end]
    whole, point, decimals = digits.partition(".")
    if decimals == "0" and len(whole) == 1 and whole != "0" and page.habit > 0:
        return True  # "công nghiệp 4.0"
    if len(digits) > 3 + len(point) or not (whole + decimals).isdecimal():
        return False
    found = LAST_WORD.match(page.back, page.size - draft.start, page.size - page.start)
    word = page.text[page.size - found.end(1) : page.size - found.start(1)] if found is not None else " "
    if draft.guessed and not point:
        kind = _CAPITAL.match(page.text, draft.end, page.end)
        if kind is not None and kind[1][0].isupper() and not kind[1].isupper() and is_foreign(kind[1]):
            listed = previous is not None and previous.kind == "name" and draft.start - previous.end < _SHORT_GAP
            if listed or word[0].isupper():
                return True  # "bản 13, 13 Pro", "Mi 10 Pro"
    if found is None or not word[0].isupper():
        return False
    if word.isupper():  # "PUE 1.35" is an index, "TLS 1.3" a version
        return len(word) > 1 and whole != "0" and len(decimals) < 2 and found.end(1) != page.size - page.start
    if is_foreign(word):
        return True
    if len(digits) == 1 and draft.unit is None and draft.qualifier == "exact":
        near = page.text[max(page.start, draft.start - _LONGEST_NAME) : draft.start]
        if _NUMBERED.search(near) is not None:
            return True  # "xã Tân Phú 2"
    maker = LAST_WORD.match(page.back, found.end(), page.size - page.start) if len(word) <= _SHORT_NAME else None
    if maker is None or draft.unit is not None:
        return False
    make = page.text[page.size - maker.end(1) : page.size - maker.start(1)]
    return make[0].isupper() and not make.isupper() and is_foreign(make)  # "Xiaomi Mi 10"


def months_at(page: Page, start: int) -> Draft | None:
    """Return the part of a year or month, or the day, that starts at `start`: "6 tháng đầu năm 2023", "28 tháng 12"."""
    date = months_of_at(page, start) or day_words_at(page, start) or day_to_at(page, start) or days_of_at(page, start)
    return dated(page, start, date) if date is not None else None


def going_on(page: Page, start: int, end: int, run: str, previous: Draft) -> Draft | None:
    """Return the number that goes on what the one before it started: "mức độ 3 và 4", "khoản 1, 2 Điều 5"."""
    if previous.kind not in ("reference", "grade", "ordinal", "date", "name") or not start - previous.end <= 8:
        return None
    to = _SPANS_TO.match(page.low, previous.end, start) if previous.kind == "reference" else None
    spans = to is not None and page.low[to.end() : start] == " "  # "mục 1 đến 8"
    if not run.isdecimal() or end - start > 3:
        return None
    if not spans and _JOINS.fullmatch(page.low, previous.end, start) is None:
        return None
    if is_amount(page, end) and (previous.kind != "reference" or _PARTS.match(page.low, end, page.end) is None):
        return None
    if previous.kind == "date" and (previous.date is None or previous.date.year or int(run) > 31):
        return None
    if previous.kind in ("reference", "name") and not page.low[previous.start : previous.end].isdecimal():
        return None
    glued = page.text[max(previous.start - 2, page.start) : previous.start]
    if previous.kind == "name" and glued[-1:].isalpha() and not (glued.isalpha() and glued.isupper()):
        return None  # "3 lỗi P1, 11 lỗi P2"; but "QL1, 3 và 5"
    return Draft(start, end, previous.kind)


def hour_at(page: Page, start: int, before: Before, previous: Draft | None) -> Draft | None:
    """Return the time of day at `start` written with a word: "14 giờ", "8 giờ 30 phút"; None for a duration."""
    found = _CALENDAR.hours.match(page.low, start, page.end)
    if found is None:
        return None
    end = found.end()
    less = _CALENDAR.less.match(page.low, end, page.end)
    if less is not None and less[0][-1].isdecimal():
        return Draft(start, less.end(), "clock")  # "5 giờ kém 15"
    minutes = found[0][-1].isdecimal() and end - start > 4
    if minutes or before.lead == "clock" or _CALENDAR.daytime.match(page.low, end, page.end) is not None:
        return Draft(start, end, "clock")
    last = _CALENDAR.hours_to.match(page.low, end, page.end)
    if last is not None and _is_hour_of_day(page, start, last):
        return Draft(start, end, "clock")
    if previous is not None and previous.kind == "clock":
        last = _CALENDAR.hours_to.match(page.low, previous.end, page.end)
        if last is not None and last.start(1) == start:
            return Draft(start, end, "clock")
    return Draft(start, end, "clock") if _opens_clause(page, start, end) else None


def _opens_clause(page: Page, start: int, end: int) -> bool:
    """Whether an hour from which something goes on stands by itself between two signs: ", từ 14 giờ, dạy bà con"."""
    found = _CALENDAR.hours_from.match(page.back, page.size - start, page.size - page.start)
    if found is None or page.low[end : end + 1] not in _CLAUSE_ENDS:
        return False
    return page.low[page.start : page.size - found.end()].rstrip(" ")[-1:] in _CLAUSE_STARTS


def _is_hour_of_day(page: Page, start: int, last: re.Match[str]) -> bool:
    """Whether two hours are the ends of a span of the day: "từ 18 giờ - 19 giờ", "7 giờ – 16 giờ chiều"."""
    if _CALENDAR.daytime.match(page.low, last.end(), page.end) is not None:
        return True
    found = _CALENDAR.hours_from.match(page.back, page.size - start, page.size - page.start)
    return found is not None and _CALENDAR.lasting.match(page.back, found.end(), page.size - page.start) is None
