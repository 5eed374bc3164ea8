"""Finding statements by words, and what matched in them.

    index = Index(readings)
    answer = index.search("chuyen doi so")
    for hit in answer.hits:                      # best first
        reading = readings[hit.reading]
        statement = reading.statements[hit.statement]
        answer.matcher.spans(reading.document.text[statement.start : statement.end])

Words typed without marks match any marks; typed with marks, marks count. The last word, while it is being typed,
matches what begins with it. A word that is not in the corpus is taken for a slip. Numbers are never matched loosely.
Short forms and what they stand for find each other. What a document says of itself (title, publisher, author, place)
counts only where no statement has all words.
"""

from dxtui.search.answer import Answer, Hit
from dxtui.search.index import Index
from dxtui.search.matcher import Matcher

__all__ = ["Answer", "Hit", "Index", "Matcher"]
