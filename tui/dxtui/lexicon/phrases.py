"""Phrases compiled into one pattern: a list of words and what they mean, matched at a place in one step."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Generic, TypeVar

from dxtui.text.spelling import spelling

Meaning = TypeVar("Meaning")

_GAP: Final = " {1,3}+"
_TONES: Final = "\u0300\u0301\u0309\u0303\u0323"
_LATE: Final = {
    unicodedata.normalize("NFC", first + tone) + second: first + unicodedata.normalize("NFC", second + tone)
    for first, second in ("oa", "oe", "uy")
    for tone in _TONES
}
_EARLY: Final = re.compile("|".join(_LATE))
_I_FOR_Y: Final = {
    unicodedata.normalize("NFC", "y" + tone): unicodedata.normalize("NFC", "i" + tone) for tone in ("", *_TONES)
}
_LAST_Y: Final = re.compile(f"(?<=[hklmst])[{''.join(_I_FOR_Y)}](?!\\w)|(?<=qu)[{''.join(_I_FOR_Y)}](?!\\w)")


def spellings(phrase: str) -> Iterator[str]:
    """Yield the ways Vietnamese writes `phrase`: the mark on either vowel (hóa, hoá), i or y at a syllable's end."""
    late = _EARLY.sub(_with_late, phrase)
    yield from {form: None for one in (phrase, late) for form in (one, _LAST_Y.sub(_with_i, one))}


def _with_late(found: re.Match[str]) -> str:
    return _LATE[found[0]]


def _with_i(found: re.Match[str]) -> str:
    return _I_FOR_Y[found[0]]


def alternation(phrases: Iterable[str], gap: str = _GAP) -> str:
    """Return a pattern that matches the longest of `phrases`, in time that does not grow with their number.

    `gap` is what stands for each of their spaces.
    """
    tree: dict[str, Any] = {}
    for phrase in phrases:
        node = tree
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = {}
    return _source(tree, gap)


def spelled(phrases: Iterable[str], gap: str = " ") -> str:
    """Return the `alternation` of phrases in the one spelling, for text in it with single spaces."""
    return alternation(map(spelling, phrases), gap)


def whole(phrases: Iterable[str], gap: str = _GAP) -> str:
    """Return the `alternation` of phrases where no word goes on into one.

    What stands before a phrase is asked behind its first letter, so that a search passes over other letters at once.
    """
    tree: dict[str, dict[str, Any]] = {}
    for phrase in phrases:
        node: dict[str, Any] = tree.setdefault(phrase[0], {})
        for char in phrase[1:]:
            node = node.setdefault(char, {})
        node[""] = {}
    return "(?:" + "|".join(rf"{re.escape(first)}(?<!\w.){_source(node, gap)}" for first, node in tree.items()) + ")"


def spelled_whole(phrases: Iterable[str]) -> str:
    """Return the `whole` phrases in the one spelling, for text in it with single spaces."""
    return whole(map(spelling, phrases), " ")


def backwards(phrases: Iterable[str]) -> str:
    """Return a pattern that matches the longest of `phrases`, however they are spelt, in text that runs backwards."""
    return alternation(form[::-1] for phrase in phrases for form in spellings(phrase))


def _source(node: dict[str, Any], gap: str) -> str:
    parts = []
    for char, below in node.items():
        if not char:
            continue
        chain = char
        while len(below) == 1 and "" not in below:  # no branch before the next letter
            ((char, below),) = below.items()
            chain += char
        parts.append(gap.join(map(re.escape, chain.split(" "))) + _source(below, gap))
    if not parts:
        return ""
    if "" not in node:
        return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
    return f"(?:{'|'.join(parts)})?"


def anywhere(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern, to be searched, of `phrases` as whole words.

    A sign at the edge of one, as in "+/-", touches a word.
    """
    words: list[str] = []
    signs: list[str] = []
    for phrase in phrases:
        (words if phrase[0].isalnum() else signs).append(phrase)
    touching = rf"|\b{alternation(signs)}" if signs else ""
    return re.compile(rf"(?:{whole(words)}{touching})\b")


class _Meanings(dict[str, Any]):
    """What phrases mean, each also where it is written with several spaces."""

    def __missing__(self, phrase: str) -> Any:
        meaning = self.get(" ".join(phrase.split()))
        if meaning is None:
            raise KeyError(phrase)
        return meaning


class Phrases(Generic[Meaning]):
    """Phrases with their meanings, looked for at one place of a text in lower case with plain spaces for white space.

    With `backwards` they are looked for in the text reversed, so that what stands before a place is matched from there.
    """

    __slots__ = ("meanings", "pattern")

    def __init__(
        self, meanings: Mapping[str, Meaning], *, before: str = "", after: str = "", backwards: bool = False
    ) -> None:
        """Compile `meanings`; `before` and `after` are patterns around a phrase, in the direction of matching."""
        step = -1 if backwards else 1
        self.meanings: Mapping[str, Meaning] = _Meanings(
            (form[::step], meaning) for phrase, meaning in meanings.items() for form in spellings(phrase)
        )
        """What each means, by group 1 of a match."""
        self.pattern = re.compile(f"{before}({alternation(self.meanings)}){after}")

    def of(self, found: re.Match[str]) -> Meaning:
        """Return what the phrase means that `pattern` found."""
        return self.meanings[found[1]]
