"""Patterns of words around names, from config/frames.toml, over text in the one spelling."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dxtui.lexicon.phrases import spelled, spelled_whole
from dxtui.lexicon.tables import table
from dxtui.text.openings import Opening
from dxtui.text.spelling import searchable, spelling


@dataclass(frozen=True, slots=True)
class Frames:
    """Each pattern matches at a place unless it says otherwise."""

    level: Opening
    """White space and a level, with "của" or without; the level is the group."""
    level_words: frozenset[str]
    """First words of levels; "xã" is left to the pattern, since it is a common syllable."""
    no_levels: tuple[str, ...]
    """Phrases that begin with a level and are none."""
    no_levels_behind: frozenset[str]
    """Behind these a level is the last syllable of a word: "hợp tác xã"."""
    more_levels: Opening
    """Another level in the same breath."""
    tiers: Opening
    """White space and levels of government."""
    tiers_at_end: re.Pattern[str]
    """Levels of government at the end of a canonical name; searched."""
    owner: Opening
    """White space and whose a system is; the group."""
    everybody: Opening
    """White space and all of whom it may be."""
    common: Opening
    """White space and what makes a body's opener a common noun."""
    called: re.Pattern[str]
    """A bracket and what stands in it before what a text goes on to call the name before it; searched."""
    plural: re.Pattern[str]
    """A word that makes what follows a class, at the end of the text before it; searched."""
    numbered: re.Pattern[str]
    """A number that does; searched likewise."""
    plural_lasts: frozenset[str]
    """The last letters of that, or its sign, before its white space; it may also end in a digit."""
    graded: re.Pattern[str]
    """A grade of a school, or the floor of a house, at the end of the text before it; searched."""
    several: Opening
    """White space, "các", a level and white space."""
    counted: re.Pattern[str]
    """White space and what a number counts."""
    in_title: re.Pattern[str]
    """A title's words, anywhere; searched."""
    further: re.Pattern[str]
    """What stands between the first words of a long name and the years it is for, up to those."""
    spans: re.Pattern[str]
    """White space, what stands before the years of a long name, and the first of them; searched."""
    span_words: tuple[bytes, ...]
    """The words of `spans` as they are `searchable`, the longest first."""
    period: re.Pattern[str]
    """The years of a programme, which may be none."""
    shorter: re.Pattern[str]
    """What a canonical name has behind its first words: its years, its number's tail or whose it is; searched."""
    topic: re.Pattern[str]
    """White space and "về" behind what a programme is."""
    about: str
    """"về", with the space before it."""
    nation: str
    """What is the nation's, with the space before it."""
    law_topic: re.Pattern[str]
    """White space and what stands before the subject of a legal text."""
    itself: re.Pattern[str]
    """White space and what makes a kind of text the one that it stands in."""
    figure: Opening
    """A picture's or table's number at the start of a line."""

    def is_class(self, key: str, start: int) -> bool:
        """Return whether what stands right before `start` makes what starts there a class: "các", "3", "5%"."""
        last = key[start - 2 : start - 1]
        if not (last in self.plural_lasts or last.isdecimal()):
            return False
        several = self.numbered if last.isdecimal() or last == "%" else self.plural
        if several.search(key, max(0, start - 8), start) is None:
            return False
        return self.graded.search(key, max(0, start - 10), start) is None  # but "lớp 5 Trường Tiểu học …"


def _spaced(words: Iterable[str]) -> str:
    """Return an alternation of `words` in which any space may be the end of a line."""
    return spelled(words, r"[ \n]")


@cache
def frames() -> Frames:
    """Return the patterns."""
    rows = table("frames")
    levels, common, years, topics = rows["levels"], rows["common"], rows["years"], rows["topics"]
    owners, tiers, systems = spelled(levels["owners"]), spelled(levels["tiers"]), spelled(levels["of_systems"])
    plain = "|".join(sorted(years["periods"], key=len, reverse=True))
    ahead = "|".join(years["outlooks"])
    breaks = rf"(?!{_spaced(years['no_breaks'])})(?:{spelled(years['breaks'])})(?!\w)"
    spans = _spaced(years["spans"])
    return Frames(
        Opening(re.compile(rf"[ \n](?:của )?({owners})(?!\w)(?! (?:{spelled(levels['not_before'])})(?!\w))")),
        frozenset(word.split()[0] for word in map(spelling, levels["owners"]) if word not in ("thị xã", "tp")),
        tuple(map(spelling, levels["no_levels"])),
        frozenset(map(spelling, levels["no_levels_behind"])),
        Opening(re.compile(rf"(?:, | và |/| hoặc )(?:các )?(?:{owners}|bộ)(?!\w)")),
        Opening(re.compile(rf"[ \n]cấp (?:{tiers})(?:(?:, | và |, cấp | và cấp |/|/cấp )(?:{tiers}))*(?!\w)")),
        re.compile(rf" cấp (?:{tiers})(?:, cấp (?:{tiers}))*\Z"),
        Opening(re.compile(rf"[ \n](?:của )?({systems})(?!\w)(?!, (?:{owners}|ngành)(?!\w))")),
        Opening(re.compile(rf"[ \n](?:của )?(?:{spelled(common['everybody'])})(?!\w)")),
        Opening(re.compile(rf"[ \n](?:của )?(?:{spelled(common['behind'])})(?!\w)")),
        re.compile(rf"\({_spaced(common['called'])}[ \n:]{{1,2}}"),
        re.compile(rf"{spelled_whole(common['plurals'])}[ \n]\Z"),
        re.compile(r"\d(?<![.\d].)(?<![^\W\d_]-.)\d{0,2}%? \Z"),
        frozenset("%" + "".join(spelling(word)[-1] for word in common["plurals"])),
        re.compile(
            rf"(?<!\w)(?:(?:{spelled(common['grades'])}) \d{{1,2}}"
            rf"|(?:{spelled(common['floors'])}) (?:\d{{1,2}}|[^\W\d_]+)) \Z"
        ),
        Opening(re.compile(rf"[ \n]các (?:{owners})[ \n]")),
        re.compile(rf"\s?(?:(?:{spelled(common['counted'])})(?!\w)|%)"),
        re.compile(rf"(?:{spelled(common['titles'])}) thường trực"),
        re.compile(
            rf"(?:,?[ \n](?!{breaks})[^\s.,;:!?“”\"()\d|]++(?:(?<=[^\W\d_]-)\d{{1,3}})?){{0,30}}?"
            rf"(?=,?[ \n]{spans}[ \n]20\d{{2}})"
        ),
        re.compile(rf"[ \n]{spans}[ \n]20\d{{2}}"),
        tuple(sorted(map(searchable, map(spelling, years["spans"])), key=len, reverse=True)),
        re.compile(
            (
                rf"(?:,? (?:{spelled(years['periods'])})(?: 20\d{{2}})(?: ?[-–] ?\d{{4}})?"
                r"|\s\(?20\d{2} ?[-–] ?20\d{2}\)?)?"
                rf"(?:,? (?:và )?(?:{spelled(years['outlooks'])})(?: đến)?(?: năm)? \d{{4}})?"
            )
            .replace(r"\ ", " ")
            .replace(" ", r"[ \n]")
        ),
        re.compile(
            rf"[ ,/-](?:(?<= )(?:(?:{plain}|{ahead}) (?=\D{{0,10}}\d)|(?:cấp (?:{owners}|bộ)|{owners}|bộ)(?=[ ,]|\Z))"
            rf"|(?<=,) (?:{plain}|{ahead}) (?=\D{{0,10}}\d)|(?<=\d[/-]))"
        ),
        re.compile(
            rf"[ \n](?:(?:{spelled(topics['kinds'])}|của [^\W\d_]+ [^\W\d_]+) )?(?:{spelled(topics['words'])})(?= )"
        ),
        f" {spelling(topics['about'])}",
        f" {spelling(topics['nation'])}",
        re.compile(rf"[ \n](?:{spelled(topics['laws'])})(?= )"),
        re.compile(rf"[ \n](?:{spelled(common['itself'])})(?!\w)"),
        Opening(re.compile(rf"(?:{spelled(rows['lines']['figures'])}) \d{{1,2}}(?:\.\d{{1,2}})?\s?[:.–-] ")),
    )
