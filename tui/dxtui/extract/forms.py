"""Numbers that neither signs nor a lead class: years, months of a year, letters glued on, and those that go on a list."""

import re

from dxtui.extract import dates
from dxtui.extract.classes import counted_follows, dated
from dxtui.extract.draft import Draft
from dxtui.extract.page import Page
from dxtui.lexicon.after import afters
from dxtui.lexicon.before import Before
from dxtui.lexicon.numerals import suffixes

_AFTERS = afters()
_SUFFIXES = suffixes()
_LETTERS = re.compile(r"[^\W_]+(?:[./-][^\W_]+)*+")
_WORD = re.compile(r"[^\W\d_]+")
_JOINS = re.compile(r"(?:,| và|, và|/| -|-| –|–| hoặc|;)? ?(?:\(|mức(?: độ)? |cấp(?: độ)? |khoản |điều |điểm [a-zđ] ?)?\Z")
_FOREIGN = re.compile(r"[fjwz]|[bcdfghklmnpqrstvx]{4}|[bdfgjklrsvwxz]\Z|(?:ai|ee|oo|ea)[a-z]*[bdfgklrsvx]")
_LAST_WORD = re.compile(r" {1,2}([^\W\d_][\w.-]{0,24})")


def year_at(page: Page, start: int, end: int, before: Before) -> Draft | None:
    """Return the year or years that the four digits at `start` are, or None for an amount."""
    date = dates.years_at(page.low, start, page.end)
    if date is None:
        return None
    if before.qualifier and before.qualifier != "over" and counted_follows(page, end):
        return None
    following = _AFTERS.pattern.match(page.low, date.end, page.end)
    if following is not None and not date.last:
        after = _AFTERS.of(following)
        if after.family in ("noun", "money", "measure", "share") and not page.low.startswith("năm", following.start(1)):
            if before.lead != "year":
                return None
    if page.multipliers.match(page.low, date.end, page.end).end() > date.end:
        return None
    if _foreign_name(page, start):
        return Draft(start, date.end, "name")
    return dated(page, start, date)


def _foreign_name(page: Page, start: int) -> bool:
    """Whether a capitalised word that is no Vietnamese syllable stands right before: "Techfest 2023"."""
    found = _LAST_WORD.match(page.back, page.size - start, page.size - page.start)
    if found is None:
        return False
    word = page.text[page.size - found.end(1) : page.size - found.start(1)]
    return word[0].isupper() and not word.isupper() and _FOREIGN.search(word.lower()) is not None


def months_at(page: Page, start: int) -> Draft | None:
    """Return the part of a year that starts at `start`: "6 tháng đầu năm 2023"."""
    date = dates.months_of_at(page.low, start, page.end)
    if date is not None:
        return dated(page, start, date)
    date = dates.day_words_at(page.low, start, page.end)
    return dated(page, start, date) if date is not None else None


def glued_at(page: Page, start: int, end: int) -> Draft | None:
    """Return the number with letters right behind it if they make it a name: "5G", "1A", "3D"; None for a figure."""
    text, low, limit = page.text, page.low, page.end
    word = _WORD.match(text, end, limit)
    if word is None:
        return None
    letters = word[0]
    following = _AFTERS.pattern.match(low, end, limit)
    if following is not None and _AFTERS.of(following).family != "end":
        after = _AFTERS.of(following)
        if after.family != "noun" and (len(letters) > 1 or after.family in ("money", "multiple") or letters in ("m", "W", "V")):
            return None
        if after.family == "noun" and len(letters) > 1:
            return None
    if letters in ("st", "nd", "rd", "th"):
        return Draft(start, end, "ordinal")
    if letters in _SUFFIXES and not (letters in ("K", "B", "T") and end - start == 1 and not counted_follows(page, word.end())):
        return None
    if low.startswith(("tỷ", "tỉ", "triệu", "nghìn", "tr "), end):
        return None
    if len(letters) <= 2 and (letters.isupper() or letters in ("a", "b", "c")):
        return Draft(start, end, "name")
    return None if len(letters) > 2 else Draft(start, end, "name")


def going_on(page: Page, start: int, end: int, previous: Draft) -> Draft | None:
    """Return the number that goes on what the one before it started: "mức độ 3 và 4", "khoản 1, 2 Điều 5"."""
    if previous.kind not in ("reference", "grade", "ordinal", "date", "name") or start - previous.end > 16:
        return None
    gap = page.low[previous.end : start]
    if not gap or _JOINS.match(gap) is None or not page.low[start:end].isdigit() or end - start > 3:
        return None
    if counted_follows(page, end) or page.multipliers.match(page.low, end, page.end).end() > end:
        return None
    if previous.kind == "date":
        date = page.dates.get(previous.start)
        if date is None or not date.month or int(page.low[start:end]) > 31:
            return None
    return Draft(start, end, previous.kind)
