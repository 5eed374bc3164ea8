"""What the words of a clause name: the thing that a figure of it measures."""

import re
from typing import Final

from dxtui.extract.numbers.page import Page
from dxtui.lexicon.subjects import (
    measures,
    noun_before,
    subject_comparers,
    subject_end,
    subject_holders,
    subject_idle,
    subject_nominal,
    subject_particles,
    subject_start,
    subject_whole,
)
from dxtui.lexicon.times import dotted
from dxtui.lexicon.topics import (
    attached,
    comparing,
    generic,
    list_heads,
    list_joints,
    listed_pairs,
    nothing,
    other_measure,
    reports,
    reports_end,
    with_measure,
)
from dxtui.text.openings import Opening
from dxtui.text.spelling import lowered

# For text reversed; an abbreviation in brackets belongs to the name before it. Each sign is looked at by itself only in
# clauses with a full stop inside.
_INSIDE: Final = r"[^,;:.()\[\]\"“”\n\t|]"
CLAUSE: Final = re.compile(
    rf"(?:{_INSIDE}{{0,160}}+(?!\.)|(?:{_INSIDE}|\.(?={dotted()}(?!\w))){{0,160}}+)"
    rf"(?:\)(?:[^()]{{1,24}}|[^()\d;]{{1,60}})\({_INSIDE}{{1,100}}+)?"
)
_ENDS: Final = subject_end()
_NOUNS: Final = Opening(noun_before())
_STARTS: Final = subject_start()
_HOLDERS: Final = subject_holders()
_IDLE: Final = subject_idle()
_WHOLE: Final = subject_whole()
_COMPARERS: Final = subject_comparers()
_PARTICLES: Final = subject_particles()
_REPORTS: Final = reports()
_REPORTS_END: Final = reports_end()
_NOTHING: Final = nothing()
_WITH: Final = with_measure()
_OTHER: Final = other_measure()
_NOMINAL: Final = subject_nominal()
_AGAINST: Final = comparing()
_ATTACHED: Final = attached()
_GENERIC: Final = generic()
_HEADS: Final = list_heads()
_AND: Final = list_joints()
_PAIRS: Final = listed_pairs()
_PAIR: Final = 22  # Code points around a comma in which a pair of words with it stands.
_MOST_PARTS: Final = 4
_MEASURE: Final = measures()
_SHORT: Final = 4
"""Code points that name nothing."""
_EDGE: Final = " -–—•*+±'’\"“”,;:"


def list_start(page: Page, floor: int, start: int, stop: int) -> int:
    """Return where the list starts whose last part stands at `start`, behind a comma: "khu vực nông[, lâm nghiệp]"."""
    low, at, best = page.low, start, start
    cut = _cut(page, start, stop)
    joined = _AND.search(low, start, cut.start() if cut is not None else stop) is not None
    ended = False
    for _ in range(_MOST_PARTS):
        comma = at - 1
        found = CLAUSE.match(page.back, page.size - comma, page.size - floor)
        at = page.size - found.end() if found is not None else comma
        pair = _PAIRS.search(low, max(at, comma - _PAIR), comma + _PAIR)
        paired = pair is not None and pair.start() < comma < pair.end()
        before = _cut(page, at, comma)
        while paired and before is not None:
            best, ended = before.end(), True  # "động lực là ngành chế biến, chế tạo"
            before = _cut(page, best, comma)
        if ended or before is not None or not low[at:comma].strip():
            break
        heads = _HEADS.match(low, at, comma) is not None
        if paired or (heads and joined):
            best = at
        if heads or not (paired or joined) or low[at - 1 : at] != ",":
            break
    return best


def named_in(page: Page, start: int, stop: int, linked: bool) -> str:
    """Return the words of [start, stop) that name what is measured: those before the predicate, or else behind it."""
    said_by = _REPORTS.search(page.low, start, stop)
    while said_by is not None:
        told = bare(page.words(said_by.end(), stop))
        if len(told) < _SHORT and _REPORTS_END.match(page.back, page.size - stop, page.size - start) is not None:
            return ""
        if len(told) < _SHORT or _ATTACHED.match(lowered(told)) is not None:
            break
        start = said_by.end()
        said_by = _REPORTS.search(page.low, start, stop)
    cut = _cut(page, start, stop)
    if cut is not None:
        before = bare(page.words(start, max(cut.start(), start)))
        said = cut.group()[1:]
        if not before and said in _NOMINAL:
            more = _cut(page, cut.end(), stop)
            return bare(page.words(cut.start() + 1, more.start() if more is not None else stop))
        if not before or before.lower() in _NOTHING:  # "đã giải ngân 71 tỷ", "tiếp theo là nhóm giáo dục tăng 5%"
            if said not in _COMPARERS:
                return named_in(page, cut.end(), stop, linked)
            other = _OTHER.search(page.low, cut.end(), stop)  # "so với cùng kỳ và lợi nhuận đạt 5 tỷ"
            return named_in(page, other.end(), stop, linked) if other is not None else ""
        if said not in _PARTICLES:
            return _measured(page, cut.end(), stop) or before
        more = _cut(page, cut.end(), stop)
        if more is None and not linked:  # "có vốn 680 tỷ"
            held = bare(page.words(cut.end(), stop)) if said in _HOLDERS else ""
            return before if held.lower() in _GENERIC else held or before
        end = more.start() if more is not None else stop
        measure = _MEASURE.search(page.low, cut.end(), end)
        if measure is not None and bare(page.words(measure.start(), end)).lower() in _GENERIC:
            return before
        if measure is not None:  # "chương trình đã giúp tỷ lệ hộ nghèo giảm 3%"
            start = measure.start()
        cut = more  # "trẻ được tiêm chủng đạt 95%": said of the trẻ
    end = cut.start() if cut is not None else stop
    having = _WITH.search(page.low, start, end)
    if having is not None and bare(page.words(having.end(), end)).lower() not in _GENERIC:
        start = having.end()  # "mô hình mới với tổng vốn 5 tỷ"
    return bare(page.words(start, end))


def _measured(page: Page, start: int, stop: int) -> str:
    """Return what is measured where it stands right before its figure, behind its verb: "đạt[ doanh thu] 5 tỷ"."""
    found = _MEASURE.search(page.low, start, stop)
    if found is None or _AGAINST.search(page.low, start, stop) is not None:
        return ""
    last = found
    while found is not None:
        last, found = found, _MEASURE.search(page.low, found.end(), stop)
    if _cut(page, last.end(), stop) is not None:
        return ""
    words = bare(page.words(last.start(), stop))
    return "" if words.lower() in _GENERIC else words


def begins_with_predicate(page: Page, start: int, stop: int) -> bool:
    """Whether nothing stands in [start, stop) before the first predicate."""
    cut = _cut(page, start, stop)
    return cut is not None and not page.low[start : max(cut.start(), start)].strip(_EDGE)


def _cut(page: Page, start: int, stop: int) -> re.Match[str] | None:
    """Return the first predicate in [start, stop), but none that belongs to a name: "tốc độ tăng trưởng"."""
    low = page.low
    cut = _ENDS.search(low, start - 1 if start else 0, stop)
    while cut is not None and (
        _NOUNS.match(page.back, page.size - cut.start(), page.size - start) is not None
        or low.rfind("(", start, cut.start() + 1) > low.rfind(")", start, cut.start() + 1)
    ):
        cut = _ENDS.search(low, cut.end(), stop)
    return cut


def bare(words: str) -> str:
    """Return `words` without those around them that only join them to others."""
    words = words.strip(_EDGE)
    opener = _STARTS.match(words.lower())
    if opener is not None:
        words = words[opener.end() :]
    while words:
        rest, _, final = words.rpartition(" ")
        if final.lower() not in _IDLE or words.lower().endswith(_WHOLE):
            break
        if rest and final[0].isupper() and not words.isupper():
            break
        words = rest.rstrip(_EDGE)
    return words
