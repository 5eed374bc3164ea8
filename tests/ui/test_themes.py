"""How the app looks: that what is marked can be read and told apart, whatever the theme and the terminal."""

from itertools import combinations
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.style import Style
from tests.ui.conftest import Play, Stage
from textual.color import Color

from dxtui.cli import main
from dxtui.errors import SettingsError
from dxtui.model.entity import ENTITY_TYPES
from dxtui.settings import Settings, theme_tables
from dxtui.ui import looks
from dxtui.ui.app import DxtuiApp
from dxtui.ui.themes import FEW, MARKS, known, ours, own

LETTERS = ("page", "muted", "warn", "key", "match", "figure", "name", *ENTITY_TYPES)
COLOURED = [name for name, theme in ours().items() if not theme.ansi]


def contrast(style: Style, ground: Style) -> float:
    assert style.color is not None
    assert ground.bgcolor is not None
    light, dark = sorted((luminance(style.color), luminance(ground.bgcolor)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: RichColor) -> float:
    """Return how bright a colour is to the eye, as WCAG has it."""
    parts = [part / 255 for part in Color.from_rich_color(colour).rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.fixture
def styles(request: pytest.FixtureRequest) -> dict[str, Style]:
    app = DxtuiApp([], Settings.load())
    app.theme = request.param
    return looks._make(app)


@pytest.mark.parametrize("styles", COLOURED, indirect=True)
def test_all_letters_can_be_read_on_the_page_and_on_what_is_selected(
    styles: dict[str, Style], request: pytest.FixtureRequest
) -> None:
    least = 7.0 if "contrast" in request.node.name else 4.5
    for name in LETTERS:
        assert contrast(styles[name], styles["page"]) >= least, name
    for name in ("page", "match", "figure", "name"):
        assert contrast(styles[name], styles["statement"]) >= 4.5, name
    assert contrast(styles["page"], styles["cursor"]) >= 4.5
    assert contrast(styles["span"], styles["span"]) >= 4.5


@pytest.mark.parametrize("styles", list(ours()), indirect=True)
def test_each_kind_has_a_colour_of_its_own(styles: dict[str, Style]) -> None:
    for one, other in combinations(ENTITY_TYPES, 2):
        assert styles[one] != styles[other], (one, other)


def test_without_colours_letters_tell_what_they_told() -> None:
    styles = looks._bare()
    for one, other in combinations(("page", "figure", "name", "match", "span"), 2):
        assert styles[one] != styles[other], (one, other)
    assert styles["cursor"].reverse
    assert all(style.color is None and style.bgcolor is None for style in styles.values())


def written(tmp_path: Path, text: str, **files: str) -> Path:
    folder = tmp_path / "themes"
    folder.mkdir()
    for name, content in files.items():
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_reader_s_own_themes_are_taken(tmp_path: Path, play: Play) -> None:
    file = written(
        tmp_path,
        'theme = "mine"\n[themes.mine]\nbase = "light"\naccent = "#b00020"\nfigure = "teal"\n',
        dusk='dark = true\nbackground = "#102030"\n',
    )
    themes = {theme.name: theme for theme in own(theme_tables(file))}
    assert themes["mine"].accent == "#b00020"
    assert themes["mine"].background == known()["light"].background
    assert themes["dusk"].foreground == known()["dark"].foreground
    app = DxtuiApp([], Settings.load(file), themes=list(themes.values()))
    assert app.theme == "mine"
    assert looks._make(app)["figure"].color == Color.parse("teal").rich_color
    assert {"dusk", "mine", "dark"} <= set(app.themes)


@pytest.mark.parametrize(
    ("text", "files", "told", "hint"),
    [
        ('\n[themes.mine]\nprimry = "red"', {}, "config.toml: line 3: [themes.mine] primry: unknown key", "`primary`"),
        ('[themes.mine]\naccent = "gren"', {}, "line 2: [themes.mine] accent: 'gren' is not a colour", "`green`"),
        ('[themes.mine]\naccent = "#12345"', {}, "'#12345' is not a colour", "#3d8fd1"),
        ("[themes.mine]\naccent = 5", {}, "a whole number where a colour in quotes is due", None),
        ('[themes.mine]\ndark = "yes"', {}, "a text where true or false is due", None),
        ('[themes.mine]\nbase = "ligth"', {}, "'ligth' is not a theme", "`light`"),
        ("[themes]\nmine = 5", {}, "mine: a whole number where a table [themes.mine] is due", None),
        ("", {"dusk": '# mine\nfigur = "red"'}, "dusk.toml: line 2: figur: unknown key", "`figure`"),
        ("", {"dusk": "accent = red"}, "dusk.toml: line 1", '"red"'),
        ("[themes.dusk]", {"dusk": ""}, "another theme called 'dusk'", None),
        ('theme = "duks"', {"dusk": ""}, "line 1: theme: 'duks' is not a theme", "`dusk`"),
        ('motion = "no"', {}, "motion: a text where true or false is due", None),
    ],
)
def test_what_is_wrong_in_one_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, text, files, told, hint
) -> None:
    monkeypatch.setenv("TEXTUAL_DRIVER", "none")  # What shows the app is not asked whether it is a terminal.
    assert main(["--config", str(written(tmp_path, text, **files))]) == SettingsError.exit_code
    error = capsys.readouterr().err
    assert told in error
    assert len(error.splitlines()) == (2 if hint else 1)
    assert hint is None or hint in error


def test_nothing_moves_where_nothing_shall(play: Play) -> None:
    async def script(stage: Stage) -> None:
        assert stage.app.animation_level == "none"

    play(script, motion=False)


def test_few_colours_are_those_of_the_terminal() -> None:
    app = DxtuiApp([], Settings.load())
    app.colours = "few"
    assert set(FEW.values()) < set(app.themes)
    assert all(known()[name].ansi for name in app.themes)
    assert set(MARKS) >= set(ENTITY_TYPES)
