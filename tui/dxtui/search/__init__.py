"""Finding statements by words, and what matched in them.

    writer = TextWriter(None)                        # in memory; a folder keeps it on disk
    writer.add(key, prepare(text), document)
    writer.commit()
    searcher = Searcher(writer, texts)
    answer = searcher.answer("chuyen doi so")
    for hit in answer.hits:                          # best first
        answer.matcher.spans(text_of(hit.key))

Words typed without marks match any marks; typed with marks, marks count. The last word, while it is being typed,
matches what begins with it. A word that is not in the corpus is taken for a slip. Numbers are never matched loosely.
Short forms and what they stand for find each other. What a document says of itself (title, publisher, author, place)
counts only where no statement has all words. A year among other words is also that of a document's date.
"""

from dxtui.search.answer import Answer
from dxtui.search.filters import FIELDS, Filter, Problem
from dxtui.search.having import Having
from dxtui.search.hit import Hit
from dxtui.search.matcher import Matcher
from dxtui.search.prepared import Prepared, prepare
from dxtui.search.query import Query, parse
from dxtui.search.reader import Searcher
from dxtui.search.stating import Amount, amounts_of
from dxtui.search.textindex import BrokenIndexError
from dxtui.search.wanted import UnwantedError, while_wanted
from dxtui.search.writer import TextWriter

__all__ = [
    "FIELDS",
    "Amount",
    "Answer",
    "BrokenIndexError",
    "Filter",
    "Having",
    "Hit",
    "Matcher",
    "Prepared",
    "Problem",
    "Query",
    "Searcher",
    "TextWriter",
    "UnwantedError",
    "amounts_of",
    "parse",
    "prepare",
    "while_wanted",
]
