"""What headings and the lines that lead in a list make of what follows, from config/tasks.toml."""

import re
from dataclasses import dataclass
from functools import cache

from dxtui.lexicon.phrases import spelled, spelled_whole
from dxtui.lexicon.tables import table
from dxtui.text.openings import Opening
from dxtui.text.spelling import spelling


@dataclass(frozen=True, slots=True)
class CourseWords:
    """Patterns over text in the one spelling; each matches at a place unless it says otherwise."""

    heads: re.Pattern[str]
    """Anywhere in a heading: a list of what is to be done."""
    other_heads: re.Pattern[str]
    """Anywhere in a heading: something else."""
    rulebooks: frozenset[str]
    """Whole headings and titles of documents that say what holds for anybody."""
    lesson: re.Pattern[str]
    """The start of a title or heading of a school book's chapter."""
    lesson_part: re.Pattern[str]
    """The start of a heading of a part of one."""
    articles: re.Pattern[str]
    """The start of a heading of a part of a document that says nothing of the part before."""
    directive: re.Pattern[str]
    """The start of a title or heading of a document that orders."""
    duty_heads: re.Pattern[str]
    """Anywhere in a heading: those below name who is to carry something out."""
    recommends: re.Pattern[str]
    """Anywhere in a heading: what follows is proposed."""
    orders_list: re.Pattern[str]
    """Anywhere in a sentence that leads in a list: what follows is to be done."""
    addressed: re.Pattern[str]
    """The end of a sentence before those to whom the text is sent."""
    told_reader: re.Pattern[str]
    """Anywhere: the sentence only says that something is made known."""
    preambles: tuple[str, ...]
    """How the grounds of a document start that stand above what it orders."""
    ordinals: Opening
    """What the sentences start with that tell one after another what is to be done."""
    first_ordinals: tuple[str, ...]
    """And the first of them."""
    announces: re.Pattern[str]
    """Anywhere: somebody with authority says that so much is to be done."""
    speaks: re.Pattern[str]
    """A verb of ordering right before the colon of a list: who orders is not who is to do it."""


@cache
def course_words() -> CourseWords:
    """Return the words of config/tasks.toml about headings and lists."""
    rows = table("tasks")
    cues, words = rows["cues"], rows["words"]
    return CourseWords(
        heads=re.compile(rf"{spelled_whole(words['heads'])}\b"),
        other_heads=re.compile(rf"{spelled_whole(words['other_heads'])}\b"),
        rulebooks=frozenset(map(spelling, words["rulebooks"])),
        lesson=re.compile(rf"(?:#+ )?(?:{spelled(words['lessons'])}) \d{{1,2}}[.: ]"),
        lesson_part=re.compile(rf"(?:#+ )?(?:[ivx\d]{{1,4}}[.)] )?(?:{spelled(words['lesson_parts'])})(?!\w)"),
        articles=re.compile(rf"(?:{spelled(words['articles'])}) \d{{1,2}}[.: ]"),
        directive=re.compile(rf"(?:#+ )?(?!{spelled(words['findings'])})(?:{spelled(words['directives'])})\b"),
        duty_heads=re.compile(rf"{spelled_whole(words['duty_heads'])}\b"),
        recommends=re.compile(rf"{spelled_whole(words['recommends'])}\b"),
        orders_list=re.compile(rf"{spelled_whole([*cues['orders'], *words['heads'], *words['list_leads']])}\b"),
        addressed=re.compile(rf" (?:{spelled(words['addressed'])}):\Z"),
        told_reader=re.compile(
            rf" (?:{spelled(words['made_known'])}) [^.\n]{{0,160}}? (?:{spelled(words['known'])})(?!\w)"
        ),
        preambles=tuple(f"{spelling(form)} " for form in words["preambles"]),
        ordinals=Opening(re.compile(spelled(words["ordinals"]))),
        first_ordinals=tuple(map(spelling, words["first_ordinals"])),
        announces=re.compile(
            rf"{spelled_whole(words['speakers'])}\b[^.;\n]{{0,160}}? (?:{spelled(words['announces'])}) "
            rf"[^.;\n]{{0,80}}?(?:{spelled(words['announced'])})(?!\w)"
        ),
        speaks=re.compile(
            rf"(?:{spelled([*cues['orders'], *words['says']])})(?: [^\W\d_]+)?(?: (?:{spelled(words['told_what'])}))?:"
        ),
    )
