"""What ties a figure to a time that stands apart from it, and a clause behind a semicolon to that of the one before."""

import re
from functools import cache

from dxtui.lexicon.phrases import alternation, spellings, whole
from dxtui.lexicon.tables import table


@cache
def part_of_it() -> re.Pattern[str]:
    """Return the pattern of what right behind a semicolon tells of parts of what stands before it."""
    words = alternation(form for word in table("periods")["part_of_it"]["words"] for form in spellings(word))
    return re.compile(rf" {{0,3}}{words}(?!\w)")


@cache
def told() -> frozenset[str]:
    """Return the words before a number with which a semicolon does not end the time of the clause before it."""
    return frozenset(form for word in table("periods")["told"]["words"] for form in spellings(word))


@cache
def parts_of_it() -> re.Pattern[str]:
    """Return the pattern, to be searched, of words that go on with parts of what stands before them."""
    words = whole(form for word in table("periods")["part_of_it"]["words"] for form in spellings(word))
    return re.compile(rf"{words}(?!\w)")


@cache
def said_to_be_of() -> tuple[str, ...]:
    """Return how the words behind a figure start that say what it is of: "0,39% [của ]CPI tháng 11/2022"."""
    return tuple(f" {form} " for word in table("calendar")["date"]["of"] for form in spellings(word))


@cache
def left_now() -> tuple[str, ...]:
    """Return how a clause behind a semicolon starts that tells what is left now, with the white space around."""
    return tuple(f" {form} " for word in table("periods")["left"]["words"] for form in spellings(word))


@cache
def source() -> re.Pattern[str]:
    """Return the pattern of how a sentence opens that says whose words, where or what of: "Theo Sở A, năm 2023 …"."""
    words = alternation(form for word in table("periods")["source"]["words"] for form in spellings(word))
    return re.compile(rf"\W{{0,6}}{words}(?!\w)")


@cache
def in_turn() -> re.Pattern[str]:
    """Return the pattern, to be searched, of what pairs several times with as many figures: "lần lượt"."""
    words = alternation(form for word in table("periods")["in_turn"]["words"] for form in spellings(word))
    return re.compile(rf" {words}(?!\w)")


@cache
def often() -> re.Pattern[str]:
    """Return the pattern, to be searched, of each time in which something is done: "mỗi ngày", "mỗi 90 ngày"."""
    rows = table("numerals")["each"]
    words = whole(form for word in rows["words"] for form in spellings(word))
    times = alternation(form for word in rows["times"] for form in spellings(word))
    return re.compile(rf"{words} (?:\d{{1,3}} )?{times}(?!\w)")


@cache
def part_of_then() -> re.Pattern[str]:
    """Return the pattern of all between a part and the time that it is a part of: "một nửa[ của vụ ]2023"."""
    words = alternation(form for word in table("periods")["baseline"]["of_then"] for form in spellings(word))
    plans = alternation(form for word in table("roles")["exceeded"]["words"] for form in spellings(word))
    of = alternation(form for word in table("calendar")["date"]["of"] for form in spellings(word))
    whose = rf"(?: (?!{plans}(?!\w))[^\W\d]++(?: [^\W\d]++){{0,3}}? {of}(?!\w))?"
    return re.compile(rf"{whose}(?: {{1,2}}{words})*+ {{0,2}}")


@cache
def of_now() -> re.Pattern[str]:
    """Return the pattern of what right behind a figure says that it is so now: "6,2%[ hiện nay]"."""
    words = alternation(form for word in table("periods")["of_now"]["words"] for form in spellings(word))
    return re.compile(rf" {{1,2}}{words}(?!\w)")
