"""An index is made anew where what made it has changed, and only then."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dxtui import resources
from dxtui.store import place

READ = """
import sys
from pathlib import Path
from dxtui.lexicon import tables

find = tables.config_file
tables.config_file = lambda name: print(name.removesuffix(".toml")) or find(name)

from dxtui.store.corpus import bring_up
bring_up(Path(sys.argv[1]), [Path(sys.argv[2])], 1 << 26)
"""
"""Brings an index up, and says which tables that reads."""


@pytest.fixture
def version(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], str]]:
    """Return a function that tells the version with the tables of another folder."""

    def with_tables(folder: Path) -> str:
        monkeypatch.setattr(resources, "data_folder", lambda _: folder)
        place.version.cache_clear()
        return place.version()

    yield with_tables
    place.version.cache_clear()


@pytest.mark.parametrize(("table", "changes"), [("units", True), ("places", True), ("interface", False)])
def test_the_version_changes_with_the_tables_that_an_index_is_made_of(
    version: Callable[[Path], str], tmp_path: Path, table: str, changes: bool
) -> None:
    here = place.version()
    folder = tmp_path / "config"
    shutil.copytree(resources.data_folder("config"), folder)
    assert version(folder) == here
    (folder / f"{table}.toml").write_text("[other]\n", "utf-8")
    assert (version(folder) != here) is changes


def test_it_changes_with_the_code_of_every_room_inside_a_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "dxtui"
    shutil.copytree(Path(place.__file__).parent.parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(place, "__file__", str(package / "store" / "place.py"))
    versions = set()
    for room in ("extract/numbers", "store", "ui"):
        place.version.cache_clear()
        with (package / room / "__init__.py").open("a", encoding="utf-8") as file:
            file.write("# Another line.\n")
        versions.add(place.version())
    place.version.cache_clear()
    assert len(versions) == 2, "what shows an index does not make it"


def test_no_table_that_is_left_out_of_the_version_is_read_for_an_index(tmp_path: Path) -> None:
    call = [sys.executable, "-c", READ, str(tmp_path), str(resources.seeds())]
    read = set(subprocess.run(call, capture_output=True, text=True, check=True).stdout.split())
    assert read >= {"units", "organisations", "tasks"}
    assert not read & set(place._NOT_IN_IT)
    tables = {path.stem for path in resources.data_folder("config").glob("*.toml")}
    assert set(place._NOT_IN_IT) <= tables
