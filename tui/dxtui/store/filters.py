"""What the fields of a query ask for, in SQL.

Fields of figures (unit:, value:, period:, role:, is:) ask for one figure that has them all, those of tasks (who:,
deadline:, is:overdue) for one task; every other field asks for something in the same statement, or of its document.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from dxtui.model import ENTITY_TYPES, EntityType
from dxtui.search import Filter, Having, Searcher
from dxtui.search.filters import STANDINGS
from dxtui.store.called import MOST_NAMES, Called
from dxtui.store.naming import Naming
from dxtui.store.order import order_key
from dxtui.store.pack import class_number, direction_number, qualifier_number, role_number, state_number
from dxtui.store.record import WANTED, Record, numbers_json
from dxtui.store.tags import TASK, of_class, of_days, of_direction, of_measure, of_qualifier, of_role, of_values
from dxtui.store.within import Condition, Within
from dxtui.text.fold import fold

_MOST_DOCUMENTS = 5_000
"""Documents that a question may be put of: where more are meant, few statements are of others."""

_ANY_NUMBER = "s.key IN (SELECT n.statement FROM numbers AS n WHERE n.class = ?)"
_NUMBER_OF_ITS_DOCUMENT = (
    "EXISTS (SELECT 1 FROM documents AS o CROSS JOIN numbers AS n NOT INDEXED"
    " ON n.number BETWEEN o.number_ AND o.number_ + o.numbers - 1"
    " WHERE o.number = s.document AND n.statement = s.key AND n.class = ?)"
)

_TYPES: dict[str, EntityType] = {"org": "organisation", "person": "person", "place": "place", "law": "law"}
_TYPES |= {"system": "system", "programme": "programme"}


@dataclass(slots=True)
class _Where:
    """Conditions that must all hold, with their values in order."""

    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def also(self, condition: str, *values: Any) -> None:
        self.conditions.append(condition)
        self.values.extend(values)

    def __str__(self) -> str:
        return " AND ".join(self.conditions) or "1"


class Sought:
    """What the fields of one query ask for, within what the lists are narrowed to."""

    def __init__(
        self,
        record: Record,
        names: Searcher,
        filters: Sequence[Filter],
        naming: Naming | None = None,
        within: Within | None = None,
        today: date = date.max,
    ) -> None:
        """Take the record, the index of its names, the fields, what aliases make of the names, and what narrows.

        What is overdue is so before `today`.
        """
        self._today = today
        self._within = within
        self._naming = naming
        self._record = record
        self._names = names
        self._figure = _Where()
        self._task = _Where()
        self._document = _Where()
        self._statement = _Where()
        self._classes: list[int] = []
        """The classes of numbers that are asked for, beside figures; a number has one class, so no figure is meant."""
        self._unwanted: list[Sought] = []
        self.called: dict[int, int] = {}
        """The entities that fields call: 0 for one that has just the name that was typed, 1 for others."""
        self._having: list[Having] = within.having() if within is not None else []
        for one in filters:
            if one.negated:
                self._unwanted.append(Sought(record, names, [replace(one, negated=False)], naming, today=today))
            else:
                self._take(one)
        if within is not None and (alike := within.figures()) is not None:
            self._figure.also(alike[0], *alike[1])
        self._any = bool(filters) or within is not None

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return self._any

    def having(self) -> list[Having]:
        """Return what every statement that has what is asked for has, as the text index knows it."""
        having = list(self._having)
        if self._task.conditions:
            having.append(Having("tags", [TASK]))
        if self._document.conditions:
            select = f"SELECT d.number FROM documents AS d WHERE {self._document} LIMIT ?"
            found = self._record.all(select, (*self._document.values, _MOST_DOCUMENTS + 1))
            if len(found) <= _MOST_DOCUMENTS:
                having.append(Having("document", [number for (number,) in found]))
        return having

    def accept(self, keys: Sequence[int]) -> set[int]:
        """Return those of the statements with these keys that have what is asked for."""
        where, values = self._narrowed(self._within.holds() if self._within else None, few=True)
        return {
            key
            for (key,) in self._record.all(
                f"SELECT s.key FROM {WANTED} statements AS s ON s.key = wanted WHERE {where}",
                (numbers_json(keys), *values),
            )
        }

    def keys(self, most: int) -> tuple[list[int], bool]:
        """Return up to `most` statements that have it, in the order of the texts, and whether more do."""
        where, values = self._narrowed(self._within.among() if self._within else None)
        join, order = "", "s.key"
        if not self._record.in_order:
            join, order = " JOIN documents AS d ON d.number = s.document", "d.place, s.key"
        found = self._record.all(
            f"SELECT s.key FROM statements AS s{join} WHERE {where} ORDER BY {order} LIMIT ?", (*values, most + 1)
        )
        return [key for (key,) in found[:most]], len(found) > most

    def figures(self, keys: Sequence[int]) -> dict[int, list[int]] | None:
        """Return for each of these statements the figures that are asked for; None where no field asks for figures."""
        if self._classes:
            return {}
        if not self._figure.conditions:
            return None
        asked: dict[int, list[int]] = {}
        for key, number in self._record.all(
            f"SELECT s.key, f.number FROM {WANTED} statements AS s ON s.key = wanted"
            " CROSS JOIN figures AS f NOT INDEXED ON f.number BETWEEN s.figure AND s.figure + s.figures - 1"
            f" WHERE {self._figure}",
            (numbers_json(keys), *self._figure.values),
        ):
            asked.setdefault(key, []).append(number)
        return asked

    def tasks(self, keys: Sequence[int]) -> dict[int, list[int]] | None:
        """Return for each of these statements the tasks that are asked for; None where no field asks for tasks."""
        if not self._task.conditions:
            return None
        asked: dict[int, list[int]] = {}
        for key, number in self._record.all(
            f"SELECT s.key, t.number FROM {WANTED} statements AS s ON s.key = wanted"
            " CROSS JOIN tasks AS t NOT INDEXED ON t.number BETWEEN s.task AND s.task + s.tasks - 1"
            f" WHERE {self._task}",
            (numbers_json(keys), *self._task.values),
        ):
            asked.setdefault(key, []).append(number)
        return asked

    def _narrowed(self, within: Condition | None, *, few: bool = False) -> Condition:
        where, values = self.where(few=few)
        return (f"{within[0]} AND {where}", [*within[1], *values]) if within else (where, values)

    def where(self, *, few: bool) -> Condition:
        """Return the condition that a statement `s` has to meet for its fields; `few` of them are looked at, or all.

        Of few the rows of each are looked at; of all those are listed first that have what is asked for, as an index
        has them.
        """
        where = _Where(list(self._statement.conditions), list(self._statement.values))
        rows = ("figures", "figure", self._figure, "f"), ("tasks", "task", self._task, "t")
        for table, first, asked, row in rows:
            if not asked.conditions:
                continue
            condition = f"s.key IN (SELECT {row}.statement FROM {table} AS {row} WHERE {asked})"
            if few:
                own = f"{row}.number BETWEEN s.{first} AND s.{first} + s.{table} - 1"
                condition = f"EXISTS (SELECT 1 FROM {table} AS {row} NOT INDEXED WHERE {own} AND {asked})"
            where.also(condition, *asked.values)
        for kind in self._classes:
            where.also(_NUMBER_OF_ITS_DOCUMENT if few else _ANY_NUMBER, kind)
        if self._document.conditions:
            where.also(f"s.document IN (SELECT d.number FROM documents AS d WHERE {self._document})")
            where.values.extend(self._document.values)
        for sought in self._unwanted:
            condition, values = sought.where(few=few)
            where.also(f"NOT ({condition})", *values)
        return str(where), where.values

    def _take(self, one: Filter) -> None:
        if one.field in _TYPES:
            self._mention(_TYPES[one.field], one.text)
        else:
            take: Callable[[Filter], None] | None = {
                "unit": self._unit,
                "value": self._value,
                "period": self._period,
                "role": self._role,
                "is": self._standing if one.text in STANDINGS else self._role,
                "class": self._class,
                "doc": self._doc,
                "publisher": self._publisher,
                "date": self._date,
                "deadline": self._deadline,
                "who": self._who,
            }.get(one.field)
            if take is None:
                self._statement.also("0")
            else:
                take(one)

    def _unit(self, one: Filter) -> None:
        self._figure.also("f.measure = ?", fold(one.text))
        self._has(of_measure(fold(one.text)))

    def _value(self, one: Filter) -> None:
        """A figure is in a range if any of what it may be is: of a range from a to b, any value between."""
        low = order_key(one.low) if isinstance(one.low, Decimal) else None
        high = order_key(one.high) if isinstance(one.high, Decimal) else None
        if low is not None:
            self._figure.also(f"f.high {'>=' if one.low_in else '>'} ?", low)
        if high is not None:
            self._figure.also(f"f.low {'<=' if one.high_in else '<'} ?", high)
        self._has(*of_values(low, high))

    def _period(self, one: Filter) -> None:
        _days(self._figure, "f", one)
        if one.low is not None or one.high is not None:
            self._has(*of_days(*(str(day) if day is not None else None for day in (one.low, one.high))))

    def _has(self, *tags: str | None) -> None:
        """Note that one of the tags is there; None is none that the text index knows."""
        known = [tag for tag in tags if tag is not None]
        if len(known) == len(tags):
            self._having.append(Having("tags", known))

    def _role(self, one: Filter) -> None:
        if role_number(one.text) >= 0:
            self._figure.also("f.role = ?", role_number(one.text))
            self._has(of_role(role_number(one.text)))
        elif direction_number(one.text) >= 0:
            self._figure.also("f.direction = ?", direction_number(one.text))
            self._has(of_direction(direction_number(one.text)))
        else:
            self._figure.also("f.qualifier = ?", qualifier_number(one.text))
            self._has(of_qualifier(qualifier_number(one.text)))

    def _class(self, one: Filter) -> None:
        kind = class_number(one.text)
        if one.text == "figure":
            self._statement.also("s.figures > 0")
        else:
            self._classes.append(kind)
            self._has(of_class(kind))

    def _mention(self, kind: EntityType, text: str) -> None:
        """Ask for a mention of one of the entities that `text` calls."""
        called = Called(self._record, self._names, kind, text)
        if self._naming:
            self._group(kind, called)
            return
        self._calls(called.whole, called.entities)
        self._statement.also(
            "EXISTS (SELECT 1 FROM mentions AS m NOT INDEXED"
            " WHERE m.number BETWEEN s.mention AND s.mention + s.mentions - 1"
            " AND m.entity IN (SELECT value FROM json_each(?)))",
            numbers_json(called.entities),
        )
        self._has(*map(str, called.entities))

    def _calls(self, whole: Iterable[int], entities: Iterable[int]) -> None:
        self.called.update(dict.fromkeys(entities, 1) | dict.fromkeys(whole, 0))

    def _group(self, kind: EntityType, called: Called) -> None:
        """Ask for mentions of what these entities are now, and of what aliases call by the name that is wanted."""
        assert self._naming is not None
        groups = {number: group for number, group in self._naming.groups.items() if ENTITY_TYPES[group.type] == kind}
        own = [number for number, group in groups.items() if called.is_name(group.name)]
        entities: Sequence[int] = called.entities
        if own and not called.whole:
            entities = []
        if own or called.whole:
            own += [number for number, group in groups.items() if called.begins(group.name)]
        else:
            own = [number for number, group in groups.items() if called.is_part(group.name)]
        numbers = {*own, *self._naming.all_of(entities)}
        just = [number for number in own if called.is_name(groups[number].name)]
        self._calls([*just, *self._naming.all_of(called.whole)], numbers)
        some = [groups[number] for number in numbers if number in groups]
        plain = [number for number in numbers if number not in self._naming.groups]
        meant = [*plain, *(entity for group in some for entity in group.entities)]
        single = [mention for group in some for mention in group.single]
        self._statement.also(
            "EXISTS (SELECT 1 FROM mentions AS m NOT INDEXED"
            " WHERE m.number BETWEEN s.mention AND s.mention + s.mentions - 1"
            " AND (m.entity IN (SELECT value FROM json_each(?)) OR m.number IN (SELECT value FROM json_each(?))))",
            numbers_json(meant),
            numbers_json(single),
        )
        if not single:
            self._has(*map(str, meant))

    def _doc(self, one: Filter) -> None:
        """A document is meant by its id, or by words of what it says of itself."""
        phrase = one.text.replace('"', " ")
        answer = self._names.answer(f'"{phrase}"', limit=MOST_NAMES)
        hits = [] if answer.missing else [hit.key // 2 for hit in answer.hits if hit.key % 2]
        self._document.also("(d.id = ? OR d.number IN (SELECT value FROM json_each(?)))", one.text, numbers_json(hits))

    def _publisher(self, one: Filter) -> None:
        wanted = fold(one.text)
        found = self._record.all("SELECT DISTINCT publisher FROM documents WHERE publisher IS NOT NULL")
        names = [name for (name,) in found if wanted in fold(name)]
        self._document.also(f"d.publisher IN ({','.join('?' * len(names))})", *names)

    def _date(self, one: Filter) -> None:
        """A date of less than a day (2023-12) stands for all its days."""
        date = "coalesce(d.published, d.event_date)"
        if one.low is not None:
            self._document.also(f"{date} || '-12-31' {'>=' if one.low_in else '>'} ?", one.low)
        if one.high is not None:
            self._document.also(f"{date} {'<=' if one.high_in else '<'} ?", one.high)

    def _deadline(self, one: Filter) -> None:
        _days(self._task, "t", one)

    def _standing(self, one: Filter) -> None:
        if one.text == "overdue":
            self._task.also("t.last < ? AND t.state <> ?", self._today.isoformat(), state_number("done"))
        else:
            self._task.also("t.state = ?", state_number(one.text))

    def _who(self, one: Filter) -> None:
        """Who has a task is meant by a part of the name, or by another name of it."""
        from dxtui.extract.names.named import names_in  # Its tables and patterns are not on the way to the first rows.

        known = [fold(name) for name in names_in(one.text)]
        meant = "(instr(t.doer, ?) OR t.doer IN (SELECT value FROM json_each(?)))"
        values = [fold(one.text), json.dumps(known)]
        if self._naming:
            own, others = self._naming.tasks_of([one.text, *known])
            meant = (
                f"(t.number IN (SELECT value FROM json_each(?)) OR {meant}"
                " AND t.number NOT IN (SELECT value FROM json_each(?)))"
            )
            values = [numbers_json(own), *values, numbers_json(others)]
        self._task.also(meant, *values)


def _days(where: _Where, table: str, one: Filter) -> None:
    """Ask for a time that touches the days asked for."""
    if one.low is not None:
        where.also(f"{table}.last {'>=' if one.low_in else '>'} ?", one.low)
    if one.high is not None:
        where.also(f"{table}.first {'<=' if one.high_in else '<'} ?", one.high)
    if one.low is None and one.high is None:
        where.also(f"{table}.first IS NOT NULL")
