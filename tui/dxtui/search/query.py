"""The query language: what was typed, taken apart. Any text is a query; what is wrong in one is told with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dxtui.search.brackets import MOST, Alternatives, outer
from dxtui.search.filters import FIELDS, Filter, Problem, read_filter, unknown_field
from dxtui.search.words import WORD
from dxtui.text.normal import normalise

_LONGEST = 1000
_MOST_WORDS = 40
_MOST_ALIKE = 2
_UNFINISHED_NUMBER = re.compile("[0-9][.,]$")
_PIECE = re.compile(
    rf"""(?P<minus>-(?=["“\w]))?
        (?:(?: (?P<field>[^\W\d_]{{1,20}}):(?=[^\s/:])(?!//)
             | (?P<apart>(?i:{"|".join(FIELDS)})):[ ]{{1,2}}(?=[^\s/:-])(?![^\W\d_]{{1,20}}:) )
           (?:(?P<sign>[<>≤≥=]{{1,2}})[ ]{{1,2}}(?=[^\s"]))?)?
        (?:"(?P<quoted>[^"]*)(?P<closed>")? | “(?P<curly>[^”]*)” | (?P<plain>[^\s"]+))""",
    re.VERBOSE,
)
_OR = "OR"


@dataclass(frozen=True, slots=True)
class Typed:
    """A piece of a query that stands between spaces, or in quotation marks."""

    text: str
    """As it was typed, without quotation marks."""
    words: tuple[str, ...]
    """Its words, which must stand together: "28/12" has two. Never empty."""
    open: bool
    """Whether it is still being typed, so that its last word may go on."""
    fixed: bool = False
    """Whether it stood in quotation marks."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query, taken apart."""

    text: str
    """As it was typed, in NFC."""
    alternatives: tuple[tuple[Typed, ...], ...] = ()
    """What stood between OR and OR: in each, all pieces must match. None is empty."""
    excluded: tuple[Typed, ...] = ()
    """What must not match."""
    filters: tuple[Filter, ...] = ()
    """The fields; all must hold, in every alternative."""
    problems: tuple[Problem, ...] = field(default=())
    """What could not be understood. The rest holds without it."""

    @property
    def wordless(self) -> bool:
        """Whether no word is looked for or left out, so that the filters alone decide."""
        return not self.alternatives and not self.excluded

    @property
    def everything(self) -> bool:
        """Whether nothing is asked."""
        return self.wordless and not self.filters


def parse(query: str) -> Query:
    """Take `query` apart. Never raises.

    Only the first 1,000 characters, 40 pieces and two of the same piece count: nobody types more, and a pasted book
    must not stop the app.

    >>> parse('"Đề án" 06 -cũ unit:%').alternatives[0][0].words
    ('Đề', 'án')
    """
    text = normalise(query)[:_LONGEST]
    pieces = list(_PIECE.finditer(text))[:_MOST_WORDS]
    alternatives: Alternatives[Typed] = Alternatives(bracketed=any(found["plain"] == _OR for found in pieces))
    flat: list[list[Typed]] = [[]]
    ors: list[tuple[int, int]] = []
    excluded: list[Typed] = []
    filters: list[Filter] = []
    problems: list[Problem] = []
    for found in pieces:
        group = "field" if found["field"] else "apart"
        name = found[group]
        if found["quoted"] is not None and found["closed"] is None:
            start = found.start("quoted") - 1
            problems.append(Problem(start, len(text), "the quotation mark is open", 'end the phrase with "'))
        if name is not None and name.lower() in FIELDS:
            value = next(part for part in (found["quoted"], found["curly"], found["plain"]) if part is not None)
            value = (found["sign"] or "") + value
            read, wrong = read_filter(name.lower(), value, found.end(group) + 1, found.end(), bool(found["minus"]))
            filters.extend(read)
            problems.extend(wrong)
            continue
        if name is not None:
            problems.append(unknown_field(name, found.start(group), found.end(group) + 1))
            continue
        bare = (found["plain"] or "")[:-1].lower()
        if bare in FIELDS and (found["plain"] or "").endswith(":"):
            problems.append(Problem(found.start("plain"), found.end(), f"{bare}: has no value", f'{bare}:"…"'))
            continue
        if found["plain"] == _OR and not found["minus"]:
            alternatives.another()
            flat.append([])
            ors.append(found.span())
            continue
        opening, plain, closing = outer(found["plain"]) if found["plain"] is not None else (0, None, 0)
        if found["minus"]:
            # What is left out is taken as it stands: while "-ho" is typed, "hoa" stays.
            excluded.extend(one for one in _pieces(found, plain, going_on=False) if excluded.count(one) < _MOST_ALIKE)
            alternatives.close(closing)
            continue
        alternatives.open(opening)
        if plain is not None and opening and plain.partition(":")[0].lower() in FIELDS and ":" in plain:
            start = found.start("plain") + opening
            problems.append(Problem(start, found.end(), "a field stands outside brackets", "all fields must hold"))
            alternatives.close(closing)
            continue
        for piece in _pieces(found, plain, going_on=found.end() == len(text) and not closing):
            alternatives.add(piece, _MOST_ALIKE)
            flat[-1].append(piece)
        alternatives.close(closing)
    some = tuple(tuple(one) for one in alternatives.end() if one)
    if alternatives.cut:
        problems.append(Problem(0, len(text), f"only {MOST} alternatives are looked for", "fewer OR in brackets"))
    problems += _lone_ors(ors, flat)
    if text.strip() and not (some or excluded or filters or problems):
        start = len(text) - len(text.lstrip())
        problems.append(Problem(start, len(text.rstrip()), "there is no word to look for", f"for example {_EXAMPLES}"))
    return Query(text, some, tuple(excluded), tuple(filters), tuple(problems))


_EXAMPLES = 'hồ sơ, "dịch vụ công", -cũ, unit:%'


def _lone_ors(ors: Sequence[tuple[int, int]], alternatives: Sequence[Sequence[Typed]]) -> Iterator[Problem]:
    """Give what is wrong with each OR, between two of the alternatives, that has no word on one side."""
    for (start, end), before, after in zip(ors, alternatives, alternatives[1:], strict=False):
        if not (before and after):
            side = "after" if before else "before"
            hint = "words stand on both sides: tỷ OR triệu; fields hold in every alternative"
            yield Problem(start, end, f"OR has no word {side} it", hint)


def _pieces(found: re.Match[str], plain: str | None, *, going_on: bool) -> Iterator[Typed]:
    """Give the piece that was found, `plain` without its brackets, if it has a letter, digit or unit sign."""
    if plain is None:
        inside = found["curly"] if found["quoted"] is None else found["quoted"]
        words = WORD.findall(inside)
        if words:
            unfinished = going_on and found["closed"] is None and found["curly"] is None
            yield Typed(inside, tuple(words), unfinished and inside.endswith(words[-1]), fixed=True)
        return
    words = WORD.findall(plain)
    if words:
        if going_on and _UNFINISHED_NUMBER.search(plain):
            words[-1] += plain[-1]
        yield Typed(plain, tuple(words), going_on and plain.endswith(words[-1]))
