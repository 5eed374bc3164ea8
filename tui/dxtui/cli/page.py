"""The page of an entity, for people and for programs."""

from collections.abc import Iterator

from dxtui.explorer import EntityPage
from dxtui.output import DOCUMENT, FIGURE, STATEMENT, TASK, Fields
from dxtui.text.visible import visible_line
from dxtui.ui.standing import standing_words
from dxtui.ui.words import say, title
from dxtui.wording import worded

_BESIDE = 20
"""Other entities that are told."""


def fields(page: EntityPage, limit: int | None = None) -> Fields:
    """Return the page as plain values; of each list at most `limit` rows."""
    return {
        "canonical": page.entity.canonical,
        "type": page.entity.type,
        "mentions": len(page.entity.mentions),
        "standing": page.standing and page.standing._asdict(),
        "names": [{"text": one.text, "count": one.times} for one in page.names[:limit]],
        "documents": [DOCUMENT(row) for row in page.documents[:limit]],
        "named_with": [
            {"canonical": row.canonical, "type": row.type, "count": len(row.mentions)} for row in page.beside[:_BESIDE]
        ],
        "figures": [FIGURE(row) for row in page.figures[:limit]],
        "tasks": [TASK(row) for row in page.tasks[:limit]],
        "statements": [STATEMENT(row) for row in page.statements[:limit]],
    }


def lines(page: EntityPage, limit: int | None = None) -> Iterator[str]:
    """Yield the page line by line, a heading before each list; of each list at most `limit` rows."""
    entity = page.entity
    yield visible_line(
        f"{entity.canonical} ({say(f'types.{entity.type}')}), {say('trips.named', n=len(entity.mentions))}"
    )
    if page.standing is not None:
        yield visible_line(standing_words(page.standing, part=entity.type == "place"))
    lists = {
        title("names"): [f"{one.text}\t{one.times}" for one in page.names[:limit]],
        title("documents"): [f"{row.place.document.label}\t{row.id}" for row in page.documents[:limit]],
        say("cli.entities"): [f"{row.canonical}\t{len(row.mentions)}" for row in page.beside[:_BESIDE]],
        title("figures"): [f"{worded(row).amount}\t{worded(row).measured}\t{row.id}" for row in page.figures[:limit]],
        title("tasks"): [f"{row.task.deadline or '-'}\t{row.task.what}\t{row.id}" for row in page.tasks[:limit]],
        title("statements"): [f"{row.place.quote}\t{row.id}" for row in page.statements[:limit]],
    }
    for heading, rows in lists.items():
        if rows:
            yield ""
            yield heading
            for row in rows:
                yield "  " + "\t".join(map(visible_line, row.split("\t")))
