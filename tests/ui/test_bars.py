"""The figures of a unit as bars: what is drawn of how many, and where a bar leads."""

from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ui.conftest import Play, Stage
from textual import events

from dxtui.explorer import Explorer
from dxtui.explorer.edges import edges
from dxtui.model.narrowing import ByFigures, Narrowing
from dxtui.settings import Settings
from dxtui.ui import bar as inks
from dxtui.ui.bar import Scale, bar
from dxtui.ui.bars import BarsScreen
from dxtui.wording import between, written

VALUES = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)


@given(st.lists(VALUES, min_size=1, max_size=30))
def test_edges_are_few_and_round_and_hold_all_values(values: list[Decimal]) -> None:
    values.sort()
    found = edges(values[0], values[len(values) // 2], values[-1])
    assert 2 <= len(found) <= 16
    assert found == sorted(set(found))
    assert found[0] <= values[0]
    assert found[-1] >= values[-1]
    if values[0] >= 1 and values[-1] < 10**9:
        assert all(len(edge.normalize().as_tuple().digits) <= 9 for edge in found)


@pytest.mark.parametrize("digits", [400, 100_000])
def test_edges_of_what_no_text_means_are_few_too(digits: int) -> None:
    large = Decimal("9" * digits)
    for values in ((Decimal(1), Decimal(5), large), (large, large, large), (-large, Decimal(0), large)):
        assert len(edges(*values)) <= 16


def test_values_are_written_as_vietnamese_texts_do() -> None:
    assert [written(Decimal(value)) for value in ("1234567", "0.25", "-2000000000", "0", "1500000000000")] == [
        "1,234567 triệu",
        "0,25",
        "-2 tỷ",
        "0",
        "1,5 nghìn tỷ",
    ]
    assert between(Decimal(0), Decimal(500000000), "đồng") == "0 – 500 triệu đồng"
    assert between(Decimal(500000000), Decimal(1000000000), "đồng") == "500 triệu – 1 tỷ đồng"


def test_bars_go_both_ways_and_ranges_on(monkeypatch: pytest.MonkeyPatch) -> None:
    scale = Scale(Decimal(-10), Decimal(30))
    assert scale.bar(Decimal(-10), None, 8) == "██"
    assert scale.bar(Decimal(30), None, 8) == "  ██████"
    assert scale.bar(Decimal(10), Decimal(20), 8) == "  ██░░"
    assert scale.bar(Decimal(0), None, 8).strip() == ""
    assert Scale(Decimal(0), Decimal(0)).bar(Decimal(0), None, 8) == ""
    monkeypatch.setattr(inks, "ink", lambda: inks._PLAIN)
    assert scale.bar(Decimal(10), Decimal(20), 8) == "  ##--"
    monkeypatch.setattr(inks, "ink", lambda: inks._COARSE)
    assert bar(0.5, 3) == "█▌"


def corpus(folder: Path) -> Path:
    """Write 300 figures of one unit, 12 of another, some with a time, and ratios."""
    random = Random(1)
    lines = [f"Xã {at} có {random.randint(1, 999)} hộ nghèo." for at in range(300)]
    lines += [f"Năm {2010 + at}, tỷ lệ giảm còn {30 - 2 * at}%." for at in range(12)]
    lines += ["Có 5/11 hộ nghèo đã thoát nghèo."]
    (folder / "a.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return folder


def test_what_is_drawn_depends_on_how_many_there_are_and_counts_are_right(tmp_path: Path) -> None:
    explorer = Explorer.open([corpus(tmp_path)], Settings.load())
    rows = explorer.everything.figures
    numbers = rows.numbers
    many = explorer.bars(numbers)
    households = [row.number.figure for row in rows if row.number.figure.unit == many.code]
    assert many.picture == "sizes"
    assert many.count == sum(figure.of is None for figure in households) >= 300
    assert many.ratios == sum(figure.of is not None for figure in households)
    assert sum(one.value for one in many.bars) == many.count
    for one in many.bars:
        found = explorer.view("", Narrowing((one.alike,))).figures
        assert len(found) == one.value
        for row in found:
            assert one.alike.low is None or row.number.figure.value >= one.alike.low
            assert one.alike.high is None or row.number.figure.value < one.alike.high
    each = explorer.bars(numbers, many.unit, "values")
    assert len(each.bars) == 40 < each.count
    assert [one.value for one in each.bars] == sorted((f.value for f in households if f.of is None), reverse=True)[:40]
    few = explorer.bars(numbers, "%")
    assert few.picture == "times"
    assert [one.value for one in few.bars] == [Decimal(30 - 2 * at) for at in range(12)]
    by_period = explorer.bars(numbers, "%", "periods")
    for one in by_period.bars:
        assert len(explorer.view("", Narrowing((one.alike,))).figures) == one.value == 1
    (tmp_path / "a.txt").write_text("Có 5 hộ nghèo.\n\nCó 3/9 trường đạt chuẩn.\n", encoding="utf-8")
    with_ratios = Explorer.open([tmp_path], Settings.load())
    assert with_ratios.bars(with_ratios.everything.figures.numbers).units == ("ho",)  # No bar can be drawn of a ratio.
    assert explorer.bars((), None).bars == ()
    assert explorer.bars(numbers, "không có").bars == ()
    dated = ByFigures(many.unit, days=(None, None))
    assert len(explorer.view("", Narrowing((dated,))).figures) == many.count


async def shown(stage: Stage) -> BarsScreen:
    """Wait until the bars are there."""
    screen = stage.app.screen
    assert isinstance(screen, BarsScreen)
    for _ in range(200):
        if screen.settled:
            break
        await stage.pilot.pause(0.02)
    await stage.pilot.pause()
    return screen


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_h_draws_the_unit_of_the_selected_figure_and_a_bar_narrows(
    play: Play, tmp_path: Path, size: tuple[int, int]
) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("h")
        screen = await shown(stage)
        bars = screen._bars
        assert bars is not None
        assert bars.picture == "sizes"
        text = stage.seen()
        assert f"{bars.count} figures · {bars.code} · how many of each size" in text
        assert "█" in text
        assert "Enter these figures" in text
        await stage.press("down", "enter")
        assert stage.app.screen is main
        assert main.figures.amount == bars.bars[1].value
        chips = stage.lines()[1]
        assert f"figures {bars.bars[1].alike.label} ×" in chips
        await stage.press("backspace")
        assert not main.narrowing
        await stage.press("h")
        screen = await shown(stage)
        await stage.press("right")
        await shown(stage)
        assert screen._bars.unit != bars.unit
        for key in ("left", "h"):  # At once: the second waits for the bars of the unit.
            stage.app.post_message(events.Key(key, None))
        await stage.pilot.pause()
        await shown(stage)
        assert screen._bars.unit == bars.unit
        assert screen._bars.picture != "sizes"
        while screen._bars.picture != "values":
            await stage.press("h")
            await shown(stage)
        assert "40 of them" in stage.seen()
        await stage.press("home")
        best = screen._bars.bars[0]
        await stage.press("enter")
        assert stage.app.focused is main.source
        assert main._selected == best.id
        await stage.press("b", "v", "left", "h")
        screen = await shown(stage)
        assert screen._bars.units == (bars.unit,), "of the group whose name is selected"
        await stage.press("escape")
        assert stage.app.screen is main

    play(script, [corpus(tmp_path)], size=size)


def test_the_bar_of_the_selected_figure_is_selected(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("down", "down", "down")
        assert main._selected is not None
        here = main._selected
        await stage.press("h")
        screen = await shown(stage)
        assert screen._bars_list.selected.id == here
        assert screen._bars_list.cursor > 0

    play(script, size=(80, 24))
