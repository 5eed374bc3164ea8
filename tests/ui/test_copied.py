"""The panel after a copy, and writing a text to a file."""

import os
import stat
from pathlib import Path

import pytest

from dxtui.ui.saving import free, save


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_from_the_panel_the_text_is_written_where_no_file_is(play, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "citation.txt").write_text("mine")
    (tmp_path / "folder").mkdir()

    async def script(stage):
        cited = stage.main._explorer.cite(stage.main._selected).text()
        await stage.press("y")
        assert "sent to the terminal" in stage.seen()
        assert "not known" in stage.seen()
        await stage.press("w")
        assert "citation-2.txt" in stage.seen()
        await stage.press("enter")
        assert "Written to" in stage.seen()
        assert (tmp_path / "citation-2.txt").read_text("utf-8") == f"{cited}\n"
        await stage.press("w")
        await stage.type("folder")
        await stage.press("enter")
        assert "no file could be written" in stage.seen()
        await stage.press("ctrl+u")
        await stage.type("citation.txt")
        await stage.press("enter")
        assert "There is such a file" in stage.seen()
        assert (tmp_path / "citation.txt").read_text() == "mine"
        await stage.press("enter")
        assert (tmp_path / "citation.txt").read_text("utf-8") == f"{cited}\n"
        await stage.press("w", "escape")
        assert "sent to the terminal" in stage.seen()
        await stage.press("escape")
        assert "sent to the terminal" not in stage.seen()
        assert names(tmp_path) == ["citation-2.txt", "citation.txt", "folder"]

    play(script)


def test_another_name_is_asked_for_again(play, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a", "ab"):
        (tmp_path / name).write_text("mine")

    async def script(stage):
        await stage.press("y", "w", "ctrl+u", "a", "enter", "b", "enter")
        assert "Đã có tệp này" in stage.seen()

    play(script, language="vi")
    assert [(tmp_path / name).read_text() for name in ("a", "ab")] == ["mine", "mine"]


def test_a_file_has_all_of_the_text_or_stays_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    assert save("việt\n", path) == path
    assert path.read_bytes() == "việt\n".encode()
    with pytest.raises(FileExistsError):
        save("other", path)

    def broken(_: int) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken)
        with pytest.raises(OSError, match="disk full"):
            save("other", path, replace=True)
    assert path.read_text("utf-8") == "việt\n"
    save("other", path, replace=True, mode=0o600)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert names(tmp_path) == ["a.txt"]


def test_without_second_names_a_file_is_still_not_overwritten(tmp_path, monkeypatch):
    def no_links(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", no_links)
    path = tmp_path / "a.txt"
    save("one", path)
    with pytest.raises(FileExistsError):
        save("two", path)
    assert path.read_text() == "one\n"
    assert names(tmp_path) == ["a.txt"]


def test_what_is_no_file_is_never_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="not a file"):
        save("x", tmp_path / "pipe", replace=True)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_free_name_is_found_also_beside_a_link_to_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("nowhere")
    (tmp_path / "a-2.txt").touch()
    assert free(tmp_path, "a.txt").name == "a-3.txt"
