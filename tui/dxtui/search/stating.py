"""A query that is an amount: 12,7, 43,5%, 1,3 tỷ đồng, 62/63, 15 bộ, ngành, ba mươi phần trăm."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from dxtui.search.amounts import number, scales
from dxtui.search.filters import unit_code
from dxtui.search.term import Term
from dxtui.search.words import WORD
from dxtui.text.fold import fold


class Amount(NamedTuple):
    """An amount that is asked for."""

    value: Decimal
    """Its value, with the magnitude that was typed."""
    bare: bool
    """Whether none was typed, so that the figure may have one: 12,7 also asks for 12,7 tỷ."""
    unit: str = ""
    """Its unit or what it counts, folded; "" where none was typed."""
    of: Decimal | None = None
    """What it is out of: 63 of 62/63."""

    def values(self) -> set[Decimal]:
        """Return the values of the figures that may state it."""
        if not self.bare:
            return {self.value}
        factors = {Decimal(1), *scales().values()}
        return {self.value * one * other for one in factors for other in factors}

    def stands_in(self, surface: str) -> bool:
        """Whether one of the numbers in a figure's own words is this one.

        >>> Amount(Decimal("12.7"), bare=True).stands_in("hơn 12,70 tỷ")
        True
        """
        return any(number(word) == self.value for word in WORD.findall(surface) if word[0].isdigit())

    def is_of(self, measure: str) -> bool:
        """Whether a figure of this unit, folded, is meant."""
        return not self.unit or self.unit == _words(measure)


def amounts_of(alternatives: Iterable[Sequence[Term]]) -> tuple[Amount, ...]:
    """Return the amounts that a query asks for, one for each alternative; none where one of them is something else."""
    found = [_amount(terms) for terms in alternatives]
    amounts = tuple(one for one in found if one is not None)
    return amounts if len(amounts) == len(found) else ()


def _amount(terms: Sequence[Term]) -> Amount | None:
    first, *others = terms
    words = first.written()
    value, of = Decimal(first.value) if first.value else number(words[0].folded), None
    if value is None:
        return None
    rest = [word.folded for word in (() if first.value else words[1:])]
    if rest and f"{words[0].folded}/{rest[0]}" in first.typed:
        of = number(rest.pop(0))
    rest += [word.folded for term in others for word in term.written()]
    unit = unit_code(" ".join(rest)) if rest else ""
    if unit is None:
        return None
    return Amount(value, not first.value or all(word.numeric for word in words), _words(fold(unit)), of)


def _words(folded: str) -> str:
    return " ".join(WORD.findall(folded))
