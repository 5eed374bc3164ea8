"""Names of firms and cooperatives: the form, the trade in lower case, and what they call themselves."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from dxtui.extract.names.full import full
from dxtui.extract.names.name import Name, Page, longest, new_name, stands_alone
from dxtui.extract.names.tails import NUMBER, past_short
from dxtui.extract.names.walk import Style, walk
from dxtui.lexicon.joining import joining
from dxtui.lexicon.names import doubtful
from dxtui.lexicon.organisations import organisation_words
from dxtui.lexicon.tables import table
from dxtui.text.spelling import LOWER, UPPER, is_foreign, spelling

_COMPANY: Final = Style(
    listed=True, dashed=True, nested=True, persons=True, coded=True, beyond=True, proper=2, longest=12
)
_TRADE: Final = re.compile(rf"(?:(?:,? |\n| ?[-–&] ?)[{LOWER}]+){{1,14}}?(?=[ \n](?:[{UPPER}]|[“\"]))")
_OWN: Final = re.compile(rf" ([{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,3}})(?: ?\([^()]*\))?\Z")
_SHORT_INSIDE: Final = re.compile(rf" \([{UPPER}]{{2,6}}\)(?= [{UPPER}])")
"""The form's short one in brackets before the firm's own name: "Hợp tác xã[ (HTX)] Muối Sa Huỳnh"."""
_MOST: Final = 60
_LONG_OWN: Final = 3
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile(r"(?: [A-Z][A-Za-z0-9&-]*(?![^\W\d_]))*(?: Việt Nam)?(?<=\w)")
_FIRST: Final = re.compile(r"[ \n]([A-Z][A-Za-z0-9]{3,})(?!\w)")
_DASH: Final = re.compile(r" ?[-–] ?")


def company(page: Page, start: int, end: int, limit: int) -> Name | None:
    """Return the firm whose opener stands at [start, end): the words of its form and trade, then its own name."""
    words = organisation_words()
    inside = _SHORT_INSIDE.match(page.text, end, limit)
    cut, end = end, inside.end() if inside is not None else end
    form = words.company_form.match(page.key, end, limit)
    begin = form.end() if form is not None else end
    inner = page.opens.get(begin + 1)
    if inner is not None and inner[1].grammar == "company" and page.text[begin + 1].isupper():
        begin = inner[0]  # "CTCP Tổng công ty …"
    if form is not None or page.opens[start][1].canonical in _formed() or words.trades.match(page.key, end, limit):
        begin = _past_trade(page, begin, limit)
    stop = walk(page, begin, limit, _COMPANY)
    if stop == begin:
        place = page.place_at(begin + 1, limit)
        if place is None:
            return None
        stop = place.end
    stop = _past_person(page, begin, stop, limit)
    if page.text[begin + 1 : stop].isascii():
        brand = _LATIN.match(page.text, stop, limit)
        stop = brand.end() if brand is not None and stop + 1 not in page.persons else stop
    owner = page.place_at(stop + 1, limit) if page.text[stop : stop + 1] == " " else None
    stop = owner.end if owner is not None else stop
    joint = _DASH.match(page.text, stop, limit)
    other = page.place_at(joint.end(), limit) if joint else None
    stop = other.end if other is not None else stop
    number = NUMBER.match(page.text, stop, limit)
    stop = number.end() if number is not None else stop
    canonical = full(page.text[start:cut] + page.text[end:stop])
    group = page.whole.get(_last_word(page.text, start, stop))
    if group is not None and group[0] == stop and page.opens[start][1].canonical in words.groups:
        canonical = group[1].canonical
    form = words.form_behind.match(page.key, stop, limit)
    stop = form.end() if form is not None else stop
    return new_name(start, past_short(page, stop, limit), "organisation", canonical)


def _past_trade(page: Page, at: int, limit: int) -> int:
    """Return where the words in lower case end behind `at` that tell a firm's trade, right before its own name."""
    trade = _TRADE.match(page.text, at, limit)
    if trade is None:
        return at
    stops, written = joining(), ["", *_LETTERS.findall(page.key, at, trade.end()), ""]
    for last, word, following in zip(written, written[1:], written[2:], strict=False):
        pair = f"{word} {following}"
        if word in stops.stops and not (
            f"{last} {word}" in stops.compounds or pair in stops.joins or pair in stops.nominal
        ):
            return at
    return trade.end()


def _past_person(page: Page, begin: int, stop: int, limit: int) -> int:
    """Return where a firm's name ends whose last two or three syllables, behind its trade, read as a person's."""
    end = page.persons.get(stop + 1)
    own = page.text[begin + 1 : stop]
    if end is None or end > limit or page.text[stop] != " ":
        return stop
    if (" " in own and own.rsplit(" ", 1)[1][0].isupper()) or own.isascii():
        return stop
    syllables = page.key[stop + 1 : end].split()
    longer = len(syllables) == _LONG_OWN and syllables[0] in doubtful()  # "Thương mại An Phú Đông"
    return end if longer or len(syllables) < _LONG_OWN else stop


def _last_word(text: str, start: int, stop: int) -> int:
    """Return where the last word of [start, stop) starts."""
    return max(text.rfind(" ", start, stop) + 1, start)


@cache
def _formed() -> frozenset[str]:
    """Return the openers that have the form of a firm in them."""
    forms = organisation_words().company_form
    return frozenset(opener for opener in _openers() if opener.isupper() or forms.search(spelling(opener)))


@cache
def _openers() -> tuple[str, ...]:
    return tuple(table("organisations")["openers"]["company"])


def with_own_names(page: Page, found: Sequence[Name]) -> list[Name]:
    """Add where the text goes on to call firms by their own name alone: "Tân Hoàng Yến" of "Công ty Tân Hoàng Yến"."""
    firms: dict[str, str] = {}
    firsts = {opener[0] for opener in _openers()}
    for name in found:
        if name.type != "organisation":
            continue
        if page.text[name.start] not in firsts or not page.text.startswith(_openers(), name.start):
            closed = name.canonical.rsplit(" ", 1) if name.canonical.isascii() else ()
            if len(closed) > 1 and " " in closed[0] and closed[1] in _closers():
                firms.setdefault(closed[0], name.canonical)
            continue
        called = _without_form(page, name)
        if called:
            firms.setdefault(called, name.canonical)
        own = _OWN.search(page.text, name.start, name.end)
        at, end = own.span(1) if own is not None else (0, 0)
        known = own is None or at in page.persons
        if known or any(word in page.places or word in page.whole for word in _words(page.text[at:end], at)):
            firms = _brand(page, name) | firms
        else:
            firms.setdefault(page.text[at:end], name.canonical)
    if not firms:
        return list(found)
    out = [
        name._replace(canonical=firms[name.canonical])
        if name.type == "organisation" and name.canonical in firms
        else name
        for name in found
    ]
    for own_name, canonical in list(firms.items())[:_MOST]:
        where = _is_where(page, own_name)
        at = page.text.find(own_name)
        while at >= 0:
            end = at + len(own_name)
            beside = page.text[end : end + 1] == " " and page.text[end + 1 : end + 2].isupper()
            if not beside and stands_alone(page.text, at, end):
                named = new_name(at, end, "organisation", canonical)
                out.append(named._replace(type="place", canonical=own_name) if where else named)
            at = page.text.find(own_name, end)
    return longest(out)


def _is_where(page: Page, own_name: str) -> bool:
    """Whether a firm is called after the place that a text tells of: "diêm dân Sa Huỳnh"."""
    at = page.text.find(own_name)
    while at >= 0:
        if page.key.endswith(_where(), 0, at):
            return True
        at = page.text.find(own_name, at + 1)
    return False


@cache
def _where() -> tuple[str, ...]:
    return tuple(f" {spelling(word)} " for word in table("organisations")["heads"]["where"])


def _without_form(page: Page, firm: Name) -> str:
    """Return what a firm is called behind its form, "Thủy điện Sông Lam Xanh" or "Alpha Trading", if only it is so."""
    opener = page.opens.get(firm.start)
    if opener is None:
        return ""
    form = organisation_words().company_form.match(page.key, opener[0], firm.end)
    at = (form.end() if form is not None else opener[0]) + 1
    own = _OWN.search(page.text, at - 1, firm.end)
    end = own.end(1) if own is not None else firm.end
    called = page.text[at:end]
    if at in page.whole or not called[:1].isupper() or " " not in called or "\n" in called:
        return ""
    if any(word in page.places and page.places[word].end == end for word in _words(called, at)):
        return ""
    told = own is not None or called.isascii() or called.rsplit(" ", 1)[1] in _closers()
    return called if told else ""


@cache
def _closers() -> frozenset[str]:
    """Return the last words of the names of firms in Latin letters."""
    return frozenset(table("brands")["closers"]["organisation"])


def _brand(page: Page, firm: Name) -> dict[str, str]:
    """Return the first word of a firm's name in Latin letters, by which the text may call it, with its full name."""
    form = organisation_words().company_form.match(page.key, page.opens[firm.start][0], firm.end)
    brand = _FIRST.match(page.text, form.end() if form is not None else page.opens[firm.start][0], firm.end)
    if brand is None or brand.start(1) in page.whole or not is_foreign(brand[1]):
        return {}
    return {brand[1]: firm.canonical}


def _words(own: str, at: int) -> list[int]:
    """Return where the words of a firm's own name start, which itself starts at `at`."""
    return [at + found.start() for found in _LETTERS.finditer(own)]
