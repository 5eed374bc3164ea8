"""The themes: those of Textual, our own, and the reader's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from textual._color_constants import COLOR_NAME_TO_RGB
from textual.color import Color, ColorParseError
from textual.theme import BUILTIN_THEMES, Theme

from dxtui.lexicon.tables import table
from dxtui.settings import ThemeTable
from dxtui.tomlfile import WrongValue, kind, nearest

COLOURS = (
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
    "foreground",
    "background",
    "surface",
    "panel",
)
"""The colours of Textual that a theme sets."""

MARKS = ("figure", "name", "match", "person", "organisation", "place", "law", "programme", "system")
"""What is marked in texts and lists, each in a colour of its own; without one in one of those of Textual."""

KEYS = ("base", "dark", *COLOURS, *MARKS)
"""All that a table of a theme may hold."""

FEW = {True: "terminal", False: "terminal-light"}
"""What stands in, where a terminal has few colours, for dark themes and for light ones."""


def mark(name: str) -> str:
    """Return the variable of a theme that has the colour of a mark."""
    return f"mark-{name}"


@cache
def ours() -> Mapping[str, Theme]:
    """Return our own themes by their names."""
    return {name: _made(name, values, BUILTIN_THEMES) for name, values in table("themes").items()}


def known() -> Mapping[str, Theme]:
    """Return the themes that there are without the reader's own."""
    return {**ours(), **BUILTIN_THEMES}


def own(tables: Iterable[ThemeTable]) -> list[Theme]:
    """Return the reader's own themes.

    Raises:
        SettingsError: a key is not known, or a value is not what its key takes; or two have one name.
    """
    themes: dict[str, Theme] = {}
    for one in tables:
        if one.name in themes:
            raise one.file.wrong("", f"there is another theme called {one.name!r}", table=one.table)
        for key, value in one.values.items():
            if key not in KEYS:
                raise one.file.unknown(key, KEYS, table=one.table)
            try:
                _check(key, value)
            except WrongValue as wrong:
                raise one.file.wrong(key, wrong.what, table=one.table, hint=wrong.hint) from wrong
        themes[one.name] = _made(one.name, one.values, known())
    return list(themes.values())


def _check(key: str, value: Any) -> None:
    """Raise WrongValue where a key of a theme does not take a value."""
    if key == "dark":
        if not isinstance(value, bool):
            raise WrongValue(f"{kind(value)} where true or false is due")
    elif not isinstance(value, str):
        raise WrongValue(f"{kind(value)} where a {'theme' if key == 'base' else 'colour'} in quotes is due")
    elif key == "base":
        if value not in known():
            raise fault(value, known())
    else:
        try:
            Color.parse(value)
        except ColorParseError:
            near = nearest(value, COLOR_NAME_TO_RGB)
            hint = f"did you mean `{near}`?" if near else 'a colour is "#3d8fd1", "teal" or "ansi_bright_red"'
            raise WrongValue(f"{value!r} is not a colour", hint) from None


def _made(name: str, values: Mapping[str, Any], bases: Mapping[str, Theme]) -> Theme:
    base = bases[values.get("base", "dark" if values.get("dark", True) else "light")]
    marks = {mark(key): values[key] for key in MARKS if key in values}
    colours = {key: values[key] for key in (*COLOURS, "dark") if key in values}
    return replace(base, name=name, **colours, variables={**base.variables, **marks})


def fault(theme: str, themes: Iterable[str]) -> WrongValue:
    """Return what is wrong with a name that is none of `themes`."""
    themes = sorted(themes)
    near = nearest(theme, themes)
    hint = f"did you mean `{near}`?" if near else f"the themes are {', '.join(themes)}"
    return WrongValue(f"{theme!r} is not a theme", hint)
