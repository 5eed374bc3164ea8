"""A part and the body it belongs to, named as one: "Phòng Hành chính, Sở Y tế", "Tạp chí Khoa học Trường Đại học A"."""

import re
from collections.abc import Sequence
from functools import cache

from dxtui.extract.names.name import Name, Page
from dxtui.lexicon.phrases import alternation
from dxtui.lexicon.tables import table
from dxtui.text.spelling import same_key, spelling

_COMMA = ", "
_DASHES = frozenset((" – ", " - "))
_AND = " và "
_GAP = 3
"""Code points between a part and its body, at most."""
_GAPS = frozenset(" \n")


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
    out: list[Name] = []
    whole: dict[str, str] = {}
    end = -_GAP - 1
    for at, name in enumerate(names):
        if name.start > end + _GAP or name.type != "organisation":
            out.append(name)
            end = name.end
            continue
        before, end = out[-1], name.end
        if (
            before.type != "organisation"
            or before.opener
            or name.opener
            or before.level
            or page.limit(before.start) < name.end
            or not page.text[name.start].isupper()
        ):
            out.append(name)
            continue
        between = page.text[before.end : name.start]
        if (between in _GAPS and _is_beside(before)) or (between in _DASHES and _is_of(before, name)):
            out[-1] = name._replace(start=before.start, canonical=f"{before.canonical} {name.canonical}")
            whole[same_key(before.canonical)] = out[-1].canonical
        elif between == _COMMA and _is_of(before, name) and not _is_listed(page, names, at):
            out[-1] = name._replace(start=before.start, canonical=f"{before.canonical}, {name.canonical}")
            whole[same_key(before.canonical)] = out[-1].canonical
        else:
            out.append(name)
    return _in_whole(out, whole) if whole else out


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
