"""Durations by their units: what says that a figure tells how long something lasts."""

from functools import cache

from dxtui.lexicon.tables import table


@cache
def words_of_durations() -> dict[str, tuple[str, ...]]:
    """Return the words for each unit of a duration, by its code.

    >>> "năm" in words_of_durations()["a"]
    True
    """
    found: dict[str, list[str]] = {}
    for word, code in table("units")["duration"].items():
        found.setdefault(code, []).append(word)
    return {code: tuple(words) for code, words in found.items()}
