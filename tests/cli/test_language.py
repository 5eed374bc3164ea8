"""The command line in the language of its reader; what is for programs has none."""

import ast
import csv
import io
import json
import sys
from pathlib import Path

import pytest

import dxtui
from dxtui.cli import main
from dxtui.cli.language import speak_as
from dxtui.ui.messages import message
from dxtui.ui.words import speak

ERRORS = ("UsageError", "CorpusError", "SettingsError", "IndexFileError", "LockedError")


@pytest.fixture(autouse=True)
def english():
    """Leave the words in English."""
    yield
    speak("en")


class Terminal(io.StringIO):
    """A standard output that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with one document."""
    (tmp_path / "a.txt").write_text(
        "Báo cáo năm 2023\nNăm 2023, doanh thu đạt 1,3 tỷ đồng, tăng 12,5% so với năm 2022.\n"
        "Giao Sở Y tế hoàn thành việc số hóa hồ sơ trước ngày 30/6/2023.\n",
        encoding="utf-8",
    )
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    """Return the exit code, standard output and standard error of a command."""
    code = main([str(word) for word in argv])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_table_on_a_terminal_speaks(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    monkeypatch.setenv("LINES", "30")
    monkeypatch.setenv("TERM", "dumb")
    said = {}
    for command in ("figures", "tasks", "documents"):
        monkeypatch.setattr(sys, "stdout", terminal := Terminal())
        assert (
            main(
                [command, "--corpus", str(corpus), "--language", "vi", "--today", "2024-01-01"][
                    : 7 if command == "tasks" else 5
                ]
            )
            == 0
        )
        said[command] = terminal.getvalue()
    assert said["figures"].split("\n")[0].split()[:2] == ["Số", "liệu"]
    assert "thay đổi" in said["figures"]
    assert "Ai làm" in said["tasks"]
    assert "quá hạn" in said["tasks"]
    assert "Tiêu đề" in said["documents"]


def test_what_programs_read_is_the_same_in_every_language(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("table", "json", "csv"):
        for command in ("figures", "tasks", "entities"):
            outs = {
                run(capsys, command, "--corpus", corpus, "--format", form, "--language", x)[1] for x in ("en", "vi")
            }
            assert len(outs) == 1


def test_why_a_number_was_read_so_is_told_with_its_comma(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(run(capsys, "figures", "--corpus", corpus, "--format", "json")[1])
    told = [run(capsys, "explain", row["id"], "--corpus", corpus, "--language", "vi")[1] for row in rows[:2]]
    assert "giá trị\t1.300.000.000\t" in told[0]
    assert "1,3 nhân 1.000.000.000" in told[0]
    assert "giá trị\t12,5\t" in told[1]
    assert "kỳ gốc\t2022\t" in told[1]
    assert "giá trị" not in run(capsys, "explain", rows[0]["id"], "--corpus", corpus, "--language", "en")[1]


def test_what_goes_wrong_is_told(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    err = run(capsys, "figures", "valeu:5", "--corpus", corpus, "--language=vi")[2]
    assert err.startswith("dxtui: câu hỏi, từ ký tự 1 đến ")
    assert "không có trường nào tên" in err
    assert "\ngợi ý: ý bạn là value" in err
    assert (
        "không có số liệu khớp với “zzzzqqq”"
        in run(capsys, "figures", "zzzzqqq", "--corpus", corpus, "--language", "vi")[2]
    )
    assert (
        "cần một mã" in run(capsys, "cite", "--language", "vi")[2]
        or "nhận một mã" in run(capsys, "cite", "--language", "vi")[2]
    )
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    assert "không có tệp hoặc thư mục này" in run(capsys, corpus / "nowhere.txt")[2]
    (corpus / "config.toml").write_text('language = "en"\n', encoding="utf-8")
    assert "no such file" in run(capsys, corpus / "nowhere.txt", "--config", corpus / "config.toml")[2]


def test_csv_for_spreadsheets_begins_with_a_mark(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = run(capsys, "figures", "--corpus", corpus, "--format", "csv")[1]
    marked = run(capsys, "figures", "--corpus", corpus, "--format", "csv-bom")[1]
    assert marked == "\ufeff" + plain
    assert len(list(csv.DictReader(io.StringIO(plain)))) == 2


def test_nearly_all_errors_are_told() -> None:
    speak("vi")
    said = set()
    for path in Path(dxtui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                said |= {text for one in (*node.args[:1], *(k.value for k in node.keywords)) for text in texts(one)}
    assert len(said) > 30
    assert len([text for text in said if message(text) == text]) <= len(said) // 10


def texts(node: ast.expr) -> list[str]:
    """Return the texts that an expression can be, with # for what is put in."""
    if isinstance(node, ast.IfExp):
        return texts(node.body) + texts(node.orelse)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        whole = "".join(str(part.value) if isinstance(part, ast.Constant) else "#" for part in node.values)
        return [whole] if any(letter.isalpha() for letter in whole) else []
    return []


@pytest.mark.parametrize("argv", [[], ["--language"], ["--config"], ["--"]])
def test_no_command_line_is_too_short_to_tell_the_language(argv: list[str]) -> None:
    speak_as(argv)
