"""Which figures come first where a query finds many sentences."""

from pathlib import Path

from dxtui.explorer import Explorer
from dxtui.settings import Settings

COUNTED = "Mới có 12 hội thảo; giá gạo xuất khẩu vẫn chưa rõ.\n"
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
