"""Names of programmes, strategies, plans and campaigns, read from what opens them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dxtui.extract.names.full import full
from dxtui.extract.names.name import Name, Page, new_name
from dxtui.extract.names.walk import Style, level_at, walk
from dxtui.lexicon.before import voltages
from dxtui.lexicon.frames import frames
from dxtui.lexicon.names import Entry
from dxtui.lexicon.tables import table
from dxtui.model import Mention
from dxtui.text.spelling import UPPER, searchable, spelling

_NUMBER: Final = re.compile(
    rf"[ \n](số:? ?)?(\d{{1,5}}(?:(?:\s?/\s?|-)[{UPPER}][\w-]*(?:/[{UPPER}][\w-]*)?)?)(?![\d.,%/]*\d)"
)
_OF_YEARS: Final = re.compile(r"[ \n]năm(?![ \n]\d{4}|\w)|[ \n]năm[ \n]\(?\d{4}[ \n]?[-–]")
_CENTURY: Final = b" 20"
_TO: Final = re.compile(r" ?[-–] ?")
_VOLTAGE: Final = re.compile(rf" \d{{2,3}} ?(?:{'|'.join(voltages()[1])})(?!\w)")
_CELL: Final = re.compile(r"[ \n]*[|\t]| *\n|\Z")
_YEAR: Final = re.compile(r"[ \n]năm (?:19|20)\d{2}(?!\d)")
_QUOTED: Final = re.compile(r"[ \n][“\"«]([^“”\"»]{3,240})[”\"»]")
_PHRASE: Final = Style(lower=True, listed=True, longest=22)
_YEAR_NAME: Final = Style(longest=8)
_CLOSING: Final = {"“": "”", '"': '"', "«": "»", "‘": "’"}
_VERSION: Final = re.compile(r"(?:,? [Pp]hiên bản)? \d\.\d(?![\d%]|[.,]\d)")
_CALENDAR: Final = re.compile(r"(?:19|20)\d{2}\Z")
_VERB: Final = re.compile(r"[ \n][^\W\d_]+")
_LONGEST: Final = 200
_FEWEST: Final = 3
_PAIR: Final = 2
_AMOUNT: Final = re.compile(r"[ \n](?:\d[\d.,]{0,9}|một) (?:triệu|tỷ|nghìn|ngàn)(?: [^\W\d_]+-[^\W\d_]+)?(?= )")
_SHORTEST: Final = 8
_IN_YEAR: Final = f" {table('laws')['words']['year'][0]} "
_OF: Final = " của "
_BARE_END: Final = frozenset(" ,;.:)")
_JOINT: Final = re.compile(r" ?[-–] ?")
_BARE_YEAR: Final = re.compile(r" (?:19|20)\d{2}(?!\d)")


@dataclass(frozen=True, slots=True)
class _Words:
    capital: frozenset[str]
    lower_next: tuple[str, ...]
    common: tuple[str, ...]
    dated: frozenset[str]
    of_years: tuple[str, ...]
    no_ends: tuple[str, ...]
    about: frozenset[str]
    follows: tuple[str, ...]
    of_days: frozenset[str]
    days: tuple[str, ...]
    of_all: tuple[str, ...]
    numbered: frozenset[str]
    of_places: frozenset[str]
    sums: tuple[str, ...]
    named_years: tuple[str, ...]
    """What a year with a name is of."""


@cache
def _words() -> _Words:
    rows = table("programmes")["openers"]
    return _Words(
        frozenset(rows["capital"]),
        tuple(map(spelling, rows["lower_next"])),
        tuple(spelling(word) for word in rows["common"]),
        frozenset(map(spelling, rows["dated"])),
        tuple(f"{spelling(word)} " for word in rows["of_years"]),
        tuple(f" {spelling(word)}" for word in rows["no_ends"]),
        frozenset(rows["about"]["openers"]),
        tuple(f" {spelling(word)} " for word in rows["about"]["follows"]),
        frozenset(rows["of_days"]["openers"]),
        tuple(f" {spelling(word)}" for word in rows["of_days"]["days"]),
        tuple(f" {spelling(word)}" for word in rows["of_all"]),
        frozenset(rows["numbered"]),
        frozenset(rows["of_places"]),
        tuple(f" {spelling(word)}" for word in rows["sums"]),
        tuple(f" {spelling(word)}" for word in rows["named_years"]),
    )


def programme(page: Page, start: int, end: int, entry: Entry) -> Name | None:
    """Return the programme whose opener stands at [start, end), if one is named there."""
    text, key, words = page.text, page.key, _words()
    limit = page.limit(start)
    opener = entry.canonical
    capital = text[start].isupper()
    inside = _inside_quotation(text, start, limit)
    if inside:
        return new_name(start, inside, "programme", full(text[start:inside]))
    quoted = _QUOTED.match(text, end, limit)
    if quoted is not None and (capital or opener not in ("Kế hoạch",)):
        stop = period_end(key, quoted.end(), limit)
        return new_name(start, stop, "programme", full(text[start:stop]))
    if opener in words.of_days:
        name = _of_days(page, start, end, limit)
        if name is not None:
            return name
    if frames().is_class(key, start) or (not capital and opener in words.capital):
        return None
    aim = _aim_end(page, end, limit) if capital and opener in words.numbered else end
    if aim > end:
        stop = period_end(key, aim, limit)
        return new_name(start, stop, "programme", full(text[start:stop]))
    number = _NUMBER.match(text, end, limit)
    if number is not None and not number[1] and _CALENDAR.match(number[2]):
        return None
    if number is not None:
        if _OF_YEARS.match(key, number.end()) or (not number[1] and _counts_days(key, number.end())):
            return None
        if opener not in words.numbered or frames().counted.match(key, number.end()) or not (capital or number[1]):
            return None
        stop = period_end(key, number.end(), limit)
        tail = " ".join(text[number.end() : stop].lower().split())
        return new_name(start, stop, "programme", f"{opener} {''.join(number[2].split())} {tail}".rstrip())
    if end - start < len(opener) or (not capital and not key.startswith(words.lower_next, end + 1)):
        return None
    year = _YEAR.match(key, end, limit)
    if year is not None and text[max(0, start - 2) : start].strip(" ") in ("|", "\t") and _CELL.match(text, year.end()):
        return None  # the header of a column
    if year is not None:
        return (
            new_name(start, year.end(), "programme", full(text[start : year.end()])) if opener == "Kế hoạch" else None
        )
    common = _common(key, end + 1)
    if common and (common not in words.dated or frames().further.match(key, end, limit) is None):
        national = capital and common in words.dated
        if not (national and key.endswith(frames().nation, end, walk(page, end, limit, _PHRASE))):
            return None  # but "Kế hoạch tổng thể phát triển thương mại điện tử quốc gia"
    place = page.place_at(end + 1, limit)
    if place is not None and capital:
        stop = period_end(key, place.end, limit)
        return new_name(start, stop, "programme", full(text[start:stop])) if opener in words.of_places else None
    dated = opener in words.capital and not text[end + 1 : end + 2].isupper()
    dated = dated and not (opener in words.about and capital and key.startswith(words.follows, end))
    years = frames().further.match(key, end, limit) if dated else None
    if years is not None and _opens_another(page, end, years.end()):
        return None
    if dated and (not capital or opener not in words.of_places) and years is None:
        return None
    topic = frames().topic.match(key, end, limit)
    begin = topic.end() if topic else end
    if topic is not None and page.is_to_body(begin):
        return None
    stop = walk(page, begin, limit, _PHRASE)
    voltage = _VOLTAGE.match(text, stop, limit) if stop > begin else None
    if voltage is not None:  # "Dự án Đường dây 500 kV Lào Cai - Vĩnh Yên"
        stop = _route_end(page, walk(page, voltage.end(), limit, _PHRASE), limit)
    stop = _aim_end(page, stop, limit) if capital else stop
    further = frames().further.match(key, stop, limit)
    if further is not None and not _opens_another(page, stop, further.end()):
        stop = further.end()
    short = stop - begin < _SHORTEST and (stop == begin or period_end(key, stop, limit) == stop)
    if short or (key.count(" ", begin, stop) < 3 and not any(map(str.isupper, text[begin:stop]))):
        return None
    after = frames().topic.match(key, stop, limit)
    if after is not None and topic is None:
        behind = walk(page, after.end(), limit, _PHRASE)
        stop = behind if behind > after.end() + 5 else stop
    if key.startswith(words.of_all, stop):
        return None
    if (dated or key.endswith(words.no_ends, begin, stop)) and period_end(key, stop, limit) == stop:
        return None
    version = _VERSION.match(text, stop, limit)
    stop = version.end() if version else period_end(key, stop, limit)
    whose = level_at(page, stop, limit) if key.startswith(_OF, stop) else None
    if whose is not None:
        return new_name(start, whose[0], "programme", f"{full(text[start:stop])} {whose[1]}", level=whose[1])
    return new_name(start, stop, "programme", full(text[start:stop]))


def _route_end(page: Page, at: int, limit: int) -> int:
    """Return where a line ends that goes on from the place that ends at `at` to others: "Lào Cai[ - Vĩnh Yên]"."""
    joint = _TO.match(page.text, at, limit)
    place = page.place_at(joint.end(), limit) if joint is not None else None
    while place is not None:
        at = place.end
        joint = _TO.match(page.text, at, limit)
        place = page.place_at(joint.end(), limit) if joint is not None else None
    return at


def _counts_days(key: str, at: int) -> bool:
    """Whether the number before `at` is one of days, which no date follows: "Kế hoạch 50 ngày đêm"."""
    word = next((word for word in _words().days if key.startswith(word, at)), "")
    return bool(word) and not key[at + len(word) : at + len(word) + 2].strip()[:1].isdigit()


def _opens_another(page: Page, at: int, end: int) -> bool:
    """Whether behind a comma in [at, end) another programme begins: "Quy hoạch điện VIII, Quy hoạch tỉnh …"."""
    comma = page.text.find(", ", at, end)
    while comma >= 0:
        opened = page.opens.get(comma + len(", "))
        if opened is not None and opened[1].grammar == "programme" and page.text[comma + len(", ")].isupper():
            return True
        comma = page.text.find(", ", comma + 1, end)
    return False


def _aim_end(page: Page, at: int, limit: int) -> int:
    """Return where what is aimed at ends behind its number at `at`: "Đề án 1 triệu héc-ta lúa chất lượng cao"."""
    amount = _AMOUNT.match(page.key, at, limit)
    if amount is None or page.key.startswith(_words().sums, amount.end()):
        return at
    stop = walk(page, amount.end(), limit, _PHRASE)
    return stop if page.key.count(" ", amount.end(), stop) >= _PAIR else at


def _of_days(page: Page, start: int, end: int, limit: int) -> Name | None:
    """Return the campaign that a number of days names: "Chiến dịch 90 ngày làm sạch dữ liệu đất đai"."""
    number = _NUMBER.match(page.text, end, limit)
    days = [word for word in _words().days if number is not None and page.key.startswith(word, number.end())]
    if number is None or not days:
        return None
    verb = _VERB.match(page.text, number.end() + len(days[0]), limit)
    stop = walk(page, verb.end(), limit, _PHRASE) if verb is not None else 0
    named = verb is not None and stop > verb.end()
    return new_name(start, stop, "programme", full(page.text[start:stop])) if named else None


def of_years(page: Page) -> Iterator[Name]:
    """Yield programmes in lower case that their years tell: "đề án phát triển thủy sản giai đoạn 2025-2030"."""
    text, key, words = page.text, page.key, _words()
    for span in _spans(text, key):
        first = max(page.statement_start(span.start()), span.start() - _LONGEST)
        start, opener = max((key.rfind(opener, first, span.start()), opener) for opener in words.of_years)
        end = start + len(opener) - 1
        if start < 0 or text[start].isupper() or key[start - 1 : start].isalnum() or frames().is_class(key, start):
            continue
        limit = page.limit(start)
        further = frames().further.match(key, end, limit)
        common = _common(key, end + 1)
        if further is None or further.end() != span.start() or key.count(" ", end, span.start()) < _FEWEST:
            continue
        if not common or common in words.dated:
            stop = period_end(key, span.start(), limit)
            yield new_name(start, stop, "programme", full(text[start:stop]))


def _spans(text: str, key: str) -> Iterator[re.Match[str]]:
    """Yield where the words and the first year of a span of years stand, in order: " giai đoạn 2021"."""
    signs, words = searchable(text), frames().span_words
    year = signs.find(_CENTURY)
    while year >= 0:
        for word in words if signs.endswith(words, 0, year) else ():
            found = frames().spans.match(key, year - 1 - len(word)) if signs.endswith(word, 0, year) else None
            if found is not None:
                yield found
                break
        year = signs.find(_CENTURY, year + 1)


def _common(key: str, at: int) -> str:
    """Return the longest of the words at `at` that make the opener before them a common noun."""
    common = _words().common
    if not key.startswith(common, at):
        return ""
    word = max((w for w in common if key.startswith(w, at)), key=len)
    return "" if key[at + len(word) : at + len(word) + 1].isalnum() else word


def _inside_quotation(text: str, start: int, limit: int) -> int:
    """Return where the quotation ends that starts with the name at `start`, or 0."""
    close = _CLOSING.get(text[start - 1]) if start else None
    stop = text.find(close, start, min(start + 240, limit)) if close else -1
    return stop if stop > start + 15 else 0


def period_end(key: str, stop: int, limit: int, *, of_year: bool = False) -> int:
    """Return where the years end that belong to a name that ends at `stop`; a year with a name takes a bare one.

    Behind a number a year is when it was carried out: "kết quả thực hiện Đề án 06 năm 2025".
    """
    if key[stop - 1 : stop].isdecimal() and key.startswith(_IN_YEAR, stop):
        return stop
    found = (_BARE_YEAR if of_year else frames().period).match(key, stop, limit)
    return found.end() if found is not None else stop


def year(page: Page, start: int, end: int) -> Name | None:
    """Return the year with a name ("Năm Du lịch quốc gia 2024") that starts at `start`."""
    text, key = page.text, page.key
    limit = page.limit(start)
    quoted = _QUOTED.match(text, end, limit)
    if quoted is not None:
        return new_name(start, quoted.end(), "programme", full(text[start : quoted.end()]))
    if not text[end + 1 : end + 2].isupper() or page.begins_name(end + 1):
        return None
    stop = walk(page, end, limit, _YEAR_NAME)
    if not any(word in key[end:stop] for word in _words().named_years):
        return None
    joint = _JOINT.match(text, stop, limit)
    place = page.place_at(joint.end(), limit) if joint is not None else None
    stop = place.end if place is not None else stop
    number = _BARE_YEAR.match(text, stop, limit)
    canonical = "Năm " + " ".join(text[end:stop].split())
    return new_name(start, number.end() if number else stop, "programme", canonical)


def bare(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """Return where a text that names one plan, strategy or the like goes on to call it by that word alone.

    Within a sentence, with a capital, before what is no name: "kiểm tra việc thực hiện Đề án".
    """
    names = {mention.canonical for mention in mentions if mention.type == "programme"}
    taken = sorted((mention.start, mention.end) for mention in mentions) if names else []
    out: list[Mention] = []
    for kind in table("programmes")["openers"]["alone"]:
        full_names = [name for name in names if name.startswith(f"{kind} ")]
        at = page.text.find(f" {kind}") if len(full_names) == 1 else -1
        while at >= 0:
            start, end = at + 1, at + 1 + len(kind)
            inside = page.text[at - 1].isalpha() and page.text[end : end + 1] in _BARE_END
            following = page.text[end + 1 : end + 2]
            if inside and not (following.isupper() or following.isdigit() or _common(page.key, end + 1)):
                before = bisect_right(taken, (start, len(page.text))) - 1
                if before < 0 or taken[before][1] <= start:
                    out.append(Mention(start, end, "programme", full_names[0]))
            at = page.text.find(f" {kind}", end)
    return out
