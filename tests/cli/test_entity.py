"""The page of an entity on the command line."""

import json

import pytest

from dxtui.cli import main


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    """Return the exit code, standard output and standard error of `dxtui entity`."""
    code = main(["entity", *argv])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.parametrize("name", ["Bộ Thông tin và Truyền thông", "bo thong tin va truyen thong", "Bộ TT-TT"])
def test_any_of_its_names_leads_to_its_page(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, name, "--format", "json")
    page = json.loads(out)
    assert code == 0
    assert page["canonical"] == "Bộ Thông tin và Truyền thông"
    assert page["type"] == "organisation"
    assert sum(one["count"] for one in page["names"]) == page["mentions"]
    assert {"Bộ TT&TT", "Bộ Thông tin và Truyền thông"} <= {one["text"] for one in page["names"]}
    assert page["documents"]
    assert page["tasks"]
    assert page["canonical"] not in {one["canonical"] for one in page["named_with"]}
    held = {row["id"] for row in page["statements"]}
    assert all(row["statement"] in held for row in (*page["figures"], *page["tasks"]))


def test_people_are_told_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "Hậu Giang", "--limit", "1")
    assert code == 0
    assert out.startswith("Hậu Giang (place), named ")
    assert [line for line in out.splitlines() if line and not line.startswith(" ")][2:5] == [
        "Names",
        "Documents",
        "Named with",
    ]


@pytest.mark.parametrize(
    ("name", "years", "standing"),
    [
        ("Hậu Giang", "until 2025, now part of Cần Thơ", (None, 2025, "Cần Thơ", [])),
        (
            "Bộ Thông tin và Truyền thông",
            "2007-2025, now Bộ Khoa học và Công nghệ, with Bộ Bưu chính, Viễn thông",
            (2007, 2025, "Bộ Khoa học và Công nghệ", ["Bộ Bưu chính, Viễn thông"]),
        ),
    ],
)
def test_what_became_of_it_is_told(
    name: str, years: str, standing: tuple[object, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, name)[1].splitlines()[1] == years
    known = json.loads(run(capsys, name, "--format", "json")[1])["standing"]
    assert known == dict(zip(("since", "until", "now", "merged"), standing, strict=True))
    assert json.loads(run(capsys, "Chính phủ", "--format", "json")[1])["standing"] is None


def test_an_unknown_name_is_told_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "bo cong na")
    assert (code, out) == (3, "")
    assert "nearest: Bộ Công an" in err
    assert run(capsys, "zzzzqqqq")[0] == 3


def test_a_name_of_another_type_is_not_taken(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "Hậu Giang", "--type", "person")[0] == 3


def test_it_needs_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys)[0] == 2
