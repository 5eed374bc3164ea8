"""A part and the body it belongs to, named as one: "Phòng Hành chính, Sở Y tế", "Tạp chí Khoa học Trường Đại học A"."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from dxtui.extract.names.name import Name, Page
from dxtui.lexicon.phrases import alternation
from dxtui.lexicon.tables import table
from dxtui.text.spelling import same_key, spelling

_COMMA: Final = ", "
_DASHES: Final = frozenset((" – ", " - "))
_AND: Final = " và "
_GAP: Final = 3
"""Code points between a part and its body, at most."""
_LONGEST_GAP: Final = 11
"""As many with the word for a branch between."""
_GAPS: Final = frozenset(" \n")


@cache
def _parts() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]], re.Pattern[str]]:
    """Return the pattern of how parts begin, by that how their bodies do, and the pattern of parts without a comma."""
    rows = table("organisations")["members"]
    bodies = {spelling(part): tuple(f"{spelling(body)} " for body in whose) for part, whose in rows["comma"].items()}
    apart = alternation(map(spelling, rows["not_parts"]))
    return (
        re.compile(rf"(?!(?:{apart}) )({alternation(bodies)}) "),
        bodies,
        re.compile(rf"(?!(?:{apart}) )(?:{alternation(map(spelling, rows['beside']))}) "),
    )


def joined(page: Page, names: Sequence[Name]) -> list[Name]:
    """Return the sorted `names`, a part and the body behind it as one, unless both stand in a list of bodies."""
    out = list(names)
    gone: set[int] = set()
    whole: dict[str, str] = {}
    close = [at for at, (name, after) in enumerate(pairwise(out), 1) if after[0] - name[1] <= _LONGEST_GAP]
    for at in close:
        part, body = out[at - 1], out[at]
        if _is_branch(page, part, body):
            written = " ".join(page.text[part.end : body.end].split())
            out[at] = part._replace(end=body.end, canonical=f"{part.canonical} {written}")
            gone.add(at - 1)
            continue
        if body.start - part.end > _GAP:
            continue
        sign = _sign(page, part, body)
        if sign is None or (sign and _is_listed(page, names, at)):
            continue
        out[at] = body._replace(start=part.start, canonical=f"{part.canonical}{sign} {body.canonical}")
        whole[same_key(part.canonical)] = out[at].canonical
        gone.add(at - 1)
    if not gone:
        return out
    return _in_whole([name for at, name in enumerate(out) if at not in gone], whole)


def _sign(page: Page, part: Name, body: Name) -> str | None:
    """Return what stands between a part and its body in their full name, a comma or nothing; None if they are none."""
    if (
        not part.type == body.type == "organisation"
        or part.opener
        or body.opener
        or part.level
        or page.limit(part.start) < body.end
        or not page.text[body.start].isupper()
    ):
        return None
    between = page.text[part.end : body.start]
    if (between in _GAPS and _is_beside(part)) or (between in _DASHES and _is_of(part, body)):
        return ""
    return "," if between == _COMMA and _is_of(part, body) else None


def _is_branch(page: Page, firm: Name, place: Name) -> bool:
    """Whether behind a firm stands its branch with the place that it is of: "Agribank Chi nhánh Buôn Hồ"."""
    if firm.type != "organisation" or firm.opener or firm.level or page.limit(firm.start) < place.end:
        return False
    gap, own = page.key[firm.end : place.start], page.key[place.start : place.end].startswith(_branches())
    return (gap == " " and own) if place.type == "organisation" else place.type == "place" and gap in _branches()


@cache
def _branches() -> tuple[str, ...]:
    """Return the words for a branch, each with the white space around it, and without that before it."""
    words = [spelling(word) for word in table("organisations")["members"]["branches"]]
    return (*(f" {word} " for word in words), *(f"{word} " for word in words))


def _in_whole(names: list[Name], whole: dict[str, str]) -> list[Name]:
    """Return `names`, a part that stands alone with its body in its full name, which the text tells elsewhere."""
    return [
        name._replace(canonical=whole[same_key(name.canonical)])
        if name.type == "organisation" and not name.level and same_key(name.canonical) in whole
        else name
        for name in names
    ]


def _is_beside(part: Name) -> bool:
    return _parts()[2].match(spelling(part.canonical)) is not None


def _is_of(part: Name, body: Name) -> bool:
    """Whether `part` is of a kind that bodies such as `body` have."""
    heads, bodies, _ = _parts()
    head = heads.match(spelling(part.canonical))
    return head is not None and f"{spelling(body.canonical)} ".startswith(bodies[head[1]])


def _is_listed(page: Page, names: Sequence[Name], at: int) -> bool:
    """Whether the name with number `at` and the one before it are two of more bodies in a list."""
    first = at > 1 and _are_listed(page, names[at - 2], names[at - 1])
    return first or (at + 1 < len(names) and _are_listed(page, names[at], names[at + 1]))


def _are_listed(page: Page, name: Name, following: Name) -> bool:
    bodies = name.type == following.type == "organisation"
    return bodies and page.text[name.end : following.start] in (_COMMA, _AND)
