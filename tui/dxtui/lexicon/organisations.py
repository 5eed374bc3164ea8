"""Words that the grammar of organisations' names needs."""

import re
from dataclasses import dataclass
from functools import cache

from dxtui.lexicon.tables import table
from dxtui.text.spelling import spelling


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """In the one spelling, but for openers."""

    company_form: re.Pattern[str]
    """Words of a company's form behind its opener."""
    trades: re.Pattern[str]
    """White space and what a firm deals in, behind an opener without a form."""
    form_behind: re.Pattern[str]
    """A dash and a company's form behind its name."""
    letterheads: re.Pattern[str]
    """What opens the name of a body in a line all in capitals, with the space behind it."""
    tells: re.Pattern[str]
    """In such a line, searched: it is a sentence."""
    kinds: re.Pattern[str]
    """In lower case between an opener and a name: what kind of school, hospital or board it is."""
    own_names: frozenset[str]
    """Openers whose bodies have a province's name without its level."""
    unlisted: frozenset[str]
    """Openers behind which a comma ends the name."""
    beyond: frozenset[str]
    """Openers behind which a place may be but the first part of a name."""
    of_boards: frozenset[str]
    """Openers of offices of a board, whose name may follow theirs."""
    wholes: re.Pattern[str]
    """How a body is named in the name of a part of it, for which the text may go on to stand; the group."""
    phrased: frozenset[str]
    """Openers that a phrase in lower case may follow, as far as whose the body is."""
    fields_alone: frozenset[str]
    """Such phrases that name a body without that."""
    heads: tuple[str, ...]
    """Words with a capital that may stand before a short opener, with their space: "Trưởng Ban", "Tại Viện"."""
    parts: frozenset[str]
    """Openers of parts of another body, which its name may follow."""
    abroad: frozenset[str]
    """Openers of bodies that another has at a place behind "tại"."""
    groups: frozenset[str]
    """Openers of groups, which their last word alone names too."""
    of_persons: frozenset[str]
    """Openers whose body may bear a person's name."""
    before_persons: frozenset[str]
    """Words that may stand between such an opener and the person."""
    ends_names: frozenset[str]
    """Bodies that end the name of another."""
    no_bodies: re.Pattern[str]
    """What makes the opener before it a common word."""
    short_forms: frozenset[str]
    """Openers that alone may stand for a body named before."""
    of_nation: tuple[str, ...]
    """What makes a body the nation's, each with the space before it."""
    national_behind: re.Pattern[str]
    """White space and one of these."""
    only_ones: frozenset[str]
    """Those of them, in full, that are one's only where a text names no other of the kind."""
    provincial: frozenset[str]
    """Openers of bodies that a province has without saying so."""
    provincial_names: frozenset[str]
    """Bodies that each province has, by their full names."""
    provincial_starts: tuple[str, ...]
    """The same in the one spelling, each with the space behind it, the longest first."""
    middle_names: tuple[str, ...]
    """Middle names of persons, with a space on both sides."""
    beside: tuple[str, ...]
    """What stands before a body that the text tells of another beside, with a space behind each."""
    named_alone: tuple[str, ...]
    """Openers of a place's bodies, which alone too may stand for one named before."""
    national: frozenset[str]
    """Those of them that stand for the body of the nation where no other is named before."""
    lower_field: frozenset[str]
    """Openers that a phrase in lower case may follow without "về"."""
    numbered: frozenset[str]
    """Openers that a number may follow."""
    not_short: frozenset[str]
    """Words behind such an opener that make it part of something else."""
    compounds: frozenset[str]
    """And those that do so behind an opener of one syllable."""
    group_codes: frozenset[str]
    """Short names of groups, which behind a dash end the names of their firms."""
    told_apart: tuple[str, ...]
    """Kinds of bodies of which several have one name, told apart by a letter or number behind it."""
    firms: tuple[str, ...]
    """Openers of firms whose names go on with what they do."""
    schools: tuple[str, ...]
    """Openers of schools, which are called after somebody or a place."""
    school_codes: frozenset[str]
    """What is cut short in the names of their kinds, in the one spelling."""
    not_short_behind: tuple[str, ...]
    """Right before an opener that stands alone: it is of a rank, and names nothing."""
    not_short_pairs: tuple[str, ...]
    """Pairs that do, each with the space before it, and what lists it with others of its kind."""
    own_level: dict[str, str]
    """Last two words of openers that name their level themselves ("tỉnh ủy")."""


@cache
def organs() -> tuple[str, ...]:
    """Return the organs of a body that its own texts name by their kind alone: "Hội đồng quản trị"."""
    return tuple(table("organisations")["organs"])


@cache
def organisation_words() -> OrganisationWords:
    """Return the words of config/organisations.toml."""
    rows = table("organisations")
    grammar = rows["grammar"]
    return OrganisationWords(
        re.compile(rf"(?:[ \n](?:{'|'.join(map(spelling, grammar['company_form']))})(?!\w))+"),
        re.compile(rf"[ \n](?:{'|'.join(map(spelling, grammar['trades']))})(?!\w)"),
        re.compile(
            rf" ?[-–] ?(?:công ty |ctcp(?!\w))?(?:[ \n]?(?:{'|'.join(map(spelling, grammar['company_form']))})(?!\w))*"
            r"(?<=\w)(?!\w)"
        ),
        re.compile(rf"(?:{'|'.join(map(spelling, grammar['letterheads']))}) "),
        re.compile(rf" (?:{'|'.join(map(spelling, grammar['tells']))}) "),
        re.compile(rf" (?:{'|'.join(map(spelling, sorted(grammar['kinds'], key=len, reverse=True)))})(?!\w)"),
        frozenset([*grammar["of_persons"], *grammar["own_names"]]),
        frozenset(grammar["unlisted"]),
        frozenset(grammar["beyond"]),
        frozenset(grammar["of_boards"]),
        re.compile(rf" ((?:{'|'.join(grammar['wholes'])}) )(?=[^\W\d_])"),
        frozenset(grammar["phrased"]),
        frozenset(map(spelling, grammar["fields_alone"])),
        tuple(f"{word} " for word in grammar["heads"]),
        frozenset(grammar["parts"]),
        frozenset(grammar["abroad"]),
        frozenset(grammar["groups"]),
        frozenset(grammar["of_persons"]),
        frozenset(map(spelling, grammar["before_persons"])),
        frozenset(grammar["ends_names"]),
        re.compile(rf"(?:{'|'.join(map(spelling, grammar['no_bodies']))})(?!\w)"),
        frozenset(grammar["short_forms"]),
        tuple(f" {spelling(word)}" for word in grammar["of_nation"]),
        re.compile(rf"[ \n](?:{'|'.join(map(spelling, grammar['of_nation']))})(?!\w)"),
        frozenset(grammar["only_ones"]),
        frozenset(grammar["provincial"]),
        frozenset(map(spelling, grammar["provincial_names"])),
        tuple(sorted((f"{spelling(name)} " for name in grammar["provincial_names"]), key=len, reverse=True)),
        tuple(f" {spelling(name)} " for name in grammar["middle_names"]),
        tuple(f"{spelling(word)} " for word in grammar["beside"]),
        tuple(map(spelling, grammar["named_alone"])),
        frozenset(grammar["national"]),
        frozenset(grammar["lower_field"]),
        frozenset(grammar["numbered"]),
        frozenset(map(spelling, grammar["not_short"])),
        frozenset(map(spelling, grammar["compounds"])),
        frozenset(grammar["group_codes"]),
        tuple(f"{spelling(word)} " for word in grammar["told_apart"]),
        tuple(f"{spelling(word)} " for word in grammar["firms"]),
        tuple(f"{spelling(word)} " for word in grammar["schools"]),
        frozenset(map(spelling, grammar["school_codes"])),
        tuple(f" {spelling(word)} " for word in grammar["not_short_behind"]),
        (
            *(f" {spelling(pair)}" for pair in grammar["not_short_pairs"]),
            *(f"{sign}{spelling(words)}" for words in grammar["listed_with"] for sign in (", ", "/")),
        ),
        {spelling(word): level for word, level in grammar["own_level"].items()},
    )
