"""Several times and as many figures in turn: "các năm 2021, 2022 và 2023 lần lượt là 2,6%; 8,5%; 5,1%"."""

from collections.abc import Sequence
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.moment import Time
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.after import body_joints
from dxtui.lexicon.clauses import in_turn

_IN_TURN: Final = in_turn()
_JOINTS: Final = frozenset((",", *body_joints(), *(f", {word}" for word in body_joints())))
_FAR: Final = 80
"""Code points between the times, or between the figures, and the words that pair them."""


def turns_of(page: Page, figures: Sequence[Draft], times: Sequence[Time]) -> dict[int, Time]:
    """Return the times of the figures that are told in turn, by where each figure starts."""
    out: dict[int, Time] = {}
    for found in _IN_TURN.finditer(page.low, times[0].end, page.end):
        last = max((at for at, time in enumerate(times) if time.end <= found.start()), default=-1)
        first = last
        while first > 0 and page.low[times[first - 1].end : times[first].begin].strip() in _JOINTS:
            first -= 1
        many = last - first + 1
        behind = [figure for figure in figures if figure.start >= found.end()][:many]
        if many < 2 or len(behind) < many or found.start() - times[last].end > _FAR:
            continue
        between = any(times[last].end <= figure.start < found.start() for figure in figures)
        if (
            between
            or behind[0].start - found.end() > _FAR
            or len({figure.unit or behind[-1].unit for figure in behind}) > 1
        ):
            continue
        out.update((figure.start, time) for figure, time in zip(behind, times[first : last + 1], strict=True))
    return out
