"""What is kept from one start to the next: that it comes back, only where it belongs, and never does harm."""

import asyncio
import json
import signal
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ui.conftest import Stage, on_stage

from dxtui.model.entity import ENTITY_TYPES
from dxtui.model.grouping import GROUPINGS
from dxtui.model.narrowing import WIDE, ByDocument, ByEntity, ByFigures
from dxtui.model.sorting import FIGURE_SORTS, Sort
from dxtui.settings import Settings
from dxtui.ui import stood
from dxtui.ui.app import DxtuiApp
from dxtui.ui.entitypage import EntityScreen
from dxtui.ui.memory import Memory
from dxtui.ui.sizes import Sizes
from dxtui.ui.stood import Stood
from dxtui.ui.trail import Step, Stop
from dxtui.ui.words import speak


@pytest.fixture(autouse=True)
def english():
    """Leave the app in English."""
    yield
    speak("en")


def start(
    script: Callable[[Stage], Awaitable[None]],
    folder: Path,
    *paths: Path,
    fresh: bool = False,
    size: tuple[int, int] = (120, 36),
    **settings: str,
) -> None:
    """Run a script on the app as it starts over `paths`, with what is kept in `folder`, and leave the app."""

    async def act() -> None:
        taken = replace(Settings.load(), **({"language": "en", "clipboard": "none"} | settings))  # type: ignore[arg-type]
        app = DxtuiApp(paths, taken, Memory(paths, folder, fresh=fresh))
        async with on_stage(app, size) as stage:
            await script(stage)
            app.exit()

    asyncio.run(act())


async def work(stage: Stage) -> None:
    """Leave everything otherwise than it is at first."""
    await stage.press("slash")
    await stage.type("ho so")
    await stage.press("enter", "s", "S", "5", "greater_than_sign", "1", "enter", "3", "down", "down")
    stage.app.wear("nord")
    stage.app.speak("vi")
    await stage.settle()


async def nothing(stage: Stage) -> None:
    """Only look."""


def test_it_stands_as_it_was_left(tmp_path: Path) -> None:
    left: list[Stood] = []

    async def first(stage: Stage) -> None:
        await work(stage)
        main = stage.main
        left.append(Stood(main._here(), main.figures.sort, main.sizes, alone=False))

    async def second(stage: Stage) -> None:
        main = stage.main
        assert Stood(main._here(), main.figures.sort, main.sizes, alone=False) == left[0]
        assert main.search.value == "ho so"
        assert main.narrowing.document is not None
        assert stage.app.theme == "nord"
        assert "Số liệu" in stage.seen()
        assert main.figures.cursor == 2
        await stage.press("z")

    async def third(stage: Stage) -> None:
        assert stage.main.has_class("-maximised")

    async def as_at_first(stage: Stage) -> None:
        main = stage.main
        assert (main.search.value, main.narrowing, main.figures.sort, main.sizes) == ("", WIDE, None, Sizes())
        assert stage.app.theme == Settings.load().theme
        assert "Figures" in stage.seen()
        assert "Five things" in stage.seen()

    start(first, tmp_path)
    start(second, tmp_path)
    start(third, tmp_path)
    start(as_at_first, tmp_path, fresh=True)
    start(as_at_first, tmp_path / "other")


@pytest.mark.parametrize("keys", [("3",), ("4", "end"), ("3", "enter"), ("4", "end", "enter")])
def test_the_source_is_at_its_mark_whatever_the_size(tmp_path: Path, keys: tuple[str, ...]) -> None:
    selected: list[str | None] = []

    async def first(stage: Stage) -> None:
        await stage.press("1", "end", "enter", *keys)
        selected.append(stage.main._selected)
        assert stage.main.source.is_marked_seen

    async def again(stage: Stage) -> None:
        main = stage.main
        assert main._selected == selected[0]
        assert main.source.is_marked_seen
        assert any(line.rstrip("│ ").endswith("▌") or "│▌" in line or line.startswith("▌") for line in stage.lines())

    start(first, tmp_path, size=(200, 60))
    for size in ((80, 24), (120, 36), (200, 60), (40, 12)):
        start(again, tmp_path, size=size)


def test_a_source_that_was_scrolled_away_shows_the_same_text_first(tmp_path: Path) -> None:
    tops: list[int] = []

    async def first(stage: Stage) -> None:
        await stage.press("3", "enter", "pagedown", "pagedown", "pagedown")
        assert not stage.main.source.is_marked_seen
        tops.append(stage.main.source.top)

    async def again(stage: Stage) -> None:
        assert abs(stage.main.source.top - tops[0]) < 200
        assert not stage.main.source.is_marked_seen

    start(first, tmp_path, size=(120, 36))
    start(again, tmp_path, size=(160, 36))


def test_the_page_of_an_entity_is_open_again(tmp_path: Path) -> None:
    left: list[Stop] = []

    async def first(stage: Stage) -> None:
        await stage.press("2", "down", "e", "3", "down", "down")
        page = stage.app.screen
        assert isinstance(page, EntityScreen)
        left.append(page.here)

    async def second(stage: Stage) -> None:
        page = stage.app.screen
        assert isinstance(page, EntityScreen)
        while not page.settled:
            await stage.pilot.pause(0.02)
        assert page.here == left[0]
        assert page.active is page.figures
        await stage.press("escape")
        assert stage.app.screen is stage.main
        assert stage.main.active is stage.main.entities

    async def third(stage: Stage) -> None:
        assert stage.app.screen is stage.main

    start(first, tmp_path)
    start(second, tmp_path)
    start(third, tmp_path)


def test_a_setting_that_was_changed_later_counts(tmp_path: Path) -> None:
    async def dressed(stage: Stage) -> None:
        stage.app.wear("nord")

    async def changed(stage: Stage) -> None:
        assert stage.app.theme == "gruvbox"

    start(dressed, tmp_path)
    start(changed, tmp_path, theme="gruvbox")


def test_what_is_not_there_any_more_is_left_out(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("Tỉnh Hậu Giang có 5 hồ sơ.\n", encoding="utf-8")
    (corpus / "b.txt").write_text("Tỉnh Cà Mau có 7 hồ sơ và 9 xã.\n", encoding="utf-8")
    state = tmp_path / "state"

    async def narrow(stage: Stage) -> None:
        await stage.press("1", "down", "enter", "2")
        at = next(at for at, row in enumerate(stage.main.entities.rows) if row.canonical == "Cà Mau")
        await stage.press(*["down"] * at, "enter")
        assert len(stage.main.narrowing.by) == 2

    async def without(stage: Stage) -> None:
        assert stage.main.narrowing == WIDE
        assert stage.main.source.document is not None
        assert "5" in stage.seen()

    start(narrow, state, corpus)
    (corpus / "b.txt").unlink()
    start(without, state, corpus)


def test_another_corpus_is_another_state(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("Có 5 hồ sơ.\n", encoding="utf-8")
    start(work, tmp_path)

    async def plain(stage: Stage) -> None:
        assert stage.main.search.value == ""

    start(plain, tmp_path, tmp_path / "a" / "x.txt")
    ours, theirs = (Memory(paths, tmp_path)._corpus_file for paths in ((), [tmp_path / "a" / "x.txt"]))
    theirs.write_bytes(ours.read_bytes())
    memory = Memory([tmp_path / "a" / "x.txt"], tmp_path)
    assert memory.stood is None
    assert not memory.broken


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"version": 2}',
        b'{"version": 2, "paths": ["shipped"], "pane": 5}',
        b'{"version": 2, "theme": [], "language": 3, "toured": {}}',
    ],
)
def test_a_broken_file_is_told_and_replaced(tmp_path: Path, data: bytes) -> None:
    memory = Memory([], tmp_path)
    memory._corpus_file.write_bytes(data)
    memory._reader_file.write_bytes(data)
    memory = Memory([], tmp_path)
    assert memory.stood is None
    assert memory.broken == [memory._reader_file, memory._corpus_file]
    if data == b"{":

        async def told(stage: Stage) -> None:
            assert "could not be read (reader.json)" in stage.lines()[0]
            await stage.press("down")

        start(told, tmp_path)
        assert not Memory([], tmp_path).broken


def test_what_cannot_be_written_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    start(work, tmp_path / "file" / "folder")
    memory = Memory([], tmp_path)
    memory._corpus_file.mkdir()
    start(work, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "reader.json", "shipped.json"]


def test_the_first_steps_are_told_once_and_hinder_no_key(tmp_path: Path) -> None:
    async def first(stage: Stage) -> None:
        assert "Five things to know" in stage.seen()
        assert all(len(line) == 120 for line in stage.lines())
        await stage.press("slash")
        assert stage.main.focused is stage.main.search
        assert "Five things to know" not in stage.seen()

    async def second(stage: Stage) -> None:
        assert "Five things to know" not in stage.seen()

    start(first, tmp_path)
    start(second, tmp_path)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ends = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
days = st.none() | st.dates().map(str)
steps = st.builds(
    Step,
    pane=texts,
    reading=st.booleans(),
    id=texts,
    top=st.integers(0, 10**6),
    marked=st.booleans(),
    query=texts,
    narrowing=st.builds(
        lambda document, entity, figures: WIDE.to(document).to(entity).to(figures),
        st.builds(ByDocument, texts, texts),
        st.builds(ByEntity, texts, st.sampled_from(ENTITY_TYPES)),
        st.builds(ByFigures, texts, texts, texts, ends, ends, st.none() | st.tuples(days, days)),
    ),
    group=st.sampled_from([None, *GROUPINGS]),
    page=st.none() | st.builds(Stop, texts, st.sampled_from(ENTITY_TYPES), texts, texts),
)
sizes = st.lists(st.tuples(st.sampled_from(["documents", "source", "figures"]), st.sampled_from([-1, 1])), max_size=9)


@given(steps, st.sampled_from(FIGURE_SORTS), sizes, st.booleans())
def test_what_is_written_is_read(step: Step, by: str, moves: list[tuple[str, int]], alone: bool) -> None:
    size = Sizes()
    for pane, way in moves:
        size = size.wider(pane, way).taller(pane, way).stacked(way)
    left = Stood(step, Sort(by, backward=alone), size, alone)
    assert stood.read(json.loads(json.dumps(stood.written(left)))) == left


def test_sizes_that_fit_nobody_are_not_taken() -> None:
    even = Sizes()
    assert even.fitted({"left": 1, "middle": 98, "source": 1}, dict.fromkeys(even.height, 50), 500) == Sizes(stack=80)


def test_whoever_is_killed_leaves_what_was_kept(terminal: Callable[..., object], tmp_path: Path) -> None:
    state = tmp_path / "state"
    one, other = (terminal(XDG_STATE_HOME=str(state), XDG_CACHE_HOME=str(tmp_path)) for _ in range(2))
    for screen in (one, other):
        screen.until_seen("Five things to know")  # type: ignore[attr-defined]
    one.send("/", "ho so", "\r")  # type: ignore[attr-defined]
    kept = state / "dxtui" / "shipped.json"
    one.until(lambda: kept.exists() and json.loads(kept.read_bytes())["query"] == "ho so")  # type: ignore[attr-defined]
    one.process.send_signal(signal.SIGKILL)  # type: ignore[attr-defined]
    again = terminal(XDG_STATE_HOME=str(state), XDG_CACHE_HOME=str(tmp_path))
    again.until(lambda: "ho so" in again.lines()[0])  # type: ignore[attr-defined]
    other.send("/", "gdp", "\r", pause=0.2)  # type: ignore[attr-defined]
    other.send("q")  # type: ignore[attr-defined]
    assert other.end() == 0  # type: ignore[attr-defined]
    assert json.loads(kept.read_bytes())["query"] == "gdp"
