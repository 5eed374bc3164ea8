"""The outline of a document: headings as deep as they stand, figures where they lie, and Enter goes there."""

from pathlib import Path

import pytest
from tests.ui.conftest import Play, Stage

from dxtui.explorer import Explorer
from dxtui.settings import Settings
from dxtui.ui.bar import bar
from dxtui.ui.chooser import Chooser
from dxtui.ui.outline import outline, standing

TEXT = """BÁO CÁO NĂM 2023

I. KẾT QUẢ

1. Kinh tế

Thu ngân sách đạt 5.200 tỷ đồng. Có 12 dự án mới.

2. Xã hội

Tỷ lệ hộ nghèo còn 3,5%.

II. NHIỆM VỤ

Các đơn vị khẩn trương thực hiện.
"""


def read(folder: Path, text: str) -> Explorer:
    """Return an explorer over one document."""
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return Explorer.open([folder], Settings.load())


def test_headings_stand_as_deep_as_their_numbering_says(tmp_path: Path) -> None:
    explorer = read(tmp_path, TEXT)
    headings = {heading.text: heading for heading in outline(explorer.reading(explorer.documents[0].id))}
    depths = {text: heading.depth for text, heading in headings.items()}
    assert depths["I. KẾT QUẢ"] == depths["II. NHIỆM VỤ"]
    assert depths["1. Kinh tế"] == depths["2. Xã hội"] == depths["I. KẾT QUẢ"] + 1
    assert headings["1. Kinh tế"].figures == 2
    assert headings["1. Kinh tế"].share == 1
    assert headings["2. Xã hội"].figures == 1
    assert headings["II. NHIỆM VỤ"].figures == 0


def test_rows_of_a_table_are_no_headings(tmp_path: Path) -> None:
    table = "| Chỉ tiêu | Đơn vị | Năm 2023 |\n| --- | --- | --- |\n| Hồ sơ | hồ sơ | 5 |\n\nCHỈ TIÊU\tĐƠN VỊ\n"
    explorer = read(tmp_path, TEXT.replace("II. NHIỆM VỤ", f"{table}\nII. NHIỆM VỤ"))
    headings = [heading.text for heading in outline(explorer.reading(explorer.documents[0].id))]
    assert "II. NHIỆM VỤ" in headings
    assert not [text for text in headings if "|" in text or "CHỈ TIÊU" in text]


@pytest.mark.parametrize(
    "text", [TEXT, "Có 5 hồ sơ.\nCó 6 hồ sơ.\n", "1\n", "漢字 5\n\n# Một\n\n## Hai\n\nCó 7 việc.\n"]
)
def test_every_figure_lies_under_one_heading_in_the_order_of_the_text(tmp_path: Path, text: str) -> None:
    explorer = read(tmp_path, text)
    reading = explorer.reading(explorer.documents[0].id)
    headings = outline(reading)
    figures = [number for number in reading.numbers if number.figure is not None]
    assert sum(heading.figures for heading in headings) == len(figures)
    starts = [heading.place.start for heading in headings]
    assert starts == sorted(set(starts))
    for figure in figures:
        assert headings[standing(headings, figure.start)].figures > 0


def test_a_bar_shows_something_where_there_is_anything() -> None:
    assert [len(bar(share / 100, 12)) for share in (0, 1, 50, 100)] == [0, 1, 6, 12]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_o_opens_at_the_heading_of_the_place_and_enter_goes_to_another(
    play: Play, tmp_path: Path, size: tuple[int, int]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("3", "end")
        here = main._selected
        await stage.press("o")
        screen = stage.app.screen
        assert isinstance(screen, Chooser)
        row = screen._list.selected
        assert row is not None
        assert row.text == "2. Xã hội"
        assert any("2. Xã hội" in line and "█" in line for line in stage.lines())
        await stage.press("down", "enter")
        assert stage.app.screen is main
        assert stage.app.focused is main.source
        assert main.source._place is not None
        assert main.source._place.surface == "II. NHIỆM VỤ"
        await stage.press("b")
        assert main._selected == here
        await stage.press("o", "escape")
        assert main._selected == here

    play(script, [tmp_path], size=size)


def test_a_heading_of_markdown_is_told_without_its_signs(play: Play, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Báo cáo\n\n## Kết quả\n\nCó 5 hồ sơ.\n", encoding="utf-8")

    async def script(stage: Stage) -> None:
        await stage.press("o")
        lines = [line for line in stage.lines() if "Kết quả" in line]
        assert any("#" not in line for line in lines[-1:])

    play(script, [tmp_path], size=(80, 24))
