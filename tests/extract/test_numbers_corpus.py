"""The specification of numbers: tests/corpus/numbers_*.toml, each text alone, in sentences and in brackets."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tomli

from dxtui.extract import numbers, statements
from dxtui.model import Number
from dxtui.text.normal import normalise

CORPUS = Path(__file__).parent.parent / "corpus"
CARRIERS = ("{}", "{}.", "Theo báo cáo, {}.", "Kết quả ({}) được công bố.", "- {};", "“{}”, ông nói.")
ANCHOR = "2023-12-28"
TABLES = ("values", "units", "qualifiers", "roles", "periods", "subjects", "classes")


def table(name: str) -> dict[str, Any]:
    return tomli.loads((CORPUS / f"numbers_{name}.toml").read_text(encoding="utf-8"))


def cases(name: str) -> Iterator[Any]:
    for at, case in enumerate(table(name)["case"]):
        expected = {key: value for key, value in case.items() if key != "texts"}
        yield pytest.param(case["texts"], expected, id=f"{name}{at}: {case['texts'][0]}")


def read(text: str) -> tuple[Number, ...]:
    return numbers.find(text, statements.find(text), ANCHOR)


def facts(number: Number) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": number.kind}
    if number.figure is not None:
        figure = number.figure
        for key in ("unit", "counted", "qualifier", "role", "direction", "period", "baseline", "per", "subject"):
            found[key] = getattr(figure, key) or ""
        found["value"], found["of"], found["to"] = figure.value, figure.of, figure.to
    return found


def check(marked: str, expected: dict[str, Any]) -> None:
    for carrier in CARRIERS:
        text = normalise(carrier.format(marked))
        start = text.index("«")
        end = text.index("»") - 1
        text = re.sub("[«»]", "", text)
        spans = {(number.start, number.end): number for number in read(text)}
        assert (start, end) in spans, f"{text!r}: {[text[a:b] for a, b in spans]}"
        found = facts(spans[start, end])
        for key, value in {"kind": "figure", **expected}.items():
            wanted = Decimal(value) if key in ("value", "of", "to") else value
            assert found.get(key) == wanted, f"{text!r}: {key} is {found.get(key)!r}, not {wanted!r}"


@pytest.mark.parametrize(("texts", "expected"), [case for name in TABLES for case in cases(name)])
def test_reads(texts: list[str], expected: dict[str, Any]) -> None:
    wrong = []
    for text in texts:  # Of each it is told what is wrong: a test of its own takes longer than it takes to read one.
        try:
            check(text, expected)
        except AssertionError as error:
            wrong.append(str(error))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("text", table("silent")["texts"])
def test_stays_silent(text: str) -> None:
    for carrier in CARRIERS:
        whole = carrier.format(text)
        assert read(whole) == (), whole


@pytest.mark.xfail(raises=AssertionError, reason="a known gap")
@pytest.mark.parametrize(
    ("text", "expected"), [(text, *rest) for texts, *rest in (case.values for case in cases("gaps")) for text in texts]
)
def test_known_gaps(text: str, expected: dict[str, Any]) -> None:
    if expected.get("kind") == "silent":
        assert read(text) == ()
    else:
        check(text, expected)
