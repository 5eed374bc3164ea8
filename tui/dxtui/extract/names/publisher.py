"""Which one body a text is of, and what the text means by its kind, its organs and its parts alone.

A hospital's report says "Bệnh viện", "Ban Giám đốc" and "Khoa Nội" and means its own. Where it is in doubt whose a text
is, nothing is said.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import Final, NamedTuple

from dxtui.extract.names.letterheads import LETTERHEAD, column
from dxtui.extract.names.name import Name, Page
from dxtui.extract.names.owners import Owners
from dxtui.extract.names.persons import begins_as_post
from dxtui.lexicon.frames import frames
from dxtui.lexicon.names import Entry
from dxtui.lexicon.organisations import organs
from dxtui.lexicon.published import file_number
from dxtui.lexicon.tables import table
from dxtui.model import Mention, Statement
from dxtui.text.spelling import UPPER, same_key, spelling

_HEAD: Final = 600
"""Code points at the start of a text in which the number stands that its publisher gave it."""
_END: Final = 200
"""Code points at the end of a text in which it is signed."""
_LEAD: Final = 1500
"""Code points at the start of an interview in which it is told who answers."""
_ASKED: Final = 4000
"""And in which somebody is asked."""
_POST: Final = 40
_TITLES: Final = 6
"""So many statements at the start may hold the title."""
_OF: Final = " của "
_BOUND: Final = (_OF, " (", ", ")
"""Behind a part of a body these may say whose it is."""


_CALLED: Final = re.compile(rf"[“\"]?([{UPPER}][\w&.-]*(?:[ \n][\w&.-]+){{0,5}})[”\"]?\)")
_MOST_CALLED: Final = 20


class _Kind(NamedTuple):
    """A kind of bodies, by what their names begin with."""

    heads: tuple[str, ...]
    selves: tuple[str, ...]
    """What their texts call them besides that."""
    organs: tuple[str, ...]
    parts: tuple[str, ...]
    always: tuple[str, ...]
    """Parts that no other kind has."""
    released: tuple[str, ...]
    """Parts that letters to the press name without it too."""
    apart: tuple[str, ...]
    """How names begin that sound like those of parts and are of another's."""


@cache
def _kinds() -> tuple[_Kind, ...]:
    rows = table("organisations")["publishers"].values()
    return tuple(_Kind(*(tuple(row.get(key, ())) for key in _Kind._fields)) for row in rows)


@cache
def _part_words() -> tuple[str, ...]:
    return tuple(f"{part} " for kind in _kinds() for part in kind.parts if " " not in part)


@cache
def _portals() -> frozenset[str]:
    """Return the systems that whose they are names alone."""
    return frozenset(table("systems")["grammar"]["of_owner"])


@cache
def _interviews() -> tuple[str, ...]:
    return tuple(map(spelling, table("organisations")["heads"]["interviews"]))


@cache
def _releases() -> tuple[str, ...]:
    return tuple(map(spelling, table("organisations")["heads"]["releases"]))


def known_publisher(mentions: Sequence[Mention]) -> str:
    """Return the full name of who put a text out, in whose name `mentions` were found; "" if it is of no known kind."""
    first = mentions[0] if mentions else None
    whole = first is not None and first.start == 0 and first.type == "organisation"
    return first.canonical if first is not None and whole and _kind_of(first.canonical) is not None else ""


def organ(page: Page, start: int, end: int, entry: Entry) -> Name | None:
    """Return an organ of a body that is named by its kind alone: "HĐQT"."""
    if page.text[start].islower() or frames().is_class(page.key, start):
        return None
    return Name(start, end, "organisation", entry.canonical, opener=entry.canonical)


class Publisher:
    """The body that puts a text out, with those above it, or the one that it is about."""

    def __init__(
        self, page: Page, found: Sequence[Name], statements: Sequence[Statement], owner: Owners, known: str
    ) -> None:
        """Take a page, its names in order, whose its places' bodies are, and who is known to have put it out or ""."""
        self._page = page
        self._found = found
        self._starts = [name.start for name in found]
        self._numbered = file_number().search(page.text, 0, _HEAD)
        """The number that the text bears, which only a body gives that has files and departments."""
        bodies = [_in_full(name, owner) for name in _in_letterhead(page, found, self._numbered)]
        self._heads = bool(bodies)
        """Whether the text says itself whose it is; else it is but about somebody."""
        self._speaks = self._heads
        """Whether the text, or who is asked in it, speaks for the body."""
        if not bodies:
            signed = _in_signature(page, found)
            bodies = [known] if known else [_in_full(signed, owner)] if signed is not None else []
            self._heads = self._speaks = bool(bodies)
        if not bodies:
            name, self._speaks = _in_title(page, found, statements)
            bodies = [_in_full(name, owner)] if name is not None else []
            self._heads = self._speaks and _is_release(page, statements)
        self._bodies = [_best_written(body, found) for body in reversed(bodies)]
        self._kind = _kind_of(self._bodies[0]) if self._bodies else None
        own = (name for name in found if self._bodies and name.canonical == self._bodies[0] and not name.opener)
        self._shorts = frozenset(page.text[name.start : name.end] for name in own)
        """What the text calls the body besides its full name."""
        self._called = {called: _in_full(name, owner) for called, name in called_so(page, found).items()}
        self._council = _only_council(found, owner)

    def called(self, name: Name) -> str | None:
        """Return the body that a text means by the kind of body that `name` is, "Bệnh viện", where it is its own."""
        if name.opener in self._called:
            return self._called[name.opener]
        if self._kind is None or not self._speaks:
            return None
        word = name.opener.lower()
        if name.opener in self._kind.selves:
            return self._bodies[0]
        for body in self._bodies:
            kind = _kind_of(body)
            if kind is not None and word in map(str.lower, kind.heads) and body.lower().startswith(f"{word} "):
                return body if self._heads or not self._is_beside(name, body) else None
        return None

    def unowned(self, opener: str, meant: str | None) -> str | None:
        """Return what an opener alone means whose body the text before it does not tell, `meant` where it does.

        An organ is given back as it is called: whose it is may stand behind it.
        """
        if opener in organs():
            return opener
        if self._council and opener in _council_parts():
            return f"{opener} {self._council}"
        return meant if meant is not None else self.organ(opener)

    def organ(self, called: str) -> str | None:
        """Return the organ that a text calls so with whose it is, None if it is not the publisher's."""
        if self._kind is None or called not in self._kind.organs:
            return None
        return f"{called} {self._bodies[0]}"

    def part(self, name: Name, canonical: str) -> str:
        """Return the full name of a part of a body with the body where it is the publisher's, else as it is."""
        if self._council and canonical in _council_parts():
            return f"{canonical} {self._council}"
        if self._kind is None or not canonical.startswith(self._kind.parts) or canonical in self._bodies:
            return canonical
        if canonical in self._kind.parts:
            return f"{canonical} {self._bodies[0]}"
        named = self._numbered is not None or canonical.startswith(self._kind.released)
        if not (self._heads and named):
            return canonical
        text, known = self._page.text, self._page.whole.get(name.start)
        of_others = any(_names(canonical, head) for kind in _kinds() for head in kind.heads)
        bound = text.startswith(_BOUND, name.end) and self._begins_body(name.end)
        known_body = known is not None and known[0] == name.end
        if known_body or bound or of_others or self._has_place(name):
            return canonical
        short = next((short for short in self._shorts if canonical.endswith(f" {short}")), "")
        canonical = canonical.removesuffix(f" {short}")
        if canonical.startswith(self._kind.apart) or not canonical.startswith(_part_words()):
            return canonical
        return f"{canonical} {self._bodies[0]}"

    def _begins_body(self, at: int) -> bool:
        """Whether the next name behind `at` is a body, with nothing but a sign or "của" between."""
        following = bisect_left(self._starts, at)
        if following == len(self._found):
            return False
        gap = self._page.text[at : self._starts[following]]
        return gap in _BOUND and self._found[following].type == "organisation"

    def _has_place(self, name: Name) -> bool:
        """Whether a place stands in `name`, which then is not the publisher's alone."""
        return any(at in self._page.places for at in range(name.start + 1, name.end))

    def _is_beside(self, name: Name, body: str) -> bool:
        """Whether another body of the same kind stands before `name` in its statement."""
        start, at = self._page.statement_start(name.start), bisect_left(self._starts, name.start) - 1
        while at >= 0 and self._starts[at] >= start:
            other = self._found[at]
            if other.type == "organisation" and other.canonical.startswith(f"{name.opener} "):
                return not body.startswith(other.canonical)
            at -= 1
        return False


def called_so(page: Page, found: Sequence[Name]) -> dict[str, Name]:
    """Return what a text says that it will call names: "Công ty A (sau đây gọi tắt là Công ty)"."""
    if "(" not in page.text:
        return {}
    out: dict[str, Name] = {}
    starts = [name.start for name in found]
    for told in frames().called.finditer(page.key):
        called = _CALLED.match(page.text, told.end())
        before = bisect_left(starts, told.start()) - 1
        behind = before >= 0 and not page.text[found[before].end : told.start()].strip()
        if called is not None and behind and len(out) < _MOST_CALLED:
            out.setdefault(" ".join(called[1].split()), found[before])
    return out


def with_wholes(page: Page, mentions: Sequence[Mention], publisher: Publisher) -> list[Mention]:
    """Return `mentions` with organs and parts in full: of the body behind them, or else the publisher's.

    "Hội đồng quản trị Sao Khuê" is one mention, "Ban Pháp luật của Liên đoàn" are two; an organ of nobody is none.
    A portal that whose it is names alone is one with that: "Cổng thông tin điện tử của Sở".
    """
    out: list[Mention] = []
    for at, mention in enumerate(mentions):
        before = out[-1] if out else None
        if before is not None and mention.start < before.end:
            continue
        following = mentions[at + 1] if at + 1 < len(mentions) else None
        whose = following if following is not None and following.type == "organisation" else None
        if mention.type == "organisation" and mention.canonical in organs():
            if whose is not None and whose.canonical not in organs() and page.text[mention.end : whose.start] == " ":
                out.append(mention._replace(end=whose.end, canonical=f"{mention.canonical} {whose.canonical}"))
                continue
            owned = publisher.organ(mention.canonical)
            of_other = whose is not None and page.text[mention.end : whose.start] == _OF
            full = f"{mention.canonical} {whose.canonical}" if of_other and whose is not None else owned
            if full is not None:
                out.append(mention._replace(canonical=full))
            continue
        if mention.type == "system" and mention.canonical in _portals() and page.key.startswith(_OF, mention.end):
            if whose is not None and whose.start == mention.end + len(_OF):
                full = f"{mention.canonical} {whose.canonical}"
                out.append(mention._replace(end=whose.end, canonical=full))
            continue
        part = mention.type == "organisation" and mention.canonical.startswith(_part_words())
        if part and whose is not None and page.text[mention.end : whose.start] == _OF:
            mention = mention._replace(canonical=f"{mention.canonical} {whose.canonical}")
        out.append(mention)
    return out


def _in_letterhead(page: Page, found: Sequence[Name], number: re.Match[str] | None) -> list[Name]:
    """Return the bodies of the letterhead, each in a line or column of its own all in capitals, the highest first.

    They stand above the `number` of the text, or where it has none begin it.
    """
    out: list[Name] = []
    for name in takewhile(lambda name: name.start < LETTERHEAD, found):
        if number is not None and name.start > number.start():
            break
        gap = page.text[out[-1].end if out else 0 : name.start].strip()
        if number is None and gap:
            break
        if name.type != "organisation" or not page.text[name.start : name.end].isupper():
            continue
        if not any(column(page.text, name.start, name.end)):
            out.append(name)
    return out


def _in_signature(page: Page, found: Sequence[Name]) -> Name | None:
    """Return the body whose part signs the text at its end: "Phòng Công tác xã hội - Bệnh viện A"."""
    for name in takewhile(lambda name: name.start > len(page.text) - _END, reversed(found)):
        if name.type != "organisation" or name.opener or _kind_of(name.canonical) is None:
            continue
        before, behind = column(page.text, name.start, name.end)
        if not behind and f"{before} ".startswith(_part_words()):
            return name
    return None


def _in_title(page: Page, found: Sequence[Name], statements: Sequence[Statement]) -> tuple[Name | None, bool]:
    """Return the body that begins the title, and whether it is its head who speaks: "Giám đốc Sở Y tế A: “…”"."""
    title = next((line for line in statements[:_TITLES] if line.kind == "title"), None)
    if title is None:
        return None, False
    first = next((name for name in found if title.start <= name.start < title.end), None)
    if first is not None and first.start == title.start and first.type == "organisation" and not first.opener:
        return first, _is_release(page, statements)
    speaks = first is not None and first.type == "organisation" and not first.opener
    speaks = (
        speaks
        and first is not None
        and begins_as_post(page.text[title.start : first.start])
        and page.text.startswith(":", first.end)
    )
    if speaks:
        return first, True
    asked = _in_interview(page, found)
    return asked, asked is not None


def _in_interview(page: Page, found: Sequence[Name]) -> Name | None:
    """Return the body whose head answers in an interview, if its start names but one: "ông A, Giám đốc Sở Y tế B"."""
    if not any(page.key.find(told, 0, _ASKED) >= 0 for told in _interviews()):
        return None
    heads: dict[str, Name] = {}
    ends = set(page.persons.values())
    for name in takewhile(lambda name: name.start < _LEAD, found):
        comma = page.text.rfind(", ", max(0, name.start - _POST), name.start)
        answers = name.type == "organisation" and comma in ends and _kind_of(name.canonical) is not None
        if answers and begins_as_post(page.text[comma + 2 : name.start]):
            heads.setdefault(name.canonical, name)
    return next(iter(heads.values())) if len(heads) == 1 else None


def _is_release(page: Page, statements: Sequence[Statement]) -> bool:
    """Whether a line at the start says that the text is a letter to the press."""
    return any(page.key.startswith(_releases(), line.start) for line in statements[:_TITLES])


def _in_full(name: Name, owner: Owners) -> str:
    return (owner.owned(name, {}) if name.level else None) or name.canonical


def _names(canonical: str, head: str) -> bool:
    """Whether a name has another body's in it that `head` begins: "Khoa Nội Bệnh viện A", but "Khối Ngân hàng số"."""
    at = canonical.find(f" {head} ")
    return at > 0 and canonical[at + len(head) + 2].isupper()


def _best_written(body: str, found: Sequence[Name]) -> str:
    """Return a name in capitals, of which some may be gone, as the text writes it elsewhere: with most of them."""
    key = same_key(body)
    same = [name.canonical for name in found if len(name.canonical) == len(body) and same_key(name.canonical) == key]
    return max([body, *same], key=lambda form: sum(map(str.isupper, form)))


def _kind_of(body: str) -> _Kind | None:
    """Return the kind of a body, by the longest beginning of its name that is one."""
    heads = {head: kind for kind in _kinds() for head in kind.heads if f"{body} ".startswith(f"{head} ")}
    return heads[max(heads, key=len)] if heads else None


def _only_council(found: Sequence[Name], owner: Owners) -> str:
    """Return the one body that a text names of the kind whose parts no other has; "" for none or several."""
    heads = tuple(f"{head} " for kind in _kinds() if kind.always for head in kind.heads)
    councils = {(name.canonical, name.level): name for name in found if name.canonical.startswith(heads)}
    named = {_in_full(name, owner) for name in councils.values()}
    return named.pop() if len(named) == 1 else ""


@cache
def _council_parts() -> frozenset[str]:
    return frozenset(part for kind in _kinds() for part in kind.always)
