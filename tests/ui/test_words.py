"""The words of the app: no language lacks one, and none is asked for that there is not."""

import ast
import re
import string
from pathlib import Path

import pytest
from rich.cells import cell_len

import dxtui.cli
import dxtui.ui
from dxtui.model.entity import ENTITY_TYPES
from dxtui.ui.words import LANGUAGES, numeral, of_locale, say, speak, texts

SOURCES = sorted(path for room in (dxtui.ui, dxtui.cli) for path in Path(room.__file__).parent.glob("*.py"))


@pytest.fixture(autouse=True)
def english():
    """Leave the app in English."""
    yield
    speak("en")


def placeholders(text: object) -> set[str]:
    """Return the placeholders of a text, or of all its forms."""
    forms = text.values() if isinstance(text, dict) else [text]
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name is not None}


def asked() -> list[tuple[str, str, set[str]]]:
    """Return each key that the code asks for literally, where, and the values that it gives."""
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say" and node.args:
                key = node.args[0]
                given = {keyword.arg or "" for keyword in node.keywords}
                if isinstance(key, ast.Constant):
                    found.append((str(key.value), path.name, given))
    return found


def test_no_language_lacks_a_text_or_a_placeholder() -> None:
    first, *others = (texts(language) for language in LANGUAGES)
    for other in others:
        assert list(other) == list(first)
        for key, text in first.items():
            assert placeholders(other[key]) == placeholders(text), key


def test_no_text_is_empty_and_forms_are_for_one_and_many() -> None:
    for language in LANGUAGES:
        for key, text in texts(language).items():
            assert not isinstance(text, dict) or set(text) == {"one", "many"}, key
            for form in text.values() if isinstance(text, dict) else [text]:
                assert form.strip() == form, key
                assert form or key == "columns.", key


def test_what_the_code_asks_for_is_there_with_its_placeholders() -> None:
    assert len(asked()) > 15
    for key, where, given in asked():
        assert key in texts("en"), (where, key)
        assert placeholders(texts("en")[key]) <= given, (where, key)


def test_no_text_is_left_that_nobody_asks_for() -> None:
    code = "\n".join(path.read_text("utf-8") for path in SOURCES)
    literal = {key for key, _, _ in asked()}
    rooms = set(re.findall(r"""f["'](\w+)\.\{""", code))
    for key in texts("en"):
        assert key in literal or key.partition(".")[0] in rooms, key


def test_what_the_help_says_of_a_key_has_room_beside_it() -> None:
    for language in LANGUAGES:
        for key, text in texts(language).items():
            assert not key.startswith(("keys.", "helps.")) or cell_len(text) <= 79 - 25, key


def test_every_type_has_its_word() -> None:
    for name in ENTITY_TYPES:
        assert say(f"types.{name}")
        assert say(f"types.{name}_short")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi"}, "vi"),
        ({"LANG": "vi_VN"}, "vi"),
        ({"LC_ALL": "", "LC_MESSAGES": "vi_VN", "LANG": "de_DE"}, "vi"),
        ({"LC_ALL": "C.UTF-8", "LANG": "vi_VN"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "\udce1"}, "en"),
    ],
)
def test_the_locale_says_the_language(environment: dict[str, str], language: str) -> None:
    assert of_locale(environment) == language
    assert speak("auto", environment) == language


def test_values_are_put_in_as_they_are_and_numbers_grouped() -> None:
    assert say("told.corrected", words="{n} [b]") == "read as {n} [b]"
    assert say("told.problems", n=1) == "1 problem"
    assert say("told.problems", n=1234) == "1,234 problems"
    speak("vi")
    assert say("told.problems", n=1234) == "1.234 lỗi đọc"


@pytest.mark.parametrize(
    ("number", "english", "vietnamese"),
    [
        ("10.41", "10.41", "10,41"),
        ("1300000000", "1,300,000,000", "1.300.000.000"),
        ("-0.5", "-0.5", "-0,5"),
        ("about 1.5", "about 1.5", "about 1.5"),
        ("2023-Q1", "2023-Q1", "2023-Q1"),
    ],
)
def test_numbers_are_written_as_the_reader_writes_them(number: str, english: str, vietnamese: str) -> None:
    speak("en")
    assert numeral(number) == english
    speak("vi")
    assert numeral(number) == vietnamese
