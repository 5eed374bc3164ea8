"""Where sentences end in running text."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Final

from dxtui.text.spelling import LOWER, UPPER, searchable

# A run of dots is tried at its first one only, and possessive repeats keep a long run linear.
_TERMINAL: Final = re.compile(
    rf"[.!?…](?<![.!?…][.!?…])(?:/\.|[.!?…]*+)[\"”’»)\]]*+(?:\[\d{{1,3}}\])*+(?=\s|\Z|(?<=…)[{UPPER}]|(?<=\.\.\.)[{UPPER}]"
    rf"|(?<=[{LOWER}][{LOWER}][.!?])[{UPPER}][{LOWER}])"
)
# What may end a sentence as a full stop, digits as they are: one letter is searched fastest of all.
_SIGNS: Final = searchable(".!?…").strip()
_MARKS: Final = bytes(
    ord(".") if code in _SIGNS else code if code in b"0123456789" else ord(" ") for code in range(256)
)
_ZERO: Final = ord("0")
_NINE: Final = ord("9")
# For text reversed: what the word that ends there starts behind.
_TOKEN: Final = re.compile(r"[^\s(\[“\"‘«]*+")
_LIST_NUMBER: Final = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,6}|[A-Za-zđĐ])\Z")
_OPENING: Final = "\"“‘«([*_'"
_ENDERS: Final = ".!?…"
_CLOSERS: Final = '"”’»)]'
_CLOSED: Final = 6
"""Code points in which a sentence's mark stands and what closes it."""
_CLOSING: Final = '"”’»'
_QUOTES: Final = '"“‘«'
_FAR: Final = 2000
_NEAR: Final = 12
_PAIR: Final = 2
_DASHES: Final = "-–—+•*"


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words with a full stop of their own."""

    before_names: Set[str]
    """Those that never end a sentence: titles and words before a name ("TP", "GS", "Th.S"), without the last stop."""
    lettered: Set[str]
    """Words that one letter with a stop follows at the end of a sentence ("vitamin C."), in lower case."""
    numbered: Set[str]
    """Words that a number with a stop follows at the start of a heading ("Điều", "Mục"), in lower case."""
    endings: Set[str]
    """The last two letters of `before_names`."""


def is_ended(text: str, start: int, end: int) -> bool:
    """Return whether [start, end) ends as a sentence does, with what closes one behind its mark."""
    first = max(start, end - _CLOSED)
    at = end - 1
    while at >= first and text[at] in _CLOSERS:
        at -= 1
    return at >= first and text[at] in _ENDERS


def terminals(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """Yield what may end a sentence in `text`, or in a part of it, in order."""
    return _TERMINAL.finditer(text, start, len(text) if end is None else end)


def all_terminals(text: str) -> list[re.Match[str]]:
    """Return all `terminals` of a whole text: sooner, since most of it is passed over as bytes."""
    out: list[re.Match[str]] = []
    stop = 0
    marks = searchable(text).translate(_MARKS) + b" "
    mark = marks.find(b".")
    while mark >= 0:
        start = mark - 1
        plain = not _ZERO <= marks[mark + 1] <= _NINE
        mark = marks.find(b".", mark + 1)
        found = _TERMINAL.match(text, start) if plain and start >= stop else None
        if found is not None:
            out.append(found)
            stop = found.end()
    return out


def sentence_end(text: str, found: re.Match[str], start: int, end: int, known: Abbreviations) -> int | None:
    """Return where the sentence ends that starts at `start` in a paragraph that ends at `end`; None if it goes on.

    `found` is one of `terminals`, inside the paragraph.
    """
    stop = found.end()
    after = _past_spaces(text, stop, end)
    if after >= end:
        return end
    mark, first = found[0], text[after]
    if mark == "." and first.isupper():
        return None if _is_inside(text, found.start(), start, after, known) else stop
    if first in _CLOSING and _closes(text, start, found.start(), stop, after, end):
        stop = after + 1  # typeset with a space before the closing quotation mark
        after = _past_spaces(text, stop, end)
        if after >= end:
            return end
        first = text[after]
    if mark.startswith("./."):
        return stop
    quoted = mark[-1] in _CLOSING or stop > found.end()
    peek = after
    while (
        not text[after].isalpha()
        and peek < end
        and peek < after + 4
        and (text[peek] in _OPENING or text[peek] in _DASHES or text[peek].isspace())
    ):
        peek += 1
    if peek >= end:
        return stop
    if first in _DASHES and (quoted or after == peek):
        return None
    if not (text[peek].isupper() or text[peek].isdigit() or text[peek] in _OPENING):
        speaks = len(mark) == 1 and mark != "…" and _opens(text, after, peek)
        if not speaks or "." in text[max(start, found.start() - _NEAR) : found.start()].rpartition(" ")[2]:
            return None
    if mark[0] == "." and mark[1:2] not in (".", "…") and _is_inside(text, found.start(), start, after, known):
        return None
    return stop


def _past_spaces(text: str, at: int, end: int) -> int:
    """Return where white space ends that starts at `at`; `at` if there is none."""
    while at < end and text[at].isspace():
        at += 1
    return at


def _opens(text: str, after: int, peek: int) -> bool:
    """Whether an opening quotation mark stands at `after` with a letter right behind it."""
    return peek == after + 1 and text[after] in _QUOTES and text[peek].isalpha()


def _closes(text: str, start: int, mark: int, stop: int, after: int, end: int) -> bool:
    """Whether the closing quotation mark at `after` has white space before and behind it."""
    if after == stop or not (after + 1 == end or text[after + 1].isspace()):
        return False
    return text[after] != '"' or text.count('"', max(start, mark - _FAR), mark) % 2 == 1


def _is_inside(text: str, at: int, start: int, after: int, known: Abbreviations) -> bool:
    """Whether the full stop at `at` belongs to an abbreviation, an initial or a list's number."""
    last = text[max(start, at - 2) : at]
    if len(last) == _PAIR and last.isalpha() and last.islower() and last not in known.endings:
        return False
    if at > start and text[at - 1] == " ":
        at -= 1  # typeset with a space before the full stop
        word = text[max(start, at - 12) : at].rsplit(" ", 1)[-1]
        return word in known.before_names and len(word) > 1
    found = _TOKEN.match(text[max(start, at - 16) : at][::-1])
    begin = at - found.end() if found is not None else at
    word = text[begin:at]
    if not word:
        return False
    if word in known.before_names:
        return True
    if len(word) > 1 and word[-1].islower():
        return False
    if begin - start <= 8 and not any(char.isalnum() for char in text[start:begin]):
        return _LIST_NUMBER.match(word) is not None
    head = text[max(start, begin - 12) : begin].split()
    if len(word) == 1 and word.isupper() and word.isalpha():
        if head and head[-1].lower() in known.lettered:
            return False
        # An initial ("J. Biden", "George W. Bush"); a name cut to its last letter ("Nguyễn Văn A.") ends a sentence.
        return not (len(head) >= 2 and all(part[:1].isupper() and part.isalpha() for part in head[-2:]))
    if word.isdigit() and head and head[-1].lower() in known.numbered:
        return text[start:begin].split()[0] == head[-1]
    return False
