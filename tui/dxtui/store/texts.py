"""The texts of a record, unpacked a block at a time when they are looked at, and a few kept at hand."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from dxtui.store.pack import BLOCK, BLOCKS, DamagedTextError, unpack_text

_BLOCKS_KEPT = 4_000_000
"""Code points of the blocks that are kept at hand; two bytes each in most texts."""

_TEXTS_KEPT = 4_000_000
"""Code points of the whole texts of more than one block that are kept at hand; the last one is, however long."""

Key = TypeVar("Key", bound=Hashable)


class Kept(OrderedDict[Key, str]):
    """The texts that were looked at last, up to a number of code points; the last one always."""

    def __init__(self, most: int) -> None:
        """Keep at most `most` code points."""
        super().__init__()
        self._most = most
        self._size = 0

    def put(self, key: Key, text: str) -> str:
        """Keep `text`, and forget what was not looked at for longest."""
        self[key] = text
        self._size += len(text)
        while self._size > self._most and len(self) > 1:
            _, old = self.popitem(last=False)
            self._size -= len(old)
        return text


class Texts:
    """The texts by the numbers of their documents."""

    def __init__(
        self,
        fetch: Callable[[int, int], list[bytes]],
        fetch_some: Callable[[list[int]], list[tuple[int, bytes]]],
        mend: Callable[[int], str],
    ) -> None:
        """Take what returns the packed blocks with numbers from the first up to the second, and what those listed.

        `mend` returns the whole text of a document of which a block is damaged or gone.
        """
        self._fetch = fetch
        self._fetch_some = fetch_some
        self._mend = mend
        self._mended: dict[int, str] = {}
        self._blocks: Kept[int] = Kept(_BLOCKS_KEPT)
        self._wholes: Kept[int] = Kept(_TEXTS_KEPT)

    def whole(self, document: int, length: int) -> str:
        """Return the text of a document that is `length` code points long."""
        if length <= BLOCK:
            return self._block(document * BLOCKS) if length else ""
        text = self._wholes.get(document)
        if text is None:
            first, count = document * BLOCKS, -(-length // BLOCK)
            blocks: list[bytes | None] = [*self._fetch(first, first + count)]
            if len(blocks) < count:
                blocks = [None]
            return self._wholes.put(document, self._joined(document, blocks))
        return text

    def _joined(self, document: int, blocks: Sequence[bytes | None]) -> str:
        """Return the whole text that these blocks make."""
        try:
            return "".join(map(_unpacked, blocks))
        except DamagedTextError:
            return self._whole_mended(document)

    def _whole_mended(self, document: int) -> str:
        text = self._mended.get(document)
        if text is None:
            text = self._mended[document] = self._mend(document)
        return text

    def slice(self, document: int, start: int, end: int) -> str:
        """Return a span of a document's text; `start` and `end` lie in it."""
        text = self._wholes.get(document)
        if text is not None:
            return text[start:end]
        if start >= end:
            return ""
        first, last = start // BLOCK, (end - 1) // BLOCK
        base = document * BLOCKS
        blocks = [self._block(base + at) for at in range(first, last + 1)]
        return "".join(blocks)[start - first * BLOCK : end - first * BLOCK]

    def bring(self, places: Iterable[tuple[int, int]]) -> None:
        """Bring the blocks of these places (document, code point) to hand, all at once."""
        wanted = {document * BLOCKS + start // BLOCK for document, start in places if document not in self._wholes}
        missing = [number for number in wanted if number not in self._blocks]
        if len(missing) > 1:
            for number, block in self._fetch_some(missing):
                self._blocks.put(number, self._unpacked(number, block))

    def _block(self, number: int) -> str:
        text = self._blocks.get(number)
        if text is None:
            blocks = self._fetch(number, number + 1)
            return self._blocks.put(number, self._unpacked(number, blocks[0] if blocks else None))
        return text

    def _unpacked(self, number: int, block: bytes | None) -> str:
        try:
            return _unpacked(block)
        except DamagedTextError:
            document, at = divmod(number, BLOCKS)
            return self._whole_mended(document)[at * BLOCK : (at + 1) * BLOCK]


def _unpacked(block: bytes | None) -> str:
    if block is None:
        raise DamagedTextError("a block is gone")
    return unpack_text(block)
