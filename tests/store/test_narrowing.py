"""Lists narrowed to a document or an entity: the same from memory and from disk, and just what the texts hold."""

import pytest
from tests.store.conftest import MOST, Shelf

from dxtui.explorer import Explorer
from dxtui.model.narrowing import ByDocument, ByEntity, Narrowing
from dxtui.store.corpus import in_memory


@pytest.fixture
def explorers(shelf: Shelf) -> list[Explorer]:
    for at, text in enumerate(shelf.texts(12)):
        shelf.put(f"{at:02}.txt", text)
    shelf.bring_up()
    return [Explorer(in_memory([shelf.files], MOST)), shelf.open()]


def test_a_document_leaves_what_its_reading_has(explorers: list[Explorer]) -> None:
    for explorer in explorers:
        for document in list(explorer.documents)[::5]:
            reading = explorer.reading(document.id)
            view = explorer.view("", Narrowing((ByDocument(document.id),)))
            assert [row.place.start for row in view.statements] == [s.start for s in reading.statements]
            assert [row.number for row in view.figures] == [n for n in reading.numbers if n.figure is not None]
            assert sorted(row.place.start for row in view.tasks) == [t.start for t in reading.tasks]
            assert sum(len(row.mentions) for row in view.entities) == len(reading.mentions)
            assert len(view.documents) == len(explorer.documents)


def test_an_entity_leaves_the_statements_that_name_it(explorers: list[Explorer]) -> None:
    for explorer in explorers:
        for entity in list(explorer.everything.entities)[:6]:
            one = ByEntity(entity.canonical, entity.type)
            view = explorer.view("", Narrowing((one,)))
            named = {(m.place.document.id, m.place.statement.start) for m in entity.mentions if m.place.statement}
            assert {(row.place.document.id, row.place.start) for row in view.statements} == named
            assert len(view.documents) == entity.documents
            document = entity.mentions[0].place.document.id
            both = explorer.view("", Narrowing((one, ByDocument(document))))
            assert {(d, s) for d, s in named if d == document} == {
                (row.place.document.id, row.place.start) for row in both.statements
            }
            assert len(both.documents) == entity.documents


@pytest.mark.parametrize("query", ["", "ho so", "unit:% value:>10", "2023", '"'])
def test_a_narrowed_answer_is_the_part_of_the_wide_one(explorers: list[Explorer], query: str) -> None:
    for explorer in explorers:
        entity = explorer.everything.entities[0]
        one = ByEntity(entity.canonical, entity.type)
        named = {(m.place.document.id, m.place.statement.start) for m in entity.mentions if m.place.statement}
        wide, view = explorer.view(query), explorer.view(query, Narrowing((one,)))
        assert not wide.capped
        expected = {row.id for row in wide.statements if (row.place.document.id, row.place.start) in named}
        assert {row.id for row in view.statements} == expected


def test_what_is_not_there_leaves_nothing_and_a_name_is_no_query(explorers: list[Explorer]) -> None:
    for explorer in explorers:
        for part in (ByDocument("nothing"), ByEntity('" OR 1', "place"), ByEntity("doc:x", "law")):
            view = explorer.view("", Narrowing((part,)))
            assert (len(view.statements), len(view.figures), len(view.tasks)) == (0, 0, 0)
