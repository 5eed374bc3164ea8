"""Which entities of a record somebody means by a name, a part of one, or a short form."""

from collections.abc import Sequence
from functools import cached_property

from dxtui.model import ENTITY_TYPES, EntityType
from dxtui.search import Searcher
from dxtui.store.record import WANTED, Record, numbers_json
from dxtui.text.fold import fold

MOST_NAMES = 2_000
"""Names that one field may stand for."""
_MOST_SHORTENED = 20_000
"""Names, those named most, whose first letters are looked at."""
_SHORT = range(2, 9)
"""How many letters a short form has."""


class Called:
    """What `text` calls of one type."""

    def __init__(self, record: Record, names: Searcher, kind: EntityType, text: str) -> None:
        """Take the record, the index of its names, the type, and the name as it was typed."""
        self._record = record
        self._names = names
        self._type = ENTITY_TYPES.index(kind)
        self._text = " ".join(text.replace('"', " ").split())
        self._wanted = fold(self._text)

    def is_name(self, name: str) -> bool:
        """Whether it is just this name, but for case and marks; of a name that nothing has, its name in full."""
        return fold(name) == self._wanted or (not self._has_name and fold(name) in self._full)

    def begins(self, name: str) -> bool:
        """Whether the name goes on where what was typed ends: "Sở Công Thương tỉnh An Giang" for "Sở Công Thương"."""
        return fold(name).startswith(f"{self._wanted} ")

    def is_part(self, name: str) -> bool:
        """Whether the name has it in it."""
        return self._wanted in fold(name)

    @cached_property
    def whole(self) -> list[int]:
        """The entities that have just this name, or else the name in full of what it is a known name of."""
        if self._has_name:
            return [number for number, name in self._found if fold(name) == self._wanted]
        wanted = [f'"{name}"' for name in self._full_names]
        held = [one for query in dict.fromkeys(wanted) for one in self._holding(query)]
        return list(dict.fromkeys(number for number, name in held if fold(name) in self._full))

    @cached_property
    def entities(self) -> list[int]:
        """The entities meant, those first that have just this name or one that is known for it.

        Where one has just this name, that and those whose names go on after it. Else those that have it in their names;
        else those that its names in full are parts of, or that it is the short form of.
        """
        if self._has_name:
            return [*self.whole, *(number for number, name in self._found if self.begins(name))]
        found = [number for number, _ in self._found] or self._by_other_names() or self._by_first_letters()
        return list(dict.fromkeys([*self.whole, *found]))

    @cached_property
    def _has_name(self) -> bool:
        """Whether an entity has just this name."""
        return any(fold(name) == self._wanted for _, name in self._found)

    @cached_property
    def _full_names(self) -> list[str]:
        """The names in full of which this is another one."""
        from dxtui.extract.names.named import names_in  # Its tables and patterns are not on the way to the first rows.

        forms = [self._text, self._text.upper()] if self._is_short else [self._text]
        return [name for form in forms for name in names_in(form)]

    @cached_property
    def _full(self) -> frozenset[str]:
        return frozenset(map(fold, self._full_names))

    @cached_property
    def _found(self) -> list[tuple[int, str]]:
        return self._holding(f'"{self._text}"')

    def _holding(self, query: str) -> list[tuple[int, str]]:
        """Return the entities of the type whose names answer a query as it was typed."""
        answer = self._names.answer(query, limit=MOST_NAMES)
        if answer.missing or answer.corrected:
            return []
        return self._record.all(
            f"SELECT number, canonical FROM {WANTED} entities ON number = wanted WHERE type = ? AND mentions > 0",
            (numbers_json([hit.key // 2 for hit in answer.hits if hit.key % 2 == 0]), self._type),
        )

    def _by_other_names(self) -> list[int]:
        queries = [f'"{name}"' for name in self._full_names]
        if self._is_short:
            queries.append(self._text.upper())
        for query in dict.fromkeys(queries):
            if found := self._holding(query):
                return [number for number, _ in found]
        return []

    def _by_first_letters(self) -> list[int]:
        if not self._is_short:
            return []
        named = self._record.all(
            "SELECT number, canonical FROM entities WHERE type = ? AND mentions > 0 ORDER BY rank LIMIT ?",
            (self._type, _MOST_SHORTENED),
        )
        return [number for number, name in named if self._wanted in _short_forms(fold(name).split())]

    @property
    def _is_short(self) -> bool:
        return len(self._wanted) in _SHORT and self._wanted.isalpha()


def _short_forms(words: Sequence[str]) -> tuple[str, str]:
    """Return the first letters of words, of all and without "và", that people leave out."""
    return "".join(word[0] for word in words), "".join(word[0] for word in words if word != "va")
