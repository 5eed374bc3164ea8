"""Goals in a list below a heading that says so, and those that follow one another in running text."""

import re
from collections.abc import Sequence
from typing import Final

from dxtui.extract.tasks.deadlines import Deadlines
from dxtui.extract.tasks.order import Course
from dxtui.lexicon.aims import aim_words
from dxtui.lexicon.courses import course_words
from dxtui.lexicon.tasks import TaskWords
from dxtui.model import Statement, Task
from dxtui.text.openings import Opening

_SECTION: Final = Opening(re.compile(r"(?:[ivx]{1,5}|[a-dđ])(?:[.)/]|-) "))
"""The number of a section, in the one spelling: a numbered or lettered part of goals goes on with them."""
_LETTERS: Final = frozenset("abcdđ")
_MARK: Final = re.compile(r"(?:[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,3})[.)] ?")
_SIGNS: Final = "-–+•*"
_LONGEST_HEAD: Final = 120
_QUOTES: Final = '“"«'
_SHORT: Final = 60


class Aims:
    """Knows which sentences stand among goals, and by when those are to be reached."""

    def __init__(self, text: str, key: str, when: Deadlines, words: TaskWords, course: Course) -> None:
        """Take the text, the text in the one spelling, what finds deadlines, and what the sentences before said."""
        self._text = text
        self._key = key
        self._when = when
        self._words = words
        self._aims = aim_words()
        self._headings = course_words()
        self._course = course
        self._following = -1
        """Where the goal starts that was the last to follow another."""

    def is_lesson(self, statements: Sequence[Statement]) -> bool:
        """Whether the text is a school book's: a chapter with parts that are a lesson's."""
        heads = [one.start for one in statements if one.kind in ("title", "heading")]
        chapter = any(self._headings.lesson.match(self._key, start) for start in heads)
        return chapter and any(self._headings.lesson_part.match(self._key, start) for start in heads)

    def head(self, start: int, end: int, *, titled: bool = False) -> None:
        """Take a heading, or a sentence that leads in a list: goals start below it, go on by another time, or end.

        One `titled` heads a whole text, and no goals unless it has a section's number.
        """
        key, course = self._key, self._course
        section = _SECTION.match(key, start, end)
        if titled and section is None:
            return
        told = course.reports and section is None  # "Một số chỉ tiêu chủ yếu" among results
        if told and course.aim is None:
            return
        if self._aims.heads.search(key, start, end) and not self._headings.other_heads.search(key, start, end):
            course.aim = self._when.named(start, end) or course.aim or ""
        elif course.aim is not None:
            numbered = section is not None and self._text[start] not in _LETTERS
            later = self._when.named(start, end)
            if self._aims.ends.search(key, start, end):
                course.aim = None
            elif later is not None and end - start <= _SHORT:
                course.aim = later
            elif numbered:
                course.aim = None

    def heads_items(self, statements: Sequence[Statement], number: int) -> bool:
        """Whether a lettered or numbered line heads the items with a sign below it: "a) Về kinh tế" above "- …"."""
        start, end = statements[number].start, statements[number].end
        mark = _MARK.match(self._key, start, end)
        if mark is None or end - start > _LONGEST_HEAD or number + 1 == len(statements):
            return False
        return self._text[statements[number + 1].start] in _SIGNS and not any(
            char.isdecimal() for char in self._text[mark.end() : end]
        )

    def among(self, start: int, begin: int, end: int, after: int) -> bool:
        """Whether a sentence among goals is one: an item, or what follows a goal that ended at `after` on its line."""
        key = self._key
        marked = begin > start and not self._text[start].isupper()
        figured = any(char.isdecimal() for char in self._text[start:end])
        if not marked and (not figured or self._text.find("\n", after, start) >= 0):
            return False
        return self._aims.told.search(key, start, end) is None and self._words.past.match(key, begin, end) is None

    def goes_on(self, last: Task, start: int, end: int) -> bool:
        """Whether a sentence behind the goal `last` names one more of the same time: a figure to be reached."""
        key = self._key
        goal = last.state == "open" and last.who is None and last.deadline is not None
        found = (
            goal
            and (last.start == self._following or self._aims.heads.search(key, last.start, last.end) is not None)
            and self._aims.level.search(key, start, end) is not None
            and self._aims.told.search(key, start, end) is None
            and self._when.named(start, end) is None
            and self._text[start] not in _QUOTES
        )
        if found:
            self._following = start
        return found
