"""What was read in one document, from the record."""

from dxtui.model import Reading
from dxtui.store.pack import (
    FIGURE_COLUMNS,
    NUMBER_COLUMNS,
    TASK_COLUMNS,
    figure_of,
    mention_of,
    number_of,
    statement_of,
    task_of,
)
from dxtui.store.record import Record


def reading_of(record: Record, number: int) -> Reading:
    """Return the reading of the document with this number."""
    (found,) = record.all(
        "SELECT statement, statement + statements - 1, figure, figure + figures - 1, number_, number_ + numbers - 1,"
        " mention, mention + mentions - 1, task, task + tasks - 1 FROM documents WHERE number = ?",
        (number,),
    )

    def rows(at: int, query: str, key: str = "number") -> list[tuple[int, ...]]:
        return record.all(f"{query} WHERE {key} BETWEEN ? AND ? ORDER BY 1", found[2 * at : 2 * at + 2])

    statements = rows(0, 'SELECT start, "end", kind FROM statements', "key")
    figures = rows(1, f"SELECT {FIGURE_COLUMNS} FROM figures")
    numbers = rows(2, f"SELECT {NUMBER_COLUMNS} FROM numbers")
    mentions = rows(
        3,
        'SELECT start, "end", type, canonical FROM mentions CROSS JOIN entities ON entities.number = entity',
        "mentions.number",
    )
    tasks = rows(4, f"SELECT {TASK_COLUMNS} FROM tasks")
    return Reading(
        record.document(number),
        tuple(statement_of(*row) for row in statements),
        tuple(sorted([*map(figure_of, figures), *map(number_of, numbers)], key=lambda number: number.start)),
        tuple(mention_of(*row) for row in mentions),  # type: ignore[arg-type]
        tuple(map(task_of, tasks)),
    )
