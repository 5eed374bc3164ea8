"""What stands right before a number, and what it makes of it: config/leads.toml, qualifiers.toml, roles.toml, …"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from dxtui.lexicon.phrases import Phrases, alternation, spellings
from dxtui.lexicon.tables import table
from dxtui.model.number import Direction, Qualifier


@dataclass(frozen=True, slots=True)
class Before:
    """What a phrase right before a number says of it. A phrase may say several things; what follows decides."""

    lead: str = ""
    """A table of leads.toml ("reference", "day", …), or "" for a word that classes nothing."""
    strong: bool = False
    """Whether the lead decides whatever follows the number."""
    yearly: bool = False
    """For a weak reference: whether four digits behind it are a year in its title."""
    always: bool = False
    """For a name: whether no counted noun can take the number from it."""
    qualifier: Qualifier | None = None
    """How it opens the number's value."""
    change: Direction | None = None
    """Which way the number changes what is measured."""
    shares: bool = False
    """Whether it changes only a share: "thêm 3%", but "dựng thêm 3 trạm"."""
    moves: bool = False
    """Whether it changes only a place in an order: "lùi 4 bậc"."""
    multiple: Direction | Literal["none"] | None = None
    """Which way a number of times goes; "none" for "bằng 1,5 lần"."""
    rank: bool = False
    """Whether the number ranks."""
    counted_rank: bool = False
    """Whether it ranks only where something counted follows ("nhóm 50 nước")."""
    link: bool = False
    """Whether it may stand between a qualifier and the number."""
    money: str | None = None
    """The currency that is written before its amount."""
    unit: str | None = None
    """Another unit that is written before its number."""
    bound: bool = False
    """Whether it sets a bound ("tối đa") rather than observes one ("hơn")."""
    minus: bool = False
    """Whether it puts the number below zero."""
    plus: bool = False
    """Whether it signs a change upwards."""


@cache
def befores() -> Phrases[Before]:
    """Return the phrases, matched backwards from a number's first character."""
    facts: dict[str, dict[str, Any]] = defaultdict(dict)
    leads = table("leads")
    for lead, rows in leads.items():
        for strength in ("weak", "strong"):
            for phrase in rows.get(strength, ()):
                facts[phrase].update(lead=lead, strong=strength == "strong")
    for phrase in leads["name"]["always"]:
        facts[phrase]["always"] = True
    for phrase in leads["reference"]["yearly"]:
        facts[phrase]["yearly"] = True
    for phrase in leads["neutral"]["words"]:
        facts[phrase].update(lead="", strong=False)
    qualifiers = table("qualifiers")
    for qualifier, phrases in qualifiers["before"].items():
        for phrase in phrases:
            facts[phrase]["qualifier"] = qualifier
    for phrase in qualifiers["links"]["words"]:
        facts[phrase]["link"] = True
    roles = table("roles")
    for direction in ("up", "down"):
        for phrase in roles["change"][direction]:
            facts[phrase]["change"] = direction
        for phrase in roles["change"][f"share_{direction}"]:
            facts[phrase].update(change=direction, shares=True)
    for phrase in roles["moved"]["down"]:
        facts[phrase].update(change="down", moves=True)
    for direction, phrases in roles["multiple"].items():
        for phrase in phrases:
            facts[phrase]["multiple"] = direction
    for phrase in roles["rank"]["before"]:
        facts[phrase]["rank"] = True
        facts[phrase]["counted_rank"] = phrase in roles["rank"]["counted_only"]
    for phrase, code in table("units")["money_before"].items():
        facts[phrase]["money"] = code
    for phrase, code in table("units")["before"].items():
        facts[phrase]["unit"] = code
    for phrase in qualifiers["set"]["words"]:
        facts[phrase]["bound"] = True
    for sign in ("minus", "plus"):
        for phrase in table("numerals")["signs"][sign]:
            facts[phrase][sign] = True
    meanings = {phrase: Before(**known) for phrase, known in facts.items()}
    return Phrases(meanings, before=" {0,3}+:? {0,2}+", after=r"(?!\w)", backwards=True)


@cache
def counting() -> Phrases[bool]:
    """Return the words before a word of time that make it count: "mỗi ngày 500 lượt"; matched backwards.

    Each with whether it does so whatever follows.
    """
    days = table("leads")["day"]
    always = dict.fromkeys(days["counted"], True)
    return Phrases(always | dict.fromkeys(days["averaged"], False), before=" {0,3}+", after=r"(?!\w)", backwards=True)


@cache
def nights() -> tuple[str, ...]:
    """Return the words for what is counted next to days, each with a space before it: "3 ngày 2[ đêm]"."""
    return tuple(f" {form}" for word in table("leads")["day"]["nights"] for form in spellings(word))


@cache
def before_days() -> tuple[str, ...]:
    """Return the words that lead in a day, each with a space behind it."""
    return tuple(f"{form} " for word in table("leads")["day"]["strong"] for form in spellings(word))


@cache
def number_words() -> frozenset[str]:
    """Return the words that make whatever stands behind them a number of its kind: "số 215 đường Nguyễn Văn Cừ"."""
    return frozenset(form for word in table("leads")["numbered"]["words"] for form in spellings(word))


@cache
def events() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of words whose year is part of an event's name: "World Cup 2022"."""
    words = alternation(word[::-1] for word in table("leads")["events"]["words"])
    return re.compile(rf" {{1,2}}{words}(?!\w)")


@cache
def joins() -> re.Pattern[str]:
    """Return the pattern of the whole of what stands between two numbers of one list."""
    words = alternation(form for word in table("leads")["joins"]["words"] for form in spellings(word))
    return re.compile(rf",? {{1,2}}{words} {{1,2}}|, {{0,2}}| ?[-–/] ?")


@cache
def captions() -> frozenset[str]:
    """Return the words that number a table or a picture at the start of its caption."""
    return frozenset(form for word in table("leads")["captions"]["words"] for form in spellings(word))


@cache
def glued_verbs() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of a verb that lost the spaces on both its sides: "chế tạotăng1,36%"."""
    return re.compile(f"({alternation(word[::-1] for word in table('leads')['glued']['verbs'])})")


@cache
def vessels() -> tuple[str, ...]:
    """Return the letters behind the digits of a registered boat, each with a space before it."""
    return tuple(f" {letters}" for letters in table("leads")["vessels"]["letters"])


@cache
def areas() -> re.Pattern[str]:
    """Return the pattern, for text with its capitals, of an area's name: " phường Hòa Khánh"."""
    words = alternation(form for word in table("leads")["address"]["areas"] for form in spellings(word))
    return re.compile(rf" (?i:{words}) [^\W\d_a-zđ]\w")


@cache
def streets() -> re.Pattern[str]:
    """Return the pattern, for text with its capitals, of a street and its area behind a house's number."""
    areas = alternation(form for word in table("leads")["address"]["areas"] for form in spellings(word))
    return re.compile(rf"(?: [^\W\d_a-zđ]\w*+){{2,5}}, {{1,2}}(?i:{areas})(?![\w])")


@cache
def numbered_names() -> re.Pattern[str]:
    """Return the pattern, for the text right before a number, of a name whose kind may be numbered: "xã Tân Phú "."""
    kinds = alternation(form for word in table("leads")["numbered_names"]["kinds"] for form in spellings(word))
    return re.compile(rf"(?<!\w)(?i:{kinds})(?: [a-zà-ỹđ]+)?(?: [^\W\d_a-zđ]\w*+){{1,4}} $")


@cache
def called_by_number() -> re.Pattern[str]:
    """Return the pattern, for the text right before "số", of what is called by its number: "Trường Mầm non "."""
    kinds = alternation(form for word in table("leads")["numbered_names"]["kinds"] for form in spellings(word))
    return re.compile(rf"(?<!\w)(?i:{kinds})(?: [^\W\d_]\w*+){{0,4}}? $")


@cache
def graded() -> frozenset[str]:
    """Return the units whose small whole numbers are grades: "sao"."""
    return frozenset(form for word in table("leads")["grade"]["after"] for form in spellings(word))


@cache
def parts_of_law() -> re.Pattern[str]:
    """Return the pattern of what behind a number goes on with the parts of a legal text: " Điều này"."""
    words = alternation(form for word in table("leads")["parts"]["words"] for form in spellings(word))
    return re.compile(rf" {{1,2}}{words}(?!\w)")


@cache
def voltages() -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the kinds of lines that are named with their voltage, a space behind each, and its units."""
    rows = table("leads")["voltages"]
    return tuple(f"{form} " for word in rows["lines"] for form in spellings(word)), frozenset(rows["units"])


@cache
def called() -> tuple[str, ...]:
    """Return what is called by what stands between quotation marks right behind, with a space behind each."""
    return tuple(f"{form} " for word in table("leads")["called"]["kinds"] for form in spellings(word))


@cache
def mottos() -> tuple[str, ...]:
    """Return those of them that need no quotation marks before a small number, likewise."""
    return tuple(f"{form} " for word in table("leads")["called"]["mottos"] for form in spellings(word))


@cache
def in_one() -> re.Pattern[str]:
    """Return the pattern of what behind a number makes it that of the things one is made of: "5[ trong 1]"."""
    rows = table("leads")["in_one"]
    joint, times = (alternation(form for word in rows[key] for form in spellings(word)) for key in ("words", "times"))
    return re.compile(rf" {joint} 1(?!\w|[.,]\d| {times}(?!\w))")


@cache
def article_words() -> frozenset[str]:
    """Return the words whose number refers to a part of a law also at the head of its line."""
    return frozenset(form for word in table("leads")["reference"]["articles"] for form in spellings(word))


@cache
def sending() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that number an article and also send somebody, and those behind which they do not send."""
    rows = table("leads")["reference"]
    return frozenset(rows["sending"]), frozenset(form for word in rows["citing"] for form in spellings(word))


@cache
def telling() -> frozenset[str]:
    """Return the words for papers that are verbs as well, each with a space behind it: "hướng dẫn 34 địa phương"."""
    return frozenset(f"{form} " for word in table("leads")["reference"]["telling"] for form in spellings(word))


@cache
def versions() -> frozenset[str]:
    """Return the words before the number of a version."""
    return frozenset(form for word in table("leads")["versions"]["words"] for form in spellings(word))
