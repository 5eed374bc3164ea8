"""Tables of tasks: rows whose columns tell what is to be done, who is to do it and by when."""

from typing import Final

from dxtui.extract.numbers.cells import Cell, cells_of
from dxtui.extract.tasks.assignees import Assignees
from dxtui.extract.tasks.deadlines import Deadlines
from dxtui.lexicon.aims import aim_words
from dxtui.model import Task

_GAP: Final = "   "


class Tables:
    """Reads the rows of one table after another."""

    def __init__(self, text: str, key: str, who: Assignees, when: Deadlines) -> None:
        """Take the text, the text in the one spelling, and what finds who and when."""
        self._text = text
        self._key = key
        self._who = who
        self._when = when
        self._words = aim_words()
        self._columns: dict[str, int] = {}
        self._signs = [sign for sign in ("|", "\t", _GAP) if sign in text]

    def is_row(self, start: int, end: int) -> bool:
        """Whether [start, end) is a row of a table; what is none ends the table before it."""
        for sign in self._signs:
            if self._text.find(sign, start, end) >= 0:
                return True
        if self._columns:
            self._columns = {}
        return False

    def head(self, start: int, end: int) -> None:
        """Take a row that heads columns; one without a known column (a drawn rule) changes nothing."""
        columns: dict[str, int] = {}
        for at, (first, last) in enumerate(cells_of(self._text, start, end)):
            for name, pattern in (("who", self._words.who), ("when", self._words.when), ("what", self._words.what)):
                if name not in columns and pattern.match(self._key, first, last):
                    columns[name] = at
                    break
        if columns:
            self._columns = columns

    def task(self, start: int, end: int) -> Task | None:
        """Return the task that a row tells, if its table names who is to do what, or what by when."""
        columns = self._columns
        if "what" not in columns or len(columns) == 1:
            return None
        cells = cells_of(self._text, start, end)
        if len(cells) <= max(columns.values()):
            return None
        what = cells[columns["what"]]
        who = self._named(cells[columns["who"]]) if "who" in columns else None
        deadline = self._deadline(cells[columns["when"]]) if "when" in columns else None
        if what[0] == what[1] or (who is None and deadline is None):
            return None
        words = " ".join(self._text[what[0] : what[1]].split())
        return Task(start, end, who, words, deadline, "assigned" if who is not None else "open")

    def _named(self, cell: Cell) -> str | None:
        """Return who is named in a cell, by full names or in the text's own words."""
        start, end = cell
        if not any(char.isalpha() for char in self._text[start:end]):
            return None
        who = self._who.together(start, end)
        return who.name if who is not None and who.end == end else self._who.written(start, end)

    def _deadline(self, cell: Cell) -> str | None:
        """Return the time that a cell names as the last."""
        return self._when.named(*cell, last=True)
