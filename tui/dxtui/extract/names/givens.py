"""Persons named again by less than their full name: the last syllable alone, or another and the last."""

from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final
from unicodedata import normalize

from dxtui.extract.names.name import Name, Page, apart, new_name, stands_alone
from dxtui.lexicon.names import first_pairs
from dxtui.lexicon.tables import table
from dxtui.text.places import first_past
from dxtui.text.spelling import spelling

_MOST: Final = 60
_TITLED: Final = 3
_FAR: Final = 6000


def once_named(found: Sequence[Name]) -> dict[str, str]:
    """Return what else full names may be called, each with the only full name it fits.

    Their two last syllables, their first and last, the last behind the initials of the others, without white space,
    and the initials of all: "T.A.N.".
    """
    fitting: dict[str, set[str]] = {}
    for canonical in {name.canonical for name in found if name.type == "person"}:
        words = canonical.split()
        if len(words) == 2 and "." not in canonical:
            fitting.setdefault(f"{words[0][0]}.{words[1]}", set()).add(canonical)
        if len(words) > 2 and "." not in canonical:
            initials = "".join(f"{word[0]}." for word in words[:-1])
            for short in (
                " ".join(words[-2:]),
                f"{words[0]} {words[-1]}",
                f"{initials}{words[-1]}",
                _unmarked(f"{initials}{words[-1][0]}."),
            ):
                fitting.setdefault(short, set()).add(canonical)
    return {short: fulls.pop() for short, fulls in fitting.items() if len(fulls) == 1}


def _unmarked(initials: str) -> str:
    """Return initials without the marks of vowels, which pictures are signed without: "T.A.N." of Trần Ánh Nguyệt."""
    return "".join(normalize("NFD", sign)[0] for sign in initials)


def with_given_names(page: Page, found: list[Name]) -> list[Name]:
    """Add where the text goes on to call persons by their given name, or by that behind another of their names."""
    given: dict[str, tuple[str, list[int], dict[str, str]]] = {}
    for name in found:
        words = name.canonical.split() if name.type == "person" else []
        if len(words) >= _TITLED:
            _, ends, before = given.setdefault(words[-1], (name.canonical, [], {}))
            ends.append(name.end)
            before.setdefault(words[0], name.canonical)
            before.setdefault(words[-2], name.canonical)
    if not given:
        return found
    starts = [name.start for name in found]
    out = list(found)
    for last, (canonical, ends, before) in list(given.items())[:_MOST]:
        places = [(at, end) for at, end in _places(page, last, ends, before) if not _taken(found, starts, at, end)]
        alone = any(end - at == len(last) for at, end in places) and not _is_word(page, last)
        for at, end in places:
            if end - at > len(last):
                out.append(new_name(at, end, "person", before[page.text[at:end].split()[0]]))
            elif alone:
                out.append(new_name(at, end, "person", canonical))
    return apart(sorted(out)) if len(out) > len(found) else found


def _places(page: Page, last: str, ends: Sequence[int], before: Container[str]) -> Iterator[tuple[int, int]]:
    """Yield where a last name stands alone, or behind one of those `before` it, not far behind one of `ends`."""
    for end, following in pairwise([*ends, len(page.text)]):
        yield from _alone(page, last, (end, min(following, end + _FAR)), before)


def _alone(page: Page, last: str, within: tuple[int, int], before: Container[str]) -> Iterator[tuple[int, int]]:
    text = page.text
    start, stop = within
    at = text.find(last, start, stop)
    while at >= 0:
        end = at + len(last)
        beside = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
        if not beside and stands_alone(text, at, end) and not page.key.endswith(_of_peoples(), 0, at):
            first = _first(text, start, at, before) if _follows_capital(text, at) else at
            if first >= 0 and not _is_known(page, first, end):
                yield first, end
        at = text.find(last, end, stop)


@cache
def _of_peoples() -> tuple[str, ...]:
    """Return what stands before the name of a people or of its language, each with a space behind it."""
    return tuple(f"{spelling(word)} " for word in table("persons")["of_peoples"])


def _first(text: str, start: int, at: int, before: Container[str]) -> int:
    """Return where the word right before `at` starts if it is one of those `before` and follows no capital; else -1."""
    first = max(text.rfind(" ", start, at - 1), text.rfind("\n", start, at - 1)) + 1
    return first if first > start and text[first : at - 1] in before and not _follows_capital(text, first) else -1


def _follows_capital(text: str, at: int) -> bool:
    before = text[max(0, at - 14) : at].split(" ")
    return len(before) > 1 and not before[-1] and before[-2][:1].isupper() and before[-2].isalpha()


def _is_known(page: Page, at: int, end: int) -> bool:
    """Whether what the tables know starts at `at`."""
    return at in page.whole or at in page.opens or " ".join(page.key[at : end + 8].split()[:2]) in first_pairs()


def _taken(found: Sequence[Name], starts: list[int], start: int, end: int) -> bool:
    at = first_past(starts, start) - 1
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
