"""Aims that plans tell in sentences: what is measured, how much, from where it comes; nothing is made up."""

from __future__ import annotations

import pytest

from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document
from knowledge.importing.targets import read_targets
from knowledge.model import Target


@pytest.mark.parametrize(
    ("sentence", "metric", "comparator", "value", "unit"),
    [
        ("Điểm trung bình theo bộ 83 tiêu chí đạt từ 3,85 điểm trở lên.", None, ">=", 3.85, "điểm"),
        ("Chỉ số PCI đạt ≥ 67,5 điểm.", "Chỉ số PCI", ">=", 67.5, "điểm"),
        ("Tỷ lệ hộ nghèo còn dưới 3%.", "Tỷ lệ hộ nghèo", "<", 3, "%"),
        ("Tỷ lệ giải ngân vốn đầu tư công: 95% trở lên.", "Tỷ lệ giải ngân vốn đầu tư công", ">=", 95, "%"),
        ("- Sản lượng lương thực: 45.000 tấn.", "Sản lượng lương thực", "=", 45000, "tấn"),
        ("Thu nhập bình quân 65 triệu đồng/người/năm.", "Thu nhập bình quân", "=", 65, "triệu đồng/người/năm"),
        ("Thời gian phản hồi kiến nghị trong vòng 24 giờ.", "Thời gian phản hồi kiến nghị", "<=", 24, "giờ"),
        ("Trả lời người dân chậm nhất 02 ngày làm việc.", "Trả lời người dân", "<=", 2, "ngày làm việc"),
        ("2- Hoàn thành tối thiểu 350 vụ việc tham gia tố tụng.", None, ">=", 350, "vụ việc tham gia tố tụng"),
        ("Vận động ít nhất 200 triệu đồng cho Quỹ.", "Vận động cho Quỹ", ">=", 200, "triệu đồng"),
        ("Mỗi chi bộ tổ chức 02 buổi đối thoại.", "Mỗi chi bộ tổ chức buổi đối thoại", "=", 2, "buổi đối thoại"),
        ("Mỗi nhân viên học tối thiểu 24 giờ.", "Mỗi nhân viên học", ">=", 24, "giờ"),
        ("Đến năm 2030 có 12 xã đạt chuẩn.", "xã đạt chuẩn", "=", 12, "xã đạt chuẩn"),
        ("Giảm 03 đầu mối.", "Giảm đầu mối", "-", 3, "đầu mối"),
        ("Số vụ cháy giảm ít nhất 10 vụ so với năm 2025.", "Số vụ cháy", "-", 10, "vụ"),
        ("Không quá 05 ca sự cố nghiêm trọng.", "ca sự cố nghiêm trọng", "<=", 5, "ca sự cố nghiêm trọng"),
    ],
)
def test_an_amount_of_anything_is_an_aim_with_its_unit(
    sentence: str, metric: str | None, comparator: str, value: float, unit: str
) -> None:
    (found,) = read_targets(sentence, aims=True)
    assert (found.comparator, found.value, found.unit) == (comparator, value, unit)
    assert metric is None or found.metric == metric


@pytest.mark.parametrize(
    ("sentence", "metric", "value", "stood"),
    [
        ("Giảm tỷ lệ hộ nghèo từ 6,2% xuống còn 2%.", "tỷ lệ hộ nghèo", 2, "(từ 6,2%)"),
        ("Thời gian giải quyết giảm từ 05 ngày xuống 03 ngày.", "Thời gian giải quyết", 3, "(từ 05 ngày)"),
        ("Nâng tỷ lệ lao động từ 58% năm 2025 lên 65% năm 2026.", "tỷ lệ lao động", 65, "(từ 58% năm 2025)"),
        ("Tỷ lệ hài lòng tăng từ 89,5% (năm 2025) lên 92%.", "Tỷ lệ hài lòng", 92, "(từ 89,5% (năm 2025))"),
        ("Tỷ lệ che phủ rừng đạt 62% (2025: 61,4%).", "Tỷ lệ che phủ rừng", 62, "(2025: 61,4%)"),
        ("Thu ngân sách đạt 1.250 tỷ đồng, tăng 8% so với năm 2025.", "Thu ngân sách", 1250, ""),
        ("Tỷ lệ bao phủ đạt 95%, tăng 1,5 điểm phần trăm so với năm 2025 (93,5%).", "Tỷ lệ bao phủ", 95, ""),
    ],
)
def test_the_value_from_which_it_comes_is_not_the_aim(sentence: str, metric: str, value: float, stood: str) -> None:
    (found,) = read_targets(sentence, aims=True)
    assert (found.metric, found.value, found.stood) == (metric, value, stood)


def test_steps_within_a_year_are_told_with_what_they_are_of() -> None:
    text = "Tỷ lệ tuân thủ vệ sinh tay đạt 85%; lộ trình: quý I đạt 79%, quý II đạt 81%."
    whole, steps = read_targets(text, aims=True)
    assert (whole.value, steps.value) == (85, None)
    assert steps.metric == "Tỷ lệ tuân thủ vệ sinh tay: quý I đạt 79%, quý II đạt 81%"


@pytest.mark.parametrize(
    "sentence",
    [
        "Hoàn thành trước ngày 15/6/2026.",
        "Hoàn thành trong tháng 6 năm 2026.",
        "Tổ chức quán triệt Chỉ thị 40 của Ban Bí thư.",
        "Xây dựng Đề án 06 giai đoạn 2026 - 2030.",
        "Chỉ số cải cách hành chính xếp hạng 5 trong các sở.",
        "Thời gian hoàn thành: quý 2 năm 2026.",
        "Từ 18 tuổi trở lên đạt chuẩn.",
        "Kiểm tra định kỳ 6 tháng một lần.",
        "Phát triển tuyến Quốc lộ 6 qua địa bàn.",
    ],
)
def test_a_number_in_a_name_or_a_time_is_no_aim(sentence: str) -> None:
    assert list(read_targets(sentence, aims=True)) == []


def _targets(text: str) -> list[Target]:
    head = "SỞ Y TẾ\nSố: 22/KH-SYT\nSơn La, ngày 12 tháng 2 năm 2026\nKẾ HOẠCH\nCải tiến chất lượng năm 2026\n"
    return list(plan_of(read_document((head + text).encode()), 2026)[0].targets)


def test_only_what_stands_under_aims_is_to_be_reached() -> None:
    found = _targets(
        "PHẦN I. KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM 2025\nTỷ lệ tiêm chủng đạt 90%.\n"
        "PHẦN II. MỤC TIÊU, NHIỆM VỤ\nI. MỤC TIÊU\nTỷ lệ tiêm chủng đạt 95%.\n"
        "II. NHIỆM VỤ\nMở 03 lớp tập huấn. Giảm 10% chi phí.\n"
        "III. GIẢI PHÁP THỰC HIỆN CHỈ TIÊU\nBố trí tối thiểu 20 bác sĩ.\n"
    )
    assert [(t.metric, t.value) for t in found] == [("Tỷ lệ tiêm chủng", 95)]


def test_points_that_head_others_say_whether_those_are_aims() -> None:
    found = _targets(
        "Điều 1. Phê duyệt Đề án với các nội dung sau:\n1. Mục tiêu\na) Mục tiêu chung: nâng cao chất lượng.\n"
        "b) Mục tiêu cụ thể:\n- Tỷ lệ tiêm chủng đạt 95%.\n- Kết quả xét nghiệm:\n+ 90% mẫu trả trong ngày.\n"
        "2. Nhiệm vụ\n- Mở 03 lớp tập huấn.\n3. Chỉ tiêu hằng năm: khám sức khỏe cho ít nhất 500 người.\n"
        "4. Kinh phí thực hiện\n- Bố trí tối thiểu 20 triệu đồng.\n"
    )
    assert [t.value for t in found] == [95, 90, 500]


def test_the_same_measure_of_a_year_before_is_told_beside_the_aim() -> None:
    found = _targets(
        "1. KẾT QUẢ NĂM 2025\nTỷ lệ hài lòng người bệnh nội trú đạt 93,2%; người bệnh ngoại trú đạt 89,5%. "
        "Tỷ lệ hộ nghèo còn 4%.\n"
        "2. CHỈ TIÊU NĂM 2026\n- Tỷ lệ hài lòng của người bệnh nội trú đạt từ 95% trở lên.\n"
        "- Tỷ lệ hài lòng của người bệnh ngoại trú đạt từ 92% trở lên.\n- Tỷ lệ hài lòng của sản phụ đạt 94%.\n"
        "- Tỷ lệ hộ cận nghèo còn 3%.\n"
    )
    assert [t.baseline for t in found] == ["(năm 2025: 93,2%, Mục 1)", "(năm 2025: 89,5%, Mục 1)", None, None]


def test_a_value_of_a_year_before_the_plan_in_the_same_sentence_stands_beside_the_aim() -> None:
    (found,) = _targets("I. CHỈ TIÊU\nNăm 2025 đạt 93%; năm 2026 đạt 95% người bệnh hài lòng.\n")
    assert (found.horizon, found.value, found.baseline) == (2026, 95, "(năm 2025: 93%)")
