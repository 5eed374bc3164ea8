"""From the selected place to a screen of its own, and back: an entity's page, the outline, two sources side by side."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from textual.binding import BindingType

from dxtui.ui.bindings import bound
from dxtui.ui.picked import Picked
from dxtui.ui.trail import Step, Stop
from dxtui.ui.words import say

if TYPE_CHECKING:
    from dxtui.explorer import Explorer, View
    from dxtui.model.bars import Bar
    from dxtui.model.rows import MentionRow
    from dxtui.ui.entitypage import Left
    from dxtui.ui.outline import Heading
    from dxtui.ui.quoting import Quoting
    from dxtui.ui.rowlist import RowList


TRIPS: list[BindingType] = [
    bound("e", "entity", "entity"),
    bound("o", "outline", "outline"),
    bound("h", "bars", "bars"),
    bound("c", "compare", "compare"),
]
"""The keys that open the other screens."""


class Trips(Picked):
    """Panes from which other screens open; what is chosen there is gone to, with a way back."""

    _explorer: Explorer | None
    _view: View | None
    _said: str
    _passing = ""
    _quoting: Quoting | None = None
    _marked: str | None = None

    @abstractmethod
    def _go(self, id: str, left: Step | None = None) -> None:
        """Go to the place that `id` names, with a way back: to `left`, or to where the reader is."""

    @abstractmethod
    def _here(self, page: Stop | None = None) -> Step:
        """Return where the reader is, `page` being open above it."""

    @abstractmethod
    def _stand(self, step: Step, pane: RowList[Any]) -> None:
        """Stand again where `step` was, in its list."""

    @abstractmethod
    def tell(self) -> None:
        """Show what is said."""

    def reword(self) -> None:
        """Say everything again: the language has changed."""
        self.search.prompt(say("told.search"))
        self.source.entitle()
        if self._explorer is not None:
            for pane in self.lists:
                pane.count(getattr(self._explorer.everything, pane.noun))
            here = self._here()
            self._waiting.append(lambda: self._stand(here, self.active))
            self.ask(self.search.value, self.narrowing)
        self.refresh_bindings()

    def note(self, what: str, *, stays: bool = False) -> None:
        """Say something of the key that was pressed, until the next one, or until something else is said."""
        self._said = what
        self._passing = "" if stays else what
        self.tell()

    def forget_note(self) -> None:
        """Take away what was said of the key before."""
        if self._passing and self._said == self._passing:
            self.note("")

    def to_source(self, id: str, left: Step | None = None) -> None:
        """Go to a place, and give the source the keys."""
        self._go(id, left)
        self.set_focus(self.source)

    # An entity's page

    def action_entity(self) -> None:
        """Open the page of the selected entity, or of what the selected place names; of several one is chosen."""
        from dxtui.ui.choices import Choices, named_at

        row = self.entities.selected
        if self.active is self.entities and self.focused is not self.source and row is not None:
            self.open_page(Stop(row.canonical, row.type))
            return
        if self._explorer is None or self._selected is None:
            return
        place = self._explorer.locate(self._selected)
        rows = named_at(self._explorer.reading(place.document.id), place, self._selected)
        if len(rows) == 1:
            self._open_page_of(rows[0])
        elif rows:
            from dxtui.ui.chooser import Chooser

            self.app.push_screen(Chooser(say("trips.whose"), Choices(0), rows), self._open_page_of)
        else:
            self.note(say("trips.unnamed"))

    def _open_page_of(self, row: MentionRow | None) -> None:
        if row is not None:
            self.open_page(Stop(row.mention.canonical, row.mention.type))

    def to_entity(self, name: str, type: str) -> None:
        """Open the page of the entity of this name and type."""
        self.open_page(Stop(name, type))

    def open_page(self, stop: Stop) -> None:
        """Open the page of an entity, standing at `stop`."""
        from dxtui.ui.entitypage import EntityScreen

        if self._explorer is not None and self._quoting is not None:
            self.app.push_screen(EntityScreen(self._desk, self._explorer, self._quoting, stop), self._left_page)

    def _left_page(self, left: Left | None) -> None:
        """Go to what was chosen on the page of an entity, to which the way back leads."""
        if left is not None:
            self.to_source(left.id, self._here(left.stop))

    # Bars

    def action_bars(self) -> None:
        """Show the figures of the list as bars: of the unit of the selected one, or of the commonest."""
        from dxtui.model.rows import FigureRow
        from dxtui.text.visible import visible_line
        from dxtui.ui.bars import BarsScreen

        numbers, of = self.figures.numbers
        row = self.figures.selected
        figure = row if isinstance(row, FigureRow) and self.active is self.figures else None
        view = self._view
        if not of and view is not None and view.capped:
            of = say("told.best", n=len(view.statements), total=view.total)
        screen = BarsScreen(self._desk, numbers, figure, visible_line(of), self.figures.ordinals)
        self.app.push_screen(screen, self._left_bars)

    def _left_bars(self, bar: Bar | None) -> None:
        """Go to the figure that was chosen, or narrow to those that are alike."""
        if bar is None:
            return
        if bar.alike is None or bar.value == 1:
            self.to_source(bar.id)
        elif bar.value:
            self.narrow(self.narrowing.to(bar.alike))

    # The outline

    def action_outline(self) -> None:
        """Show the headings of the document; the one that is chosen is gone to."""
        from dxtui.text.visible import visible_line
        from dxtui.ui.chooser import Chooser
        from dxtui.ui.outline import Outline, outline, standing

        if self._explorer is None or self._selected is None:
            return
        place = self._explorer.locate(self._selected)
        headings = outline(self._explorer.reading(place.document.id))
        if not headings:
            self.note(say("trips.unwritten"))
            return
        title = say("trips.outline", document=visible_line(place.document.label))
        self.app.push_screen(Chooser(title, Outline(0), headings, standing(headings, place.start)), self._left_outline)

    def _left_outline(self, heading: Heading | None) -> None:
        if heading is not None:
            self.to_source(heading.id)

    # Two sources

    def action_compare(self) -> None:
        """Mark the selected place, or show it beside the one that was marked before."""
        if self._explorer is None or self._quoting is None or self._selected is None:
            return
        if self._marked is None:
            self._marked = self._selected
            self.note(say("trips.marked", pressed=self.key_of("compare", "c")), stays=True)
            return
        marked, self._marked = self._marked, None
        if marked == self._selected:
            self.note(say("trips.unmarked"))
            return
        from dxtui.ui.compare import Compare

        self.note("")
        self.app.push_screen(Compare(self._explorer, self._quoting, marked, self._selected), self._left_compare)

    def _left_compare(self, id: str | None) -> None:
        if id is not None:
            self.to_source(id)
