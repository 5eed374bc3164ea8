"""Deeds that are asked for: where one starts, and behind whom."""

import re
from typing import Final

from dxtui.extract.tasks.assignees import Assignee
from dxtui.lexicon.tasks import TaskWords
from dxtui.text.letters import letters_end

_FAR: Final = 90
_WORD: Final = re.compile(r" (?=[^\W\d_])|[.;:(“\"]")
_SIGNS: Final = '.;:(“"'
_BEHIND_WORD: Final = re.compile(r"[^\W\d_] ")
_PASSIVE: Final = (" được ", " đã ")


class Deeds:
    """Finds deeds in a text."""

    def __init__(self, text: str, key: str, words: TaskWords) -> None:
        """Take the text, and the text in the one spelling."""
        self.text = text
        self.key = key
        self.size = len(key)
        self.words = words
        self._found: dict[int, re.Match[str] | None] = {}

    def at(self, place: int) -> re.Match[str] | None:
        """Return the deed that starts at `place`."""
        if place not in self._found:
            self._found[place] = self._at(place)
        return self._found[place]

    def _at(self, place: int) -> re.Match[str] | None:
        """Return the deed at `place`; most places are ruled out by their first word."""
        key = self.key
        end = letters_end(key, place, self.size)
        if end == place or key[place:end] not in self.words.action_firsts:
            return None
        deed = self.words.action.match(key, place)
        if deed is not None and " " not in deed[0] and self.words.no_deed.match(key, place) is not None:
            return None
        return deed

    def behind(self, place: int, end: int) -> int:
        """Return where the deed starts behind somebody, past "phải", "cần" and the like; `place` if there is none.

        A capital right behind a word is that of a name: "Chánh Văn phòng Thường trực".
        """
        demand = self.words.demand.match(self.key, place, end)
        if demand is not None:
            return demand.end()
        chain = self.words.chain.match(self.key, place, end)
        place_after = chain.end() if chain else place
        also = self.words.also.match(self.key, place_after, end)
        deed = also.end() if also else place_after
        named = self.text[deed : deed + 1].isupper() and _BEHIND_WORD.match(self.text, deed - 2)
        return deed if self.at(deed) and not named else place

    def after(self, place: int, end: int) -> int:
        """Return where the first deed starts behind the words at `place`; 0 if a sign stands before it.

        A deed written with a capital is part of a name: "Cục Quản lý …".
        """
        for word in _WORD.finditer(self.key, place, min(end, place + _FAR)):
            if word[0] in _SIGNS:
                return 0
            named = word[0] != " " or self.text[word.end()].isupper()
            done = self.key.endswith(_PASSIVE, 0, word.end())
            if not (named or done) and self.at(word.end()) and not self._ends_word(word.end()):
                return word.end()
        return 0

    def _ends_word(self, place: int) -> bool:
        """Whether the syllable at `place` is the second of a word: "chương trình"."""
        deed = self.at(place)
        first = self.key.rfind(" ", 0, place - 1) + 1
        return deed is not None and self.key[first : deed.end()] in self.words.compounds

    def whole_class(self, who: Assignee, deed: int) -> str:
        """Return who is named, with the words that single out a class: "các đơn vị chuyên trách"."""
        between = self.text[who.end : deed].strip()
        plain = who.name[:1].islower() and between.replace(" ", "").isalpha() and len(between.split()) <= 4
        also = self.words.also.match(self.key, who.end)
        demand = self.words.demand.match(self.key, who.end)
        return f"{who.name} {between}" if plain and not (also and also.end() > who.end + 1) and not demand else who.name
