"""Documents that try to be more than text: they are shown, and the screen around them is as it always is."""

import time
from pathlib import Path

import pytest

TAME = "Một dòng bình thường có 5 hồ sơ.\n"
FRAME = "─│╭╮╰╯"

HOSTILE = {
    "markup": "[bold]Đậm[/bold] [/] [@click=app.quit]bấm[/] [tỷ đồng] [red]5 hồ sơ[/red] \\[x]\n",
    "ansi": "\x1b[2J\x1b[1;1H\x1b[31mĐỏ\x1b[0m \x1b]52;c;aGk=\x07 \x1b]0;x\x07 \x9b2J 5 hồ sơ\n",
    "nul": "Có\x00 5\x00 hồ sơ\x00\n",
    "bidi": "Có \u202e5 hồ sơ\u202c và \u2066abc\u2069 \u200f\u200e\n",
    "marks": "e\u0301\u0302\u0303\u0323" * 50 + " 5 hồ sơ\n" + "\u0301" * 2000 + "\n",
    "wide": "漢字かな 5 hồ sơ 한국어 ❤️ 🇻🇳 👍🏽 " * 20 + "\n",
    "space": " \t \u00a0 \u2003 \n\n  \n",
    "tabs": "\tCó\t5\thồ sơ\t\n\v\f\x1c\x85\u2028\u2029\n",
    "line": "Số liệu 12,5% của " + "từ dài " * 160_000 + "kết thúc 99 hồ sơ",
    "word": "x" * 1_000_000 + " 5 hồ sơ",
}


def frame(stage):
    """Return where the borders are."""
    return [(y, x, char) for y, line in enumerate(stage.lines()) for x, char in enumerate(line) if char in FRAME]


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    made = {}
    for name, text in {**HOSTILE, "tame": TAME}.items():
        folder = tmp_path_factory.mktemp(name)
        (folder / "a.txt").write_text(text, encoding="utf-8", newline="")
        made[name] = folder
    return made


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("name", [name for name, text in HOSTILE.items() if len(text) < 100_000])
def test_the_screen_around_it_stays(play, folders, name, size):
    frames = []

    async def look(stage):
        found = []
        for keys in (["1"], ["4"], ["3", "enter"], ["end"], ["home"]):
            await stage.press(*keys)
            found.append([mark[:2] for mark in frame(stage) if mark[2] != "─"])
        frames.append(found)
        assert stage.app.screen is stage.main
        assert all(char.isprintable() or char in "\u00a0\u2003\u00ad" for line in stage.lines() for char in line), (
            stage.seen()
        )

    play(look, [folders["tame"]], size=size)
    play(look, [folders[name]], size=size)
    if name not in ("wide", "marks"):  # There a column of the screen is not a character of the line.
        assert frames[0] == frames[1]


@pytest.mark.parametrize("name", ["markup", "ansi", "nul", "bidi"])
def test_it_is_shown_as_it_is_written(play, folders, name):
    seen = {
        "markup": "[bold]Đậm[/bold] [/] [@click=app.quit]bấm[/] [tỷ đồng] [red]5 hồ sơ[/red]",
        "ansi": "␛[2J␛[1;1H␛[31mĐỏ␛[0m ␛]52;c;aGk=␇ ␛]0;x␇ �2J 5 hồ sơ",
        "nul": "Có␀ 5␀ hồ sơ␀",
        "bidi": "Có �5 hồ sơ� và �abc� ��",
    }[name]

    async def look(stage):
        await stage.press("5")
        assert seen in stage.seen()

    play(look, [folders[name]], size=(99, 30))


@pytest.mark.parametrize("name", ["line", "word"])
def test_a_megabyte_on_one_line_opens_and_scrolls_at_once(play, folders, name):
    async def look(stage):
        await stage.press("5", "end")
        start = time.perf_counter()
        stage.main.source._laid = ("", 0, False)
        stage.main.source._lay()
        assert time.perf_counter() - start < 0.5
        start = time.perf_counter()
        for by in (1, -1) * 10:
            stage.main.source.action_page(by)
            stage.main.source.render_line(5)
        assert time.perf_counter() - start < 0.5
        assert "hồ sơ" in stage.seen()

    play(look, [folders[name]])


def test_the_search_line_is_no_markup_either(play):
    async def look(stage):
        await stage.press("slash")
        await stage.type("[/][bold] chuyen")
        assert "[/][bold] chuyen" in stage.lines()[0]
        await stage.press("enter", "y")

    play(look)


def test_names_of_files_and_facts_are_no_markup(play, tmp_path):
    (tmp_path / "a[bold].txt").write_text("Có 5 hồ sơ.", encoding="utf-8")
    (tmp_path / "corpus.toml").write_text(
        '[documents."a[bold].txt"]\ntitle = "[/] Tiêu đề [@click=app.quit]"\npublisher = "[red]"\n', encoding="utf-8"
    )

    async def look(stage):
        if stage.app.error is not None:
            raise stage.app.error
        assert "[/] Tiêu đề [@click=app.quit]" in stage.seen()

    play(look, [tmp_path], size=(160, 48))


def test_all_documents_that_the_tests_have_open(play):
    async def look(stage):
        assert len(stage.main.documents.rows) > 3
        for key in ("1", "2", "3", "4"):
            await stage.press(key, "end", "enter", "pagedown")

    play(look, [Path(__file__).parent.parent / "documents"])
