"""How a figure is worded for a reader, in every front end: in the document's own words, and nothing said twice."""

import re
from decimal import Decimal
from functools import cache
from itertools import product
from typing import NamedTuple

from dxtui.lexicon.after import afters
from dxtui.lexicon.before import befores
from dxtui.lexicon.qualifiers import behind
from dxtui.lexicon.tables import table
from dxtui.model.number import Figure
from dxtui.model.rows import FigureRow

_SIGNS = {"exact": "", "about": "≈", "over": ">", "under": "<", "at_least": "≥", "at_most": "≤"}
_ARROWS = {"up": "↑", "down": "↓", None: ""}

_AROUND = 60
"""Code points of the sentence that are looked at on either side of a figure."""

_LONGEST_LEAD = 24
"""Code points of the words before a figure that are shown with it; a sign stands for longer ones."""

_UNITS = ("money", "duration", "share", "measure", "multiple")
_PLAIN = {ord(space): " " for space in "\t\n\u00a0"}
_DIGITS = re.compile(r"\d+(?:[.,\u00a0 ]\d+)*")


class Worded(NamedTuple):
    """A figure in words, each part on one line and perhaps empty."""

    amount: str
    """The number with the words that open or change it and its unit: "gần 80%", "tăng khoảng 4,2 lần", "1.205 tỷ"."""
    measured: str
    """What is measured; a unit that these words begin with is not in `amount`."""
    role: str
    """What it says of that: "change", "multiple", "rank" or "target"; "" for a level."""


def worded(row: FigureRow) -> Worded:
    """Return how a reader is told the figure of `row`."""
    figure, place = row.number.figure, row.place
    if figure is None:
        return Worded(_line(place.surface), "", "")
    first = place.statement.start if place.statement else 0
    before = place.document.slice(max(first, place.start - _AROUND), place.start)
    after = place.document.slice(place.end, place.end + _AROUND)
    lead = _lead(before, figure)
    unit, bound = _unit(figure, place.surface, after, lead.unit)
    sign = "" if lead.opens or bound else _SIGNS[figure.qualifier]
    subject = "" if figure.subject == figure.counted else figure.subject or ""
    measured = subject or figure.counted or ""
    if figure.counted and unit and figure.unit != unit and figure.counted.lower().startswith(unit.lower()):
        unit, measured = figure.counted, subject
    if not measured:
        measured = _words_before(before[: len(before) - lead.length], full=place.start - first > _AROUND)
    elif _begins(measured, unit):
        unit = ""
    if figure.per and unit:
        unit = f"{unit}/{figure.per}"
    number = _line(place.surface) + scale(place.surface, figure)
    amount = _line(f"{lead.words} {sign} {number} {unit} {bound}")
    return Worded(amount, _line(measured), "" if figure.role == "level" else figure.role)


def scale(surface: str, figure: Figure) -> str:
    """Return what `surface` leaves out of the value of `figure`, as text to put behind it; "" where it says all.

    The magnitude of a cell in a table stands in its header, that of the first of two figures behind the second.

    >>> scale("1.205", Figure(Decimal("1205000000000"))), scale("7,5 tỷ", Figure(Decimal("7500000000")))
    (' tỷ', '')
    """
    found = _DIGITS.search(surface)
    if found is None or figure.of is not None or not figure.value or re.search(r"[^\W\d_]", surface):
        return ""
    factors = [abs(figure.value) / said for said in _readings(found[0]) if said]
    if not factors or 1 in factors:
        return ""
    power = next((factor for factor in factors if factor > 1 and _exponent(factor)), None)
    if power is None:
        return ""
    name = _magnitudes().get(power)
    return f" {name}" if name else f" (×10{str(_exponent(power)).translate(_RAISED)})"


_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def _readings(digits: str) -> list[Decimal]:
    """Return what digits with separators may be worth, the likeliest first: groups of three, or a fraction last."""
    parts = re.split(r"\D", digits)
    whole = Decimal("".join(parts))
    if len(parts) == 1:
        return [whole]
    fraction = Decimal("".join(parts[:-1]) + "." + parts[-1])
    return [whole, fraction] if len(parts[-1]) == 3 and len(set(re.findall(r"\D", digits))) == 1 else [fraction]


def _exponent(factor: Decimal) -> int:
    """Return n where `factor` is 10ⁿ, else 0."""
    digits = factor.normalize().as_tuple()
    return int(digits.exponent) if digits.digits == (1,) else 0


@cache
def _magnitudes() -> dict[Decimal, str]:
    """Return the word for each magnitude, or two: "nghìn tỷ"."""
    # Vietnamese ones, which all carry marks; the table has English ones too.
    words = [(Decimal(value), word) for word, value in table("numerals")["magnitudes"].items() if not word.isascii()]
    names: dict[Decimal, str] = {}
    for value, word in words:
        names.setdefault(value, word)
    for (less, first), (more, second) in product(words, words):
        if less < more:
            names.setdefault(less * more, f"{first} {second}")
    return names


def written(value: Decimal) -> str:
    """Return a value as Vietnamese texts write one: with a comma before the fraction, and a word for what is large.

    >>> written(Decimal(2500000)), written(Decimal("0.5")), written(Decimal(12500)), written(Decimal("1e40"))
    ('2,5 triệu', '0,5', '12.500', '10⁴⁰')
    """
    return " ".join(part for part in _parts(value) if part)


def between(low: Decimal, high: Decimal, unit: str = "") -> str:
    """Return what lies from one value to another in words, with its unit; a word that both have is said once.

    >>> between(Decimal(1000000), Decimal(2000000), "đồng"), between(Decimal(-5), Decimal(0), "%")
    ('1 – 2 triệu đồng', '-5 – 0 %')
    """
    (first, size), (last, other) = _parts(low), _parts(high)
    begin = first if size == other or not low else f"{first} {size}".strip()
    return " ".join(part for part in (begin, "–", last, other, unit) if part)


def _parts(value: Decimal) -> tuple[str, str]:
    """Return the digits of a value and the word behind them, which may be "" ."""
    size = value.adjusted()
    if not value or -_SMALLEST <= size < _LARGEST:
        names = _magnitudes()
        power = next((one for one in _GREAT if value and abs(value) >= one and one in names), Decimal(1))
        whole, _, fraction = f"{value / power:,f}".partition(".")
        fraction = fraction.rstrip("0")
        return whole.replace(",", ".") + ("," + fraction if fraction else ""), names[power] if power > 1 else ""
    digits = f"{value.scaleb(-size).normalize():f}".replace(".", ",")
    raised = f"10{str(size).translate(_RAISED)}"
    return (raised, "") if digits == "1" else (digits, f"× {raised}")


_GREAT = tuple(Decimal(10) ** power for power in (15, 12, 9, 6))
"""What is said in a word, where there is one."""
_LARGEST = 18
"""Digits from which a power of ten is written."""
_SMALLEST = 6
"""Noughts behind the comma that are still written."""


class _Lead(NamedTuple):
    words: str
    """The words that open, change or rank the number, right before it; an arrow for a change that they do not say."""
    opens: bool
    """Whether they say its qualifier."""
    length: int
    """How many code points of the text they are."""
    unit: str
    """The unit that is written before the number, "" where none is."""


def _lead(before: str, figure: Figure) -> _Lead:
    """Return what the end of `before` says of the number that follows."""
    phrases = befores()
    back = _low(before)[::-1]
    turning = figure.role in ("change", "multiple") and figure.direction is not None
    at = taken = 0
    opened = turned = False
    unit = ""
    while found := phrases.pattern.match(back, at):
        says = phrases.of(found)
        opens = says.qualifier == figure.qualifier
        turns = turning and figure.direction in (says.change, says.multiple)
        if not unit and figure.unit and figure.unit in (says.money, says.unit):
            unit = figure.unit if says.money else found[1][::-1]
        elif opens or turns or (says.rank and figure.role == "rank"):
            taken = found.end()
            opened, turned = opened or opens, turned or turns
        elif not says.link:
            break
        at = found.end()
    words = _line(before[len(before) - taken :]) if taken else ""
    if unit and words.lower().endswith(unit.lower()):
        words = words[: -len(unit)].rstrip()
    if len(words) > _LONGEST_LEAD:
        words, taken, opened, turned = "", 0, False, False
    if turning and not turned:
        words = f"{_ARROWS[figure.direction]} {words}"
    return _Lead(words, opened, taken, unit)


def _unit(figure: Figure, surface: str, after: str, written_before: str) -> tuple[str, str]:
    """Return the unit in words, "" where `surface` ends with it, and the words behind it that make a bound."""
    low = _low(after)
    found = afters().pattern.match(low)
    code = figure.unit or ""
    known = _units().get(code, ())
    unit = code
    end = 0
    if found is not None and known and afters().of(found).code == code:
        unit, end = after[: found.end()].strip(), found.end()
    elif known and _low(surface).endswith(known):
        unit = ""
    elif written_before:
        unit = written_before
    elif known:
        unit = unit_word(code)
    elif code and not known and low.lstrip().startswith(code.lower()):
        end = len(low) - len(low.lstrip()) + len(code)
    bound = behind().pattern.match(low, end) or (behind().pattern.match(low) if end else None)
    if bound is not None and figure.qualifier != "exact" and behind().of(bound) == figure.qualifier:
        return unit, bound[1]
    if figure.unit == "×" and not end and not any(map(str.isdecimal, surface)):
        return "", ""  # "gấp đôi" says it all
    return unit, ""


def unit_word(code: str, words: str = "") -> str:
    """Return the word for the unit of a figure: `words` where they are one, else as it is mostly written.

    >>> unit_word("VND"), unit_word("USD"), unit_word("a"), unit_word("a", "tuổi")
    ('đồng', 'USD', 'năm', 'tuổi')
    """
    known = _units().get(code, ())
    if words and _line(words).lower() in known:
        return _line(words)
    word = next(iter(known), code)
    return code if word == code.lower() else word


def unit_name(code: str) -> str:
    """Return how the unit of figures is written where it stands alone: "đồng" for "VND".

    One that tells ages, too, has both words: figures of one unit may be the one or the other.

    >>> unit_name("a"), unit_name("mo")
    ('năm/tuổi', 'tháng')
    """
    word = unit_word(code)
    ages = (age for age in table("units")["ages"]["words"] if age in _units().get(code, ()) and word not in age)
    return "/".join((word, *ages))


@cache
def _units() -> dict[str, tuple[str, ...]]:
    """Return how each coded unit is written, by its code."""
    units: dict[str, list[str]] = {}
    for family in _UNITS:
        for phrase, code in table("units")[family].items():
            units.setdefault(code, []).append(phrase)
    return {code: tuple(phrases) for code, phrases in units.items()}


def _words_before(before: str, *, full: bool) -> str:
    """Return the words before a figure that does not say what it measures, the first of them whole."""
    words = before.partition(" ")[2] if full else before
    return f"…{words.strip()}" if words.strip() else ""


def _begins(measured: str, unit: str) -> bool:
    return bool(unit) and re.match(rf"{re.escape(unit.lower())}(?!\w)", measured.lower()) is not None


def _low(text: str) -> str:
    """Return `text` in lower case with plain spaces for white space, of the same length."""
    low = text.lower()
    return (low if len(low) == len(text) else text).translate(_PLAIN)


def _line(text: str) -> str:
    return " ".join(text.split())
