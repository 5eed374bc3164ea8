"""Words between a figure and what it measures: config/roles.toml."""

import re
from functools import cache

from dxtui.lexicon.phrases import alternation, anywhere, backwards, spellings
from dxtui.lexicon.tables import table


@cache
def subject_end() -> re.Pattern[str]:
    """Return the pattern of the words between what is measured and its figure, from the sign or space before them."""
    rows = table("roles")["predicates"]
    words = alternation(form for word in rows["words"] for form in spellings(word))
    names = alternation(form for word in rows["names"] for form in spellings(word))
    return re.compile(rf"[ (\t\"“-](?!{names}(?!\w)){words}(?!\w)")


@cache
def noun_before() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of nouns that a verb of change belongs to: "tốc độ tăng trưởng"."""
    return re.compile(rf" {{0,2}}{backwards(table('roles')['predicates']['noun_before'])}(?!\w)")


@cache
def subject_links() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of words that link what is measured to its figure: "từ", "với"."""
    rows = table("roles")["predicates"]
    whole = backwards(rows["whole"])  # "có chứng chỉ[ 27%]"
    return re.compile(rf" {{0,3}}+(?!{whole}(?!\w)){backwards(rows['links'])}(?!\w)")


@cache
def subject_start() -> re.Pattern[str]:
    """Return the pattern, for text in lower case, of words that join a subject to what was said before it."""
    rows = table("roles")["predicates"]
    words = alternation(form for word in rows["openers"] for form in spellings(word))
    kept = alternation(form for word in rows["kept"] for form in spellings(word))
    return re.compile(rf"(?:(?!{kept}(?!\w)){words}(?!\w) ?)+")


@cache
def subject_nominal() -> frozenset[str]:
    """Return the predicates that name what is measured where they stand first: "tăng trưởng quý IV đạt 8%"."""
    return _forms("predicates", "nominal")


def _forms(section: str, key: str) -> frozenset[str]:
    return frozenset(form for word in table("roles")[section][key] for form in spellings(word))


@cache
def subject_holders() -> frozenset[str]:
    """Return the verbs behind which what is measured stands, and before them who has it."""
    return _forms("predicates", "holders")


@cache
def subject_particles() -> frozenset[str]:
    """Return the predicates that go on: "trẻ được tiêm chủng đạt 95%"."""
    return _forms("predicates", "particles")


@cache
def regard() -> re.Pattern[str]:
    """Return the pattern of what a change is told of behind it: "16,8% về lượng"; group 1 is that."""
    before = alternation(_forms("predicates", "regards"))
    return re.compile(rf" {{1,2}}{before} ([^\W\d_]+(?: [^\W\d_]+){{0,3}}?)(?= và | so |[,.;:)]|\s*\Z|\n)")


@cache
def measures() -> re.Pattern[str]:
    """Return the pattern of what begins the name of something measured: "tỷ lệ"."""
    return anywhere(_forms("predicates", "measures"))


@cache
def measure_ends() -> tuple[str, ...]:
    """Return how what stands before a part of the year ends that it is measured in: "lợi nhuận "[9 tháng]."""
    return tuple(f"{form} " for form in _forms("predicates", "measures"))


@cache
def reaches() -> re.Pattern[str]:
    """Return the pattern of verbs behind which an amount of things is that of what stands before them."""
    return anywhere(_forms("predicates", "reaches"))


@cache
def took() -> tuple[str, ...]:
    """Return the words behind which stands how long something took, each with a space behind it."""
    return tuple(f"{word} " for word in _forms("predicates", "within"))


@cache
def subject_comparers() -> frozenset[str]:
    """Return the predicates behind which a thing of comparison stands."""
    return _forms("predicates", "comparers")


@cache
def subject_idle() -> frozenset[str]:
    """Return the words that name nothing when they end a subject."""
    return _forms("predicates", "idle")


@cache
def subject_whole() -> tuple[str, ...]:
    """Return the nouns whose last word alone would name nothing: "nhà ở"."""
    return tuple(_forms("predicates", "whole"))


@cache
def weak_subjects() -> frozenset[str]:
    """Return what is counted that says nothing of what is measured: "lần", "người"."""
    return _forms("said", "weak")


@cache
def said_of() -> re.Pattern[str]:
    """Return the pattern of what is said of the things that a number counts; group 1 is its first word."""
    words = alternation(_forms("said", "starts"))
    return re.compile(rf" {{1,2}}({words})(?!\w)[^,;:.()\[\]\"“”\n\t|\d]{{0,60}}+")


@cache
def said_end() -> re.Pattern[str]:
    """Return the pattern of the words before which what is said of things ends, with the space before them."""
    return re.compile(rf" {{1,2}}{alternation(_forms('said', 'ends'))}(?!\w)")


@cache
def shares() -> re.Pattern[str]:
    """Return the pattern of verbs that make a share one of what stands before them: "đạt 95% kế hoạch"."""
    return anywhere(_forms("predicates", "shares"))


@cache
def last_of_links() -> frozenset[str]:
    """Return the last letters of the words of `subject_links`."""
    words = table("roles")["predicates"]["links"]
    return frozenset(form[-1] for word in words for form in spellings(word))


@cache
def subject_tail() -> re.Pattern[str]:
    """Return the pattern, for text in lower case, of words at the end of a subject that lead on to a date."""
    words = alternation(form for word in table("periods")["fillers"]["words"] for form in spellings(word))
    joined = "".join(rf"(?<!{word} )" for word in table("periods")["fillers"]["joined"])
    return re.compile(rf"\b(?<!\S){joined}(?:{words}(?!\w)\s*)+$")
