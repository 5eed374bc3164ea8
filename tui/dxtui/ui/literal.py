"""The one door for text from documents onto the screen: literal, made visible, measured in cells, styled by spans.

Widgets take a `str` as markup, so "[tỷ đồng]" would vanish and "[/]" end the app. Here text becomes segments and
Content, which are never parsed; control and bidirectional characters become pictures, one for one, so that spans fit.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len, get_character_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content

from dxtui.text.visible import visible, visible_line

Layer = tuple[int, int, Style]
"""A half-open span of a text and the style it adds there."""

ELLIPSIS = "…"

_WIDENING = re.compile("[\ufe0f\U0001f3fb-\U0001f3ff]")
"""Changes the picture before it: emoji style, skin. Terminals disagree on the width of that, so it is left out."""

_ZERO_WIDTH_ALLOWANCE = 4
"""How many code points a cell may take: an endless run of combining marks ends somewhere."""


def cells(text: str) -> int:
    """Return how many cells `text` (already visible) takes as it is drawn."""
    return cell_len(_WIDENING.sub("", text))


def content(text: str) -> Content:
    """Return `text` for a widget that shows a block of it: its lines kept, nothing parsed."""
    return Content(visible(text).expandtabs(4))


def fit(text: str, width: int) -> str:
    """Return the longest beginning of `text` (already visible) that takes at most `width` cells.

    >>> fit("漢字かな", 5)
    '漢字'
    """
    if width <= 0:
        return ""
    head = text[: width * _ZERO_WIDTH_ALLOWANCE]
    if cells(head) <= width:
        return head
    used = 0
    for at, char in enumerate(head):
        used += get_character_cell_size(char)
        if used > width:
            return head[:at]
    return head


def clip(text: str, width: int) -> str:
    """Return `text` on one line, visible, in at most `width` cells; what is cut ends in an ellipsis."""
    line = visible_line(text[: width * _ZERO_WIDTH_ALLOWANCE + 1])
    if cells(line) <= width:
        return line
    return fit(line, width - 1).rstrip() + ELLIPSIS if width > 0 else ""


def paint(text: str, base: Style, layers: Iterable[Layer] = (), offset: int = 0) -> list[Segment]:
    """Return `text` (already visible) as segments in `base` with the styles of `layers` added, later ones on top.

    `offset` is where `text` starts in what the layers' spans count.
    """
    end = len(text)
    inside = [
        (max(start - offset, 0), min(stop - offset, end), style)
        for start, stop, style in layers
        if start - offset < end and stop > offset
    ]
    if not inside:
        return [_segment(text, base)] if text else []
    cuts = sorted({0, end, *(start for start, _, _ in inside), *(stop for _, stop, _ in inside)})
    segments = []
    for left, right in pairwise(cuts):
        style = base
        for start, stop, added in inside:
            if start <= left and right <= stop:
                style += added
        segments.append(_segment(text[left:right], style))
    return segments


def _segment(text: str, style: Style) -> Segment:
    return Segment(_WIDENING.sub("", text), style)


def cell(
    text: str,
    width: int,
    base: Style,
    spans: Sequence[tuple[int, int]] = (),
    mark: Style | None = None,
    *,
    right: bool = False,
) -> list[Segment]:
    """Return `text` as one table cell of exactly `width` cells, with `mark` added at `spans`."""
    shown = clip(text, width)
    layers = [(start, stop, mark) for start, stop in spans] if mark else []
    segments = paint(shown, base, layers)
    space = width - cells(shown)
    if space > 0:
        segments.insert(0 if right else len(segments), Segment(" " * space, base))
    return segments
