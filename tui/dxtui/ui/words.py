"""The words that the app shows, in the language of its reader; config/interface.toml has all of them."""

import os
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from dxtui.lexicon.tables import table

LANGUAGES = ("en", "vi")
"""The languages that the app speaks. The first is what it speaks where none of them is asked for."""

_PLACES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables of the environment that name a locale, the first that says something counts."""

_spoken = LANGUAGES[0]


def speak(language: str, environment: Mapping[str, str] | None = None) -> str:
    """Let `say` speak `language`, one of LANGUAGES or "auto" for that of the locale, and return which it is."""
    global _spoken
    _spoken = of_locale(os.environ if environment is None else environment) if language == "auto" else language
    return _spoken


def spoken() -> str:
    """Return the language that `say` speaks."""
    return _spoken


def of_locale(environment: Mapping[str, str]) -> str:
    """Return the language of the locale that `environment` names.

    >>> of_locale({"LANG": "vi_VN.UTF-8"}), of_locale({"LC_ALL": "C", "LANG": "vi_VN.UTF-8"})
    ('vi', 'en')
    """
    named = next((environment[place] for place in _PLACES if environment.get(place)), "")
    language = named.partition(".")[0].partition("_")[0].lower()
    return language if language in LANGUAGES else LANGUAGES[0]


def say(key: str, **values: object) -> str:
    """Return the text that is called `key`, with `values` in its placeholders; whole numbers are grouped.

    Of a text with a form for one and a form for many, `n` chooses. The values are put in as they are: they are never
    looked through for placeholders.
    """
    return _told(_spoken, key, values)


def elsewhere(key: str, **values: object) -> str:
    """Return what `say` would return in the other languages."""
    return " ".join(_told(language, key, values) for language in LANGUAGES if language != _spoken)


def _told(language: str, key: str, values: Mapping[str, object]) -> str:
    text = texts(language)[key]
    form: str = text if isinstance(text, str) else text["one" if values.get("n") == 1 else "many"]
    told = {name: grouped(value) if type(value) is int else value for name, value in values.items()}
    return form.format_map(told) if told else form


def has(key: str) -> bool:
    """Return whether there is a text called `key`."""
    return key in texts(_spoken)


def title(pane: str) -> str:
    """Return the title of the pane that is called `pane`."""
    name = say(f"panes.{pane}")
    return name[:1].upper() + name[1:]


def grouped(number: int) -> str:
    """Return a count as a reader of the language writes it: "1,234" or "1.234"."""
    return f"{number:,}".replace(",", say("told.grouping"))


_NUMERAL = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?")


def numeral(number: str) -> str:
    """Return a decimal number as a reader of the language writes it: "1,234.5" or "1.234,5"; other text as it is."""
    found = _NUMERAL.fullmatch(number)
    if found is None:
        return number
    sign, whole, rest = found.groups()
    return f"{sign}{grouped(int(whole))}" + (f"{say('told.point')}{rest}" if rest else "")


@cache
def texts(language: str) -> dict[str, Any]:
    """Return all texts of `language` by their keys: "told.nothing" for `nothing` in the table [en.told]."""
    return {
        f"{room}.{key}": text for room, entries in table("interface")[language].items() for key, text in entries.items()
    }
