"""Words around a date that say what it does: config/periods.toml."""

import re
from functools import cache

from dxtui.lexicon.phrases import alternation, backwards, spellings
from dxtui.lexicon.tables import table


@cache
def compared() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what makes a date one of comparison: "so với cùng kỳ năm"."""
    rows = table("periods")
    between = backwards(rows["fillers"]["words"])
    start = backwards(rows["baseline"]["words"])
    return re.compile(rf" {{0,3}}+(?:(?!{start}(?!\w)){between}(?!\w) {{0,3}}+){{0,8}}?{start}(?!\w)")


@cache
def leads_in() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of the words that lead in a date; group 1 is the first of them."""
    rows = table("periods")
    between = backwards(rows["fillers"]["words"])
    first = backwards(rows["leads"]["words"])
    hours = backwards(rows["fillers"]["hours"])
    minutes = rf"(?:(?:{backwards(rows['fillers']['minutes'])} {{1,2}}+)?+\d{{1,2}} {{0,2}}+)?"
    hour = rf"(?:(?:{minutes}{hours}(?: ?\d{{1,2}}){{1,2}}|\d\d:\d{{1,2}})(?!\w) {{0,3}}+)?+"
    return re.compile(
        rf" {{0,3}}+(?:{between}(?!\w) {{0,3}}+){{0,4}}{hour}({first})(?!\w)|(?: {{0,3}}+{between}(?!\w)){{1,4}}"
    )


@cache
def bracketed_span() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what leads in a span in brackets, from the bracket on; group 1 is its
    first word: "trong giai đoạn dự báo[ (2024-2029)]".
    """
    rows = table("periods")
    spans, first = backwards(rows["spans"]["words"]), backwards(rows["leads"]["words"])
    return re.compile(rf"\( (?:[^\W\d]++ ){{0,3}}?{spans}(?: ({first}))?(?!\w)")


@cache
def stated_of() -> re.Pattern[str]:
    """Return the pattern of what behind a time makes it that of what follows: "(cùng kỳ[ là] 46,7%)"."""
    rows = table("periods")
    years = [*rows["relative_year"], *rows["relative_own_year"]]
    words = alternation(form for word in rows["stated"]["words"] for form in spellings(word))
    between = alternation(form for word in years for form in spellings(word))
    return re.compile(rf"(?: {{1,2}}{between})?(?: {{1,2}}{words}(?!\w)|: )")


@cache
def changed_then() -> re.Pattern[str]:
    """Return the pattern of what behind a time tells how it changed then: "(cùng kỳ[ tăng 7,8%])"."""
    words = alternation(form for word in table("periods")["stated"]["changed"] for form in spellings(word))
    return re.compile(rf" {{1,2}}{words} \d")


@cache
def years_against() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what before a year compares with it; group 1 where its words say that
    the year is another one than that of the text: "cùng kỳ năm".
    """
    rows = table("periods")
    between = rf"(?:{backwards([*rows['fillers']['words'], *rows['fillers']['changes']])}(?!\w)|%?\d[\d.,]*+)"
    same = backwards(rows["same_period"]["words"])
    start = backwards(rows["baseline"]["words"])
    return re.compile(rf" {{0,3}}+(?:(?!(?:{start}|{same})(?!\w)){between} {{0,3}}+){{0,8}}?(?:({same})|{start})(?!\w)")


@cache
def year_of_part() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what before a year names a month or quarter of it: "tháng 3 năm"."""
    rows = table("calendar")["date"]
    year, parts = backwards(rows["year"]), backwards([*rows["month"], *rows["quarter"]])
    edge = backwards([*rows["first"], *rows["last"]])
    return re.compile(rf" {{1,2}}{year} {{1,2}}(?:[\divx]{{1,4}}|{edge}) {{1,2}}{parts}(?!\w)")


@cache
def predicate() -> re.Pattern[str]:
    """Return the pattern of all that stands between a bare year and its figure: "(2021 đạt 28%, 2022: 19%)"."""
    words = alternation(form for word in table("roles")["predicates"]["words"] for form in spellings(word))
    return re.compile(rf" ?: ?| {{1,2}}{words} {{0,2}}| {{1,2}}")


@cache
def dateline() -> re.Pattern[str]:
    """Return the pattern of the line of a letter that says where and when: groups day, month and year."""
    words = table("calendar")["date"]
    day, month, year = (alternation(words[key]) for key in ("day", "month", "year"))
    date = rf"{day} (\d{{1,2}}) {month} (\d{{1,2}}) {year} ((?:19|20)\d\d)"
    return re.compile(rf"(?:\A|\n)[^\n,\d]{{2,60}}, {{1,2}}{date} {{0,3}}(?=\n|\Z)", re.IGNORECASE)


@cache
def dotted() -> str:
    """Return the pattern, for text reversed, of abbreviations whose full stop ends nothing: "TP."."""
    return alternation({word.lower()[::-1] for word in table("sentences")["before_names"]})


def _set(key: str) -> frozenset[str]:
    return frozenset(form for word in table("periods")[key]["words"] for form in spellings(word))


@cache
def inward() -> frozenset[str]:
    """Return the words before a date that make it the time of a figure some words before it."""
    return _set("inward")


@cache
def onward() -> frozenset[str]:
    """Return the words before a date up to which something is to be reached."""
    return _set("onward")


@cache
def goes_on() -> re.Pattern[str]:
    """Return the pattern of what right behind a date makes it the first of a span."""
    words = alternation(form for word in table("calendar")["days"]["words"] for form in spellings(word))
    return re.compile(rf" {{0,2}}(?:[-–]|{words}(?!\w))")


@cache
def spans_to() -> re.Pattern[str]:
    """Return the pattern of what right behind a month or year leads to the last of a span that it starts."""
    words = alternation(form for word in table("calendar")["reaching"]["words"] for form in spellings(word))
    return re.compile(rf" {{0,2}}(?:[-–]|{words}(?!\w))")


@cache
def done() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what before a time says that something is done by then."""
    return re.compile(rf"(?: {{1,2}}:)? {{0,2}}{backwards(table('periods')['done']['words'])}(?!\w)")


@cache
def sharing() -> re.Pattern[str]:
    """Return the pattern of the whole of what stands between two figures that have their unit once."""
    words = alternation(form for word in table("units")["shared"]["words"] for form in spellings(word))
    return re.compile(rf" {{1,2}}{words} {{0,2}}")


@cache
def within() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what before a duration sets it: "trong vòng 15 ngày"."""
    return re.compile(rf" {{0,2}}{backwards(table('roles')['target']['within'])}(?!\w)")


@cache
def existing() -> re.Pattern[str]:
    """Return the pattern of what behind things that are counted says that they are there already."""
    words = alternation(form for word in table("roles")["target"]["existing"] for form in spellings(word))
    return re.compile(rf"(?: {{1,2}}[^\W\d_]++){{0,5}}? {{1,2}}{words}(?!\w)")


@cache
def having() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what tells which things are meant: "các tuyến có lưu lượng[ hơn]"."""
    words = backwards(table("roles")["predicates"]["holders"])
    return re.compile(rf" {{0,2}}(?:[^\W\d]++ ){{1,6}}?{words} ")


@cache
def limits() -> re.Pattern[str]:
    """Return the pattern of words of a bound that may only state what a thing keeps within: "không quá"."""
    words = alternation(form for word in table("qualifiers")["limits"]["words"] for form in spellings(word))
    return re.compile(rf" {{0,2}}{words}(?!\w)")


@cache
def binds() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what right before a limit sets it: "bố trí không quá 40 tỷ"."""
    rows = table("qualifiers")["limits"]
    kept = backwards(rows["kept_by"])
    return re.compile(rf" {{0,2}}(?:{backwards(rows['set_by'])}|(?:\w++ ){{0,5}}?{kept})(?!\w)")


@cache
def penalties() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what in a clause makes its money a penalty: "xử phạt từ[ 5 triệu]"."""
    return re.compile(
        rf"[^,;.:()]{{0,60}}?(?:,[^,;.:()]{{0,60}}?)?? {backwards(table('roles')['target']['penalties'])}(?!\w)"
    )


@cache
def goals_set() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of verbs that set the goals named behind them: "đề ra 12[ chỉ tiêu]"."""
    verbs = backwards(table("roles")["target"]["goal_verbs"])
    return re.compile(rf" {{0,2}}(?:\w++ {{1,2}}){{0,3}}?{verbs}(?!\w)")


@cache
def goal_gap() -> re.Pattern[str]:
    """Return the pattern of all that may stand between a goal's word and how much it is: "mục tiêu[ đề ra là ]50%"."""
    words = alternation(form for word in table("roles")["target"]["no_goals"] for form in spellings(word))
    return re.compile(rf"(?: {{1,2}}(?!{words}(?!\w))(?:[^\W\d]++|20\d\d)){{0,4}}+(?::? {{0,2}}| \()")


@cache
def states() -> frozenset[str]:
    """Return the units of what is as it is, whatever is ordered."""
    return frozenset(table("roles")["target"]["states"])


@cache
def sets() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of verbs that set the bound behind them: "triển khai[ tối thiểu]"."""
    return re.compile(rf" {{0,2}}(?:[^\W\d]++ ){{0,2}}?{backwards(table('qualifiers')['set']['verbs'])}(?!\w)")


@cache
def deadline() -> frozenset[str]:
    """Return the words before a date by which something is to be done."""
    return _set("deadline")


@cache
def since() -> frozenset[str]:
    """Return the words before a date from which something has changed."""
    return _set("since")


@cache
def till_now() -> re.Pattern[str]:
    """Return the pattern of what right behind the start of a span leads it up to the document's own time."""
    words = alternation(form for word in table("periods")["till_now"]["words"] for form in spellings(word))
    return re.compile(rf" {{1,2}}{words}(?!\w)")


@cache
def forecasts() -> re.Pattern[str]:
    """Return the pattern of words that foretell rather than aim."""
    words = alternation(form for word in table("periods")["forecasts"]["words"] for form in spellings(word))
    return re.compile(rf" {words}(?!\w)")


@cache
def day_leads() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of the words before d/m that make it a day: "sáng 8/8"."""
    return re.compile(rf"\(? {{1,2}}+{backwards(table('periods')['day_leads']['words'])}(?!\w)")


@cache
def listed_years() -> re.Pattern[str]:
    """Return the pattern of years behind what counts them: "hai năm[ 2021 và 2022]"; group 1 joins two."""
    joints = alternation(form for word in table("calendar")["accumulated"]["joints"] for form in spellings(word))
    year = r"(?:19|20)\d\d"
    return re.compile(rf" {year}(?:( ?[-–] ?){year}|(?:(?:,| {joints}) {year}){{1,8}})(?!\d)")


@cache
def parts_before() -> tuple[str, ...]:
    """Return what before a day that many know makes it a part: "xác suất[ 1/5]"."""
    return tuple(f"{form} " for word in table("periods")["known_days"]["parts"] for form in spellings(word))


@cache
def known_days() -> frozenset[str]:
    """Return the days that are known by their number alone: "30/4"."""
    return frozenset(table("periods")["known_days"]["words"])


@cache
def ago() -> re.Pattern[str]:
    """Return the pattern of what behind a number of years counts them back."""
    words = alternation(form for word in table("periods")["ago"]["words"] for form in spellings(word))
    return re.compile(rf" {{1,2}}{words}(?!\w)")


@cache
def aside() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words before a date that only tells when something was said, and those that may open a tale."""
    return _set("aside"), frozenset(table("periods")["aside"]["telling"])


@cache
def leads_onward() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what puts the year before it into the future: "đến năm"."""
    year = backwards(table("calendar")["date"]["year"])
    return re.compile(rf" {{1,2}}+(?:{year} {{1,2}}+)?+{backwards(table('periods')['onward']['words'])}(?!\w)")
