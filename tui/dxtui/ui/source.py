"""The source: a document's text as a page, with what is selected, named, counted and matched marked in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from dxtui.text.visible import visible_line
from dxtui.ui.bindings import bound
from dxtui.ui.keptlines import KeptLines
from dxtui.ui.literal import Layer, cell, cells, clip, fit, paint
from dxtui.ui.looks import look
from dxtui.ui.words import title
from dxtui.ui.wrap import Page, wrap

if TYPE_CHECKING:
    from dxtui.model import Document, Reading, Statement
    from dxtui.model.rows import Place
    from dxtui.search import Matcher

_GUTTER = 2
"""Cells at the left edge, where the bar of the selected statement stands."""

_WIDEST = 100
"""Cells of a line that still reads well."""

_NAMED = 10
"""Cells in which the name of a publisher still says something."""

_AROUND = 120
"""Code points around a line that matches are looked for in, so that words cut by the line's end are found whole."""

_KINDS = {"title": "strong", "heading": "strong", "caption": "muted"}
_KINDS |= {"byline": "muted", "link": "muted"}


def _spans(statement: Statement | None) -> tuple[tuple[int, int], ...]:
    return () if statement is None else ((statement.start, statement.end),)


class _Marks:
    """Spans of one text that do not overlap, each with a look, found by where they lie."""

    def __init__(self, marks: list[tuple[int, int, str]]) -> None:
        self._marks = marks
        self._ends = [end for _, end, _ in marks]

    def within(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return the marks that touch [start, end)."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._marks, (end, -1, ""), lo=first)
        return self._marks[first:last]


class SourceView(KeptLines, can_focus=True):
    """The text of one document. The first line is its title and stays."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    SourceView {
        background: $background;
        color: $foreground;
        overflow-x: hidden;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape", "screen.to_list", "source.leave"),
        bound("down,j", "lines(1)", "source.down", show=False),
        bound("up,k", "lines(-1)", "source.up", show=False),
        bound("pagedown,ctrl+d,space", "page(1)", "source.page_down", show=False),
        bound("pageup,ctrl+u", "page(-1)", "source.page_up", show=False),
        bound("home,g", "edge(0)", "source.first", show=False),
        bound("end,G", "edge(-1)", "source.last", show=False),
    ]

    class Picked(Message):
        """Something in the text was clicked."""

        def __init__(self, id: str) -> None:
            """Take the id of what was."""
            super().__init__()
            self.id = id

    def __init__(self, number: int, *, id: str = "source") -> None:
        """Make an empty view that the key `number` leads to."""
        super().__init__(id=id)
        self.number = number
        self.entitle()
        self._reading: Reading | None = None
        self._place: Place | None = None
        self._matcher: Matcher | None = None
        self._page = Page([], [])
        self._laid: tuple[str, int, bool] = ("", 0, False)
        self._marks: list[_Marks] = []

    def entitle(self) -> None:
        """Say what it is, in its title."""
        self.border_title = f"{self.number} {title('source')}"

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self._reading.document if self._reading else None

    def show(self, reading: Reading, place: Place) -> None:
        """Show the document of `reading`, mark `place` in it and bring that into view."""
        old, page = self._place, self._page
        if reading is not self._reading:
            self._reading = reading
            self._page = Page([], [])
            self._laid = ("", 0, False)
            numbers = [(n.start, n.end, "figure") for n in reading.numbers if n.figure is not None]
            times = [(n.start, n.end, "time") for n in reading.numbers if n.kind == "date"]
            names = [(m.start, m.end, "name") for m in reading.mentions]
            types: list[tuple[int, int, str]] = [(m.start, m.end, m.type) for m in reading.mentions]
            kinds = [(s.start, s.end, _KINDS[s.kind]) for s in reading.statements if s.kind in _KINDS]
            self._marks = [_Marks(kinds), _Marks(names), _Marks(types), _Marks(times), _Marks(numbers)]
        self._place = place
        self._lay()
        self._bring()
        if page is not self._page:
            self.refresh()
            return
        for marked in (old, place):
            if marked is not None:
                self._redraw(marked)

    def _redraw(self, place: Place) -> None:
        """Draw the lines of `place` and of its statement again."""
        start, end = place.start, place.end
        if place.statement is not None:
            start, end = min(start, place.statement.start), max(end, place.statement.end)
        first, last = self._page.line_of(start), self._page.line_of(max(end - 1, start))
        self.refresh_lines(first + 1, last - first + 1)

    def mark(self, matcher: Matcher) -> None:
        """Mark what `matcher` matches."""
        self._matcher = matcher if matcher else None
        self.refresh()

    def clear(self) -> None:
        """Show nothing marked: what was selected is not there any more."""
        self._place = None
        self.refresh()

    def go(self, line: int) -> None:
        """Scroll so that `line` is the first that is seen."""
        self.scroll_to(y=line, animate=False, force=True)

    @property
    def top(self) -> int:
        """Where in the text the first line begins that is seen."""
        line = round(self.scroll_y)
        return self._page.starts[line] if line < len(self._page) else 0

    @property
    def is_marked_seen(self) -> bool:
        """Whether what is selected begins on a line that is seen."""
        line = self._page.line_of(self._place.start) if self._place is not None and len(self._page) else 0
        return 0 <= line - round(self.scroll_y) < max(self.scrollable_content_region.height - 1, 1)

    def stand(self, top: int, *, marked: bool) -> None:
        """Scroll so that the line with the place `top` of the text is the first.

        With `marked` what is selected is seen, though the lines may be others now, and fewer.
        """
        if len(self._page):
            self.go(self._page.line_of(top))
        if marked:
            self._bring()

    def _lay(self) -> None:
        """Cut the text into lines, if the document, the width or the style of the page has changed."""
        document = self.document
        room = self.scrollable_content_region
        if document is None or not room.width:
            return
        laid = (document.id, min(room.width - _GUTTER - 1, _WIDEST), room.height >= 24)
        if laid != self._laid:
            self._laid = laid
            self._page = wrap(document.text, laid[1], apart=laid[2])
            self.hold(len(self._page) + 1)

    def _bring(self) -> None:
        """Scroll to the selected span and as much of its statement as there is room for, if it is not in view."""
        place = self._place
        if place is None or not len(self._page):
            return
        height = max(self.scrollable_content_region.height - 1, 1)
        top = round(self.scroll_y)
        line = self._page.line_of(place.start)
        if place.statement is None:
            first = last = line
        else:
            first = self._page.line_of(place.statement.start)
            last = self._page.line_of(max(place.statement.end - 1, place.statement.start))
        if last - first >= height:
            first, last = max(first, line - height // 3), line
        if first < top or last >= top + height:
            self.go(max(min(first - height // 4, line), 0) if last - first < height // 2 else first)

    def on_resize(self) -> None:
        """Lay the page for the new width and keep what is selected in view."""
        self._lay()
        self._bring()

    def looks(self, lines: range) -> list[Hashable]:
        """Return for each line which line of the page stands on it, and what of it is marked as selected."""
        starts, ends, top = self._page.starts, self._page.ends, self.scroll_offset.y - 1
        end = len(self._page) if self.document is not None else 0
        place = self._place
        marks = () if place is None else ((place.start, place.end), *_spans(place.statement))

        def marked(at: int) -> Hashable:
            return marks if any(starts[at] < right and ends[at] >= left for left, right in marks) else ()

        return [y == 0 if y == 0 or y + top >= end else (y + top, marked(y + top)) for y in lines]

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.room.width
        base = look(self, "page")
        document = self.document
        if document is None:
            return Strip.blank(width, base)
        if y == 0:
            return self._head(document, width, base)
        at = y - 1 + self.scroll_offset.y
        if at >= len(self._page):
            return Strip.blank(width, base)
        return self._draw(document, self._page.starts[at], self._page.ends[at], width)

    def _draw(self, document: Document, start: int, end: int, width: int) -> Strip:
        base = look(self, "page")
        statement = self._place.statement if self._place else None
        inside = statement is not None and start < statement.end and end > statement.start
        bar = Segment("▌ " if inside else "  ", base + look(self, "bar"))
        text = visible_line(document.text[start:end])
        segments = [bar, *paint(text, base, self._layers(start, end), start)]
        return Strip(segments).adjust_cell_length(width, base)

    def _head(self, document: Document, width: int, base: Style) -> Strip:
        style = base + look(self, "muted")
        right = ""
        facts = (document.published or document.event_date, 2), (document.publisher, 2), (document.path.name, 3)
        for fact, part in facts:
            before = f"{right} · " if right else ""
            room = width // part - cell_len(before)
            if fact and (cell_len(visible_line(fact)) <= room or (fact is document.publisher and room >= _NAMED)):
                right = before + clip(fact, room)
        left = max(width - cell_len(right) - _GUTTER - 2, 0)
        title = cell(document.label, left, style + look(self, "strong"))
        return Strip([Segment("  ", style), *title, Segment("  ", style), Segment(right, style)]).adjust_cell_length(
            width, base
        )

    def _layers(self, start: int, end: int) -> list[Layer]:
        """Return the styles on the line [start, end) of the text, later ones on top."""
        layers = [
            (left, right, look(self, name)) for marks in self._marks for left, right, name in marks.within(start, end)
        ]
        place = self._place
        if place is not None and place.statement is not None:
            ground = Style(bgcolor=look(self, "statement").bgcolor)
            layers.append((place.statement.start, place.statement.end, ground))
        layers += self._matches(start, end)
        if (
            place is not None
            and place.statement is not None
            and (place.start, place.end)
            != (
                place.statement.start,
                place.statement.end,
            )
        ):
            layers.append((place.start, place.end, look(self, "span")))
        return layers

    def _matches(self, start: int, end: int) -> list[Layer]:
        document = self.document
        if self._matcher is None or document is None:
            return []
        style = look(self, "match")
        text = document.text
        left = max(start - _AROUND, 0)
        right = min(end + _AROUND, len(text))
        spans = self._matcher.spans(text[left:right])
        return [(left + a, left + b, style) for a, b in spans if left + a < end and left + b > start]

    def action_lines(self, by: int) -> None:
        """Scroll by lines."""
        self.go(round(self.scroll_y) + by)

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        self.go(round(self.scroll_y) + by * max(self.scrollable_content_region.height - 3, 1))

    def action_edge(self, at: int) -> None:
        """Scroll to the beginning or the end."""
        self.go(0 if at == 0 else len(self._page))

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked, if anything stands there."""
        offset = event.get_content_offset(self)
        if offset is None or self._reading is None or offset.y == 0:
            return
        line = offset.y - 1 + self.scroll_offset.y
        if line < len(self._page) and (at := self._at(line, offset.x - _GUTTER)) is not None:
            from dxtui.ui.steps import mark_at  # With the model; not on the way to the first paint.

            id = mark_at(self._reading, at)
            if id is not None:
                self.post_message(self.Picked(id))

    def _at(self, line: int, column: int) -> int | None:
        """Return which place of the text is drawn at a column of a line; None beside it."""
        start, end = self._page.starts[line], self._page.ends[line]
        if self._reading is None or column < 0:
            return None
        text = visible_line(self._reading.document.text[start:end])
        return start + len(fit(text, column)) if column < cells(text) else None
