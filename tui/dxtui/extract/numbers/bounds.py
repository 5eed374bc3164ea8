"""The bound that stands behind a figure: "95% trở lên"."""

from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.qualifiers import behind, far_behind, first_behind, last_of_far
from dxtui.model.note import Note

_BEHIND: Final = behind()
_FROM: Final = far_behind()[0]
_FAR_BEHIND: Final = far_behind()[1]
_FROM_LAST: Final = last_of_far()
_BEHIND_FIRST: Final = frozenset(first_behind())
_BOUNDS: Final = ("at_least", "at_most")


def bounded_behind(page: Page, draft: Draft) -> None:
    """Read the bound behind the figure or its unit: "95% trở lên"."""
    low, at = page.low, draft.after
    while True:
        first = low[at : at + 1]
        if first == " ":
            first = low[at + 1 : at + 2]
        found = _BEHIND.pattern.match(low, at, page.end) if first in _BEHIND_FIRST else None
        if found is not None:
            draft.qualifier = _BEHIND.of(found)
            draft.threshold = draft.qualifier in _BOUNDS
            draft.after = found.end()
            if page.notes is not None:
                note = Note("qualifier", draft.qualifier, found.start(1), found.end(1), "the words behind it")
                page.notes.append(note)
            return
        if at == draft.end:
            break
        at = draft.end
    if low[draft.start - 2 : draft.start - 1] not in _FROM_LAST or (
        _FROM.match(page.back, page.size - draft.start, page.size - page.start) is None
    ):
        return
    far = _FAR_BEHIND.match(low, draft.end, page.end)
    if far is not None:
        draft.qualifier = "at_least" if far["at_least"] else "at_most"
        if page.notes is not None:
            start, end = far.span(draft.qualifier)
            page.notes.append(Note("qualifier", draft.qualifier, start, end, "the words behind it"))
