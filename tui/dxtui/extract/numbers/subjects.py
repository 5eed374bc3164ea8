"""What a figure measures, in the text's own words."""

import re
from collections.abc import Sequence
from typing import Final

from dxtui.extract.numbers.clauses import CLAUSE, bare, begins_with_predicate, list_start, named_in
from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.prices import price
from dxtui.lexicon.after import afters, phrase_tail, syllable_pair
from dxtui.lexicon.subjects import (
    last_of_links,
    measures,
    reaches,
    regard,
    said_end,
    said_of,
    shares,
    subject_links,
    subject_tail,
    took,
    weak_subjects,
)
from dxtui.lexicon.topics import (
    again,
    attached,
    befallen_tail,
    generic,
    goals,
    longest_again,
    nothing,
    parts,
    planned,
    prepositions,
    shared_out,
)
from dxtui.model.note import Note
from dxtui.text.openings import Opening
from dxtui.text.spelling import lowered

_LINKS: Final = subject_links()
_LAST_OF_LINKS: Final = last_of_links()
_TAIL: Final = subject_tail()
_SAID: Final = Opening(said_of())
_SAID_END: Final = said_end()
_WEAK: Final = weak_subjects()
_SHARES: Final = shares()
_NOTHING: Final = nothing()
_AGAIN: Final = again()
_LONGEST_AGAIN: Final = longest_again()
_ATTACHED: Final = attached()
_BEFALLEN: Final = Opening(befallen_tail())
_GENERIC: Final = generic()
_PLANNED: Final = Opening(planned())
_SHARED: Final = shared_out()
_GOALS: Final = goals()
_PARTS: Final = parts()
_PREPOSITIONS: Final = prepositions()
_NEAR: Final = 16
"""Code points before a share, or before its qualifier, in which its verb is looked for."""
_REACHES: Final = reaches()
_MEASURE: Final = measures()
_TOOK: Final = took()
_SHORT: Final = 4
"""Code points that name nothing."""
_FAR: Final = 300
"""Code points before a statement in which what it points back to is looked for."""
_CLAUSE_END: Final = re.compile(r"[,;:.()\n]")
# What an amount is paid for each of: "1.450 USD[/tháng]".
_PER: Final = re.compile(r"/[^\W\d]{1,12}")
_REGARD: Final = Opening(regard())
_PAIR: Final = syllable_pair()
_REST: Final = phrase_tail()
_after_at: Final = afters().pattern.match
_after_of: Final = afters().of
_SHORT_CLAUSE: Final = 40
"""Code points of who does what that are told before what there is so much of: "cả nước xuất khẩu[ gạo]"."""


def name_subjects(page: Page, drafts: Sequence[Draft]) -> None:
    """Give each figure of a statement its subject."""
    last: str | None = None
    counts: dict[str, str] = {}  # What the things are that were counted, by their unit.
    paid = False
    floor = page.start
    told = page.told
    for at, draft in enumerate(drafts):
        if draft.kind != "figure":
            continue
        said = draft.counted if _says(page, draft) else _paid_for(page, draft)
        subject: str | None = None
        linked = draft.before < draft.start and _SHARES.search(page.low, draft.before, draft.start) is not None
        if said is None or _REACHES.search(page.low, draft.before, draft.start) is not None:
            subject = _before(page, drafts, at, floor, draft.before, linked)
            if draft.counted and draft.family == "noun" and subject is not None and " " not in subject:
                weak = draft.role != "level" or draft.counted.lower() in _WEAK
                subject = subject if weak else None  # "Tỉnh đã mở 72 lớp"; but "Khách đạt 7 triệu lượt"
        elif draft.family == "noun" and page.low.endswith(": ", floor, draft.before):
            subject = _labelled(page, drafts, at, floor)
        elif linked:
            subject = _before(page, drafts, at, floor, draft.before, linked)
            if subject is not None and _MEASURE.match(subject.lower()) is None:
                subject = None  # "đây là 5 dự án"; but "tổng số thí sinh là 917.494 thí sinh"
        if draft.role == "change" and (regard := _REGARD.match(page.text, draft.after, page.end)) is not None:
            subject = page.words(*regard.span(1))  # "tăng 16,8% về lượng và 67,5% về giá trị"
        if subject is None and said is not None:
            graded = at + 1 < len(drafts) and drafts[at + 1].kind == "grade" and drafts[at + 1].start - draft.after < 2
            stop = drafts[at + 1].end if graded else draft.after  # "dịch vụ công trực tuyến mức độ 4"
            limit = page.end + 1 if graded or at + 1 == len(drafts) else drafts[at + 1].before
            subject = f"{said} {page.words(draft.after, stop)}".strip() + _tail(page, stop, limit)
        elif subject is None and draft.family == "duration" and page.low.endswith(_TOOK, floor, draft.before):
            opening = next(at for at, other in enumerate(drafts) if other.kind == "figure")
            subject = _before(page, drafts, opening, page.start, drafts[opening].before, False) or last
        elif subject is None and (measured := _counted_in(page, drafts, at, floor)) is not None:
            subject = measured
        elif subject is None:
            comma = page.low.rfind(",", floor, draft.before)
            behind = _before(page, drafts, at, floor, comma, False) if comma - floor > _SHORT else None
            # What a share is of is not what goes on to grow: "1% tổng chi, tăng 2 tỷ"; but "tỷ lệ này tăng, đạt 8%".
            whole = at > 0 and drafts[at - 1].kind == "figure" and drafts[at - 1].unit == "%"
            if behind is not None and (whole or _MEASURE.search(behind.lower()) is None):
                behind = last or behind
            same = counts.get(draft.unit or "") if draft.role == "change" else None  # "27 vụ, mất 118 ha, tăng 9 vụ"
            subject = behind or same or last or draft.counted
        made_of = _made_of(page, draft) if said is None and not linked else None
        if made_of is not None:
            told = subject if subject is not None and subject != last and len(subject) <= _SHORT_CLAUSE else None
            subject = f"{told} {made_of}" if told else made_of
        if subject is not None and last is not None and subject != last and _goes_on(subject.lower(), draft):
            subject = last
        before = last or told
        if subject is not None and before is not None and _points_back(page, subject, floor, draft.before):
            subject = _pointed_to(page, subject, before)
        draft.subject = subject
        price(page, draft, floor, paid)
        # A share of the money tells it otherwise: "5.900 tỷ đồng (bằng 60%), thu khác 880 tỷ".
        paid = draft.family == "money" or (paid and draft.unit == "%")
        if subject:
            last = subject
            if draft.family == "noun" and draft.unit is not None and draft.role != "change":
                counts[draft.unit] = subject
            if draft.notes is not None:
                draft.notes.append(_noted(page, draft, subject))
        if draft.after > floor:
            per = (
                _PER.match(page.low, draft.after, page.end) if page.low[draft.after : draft.after + 1] == "/" else None
            )
            floor = per.end() if per is not None else draft.after
    page.told = last


def _goes_on(named: str, draft: Draft) -> bool:
    """Whether what stands before a figure, in lower case, names nothing but goes on with what was measured before.

    "đạt 63% (mục tiêu 70%)", "tăng 289% lên mức 193 tỷ đồng", "doanh thu 5 tỷ đồng từ nước ngoài, tăng 8%".
    """
    if named in _GOALS or named.split(" ", 1)[0] in _PREPOSITIONS:
        return True
    return draft.role != "change" and named in _GENERIC


def _counted_in(page: Page, drafts: Sequence[Draft], at: int, floor: int) -> str | None:
    """Return what is measured where it names a number of things itself: "Tỷ lệ tiêm đủ 3 mũi[ đạt] 78%"."""
    counted = drafts[at - 1] if at else None
    if counted is None or counted.kind != "figure" or counted.family != "noun" or counted.after != floor:
        return None
    start = max(page.low.rfind(sign, page.start, counted.before) for sign in ",;:.(") + 1
    start = max(start, page.start)
    words = bare(page.words(start, counted.after))
    stated = drafts[at].before < drafts[at].start and not page.low[floor : drafts[at].before].strip()
    if not stated or _MEASURE.match(words.lower()) is None:
        return None
    whole = named_in(page, start, counted.before, False) == bare(page.words(start, counted.before))
    return words if whole else None


def _labelled(page: Page, drafts: Sequence[Draft], at: int, floor: int) -> str | None:
    """Return the label at whose colon what is counted stands: "Hộ nghèo: 96.718 thẻ"; none for what has its parts."""
    draft = drafts[at]
    if page.low.endswith(_PARTS, floor, draft.before) or _tail(page, draft.after, page.end + 1):
        return None
    label = _before(page, drafts, at, floor, draft.before, False)
    return label if label is not None and " " in label else None


def _points_back(page: Page, subject: str, start: int, stop: int) -> bool:
    """Whether a subject in [start, stop) only points to what was told before: "Con số này tăng 5%"."""
    if len(subject) > _LONGEST_AGAIN:
        return False
    found = _AGAIN.search(page.low, start, stop)
    return found is not None and found[0].startswith(subject.lower())


def _pointed_to(page: Page, subject: str, told: str) -> str:
    """Return what a subject points back to: `told`, or what a sentence without a figure named since: "tỷ lệ này"."""
    measure = subject.lower()
    if measure not in _GENERIC or measure in told.lower():
        return told
    at = page.low.rfind(measure, max(page.start - _FAR, 0), page.start)
    if at < 0:
        return told
    end = _CLAUSE_END.search(page.low, at, page.start)
    named = named_in(page, at, end.start() if end is not None else page.start, True)
    return named if len(named) > len(measure) + _SHORT else told


def _noted(page: Page, draft: Draft, subject: str) -> Note:
    """Return the note that tells where the words of a subject stand: the last time before the figure, or behind it."""
    at = page.text.rfind(subject, page.start, draft.start)
    at = at if at >= 0 else page.text.find(subject, draft.end, page.end)
    start, end = (at, at + len(subject)) if at >= 0 else (draft.before, draft.start)
    return Note("subject", subject, start, end, "the words it is said of")


def _says(page: Page, draft: Draft) -> bool:
    """Whether what is counted is what is measured: "15 bộ", "94% học sinh"; not "đạt 95% kế hoạch", "thứ 2 cả nước"."""
    if draft.counted is None or draft.role in ("change", "rank"):
        return False
    if draft.counted.lower() in _WEAK:
        return draft.family == "noun" and _BEFALLEN.match(page.low, draft.after, page.end) is not None
    if draft.family == "noun":
        return True
    if _PLANNED.match(draft.counted.lower()) is not None:
        return False
    return draft.family == "%" and _SHARES.search(page.low, max(draft.before - _NEAR, page.start), draft.start) is None


def _paid_for(page: Page, draft: Draft) -> str | None:
    """Return what is measured in money where it stands right behind it: "2.195 tỷ đồng[ doanh thu], tăng 36%"."""
    if draft.family != "money" or draft.per is not None:
        return None
    found = _MEASURE.match(page.low, draft.after + 1, page.end)
    if found is None or page.low[draft.after] != " ":
        return None
    draft.after = found.end()
    return page.words(*found.span())


def _made_of(page: Page, draft: Draft) -> str | None:
    """Return what there is so much of, where that stands right behind a level: "1.180 tấn[ chất thải rắn]"."""
    if draft.family != "measure" or draft.role == "change" or draft.per is not None:
        return None
    known = _after_at(page.low, draft.after, page.end)
    if page.low[draft.after : draft.after + 1] != " " or (known is not None and _after_of(known).family == "end"):
        return None
    head = _PAIR.match(page.low, draft.after, page.end)
    if head is None or not page.text[head.start(1)].islower():
        return None
    rest = _REST.match(page.low, head.end(), page.end)
    return page.words(head.start(1), rest.end() if rest is not None else head.end())


def _tail(page: Page, start: int, limit: int) -> str:
    """Return what is said of the things that are counted, up to `start`, with a space before it: " chưa có sóng"."""
    found = _SAID.match(page.low, start, page.end)
    if found is None:
        return ""
    stop = found.end()
    cut = _SAID_END.search(page.low, found.end(1), stop)
    if cut is not None:
        stop = cut.start()
    elif stop >= limit or page.low[stop : stop + 1].isalnum():
        return ""
    return " " + page.words(start, stop) if stop > found.end(1) + 1 else ""


def _before(page: Page, drafts: Sequence[Draft], at: int, floor: int, stop: int, linked: bool) -> str | None:
    """Return what stands before `stop` in its clause, without dates and without the words that join it to them.

    `linked` says that a predicate stands at `stop`.
    """
    if page.low[stop - 1 : stop] == "(" and _names(page, floor, stop - 1):
        stop -= 1
    if page.low[stop - 2 : stop - 1] in _LAST_OF_LINKS:
        link = _LINKS.match(page.back, page.size - stop, page.size - floor)
        if link is not None:
            stop = page.size - link.end()
    drafts_before = stop
    spare: str | None = None
    while True:
        at -= 1
        date = drafts[at] if at >= 0 and drafts[at].kind == "date" and drafts[at].start >= floor else None
        low = max(floor, date.end) if date is not None else floor
        if date is not None and page.low[low:stop].strip() == ")":  # "dân số (năm 2016) là"
            stop = max(page.low.rfind("(", floor, date.start), floor)
            continue
        found = CLAUSE.match(page.back, page.size - stop, max(page.size - low, page.size - stop))
        start = page.size - found.end() if found is not None else stop
        if page.low[start - 1 : start] == "," and start - 1 > low:
            start = list_start(page, low, start, stop)
        subject = named_in(page, start, stop, linked)
        if stop != drafts_before:
            tail = _TAIL.search(lowered(subject))
            if tail is not None:
                subject = bare(subject[: tail.start()])
        if subject.lower() in _NOTHING or (
            start == floor and at >= 0 and _is_whole(page, drafts, at, start, dated=stop != drafts_before)
        ):
            subject = ""
        behind_date = date is not None and not page.low[low:start].strip()
        if (
            len(subject) > 2
            and behind_date
            and (begins_with_predicate(page, start, stop) or _ATTACHED.match(lowered(subject)) is not None)
        ):
            spare = spare or subject  # "kinh tế số năm 2023 đã đóng góp": what does it stands before the date
        elif len(subject) > 2:
            return subject
        if start > low and page.low[low:start].rstrip().endswith(":"):
            stop = page.low.rindex(":", low, start)  # "Doanh thu: 5 tỷ đồng"
            at += 1 if date is not None else 0
        elif date is None or start > low + 1:
            return spare
        else:
            stop = date.start


def _names(page: Page, floor: int, stop: int) -> bool:
    """Whether a bracket at `stop` tells of a name, "Long An (604)", and not of a figure, "5 ca mới (2 ca nặng)"."""
    if floor == page.start or not page.low[floor : floor + 2].strip().isalnum():
        return True
    word = page.text.rfind(" ", floor, stop - 1) + 1
    return page.text[word : word + 1].isupper()


def _is_whole(page: Page, drafts: Sequence[Draft], at: int, start: int, *, dated: bool) -> bool:
    """Whether what stands at `start` is what the share right before it is of: "đạt 95%[ kế hoạch và tăng] 5%".

    It is, too, whatever it is, where it is `dated`: "20%[ GRDP] vào năm 2025, tối thiểu 30%".
    """
    share = drafts[at]
    if share.kind != "figure" or share.unit != "%":
        return False
    if dated and share.role != "change" and _SHARED.match(page.low, start) is not None:
        return True
    return _PLANNED.match(page.low[start : start + _NEAR].lstrip()) is not None
