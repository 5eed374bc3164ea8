"""The palette: what it lists, how it is found, and that it is done where the keys were."""

import asyncio

import pytest
from tests.ui.conftest import Play, Stage

from dxtui.explorer import Explorer
from dxtui.settings import Settings
from dxtui.ui.entitypage import EntityScreen
from dxtui.ui.palette import Palette
from dxtui.ui.words import speak


@pytest.fixture(autouse=True)
def english():
    """Leave the app in English."""
    yield
    speak("en")


async def opened(stage: Stage, typed: str = "", key: str = "ctrl+p") -> Palette:
    """Open the palette, type something, and wait for what is found."""
    await stage.press(key)
    palette = stage.app.screen
    assert isinstance(palette, Palette)
    await stage.type(typed)
    for _ in range(200):
        if palette.settled:
            break
        await asyncio.sleep(0.02)
    await stage.settle()
    return palette


def first(palette: Palette) -> str:
    row = palette._list.selected
    return row.id if row is not None else ""


def test_it_lists_what_works_here_and_now_and_does_it(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        palette = await opened(stage)
        listed = {row.id for row in palette._list.rows}
        assert {"copy", "figures.sort", "search", "help", "pane.tasks"} <= listed
        assert not {"back", "tasks.who", "palette", "clear"} & listed
        await stage.press("escape")
        assert stage.app.screen is main
        await opened(stage, "sort")
        await stage.press("enter")
        assert main.figures.sort is not None
        await opened(stage, "statemnts")
        await stage.press("enter")
        assert main.focused is main.statements
        palette = await opened(stage)
        assert "figures.sort" not in {row.id for row in palette._list.rows}
        await stage.press("down", "down")
        assert palette._list.cursor == 2
        assert all(len(line) == 80 for line in stage.lines())

    play(script, size=(80, 24))


def test_it_leads_to_documents_and_entities_by_any_spelling(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        palette = await opened(stage, "hau giang")
        assert first(palette) == "place Hậu Giang"
        assert len(palette._list.rows) < 60
        await stage.press("enter")
        assert isinstance(stage.app.screen, EntityScreen)
        assert "Hậu Giang" in stage.lines()[0]
        palette = await opened(stage)
        assert "page.leave" in {row.id for row in palette._list.rows}
        await stage.press("escape")
        document = main.documents.rows[2]
        await opened(stage, document.place.document.label)
        await stage.press("enter")
        assert stage.app.screen is main
        assert main.source.document is not None
        assert main.source.document.id == document.id
        await stage.press("b")
        assert main.source.document.id != document.id

    play(script)


def test_enter_waits_for_the_names_and_keys_typed_ahead_are_kept(play: Play) -> None:
    async def script(stage: Stage) -> None:
        from textual import events

        for key in ("ctrl+p", *"hau giang", "enter"):
            stage.app.post_message(
                events.Key("space" if key == " " else key, key if len(key) == 1 else None),
            )
        for _ in range(200):
            await stage.pilot.pause(0.02)
            if isinstance(stage.app.screen, EntityScreen):
                break
        await stage.settle()
        assert "Hậu Giang" in stage.lines()[0]

    play(script)


def test_from_the_search_line_and_in_another_language_and_theme(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("slash")
        await stage.type("ho so")
        await opened(stage, "tieng viet")
        await stage.press("enter")
        assert "Số liệu" in stage.seen()
        assert "of" not in str(main.figures.border_subtitle)
        assert main.search.value == "ho so"
        palette = await opened(stage, "giao dien nord")
        assert first(palette) == "theme nord"
        await stage.press("enter")
        assert stage.app.theme == "nord"
        await opened(stage, "chep trich")
        await stage.press("enter")
        assert "Trích dẫn" in stage.seen()
        await stage.press("ctrl+p")
        assert not isinstance(stage.app.screen, Palette)

    play(script, size=(120, 36))


@pytest.mark.parametrize("words", ["", "  ", '"', "-hau", "OR", "value:>3", "zzzz", "hậu " * 300])
def test_what_is_typed_is_no_query(words: str) -> None:
    named = Explorer.open([], Settings.load()).named(words)
    assert len(named.documents) <= 24
    assert len(named.entities) <= 24


@pytest.mark.parametrize(
    ("language", "typed", "id"),
    [
        ("vi", "theme", "theme "),
        ("vi", "language", "language en"),
        ("vi", "citation", "copy"),
        ("en", "giao dien", "theme "),
        ("en", "ngon ngu", "language vi"),
        ("en", "sap xep", "figures.sort"),
    ],
)
def test_what_can_be_done_is_found_in_the_other_language(play: Play, language: str, typed: str, id: str) -> None:
    async def script(stage: Stage) -> None:
        assert first(await opened(stage, typed)).startswith(id)

    play(script, language=language)
