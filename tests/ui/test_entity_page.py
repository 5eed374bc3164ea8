"""The page of an entity, from wherever one is named, and the way back."""

from pathlib import Path

import pytest
from tests.ui.conftest import Play, Stage

from dxtui.ui.chooser import Chooser
from dxtui.ui.entitypage import EntityScreen


async def opened(stage: Stage) -> EntityScreen:
    """Return the page, once it shows what it was asked for."""
    for _ in range(200):
        await stage.pilot.pause(0.02)
        screen = stage.app.screen
        if isinstance(screen, EntityScreen) and screen.settled:
            await stage.pilot.pause()
            return screen
    pytest.fail("no page was opened")


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (160, 48)])
def test_e_opens_the_page_of_the_selected_entity_and_escape_leaves_it(play: Play, size: tuple[int, int]) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("2")
        row = main.entities.selected
        assert row is not None
        await stage.press("e")
        page = await opened(stage)
        told = stage.lines()[0]
        assert row.canonical in told
        assert f"named {len(row.mentions)} times in {row.documents} documents" in told
        asked = main._explorer.entity(row.canonical, row.type)
        rows = (asked.documents, asked.beside, asked.figures, asked.statements, asked.tasks, asked.names)
        for pane, wanted in zip(page.lists, rows, strict=True):
            await stage.press(str(pane.number))
            assert stage.app.focused is pane
            assert [row.id for row in pane.rows] == [row.id for row in wanted]
            assert f"{pane.number} " in stage.seen()
            if pane.selected is not None:
                shown = page.source._place
                assert shown is not None
                assert shown.document.text[shown.start : shown.end] in shown.quote
        await stage.press("escape")
        assert stage.app.screen is main
        assert stage.app.focused is main.entities

    play(script, size=size)


def test_enter_leads_to_the_place_and_back_to_the_page_as_it_was(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("2", "e")
        page = await opened(stage)
        await stage.press("6", "down", "down")
        task = page.tasks.selected
        assert task is not None
        await stage.press("enter")
        assert stage.app.screen is main
        assert stage.app.focused is main.source
        assert main._selected == task.id
        await stage.press("b")
        again = await opened(stage)
        assert again.active is again.tasks
        assert again.tasks.selected is not None
        assert again.tasks.selected.id == task.id
        await stage.press("b")
        assert stage.app.screen is main
        assert stage.app.focused is main.entities
        await stage.press("f")
        assert main._selected == task.id

    play(script)


def test_a_document_leads_to_where_it_first_names_the_entity(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("2", "e")
        page = await opened(stage)
        await stage.press("1", "end")
        document = page.documents.selected
        assert document is not None
        await stage.press("enter")
        place = stage.main._explorer.locate(stage.main._selected)
        assert place.document.id == document.id
        assert place.start == next(
            row.place.start for row in page.statements.rows if row.place.document.id == document.id
        )

    play(script)


def test_e_goes_on_to_what_is_named_with_it_and_b_comes_back(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("2", "e")
        first = (await opened(stage))._page
        await stage.press("2", "down")
        page = await opened(stage)
        other = page.entities.selected
        assert other is not None
        await stage.press("e")
        page = await opened(stage)
        assert page._page is not None
        assert page._page.entity.canonical == other.canonical
        await stage.press("b")
        page = await opened(stage)
        assert page._page is not None
        assert first is not None
        assert page._page.entity.canonical == first.entity.canonical
        assert page.active is page.entities
        assert page.entities.selected is not None
        assert page.entities.selected.canonical == other.canonical

    play(script)


TEXT = (
    "Bộ Công an chủ trì, phối hợp với Bộ Quốc phòng xây dựng 5 hệ thống.\n"
    "Hà Nội có 3 bệnh viện.\n"
    "Năm nay có 7 cuộc họp.\n"
)


@pytest.mark.parametrize("pane", ["figures", "statements", "source"])
def test_e_asks_which_one_where_several_are_named(play: Play, tmp_path: Path, pane: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    async def script(stage: Stage) -> None:
        main = stage.main
        source = pane == "source"
        at = main.figures if source else next(one for one in main.lists if one.id == pane)

        async def stand(words: str) -> None:
            await stage.press(str(at.number))
            at.select(next(row.id for row in at.rows if words in row.place.quote))
            await stage.press("down", "up") if at.cursor == 0 else await stage.press("up", "down")
            if source:
                await stage.press("5")

        await stand("Bộ Công an")
        await stage.press("e")
        assert isinstance(stage.app.screen, Chooser)
        assert {row.mention.canonical for row in stage.app.screen._shown} == {"Bộ Công an", "Bộ Quốc phòng"}
        await stage.press("escape")
        assert stage.app.screen is main
        await stage.press("e", "down", "enter")
        page = await opened(stage)
        assert page._page is not None
        assert page._page.entity.canonical == "Bộ Quốc phòng"
        await stage.press("escape")
        await stand("Hà Nội")
        await stage.press("e")
        page = await opened(stage)
        assert page._page is not None
        assert page._page.entity.canonical == "Hà Nội"
        await stage.press("escape")
        await stand("7 cuộc họp")
        await stage.press("e")
        assert stage.app.screen is main
        assert "nothing is named there" in stage.seen()

    play(script, [tmp_path])


def test_whoever_has_a_task_comes_first(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        named = {row.canonical for row in main._explorer.everything.entities}
        await stage.press("6")
        tasks = [row for row in main.tasks.rows if row.task.who in named]
        assert tasks
        for row in tasks[:4]:
            main.tasks.select(row.id)
            main._show(row.id)
            await stage.press("e")
            if isinstance(stage.app.screen, Chooser):
                await stage.press("enter")
            page = await opened(stage)
            assert page._page is not None
            assert page._page.entity.canonical == row.task.who
            assert row.id in {task.id for task in page._page.tasks}
            await stage.press("escape")

    play(script)


def test_more_statements_than_a_page_is_made_of_are_told(
    play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dxtui.explorer.entity._MOST", 3)
    (tmp_path / "a.txt").write_text("Bộ Công an có 5 hệ thống.\n" * 7, encoding="utf-8")

    async def script(stage: Stage) -> None:
        await stage.press("2", "e")
        await opened(stage)
        assert "the first 3 of 7 statements" in stage.lines()[0]
        assert "4 Statements 3/7" in stage.lines()[1]

    play(script, [tmp_path], size=(80, 24))


def test_it_tells_what_became_of_a_body(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.press("2")
        rows = stage.main.entities.rows
        names = [row.canonical for row in rows]
        stage.main.entities.cursor = names.index("Bộ Thông tin và Truyền thông")
        await stage.press("e")
        await opened(stage)
        assert "2007-2025, now Bộ Khoa học và Công nghệ" in stage.lines()[0]

    play(script, size=(160, 48))
