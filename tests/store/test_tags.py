"""Fields beside words: what the text index knows of figures and names leaves out no answer."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxtui.explorer import Explorer
from dxtui.settings import Settings
from dxtui.store.filters import Sought
from dxtui.store.order import order_key
from dxtui.store.tags import Tags, of_days, of_values

ASKED = (
    "unit:% tang",
    "unit:% value:>40 ty le",
    'unit:"hồ sơ" truc tuyen',
    "value:>1000000 dong",
    "value:0..1 ty le",
    "value:<0 giam",
    "period:2023 ho so",
    "period:>2022 dich vu",
    "period:<=2024 dich vu",
    "role:change so voi",
    "role:change giam",
    "is:rank xep",
    "is:over so",
    'org:"Bộ Công an" du lieu',
    "place:ha noi",
    "law:nghi quyet",
    "class:date ngay",
    "class:figure nam",
    "deadline:<2030 hoan thanh",
    'who:"Bộ Công an" trien khai',
    "doc:2 so",
    "date:>2000 so",
    "-unit:% tang",
    "(unit:% OR tang) giam",
)


@pytest.fixture(scope="module")
def explorer() -> Explorer:
    """The shipped documents."""
    return Explorer.open([], Settings.load())


def shown(explorer: Explorer, query: str) -> tuple[object, ...]:
    """Return what the lists of statements and figures say."""
    view = explorer.view(query)
    statements = [(row.id, round(row.score, 3)) for row in view.statements]
    return statements, [(row.id, row.number) for row in view.figures], view.total, view.exact


@pytest.mark.parametrize("query", ASKED)
def test_the_record_alone_finds_the_same(query: str, explorer: Explorer, monkeypatch: pytest.MonkeyPatch) -> None:
    found = shown(explorer, query)
    monkeypatch.setattr(Sought, "having", lambda sought: [])
    assert found == shown(explorer, query)


def test_the_text_index_offers_no_other(explorer: Explorer, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[int] = []
    accept = Sought.accept

    def counted(sought: Sought, keys: list[int]) -> set[int]:
        offered.extend(keys)
        return accept(sought, keys)

    monkeypatch.setattr(Sought, "accept", counted)
    for query in ("unit:% tang", 'org:"Bộ Công an" du lieu', "role:change so voi", "class:date ngay", "is:rank xep"):
        offered.clear()
        view = explorer.view(query)
        assert 0 < len(view.statements) == len(offered), query


amounts = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40)
days = st.dates().map(date.isoformat)


def _ends(some: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, str]]:
    return st.tuples(some, some).map(lambda both: (min(both), max(both)))


@given(_ends(amounts.map(order_key)), st.one_of(st.none(), amounts.map(order_key)), st.booleans())
def test_amounts_that_touch_have_a_tag_in_common(figure: tuple[str, str], end: str | None, above: bool) -> None:
    low, high = (end, None) if above else (None, end)
    if (low is None or figure[1] >= low) and (high is None or figure[0] <= high):
        assert {*of_values(*figure)} & {*of_values(low, high)}


@given(_ends(days), _ends(days))
def test_times_that_touch_have_a_tag_in_common(told: tuple[str, str], asked: tuple[str, str]) -> None:
    tags = Tags(1)
    tags.figure(0, (None, 0, 0, None, "1", "1", *told))
    if told[1] >= asked[0] and told[0] <= asked[1]:
        assert {*tags.written()[0].split()} & {*of_days(*asked)}
        assert {*tags.written()[0].split()} & {*of_days(asked[0], None)}


def test_amounts_of_another_size_have_none() -> None:
    small, large = (order_key(Decimal(value)) for value in ("4.5", "45000"))
    assert not {*of_values(small, small)} & {*of_values(large, None)}
