"""What was read in a small corpus is kept for its next start, and never believed where it could be wrong."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dxtui.explorer import Explorer
from dxtui.model import Reading
from dxtui.store import place
from dxtui.store.corpus import in_memory
from dxtui.store.kept import FILE

MOST = 1 << 26
Shelf = Any


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the documents that are looked through, as it happens."""
    import dxtui.extract

    seen: list[str] = []
    extract = dxtui.extract.extract

    def watched(document: Any) -> Reading:
        seen.append(document.path.name)
        return extract(document)

    monkeypatch.setattr(dxtui.extract, "extract", watched)
    return seen


def start(shelf: Shelf) -> Explorer:
    return Explorer(in_memory([shelf.files], MOST, keep=shelf.index))


def test_the_second_start_reads_nothing_and_says_the_same(filled: Shelf, reads: list[str]) -> None:
    first = filled.answers(start(filled))
    assert len(reads) == 12
    before = (filled.index / FILE).read_bytes()
    assert filled.answers(start(filled)) == first
    assert len(reads) == 12
    assert (filled.index / FILE).read_bytes() == before
    assert [path.name for path in filled.index.iterdir()] == [FILE]


def test_only_what_changed_is_read(filled: Shelf, reads: list[str]) -> None:
    start(filled)
    del reads[:]
    filled.put("03.txt", "Năm 2031, tỷ lệ hồ sơ trực tuyến đạt 71%.\n")
    (filled.files / "05.txt").unlink()
    (filled.files / "07.txt").rename(filled.files / "zz.txt")
    filled.put("corpus.toml", '[documents."09.txt"]\npublished = 2021-02-03\n')
    said = filled.answers(start(filled))
    assert sorted(reads) == ["03.txt", "09.txt", "zz.txt"]
    del reads[:]
    assert filled.answers(start(filled)) == said
    assert not reads
    assert said == filled.anew()


@pytest.mark.parametrize("spoil", ["cut", "changed", "empty", "other", "folder"])
def test_what_is_not_as_it_was_written_is_not_believed(filled: Shelf, reads: list[str], spoil: str) -> None:
    said = filled.answers(start(filled))
    file = filled.index / FILE
    head, _, body = file.read_bytes().partition(b"\n")
    spoilt = {
        "cut": head + b"\n" + body[:-7],
        "changed": head + b"\n" + body.replace(b"2", b"3"),
        "empty": b"",
        "other": b"0" * len(place.version()) + head[len(place.version()) :] + b"\n" + body,
    }
    if spoil == "folder":
        file.unlink()
        file.mkdir()
    else:
        file.write_bytes(spoilt[spoil])
    del reads[:]
    assert filled.answers(start(filled)) == said
    assert len(reads) == 12
    if spoil != "folder":
        assert json.loads(file.read_bytes().partition(b"\n")[2])


def test_where_nothing_can_be_kept_all_is_as_ever(filled: Shelf, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert Explorer(in_memory([filled.files], MOST, keep=tmp_path / "file" / "corpus")).documents


def test_what_is_kept_needs_no_rule_of_reading(tmp_path: Path) -> None:
    """The tables and patterns of reading take longer to come than all the rest: they are not asked for."""
    code = (
        "import sys; from dxtui.explorer import Explorer; from dxtui.settings import Settings;"
        f"e = Explorer.open([], Settings.load(None, {{'index': {str(tmp_path)!r}}})); e.view();"
        "print('dxtui.extract' in sys.modules)"
    )
    loaded = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(2)
    ]
    assert [run.stdout.strip() for run in loaded] == ["True", "False"]
