"""Grouping the figures by what they have in common: the groups and their counts, open and closed, with a way back."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.ui.conftest import Play, Stage
from textual import events

from dxtui.explorer import Explorer
from dxtui.model.grouping import GROUPINGS
from dxtui.model.narrowing import ByDocument, Narrowing
from dxtui.model.sorting import Sort
from dxtui.settings import Settings
from dxtui.store.grouping import Group


def test_groups_hold_the_figures_of_the_list_in_its_order(tmp_path: Path) -> None:
    explorer = Explorer.open([], Settings.load())
    everything = [row.id for row in explorer.view("").figures]
    for query, narrowing, sort in (
        ("", Narrowing(), None),
        ("ho so", Narrowing(), Sort("value", backward=True)),
        ("", Narrowing((ByDocument(explorer.documents[1].id),)), Sort("period")),
        ("khôngcógìnhưvậy", Narrowing(), None),
    ):
        plain = [row.id for row in explorer.view(query, narrowing, sort).figures]
        place = {id: at for at, id in enumerate(plain)}
        for by in GROUPINGS:
            grouped = explorer.view(query, narrowing, sort, by).figures
            assert sorted(row.id for row in grouped) == sorted(plain)
            found: set[str] = set()
            for at, group in enumerate(grouped.groups):
                ids = [row.id for row in group.rows]
                assert len(ids) == len(set(ids)) == group.count
                if sort is not None:
                    assert ids == sorted(ids, key=place.__getitem__)
                assert grouped.find(ids[-1], [at]) == (at, len(ids) - 1)
                found.update(ids)
                if by == "unit":
                    assert len({(row.number.figure.unit or "").lower() for row in group.rows}) == 1
                if by == "document":
                    assert {row.place.document.id for row in group.rows} == {group.key}
            assert found == set(plain)
            assert all(group.key is not None for group in grouped.groups[:-1])
            assert by == "entity" or sum(group.count for group in grouped.groups) == len(plain)
    assert len(everything) > 100


def test_a_figure_is_in_the_group_of_each_entity_and_of_those_that_aliases_make(tmp_path: Path) -> None:
    text = "Bộ Công an và Bộ Quốc phòng giao 5 hồ sơ. Bộ Công an có 7 tổ. Có 9 việc.\n"
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text(text, encoding="utf-8")
    mine = tmp_path / "mine.toml"
    for aliases, counts in (
        ("", {"Bộ Công an": 2, "Bộ Quốc phòng": 1, "": 1}),
        ('[merge]\n"Bộ Công an" = ["Bộ Quốc phòng"]', {"Bộ Công an": 2, "": 1}),
        ('[rename]\n"bộ công an" = "Công an ta"', {"Công an ta": 2, "Bộ Quốc phòng": 1, "": 1}),
    ):
        mine.write_text(aliases, encoding="utf-8")
        explorer = Explorer.open([corpus], replace(Settings.load(), aliases=str(mine)))
        groups = explorer.view("", group="entity").figures.groups
        assert {group.label: group.count for group in groups} == counts


def test_v_goes_through_what_groups_and_back(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        figures = main.figures
        plain = [row.id for row in figures.rows]
        await stage.press("down", "down", "down")
        selected = main._selected
        for by in GROUPINGS:
            await stage.press("v")
            assert figures.group == by
            assert f"by {by}" in str(figures.border_title)
            assert f"figures by {by} ×" in stage.lines()[1]
            assert main._selected == selected, "its group is open and it stays selected"
            assert figures.selected.id == selected
            assert figures.counted == str(len(plain)), "each counted once"
            at = figures._folded.group_at(figures.cursor)
            assert "▾" in figures.render_line(figures._folded.start(at) + 1 - round(figures.scroll_y)).text or at
        await stage.press("v")
        assert figures.group is None
        assert [row.id for row in figures.rows] == plain
        assert "×" not in stage.lines()[1]
        assert main._selected == selected

    play(script)


def test_groups_open_and_close_by_keys_and_mouse(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        figures = main.figures
        await stage.press("v", "left")
        assert isinstance(figures.selected, Group)
        assert all(isinstance(row, Group) for row in figures.rows)
        counts = [row.count for row in figures.rows]
        assert counts == sorted(counts[:-1], reverse=True) + counts[-1:] or None in [row.key for row in figures.rows]
        await stage.press("home", "right", "down")
        assert len(figures.rows) == len(counts) + counts[0]
        row = figures.selected
        assert main._selected == row.id, "the source follows"
        await stage.press("enter")
        assert stage.app.focused is main.source
        await stage.press("b", "left", "enter", "V")
        assert len(figures.rows) == len(counts) + sum(counts)
        await stage.press("V")
        assert len(figures.rows) == len(counts)
        top = stage.lines().index(next(line for line in stage.lines() if "▸" in line))
        await stage.pilot.click("#figures", offset=(6, top - figures.region.y), times=2)
        await stage.settle()
        assert "▾" in stage.seen()
        await stage.pilot.click("#figures", offset=(2, top - figures.region.y))
        await stage.settle()
        assert "▾" not in stage.seen(), "one click on the sign is enough"
        await stage.press("slash")
        await stage.type("ho so")
        await stage.press("escape")
        words = Counter(row.number.figure.unit for group in figures._folded.groups for row in group.rows)
        assert sum(words.values()) == figures.amount < sum(counts)
        await stage.press("backspace")
        assert figures.group is None

    play(script, size=(80, 24))


def test_figures_of_one_unit_that_stand_together_have_bars_where_there_is_room(play: Play) -> None:
    async def script(stage: Stage) -> None:
        figures = stage.main.figures
        assert "█" not in stage.seen()
        await stage.press("z", "v", "V", "home", "down")
        assert figures.sizes[-1] == 16
        drawn = {}
        for y in range(1, 12):
            row = figures.rows[round(figures.scroll_y) + y - 1]
            if not isinstance(row, Group) and row.number.figure.unit == "%":
                drawn[row.number.figure.value] = figures.render_line(y).text.count("█")
        assert len(drawn) > 3
        assert [drawn[value] for value in sorted(drawn)] == sorted(drawn.values())
        await stage.press("v")
        assert figures.sizes[-1] == 0
        await stage.press("s")
        assert figures.sizes[-1] == 16
        await stage.press("z")
        assert figures.sizes[-1] == 0, "what is measured needs the room"

    play(script, size=(130, 36))


def test_the_way_back_leads_to_the_groups(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("v", "v", "down")
        selected = main._selected
        await stage.press("enter", "3", "v", "v", "v")
        assert main.figures.group is None
        await stage.press("b")
        assert main.figures.group == "entity"
        assert main._selected == main.figures.selected.id == selected
        chips = stage.lines()[1]
        await stage.pilot.click("#chips", offset=(chips.index("×"), 0))
        await stage.settle()
        assert main.figures.group is None

    play(script)


def test_enter_opens_the_group_of_the_best_figure(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        figures = main.figures
        await stage.press("slash")
        await stage.type("ho so truc tuyen")
        await stage.press("enter")
        best = figures.selected.id
        await stage.press("escape")
        for _ in GROUPINGS:
            await stage.press("v", "V", "V", "home")
            assert all(isinstance(row, Group) for row in figures.rows)
            await stage.press("slash")
            await stage.type("ho so truc tuyen")
            await stage.press("enter")
            assert figures.selected.id == main._selected == best
            assert not isinstance(figures.selected, Group)
            await stage.press("left", "escape", "escape")

    play(script)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_group_is_nothing_to_copy(play: Play, language: str) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("v", "V", "V", "home")
        assert isinstance(stage.main.figures.selected, Group)
        for key in ("y", "Y", "x", "e", "c"):
            assert f" {key} " not in stage.lines()[-1]
            await stage.press(key)
            assert stage.app.screen is stage.main
            assert f" {key} " in stage.lines()[0]
            assert "Enter" in stage.lines()[0]
        await stage.press("enter", "down", "y")
        assert stage.app.screen is not stage.main

    play(script, language=language)


def test_a_copy_asked_for_before_the_answer_takes_the_best_figure_of_a_group(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("v", "V", "V", "slash")
        for key in (*"gdp", "enter", "y"):
            stage.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await stage.settle()
        assert stage.app.screen is not stage.main
        assert not isinstance(stage.main.figures.selected, Group)

    play(script)
