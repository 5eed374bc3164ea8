"""Writing the text index."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path

import tantivy

from dxtui.search.prepared import APART, Prepared
from dxtui.search.textindex import PAYLOAD, PAYLOAD_WORD, BrokenIndexError, open_index, payload_of
from dxtui.search.weight import LENGTH_BITS, LONGEST, weight

_LEAST_MEMORY = 15_000_000


class TextWriter:
    """Takes statements into a text index. There is one writer of a folder at a time; readers see whole commits only."""

    def __init__(self, folder: Path | None, threads: int = 1, memory: int = 100_000_000) -> None:
        """Open the index in `folder` for writing, or make one; None is one in memory.

        `threads` of tantivy share `memory` bytes for what is not written yet.

        Raises:
            BrokenIndexError: there is an index that cannot be used, or another writer has it open.
        """
        self.index = open_index(folder)
        try:
            self._writer = self.index.writer(max(memory, threads * _LEAST_MEMORY), threads)
        except ValueError as error:
            raise BrokenIndexError(f"{folder}: {error}") from error
        if folder is not None:
            # What a writer that was killed left half done would be in the way of the same step taken again.
            with _writing():
                self._writer.garbage_collect_files()

    @property
    def payload(self) -> str:
        """What the last commit said of itself, "" before the first."""
        return payload_of(self.index)

    def add(self, key: int, prepared: Prepared, document: int, tie: int = 0, tags: Sequence[str] = ()) -> None:
        """Take in statements under `key` (below 2**55) and those after it, as parts of the document `document`.

        Later hits name the keys. `tie` decides among statements that answer as well, whenever they were added. `tags`
        are what else is known of each, with spaces between, for `Having`.
        """
        entry_of, add = tantivy.Document, self._writer.add_document
        *columns, lengths = prepared
        texts = [column.split(APART) for column in columns]
        rows = zip(*texts, lengths, tags or repeat("", len(lengths)), strict=True)
        for at, (folded, spelt, pairs, values, begins, length, tagged) in enumerate(rows, key):
            entry = entry_of()
            entry.add_text("folded", folded)
            entry.add_text("spelt", spelt)
            entry.add_text("pairs", pairs)
            if values:
                entry.add_text("values", values)
            entry.add_text("begins", begins)
            if tagged:
                entry.add_text("tags", tagged)
            counted = min(length, LONGEST)
            entry.add_unsigned("key", at << LENGTH_BITS | counted)
            entry.add_float("weight", weight(counted, tie))
            entry.add_unsigned("document", document)
            try:
                add(entry)
            except ValueError as wrong:
                raise OSError(str(wrong)) from wrong

    def delete_document(self, document: int) -> None:
        """Drop the statements of `document` that were added before."""
        with _writing():
            self._writer.delete_documents_by_query(tantivy.Query.term_query(self.index.schema, "document", document))

    def clear(self) -> None:
        """Drop everything; readers see it until the next commit."""
        with _writing():
            self._writer.rollback()  # What is not committed yet would not be dropped.
            self._writer.delete_all_documents()

    def commit(self, payload: str = "") -> None:
        """Make what was added and dropped durable and visible at once, together with `payload`.

        Raises:
            OSError: the disk is full or gone; the last commit stays as it was.
        """
        entry = tantivy.Document()
        entry.add_text("folded", PAYLOAD_WORD)
        entry.add_text(PAYLOAD, payload)
        with _writing():
            self._writer.delete_documents_by_term("folded", PAYLOAD_WORD)
            self._writer.add_document(entry)
            self._writer.commit()
            self.index.reload()

    def close(self) -> None:
        """Wait for what is still being put in order, and let the folder go. Nothing can be added after."""
        with _writing():
            self._writer.wait_merging_threads()
            self.index.reload()


@contextmanager
def _writing() -> Iterator[None]:
    """Raise as what it is what tantivy says of the disk, which it tells as a wrong value."""
    try:
        yield
    except ValueError as wrong:
        raise OSError(str(wrong)) from wrong
