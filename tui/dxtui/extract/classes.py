"""Which class a number has that is no figure: dates, references, ordinals, grades, names, list numbers, clock times."""

import re

from dxtui.extract import dates
from dxtui.extract.draft import Draft
from dxtui.extract.page import Page
from dxtui.lexicon.after import afters
from dxtui.lexicon.before import Before

_AFTERS = afters()
_IDENTIFIER = re.compile(r"\d++(?:[\w]*+(?:[./–-]\w+)*+)")
_GROUPED = re.compile(r"\d[\d .()–-]{0,24}+(?<=\d)")
_LEGAL = re.compile(
    r"\d{1,6}+(?:/(?:19|20)\d\d)?(?:/[A-ZĐ][\wĐ]*+(?:[-–/&][A-ZĐ]\w*+){0,4}|[-–][A-ZĐ]{2,5}/[A-ZĐ]{1,5}\w*+(?:-\w+)?)"
)
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2}|:\d{1,5})?(?![\d.]*\d)")
_PHONE = re.compile(r"(?:\(?\+?84\)?[ .-]?|0)\d{2,3}(?:[ .-]?\d{3,4}){2}(?!\d)|1[89]00[ .-]?\d{4,6}(?!\d)|1[89]00[ .]\d{2}[ .]\d{2}(?!\d)")
_PLATE = re.compile(r"\d{2}[A-Z]\w?[-– ]?\d{3}\.?\d{2}(?!\d)")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|[hg](?:[0-5]\d(?:p|')?)?)(?![\w:])")
_HOURS = re.compile(
    r"(?:[01]?\d|2[0-4]) {1,2}+giờ(?: {1,2}+[0-5]?\d(?: {1,2}+phút)?(?: {1,2}[0-5]?\d {1,2}giây)?(?! {1,2}(?:ngày|tháng)))?(?!\w)"
)
_DAYTIME = re.compile(r",? {1,2}+(?:sáng|trưa|chiều|tối|đêm|ngày|hôm|cùng ngày|đúng|kém|hằng ngày|hàng ngày)(?!\w)")
_OF_DAY = re.compile(r" {0,2}(?:cúl|ồih)(?!\w)")
_LIST = re.compile(r"[.)/]++(?=[ \t])|[.)/]*+\t| ?[-–] ?(?=[^\W\d])|[.)]++(?=[^\W\d])")
_LEVELS = re.compile(r"\d{1,2}(?:\.\d{1,3}){1,4}\.?(?= |\t)")
_BULLETS = " \t-–—•*+·#|>([“\""


def counted_follows(page: Page, end: int) -> bool:
    """Return whether a unit or a known counted noun stands at `end`."""
    found = _AFTERS.pattern.match(page.low, end, page.end)
    return found is not None and _AFTERS.of(found).family != "end"


def shaped(page: Page, start: int, end: int) -> Draft | None:
    """Return the number at `start` if its own form, signs or letters say what it is, whatever stands before it."""
    low, text, limit = page.low, page.text, page.end
    run = low[start:end]
    after = low[end : end + 1] if end < limit else ""
    if after in "/-–" and after:
        found = _LEGAL.match(text, start, limit)
        if found is not None and found.end() > end:
            return Draft(start, found.end(), "reference")
    if "/" in run or after == "-":
        found = _LEGAL.match(text, start, limit)
        if found is not None and found.end() > end:
            return Draft(start, found.end(), "reference")
        if run == "24/7":
            return Draft(start, end, "name")
    if not run.isdigit() or after == "-":
        date = dates.day_at(low, start, limit)
        if date is not None:
            return dated(page, start, date)
    if ":" in run or after in "hg":
        found = _CLOCK.match(low, start, limit)
        if found is not None and found.end() >= end and (after not in "hg" or clock_fits(page, start, found.end())):
            return Draft(start, found.end(), "clock")
    if run.count(".") == 3:
        found = _ADDRESS.match(low, start, limit)
        if found is not None and all(int(part) < 256 for part in run.split("/")[0].split(":")[0].split(".")) :
            if not all(len(part) == 3 for part in run.split(".")[1:]):
                return Draft(start, found.end(), "reference")
    if run[0] == "0" and len(run) > 1 or run in ("1800", "1900") or run == "84":
        begin = start
        if low[start - 1 : start] == "+" and start > page.start:
            begin = start - 1
        elif run == "84":
            return None
        found = _PHONE.match(low, start, limit)
        if found is not None and not (run in ("1800", "1900") and found.end() == end):
            return Draft(begin, found.end(), "reference")
    if after.isalpha() and text[end].isupper():
        found = _PLATE.match(text, start, limit)
        if found is not None:
            return Draft(start, found.end(), "reference")
    return None


def clock_fits(page: Page, start: int, end: int) -> bool:
    """Return whether "8h30" or "8h" at [start, end) is a time of day rather than a duration."""
    if page.low[end - 1] not in "hg":
        return True
    if _DAYTIME.match(page.low, end, page.end) is not None:
        return True
    return int(re.match(r"\d+", page.low[start:end])[0]) < 24  # type: ignore[index]


def hours(page: Page, start: int, before: Before) -> Draft | None:
    """Return the time of day at `start` that is written with a word: "14 giờ", "8 giờ 30 phút"; None for a duration."""
    found = _HOURS.match(page.low, start, page.end)
    if found is None:
        return None
    if before.lead == "clock" or _DAYTIME.match(page.low, found.end(), page.end) is not None:
        return Draft(start, found.end(), "clock")
    return None


def dated(page: Page, start: int, date: dates.Date) -> Draft:
    """Return the number at `start` that is a date, with its period where the date itself has a year."""
    draft = Draft(start, date.end, "date")
    draft.period = dates.period_of(date, 0)
    page.dates[start] = date
    return draft


def listed(page: Page, start: int, end: int) -> Draft | None:
    """Return the number if it numbers a heading or an item: "1. ", "2.1. ", "3) ", "(4)", "[5]"."""
    low, limit = page.low, page.end
    before = low[start - 1] if start else ""
    after = low[end : end + 1]
    if end - start <= 3 and before and (before + after) in ("()", "[]"):
        return Draft(start, end, "list")
    if start != page.start and low[page.start : start].strip(_BULLETS):
        return None
    found = _LEVELS.match(low, start, limit)
    if found is not None and found.end() >= end and end > start + 1 and low[end:].strip()[:1] not in ("%", ""):
        if low[start:end].count(".") > 1 or found[0].endswith("."):
            return Draft(start, end, "list")
    if end - start <= 2 or low[start:end].count(".") > 0:
        if _LIST.match(low, end, limit) is not None and low[end] != " ":
            return Draft(start, end, "list")
    return None


def by_lead(page: Page, start: int, end: int, before: Before, lead_start: int) -> Draft | None:
    """Return the number as the words right before it class it, or None if they do not.

    `lead_start` is where those words start.
    """
    low, limit = page.low, page.end
    run = low[start:end]
    lead = before.lead
    if lead == "reference":
        if before.strong:
            found = _IDENTIFIER.match(page.text, start, limit)
            return Draft(start, found.end() if found else end, "reference")
        if page.text[lead_start].isupper() or not (counted_follows(page, end) or _is_amount(page, start, end)):
            found = _IDENTIFIER.match(page.text, start, limit)
            if found is None or "/" in found[0] and not run.isdigit():
                return Draft(start, end, "reference")
            return Draft(start, found.end(), "reference")
        return None
    if lead == "grouped":
        if end - start < 3 and counted_follows(page, end):
            return None
        found = _GROUPED.match(low, start, limit)
        return Draft(start, max(found.end(), end) if found else end, "reference")
    if lead == "day":
        return _day(page, start, end, lead_start)
    if lead == "month":
        date = dates.month_at(low, start, limit)
        if date is None or date.end < end or (not date.year and _is_counting(page, lead_start)):
            return None
        draft = dated(page, start, date)
        draft.start = lead_start
        page.dates[lead_start] = date
        return draft
    if lead == "quarter":
        date = dates.quarter_at(low, start, limit)
        if date is None or date.end < end or _is_counting(page, lead_start):
            return None
        draft = dated(page, start, date)
        draft.start = lead_start
        page.dates[lead_start] = date
        return draft
    if lead == "year":
        date = dates.years_at(low, start, limit)
        if date is not None and date.end >= end:
            return dated(page, start, date)
        if low[lead_start] == "g" and len(run) <= 2 and not counted_follows(page, end):
            return Draft(start, end, "ordinal")
        if run in ("60", "70", "80", "90") and low.startswith("những năm", lead_start):
            return dated(page, start, dates.Date(end, 1900 + int(run), 0, 0, 0, 1909 + int(run)))
        return None
    if lead == "century":
        if len(run) <= 2 and run.isdigit():
            return dated(page, start, dates.Date(end, int(run) * 100 - 99, 0, 0, 0, int(run) * 100))
        return None
    if not run.isdigit():
        if lead == "name" and (before.always or not counted_follows(page, end)) and "," not in run:
            return Draft(start, end, "name")
        if lead == "list" and before.strong:
            return Draft(start, end, "list")
        return None
    if lead == "ordinal":
        if before.strong:
            return Draft(start, end, "ordinal") if len(run) <= 4 else None
        return Draft(start, end, "ordinal") if len(run) <= 2 and not _is_counted(page, end) else None
    if lead == "grade":
        if len(run) > 2:
            return None
        if before.strong or not _is_counted(page, end):
            return Draft(start, end, "grade")
        return None
    if lead == "name":
        if before.always or (len(run) <= 3 and not _is_counted(page, end)):
            return Draft(start, end, "name")
        return None
    if lead == "list":
        return Draft(start, end, "list")
    return None


def _is_counted(page: Page, end: int) -> bool:
    """Whether a unit, a counted noun, a magnitude or a percent sign follows."""
    return counted_follows(page, end) or page.multipliers.match(page.low, end, page.end).end() > end


def _is_amount(page: Page, start: int, end: int) -> bool:
    """Whether the digits themselves are an amount: with a decimal comma, a percent sign, a magnitude."""
    return "," in page.low[start:end] or page.multipliers.match(page.low, end, page.end).end() > end


def _is_counting(page: Page, lead_start: int) -> bool:
    """Whether the word of time that starts at `lead_start` is itself counted: "mỗi ngày 500 lượt"."""
    return page.counting.pattern.match(page.back, page.size - lead_start, page.size - page.start) is not None


def _day(page: Page, start: int, end: int, lead_start: int) -> Draft | None:
    low, limit = page.low, page.end
    date = dates.day_words_at(low, start, limit) or dates.day_month_at(low, start, limit)
    if date is None:
        date = dates.month_year_at(low, start, limit)
    if date is not None and date.end >= end:
        return dated(page, start, date)
    run = low[start:end]
    if not run.isdigit() or len(run) > 2 or not 1 <= int(run) <= 31 or _is_counting(page, lead_start):
        return None
    if low.startswith(("ngày", "mùng", "mồng", "rằm", "hôm"), lead_start) or not _is_counted(page, end):
        return dated(page, start, dates.Date(end, 0, 0, int(run)))
    return None
