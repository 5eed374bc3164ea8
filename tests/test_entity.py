"""Any name of an entity leads to all that a corpus says of it, in memory and on disk."""

from dataclasses import replace
from pathlib import Path

import pytest

from dxtui.errors import CorpusError
from dxtui.explorer import Explorer
from dxtui.settings import Settings
from dxtui.store.corpus import bring_up
from dxtui.store.place import folder

TEXTS = {
    "a.txt": (
        "Bộ Công an phải hoàn thành trước ngày 30/6/2024.\n"
        "Trung tâm Giám sát, điều hành đô thị thông minh (IOC) có 12 màn hình.\n"
        "Ông Nguyễn Văn Hưng nói về 3 việc.\n"
    ),
    "b.txt": (
        "Bộ Công an báo cáo Bộ Quốc phòng 5 lần.\n"
        "Ông Nguyễn Văn Hùng nói về 4 việc.\nÔng Nguyễn Văn Hùng có 2 ý kiến.\n"
    ),
}


def opened(tmp_path: Path, kept: str, aliases: str = "") -> Explorer:
    """Return an explorer over the texts, read into memory or kept on disk."""
    files = tmp_path / "files"
    files.mkdir()
    for name, text in TEXTS.items():
        (files / name).write_text(text, encoding="utf-8")
    settings = replace(Settings.load(), index=str(tmp_path / "index"), aliases=aliases)
    if kept == "disk":
        bring_up(folder([files], settings.index), [files], settings.max_bytes)
    return Explorer.open([files], settings)


@pytest.fixture(params=["memory", "disk"])
def explorer(request: pytest.FixtureRequest, tmp_path: Path) -> Explorer:
    return opened(tmp_path, request.param)


@pytest.mark.parametrize("name", ["Bộ Công an", "bo cong an", "  BỘ  CÔNG AN ", "Bo\u0323\u0302 Công an"])
def test_by_its_name_however_it_is_typed(explorer: Explorer, name: str) -> None:
    page = explorer.entity(name)
    assert page.entity.canonical == "Bộ Công an"
    assert [(one.text, one.times) for one in page.names] == [("Bộ Công an", 2)]
    assert [row.place.document.path.name for row in page.documents] == ["a.txt", "b.txt"]
    assert [(row.canonical, len(row.mentions)) for row in page.beside] == [("Bộ Quốc phòng", 1)]
    assert [row.place.surface for row in page.figures] == ["5 lần"] or len(page.figures) == 1
    assert (len(page.statements), page.total, page.capped) == (2, 2, False)
    assert [row.task.deadline for row in page.tasks] == ["2024-06-30"]


@pytest.mark.parametrize("name", ["IOC", "ioc", "Trung tâm giám sát, điều hành đô thị thông minh"])
def test_by_the_short_form_that_only_a_text_gives(explorer: Explorer, name: str) -> None:
    page = explorer.entity(name)
    assert page.entity.canonical == "Trung tâm Giám sát, điều hành đô thị thông minh"
    assert page.names[0].place.surface == page.names[0].text


def test_of_names_that_marks_tell_apart_the_one_that_was_typed(explorer: Explorer) -> None:
    assert explorer.entity("Nguyễn Văn Hưng").entity.canonical.endswith("Hưng")
    page = explorer.entity("nguyen van hung")
    assert page.entity.canonical.endswith("Hùng")
    assert [row.canonical[-4:] for row in page.others] == ["Hưng"]


def test_a_slip_is_read_as_what_it_was_meant_for(explorer: Explorer) -> None:
    assert explorer.entity("bo conng an").entity.canonical == "Bộ Công an"


def test_what_nothing_is_called_is_told_the_nearest(explorer: Explorer) -> None:
    for name in ("zzzz", "", "(", '"', "\x00", "[/]"):
        with pytest.raises(CorpusError):
            explorer.entity(name)
    with pytest.raises(CorpusError):
        explorer.entity("Bộ Công an", "person")


@pytest.mark.parametrize("kept", ["memory", "disk"])
def test_by_the_names_that_a_person_gives(kept: str, tmp_path: Path) -> None:
    names = tmp_path / "mine.toml"
    names.write_text('[merge]\n"Bộ Công an" = ["Bộ Quốc phòng"]\n', encoding="utf-8")
    explorer = opened(tmp_path, kept, str(names))
    for name in ("Bộ Công an", "bo quoc phong"):
        page = explorer.entity(name)
        assert page.entity.canonical == "Bộ Công an"
        assert {one.text for one in page.names} == {"Bộ Công an", "Bộ Quốc phòng"}
        assert not page.beside
        assert page.total == 2


def test_its_tasks_are_found_where_the_sentence_does_not_name_it() -> None:
    explorer = Explorer.open([], Settings.load())
    named = {row.canonical for row in explorer.everything.entities}
    wanted: dict[str, set[str]] = {}
    for row in explorer.everything.tasks:
        if row.task.who in named:
            wanted.setdefault(row.task.who or "", set()).add(row.id)
    for name, ids in wanted.items():
        assert ids <= {row.id for row in explorer.entity(name).tasks}, name
