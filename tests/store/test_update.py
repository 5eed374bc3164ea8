"""An index follows its files, and says the same as one that is made anew."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from dxtui.errors import CorpusError
from dxtui.explorer import Explorer
from dxtui.extract import extract
from dxtui.read import read
from dxtui.store import place
from dxtui.store.corpus import bring_up, in_memory

MOST = 1 << 26
Shelf = Any


def test_a_reading_comes_back_as_it_was_read() -> None:
    root = Path(__file__).resolve().parent.parent
    document_paths = [root.parent / "seeds", root / "documents"]
    documents, _ = read(document_paths, MOST)
    explorer = Explorer(in_memory(document_paths, MOST))
    assert list(explorer.documents) == [extract(document).document for document in documents]
    for document in documents:
        reading, kept = extract(document), explorer.reading(document.id)
        assert kept == reading
        assert kept.document.text == document.text
        assert kept.document.label == reading.document.label


def test_an_index_on_disk_says_the_same_as_one_in_memory(filled: Shelf) -> None:
    summary = filled.bring_up()
    assert (summary.added, summary.removed, summary.documents) == (12, 0, 12)
    assert filled.answers(filled.open()) == filled.anew()


def test_nothing_is_read_again_that_did_not_change(filled: Shelf) -> None:
    filled.bring_up()
    before = filled.record.read_bytes()
    assert filled.bring_up()[:3] == (0, 0, 12)
    assert filled.record.read_bytes() == before


def test_only_what_changed_is_read(filled: Shelf) -> None:
    filled.bring_up()
    new, *_ = filled.texts(1, seed=9)
    filled.put("03.txt", new)
    (filled.files / "05.txt").unlink()
    filled.put("00a.txt", "Một câu mới về chuyển đổi số năm 2031.\n")
    (filled.files / "07.txt").rename(filled.files / "zz.txt")
    summary = filled.bring_up()
    assert (summary.added, summary.removed, summary.documents) == (2, 2, 12)
    assert filled.answers(filled.open()) == filled.anew()


def test_a_touched_file_is_not_parsed_again(filled: Shelf) -> None:
    filled.bring_up()
    os.utime(filled.files / "01.txt", ns=(2 * 10**18, 2 * 10**18))
    assert filled.bring_up().added == 0


def test_what_is_told_of_a_document_counts(filled: Shelf) -> None:
    filled.bring_up()
    filled.put("corpus.toml", '[documents."02.txt"]\ntitle = "Báo cáo đặc biệt"\npublished = 2019-05-01\n')
    assert filled.bring_up().added == 1
    explorer = filled.open()
    assert explorer.view("bao cao dac biet").documents[0].place.document.title == "Báo cáo đặc biệt"
    assert filled.answers(explorer) == filled.anew()


def test_a_text_that_comes_twice_is_one_document(filled: Shelf) -> None:
    shutil.copy2(filled.files / "04.txt", filled.files / "99.txt")
    filled.bring_up()
    assert filled.answers(filled.open()) == filled.anew()
    assert [problem.path.name for problem in filled.open().problems] == ["99.txt"]
    (filled.files / "04.txt").unlink()
    assert filled.bring_up()[:3] == (0, 0, 12)
    assert filled.answers(filled.open()) == filled.anew()


def test_what_cannot_be_read_is_a_problem_until_it_can(filled: Shelf) -> None:
    (filled.files / "bad.txt").write_bytes(b"\x00\xff\x01" * 50)
    (filled.files / "data.bin").write_bytes(b"1")
    filled.bring_up()
    assert [problem.path.name for problem in filled.open().problems] == ["bad.txt", "data.bin"]
    filled.put("bad.txt", "Nay đã đọc được.\n")
    assert filled.bring_up().added == 1
    assert [problem.path.name for problem in filled.open().problems] == ["data.bin"]


def test_nothing_left_to_read_is_an_error(filled: Shelf) -> None:
    filled.bring_up()
    for path in filled.files.iterdir():
        path.unlink()
    with pytest.raises(CorpusError, match="nothing to read"):
        filled.bring_up()


def test_a_reader_sees_one_moment(filled: Shelf) -> None:
    filled.bring_up()
    explorer = filled.open()
    before = filled.answers(explorer)
    (filled.files / "00.txt").unlink()
    filled.put("new.txt", "Hồ sơ trực tuyến đạt 99%.\n")
    filled.bring_up()
    assert filled.answers(explorer) == before
    assert filled.answers(filled.open()) == filled.anew()


def test_an_update_that_was_left_goes_on_from_there(filled: Shelf) -> None:
    class LeftError(Exception):
        pass

    def leave(progress: object) -> None:
        if getattr(progress, "documents", 0) == 5:
            raise LeftError

    with pytest.raises(LeftError):
        bring_up(filled.index, [filled.files], MOST, leave)
    assert filled.bring_up().added == 7
    assert filled.answers(filled.open()) == filled.anew()


def test_other_processes_read_the_files(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    for at, text in enumerate(shelf.texts(30)):
        shelf.put(f"{at:02}.txt", text)
    monkeypatch.setattr("dxtui.store.work._WORTH", 1)
    monkeypatch.setattr("dxtui.store.work._LOT", 20_000)
    monkeypatch.setattr("dxtui.store.corpus.cores", lambda: 2)
    assert shelf.bring_up().added == 30
    assert shelf.answers(shelf.open()) == shelf.anew()


def test_a_second_writer_is_refused_and_harms_nothing(filled: Shelf) -> None:
    filled.bring_up()
    with place.lock(filled.index):
        with pytest.raises(place.LockedError):
            filled.bring_up()
        assert filled.answers(filled.open()) == filled.anew()
