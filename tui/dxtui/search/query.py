"""The query language: what was typed, taken apart. Any text is a query; what is wrong in one is told with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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
    alternatives: list[list[Typed]] = [[]]
    ors: list[tuple[int, int]] = []
    excluded: list[Typed] = []
    filters: list[Filter] = []
    problems: list[Problem] = []
    for found in list(_PIECE.finditer(text))[:_MOST_WORDS]:
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
            alternatives.append([])
            ors.append(found.span())
            continue
        kept = excluded if found["minus"] else alternatives[-1]
        # What is left out is taken as it stands: while "-ho" is typed, "hoa" stays.
        for piece in _pieces(found, going_on=found.end() == len(text) and not found["minus"]):
            if sum(other.text == piece.text for other in kept) < _MOST_ALIKE:
                kept.append(piece)
    problems += _lone_ors(ors, alternatives)
    some = tuple(tuple(pieces) for pieces in alternatives if pieces)
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


def _pieces(found: re.Match[str], going_on: bool) -> Iterator[Typed]:
    """Give the piece that was found, if it has a letter, digit or unit sign."""
    if found["plain"] is None:
        inside = found["curly"] if found["quoted"] is None else found["quoted"]
        words = WORD.findall(inside)
        if words:
            unfinished = going_on and found["closed"] is None and found["curly"] is None
            yield Typed(inside, tuple(words), unfinished and inside.endswith(words[-1]), fixed=True)
        return
    piece = found["plain"]
    words = WORD.findall(piece)
    if words:
        if going_on and _UNFINISHED_NUMBER.search(piece):
            words[-1] += piece[-1]
        yield Typed(piece, tuple(words), going_on and piece.endswith(words[-1]))
