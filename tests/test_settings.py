"""Settings: which layer wins, and what is said of a wrong one."""

from dataclasses import fields
from pathlib import Path

import pytest

from dxtui.errors import SettingsError
from dxtui.resources import config_file
from dxtui.settings import Settings
from dxtui.tomlfile import TomlFile

DEFAULTS = Settings(
    max_bytes=64 * 1024 * 1024,
    language="auto",
    theme="dark",
    themes={},
    motion=True,
    keys={},
    clipboard="auto",
    index="",
    aliases="",
    today="",
)


def written(folder: Path, toml: str) -> Path:
    """Return the path of a settings file with this content."""
    file = folder / "settings.toml"
    file.write_text(toml, encoding="utf-8")
    return file


def test_the_defaults_without_a_file_of_the_user() -> None:
    assert Settings.load() == DEFAULTS


def test_the_shipped_file_has_every_setting() -> None:
    path = config_file("settings.toml")
    assert list(TomlFile(path, path.read_bytes(), SettingsError).root) == [field.name for field in fields(Settings)]


def test_a_file_changes_what_it_names(tmp_path: Path) -> None:
    settings = Settings.load(written(tmp_path, 'theme = "nord"\n'))
    assert (settings.theme, settings.max_bytes) == ("nord", DEFAULTS.max_bytes)


def test_flags_win_over_the_file_and_none_changes_nothing(tmp_path: Path) -> None:
    file = written(tmp_path, 'theme = "nord"\nmax_bytes = 10\n')
    settings = Settings.load(file, {"theme": "gruvbox", "max_bytes": None})
    assert (settings.theme, settings.max_bytes) == ("gruvbox", 10)


def test_the_usual_file_and_the_one_that_the_environment_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = tmp_path / "dxtui" / "config.toml"
    usual.parent.mkdir()
    usual.write_text("max_bytes = 1", encoding="utf-8")
    monkeypatch.setattr("platformdirs.user_config_path", lambda name, appauthor: tmp_path / name)
    assert Settings.load().max_bytes == 1
    monkeypatch.setenv("DXTUI_CONFIG", str(written(tmp_path, "max_bytes = 2")))
    assert Settings.load().max_bytes == 2
    monkeypatch.setenv("DXTUI_CONFIG", "")
    assert Settings.load().max_bytes == 1
    usual.write_text("max_byte = 1", encoding="utf-8")
    with pytest.raises(SettingsError, match="max_byte: unknown key"):
        Settings.load()


def test_a_file_that_is_named_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml: no such file"):
        Settings.load(tmp_path / "none.toml")
    with pytest.raises(SettingsError, match=r"is a directory|permission denied"):
        Settings.load(tmp_path)
    monkeypatch.setenv("DXTUI_CONFIG", str(tmp_path / "gone.toml"))
    with pytest.raises(SettingsError, match=r"gone\.toml: no such file"):
        Settings.load()


@pytest.mark.parametrize(
    ("toml", "message", "hint"),
    [
        ('\n# x\nthem = "nord"', "line 3: them: unknown key", "did you mean `theme`?"),
        ('[keys]\nexplain = ""', "explain: no key between the quotes", 'explain = "f5"'),
        ("[keys]\nexplain = 1", "explain: a whole number where keys in quotes are due", "ctrl+y"),
        ("colour = 1", "line 1: colour: unknown key", "the keys are max_bytes, language, theme, themes, motion, keys"),
        ("[theme]\nname = 1", "theme: a table where a name in quotes is due", None),
        ("[max_bytes]", "max_bytes: a table where a whole number is due", None),
        ("max_bytes = true", "line 1: max_bytes: true or false where a whole number is due", None),
        ("max_bytes = 1.5", "max_bytes: a number with a fraction where a whole number is due", None),
        ("max_bytes = 0", "max_bytes: 0 is not a size", "1 or more"),
        ('theme = " "', "theme: no name", None),
        ('clipboard = "ocs52"', "clipboard: 'ocs52' is not a way to copy", "did you mean `osc52`?"),
        ('clipboard = "AUTO"', "clipboard: 'AUTO' is not a way to copy", "did you mean `auto`?"),
        ('clipboard = "xyz"', "clipboard: 'xyz' is not a way to copy", "it is one of auto, system, osc52, file, none"),
        ("clipboard = 5", "clipboard: a whole number where a name in quotes is due", None),
        ("clipboard = []", "clipboard: a list where a name in quotes is due", None),
        ("theme = nord", "line 1, column 9: this is no value", 'theme = "nord"'),
        ('theme = "dark\nmotion = true', "line 1, column 14: the quotation mark is not closed", "on the same line"),
        ('motion = true\ntheme = "dark', "line 2, column 14: the quotation mark is not closed", "on the same line"),
        ("theme = 'dark", "line 1, column 9: the quotation mark is not closed", "on the same line"),
        ("theme = 'dark\nmotion = true", "line 1, column 9: the quotation mark is not closed", "on the same line"),
        ('index = "C:\\data"', "line 1, column 14: a single backslash", "'single'"),
        ('[keys\ncopy = "y"', "line 1, column 6: the bracket is not closed", "[name]"),
        ('theme "dark"', "line 1, column 7: no = behind the name", 'name = "value"'),
        ('theme = "dark"\ntheme = "nord"', "line 2, column 15: this is set already", "once"),
        ('[keys]\ncopy = "c"\n[keys]\n', "line 3, column 6: this table is headed already", "once"),
        ("motion = true\n[colours]\nx = 1", "line 2: colours: unknown key", None),
        ('today = "12/31/2024"', "today: '12/31/2024' is not a day", "30/6/2024"),
    ],
)
def test_a_wrong_file(tmp_path: Path, toml: str, message: str, hint: str | None) -> None:
    file = written(tmp_path, toml)
    with pytest.raises(SettingsError) as caught:
        Settings.load(file)
    assert str(caught.value).startswith(f"{file}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert hint is None or hint in (caught.value.hint or "")


@pytest.mark.parametrize("today", ["2024-12-01", "01/12/2024", "1/12/2024", "1-12-2024", "1.12.2024"])
def test_a_day_is_written_both_ways(tmp_path: Path, today: str) -> None:
    assert Settings.load(flags={"today": today}).today == "2024-12-01"
    assert Settings.load(written(tmp_path, f'today = "{today}"')).today == "2024-12-01"


def test_a_wrong_flag() -> None:
    with pytest.raises(SettingsError, match="--clipboard: 'ocs52' is not a way to copy") as caught:
        Settings.load(flags={"clipboard": "ocs52"})
    assert caught.value.hint == "did you mean `osc52`?"
