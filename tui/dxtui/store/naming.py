"""What a person's aliases make of the entities of a record, which stays as it is: without the file all is as before.

An entity is known by its number. One that aliases merge, rename or split is a group, with the number of the entity in
the record that has its name, or else a negative one.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from dxtui.model import ENTITY_TYPES, Mention, Reading
from dxtui.read.aliases import Aliases, key_of, same
from dxtui.store.record import WANTED, Record, numbers_json
from dxtui.text.fold import fold


@dataclass(slots=True)
class Group:
    """An entity as aliases make it."""

    number: int
    """Its number."""
    name: str
    """What it is called."""
    type: int = 0
    """Its type, as the record writes it."""
    entities: list[int] = field(default_factory=list)
    """The entities of the record all whose mentions are its."""
    single: list[int] = field(default_factory=list)
    """The mentions that are its beside those."""
    mentions: array[int] = field(default_factory=lambda: array("q"))
    """All its mentions, in the order of the texts."""
    documents: int = 0
    """In how many documents."""


class Naming:
    """The groups that aliases make."""

    def __init__(self, record: Record, aliases: Aliases) -> None:
        """Take the record and the aliases."""
        self._record = record
        self.aliases = aliases
        self.groups: dict[int, Group] = {}
        """The groups by their numbers."""
        self.whole: dict[int, int] = {}
        """What an entity of the record is taken for, wherever it is named."""
        self.single: dict[int, int] = {}
        """What a mention is taken for that is not taken for what its entity is."""
        self._divided: dict[int, set[int]] = {}
        self._known: set[str] = set()
        self._places: dict[str, set[tuple[Path, str]]] = {}
        if aliases:
            self._make()

    def __bool__(self) -> bool:
        """Whether any entity is otherwise than in the record."""
        return bool(self.groups)

    def of(self, entity: int, mention: int) -> int:
        """Return the number of what a mention of an entity of the record is of."""
        return self.single.get(mention) or self.whole.get(entity, entity)

    def all_of(self, entities: Iterable[int]) -> list[int]:
        """Return the numbers of what entities of the record are now, each once, in their order."""
        found: dict[int, None] = {}
        for entity in entities:
            for number in self._divided.get(entity) or (self.whole.get(entity, entity),):
                found[number] = None
        return [number for number in found if number not in self.groups or self.groups[number].mentions]

    def called(self, name: str) -> Group | None:
        """Return the group with this name."""
        return next((group for group in self.groups.values() if same(group.name, name)), None)

    def mention(self, mention: Mention, path: Path, written: str) -> Mention:
        """Return a mention in the document at `path` with the name and type that it has now."""
        if not self.groups or not self.aliases.concern(mention.canonical):
            return mention
        group = self.called(self.aliases.resolve(mention.canonical, path, " ".join(written.split())))
        return mention._replace(canonical=group.name, type=ENTITY_TYPES[group.type]) if group else mention

    def reading(self, reading: Reading) -> Reading:
        """Return a reading with the names that things have now."""
        if not self.groups:
            return reading
        document = reading.document
        mentions = tuple(
            self.mention(mention, document.path, document.slice(mention.start, mention.end))
            for mention in reading.mentions
        )
        tasks = tuple(task._replace(who=self.who(task.who, document.path)) for task in reading.tasks)
        return replace(reading, mentions=mentions, tasks=tasks)

    def who(self, who: str | None, path: Path) -> str | None:
        """Return what the one is called who has a task in the document at `path`."""
        if who is None or not self.aliases.concern(who):
            return who
        name = self.aliases.resolve(who, path, who)
        group = self.called(name)
        return group.name if group else name

    def tasks_of(self, names: Sequence[str]) -> tuple[list[int], list[int]]:
        """Return the tasks of those whose name aliases change: of whom is called by one of `names`, and of all others.

        A part of a name, without case or marks, calls who has it.
        """
        wanted = [fold(name) for name in names]
        own: list[int] = []
        others: list[int] = []
        for number, who, document in self._renamed_tasks:
            now = self.who(who, self._record.document(document).path) or who
            called = any(name in fold(now) or name in fold(who) for name in wanted)
            (own if called else others).append(number)
        return own, others

    def tasks_with(self, name: str) -> list[int]:
        """Return the tasks of the one who is called `name` now."""
        found = [number for (number,) in self._record.all("SELECT number FROM tasks WHERE who = ?", (name,))]
        if not self.aliases:
            return found
        now = {
            number: self.who(who, self._record.document(document).path) for number, who, document in self._renamed_tasks
        }
        return [number for number in found if number not in now] + [one for one, who in now.items() if who == name]

    @cached_property
    def _renamed_tasks(self) -> list[tuple[int, str, int]]:
        """The tasks of those whose name an alias speaks of, with who has them and the document."""
        doers = [who for (who,) in self._record.all("SELECT DISTINCT who FROM tasks WHERE who IS NOT NULL")]
        concerned = [who for who in doers if self.aliases.concern(who)]
        return self._record.all(
            "SELECT t.number, t.who, s.document FROM tasks AS t JOIN statements AS s ON s.key = t.statement"
            " WHERE t.who IN (SELECT value FROM json_each(?))",
            (json.dumps(concerned),),
        )

    @property
    def known(self) -> Iterable[str]:
        """The names in the record that an alias speaks of or leads to."""
        return self._known

    def places(self, name: str) -> set[tuple[Path, str]]:
        """Return where a name stands that is split: in which files, and written how."""
        return {place for other, places in self._places.items() if same(name, other) for place in places}

    def order(self, entities: Sequence[int]) -> array[int]:
        """Return the numbers of all that is named, most first, given the entities of the record in that order."""
        if not self.groups:
            return array("q", entities)
        counts = dict(self._record.all("SELECT number, mentions FROM entities"))
        gone = self.whole.keys() | self._divided.keys() | self.groups.keys()
        place = {entity: at for at, entity in enumerate(entities)}
        ranked = [(-counts.get(entity, 0), place[entity], entity) for entity in entities if entity not in gone]
        for number, group in self.groups.items():
            if group.mentions:
                first = min((place.get(entity, 0) for entity in [number, *group.entities]), default=0)
                ranked.append((-len(group.mentions), first, number))
        return array("q", (entity for _, _, entity in sorted(ranked)))

    # Making the groups

    def _make(self) -> None:
        concerned = self._concerned()
        self._known = {name for _, _, name, _ in concerned} | {who for _, who, _ in self._renamed_tasks}
        for number, kind, name, _ in concerned:
            if not self.aliases.divide(name):
                self._group(self.aliases.resolve(name), kind, concerned).entities.append(number)
                continue
            record = self._record
            finals: dict[tuple[int, str], Group] = {}
            for mention, document, start, end in record.all(
                'SELECT number, document, start, "end" FROM mentions WHERE entity = ?', (number,)
            ):
                written = " ".join(record.texts.slice(document, start, end).split())
                group = finals.get((document, written))
                if group is None:
                    path = record.document(document).path
                    self._places.setdefault(name, set()).add((path, written))
                    final = self.aliases.resolve(name, path, written)
                    group = finals[document, written] = self._group(final, kind, concerned)
                group.single.append(mention)
                self.single[mention] = group.number
            self._divided[number] = {group.number for group in finals.values()}
        for group in self.groups.values():
            self.whole.update((entity, group.number) for entity in group.entities)
            self._gather(group)

    def _concerned(self) -> list[tuple[int, int, str, int]]:
        """Return the entities of the record that an alias speaks of or leads to, those named most first."""
        first = re.compile(r"[^\W_]+")
        starts = {first.match(name) for name in self.aliases.names}
        words = {found[0] for found in starts if found}
        rows = self._record.all("SELECT number, type, canonical, mentions FROM entities")
        near = []
        for row in rows:
            found = first.search(fold(row[2]).replace("y", "i"))
            if found and found[0] in words and self.aliases.concern(row[2]):
                near.append(row)
        return sorted(near, key=lambda row: (-row[3], row[0]))

    def _group(self, name: str, kind: int, concerned: Sequence[tuple[int, int, str, int]]) -> Group:
        """Return the group of this name, made where there is none: with the number of the entity that has the name."""
        group = self.called(name)
        if group is not None:
            return group
        there = [row for row in concerned if same(row[2], name)]
        there.sort(key=lambda row: (row[1] != kind, key_of(row[2]).exact != key_of(name).exact))
        number = -1 - len(self.groups)
        if there:
            number, kind, own, _ = there[0]
            name = own if self.aliases.resolve(own) == own else name
        self.groups[number] = Group(number, name, kind)
        return self.groups[number]

    def _gather(self, group: Group) -> None:
        """Count the mentions of a group and put them in order."""
        record = self._record
        found = record.all(
            f"SELECT number, document FROM {WANTED} mentions ON number = wanted", (numbers_json(group.single),)
        )
        found += record.all(
            f"SELECT number, document FROM {WANTED} mentions ON entity = wanted", (numbers_json(group.entities),)
        )
        place = {}
        if not record.in_order:
            place = {document: at for at, document in enumerate(record.documents)}
        found.sort(key=lambda row: (place.get(row[1], row[1]), row[0]))
        group.mentions = array("q", (number for number, _ in found))
        group.documents = len({document for _, document in found})
