"""Files and folders to documents and problems."""

import os
import socket
import unicodedata
from pathlib import Path

import pytest

from dxtui import resources
from dxtui.errors import CorpusError
from dxtui.model import document_id
from dxtui.read import check, read
from dxtui.read.folders import natural

LIMIT = 1 << 20


def reasons(folder: Path, *more: Path) -> dict[str, str]:
    """Return the reason of each problem by file name; the folder holds one good file so that something is read."""
    good = folder / "good.txt"
    good.write_text("Có 5 xã.\n", encoding="utf-8")
    documents, problems = read([folder, *more], LIMIT)
    assert good in [document.path for document in documents]
    return {problem.path.name: problem.reason for problem in problems}


def test_without_paths_the_seeds_are_read() -> None:
    documents, problems = read([], LIMIT)
    assert [document.path.parent for document in documents] == [resources.seeds()] * 5
    assert problems == []


def test_a_document(tmp_path: Path) -> None:
    file = tmp_path / "a.TXT"
    file.write_bytes("\ufeffTỷ lệ".encode() + unicodedata.normalize("NFD", " Đạt\r\n43,5%\r").encode())
    (document,), problems = read([file], LIMIT)
    assert document.text == "Tỷ lệ Đạt\n43,5%\n"
    assert (document.id, document.path, document.title) == (document_id(document.text), file, None)
    assert problems == []


def test_folders_in_natural_order_without_what_is_hidden(tmp_path: Path) -> None:
    names = ["10.txt", "9.md", "b/2.txt", "b/1.txt", ".git/config.txt", ".hidden.txt", "Ân.txt", "đá.txt", "e.txt"]
    for name in names:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(name, encoding="utf-8")
    documents, problems = read([tmp_path], LIMIT)
    found = [document.path.relative_to(tmp_path).as_posix() for document in documents]
    assert found == ["9.md", "10.txt", "Ân.txt", "b/1.txt", "b/2.txt", "đá.txt", "e.txt"]
    assert problems == []


def test_hidden_files_are_read_when_named(tmp_path: Path) -> None:
    file = tmp_path / ".notes"
    file.write_text("5 xã", encoding="utf-8")
    assert [document.path for document in read([file], LIMIT)[0]] == [file]


def test_natural_keys_compare_whatever_the_names() -> None:
    names = ["", "1", "a1b", "a", "1a", "\udcff", "٣", "a10", "a9", "A9"]
    assert sorted(names, key=natural).index("a9") < sorted(names, key=natural).index("a10")


def test_suffixes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.DOCX", "Makefile", "c.txt~"):
        (tmp_path / name).write_text("5 xã " + name, encoding="utf-8")
    assert reasons(tmp_path) == {
        "a.pdf": "not a format that dxtui reads: .pdf",
        "b.DOCX": "not a format that dxtui reads: .DOCX",
        "c.txt~": "not a format that dxtui reads: .txt~",
        "Makefile": "not a format that dxtui reads: no suffix",
    }
    named, problems = read([tmp_path / "Makefile", tmp_path / "a.pdf"], LIMIT)
    assert [document.text for document in named] == ["5 xã Makefile", "5 xã a.pdf"]
    assert problems == []


def test_what_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "legacy.txt").write_bytes(b"Vi\xd6t Nam")
    (tmp_path / "large.txt").write_bytes(b"5" * (LIMIT + 1))
    (tmp_path / "larger.txt").write_bytes(b"5" * (LIMIT * 3))
    (tmp_path / "just.txt").write_bytes(b"5" * LIMIT)
    (tmp_path / "blank.txt").write_text(" \n\n", encoding="utf-8")
    assert reasons(tmp_path) == {
        "empty.txt": "empty",
        "binary.txt": "not text: binary content (byte 0x80 at offset 128 is not UTF-8)",
        "legacy.txt": "not UTF-8: byte 0xD6 at offset 2",
        "large.txt": "too large: 1048577 bytes, the limit is 1048576 bytes (max_bytes)",
        "larger.txt": "too large: 3 MiB, the limit is 1 MiB (max_bytes)",
    }


@pytest.mark.skipif(os.name != "posix", reason="pipes, sockets and links of POSIX")
def test_what_is_no_regular_file_is_a_problem(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "circle.txt").symlink_to(tmp_path / "circle.txt")
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(tmp_path)  # The path of a socket must be short.
        try:
            listening.bind("socket.txt")
        finally:
            os.chdir(here)
        assert reasons(tmp_path) == {
            "pipe.txt": "not a regular file: a pipe",
            "gone.txt": "a link to nothing",
            "circle.txt": "a link that leads in a circle",
            "device.txt": "not a regular file: a device",
            "socket.txt": "not a regular file: a socket",
        }


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_text("7 xã", encoding="utf-8")
    (tmp_path / "closed").mkdir()
    opened, listed = os.open, os.listdir

    def refusing_open(path: Path, *rest: int) -> int:
        if path == tmp_path / "secret.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest)

    def refusing_list(path: Path) -> list[str]:
        if path == tmp_path / "closed":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "open", refusing_open)
    monkeypatch.setattr(os, "listdir", refusing_list)
    assert reasons(tmp_path) == {"secret.txt": "no permission to read it", "closed": "no permission to read it"}


def test_a_file_that_vanishes_while_the_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.listdir
    monkeypatch.setattr(os, "listdir", lambda path: [*listed(path), "vanished.txt"])
    assert reasons(tmp_path) == {"vanished.txt": "no longer there"}


@pytest.mark.skipif(not Path("/proc/version").is_file(), reason="files of /proc tell no size")
def test_a_file_that_tells_no_size_is_read_up_to_the_limit() -> None:
    assert read([Path("/proc/version")], LIMIT)[0][0].text
    with pytest.raises(CorpusError, match=r"too large: the limit is 10 bytes \(max_bytes\)"):
        read([Path("/proc/version")], 10)


def test_the_same_text_twice(tmp_path: Path) -> None:
    (tmp_path / "copy.md").write_bytes(b"\xef\xbb\xbfC\xc3\xb3 5 x\xc3\xa3.\r\n")
    (tmp_path / "copy.md").rename(tmp_path / "z[b]\n.md")
    assert reasons(tmp_path) == {"z[b]\n.md": f"same text as {tmp_path / 'good.txt'}"}


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_links_to_folders_are_followed_once(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "in.txt").write_text("1 xã", encoding="utf-8")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    documents, problems = read([tmp_path, tmp_path / "a"], LIMIT)
    assert [document.path for document in documents] == [tmp_path / "a" / "in.txt"]
    assert problems == []


@pytest.mark.skipif(os.name != "posix", reason="file names of POSIX are bytes")
def test_names_of_any_bytes(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff[bold]\x1b[31m\n.txt")
    (tmp_path / name).write_text("8 xã", encoding="utf-8")
    (tmp_path / (name + ".bin")).write_text("8 xã", encoding="utf-8")
    documents, problems = read([tmp_path], LIMIT)
    assert [document.path.name for document in documents] == [name]
    assert [problem.reason for problem in problems] == ["not a format that dxtui reads: .bin"]


def test_folders_deeper_than_a_path_can_be_long(tmp_path: Path) -> None:
    folder = tmp_path
    here = Path.cwd()
    try:
        for _ in range(20):
            os.chdir(folder)
            folder = Path("d" * 250)
            folder.mkdir()
    finally:
        os.chdir(here)
    assert "file name too long" in reasons(tmp_path).values()


@pytest.mark.parametrize("act", [read, check])
def test_a_path_that_is_not_there(act: object, tmp_path: Path) -> None:
    (tmp_path / "báo cáo.txt").write_text("5", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"bao cao\.txt: no such file or folder") as caught:
        act([tmp_path / "báo cáo.txt", tmp_path / "bao cao.txt"], LIMIT)  # type: ignore[operator]
    assert caught.value.hint == f"did you mean {tmp_path / 'báo cáo.txt'}?"
    (tmp_path / "nuhome").mkdir()
    with pytest.raises(CorpusError, match="no such file or folder") as caught:
        act([tmp_path / "nope"], LIMIT)  # type: ignore[operator]
    assert "did you mean" not in str(caught.value.hint)
    with pytest.raises(CorpusError, match="no such file or folder"):
        act([tmp_path / "báo cáo.txt" / "x"], LIMIT)  # type: ignore[operator]


@pytest.mark.parametrize("act", [read, check])
def test_nothing_to_read(act: object, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="nothing to read there") as caught:
        act([tmp_path], LIMIT)  # type: ignore[operator]
    assert caught.value.hint
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-")
    with pytest.raises(CorpusError, match=r"2 problems, the first: .*a\.pdf: not a format that dxtui reads: \.pdf"):
        act([tmp_path], LIMIT)  # type: ignore[operator]
    with pytest.raises(CorpusError, match=r"a\.pdf: not plain text: a PDF$"):
        act([tmp_path / "a.pdf"], LIMIT)  # type: ignore[operator]


def test_check_stops_at_the_first_document(tmp_path: Path) -> None:
    (tmp_path / "1.pdf").touch()
    (tmp_path / "2.txt").write_text("5", encoding="utf-8")
    (tmp_path / "3.txt").write_bytes(b"\xff\xff")
    assert check([tmp_path], LIMIT) is None
    assert check([], LIMIT) is None
