"""Qualifiers behind a figure, and verbs of change with words between: config/qualifiers.toml, roles.toml."""

import re
from functools import cache

from dxtui.lexicon.phrases import Phrases, alternation, backwards, spellings, whole
from dxtui.lexicon.tables import table
from dxtui.model.number import Qualifier


@cache
def behind() -> Phrases[Qualifier]:
    """Return the words behind a figure and its unit that make it a bound: "90% trở lên"."""
    rows = table("qualifiers")["after"]
    return Phrases(
        {phrase: qualifier for qualifier, phrases in rows.items() for phrase in phrases},
        before=" {0,3}+",
        after=r"(?!\w)",
    )


@cache
def far_behind() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern, for text reversed, of "từ" before a figure, and of its bound up to six words behind it.

    The second one's group is named by the qualifier.
    """
    rows = table("qualifiers")["far_behind"]
    lead = backwards(rows["lead"])
    bounds = "|".join(
        rf"(?P<{name}>{alternation(form for word in rows[name] for form in spellings(word))})"
        for name in ("at_least", "at_most")
    )
    return re.compile(rf" {{1,2}}+{lead}(?!\w)"), re.compile(
        rf"(?: {{1,2}}+[^\W\d]++){{1,6}}? {{1,2}}+(?:{bounds})(?!\w)"
    )


@cache
def last_of_far() -> frozenset[str]:
    """Return the last letters of the first words of `far_behind`, and a space: there may be two before the figure."""
    return frozenset(
        (" ", *(form[-1] for word in table("qualifiers")["far_behind"]["lead"] for form in spellings(word)))
    )


@cache
def first_behind() -> frozenset[str]:
    """Return the first letters of the words of `behind`, and a space."""
    return frozenset(" ") | frozenset(
        phrase[0] for phrases in table("qualifiers")["after"].values() for phrase in phrases
    )


@cache
def change_gap() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of a verb of change before one to seven words that make no level.

    The group that matched is named by the direction.
    """
    return _change_before(1, 7)


@cache
def change_opened() -> re.Pattern[str]:
    """Return the pattern of such a verb before a bracket, with none to three words between: "tăng mạnh[ (]7%)"."""
    return _change_before(0, 3)


def _change_before(fewest: int, most: int) -> re.Pattern[str]:
    roles = table("roles")

    periods = table("periods")
    relative = [word for unit in ("year", "own_year", "season", "month") for word in periods[f"relative_{unit}"]]
    wholes = backwards([*relative, *periods["same_period"]["words"], *roles["change_of"]["whole"]])
    levels = backwards(roles["levels"]["words"])
    nothing = backwards(roles["no_change"]["words"])
    verbs = "|".join(f"(?P<{way}>{backwards(roles['change_of'][way])})" for way in ("up", "down"))
    months = backwards(table("calendar")["date"]["month"])
    # Of which time it was: "10 tháng năm 2023", "quý III/2023".
    time = rf"\d{{4}}(?:[/.-][\divx]{{1,4}}){{0,2}}(?!\w)|{months} {{1,2}}\d{{1,2}}(?!\w)"
    word = rf"(?:{wholes}(?!\w)|{time}|(?!{levels}(?!\w))[^\W\d]++)"
    return re.compile(rf" {{1,2}}+(?:{word} {{1,2}}+){{{fewest},{most}}}?(?!{nothing}(?!\w))(?:{verbs})(?!\w)")


@cache
def changing_nouns() -> frozenset[str]:
    """Return what is counted and yet takes a change from a distance: "cao hơn năm ngoái 0,4 điểm"."""
    return frozenset(form for word in table("roles")["change_of"]["nouns"] for form in spellings(word))


@cache
def climbs() -> frozenset[str]:
    """Return the words, reversed, that climb places in a ranking where `places_moved` follow: "lên 4 bậc"."""
    return frozenset(form[::-1] for word in table("roles")["moved"]["up"] for form in spellings(word))


@cache
def members() -> frozenset[str]:
    """Return what a group has so many of and is ranked by none: "nhóm 5 người"."""
    return frozenset(form for word in table("roles")["rank"]["members"] for form in spellings(word))


@cache
def places_moved() -> frozenset[str]:
    """Return what is counted when a rank changes: "lên 4 bậc"."""
    return frozenset(form for word in table("roles")["moved"]["nouns"] for form in spellings(word))


@cache
def running() -> re.Pattern[str]:
    """Return the pattern of what behind a duration says how long something has gone on."""
    words = alternation(form for word in table("units")["running"]["words"] for form in spellings(word))
    return re.compile(rf" {{1,2}}+{words}(?!\w)")


@cache
def in_turn() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what before a number counts how often something came: "tháng giảm
    thứ[ hai]".
    """
    rows, places = table("units")["running"], table("roles")["rank"]["places"]
    turns, changed, led = (backwards(words) for words in (rows["turns"], rows["changed"], places[:1]))
    return re.compile(rf" {led}(?: {changed})? {turns}(?!\w)")


@cache
def more_extent() -> frozenset[str]:
    """Return the words, reversed, by which a thing is longer or larger than an extent: "dài hơn[ 3 km]"."""
    more = table("roles")["change_of"]["comparative"]
    return frozenset(f"{word} {more}"[::-1] for word in table("roles")["change_of"]["extents"])


@cache
def turns_taken() -> frozenset[str]:
    """Return the units of what comes again and again, as "phiên" in "tăng 3 phiên liên tiếp"."""
    return frozenset(table("units")["running"]["turns"])


@cache
def averages() -> tuple[str, ...]:
    """Return how what stands before a duration ends that something is reckoned over: "bình quân "[5 năm]."""
    return tuple(f"{form} " for word in table("units")["running"]["averages"] for form in spellings(word))


@cache
def far() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of an estimate one to six words before: "ước tính xuất siêu 21 tỷ"."""
    words = backwards(table("qualifiers")["far"]["words"])
    return re.compile(rf" {{0,2}}+(?:[^\W\d]++ {{1,2}}+){{1,6}}?{words}(?!\w)")


@cache
def estimated_times() -> re.Pattern[str]:
    """Return the pattern of a time with its comma right behind an estimate: "ước tính[ tháng 5/2023,] thuê bao"."""
    words = alternation(form for word in table("qualifiers")["far"]["times"] for form in spellings(word))
    return re.compile(rf" {{1,2}}+(?:\d{{1,2}}+ {{1,2}}+)?+{words}(?!\w)[^,.;:]{{0,40}}+,")


@cache
def ceilings() -> frozenset[str]:
    """Return the words, reversed, of going beyond that set a bound behind what `forbids` matches."""
    return frozenset(form[::-1] for word in table("qualifiers")["forbidden"]["words"] for form in spellings(word))


@cache
def forbids() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what forbids in the same clause: "không để hộ nào thiếu nước[ quá]"."""
    rows = table("qualifiers")["forbidden"]
    words, ends = (backwards(rows[key]) for key in ("openers", "ends"))
    return re.compile(rf" {{0,2}}+(?:(?!{ends}(?!\w))[^\W\d]++ {{1,2}}+){{0,9}}?{words}(?!\w)")


@cache
def comparative() -> str:
    """Return what verbs of change end in, for text reversed, that compare with something: "thấp hơn"."""
    return f"{table('roles')['change_of']['comparative'][::-1]} "


@cache
def fixed_bounds() -> tuple[str, ...]:
    """Return the words for bounds that somebody fixed, with the space behind each: "mức trần[ 3%]"."""
    return tuple(f"{form} " for word in table("qualifiers")["set"]["fixed"] for form in spellings(word))


@cache
def crossed() -> tuple[frozenset[str], frozenset[str], re.Pattern[str]]:
    """Return the words, reversed, that cross a way, the units of its length, and the pattern of the way behind it."""
    rows = table("qualifiers")["crossed"]
    words = frozenset(form[::-1] for word in rows["words"] for form in spellings(word))
    ways = alternation(form for word in rows["ways"] for form in spellings(word))
    return words, frozenset(rows["units"]), re.compile(rf" {{1,2}}+{ways}(?!\w)")


@cache
def past_age() -> frozenset[str]:
    """Return the words, reversed, that open the value of an age only: "ngoài[ 60 tuổi]"."""
    return frozenset(form[::-1] for word in table("qualifiers")["aged"]["words"] for form in spellings(word))


@cache
def compared_so() -> tuple[str, ...]:
    """Return how verbs of change start, for text reversed, that compare with something: "thấp hơn", "kém"."""
    rows = table("roles")["change_of"]
    return (comparative(), *(form[::-1] for word in rows["compare"] for form in spellings(word)))


@cache
def falls_by() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what lowers something by a number of points: "xuống[ 0,04 điểm]"."""
    words = backwards(table("roles")["moved"]["points"])
    return re.compile(rf" {{1,2}}{words}(?!\w)")


@cache
def more_than() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of a time that something is more than: ", hơn cùng kỳ[ 13,2%]"."""
    rows, periods = table("roles")["change_of"], table("periods")
    times = [*periods["same_period"]["words"], *periods["relative_year"], *periods["relative_own_year"]]
    times += [*periods["relative_month"], *periods["relative_quarter"]]
    time, more, lead = (backwards(words) for words in (times, rows["more"], rows["more_behind"]))
    return re.compile(rf"(?: {{1,2}}{time}){{1,2}} {{1,2}}{more}(?= {{1,2}}{lead}(?!\w)| {{0,2}}(?:[^\w ]|\Z))")


@cache
def states_difference() -> frozenset[str]:
    """Return the words, reversed, before the points that two things differ by: "cao hơn năm 2023 là[ 5 điểm]"."""
    return frozenset(form[::-1] for word in table("roles")["change_of"]["differs"] for form in spellings(word))


@cache
def compares() -> re.Pattern[str]:
    """Return the pattern of what right after a share makes "vượt 3%" a change and a signed share one: "so với"."""
    rows = (*table("roles")["exceeded"]["words"], *table("periods")["comparing"]["words"])
    words = alternation(form for word in rows for form in spellings(word))
    return re.compile(rf" {{1,2}}+{words}(?!\w)")


@cache
def changes_since() -> re.Pattern[str]:
    """Return the pattern of what right behind what is counted tells since when there is more of it: "kể từ"."""
    words = alternation(form for word in table("roles")["change"]["share_since"] for form in spellings(word))
    return re.compile(rf" {{1,2}}+{words}(?!\w)")


@cache
def exceeding() -> frozenset[str]:
    """Return the verbs, reversed, that make a share a change where `compares` matches behind it."""
    return frozenset(form[::-1] for word in table("roles")["exceeded"]["verbs"] for form in spellings(word))


@cache
def worth() -> re.Pattern[str]:
    """Return the pattern of the whole of what stands between a change and the share that it comes to."""
    words = alternation(form for word in table("roles")["worth"]["words"] for form in spellings(word))
    return re.compile(rf",? {{1,2}}\(?{words} {{1,2}}")


@cache
def spreads() -> frozenset[str]:
    """Return the words, reversed, that say of a range only that it is one: "dao động"."""
    return frozenset(form[::-1] for word in table("qualifiers")["spread"]["words"] for form in spellings(word))


@cache
def sizes() -> frozenset[str]:
    """Return the words, reversed, that before an amount of each say of what size things are: "cỡ 0,8 kg/con"."""
    return frozenset(form[::-1] for word in table("qualifiers")["sizes"]["words"] for form in spellings(word))


@cache
def against() -> frozenset[str]:
    """Return the words, reversed, between a figure and the one it is measured against: "vượt mức"."""
    return frozenset(form[::-1] for word in table("qualifiers")["against"]["words"] for form in spellings(word))


@cache
def conditions() -> re.Pattern[str]:
    """Return the pattern, to be searched, of words behind which a figure is the condition of an order."""
    words = whole(form for word in table("qualifiers")["threshold"]["conditions"] for form in spellings(word))
    return re.compile(rf"{words}(?!\w)")


@cache
def thresholds() -> frozenset[str]:
    """Return the qualifiers that only tell which things are meant: "trên 6 tháng tuổi"."""
    return frozenset(form for word in table("qualifiers")["threshold"]["words"] for form in spellings(word))


@cache
def rate_of_change() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what makes the share of a verb of change a rate: "tốc độ[ tăng]"."""
    words = backwards(table("roles")["rates"]["words"])
    return re.compile(rf" {{1,2}}+{words}(?!\w)")


@cache
def used_once() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the units of which one behind a word says of what kind things are, and those words: "dùng[ một lần]"."""
    rows = table("qualifiers")["once"]
    words = [form for word in rows["words"] for form in spellings(word)]
    return frozenset(rows["units"]), tuple(f" {form} " for form in words)


@cache
def place_words() -> frozenset[str]:
    """Return the words, reversed, that say where behind what `places` matches: "trên"."""
    return frozenset(form[::-1] for word in table("qualifiers")["place"]["words"] for form in spellings(word))


@cache
def places() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of what makes "trên" say where: "huấn luyện[ trên] 128 GPU"."""
    words = backwards(table("qualifiers")["place"]["behind"])
    return re.compile(rf" {{1,2}}+{words}(?!\w)")


@cache
def range_opener() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return the pattern, for text reversed, of what only opens a range, "tăng[ từ] 10 - 13%", and what goes on."""
    row = table("qualifiers")["open"]
    return re.compile(rf" {{1,2}}+{backwards(row['words'])}(?!\w)"), tuple(f" {word} " for word in row["onward"])


@cache
def rank_places() -> frozenset[str]:
    """Return the words, reversed, behind which a number is a place in an order: "thứ"."""
    return frozenset(form[::-1] for word in table("roles")["rank"]["places"] for form in spellings(word))


@cache
def compared_again() -> re.Pattern[str]:
    """Return the pattern of all between two changes of one thing that have their verb once.

    "tăng 7% [so với quý trước và ]29% so với năm trước"
    """
    start = alternation(form for word in table("periods")["baseline"]["words"] for form in spellings(word))
    joint = alternation(form for word in table("leads")["joins"]["words"] for form in spellings(word))
    comparing = alternation(form for word in table("periods")["comparing"]["words"] for form in spellings(word))
    return re.compile(
        rf" {{1,2}}(?:{start} [^;.%()]{{2,60}}?|{comparing})(?: {{1,2}}{joint} {{1,2}}|, {{0,2}}(?:{joint} {{1,2}})?)"
    )


@cache
def regarded() -> re.Pattern[str]:
    """Return the pattern of what behind a change leads to what changed: "5,7%[ về] giá trị"."""
    return re.compile(rf" {{1,2}}{_regards()}(?!\w)")


@cache
def regarded_again() -> re.Pattern[str]:
    """Return the pattern of all between two changes that have their verb once and say what changed each.

    "giảm 1,6%[ về lượng và ]5,7% về giá trị"
    """
    joint = alternation(form for word in table("leads")["joins"]["words"] for form in spellings(word))
    return re.compile(rf" {{1,2}}{_regards()} [^;.,%()\d]{{2,40}}?(?: {{1,2}}{joint} {{1,2}}|, )")


@cache
def equals() -> re.Pattern[str]:
    """Return the pattern of all between a change and the same change in another unit: "97 vụ[ (tương ứng ]19,1%)"."""
    words = alternation(form for word in table("roles")["predicates"]["equals"] for form in spellings(word))
    return re.compile(rf"(?: {{1,2}}\(|, {{1,2}}){words}(?: với)? {{1,2}}")


@cache
def gapped() -> re.Pattern[str]:
    """Return the pattern of all between two changes that have their verb once: "tăng 5,2%[, thủy sản ]4,1%"."""
    rows = table("roles")["gapped"]
    no, kinds = (alternation(form for word in rows[key] for form in spellings(word)) for key in ("words", "measures"))
    joint = alternation(form for word in table("leads")["joins"]["words"] for form in spellings(word))
    word = rf"(?!{no}(?!\w))[^\W\d_]++(?:,(?= )|-(?=\w))? ?"
    return re.compile(rf"(?:[,;]| {joint}|, {joint}) (?!(?:{joint}|{kinds})(?!\w))(?:{word}){{1,9}}(?<= )")


def _regards() -> str:
    return alternation(form for word in table("roles")["predicates"]["regards"] for form in spellings(word))


@cache
def placed_on() -> frozenset[str]:
    """Return what is counted that things are on: "trên 5 sàn"."""
    return frozenset(form for word in table("qualifiers")["place"]["nouns"] for form in spellings(word))


@cache
def whole_of() -> dict[str, tuple[int, ...]]:
    """Return how many there are in all of what nothing can be over: 63 provinces, and 34 since 2025."""
    return {noun: tuple(numbers) for noun, numbers in table("qualifiers")["whole"].items()}


@cache
def rates() -> frozenset[str]:
    """Return the qualifiers, reversed, that are prepositions between a count and a round base: "trên 1.000 dân"."""
    return frozenset(form[::-1] for word in table("qualifiers")["rates"]["words"] for form in spellings(word))
