"""Where the head of a counted phrase ends that no table knows."""

import re

from dxtui.extract.numbers.page import Page


def head_end(page: Page, pair: re.Match[str]) -> int:
    """Return where the head ends that `pair`, of one or two words, found behind a number.

    An abbreviation is a head by itself: "4.587 DN[ quay trở lại]", "25 GV[ dạy giỏi]".
    """
    start, stop = pair.span(1)
    first = page.text.find(" ", start, stop)
    if first - start > 1 and page.text[start:first].isupper() and not page.text[stop - 1].isupper():
        return first
    return stop
