"""The currency of amounts that name none."""

from typing import Final

from dxtui.extract.numbers.draft import Draft
from dxtui.extract.numbers.page import Page
from dxtui.lexicon.prices import bare_currency, paid_for, prices, short_money, spoken_money
from dxtui.model.note import Note

_PRICES: Final = prices()
_CURRENCY: Final = bare_currency()
_SHORT_MONEY: Final = short_money()
_PAID_FOR: Final = paid_for()
_SPOKEN: Final = spoken_money()
_THOUSAND: Final = 1000


def price(page: Page, draft: Draft, floor: int, paid: bool) -> None:
    """Give a bare amount of thousands or more its currency, if it is of what has a price.

    Args:
        page: with the statement that holds the figure.
        draft: the figure, with its subject.
        floor: where what is said of it starts at the earliest.
        paid: whether the figure right before it is money.
    """
    if draft.scale < _THOUSAND:
        return
    if draft.unit is None:
        if not (
            paid
            or page.low.endswith(_SHORT_MONEY, draft.start, draft.end)
            or _SPOKEN.fullmatch(page.low, draft.start, draft.end) is not None
            or _PRICES.search((draft.subject or "").lower()) is not None
            or _PRICES.search(page.low, floor, draft.start) is not None
        ):
            return
    elif draft.family != "noun" or (
        draft.unit.split(" ", 1)[0] not in _PAID_FOR and _PRICES.match(page.low, draft.end + 1) is None
    ):
        return  # but "44.059 tỷ doanh thu thuần"
    draft.unit, draft.family = _CURRENCY, "money"
    if draft.notes is not None:
        draft.notes.append(Note("unit", _CURRENCY, draft.start, draft.end, "a bare amount of what has a price"))
