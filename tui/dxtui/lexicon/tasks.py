"""Words that tell of orders and plans, from config/tasks.toml, as patterns over text in the one spelling."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

import ahocorasick_rs

from dxtui.lexicon.phrases import spelled, spelled_whole
from dxtui.lexicon.tables import table
from dxtui.text.openings import Opening
from dxtui.text.spelling import UPPER, searchable, spelling

CueKind = Literal["order", "demand", "plan", "due", "done", "many"]
"""What a cue tells: somebody orders, must or means to, by when or when ahead, or that a class of bodies may follow."""


@dataclass(frozen=True, slots=True)
class TaskWords:
    """Patterns; each matches at a place unless it says otherwise."""

    automaton: ahocorasick_rs.BytesAhoCorasick
    """Finds the cues in what is `searchable`."""
    kinds: tuple[CueKind, ...]
    """By the automaton's pattern numbers."""
    retracts: tuple[str, ...]
    """Right before a demand these take it back."""
    not_behind: re.Pattern[str]
    """Behind a demand these make it something else."""
    forced: re.Pattern[str]
    """Anywhere behind a demand: somebody is forced to what they do."""
    spoken_of: Opening
    """The start of a sentence that only speaks of an order: "Với việc Thủ tướng chỉ đạo …"."""
    by_cues: frozenset[str]
    """Words before a year by which something is to be, which tell that behind a pause."""
    once: Opening
    """The start of a sentence that tells what once was."""
    urged: re.Pattern[str]
    """Behind a demand: it is an order all the same."""
    denied: tuple[str, ...]
    """Right before an order these deny it."""
    noun_before: tuple[str, ...]
    """Right before an order these make it a noun."""
    speaker: re.Pattern[str]
    """Who speaks with authority, anywhere."""
    us: frozenset[str]
    """Who speaks of all, before a demand."""
    says: re.Pattern[str]
    """What a speaker does when what follows is to be done, anywhere."""
    lead: re.Pattern[str]
    """A list's mark and words that go on with what was said before."""
    connector: re.Pattern[str]
    """Such words with a comma."""
    action: re.Pattern[str]
    """A deed that is asked for."""
    completing: re.Pattern[str]
    """Behind a deed of one syllable: it is whole."""
    no_deed: re.Pattern[str]
    """Words that start as a deed and are none."""
    action_firsts: frozenset[str]
    """First words of deeds: what starts with none of them is no deed."""
    past: re.Pattern[str]
    """A deed that is done or goes on."""
    demand: re.Pattern[str]
    """What stands between who is to do it and the deed."""
    class_words: re.Pattern[str]
    """Words that single out a class of bodies before a demand."""
    chain: re.Pattern[str]
    """What may stand between the first of several who are to do it and the deed."""
    also: re.Pattern[str]
    """What may stand between who is to do it and the deed besides a demand."""
    over: re.Pattern[str]
    """Behind a deed: it is done, "bàn giao xong"."""
    done: re.Pattern[str]
    """What stands between who has done it and the deed."""
    fact: re.Pattern[str]
    """Anywhere: the sentence tells what is or was."""
    clause: re.Pattern[str]
    """A semicolon and white space before a clause with a task of its own, in the text as written; searched."""
    going_on: str
    """Between what somebody has done and what is still to be done with it."""
    aim: Opening
    """The start of a sentence that names a goal before it says what is done for it; the goal is its group."""
    plan: re.Pattern[str]
    """What stands between who means to do it and the deed."""
    foretells: re.Pattern[str]
    """Behind a verb that plans: what will be so by itself."""
    agrees: re.Pattern[str]
    """The start of a sentence that agrees with what was put up, and asks for nothing."""
    apposed: Opening
    """Between who means to do it and the verb: what they are, between dashes or commas."""
    before_plan: re.Pattern[str]
    """The end of who plans: words that stand before the verb."""
    goal: Opening
    """The start of a sentence that tells a goal."""
    apart: tuple[str, ...]
    """Starts of a sentence that set somebody apart from the others."""
    each: tuple[str, ...]
    """Behind a verb of ordering: to whom each something is handed."""
    same_time: tuple[str, ...]
    """Starts of a clause that has the time of the one before."""
    scheduled: frozenset[str]
    """Starts of a sentence, of goals, behind which who acts by when is planned: "theo kế hoạch"."""
    of_whom: re.Pattern[str]
    """Between a goal and whose it is."""
    of_us: re.Pattern[str]
    """Between a goal and what it is, where it is the speaker's: "của chúng tôi là"."""
    ahead: Opening
    """The start of a sentence that tells of a time ahead, with whoever plans as a common noun.

    The groups are that noun with the words behind it, and these words.
    """
    asked_firsts: frozenset[str]
    """First words of demands, deeds and grounds: what starts with none of them asks nothing."""
    must: re.Pattern[str]
    """Behind what may be a deed: it is none, but belongs to the name of who is to do it."""
    aside: re.Pattern[str]
    """The start of a clause that tells more of the one before."""
    grounds: re.Pattern[str]
    """Between who is to do it and the deed: what it is done by, or after."""
    given: re.Pattern[str]
    """The start of a sentence that says first what a deed is done by, or by when."""
    compounds: frozenset[str]
    """Words of two syllables whose second is a deed elsewhere."""
    told_deed: re.Pattern[str]
    """Behind somebody in a list of tasks: a word that is not of what is, was or is had."""
    matter: re.Pattern[str]
    """What an order is about, before who is to carry it out."""
    regular: re.Pattern[str]
    """A time that comes again, anywhere."""
    no_item: re.Pattern[str]
    """What starts an item of a list that asks for no deed: it names what is to be told."""
    concerning: Opening
    """The start of a sentence that names first whom it concerns."""
    goal_words: tuple[str, ...]
    """Words that tell a goal by themselves."""
    reached: tuple[str, ...]
    """Before a goal's word these only measure what was reached by it: "95% mục tiêu", "trong khi mục tiêu …"."""
    contrasts: frozenset[str]
    """What sets a demand at the start of a sentence against what was said before."""
    requests: frozenset[str]
    """Verbs that order where one speaks with authority, and propose where not."""
    put_up: frozenset[str]
    """Verbs that propose to another, and never order."""
    proposals: frozenset[str]
    """Verbs that propose to another."""
    orders: re.Pattern[str]
    """A verb that hands the deed on to whom it names."""
    no_orders: tuple[str, ...]
    """What starts as an order does and names somebody's work: "công tác chỉ đạo, điều hành"."""
    leads: frozenset[str]
    """Verbs of ordering that are a deed themselves."""
    enacts: Opening
    """The start of an article that says what is enacted, and orders nothing."""
    due: frozenset[str]
    """Words before a date by which something is to be done."""
    nominals: tuple[str, ...]
    """Right before what may be a deed these make it a noun."""
    noun_after: re.Pattern[str]
    """Behind a deed that is asked for: it is a noun."""
    reports: frozenset[str]
    """Those of them that tell what somebody does, unless one speaks with authority."""
    wants: frozenset[str]
    """Verbs of ordering that need no deed that is known behind one who speaks with authority."""
    speaker_ends: re.Pattern[str]
    """Such a one at the end of what is searched, with their name."""
    duty: Opening
    """Before whose duty something is."""
    charged: re.Pattern[str]
    """Between them and the deed."""
    adverbs: frozenset[str]
    """Words before a deed that are no part of who is to do it."""
    sent: re.Pattern[str]
    """Before to whom a letter is sent."""
    ahead_plans: frozenset[str]
    """Verbs that plan, right before a deed and its time."""
    results: frozenset[str]
    """Demands that behind what is told only say what comes of it."""
    starting: re.Pattern[str]
    """From when on something is done, before its figures; searched."""
    turned: tuple[str, ...]
    """What stands between what is told and what is still to be done, with its comma before and a space behind."""
    source: re.Pattern[str]
    """Before the text by which something is to be so."""
    assuring: tuple[str, ...]
    """What stands before the time by which something is to be so, with a space behind."""
    turning: tuple[str, ...]
    """What a plan starts with that goes on from another one, with a space behind."""
    pledged_so: tuple[str, ...]
    """How what somebody promises starts."""
    pledging: frozenset[str]
    """Verbs that only somebody can do: a thing pledges nothing."""
    with_deed: frozenset[str]
    """Verbs that plan only right before a deed."""
    expects: frozenset[str]
    """Verbs that only expect something, unless somebody is to do it or it is said by when."""
    advises: Opening
    """A demand that may be advice."""
    behalf: Opening
    """For whom somebody speaks who is named behind a comma, at the start of a sentence."""
    pledge: Opening
    """The pronoun of a person at the start of a sentence, and that they promise something."""
    saying: re.Pattern[str]
    """What a speaker does before what they say, anywhere."""
    by_year: re.Pattern[str]
    """The start of a sentence that names the year by which something is to be."""
    background: Opening
    """The start of a sentence that tells how things stand."""
    rules: Opening
    """The start of a sentence that tells what the law says of anybody."""
    occasion: Opening
    """The start of a sentence that tells when something is to be done: while it goes on, or if something happens."""
    scene: re.Pattern[str]
    """The start of a sentence that tells where something was said or done."""
    timed: Opening
    """A time at the start of a sentence, with its comma."""
    framed: re.Pattern[str]
    """What is done by, for or where, at the start of a sentence, with its comma."""
    proposing: re.Pattern[str]
    """A verb that proposes to another."""
    by_then: re.Pattern[str]
    """Behind a time: how much is to be reached by then."""
    reach: re.Pattern[str]
    """Behind a demand: a figure that is to be reached."""
    follows: Opening
    """The start of a sentence that gives the deadline of the one before it."""


def _opening(pattern: str) -> Opening:
    return Opening(re.compile(pattern))


@cache
def task_words() -> TaskWords:
    """Return the words of config/tasks.toml."""
    rows = table("tasks")
    cues, words, who = rows["cues"], rows["words"], rows["assignees"]
    kinds: dict[str, CueKind] = {}
    named: tuple[tuple[CueKind, str], ...] = (
        ("order", "orders"),
        ("demand", "demands"),
        ("plan", "plans"),
        ("due", "due"),
        ("due", "ahead"),
        ("due", "by"),
        ("done", "fulfils"),
    )
    for kind, key in named:
        for cue in cues[key]:
            kinds.setdefault(spelling(cue), kind)
    for words_of_none in cues["no_orders"]:
        kinds.setdefault(spelling(words_of_none), "order")
    for opener in who["openers"]:
        kinds.setdefault(spelling(opener), "many")
    numbers = r"\(?\d{1,2}(?:\.\d{1,2})*[.)]\s|\d{1,2}-\s"
    marks = rf"(?:[-–•*+]\s?|điều \d{{1,3}}\.\s|{numbers}|[a-zđ][.)]\s|\((?:[a-zđ]|[ivx]{{1,4}})\)\s)?"
    connectors = rf"(?:(?:{spelled(words['connectors'])})(?!\w),? ?)"
    with_deed = spelled(words["with_deed"])
    return TaskWords(
        automaton=ahocorasick_rs.BytesAhoCorasick(
            [searchable(cue)[1:] for cue in kinds],
            ahocorasick_rs.MatchKind.LeftmostLongest,
            implementation=ahocorasick_rs.Implementation.DFA,
        ),
        kinds=tuple(kinds.values()),
        retracts=tuple(f" {spelling(word)}" for word in words["not_before"]),
        not_behind=re.compile(rf" (?:(?:{spelled(words['not_behind'])})(?!\w)|\d)"),
        forced=re.compile(rf" (?:{spelled(words['forced'])})(?!\w)"),
        spoken_of=_opening(rf"(?:{spelled(words['spoken_of'])})(?! (?:{spelled(words['not_spoken_of'])})(?!\w))(?!\w)"),
        by_cues=frozenset(map(spelling, cues["by"])),
        once=_opening(rf"[“\"]?(?:{spelled(words['once'])})(?!\w)"),
        urged=re.compile(rf" (?:{spelled(words['urged'])})(?!\w)"),
        denied=tuple(f" {spelling(word)}" for word in words["denied"]),
        noun_before=tuple(f" {spelling(word)}" for word in words["nouns_before"]),
        speaker=re.compile(rf"{spelled_whole(words['speakers'])}\b"),
        us=frozenset(map(spelling, words["us"])),
        says=re.compile(rf"{spelled_whole(words['says'])}\b"),
        lead=re.compile(rf"{marks}{connectors}{{0,2}}"),
        connector=re.compile(rf"{marks}{connectors}"),
        action=re.compile(rf"(?:{spelled(words['actions'])})(?!\w)"),
        completing=re.compile(rf" (?:{spelled(words['completing'])})(?!\w)"),
        no_deed=re.compile(rf"(?:{spelled(words['no_actions'])})(?!\w)"),
        action_firsts=frozenset(spelling(word).split()[0] for word in words["actions"]),
        past=re.compile(rf"(?: {spelled(words['past'])}|{spelled_whole(words['past'])})(?!\w)"),
        demand=re.compile(rf"(?: (?:{spelled(words['still'])}))*,? (?:{spelled(cues['demands'])})(?!\w)"),
        class_words=re.compile(rf"(?: [^\W\d_]+){{1,4}}?(?=,? (?:{spelled(cues['demands'])})(?!\w))"),
        chain=re.compile(
            r"(?:(?:,| và|,? cùng|,? phối hợp(?: với)?) [^;:.()\n]{2,90}?|(?: [^\W\d_]+){1,4}?)??"
            rf"(?=,? (?:{spelled(words['actions'])})(?!\w)),?"
        ),
        also=re.compile(rf"(?:, (?:{spelled(words['when'])}) [^,;:.()]{{2,40}},)? (?:(?:{spelled(words['also'])}) )*"),
        over=re.compile(rf" (?:{spelled(words['over'])})(?!\w)"),
        done=re.compile(r",? đã (?:cơ bản )?"),
        fact=re.compile(
            rf" (?:{spelled(words['facts'])})(?!\w)"
            rf"(?! (?:{spelled(words['set'])})(?!\w)| được (?:[^,;.]{{1,40}} )?(?:{spelled(words['settled'])})(?!\w))"
        ),
        clause=re.compile(rf";\s+(?=[{UPPER}]|(?:{'|'.join(words['clauses'])})(?!\w))"),
        going_on=spelling(words["going_on"]),
        aim=_opening(rf"(?:{spelled(words['for_goal'])}) ({spelled(words['goals'])})"),
        plan=re.compile(
            rf"(?: (?:{spelled(words['before_plan'])}))*(?: (?:{spelled(words['saying'])}))?"
            rf"(?: (?:{spelled(words['before_plan'])}))*"
            rf",? (?!(?:{with_deed}) (?!(?:{spelled(words['actions'])})(?!\w)))(?:{spelled(cues['plans'])})(?!\w)"
        ),
        foretells=re.compile(rf" (?:{spelled(words['foretells'])})(?!\w)"),
        agrees=re.compile(rf"(?:{spelled(words['agrees'])})(?!\w)"),
        apposed=_opening(
            r"(?: [-–] [^,;:.()\n]{2,80}?|, [^,;:.()\n]{2,60},)"
            rf"(?=,? (?!(?:{with_deed})(?!\w))(?:{spelled(cues['plans'])})(?!\w))"
        ),
        before_plan=re.compile(rf"(?: (?:{spelled(words['before_plan'])}))+\Z"),
        goal=_opening(
            rf"(?:(?:{spelled(cues['spans'])}) [\divx/.-]+ ?[-–]? ?\d*,? )?(?:{spelled(cues['goals'])})(?!\w)"
        ),
        apart=tuple(f"{spelling(word)} " for word in words["apart"]),
        each=tuple(f" {spelling(word)} " for word in words["each"]),
        same_time=tuple(f"{spelling(word)}, " for word in words["same_time"]),
        scheduled=frozenset(map(spelling, words["scheduled"])),
        of_whom=re.compile(r"(?: [^\W\d_]+){0,6}? của "),
        of_us=re.compile(rf"(?: [^\W\d_]+){{0,6}}? của (?:{spelled(who['we'])})(?: [^\W\d_]+){{0,4}}? là "),
        ahead=_opening(
            rf"(?:{spelled(cues['ahead'])})(?: 20\d\d)?,? "
            rf"(?:((?:{spelled(who['common'])})((?: [^\W\d]+){{0,3}}?)),? )?"
            rf"(?:(?:{spelled(words['ahead_musts'])}) )?(?=(?:{spelled(words['actions'])})(?!\w))"
        ),
        asked_firsts=frozenset(
            spelling(word).split()[0]
            for word in (*words["actions"], *cues["demands"], *words["still"], *words["grounds"])
        ),
        must=re.compile(rf" (?:{spelled(words['musts'])})(?!\w)"),
        aside=re.compile(rf"(?:{spelled(words['asides'])})(?!\w)"),
        grounds=re.compile(rf"(?:{spelled(words['grounds'])})(?!\w)"),
        given=re.compile(
            rf"(?:(?:{spelled([*words['grounds'], *words['when'], *cues['spans']])}) [^;:.\n]{{2,120}}?[,:]"
            rf"|(?:{spelled([*words['concerning'], *words['occasions']])}) [^;:.\n]{{2,120}}?,)"
            rf" (?=(?:{spelled(words['actions'])})(?!\w))"
        ),
        compounds=frozenset(map(spelling, words["compounds"])),
        told_deed=re.compile(rf" (?!(?:{spelled([*words['past'], *words['is']])})(?!\w))[^\W\d_]"),
        matter=re.compile(rf"(?:{spelled(words['matters'])}) (?:[^;:.()\n]{{2,120}}: |[^,;:.()\n]{{2,60}}, )"),
        regular=re.compile(rf"(?:{spelled(rows['deadlines']['regular'])})(?!\w)"),
        no_item=re.compile(rf"(?:{spelled(words['no_items'])})(?!\w)"),
        concerning=_opening(rf"(?:{spelled(words['concerning'])}) "),
        goal_words=tuple(map(spelling, [*words["goals"], *words["strives"]])),
        reached=tuple(f"{spelling(word)} " if word[-1].isalpha() else word for word in words["reached"]),
        contrasts=frozenset(map(spelling, words["contrasts"])),
        requests=frozenset(map(spelling, cues["requests"])),
        put_up=frozenset(map(spelling, cues["proposals"])) - frozenset(map(spelling, cues["requests"])),
        proposals=frozenset(map(spelling, cues["proposals"])),
        orders=re.compile(rf"(?:{spelled(cue for cue in cues['orders'] if cue not in cues['leads'])})(?!\w)"),
        leads=frozenset(map(spelling, cues["leads"])),
        no_orders=tuple(map(spelling, cues["no_orders"])),
        enacts=_opening(rf"điều \d{{1,3}}[.:] (?:{spelled(words['enacts'])})(?!\w)"),
        due=frozenset(map(spelling, cues["due"])),
        nominals=tuple(f" {spelling(word)}" for word in words["nominals"]),
        noun_after=re.compile(rf" (?:{spelled(words['nouns_after'])})(?!\w)"),
        reports=frozenset(map(spelling, cues["reports"])),
        wants=frozenset(map(spelling, cues["wants"])),
        speaker_ends=re.compile(rf"{spelled_whole(words['speakers'])}(?: [^\W\d_]+){{0,6}} \Z"),
        duty=_opening(rf"(?:{spelled(words['duties'])}) "),
        charged=re.compile(r"(?: là|:) "),
        adverbs=frozenset(map(spelling, words["adverbs"])),
        sent=re.compile(rf" (?:{spelled(words['sent'])}) "),
        ahead_plans=frozenset(map(spelling, words["ahead_plans"])),
        results=frozenset(map(spelling, cues["results"])),
        starting=re.compile(rf"{spelled_whole(words['starting'])} \d"),
        turned=tuple(f", {spelling(word)} " for word in words["turned"]),
        source=re.compile(rf"(?:{spelled(words['source'])}) "),
        assuring=tuple(f"{spelling(word)} " for word in words["assuring"]),
        turning=tuple(f"{spelling(word)} " for word in words["ahead_plans"]),
        pledged_so=tuple(f"{spelling(word)} " for word in words["pledging"]),
        pledging=frozenset(map(spelling, words["pledging"])),
        with_deed=frozenset(map(spelling, words["with_deed"])),
        expects=frozenset(map(spelling, words["expects"])),
        advises=_opening(rf"(?:{spelled(words['advises'])})(?!\w)"),
        behalf=_opening(rf"(?:{spelled(words['behalf'])}) "),
        pledge=_opening(
            rf"((?:{spelled(who['pronouns'])}) (?:{spelled(words['pledges'])}))(?!\w)(?:[^.;:]{{0,40}}? sẽ(?!\w))?"
        ),
        saying=re.compile(rf" (?:{spelled(words['saying'])})(?: rằng)?[,:]? "),
        by_year=re.compile(r"(?:đến|tới) (?:hết |cuối )?năm 20\d\d, "),
        background=_opening(rf"(?:{spelled(words['background'])})(?!\w)"),
        rules=_opening(rf"(?:{spelled(words['rules'])})(?!\w)"),
        occasion=_opening(rf"(?:{spelled(words['occasions'])})(?!\w)"),
        scene=re.compile(rf"(?:{spelled(words['scenes'])})(?!\w)"),
        timed=_opening(rf"(?:{spelled([*words['when'], *cues['spans'], *words['later']])}) [^,;:.\n]{{2,80}}, "),
        framed=re.compile(
            rf"(?!(?:{spelled(words['rules'])})(?!\w))(?:{spelled(words['frames'])}) [^;:.\n]{{2,120}}, "
        ),
        proposing=re.compile(rf"(?:{spelled(cues['proposals'])})(?!\w)"),
        by_then=re.compile(rf" (?:{spelled(words['reaches'])}) (?:[^\W\d_]+ ){{0,3}}\d"),
        reach=re.compile(r" đạt (?:[^\W\d_]+ ){0,3}\d"),
        follows=_opening(rf"\(?(?:{spelled(rows['deadlines']['follows'])})(?!\w)"),
    )
