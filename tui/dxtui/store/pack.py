"""A reading as rows for the tables of the record, made in the process that read it; and rows as nouns again."""

import zlib
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple, get_args

from dxtui.model import ENTITY_TYPES, NUMBER_CLASSES, STATEMENT_KINDS, Figure, Mention, Number, Reading, Statement, Task
from dxtui.model.number import Certainty, Direction, Qualifier, Role
from dxtui.model.period import bounds
from dxtui.model.task import TaskState
from dxtui.store.order import order_key
from dxtui.store.tags import Tags
from dxtui.text.fold import fold

BLOCK = 2_048
"""Code points of a text that are packed together."""

BLOCKS = 1 << 20
"""Blocks that one document may have: the block of a text is numbered `document * BLOCKS + block`."""

_QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)
_ROLES: tuple[Role, ...] = get_args(Role)
_DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
_CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
_STATES: tuple[TaskState, ...] = get_args(TaskState)

Row = tuple[Any, ...]
"""What is written into one row of a table."""


class Packed(NamedTuple):
    """A reading as plain values: quick to hand from one process to another. Statements are counted from 0."""

    id: str
    """The document's id."""
    facts: Row
    """Its title, publisher, author, published, event_date, place, url and reference."""
    label: str
    """Its label."""
    length: int
    """Code points of its text."""
    blocks: list[bytes]
    """The text, in packed blocks."""
    statements: list[Row]
    """start, end, kind; then how many figures, mentions and tasks start in it."""
    words: Any
    """What the text index takes of the statements."""
    figures: list[Row]
    """The statement, then the columns of `figures` from start on."""
    numbers: list[Row]
    """The statement, then the columns of `numbers` from start on."""
    mentions: list[Row]
    """The statement, start, end, type, canonical."""
    tasks: list[Row]
    """The statement, then the columns of `tasks` from start on."""
    tags: list[str]
    """What the text index knows of the statements beside their words, but for the entities that they name."""


def pack(reading: Reading, prepare: Any) -> Packed:
    """Return `reading` as rows; `prepare` makes of the statements' texts what the text index takes."""
    document = reading.document
    text = document.text
    spans = reading.statements
    starts = [span.start for span in spans]
    figures, numbers, mentions, tasks = [], [], [], []
    held = [[0, 0, 0] for _ in spans]
    tags = Tags(len(spans))

    def holder(start: int, kind: int) -> int:
        at = max(bisect_right(starts, start) - 1, 0)
        if kind >= 0:
            held[at][kind] += 1
        return at

    for number in reading.numbers:
        figure = number.figure
        if figure is None:
            kind = NUMBER_CLASSES.index(number.kind)
            at = holder(number.start, -1)
            numbers.append((at, number.start, number.end, kind, number.period, *_days(number.period)))
            tags.number(at, kind)
        else:
            row = _figure_row(figure)
            at = holder(number.start, 0)
            figures.append((at, number.start, number.end, *row))
            tags.figure(at, _tagging(row))
    for mention in reading.mentions:
        kind = ENTITY_TYPES.index(mention.type)
        mentions.append((holder(mention.start, 1), mention.start, mention.end, kind, mention.canonical))
    for task in reading.tasks:
        said = task.who, task.what, task.deadline, _STATES.index(task.state)
        doer = fold(task.who) if task.who else None
        at = holder(task.start, 2)
        tags.task(at)
        tasks.append((at, task.start, task.end, *said, *_days(task.deadline), doer))
    return Packed(
        id=document.id,
        facts=(
            document.title,
            document.publisher,
            document.author,
            document.published,
            document.event_date,
            document.place,
            document.url,
            document.reference,
        ),
        label=document.label,
        length=len(text),
        blocks=blocks_of(text),
        statements=[
            (span.start, span.end, STATEMENT_KINDS.index(span.kind), *counts)
            for span, counts in zip(spans, held, strict=True)
        ],
        words=prepare(*[text[span.start : span.end] for span in spans]),
        figures=figures,
        numbers=numbers,
        mentions=mentions,
        tasks=tasks,
        tags=tags.written(),
    )


def blocks_of(text: str) -> list[bytes]:
    """Return a text in packed blocks."""
    return [pack_text(text[at : at + BLOCK]) for at in range(0, len(text), BLOCK)]


def pack_text(text: str) -> bytes:
    """Return a block of text, packed."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpack_text(block: bytes) -> str:
    """Return the text of a packed block.

    Raises:
        DamagedTextError: the block is not as it was packed.
    """
    try:
        return zlib.decompress(block).decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError, TypeError) as wrong:
        raise DamagedTextError(str(wrong)) from wrong


class DamagedTextError(Exception):
    """A packed block of text cannot be unpacked."""


@lru_cache(maxsize=4096)
def _days(period: str | None) -> tuple[str | None, str | None]:
    """Return the first and last day of a period as ISO dates, for comparing."""
    found = bounds(period) if period else None
    return (found[0].isoformat(), found[1].isoformat()) if found else (None, None)


def _figure_row(figure: Figure) -> Row:
    low = order_key(figure.value)
    high = low if figure.to is None else order_key(figure.to)
    return (
        str(figure.value),
        None if figure.of is None else str(figure.of),
        None if figure.to is None else str(figure.to),
        figure.unit,
        figure.counted,
        _QUALIFIERS.index(figure.qualifier),
        _ROLES.index(figure.role),
        None if figure.direction is None else _DIRECTIONS.index(figure.direction),
        figure.period,
        figure.baseline,
        figure.subject,
        figure.per,
        _CERTAINTIES.index(figure.certainty),
        min(low, high),
        max(low, high),
        *_days(figure.period),
        fold(figure.unit) if figure.unit else None,
    )


_tagging = itemgetter(-1, 5, 6, 7, -5, -4, -3, -2)
"""The columns of `tags.FIGURE` in what `_figure_row` returns."""

FIGURE_COLUMNS = (
    'start, "end", value, "of", "to", unit, counted, qualifier, role, direction,'
    " period, baseline, subject, per, certainty"
)
"""What `figure_of` takes, in its order."""

NUMBER_COLUMNS = 'start, "end", class, period'
"""What `number_of` takes, in its order."""

TASK_COLUMNS = 'start, "end", who, what, deadline, state'
"""What `task_of` takes, in its order."""


def figure_of(row: Sequence[Any]) -> Number:
    """Return the figure of a row of `FIGURE_COLUMNS`."""
    start, end, value, of, to, unit, counted, qualifier, role, direction, *rest = row
    period, baseline, subject, per, certainty = rest
    figure = Figure(
        Decimal(value),
        None if of is None else Decimal(of),
        None if to is None else Decimal(to),
        unit,
        counted,
        _QUALIFIERS[qualifier],
        _ROLES[role],
        None if direction is None else _DIRECTIONS[direction],
        period,
        baseline,
        subject,
        per,
        _CERTAINTIES[certainty],
    )
    return Number(start, end, "figure", figure)


def number_of(row: Sequence[Any]) -> Number:
    """Return the number of a row of `NUMBER_COLUMNS`."""
    start, end, kind, period = row
    return Number(start, end, NUMBER_CLASSES[kind], None, period)


def mention_of(start: int, end: int, kind: int, canonical: str) -> Mention:
    """Return a mention of the entity of this type and name."""
    return Mention(start, end, ENTITY_TYPES[kind], canonical)


def task_of(row: Sequence[Any]) -> Task:
    """Return the task of a row of `TASK_COLUMNS`."""
    start, end, who, what, deadline, state = row
    return Task(start, end, who, what, deadline, _STATES[state])


def statement_of(start: int, end: int, kind: int) -> Statement:
    """Return a statement."""
    return Statement(start, end, STATEMENT_KINDS[kind])


def role_number(name: str) -> int:
    """Return how the role of this name is written in the record; -1 for none of that name."""
    return _ROLES.index(name) if name in _ROLES else -1


def class_number(name: str) -> int:
    """Return how the class of this name is written in the record; -1 for none of that name."""
    return NUMBER_CLASSES.index(name) if name in NUMBER_CLASSES else -1


def qualifier_number(name: str) -> int:
    """Return how the qualifier of this name is written in the record; -1 for none of that name."""
    return _QUALIFIERS.index(name) if name in _QUALIFIERS else -1


def direction_number(name: str) -> int:
    """Return how the direction of this name is written in the record; -1 for none of that name."""
    return _DIRECTIONS.index(name) if name in _DIRECTIONS else -1


def state_number(name: str) -> int:
    """Return the number that a state of tasks is stored as, or -1."""
    return _STATES.index(name) if name in _STATES else -1
