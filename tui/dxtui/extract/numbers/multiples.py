"""Words that say by themselves how many times as much: "gấp đôi", "gấp ba lần"."""

import re
from decimal import Decimal
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.after import afters
from dxtui.lexicon.before import befores
from dxtui.lexicon.numerals import multiples
from dxtui.model.note import Note

_after_at: Final = afters().pattern.match
_after_of: Final = afters().of
_before_at: Final = befores().pattern.match
_before_of: Final = befores().of


def times_at(page: Page, start: int, word: re.Match[str], reach: tuple[Decimal, Decimal, int] | None) -> Draft:
    """Read "gấp đôi", "gấp ba lần", with how sure the words before are of it.

    Args:
        page: with the statement that holds the words.
        start: where they start.
        word: the one for the number.
        reach: what it reaches to, "gấp bảy[, tám] lần": scale, upper end, where it stops.
    """
    value = multiples()[word[0]]
    end = word.end() if reach is None else reach[2]
    following = _after_at(page.low, end, page.end)
    counted = following is not None and _after_of(following).family == "multiple"
    draft = Draft(word.start(), end, "figure")
    draft.value = value
    draft.to = reach[1] if reach is not None else None
    draft.unit, draft.family, draft.role, draft.direction = "×", "multiple", "multiple", "up"
    draft.before = start
    lead = _before_at(page.back, page.size - start, page.size - page.start)
    qualifier = _before_of(lead).qualifier if lead is not None else None
    if qualifier and lead is not None:  # "gần gấp đôi", "tăng hơn gấp ba lần"
        draft.qualifier, draft.before = qualifier, page.size - lead.end()
        if page.notes is not None:
            page.notes.append(Note("qualifier", qualifier, draft.before, start, "the word before it"))
    if following is not None and counted:
        draft.after = following.end()
    if page.notes is not None:
        page.notes.append(Note("value", f"{value:f}", start, end, "a word for a number of times"))
        page.notes.append(Note("role", "multiple up", start, word.start(), "the word before it"))
    return draft
