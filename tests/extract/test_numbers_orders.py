"""What a list of orders holds is to be reached; what it recalls is not."""

from dxtui.extract import numbers, statements

ORDER = """Thủ tướng Chính phủ yêu cầu:
1. Bộ Tài chính bố trí 275 tỷ đồng cho chương trình.
2. UBND các tỉnh thành lập 01 tổ xử lý trong vòng 15 ngày làm việc.
3. Công an tỉnh nhắn tin cảnh báo tới ít nhất 95.000 thuê bao, trình kết quả trước 17 giờ ngày 25/6/2024.
4. Ngân hàng Nhà nước xác thực giao dịch từ 10 triệu đồng/lần trở lên; hiện đã xử lý 37.200 vụ.
"""


def roles(text: str) -> dict[str, str]:
    found = numbers.find(text, statements.find(text), "2024-05-10")
    return {text[n.start : n.end]: n.figure.role for n in found if n.figure is not None}


def test_items_of_an_order_are_targets() -> None:
    found = roles(ORDER)
    assert found["275 tỷ"] == found["01"] == found["15"] == "target"


def test_the_least_that_is_ordered_is_a_target_by_its_deadline() -> None:
    assert roles(ORDER)["95.000"] == "target"
    found = numbers.find(ORDER, statements.find(ORDER), "2024-05-10")
    assert [n.figure.period for n in found if n.figure is not None and n.figure.value == 95000] == ["2024-06-25"]


def test_thresholds_and_what_is_past_are_levels() -> None:
    found = roles(ORDER)
    assert found["10 triệu"] == found["37.200"] == "level"


def test_the_same_items_without_an_order_are_levels() -> None:
    found = roles(ORDER.replace("Thủ tướng Chính phủ yêu cầu:", "Kết quả đạt được"))
    due = found.pop("95.000")  # a day to come makes it one all the same
    assert due == "target"
    assert set(found.values()) == {"level"}


def test_a_heading_of_tasks_opens_orders() -> None:
    tasks = ORDER.replace("Thủ tướng Chính phủ yêu cầu:", "II. Nhiệm vụ, giải pháp")
    assert roles(tasks)["275 tỷ"] == roles(tasks)["01"] == "target"


def test_a_line_that_asks_named_bodies_orders_the_items_below() -> None:
    text = "Năm 2024\nYêu cầu các đơn vị:\n- Bố trí 275 tỷ đồng cho 12 công trình.\n"
    assert roles(text)["275 tỷ"] == "target"


def test_what_an_amount_is_meant_for_is_a_level() -> None:
    text = "Yêu cầu các đơn vị:\n- Bố trí 275 tỷ đồng cho 12 công trình.\n- Riêng 9 xã được lùi đến hết quý I.\n"
    found = roles(text)
    assert (found["275 tỷ"], found["12"], found["9"]) == ("target", "level", "level")


PLAN = """KẾ HOẠCH
Phát triển giáo dục mầm non đến năm 2030

I. THỰC TRẠNG
Toàn tỉnh có 187 trường với 61.870 trẻ, thiếu 1.104 giáo viên.

II. MỤC TIÊU
1. Tuyển 700 giáo viên; 75% trường đạt chuẩn, mỗi lớp tập huấn kéo dài 5 ngày.
2. Lắp camera ở các điểm trường có hơn 90 trẻ; tỉnh hiện có 214 điểm trường.

III. KẾT QUẢ NĂM TRƯỚC
Tỉnh tuyển được 320 người.
"""


def test_a_section_of_aims_holds_targets_and_one_of_accounts_does_not() -> None:
    found = roles(PLAN)
    assert found["700"] == found["75%"] == found["5"] == "target"
    assert found["187"] == found["1.104"] == found["320"] == "level"


def test_what_a_thing_has_and_what_is_there_already_are_no_orders() -> None:
    found = roles(PLAN)
    assert found["90"] == found["214"] == "level"


def test_penalties_and_temperatures_are_no_orders() -> None:
    text = "II. NHIỆM VỤ\n- Phạt xe quá tải từ 28 đến 32 triệu đồng, tiêm 500 liều vắc xin giữ ở 4°C.\n"
    found = roles(text)
    assert found["28 đến 32 triệu"] == found["4"] == "level"
    assert found["500"] == "target"


def test_a_page_number_between_dashes_is_no_figure() -> None:
    text = "Doanh thu đạt 5 tỷ đồng.\n                    - 12 -\nLợi nhuận đạt 2 tỷ đồng.\n"
    assert "12" not in roles(text)


def test_a_table_of_aims_met_holds_no_targets_of_its_own() -> None:
    header = "Chỉ tiêu              Quý I/2023    Quý I/2024"
    text = f"2. Một số chỉ tiêu\n{header}\nĐàn lợn (nghìn con)        203,4         211,7\n"
    assert set(roles(text).values()) == {"level"}


def test_an_article_on_carrying_out_holds_targets() -> None:
    text = "Điều 2. Tổ chức thực hiện\nCác tổ giám sát ít nhất 2 lần trong năm.\n"
    assert roles(text)["2"] == "target"


def test_what_is_past_in_brackets_or_before_a_semicolon_takes_no_order_back() -> None:
    text = "II. NHIỆM VỤ\n- Thay 45 xe (đã chạy trên 15 năm), gom rác 2 lần/ngày.\n- Đã cấp 7 máy; cấp tiếp 9 máy.\n"
    found = roles(text)
    assert found["45"] == found["2"] == found["9"] == "target"
    assert found["15"] == found["7"] == "level"


GOALS = """Mục tiêu cụ thể đến năm 2030:
- Tỷ lệ đô thị hóa trên 50%.
+ Xây dựng 15.000 căn nhà ở xã hội.
Hiện tỉnh có 12.000 hộ nghèo.
"""


def test_a_line_that_names_goals_sets_the_items_right_below_it_and_no_more() -> None:
    found = roles(GOALS)
    assert found["50%"] == found["15.000"] == "target"
    assert found["12.000"] == "level"


def test_indicators_are_goals_only_where_the_line_looks_ahead() -> None:
    told = GOALS.replace("Mục tiêu cụ thể đến năm 2030:", "Một số chỉ tiêu kinh tế chủ yếu 9 tháng")
    assert roles(told)["15.000"] == "level"
    planned = GOALS.replace("Mục tiêu cụ thể đến năm 2030:", "Một số chỉ tiêu kế hoạch năm 2025")
    assert roles(planned)["15.000"] == "target"


def test_a_sentence_that_opens_by_telling_somebody_orders() -> None:
    assert roles("Giao Sở Y tế mua 5 xe cứu thương.") == {"5": "target"}
    assert roles("Giao dịch tăng mạnh với 5 lô đất.") == {"5": "level"}


def test_what_was_due_before_the_document_is_told() -> None:
    assert roles("Tỉnh hoàn thành 3.614 căn nhà trước ngày 20/4/2024.")["3.614"] == "level"
    assert roles("Tỉnh hoàn thành 3.614 căn nhà trước ngày 20/8/2024.")["3.614"] == "target"


def test_who_is_registered_by_a_number_at_the_start_of_a_line() -> None:
    text = "Nhóm thực hiện:\n22130157 - Lê Văn An\n22130160 - Trần Thị Bình\n1500000 - tổng số tiền\n"
    found = numbers.find(text, statements.find(text), None)
    assert [(text[n.start : n.end], n.kind) for n in found] == [
        ("22130157", "reference"), ("22130160", "reference"), ("1500000", "figure"),
    ]  # fmt: skip


def test_the_number_of_a_caption_at_the_start_of_its_line_is_that_of_a_list_and_of_an_article_is_a_reference() -> None:
    text = "Bảng 2. Vốn đăng ký mới\n\nĐiều 3. Phê chuẩn quyết toán theo Bảng 4.\n"
    found = numbers.find(text, statements.find(text), None)
    assert [(text[n.start : n.end], n.kind) for n in found] == [("2", "list"), ("3", "reference"), ("4", "reference")]


def test_a_time_later_in_the_documents_own_year_is_one_to_come() -> None:
    assert roles("Đến hết năm 2024, số trạm đạt 68.457 trạm.")["68.457"] == "target"
    assert roles("Đến hết tháng 3/2024, số trạm đạt 68.457 trạm.")["68.457"] == "level"
    assert roles("Tin mới.\nƯớc đến hết năm 2024, số trạm đạt 68.457 trạm.")["68.457"] == "level"


def test_brackets_of_an_order_that_tell_what_there_is_hold_levels() -> None:
    text = "Chủ tịch UBND tỉnh yêu cầu:\n- UBND huyện bàn giao 90% mặt bằng (còn 1,27 ha của 34 hộ).\n"
    assert roles(text) == {"90%": "target", "1,27": "level", "34": "level"}


def test_a_plan_that_heads_its_sentence_is_to_be_reached() -> None:
    found = roles("Kết quả như sau:\n\nKế hoạch năm 2025: 10,2 bác sĩ; 29 giường; bảo hiểm y tế đạt 94,5% dân số.\n")
    assert set(found.values()) == {"target"}
    assert set(roles("Đạt 64% kế hoạch năm: thu 5 tỷ đồng, chi 4 tỷ đồng.\n").values()) == {"level"}


LATE = """Chủ tịch UBND tỉnh yêu cầu:
- Duy trì tỷ lệ huy động trẻ ra lớp 99,9% trở lên.
- Tỷ lệ hộ nghèo giảm 1,5 - 2 điểm %.
- Hoàn thành 12 cầu trong quý II.
"""


def test_shares_and_changes_that_items_ask_for_are_targets() -> None:
    assert set(roles(LATE).values()) == {"target"}


def test_a_quarter_long_gone_by_is_that_of_the_next_year_where_it_is_ordered() -> None:
    found = numbers.find(LATE, statements.find(LATE), "2023-12-12")
    assert [n.figure.period for n in found if n.figure is not None][-1] == "2024-Q2"
    told = "Trong quý II, tỉnh xây 12 cầu.\n"
    found = numbers.find(told, statements.find(told), "2023-12-12")
    assert [n.figure.period for n in found if n.figure is not None] == ["2023-Q2"]


def test_goals_below_a_heading_with_a_year_are_due_then() -> None:
    text = "I. MỤC TIÊU\n1. Đến năm 2025\n- Tối thiểu 80% diện tích được cấp mã số.\n"
    text += "2. Đến năm 2030\n- 100% hộ có điện.\nIII. NHIỆM VỤ\n- Sở Y tế mua 5 xe."
    found = [n.figure.period for n in numbers.find(text, statements.find(text), "2024-06-15") if n.figure is not None]
    assert found == ["2025", "2030", None]


def test_a_year_alone_below_goals_heads_those_that_are_due_then() -> None:
    text = "II. MỤC TIÊU\na) Năm 2025\n- Tối thiểu 80% diện tích được cấp mã số.\n"
    text += "b) Các năm tiếp theo\n- 100% hộ có điện.\nIII. KẾT QUẢ\n1. Năm 2024\n- Đã có 70% hộ có điện."
    found = [n.figure.period for n in numbers.find(text, statements.find(text), "2024-06-15") if n.figure is not None]
    assert found == ["2025", None, None]
