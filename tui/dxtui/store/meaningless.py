"""The entries of a person's aliases that mean nothing in a corpus: most likely a slip, so the nearest name is told."""

from collections.abc import Iterable, Iterator

from dxtui.model import Problem
from dxtui.read.aliases import Entry, key_of, same
from dxtui.store.naming import Naming
from dxtui.store.record import Record
from dxtui.text.fold import fold
from dxtui.tomlfile import nearest

_COMPARED = 5_000
"""Names, those named most, of which the nearest is looked for."""
_LOOKED_FOR = 8
"""So many entries at most are told with the nearest name: a file may be for another corpus altogether."""
_LIKE = 0.7
"""How like a name is that is told."""
_SLIP = 0.9
"""How like it is where an entry is told for that alone."""


def meaningless(record: Record, naming: Naming) -> Iterator[Problem]:
    """Yield each entry that names nothing in the record, or holds nowhere in it, with what was most likely meant.

    Of a file that is for other documents, too, only what looks like a slip.
    """
    entries = naming.aliases.entries
    if not entries:
        return
    known = _by_key((*naming.known, *(entry.target for entry in entries if not same(entry.name, entry.target))))
    unknown: dict[str, Entry] = {}
    for entry in entries:
        if not any(same(entry.name, name) for name in known.get(key_of(entry.name).bare, ())):
            unknown.setdefault(entry.name, entry)
    names: dict[str, str] = {}
    for at, (name, entry) in enumerate(unknown.items()):
        near = None
        if at < _LOOKED_FOR:
            names = names or _names(record)
            near = nearest(fold(name), names, likeness=_SLIP if entry.general else _LIKE)
        if near or not entry.general:
            yield _problem(entry, "names nothing", names[near] if near else None)
    for entry in entries:
        places = naming.places(entry.name) if entry.part and entry.name not in unknown else set()
        if places and not any(entry.holds(*place) for place in places):
            yield _problem(entry, "holds nowhere", _meant(entry, record, (written for _, written in places)))


def _problem(entry: Entry, why: str, near: str | None) -> Problem:
    meant = f"; did you mean {near}?" if near else ""
    return Problem(entry.path, f"{entry.full} {why} in these documents{meant}")


def _by_key(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(key_of(name).bare, []).append(name)
    return found


def _names(record: Record) -> dict[str, str]:
    """Return the names of the record by themselves without marks, those named most."""
    rows = record.all("SELECT canonical FROM entities WHERE mentions > 0 ORDER BY mentions DESC LIMIT ?", (_COMPARED,))
    return {fold(name): name for (name,) in reversed(rows)}


def _meant(entry: Entry, record: Record, written: Iterable[str]) -> str | None:
    """Return the file, or else the words, that the conditions of an entry were most likely meant to name."""
    files = {record.document(number).path.name for number in record.documents} if entry.documents else set()
    for name in entry.documents:
        if name.rpartition("/")[2] not in files:
            return nearest(name, files)
    return next((near for form in entry.written if (near := nearest(form, set(written)))), None)
