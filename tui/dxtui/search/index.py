"""The index: the one thing that is asked."""

from collections.abc import Sequence
from functools import cached_property

from dxtui.model import Reading
from dxtui.search.answer import Answer
from dxtui.search.matcher import Matcher
from dxtui.search.query import parse
from dxtui.search.question import Question
from dxtui.search.store import Store


class Index:
    """Finds statements by their words. Made once for a corpus; it does not change."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Take the readings whose statements are searched. The work is done when the first question comes."""
        self._readings = readings

    @cached_property
    def _store(self) -> Store:
        return Store(self._readings)

    def search(self, query: str) -> Answer:
        """Return the statements that have all words of `query`, best first. Never raises, whatever the query.

        Where no statement has them all, one may have more marks than were typed; then the words that a document says of
        itself count; then one word may be a slip; at last those that have most words are taken, and the answer says
        what they lack.
        """
        pieces = parse(query)
        if not pieces:
            return Answer((), Matcher(), everything=True)
        question = Question(self._store, pieces)
        return question.answer(
            question.strict()
            or question.more_marks()
            or question.by_document()
            or question.put_right()
            or question.most()
        )
