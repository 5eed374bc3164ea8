"""Words that name who is to do what: bodies, classes of bodies, posts and the public, from config/tasks.toml."""

import re
from dataclasses import dataclass
from functools import cache

from dxtui.lexicon.phrases import spelled, spelled_whole
from dxtui.lexicon.tables import table
from dxtui.text.openings import Opening
from dxtui.text.spelling import spelling


@dataclass(frozen=True, slots=True)
class PartyWords:
    """Patterns over text in the one spelling; each matches at a place unless it says otherwise."""

    counted: re.Pattern[str]
    """A number of bodies that were given a task; the bodies are its group."""
    many: re.Pattern[str]
    """A class of bodies that is to do it."""
    all_many: re.Pattern[str]
    """Such a class with up to two more words, before what leads in a list of tasks."""
    common: re.Pattern[str]
    """Who plans, as a common noun."""
    staff: tuple[str, ...]
    """Whom somebody sends to do what is their own task."""
    addressed: tuple[str, ...]
    """How somebody without a post is addressed, before the name."""
    unit: re.Pattern[str]
    """A kind of bodies, as it goes on with others that are named."""
    alone: re.Pattern[str]
    """A body as a common noun, or the first words of its name, as it may start a sentence."""
    named: re.Pattern[str]
    """A word that the name of a body starts with where another capital follows."""
    body_firsts: frozenset[str]
    """First words of both and of posts: what starts with none of them starts none."""
    level: re.Pattern[str]
    """Behind a body's name: of what kind of place it is."""
    spread: re.Pattern[str]
    """Behind a body's name: it is one of each place of a kind: "Sở Y tế các tỉnh, thành phố"."""
    doing: re.Pattern[str]
    """Behind a class of bodies: what they do, which tells which they are."""
    domain: re.Pattern[str]
    """What bodies do that may be part of their names."""
    no_tail: re.Pattern[str]
    """A word that is no part of who is to do it."""
    told: re.Pattern[str]
    """Between somebody and the colon before the list of what they are to do."""
    body: re.Pattern[str]
    """A body or post, as what a list is headed with."""
    bare: re.Pattern[str]
    """A body as a common noun, alone, as who is to do it."""
    which: re.Pattern[str]
    """A class at the start of a sentence, what of it is meant, and the demand on those; the groups."""
    post_ends: re.Pattern[str]
    """A post at the end of what is searched."""
    numbered: tuple[str, ...]
    """Words of names that have a number behind them."""
    not_who: frozenset[str]
    """Right before somebody: they are not who is to do it."""
    post: re.Pattern[str]
    """A post whose body follows."""
    number: re.Pattern[str]
    """How many of a kind of bodies there are, in digits or words, with the space behind it."""
    promiser: re.Pattern[str]
    """Who speaks for a body, or a body as a common noun, which is the group."""
    speaking: frozenset[str]
    """Common nouns that stand for one body of a kind where a text names it."""
    offices: tuple[str, ...]
    """What the names of bodies start with that are written with a capital where another follows."""
    spelled_out: tuple[tuple[str, str], ...]
    """Abbreviations that are written in full in the names of classes, and what they stand for."""
    levels_of: dict[str, str]
    """Kinds of places by how they are cut short."""
    subject: re.Pattern[str]
    """A kind of places or bodies, as who is to do something."""
    public: re.Pattern[str]
    """Whom advice is given to: nobody in particular."""
    anybody: Opening
    """The public, as it is asked for something."""
    kind_alone: re.Pattern[str]
    """A kind of places alone, which is the group, with what may stand before the verb of a plan."""
    this: re.Pattern[str]
    """The body that was named last, by its kind, which is the group, with what may stand before a verb."""
    we: frozenset[str]
    """Who speaks for a body."""
    firms: frozenset[str]
    """Common nouns that in a quotation are the speaker's own body."""
    kinds_of: dict[str, tuple[str, ...]]
    """What the names of bodies start with that a common noun stands for."""
    of_noun: re.Pattern[str]
    """A body as a common noun behind a post; the noun is the group."""
    proper: tuple[str, ...]
    """What classes of bodies start with that are written with a capital anywhere."""


@cache
def party_words() -> PartyWords:
    """Return the words of config/tasks.toml that name who is to do something."""
    rows = table("tasks")
    cues, words, who = rows["cues"], rows["words"], rows["assignees"]
    unit = rf"(?!(?:{spelled(who['no_units'])})(?!\w))(?:{spelled(who['units'])})(?!\w)"
    detail = rf"(?: (?:{spelled(who['details'])})(?!\w))*"
    body = rf"(?:(?:{spelled(who['openers'])}) )?{unit}{detail}"
    told = rf"(?: (?:{spelled(words['told'])})(?!\w))?(?: (?:{spelled(words['told_what'])}))?:"
    numbers = [*table("numerals")["digits"], *table("numerals")["bare_tens"]["words"]]
    return PartyWords(
        counted=re.compile(rf"\d[\d.,/]*+ ({unit})(?= (?:đã )?được giao)"),
        many=re.compile(
            rf"(?:{spelled(who['openers'])}) {unit}{detail}(?:(?:, | và |; ){body}){{0,8}}",
        ),
        all_many=re.compile(
            rf"(?:{spelled(who['openers'])}) {unit}{detail}(?:(?:, | và |; ){body}){{0,8}}"
            rf"(?: [^\W\d_]+){{0,2}}?(?={told})"
        ),
        common=re.compile(rf"(?:{spelled(who['common'])})(?: [^\W\d_]+){{0,2}}"),
        unit=re.compile(rf"{unit}{detail}"),
        staff=tuple(map(spelling, who["staff"])),
        addressed=tuple(f" {spelling(word)} " for word in who["pronouns"]),
        alone=re.compile(rf"(?!(?:{spelled(who['no_units'])})(?!\w))(?:{spelled(who['alone'])})(?!\w)"),
        named=re.compile(rf"(?:{spelled(who['named'])})(?= )"),
        body_firsts=frozenset(
            spelling(word).split()[0] for word in (*who["alone"], *who["named"], *who["posts"], *numbers)
        ),
        level=re.compile(rf" (?:cấp )?(?:{spelled(who['levels'])})(?!\w)"),
        spread=re.compile(rf" (?:các|cấp) {unit}{detail}(?:(?:, | và ){unit}{detail}){{0,6}}"),
        doing=re.compile(rf" (?:(?:{spelled(who['doing'])})(?:, | và | )?)+"),
        domain=re.compile(rf"(?:{spelled([*who['doing'], *who['domains']])})(?!\w)"),
        no_tail=re.compile(rf"(?:{spelled([*words['past'], *words['no_names']])})(?!\w)"),
        told=re.compile(told),
        body=re.compile(
            rf"(?:(?:{spelled(who['posts'])})(?!\w)|(?:{spelled(who['openers'])}) |{spelled(who['heads'])})"
        ),
        bare=re.compile(rf"{unit}(?: [^\W\d_]+){{0,3}}"),
        which=re.compile(
            rf"({unit}) nào ((?:(?! thì (?!(?:{spelled(cues['demands'])})(?!\w)))[^.;:\n]){{2,120}}?),?(?: thì)? "
            rf"(?=(?:{spelled(cues['demands'])})(?!\w))"
        ),
        post_ends=re.compile(rf"{spelled_whole(who['posts'])} \Z"),
        numbered=tuple(f" {spelling(word)}" for word in words["numbered"]),
        not_who=frozenset(map(spelling, words["not_who"])),
        post=re.compile(rf"(?:{spelled(who['posts'])}) (?:(?:{spelled(who['posts'])}) )?"),
        number=re.compile(rf"(?:\d{{1,3}}|{spelled(numbers)}) "),
        promiser=re.compile(
            rf"(?:{spelled(who['we'])}|({spelled(who['speaking'])})(?: [^\W\d_]+){{0,2}}?"
            rf"|({spelled(who['speaking_alone'])})(?: này)?)(?: cũng| và .{{2,30}})?"
        ),
        speaking=frozenset(map(spelling, [*who["speaking"], *who["speaking_alone"]]))
        - set(map(spelling, who["speaking_as_such"])),
        offices=tuple(f"{spelling(word)} " for word in who["offices"]),
        spelled_out=tuple((short, table("abbreviations")["words"][short]) for short in who["spelled_out"]),
        levels_of={spelling(short): spelling(level) for short, level in who["short_levels"].items()},
        subject=re.compile(rf"(?:{spelled([*who['levels'], *who['short_levels'], *who['speaking']])})(?= )"),
        public=re.compile(rf"(?:{spelled(who['public'])})(?: [^\W\d_]+){{0,3}}"),
        anybody=Opening(re.compile(rf"(?:{spelled(who['public'])})(?!\w)")),
        kind_alone=re.compile(
            rf"({spelled([*who['levels'], *who['short_levels']])})(?: (?:{spelled(words['before_plan'])}))*"
        ),
        this=re.compile(rf"({spelled(who['speaking'])}) này(?: (?:{spelled(words['before_plan'])}))*"),
        we=frozenset(map(spelling, who["we"])),
        firms=frozenset(map(spelling, who["firms"])),
        kinds_of={spelling(noun): tuple(map(spelling, kinds)) for noun, kinds in who["kinds"].items()},
        of_noun=re.compile(rf" ({spelled(who['speaking'])})(?!\w)"),
        proper=tuple(map(spelling, who["proper"])),
    )
