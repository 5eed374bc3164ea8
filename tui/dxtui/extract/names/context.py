"""What the rest of a text says of its names: short forms, abbreviations it defines, whose "tỉnh" it is."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from dxtui.extract.names.firms import with_own_names
from dxtui.extract.names.full import full, is_abbreviation
from dxtui.extract.names.givens import once_named, with_given_names
from dxtui.extract.names.letterheads import LETTERHEAD
from dxtui.extract.names.name import Name, Page, apart, new_name, stands_alone
from dxtui.extract.names.owners import Owners, with_levels
from dxtui.extract.names.persons import begins_as_post
from dxtui.extract.names.places import with_bare_places
from dxtui.extract.names.press import newspapers
from dxtui.extract.names.programmes import bare
from dxtui.extract.names.publisher import Publisher, called_so, with_wholes
from dxtui.extract.names.shares import with_codes
from dxtui.lexicon.frames import frames
from dxtui.lexicon.names import surnames
from dxtui.lexicon.organisations import organisation_words
from dxtui.lexicon.phrases import alternation
from dxtui.lexicon.published import weekday
from dxtui.lexicon.statements import cues
from dxtui.lexicon.tables import table
from dxtui.model import EntityType, Mention, Statement
from dxtui.text.places import first_from, first_past
from dxtui.text.spelling import UPPER, same_key, spelling

_DEFINED: Final = re.compile(rf"\(([{UPPER}][\w&. -]{{1,24}})\)\Z")
_MOST_DEFINED: Final = 60
_FAR_MORE: Final = 3
_LONGEST_BYLINE: Final = 60
_SHORTEST: Final = 8
_LONGEST: Final = 200
"""Code points of a name that is also named with more words."""
_new: Final = tuple.__new__
"""What makes a named tuple, without the function between that takes as long again: a text has thousands."""
_WEEKDAY: Final = weekday()
_DAY: Final = re.compile(_WEEKDAY)
_SHORT_FORMS: Final = (" Bộ", " Sở")
_LONGEST_SHORT: Final = 7
"""More words than the first ones of a name that may stand for it."""


def resolve(page: Page, found: list[Name], statements: Sequence[Statement], known: str) -> tuple[Mention, ...]:
    """Return the mentions that `found`, sorted and without overlap, makes in its text.

    `known` is who is known to have put it out, or "".
    """
    defined = _defined(page, found)
    if defined:
        found = _with_abbreviations(page, found, defined)
    found = with_codes(page, found)
    found = with_bare_places(page, _with_signatures(page, found, statements))
    found = with_given_names(page, with_own_names(page, found))
    owner = Owners(page, found)
    publisher = Publisher(page, found, statements, owner, known)
    bodies: dict[str, str] = {}
    ministry = ""
    people: dict[str, str] = once_named(found)
    most = _most_named(found)
    out: list[Mention] = []
    for name in found:
        canonical: str | None = name.canonical
        if name.type == "person":
            canonical = _person(name, people)
        elif name.level:
            canonical = owner.owned(name, bodies)
        elif name.opener and name.type == "organisation":
            heads = page.text[name.start : name.end].isupper()
            home = owner.at_home(name) if heads else ministry if name.opener == "Bộ" else None
            home = home or publisher.called(name)
            often = most.get(name.opener.lower(), (len(page.text), ""))
            canonical = home or (often[1] if often[0] < name.start else bodies.get(name.opener.lower()))
            if canonical is None and name.opener in organisation_words().national:
                canonical = _of_known(name.opener, bodies)
            canonical = publisher.unowned(name.opener, canonical)
            if name.opener in organisation_words().only_ones and not _is_only(canonical, found):
                canonical = None
        elif name.type == "organisation":
            heads = name.start < LETTERHEAD and page.text[name.start : name.end].isupper()
            ministry = name.canonical if heads and name.canonical.startswith("Bộ ") else ministry
            canonical = publisher.part(name, owner.department(_of_ministry(name.canonical, ministry, bodies)))
            beside = page.key.endswith(organisation_words().beside, 0, name.start)
            if not (beside and canonical.lower().split(" ", 1)[0] in bodies):
                _remember(bodies, canonical)  # but "làm việc với Bộ A": it stands beside whom the text tells of
        elif name.type == "system":
            canonical = _of_ministry(name.canonical, ministry, bodies)
        if canonical is not None:
            out.append(_new(Mention, (name.start, name.end, name.type, canonical)))
            if name.level and name.type == "organisation":
                _remember(bodies, canonical)
    out = _in_one_form(with_levels(page, _in_full(with_wholes(page, out, publisher))))
    alone = bare(page, out)
    return tuple(sorted([*out, *alone], key=_start_of) if alone else out)


def _start_of(mention: Mention) -> int:
    return mention.start


def _of_ministry(canonical: str, ministry: str, bodies: dict[str, str]) -> str:
    """Return a name that ends in a short form with that in full: of the `ministry` that heads the text, if one does."""
    if not canonical.endswith(_SHORT_FORMS) or canonical.endswith(_regions()):
        return canonical
    first, _, last = canonical.rpartition(" ")
    if last == "Bộ" and ministry:
        return f"{first} {ministry}"
    return f"{first} {bodies[last.lower()]}" if last.lower() in bodies else canonical


@cache
def _regions() -> tuple[str, ...]:
    """Return the regions whose last word is that of a ministry's short form: "Nam Trung Bộ"."""
    return tuple(f" {name}" for name in table("places")["names"]["home"] if name.endswith(_SHORT_FORMS))


def _most_named(found: Sequence[Name]) -> dict[str, tuple[int, str]]:
    """Return what lone openers stand for that one body has far more often: where it is first, and what."""
    alone = {name.opener.lower() for name in found if name.opener and name.type == "organisation"}
    if not alone:
        return {}
    told = [name for name in found if name.type == "organisation" and not name.opener and not name.level]
    first = {name.canonical: name.start for name in reversed(told)}
    counts: dict[str, Counter[str]] = {}
    for canonical, times in Counter(name.canonical for name in told).items():
        for words in alone.intersection(_beginnings(canonical)):
            counts.setdefault(words, Counter())[canonical] = times
    out = {}
    for words, bodies in counts.items():
        ranked = bodies.most_common(2)
        if len(ranked) > 1 and ranked[0][1] >= _FAR_MORE * ranked[1][1]:
            out[words] = (first[ranked[0][0]], ranked[0][0])
    return out


def _of_known(opener: str, bodies: dict[str, str]) -> str:
    """Return a body's name with the body in full whose part it is: "Văn phòng Đảng ủy" of "Đảng ủy xã …"."""
    gap, last = opener.find(" "), opener.rfind(" ")
    while 0 < gap < last and opener[gap + 1 :].lower() not in bodies:
        gap = opener.find(" ", gap + 1)
    return f"{opener[:gap]} {bodies[opener[gap + 1 :].lower()]}" if 0 < gap < last else opener


def _remember(bodies: dict[str, str], canonical: str) -> None:
    """Keep the body as what its first words alone may stand for, and likewise the one whose part it is."""
    for first in _beginnings(canonical):
        bodies[first] = canonical
    whole = organisation_words().wholes.search(canonical)
    if whole is not None:
        for first in _beginnings(canonical[whole.end() - len(whole[1]) :]):
            bodies[first] = canonical[whole.end() - len(whole[1]) :]


@lru_cache(maxsize=2048)
def _beginnings(canonical: str) -> tuple[str, ...]:
    words = canonical.lower().split()
    return tuple(" ".join(words[:count]) for count in range(1, min(_LONGEST_SHORT, len(words))))


def _person(name: Name, people: dict[str, str]) -> str:
    """Return a person's full name: one word stands for the last one named whose name ends in it."""
    if "." in name.canonical:
        return people.get(name.canonical.replace(" ", ""), name.canonical)
    if " " not in name.canonical:
        return people.get(name.canonical, name.canonical)
    words = name.canonical.split()
    if len(words) == 2 and name.canonical in people:
        return people[name.canonical]
    people[words[-1]] = name.canonical
    if len(words) > 2:
        people[" ".join(words[-2:])] = name.canonical
    return name.canonical


def _defined(page: Page, found: Sequence[Name]) -> dict[str, Name]:
    """Return the abbreviations that the text puts in brackets behind their long form."""
    out: dict[str, Name] = {}
    for name in found:
        if page.text[name.end - 1] != ")":
            continue
        short = _DEFINED.search(page.text, max(name.start, name.end - 28), name.end)
        if short is not None and len(out) < _MOST_DEFINED and not _is_field(short[1], name.canonical):
            out.setdefault(short[1], name)
    if len(out) < _MOST_DEFINED:
        out.update(
            (called, name)
            for called, name in called_so(page, found).items()
            if not called.isalpha() or called.isupper()
        )
    return out


def _is_field(short: str, canonical: str) -> bool:
    """Whether an abbreviation is of the field of a ministry or department, not of the body: "Bộ Y tế (YT)"."""
    head, _, field = canonical.partition(" ")
    return head in ("Bộ", "Sở") and is_abbreviation(short) and full(short).lower() == field.lower()


def _with_abbreviations(page: Page, found: list[Name], defined: dict[str, Name]) -> list[Name]:
    """Add the places where abbreviations that the text defines stand alone."""
    starts = [name.start for name in found]
    out = list(found)
    for short, meant in defined.items():
        place = page.text.find(short)
        while place >= 0:
            end = place + len(short)
            if stands_alone(page.text, place, end):
                at = first_past(starts, place) - 1
                if at < 0 or place >= found[at].end:
                    out.append(new_name(place, end, meant.type, meant.canonical, level=meant.level))
                elif found[at].end == end and (found[at].start == place or _is_form(page, found[at], place, meant)):
                    out[at] = found[at]._replace(canonical=meant.canonical, type=meant.type, level=meant.level)
            place = page.text.find(short, end)
    return apart(sorted(out)) if len(out) > len(found) else out


def _is_form(page: Page, name: Name, short: int, meant: Name) -> bool:
    """Whether a name is a system's short form with what it is before it: "Trung tâm[ IOC]"."""
    first = page.key[name.start : short].strip()
    return name.type == meant.type == "system" and first != "" and page.key.startswith(first, meant.start)


def _is_only(canonical: str | None, found: Sequence[Name]) -> bool:
    """Whether a text names no other body of the kind than `canonical`."""
    kind = canonical.split()[0] if canonical is not None else ""
    return all(name.canonical == canonical or name.opener for name in found if name.canonical.startswith(f"{kind} "))


def _with_signatures(page: Page, found: list[Name], statements: Sequence[Statement]) -> list[Name]:
    """Add bylines that are nothing but a person's name."""
    starts = [name.start for name in found]
    out: list[Name] = []
    taken = 0
    begun, posts = False, cues().signing
    for line in statements:
        begun = begun or line.kind == "sentence"
        if line.kind not in ("byline", "heading") or line.end - line.start > _LONGEST_BYLINE:
            continue
        several = _is_shouted_byline(page.text[line.start : line.end]) or _is_dated(page, line)
        if line.kind == "heading" and not (several or _WRITES.match(page.text, line.start, line.end)):
            continue
        at = first_past(starts, line.start) - 1
        written = page.text[line.start : line.end]
        role = _ROLE.search(written)
        own = written[: role.start()] if role is not None else written
        if own.isupper() and own.replace(" ", "").replace("-", "").isalpha():
            if not (begun or several) or posts.match(page.key, line.start, line.end):
                continue
            written = own.title() + written[len(own) :]
        signed = _SIGNATURES.match(written)
        if signed is None or begins_as_post(written) or _DAY.match(written):
            continue
        whole = signed.end() == len(written)
        if at >= 0 and found[at].end > (line.end - 1 if whole else line.start):
            continue  # "Hà Nội - 12/10/2024"
        first, last = first_from(starts, line.start), first_from(starts, line.end)
        if whole and last and found[last - 1].type == "organisation" and found[last - 1].end >= line.end:
            continue  # "Theo Tiền Phong"
        out.extend(found[taken:first])
        out.extend(_signer(line.start, one) for one in _SIGNED.finditer(written, 0, signed.end()))
        taken = last if whole else first
    return [*out, *found[taken:]]


def _signer(start: int, written: re.Match[str]) -> Name:
    """Return who or which newspaper signs what is `written` in a byline that starts at `start`."""
    paper = newspapers().get(spelling(written[0]))
    kind: EntityType = "organisation" if paper is not None else "person"
    return new_name(start + written.start(), start + written.end(), kind, paper or written[0])


def _is_shouted_byline(written: str) -> bool:
    """Whether a line reads as nothing but names of persons, all in capitals and parted by dashes."""
    names = written.split(" - ")
    return (
        len(names) > 1
        and written.isupper()
        and all(" " in name and spelling(name).split(" ", 1)[0] in surnames() for name in names)
    )


def _is_dated(page: Page, line: Statement) -> bool:
    """Whether a line is a person's name all in capitals right above a date: "TRẦN MINH ANH" and "21/07/2024"."""
    written = page.text[line.start : line.end]
    if not (written.isupper() and 1 < written.count(" ") < _MOST_SYLLABLES and written.replace(" ", "").isalpha()):
        return False
    first = spelling(written).split(" ", 1)[0]
    return first in surnames() and _DATE_BELOW.match(page.text, line.end) is not None


_ROLE: Final = re.compile(r" \([^()]{2,30}\)\Z")
"""What somebody did for a text, behind their name: "MINH HẠNH (thực hiện)"."""
_MOST_SYLLABLES: Final = 4
_DATE_BELOW: Final = re.compile(rf"\n(?:{_WEEKDAY}[, ]{{1,2}})?\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}")
_SIGNED: Final = re.compile(rf"[{UPPER}][^\W\d_A-Z]+(?: [{UPPER}][^\W\d_A-Z]*){{1,3}}")
_WRITES: Final = re.compile(rf"{_SIGNED.pattern}(?= {alternation(table('persons')['writes'])}(?: \(|\Z))")
"""Who wrote a text down, with the word for that: "Thanh Trúc ghi (từ Phú Quý)"."""
_SIGNATURES: Final = re.compile(
    rf"{_SIGNED.pattern}(?:(?: ?[-–&] |, ){_SIGNED.pattern}){{0,2}}"
    rf"(?:(?: \([^()]{{2,30}}\))?\Z|(?= {alternation(table('persons')['writes'])}(?: \(|\Z))"
    rf"|(?= ?[-–|,•] ?(?:{_WEEKDAY}|\d))|(?= ?/ ?[{UPPER}]))"
)
"""Names to the end of a line, or to the date or the agency behind them."""


_LENGTHENED: Final = ("programme", "law", "system")


def _in_full(mentions: list[Mention]) -> list[Mention]:
    """Give what a text also names with more words the longer name, if there is only one."""
    names = {m.canonical for m in mentions if m.type in _LENGTHENED}
    if len(names) < 2:
        return mentions
    longer: dict[str, set[str]] = {}
    for name in names:
        more = frames().shorter.search(name, _SHORTEST)
        if more is not None and more.start() <= _LONGEST:
            longer.setdefault(same_key(name[: more.start()]), set()).add(name)
    chosen = {}
    for name in names:
        others = longer.get(same_key(name), set()) - {name}
        if len(others) == 1:
            chosen[name] = others.pop()
    if not chosen:
        return mentions
    return [
        Mention(m.start, m.end, m.type, chosen[m.canonical]) if m.type in _LENGTHENED and m.canonical in chosen else m
        for m in mentions
    ]


def _in_one_form(mentions: list[Mention]) -> list[Mention]:
    """Give names that differ in spelling only the form with most capitals, of several the first."""
    forms: dict[tuple[str, str], str] = {}
    changed: dict[tuple[str, str], str] = {}
    names = dict.fromkeys((m.type, m.canonical) for m in mentions)
    for kind, canonical in names:
        place = (kind, same_key(canonical))
        form = forms.setdefault(place, canonical)
        if form != canonical and sum(map(str.isupper, canonical)) > sum(map(str.isupper, form)):
            forms[place] = canonical
    for kind, canonical in names:
        best = forms[kind, same_key(canonical)]
        if best != canonical:
            changed[kind, canonical] = best
    if not changed:
        return mentions
    return [
        Mention(m.start, m.end, m.type, one) if (one := changed.get((m.type, m.canonical))) is not None else m
        for m in mentions
    ]
