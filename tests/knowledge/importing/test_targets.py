"""Numbers in sentences become targets only where there is one number and no doubt about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.importing.amounts import read_value
from knowledge.importing.annexes import lay_out
from knowledge.importing.indicators import row_targets
from knowledge.importing.tables import Document, Paragraph, Row, table_of
from knowledge.importing.targets import read_targets


@pytest.mark.parametrize(
    ("sentence", "comparator", "value", "horizon"),
    [
        ("Tối thiểu 80% hồ sơ được xử lý trên môi trường mạng.", ">=", 80, None),
        ("Mức độ hài lòng của người dân đạt trên 95,5% vào năm tới.", ">", 95.5, None),
        ("Đến năm 2030, tỷ lệ dân số có sổ sức khỏe điện tử đạt 95%.", "=", 95, 2030),
        ("Giảm tối thiểu 10% biên chế sự nghiệp so với năm 2021.", "-", 10, None),
        ("Tỷ lệ hồ sơ trễ hạn không quá 2% trong tổng số hồ sơ.", "<=", 2, None),
    ],
)
def test_a_sentence_with_one_percentage_is_a_target(
    sentence: str, comparator: str, value: float, horizon: int | None
) -> None:
    (found,) = read_targets(sentence)
    assert (found.comparator, found.value, found.horizon) == (comparator, value, horizon)
    assert found.printed in sentence


@pytest.mark.parametrize("sentence", ["Tăng từ 30% lên 50% số hồ sơ.", "Ban hành 05 văn bản trong năm 2026.", ""])
def test_a_sentence_in_doubt_gives_none(sentence: str) -> None:
    assert list(read_targets(sentence)) == []


AIMS = (
    "b) Xanh hóa các ngành: Tỷ trọng kinh tế số đạt 15% GRDP; tỷ lệ che phủ rừng duy trì ở mức 49%; "
    "diện tích trồng rừng hằng năm đạt trên 7.000 ha; ít nhất 30% diện tích cây trồng cạn được tưới tiết kiệm; "
    "nước thải đô thị được thu gom đạt 40% ở đô thị loại II và 20% ở đô thị còn lại; năng suất lao động tăng 7,5%/năm."
)


def test_each_part_of_a_sentence_of_aims_is_a_target_of_its_own() -> None:
    found = [(t.metric, t.comparator, t.value, t.unit) for t in read_targets(AIMS, aims=True)]
    assert found == [
        ("Tỷ trọng kinh tế số", "=", 15, "%"),
        ("tỷ lệ che phủ rừng", "=", 49, "%"),
        ("diện tích trồng rừng hằng năm", ">", 7000, "ha"),
        ("diện tích cây trồng cạn được tưới tiết kiệm", ">=", 30, "%"),
        ("nước thải đô thị được thu gom", None, None, "%"),
        ("năng suất lao động tăng", "=", 7.5, "%"),
    ]


def test_a_part_that_goes_on_with_the_one_before_is_of_the_same_thing() -> None:
    text = (
        "Đến năm 2030, cường độ phát thải giảm ít nhất 15% so với năm 2014; tầm nhìn đến năm 2050 giảm ít nhất 30%. "
        "Tỷ lệ hồ sơ trực tuyến đạt 80%; trong đó, lên cổng quốc gia đạt 60%."
    )
    first, later, online, inside = read_targets(text, aims=True)
    assert (later.metric, later.value, later.horizon) == (first.metric, 30, 2050)
    assert (online.value, inside.value) == (80, 60)
    assert "hồ sơ trực tuyến" in inside.statement


def test_a_span_of_amounts_is_a_target_in_words() -> None:
    (found,) = read_targets("Tổng vốn đầu tư toàn xã hội khoảng 180 - 200 nghìn tỷ đồng.", aims=True)
    assert (found.metric, found.value) == ("Tổng vốn đầu tư toàn xã hội", None)


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("≥ 80", (">=", 80)),
        ("8.500", ("=", 8500)),
        ("4,8", ("=", 4.8)),
        ("Không quá 60", ("<=", 60)),
        ("11 - 12", (None, None)),
        ("≤ 3 Đông Nam Á; ≤ 50 Thế giới", (None, None)),
        ("Thuộc nhóm 3 nước dẫn đầu", (None, None)),
    ],
)
def test_a_cell_of_an_indicator_table_is_a_value_or_words(cell: str, read: tuple[str | None, float | None]) -> None:
    assert read_value(cell) == read


def test_the_letter_of_a_point_is_no_part_of_what_is_measured() -> None:
    (found,) = read_targets("d) Tỷ lệ xã đạt chuẩn tiếp cận pháp luật đạt 82%.", aims=True)
    assert (found.metric, found.value) == ("Tỷ lệ xã đạt chuẩn tiếp cận pháp luật", 82)


def test_a_sentence_with_two_shares_keeps_both() -> None:
    sentence = "Ít nhất 75% báo cáo viên và 60% tuyên truyền viên được bồi dưỡng."
    found = list(read_targets(f"b) {sentence}", aims=True))
    assert [(f.comparator, f.value) for f in found] == [(">=", 75), ("=", 60)]
    assert {f.statement for f in found} == {sentence}


def test_a_list_of_amounts_gives_each_with_what_the_list_is_of() -> None:
    text = (
        "- Tỷ lệ hồ sơ đúng hạn: các sở, ban, ngành đạt tối thiểu 97%; UBND xã, phường đạt tối thiểu 95%. "
        "- Tỷ lệ hồ sơ trực tuyến: cấp tỉnh đạt từ 85% trở lên, cấp xã đạt từ 78% trở lên."
    )
    assert [(t.metric, t.value) for t in read_targets(text, aims=True)] == [
        ("Tỷ lệ hồ sơ đúng hạn: các sở, ban, ngành", 97),
        ("Tỷ lệ hồ sơ đúng hạn: UBND xã, phường", 95),
        ("Tỷ lệ hồ sơ trực tuyến: cấp tỉnh", 85),
        ("Tỷ lệ hồ sơ trực tuyến: cấp xã", 78),
    ]


def test_what_holds_for_some_alone_is_a_target_of_its_own() -> None:
    text = (
        "Mức độ hài lòng của người dân đạt tối thiểu 95%; riêng lĩnh vực đất đai tối thiểu 90%, "
        "lĩnh vực xây dựng tối thiểu 92%."
    )
    assert [(t.metric, t.value) for t in read_targets(text, aims=True)] == [
        ("Mức độ hài lòng của người dân", 95),
        ("Mức độ hài lòng của người dân: lĩnh vực đất đai", 90),
        ("Mức độ hài lòng của người dân: lĩnh vực xây dựng", 92),
    ]


def test_the_value_of_the_year_before_is_no_second_amount() -> None:
    (found,) = read_targets("năng suất rừng trồng bình quân đạt 22 m³/ha/năm (năm 2025 đạt 17,5 m³/ha/năm).", aims=True)
    assert (found.value, found.unit, found.stood) == (22, "m³/ha/năm", "(năm 2025 đạt 17,5 m³/ha/năm)")


def test_things_that_are_to_be_made_are_counted() -> None:
    text = (
        "tạo việc làm ổn định cho 25.000 lao động, trong đó tối thiểu 45% là lao động nữ; thành lập mới 30 hợp tác xã."
    )
    assert [(t.value, t.unit) for t in read_targets(text, aims=True)] == [
        (25000, "lao động"),
        (45, "%"),
        (30, "hợp tác xã"),
    ]


@pytest.mark.parametrize(
    ("sentence", "metric", "steps"),
    [
        (
            "Tỷ lệ thanh toán viện phí không dùng tiền mặt đạt 70% năm 2026, 80% năm 2028 và 90% năm 2030.",
            "Tỷ lệ thanh toán viện phí không dùng tiền mặt",
            [(2026, "=", 70, "%"), (2028, "=", 80, "%"), (2030, "=", 90, "%")],
        ),
        (
            "Đến hết năm 2027, có ít nhất 25% đơn vị công lập tự bảo đảm chi và phấn đấu đạt 40% vào năm 2030.",
            "đơn vị công lập tự bảo đảm chi",
            [(2027, ">=", 25, "%"), (2030, "=", 40, "%")],
        ),
        (
            "Tổng giá trị sản xuất đạt 4.860 tỷ đồng vào năm 2028, 6.200 tỷ đồng vào năm 2030.",
            "Tổng giá trị sản xuất",
            [(2028, "=", 4860, "tỷ đồng"), (2030, "=", 6200, "tỷ đồng")],
        ),
        (
            "Đến năm 2028 có 70% trạm y tế và đến năm 2030 có 100% trạm y tế sử dụng bệnh án điện tử.",
            "trạm y tế sử dụng bệnh án điện tử",
            [(2028, "=", 70, "%"), (2030, "=", 100, "%")],
        ),
        (
            "Giảm ít nhất 5% số vụ tai nạn so với năm 2025 trong năm 2026 và 10% vào năm 2028.",
            "số vụ tai nạn so với năm 2025",
            [(2026, "-", 5, "%"), (2028, "-", 10, "%")],
        ),
        (
            "Năm 2026, tỷ lệ hồ sơ nộp trực tuyến đạt tối thiểu 80%; đến năm 2030 đạt 95%.",
            "tỷ lệ hồ sơ nộp trực tuyến",
            [(2026, ">=", 80, "%"), (2030, "=", 95, "%")],
        ),
        (
            "Đến năm 2028, số trẻ tử vong dưới 9,5 trẻ/1.000 ca sinh; đến năm 2030 dưới 7,5 trẻ/1.000 ca sinh.",
            "số trẻ tử vong",
            [(2028, "<", 9.5, "trẻ/1.000 ca sinh"), (2030, "<", 7.5, "trẻ/1.000 ca sinh")],
        ),
        (
            "Tỷ lệ dự án được đánh giá sau 06 tháng đạt 60% vào năm 2027 và 85% vào năm 2030.",
            "Tỷ lệ dự án được đánh giá sau 06 tháng",
            [(2027, "=", 60, "%"), (2030, "=", 85, "%")],
        ),
        (
            "Nước sạch đáp ứng 80% nhu cầu vào năm 2028, 92% vào năm 2030.",
            "Nước sạch đáp ứng nhu cầu",
            [(2028, "=", 80, "%"), (2030, "=", 92, "%")],
        ),
    ],
)
def test_each_year_of_one_thing_is_a_target(
    sentence: str, metric: str, steps: list[tuple[int, str, float, str]]
) -> None:
    found = list(read_targets(sentence, aims=True))
    assert {f.metric for f in found} == {metric}
    assert [(f.horizon, f.comparator, f.value, f.unit) for f in found] == steps


@pytest.mark.parametrize(
    "sentence",
    [
        "Đến năm 2028 có 60% trường tiểu học và đến năm 2030 có 80% trạm y tế đạt chuẩn quốc gia.",
        "Giảm 5% số vụ tai nạn năm 2026 so với năm 2025, 10% số người bị thương.",
    ],
)
def test_amounts_of_different_things_are_no_steps_of_one(sentence: str) -> None:
    found = [f for f in read_targets(sentence, aims=True) if f.value is not None]
    assert len({f.metric for f in found}) == len(found)


@pytest.mark.parametrize(
    ("sentence", "metric", "value", "unit"),
    [
        ("Đến năm 2030 diện tích cây xanh đạt trên 8 m2/người.", "diện tích cây xanh", 8, "m2/người"),
        ("Số bác sĩ đạt ít nhất 15 bác sĩ/10.000 dân.", "Số bác sĩ", 15, "bác sĩ/10.000 dân"),
        ("Ngoài các chỉ tiêu tại Biểu 2: 90% hồ sơ được số hóa.", "hồ sơ được số hóa", 90, "%"),
        ("Thời gian giải quyết hồ sơ giảm từ 05 ngày xuống còn 03 ngày.", "Thời gian giải quyết hồ sơ", 3, "ngày"),
        ("Tỷ lệ thất thoát nước giảm còn 22%.", "Tỷ lệ thất thoát nước", 22, "%"),
        ("Tỷ lệ công trình hoạt động bền vững nâng lên 55%.", "Tỷ lệ công trình hoạt động bền vững", 55, "%"),
        ("Thị trường miền Nam đạt doanh thu 10 tỷ đồng.", "doanh thu Thị trường miền Nam", 10, "tỷ đồng"),
        ("Các trường học cắt giảm tối thiểu 10% lượng điện.", "Các trường học cắt giảm lượng điện", 10, "%"),
        ("Mỗi bệnh viện có ít nhất 02 tổ hỗ trợ.", "Mỗi bệnh viện: tổ hỗ trợ", 2, "tổ hỗ trợ"),
    ],
)
def test_what_is_measured_and_its_unit_are_whole(sentence: str, metric: str, value: float, unit: str) -> None:
    (found,) = read_targets(sentence, aims=True)
    assert (found.metric, found.value, found.unit) == (metric, value, unit)


def test_what_holds_for_some_alone_has_steps_of_its_own() -> None:
    text = (
        "Đến năm 2027, 98% hộ dân dùng nước sạch; riêng hộ từ 06 người trở lên đạt 85% vào năm 2028 và 95% "
        "vào năm 2030."
    )
    assert [(t.horizon, t.metric, t.value) for t in read_targets(text, aims=True)] == [
        (2027, "hộ dân dùng nước sạch", 98),
        (2028, "hộ dân dùng nước sạch: hộ từ 06 người trở lên", 85),
        (2030, "hộ dân dùng nước sạch: hộ từ 06 người trở lên", 95),
    ]


def test_two_bounds_in_one_part_are_a_target_in_words() -> None:
    text = "Thời gian chờ khám bệnh không quá 20 phút ở đô thị và không quá 30 phút ở nông thôn."
    (found,) = read_targets(text, aims=True)
    assert (found.metric, found.value) == ("Thời gian chờ khám bệnh", None)


def test_what_is_not_to_happen_has_no_value_to_be_reached() -> None:
    assert list(read_targets("Không để xảy ra ùn tắc kéo dài trên 60 phút tại các cầu.", aims=True)) == []


def test_the_day_by_which_it_is_to_be_reached_names_the_year() -> None:
    (found,) = read_targets("100% bến khách ngang sông có giấy phép hoạt động trước ngày 30/6/2027.", aims=True)
    assert found.horizon == 2027


def test_a_numbered_table_of_the_text_is_where_its_rows_stand() -> None:
    head = ("TT", "Chỉ tiêu", "Đơn vị tính", "Ước 2025", "2026", "2030")
    rows = table_of((Row(head), Row(("1", "Xuất khẩu", "tỷ USD", "460", "-", "670"))))
    parts = lay_out(Document((Paragraph("Bảng 1. Chỉ tiêu chủ yếu"), rows))).parts
    (target,) = row_targets(parts, 2030, [])
    assert (target.value, target.place, target.baseline) == (670, "Bảng 1, STT 1", "(Ước 2025: 460)")


def test_a_number_of_things_with_which_an_aim_begins_is_a_target() -> None:
    (found,) = read_targets("5.000 hộ dân vùng cao được dùng nước sạch vào năm 2028.", aims=True)
    assert (found.value, found.horizon) == (5000, 2028)


_WORDS = st.sampled_from(
    (
        "tỷ lệ hồ sơ đạt tối thiểu không quá từ đến năm vào trên dưới % 70 95,5 2026 2030 4.860 tỷ đồng và ; , . : ( )",
        "giảm tăng so với người/100.000 dân mỗi xã có cơ sở trong đó riêng bảng 1 phấn đấu thành lập xóa 25 điểm Số",
        "30/6/2026 trở lên khoảng ít nhất /năm lần 5G Đến Năm",
    )
).flatmap(lambda line: st.sampled_from(line.split(" ")))


@given(st.lists(_WORDS, max_size=40).map(" ".join), st.booleans())
def test_no_sentence_makes_the_reading_of_targets_fail(sentence: str, aims: bool) -> None:
    for found in read_targets(sentence, aims=aims):
        assert found.metric
        assert found.statement
        assert found.printed in found.statement


def test_a_row_without_a_number_is_a_part_of_the_one_above() -> None:
    rows = table_of(
        (
            Row(("TT", "Chỉ tiêu", "Đơn vị tính", "Đến năm 2030")),
            Row(("", "Cả nước", "%", "10")),
            Row(("1", "Tăng trưởng xuất khẩu, trong đó:", "%", "15")),
            Row(("", "Trong đó: Nhóm nông, lâm, thủy sản", "", "10")),
            Row(("", "Nhóm nhiên liệu, khoáng sản", "", "4")),
            Row(("2", "Tăng trưởng nhập khẩu", "%", "12")),
        )
    )
    targets = row_targets(lay_out(Document((Paragraph("Bảng 1. Chỉ tiêu chủ yếu"), rows))).parts, 2030, [])
    assert [(target.metric, target.names, target.unit) for target in targets[-3:]] == [
        ("Nhóm nông, lâm, thủy sản", ("Tăng trưởng xuất khẩu: Nhóm nông, lâm, thủy sản",), "%"),
        ("Nhóm nhiên liệu, khoáng sản", ("Tăng trưởng xuất khẩu: Nhóm nhiên liệu, khoáng sản",), "%"),
        ("Tăng trưởng nhập khẩu", (), "%"),
    ]
