"""Numbers whose own form, signs or letters say what they are, whatever stands before them."""

import re
from decimal import Decimal
from typing import Final

from dxtui.extract.numbers.amounts import is_amount
from dxtui.extract.numbers.dates import (
    dashed_day_at,
    dated,
    day_month_at,
    dotted_day_at,
    month_year_at,
    months_glued_at,
    quarter_at,
    signed_day_at,
    years_at,
)
from dxtui.extract.numbers.draft import Date, Draft
from dxtui.extract.numbers.extents import is_extent
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.after import afters, copies_kept
from dxtui.lexicon.before import Before
from dxtui.lexicon.calendar import calendar, letters, now_leads
from dxtui.lexicon.codes import code_length
from dxtui.lexicon.numerals import suffixes
from dxtui.text.spelling import MARKED, UPPER, is_foreign

_after_at: Final = afters().pattern.match
_after_of: Final = afters().of
_CALENDAR: Final = calendar()
_PARTS_OF_YEAR: Final = letters()
_NOW: Final = now_leads()
_SUFFIXES: Final = suffixes()
_LEGAL: Final = re.compile(
    r"\d{1,6}+(?:/(?:19|20)\d\d)?+(?:/[A-ZĐ][\wĐ]*+(?:[-–/&](?:[A-ZĐ]\w*+|[ \n][A-ZĐ]{2,}+(?!\w))){0,4}+"
    r"|[-–][ \n]?[A-ZĐ]{2,5}/[A-ZĐ]{1,5}\w*+(?:-\w++)?+)"
)
"""What numbers a legal text; a space or the end of a line may have got in behind a dash: "164/TTr- SKHCN"."""
_CHAIN: Final = re.compile(r"\d-\d-\d(?!\w|[.,]?\d|-)")
_ADDRESS: Final = re.compile(r"(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:/\d{1,2}|:\d{1,5})?+(?![\d.]*\d)")
_PHONE: Final = re.compile(
    r"(?:84\)?[ .-]?|0)\d{1,3}\)?(?:[ .-]?\d{3,4}){2}(?!\d)|0\d{3}[ .-]\d{2}[ .-]\d{2}[ .-]\d{2}(?!\d)"
    r"|1[89]00(?:[ .-]?\d{4,6}|[ .-]\d{2}[ .-]\d{2})(?!\d)"
    r"|0\d{2,3}[ .-]?\d{3}[ .-]?[x*]{3,4}"
)
_PLATE: Final = re.compile(r"\d{2}[A-Z]\w?[-– ]?\d{3}\.?\d{2}(?!\d)")
# For text reversed; the second is a word that may be a name.
_ADDRESS_BEFORE: Final = re.compile(r"[^\s()<>\"]{0,200}?(?://:s?ptth|\.www)(?!\w)")
_CALLED: Final = re.compile(r" [^\W\d_]+")
_COUNTED: Final = re.compile(r" [^\W\d_A-ZĐ]{2}")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_CODE: Final = re.compile(r"\d++(?:[./-]\w+)*+")
_MARK: Final = re.compile(r"[.)/]++(?=[ \t])|\t|[.)]++(?=[^\W\d])|[-–](?=[ \t]?[^\W\d])| [-–](?= [^\W\d])")
_LEVELS: Final = re.compile(r"\d{1,2}(?:\.\d{1,3}){1,4}(?:[.)]++(?=[ \t]|[^\W\d])|(?=[ \t]++[^\W\da-zđ]))")
# A foot's note, whose first word starts a sentence, "1 Số liệu sơ bộ.", or a heading's number with its dash.
_NOTE: Final = re.compile(rf" (?:[-–] )?[{UPPER}][^\W\d{UPPER}]")
# A name behind the number that somebody is registered by.
_NOTE_NAME: Final = re.compile(rf" {{1,2}}[-–] {{1,2}}(?:[{UPPER}]\w*(?: |$|\n)){{2}}")
_SHORTEST_NUMBER: Final = 7
"""Digits without a sign between them that are no amount at a line's start."""
# A word with marks, for text reversed.
_NOTED: Final = re.compile(rf"(?=\w*?[{MARKED}])[^\W\d_]{{2,7}}(?!\w)")
_PLAIN: Final = re.compile(r"[a-z]{3,7}(?= )")
# What goes on behind one of several names with their numbers, and a name before a bracket, for text reversed.
_NEXT_OF_LIST: Final = re.compile(r"[,;]|\.?(?:\n|\Z)")
_NAMED: Final = re.compile(r" ([^\W\d_]++)(?!\w)")
_COPIES: Final = copies_kept()
_MOST_ITEMS: Final = 30
# What makes a day and month before it the first of a span: "02/09[–27/09/2024]".
_TO_DAY: Final = re.compile(r"[-–] ?\d{1,2}/\d{1,2}/(?:19|20)\d\d(?!\d)")
_BULLETS: Final = ' \t-–—•*+·#|>([“"'


def _half_at(page: Page, start: int) -> Date | None:
    """Return the half of a year at `start`, without its year: the digit of "H1"."""
    digit = page.low[start : start + 1]
    if digit not in "12" or page.low[start + 1 : start + 2].isalnum():
        return None
    return Date(start + 1, 0, 1 if digit == "1" else 7, 0, 0, 6 if digit == "1" else 12)


_YEAR_PARTS: Final = {"quarter": quarter_at, "month": month_year_at, "year": years_at, "half": _half_at}
_TWO_YEARS: Final = (7, 9)
"""Code points of two years with a slash between."""
_CROSSES: Final = ("x", "X", "×")
_HOUR: Final = "g"
_HOUR_SPAN: Final = re.compile(r"(?:[01]?\d|2[0-4])[-–](?:[01]?\d|2[0-4])h(?:[0-5]\d)?(?![\w:])")
_HOURS: Final = 24
_SYMBOLS: Final = ("m", "W", "V", "g")
_ENGLISH_ORDINALS: Final = ("st", "nd", "rd", "th")


def shaped(page: Page, start: int, end: int, run: str, before: Before) -> Draft | None:
    """Return the number at `start` whose digits and signs `run` are more than a value: a date, a time, a code."""
    low, text, limit = page.low, page.text, page.end
    after = low[end] if end < limit else " "
    if after in "/-–" or "/" in run:
        found = _LEGAL.match(text, start, limit)
        if found is not None and found.end() > end:
            return Draft(start, start + code_length(found[0]), "reference")
        chain = _CHAIN.match(low, start, limit) if after == "-" else None
        if chain is not None:
            return Draft(start, chain.end(), "name")  # "mô hình 3-2-1"
        if run in ("24/7", "24/24") and before.lead != "day":
            return Draft(start, end, "name")
    if len(run) in _TWO_YEARS and run[4] == "/":
        date = years_at(page, start)
        if date is not None and date.last and date.end >= end and (before.lead == "year" or not _counts(page, end)):
            return dated(page, start, date)  # "niên vụ 2023/24"
    if not run.isdecimal() or after in "-–":
        date = signed_day_at(page, start)
        if date is None and after in "-–" and (run.isdecimal() or _TO_DAY.match(low, end, limit) is not None):
            date = day_month_at(page, start)
        if date is not None and date.end >= end:
            return dated(page, start, date)
    if (after in "-–" or "." in run) and low.endswith(_NOW, page.start, start):
        date = dashed_day_at(page, start) or dotted_day_at(page, start)  # "chiều nay, 13-4, ngân hàng …"
        if date is not None and date.end >= end and not is_amount(page, date.end):
            return dated(page, start, date)
    if ":" in run or (after in "hg" and text[end] in "hg"):
        found = _CALENDAR.clock.match(low, start, limit)
        if found is not None and found.end() >= end and not _lasts(page, start, end, found.end()):
            return Draft(start, found.end(), "clock")
    if after in "-–":
        found = _HOUR_SPAN.match(low, start, limit)
        if found is not None and not _CALENDAR.hours_lasting.match(
            page.back, page.size - start, page.size - page.start
        ):
            return Draft(start, found.end(), "clock")  # "giờ cao điểm 10-14h"
    if run.count(".") == 3:
        found = _ADDRESS.match(low, start, limit)
        parts = found.groups() if found is not None else ()
        if found and all(int(part) < 256 for part in parts) and not all(len(part) == 3 for part in parts[1:]):
            return Draft(start, found.end(), "reference")
    if run[0] == "0" or run in ("84", "1800", "1900"):
        begin = start
        if run == "84":
            begin = start - (2 if low[end : end + 1] == ")" else 1)
            if begin < page.start or low[start - 1] != "+":
                return None
        elif start > page.start and low[start - 1] == "(" and low[end : end + 1] == ")":
            begin = start - 1
        found = _PHONE.match(low, start, limit)
        if found is not None and found.end() >= end:
            return Draft(begin, found.end(), "reference")
    if after.isalpha() and text[end].isupper():
        date = months_glued_at(page, start)
        if date is not None:
            return dated(page, start, date)
        found = _PLATE.match(text, start, limit)
        if found is not None:
            return Draft(start, found.end(), "reference")
    return None


def _counts(page: Page, end: int) -> bool:
    """Whether a noun that is counted stands at `end`: "2023/2024 hồ sơ"."""
    following = _after_at(page.low, end, page.end)
    return following is not None and _after_of(following).family == "noun"


def listed(page: Page, start: int, end: int, run: str) -> Draft | None:
    """Return the number if it numbers a heading or an item: "1. ", "2.1. ", "3) ", "(4)", "[5]"."""
    low, limit = page.low, page.end
    if run.isdecimal() and end - start <= 3 and low[start - 1 : start] + low[end : end + 1] in ("()", "[]"):
        return None if low[end] == ")" and _tells_how_many(page, start, end) else Draft(start, end, "list")
    if start != page.start and low[page.start : start].strip(_BULLETS):
        return None
    if run.isdecimal():
        if end - start <= 3 and not low[end:limit].strip(_BULLETS):
            return Draft(start, end, "list")  # a page's number
        if end - start >= _SHORTEST_NUMBER and _NOTE_NAME.match(page.text, end, limit) is not None:
            return Draft(start, end, "reference")  # "22130157 - Lê Văn An"
        if end - start <= 2 and (
            _MARK.match(low, end, limit) is not None
            or (_at_line_start(page, start) and _NOTE.match(page.text, end, limit) is not None)
        ):
            return Draft(start, end, "list")
        return None
    found = _LEVELS.match(page.text, start, limit)
    if found is not None and found.end() >= end and (run.count(".") > 1 or len(run) < 6):
        following = _after_at(low, end, limit)
        if following is None or _after_of(following).family in ("noun", "end"):
            return Draft(start, end, "list")
    return None


def _tells_how_many(page: Page, start: int, end: int) -> bool:
    """Whether a number in brackets is how many there are of the name before it: "Long An (604), Bến Tre (52)"."""
    name = _NAMED.match(page.back, page.size - start + 1, page.size - page.start)
    if name is None:
        return False
    if int(page.low[start:end]) > _MOST_ITEMS:
        return True
    first = page.text[page.size - name.end(1)]
    return first.isupper() and _NEXT_OF_LIST.match(page.low, end + 1, page.end) is not None


def _at_line_start(page: Page, start: int) -> bool:
    return start == 0 or page.text[start - 1] == "\n"


def in_address(page: Page, start: int) -> bool:
    """Return whether what stands at `start` belongs to an address on the web: "https://example.vn/?id=15"."""
    return _ADDRESS_BEFORE.match(page.back, page.size - start, page.size - page.start) is not None


def _is_noted(page: Page, start: int) -> bool:
    """Whether the word that ends at `start` is one of Vietnamese, so that digits glued to it mark a note."""
    back = page.back, page.size - start, page.size - page.start
    if _NOTED.match(*back) is not None:
        return True
    plain = _PLAIN.match(*back)
    word = page.low[start - len(plain[0]) : start] if plain is not None else ""
    return bool(word) and page.text[start - len(word) : start].islower() and not is_foreign(word)


def glued_before(page: Page, start: int, end: int, before: Before) -> Draft | None:
    """Return the number with letters, or letters and a dash, right before it: "QH15", "Covid-19", "Q4/2023".

    Behind a percent sign, or a word that is written as only Vietnamese is, it is the mark of a note.
    """
    low, text = page.low, page.text
    if low[start - 1] in "%‰":
        return Draft(start, end, "list") if end - start <= 2 else None
    dash = low[start - 1] in "-–"
    last = start - (2 if dash else 1)
    if last < page.start or not low[last].isalpha():
        return None
    if not dash and low[end : end + 1] == "%" and text[last].islower():
        return None  # "nước nóng giảm0,42%": a space is lost
    if not dash and (before.change or before.link) and text[last].islower() and is_amount(page, end):
        return None  # "đạt1.250 tỷ đồng"
    if not dash and end - start <= 2 and _is_noted(page, start):
        return Draft(start, end, "list")
    if not dash and text[last].isupper():
        first = last
        while first > page.start and first > last - 3 and low[first - 1].isalnum():
            first -= 1
        read = _PARTS_OF_YEAR.get(low[first : last + 1])
        if read is not None:
            date = _YEAR_PARTS[read](page, start)
            if date is not None and not date.year and low[date.end : date.end + 1] in (" ", "/"):
                year = years_at(page, date.end + 1)
                if year is not None and not year.last:
                    date = date._replace(year=year.year, end=year.end)
            if date is not None and date.year and date.end >= end:
                return dated(page, start, date, first)
    if dash and not before.always:
        first = last
        while first > max(page.start, last - 12) and text[first].isupper():
            first -= 1
        if last - first >= 2:
            found = _CODE.match(text, start, page.end)
            if found is not None and (found.end() - start >= 4 or last - first >= 4):
                return Draft(start, max(found.end(), end), "reference")
    return Draft(start, end, "name")


def _lasts(page: Page, start: int, end: int, stop: int) -> bool:
    """Whether an hour with its letter alone is a duration: "giao trong 2h", "24h qua"."""
    if stop != end + 1 or page.low[end] != "h":
        return False
    if _CALENDAR.hours_lasted.match(page.low, end, page.end) is not None:
        return True
    return _CALENDAR.hours_lasting.match(page.back, page.size - start, page.size - page.start) is not None


def _is_hour(word: str, digits: str) -> bool:
    """Whether digits with a letter behind them may be an hour, as some newspapers write it: "22g"."""
    return word == _HOUR and digits.isdecimal() and int(digits) <= _HOURS


def _spans_day(page: Page, start: int, end: int, previous: Draft | None) -> bool:
    """Whether an hour written with a letter is one end of a span of the day: "từ 8g đến 21g"."""
    if previous is not None and previous.kind == "clock":
        joint = _CALENDAR.hours_short.match(page.low, previous.end, page.end)
        return joint is not None and joint.start(1) == start
    joint = _CALENDAR.hours_short.match(page.low, end, page.end)
    if joint is None or _CALENDAR.hours_from.match(page.back, page.size - start, page.size - page.start) is None:
        return False
    low, stop = page.low, joint.end()
    return stop >= page.end or not low.startswith(" ", stop) or _CALENDAR.daytime.match(low, stop, page.end) is not None


def copies_at(page: Page, start: int, end: int) -> Draft | None:
    """Return how many copies the last line of a letter says that somebody keeps: "Lưu: VT, KSTT (02b)"."""
    lead, short, unit = _COPIES
    if not page.low.startswith(short + ")", end) or page.low[start - 1] != "(":
        return None
    if not page.low[page.start : page.start + 12].lstrip(_BULLETS).startswith(lead):
        return None
    draft = Draft(start, end, "figure")
    draft.value = Decimal(page.low[start:end])
    draft.unit, draft.family, draft.after = unit, "noun", end + len(short)
    return draft


def glued_after(page: Page, start: int, end: int, before: Before, previous: Draft | None) -> Draft | None:
    """Return the number with letters right behind it if they make it a name: "5G", "1A", "3D"; None for an amount."""
    low, limit = page.low, page.end
    found = _LETTERS.match(page.text, end, limit)
    if found is None:
        return None
    word = found[0]
    if word in _CROSSES and is_extent(low, end, limit):
        return None
    if word in _ENGLISH_ORDINALS:
        return Draft(start, end, "ordinal")
    if _is_hour(word, low[start:end]) and (
        before.lead == "clock"
        or _CALENDAR.daytime.match(low, found.end(), limit) is not None
        or _spans_day(page, start, found.end(), previous)
    ):
        return Draft(start, found.end(), "clock")
    following = _after_at(low, end, limit)
    if following is not None:
        family = _after_of(following).family
        if family in ("money", "multiple", "share") or (family == "duration" and not word.isupper()):
            return None
        if family == "measure" and (len(word) > 1 or word in _SYMBOLS) and not _is_hour(word, low[start:end]):
            return None
    if word in _SUFFIXES:
        if len(word) > 1 or not word.isupper():
            return None
        following = _after_at(low, found.end(), limit)
        if following is not None and _after_of(following).family != "end":
            return None
        if before.money:
            return None  # "$5M"
        called = _CALLED.match(page.back, page.size - start, page.size - page.start)
        if called is not None:
            return Draft(start, end, "name") if page.text[page.size - called.end()].isupper() else None
        counts = end - start > 1 or _COUNTED.match(page.text, found.end(), limit) is not None
        return None if counts else Draft(start, end, "name")
    return Draft(start, end, "name") if len(word) <= 2 else None
