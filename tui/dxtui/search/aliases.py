"""Short forms of public life and what they stand for, both ways: TTHC and thủ tục hành chính."""

from collections.abc import Iterator, Sequence
from functools import cache

from dxtui.lexicon.tables import table
from dxtui.search.words import WORD, Spelling, spell

Form = tuple[Spelling, ...]
"""A name as its words."""

_SHORTEST = 3
"""A short form of fewer letters means something only in capitals ("DN", "HS")."""


@cache
def _others() -> dict[str, list[tuple[Form, Form, bool]]]:
    """Return, under its first folded word, each form: its words, the other form's, and whether that is the long one."""
    others: dict[str, list[tuple[Form, Form, bool]]] = {}
    for short, long in _pairs():
        one, other = (tuple(map(spell, WORD.findall(text))) for text in (short, long))
        if one and other:
            others.setdefault(one[0].folded, []).append((one, other, True))
            others.setdefault(other[0].folded, []).append((other, one, False))
    return others


def _pairs() -> Iterator[tuple[str, str]]:
    """Give short forms with long ones: of words, of units with a sign, of fields that ministries are named by."""
    units = [pair for rows in table("units").values() for pair in rows.items() if isinstance(pair[1], str)]
    for sign, code in units:
        if not any(map(str.isalnum, sign)):
            yield from ((sign, form) for form, other in units if other == code and form != sign)
    yield from table("abbreviations")["words"].items()
    for field, facts in table("organisations")["fields"].items():
        for other in facts.get("other", ()):
            if " " not in other and other.isupper() and len(other) >= _SHORTEST:
                yield other, field


def other_forms(words: Sequence[tuple[Spelling, bool]]) -> Iterator[tuple[int, int, Form, bool]]:
    """Give what stands in a query in its short or long form.

    `words` are the words of a query, each with whether it was typed in capitals. Each result says where the form starts
    and ends among them, the words of its other form, and whether that is the long one.
    """
    others = _others()
    for start, (word, capitals) in enumerate(words):
        for one, other, longer in others.get(word.folded, ()):
            typed = [spelling for spelling, _ in words[start : start + len(one)]]
            letters = sum(len(part.folded) for part in one)
            if longer and letters < _SHORTEST and not capitals and word.folded[0].isalnum():
                continue
            if len(typed) == len(one) and all(map(_same, typed, one)):
                yield start, start + len(one), other, longer


def _same(typed: Spelling, word: Spelling) -> bool:
    """Whether a word was typed as it is written, or without marks."""
    return typed == word or (not typed.marked and typed.folded == word.folded)
