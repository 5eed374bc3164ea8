"""What a figure measures, in the text's own words."""

import re

from dxtui.extract.draft import Draft
from dxtui.extract.page import Page
from dxtui.lexicon.times import subject_end

_CLAUSE = re.compile(r"[^,;:.()\[\]\"“”\n\t|]{0,160}")
_ENDS = subject_end()


def name_subjects(page: Page, drafts: list[Draft]) -> None:
    """Give each figure of a statement its subject."""
    last: str | None = None
    floor = page.start
    for draft in drafts:
        if draft.kind != "figure":
            if draft.kind == "date":
                floor = max(floor, draft.end)
            continue
        subject = None
        if draft.family == "noun" and draft.counted and draft.role != "change":
            subject = draft.counted
        else:
            found = _CLAUSE.match(page.back, page.size - draft.before, page.size - floor)
            start = page.size - found.end() if found else draft.before
            words = page.words(start, draft.before)
            cut = _ENDS.search(words.lower())
            if cut is not None:
                words = words[: cut.start()]
            words = words.strip(" -–—•*+")
            subject = words if len(words) > 2 and any(c.isalpha() for c in words) else None
            if subject is None:
                subject = last or (draft.counted if draft.family == "noun" else None)
        draft.subject = subject
        if subject:
            last = subject
        floor = max(floor, draft.after)
