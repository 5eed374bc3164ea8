"""The statements of a corpus by number: their words, and where each word is."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from dxtui.model import Document, Reading
from dxtui.search.term import Term
from dxtui.search.together import together
from dxtui.search.vocabulary import Vocabulary
from dxtui.search.words import WORD, Spelling, spell

Found = dict[int, float]
"""Statements by number, with the weight of the best answer in each."""


class Store:
    """All that is known of where words are. In memory, and made anew for each corpus."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        """Take the readings whose statements are to be found; statements are numbered in their order."""
        numbers: dict[str, int] = {}
        self._postings: list[list[int]] = []
        self._readings = readings
        self.places: list[tuple[int, int]] = []
        """For each statement the place of its reading and its place in that."""
        said: list[list[int]] = []
        for document, reading in enumerate(readings):
            text = reading.document.text
            for at, statement in enumerate(reading.statements):
                here = []
                for word in WORD.findall(text[statement.start : statement.end].lower()):
                    number = numbers.get(word)
                    if number is None:
                        number = numbers[word] = len(numbers)
                        self._postings.append([])
                    here.append(number)
                for number in set(here):
                    self._postings[number].append(len(said))
                self.places.append((document, at))
                said.append(here)
        self.vocabulary = Vocabulary(numbers)
        folded = [f"{spelling.folded} " for spelling in self.vocabulary.spellings]
        self.lines = [" " + "".join([folded[number] for number in here]) for here in said]
        """The folded words of each statement, with a space before and after each."""
        self.lengths = [len(here) for here in said]
        """How many words each statement has."""
        self.average = sum(self.lengths) / len(said) if said else 0.0
        """How many words a statement has on average."""

    def text(self, number: int) -> str:
        """Return the words of a statement as its document wrote them."""
        document, at = self.places[number]
        reading = self._readings[document]
        return reading.document.text[reading.statements[at].start : reading.statements[at].end]

    def find(self, term: Term) -> Found:
        """Return the statements that answer `term`."""
        found: Found = {}
        for number, weight in sorted(self.vocabulary.answers(term), key=lambda answer: answer[1]):
            found.update(dict.fromkeys(self._postings[number], weight))
        for phrase in term.phrases:
            parts = [self.find(part) for part in phrase.words]
            stands, lines = together(phrase.words), self.lines
            for number in in_all(parts):
                if stands(lines[number]):
                    weight = phrase.weight * min(part[number] for part in parts)
                    found[number] = max(weight, found.get(number, 0.0))
        return found

    def find_by_document(self, term: Term) -> set[int]:
        """Return the statements of documents whose title, publisher, author or place answers `term`."""
        told = self._told_by(term)
        return {number for number, (document, _) in enumerate(self.places) if document in told} if told else set()

    def _told_by(self, term: Term) -> set[int]:
        told: set[int] = set()
        for spelling, documents in self._abouts.items():
            if term.grade(spelling)[0]:
                told.update(documents)
        for phrase in term.phrases:
            told.update(set.intersection(*map(self._told_by, phrase.words)))
        return told

    @cached_property
    def _abouts(self) -> dict[Spelling, set[int]]:
        """The words that documents say of themselves, with the documents."""
        abouts: dict[Spelling, set[int]] = {}
        for at, reading in enumerate(self._readings):
            for word in WORD.findall(_about(reading.document)):
                abouts.setdefault(spell(word), set()).add(at)
        return abouts


def _about(document: Document) -> str:
    return "\n".join(fact for fact in (document.title, document.publisher, document.author, document.place) if fact)


def in_all(found: Iterable[Found]) -> set[int]:
    """Return the statements that are in each of `found`; none without any."""
    ordered = sorted(found, key=len)
    numbers = set(ordered[0]) if ordered else set()
    for other in ordered[1:]:
        numbers.intersection_update(other)
    return numbers
