"""A person's own names: merged, split, renamed, and all undone when a line is taken out."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dxtui.cli import main
from dxtui.errors import AliasesError
from dxtui.explorer import Explorer
from dxtui.settings import Settings

TEXTS = {
    "a.txt": "Bộ Công an chủ trì việc này.\nBộ Công an phải hoàn thành trước ngày 30/6/2024.\nHà Nội có 5 bệnh viện.\n",
    "b.txt": "Bộ Công an báo cáo Bộ Quốc phòng.\nThành phố Đà Nẵng có 3 bệnh viện.\nBộ Quốc phòng có 2 trường.\n",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def opened(corpus: Path, toml: str) -> Explorer:
    file = corpus.parent / "mine.toml"
    file.write_text(toml, encoding="utf-8")
    before = file.read_bytes()
    explorer = Explorer.open([corpus], replace(Settings.load(), aliases=str(file)))
    assert file.read_bytes() == before
    return explorer


def named(explorer: Explorer) -> dict[str, int]:
    return {row.canonical: len(row.mentions) for row in explorer.everything.entities}


def test_without_a_line_all_is_as_before(corpus: Path) -> None:
    plain = named(Explorer.open([corpus], Settings.load()))
    assert plain["Bộ Công an"] == 3
    changed = named(opened(corpus, '[merge]\n"Bộ Công an" = ["Bộ Quốc phòng"]'))
    assert changed["Bộ Công an"] == 5
    assert "Bộ Quốc phòng" not in changed
    assert named(opened(corpus, "")) == plain


def test_names_are_renamed_in_every_list_and_found_by_both(corpus: Path) -> None:
    explorer = opened(corpus, '[rename]\n"bộ công an" = "Công an ta"')
    everything = explorer.everything
    assert named(explorer)["Công an ta"] == 3
    assert {row.mention.canonical for row in everything.mentions if "Công an" in row.place.surface} == {"Công an ta"}
    assert "Công an ta" in {row.task.who for row in everything.tasks}
    reading = explorer.reading(everything.documents[0].id)
    assert "Công an ta" in {mention.canonical for mention in reading.mentions}
    for query in ('org:"Công an ta"', 'org:"Bộ Công an"', 'org:"cong an ta"'):
        assert len(explorer.view(query).statements) == 3, query
    assert explorer.view('"công an ta"').entities[0].canonical == "Công an ta"
    for query in ('who:"Công an ta"', 'who:"Bộ Công an"'):
        assert {row.task.who for row in explorer.view(query).tasks} == {"Công an ta"}, query


def test_a_name_is_split_by_file_and_by_how_it_is_written(corpus: Path) -> None:
    explorer = opened(corpus, '[split."Bộ Công an"]\n"Công an B" = { documents = ["b.txt"] }')
    assert (named(explorer)["Bộ Công an"], named(explorer)["Công an B"]) == (2, 1)
    (row,) = explorer.view('org:"Công an B"').statements
    assert row.place.document.path.name == "b.txt"
    assert {row.place.document.path.name for row in explorer.view('org:"Bộ Công an"').statements} == {"a.txt", "b.txt"}
    (there,) = [row for row in explorer.view("bao cao").entities if row.canonical == "Công an B"]
    assert len(there.mentions) == 1
    written = opened(corpus, '[split."Bộ Công an"]\n"Nhà trường" = { written = ["BỘ CÔNG AN"] }')
    assert named(written)["Nhà trường"] == 3
    assert "Bộ Công an" not in named(written)


def test_what_is_merged_into_a_name_that_is_renamed_follows(corpus: Path) -> None:
    explorer = opened(
        corpus, '[merge]\n"Bộ Công an" = ["Bộ Quốc phòng"]\n[rename]\n"Bộ Công an" = "Hai bộ"\n"hà nội" = "Thủ đô"'
    )
    assert named(explorer)["Hai bộ"] == 5
    assert named(explorer)["Thủ đô"] == 1
    assert explorer.problems == ()


@pytest.mark.parametrize(
    ("toml", "entries", "lines", "left"),
    [
        (
            '[merge]\n"A" = ["Bộ Công an"]\n"B" = ["BỘ CÔNG AN"]',
            ('[merge] "B" = ["BỘ CÔNG AN"]', '[merge] "A" = ["Bộ Công an"]'),
            ("line 3", "line 2"),
            "A",
        ),
        (
            '[merge]\n"A" = ["Bộ Công an"]\n[rename]\n"bo cong an" = "B"',
            ('[rename] "bo cong an" = "B"', '[merge] "A" = ["Bộ Công an"]'),
            ("line 4", "line 2"),
            "A",
        ),
        (
            '[rename]\n"Bộ Công an" = "A"\n"A" = "B"\n"b" = "Bộ công an"',
            ('[rename] "b" = "Bộ công an"', '[rename] "Bộ Công an" = "A"'),
            ("line 4", "line 2"),
            "B",
        ),
        (
            '[split."Bộ Công an"]\n"A" = { documents = ["a.txt", "b.txt"] }\n"B" = { documents = ["b.txt"] }',
            ('[split."Bộ Công an"] "B"', '[split."Bộ Công an"] "A"'),
            ("line 3", "line 2"),
            "A",
        ),
    ],
)
def test_a_clash_or_a_circle_is_one_line_and_the_corpus_opens_without_it(
    corpus: Path,
    toml: str,
    entries: tuple[str, str],
    lines: tuple[str, str],
    left: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    explorer = opened(corpus, toml)
    (problem,) = explorer.problems
    assert problem.path.name == "mine.toml"
    assert "\n" not in problem.reason
    assert all(part in problem.reason for part in (*entries, *lines))
    assert named(explorer)[left] == 3
    assert main(["entities", "--corpus", str(corpus), "--aliases", str(problem.path)]) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert line == f"dxtui: {problem.path}: {problem.reason}"
    assert main(["problems", "--corpus", str(corpus), "--aliases", str(problem.path), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[-1]["reason"] == problem.reason


@pytest.mark.parametrize(
    ("toml", "says", "hint"),
    [
        ("[merg]\n", "line 1: merg", "merge"),
        ('# mine\n\n[mrge]\n"a" = ["b"]', "line 3: mrge: unknown key", "merge"),
        ('[rename]\n"a" = "b"\n[ "splt"."a"]\n"b" = { written = ["x"] }', "line 3: splt: unknown key", "split"),
        ('[rename]\n"a" = 5', "[rename] a: a whole number where a name in quotes is due", "[rename]"),
        ('[merge]\n"a" = "b"', "[merge] a: a text where a list is due", "[merge]"),
        ('[split."a"]\n"b" = { docs = ["x"] }', "unknown key docs", "documents"),
        ('[split."a"]\n"b" = { }', "neither documents nor written", "[split"),
        ('[rename]\n"a" = "…"', "'…' is not a name", ""),
        ("rename = 1", "rename: a whole number where a table is due", "[rename]"),
        ("[rename", "line 1", ""),
    ],
)
def test_a_malformed_file_is_told_with_file_key_and_what_is_right(
    corpus: Path, toml: str, says: str, hint: str
) -> None:
    with pytest.raises(AliasesError) as caught:
        opened(corpus, toml)
    assert str(caught.value).startswith(str(corpus.parent / "mine.toml"))
    assert says.strip("[") in str(caught.value)
    assert hint in (caught.value.hint or "")
    assert "\n" not in str(caught.value)


def test_names_stand_beside_the_documents_and_in_the_folder_of_settings(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = corpus.parent / "home"
    (home / "dxtui").mkdir(parents=True)
    monkeypatch.setattr("platformdirs.user_config_path", lambda name, appauthor: home / name)
    (home / "dxtui" / "aliases.toml").write_text('[rename]\n"Bộ Công an" = "Của tôi"', encoding="utf-8")
    beside = corpus / "aliases.toml"
    beside.write_text('[rename]\n"Bộ Công an" = "Của kho"\n"Hà Nội" = "Thủ đô"', encoding="utf-8")
    explorer = Explorer.open([corpus], Settings.load())
    assert {"Của tôi", "Thủ đô"} <= named(explorer).keys()
    (problem,) = explorer.problems
    assert problem.path == beside
    assert str(home / "dxtui" / "aliases.toml") in problem.reason


def test_tasks_are_sorted_by_deadline_and_held_against_a_day(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def tasks(*argv: str) -> list[dict[str, object]]:
        assert main(["tasks", "--corpus", str(corpus), "--format", "json", *argv]) == 0
        return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]

    due = [task["deadline"] for task in tasks("--today", "2024-06-30")]
    assert due == sorted(due, key=lambda day: (day is None, day))
    assert not any(task["overdue"] for task in tasks("--today", "2024-06-30"))
    late = [task for task in tasks("--today", "2024-07-01") if task["overdue"]]
    assert [task["deadline"] for task in late] == ["2024-06-30"]
    assert {task["who"] for task in tasks("--who", "bo cong an")} == {"Bộ Công an"}
    assert tasks("--who", "Bộ Quốc phòng") == []
    capsys.readouterr()
    assert main(["tasks", "--today", "mai"]) == 2
    assert "--today: 'mai' is not a day" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("toml", "reasons"),
    [
        (
            '[merge]\n"Bộ Công an" = ["Bộ Quốc phòg"]',
            [
                'line 2: [merge] "Bộ Công an" = ["Bộ Quốc phòg"] names nothing in these documents;'
                " did you mean Bộ Quốc phòng?"
            ],
        ),
        (
            '[rename]\n"Bộ Xây đắp" = "A"\n"A" = "B"\n"Kho bạc Sao Hỏa" = "C"',
            [
                'line 2: [rename] "Bộ Xây đắp" = "A" names nothing in these documents',
                'line 4: [rename] "Kho bạc Sao Hỏa" = "C" names nothing in these documents',
            ],
        ),
        (
            '[split."bo cong an"]\n"A" = { documents = ["aa.txt"] }\n'
            '[split."Bộ Quốc phòng"]\n"B" = { written = ["BQP"] }',
            [
                'line 2: [split."bo cong an"] "A" holds nowhere in these documents; did you mean a.txt?',
                'line 4: [split."Bộ Quốc phòng"] "B" holds nowhere in these documents',
            ],
        ),
        ('[split."Bộ Côn an"]\n"A" = { documents = ["a.txt"] }\n"B" = { documents = ["b.txt"] }', None),
        ('[split."Bộ Công an"]\n"A" = { documents = ["b.txt"] }\n[rename]\n"Bo Quoc phong" = "Q"', []),
    ],
)
def test_what_means_nothing_is_told_with_what_was_meant(corpus: Path, toml: str, reasons: list[str] | None) -> None:
    (corpus / "aliases.toml").write_text(toml, encoding="utf-8")
    told = [problem.reason for problem in Explorer.open([corpus], Settings.load()).problems]
    if reasons is None:
        (reason,) = told  # Both parts are of one name.
        assert reason.endswith("names nothing in these documents; did you mean Bộ Công an?")
    else:
        assert told == reasons


def test_a_file_that_is_for_other_documents_too_may_name_what_is_not_here(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = corpus.parent / "home"
    (home / "dxtui").mkdir(parents=True)
    monkeypatch.setattr("platformdirs.user_config_path", lambda name, appauthor: home / name)
    usual = home / "dxtui" / "aliases.toml"
    usual.write_text('[rename]\n"Kho bạc Sao Hỏa" = "K"\n"Bộ Quốc phòg" = "Q"', encoding="utf-8")
    (corpus / "aliases.toml").write_text('[rename]\n"Bộ Xây đắp" = "X"', encoding="utf-8")
    assert [problem.path for problem in Explorer.open([corpus / "a.txt"], Settings.load()).problems] == []
    assert [problem.path for problem in Explorer.open([corpus], Settings.load()).problems] == [
        usual,
        corpus / "aliases.toml",
    ]
    assert main(["problems", "--corpus", str(corpus), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [Path(one["path"]).name for one in told] == ["aliases.toml", "aliases.toml"]
    assert told[0]["reason"].endswith("did you mean Bộ Quốc phòng?")
    assert main(["problems", "--corpus", str(corpus), "--aliases", str(usual)]) == 0
    assert "Sao Hỏa" in capsys.readouterr().out
