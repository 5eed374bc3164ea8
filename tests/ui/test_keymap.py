"""The reader's own keys: what is refused, and that they work and are shown."""

import pytest
from textual.binding import Binding

from dxtui.errors import SettingsError
from dxtui.settings import Settings
from dxtui.tomlfile import WrongValue
from dxtui.ui.app import DxtuiApp, keys_fault
from dxtui.ui.bindings import bindings_of
from dxtui.ui.figures import Figures
from dxtui.ui.keymap import ROOMS, SCREENS, normal
from dxtui.ui.main import Main
from dxtui.ui.tour import steps
from dxtui.ui.words import LANGUAGES, texts


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("c", "c"),
        ("?", "question_mark"),
        ("F1, ctrl+X", "f1,ctrl+x"),
        (",", "comma"),
        ("+", "plus"),
        ("ctrl+/", "ctrl+slash"),
    ],
)
def test_a_key_is_known_by_its_character_or_its_name(said, keys):
    assert normal(said) == keys


@pytest.mark.parametrize(("said", "near"), [("ctlr+x", "ctrl"), ("entr", "enter"), ("ctrl+pagedwn", "pagedown")])
def test_what_is_no_key_names_the_nearest(said, near):
    with pytest.raises(WrongValue) as told:
        normal(said)
    assert near in str(told.value.hint)


@pytest.mark.parametrize(
    ("keys", "id", "told"),
    [
        ({"copi": "c"}, "copi", "did you mean `copy`?"),
        ({"copy": "n"}, "copy", "`next`"),
        ({"copy": "j"}, "copy", "`list.down`"),
        ({"copy": "ctrl+y", "copy_quote": "ctrl+y"}, "copy", "`copy_quote`"),
        ({"copy": "ctlr+c"}, "copy", "did you mean `ctrl`?"),
    ],
)
def test_what_does_not_fit_is_told(keys, id, told):
    fault = keys_fault(keys)
    assert fault is not None
    assert fault[0] == id
    assert told in f"{fault[1].what} {fault[1].hint}"


@pytest.mark.parametrize(
    "keys", [{}, {"copy": "ctrl+y"}, {"copy": "Y", "copy_quote": "y"}, {"list.down": "down,ctrl+n"}]
)
def test_what_fits_is_taken(keys):
    assert keys_fault(keys) is None


def test_a_clash_is_told_with_its_file_and_line(tmp_path, capsys):
    from dxtui.settings import fault

    file = tmp_path / "config.toml"
    file.write_text('theme = "nord"\n\n[keys]\nback = "z"\ncopy = "n"\n', encoding="utf-8")
    settings = Settings.load(file)
    found = keys_fault(settings.keys)
    assert found is not None
    error = fault(*found, file, {}, table="keys")
    assert isinstance(error, SettingsError)
    assert str(error).startswith(f"{file}: line 5: [keys] copy: `n` is also the key of `next`")


def test_every_key_has_a_name_and_words_in_every_language():
    bindings = bindings_of(*ROOMS.values(), *SCREENS.values(), Main, DxtuiApp)
    assert all(isinstance(binding, Binding) and binding.id for binding in bindings)
    for language in LANGUAGES:
        assert {f"keys.{binding.id}" for binding in bindings} <= set(texts(language))


def test_a_reader_s_own_keys_work_and_are_shown(play):
    async def script(stage):
        assert "ctrl+g search" in stage.lines()[-1].replace("Ctrl", "ctrl")
        await stage.press("ctrl+g")
        assert stage.main.focused is stage.main.search
        await stage.press("f2")
        assert stage.main.focused is not stage.main.search
        await stage.press("f1")
        assert "F1 " in str(stage.app.screen.query_one("#panel-text").render())
        await stage.press("escape", "f3")
        await stage.type("tasks")
        await stage.press("f4")
        assert stage.main.focused is stage.main.tasks

    play(script, keys={"search": "ctrl+g", "search.leave": "f2", "help": "f1", "palette": "f3", "palette.choose": "f4"})


def test_the_help_tells_first_what_works_here(play):
    async def script(stage):
        await stage.press("question_mark")
        text = stage.seen()
        assert text.index("Here and now") < text.index("copy citation")
        stage.app.screen.query_one("#panel").scroll_end(animate=False)
        await stage.settle()
        assert "? shows this again" in stage.seen()

    play(script)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_all_that_names_keys_names_those_of_the_reader(play, language):
    keys = {
        "search": "ctrl+g", "list.choose": "f6", "back": "f7", "copy": "f8", "help": "f1", "palette.leave": "f9",
        "chooser.leave": "f10", "search.go": "f11", "search.leave": "f12", "pane.figures": "ctrl+t",
    }  # fmt: skip

    async def script(stage):
        told = steps(stage.app._keymap, type(stage.app), Main, Figures)
        for key in ("Ctrl+g", "F6", "F7", "F8", "F1", "1 2 Ctrl+t 4 5 6"):
            assert key in told
        await stage.press("o")
        assert "F6" in stage.lines()[-2]
        assert "F10" in stage.lines()[-2]
        await stage.press("f10", "ctrl+p")
        assert "F9" in stage.seen()
        await stage.press("f9", "f8", "w")
        assert "F11" in stage.seen()
        assert "F12" in stage.seen()

    play(script, keys=keys, language=language)


@pytest.mark.parametrize("size", [(80, 24), (120, 60)])
def test_the_help_says_at_any_height_how_it_closes(play, size):
    async def script(stage):
        await stage.press("question_mark")
        assert "any other key closes this" in stage.seen()
        await stage.press("end")
        assert "any other key closes this" in stage.seen()
        assert "? shows this again" in stage.seen()

    play(script, size=size)
