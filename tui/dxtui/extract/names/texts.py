"""Names of legal texts, read from their kind: by number, or by what they are about."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from dxtui.extract.names.full import full
from dxtui.extract.names.name import Name, Page, new_name
from dxtui.extract.names.walk import Style, level_at, walk
from dxtui.lexicon.codes import code_length
from dxtui.lexicon.frames import frames
from dxtui.lexicon.joining import joining
from dxtui.lexicon.names import Entry
from dxtui.lexicon.phrases import alternation, spelled
from dxtui.lexicon.tables import table
from dxtui.text.spelling import LOWER, UPPER, spelling

_GAP: Final = r"[ \n]"
"""What parts the words of a subject: a page's line may end between them, "Luật Phòng,\nchống thiên tai"."""
_AND: Final = " và "
_COUNTED: Final = re.compile(rf" {table('laws')['words']['number'][0]} (?=\d)")
_PLAIN: Final = re.compile(r"\d[\d.]*\Z")
_PHRASE: Final = Style(lower=True, listed=True, longest=16)
_SUBJECT: Final = Style(lower=False, listed=True, longest=12)


@dataclass(frozen=True, slots=True)
class _Words:
    number: re.Pattern[str]
    """A number behind its kind; over the text."""
    year: re.Pattern[str]
    of_congress: re.Pattern[str]
    """The congress or plenum whose resolution it is."""
    of_committee: re.Pattern[str]
    """The congress of a place's committee, up to the committee."""
    low: re.Pattern[str]
    """A subject in lower case, as far as what ends it; over the text."""
    nouns: frozenset[str]
    """Words that else end a name, in subjects such as "giao thông", "chương trình"."""
    times: re.Pattern[str]
    and_law: re.Pattern[str]
    issuer: re.Pattern[str]
    clause: re.Pattern[str]
    """A clause's number, at the end of what stands before; searched."""
    assembly: re.Pattern[str]
    """The number of a law."""
    amended: re.Pattern[str]
    drafted: re.Pattern[str]
    """What a draft is about, as far as a sign or what is told of it; over text in the one spelling."""


@cache
def _words() -> _Words:
    """Return the patterns of what stands around legal texts; over text in the one spelling unless told otherwise."""
    rows = table("laws")["words"]

    def any_of(name: str) -> str:
        return f"(?:{alternation(map(spelling, rows[name]))})"

    number, year, amended = any_of("number"), any_of("year"), any_of("amended")
    term = rf"(?:,? \(?{any_of('terms')} (?:\d{{4}} ?[-–] ?\d{{4}}|[ivx]+(?!\w))\)?)?"
    assembly = rf"(?:{any_of('law')} )?(?:{number}:? )?\d{{1,3}}/\d{{4}}/qh\d{{1,2}}"
    ordinal = rf"(?:{any_of('times')} )?[ivx]+(?!\w)"
    return _Words(
        re.compile(
            rf"\s?(?:(?:(?i:{any_of('joint')}) )?(?i:{number}):?\s?)?(\d[\d.]*(?:/\d{{4}})?"
            rf"(?:[a-zđ]?\s?[-/]\s?[{UPPER}\d][\w&Đđ]*(?:(?:[-/.]|- (?=[{UPPER}]{{2}}))[\w&]+)*)?)(?![\d,%]*\d)"
        ),
        re.compile(rf"[ \n](?:{year} )?(?:19|20)\d{{2}}(?!\d)"),
        re.compile(
            rf"[ \n]{any_of('congress')}(?: (?:{any_of('of_congress')} )*{ordinal})?(?: {any_of('of_party')})?"
            rf"(?!\w| {any_of('no_congress')}(?!\w))"
            rf"|[ \n]{any_of('plenum')} (?:{any_of('times')} )?(?:\d{{1,2}}|[ivx]+)(?!\w){term}"
        ),
        re.compile(rf"[ \n]{any_of('congress')} (?:{any_of('of_congress')} )*(?:{ordinal} )?(?={any_of('committee')})"),
        re.compile(
            rf"(?:,?[ \n][{LOWER}]+){{1,9}}?"
            rf"(?=[ \n](?:{any_of('day')} \d|(?:{year} )?(?:19|20)\d\d(?!\d)|{number} \d|\({amended}\)|;|\.?\n|\Z))"
        ),
        frozenset(map(spelling, rows["nouns"])),
        re.compile(rf" (?:{any_of('times')} [ivxl\d]+(?!\w))?{term}"),
        re.compile(rf"(?:,| {any_of('and')})[ \n](?={any_of('law')} )"),
        re.compile(rf"(?:[ \n]\(?{any_of('dates')} [\d/.\- ]{{1,12}}\)?,?)?[ \n]{any_of('of')} "),
        re.compile(rf"{any_of('clauses')} \d+[ \n]\Z"),
        re.compile(rf"[ \n]{assembly}|[ \n]\({assembly}\)"),
        re.compile(rf" \({amended}\)"),
        re.compile(rf"(?:{_GAP}(?!{any_of('draft_ends')}(?!\w))[^\W\d_]+){{2,14}}"),
    )


@cache
def _rows() -> tuple[frozenset[str], frozenset[str], tuple[str, ...], dict[str, dict[str, str]]]:
    rows = table("laws")
    return (
        frozenset(rows["acts"]["about"]),
        frozenset(rows["acts"]["kinds"]),
        tuple(map(spelling, rows["acts"]["no_subjects"])),
        rows["tails"],
    )


@cache
def _letters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the kinds that a bare number does not name, and those that it names only behind "số"."""
    rows = table("laws")["acts"]
    return frozenset(rows["unnumbered"]), frozenset(rows["letters"])


@cache
def _drafts() -> tuple[str, ...]:
    """Return what stands before a text that is not yet put in force, each with a space behind it."""
    return tuple(f"{spelling(word)} " for word in table("laws")["words"]["drafts"])


@cache
def _short() -> frozenset[str]:
    """Return the kinds that are named by their abbreviation and a bare number too."""
    return frozenset(table("laws")["acts"]["short"])


@cache
def _listed() -> re.Pattern[str]:
    """Return the pattern of the subjects of laws that have a comma in them."""
    return re.compile(rf"[ \n]{spelled(table('laws')['acts']['listed'], _GAP)}(?!\w)")


@cache
def _plain() -> re.Pattern[str]:
    """Return the pattern of the subjects that name a law in lower case too."""
    return re.compile(rf"[ \n]{alternation(map(spelling, table('laws')['acts']['plain']))}(?!\w)")


def law(page: Page, start: int, end: int, entry: Entry) -> Name | None:
    """Return the legal text whose kind stands at [start, end), if one is named there."""
    text, key = page.text, page.key
    about, acts, no_subjects, tails = _rows()
    limit = page.limit(start)
    kind = entry.canonical
    number = _words().number.match(text, end, limit)
    counts = number is not None and "/" not in number[1] and frames().counted.match(key, number.end()) is not None
    numbered = kind not in _letters()[0] or (number is not None and "/" in number[1] and kind not in acts)
    short = end - start < len(kind)
    if number is not None and numbered and not counts:
        told = not short or kind in _short() or any(map(str.isupper, number[1]))
        return _numbered(page, start, kind, number, limit, tails) if told else None
    if short:
        return None
    if text[start:end].isupper() and " " in text[start:end] and text[end : end + 1] == " " and text[end + 1].islower():
        return None  # "CHỈ THỊ về việc …": the title of the text that it is
    if text[start].isupper() and frames().itself.match(key, end, limit):
        return None  # the text that says so, no name
    many = frames().is_class(key, start)
    if kind == "Nghị quyết":
        congress = _of_congress(page, start, end, limit)
        if congress is not None:
            return congress
    draft = key.endswith(_drafts(), 0, start)
    if not (text[start].isupper() or (draft and kind in about)) or (
        many and not _words().clause.search(key, max(0, start - 14), start)
    ):
        return None
    if kind == "Hiến pháp":
        year = _words().year.match(key, end, limit)
        return new_name(start, year.end() if year else end, "law", full(text[start : year.end() if year else end]))
    topic = frames().law_topic.match(key, end, limit) if kind in about else None
    if topic is not None:
        if page.is_to_body(topic.end()):
            return None
        stop = walk(page, topic.end(), limit, _PHRASE)
        if draft:
            about_it = _words().drafted.match(key, topic.end(), limit)
            stop = _before_next(page, topic.end(), max(stop, about_it.end() if about_it is not None else stop))
        amended = _words().number.match(text, text.rfind(" ", start, stop), limit)
        if amended is not None and amended.end() > stop:  # "… của Nghị định số 63/…"
            written = full(text[start:stop]) + text[stop : amended.end()]
            return new_name(start, amended.end(), "law", _COUNTED.sub(" ", written))
        return new_name(start, stop, "law", full(text[start:stop])) if stop > topic.end() + 5 else None
    if kind not in acts and kind != "Luật số":
        return None
    if key.startswith(no_subjects, end + 1):
        return None
    stop = _subject_end(page, end, limit)
    if stop > end and "sửa đổi" in kind:
        stop = _amended(page, stop, limit)
    if stop == end:
        low = _words().low.match(text, end, limit) if kind != "Luật số" else None
        plain = _plain().match(key, end, limit) if low is None else None
        if plain is not None:
            subject = text[end + 1].upper() + " ".join(text[end + 2 : plain.end()].split())
            return new_name(start, plain.end(), "law", f"{full(text[start:end])} {subject}")
        if low is None or joining().stops.intersection(key[end : low.end()].replace(",", "").split()) - _words().nouns:
            return None
        stop = low.end()
    if key.endswith(" số", end, stop) and text[stop + 1 : stop + 2].isdigit():
        stop -= 3
    revised = _words().amended.match(key, stop, limit)
    if revised is not None:
        return new_name(start, revised.end(), "law", f"{full(text[start:stop])} (sửa đổi)")
    number = _words().assembly.match(key, stop, limit)
    year = _words().year.match(key, stop, limit) if number is None else None
    last = year.end() if year is not None else stop
    return new_name(start, number.end() if number is not None else last, "law", full(text[start:last]))


def _of_congress(page: Page, start: int, end: int, limit: int) -> Name | None:
    """Return the resolution of a congress of the party, or of one of its committees."""
    committee = _words().of_committee.match(page.key, end, limit)
    if committee is not None:
        place = page.opens.get(committee.end())
        level = level_at(page, place[0], limit) if place is not None else None
        named = page.place_at(place[0] + 1, limit) if place is not None else None
        if place is None or (named is None and level is None):
            return None
        stop = named.end if named is not None else level[0] if level is not None else place[0]
        times = _words().times.match(page.key, stop, limit)
        stop = times.end() if times is not None and times.end() > stop + 1 else stop
        return new_name(start, stop, "law", full(page.text[start:stop]))
    congress = _words().of_congress.match(page.key, end, limit)
    if congress is None or not page.text[start].isupper():
        return None
    written = page.text[start : congress.end()].replace("(", "").replace(")", "")
    return new_name(start, congress.end(), "law", full(written))


def _before_next(page: Page, begin: int, stop: int) -> int:
    """Return where a draft's subject ends before another legal text in [begin, stop): "giá điện[ và nghị định …]"."""
    joint = page.key.find(_AND, begin, stop)
    while joint >= 0:
        opened = page.opens.get(joint + len(_AND))
        if opened is not None and opened[1].type == "law":
            return joint
        joint = page.key.find(_AND, joint + 1, stop)
    return stop


def _subject_end(page: Page, at: int, limit: int) -> int:
    """Return where the subject of a law ends whose kind ends at `at`; `at` where none is told."""
    listed = _listed().match(page.key, at, limit)
    return listed.end() if listed is not None else walk(page, at, limit, _SUBJECT)


def _amended(page: Page, stop: int, limit: int) -> int:
    """Return where the name of a law ends that amends several: "Luật sửa đổi … của Luật A và Luật B"."""
    joint = _words().and_law.match(page.key, stop, limit)
    while joint is not None:
        opened = page.opens.get(joint.end())
        further = _subject_end(page, opened[0], limit) if opened is not None else stop
        if opened is None or further == opened[0]:
            break
        stop = further
        joint = _words().and_law.match(page.key, stop, limit)
    return stop


def _numbered(
    page: Page, start: int, kind: str, number: re.Match[str], limit: int, tails: dict[str, dict[str, str]]
) -> Name | None:
    """Return the text with this number; where only its issuer is named, the number's tail follows from it."""
    code = number[1].rstrip(".")
    code = code[: code_length(code)]
    written = re.sub(r"\s", "", code)
    stop = number.start(1) + len(code)
    if _PLAIN.match(written):
        if kind in _letters()[1] and "số" not in number[0]:
            return None
        issuer = _words().issuer.match(page.key, stop, limit)
        known = tails.get(kind, {})
        if issuer is not None:
            whole = page.whole.get(issuer.end())
            name = whole[1].canonical if whole is not None else ""
            if not name and page.key.startswith("thủ tướng", issuer.end()):
                name = "Thủ tướng"
            written += known.get(name, "")
        elif "số" not in number[0] and not page.text[start].isupper():
            return None
    return new_name(start, stop, "law", f"{kind.removesuffix(' số')} {written}")
