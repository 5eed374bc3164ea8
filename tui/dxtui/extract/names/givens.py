"""Persons named again by less than their full name: the last syllable alone, or the first and the last."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dxtui.extract.names.name import Name, Page, apart, stands_alone
from dxtui.lexicon.names import first_pairs

_MOST = 60
_TITLED = 3
_FAR = 6000


def once_named(found: Sequence[Name]) -> dict[str, str]:
    """Return the two last syllables of full names, and their first and last, each with the only full name it fits."""
    fitting: dict[str, set[str]] = {}
    for canonical in {name.canonical for name in found if name.type == "person"}:
        words = canonical.split()
        if len(words) > 2:
            for short in (" ".join(words[-2:]), f"{words[0]} {words[-1]}"):
                fitting.setdefault(short, set()).add(canonical)
    return {short: fulls.pop() for short, fulls in fitting.items() if len(fulls) == 1}


def with_given_names(page: Page, found: list[Name]) -> list[Name]:
    """Add where the text goes on to call persons by their given name, or by that behind their family name."""
    given: dict[str, tuple[str, list[int]]] = {}
    for name in found:
        words = name.canonical.split() if name.type == "person" else []
        if len(words) >= _TITLED:
            given.setdefault(words[-1], (name.canonical, []))[1].append(name.end)
            given.setdefault(f"{words[0]} {words[-1]}", (name.canonical, []))[1].append(name.end)
            given.setdefault(" ".join(words[-2:]), (name.canonical, []))[1].append(name.end)
    if not given:
        return found
    starts = [name.start for name in found]
    out = list(found)
    for short, (canonical, ends) in list(given.items())[:_MOST]:
        places = [at for at in _places(page, short, ends) if not _taken(found, starts, at, at + len(short))]
        if places and (" " in short or not _is_word(page, short)):
            out.extend(Name(at, at + len(short), "person", canonical) for at in places)
    return apart(sorted(out)) if len(out) > len(found) else found


def _places(page: Page, short: str, ends: Sequence[int]) -> Iterator[int]:
    """Yield where a short name stands alone, with no capital beside it, not far behind one of `ends`."""
    for end, following in pairwise([*ends, len(page.text)]):
        yield from _alone(page, short, end, min(following, end + _FAR))


def _alone(page: Page, short: str, start: int, stop: int) -> Iterator[int]:
    text = page.text
    at = text.find(short, start, stop)
    while at >= 0:
        end = at + len(short)
        beside = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
        if (
            not beside
            and stands_alone(text, at, end)
            and not _follows_capital(text, at)
            and not _is_known(page, at, end)
        ):
            yield at
        at = text.find(short, end, stop)


def _follows_capital(text: str, at: int) -> bool:
    before = text[max(0, at - 14) : at].split(" ")
    return len(before) > 1 and not before[-1] and before[-2][:1].isupper() and before[-2].isalpha()


def _is_known(page: Page, at: int, end: int) -> bool:
    """Whether what the tables know starts at `at`."""
    return at in page.whole or at in page.opens or " ".join(page.key[at : end + 8].split()[:2]) in first_pairs()


def _taken(found: Sequence[Name], starts: Sequence[int], start: int, end: int) -> bool:
    at = bisect_right(starts, start) - 1
    return (at >= 0 and found[at].end > start) or (at + 1 < len(found) and found[at + 1].start < end)


def _is_word(page: Page, short: str) -> bool:
    """Whether the text also has a short name as a common word."""
    low = short.lower()
    at = page.text.find(low)
    while at >= 0:
        if stands_alone(page.text, at, at + len(low)):
            return True
        at = page.text.find(low, at + 1)
    return False
