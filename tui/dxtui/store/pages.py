"""Sequences of rows that are fetched a page at a time, so that a list does not care how long it is."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

T = TypeVar("T")

PAGE = 32
"""Rows that are fetched together: more than a screen shows of most lists."""

_KEPT = 64
"""Pages that a sequence keeps at hand."""


class Pages(Sequence[T]):
    """A sequence of known length whose items are fetched when they are looked at."""

    def __init__(self, length: int, fetch: Callable[[int, int], Sequence[T]]) -> None:
        """Take how long it is and what returns the items from one place up to another."""
        self._length = length
        self._fetch = fetch
        self._pages: OrderedDict[int, Sequence[T]] = OrderedDict()

    def __len__(self) -> int:
        """Return how many items there are."""
        return self._length

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        """Return an item, or a part that is fetched when it is looked at in turn."""
        if isinstance(at, slice):
            return Part(self, range(self._length)[at])
        place = at + self._length if at < 0 else at
        if not 0 <= place < self._length:
            raise IndexError(at)
        return self._page(place // PAGE)[place % PAGE]

    def __iter__(self) -> Iterator[T]:
        """Yield every item, a page after the other."""
        for page in range(-(-self._length // PAGE)):
            yield from self._page(page)

    def __eq__(self, other: object) -> bool:
        """Whether the items are those of another sequence."""
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(map(_same, self, other))

    __hash__ = None  # type: ignore[assignment]

    def _page(self, number: int) -> Sequence[T]:
        page = self._pages.get(number)
        if page is None:
            first = number * PAGE
            page = self._fetch(first, min(first + PAGE, self._length))
            self._pages[number] = page
            if len(self._pages) > _KEPT:
                # Another thread may have been quicker to forget the oldest.
                self._pages.pop(next(iter(list(self._pages))), None)
        return page


class Numbered(Pages[T]):
    """Rows of which the numbers are known too, so that they can be put in another order."""

    def __init__(
        self,
        length: int,
        fetch: Callable[[int, int], Sequence[T]],
        numbers: Callable[[], Sequence[int]],
        rows: Callable[[Sequence[int]], Sequence[T]],
    ) -> None:
        """Take what `Pages` takes, what returns the numbers of all rows in their order, and rows by their numbers."""
        super().__init__(length, fetch)
        self._numbers = numbers
        self._rows = rows

    @property
    def numbers(self) -> Sequence[int]:
        """The numbers of all rows, in their order."""
        return self._numbers()

    @property
    def rows(self) -> Callable[[Sequence[int]], Sequence[T]]:
        """What returns rows by their numbers."""
        return self._rows

    def ordered(self, order: Callable[[Sequence[int]], Sequence[int]]) -> Numbered[T]:
        """Return the same rows in the order that `order` puts their numbers in."""
        numbers = order(self._numbers())
        return Numbered(len(numbers), lambda start, stop: self._rows(numbers[start:stop]), lambda: numbers, self._rows)


class Part(Sequence[T]):
    """Some items of another sequence, in the order of their places."""

    def __init__(self, whole: Sequence[T], places: range) -> None:
        """Take the sequence, and the places in it."""
        self._whole = whole
        self._places = places

    def __len__(self) -> int:
        """Return how many items there are."""
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        """Return an item, or a part of this part."""
        if isinstance(at, slice):
            return Part(self._whole, self._places[at])
        return self._whole[self._places[at]]

    def __eq__(self, other: object) -> bool:
        """Whether the items are those of another sequence."""
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(map(_same, self, other))

    __hash__ = None  # type: ignore[assignment]


def _same(one: object, other: object) -> bool:
    return one == other
