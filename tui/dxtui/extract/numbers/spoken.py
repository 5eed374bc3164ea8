"""Number words as they are spoken: which of them count, and which two of them are the ends of a range."""

import re
from decimal import Decimal
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.figures import measure
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.quantities import plus, times
from dxtui.extract.numbers.roles import judge
from dxtui.lexicon.after import After, afters, syllable_pair, worded_joint
from dxtui.lexicon.before import befores
from dxtui.lexicon.calendar import year_words
from dxtui.lexicon.numerals import (
    TEN,
    bare_tens,
    befallen,
    digits,
    doubled,
    every,
    five_bodies,
    five_years,
    leading_digits,
    led_digits,
    magnitudes,
    numeral,
    out_of,
    plain_digits,
    value_of,
    year_before,
    year_edges,
)
from dxtui.lexicon.ones import (
    always_one,
    counted_on,
    each_has_one,
    each_one,
    once,
    one_after,
    one_before,
    one_listed,
    only_one,
)
from dxtui.lexicon.sharing import part_of_those
from dxtui.model.note import Note

_after_at: Final = afters().pattern.match
_after_of: Final = afters().of
_before_of: Final = befores().of
_NUMERAL: Final = numeral()
_ONE: Final = one_before()
_ONE_AFTER: Final = one_after()
_ALWAYS: Final = always_one()
_EACH_HAS: Final = each_has_one()
_EVERY: Final = every()[0]
_BEFALLEN: Final = befallen()
_YEAR: Final = year_before()
_FIVE_YEARS: Final = five_years()
_EDGES: Final = year_edges()
_WHOSE: Final = five_bodies()[0]
_FIVE_BODIES: Final = five_bodies()[1]
_PLAIN: Final = plain_digits()
_LED: Final = led_digits()
_LEADING: Final = leading_digits()
_OUT_OF: Final = out_of()
_OF_THOSE: Final = part_of_those()
_YEAR_WORDS: Final = year_words()
_ONE_MORE: Final = Decimal(1)
_LAST_LISTED: Final = counted_on()
_LISTED: Final = one_listed()
_NEAR: Final = 30
"""Code points between what is counted and one more of it."""
_FIVE: Final = Decimal(5)
_SEVEN: Final = Decimal(7)
_TO: Final = worded_joint()
_ONLY: Final = only_one()[0]
_VAGUE: Final = only_one()[1]
_ONCE: Final = once()[0]
_EACH_TIME: Final = once()[1]
_DOUBLED: Final = doubled()[0]
_NOT_DOUBLED: Final = doubled()[1]
_EACH_ONE: Final = each_one()
_TIMED: Final = once()[1]
_SHARED_OUT: Final = ("noun", "measure", "money")
_MARKS: Final = " \t-–—•*+#.)0123456789“"
_PAIR: Final = syllable_pair()


def is_called(page: Page, start: int) -> bool:
    """Whether a number word is somebody's name: it alone has a capital within its clause, "ông Bảy năm nay"."""
    text = page.text
    return (
        start > page.start
        and text[start].isupper()
        and text[start + 1].islower()
        and text[start - 1] == " "
        and text[start - 2].isalpha()
    )


def is_doubled(page: Page, start: int) -> bool:
    """Whether the words at `start` multiply by themselves: "thị phần nhân đôi"; not "cá nhân đôi khi"."""
    if _DOUBLED.match(page.low, start, page.end) is None:
        return False
    return _NOT_DOUBLED.match(page.back, page.size - start, page.size - page.start) is None


def reach_of(page: Page, end: int, lower: Decimal) -> tuple[Decimal, Decimal, int] | None:
    """Return what a digit's word at `end` reaches to: scale, upper end, where it stops: "hai[ đến ba trăm nghìn]"."""
    joint = _TO.match(page.low, end, page.end)
    found = _NUMERAL.match(page.low, joint.end(), page.end) if joint is not None else None
    if found is None or joint is None:
        return None
    first, *more = found[0].split()
    if more and more[-1] in _YEAR_WORDS:
        more.pop()  # "hai, ba năm"
    digit = TEN if first in bare_tens() and not more else digits().get(first)
    if digit is None or not lower < digit:
        return None
    listed = "," in joint[0]
    near = digit == lower + 1 or (listed and lower == _FIVE and digit == _SEVEN)  # "năm, bảy năm"
    if not joint[1] and (not near or (lower == _FIVE and not listed)):
        return None  # "hai ba ngày"; but "năm sáu" may be a year
    if any(word not in magnitudes() for word in more):
        return None
    scale = Decimal(1)
    end = joint.end() + len(first)
    for word in more:
        scale = times(scale, magnitudes()[word])
        end = page.low.index(word, end) + len(word)
    return scale, times(digit, scale), end


def teen_after(page: Page, end: int, lower: Decimal) -> tuple[Decimal, Decimal, int] | None:
    """Return what a number of several words reaches to where the next one follows it: "mười sáu[, mười bảy] độ"."""
    joint = _TO.match(page.low, end, page.end) if page.low[end : end + 1] == "," else None
    found = _NUMERAL.match(page.low, joint.end(), page.end) if joint is not None else None
    upper = value_of(found[0].split()) if found is not None else None
    if found is None or upper is None or upper != plus(lower, _ONE_MORE):
        return None
    return _ONE_MORE, upper, found.end()


def between(
    page: Page,
    start: int,
    lower: Decimal,
    reach: tuple[Decimal, Decimal, int],
    previous: Draft | None,
    lead: re.Match[str] | None,
) -> Draft | None:
    """Read a range in words, "hai đến ba trăm nghìn đồng"; None where nothing is counted."""
    scale, upper, end = reach
    following = _after_at(page.low, end, page.end)
    after = _after_of(following) if following is not None else None
    if scale == 1 and (after is None or after.family == "end"):
        listed = after is None and "," in page.low[start:end]
        if not listed or _PAIR.match(page.low, end, page.end) is None:
            return None
    draft = Draft(start, end, "figure")
    draft.value, draft.to, draft.scale = times(lower, scale), upper, scale
    if page.notes is not None:
        page.notes.append(
            Note("value", f"{draft.value:f} to {upper:f}", start, end, "number words, from one to another")
        )
    measure(page, draft, following, after)
    judge(page, draft, previous, lead)
    return draft


def counts(page: Page, start: int, end: int, word: str, after: After | None, lead: re.Match[str] | None) -> bool:
    """Whether a single number word counts what follows; `lead` is what the table of leads found before it."""
    if after is None or after.family == "end":
        named = after is None or page.text[end + 1 : end + 3].isupper()  # "hai AI Factory"
        return _is_part(page, end) or (named and _takes_any(page, start, end, word, lead))
    value = digits().get(word)
    if value == 1:
        if _BEFALLEN.match(page.low, end, page.end) is not None or _ALWAYS.match(page.low, end, page.end) is not None:
            return True
        back = page.back, page.size - start, page.size - page.start
        if _ONCE.match(page.low, end, page.end) is not None and _EACH_TIME.match(*back) is not None:
            return True  # "mỗi năm một lần"
        if after.family in _SHARED_OUT and _EACH_ONE.match(*back) is not None and _TIMED.match(*back) is None:
            return _VAGUE.match(page.low, end, page.end) is None
        if after.family == "noun" and (_ONLY.match(*back) is not None or _EACH_HAS.match(*back) is not None):
            return _VAGUE.match(page.low, end, page.end) is None
        if _ONE.match(page.low, end, page.end) is None:
            return False
        return _ONE_AFTER.match(*back) is not None
    if value == 5:
        behind = page.back, page.size - start, page.size - page.start
        if page.text[end : end + 2].strip()[:1].isupper() and not page.text[start].isupper():
            return False  # "năm Dữ liệu số quốc gia": a year with a name
        if _FIVE_YEARS.match(page.low, end, page.end) is not None:
            return after.code == "a" or _EDGES.match(*behind) is None
        if _WHOSE.match(*behind) is not None and _FIVE_BODIES.match(page.low, end, page.end) is not None:
            return True
        return after.family == "noun" and _YEAR.match(*behind) is None
    return True


def goes_on(page: Page, start: int, after: After | None, previous: Draft | None) -> bool:
    """Whether "một" at `start` counts one more thing, or one of another kind: "hai máy thở và một máy X-quang"."""
    if previous is None or previous.kind != "figure" or previous.family != "noun" or after is None:
        return False
    gap = page.low[previous.after : start]
    if gap.endswith(", ") and after.family == "noun" and _counts_more(page, start, after.code):
        return True
    if gap.endswith(", ") and after.code == previous.unit and len(gap) <= _NEAR:
        return gap[:-2].replace(" ", "").isalpha() or gap == ", "  # "hai công ty có lãi, một công ty hòa vốn"
    if after.family != "noun" or not gap.endswith(_LISTED) or len(gap) > _NEAR or not gap.replace(" ", "").isalpha():
        return False
    return gap.strip() == gap.split()[-1] or after.code == previous.unit


def _counts_more(page: Page, start: int, unit: str) -> bool:
    """Whether behind one of a kind, which starts at `start`, more of it are counted: "một nhà máy … và 10 nhà máy"."""
    more = _LAST_LISTED.match(page.low, start, page.end)
    return more is not None and page.low.startswith(f" {unit}", more.end())


def _is_part(page: Page, end: int) -> bool:
    """Whether the number is part of another one: "ba[ trong số bốn vụ]"."""
    joint = _OUT_OF.match(page.low, end, page.end)
    if joint is None:
        return False
    if _OF_THOSE.match(page.low, end, page.end) is not None:
        return True
    return page.low[joint.end()].isdecimal() or _NUMERAL.match(page.low, joint.end(), page.end) is not None


def _takes_any(page: Page, start: int, end: int, word: str, lead: re.Match[str] | None) -> bool:
    """Whether the word is one that counts a noun no table knows, and one follows."""
    if digits().get(word) == 1:
        only = _ONLY.match(page.back, page.size - start, page.size - page.start) is not None
        return (
            only and _VAGUE.match(page.low, end, page.end) is None and _PAIR.match(page.low, end, page.end) is not None
        )
    if word not in _PLAIN:
        before = _before_of(lead) if lead is not None and word in _LED else None
        led = before is not None and (before.qualifier or before.link)
        back = page.back, page.size - start, page.size - page.start
        opens = page.text[start].isupper() and not page.low[page.start : start].strip(_MARKS)
        if not led and not (word in _LED and (opens or _EVERY.match(*back) or _LEADING.match(*back))):
            return False
    return _PAIR.match(page.low, end, page.end) is not None
