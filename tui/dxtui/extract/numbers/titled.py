"""Numbers inside what something is called: a power line with its voltage, a campaign between quotation marks."""

from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.extract.numbers.references import LAST_WORD
from dxtui.lexicon.before import called, in_one, mottos, versions, voltages
from dxtui.text.openings import Opening
from dxtui.text.places import first_from
from dxtui.text.spelling import is_foreign

_LINES: Final = voltages()[0]
_UNITS: Final = voltages()[1]
_CALLED: Final = called()
_CALLED_LASTS: Final = frozenset(word[-2:-1] for word in _CALLED)
"""The last letters of the kinds, each of which has a space behind it."""
_IN_ONE: Final = Opening(in_one())
_MOTTOS: Final = mottos()
_VERSIONS: Final = versions()
_QUOTES: Final = {"“": "”", '"': '"', "«": "»"}
_LONGEST: Final = 220
"""Code points of what stands between quotation marks and is a name."""
_SHORTEST: Final = 20
"""Code points behind the number of a motto up to its closing mark, whatever kind of thing it is: "diện “3 không”"."""
_FEW: Final = 20
"""A motto has fewer points than these."""


def is_titled(page: Page, draft: Draft) -> bool:
    """Return whether a figure only belongs to a name."""
    return _is_voltage(page, draft) or _is_quoted(page, draft) or _is_motto(page, draft) or _names(page, draft)


def of_one(page: Page, start: int, end: int) -> Draft | None:
    """Return the name of a thing that is made of several, the number of which stands at [start, end): "5 trong 1"."""
    rest = _IN_ONE.match(page.low, end, page.end)
    return Draft(start, rest.end(), "name") if rest is not None else None


def is_version(page: Page, start: int) -> bool:
    """Return whether digits with two points between, at `start`, tell a version: "PyTorch 2.3.1", "bản 1.29.4"."""
    found = LAST_WORD.match(page.back, page.size - start, page.size - page.start)
    if found is None:
        return False
    word = page.text[page.size - found.end(1) : page.size - found.start(1)]
    return word.lower() in _VERSIONS or (word[0].isupper() and is_foreign(word))


def _is_voltage(page: Page, draft: Draft) -> bool:
    """Whether a voltage stands between a line and where it runs: "đường dây 500 kV Lào Cai - Vĩnh Yên"."""
    if draft.unit not in _UNITS or draft.of is not None or draft.qualifier != "exact":
        return False
    return page.low.endswith(_LINES, page.start, draft.start) and page.text[draft.after + 1 : draft.after + 2].isupper()


def _names(page: Page, draft: Draft) -> bool:
    """Whether a kind with a capital within its sentence is called by what it counts: "của Đề án 1 triệu héc-ta"."""
    if draft.family not in ("noun", "measure") or draft.qualifier != "exact" or draft.of is not None:
        return False
    last = page.low[draft.start - 2 : draft.start - 1]
    if last not in _CALLED_LASTS or not page.low.endswith(_CALLED, page.start, draft.start):
        return False
    kind = next(word for word in _CALLED if page.low.endswith(word, page.start, draft.start))
    first = draft.start - len(kind)
    return first > page.start + 1 and page.text[first].isupper() and page.text[first - 2].isalpha()


def _is_motto(page: Page, draft: Draft) -> bool:
    """Whether a motto has a number that counts no noun: "phương châm 4 tại chỗ", "tàu cá “3 không”"."""
    if draft.of is not None or draft.to is not None or (draft.unit is not None and not draft.guessed):
        return False
    low, end = page.low, draft.end
    if not (low[draft.start].isdecimal() and low[end : end + 1] == " " and low[end + 1 : end + 2].isalpha()):
        return False
    if draft.scale != 1 or draft.value >= _FEW:
        return False
    closing = _QUOTES.get(low[draft.start - 1])
    if closing is not None:
        stop = low.find(closing, end, min(end + _SHORTEST, page.end))
        return stop > 0 and low[end:stop].replace(" ", "").isalpha()
    return low.endswith(_MOTTOS, page.start, draft.start)


def _quotations(low: str) -> list[int]:
    """Return where quotation marks stand right behind the kind of thing that is called by what they hold, in order."""
    out: list[int] = []
    for sign in _QUOTES:
        at = low.find(sign)
        while at >= 0:
            if low.endswith(_CALLED, 0, at):
                out.append(at)
            at = low.find(sign, at + 1)
    out.sort()
    return out


def _is_quoted(page: Page, draft: Draft) -> bool:
    """Whether quotation marks behind the kind of thing that it is hold a figure: "phong trào “45 ngày đêm số hóa”"."""
    floor = max(page.start, draft.start - _LONGEST)
    if page.quotations is None:
        page.quotations = _quotations(page.low)
    last = first_from(page.quotations, draft.start) - 1
    if last < 0 or page.quotations[last] <= floor:
        return False
    for sign, closing in _QUOTES.items():
        opened = page.low.rfind(sign, floor, draft.start)
        if opened > floor and page.low.endswith(_CALLED, page.start, opened):
            return (
                page.low.find(closing, opened + 1, draft.start) < 0
                and page.low.find(closing, draft.end, opened + _LONGEST) >= 0
            )
    return False
