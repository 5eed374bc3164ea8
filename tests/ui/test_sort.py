"""Sorting the figures by a key or by a click on the name of a column."""

from tests.ui.conftest import Play, Stage


def test_s_goes_through_the_columns_and_back_to_the_first_order(play: Play) -> None:
    async def script(stage: Stage) -> None:
        figures = stage.main.figures
        plain = [row.id for row in figures.rows]
        seen = set()
        await stage.press("z")
        for column in range(5):
            await stage.press("s")
            assert figures.arrow == (column, "↑")
            assert "↑" in figures.render_line(0).text
            rows = [row.id for row in figures.rows]
            assert sorted(rows) == sorted(plain)
            seen.add(tuple(rows))
        assert len(seen) >= 4
        await stage.press("s")
        assert [row.id for row in figures.rows] == plain
        assert "↑" not in figures.render_line(0).text

    play(script, size=(160, 48))


def test_a_column_that_is_not_seen_is_passed_over(play: Play) -> None:
    async def script(stage: Stage) -> None:
        figures = stage.main.figures
        assert not figures.sizes[2]
        await stage.press("s", "s", "s")
        assert figures.arrow == (3, "↑")

    play(script)


def test_the_order_stays_while_the_query_changes_and_turns_round(play: Play) -> None:
    async def script(stage: Stage) -> None:
        figures = stage.main.figures
        await stage.press("s", "slash")
        await stage.type("unit:%")
        await stage.press("escape")
        values = [row.number.figure.value for row in figures.rows]
        assert len(values) > 3
        assert values == sorted(values)
        await stage.press("3", "S")
        assert [row.number.figure.value for row in figures.rows] == sorted(values, reverse=True)
        assert "↓" in figures.render_line(0).text

    play(script, size=(80, 24))


def test_a_click_on_the_name_of_a_column_sorts_turns_and_lets_go(play: Play) -> None:
    async def script(stage: Stage) -> None:
        figures = stage.main.figures
        at = figures.render_line(0).text.index("period")
        for arrow in ((3, "↑"), (3, "↓"), (-1, "")):
            await stage.pilot.click("#figures", offset=(at + 1, 1))
            await stage.settle()
            assert figures.arrow == arrow

    play(script)
