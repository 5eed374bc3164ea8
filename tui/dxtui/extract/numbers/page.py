"""A text as the reading of numbers looks at it: in lower case with plain spaces, forwards and backwards."""

import re
from collections import defaultdict
from itertools import pairwise
from typing import Final

from dxtui.extract.numbers.quantities import habit_of
from dxtui.lexicon.before import before_days
from dxtui.model.note import Note
from dxtui.text.spelling import is_plain, lowered, one_byte

_DAYS: Final = before_days()
_DOTTED_DAY: Final = 5
"""Code points of a day and month with a full stop between, which tells nothing of how decimals are written."""
# A line whose number stands far from its words: number and words (1, 2), or words and number (3, 4).
_RUNNING: Final = re.compile(
    r"^(?: {0,80}(\d{1,3}) {3,80}([^\W\d][^\n\d]{10,100})| {0,80}([^\W\d][^\n\d]{10,100}?) {3,80}(\d{1,3}))$", re.M
)
_SHORTEST_PAGE: Final = 300
_WIDE: Final = "   "
_PLAIN_SPACES: Final = "\n\r\f\v"
_TO_SPACES: Final = bytes.maketrans(_PLAIN_SPACES.encode(), b" " * len(_PLAIN_SPACES))
_SPACES: Final = "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"
_KNOWN_SPACES: Final = "".join(filter(is_plain, _SPACES))
"""Those that a text may have whose every code point has a byte of its own."""


def _turns(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two numbers and where they stand may be those of a page and the next, or the next on the same side."""
    return 1 <= other[0] - one[0] <= 2 and other[1] - one[1] >= _SHORTEST_PAGE


class Page:
    """Views of one text, all of its length, so that a position in one is a position in the others.

    `start` and `end` bound the statement that is being read: nothing is looked for outside it.
    """

    def __init__(self, text: str) -> None:
        """Take the text: NFC, LF."""
        low = lowered(text)
        for space in _KNOWN_SPACES if is_plain(low) else _SPACES:
            if space in low:
                low = low.replace(space, " ")
        raw, plain = one_byte(low), is_plain(low)  # of the text as it is, since others ask for it too
        for space in _PLAIN_SPACES:
            if space in low:
                low = low.replace(space, " ")
        self.text = text
        self.low = low
        """Lower case; white space is a space, but a tab stays: it parts the cells of a table."""
        self.raw = raw.translate(_TO_SPACES)
        """`low` with one byte a code point, to search in."""
        self.plain = plain
        """Whether `raw` has every code point of it: no letter or digit is one that Vietnamese does not write."""
        self.back = low[::-1]
        """`low` reversed: what stands before position i of the text is read here from `size - i` on."""
        self.size = len(text)
        self.wide = _WIDE in low
        """Whether it has gaps as wide as those between the cells of a table."""
        self.kind = ""
        """The kind of the statement that is being read."""
        self.start = 0
        self.end = self.size
        self.ordered_from = self.size
        """Past this the items of lists are orders."""
        self.plans: list[tuple[int, bool]] = []
        """Where headings stand that tell whether what is below them are orders or plans, and whether it is."""
        self.goal_years: list[tuple[int, str]] = []
        """Where headings end, each with the year by which the goals below it are due."""
        self.separated: list[tuple[int, int]] = []
        """The runs of digits with signs between, in order; the document's habit is read from them."""
        self._habit: int | None = None
        self._numbering: frozenset[int] | None = None
        self.quotations: list[int] | None = None
        """Where quotation marks stand behind the kind of thing that is called by what they hold, if anybody asked."""
        self.told: str | None = None
        """What the last figure before the statement was said of, for one that only points back to it."""
        self.parts: set[int] = set()
        """Of how many months the parts of a year are that the text has named: "9 tháng đầu năm"."""
        self.notes: list[Note] | None = None
        """Where the rules write down what they did of the number being read, if somebody asked."""

    @property
    def habit(self) -> int:
        """How the document writes its numbers: see `quantities.habit_of`."""
        if self._habit is None:
            low = self.low
            self._habit = habit_of(
                " ".join(
                    low[start:end]
                    for start, end in self.separated
                    if end - start > _DOTTED_DAY or not low.endswith(_DAYS, 0, start)
                )
            )
        return self._habit

    @property
    def numbering(self) -> frozenset[int]:
        """Where the numbers of pages start that stand in a running head or foot, which every page repeats."""
        if self._numbering is None:
            heads: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
            for found in _RUNNING.finditer(self.text):
                at = 1 if found[1] else 4
                heads[found[2] or found[3]].append((int(found[at]), found.start(at)))
            self._numbering = frozenset(
                at
                for pages in heads.values()
                if len(pages) > 1 and all(_turns(*both) for both in pairwise(pages))
                for _, at in pages
            )
        return self._numbering

    def words(self, start: int, end: int) -> str:
        """Return what the text has at [start, end), on one line with single spaces."""
        written = self.text[start:end]
        plain = written.isprintable() and "  " not in written
        return written.strip() if plain else " ".join(written.split())
