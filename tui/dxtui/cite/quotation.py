"""The exact words of a document on one line, cut to what a reader can take in."""

from dxtui.text.visible import visible_line

LONGEST = 1200
"""A statement of up to this many characters is quoted whole."""

LEFT_OUT = "[…]"
"""Stands for what a quotation leaves out."""

_BEFORE = 400


def quotation(text: str, statement: tuple[int, int], span: tuple[int, int]) -> str:
    """Return the statement at `statement` in `text`, white space folded, nothing in it that acts on a terminal.

    A statement that is too long is cut at spaces around `span`, or around its beginning where the span is too long too.
    """
    start, end = statement
    if end - start <= LONGEST:
        return _plain(text[start:end])
    first = max(start, span[0] - _BEFORE)
    last = min(end, first + LONGEST)
    if first > start:
        space = text.find(" ", first, span[0])
        first = space + 1 if space >= 0 else first
    if last < end:
        space = text.rfind(" ", min(max(span[1], first), last), last)
        last = space if space > first else last
    parts = [LEFT_OUT if first > start else "", _plain(text[first:last]), LEFT_OUT if last < end else ""]
    return " ".join(part for part in parts if part)


def _plain(words: str) -> str:
    return visible_line(" ".join(words.split()))
