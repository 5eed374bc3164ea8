"""Paragraphs put right where a page's layout has cut or glued them: letterheads, titles over several lines, menus."""

import re
from collections.abc import Sequence
from typing import Final

from dxtui.lexicon.statements import Cues
from dxtui.text.paragraphs import begins_with_marker

_LONGEST_LINE: Final = 300
_LONGEST_NAME: Final = 40
_MOST_TITLE_LINES: Final = 8
# Behind the line above those who get a letter: the first of them, on the same line.
_RECEIVER: Final = re.compile(r"(?<=:)\s+[-–]")
_NUMBERED: Final = re.compile(r"(?:\d{1,3}|[IVX]{1,6}|[A-ZĐ])(?:[.)/]|(?<=[IVX])-)\s")

Spans = list[tuple[int, int]]


def mended(text: str, key: str, spans: Sequence[tuple[int, int]], cues: Cues) -> Spans:
    """Return the paragraphs of `text` put right; `key` is the text in one spelling."""
    return _titles(text, key, _letterheads(text, key, _unglued(text, key, spans, cues), cues), cues)


def is_document(text: str, key: str, start: int, end: int, cues: Cues) -> bool:
    """Return whether a line is nothing but the kind of a document: "QUYẾT ĐỊNH"."""
    return end - start <= _LONGEST_NAME and not text[start].islower() and key[start:end].strip("*_ ") in cues.documents


def _unglued(text: str, key: str, spans: Sequence[tuple[int, int]], cues: Cues) -> Spans:
    """Cut off a section's name in capitals, or the first receiver of a letter, that lost the line feed before it."""
    out: Spans = []
    sections = tuple(cues.link_sections)
    lasts = {section[-1] for section in sections}
    receivers = {words[0] for words in cues.receivers}
    for start, end in spans:
        lettered = key[end - 1] in lasts and not text[end - 1].islower()
        if lettered and end - start <= _LONGEST_LINE and key[max(start, end - _LONGEST_NAME) : end].endswith(sections):
            name = max((s for s in sections if key.endswith(s, start, end)), key=len)
            cut = end - len(name)
            if cut > start and text[cut:end].isupper() and not text[cut - 1].isspace():
                out.extend([(start, cut), (cut, end)])
                continue
        if key[start] in receivers and key.startswith(cues.receivers, start):
            first = _RECEIVER.search(text, start, end)
            if first is not None:
                out.extend([(start, first.start()), (first.end() - 1, end)])
                continue
        out.append((start, end))
    return out


def _letterheads(text: str, key: str, spans: Spans, cues: Cues) -> Spans:
    """Put the lines together that cut a letterhead's words: "ỦY" and "BAN NHÂN DÂN"."""
    longest = max(map(len, cues.begun_letterheads))
    out: Spans = []
    for start, end in spans:
        if out and start - out[-1][1] <= 3:
            first, last = out[-1]
            begun = last - first <= longest and key[first:last] in cues.begun_letterheads
            if begun and _next_line(text, last, start):
                whole = " ".join(key[first:end].split())
                if whole in cues.begun_letterheads or whole.startswith(cues.letterheads):
                    out[-1] = (first, end)
                    continue
        out.append((start, end))
    return out


def _titles(text: str, key: str, spans: Spans, cues: Cues) -> Spans:
    """Put the lines in capitals together that are the title below the kind of a document, or that start with it."""
    out: Spans = []
    kinds = tuple(cues.documents)
    title = 0
    titled = False
    for start, end in spans:
        if title and _goes_on(text, key, out[-1], (start, end), cues):
            out[-1] = (out[-1][0], end)
            title -= 1
            continue
        begins = False
        if out and is_document(text, key, out[-1][0], out[-1][1], cues):
            begins = text[start:end].isupper()
            titled = True
        elif not titled and text[start:end].isupper() and key.startswith(kinds, start):
            begins = titled = not is_document(text, key, start, end, cues)
        title = _MOST_TITLE_LINES if begins else 0
        out.append((start, end))
    return out


def _goes_on(text: str, key: str, title: tuple[int, int], line: tuple[int, int], cues: Cues) -> bool:
    """Whether a title in capitals goes on with the next line: it is no section, and nobody who decides."""
    start, end = line
    return (
        end - start <= _LONGEST_LINE
        and text[start:end].isupper()
        and _next_line(text, title[1], start)
        and not begins_with_marker(text, start)
        and not _NUMBERED.match(text, start)
        and not key.startswith(cues.issuers, start)
        and not is_document(text, key, start, end, cues)
        and text[end - 1] != ":"
    )


def _next_line(text: str, end: int, after: int) -> bool:
    return text.count("\n", end, after) == 1
