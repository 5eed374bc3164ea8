"""Settings: the shipped defaults, below the user's file, below the flags of the command line. Strict."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from dxtui.errors import SettingsError
from dxtui.resources import config_file
from dxtui.tomlfile import TomlFile, WrongValue, kind, nearest

Clipboard = Literal["auto", "system", "osc52", "file", "none"]
"""Where a copied citation goes."""

Language = Literal["auto", "en", "vi"]
"""What the app speaks."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set. Each field is a key of the settings file."""

    max_bytes: int
    """Files larger than this many bytes are not read."""
    language: Language
    """What the app speaks; "auto" is what the locale says."""
    theme: str
    """Name of the theme of the app; the app checks that it has one of this name."""
    themes: dict[str, dict[str, Any]]
    """The reader's own themes, by their names; the app checks their colours."""
    motion: bool
    """Whether anything may move on the screen that could as well jump."""
    keys: dict[str, str]
    """The reader's own keys: by the name of what they do, with commas between them; the app checks them."""
    clipboard: Clipboard
    """How a citation is copied: "auto" takes what works here, the others name one way, "none" only shows it."""
    index: str
    """The folder that indexes of large corpora are kept in; "" is where this system keeps what can be made again."""
    aliases: str
    """The file of one's own names; "" is aliases.toml in the folder where this system keeps settings."""
    today: str
    """The day against which a task is overdue, as ISO date however it was written; "" is the day it is."""

    @classmethod
    def load(cls, config: Path | None = None, flags: Mapping[str, Any] | None = None) -> "Settings":
        """Return the settings: the defaults, changed by the user's file, changed by `flags`.

        The user's file is `config`, else what the environment variable DXTUI_CONFIG names, else config.toml in the
        folder where this system keeps settings; only the last may be missing. A flag that is None changes nothing.

        Raises:
            SettingsError: the file is missing or malformed, or has a key or value that is not known.
        """
        values = _checked(_toml(config_file("settings.toml")))
        user = _file(config)
        if user is not None:
            values |= _checked(_toml(user))
        for key, value in (flags or {}).items():
            if value is not None:
                try:
                    values[key] = _CHECKS[key](value)
                except WrongValue as wrong:
                    raise SettingsError(f"--{key.replace('_', '-')}: {wrong.what}", hint=wrong.hint) from wrong
        return cls(**values)

    def names(self) -> Path | None:
        """Return the file of the user's own names; None where none is named and there is none in the usual place.

        Raises:
            SettingsError: the one that is named is not there.
        """
        usual = _usual("aliases.toml")
        if not self.aliases:
            return usual if os.path.exists(usual) else None  # noqa: PTH110 - no permission to look is no file
        named = Path(self.aliases).expanduser()
        if not os.path.exists(named):  # noqa: PTH110
            raise SettingsError(f"{named}: no such file", hint="the setting `aliases` or --aliases names it")
        return named

    def day(self) -> date:
        """Return the day against which a task is overdue."""
        return date.fromisoformat(self.today) if self.today else datetime.now().astimezone().date()


class ThemeTable(NamedTuple):
    """A theme of the reader, as it is written in a file."""

    name: str
    """What it is called."""
    values: dict[str, Any]
    """What it says."""
    file: TomlFile
    """The file."""
    table: str
    """The table of the file; "" where the file is nothing else."""


def theme_tables(config: Path | None = None) -> list[ThemeTable]:
    """Return the reader's own themes: tables [themes.NAME] of the settings file, and files themes/*.toml beside it.

    Raises:
        SettingsError: one of the files cannot be read.
    """
    user = _file(config)
    tables = []
    if user is not None:
        file = _toml(user)
        tables = [
            ThemeTable(name, values, file, f"themes.{name}") for name, values in file.root.get("themes", {}).items()
        ]
    folder = (user.parent if user is not None else _usual("")) / "themes"
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except OSError:
        files = []  # There is no such folder.
    for path in files:
        file = _toml(path)
        tables.append(ThemeTable(path.stem, file.root, file, ""))
    return tables


def fault(
    key: str, wrong: WrongValue, config: Path | None, flags: Mapping[str, Any], *, table: str = ""
) -> SettingsError:
    """Return the error for a value of `key` that proved wrong after `Settings.load(config, flags)`: where it stands."""
    user = _file(config)
    if table and user is not None:
        return SettingsError(*_toml(user).wrong(key, wrong.what, table=table).args, hint=wrong.hint)
    if flags.get(key) is None and user is not None:
        file = _toml(user)
        if key in file.root:
            return SettingsError(*file.wrong(key, wrong.what).args, hint=wrong.hint)
    return SettingsError(f"--{key.replace('_', '-')}: {wrong.what}", hint=wrong.hint)


def _file(config: Path | None) -> Path | None:
    """Return the user's settings file: the one that is named, or the usual one where it is there."""
    if config is not None:
        return config
    if named := os.environ.get("DXTUI_CONFIG"):
        return Path(named)
    usual = _usual("config.toml")
    return usual if os.path.exists(usual) else None  # noqa: PTH110 - no permission to look is no file


def _usual(name: str) -> Path:
    from platformdirs import user_config_path  # Only asked for where no file is named.

    return user_config_path("dxtui", appauthor=False) / name


def _toml(path: Path) -> TomlFile:
    try:
        return TomlFile(path, path.read_bytes(), SettingsError)
    except OSError as wrong:
        raise SettingsError(
            f"{path}: {(wrong.strerror or str(wrong)).lower()}", hint="it is a settings file"
        ) from wrong


_WHERE = "--config and DXTUI_CONFIG name a settings file"


def _checked(file: TomlFile) -> dict[str, Any]:
    values = {}
    for key, value in file.root.items():
        if key not in _CHECKS:
            raise file.unknown(key, _CHECKS)
        try:
            values[key] = _CHECKS[key](value)
        except WrongValue as wrong:
            raise file.wrong(key, wrong.what, hint=wrong.hint) from wrong
    return values


def _keys(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise WrongValue(f"{kind(value)} where a table [keys] is due")
    for name, keys in value.items():
        if not isinstance(keys, str):
            raise WrongValue(f"{name}: {kind(keys)} where keys in quotes are due", 'as in `copy = "y,ctrl+y"`')
        if not keys.strip():
            raise WrongValue(
                f"{name}: no key between the quotes", f'as in `{name} = "f5"`; without the line it keeps its own key'
            )
    return value


def _themes(value: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(value, dict):
        raise WrongValue(f"{kind(value)} where tables [themes.NAME] are due")
    for name, theme in value.items():
        if not isinstance(theme, dict):
            raise WrongValue(f"{name}: {kind(theme)} where a table [themes.{name}] is due")
    return value


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise WrongValue(f"{kind(value)} where true or false is due")
    return value


def _size(value: Any) -> int:
    if type(value) is not int:
        raise WrongValue(f"{kind(value)} where a whole number is due")
    if value < 1:
        raise WrongValue(f"{value} is not a size", "a size is a number of bytes, 1 or more")
    return value


def _name(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise WrongValue(f"{kind(value)} where a name in quotes is due" if not isinstance(value, str) else "no name")
    return value


def _one_of(choices: tuple[str, ...], what: str) -> Callable[[Any], str]:
    """Return the check that a value is one of `choices`, of which `what` says what they are."""

    def check(value: Any) -> str:
        name = _name(value)
        if name not in choices:
            near = nearest(name, choices)
            hint = f"did you mean `{near}`?" if near else f"it is one of {', '.join(choices)}"
            raise WrongValue(f"{name!r} is not {what}", hint)
        return name

    return check


def _path(value: Any) -> str:
    if not isinstance(value, str):
        raise WrongValue(f"{kind(value)} where a path in quotes is due")
    if "\0" in value:
        raise WrongValue(f"{value!r} is not a path")
    return value


def _day(value: Any) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if not isinstance(value, str):
        raise WrongValue(f"{kind(value)} where a day is due", _DAYS)
    text = value.strip()
    turned = _TURNED.fullmatch(text)
    try:
        if turned is not None:
            return date(int(turned[4]), int(turned[3]), int(turned[1])).isoformat()
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise WrongValue(f"{value!r} is not a day", _DAYS) from None


_DAYS = "a day is 2024-06-30 or 30/6/2024"
_TURNED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", re.ASCII)
"""A day as Vietnamese writes it: day, month, year."""


_CHECKS: dict[str, Callable[[Any], Any]] = {
    "max_bytes": _size,
    "language": _one_of(get_args(Language), "a language of the app"),
    "theme": _name,
    "themes": _themes,
    "motion": _switch,
    "keys": _keys,
    "clipboard": _one_of(get_args(Clipboard), "a way to copy"),
    "index": _path,
    "aliases": _path,
    "today": _day,
}
