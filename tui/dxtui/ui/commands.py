"""What can be done here and now, by the words that the help has for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.binding import ActiveBinding
from textual.screen import Screen

from dxtui.ui.fuzzy import Fuzzy
from dxtui.ui.keys import key_name, names
from dxtui.ui.over import Over
from dxtui.ui.words import LANGUAGES, elsewhere, has, say

if TYPE_CHECKING:
    from dxtui.explorer import Named
    from dxtui.ui.app import DxtuiApp

_LOOSE = 2
"""How loosely a command is found that comes after what is named so."""

_LAST = (9, 0)
"""The rank of what is called otherwise than what is asked."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done."""

    id: str
    """What names it."""
    words: str
    """What it is, to be read and to be found; a name from a document where it leads there."""
    kind: str
    """What kind of thing it leads to, as a key of the words; "" for what a key does."""
    keys: str
    """The keys that do it, too."""
    run: Callable[[], Awaitable[object] | None]
    """Does it."""
    elsewhere: str = ""
    """Its words in the other languages, by which it is found, too."""


def of_keys(app: DxtuiApp, screen: Screen[Any]) -> list[Command]:
    """Return what the keys do on `screen` now, the pane that has them included: what is shown at the foot first."""
    working: dict[str, list[ActiveBinding]] = {}
    for active in sorted(screen.active_bindings.values(), key=lambda active: not active.binding.show):
        if active.enabled and active.binding.action != "palette" and has(f"keys.{active.binding.id}"):
            working.setdefault(str(active.binding.id), []).append(active)
    return [_of_key(app, id, bindings) for id, bindings in working.items()]


def _of_key(app: DxtuiApp, id: str, active: Sequence[ActiveBinding]) -> Command:
    binding, node = active[0].binding, active[0].node
    words, others = names(binding), elsewhere(f"keys.{id}")
    if has(f"helps.{id}"):
        words += f": {say(f'helps.{id}')}"
        others += f": {elsewhere(f'helps.{id}')}"
    keys = " ".join(key_name(one.binding.key) for one in active)
    return Command(id, words, "", keys, lambda: app.run_action(binding.action, node), others)


def of_app(app: DxtuiApp) -> list[Command]:
    """Return how the app can look and speak otherwise."""
    themes = [
        Command(
            f"theme {name}",
            say("palette.theme", name=name),
            "palette.look",
            "",
            partial(app.wear, name),
            elsewhere("palette.theme", name=name),
        )
        for name in app.themes
        if name != app.theme
    ]
    languages = [
        Command(
            f"language {code}",
            say(f"palette.{code}"),
            "palette.language",
            "",
            partial(app.speak, code),
            elsewhere(f"palette.{code}"),
        )
        for code in LANGUAGES
        if code != app.language
    ]
    return [*languages, *themes]


def of_names(app: DxtuiApp, named: Named) -> list[Command]:
    """Return how to get to the documents and entities that were found by their names."""
    main = app.main

    def leading(id: str, name: str, kind: str, go: Callable[[], None]) -> Command:
        return Command(id, name, kind, "", partial(_leave_for, app, go))

    documents = [
        leading(row.id, row.place.document.label, "narrowed.document", partial(main.to_source, row.id))
        for row in named.documents
    ]
    entities = [
        leading(
            f"{row.type} {row.canonical}",
            row.canonical,
            f"types.{row.type}",
            partial(main.to_entity, row.canonical, row.type),
        )
        for row in named.entities
    ]
    return [*documents, *entities]


def _leave_for(app: DxtuiApp, go: Callable[[], None]) -> None:
    """Close what lies over the first screen, and go somewhere from there."""
    while isinstance(app.screen, Over):
        app.screen.dismiss()
    go()


def best(commands: Iterable[Command], named: Sequence[Command], asked: Fuzzy) -> list[Command]:
    """Return those of `commands` that fit what is asked, best first; `named` before those that fit only loosely.

    What is named is found elsewhere, by any of its names: it may be called otherwise than what is asked.
    """
    if not asked:
        return [*commands, *named]
    ranked = [(rank, command) for command in commands if (rank := _rank(command, asked)) is not None]
    ranked.sort(key=lambda pair: pair[0])
    return [
        *(command for rank, command in ranked if rank[0] < _LOOSE),
        *sorted(named, key=lambda command: asked.rank(command.words) or _LAST),
        *(command for rank, command in ranked if rank[0] >= _LOOSE),
    ]


def _rank(command: Command, asked: Fuzzy) -> tuple[int, int] | None:
    """Return how well a command fits by its words, or by those of another language where it fits well."""
    rank, other = asked.rank(command.words), asked.rank(command.elsewhere)
    return other if other is not None and other[0] < _LOOSE <= (rank or _LAST)[0] else rank
