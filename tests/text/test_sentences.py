"""Where sentences end, whatever the text is about."""

import pytest

from dxtui.text.sentences import Abbreviations, sentence_end, terminals

NAMES = frozenset({"TP", "GS", "TS", "Q"})
KNOWN = Abbreviations(NAMES, frozenset(), frozenset({"điều"}), endings=NAMES)


def ends(text: str) -> list[str]:
    """Return the sentences of `text`."""
    out, start = [], 0
    for found in terminals(text):
        if found.start() < start:
            continue
        stop = sentence_end(text, found, start, len(text), KNOWN)
        if stop is not None:
            out.append(text[start:stop].strip())
            start = stop
    return out if not text[start:].strip() else [*out, text[start:].strip()]


# fmt: off
TEXTS = [
    ["Trời mưa.", "Đường trơn!", "Ai biết?", "Không ai…"],
    ["Anh ở TP. Huế, số 3 Q. 1.", "GS. TS. Lan dạy ở đó."],
    ["Giá là 1.234,5 đồng hay 2.5%.", "Năm 2003.", "Rồi năm 2004."],
    ["1. Một việc cần làm.", "Điều 5. Phạm vi"],
    ["“Đi thôi!” - anh nói.", "“Ừ.”", "Họ đi."],
    ["Cổng trắng, Thác Ném, quốc lộ 1 cũ... - những nơi đã quen."],
    ["Những đầu đĩa CD, VCD... chất cao 5 - 6 m."],
    ["Hàng hóa nhiều...", "Người mua đông."],
    ["Tôi trông ông quen quen ? \" .", "Hùng cười ."],
    ["Xem abc.vn, a.b@c.vn và v1.2.3 nhé."],
    ["Kính gửi ông.", "Xin cảm ơn./."],
    ["Ông J. K. Lê và George W. Bush nói.", "Nguyễn Văn A.", "Sau đó."],
]
# fmt: on


@pytest.mark.parametrize("sentences", TEXTS)
def test_sentences_end_where_they_end(sentences: list[str]) -> None:
    assert ends(" ".join(sentences)) == sentences


@pytest.mark.parametrize("piece", [".", "?!", "…", ". ", ".A", '"', '. " '])
def test_any_run_of_stops_is_taken_in_one_go(piece: str) -> None:
    text = piece * 50_000
    assert len("".join(ends(text))) <= len(text)
