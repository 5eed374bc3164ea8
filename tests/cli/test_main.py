"""The commands, called in this process."""

import csv
import errno
import io
import json
import os
import re
import shlex
import sys
from pathlib import Path

import pytest

import dxtui
from dxtui.cli import main
from dxtui.cli.arguments import COMMANDS
from dxtui.model import Document, Reading, parse_id
from dxtui.model.ids import KINDS

LISTS = ("documents", "figures", "entities", "tasks")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder with two documents, one of them hostile, and one file that is none."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text("Báo cáo năm 2023\nNăm 2023, tỉnh có 1,3 tỷ lượt tra cứu.\n", encoding="utf-8")
    (folder / "b.md").write_text("[/] \x1b[2J[@click=app.quit]x\u202e\0 đạt 43,5% hồ sơ.\n", encoding="utf-8")
    (folder / "c.pdf").write_bytes(b"%PDF-1.7")
    return folder


def run(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    """Return the exit code, standard output and standard error of a command."""
    code = main([str(word) for word in argv])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_parse_prints_one_object_a_document(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "parse", corpus, "--format", "json")
    first, second = map(json.loads, out.splitlines())
    assert code == 0
    assert list(first) == ["document", "statements", "numbers", "entities", "tasks"]
    assert first["document"]["path"] == str(corpus / "a.txt")
    text = (corpus / "b.md").read_bytes().decode()
    for row in (*second["statements"], *second["numbers"], *second["entities"], *second["tasks"]):
        assert row["text"] == text[row["start"] : row["end"]]
        where = parse_id(row["id"])
        assert where is not None
        assert (where.document, where.start, where.end) == (second["document"]["id"], row["start"], row["end"])
    assert out.replace("\n", "").isprintable()
    assert err == f"dxtui: {corpus / 'c.pdf'}: not a format that dxtui reads: .pdf\n"


def test_parse_without_paths_reads_the_seeds(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "parse")
    assert (code, len(out.splitlines()), err) == (0, 5, "")


@pytest.mark.parametrize("command", LISTS)
def test_a_list_is_the_same_in_every_format(command: str, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    says = {
        form: run(capsys, command, "--corpus", corpus, "--format", form) for form in ("json", "jsonl", "csv", "table")
    }
    assert {code for code, _, _ in says.values()} == {0}
    rows = json.loads(says["json"][1])
    assert [json.loads(line) for line in says["jsonl"][1].splitlines()] == rows
    table = list(csv.DictReader(io.StringIO(says["csv"][1])))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    lines = says["table"][1].splitlines()
    assert len(lines) == len(rows)
    assert all(row["id"] in line.split("\t") for row, line in zip(rows, lines, strict=True))
    for _, out, _ in says.values():
        assert "".join(out.split("\n")).replace("\t", "").isprintable()


def test_rows_name_their_document_and_statement(capsys: pytest.CaptureFixture[str]) -> None:
    documents = {json.loads(line)["document"]["id"]: json.loads(line) for line in run(capsys, "parse")[1].splitlines()}
    for command in ("figures", "entities", "tasks"):
        rows = json.loads(run(capsys, command, "--format", "json")[1])
        assert rows
        for row in rows:
            statements = {s["id"]: s for s in documents[row["document"]]["statements"]}
            assert row["text"] in statements[row["statement"]]["text"]


def test_search_prints_the_best_first(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "search", "ho", "so", "truc", "tuyen", "--format", "jsonl", "--limit", "3")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert len(rows) == 3
    assert list(rows[0]) == ["id", "document", "title", "start", "end", "text", "score", "why"]
    assert "hồ sơ trực tuyến" in rows[0]["text"]
    assert [row["score"] for row in rows] == sorted((row["score"] for row in rows), reverse=True)


def test_a_query_filters_and_a_limit_cuts(capsys: pytest.CaptureFixture[str]) -> None:
    everything = json.loads(run(capsys, "figures", "--format", "json")[1])
    some = json.loads(run(capsys, "figures", "ho so truc tuyen", "--format", "json")[1])
    assert 0 < len(some) < len(everything)
    assert {row["id"] for row in some} <= {row["id"] for row in everything}
    assert json.loads(run(capsys, "figures", "--format", "json", "--limit", "2")[1]) == everything[:2]


def test_nothing_found_is_said_on_stderr_only(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "search", "zzzzqqq", "--corpus", corpus / "a.txt", "--format", "json")
    assert (code, out) == (0, "[]\n")
    assert err == "dxtui: no statements that answer “zzzzqqq”\n"
    _, out, _ = run(capsys, "search", "zzzzqqq", "--corpus", corpus / "a.txt", "--format", "csv")
    assert out == "id,document,title,start,end,text,score,why\n"


def test_a_query_without_end_is_not_told_in_full(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "figures", "a" * 3000, "--corpus", corpus)
    assert (code, out) == (0, "")
    assert f"no figures that answer “{'a' * 200}…”\n" in err
    assert len(err) < 500


def test_a_word_that_is_a_path_is_told_of(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    err = run(capsys, "documents", "--corpus", corpus, corpus / "a.txt")[2]
    assert f"{corpus / 'a.txt'} is searched for; to read what is there: --corpus {corpus / 'a.txt'}" in err
    assert "--corpus" not in run(capsys, "documents", "--corpus", corpus, "a.txt-")[2]


def test_cite_tells_where_nothing_of_the_kind_stands(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = json.loads(run(capsys, "figures", "--corpus", corpus, "--format", "jsonl", "--limit", "1")[1])
    assert run(capsys, "cite", row["id"], "--corpus", corpus)[2].count("stands there") == 0
    for letter, kind in KINDS.items():
        code, out, err = run(capsys, "cite", f"{row['document']}.{letter}0-1", "--corpus", corpus)
        assert (code, bool(out)) == (0, True)
        assert f"no {kind} stands there" in err
    assert "stands there" not in run(capsys, "cite", f"{row['document']}.0-1", "--corpus", corpus)[2]


def test_the_example_in_the_hint_is_an_id(capsys: pytest.CaptureFixture[str]) -> None:
    examples = re.findall(r"[a-z0-9]{12}\.\w+-\d+", run(capsys, "cite", "no id")[2])
    assert len(examples) == 1
    assert parse_id(examples[0]) is not None


def test_an_unknown_theme_is_told_where_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "s.toml"
    settings.write_text('# mine\ntheme = "nrod"\n', encoding="utf-8")
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(getattr(sys, stream), "isatty", lambda: True)
    assert run(capsys, "--config", settings) == (
        2,
        "",
        f"dxtui: {settings}: line 2: theme: 'nrod' is not a theme\nhint: did you mean `nord`?\n",
    )
    assert run(capsys, "--theme", "nrod")[2].startswith("dxtui: --theme: 'nrod' is not a theme\n")


def test_what_prints_does_not_look_at_the_looks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = tmp_path / "s.toml"
    settings.write_text('theme = "nrod"\n[keys]\ncopy = "q"\n', encoding="utf-8")
    assert run(capsys, "documents", "--config", settings) == run(capsys, "documents")
    assert run(capsys, "serve", "--config", settings)[0] == 2


def test_cite_quotes_the_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    row = json.loads(run(capsys, "figures", "ty trong kinh te so GDP", "--format", "jsonl", "--limit", "1")[1])
    code, out, err = run(capsys, "cite", row["id"])
    assert (code, err) == (0, "")
    assert row["text"] in out
    assert row["title"] in out
    assert row["id"] in out


def test_cite_of_a_hostile_document_is_plain_text(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = json.loads(run(capsys, "search", "hồ sơ", "--corpus", corpus / "b.md", "--format", "jsonl")[1])
    code, out, _ = run(capsys, "cite", row["id"], "--corpus", corpus)
    assert code == 0
    assert out.replace("\n", "").isprintable()
    assert "[/] ␛[2J[@click=app.quit]x" in out


@pytest.mark.parametrize("id", ["aaaaaaaaaaaa.f1-2", "aaaaaaaaaaaa"])
def test_cite_of_what_is_not_there(id: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "cite", id)
    assert (code, out) == (3, "")
    assert err.startswith("dxtui: ")
    assert "\nhint: " in err


def test_problems_are_a_list_and_many_are_counted(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(12):
        (corpus / f"x{number}\x1b\n.bin").touch()
    code, out, err = run(capsys, "problems", "--corpus", corpus, "--format", "jsonl")
    assert (code, len(out.splitlines()), err) == (0, 13, "")
    assert json.loads(out.splitlines()[0]) == {
        "path": str(corpus / "c.pdf"),
        "reason": "not a format that dxtui reads: .pdf",
    }
    err = run(capsys, "documents", "--corpus", corpus)[2]
    assert err == f"dxtui: 13 problems while reading; `dxtui problems --corpus {corpus}` tells which\n"
    assert run(capsys, "documents", "--corpus", corpus, "--quiet")[2] == ""
    assert err.replace("\n", "").isprintable()


def test_an_error_is_told_however_quiet(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "cite", "k3v7x2m4qpta.f1-2", "--corpus", corpus, "--quiet")
    assert (code, out) == (3, "")
    assert "k3v7x2m4qpta" in err


def test_parse_takes_the_corpus_as_the_other_commands_do(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "parse", "--corpus", corpus) == run(capsys, "parse", corpus)


def test_parse_reads_what_is_there_and_tells_of_what_is_not(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, alone, _ = run(capsys, "parse", corpus)
    assert (code, bool(alone)) == (0, True)
    code, out, err = run(capsys, "parse", corpus / "nowhere.txt", corpus)
    assert (code, out) == (3, alone)
    assert "nowhere.txt: no such file or folder" in err.splitlines()[0]


def test_figures_of_another_class_are_none_and_sentences_are_pointed_to(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "figures", "class:date", "--format", "json")
    assert (code, out) == (0, "[]\n")
    assert "`dxtui search` prints them" in err
    assert run(capsys, "search", "class:date", "--format", "json")[1] != "[]\n"


def test_problems_are_listed_where_nothing_can_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_bytes(b"\x8e\xff\x00")
    code, out, _ = run(capsys, "problems", "--corpus", tmp_path)
    assert (code, len(out.splitlines())) == (0, 2)
    assert run(capsys, "figures", "--corpus", tmp_path)[0] == 3


def test_problems_where_there_are_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "problems") == (0, "", "dxtui: everything could be read\n")


@pytest.mark.parametrize(
    ("argv", "code", "message", "hint"),
    [
        (["figrues"], 3, "figrues: no such file, folder or command", "did you mean `figures`?"),
        (["help"], 3, "help: no such file, folder or command", "did you mean `--help`?"),
        (["versoin"], 3, "versoin: no such file, folder or command", "did you mean `--version`?"),
        (["serach", "gdp"], 3, "serach: no such file, folder or command", "did you mean `search`?"),
        (["nowhere.txt"], 3, "nowhere.txt: no such file or folder", ""),
        (["parse", "nowhere.txt"], 3, "nowhere.txt: no such file or folder", ""),
        (["figures", "--corpus", "no\x1bwhere"], 3, "no␛where: no such file or folder", ""),
        (["cite", "no id"], 2, "is not an id", "id"),
        (["--zzz"], 2, "unknown option --zzz", "--help"),
        (["--config", "nowhere.toml", "documents"], 2, "nowhere.toml: no such file", "settings"),
        (["--clipboard", "ocs52"], 2, "--clipboard: 'ocs52' is not a way to copy", "did you mean `osc52`?"),
    ],
)
def test_what_goes_wrong_is_two_lines(
    argv: list[str], code: int, message: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    got, out, err = run(capsys, *argv)
    first, second = err.splitlines()
    assert (got, out) == (code, "")
    assert first.startswith("dxtui: ")
    assert message in first
    assert second.startswith("hint: ")
    assert hint in second


def test_the_app_needs_a_terminal(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, corpus)
    assert (code, out) == (2, "")
    assert err.startswith("dxtui: the app needs a terminal")
    assert all(f"`dxtui {command}`" in err for command in COMMANDS)


@pytest.mark.parametrize("command", [[], ["parse"], ["documents", "--corpus"]])
def test_a_wrong_description_ends_with_file_and_key(
    command: list[str], corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "corpus.toml").write_text('[documents."a.txt"]\ntitel = "x"\n', encoding="utf-8")
    code, out, err = run(capsys, *command, corpus)
    assert (code, out) == (3, "")
    assert err == (
        f'dxtui: {corpus / "corpus.toml"}: line 2: [documents."a.txt"] titel: unknown key\n'
        "hint: did you mean `title`?\n"
    )


def test_a_folder_with_nothing_to_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for argv in ([tmp_path], ["parse", tmp_path], ["documents", "--corpus", tmp_path]):
        code, out, err = run(capsys, *argv)
        assert (code, out) == (3, "")
        assert err.splitlines()[0] == f"dxtui: {tmp_path}: nothing to read there"


def test_a_larger_limit_comes_from_the_flag(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "parse", corpus, "--max-bytes", "10")[0] == 3
    assert run(capsys, "parse", corpus, "--max-bytes", "1000")[0] == 0


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--version") == (0, f"dxtui {dxtui.__version__}\n", "")
    assert run(capsys, "figures", "--version") == (0, f"dxtui {dxtui.__version__}\n", "")
    code, out, err = run(capsys, "--help")
    assert (code, err) == (0, "")
    assert all(f"\n  {command} " in out for command in COMMANDS)


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 0, ""),
        (
            OSError(28, "No space left on device"),
            1,
            "dxtui: No space left on device\n",
        ),
        (ZeroDivisionError("x\ny"), 1, "dxtui: ZeroDivisionError: x y\nhint: DXTUI_DEBUG=1 shows where\n"),
    ],
)
def test_what_nobody_foresaw(
    raised: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise raised

    monkeypatch.setattr(sys.modules["dxtui.cli.main"], "run", fail)
    monkeypatch.setattr("dxtui.cli.streams.abandon", lambda: None)
    monkeypatch.delenv("DXTUI_DEBUG", raising=False)
    assert run(capsys, "parse") == (code, "", said)
    if isinstance(raised, ZeroDivisionError):
        monkeypatch.setenv("DXTUI_DEBUG", "1")
        with pytest.raises(ZeroDivisionError):
            run(capsys, "parse")


def test_a_fault_in_one_document_leaves_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import dxtui.extract as extract

    real = extract.extract

    def failing(document: Document) -> Reading:
        if "hai" in document.text:
            raise KeyError("không")
        return real(document)

    monkeypatch.setattr(extract, "extract", failing)
    for name, text in (("a.txt", "Có một hồ sơ."), ("b.txt", "Có hai hồ sơ."), ("c.txt", "Có ba hồ sơ.")):
        (tmp_path / name).write_text(text, "utf-8")
    assert main(["parse", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 2
    assert "b.txt: dxtui failed to read it (KeyError" in said.err
    assert len(said.err.splitlines()) == 1


def test_an_answer_tells_programs_why_it_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "dich vu cog", "--format", "json", "--limit", "1"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert "a slip: cog → công" in row["why"]
    assert "words stand together" in row["why"]


def test_what_is_not_allowed_is_told_with_what_to_do(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stat = Path.stat

    def locked(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if corpus in path.parents:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr("pathlib.Path.stat", locked)
    why = f"dxtui: {corpus / 'a.txt'}: no permission to read it\nhint: give files and folders that you may read\n"
    for command in (["documents", "--corpus"], ["parse"], ["index"], ["problems", "--corpus"]):
        assert run(capsys, *command, corpus / "a.txt") == (3, "", why)
    why = f"dxtui: {corpus / 'a.txt'}: không có quyền đọc\ngợi ý: hãy cho tệp và thư mục mà bạn được phép đọc\n"
    assert run(capsys, "documents", "--corpus", corpus / "a.txt", "--language", "vi") == (3, "", why)


def test_a_web_page_is_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text("\n<!DOCTYPE html><html><p>Có 5 xã.</p></html>", encoding="utf-8")
    code, out, err = run(capsys, "figures", "--corpus", page)
    assert (code, out) == (3, "")
    assert err.startswith(f"dxtui: {page}: not plain text: a web page\nhint: dxtui reads .txt")
    page.write_text("Có 5 xã.", encoding="utf-8")
    assert run(capsys, "figures", "--corpus", page)[0] == 0


@pytest.mark.parametrize("option", ["--corpus", "--config"])
def test_an_option_without_a_path(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "figures", option, "")[::2] == (
        2,
        f"dxtui: {option}: a path is empty\nhint: `dxtui figures --help` says what it takes\n",
    )


def test_the_command_that_tells_problems_reads_the_same(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "x.bin").touch()
    names = corpus / "my names.toml"
    names.write_text('[rename]\n"A" = "B"\n"B" = "A"\n', encoding="utf-8")
    for command in (["figures"], ["entity", "Hà Nội"]):
        options = ["--corpus", str(corpus), "--aliases", str(names), "--max-bytes", "5000"]
        told = run(capsys, *command, *options)[2].splitlines()[0]
        count, listed = int(told.split()[1]), told.split("`")[1]
        assert shlex.split(listed) == ["dxtui", "problems", *options]
        assert len(run(capsys, *shlex.split(listed)[1:])[1].splitlines()) == count > 2


def test_names_of_which_none_holds_are_told(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"dxtui: {corpus}: not a regular file: a folder\n" in run(capsys, "figures", "--aliases", corpus)[2]
