"""What narrows the lists beside the query: chosen in a list, told above the panes, taken off again one by one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType

from dxtui.model.grouping import Grouping
from dxtui.model.narrowing import WIDE, ByDocument, ByEntity, ByFigures, Narrowing, Part
from dxtui.model.rows import DocumentRow, EntityRow
from dxtui.ui.literal import clip
from dxtui.ui.rowlist import RowList, Sought
from dxtui.ui.sized import Sized
from dxtui.ui.spots import Spot
from dxtui.ui.words import say

if TYPE_CHECKING:
    from dxtui.ui.desk import Desk
    from dxtui.ui.trail import Step, Trail

_PARTS: dict[str, type[Part]] = {"document": ByDocument, "entity": ByEntity, "figures": ByFigures}
"""What can narrow, by what a reader calls it."""

_LEAST = 12
"""Cells that the name of what narrows has, however narrow the screen is."""


class Narrowed(Sized):
    """The panes with what narrows them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "backspace", "widen", "widen", id="widen", tooltip="take off what narrows the lists, the last chosen first"
        ),
    ]

    narrowing = WIDE
    """What the lists are narrowed to."""
    _query = ""
    """What was asked last."""

    _desk: Desk
    _trail: Trail
    _pending: bool
    _waiting: list[Callable[[], None]]
    _selected: str | None

    @abstractmethod
    def _here(self) -> Step:
        """Return where the reader is."""

    @abstractmethod
    def _show(self, id: str, *, follow: bool = True) -> None:
        """Show the place that `id` names."""

    def ask(self, query: str, narrowing: Narrowing) -> None:
        """Ask for the lists that answer `query` within `narrowing`."""
        self._pending = True
        self._query = query
        self.narrowing = narrowing
        self.show_chips()
        self._desk.ask(query, narrowing, self.figures.sort, self.figures.group)
        self.refresh_bindings()

    def narrow(self, narrowing: Narrowing) -> None:
        """Ask for the lists within `narrowing`, with a way back, and give the keys to the figures."""
        self._trail.leave(self._here())
        self._waiting.append(self._to_what_there_is)
        self.ask(self.search.value, narrowing)
        self.focus_list(self.figures)

    def _to_what_there_is(self) -> None:
        """Where there are no figures, give the keys to the statements; without any, show the document."""
        if self.active is self.figures and not self.figures.rows and self.statements.rows:
            self.focus_list(self.statements)
            self._preview_of(self.statements)
        elif self._selected is None and self.narrowing.document is not None:
            self._show(self.narrowing.document.id)

    def narrow_to(self, row: object) -> bool:
        """Narrow to what a row of the documents or of the entities tells of; whether it is such a row."""
        match row:
            case DocumentRow():
                self.narrow(self.narrowing.to(ByDocument(row.id, row.place.document.label)))
            case EntityRow():
                self.narrow(self.narrowing.to(ByEntity(row.canonical, row.type)))
            case _:
                return False
        return True

    def action_widen(self, what: str = "") -> None:
        """Take off the part of this kind that narrows, or the last one that was chosen."""
        if self.narrowing:
            self.narrow(self.narrowing.without(_PARTS[what] if what else type(self.narrowing.by[-1])))

    def chosen_in(self, pane: RowList[Any]) -> Sought | None:
        """Return how to know the row of `pane` that narrows the others, if one does."""
        document, entity = self.narrowing.document, self.narrowing.entity
        if pane is self.documents and document is not None:
            return lambda row: bool(row.id == document.id)
        if pane is self.entities and entity is not None:
            return lambda row: bool((row.canonical, row.type) == (entity.name, entity.type))
        return None

    def show_chips(self) -> None:
        """Tell what narrows, where anything does."""
        told = chips(self.narrowing, self.figures.group, self.size.width)
        self.set_class(bool(told), "-narrowed")
        self.chips.show(told)

    def on_resize(self) -> None:
        """Tell as much of what narrows as the width allows."""
        super().on_resize()
        self.show_chips()


def chips(narrowing: Narrowing, group: Grouping | None, width: int) -> list[Spot]:
    """Return what narrows and what groups, each with a cross to take it off by a click, in `width` cells."""
    told = [_told(part) for part in narrowing.by]
    spots = [Spot(f" {say('narrowed.only')} ", "muted")] if told else []
    grouped: list[Spot] = []
    if group is not None:
        grouped = [
            Spot(" · " if told else " ", "muted"),
            Spot(say("grouped.figures", by=say(f"grouped.{group}"))),
            Spot(" × ", "key", action="ungroup"),
        ]
    room = width - sum(cell_len(spot.text) for spot in (*spots, *grouped))
    for at, (kind, name) in enumerate(told):
        before = f" {say(f'narrowed.{kind}')} "
        own = max(room // (len(told) - at) - cell_len(before) - len(" × ") - 1, _LEAST)
        some = [Spot(before, "muted"), Spot(clip(name, own), "name"), Spot(" × ", "key", action=f"widen('{kind}')")]
        if at:
            some.insert(0, Spot("·", "muted"))
        spots += some
        room -= sum(cell_len(spot.text) for spot in some)
    return spots + grouped


def _told(part: Part) -> tuple[str, str]:
    """Return what kind of thing narrows, and what it is called."""
    match part:
        case ByDocument():
            return "document", part.label or part.id
        case ByEntity():
            return "entity", part.name
        case ByFigures():
            nothing = say("grouped.period_none") if part.days == (None, None) else ""
            return "figures", " ".join(word for word in (part.label, nothing) if word)
