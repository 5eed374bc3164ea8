"""A text cut into statements: title, headings, sentences, captions, bylines and links."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dxtui.extract.lines import Line, kinds_of
from dxtui.lexicon.sentences import abbreviations, unfinished
from dxtui.model import Statement
from dxtui.text.paragraphs import paragraphs
from dxtui.text.places import first_from
from dxtui.text.sentences import Abbreviations, all_terminals, sentence_end

_new: Final = tuple.__new__
"""What makes a named tuple, without the function between that takes as long again: a text has thousands."""


def find(text: str) -> tuple[Statement, ...]:
    """Return the statements of `text`; every character that is not white space lies in exactly one."""
    ends = all_terminals(text)
    starts = [found.start() for found in ends]
    known = abbreviations()
    out: list[Statement] = []
    for line in kinds_of(text, paragraphs(text, unfinished())):
        if line.whole:
            out.append(_new(Statement, (line.start, line.end, line.kind)))
        else:
            at = first_from(starts, line.start)
            out.extend(_sentences(text, line, ends[at : first_from(starts, line.end, at)], known))
    return tuple(out)


def _sentences(text: str, line: Line, ends: Sequence[re.Match[str]], known: Abbreviations) -> Iterator[Statement]:
    """Yield the sentences of a paragraph, given what may end one in it."""
    start = line.start
    for found in ends:
        if found.start() < start:
            continue
        stop = sentence_end(text, found, start, line.end, known)
        if stop is None:
            continue
        yield _new(Statement, (start, stop, "sentence"))
        start = stop
        while start < line.end and text[start].isspace():
            start += 1
        if start >= line.end:
            return
    yield _new(Statement, (start, line.end, "sentence"))
