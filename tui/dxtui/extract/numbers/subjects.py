"""What a figure measures, in the text's own words."""

import re
from collections.abc import Sequence

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.times import (
    bare_currency,
    last_of_links,
    noun_before,
    prices,
    subject_end,
    subject_links,
    subject_start,
    subject_tail,
)
from dxtui.model.note import Note

# For text reversed; an abbreviation in brackets belongs to the name before it.
_CLAUSE = re.compile(r"[^,;:.()\[\]\"“”\n\t|]{0,160}+(?:\)[^()\d]{1,24}\([^,;:.()\[\]\"“”\n\t|]{1,100}+)?")
_ENDS = subject_end()
_LINKS = subject_links()
_LAST_OF_LINKS = last_of_links()
_NOUNS = noun_before()
_STARTS = subject_start()
_TAIL = subject_tail()
_PRICES = prices()
_CURRENCY = bare_currency()
_THOUSAND = 1000
_EDGE = " -–—•*+'’\"“”,;:"


def name_subjects(page: Page, drafts: Sequence[Draft]) -> None:
    """Give each figure of a statement its subject."""
    last: str | None = None
    paid = False
    floor = page.start
    for at, draft in enumerate(drafts):
        if draft.kind != "figure":
            continue
        if draft.counted and draft.family == "noun" and draft.role != "change":
            subject: str | None = draft.counted
        else:
            subject = _before(page, drafts, at, floor) or draft.counted or last
            if draft.family == "noun" and draft.role == "change":
                subject = subject if subject != draft.counted or last is None else last
        draft.subject = subject
        if draft.unit is None and draft.scale >= _THOUSAND:
            _price(page, draft, floor, paid)
        paid = draft.family == "money"
        if subject:
            last = subject
            if draft.notes is not None:
                draft.notes.append(Note("subject", subject, floor, draft.start, "the words it is said of"))
        floor = max(floor, draft.after)


def _price(page: Page, draft: Draft, floor: int, paid: bool) -> None:
    """Give a bare amount its currency: of what is measured in money, or right behind another (`paid`)."""
    if (
        paid
        or _PRICES.search((draft.subject or "").lower()) is not None
        or _PRICES.search(page.low, floor, draft.start) is not None
    ):
        draft.unit, draft.family = _CURRENCY, "money"
        if draft.notes is not None:
            draft.notes.append(Note("unit", _CURRENCY, draft.start, draft.end, "a bare amount of what has a price"))


def _before(page: Page, drafts: Sequence[Draft], at: int, floor: int) -> str | None:
    """Return what stands before a figure in its clause, without dates and without the words that join it to them."""
    stop = drafts[at].before
    if page.low[stop - 2 : stop - 1] in _LAST_OF_LINKS:
        link = _LINKS.match(page.back, page.size - stop, page.size - floor)
        if link is not None:
            stop = page.size - link.end()
    drafts_before = stop
    while True:
        at -= 1
        date = drafts[at] if at >= 0 and drafts[at].kind == "date" and drafts[at].start >= floor else None
        low = max(floor, date.end) if date is not None else floor
        found = _CLAUSE.match(page.back, page.size - stop, max(page.size - low, page.size - stop))
        start = page.size - found.end() if found is not None else stop
        words = page.text[start:stop]
        cut = _ENDS.search(page.low, start - 1 if start else 0, stop)
        while cut is not None and _NOUNS.match(page.back, page.size - cut.start(), page.size - start) is not None:
            cut = _ENDS.search(page.low, cut.end(), stop)
        if cut is not None:
            words = page.text[start : max(cut.start(), start)]
        subject = " ".join(words.split()).strip(_EDGE)
        if stop != drafts_before:
            subject = _TAIL.sub("", subject).strip(_EDGE)
        opener = _STARTS.match(subject)
        if opener is not None:
            subject = subject[opener.end() :]
        if len(subject) > 2:
            return subject
        if start > low and page.low[low:start].rstrip().endswith(":"):
            stop = page.low.rindex(":", low, start)  # "Doanh thu: 5 tỷ đồng"
            at += 1 if date is not None else 0
        elif date is None or start > low + 1:
            return None
        else:
            stop = date.start
