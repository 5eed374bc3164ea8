"""Bytes to text: which encodings are read, and what is said of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxtui.read.decode import Unreadable, decode

TEXT = "Tỷ lệ đạt 43,5% năm 2023\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_are_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_big_endian_utf_16() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xff\xfe", "empty"),
        ("Tỷ".encode() + b"\xe1 1", "not UTF-8: byte 0xE1 at offset 4"),
        (b"\xef\xbb\xbfabc\xff", "not UTF-8: byte 0xFF at offset 6"),
        ("Việt Nam".encode("cp1258", "replace") + b"\xa0", "not UTF-8: byte 0xA0 at offset 8"),
        (b"\xff\xfeA\x00B", "not UTF-16: byte 0x42 at offset 4"),
        (b"\xfe\xff\xd8\x00\x00A", "not UTF-16: byte 0xD8 at offset 2"),
        (b"\xed\xa0\x80", "not UTF-8: byte 0xED at offset 0"),
        (b"%PDF-1.7\nabc", "not plain text: a PDF"),
        (b"\xff\xfe\x00\x00A\x00\x00\x00", "not plain text: UTF-32"),
        (bytes(64), "not text: binary content"),
        ("no byte order mark".encode("utf-16-le"), "not text: binary content"),
        (b"\x00\x01\x02\xff\xfe", "not text: binary content (byte 0xFF at offset 3 is not UTF-8)"),
    ],
)
def test_what_is_not_read(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert str(caught.value) == reason


@pytest.mark.parametrize(
    "text",
    [
        "một\0hai 5%",
        "\x1b[31mđỏ\x1b[0m 12",
        "\u202e12%\u202c",
        " \n\t\n",
        "a\ufeffb",
        "trang 1\f\ntrang 2",
        "x" * 10_000,
    ],
)
def test_odd_text_is_text(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_have_a_reason(data: bytes) -> None:
    try:
        said = decode(data)
    except Unreadable as wrong:
        said = str(wrong).replace("\n", "\udfff")
    said.encode("utf-8")
