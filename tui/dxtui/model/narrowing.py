"""What all lists are narrowed to beside the query: a document, an entity, or both."""

from __future__ import annotations

from dataclasses import dataclass

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
class Narrowing:
    """What narrows the lists, in the order in which it was chosen; at most one of each kind.

    >>> Narrowing().to(ByDocument("a")).to(ByEntity("Hà Nội", "place")).to(ByDocument("b")).by
    (ByEntity(name='Hà Nội', type='place'), ByDocument(id='b', label=''))
    """

    by: tuple[ByDocument | ByEntity, ...] = ()
    """The parts; all of them must hold."""

    def __bool__(self) -> bool:
        """Whether anything narrows."""
        return bool(self.by)

    def to(self, part: ByDocument | ByEntity) -> Narrowing:
        """Return this with `part` as the last, in place of one of its kind."""
        return Narrowing((*(one for one in self.by if type(one) is not type(part)), part))

    def without(self, kind: type[ByDocument | ByEntity]) -> Narrowing:
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


WIDE = Narrowing()
"""Nothing narrows."""
