"""`dxtui index`: where it lies, what it says, and that everything else uses it."""

import errno
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from dxtui.cli import main
from dxtui.cli.progress import progress_line, summary_line
from dxtui.store import place
from dxtui.store.update import Progress, Summary


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents."""
    files = tmp_path / "báo cáo"
    files.mkdir()
    (files / "a.txt").write_text("Năm 2023, 94% hồ sơ được nộp trực tuyến.\n", "utf-8")
    (files / "b.txt").write_text("Bộ Công an cấp 1,3 tỷ mã.\n", "utf-8")
    return files


def test_where_says_the_folder_and_does_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = tmp_path / "indexes"
    assert main(["index", "--where", "--index", str(base)]) == 0
    assert capsys.readouterr().out.strip() == str(base)
    assert main(["index", "--where", "--index", str(base), str(folder)]) == 0
    where = Path(capsys.readouterr().out.strip())
    assert where.parent == base
    assert where.name.startswith("bao-cao-")
    assert not base.exists()


def test_it_is_made_once_and_used_by_every_command(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = ["--index", str(tmp_path / "indexes")]
    assert main(["index", str(folder), *base]) == 0
    assert capsys.readouterr().err == "dxtui: 2 documents in the index: 2 read (0.0 MB), 0 removed\n"
    small = ["search", "ho so", "--format", "jsonl", "--corpus", str(folder)]
    assert main(small) == 0
    in_memory = capsys.readouterr().out
    assert main([*small, *base]) == 0
    assert capsys.readouterr().out == in_memory
    (folder / "b.txt").unlink()
    assert main(["documents", "--format", "jsonl", "--corpus", str(folder), *base]) == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_a_query_that_is_not_understood_says_where(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "uni:% giảm", "--corpus", str(folder)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "from character 1 to 4" in err
    assert "unit" in err


def test_without_a_path_it_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index"]) == 2
    assert "needs a file or folder" in capsys.readouterr().err


def test_progress_says_documents_speed_and_time_left() -> None:
    line = progress_line(Progress(40, 100, 5_000_000, 10_000_000), 2.0)
    assert "40 of 100 documents · 2.5 MB/s · 0:02 left" in line
    assert "0 of 3 documents" in progress_line(Progress(0, 3, 0, 0), 0.0)
    assert summary_line(Summary(0, 1, 1, 0)) == "1 document in the index: 0 read, 1 removed"


def test_it_tells_what_could_not_be_read(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "c.docx").touch()
    base = ["--index", str(tmp_path / "indexes")]
    for _ in range(2):
        assert main(["index", str(folder), *base]) == 0
        told = capsys.readouterr().err.splitlines()
        assert told[1:] == [f"dxtui: {folder / 'c.docx'}: not a format that dxtui reads: .docx"]
    (folder / "d.pdf").touch()
    assert main(["index", str(folder), *base]) == 0
    assert "dxtui: 2 problems while reading; `dxtui problems --corpus" in capsys.readouterr().err


def test_without_room_for_the_index_small_folders_are_read_all_the_same(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    base = tmp_path / "indexes"
    command = ["figures", "--corpus", str(folder), "--format", "jsonl"]
    assert main([*command, "--index", str(base)]) == 0
    before = capsys.readouterr().out
    record = place.current(place.folder([folder], str(base))) / place.RECORD
    record.parent.mkdir(parents=True)
    record.touch()  # Begun, and the disk was full.

    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("dxtui.store.corpus._record", full)
    assert main([*command, "--index", str(base)]) == 0
    out, err = capsys.readouterr()
    assert out == before
    assert err.endswith("cannot be written: database or disk is full; reading the files without it\n")
    monkeypatch.setattr("dxtui.explorer.opening._LARGE", 1)
    assert main([*command, "--index", str(base)]) == 1
    assert capsys.readouterr().err.startswith("dxtui: the index in ")


def test_indexes_that_may_not_be_looked_at_are_none(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    base, stat, mkdir = tmp_path / "indexes", os.stat, os.mkdir

    def look(path: Any, *rest: Any, **more: Any) -> os.stat_result:
        if str(base) in str(path):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return stat(path, *rest, **more)

    def make(path: Any, *rest: Any, **more: Any) -> None:
        if str(base) in str(path):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        mkdir(path, *rest, **more)

    monkeypatch.setattr("os.stat", look)
    monkeypatch.setattr("os.mkdir", make)
    assert main(["figures", "--corpus", str(folder), "--index", str(base)]) == 0
    out, err = capsys.readouterr()
    assert ("94%" in out, err) == (True, "")
    assert main(["index", str(folder), "--index", str(base)]) == 1
    assert capsys.readouterr().err.splitlines()[0].endswith(" cannot be written: Permission denied")
