"""What all lists are narrowed to beside the query: a document, an entity, figures that are alike, or all of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from dxtui.model.entity import EntityType


@dataclass(frozen=True, slots=True)
class ByDocument:
    """To what stands in one document."""

    id: str
    """The document's id."""
    label: str = ""
    """What the document is called, to be told."""


@dataclass(frozen=True, slots=True)
class ByEntity:
    """To the statements that name one entity."""

    name: str
    """Its full name, just as its row has it."""
    type: EntityType
    """What kind of thing it is."""


@dataclass(frozen=True, slots=True)
class ByFigures:
    """To the figures of one unit, as far as they are of a size or speak of a time; ratios (a/b) are none of them."""

    measure: str
    """The unit, folded; "" for figures without one."""
    unit: str = ""
    """The unit as the figures have it."""
    label: str = ""
    """What they have in common, to be told."""
    low: Decimal | None = None
    """From this value, of a range its lower end; None from any."""
    high: Decimal | None = None
    """Up to this value, which is no part of it; None up to any."""
    days: tuple[str | None, str | None] | None = None
    """The first and the last day of the time they speak of, Nones for those that speak of none; None for any time."""


Part = ByDocument | ByEntity | ByFigures
"""What can narrow."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What narrows the lists, in the order in which it was chosen; at most one of each kind.

    >>> Narrowing().to(ByDocument("a")).to(ByEntity("Hà Nội", "place")).to(ByDocument("b")).by
    (ByEntity(name='Hà Nội', type='place'), ByDocument(id='b', label=''))
    """

    by: tuple[Part, ...] = ()
    """The parts; all of them must hold."""

    def __bool__(self) -> bool:
        """Whether anything narrows."""
        return bool(self.by)

    def to(self, part: Part) -> Narrowing:
        """Return this with `part` as the last, in place of one of its kind."""
        return Narrowing((*(one for one in self.by if type(one) is not type(part)), part))

    def without(self, kind: type[Part]) -> Narrowing:
        """Return this without the part of a kind."""
        return Narrowing(tuple(one for one in self.by if type(one) is not kind))

    @property
    def document(self) -> ByDocument | None:
        """The document, if one narrows."""
        return next((one for one in self.by if isinstance(one, ByDocument)), None)

    @property
    def entity(self) -> ByEntity | None:
        """The entity, if one narrows."""
        return next((one for one in self.by if isinstance(one, ByEntity)), None)

    @property
    def figures(self) -> ByFigures | None:
        """What figures have in common, if that narrows."""
        return next((one for one in self.by if isinstance(one, ByFigures)), None)


WIDE = Narrowing()
"""Nothing narrows."""
