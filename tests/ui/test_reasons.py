"""The panel that says how a number was read, and why a row was found."""

import ast
import inspect

import pytest
from tests.ui.conftest import Play, Stage

from dxtui.search import matcher
from dxtui.ui.messages import message
from dxtui.ui.words import speak


def test_a_figure_says_how_it_was_read(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.pilot.press("x")
        await stage.settle()
        assert "was read" in stage.seen()
        assert "qualifier" in stage.seen()
        assert "Why it answers" not in stage.seen()
        await stage.pilot.press("escape")
        assert stage.app.screen is stage.app.main

    play(script)


def test_without_a_query_a_statement_has_nothing_to_explain(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.pilot.press("4", "x")
        await stage.settle()
        assert stage.app.screen is stage.app.main

    play(script)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["Why it answers dich vu cog", "but for marks: dich → dịch", "a slip: cog → công", "stand together"]),
        ("vi", ["Vì sao câu này trả lời dich vu cog", "chỉ khác dấu: dich → dịch", "gõ nhầm: cog → công", "liền nhau"]),
    ],
)
def test_what_was_found_says_why(play: Play, language: str, told: list[str]) -> None:
    async def script(stage: Stage) -> None:
        await stage.pilot.press("slash")
        await stage.type("dich vu cog")
        await stage.pilot.press("escape", "4", "x")
        await stage.settle()
        assert [what for what in told if what not in stage.seen()] == []
        await stage.pilot.press("escape", "3", "x")
        await stage.settle()
        assert told[0] in stage.seen(), "below how the figure was read"
        assert ("qualifier" if language == "en" else "mức độ") in stage.seen()

    play(script, language=language)


def test_with_a_field_alone_there_is_no_word_to_tell_of(play: Play) -> None:
    async def script(stage: Stage) -> None:
        await stage.pilot.press("slash")
        await stage.type("unit:%")
        await stage.pilot.press("escape", "4", "x")
        await stage.settle()
        assert stage.app.screen is stage.app.main

    play(script)


def test_every_reason_is_told_in_vietnamese() -> None:
    tree = ast.parse(inspect.getsource(matcher))
    (kind,) = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "_kind")
    said = (node.value for part in kind.body[1:] for node in ast.walk(part) if isinstance(node, ast.Constant))
    kinds = {kind for kind in said if isinstance(kind, str)}
    speak("vi")
    try:
        for said in (*(f"{kind}: số" for kind in kinds), "words stand together", "without: số"):
            assert message(said) != said
    finally:
        speak("en")
    assert len(kinds) > 5
