"""The text index on disk or in memory: its fields, and how it is opened."""

from pathlib import Path

import tantivy

VERSION = "4"
"""Changes when an index made before can no longer be read."""

PAYLOAD = "payload"
"""The field of the one entry that says what the writer committed."""

_VERSION_FILE = "version"


class BrokenIndexError(Exception):
    """The text index in a folder cannot be read, or was made by another version. It is to be made anew."""


def open_index(folder: Path | None) -> tantivy.Index:
    """Open the index in `folder`, or make one where there is none; None is one in memory.

    Raises:
        BrokenIndexError: there is one that cannot be used.
    """
    builder = tantivy.SchemaBuilder()
    for name in ("folded", "spelt", "pairs", "values", "begins", "tags"):
        builder.add_text_field(name, tokenizer_name="words", index_option="basic")
    builder.add_unsigned_field("key", fast=True)
    builder.add_float_field("weight", fast=True)
    builder.add_unsigned_field("document", indexed=True)
    builder.add_text_field(PAYLOAD, stored=True, tokenizer_name="raw", index_option="basic")
    schema = builder.build()
    try:
        index = tantivy.Index(schema) if folder is None else _on_disk(schema, folder)
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("words", words)
        index.config_reader("manual")
        index.reload()
    except (OSError, ValueError) as error:
        raise BrokenIndexError(f"{folder}: {error}") from error
    return index


def _on_disk(schema: tantivy.Schema, folder: Path) -> tantivy.Index:
    folder.mkdir(parents=True, exist_ok=True)
    version = folder / _VERSION_FILE
    if tantivy.Index.exists(str(folder)):
        known = version.read_text(encoding="utf-8", errors="replace") if version.exists() else "unknown"
        if known != VERSION:
            raise BrokenIndexError(f"{folder}: made by version {known[:20]}, this is {VERSION}")
    else:
        version.write_text(VERSION, encoding="utf-8")
    return tantivy.Index(schema, path=str(folder))


def payload_of(index: tantivy.Index) -> str:
    """Return what the last commit said of itself, "" before the first."""
    searcher = index.searcher()
    found = searcher.search(tantivy.Query.term_query(index.schema, "folded", PAYLOAD_WORD), 1, count=False)
    if not found.hits:
        return ""
    return str(searcher.doc(found.hits[0][1]).get_first(PAYLOAD) or "")


PAYLOAD_WORD = "_payload"
"""The word that only the entry with the payload has; words of texts have no such sign."""
