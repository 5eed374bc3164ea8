"""The panel that tells of one entity."""

from tests.ui.conftest import Play, Stage


def test_e_tells_of_the_selected_entity_and_any_key_comes_back(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("2")
        assert "e its page" in stage.lines()[-1]
        row = main.entities.selected
        assert row is not None
        await stage.press("e")
        seen = stage.seen()
        assert f"{row.canonical} ({row.type}), named {len(row.mentions)} times" in seen
        assert "Names" in seen
        await stage.press("escape")
        assert stage.app.screen is main
        assert stage.app.focused is main.entities

    play(script)
