"""A click in the source selects what stands there; what is marked there, and by which kind."""

from pathlib import Path

import pytest
from tests.ui.conftest import Play, Stage

from dxtui.ui.looks import look

TEXT = "Bộ Công an có 漢字 5.200 hồ sơ năm 2023.\n\nNgày 8/8/2022, bà Nguyễn Thị Hồng nói.\n"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_a_click_selects_a_figure_a_name_or_a_statement(play: Play, tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("4")

        async def click(word: str) -> str:
            source = main.source
            lines = [source.render_line(y) for y in range(source.size.height)]
            y = next(at for at, line in enumerate(lines) if at and word in line.text)
            before = lines[y].text[: lines[y].text.index(word)]
            x = sum(2 if ord(char) > 0x2FFF else 1 for char in before)
            edge = source.content_region.offset - source.region.offset
            await stage.pilot.click("#source", offset=(x + 1 + edge.x, y + edge.y))
            await stage.settle()
            assert main._selected is not None
            return main.source._place.surface

        assert await click("5.200") == "5.200"
        assert main.figures.selected.id == main._selected
        assert await click("Công an") == "Bộ Công an"
        assert (await click("nói")).startswith("Ngày 8/8")
        assert main.statements.selected.id == main._selected
        mark = main._selected
        edge = main.source.content_region.offset - main.source.region.offset
        await stage.pilot.click("#source", offset=(edge.x + 1, edge.y + main.source.content_region.height - 1))
        await stage.settle()
        assert main._selected == mark, "nothing stands there"

    play(script, [tmp_path], size=size)


def test_names_times_and_figures_are_marked_by_their_kind(play: Play, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "corpus.toml").write_text(
        '[documents."a.txt"]\ntitle = "Báo cáo"\npublisher = "Cổng thông tin điện tử của một tỉnh ở xa"\n'
        "published = 2023-05-06\n",
        encoding="utf-8",
    )

    async def script(stage: Stage) -> None:
        source = stage.main.source
        await stage.press("4", "end")
        segments = [segment for y in range(1, 8) for segment in source.render_line(y)]
        for word, kind in (("Bộ Công an", "organisation"), ("5.200", "figure"), ("8/8/2022", "time")):
            found = next(segment for segment in segments if word in segment.text)
            assert found.style.color == look(source, kind).color, word
        head = source.render_line(0).text
        assert "Báo cáo" in head
        assert "2023-05-06 · Cổng thông" in head

    play(script, [tmp_path], size=(80, 24))
