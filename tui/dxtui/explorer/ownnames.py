"""The names that a person's aliases give, found as the names in the texts are."""

from collections.abc import Sequence

from dxtui.search import Query, Searcher, TextWriter, prepare
from dxtui.store.naming import Naming

_MOST = 50


class OwnNames:
    """Finds what aliases have made of entities by the names it has now."""

    def __init__(self, naming: Naming) -> None:
        """Take the groups that aliases make."""
        self._naming = naming
        self._searcher: Searcher | None = None
        self._groups = [group for group in naming.groups.values() if group.mentions]
        if self._groups:
            writer = TextWriter(None)
            for at, group in enumerate(self._groups):
                writer.add(at, prepare(group.name), at)
            writer.commit()
            self._searcher = Searcher(writer, lambda keys: [self._groups[key].name for key in keys])

    def also(self, query: Query, entities: Sequence[int]) -> list[int]:
        """Return what those entities of the record are now that `query` names, after what it names by its own name."""
        return list(dict.fromkeys([*self.named(query), *self._naming.all_of(entities)]))

    def named(self, query: Query | str) -> list[int]:
        """Return the groups whose name has all words of `query`, best first."""
        if self._searcher is None:
            return []
        answer = self._searcher.answer(query, limit=_MOST)
        return [] if answer.missing else [self._groups[hit.key].number for hit in answer.hits]
