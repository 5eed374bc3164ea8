"""Narrowing the lists to a document, to an entity, or both."""

import pytest
from rich.cells import cell_len
from tests.ui.conftest import Play, Stage

from dxtui.model.narrowing import ByDocument, ByEntity, ByFigures, Narrowing
from dxtui.ui.narrowed import chips
from dxtui.ui.words import speak


def narrowed(stage: Stage) -> tuple[int, ...]:
    """Return how many rows each list has."""
    return tuple(len(pane.rows) for pane in stage.main.lists)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_a_chosen_document_narrows_all_other_lists(play: Play, size: tuple[int, int]) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        everything = narrowed(stage)
        await stage.press("1", "down", "enter")
        document = main.documents.rows[1]
        assert stage.app.focused is main.figures
        assert len(main.documents.rows) == everything[0], "the others can still be chosen"
        assert main.documents.selected.id == document.id
        for pane in main.lists[1:]:
            assert {row.place.document.id for row in pane.rows} == {document.id}, pane.noun
        assert len(main.figures.rows) == document.figures
        assert main.figures.counted == f"{document.figures} of {everything[2]}"
        chips = stage.lines()[1]
        assert "only  document" in chips
        assert document.place.document.label[:10] in chips
        await stage.press("backspace")
        assert narrowed(stage) == everything
        assert "only" not in stage.lines()[1]

    play(script, size=size)


def test_a_document_and_an_entity_narrow_together_and_go_one_by_one(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        everything = narrowed(stage)
        await stage.press("2", "down", "enter")
        entity = main.entities.selected
        alone = narrowed(stage)
        assert alone[1] == everything[1]
        assert len(main.documents.rows) == entity.documents
        named = {(m.place.document.id, m.place.statement.start) for m in entity.mentions}
        assert {(row.place.document.id, row.place.start) for row in main.statements.rows} == named
        await stage.press("1", "enter")
        document = main.documents.selected.id
        assert {(row.place.document.id, row.place.start) for row in main.statements.rows} == {
            one for one in named if one[0] == document
        }
        assert entity.canonical in stage.lines()[1]
        both = narrowed(stage)
        await stage.press("backspace")
        assert narrowed(stage) == alone
        await stage.press("b")
        assert narrowed(stage) == both
        await stage.press("b", "b")
        assert narrowed(stage) == everything
        await stage.press("f", "f")
        assert narrowed(stage) == both

    play(script)


def test_a_click_on_a_cross_takes_just_that_part_off(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("2", "enter")
        alone = narrowed(stage)
        await stage.press("1", "enter")
        entity = main.narrowing.entity
        await stage.press("2")
        line = stage.lines()[1]
        first, second = (at for at, char in enumerate(line) if char == "×")
        await stage.pilot.click("#chips", offset=(second, 0))
        await stage.settle()
        assert narrowed(stage) == alone
        assert main.narrowing.by == (entity,)
        await stage.pilot.click("#chips", offset=(first, 0))
        await stage.settle()
        assert not main.narrowing

    play(script)


def test_a_query_is_answered_within_what_narrows(play: Play) -> None:
    async def script(stage: Stage) -> None:
        main = stage.main
        await stage.press("1", "enter", "slash")
        document = main.documents.selected.id
        await stage.type("ho so")
        assert main.statements.rows
        assert {row.place.document.id for row in main.statements.rows} == {document}
        within = len(main.statements.rows)
        assert len(main.documents.rows) > 1, "where else it is said"
        await stage.press("backspace", "backspace")
        assert main.narrowing, "in the search line the key takes a letter"
        await stage.type("so")
        await stage.press("escape", "backspace")
        assert main.search.value == "ho so"
        assert len(main.statements.rows) > within

    play(script)


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_all_that_narrows_and_groups_is_told_with_its_cross_at_any_width(width: int, language: str) -> None:
    speak(language)
    try:
        long = "Ủy ban Quốc gia về chuyển đổi số và những điều khác, phiên họp thứ bảy"
        narrowing = Narrowing((ByDocument("a", long), ByEntity(long, "organisation"), ByFigures("vnd", label=long)))
        spots = chips(narrowing, "document", width, "Backspace")
    finally:
        speak("en")
    assert sum(cell_len(spot.text) for spot in spots) <= width
    assert sum(spot.text == " × " for spot in spots) == 4
    assert sum(spot.text.startswith("Ủy ban Q") for spot in spots) == 3
