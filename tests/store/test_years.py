"""A year in a query is also that of the documents that are dated in it."""

from pathlib import Path

import pytest

from dxtui.explorer import Explorer
from dxtui.settings import Settings
from dxtui.store.corpus import bring_up, in_memory, open_corpus

OLDER = "Giá cà phê nhân xô là 41.000 đồng/kg.\n"
NAMING = "Giá cà phê nhân xô năm 2021 đã lên 43.500 đồng/kg.\n"
UNDATED = "Giá cà phê nhân xô chưa bao giờ xuống dưới 30.000 đồng/kg.\n"


@pytest.fixture(params=["memory", "index"])
def explorer(request: pytest.FixtureRequest, tmp_path: Path) -> Explorer:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in {"a.txt": OLDER, "b.txt": NAMING, "c.txt": UNDATED}.items():
        (folder / name).write_text(text, encoding="utf-8")
    dates = '[documents."a.txt"]\npublished = 2021-03-02\n[documents."b.txt"]\nevent_date = 2022-05-06\n'
    (folder / "corpus.toml").write_text(dates, encoding="utf-8")
    most = Settings.load().max_bytes
    if request.param == "memory":
        return Explorer(in_memory([folder], most))
    bring_up(tmp_path / "index", [folder], most)
    return Explorer(open_corpus(tmp_path / "index"))


def found(explorer: Explorer, query: str) -> list[str]:
    """Return the statements that answer, best first."""
    return [f"{row.place.surface}\n" for row in explorer.view(query).statements]


@pytest.mark.parametrize("query", ["gia ca phe 2021", "giá cà phê năm 2021", "gia ca phe nam 2021", "2021 cà phê"])
def test_what_names_the_year_comes_before_what_is_dated_in_it(explorer: Explorer, query: str) -> None:
    assert found(explorer, query) == [NAMING, OLDER]


def test_a_year_that_no_statement_names(explorer: Explorer) -> None:
    view = explorer.view("giá cà phê 2022")
    assert found(explorer, "giá cà phê 2022") == [NAMING]
    assert view.answer.missing == ()
    assert view.matcher.why(NAMING)[-1] == "by the date of its document: 2022"
    assert view.matcher.spans(NAMING) == explorer.view("giá cà phê").matcher.spans(NAMING)


def test_a_year_of_nothing_is_told_as_missing(explorer: Explorer) -> None:
    view = explorer.view("giá cà phê 1999")
    assert len(view.statements) == 3
    assert view.answer.missing == ("1999",)


def test_alone_in_quotation_marks_or_left_out_a_year_is_only_that_of_the_text(explorer: Explorer) -> None:
    assert found(explorer, "2021") == found(explorer, "năm 2021") == [NAMING]
    assert found(explorer, 'giá cà phê "2021"') == [NAMING]
    assert set(found(explorer, "giá cà phê -2021")) == {OLDER, UNDATED}
