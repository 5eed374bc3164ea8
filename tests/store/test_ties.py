"""What answers equally well stands in one order, whatever the way an index came to what it holds."""

import random
from typing import Any

import pytest

from dxtui.store import writer

Shelf = Any

WORDS = (
    "cải",
    "cách",
    "hành",
    "chính",
    "giáo",
    "dục",
    "y",
    "tế",
    "nông",
    "nghiệp",
    "đô",
    "thị",
    "du",
    "lịch",
    "năng",
    "lượng",
)


def text(seed: int) -> str:
    """Return a document of forty statements, many of which answer a query alike."""
    chance = random.Random(seed)
    return "\n".join(f"Báo cáo {' '.join(chance.choices(WORDS, k=chance.randint(2, 5)))}." for _ in range(40)) + "\n"


def test_an_index_that_grew_says_the_same_in_the_same_order_as_one_made_anew(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_FEW", 0)
    monkeypatch.setattr(writer, "_STALE", 1)
    for at in range(20, 40):
        shelf.put(f"{at:02}.txt", text(at))
    shelf.bring_up()
    for at in range(20):  # What comes later stands before what was there.
        shelf.put(f"{at:02}.txt", text(at))
    shelf.bring_up()
    for at in (3, 25, 31):
        (shelf.files / f"{at:02}.txt").unlink()
    shelf.put("22.txt", text(99))
    (shelf.files / "30.txt").rename(shelf.files / "00a.txt")
    shelf.bring_up()
    grown, anew = shelf.open(), shelf.open_anew()
    assert len(grown.everything.statements) > 1400
    for query in ("báo cáo", "bao cao y te", "cai cach", "hanh", "báo cáo -du", "giáo OR dục", "doc:bao y"):
        one, other = grown.view(query), anew.view(query)
        assert [row.id for row in one.statements] == [row.id for row in other.statements], query
        assert [row.id for row in one.documents] == [row.id for row in other.documents], query
        few = grown.view(query).answer.hits
        assert list(few) == sorted(few)
