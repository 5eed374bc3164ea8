"""What an aim starts from, which is as it is and no aim: "nâng tỷ lệ từ 68% lên 75% vào năm 2025"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.goals import starts_from, turns_into
from dxtui.model.note import Note

_FROM: Final = starts_from()
_TO: Final = turns_into()


def keep_origins(page: Page, figures: Sequence[Draft]) -> None:
    """Make levels of the targets that others start from; the time of the aim is not theirs."""
    for first, second in pairwise(figures):
        if first.role != "target" or second.role != "target" or not page.low.endswith(_FROM, page.start, first.before):
            continue
        turned = _TO.fullmatch(page.low, first.after, second.start)
        if turned is None:
            continue
        first.role = "level"
        if turned[1] is None:
            first.period = None
        if first.notes is not None:
            first.notes.append(Note("role", "level", first.after, second.start, "what an aim starts from"))
