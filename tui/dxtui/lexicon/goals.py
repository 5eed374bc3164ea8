"""Lines that name goals and sentences that tell somebody to do something: config/roles.toml."""

import re
from functools import cache

from dxtui.lexicon.phrases import alternation, anywhere, spellings, whole
from dxtui.lexicon.tables import table
from dxtui.text.spelling import UPPER


def _forms(key: str) -> list[str]:
    return [form for word in table("roles")["target"][key] for form in spellings(word)]


def _words(key: str) -> str:
    return alternation(_forms(key))


@cache
def first_of_tells() -> frozenset[str]:
    """Return the first letters of the verbs of `tells`."""
    return frozenset(word[0] for word in table("roles")["target"]["telling"])


@cache
def goals_named() -> re.Pattern[str]:
    """Return the pattern, to be searched in a line, of words for goals; group 1 is one that is often no goal."""
    return re.compile(rf"\b(?:({_words('indicators')})|{_words('goals')})\b")


@cache
def goals_ahead() -> re.Pattern[str]:
    """Return the pattern, to be searched in a line, of what makes indicators goals: "đến năm", "kế hoạch"."""
    return anywhere(_forms("goal_times"))


@cache
def goals_reached() -> re.Pattern[str]:
    """Return the pattern, to be searched in a line, of what tells that goals were worked on or reached."""
    return anywhere(_forms("goals_reached"))


@cache
def tells() -> re.Pattern[str]:
    """Return the pattern of how a sentence starts that tells somebody to do something: "Giao Sở Y tế"."""
    verbs, whom = _words("telling"), _words("told")
    return re.compile(rf"[-+•*–]?(?:\w{{1,2}}[.)])? ?(?i:{verbs}) (?:[{UPPER}]|(?i:{whom})(?!\w))")


@cache
def matters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of what leads to a matter that an order is about, to be searched in a clause, and the pattern
    of a clause that names those of whom something is so: "các dự án giải ngân[ dưới 30%]".
    """
    about = re.compile(rf"{whole(_forms('matters'))}(?!\w)")
    whose, rates = _words("whose"), _words("rates")
    return about, re.compile(rf"(?s:(?!.*(?<!\w){rates}(?!\w)).*(?<!\w){whose}(?!\w))")


@cache
def held() -> tuple[str, ...]:
    """Return the words behind which a ratio tells how many of all there are, with spaces around."""
    return tuple(f" {form} " for word in table("roles")["rank"]["held"] for form in spellings(word))


@cache
def asides() -> re.Pattern[str]:
    """Return the pattern of what opens a bracket that tells what there is, whatever is ordered: "(hiện có 34 hộ)"."""
    return re.compile(rf" ?{_words('asides')}(?!\w)")


@cache
def manner() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what before a number says how something is done, or that all are meant:
    "phân loại rác thành[ 3 nhóm]"; not "hoàn thành[ 3 nhà]".
    """
    words, others = (alternation(form[::-1] for form in _forms(key)) for key in ("manner", "not_manner"))
    return re.compile(rf" {{1,2}}(?!{others}(?!\w)){words}(?!\w)")


@cache
def starts_from() -> tuple[str, ...]:
    """Return how the words end before what an aim starts from: "từ[ 68%]"."""
    return tuple(f" {form}{space}" for form in _forms("origins") for space in ("", " "))


@cache
def turns_into() -> re.Pattern[str]:
    """Return the pattern of all between what an aim starts from and the aim; group 1 is the year of the first."""
    between = r"(?: [^,;:\d]{0,40}(?:\d{1,2}/)?(\d{4})?\)?)??"
    return re.compile(rf"{between} {_words('ends')}(?!\w)(?: [^\W\d]++){{0,2}} ?")


@cache
def plan_head() -> re.Pattern[str]:
    """Return the pattern of how a statement starts that says what is planned: "- Kế hoạch năm 2024:"."""
    rows = table("calendar")["date"]
    times = alternation([*rows["year"], *rows["quarter"], *rows["month"]])
    return re.compile(rf"\W{{0,4}}{_words('plan_heads')} {times} [\w/.-]{{1,9}} ?:")


@cache
def plan_measures() -> re.Pattern[str]:
    """Return the pattern of a plan between a share of it and the bracket that tells how much it is: "[91%] kế hoạch năm
    (". Group 1 is what compares with it, group 2 a year's word, group 3 the year.
    """
    years = alternation(table("calendar")["date"]["year"])
    whose = rf"(?: (?!{years}(?!\w))[^\W\d]++){{0,3}}"
    than = alternation(_forms("than"))
    return re.compile(
        rf"(?: ({than}))? {_words('measures')}{whose}(?: ({years})(?: (\d{{4}}))?)? \((?:[^\W\d]++ ){{0,3}}"
    )


@cache
def meant_for() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of all between two numbers where the first is meant for as many as the second tells; and of
    what behind a number says that so many are asked.
    """
    return (
        re.compile(rf"[^,;:.()\d]{{0,80}}? {_words('meant_for')} "),
        re.compile(rf"(?: [^\W\d]++){{0,6}}? {_words('asked_of')}(?!\w)"),
    )


@cache
def set_behind() -> re.Pattern[str]:
    """Return the pattern of what behind an amount says who set it: "mức 50%[ mà Kế hoạch số 1120/KH-UBND đặt ra]"."""
    return re.compile(rf" mà [^,;.()]{{2,60}}? {_words('set_behind')}(?!\w)| {_words('set_right')}(?!\w)")


@cache
def money_kinds() -> tuple[str, ...]:
    """Return what before a verb that plans makes it say what kind of money that is: "vốn[ cam kết]"."""
    return tuple(f"{form} " for form in _forms("kinds"))


@cache
def set_apart() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what before those who are asked sets them apart from others, and what says that they come first:
    "riêng[ 12 xã]", "ưu tiên[ 27 xã]".
    """
    return tuple(_forms("set_apart")), tuple(f"{form} " for form in _forms("favoured"))


@cache
def spans_told() -> re.Pattern[str]:
    """Return the pattern of what behind a duration makes it a time that is told of: "trong 12 tháng[ tới]"."""
    return re.compile(rf" {_words('spans')}(?!\w)")


@cache
def completing() -> frozenset[str]:
    """Return what may stand between a demand and the amount that is demanded: "phải[ hoàn thành] 100%", or nothing."""
    done = [form for word in table("periods")["done"]["words"] for form in spellings(word)]
    return frozenset(("", *done, *_forms("demanded")))


@cache
def by_year() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns, to be searched in a heading, of the year (1) by which goals below it are to be reached, and
    of one that it names alone.

    That of an outlook is it only where no other stands before it: "đến năm 2030, tầm nhìn đến năm 2045".
    """
    years = [form for word in table("calendar")["date"]["year"] for form in spellings(word)]
    which = r" (20\d\d)(?![\d/-])"
    by = re.compile(rf"{whole(_forms('by'))} {alternation(years)}{which}")
    return by, re.compile(f"{whole(years)}{which}")
