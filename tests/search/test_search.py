"""What is found, in what order, and what is said of it."""

import random
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

CASES = tomllib.loads((Path(__file__).parent.parent / "corpus" / "search.toml").read_text(encoding="utf-8"))["query"]

WORDS = st.sampled_from(
    [
        "chuyển",
        "chuyen",
        "đổi",
        "số",
        "so",
        "dịch",
        "vụ",
        "cog",
        "43,5",
        "43,5%",
        "28/12",
        "1.",
        "TTHC",
        "DN",
        "tt&tt",
        "(",
        "[/]",
        "\\",
        "*",
        "%",
        ".",
        ",",
        "|",
        "a.*b",
        "-",
        '"',
        "\x00",
        "\ud800",
        "İ",
        "ß",
        "²",
        "١",
        "１",
        "ﬁ",
        "e\u0301",
        "\u0301",
        "a" * 300,
        "1" * 300,
        '"',
        '"chuyển đổi"',
        "-số",
        '-"',
        "OR",
        "unit:%",
        "unit:",
        "value:>40",
        "value:..",
        "value:1tỷ..2tỷ",
        "period:2022..2024",
        "date:31/2/2023",
        "org:",
        'org:"Bộ',
        "foo:bar",
        "chuyeenr",
        "so61",
        "1300 triệu",
    ]
)
QUERIES = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=8).map(" ".join), st.lists(WORDS).map("".join))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_query_over_the_shipped_documents(shipped: Any, case: dict[str, Any]) -> None:
    answer = shipped.search(case["text"])
    found = [shipped.text(hit) for hit in answer.hits]
    assert not (set(case) - {"text", "first", "top", "never", "none", "missing", "marked", "wrong", "figures"})
    if case.get("none"):
        assert not found
    if "first" in case:
        assert found
        assert case["first"] in found[0]
    if "top" in case:
        assert any(case["top"] in text for text in found[:3]), found[:3]
    if "never" in case:
        assert not any(case["never"] in text for text in found)
    if "missing" in case:
        assert list(answer.missing) == case["missing"]
    else:
        assert bool(answer.missing) == bool(case.get("none"))
    assert [case["text"][problem.start : problem.end] for problem in answer.query.problems] == case.get("wrong", [])
    if "marked" in case:
        assert shipped.marked(case["text"], found[0])[: len(case["marked"])] == case["marked"]


@pytest.mark.parametrize("case", [case for case in CASES if "first" in case], ids=lambda case: case["text"])
def test_few_hits_asked_for_are_the_best_ones(shipped: Any, case: dict[str, Any]) -> None:
    answer = shipped.searcher.answer(case["text"], limit=1)
    assert len(answer.hits) == 1
    assert answer.total >= 1
    whole = shipped.search(case["text"])
    reasons = [answer.matcher.why(shipped.text(hit)) for hit in (answer.hits[0], whole.hits[0])]
    assert len({tuple(reason.split(":")[0] for reason in some) for some in reasons}) == 1, reasons
    if not answer.exact:
        assert answer.total <= whole.total


def test_there_are_enough_queries() -> None:
    assert len(CASES) >= 100
    assert len({case["text"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("query", ["", "   ", "\n\t", "!?…", "“”", "()"])
def test_nothing_asked_is_everything(corpus: Any, query: str) -> None:
    answer = corpus("chuyển đổi số").search(query)
    assert answer.everything
    assert answer.hits == ()
    assert not answer.matcher
    assert answer.matcher.spans("chuyển đổi số !?") == []
    assert answer.matcher.covers("chuyển đổi số")[1] == 0


@pytest.mark.parametrize(
    ("query", "found", "not_found"),
    [
        ("da nang", "Tại Đà Nẵng có 5 dự án.", None),
        ("đà nẵng", "Tại Đà Nẵng có 5 dự án.", "Đã nâng cấp xong."),
        ("bán ", "Người bán hàng.", "Người bạn hàng."),
        ("bán", "Người bán hàng.", "Người bạn hàng."),
        ("bán", "Người bán hàng.", "Một bản báo cáo."),
        ("ban", "Người bạn hàng.", None),
        ("hoà bình", "Nền hòa bình.", None),
        ("hòa bình", "Nền hoà bình.", None),
        ("thúy", "Bà Thuý nói.", "Bà Thủy nói."),
        ("kĩ thuật", "Tiến bộ kỹ thuật.", None),
        ("1,3 tỉ", "Có 1,3 tỷ lượt.", None),
        ("CHUYỂN ĐỔI", "chuyển đổi xanh", None),
        ("công", "Dịch vụ công.", "Phép cộng."),
        ("43,5", "Chiếm 43,5%.", "Chiếm 43,6%."),
        ("43,5", "Chiếm 43,5%.", "Chiếm 435 người."),
        ("43,5", "Chiếm 43,5%.", "Chiếm 143,5%."),
        ("43,5%", "Chiếm 43,5%.", "Chiếm 43,5 điểm."),
        ("5g", "Mạng 5G.", "Có 5 thứ, g là một."),
        ("doanh nghiep", "Có 4 DN.", "Ở ĐN."),
        ("43,5%", "Chiếm 43,5 phần trăm.", "Chiếm 43,5 điểm."),
        ("43.5 %", "Chiếm 43,5 phần trăm.", "Chiếm 43,6 phần trăm."),
        ("43,5 phan tram", "Chiếm 43,5%.", "Chiếm 43,5 phần."),
        ("phần trăm", "Chiếm 7 %.", None),
        ("5‰", "Giảm 5 phần nghìn.", "Giảm 5 phần trăm."),
        ("quý 1", "Trong quý I/2024.", "Trong quý II/2024."),
        ("quy 1/2024", "Trong quý I/2024.", "Trong quý II/2024."),
        ("quý IV", "Vào quý 4 năm nay.", "Vào quý 3 năm nay."),
        ("lần thứ 13", "Đại hội lần thứ XIII.", "Đại hội lần thứ XII."),
        ("chương i", "Theo chương 1.", "Theo chương 2."),
        ("1300 hồ sơ", "Có 1 300 hồ sơ.", "Có 130 hồ sơ."),
        ("1.300", "Có 1\u00a0300 hồ sơ.", "Có 1 400 hồ sơ."),
        ("1300", "Có 1\u202f300 hồ sơ.", "Có 13 000 hồ sơ."),
        ("1 300 hồ sơ", "Có 1.300 hồ sơ.", "Có 300 hồ sơ và 1 thư."),
        ("1\u00a0300", "Có 1300 hồ sơ.", "Có 13000 hồ sơ."),
        ("1 234 567", "Có 1.234.567 người.", "Có 1.234 người và 567 xe."),
        ("1 300 tỷ", "Chi 1,3 nghìn tỷ.", "Chi 300 tỷ."),
        ("300 triệu", "Quý 1 300 triệu.", "Quý 2 400 triệu."),
        ("5 200", "Điều 5 chi cho xã 200 đồng.", None),
    ],
)
def test_what_answers(corpus: Any, query: str, found: str, not_found: str | None) -> None:
    lines = corpus("\n".join(line for line in ("Một câu khác hẳn.", not_found, found) if line))
    assert found in lines.find(query)
    assert not_found not in lines.find(query)


@pytest.mark.parametrize(
    ("query", "best", "next_best"),
    [
        ("số hóa", "Tiến trình số hóa hồ sơ.", "Hóa ra con số đó sai."),
        ("so hoa", "Tiến trình số hóa hồ sơ.", "Hóa ra con số đó sai."),
        ("hoa", "Bông hoa đẹp quá.", "Xã Hòa đẹp quá."),
        ("can bo", "Cán bộ giỏi.", "Căn nhà bỏ không."),
        ("van ban so", "Văn bản số.", "Bàn số ba là của văn phòng."),
        ("tin", "Tin mới nhất.", "Trên tinh thần mới."),
        ("báo cáo", "Báo cáo.", "Báo cáo của cơ quan về nhiều việc khác nhau trong năm vừa qua và năm tới."),
        ("thu tuc hanh chinh", "Giảm thủ tục hành chính rất nhiều.", "Giảm TTHC."),
        ("thu tuc hanh chinh", "Giảm TTHC.", "Chính thủ trưởng tục hành nghề hành chí."),
        ("TTHC", "Giảm TTHC.", "Giảm thủ tục hành chính."),
        ("tăng điểm", "Tăng thêm hai điểm trong cả một năm dài.", "Tăng trong cả một năm dài thêm hai điểm."),
        ("diem tang", "Tăng thêm hai điểm trong cả một năm dài.", "Tăng trong cả một năm dài thêm hai điểm."),
    ],
)
def test_what_comes_first(corpus: Any, query: str, best: str, next_best: str) -> None:
    found = corpus(f"Chuyện khác.\n{next_best}\n{best}").find(query)
    assert found[0] == best
    assert next_best in found or "chí." in next_best


def test_rarer_words_count_more_where_not_all_are_there(corpus: Any) -> None:
    lines = corpus("\n".join([f"Việc của bộ số {n}." for n in range(20)] + ["Vệ tinh bay."]))
    answer = lines.search("bộ vệ")
    assert lines.text(answer.hits[0]) == "Vệ tinh bay."
    assert answer.missing == ("bộ",)


def test_words_nowhere_are_named_and_the_others_found(corpus: Any) -> None:
    lines = corpus("Chuyển đổi số.\nBáo cáo năm.")
    answer = lines.search("chuyển đổi qqqqq")
    assert [lines.text(hit) for hit in answer.hits] == ["Chuyển đổi số."]
    assert answer.missing == ("qqqqq",)


def test_a_slip_is_told(corpus: Any) -> None:
    answer = corpus("Dịch vụ công trực tuyến.").search("dich vu cog truc tuyen")
    assert answer.corrected == (("cog", "công"),)
    assert answer.missing == ()


@pytest.mark.parametrize(
    ("query", "found", "corrected"),
    [
        ("hô sơ", "Nộp hồ sơ qua mạng.", (("hô", "hồ"),)),
        ("chuyên đôi số", "Chuyển đổi số ở xã.", (("chuyên", "chuyển"), ("đôi", "đổi"))),
        ("chuyên đôi sô", "Chuyển đổi số ở xã.", (("chuyên", "chuyển"), ("đôi", "đổi"), ("sô", "số"))),
        ("chuyeenr ddoir soos", "Chuyển đổi số ở xã.", (("ddoir", "đổi"),)),
        ("nộp hồ sỡ", "Nộp hồ sơ qua mạng.", (("sỡ", "sơ"),)),
    ],
)
def test_marks_with_which_words_stand_together_nowhere_are_slips(
    corpus: Any, query: str, found: str, corrected: tuple[tuple[str, str], ...]
) -> None:
    here = corpus(
        "Chuyển đổi số ở xã.\nNộp hồ sơ qua mạng.\nMột đôi chuyên viên hô to.\nBữa cỗ sang sỡ ở làng.\nHôm nay."
    )
    answer = here.search(query)
    assert here.text(answer.hits[0]) == found
    assert answer.corrected == corrected
    assert not answer.missing


def test_marks_with_which_words_stand_together_are_no_slips(corpus: Any) -> None:
    here = corpus("Ông bán gạo.\n" + "Ông bạn đến.\n" * 50)
    answer = here.search("ông bán")
    assert [here.text(hit) for hit in answer.hits] == ["Ông bán gạo."]
    assert not answer.corrected


@pytest.mark.parametrize("query", ["hai mươi lăm", "hai mươi lăm hồ", "hồ sơ hai mươi lăm"])
def test_a_number_in_words_finds_its_value(corpus: Any, query: str) -> None:
    assert corpus("Có 25 hồ sơ.\nHai hồ sơ và 20 đơn.\nMười lăm hồ sơ.").find(query) == ["Có 25 hồ sơ."]


def test_neighbours_decide_what_a_slip_meant(corpus: Any) -> None:
    lines = corpus("Dịch vụ công.\nDịch bệnh có vụ việc con.")
    assert lines.find("dich vu cog") == ["Dịch vụ công."]


def test_a_word_that_is_one_is_no_slip_while_it_answers(corpus: Any) -> None:
    lines = corpus("Công ty COG.\nDịch vụ công.")
    assert lines.find("cog") == ["Công ty COG."]
    assert lines.find("dich vu cog") == ["Dịch vụ công."]


def test_a_documents_own_words_count_where_no_statement_has_all(corpus: Any) -> None:
    lines = corpus("Tăng 7%.\nGiảm 3%.", title="Báo cáo của Bộ Y tế")
    answer = lines.search("bộ y tế tăng")
    assert [lines.text(hit) for hit in answer.hits] == ["Tăng 7%."]
    assert answer.missing == ()
    assert answer.matcher.spans("Báo cáo của Bộ Y tế") == [(12, 19)]


def test_ties_stay_in_the_order_of_documents_and_positions(corpus: Any) -> None:
    lines = corpus("Việc một đã xong.\nViệc hai đã xong.", "Việc ba đã xong.")
    hits = lines.search("việc xong").hits
    assert [hit.key for hit in hits] == [0, 1, 2]
    assert list(hits) == sorted(hits, key=lambda hit: -hit.score)


def test_order_of_words_is_free(corpus: Any) -> None:
    lines = corpus("Bộ Công an chủ trì.\nViệc khác.")
    assert lines.find("chu tri bo cong an") == ["Bộ Công an chủ trì."]


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("chuyen doi so", "Chuyển đổi số, chuyển giao", ["Chuyển đổi số"]),
        ("chuy", "chuyển, chuyên", ["chuy", "chuy"]),
        ("so ho", "Hồ sơ so với", ["Hồ", "sơ", "so"]),
        ("bo cong an", "Bộ công an", ["Bộ công an"]),
        ("43,5", "43,5% và 43,6%", ["43,5"]),
        ("28/12", "ngày 28/12/2023", ["28/12"]),
        ("TTHC", "giảm thủ tục hành chính", ["thủ tục hành chính"]),
        ("thu tuc hanh chinh", "giảm TTHC", ["TTHC"]),
        ("bo tt-tt", "Bộ TT&TT và bổ sung", ["Bộ TT&TT"]),
        ("ho so", "hồ\n sơ", ["hồ\n sơ"]),
        ("ho so", "hồ, sơ", ["hồ", "sơ"]),
    ],
)
def test_what_is_marked(corpus: Any, query: str, text: str, marked: list[str]) -> None:
    assert corpus(text).marked(query, text) == marked


def test_names_that_no_text_has_are_matched_too(corpus: Any) -> None:
    matcher = corpus("Bộ TT-TT chủ trì.").search("bo thong tin").matcher
    whole, part = "Bộ Thông tin và Truyền thông", "Bộ Công an"
    assert matcher.covers(whole)[1] > 0
    assert matcher.covers(part)[1] == 0
    assert matcher.covers("Bộ Thông tin")[1] > matcher.covers(whole)[1]
    assert matcher.covers("Bộ Thông tin")[1] > matcher.covers("Thông báo tin của bộ")[1]


def test_no_documents(corpus: Any) -> None:
    answer = corpus().search("chuyển đổi")
    assert answer.hits == ()
    assert answer.missing == ("chuyển", "đổi")


@settings(max_examples=150, deadline=None)
@given(query=QUERIES)
def test_a_query_never_raises(shipped: Any, query: str) -> None:
    answer = shipped.search(query)
    assert len({hit.key for hit in answer.hits}) == len(answer.hits)
    scores = [hit.score for hit in answer.hits]
    assert scores == sorted(scores, reverse=True)
    for hit in answer.hits[:5]:
        assert hit.score > 0
        assert 0 <= hit.key < len(shipped.texts)
    again = shipped.search(query)
    assert again.hits == answer.hits
    assert again.missing == answer.missing


@settings(max_examples=150, deadline=None)
@given(query=QUERIES, text=st.one_of(QUERIES, st.text(max_size=60)))
def test_spans_are_sorted_apart_and_within(shipped: Any, query: str, text: str) -> None:
    matcher = shipped.search(query).matcher
    spans = matcher.spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] < right[0] for left, right in pairwise(spans))
    if matcher.covers(text)[1]:
        assert spans


def test_typing_letter_by_letter_keeps_what_is_meant(shipped: Any) -> None:
    query = "dịch vụ công trực tuyến mức 4"
    for end in range(3, len(query) + 1):
        answer = shipped.search(query[:end])
        assert answer.hits, query[:end]
        assert not answer.missing, query[:end]


@pytest.mark.parametrize("text", ["a" * 100_000, "1" * 100_000, "tỷ " * 25_000, "e\u0301" * 25_000, "1,2" * 25_000])
def test_monstrous_lines_are_found_and_marked(corpus: Any, text: str) -> None:
    lines = corpus(text + "\nDịch vụ công.")
    assert lines.find("dich vu cog") == ["Dịch vụ công."]
    for query in ("a", "1", "tỷ tỷ", "1,2", text[:500], text):
        spans = lines.search(query).matcher.spans(text)
        assert spans == sorted(spans)


def test_twenty_thousand_statements_are_answered_while_typing(corpus: Any) -> None:
    """Counts what is found, not seconds: a scan of all texts for each word would make this test slow, not wrong."""
    pick = random.Random(4)
    syllables = ("chuyển", "đổi", "số", "dịch", "vụ", "công", "hồ", "sơ", "thủ", "tục", "hành", "chính", "kinh", "tế")
    lines = corpus("\n".join(" ".join(pick.choices(syllables, k=12)) for _ in range(20_000)))
    query = "thủ tục hành chính"
    counts = [len(lines.search(query[:end]).hits) for end in (1, 3, 7, 12, 18)]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] > 0


def test_a_syllable_that_no_text_has_is_not_another_one(corpus: Any) -> None:
    here = corpus("Dữ liệu về dịch vụ.\nTheo dõi dịch bệnh.\nCơ quan thuộc bộ.")
    answer = here.search("du lich")
    assert answer.missing == ("lich",)
    assert not answer.corrected
    assert dict(answer.nearest)["lich"][0] == "dịch"
    assert here.find("lich") == []


def test_a_syllable_that_a_text_has_elsewhere_is_not_another_one(corpus: Any) -> None:
    here = corpus("Xem lịch họp.\nNơi du khách đến.\nTừ dù dịch bệnh.")
    answer = here.search("du lich")
    assert not answer.corrected
    assert answer.missing
    assert corpus("Cổng quốc gia.\nCây có gai.").find("quoc gai") == ["Cổng quốc gia."]


def test_marks_that_stand_nowhere_are_told_as_a_slip(corpus: Any) -> None:
    answer = corpus("Nộp hồ sơ.").search("hổ sơ")
    assert answer.corrected == (("hổ", "hồ"),)


def test_a_slip_that_is_a_word_finds_what_was_meant_below_what_was_typed(corpus: Any) -> None:
    exact = "Dịch vụ công do cộng đồng nêu"
    many = [f"Dịch vụ công số {at} của huyện" for at in range(40)]
    found = corpus("\n".join([*many[:20], exact, *many[20:]])).find("dịch vụ cộng")
    assert found[0] == exact
    assert sorted(found[1:]) == sorted(many)


def test_marks_that_are_not_seldom_are_meant(corpus: Any) -> None:
    texts = [*(f"Dịch vụ cộng thêm {at}" for at in range(4)), *(f"Dịch vụ công {at}" for at in range(40))]
    assert len(corpus("\n".join(texts)).find("dịch vụ cộng")) == 4
