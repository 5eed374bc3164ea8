"""Numbers that identify what the word right before them is: an article, a decision, a form."""

import re
from typing import Final

from dxtui.extract.numbers.amounts import counted_follows, is_amount, is_multiplied
from dxtui.extract.numbers.dates import years_at
from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.before import Before, article_words, called_by_number, number_words, sending, telling

_NUMBER_WORDS: Final = number_words()
_ARTICLES: Final = article_words()
_SENDING: Final = sending()[0]
_CITING: Final = sending()[1]
_CALLED: Final = called_by_number()
_TELLING: Final = telling()
_NEAR: Final = 40
_HEADS: Final = (". ", ": ")
_SHORT: Final = 2
"""Digits of what things are told apart by, and no papers."""
_MARKS: Final = "#*_ \t"
GROUPS: Final = re.compile(r"\d{1,3}(?:\.\d{3})++|\d{1,3}(?:,\d{3})++")
"""Digits in groups of three."""
IDENTIFIER: Final = re.compile(r"\d++\w*+(?:[./:–-]\w+)*+")
"""Digits with what is written together with them."""
LAST_WORD: Final = re.compile(r" {1,2}([^\W\d_][\w.-]{0,24})")
"""For text reversed: the word before a place."""


def reference(page: Page, start: int, end: int, run: str, before: Before, lead_start: int) -> Draft | None:
    """Return what the number at [start, end) identifies behind a word for it, or None for an amount.

    `run` is its digits and signs; `lead_start` is where that word starts.
    """
    if not before.strong:
        if GROUPS.fullmatch(run) is not None and is_amount(page, end):
            return None  # "nguồn Trung ương: 204.700.000 đồng"
        if before.yearly and end - start == 4 and years_at(page, start) is not None:
            return None
        numbered = page.low[lead_start:start].strip() in _NUMBER_WORDS and not is_multiplied(page, end)
        named = page.text[lead_start].isupper() and not (
            page.low[lead_start:start] in _TELLING and _opens(page, lead_start) and counted_follows(page, end)
        )
        if not numbered and not named and is_amount(page, end):
            return None  # "b) Hướng dẫn 34 địa phương"
        if "," in run or (is_multiplied(page, end) and not run.startswith("0")):
            return None
    elif page.text[lead_start].islower() and run[0] != "0" and _is_sum(page, start, end, lead_start):
        return None
    if run.isdecimal() and page.low[end : end + 2] in _HEADS and not page.low[page.start : lead_start].strip(_MARKS):
        article = page.low[lead_start:start].strip() in _ARTICLES
        return Draft(start, end, "reference" if article else "list")  # "Điều 1. Phê chuẩn"; "Bảng 2. Vốn đăng ký"
    if len(run) <= _SHORT and run.isdecimal() and _is_called(page, start, lead_start):
        return Draft(start, end, "name")
    found = IDENTIFIER.match(page.text, start, page.end)
    return Draft(start, max(end, found.end()) if found is not None else end, "reference")


def _opens(page: Page, at: int) -> bool:
    """Whether a statement starts at `at`, but for the mark of an item."""
    head = page.low[page.start : at].strip(_MARKS + "-–+•().")
    return len(head) <= _SHORT and (head.isdecimal() or len(head) <= 1)


def _is_called(page: Page, start: int, lead_start: int) -> bool:
    """Whether the number at `start` is part of a name: "Trường Mầm non số[ 2]"."""
    if page.low[lead_start:start].strip() not in _NUMBER_WORDS:
        return False
    return _CALLED.search(page.text[max(page.start, lead_start - _NEAR) : lead_start]) is not None


def _is_sum(page: Page, start: int, end: int, lead_start: int) -> bool:
    """Whether an amount stands behind what else numbers an article: "khoản 1.300 tỷ đồng", "điều 6 tàu chở nước"."""
    if is_multiplied(page, end):
        return True
    if page.low[lead_start:start].strip() not in _SENDING or not counted_follows(page, end):
        return False
    found = LAST_WORD.match(page.back, page.size - lead_start, page.size - page.start)
    before = page.low[page.size - found.end(1) : page.size - found.start(1)] if found is not None else ""
    return before not in _CITING and not before.isdecimal()
