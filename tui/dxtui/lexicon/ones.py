"""Where "một" counts what stands behind it, and where it only introduces that: config/numerals.toml."""

import re
from functools import cache

from dxtui.lexicon.phrases import alternation, backwards, spellings
from dxtui.lexicon.tables import table


@cache
def counted_on() -> re.Pattern[str]:
    """Return the pattern of what stands from one thing to the amount of the last that are listed with it."""
    joint = alternation(form for word in table("numerals")["one"]["listed"] for form in spellings(word))
    return re.compile(rf"[^.;:\d\n]{{1,60}}? {joint} \d[\d.]*")


@cache
def one_listed() -> tuple[str, ...]:
    """Return what joins "một" and what it counts to what is counted before, with spaces around: "hai … và một"."""
    return tuple(f" {form} " for word in table("numerals")["one"]["listed"] for form in spellings(word))


@cache
def one_before() -> re.Pattern[str]:
    """Return the pattern of "một" where it counts what follows rather than introduces it."""
    rows = table("numerals")["one"]
    vague = alternation(form for word in rows["vague"] for form in spellings(word))
    counted = alternation(form for word in rows["words"] for form in spellings(word))
    return re.compile(rf" {{1,2}}+{counted}(?!\w)(?! {{1,2}}{vague}(?!\w))")


@cache
def always_one() -> re.Pattern[str]:
    """Return the pattern of what "một" counts whatever stands before it: "một[ lần]"."""
    rows = table("numerals")
    counted, vague = (
        alternation(form for word in words for form in spellings(word))
        for words in (rows["one"]["always"], [*rows["one"]["vague"], *rows["each"]["vague"]])
    )
    return re.compile(rf" {{1,2}}+{counted}(?!\w)(?! {{1,2}}{vague}(?!\w))")


@cache
def each_has_one() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what has "một" each: "mỗi trường có[ một]"."""
    rows = table("numerals")
    has, each = (backwards(words) for words in (rows["one"]["each_has"], rows["each"]["words"]))
    return re.compile(rf" {has}(?: ,?[^\W\d]++){{1,5}}? {each}(?!\w)")


@cache
def each_one() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what shares things out one by one: "mỗi người[ một cân gừng]", and of
    what "cứ bốn người thì" counts one of.
    """
    rows = table("numerals")
    each, whom = backwards(rows["each"]["words"]), backwards(rows["one"]["each_gets"])
    first, then = backwards(rows["every"]["words"]), backwards(rows["every"]["then"])
    return re.compile(rf" {whom} {each}(?!\w)| {then}(?: \w++){{2,6}} {first}(?!\w)")


@cache
def only_one() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what before "một" makes it count, for text reversed, and of what behind it does not."""
    rows = table("numerals")["one"]
    before = backwards(rows["only"])
    vague = alternation(form for word in rows["vague"] for form in spellings(word))
    return re.compile(rf" {before}(?!\w)"), re.compile(rf" {{1,2}}+{vague}(?!\w)")


@cache
def one_after() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what before "một" lets it count a time."""
    words = backwards(table("numerals")["one"]["before"])
    return re.compile(rf" {{1,2}}+{words}(?!\w)")


@cache
def once() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what is done so often, "[một] lần", and, for text reversed, of each time in which."""
    rows = table("numerals")["each"]
    times, vague = (alternation(form for word in rows[key] for form in spellings(word)) for key in ("often", "vague"))
    words = backwards(rows["words"])
    back = backwards(rows["times"])
    return (
        re.compile(rf" {{1,2}}+{times}(?!\w)(?! {{1,2}}{vague}(?!\w))"),
        re.compile(rf" {{1,2}}+{back} {{1,2}}+{words}(?!\w)"),
    )
