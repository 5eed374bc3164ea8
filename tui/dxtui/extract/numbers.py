"""Every number of a text, and what the figures among them state."""

from collections.abc import Sequence

from dxtui.extract.candidates import RUN, candidates
from dxtui.extract.classes import by_lead, hours, listed, shaped
from dxtui.extract.draft import Draft
from dxtui.extract.figures import figure_at, judge
from dxtui.extract.forms import glued_at, going_on, months_at, year_at
from dxtui.extract.page import Page
from dxtui.extract.periods import assign, year_of
from dxtui.extract.subjects import name_subjects
from dxtui.extract.worded import roman, worded
from dxtui.lexicon.before import Before, befores
from dxtui.lexicon.cues import cues
from dxtui.model import Number, Statement

_BEFORES = befores()
_NOTHING = Before()


def find(text: str, folded: str, statements: Sequence[Statement], anchor: str | None) -> tuple[Number, ...]:
    """Return the numbers of `text`, sorted; every digit lies in exactly one.

    Args:
        text: NFC, LF.
        folded: `text` folded.
        statements: of `text`; words of one statement say nothing of a number in another.
        anchor: ISO date of the document, which completes dates that lack a year; None if unknown.
    """
    page = Page(text)
    marks, words = cues(page.low)
    year = year_of(page, anchor)
    out: list[Number] = []
    drafts: list[Draft] = []
    done = 0
    at = -1
    mark = 0
    stop = -1
    count = len(statements)
    for start, end, kind in candidates(page, words):
        if end <= done:
            continue
        if start >= stop:
            if drafts:
                mark = _close(page, drafts, marks, mark, year)
                out.extend([draft.number() for draft in drafts])
                drafts = []
            while at + 1 < count and statements[at + 1].start <= start:
                at += 1
            if at >= 0 and start < statements[at].end:
                page.start, page.end = statements[at].start, statements[at].end
            else:
                page.start, page.end = start, end
            stop = page.end
        if start < done:
            if kind != "digits" and kind != "signs":
                continue
            found = RUN.search(page.low, done, end)
            if found is None:
                continue
            start, end = found.span()
        draft = _read(page, start, end, kind, drafts[-1] if drafts else None)
        if draft is not None:
            if drafts and draft.start < drafts[-1].end:
                draft.start = drafts[-1].end
            drafts.append(draft)
            done = draft.end
    if drafts:
        _close(page, drafts, marks, mark, year)
        out.extend([draft.number() for draft in drafts])
    return tuple(out)


def _close(page: Page, drafts: list[Draft], marks: list, mark: int, year: int) -> int:  # type: ignore[type-arg]
    """Read what only the whole statement tells: periods, baselines, targets, subjects."""
    while mark < len(marks) and marks[mark][1] < page.start:
        mark += 1
    last = mark
    while last < len(marks) and marks[last][1] < page.end:
        last += 1
    assign(page, drafts, marks[mark:last], year)
    name_subjects(page, drafts)
    return last


def _read(page: Page, start: int, end: int, kind: str, previous: Draft | None) -> Draft | None:
    """Return the number of a candidate; None only where there is no digit."""
    if kind == "word":
        return worded(page, start)
    if kind == "roman":
        return roman(page, start, end)
    if kind == "odd":
        return Draft(start, end, "name" if start and page.low[start - 1].isalpha() else "list")
    low, back = page.low, page.back
    first = _BEFORES.pattern.match(back, page.size - start, page.size - page.start)
    before = _BEFORES.of(first) if first is not None else _NOTHING
    draft: Draft | None = None
    if kind == "signs" or (end < page.end and (low[end] in "-–/+hg" or low[start] == "0" or page.text[end].isupper())) or low[start] == "0":
        draft = shaped(page, start, end)
    if draft is None and before.lead:
        assert first is not None
        draft = by_lead(page, start, end, before, page.size - first.end())
    if draft is None:
        draft = listed(page, start, end)
    if draft is None and end - start == 4 and kind == "digits":
        draft = year_at(page, start, end, before)
    if draft is None and low[end : end + 1] == " ":
        draft = hours(page, start, before) or months_at(page, start)
    if draft is None and start > page.start and (low[start - 1].isalpha() or low[start - 1] in "-–" and low[start - 2].isalpha()):
        draft = Draft(start, end, "name")
    if draft is None and end < page.end and low[end].isalpha():
        draft = glued_at(page, start, end)
    if draft is None and previous is not None and previous.kind != "figure":
        draft = going_on(page, start, end, previous)
    if draft is None:
        draft = figure_at(page, start, end)
        if draft is None:
            return Draft(start, end, "reference" if before.lead != "name" else "name")
        judge(page, draft, first)
    return draft
