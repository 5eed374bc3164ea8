"""The list that every pane is: rows drawn when they are seen, from a sequence of any length."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar, cast

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from dxtui.ui.bindings import bound
from dxtui.ui.columns import GAP, Column, share
from dxtui.ui.keptlines import KeptLines
from dxtui.ui.literal import cell, cells
from dxtui.ui.looks import look
from dxtui.ui.rowline import MARGIN, header_line, row_line
from dxtui.ui.words import grouped, say, title

if TYPE_CHECKING:
    from dxtui.model.rows import Place

_SAMPLE = 300
"""Rows that are measured for the widths of the columns."""

_ANSWERED = 1000
"""Rows of an answer, the best ones, among which a row is looked for by its id."""


class Row(Protocol):
    """What a list can show."""

    @property
    def id(self) -> str:
        """The row's id."""


class Placed(Row, Protocol):
    """A row of what stands in a document: all that have an id of its form are."""

    @property
    def place(self) -> Place:
        """Where it stands."""


RowT = TypeVar("RowT", bound=Row)


class Cell(NamedTuple):
    """One field of a row."""

    text: str
    """Text from a document or of ours; shown literally, cut to the column."""
    look: str = ""
    """A look that styles it, or none."""
    matched: bool = True
    """Whether what matches the query is marked in it."""
    short: str = ""
    """What stands in where the column is too narrow to say anything, or nothing."""


class Marking(Protocol):
    """Finds what is to be marked in a text."""

    def __bool__(self) -> bool:
        """Whether there is anything to be marked."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where."""


Sought = Callable[[Any], bool]
"""Whether a row is the one that is looked for."""


class RowList(KeptLines, Generic[RowT], can_focus=True):
    """A pane: a title, perhaps a header line, and rows with one of them selected."""

    noun: ClassVar[str]
    """What its rows are, in the plural; its title is said for it."""
    columns: ClassVar[tuple[Column, ...]]
    """Its columns."""
    headed: ClassVar[bool] = False
    """Whether the first line names the columns."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    RowList {
        background: $background;
        color: $foreground;
        overflow-x: hidden;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("enter", "choose", "list.choose"),
        bound("down,j", "move(1)", "list.down", show=False),
        bound("up,k", "move(-1)", "list.up", show=False),
        bound("pagedown,ctrl+d,space", "page(1)", "list.page_down", show=False),
        bound("pageup,ctrl+u", "page(-1)", "list.page_up", show=False),
        bound("home,g", "edge(0)", "list.first", show=False),
        bound("end,G", "edge(-1)", "list.last", show=False),
    ]

    cursor: reactive[int] = reactive(0, repaint=False, always_update=False)

    class Moved(Message):
        """Another row is selected."""

        def __init__(self, pane: RowList[Any]) -> None:
            """Take the list."""
            super().__init__()
            self.pane = pane

    class Chosen(Message):
        """A row was chosen: the reader wants to go there."""

        def __init__(self, pane: RowList[Any]) -> None:
            """Take the list."""
            super().__init__()
            self.pane = pane

    class Headed(Message):
        """The name of a column was clicked."""

        def __init__(self, pane: RowList[Any], column: int) -> None:
            """Take the list and the place of the column."""
            super().__init__()
            self.pane = pane
            self.column = column

    def __init__(self, number: int) -> None:
        """Make an empty list that the key `number` leads to."""
        super().__init__(id=self.noun)
        self.number = number
        self.rows: Sequence[RowT] = ()
        self.total: int | None = None
        self.empty = ""
        self.moved = False
        """Whether another row was selected that nothing has followed yet."""
        self.ordinals: dict[str, int] = {}
        self._places: dict[str, int] | None = None
        self._matcher: Marking | None = None
        self._chosen: Sought | None = None
        self._wanted: list[int] = [0] * len(self.columns)
        self._sizes: tuple[int, list[int]] = (-1, [])
        self._entitle()

    @property
    def arrow(self) -> tuple[int, str]:
        """The column whose name has a sign beside it, with the sign; (-1, "") where none has."""
        return -1, ""

    def heading(self, row: RowT) -> Cell | None:
        """Return what stands over all columns of `row`, if it only names the rows below it."""
        return None

    def does(self, binding: str) -> str:
        """Return the name of what the key of `binding` does at the selected row: as a rule that of the binding."""
        return binding

    def cells(self, row: RowT) -> Sequence[Cell]:
        """Return the fields of `row`, one a column."""
        raise NotImplementedError

    def count(self, rows: Sequence[RowT]) -> None:
        """Learn of all rows there are: how many, and how wide their fields."""
        self.total = len(rows)
        self._measure(rows)

    def show(
        self, rows: Sequence[RowT], matcher: Marking, *, keep: str | None = None, chosen: Sought | None = None
    ) -> None:
        """Show `rows`, select the one with the id `keep` or else the first, and mark what matches.

        Of `chosen`, which knows the row that narrows the other lists, the row is selected and marked.
        """
        self._chosen = chosen
        self._matcher = matcher if matcher else None
        self.empty = say("panes.unmatched" if self.total else "panes.empty", rows=say(f"panes.{self.noun}"))
        self.lay(rows)
        self._entitle()
        at = self._find(keep) if keep is not None else None
        if at is None and chosen is not None:
            at = next((at for at, row in enumerate(rows[:_ANSWERED]) if chosen(row)), None)
        self._stand(at or 0)

    def lay(self, rows: Sequence[RowT], at: int = 0) -> None:
        """Have `rows` in place of those there were, the one at `at` being selected."""
        self.rows = rows
        self._places = None
        self.hold(len(rows) + self.headed)
        self.set_reactive(RowList.cursor, at)
        self.follow()
        self.refresh()

    @property
    def selected(self) -> RowT | None:
        """The selected row."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    @property
    def title(self) -> str:
        """What the list is called."""
        return title(self.noun)

    @property
    def amount(self) -> int:
        """How many rows there are, those left out that only name others."""
        return len(self.rows)

    @property
    def counted(self) -> str:
        """How many rows there are: "160", or "12 of 160" where a query leaves some out; nothing before it is known."""
        if self.total is None:
            return ""
        return (
            grouped(self.total) if self.amount == self.total else say("panes.counted", n=self.amount, total=self.total)
        )

    @property
    def fraction(self) -> str:
        """How many rows there are, at its shortest: "160" or "12/160"."""
        if self.total is None or self.amount == self.total:
            return self.counted
        return f"{grouped(self.amount)}/{grouped(self.total)}"

    def select(self, id: str) -> bool:
        """Select the row with this id, found in the texts' order or among the best; return whether there is one."""
        return self._stand(self._find(id))

    def _find(self, id: str) -> int | None:
        from dxtui.model.ids import parse_id  # Not on the way to the first paint.

        parts = parse_id(id)
        if parts is None:
            return None
        key = (self.ordinals.get(parts.document, 0), parts.start or 0)
        rows = cast("Sequence[Placed]", self.rows)
        at = bisect_left(rows, key, key=lambda row: (self.ordinals.get(row.place.document.id, 0), row.place.start))
        if at < len(self.rows) and self.rows[at].id == id:
            return at
        if self._places is None:
            self._places = {row.id: at for at, row in enumerate(self.rows[:_ANSWERED])}
        return self._places.get(id)

    def _stand(self, at: int | None) -> bool:
        if at is not None:
            old = self.cursor
            self.set_reactive(RowList.cursor, at)
            self._redraw(old, at)
        return at is not None

    def _redraw(self, old: int, new: int) -> None:
        """Draw the two rows again of which another one is selected now; where the list has to scroll, all are."""
        self.follow()
        for at in {old, new}:
            self.refresh_line(at + self.headed)

    def follow(self) -> None:
        """Scroll so that the selected row is seen."""
        height = max(self.scrollable_content_region.height - self.headed, 1)
        top = round(self.scroll_y)
        wanted = min(max(top, self.cursor - height + 1), self.cursor)
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, force=True)

    def _entitle(self) -> None:
        self.border_title = f"{self.number} {self.title}"
        self.border_subtitle = self.counted

    def _measure(self, rows: Sequence[RowT]) -> None:
        wanted = [0] * len(self.columns)
        for row in rows[:_SAMPLE]:
            for at, field in enumerate(self.cells(row)):
                wanted[at] = max(wanted[at], cells(field.text[:200]))
        if self.headed:
            wanted = [
                max(want, cells(say(f"columns.{c.short or c.title}"))) if want else 0
                for want, c in zip(wanted, self.columns, strict=True)
            ]
        self._wanted = wanted
        self._sizes = (-1, [])

    @property
    def sizes(self) -> list[int]:
        """The width of each column in cells, as the list stands now."""
        return self.sizes_in(self.scrollable_content_region.width)

    def sizes_in(self, width: int) -> list[int]:
        """Return the width of each column in cells, where there are `width` for all."""
        if self._sizes[0] != width:
            many = len(self.ordinals)
            columns = [column.numbering(many) for column in self.columns]
            # The rows that were measured may not have the highest numbers.
            most = [len(str(many)) if column.ordinal else 0 for column in columns]
            wanted = [max(want, digits) if want else 0 for want, digits in zip(self._wanted, most, strict=True)]
            self._sizes = (width, share(columns, wanted, width - MARGIN))
        return self._sizes[1]

    def looks(self, lines: range) -> list[Hashable]:
        """Return for each line which row stands on it, and whether it is the selected one."""
        head, top, cursor, end = self.headed, self.scroll_offset.y - self.headed, self.cursor, len(self.rows)
        return [
            "head" if head and y == 0 else (at, at == cursor) if (at := y + top) < end else ("none", at == 0)
            for y in lines
        ]

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width = self.room.width
        if self.headed and y == 0:
            return header_line(self, width)
        at = y - self.headed + self.scroll_offset.y
        if 0 <= at < len(self.rows):
            return self._draw(at, at == self.cursor, width)
        base = look(self, "page")
        if at == 0 and self.empty:
            return Strip([Segment("  ", base), *cell(self.empty, width - MARGIN, base + look(self, "muted"))])
        return Strip.blank(width, base)

    def _draw(self, at: int, here: bool, width: int) -> Strip:
        row = self.rows[at]
        chosen = self._chosen is not None and self._chosen(row)
        return row_line(self, row, width, self._matcher, here=here, chosen=chosen)

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw both rows again and tell that another one is selected."""
        self._redraw(old, new)
        self.tell_moved()

    def tell_moved(self) -> None:
        """Tell the screen, and not all that lies between, that another row is selected."""
        self.moved = True
        self.screen.post_message(self.Moved(self))

    def action_move(self, by: int) -> None:
        """Select the row `by` rows further down."""
        self._select_at(self.cursor + by)

    def action_page(self, by: int) -> None:
        """Select the row a page further down or up."""
        self._select_at(self.cursor + by * max(self.scrollable_content_region.height - self.headed - 1, 1))

    def action_edge(self, at: int) -> None:
        """Select the first row or the last."""
        self._select_at(0 if at == 0 else len(self.rows) - 1)

    def action_choose(self) -> None:
        """Go to what the selected row tells of."""
        if self.rows:
            self.post_message(self.Chosen(self))

    def _select_at(self, at: int) -> None:
        self.cursor = max(min(at, len(self.rows) - 1), 0)

    def on_click(self, event: events.Click) -> None:
        """Select the row under the mouse; a second click chooses it."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        if self.headed and offset.y == 0:
            self._head(offset.x)
            return
        at = offset.y - self.headed + self.scroll_offset.y
        if not 0 <= at < len(self.rows):
            return
        self._select_at(at)
        self.tell_moved()
        if event.chain == 2 or self.is_button(self.rows[at], offset.x - MARGIN):
            self.action_choose()

    def is_button(self, row: RowT, x: int) -> bool:
        """Return whether one click at the column `x` of `row` chooses it."""
        return False

    def _head(self, x: int) -> None:
        """Tell of the column whose name is at `x`."""
        end = MARGIN
        for at, size in enumerate(self.sizes):
            end += size + GAP if size else 0
            if size and x < end:
                self.post_message(self.Headed(self, at))
                return

    def on_focus(self) -> None:
        """Draw the selected row as the one that the keys move."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw the selected row as one that only stays."""
        self.refresh()

    def on_resize(self) -> None:
        """Keep the selected row in view."""
        self.follow()
