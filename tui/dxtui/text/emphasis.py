"""A text without the marks by which Markdown sets words bold or slanted, and the way back to where they stood."""

import re
from bisect import bisect_left, bisect_right

# A mark opens right before what it marks and closes right behind it, in one paragraph: not "2*3*4", "(*)", "a_b_c".
_SIGNS = "*_"
_MARKED = tuple(
    re.compile(
        rf"(?<![^\W_])(?<!\{sign})(\{sign}{{1,3}})(?![\s\{sign})\].,;:])"
        rf"(?:[^\{sign}\n]|\n(?!\s*\n)){{1,600}}?"
        rf"(?<![\s(\[])\1(?!\{sign})(?![^\W_])"
    )
    for sign in _SIGNS
)
_STRUCK = re.compile(r"~~(?=\S)|(?<=\S)~~")
# A line's end inside a cell of a table, which Markdown takes from HTML: read as a space.
_BREAK = re.compile(r"<(br ?/?>)")
_ESCAPE = re.compile(r"\\(?=[.\-*_#()\[\]+!|])")


class Emphasis:
    """The marks of emphasis of one text, its HTML breaks, and its backslashes before signs; `text` is without them."""

    def __init__(self, text: str) -> None:
        """Take the text as its author wrote it."""
        marks = [found.span() for found in _ESCAPE.finditer(text)] if "\\" in text else []
        for sign, pattern in zip(_SIGNS, _MARKED, strict=True):
            if sign in text:
                for found in pattern.finditer(text):
                    marks += [found.span(1), (found.end() - len(found[1]), found.end())]
        if "~~" in text:
            marks += [found.span() for found in _STRUCK.finditer(text)]
        if "<br" in text:
            marks += [found.span(1) for found in _BREAK.finditer(text)]
            text = _BREAK.sub(r" \1", text)
        marks.sort()
        self._ends: list[int] = []
        self._places: list[int] = []
        self._gone: list[int] = [0]
        kept: list[str] = []
        done = gone = 0
        for start, end in marks:
            if start < done:
                continue
            kept.append(text[done:start])
            self._places.append(start - gone)
            gone += end - start
            self._ends.append(end)
            self._gone.append(gone)
            done = end
        kept.append(text[done:])
        self.text = "".join(kept)
        self.marked = bool(marks)
        """Whether there are any."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where [start, end) of `text` stands as written, without marks around it."""
        return start + self._gone[bisect_right(self._places, start)], end + self._gone[bisect_left(self._places, end)]

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """Return where [start, end) of `text` stands as written, with the marks around it."""
        return start + self._gone[bisect_left(self._places, start)], end + self._gone[bisect_right(self._places, end)]

    def place(self, written: int) -> int:
        """Return where in `text` stands what was written at `written`; for a mark itself, what follows it."""
        at = bisect_right(self._ends, written)
        bare = written - self._gone[at]
        return min(bare, self._places[at]) if at < len(self._places) else bare
