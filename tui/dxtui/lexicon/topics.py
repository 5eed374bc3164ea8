"""Words that tell what a figure is said of, and how lists of such things are written: config/topics.toml."""

import re
from functools import cache

from dxtui.lexicon.phrases import alternation, anywhere, backwards, spellings
from dxtui.lexicon.subjects import measures
from dxtui.lexicon.tables import table


def _forms(key: str) -> list[str]:
    return [form for word in table("topics")[key]["words"] for form in spellings(word)]


def _any(key: str) -> str:
    return alternation(_forms(key))


@cache
def reports() -> re.Pattern[str]:
    """Return the pattern of verbs behind which stands what somebody tells: "cơ quan thống kê công bố[ GDP tăng]"."""
    return anywhere(_forms("reports"))


@cache
def reports_end() -> re.Pattern[str]:
    """Return the pattern, for text reversed, of verbs at the end of a clause that tell something behind it."""
    words = backwards(table("topics")["reports"]["ends"])
    return re.compile(rf" {{0,2}}{words}(?!\w)")


@cache
def nothing() -> frozenset[str]:
    """Return the words that say nothing of what is measured by themselves: "lũy kế"."""
    return frozenset(form for word in table("topics")["nothing"]["words"] for form in spellings(word))


@cache
def goals() -> frozenset[str]:
    """Return the words that say only that something is aimed at: "mục tiêu đề ra"."""
    return frozenset(_forms("goals"))


@cache
def parts() -> tuple[str, ...]:
    """Return how labels end that have the things that are counted behind them: "gồm: "."""
    return tuple(f"{form}: " for form in _forms("parts"))


@cache
def again() -> re.Pattern[str]:
    """Return the pattern of a subject that only points back: "con số này"."""
    return anywhere(_forms("again"))


@cache
def longest_again() -> int:
    """Return the length of the longest phrase of `again`."""
    return max(map(len, _forms("again")))


@cache
def comparing() -> re.Pattern[str]:
    """Return the pattern of words behind which stands what something is compared with."""
    return anywhere(_forms("against"))


@cache
def attached() -> re.Pattern[str]:
    """Return the pattern, for text in lower case, of what goes on with a name before a date: "GDP quý I[ của ta]"."""
    return re.compile(rf"{_any('attached')}(?!\w)")


@cache
def befallen_tail() -> re.Pattern[str]:
    """Return the pattern of what behind people who are counted says what of: "13 người[ bị thương]"."""
    return re.compile(rf" {{1,2}}{_any('befallen')}(?!\w)")


@cache
def with_measure() -> re.Pattern[str]:
    """Return the pattern of words behind which what is measured stands: "ghi nhận[ số ca mắc]"."""
    return re.compile(rf" {_any('with')} (?={measures().pattern})")


@cache
def other_measure() -> re.Pattern[str]:
    """Return the pattern of what joins another measure to a comparison: "so với cùng kỳ[ và ]lợi nhuận"."""
    return re.compile(rf" {_any('list_joints')} (?={measures().pattern})")


@cache
def generic() -> frozenset[str]:
    """Return the names of measures that say nothing without what they are of: "tỷ lệ"."""
    return frozenset(form for word in table("topics")["generic"]["words"] for form in spellings(word))


@cache
def planned() -> re.Pattern[str]:
    """Return the pattern of how the names of plans start that a share is of: "46% kế hoạch năm"."""
    return re.compile(rf"{_any('planned')}(?!\w)")


@cache
def shared_out() -> re.Pattern[str]:
    """Return the pattern of what right behind a share it is of: "20%[ GRDP]", not "20%[ và] 5 xã"."""
    return re.compile(rf" (?!(?:{_any('list_joints')}|{_any('attached')}|{_any('against')})(?!\w))[^\W\d_]")


@cache
def list_heads() -> re.Pattern[str]:
    """Return the pattern of how a list of what is measured starts: "nhóm may mặc, mũ nón và giày dép"."""
    return re.compile(rf"[ •*+–-]{{0,4}}{_any('list_heads')}(?!\w)")


@cache
def list_joints() -> re.Pattern[str]:
    """Return the pattern of what joins the last two parts of a list."""
    return re.compile(rf" {_any('list_joints')} ")


@cache
def listed_pairs() -> re.Pattern[str]:
    """Return the pattern of words that stand with a comma between: "lương thực, thực phẩm"."""
    return anywhere(_forms("pairs"))


@cache
def prepositions() -> frozenset[str]:
    """Return the words that open no name of what is measured, but what is said of it: "từ[ nước ngoài]"."""
    return frozenset(_forms("prepositions"))
