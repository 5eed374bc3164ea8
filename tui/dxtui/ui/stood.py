"""How the screen stood when it was left, as JSON and back; what is not as it is written here is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from dxtui.model.entity import ENTITY_TYPES
from dxtui.model.grouping import GROUPINGS
from dxtui.model.narrowing import WIDE, ByDocument, ByEntity, ByFigures, Part
from dxtui.model.sorting import FIGURE_SORTS, Sort
from dxtui.ui.sizes import Sizes
from dxtui.ui.trail import Step, Stop

_LONGEST = 4000
"""Code points of a text that is kept."""


@dataclass(frozen=True, slots=True)
class Stood:
    """Where the reader was, and how the screen was laid out."""

    step: Step
    """Where the reader was."""
    sort: Sort | None
    """What the figures were sorted by."""
    sizes: Sizes
    """The sizes of the panes."""
    alone: bool
    """Whether one pane was shown alone."""


def written(stood: Stood) -> dict[str, Any]:
    """Return `stood` as JSON has it."""
    step, sort, sizes = stood.step, stood.sort, stood.sizes
    return {
        "pane": step.pane,
        "reading": step.reading,
        "id": step.id,
        "top": step.top,
        "marked": step.marked,
        "query": step.query,
        "group": step.group,
        "page": None if step.page is None else asdict(step.page),
        "narrowing": [_written_part(part) for part in step.narrowing.by],
        "sort": None if sort is None else {"by": sort.by, "backward": sort.backward},
        "width": dict(sizes.width),
        "height": dict(sizes.height),
        "stack": sizes.stack,
        "alone": stood.alone,
    }


def read(data: Mapping[str, Any]) -> Stood:
    """Return what `written` wrote.

    Raises:
        ValueError, KeyError, TypeError: it is something else.
    """
    narrowing = WIDE
    for part in _of(list, data["narrowing"]):
        narrowing = narrowing.to(_part(part))
    group, sort = data["group"], data["sort"]
    step = Step(
        pane=_text(data["pane"]),
        reading=_of(bool, data["reading"]),
        id=_text(data["id"]),
        top=max(_of(int, data["top"]), 0),
        marked=_of(bool, data["marked"]),
        query=_text(data["query"]),
        narrowing=narrowing,
        group=None if group is None else _one(group, GROUPINGS),
        page=_page(data.get("page")),
    )
    even = Sizes()
    return Stood(
        step,
        None if sort is None else Sort(_one(sort["by"], FIGURE_SORTS), _of(bool, sort["backward"])),
        even.fitted(
            {name: _of(int, data["width"][name]) for name in even.width},
            {name: _of(int, data["height"][name]) for name in even.height},
            _of(int, data["stack"]),
        ),
        _of(bool, data["alone"]),
    )


def _page(data: Mapping[str, Any] | None) -> Stop | None:
    if data is None:
        return None
    pane, id = _text(data["pane"]), _text(data["id"])
    return Stop(_text(data["name"]), _one(data["type"], ENTITY_TYPES), pane, id)


def _written_part(part: Part) -> dict[str, Any]:
    match part:
        case ByDocument():
            return {"document": part.id, "label": part.label}
        case ByEntity():
            return {"entity": part.name, "type": part.type}
        case ByFigures():
            low, high = (None if end is None else str(end) for end in (part.low, part.high))
            told = {"figures": part.measure, "unit": part.unit, "label": part.label}
            return {**told, "low": low, "high": high, "days": part.days}


def _part(data: Mapping[str, Any]) -> Part:
    if "document" in data:
        return ByDocument(_text(data["document"]), _text(data["label"]))
    if "entity" in data:
        return ByEntity(_text(data["entity"]), _one(data["type"], ENTITY_TYPES))
    days = data["days"]
    if days is not None:
        first, last = (None if day is None else _text(day) for day in days)
        days = first, last
    low, high = (None if data[end] is None else _decimal(data[end]) for end in ("low", "high"))
    return ByFigures(_text(data["figures"]), _text(data["unit"]), _text(data["label"]), low, high, days)


def _decimal(value: Any) -> Decimal:
    try:
        number = Decimal(_text(value))
    except ArithmeticError:
        raise ValueError(f"{value!r} is no number") from None
    if not number.is_finite():
        raise ValueError(f"{value!r} is no number")
    return number


def _of(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


def _text(value: Any) -> str:
    text: str = _of(str, value)
    text.encode()  # Half of a pair of surrogates is no text; that is a ValueError.
    return text[:_LONGEST]


def _one(value: Any, choices: tuple[Any, ...]) -> Any:
    if value not in choices:
        raise ValueError(f"{value!r} is not known")
    return value
