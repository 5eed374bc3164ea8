"""What statements have beside their words, as a part of a question to the index."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from tantivy import Occur, Query

from dxtui.search.clause import scoring
from dxtui.search.dictionary import Dictionary

_FEW = 8
"""So many are asked for one by one; of more it is noted first which statements have one."""
_MOST = 0.5
"""What this part of the statements has, or more, narrows too little to be asked for."""


class Having(NamedTuple):
    """Something of which an answer has one at least."""

    field: Literal["tags", "document"]
    """Whether tags are meant, or the documents that statements are of."""
    one_of: Sequence[str | int]
    """The tags, or the numbers of the documents."""


def narrowed(query: Query, dictionary: Dictionary, having: Sequence[Having]) -> Query | None:
    """Return the question for those that answer `query` and have one of each; None where that is hardly less."""
    asked = [part for part in (_asked(dictionary, one) for one in having) if part is not None]
    return Query.boolean_query([(Occur.Must, query), *((Occur.Must, part) for part in asked)]) if asked else None


def _asked(dictionary: Dictionary, one: Having) -> Query | None:
    some: list[str | int] = list(one.one_of)
    if one.field == "tags":
        counts = {tag: dictionary.count("tags", str(tag)) for tag in some}
        if sum(counts.values()) > _MOST * dictionary.statements:
            return None
        some = [tag for tag, count in counts.items() if count]
    if not some:
        return Query.empty_query()
    if len(some) > _FEW:
        return scoring(Query.term_set_query(dictionary.schema, one.field, some), 0.0)
    terms = [Query.term_query(dictionary.schema, one.field, value, "basic") for value in some]
    return scoring(terms[0] if len(terms) == 1 else Query.boolean_query([(Occur.Should, term) for term in terms]), 0.0)
