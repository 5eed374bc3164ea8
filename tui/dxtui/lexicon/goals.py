"""Lines that name goals and sentences that tell somebody to do something: config/roles.toml."""

import re
from functools import cache

from dxtui.lexicon.phrases import alternation, spellings
from dxtui.lexicon.tables import table
from dxtui.text.spelling import UPPER


def _words(key: str) -> str:
    return alternation(form for word in table("roles")["target"][key] for form in spellings(word))


@cache
def goals_named() -> re.Pattern[str]:
    """Return the pattern, to be searched in a line, of words for goals; group 1 is one that is often no goal."""
    return re.compile(rf"(?<!\w)(?:({_words('indicators')})|{_words('goals')})(?!\w)")


@cache
def goals_ahead() -> re.Pattern[str]:
    """Return the pattern, to be searched in a line, of what makes indicators goals: "đến năm", "kế hoạch"."""
    return re.compile(rf"(?<!\w){_words('goal_times')}(?!\w)")


@cache
def goals_reached() -> re.Pattern[str]:
    """Return the pattern, to be searched in a line, of what tells that goals were worked on or reached."""
    return re.compile(rf"(?<!\w){_words('goals_reached')}(?!\w)")


@cache
def tells() -> re.Pattern[str]:
    """Return the pattern of how a sentence starts that tells somebody to do something: "Giao Sở Y tế"."""
    verbs, whom = _words("telling"), _words("told")
    return re.compile(rf"[-+•*–]?(?:\w{{1,2}}[.)])? ?(?i:{verbs}) (?:[{UPPER}]|(?i:{whom})(?!\w))")
