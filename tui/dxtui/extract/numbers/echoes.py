"""What a figure takes over from the one before it: the sign of its row, the role of a change."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.before import joins
from dxtui.lexicon.qualifiers import averages, compared_again, compares, equals, gapped, regarded, regarded_again, worth
from dxtui.model.note import Note

_JOINS: Final = joins()
_COMPARES: Final = compares()
# Between the changes of several that each have their own in brackets: "tăng ở Hà Nam (5%), Nam Định (7%)".
_NEXT_NAME: Final = re.compile(r"\)(?:,| [^\W\d]++) (?:[^\W\d]++ ){1,5}\(")
_AGAIN: Final = compared_again()
_REGARDED: Final = regarded()
_REGARDS: Final = regarded_again()
_EQUALS: Final = equals()
_GAPPED: Final = gapped()
_WORTH: Final = worth()
_ON_AVERAGE: Final = frozenset(f", {word}" for word in averages())
"""Between a change and how much of it came each year: "tăng 36%, bình quân 7,2%/năm"."""


def goes_on_row(page: Page, draft: Draft, previous: Draft | None) -> bool:
    """Whether the figure stands right behind one whose percent sign heads the row of both: "Nợ xấu % 1,4 1,9"."""
    return (
        previous is not None
        and previous.kind == "figure"
        and previous.unit == "%"
        and page.low[previous.end - 1] not in "%c"
        and page.low[previous.after : draft.before].isspace()
    )


def take_role(page: Page, draft: Draft, previous: Draft) -> bool:
    """Take the role of the change right before it: "tăng lần lượt 4% và 10,3%", "tăng 110 vụ (40,7%)".

    So does what says the same otherwise: "giảm 97 vụ (tương ứng 19,1%)".
    """
    if previous.role != "change" or draft.before < previous.after:
        return False
    if previous.family == draft.family:
        shared = _JOINS.fullmatch(page.low, previous.after, draft.before) is not None
        if not shared and page.low[draft.before - 1 : draft.before] == "(":
            shared = _NEXT_NAME.fullmatch(page.low, previous.after, draft.before) is not None
        elif not shared and draft.unit == "%" and _COMPARES.match(page.low, draft.end, page.end) is not None:
            shared = _AGAIN.fullmatch(page.low, previous.after, draft.before) is not None
        if not shared and draft.unit == "%":
            shared = _REGARDS.fullmatch(page.low, previous.after, draft.before) is not None and (
                _REGARDED.match(page.low, draft.after, page.end) is not None
            )
        if not shared and draft.unit == "%" and draft.per is not None:
            shared = page.low[previous.after : draft.start] in _ON_AVERAGE
        if not shared and previous.unit == draft.unit == "%":
            shared = _GAPPED.fullmatch(page.low, previous.after, draft.before) is not None
        if not shared and draft.family == "duration":
            shared = page.low[previous.after : draft.before] == " "  # "rút ngắn 1 giờ 10 phút"
    elif _EQUALS.fullmatch(page.low, previous.after, draft.before) is not None:
        shared = True
    else:
        gap = page.low[previous.after : draft.before]
        signed = page.low[draft.start] in "+-−–" and page.low[draft.after : draft.after + 1] == ")"  # "1,6% (-673 ha)"
        closed = draft.unit == "%" and page.low[draft.end : draft.end + 1] == ")"
        shared = (gap.strip() == "(" and (signed or closed)) or (
            draft.unit == "%" and draft.counted is None and _WORTH.fullmatch(gap) is not None
        )
    if shared:
        draft.role, draft.direction = previous.role, previous.direction
        if page.notes is not None:
            page.notes.append(
                Note("role", f"change {draft.direction}", previous.start, draft.start, "as the one before")
            )
    return shared


def compared_twice(page: Page, figures: Sequence[Draft]) -> bool:
    """Read what is compared a second time, where a date stands between: "tăng 9% so với tháng 4 và 12% so với cùng kỳ".

    Return whether there is any.
    """
    found = False
    for change, level in pairwise(figures):
        if change.role != "change" or level.role != "level" or level.unit != "%" or change.unit != "%":
            continue
        if _COMPARES.match(page.low, level.end, page.end) is None or level.before < level.start:
            continue
        if _AGAIN.fullmatch(page.low, change.after, level.before) is not None:
            level.role, level.direction = "change", change.direction
            found = True
            if level.notes is not None:
                value = f"change {level.direction}"
                level.notes.append(Note("role", value, change.start, level.start, "as the one before"))
    return found
