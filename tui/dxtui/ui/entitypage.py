"""The screen of one entity: what it is called, where it is named, and what is said with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.screen import Screen
from textual.widget import Widget

from dxtui.search import Matcher
from dxtui.text.visible import visible_line
from dxtui.ui.bindings import bound
from dxtui.ui.desk import Desk
from dxtui.ui.documents import Documents
from dxtui.ui.entities import Entities
from dxtui.ui.figures import Figures
from dxtui.ui.keys import foot
from dxtui.ui.layout import LAYOUT
from dxtui.ui.names import Names
from dxtui.ui.over import Over
from dxtui.ui.panes import BREAK, NARROW, Panes
from dxtui.ui.rowlist import RowList
from dxtui.ui.source import SourceView
from dxtui.ui.spots import Spot, SpotLine
from dxtui.ui.standing import standing_words
from dxtui.ui.statements import Statements
from dxtui.ui.tasks import Tasks
from dxtui.ui.told import strip
from dxtui.ui.trail import Stop
from dxtui.ui.words import say

if TYPE_CHECKING:
    from dxtui.explorer import EntityPage, Explorer
    from dxtui.model.rows import MentionRow
    from dxtui.ui.quoting import Quoting, What


_CHOOSE = bound("enter", "choose", "list.choose")
"""What Enter does in every list here; there is no list to narrow."""


@dataclass(frozen=True, slots=True)
class Left:
    """What ended a page: a place that the reader wants to see."""

    id: str
    """The id that names the place."""
    stop: Stop
    """Where on the page it was chosen."""


class _Documents(Documents):
    """The documents of an entity: one leads to where it names the entity."""

    BINDINGS: ClassVar[list[BindingType]] = [_CHOOSE]


class _Entities(Entities):
    """What is named with an entity: one leads to where."""

    BINDINGS: ClassVar[list[BindingType]] = [_CHOOSE]


class EntityScreen(Over[Left | None]):
    """All lists of one entity, and the source beside them. What it shows is gathered by the desk."""

    HORIZONTAL_BREAKPOINTS = Panes.HORIZONTAL_BREAKPOINTS
    AUTO_FOCUS = ""
    DEFAULT_CSS = (
        LAYOUT.replace("Panes", "EntityScreen", 1)
        + """
EntityScreen.-wide {
    #left { width: 20fr; }
    #middle { width: 46fr; }
    #source { width: 34fr; }
    #documents, #names, #figures, #tasks { height: 1fr; }
    #statements, #entities { height: 2fr; }
}
"""
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        bound("escape,q", "leave", "page.leave"),
        bound("b,alt+left", "back", "page.back"),
        bound("y", "copy('citation')", "copy"),
        bound("Y", "copy('quote')", "copy_quote", show=False),
        bound("x", "explain", "explain"),
        bound("e", "entity", "page.entity"),
        bound("tab", "pane(1)", "page.next", show=False, priority=True),
        bound("shift+tab", "pane(-1)", "page.previous", show=False, priority=True),
        bound("1", "jump(1)", "page.documents", show=False),
        bound("2", "jump(2)", "page.entities", show=False),
        bound("3", "jump(3)", "page.figures", show=False),
        bound("4", "jump(4)", "page.statements", show=False),
        bound("5", "jump(5)", "page.source", show=False),
        bound("6", "jump(6)", "page.tasks", show=False),
        bound("7", "jump(7)", "page.names", show=False),
    ]

    def __init__(self, desk: Desk, explorer: Explorer, quoting: Quoting, stop: Stop) -> None:
        """Make the screen of the entity that `stop` names."""
        super().__init__(classes=NARROW if get_terminal_size().columns < BREAK else None)
        self._desk = desk
        self._explorer = explorer
        self._quoting = quoting
        self._stop = stop
        self._way: list[Stop] = []
        self._page: EntityPage | None = None
        self.documents = _Documents(1)
        self.entities = _Entities(2)
        self.figures = Figures(3)
        self.statements = Statements(4)
        self.source = SourceView(5)
        self.tasks = Tasks(6)
        self.names = Names(7)
        self.lists: tuple[RowList[Any], ...] = (
            self.documents,
            self.entities,
            self.figures,
            self.statements,
            self.tasks,
            self.names,
        )
        self.panes: tuple[Widget, ...] = (*self.lists[:4], self.source, *self.lists[4:])
        """All panes by the keys that lead to them."""
        self.columns = (
            Vertical(self.documents, self.names, self.entities, id="left", classes="column"),
            Vertical(self.statements, self.figures, self.tasks, id="middle", classes="column"),
            self.source,
        )
        self.active: RowList[Any] = self.statements
        self.told = SpotLine(id="top")
        self.strip = SpotLine(id="strip")
        self.foot = SpotLine(id="foot")

    def compose(self) -> ComposeResult:
        """Build the panes."""
        yield self.told
        yield self.strip
        with Container(id="panes"):
            yield from self.columns
        yield self.foot

    def on_mount(self) -> None:
        """Ask for what is to be shown."""
        for pane in self.lists:
            pane.ordinals = self._explorer.ordinals
        self.bindings_updated_signal.subscribe(self, self._show_keys)
        self._ask(self._stop)

    @property
    def settled(self) -> bool:
        """Whether it shows what it was asked for."""
        return self._page is not None

    def _ask(self, stop: Stop) -> None:
        """Ask the desk for the page of an entity; until it comes the keys work on empty lists."""
        self._stop = stop
        self._page = None
        for pane in self.lists:
            pane.empty = say("trips.gathering")
            pane.refresh()
        self.told.show([Spot(f" {visible_line(stop.name)} ", "strong"), _kind(stop.type)])
        self.focus_list(next((pane for pane in self.lists if pane.id == stop.pane), self.statements))
        self._desk.tell(stop.name, stop.type, self)

    @on(Desk.Told)
    def _gathered(self, event: Desk.Told) -> None:
        page = event.page
        if (page.entity.canonical, page.entity.type) != (self._stop.name, self._stop.type):
            return  # The reader has gone on to another.
        self._page = page
        shown: tuple[tuple[RowList[Any], Sequence[Any]], ...] = (
            (self.documents, page.documents),
            (self.entities, page.beside),
            (self.figures, page.figures),
            (self.statements, page.statements),
            (self.tasks, page.tasks),
            (self.names, page.names),
        )
        for pane, rows in shown:
            pane.count(rows)
            if pane is self.statements:
                pane.total = page.total
            pane.show(rows, Matcher(), keep=self._stop.id if pane is self.active else None)
        self.told.show(_told(page))
        self.show_strip()
        self._preview(self.active)
        self.refresh_bindings()

    # Which list has the keys

    def focus_list(self, pane: RowList[Any]) -> None:
        """Give the keys to `pane`; where there is room for one list, it is the one that is seen."""
        self.active = pane
        for other in self.lists:
            other.set_class(other is pane, "-shown")
        for column in self.columns:
            column.set_class(column is pane.parent, "-shown")
        self.set_focus(pane)
        self.show_strip()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note which list has the keys, by whatever way it got them.

        What tells of a list that has lost them since is late; to heed it would hand them to and fro without end.
        """
        if isinstance(event.widget, RowList) and event.widget is self.focused is not self.active:
            self.focus_list(event.widget)
            self._preview(event.widget)

    def action_pane(self, by: int) -> None:
        """Give the keys to the next pane or the one before."""
        here: Widget = self.source if self.focused is self.source else self.active
        self._to(self.panes[(self.panes.index(here) + by) % len(self.panes)])

    def action_jump(self, number: int) -> None:
        """Give the keys to the pane with this number."""
        self._to(self.panes[number - 1])

    def _to(self, pane: Widget) -> None:
        if isinstance(pane, RowList):
            self.focus_list(pane)
            self._preview(pane)
        else:
            self.set_focus(pane)

    def action_to_list(self) -> None:
        """Give the keys back from the source to the list."""
        self.focus_list(self.active)

    # What is selected

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        if event.pane is self.active:
            self._preview(event.pane)

    def _preview(self, pane: RowList[Any]) -> None:
        """Let the source follow the selected row of `pane`."""
        id = self._id_at(pane)
        if id is not None:
            place = self._explorer.locate(id)
            self.source.show(self._explorer.reading(place.document.id), place)

    def _id_at(self, pane: RowList[Any]) -> str | None:
        """Return the place that the selected row of `pane` leads to: of a document, where it first names the entity."""
        row = pane.selected
        if row is None or pane is not self.documents or self._page is None:
            return None if row is None else row.id
        first = sum(document.statements for document in self._page.documents[: pane.cursor])
        return self._page.statements[first].id

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        id = self._id_at(event.pane)
        if id is not None:
            self.dismiss(Left(id, self.here))

    def action_entity(self) -> None:
        """Go on to the page of what is named with it: the selected one, or who else the selected place names."""
        from dxtui.ui.choices import Choices, named_at
        from dxtui.ui.chooser import Chooser

        row = self.entities.selected
        if self.active is self.entities and row is not None:
            self._go_on(Stop(row.canonical, row.type))
        elif (id := self._id_at(self.active)) is not None:
            place = self._explorer.locate(id)
            named = named_at(self._explorer.reading(place.document.id), place, id)
            others = [
                one for one in named if (one.mention.canonical, one.mention.type) != (self._stop.name, self._stop.type)
            ]
            if len(others) == 1:
                self._chose(others[0])
            elif others:
                self.app.push_screen(Chooser(say("trips.whose"), Choices(0), others), self._chose)

    def _chose(self, row: MentionRow | None) -> None:
        if row is not None:
            self._go_on(Stop(row.mention.canonical, row.mention.type))

    def _go_on(self, stop: Stop) -> None:
        """Show another page, from which there is a way back to this one."""
        self._way.append(self.here)
        self._ask(stop)

    def action_copy(self, what: What) -> None:
        """Copy the citation of the selected place, or the quote alone."""
        if (id := self._id_at(self.active)) is not None:
            self._quoting.copy(id, what)

    def action_explain(self) -> None:
        """Say how the selected number was read."""
        if (id := self._id_at(self.active)) is not None:
            self._quoting.explain(id)

    @property
    def here(self) -> Stop:
        """Where on the page the reader is."""
        row = self.active.selected
        return Stop(self._stop.name, self._stop.type, self.active.id or "", row.id if row is not None else "")

    def action_back(self) -> None:
        """Go back to the page before, or close this one."""
        if self._way:
            self._ask(self._way.pop())
        else:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Close the page."""
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which keys work here."""
        match action:
            case "explain":
                return self.active is self.figures and self.figures.selected is not None
            case "copy" | "entity":
                return self.active.selected is not None
            case "who" | "sort" | "reverse" | "group":  # What lists do where a query can be asked.
                return False
            case _:
                return True

    # What is told

    def show_strip(self) -> None:
        """Name the panes with their counts, where there is room for one list."""
        self.strip.show(strip(self.lists, self.active, self.size.width))

    def on_resize(self) -> None:
        """Name the panes as the width allows."""
        self.show_strip()

    def _show_keys(self, _screen: Screen[object] | None = None) -> None:
        self.foot.show(foot(self.active_bindings.values()))


def _told(page: EntityPage) -> list[Spot]:
    """Return what stands above the lists: what the entity is called, what it is, how often and where it is named."""
    entity = page.entity
    times, documents = len(entity.mentions), entity.documents
    spots = [
        Spot(f" {visible_line(entity.canonical)} ", "strong"),
        _kind(entity.type),
    ]
    if page.capped:
        spots.append(Spot(f" {say('trips.capped', n=len(page.statements), total=page.total)} ", "warn"))
    spots.append(Spot(f" {say('trips.named', n=times)} {say('trips.within', n=documents)} ", "muted"))
    if page.standing is not None:
        spots.append(Spot(f" {standing_words(page.standing, part=entity.type == 'place')} ", "muted"))
    return spots


def _kind(type: str) -> Spot:
    return Spot(f" {say(f'types.{type}')} ", type)
