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


SMALL = [name for name, text in HOSTILE.items() if len(text) < 100_000]
HUGE = [name for name in HOSTILE if name not in SMALL]


def write(folder, texts):
    """Write texts as documents of a folder, in their order."""
    for at, text in enumerate(texts):
        (folder / f"{at}.txt").write_text(text, encoding="utf-8", newline="")
    return folder


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    made = {name: write(tmp_path_factory.mktemp(name), [text]) for name, text in HOSTILE.items()}
    made["hostile"] = write(tmp_path_factory.mktemp("hostile"), [HOSTILE[name] for name in SMALL])
    made["tame"] = write(tmp_path_factory.mktemp("tame"), [f"{at} {TAME}" for at in range(len(SMALL))])
    return made


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_the_screen_around_it_stays(play, folders, size):
    frames = {}

    def look(name):
        async def script(stage):
            for at in range(len(SMALL)):
                stage.main.documents.select(stage.main._explorer.documents[at].id)
                await stage.press("1", "5", "end")
                corners = {mark[:2] for mark in frame(stage) if mark[2] in "╭╮╰╯"}
                frames[name, at] = corners, stage.lines()[0], stage.lines()[-1]
                await stage.press("home")
                assert stage.app.screen is stage.main
                assert all(char.isprintable() or char in "\u00a0\u2003" for char in stage.seen().replace("\n", ""))
            await stage.press("3", "end", "home", "4", "end", "home", "2")

        play(script, [folders[name]], size=size)

    look("tame")
    look("hostile")
    for at, name in enumerate(SMALL):
        if name not in ("wide", "marks"):  # There a column of the screen is not a character of the line.
            assert frames["hostile", at] == frames["tame", at], name


@pytest.mark.parametrize("name", HUGE)
def test_a_megabyte_is_like_any_other(play, folders, name):
    async def script(stage):
        await stage.press("1", "enter", "end", "home", "3", "enter", "4", "enter")
        assert sum(len(line) for line in stage.lines()) == 120 * 36

    play(script, [folders[name]])


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


@pytest.mark.parametrize("name", HUGE)
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
