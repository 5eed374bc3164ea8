"""Which figures come first where a query finds many sentences."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dxtui.explorer import Explorer
from dxtui.settings import Settings

COUNTED = "Mới có 12 hội thảo; giá gạo xuất khẩu vẫn chưa rõ.\n"
CASES = tomllib.loads((Path(__file__).parent.parent / "corpus" / "search.toml").read_text(encoding="utf-8"))["query"]
MEASURED = "Sang châu Phi, sau nhiều tháng chờ đợi của bà con, giá gạo xuất khẩu đã lên tới 610 USD mỗi tấn.\n"


def test_figures_of_what_is_asked_come_before_others_in_sentences_that_name_it(tmp_path: Path) -> None:
    """Of the best sentences, the shorter one may count something else."""
    (tmp_path / "a.txt").write_text(COUNTED + MEASURED, encoding="utf-8")
    explorer = Explorer.open([tmp_path], Settings.load())
    view = explorer.view("gia gao xuat khau")
    assert [row.place.surface for row in view.statements] == [COUNTED.strip(), MEASURED.strip()]
    amounts = [row.place.surface for row in view.figures]
    assert sorted(amounts) == sorted(row.place.surface for row in explorer.everything.figures)
    assert amounts.index("610") < amounts.index("12")


def test_pages_of_figures_have_each_once(tmp_path: Path) -> None:
    """Where the first sentences have more figures than are fetched together."""
    many = "; ".join(f"xã {at} có {at + 100} hộ trồng lúa" for at in range(50))
    (tmp_path / "a.txt").write_text(f"Hộ trồng lúa: {many}.\n" * 2 + "Có 7 hộ trồng lúa.\n", encoding="utf-8")
    explorer = Explorer.open([tmp_path], Settings.load())
    figures = explorer.view("hộ trồng lúa").figures
    assert len(figures) > 100
    assert sorted(row.id for row in figures) == sorted(row.id for row in explorer.everything.figures)


def test_figures_of_the_year_that_is_asked_come_first(tmp_path: Path) -> None:
    rows = "Chỉ tiêu | Năm 2022 | Năm 2023\nDiện tích lúa | 12.450 | 12.300\n"
    (tmp_path / "a.txt").write_text(rows, encoding="utf-8")
    explorer = Explorer.open([tmp_path], Settings.load())
    assert [row.place.surface for row in explorer.view("dien tich lua").figures] == ["12.450", "12.300"]
    assert [row.place.surface for row in explorer.view("dien tich lua 2023").figures] == ["12.300", "12.450"]


@pytest.fixture(scope="module")
def shipped() -> Explorer:
    return Explorer.open([], Settings.load())


@pytest.mark.parametrize("case", [case for case in CASES if "figures" in case], ids=lambda case: case["text"])
def test_first_figures_over_the_shipped_documents(shipped: Explorer, case: dict[str, Any]) -> None:
    figures = shipped.view(case["text"]).figures[: len(case["figures"])]
    assert sorted(row.place.surface for row in figures) == sorted(case["figures"])


def amounts(folder: Path, query: str) -> list[str]:
    """Return the figures that answer a query, in their order."""
    return [row.place.surface for row in Explorer.open([folder], Settings.load()).view(query).figures]


def test_durations_and_counts_come_behind_in_their_statement_unless_they_are_asked_for(tmp_path: Path) -> None:
    text = "Sản lượng cá tra tại 4 huyện sau 3 tháng tăng 12%.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert amounts(tmp_path, "san luong ca tra")[0] == "12%"
    assert set(amounts(tmp_path, "san luong ca tra")) == {"4", "3", "12%"}
    assert amounts(tmp_path, "san luong ca tra thang")[0] == "3"


def test_figures_about_more_of_the_query_come_first_across_sentences(tmp_path: Path) -> None:
    beside = "Hội nghị đã nêu 9 nhiệm vụ của ngành; tỷ lệ che phủ rừng chưa được đo.\n"
    about = "Theo báo cáo của ngành lâm nghiệp gửi các địa phương, tỷ lệ che phủ rừng toàn vùng là 42%.\n"
    (tmp_path / "a.txt").write_text(beside + about, encoding="utf-8")
    assert amounts(tmp_path, "ty le che phu rung") == ["42%", "9"]
