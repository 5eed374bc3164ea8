"""The outline of a document: its headings, and where between them its figures lie."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from dxtui.model import Reading, Statement, row_id
from dxtui.model.rows import Place
from dxtui.ui.bar import bar
from dxtui.ui.columns import Column
from dxtui.ui.rowlist import Cell, RowList

_HEADINGS = ("title", "heading")
_NUMBERING = re.compile(
    r"\s*(?:(?P<marks>#+)|(?P<roman>[IVXLC]+)[.)/]|(?P<parts>\d+(?:\.\d+)*)[.)/]?(?=\s)|(?P<upper>[A-ZĐ])[.)/]"
    r"|(?P<lower>[a-zđ])[.)/]|(?P<sign>[-–—•*+])\s)"
)
_INDENT = 2
"""Cells that a heading is moved to the right for each one that it stands under."""
_DEEPEST = 6
_BAR = 12
"""Cells of the longest bar."""
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with what stands between it and the next."""

    id: str
    """The id of its statement."""
    place: Place
    """Where it stands."""
    text: str
    """What it says; "…" for what stands before the first."""
    depth: int
    """How many headings it stands under."""
    figures: int
    """How many figures there are up to the next heading."""
    share: float
    """That, of the most that any heading has; from 0 to 1."""


class Outline(RowList[Heading]):
    """The headings of a document, each with how many figures follow it, in a number and in a bar."""

    noun: ClassVar[str] = "headings"
    headed: ClassVar[bool] = True
    columns: ClassVar[tuple[Column, ...]] = (
        Column("heading", least=24, most=400, rank=0, takes_rest=True),
        Column("figures", least=7, most=7, rank=1, right=True),
        Column("", least=_BAR, most=_BAR, rank=2, whole=True),
    )

    def cells(self, row: Heading) -> Sequence[Cell]:
        """Return the fields of a heading."""
        return (
            Cell(" " * _INDENT * min(row.depth, _DEEPEST) + row.text, "" if row.depth else "strong"),
            Cell(str(row.figures) if row.figures else "", matched=False),
            Cell(bar(row.share, _BAR), "figure", matched=False),
        )


def outline(reading: Reading) -> list[Heading]:
    """Return the headings of a document in their order; what stands before the first one counts as one, too."""
    document = reading.document
    heads = [
        statement
        for statement in reading.statements
        if statement.kind in _HEADINGS and not _is_row(document.text, statement)
    ]
    untitled = bool(reading.statements) and reading.statements[:1] != tuple(heads[:1])
    if untitled:
        heads.insert(0, reading.statements[0])
    starts = [number.start for number in reading.numbers if number.figure is not None]
    ends = [bisect_left(starts, head.start) for head in heads[1:]] + [len(starts)]
    counts = [end - begin for begin, end in zip([0, *ends], ends, strict=False)]
    most = max(counts, default=0) or 1
    depths = _depths(document.text, heads[untitled:])
    return [
        Heading(
            row_id(document.id, "s", head.start, head.end),
            Place(document, head, head.start, head.end),
            "…" if untitled and at == 0 else _said(document.text, head),
            ([0, *depths] if untitled else depths)[at],
            counts[at],
            counts[at] / most,
        )
        for at, head in enumerate(heads)
    ]


def _said(text: str, head: Statement) -> str:
    """Return what a heading says, without the signs that make it one in Markdown."""
    numbering = _NUMBERING.match(text, head.start, head.end)
    start = numbering.end() if numbering is not None and numbering["marks"] else head.start
    return text[start : min(head.end, start + _LONGEST)].strip()


def standing(headings: Sequence[Heading], at: int) -> int:
    """Return which heading the place `at` of the text stands under."""
    return max(bisect_right(headings, at, key=lambda heading: heading.place.start) - 1, 0)


def _is_row(text: str, head: Statement) -> bool:
    """Return whether what stands as a heading is the row of a table: bars or tabs part its cells."""
    numbering = _NUMBERING.match(text, head.start, head.end)
    said = text[numbering.end() if numbering else head.start : head.end].strip()
    return "\t" in said or (head.kind == "heading" and "|" in said)


def _depths(text: str, heads: Sequence[Statement]) -> list[int]:
    """Return how deep each heading stands: under the last one that is numbered in another way and came first."""
    open_: list[str] = []
    depths = []
    for head in heads:
        style = "title" if head.kind == "title" else _style(text, head)
        if style in open_:
            del open_[open_.index(style) :]
        open_.append(style)
        depths.append(len(open_) - 1)
    return depths


def _style(text: str, head: Statement) -> str:
    """Return in which way a heading is numbered: with how many parts, or by what kind of letter."""
    found = _NUMBERING.match(text, head.start, head.end)
    if found is None or found.lastgroup is None:
        return "none"
    size = len(found["marks"]) if found["marks"] else (found["parts"] or "").count(".")
    return f"{found.lastgroup}{size}"
