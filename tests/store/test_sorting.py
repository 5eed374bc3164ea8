"""Figures in the order of a column: the same from memory and from disk, units apart, equal ones as they were."""

from decimal import Decimal
from itertools import groupby

import pytest
from tests.store.conftest import MOST, Shelf

from dxtui.explorer import Explorer
from dxtui.model.narrowing import ByDocument, Narrowing
from dxtui.model.sorting import FIGURE_SORTS, Sort
from dxtui.store.corpus import in_memory


@pytest.fixture
def explorers(shelf: Shelf) -> list[Explorer]:
    for at, text in enumerate(shelf.texts(8)):
        shelf.put(f"{at:02}.txt", text)
    shelf.put("units.txt", "Chi 5 triệu đồng.\n\nĐạt 7%.\n\nChi 2 tỷ đồng.\n\nĐạt 43,5%.\n\nChi 900 nghìn đồng.\n")
    shelf.bring_up()
    return [Explorer(in_memory([shelf.files], MOST)), shelf.open()]


def ids(explorer: Explorer, query: str, sort: Sort | None) -> list[str]:
    return [row.id for row in explorer.view(query, sort=sort).figures]


@pytest.mark.parametrize("by", FIGURE_SORTS)
@pytest.mark.parametrize("query", ["", "ho so", "unit:%"])
def test_every_order_has_the_same_rows_in_memory_and_on_disk(explorers: list[Explorer], by: str, query: str) -> None:
    for backward in (False, True):
        first, second = (ids(explorer, query, Sort(by, backward)) for explorer in explorers)
        assert first == second
        assert sorted(first) == sorted(ids(explorers[0], query, None))


@pytest.mark.parametrize("backward", [False, True])
def test_values_of_one_unit_stand_together_by_their_size(explorers: list[Explorer], backward: bool) -> None:
    for explorer in explorers:
        (document,) = [one.id for one in explorer.documents if one.path.name == "units.txt"]
        view = explorer.view("", Narrowing((ByDocument(document),)), Sort("value", backward))
        rows = [row.number.figure for row in view.figures if row.number.figure]
        runs = [[(unit, one.value) for one in run] for unit, run in groupby(rows, lambda one: one.unit == "%")]
        assert len(runs) == 2, "percentages and money do not mix"
        values = [value for run in runs for percent, value in run if percent]
        assert values == sorted([Decimal("7"), Decimal("43.5")], reverse=backward)
        money = [value for run in runs for percent, value in run if not percent]
        assert money == sorted(money, reverse=backward)
        assert len(money) == 3


def test_what_is_equal_stays_as_it_was(explorers: list[Explorer]) -> None:
    for explorer in explorers:
        plain = {row.id: at for at, row in enumerate(explorer.view().figures)}
        for backward in (False, True):
            rows = explorer.view("", sort=Sort("role", backward)).figures
            for _, run in groupby(rows, lambda row: (row.number.figure.role, row.number.figure.direction)):
                places = [plain[row.id] for row in run]
                assert places == sorted(places)
