"""Words, amounts, keys of input methods and names of units: the small parts that search is made of."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxtui.search.amounts import amounts, number, written
from dxtui.search.keys import decoded, with_tone
from dxtui.search.prepared import APART, BETWEEN, prepare
from dxtui.search.words import WORD, spell


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chuyeenr", "chuyển"),
        ("chuyener", "chuyển"),
        ("ddooir", "đổi"),
        ("ddoir", "đỏi"),
        ("dduwowngf", "đường"),
        ("dduowngf", "đường"),
        ("ddwowngf", "đường"),
        ("nguwowif", "người"),
        ("quoocs", "quốc"),
        ("giaf", "già"),
        ("nghieepj", "nghiệp"),
        ("tieengs", "tiếng"),
        ("muaw", "mưa"),
        ("Vieetj", "việt"),
        ("chuye6n3", "chuyển"),
        ("d9o6i3", "đổi"),
        ("d9u7o7ng2", "đường"),
        ("duong72", "dường"),
        ("ngu7o7i2", "người"),
        ("qu1y", "quý"),
        ("tie61ng", "tiếng"),
        ("so", None),
        ("công", None),
        ("google", None),
        ("5g", None),
        ("4912994", None),
        ("123", None),
        ("www", None),
        ("", None),
    ],
)
def test_keys_of_an_input_method(typed: str, meant: str | None) -> None:
    found = decoded(typed)
    assert (found and spell(found)) == (meant and spell(meant))


@given(st.text(alphabet="abcdeghiklmnopqrstuvxyfwjz0123456789", max_size=20))
def test_keys_give_a_word_with_marks_or_nothing(typed: str) -> None:
    found = decoded(typed)
    assert found is None or (spell(found).marked and WORD.fullmatch(found))


def test_the_tone_stands_where_it_is_written() -> None:
    assert [with_tone(*word) for word in (("hoa", "\u0300"), ("toan", "\u0301"), ("gi", "\u0300"))] == [
        "hòa",
        "toán",
        "gì",
    ]
    assert with_tone("google", "") == "google"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,3 tỷ đồng", ["1300000000"]),
        ("1300 triệu", ["1300000000"]),
        ("1.300.000.000", ["1300000000"]),
        ("1,300,000,000", ["1300000000"]),
        ("2 nghìn tỷ", ["2000000000000"]),
        ("4.5 triệu", ["4500000"]),
        ("43,50%", ["43.5"]),
        ("1,3tỷ", ["1300000000"]),
        ("1,3 tỉ", ["1300000000"]),
        ("5 tỷ lệ", ["5"]),
        ("28/12/2023", ["28", "12", "2023"]),
        ("007", ["7"]),
        ("1.2.3", []),
        ("a1b", []),
        ("không số", []),
    ],
)
def test_amounts(text: str, values: list[str]) -> None:
    assert [value for _, _, value in amounts(text)] == values


@given(st.decimals(min_value=0, max_value=10**15, places=3))
def test_an_amount_is_written_in_one_way(value: Decimal) -> None:
    assert Decimal(written(value)) == value
    assert written(value) == written(value.normalize())
    assert number(written(value).replace(".", ",")) == value


@given(st.text(max_size=80))
def test_what_is_prepared_has_a_folded_and_a_spelt_form_for_each_word(text: str) -> None:
    prepared = prepare(text)
    folded = prepared.folded.split()
    assert prepared.lengths == (len(folded),) == (len(prepared.spelt.split()),)
    assert prepared.pairs == " ".join(BETWEEN.join(pair) for pair in pairwise(folded))
    assert folded == [spell(word).folded for word in WORD.findall(text.lower())]
    assert prepare(text) == prepared


@given(st.lists(st.text("aáB1 .,%-\0\n", max_size=20), min_size=1, max_size=5))
def test_texts_that_are_prepared_together_come_out_as_each_alone(texts: list[str]) -> None:
    *columns, lengths = prepare(*texts)
    *alone, counts = zip(*map(prepare, texts), strict=True)
    assert [[one.split() for one in column.split(APART)] for column in columns] == [
        [one.split() for one in column] for column in alone
    ]
    assert [(length,) for length in lengths] == list(counts)
