"""The screen as it stood when it was left: kept while the reader works, stood again at the next start."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual import events

from dxtui.errors import DxtuiError
from dxtui.model.narrowing import ByDocument, ByEntity, Narrowing
from dxtui.ui.sizes import Sizes
from dxtui.ui.trail import Step, Stop
from dxtui.ui.trips import Trips
from dxtui.ui.words import say

if TYPE_CHECKING:
    from dxtui.model.entity import EntityType
    from dxtui.ui.memory import Memory
    from dxtui.ui.tour import Tour

_SOON = 0.5
"""Seconds after which what has changed is kept: a key held down is one change."""


class Remembered(Trips):
    """Panes that know how they stood."""

    _memory: Memory | None = None
    _keeping = False
    _touched = False
    _tour: Tour | None = None

    @abstractmethod
    def _return(self, step: Step | None) -> None:
        """Stand at a step again."""

    def remember(self, memory: Memory) -> None:
        """Take what is kept of these documents."""
        self._memory = memory

    def on_mount(self) -> None:
        """Lay the panes out as they were."""
        if self._memory is not None and self._memory.stood is not None:
            self.resize(self._memory.stood.sizes)

    def stand_again(self) -> None:
        """Stand where the reader left, the documents being there; not where one has begun with something else."""
        memory = self._memory
        if memory is None:
            return
        if memory.broken:
            self.note(say("memory.broken", file=memory.broken[0].name), stays=True)
        stood = memory.stood
        untouched = self.focused is self.figures and not (self.search.value or self.narrowing or self._waiting)
        if stood is not None and untouched:
            self.figures.sort = stood.sort
            self._return(self._there(stood.step))
            if stood.alone:
                self.action_maximise()
        if not memory.reader.toured and untouched:
            from dxtui.ui.tour import Tour, steps

            self._tour = Tour(steps(self.app._keymap, type(self.app), type(self), type(self.figures)))  # noqa: SLF001
            self.mount(self._tour)

    def _there(self, step: Step) -> Step:
        """Return `step` without what these documents do not have any more."""
        if self._explorer is None:
            return step
        narrowing, id, page = step.narrowing, step.id, step.page
        document = narrowing.document
        if document is not None and document.id not in self._explorer.ordinals:
            narrowing = narrowing.without(ByDocument)
        if narrowing.entity is not None and not self._explorer.view("", Narrowing((narrowing.entity,))).statements:
            narrowing = narrowing.without(type(narrowing.entity))
        if page is not None:
            entity = ByEntity(page.name, cast("EntityType", page.type))
            page = page if self._explorer.view("", Narrowing((entity,))).statements else None
        try:
            self._explorer.locate(id)
        except DxtuiError:
            id = ""
        return replace(step, narrowing=narrowing, id=id, top=step.top if id else 0, page=page)

    # Keeping

    def keep_soon(self) -> None:
        """Keep how the screen stands, in a moment."""
        if self._memory is not None and self._touched and not self._keeping:
            self._keeping = True
            self.set_timer(_SOON, self.keep)

    def keep(self) -> None:
        """Keep how the screen stands, once it stands."""
        self._keeping = False
        if self._memory is None or self._explorer is None or self._pending or not self._touched:
            return
        from dxtui.ui.stood import Stood

        here = self._here(self._open_page())
        self._memory.keep(Stood(here, self.figures.sort, self.sizes, self.has_class("-maximised")))

    def _open_page(self) -> Stop | None:
        """Return where on the page of an entity the reader is, if one is open."""
        if len(self.app.screen_stack) == 1:
            return None
        from dxtui.ui.entitypage import EntityScreen

        return next((screen.here for screen in self.app.screen_stack if isinstance(screen, EntityScreen)), None)

    def ask(self, query: str, narrowing: Narrowing) -> None:
        """Ask for the lists that answer `query` within `narrowing`."""
        super().ask(query, narrowing)
        self.keep_soon()

    def resize(self, sizes: Sizes) -> None:
        """Give the panes these sizes."""
        super().resize(sizes)
        self.keep_soon()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note which pane has the keys."""
        super().on_descendant_focus(event)
        self.keep_soon()

    def touched(self) -> None:
        """Note that the reader did something: from now on there is something to keep, and what was said goes."""
        self._touched = True
        self.forget_note()
        self.keep_soon()
        tour, self._tour = self._tour, None
        if tour is not None and self._memory is not None:
            tour.remove()
            self._memory.prefer(replace(self._memory.reader, toured=True))
