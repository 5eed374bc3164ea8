"""What is broken, outdated or without room is noticed, told and made good; what was there stays."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dxtui.errors import DxtuiError
from dxtui.store import place
from dxtui.store.pack import BLOCKS

Shelf = Any

FULL = """
import json, resource, signal, sys
from pathlib import Path
from dxtui.errors import DxtuiError
from dxtui.store.corpus import bring_up
if __name__ == "__main__":
    index, files, room = json.loads(sys.argv[1])
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    try:
        bring_up(Path(index), [Path(files)], 1 << 26)
    except DxtuiError as error:
        print(error)
        raise SystemExit(error.exit_code)
"""


def spoil(path: Path, at: int = 0, size: int = 1 << 20) -> None:
    """Overwrite a part of a file."""
    data = bytearray(path.read_bytes())
    part = slice(at, min(at + size, len(data)))
    data[part] = b"\xa5" * len(data[part])
    path.write_bytes(data)


def test_a_spoilt_record_is_made_anew_from_the_files(filled: Shelf) -> None:
    filled.bring_up()
    spoil(filled.record)
    filled.bring_up()
    assert filled.told == ["the index is damaged: making it anew from the files"]
    assert filled.answers(filled.open()) == filled.anew()


def test_a_record_spoilt_inside_is_noticed_when_it_is_read_and_made_anew(filled: Shelf) -> None:
    filled.bring_up()
    spoil(filled.record, at=filled.record.stat().st_size // 2)
    with pytest.raises((DxtuiError, Exception)):
        filled.answers(filled.open())
    filled.bring_up(rebuild=True)
    assert filled.answers(filled.open()) == filled.anew()


@pytest.mark.parametrize("name", [place.STATEMENTS, place.NAMES])
def test_a_spoilt_text_index_is_made_anew_from_the_record(filled: Shelf, name: str) -> None:
    filled.bring_up()
    spoil(place.current(filled.index) / name / "meta.json")
    filled.bring_up()
    assert filled.told == ["the text index does not fit the record: making it anew from the record"]
    assert filled.answers(filled.open()) == filled.anew()


@pytest.mark.parametrize("name", [place.STATEMENTS, place.NAMES])
def test_a_text_index_that_is_gone_is_made_anew(filled: Shelf, name: str) -> None:
    filled.bring_up()
    shutil.rmtree(place.current(filled.index) / name)
    filled.bring_up()
    assert filled.answers(filled.open()) == filled.anew()


def test_a_text_index_of_another_record_is_not_taken(filled: Shelf, tmp_path: Path) -> None:
    filled.bring_up()
    kept = tmp_path / "kept"
    shutil.copytree(place.current(filled.index) / place.STATEMENTS, kept)
    filled.bring_up(rebuild=True)
    shutil.rmtree(place.current(filled.index) / place.STATEMENTS)
    kept.rename(place.current(filled.index) / place.STATEMENTS)
    filled.bring_up()
    assert filled.answers(filled.open()) == filled.anew()


def test_an_index_of_another_version_is_made_anew_and_then_removed(
    filled: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "version", lambda: "another")
    filled.bring_up()
    monkeypatch.undo()
    assert filled.bring_up().added == 12
    assert [line.split(":")[0] for line in filled.told] == [
        "the index was made by another version of dxtui or of its tables"
    ]
    assert not (filled.index / "another").exists()
    assert filled.answers(filled.open()) == filled.anew()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes there")
def test_a_full_disk_loses_nothing_that_was_there(filled: Shelf) -> None:
    filled.bring_up()
    before = {document.id for document in filled.open().documents}
    for at, text in enumerate(filled.texts(120, seed=4)):
        filled.put(f"more{at}.txt", text)
    room = filled.record.stat().st_size + 40_000
    call = json.dumps([str(filled.index), str(filled.files), room])
    done = subprocess.run([sys.executable, "-c", FULL, call], capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "cannot be written" in done.stdout
    assert before <= {document.id for document in filled.open().documents}
    filled.bring_up()
    assert filled.answers(filled.open()) == filled.anew()


def spoil_text(shelf: Shelf, name: str) -> str:
    """Damage the text of a document in the record; return its id."""
    with closing(sqlite3.connect(shelf.record)) as record:
        path = os.fsencode(shelf.files / name)
        ((number, id),) = record.execute("SELECT number, id FROM documents WHERE path = ?", (path,)).fetchall()
        block = bytearray(record.execute("SELECT text FROM texts WHERE block = ?", (number * BLOCKS,)).fetchone()[0])
        block[len(block) // 2] ^= 0x55
        record.execute("UPDATE texts SET text = ? WHERE block = ?", (bytes(block), number * BLOCKS))
        record.commit()
    return str(id)


def test_a_damaged_text_is_read_from_its_file_told_once_and_mended(filled: Shelf) -> None:
    filled.bring_up()
    spoil_text(filled, "05.txt")
    said: list[str] = []
    explorer = filled.open(said.append)
    assert explorer.view("tai lieu so 5").statements[0].place.surface
    assert [row.id for row in explorer.view("Bộ Công an").statements] == [
        row.id for row in filled.open_anew().view("Bộ Công an").statements
    ]
    assert [line.split(": ", 1)[1] for line in said] == ["its text in the index is damaged: taken from its file"]
    assert [problem.path.name for problem in explorer.problems] == ["05.txt"]
    assert filled.bring_up().added == 1
    assert filled.told == ["damaged in the index: 1 of its documents; reading them anew from their files"]
    assert filled.answers(filled.open()) == filled.anew()
    assert filled.bring_up().added == 0


def test_a_damaged_text_without_its_file_stays_readable_around_it_and_is_left_out(filled: Shelf) -> None:
    filled.bring_up()
    id = spoil_text(filled, "05.txt")
    (filled.files / "05.txt").unlink()
    said: list[str] = []
    explorer = filled.open(said.append)
    filled.answers(explorer)
    assert set(explorer.reading(id).document.text) == {"\ufffd"}
    assert len(said) == 1
    assert "not shown" in said[0]
    assert filled.bring_up().removed == 1
    assert filled.answers(filled.open()) == filled.anew()


def test_a_damaged_text_that_the_text_index_needs_is_read_again(filled: Shelf) -> None:
    filled.bring_up()
    spoil_text(filled, "05.txt")
    shutil.rmtree(place.current(filled.index) / place.STATEMENTS)
    filled.bring_up()
    assert filled.answers(filled.open()) == filled.anew()


def test_a_full_disk_is_told_in_plain_words(filled: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError("An error occurred in a thread")

    usage = shutil.disk_usage(filled.files)
    monkeypatch.setattr("dxtui.search.TextWriter.commit", fails)
    with pytest.raises(DxtuiError, match="cannot be written: An error occurred in a thread"):
        filled.bring_up()
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage._replace(free=0))
    with pytest.raises(DxtuiError, match="cannot be written: its disk is full"):
        filled.bring_up()
    monkeypatch.undo()
    assert filled.bring_up().documents == 12
