"""Words that tell which times a statement means, and which say none: config/periods.toml, calendar.toml."""

import re
from functools import cache

from dxtui.lexicon.after import body_joints
from dxtui.lexicon.phrases import alternation, backwards, spellings
from dxtui.lexicon.tables import table


@cache
def celebrated() -> tuple[str, ...]:
    """Return how the words end before a number of years that is celebrated: "kỷ niệm[ 80 năm]"."""
    words = [form for word in table("periods")["celebrated"]["words"] for form in spellings(word)]
    return tuple(f"{form}{space}" for form in words for space in ("", " "))


@cache
def comparing() -> frozenset[str]:
    """Return the words of time that compare by themselves: "+4,5% YoY"."""
    return frozenset(form for word in table("periods")["comparing"]["words"] for form in spellings(word))


@cache
def after_event() -> re.Pattern[str]:
    """Return the pattern of all of a sentence before a day since when something is so, which tells of an event."""
    words = alternation(form for word in table("periods")["after_event"]["words"] for form in spellings(word))
    return re.compile(rf"\W{{0,4}}{words}(?!\w)[^,;:.]*+")


@cache
def pointing() -> tuple[str, ...]:
    """Return the endings of relative times that count from the time right before them: "năm trước đó"."""
    return tuple(f" {word}" for word in table("periods")["pointing"]["words"])


@cache
def price_years() -> tuple[str, ...]:
    """Return the endings of what stands before a year in whose prices something is counted: "giá so sánh[ 2010]"."""
    year = table("calendar")["date"]["year"]
    words = [form for word in table("periods")["prices"]["words"] for form in spellings(word)]
    return tuple(f"{word} {said}" for word in words for said in ("", *(f"{form} " for form in year)))


@cache
def plans_compared() -> re.Pattern[str]:
    """Return the pattern of what between "so với" and a year makes a plan of what something is compared with."""
    words = alternation(form for word in table("periods")["plans"]["words"] for form in spellings(word))
    return re.compile(rf" {words}(?!\w)")


@cache
def whole_year() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """Return the words for the whole of a year, and the patterns of what leads them in, for text reversed, and of what
    follows them, where they name a time.
    """
    rows = table("periods")["whole_year"]
    words = frozenset(form for word in rows["words"] for form in spellings(word))
    behind = alternation(form for word in rows["behind"] for form in spellings(word))
    return words, re.compile(rf" {{1,2}}{backwards(rows['before'])}(?!\w)"), re.compile(rf" {{1,2}}{behind}(?!\w)")


@cache
def opens_clause() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what before a year makes it open a clause: ", trong năm[ 2024]"."""
    leads = backwards(table("periods")["own_year_parts"]["opening"])
    year = backwards(table("calendar")["date"]["year"])
    return re.compile(rf" {{1,2}}{year}(?: {{1,2}}{leads})?(?: {{0,2}}[^\w ]| {{0,2}}\Z)")


@cache
def quarter_named() -> re.Pattern[str]:
    """Return the pattern, to be searched in lower case, of the part of a year that a title names; groups are the
    quarter, the half and the number of months.
    """
    rows = table("calendar")
    quarter, month = (alternation(rows["date"][key]) for key in ("quarter", "month"))
    letters = {part: letter for letter, part in rows["letters"].items()}
    of_year = rf"(?:{quarter} |{letters['quarter']})([1-4]|i{{1,3}}|iv)(?!\w)|{letters['half']}([12])(?=[/ ])"
    return re.compile(rf"(?<!\w)(?:{of_year}|([369]) {month}(?!\w))")


@cache
def own_year_parts() -> tuple[frozenset[str], frozenset[str], frozenset[str], re.Pattern[str]]:
    """Return the words for a part of the text's own year, of these the ones that nothing is compared with, and the ones
    that a sign must follow; and the pattern of what behind them says of which year or of what.
    """
    rows = table("periods")["own_year_parts"]
    words, ends, closed = (
        frozenset(form for word in rows[key] for form in spellings(word)) for key in ("words", "ends", "closed")
    )
    which = alternation(form for word in rows["not_before"] for form in spellings(word))
    return words, ends, closed, re.compile(rf" {{1,2}}(?:\d|{which}(?!\w))")


@cache
def multiplied() -> tuple[str, ...]:
    """Return what right before a time multiplies what was then: "gấp 1,3 lần[ tháng 10/2023]"."""
    return tuple(
        f"{form}{between}"
        for word in table("periods")["baseline"]["multiplied"]
        for form in spellings(word)
        for between in (" ", " của ", " so với ")
    )


@cache
def next_year() -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the words for the year to come, and the pattern of what behind them is to be then: "sang năm[ xã sẽ]"."""
    rows = table("calendar")["date"]
    planned = alternation(form for word in rows["planned"] for form in spellings(word))
    words = frozenset(form for word in rows["next"] for form in spellings(word))
    return words, re.compile(rf",?(?: [^\W\d]++){{0,6}}? {planned}(?!\w)")


@cache
def proposed_too() -> re.Pattern[str]:
    """Return the pattern of what behind a clause proposes something else to somebody: "…, đồng thời đề nghị"."""
    words = alternation(form for word in table("tasks")["cues"]["proposals"] for form in spellings(word))
    return re.compile(rf"[,;] (?:đồng thời |và )?{words} ")


@cache
def new_year() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what before the end of a span starts it with the year: "từ đầu năm"."""
    rows = table("calendar")["date"]
    year, first, this = backwards(rows["year"]), backwards(rows["first"]), backwards(rows["this"])
    named = rf"(?:{this} {{1,2}}+|\d{{4}} {{1,2}}+)?+"
    return re.compile(
        rf" {{1,2}}+{named}{year} {{1,2}}+{first} {{1,2}}+{backwards(table('periods')['since']['words'])}(?!\w)"
    )


@cache
def reaching() -> frozenset[str]:
    """Return the words that lead to the end of a span of months."""
    return frozenset(form for word in table("periods")["reaching"]["words"] for form in spellings(word))


@cache
def restating() -> tuple[str, ...]:
    """Return what opens a bracket that says a time in other words."""
    return tuple(f"{form} " for word in table("periods")["restating"]["words"] for form in spellings(word))


@cache
def season_start() -> int:
    """Return the month in which years of schools and crops start."""
    return int(table("periods")["season"]["start"])


@cache
def month_named() -> re.Pattern[str]:
    """Return the pattern, to be searched in lower case, of a month without a day or a year; group 1 is its number."""
    words = alternation(form for word in table("calendar")["date"]["month"] for form in spellings(word))
    return re.compile(rf"(?<!\d )(?<!\w){words} (\d{{1,2}})(?![\d/.-])")


@cache
def month_words() -> tuple[str, ...]:
    """Return the words for a month, each with a space behind it."""
    return tuple(f"{form} " for word in table("calendar")["date"]["month"] for form in spellings(word))


@cache
def equal_to() -> tuple[str, ...]:
    """Return how the words end before a share of what something is compared with: "so với năm 2019, bằng[ 105%]"."""
    return tuple(
        f" {form}{end}"
        for word in table("periods")["baseline"]["equal"]
        for form in spellings(word)
        for end in ("", " ")
    )


@cache
def named_days() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what says that a day is named: "hạn nộp hồ sơ là[ 15/8]"."""
    rows = table("periods")["day_leads"]
    said, named, counted = (backwards(rows[key]) for key in ("said", "named", "counted"))
    return re.compile(rf" {{1,2}}{said}(?= )[^,;:.()\d]{{0,50}}? {named}(?!\w)(?! {{1,2}}{counted}(?!\w))")


@cache
def joined_figures() -> re.Pattern[str]:
    """Return the pattern of all between two figures of one predicate: " và lãi sau thuế "."""
    return re.compile(rf"[^,;:.()\d]{{0,40}} {alternation(body_joints())} [^,;:.()\d]{{0,40}}")


@cache
def budgets() -> tuple[str, ...]:
    """Return how the words end before a year whose money is told of: "dự phòng ngân sách tỉnh năm[ 2024]"."""
    rows = table("periods")["budgets"]
    named = [f" {form}" for word in rows["words"] for form in spellings(word)]
    named += [f"{word} {level}" for word in named for level in rows["of"]]
    return tuple(
        word + year for word in named for year in ("", *(f" {form}" for form in table("calendar")["date"]["year"]))
    )


@cache
def only_behind_shares() -> frozenset[str]:
    """Return the words that compare only right behind a share: "tăng 12%[ theo năm]"."""
    return frozenset(form for word in table("periods")["comparing"]["behind_shares"] for form in spellings(word))


@cache
def share_ends() -> tuple[str, ...]:
    """Return how a share ends, with a space behind it."""
    return tuple(f"{form} " for form in ("%", *table("numerals")["percent"]["words"]))


@cache
def present() -> re.Pattern[str]:
    """Return the pattern of a clause's first word that comes back from a time gone by to now: ", nay được"."""
    words = alternation(form for word in table("periods")["present"]["words"] for form in spellings(word))
    then = alternation(form for word in table("periods")["present"]["then"] for form in spellings(word))
    return re.compile(rf"(?:[,;.:(–-]| {then}) {{0,2}}{words}(?!\w)")


@cache
def came_out() -> tuple[str, ...]:
    """Return the words behind which a time is that when what is told came out, with a space before and behind."""
    return tuple(f" {form} " for word in table("periods")["came_out"]["words"] for form in spellings(word))
