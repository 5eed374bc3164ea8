"""The reader's own keys: which bindings there are, and whether a keymap fits them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys, _character_to_key

from dxtui.tomlfile import WrongValue, nearest
from dxtui.ui.bars import BarList
from dxtui.ui.chooser import Chooser
from dxtui.ui.compare import Compare
from dxtui.ui.copied import CopiedPanel
from dxtui.ui.documents import Documents
from dxtui.ui.entities import Entities
from dxtui.ui.entitypage import EntityScreen
from dxtui.ui.figures import Figures
from dxtui.ui.palette import PaletteLine
from dxtui.ui.searchline import SearchLine
from dxtui.ui.source import SourceView
from dxtui.ui.statements import Statements
from dxtui.ui.tasks import Tasks

ROOMS: dict[str, type[DOMNode]] = {
    "documents": Documents,
    "entities": Entities,
    "figures": Figures,
    "statements": Statements,
    "tasks": Tasks,
    "source": SourceView,
    "search": SearchLine,
    "palette": PaletteLine,
}
"""All that can have the keys, as the help calls them."""

LINES = ("search", "palette")
"""Those of them that are typed in."""

SCREENS: dict[str, type[DOMNode]] = {
    "page": EntityScreen,
    "chooser": Chooser,
    "bars": BarList,
    "compare": Compare,
    "copied": CopiedPanel,
}
"""The screens that lie over the first one, as the help calls them."""

_MODIFIERS = ("ctrl", "shift", "alt", "super", "hyper", "meta")


def normal(keys: str) -> str:
    """Return `keys` as Textual names them: "question_mark,f1" for "?, F1".

    Raises:
        WrongValue: one of them is no key.
    """
    return ",".join(_key(key.strip()) for key in (keys.split(",") if keys != "," else ["comma"]))


def _key(key: str) -> str:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    named = {str(known.value).rpartition("+")[2] for known in Keys} | {
        _character_to_key(chr(at)) for at in range(33, 127)
    }
    name = _character_to_key(last) if len(last) == 1 else last.lower()
    modifiers = [modifier.lower() for modifier in modifiers]
    name = name.lower() if "ctrl" in modifiers else name  # A terminal knows no other.
    words = (*_MODIFIERS, *sorted(named))
    for word in [
        *(m for m in modifiers if m not in _MODIFIERS),
        *([name] if len(last) != 1 and name not in named else []),
    ]:
        near = nearest(word, words)
        raise WrongValue(f"{key!r} is not a key", f"did you mean `{near}`?" if near else "a key is x, ?, f1 or ctrl+x")
    return "+".join([*modifiers, name])


def clash(keys: Mapping[str, str], rooms: Iterable[Sequence[Binding]]) -> tuple[str, WrongValue] | None:
    """Return the first id in `keys` that is wrong and what is wrong with it; None where they fit.

    `rooms` has, for each widget that can have the keys, all bindings that work in it. Two of them on one key clash,
    unless they are so from the beginning: there the nearer one wins.
    """
    rooms = [tuple(room) for room in rooms]
    known = {str(binding.id): binding for room in rooms for binding in room}
    mapped = {}
    for id, said in keys.items():
        if id not in known:
            near = nearest(id, known)
            return id, WrongValue("no key has this name", f"did you mean `{near}`?" if near else _NAMES)
        try:
            mapped[id] = normal(said)
        except WrongValue as wrong:
            return id, wrong
    for room in rooms:
        for one, other in combinations(room, 2):
            changed = next((str(b.id) for b in (one, other) if b.id in mapped), None)
            if changed is None:
                continue
            before = set(one.key.split(",")) & set(other.key.split(","))
            for key in set(_keys(one, mapped)) & set(_keys(other, mapped)) - before:
                rival = other if changed == one.id else one
                return changed, WrongValue(f"`{key}` is also the key of `{rival.id}`", f"give `{rival.id}` another key")
    return None


_NAMES = "the help shows the keys; their names are in config/interface.toml"


def _keys(binding: Binding, mapped: Mapping[str, str]) -> list[str]:
    return mapped.get(str(binding.id), binding.key).split(",")
