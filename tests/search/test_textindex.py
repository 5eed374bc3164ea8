"""The text index as it is written: commits, what is dropped, what is on disk, what is broken, what a reader sees."""

from pathlib import Path

import pytest

from dxtui.search import BrokenIndexError, Searcher, TextWriter, prepare

LINES = ["Chuyển đổi số.", "Dịch vụ công.", "Hồ sơ trực tuyến.", "Chuyển đổi xanh."]


def fill(writer: TextWriter) -> None:
    for key, line in enumerate(LINES):
        writer.add(key, prepare(line), key // 2)


def searcher(source: Path | TextWriter) -> Searcher:
    return Searcher(source, lambda keys: [LINES[key] for key in keys])


def keys(source: Searcher, query: str) -> list[int]:
    return [hit.key for hit in source.answer(query).hits]


@pytest.mark.parametrize("memory", [True, False])
def test_what_is_committed_is_found_and_nothing_else(tmp_path: Path, memory: bool) -> None:
    writer = TextWriter(None if memory else tmp_path / "index")
    assert writer.payload == ""
    fill(writer)
    reader = searcher(writer)
    assert keys(reader, "chuyển") == []
    writer.commit("first")
    reader.refresh()
    assert keys(reader, "chuyển") == [0, 3]
    assert reader.statements == len(LINES)
    assert writer.payload == reader.payload == "first"


def test_documents_can_be_dropped_and_added_again() -> None:
    writer = TextWriter(None)
    fill(writer)
    writer.commit("1")
    writer.delete_document(0)
    writer.add(7, prepare("Chuyển đổi số mới"), 0)
    writer.commit("2")
    reader = Searcher(writer, lambda keys: [""] * len(keys))
    assert keys(reader, "chuyển đổi") == [3, 7]
    assert keys(reader, "dịch vụ công") == []
    assert reader.statements == 3
    assert writer.payload == "2"


def test_an_index_stays_on_disk_and_readers_see_whole_commits(tmp_path: Path) -> None:
    writer = TextWriter(tmp_path)
    fill(writer)
    writer.commit("one")
    reader = searcher(tmp_path)
    assert keys(reader, "xanh") == [3]
    writer.add(4, prepare("xanh"), 9)
    assert keys(reader, "xanh") == [3]
    writer.commit("two")
    assert keys(reader, "xanh") == [3]
    reader.refresh()
    assert len(keys(reader, "xanh ")) == 2
    assert reader.payload == "two"
    writer.close()
    again = TextWriter(tmp_path)
    assert again.payload == "two"


def test_what_was_not_committed_is_gone(tmp_path: Path) -> None:
    writer = TextWriter(tmp_path)
    fill(writer)
    writer.commit("one")
    writer.add(9, prepare("Lạc mất"), 9)
    del writer
    assert keys(searcher(tmp_path), "lạc mất") == []
    assert TextWriter(tmp_path).payload == "one"


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    first = TextWriter(tmp_path)
    with pytest.raises(BrokenIndexError, match="lock"):
        TextWriter(tmp_path)
    first.close()
    TextWriter(tmp_path).close()


@pytest.mark.parametrize("harm", ["meta", "version", "no version", "segment"])
def test_a_broken_index_is_told(tmp_path: Path, harm: str) -> None:
    writer = TextWriter(tmp_path)
    fill(writer)
    writer.commit("one")
    writer.close()
    if harm == "meta":
        (tmp_path / "meta.json").write_text("{", encoding="utf-8")
    elif harm == "version":
        (tmp_path / "version").write_text("0", encoding="utf-8")
    elif harm == "no version":
        (tmp_path / "version").unlink()
    else:
        for file in tmp_path.glob("*.idx"):
            file.unlink()
    with pytest.raises(BrokenIndexError):
        searcher(tmp_path)


def test_the_caller_decides_which_hits_hold() -> None:
    writer = TextWriter(None)
    for key in range(3000):
        writer.add(key, prepare(f"việc số {key}"), key)
    writer.commit()
    reader = Searcher(writer, lambda keys: ["" for _ in keys])
    every = reader.answer("việc", limit=5, accept=lambda keys: {key for key in keys if key % 1000 == 7})
    assert sorted(hit.key for hit in every.hits) == [7, 1007, 2007]
    assert every.exact
    assert every.total == 3
    some = reader.answer("việc", limit=2, accept=lambda keys: set(keys))
    assert [hit.key for hit in some.hits] == [0, 1]
    assert not some.exact
    none = reader.answer("việc", accept=lambda keys: set())
    assert none.hits == ()


def test_more_than_is_asked_for_is_counted_and_the_best_come_first() -> None:
    writer = TextWriter(None)
    for key in range(2000):
        writer.add(key, prepare("đổi mới và chuyển giao" if key % 3 else "chuyển đổi"), key)
    writer.commit()
    reader = Searcher(writer, lambda keys: ["" for _ in keys])
    answer = reader.answer("chuyển đổi", limit=300)
    assert len(answer.hits) == 300
    assert all(hit.key % 3 == 0 for hit in answer.hits)
    assert answer.total >= 300
    whole = reader.answer("chuyển đổi", limit=5000)
    assert (len(whole.hits), whole.total, whole.exact) == (2000, 2000, True)
    assert {hit.key for hit in answer.hits} <= {hit.key for hit in whole.hits[:667]}


def test_an_answer_finds_names_as_it_took_the_query() -> None:
    names = TextWriter(None)
    for key, name in enumerate(("Bộ Công an", "Cổng Dịch vụ công", "Dịch vụ thuế")):
        names.add(key, prepare(name), key)
    names.commit()
    writer = TextWriter(None)
    fill(writer)
    writer.commit()
    reader, named = searcher(writer), Searcher(names, lambda keys: [""] * len(keys))
    assert [hit.key for hit in named.named(reader.answer("dich vu cog"), 10)] == [1]
    assert [hit.key for hit in named.named(reader.answer("dịch vụ"), 10)] == [2, 1]
    assert [hit.key for hit in named.named(reader.answer("dịch vụ"), 1)] == [2]
    assert sorted(hit.key for hit in named.named(reader.answer("thuế OR dich vu cong"), 10)) == [1, 2]
    assert named.named(reader.answer("hồ sơ"), 10) == ()
    assert named.named(reader.answer(""), 10) == ()


def test_a_disk_that_takes_no_more_is_told_as_such(tmp_path: Path) -> None:
    writer = TextWriter(tmp_path / "index")
    writer.add(1, prepare("Có 5 xã."), 1)
    (tmp_path / "index").rename(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=r"\w"):
        writer.commit()
