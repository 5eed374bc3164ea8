"""Figures: the value of a number, its unit or what it counts, its qualifier and role, read from the words around it."""

import re
from decimal import Decimal

from dxtui.extract.draft import Draft
from dxtui.extract.page import Page
from dxtui.extract.quantities import is_ambiguous, value_of
from dxtui.lexicon.after import After, afters, body_list, phrase_tail, syllable_pair
from dxtui.lexicon.before import Before, befores
from dxtui.lexicon.numerals import magnitudes, suffixes
from dxtui.lexicon.qualifiers import behind, change_gap

_AFTERS = afters()
_BEFORES = befores()
_MAGNITUDES = magnitudes()
_SUFFIXES = suffixes()
_TAIL = phrase_tail()
_BODIES = body_list()
_PAIR = syllable_pair()
_BEHIND = behind()
_GAP = change_gap()
_RANGE = re.compile(r"( {0,2}[-–—] {0,2}| {1,2}(?:đến|tới) {1,2})(\d++(?:[.,]\d++)*+)(?![\d/:])")
_GROUP = re.compile(r"(?: \d{3})+(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]+")
_PER = re.compile(r" ?/ ?(?!\d)([^\W\d_]+(?: [^\W\d_]+)?)")
_RATIO = re.compile(r"(\d++(?:[.,]\d++)*+) ?/ ?(\d++(?:[.,]\d++)*+)(?![\d/])")
_HALF = Decimal("0.5")
_ONE = Decimal(1)
_WHOLE = ("noun", "")
_NOTHING = Before()


def figure_at(page: Page, start: int, end: int) -> Draft | None:
    """Return the figure whose digits are [start, end), or None if the digits are no one value."""
    low, limit = page.low, page.end
    draft = Draft(start, end, "figure")
    digits = low[start:end]
    if "/" in digits:
        return _ratio(page, draft)
    scale = _ONE
    stop = end
    glued = False
    if stop < limit and low[stop].isalpha():
        glued = True
        letters = _LETTERS.match(page.text, stop, limit)
        suffix = letters[0] if letters else ""
        if suffix in _SUFFIXES:
            scale = _SUFFIXES[suffix]
            stop += len(suffix)
        elif low[stop:limit].startswith(("tỷ", "tỉ")):
            scale = _SUFFIXES["tỷ"]
            stop += 2
    found = page.multipliers.match(low, stop, limit)
    words, half, percent = found.groups() if found else ("", None, None)
    if found:
        stop = found.end()
        for word in words.split():
            scale *= _MAGNITUDES[word]
    after: After | None = None
    following = _AFTERS.pattern.match(low, stop, limit)
    if following is not None:
        after = _AFTERS.of(following)
    whole = after is not None and after.family == "noun" and scale == 1 and not percent
    habit = page.habit if is_ambiguous(digits) else 0
    read = value_of(digits, habit, whole)
    if read is None:
        return None
    value, draft.certainty = read
    span = None
    if low[stop : stop + 1] in ("-", "–", "—", " ") or low[stop : stop + 1] == " ":
        span = _RANGE.match(low, stop, limit)
    if span is not None and not (percent and span[1].isspace()):
        upper = _upper(page, span, value * scale, scale, bool(percent))
        if upper is not None:
            draft.to, upper_scale, stop, percent, half = upper
            if scale == 1:
                scale = upper_scale
            following = _AFTERS.pattern.match(low, stop, limit)
            after = _AFTERS.of(following) if following is not None else None
    if half:
        value += _HALF
    draft.value = value * scale
    draft.end = draft.after = stop
    if percent:
        draft.unit = draft.family = percent.strip()
        if following is not None and after is not None and after.family == "noun":
            draft.counted = page.words(following.start(1), _phrase_end(page, following.end()))
    elif not (glued and scale == 1 and after is None):
        measure(page, draft, following, after)
    return draft


def _upper(
    page: Page, span: re.Match[str], lower: Decimal, scale: Decimal, percent: bool
) -> tuple[Decimal, Decimal, int, str | None, str | None] | None:
    """Return the upper end of a range: value, scale, where it ends, percent sign, half; None if it is another number."""
    low = page.low
    read = value_of(span[2], page.habit if is_ambiguous(span[2]) else 0, False)
    if read is None:
        return None
    found = page.multipliers.match(low, span.end(), page.end)
    words, half, sign = found.groups() if found else ("", None, None)
    upper_scale = _ONE
    for word in words.split():
        upper_scale *= _MAGNITUDES[word]
    stop = found.end() if found else span.end()
    if low[stop : stop + 1].isalpha():
        return None
    value = read[0] * upper_scale
    if scale == 1:
        if not lower * upper_scale < value:
            return None
    elif not lower < value or upper_scale == 1:
        return None
    if percent and not sign:
        return None
    return value, upper_scale, stop, sign, half


def _ratio(page: Page, draft: Draft) -> Draft | None:
    found = _RATIO.match(page.low, draft.start, page.end)
    if found is None or found.end() < draft.end:
        return None
    part, whole = value_of(found[1], page.habit, True), value_of(found[2], page.habit, True)
    if part is None or whole is None:
        return None
    draft.value, draft.of = part[0], whole[0]
    draft.end = draft.after = found.end()
    following = _AFTERS.pattern.match(page.low, draft.end, page.end)
    measure(page, draft, following, _AFTERS.of(following) if following else None)
    return draft


def measure(page: Page, draft: Draft, following: re.Match[str] | None, after: After | None) -> None:
    """Read the unit or the counted phrase behind the number; `following` found `after` there."""
    low, limit = page.low, page.end
    if following is None or after is None:
        pair = _PAIR.match(low, draft.end, limit)
        if pair is not None:
            draft.family = "noun"
            draft.unit = page.words(pair.start(1), pair.end(1))
            draft.after = _phrase_end(page, pair.end())
            draft.counted = page.words(pair.start(1), draft.after)
        return
    family = after.family
    if family == "end":
        return
    draft.family = family
    stop = following.end()
    if family == "noun":
        more = _BODIES.match(low, stop, limit)
        if more is not None:
            stop = more.end()
        draft.unit = page.words(following.start(1), stop)
        draft.after = _phrase_end(page, stop)
        draft.counted = page.words(following.start(1), draft.after)
    else:
        draft.unit = after.code
        draft.after = stop
        if family == "duration":
            if low[stop : stop + 9] == " làm việc":
                draft.counted = page.words(following.start(1), stop + 9)
                draft.after = stop + 9
    per = _PER.match(low, stop, limit)
    if per is not None:
        draft.per = page.words(per.start(1), per.end(1))
        draft.after = max(draft.after, per.end())


def _phrase_end(page: Page, stop: int) -> int:
    found = _TAIL.match(page.low, stop, page.end)
    return found.end() if found else stop


def judge(page: Page, draft: Draft, first: re.Match[str] | None) -> None:
    """Read qualifier, role and direction from the words before the figure and behind its unit."""
    back, size = page.back, page.size
    limit = size - page.start
    position = size - draft.start
    found = first
    role = ""
    linked = False
    multiple = draft.family == "multiple"
    draft.qualifier = "exact"
    steps = 0
    while found is not None and steps < 5:
        word = _BEFORES.of(found)
        if word.minus and not role:
            glued = found.end() - position == len(found[1])
            if found[1] not in "-−–" or (glued and (size - found.end() != page.start or draft.unit == "%")):
                draft.value = -draft.value
                draft.start = size - found.end()
        elif word.money and draft.unit is None:
            draft.unit, draft.family = word.money, "money"
        elif multiple and word.multiple and not role:
            draft.role, role = "multiple", "multiple"
            draft.direction = None if word.multiple == "none" else word.multiple  # type: ignore[assignment]
        elif word.change and not role and not linked and not multiple:
            draft.role, draft.direction, role = "change", word.change, "change"
        elif word.rank and not role and not linked and (not word.counted_rank or draft.family == "noun"):
            draft.role = role = "rank"
        elif word.qualifier and draft.qualifier == "exact":
            draft.qualifier = word.qualifier
        elif word.link:
            linked = True
        else:
            break
        position = found.end()
        found = _BEFORES.pattern.match(back, position, limit)
        steps += 1
    draft.before = size - position
    if multiple and role != "multiple":
        draft.unit, draft.family, draft.counted = "lần", "noun", "lần"
    if not role and not linked and draft.family in ("%", "duration", "money", "share", "noun"):
        gap = _GAP.match(back, position, limit)
        if gap is not None:
            draft.role, draft.direction = "change", "up" if gap.lastgroup == "up" else "down"
    closing = _BEHIND.pattern.match(page.low, draft.after, page.end)
    if closing is None and draft.after > draft.end:
        closing = _BEHIND.pattern.match(page.low, draft.end, page.end)
    if closing is not None:
        draft.qualifier = _BEHIND.of(closing)

