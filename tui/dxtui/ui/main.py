"""The one screen: what the keys do with what the panes show."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.binding import BindingType

from dxtui.ui.asking import Asking
from dxtui.ui.bindings import bound
from dxtui.ui.early import Early
from dxtui.ui.quoting import Quoting, What, is_found, is_number
from dxtui.ui.rowlist import RowList
from dxtui.ui.searchline import SearchLine
from dxtui.ui.told import misread, status
from dxtui.ui.trail import Step, Stop, Trail
from dxtui.ui.trips import TRIPS
from dxtui.ui.turning import EVERY, turning
from dxtui.ui.words import say

if TYPE_CHECKING:
    from dxtui.explorer import Explorer, View
    from dxtui.search import Answer
    from dxtui.settings import Settings
    from dxtui.ui.desk import Desk
    from dxtui.ui.terminal import Terminal


class Main(Asking):
    """The conversation: what is asked, what is selected, where the reader was, what is copied and told."""

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("y", "copy", "copy"),
        bound("slash", "search", "search", priority=True),
        bound("q", "app.quit", "quit"),
        bound("b,alt+left", "back", "back"),
        bound("f,alt+right", "forward", "forward"),
        bound("escape", "clear", "clear"),
        *TRIPS,
        bound("n", "step(1)", "next"),
        bound("p", "step(-1)", "previous"),
        bound("x", "explain", "explain"),
        bound("Y", "copy_quote", "copy_quote"),
        bound("tab", "pane(1)", "pane.next", show=False, priority=True),
        bound("shift+tab", "pane(-1)", "pane.previous", show=False, priority=True),
        bound("1", "jump(0)", "pane.documents", show=False, priority=True),
        bound("2", "jump(1)", "pane.entities", show=False, priority=True),
        bound("3", "jump(2)", "pane.figures", show=False, priority=True),
        bound("4", "jump(3)", "pane.statements", show=False, priority=True),
        bound("5", "jump(4)", "pane.source", show=False, priority=True),
        bound("6", "jump(5)", "pane.tasks", show=False, priority=True),
        bound("exclamation_mark", "problems", "problems", show=False),
    ]

    def __init__(self, desk: Desk, settings: Settings, terminal: Terminal) -> None:
        """Make the screen over what `desk` reads, shown by `terminal`."""
        super().__init__(SearchLine(self._best, self.action_to_list), self._preview)
        self._desk = desk
        self._settings = settings
        self._terminal = terminal
        self._explorer: Explorer | None = None
        self._view: View | None = None
        self._trail = Trail()
        self._waiting: list[Callable[[], None]] = []
        self._pending = True
        self._at: str | None = None
        self._said = ""
        self._progress = say("told.reading")
        self._turned = 0
        self._early: Early | None = None

    def on_mount(self) -> None:
        """Say what happens first."""
        self.tell()
        if self._settings.motion:
            self._turning = self.set_interval(EVERY, self._turn)

    def _turn(self) -> None:
        """Show that the reading goes on."""
        if self._progress:
            self._turned += 1
            self.tell()
        else:
            self._turning.stop()

    @property
    def early(self) -> Early:
        """Keys that were typed before they can be heeded."""
        if self._early is None:
            self._early = Early(self.app)
        return self._early

    def hold(self, event: events.Key) -> bool:
        """Hold a key that is typed before it can be heeded; whether it is held."""
        return self.early.holds(event, self, typed=self.focused is self.search)

    @property
    def settled(self) -> bool:
        """Whether all that was asked is answered and done."""
        return not self._pending and not self._waiting

    # What the desk says

    def progressed(self, done: int, total: int) -> None:
        """Show how far the reading is."""
        self._progress = say("told.progress", at=done + 1, total=total)
        self.tell()

    def opened(self, explorer: Explorer, everything: View) -> None:
        """Take what was read."""
        self._explorer = explorer
        self._quoting = Quoting(self.app, explorer, self._settings.clipboard, self._terminal)
        self._progress = ""
        for pane in self.lists:
            pane.ordinals = explorer.ordinals
            pane.count(getattr(everything, pane.noun))
        self.stand_again()

    def answered(self, view: View) -> None:
        """Show an answer in all panes."""
        asked = self.search.value.strip(), self.narrowing, self.figures.sort, self.figures.group
        if (view.query.strip(), view.narrowing, view.sort, view.group) != asked:
            return  # The reader has gone on; the answer to that comes.
        if view.answer.query.problems and self._view is not None:
            self._misread(view)
            return
        first = self._view is None
        everything = view.answer.everything and not view.narrowing
        keep = self._selected if everything and not first else None
        self._view = view
        self._pending = False
        self.figures.ends = view.ends
        for pane in self.lists:
            pane.show(getattr(view, pane.noun), view.matcher, keep=keep, chosen=self.chosen_in(pane))
        self.source.mark(view.matcher)
        if first and self.focused is self.figures:
            self._to_what_there_is()
        if not everything or first or self._selected is None:
            self._preview_best()
        self._settle()
        if first:
            self.early.listed()

    def _misread(self, view: View) -> None:
        """Say where the query is not understood; what was found last stays."""
        self._said = misread(view.answer.query.problems[0], self.size.width)
        self._pending = False
        self._settle()

    def _settle(self) -> None:
        """Tell of the answer, and do what waited for it."""
        self.tell()
        self.refresh_bindings()
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            action()

    def _preview_best(self) -> None:
        """Let the source follow the best row, or show that nothing is selected where no list has one."""
        order = (self.active, self.figures, self.statements) if self.search.value.strip() else (self.active,)
        pane = next((pane for pane in order if pane.rows), None)
        if pane is None:
            self._at = None
            self.source.clear()
        elif (row := pane.selected) is not None:
            self._show(row.id, follow=False)

    # What is selected

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        self._follow(event.pane)

    def _follow(self, pane: RowList[Any]) -> None:
        """Let the others follow where the keys moved `pane`, if they have not."""
        if pane.moved and pane is self.active:
            self._preview(pane)
            self.follow_foot()

    @property
    def _selected(self) -> str | None:
        """The id of what is selected; a key that asks for it may come before the others followed the one before."""
        self._follow(self.active)
        return self._at

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        row = event.pane.selected
        if row is not None and not self.narrow_to(row):
            self._go(row.id)
            self.set_focus(self.source)

    def _preview(self, pane: RowList[Any]) -> None:
        """Let the source follow the selected row of `pane`."""
        pane.moved = False
        row = pane.selected
        if row is not None:
            self._show(row.id)

    def _show(self, id: str, *, follow: bool = True) -> None:
        """Show the place that `id` names in the source; with `follow` the other lists select what stands there."""
        if self._explorer is not None:
            from dxtui.ui.steps import rows_at  # With the model; not on the way to the first paint.

            place = self._explorer.locate(id)
            if self._at is None:
                self.call_later(self.refresh_bindings)
            self._at = id
            self.keep_soon()
            reading = self._explorer.reading(place.document.id)
            self.source.show(reading, place)
            if follow:
                for name, row in rows_at(reading, place, id).items():
                    pane = next((pane for pane in self.lists if pane.id == name), None)
                    if pane is not None and pane is not self.active:
                        pane.select(row.id)

    def _go(self, id: str, left: Step | None = None) -> None:
        """Show a place and keep the way back from it: to `left`, or to where the reader is."""
        self._trail.leave(left or self._here())
        self._left = None
        self._show(id)
        self.refresh_bindings()

    def _here(self, page: Stop | None = None) -> Step:
        """Return where the reader is, `page` being open above it."""
        reading = self.focused is self.source
        query, narrowing = (self._view.query, self._view.narrowing) if self._view is not None else ("", self.narrowing)
        group = self._view.group if self._view is not None else None
        id, source = self._selected or "", self.source
        return Step(self.active.id or "", reading, id, source.top, source.is_marked_seen, query, narrowing, group, page)

    def action_back(self) -> None:
        """Go back to where the reader was before."""
        self._return(self._trail.back(self._here()))

    def action_forward(self) -> None:
        """Go forward again."""
        self._return(self._trail.forward(self._here()))

    def _return(self, step: Step | None) -> None:
        if step is None:
            return
        pane = next((pane for pane in self.lists if pane.id == step.pane), self.active)
        self.focus_list(pane)
        if step.reading:
            self.set_focus(self.source)
        asked = self.search.value.strip(), self.narrowing, self.figures.group
        if (step.query.strip(), step.narrowing, step.group) == asked and not self._pending:
            self._stand(step, pane)
        else:
            self._waiting.append(lambda: self._stand(step, pane))
            self.search.value, self.figures.group = step.query, step.group
            self.ask(step.query, step.narrowing)

    def _stand(self, step: Step, pane: RowList[Any]) -> None:
        """Stand again where `step` was, its query being answered."""
        if step.id:
            self.figures.reveal(step.id)
            pane.select(step.id)
            self._show(step.id)
        self.source.stand(step.top, marked=step.marked)
        self.refresh_bindings()
        if step.page is not None:
            self.open_page(step.page)

    def action_step(self, by: int) -> None:
        """Go to the next or previous mark of the kind that is selected: of an entity in all documents."""
        if self._explorer is None or self._selected is None:
            return
        from dxtui.ui.steps import beside, neighbour

        entity = self.entities.selected if self.active is self.entities else None
        id = beside([mention.id for mention in entity.mentions], self._selected, by) if entity is not None else None
        if entity is None:
            reading = self._explorer.reading(self._explorer.locate(self._selected).document.id)
            id = neighbour(reading, self._selected, by)
        if id is not None:
            self._show(id)
            self.stand_at(id)

    # Copying

    def action_copy(self) -> None:
        """Copy the citation of what is selected."""
        self._when_settled(lambda: self._copy("citation"))

    def action_copy_quote(self) -> None:
        """Copy the quote alone."""
        self._when_settled(lambda: self._copy("quote"))

    def _when_settled(self, action: Callable[[], None]) -> None:
        """Do it now, or when the query that was typed has its answer."""
        if self._pending:
            self._waiting.append(action)
        else:
            action()

    def _copy(self, what: What) -> None:
        if self._quoting is None:
            return
        if self.at_group:
            self.tell_need(*(("copy", "y") if what == "citation" else ("copy_quote", "Y")))
            return
        if self._selected is None or (self.active.selected is None and self.focused is not self.source):
            self.note(say("told.uncopied"))
            return
        self._quoting.copy(self._selected, what)

    # What is told

    def tell(self) -> None:
        """Show the counts, and what a reader should know of the reading and of the query."""
        problems = self._explorer.problems if self._explorer is not None else ()
        doing = turning(self._progress, self._turned) if self._progress else ""
        self.status.show(status(self._said or doing, None if self._said else self._view, problems))
        self.show_strip()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which keys work now."""
        match action:
            case "search" | "jump":  # Priority keys, so that a burst finds the focus moved; letters of a query there.
                return self.focused is not self.search
            case "back":
                return self._trail.has_back
            case "forward":
                return self._trail.has_forward
            case "clear":
                return bool(self.search.value or self.narrowing)
            case "step":
                return self._selected is not None or self._pending
            case "copy" | "copy_quote":
                return not self.at_group or self._pending
            case "explain" | "entity" | "compare" if self.at_group:
                return False
            case "explain":
                return is_number(self._selected) or self._answer is not None
            case "entity" | "outline" | "compare":
                return self._selected is not None
            case "bars":
                return bool(self.figures.rows)
            case "who":
                return self.tasks.selected is not None and bool(self.tasks.selected.task.who)
            case "reverse":
                return self.figures.sort is not None
            case "widen":
                return bool(self.narrowing or self.figures.group) and self.focused is not self.search
            case "problems":
                return self._explorer is not None
            case _:
                return True

    def action_explain(self) -> None:
        """Say how the selected number was read, and why its sentence was found."""
        if self._quoting is not None and self._selected is not None:
            self._quoting.explain(self._selected, self._answer)

    @property
    def _answer(self) -> Answer | None:
        """The answer that the selected row is in because of its words; None without a query."""
        answer = self._view.answer if self._view is not None else None
        return answer if answer is not None and answer.matcher and is_found(self._selected) else None

    def action_problems(self) -> None:
        """List what could not be read."""
        from dxtui.ui.problems import problems_panel

        if self._explorer is not None:
            self.app.push_screen(problems_panel(self._explorer.problems))
