"""No row of words from the language tables makes reading fail: what the tables know meets in every order."""

from functools import cache

import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from dxtui.extract import extract
from dxtui.model import Document, document_id
from dxtui.resources import data_folder
from dxtui.text.normal import normalise

NUMBERS = ["1", "12", "2023", "28/12/2023", "1.250", "43,5%", "528/1.086", "0", "007", "8h30", "50/NQ-CP"]
# fmt: off
SHORT = [
    "không", "một", "hai", "ba", "bốn", "năm", "bảy", "mười", "mươi", "trăm", "nghìn", "triệu", "tỷ", "rưỡi", "lẻ",
    "nửa", "phần", "đôi", "gấp", "chục", "lần", "thứ", "mốt", "lăm", "giờ", "kém", "phút", "đến", "sang", "từ",
    "mỗi", "trên", "tháng", "quý", "ngày",
]
# fmt: on
BETWEEN = st.sampled_from([" ", " ", " ", " ", ", ", "; ", ". ", " - ", " (", ") ", "/", "\n", "\t", ""])


@cache
def table_words() -> list[str]:
    """Return every string of every language table."""
    found: set[str] = set()

    def gather(value: object) -> None:
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, dict):
            found.update(value)
            for part in value.values():
                gather(part)
        elif isinstance(value, list):
            for part in value:
                gather(part)

    for table in sorted(data_folder("config").glob("*.toml")):
        gather(tomli.loads(table.read_text(encoding="utf-8")))
    return sorted(word for word in found if 0 < len(word) < 40)


WORDS = st.one_of(st.sampled_from(SHORT), st.sampled_from(NUMBERS), st.deferred(lambda: st.sampled_from(table_words())))


@given(st.lists(st.tuples(WORDS, BETWEEN), max_size=40))
@settings(max_examples=300, deadline=None)
def test_words_of_the_tables_in_any_order_are_read(pieces: list[tuple[str, str]]) -> None:
    text = normalise("".join(word + between for word, between in pieces))
    reading = extract(Document(document_id(text), __file__, text))
    assert all(0 <= number.start < number.end <= len(text) for number in reading.numbers)


def test_two_number_words_beside_each_other_are_read() -> None:
    text = "\n".join(f"{first} phần {last} và {first} {last} hồ sơ" for first in SHORT for last in SHORT)
    assert extract(Document(document_id(text), __file__, text)).numbers
