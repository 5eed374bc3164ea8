"""In which language the command line tells what it tells: data for programs has none."""

from collections.abc import Sequence
from pathlib import Path

from dxtui.errors import DxtuiError
from dxtui.settings import Settings
from dxtui.ui.words import LANGUAGES, speak


def speak_as(argv: Sequence[str]) -> None:
    """Speak as a command line wants, even one that is not understood: else as the settings say, or the locale."""
    language = _value(argv, "--language")
    if language not in LANGUAGES:
        config = _value(argv, "--config")
        try:
            language = Settings.load(Path(config) if config else None).language
        except DxtuiError:
            language = "auto"
    speak(language)


def _value(argv: Sequence[str], option: str) -> str:
    """Return the value that `option` has in a command line, "" where it has none."""
    value = ""
    for at, word in enumerate(argv):
        if word == "--":
            break
        if word == option:
            value = argv[at + 1] if at + 1 < len(argv) else ""
        elif word.startswith(f"{option}="):
            value = word.partition("=")[2]
    return value
