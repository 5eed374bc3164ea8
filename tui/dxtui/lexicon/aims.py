"""Words that tell of goals in lists, and of the columns of a table of tasks, from config/tasks.toml."""

import re
from dataclasses import dataclass
from functools import cache

from dxtui.lexicon.phrases import spelled, spelled_whole
from dxtui.lexicon.tables import table


@dataclass(frozen=True, slots=True)
class AimWords:
    """Patterns over text in the one spelling; each is searched for unless it says otherwise."""

    heads: re.Pattern[str]
    """In a heading or before a colon: what follows are goals."""
    ends: re.Pattern[str]
    """In a heading: what follows are ways to reach goals, or how things stand."""
    level: re.Pattern[str]
    """A figure that a goal names, with the word before it."""
    told: re.Pattern[str]
    """The sentence tells how things stand or stood."""
    who: re.Pattern[str]
    """Matches the head of a column that names who is to do it."""
    when: re.Pattern[str]
    """Matches the head of a column that tells by when."""
    what: re.Pattern[str]
    """Matches the head of a column that tells what is to be done."""


@cache
def aim_words() -> AimWords:
    """Return the words of config/tasks.toml about goals and tables of tasks."""
    rows = table("tasks")
    aims, columns = rows["aims"], rows["columns"]
    head = {name: re.compile(rf"(?:{spelled(columns[name])})(?!\w)") for name in ("who", "when", "what")}
    return AimWords(
        re.compile(rf"{spelled_whole(aims['heads'])}(?!\w)"),
        re.compile(rf"{spelled_whole([*aims['ends'], *rows['words']['other_heads']])}(?!\w)"),
        re.compile(rf"{spelled_whole(aims['levels'])}(?: [^\W\d_]+){{0,2}} \d"),
        re.compile(rf"{spelled_whole(aims['told'])}(?!\w)"),
        **head,
    )
