"""Lines that are rows of a table: their cells stand between bars, tabs or wide gaps."""

import re
from typing import Final

_LONGEST_ROW: Final = 600
_FIRST_CELLS: Final = 500

_ITEM_MARK: Final = re.compile(r"[-–—•*+·●○▪■□►]\s+(?:\([\divxa-zđ]{1,4}\)\s+)?|(?:\d{1,3}|[a-zđA-ZĐ])[.)]\s+")
_CELL_GAP: Final = re.compile(r"\S(?:\t|[ \u00a0]{3,})\s*\S")
_CELLS: Final = re.compile(r"\s*(?:[|\t]|[ \u00a0]{3,})\s*")
_AMOUNT: Final = re.compile(r"(?!(?:19|20)\d\d\Z)[-+(]?\d[\d.,]*\s?%?\)?\Z")


def is_row(text: str, start: int, end: int) -> bool:
    """Return whether the paragraph [start, end) is a row of a table."""
    if text[start] == "|":
        return end - start > 1
    if text.count("|", start, min(end, start + _FIRST_CELLS)) >= 2:
        return True
    if end - start > _LONGEST_ROW or (text.find("\t", start, end) < 0 and text.find("   ", start, end) < 0):
        return False
    mark = _ITEM_MARK.match(text, start, end)  # the gap behind the mark of an item parts no cells
    return text.find("\n", start, end) < 0 and _CELL_GAP.search(text, mark.end() if mark else start, end) is not None


def amounts(text: str, start: int, end: int) -> int:
    """Return how many cells of a row hold nothing but an amount; a year is none."""
    return sum(_AMOUNT.match(cell) is not None for cell in _CELLS.split(text[start:end]))
