"""Firms named by the codes of their shares: "(HOSE: ABC)" behind a firm's name, and from there on "ABC"."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from dxtui.extract.names.full import is_abbreviation
from dxtui.extract.names.name import Name, Page, apart, new_name, stands_alone
from dxtui.lexicon.phrases import alternation, whole
from dxtui.lexicon.tables import table
from dxtui.text.places import first_from, first_past
from dxtui.text.spelling import spelling

_BRACKETED: Final = re.compile(r"(?:: ?| )([A-Z][A-Z0-9]{2})(?:(?:[,;]| ?[-–]) ?[^\W\d_]{2,5}(?: [A-Za-z]{3,5})?)?\)")
_CODE: Final = re.compile(r"[A-Z][A-Z0-9]{2}\Z")
_FIRST: Final = 20
"""Code points that the market before a code takes at most, with its bracket."""
_MOST: Final = 60
_GAPS: Final = str.maketrans("\n(", "  ")


@cache
def _markets() -> re.Pattern[str]:
    """Return the pattern of a bracket and what tells the code behind it, at the end of a text; searched."""
    rows = table("organisations")["shares"]
    markets = alternation(map(spelling, [*rows["exchanges"], *rows["codes"]]))
    return re.compile(rf" ?\((?:[^()\n]{{1,12}} )?{markets}\Z")


@cache
def _exchanges() -> frozenset[str]:
    """Return the markets among them, in the one spelling."""
    return frozenset(map(spelling, table("organisations")["shares"]["exchanges"]))


@cache
def _before() -> tuple[str, ...]:
    """Return the words behind which a code is of shares, each with the space behind it."""
    return tuple(f" {spelling(word)} " for word in table("organisations")["shares"]["before"])


@cache
def _any() -> tuple[str, ...]:
    """Return the words one of which a text has that names codes at all."""
    return tuple(spelling(word) for word in table("organisations")["shares"]["tells"])


@cache
def _told() -> re.Pattern[str]:
    """Return the pattern of a code behind one of these words; searched over text in the one spelling."""
    words = whole(map(spelling, table("organisations")["shares"]["tells"]))
    return re.compile(rf"{words} ([a-z][a-z0-9]{{2}})(?!\w)")


@cache
def _no_codes() -> frozenset[str]:
    return frozenset(table("organisations")["shares"]["no_codes"])


def with_codes(page: Page, found: list[Name]) -> list[Name]:
    """Return the names with those of firms by the codes of their shares, and without the codes of shares themselves."""
    text, key = page.text, page.key
    if not any(word in key for word in _any()):
        return found
    codes, brackets, told_at = _defined(page, found)
    for told in _told().finditer(key):
        code = text[told.start(1) : told.end(1)]
        if code.isupper() and not is_abbreviation(code) and code not in _no_codes():
            codes.setdefault(code, code)
    known = {text[start:end] for start, (end, _) in page.whole.items()}
    codes = {code: firm for code, firm in codes.items() if code not in known}
    kept = [name for name in _bracketed(found, brackets) if not _is_of_shares(page, name)]
    starts = [name.start for name in kept]
    out = list(kept)
    for code, firm in list(codes.items())[:_MOST]:
        at = text.find(code)
        while at >= 0:
            end = at + len(code)
            last = first_past(starts, at) - 1
            bracketed = at in told_at or text[max(0, at - 1) : end + 1] == f"({code})"
            free = not bracketed and (last < 0 or kept[last].end <= at)
            if free and stands_alone(text, at, end) and not _behind_shares(key, at):
                out.append(new_name(at, end, "organisation", firm))
            at = text.find(code, end)
    return apart(sorted(out))


def _bracketed(found: Sequence[Name], brackets: dict[int, tuple[int, bool]]) -> list[Name]:
    """Return the names without those in brackets with a code, which the firm's own takes where they name its market."""
    out: list[Name] = []
    past = 0
    for name in found:
        if name.start < past:
            continue
        past, joins = brackets.get(name.end, (past, False))
        out.append(name._replace(end=past) if joins else name)
    return out


def _defined(page: Page, found: Sequence[Name]) -> tuple[dict[str, str], dict[int, tuple[int, bool]], set[int]]:
    """Return the codes that stand in brackets, each with the firm whose name ends before it, the brackets, and where.

    The brackets by where the firm's name ends, with where they do and whether they name a market: "(HOSE: ABC)".
    """
    ends = [name.end for name in found]
    out: dict[str, str] = {}
    brackets: dict[int, tuple[int, bool]] = {}
    told_at: set[int] = set()
    for bracketed in _BRACKETED.finditer(page.text):
        market = _markets().search(page.key, max(0, bracketed.start() - _FIRST), bracketed.start())
        if market is None:
            continue
        at = first_from(ends, market.start())
        named = at < len(found) and ends[at] == market.start() and found[at].type == "organisation"
        out.setdefault(bracketed[1], found[at].canonical if named else bracketed[1])
        if named:
            word = page.key[market.start() : market.end()].rpartition("(")[2]
            brackets[market.start()] = bracketed.end(), word in _exchanges()
            told_at.add(bracketed.start(1))
    return out, brackets, told_at


def _behind_shares(key: str, at: int) -> bool:
    """Whether right before `at` stands a word for shares."""
    return f" {key[max(0, at - _FIRST) : at]}".translate(_GAPS).endswith(_before())


def _is_of_shares(page: Page, name: Name) -> bool:
    """Whether a name is the code of shares, not the firm: "cổ phiếu ABC"; not where the tables know it."""
    return (
        name.type == "organisation"
        and name.start not in page.whole
        and _CODE.match(page.text[name.start : name.end]) is not None
        and _behind_shares(page.key, name.start)
    )
