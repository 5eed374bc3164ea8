"""The pane of figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType

from dxtui.model.grouping import GROUPINGS, Grouping
from dxtui.model.sorting import FIGURE_SORTS, Sort
from dxtui.ui.bindings import bound
from dxtui.ui.columns import Column
from dxtui.ui.rowlist import Cell, Marking, RowList, Sought
from dxtui.ui.words import grouped, say

if TYPE_CHECKING:
    from dxtui.model.number import Figure
    from dxtui.model.rows import FigureRow
    from dxtui.store.grouping import Group
    from dxtui.ui.folded import Folded

_COUNT = 6
"""Cells of how many figures a group has, so that the names of groups stand below each other."""


_BAR = 16
"""Cells of the longest bar."""


_ROOMY = 80
"""Cells of a list from which bars are drawn in it."""


class Figures(RowList["FigureRow | Group"]):
    """The figures: the amount in the document's words, what is measured, its role, the period and the document.

    Where they are grouped, a row names each group, and its figures are below it while it is open.
    """

    noun: ClassVar[str] = "figures"
    headed: ClassVar[bool] = True
    columns: ClassVar[tuple[Column, ...]] = (
        Column("figure", least=13, most=20, rank=0, spills=True),
        Column("what is measured", least=33, most=400, rank=1, takes_rest=True, short="measured"),
        Column("role", least=0, most=8, rank=4, whole=True),
        Column("period", least=7, most=21, rank=2, whole=True),
        Column("document", least=2, most=22, rank=3, short="#", ordinal=True),
        Column("", least=8, most=_BAR, rank=5, whole=True),
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        bound("s", "screen.sort", "figures.sort"),
        bound("v", "screen.group", "figures.group"),
        bound("S", "screen.reverse", "figures.reverse", show=False),
        bound("left", "fold", "figures.fold", show=False),
        bound("right", "unfold", "figures.unfold", show=False),
        bound("V", "fold_all", "figures.fold_all", show=False),
    ]

    sort: Sort | None = None
    """What the figures are sorted by; None for the order that they have by themselves."""
    group: Grouping | None = None
    """What they are grouped by; None where they are not."""
    ends: Mapping[str, tuple[Decimal, Decimal]] = {}
    """For each unit the least and the greatest value, where figures of one unit stand together: each has a bar then."""

    def __init__(self, number: int) -> None:
        """Make an empty list that the key `number` leads to."""
        self._folded: Folded | None = None
        self._open: dict[tuple[Grouping, str | None], bool] = {}
        self._all_open: bool | None = None
        super().__init__(number)

    @property
    def arrow(self) -> tuple[int, str]:
        """The column that they are sorted by, with an arrow for the way; (-1, "") where by none."""
        return (FIGURE_SORTS.index(self.sort.by), "↓" if self.sort.backward else "↑") if self.sort else (-1, "")

    def sort_next(self) -> None:
        """Sort by the next column that is seen; after the last by none."""
        later = range(self.arrow[0] + 1, len(FIGURE_SORTS))
        at = next((at for at in later if self.sizes[at]), None)
        self.sort = Sort(FIGURE_SORTS[at]) if at is not None else None

    def reverse(self) -> None:
        """Sort the other way round."""
        self.sort = self.sort and replace(self.sort, backward=not self.sort.backward)

    def sort_by(self, column: int) -> None:
        """Sort by this column; where they are already, the other way round, then by none."""
        if column >= len(FIGURE_SORTS):
            return  # The bars are of the values.
        if self.arrow[0] != column:
            self.sort = Sort(FIGURE_SORTS[column])
        elif self.sort is not None and not self.sort.backward:
            self.reverse()
        else:
            self.sort = None

    def sizes_in(self, width: int) -> list[int]:
        """Return the width of each column in cells; bars have one where there is room to spare."""
        self._wanted[-1] = _BAR if self.ends and width >= _ROOMY else 0
        return super().sizes_in(width)

    # Groups

    @property
    def next_group(self) -> Grouping | None:
        """What comes after that by which they are grouped; after the last nothing."""
        ways = (None, *GROUPINGS)
        return ways[(ways.index(self.group) + 1) % len(ways)]

    @property
    def title(self) -> str:
        """What the list is called, with what groups it."""
        if self.group is None:
            return super().title
        return say("grouped.title", title=super().title, by=say(f"grouped.{self.group}"))

    @property
    def amount(self) -> int:
        """How many figures there are; of those in several groups each once."""
        return len(self._folded.grouped) if self._folded is not None else len(self.rows)

    def show(
        self, rows: Sequence[Any], matcher: Marking, *, keep: str | None = None, chosen: Sought | None = None
    ) -> None:
        """Show figures, or the groups of figures in groups."""
        from dxtui.store.grouping import Grouped  # Not on the way to the first paint.
        from dxtui.ui.folded import Folded

        self._folded = Folded(rows, self._is_open) if isinstance(rows, Grouped) else None
        self._sizes = (-1, [])
        super().show(rows if self._folded is None else self._folded, matcher, keep=keep, chosen=chosen)

    @property
    def numbers(self) -> tuple[Sequence[int], str]:
        """The numbers of the figures, and what they are of: of the group where its name is selected, with that name."""
        from dxtui.store.grouping import Group
        from dxtui.store.pages import Numbered

        if self._folded is None:
            return (self.rows.numbers if isinstance(self.rows, Numbered) else ()), ""
        row = self.selected
        if not isinstance(row, Group):
            return self._folded.grouped.numbers, ""
        return row.own, "" if row.by == "unit" else self._called(row)

    def _is_open(self, group: Group) -> bool:
        """Say whether a group is open: as the reader wants it, or else where all of them have room."""
        wanted = self._open.get((group.by, group.key), self._all_open)
        if wanted is None:
            return len(group.numbers) < self.scrollable_content_region.height // 2
        return wanted

    def _find(self, id: str) -> int | None:
        return super()._find(id) if self._folded is None else self._folded.find(id, self.cursor)

    def reveal(self, id: str) -> bool:
        """Select the figure with this id and open its group; whether there is one."""
        folded = self._folded
        at = folded.find(id, self.cursor) if folded is not None else None
        if folded is not None and at is not None and (group := folded.group_at(at)) not in folded.opened:
            self._turn(group, wanted=True)
        return self.select(id)

    def to_best(self) -> None:
        """Select the first figure, which in an answer is the best; the group that it is in is opened."""
        if self._folded is None:
            self.action_edge(0)
        else:
            at = self._folded.grouped.first
            self._turn(at, wanted=True)
            self._select_at(self._folded.start(at) + 1)

    @property
    def at_group(self) -> bool:
        """Whether the selected row names a group."""
        return (
            self._folded is not None
            and self.cursor < len(self.rows)
            and self.heading(self.rows[self.cursor]) is not None
        )

    def _turn(self, at: int, *, wanted: bool) -> None:
        """Open or close a group, and select the row that names it."""
        if self._folded is not None:
            group = self._folded.groups[at]
            self._open[group.by, group.key] = wanted
            self._refold(at)

    def _refold(self, group: int) -> None:
        """Lay the rows again, with the one that names `group` selected."""
        from dxtui.ui.folded import Folded

        if self._folded is not None:
            self._folded = Folded(self._folded.grouped, self._is_open)
            self.lay(self._folded, self._folded.start(group))
            self.tell_moved()

    def action_fold(self) -> None:
        """Close the group that the selected row names or belongs to."""
        if self._folded is not None and self.rows:
            self._turn(self._folded.group_at(self.cursor), wanted=False)

    def action_unfold(self) -> None:
        """Open the group that the selected row names."""
        folded = self._folded
        if folded is not None and self.rows and (at := folded.group_at(self.cursor)) not in folded.opened:
            self._turn(at, wanted=True)

    def action_fold_all(self) -> None:
        """Open all groups; where they are, close them."""
        folded = self._folded
        if folded is not None and self.rows:
            here = folded.group_at(self.cursor)
            self._all_open = len(folded.opened) < len(folded.groups)
            self._open.clear()
            self._refold(here)

    def action_choose(self) -> None:
        """Open or close the group that the selected row names; of a figure go to where it stands."""
        if self._folded is not None and self.at_group:
            at = self._folded.group_at(self.cursor)
            self._turn(at, wanted=at not in self._folded.opened)
        else:
            super().action_choose()

    def does(self, binding: str) -> str:
        """Return what a key does: to a group it opens or closes it."""
        if binding != "list.choose" or self._folded is None or not self.at_group:
            return binding
        return "figures.fold" if self._folded.group_at(self.cursor) in self._folded.opened else "figures.unfold"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which keys work now."""
        return self._folded is not None if action in ("fold", "unfold", "fold_all") else True

    # Rows

    def heading(self, row: FigureRow | Group) -> Cell | None:
        """Return what names a group: how many figures it has, and what they have in common."""
        from dxtui.store.grouping import Group

        if not isinstance(row, Group):
            return None
        folded = self._folded
        mark = "▾" if folded is not None and row.at in folded.opened else "▸"
        return Cell(f"{mark} {grouped(row.count):>{_COUNT}}  {self._called(row)}", "strong")

    def is_button(self, row: FigureRow | Group, x: int) -> bool:
        """Return whether that is the sign that tells whether a group is open."""
        return 0 <= x <= 1 and self.heading(row) is not None

    def _called(self, group: Group) -> str:
        from dxtui.wording import unit_name

        if group.key is None:
            return say(f"grouped.{group.by}_none")
        match group.by:
            case "unit":
                return unit_name(group.label)
            case "document":
                return f"{self.ordinals.get(group.key, '')} {group.label}"
            case _:
                return group.label

    def cells(self, row: FigureRow | Group) -> Sequence[Cell]:
        """Return the fields of a figure."""
        from dxtui.model.rows import FigureRow  # Its tables are not on the way to the first paint.
        from dxtui.wording import worded

        if not isinstance(row, FigureRow):
            return [Cell("") for _ in self.columns]
        figure = row.number.figure
        assert figure is not None  # A figure's row is made of a number that has one.
        document = row.place.document
        ordinal = str(self.ordinals.get(document.id, ""))
        words = worded(row)
        return (
            Cell(words.amount, "strong"),
            Cell(words.measured),
            Cell(say(f"roles.{words.role}") if words.role else "", "muted", matched=False),
            Cell(figure.period or "", "muted", matched=False, short=_brief(figure.period or "")),
            Cell(f"{ordinal} {document.label}", "muted", matched=False, short=ordinal),
            Cell(self._bar(figure), "figure", matched=False),
        )

    def _bar(self, figure: Figure) -> str:
        """Return the bar of a figure among those of its unit; nothing where they do not stand together."""
        from dxtui.text.fold import fold
        from dxtui.ui.bar import Scale

        ends = self.ends.get(fold(figure.unit) if figure.unit else "") if self.ends else None
        if ends is None or figure.of is not None or not self.sizes[-1]:
            return ""
        low, high = sorted((figure.value, figure.value if figure.to is None else figure.to))
        return Scale(min(ends[0], Decimal(0)), max(ends[1], Decimal(0))).bar(low, high, self.sizes[-1])


def _brief(period: str) -> str:
    """Return the month of a day, the years of a span.

    >>> _brief("2023-12-21"), _brief("2021-07/2023-06"), _brief("2021-01-01/2021-06-30"), _brief("1999/2004")
    ('2023-12', '2021–23', '2021', '1999/2004')
    """
    first, _, last = period.partition("/")
    if not last:
        return period[:7]
    if first[:4] == last[:4]:
        return first[:4]
    return f"{first[:4]}–{last[2:4]}" if first[:2] == last[:2] else f"{first[:4]}/{last[:4]}"
