"""corpus.toml: what is known of documents, and what is said of a wrong one."""

from pathlib import Path

import pytest

from dxtui.errors import DescriptionError
from dxtui.model import Document
from dxtui.read import read

LIMIT = 1 << 20


def described(folder: Path, toml: str, name: str = "a.txt") -> Document:
    """Return the one document of a folder with this corpus.toml."""
    (folder / "corpus.toml").write_text(toml, encoding="utf-8")
    (folder / name).write_text("Có 5 xã", encoding="utf-8")
    (document,), problems = read([folder], LIMIT)
    assert problems == []
    return document


def test_every_key(tmp_path: Path) -> None:
    document = described(
        tmp_path,
        """
        [documents."a.txt"]
        title = " Báo  cáo\\u001b "
        publisher = "Bộ TT-TT"
        author = "Hà Thủy"
        published = 2023-12-29
        event_date = "2023-12"
        place = ""
        url = "https://example.org/a?b=1"
        reference = "31/BC-UBND"
        """,
    )
    known = (document.title, document.publisher, document.author, document.published, document.event_date)
    assert known == ("Báo cáo\x1b", "Bộ TT-TT", "Hà Thủy", "2023-12-29", "2023-12")
    assert (document.place, document.url) == (None, "https://example.org/a?b=1")
    assert document.reference == "31/BC-UBND"


def test_it_counts_for_a_file_that_is_named_too(tmp_path: Path) -> None:
    described(tmp_path, '[documents."a.txt"]\ntitle = "Một"\n')
    (document,), _ = read([tmp_path / "a.txt", tmp_path / "corpus.toml"], LIMIT)
    assert document.title == "Một"


def test_it_counts_in_its_own_folder_only(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("7 xã", encoding="utf-8")
    (tmp_path / "sub" / "corpus.toml").write_text('[documents."a.txt"]\ntitle = "Hai"\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("5 xã", encoding="utf-8")
    assert [document.title for document in read([tmp_path], LIMIT)[0]] == [None, "Hai"]


def test_names_are_the_same_in_nfc_and_nfd(tmp_path: Path) -> None:
    document = described(tmp_path, '[documents."bảo.txt"]\ntitle = "Một"\n', "bảo.txt")
    assert document.title == "Một"


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text(
        '[documents."q9.md"]\ntitle = "Một"\n[documents."../../x"]\n[documents."báo-cao.txt"]\n', encoding="utf-8"
    )
    (tmp_path / "báo-cáo.txt").write_text("5 xã", encoding="utf-8")
    (_,), problems = read([tmp_path], LIMIT)
    assert {problem.path for problem in problems} == {tmp_path / "corpus.toml"}
    assert [problem.reason for problem in problems] == [
        'describes "q9.md", which is not there',
        'describes "../../x", which is not there; each folder has its own corpus.toml, which names its files',
        'describes "báo-cao.txt", which is not there; did you mean "báo-cáo.txt"?',
    ]


@pytest.mark.parametrize(
    ("toml", "message", "hint"),
    [
        ('[documents."a.txt"]\n\npublsher = "x"', 'line 3: [documents."a.txt"] publsher: unknown key', "publisher"),
        ('[ documents . "a.txt" ] # x\ntitel = "x"', 'line 2: [documents."a.txt"] titel', "`title`"),
        ('[documents.a.txt]\ntitle = "x"', '[documents."a"] txt: a table where a value is due', "in quotes"),
        ('[document."a.txt"]\ntitle = "x"', "document: unknown key", "documents"),
        ('documents = "x"', "line 1: documents: a text where a table is due", "in quotes"),
        ('[documents]\na = "x"', "line 2: [documents] a: a text where a table is due", "in quotes"),
        ('[documents."a.txt"]\ntitle = 5', "title: a whole number where a text in quotes is due", None),
        ('[documents."a.txt"]\nauthor = ["x"]', "author: a list where a text in quotes is due", None),
        ('[documents."a.txt"]\npublished = 2023', "published: a whole number where a date is due", '"2023"'),
        ('[documents."a.txt"]\npublished = "28/12/2023"', "published: '28/12/2023' is not a date", '"2023-12-28"'),
        ('[documents."a.txt"]\nevent_date = "2023-02-30"', "'2023-02-30' is not a date", '"2023"'),
        ('[documents."a.txt"]\nevent_date = "٢٠٢٣"', "is not a date", '"2023"'),
        ('[documents."a.txt"]\nurl = "javascript:x"', "url: 'javascript:x' is not an address", "https://"),
        ('[documents."a.txt"]\nurl = "http://[x"', "is not an address", "https://"),
        ('[documents."a.txt"]\ntitle = ', "line 2, column 9: this is no value", 'title = "…"'),
        (
            '[documents."a.txt"]\npublisher = Bộ Y tế # x',
            "line 2, column 13: this is no value",
            'publisher = "Bộ Y tế"',
        ),
        ('[documents."a.txt"]\npublished = 2025-13-40', "line 2, column 17: more follows", "a day is 2024-06-30"),
        ('[documents."a.txt"]\ntitle = "a"\ntitle = "b"', "line 3, column 12: this is set already", "once"),
        ("x = " + "[" * 5000, "corpus.toml: ", None),
        ("x = " + "1" * 5000, "corpus.toml: ", None),
    ],
)
def test_a_wrong_one(tmp_path: Path, toml: str, message: str, hint: str | None) -> None:
    with pytest.raises(DescriptionError) as caught:
        described(tmp_path, toml)
    assert str(caught.value).startswith(f"{tmp_path / 'corpus.toml'}: ")
    assert message in str(caught.value)
    assert hint is None or (hint in (caught.value.hint or "") and bool(hint) == bool(caught.value.hint))


def test_one_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("5 xã", encoding="utf-8")
    (tmp_path / "corpus.toml").write_bytes(b"# \xff")
    with pytest.raises(DescriptionError, match=r"not UTF-8: byte 0xFF at offset 2"):
        read([tmp_path], LIMIT)
    (tmp_path / "corpus.toml").unlink()
    (tmp_path / "corpus.toml").mkdir()
    (document,), problems = read([tmp_path], LIMIT)
    assert document.title is None
    assert [(problem.path, problem.reason) for problem in problems] == [
        (tmp_path / "corpus.toml", "not a regular file: a folder")
    ]


def test_the_seeds_say_what_their_texts_say() -> None:
    """The facts that the hand-made labels have, and nothing that the text does not hold."""
    for document in read([], LIMIT)[0]:
        for fact in (document.title, document.publisher, document.author, document.place):
            assert fact is None or fact in document.text
