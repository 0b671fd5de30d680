"""Aims that are told by periods, under points headed "Mục tiêu": of which years each is, and of what."""

from __future__ import annotations

from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document
from knowledge.importing.targets import read_targets
from knowledge.model import Target

HEAD = (
    "CHÍNH PHỦ\nSố: 76/NQ-CP\nHà Nội, ngày 15 tháng 7 năm 2021\nCHƯƠNG TRÌNH\n"
    "Cải cách hành chính giai đoạn 2021 - 2030\nIII. NỘI DUNG VÀ NHIỆM VỤ\n1. Cải cách thủ tục hành chính\n"
)


def _targets(text: str) -> tuple[Target, ...]:
    return plan_of(read_document((HEAD + text).encode()), 2021)[0].targets


def test_aims_stand_under_a_point_headed_so_and_end_with_the_next() -> None:
    found = _targets(
        "a) Mục tiêu\nĐến năm 2025:\n- Tối thiểu 80% hồ sơ được luân chuyển bằng phương thức điện tử.\n"
        "Đến năm 2030:\n- Tối thiểu 95% hồ sơ được luân chuyển bằng phương thức điện tử.\n"
        "b) Nhiệm vụ\n- Kiểm tra 30% số cơ quan, đơn vị.\n"
    )
    assert [(t.horizon, t.value) for t in found] == [(2025, 80), (2030, 95)]
    assert found[0].series == found[1].series == found[0].code


def test_a_period_before_an_aim_tells_its_year_and_not_what_is_measured() -> None:
    found = _targets(
        "a) Mục tiêu\n"
        "- Trong năm 2022: Cấp tối thiểu 10 triệu tài khoản định danh cho công dân; hoàn thành việc tích hợp.\n"
        "- Giai đoạn 2023 - 2025: Cấp tối thiểu 40 triệu tài khoản định danh cho công dân.\n"
        "- Giai đoạn 2026 - 2030: Cấp tối thiểu 60 triệu tài khoản định danh cho công dân.\n"
    )
    assert [(t.horizon, t.value, t.metric) for t in found] == [
        (2022, 10, "Cấp tài khoản định danh cho công dân"),
        (2025, 40, "Cấp tài khoản định danh cho công dân"),
        (2030, 60, "Cấp tài khoản định danh cho công dân"),
    ]
    assert len({t.series for t in found}) == 1
    assert found[1].statement.startswith("Giai đoạn 2023 - 2025: Cấp tối thiểu 40 triệu")


def test_two_shares_joined_by_and_are_two_aims() -> None:
    found = list(read_targets("80% hồ sơ công việc tại cấp huyện và 60% hồ sơ công việc tại cấp xã.", aims=True))
    assert [(f.metric, f.value) for f in found] == [
        ("hồ sơ công việc tại cấp huyện", 80),
        ("hồ sơ công việc tại cấp xã", 60),
    ]
    assert len(list(read_targets("Tỷ lệ phủ sóng đạt 80% và 60% tại vùng cao.", aims=True))) == 1


def test_a_level_is_no_amount() -> None:
    (found,) = read_targets("Tối thiểu 90% thủ tục của các bộ, ngành được cung cấp trực tuyến mức độ 4.", aims=True)
    assert (found.value, found.metric) == (90, "thủ tục của các bộ, ngành được cung cấp trực tuyến mức độ 4")


def test_what_is_done_is_told_with_to_what() -> None:
    (found,) = read_targets("Năm 2021 hoàn thành số hóa tối thiểu 30% kết quả giải quyết thủ tục.", aims=True)
    assert found.metric == "hoàn thành số hóa kết quả giải quyết thủ tục"


def test_what_is_said_of_some_in_a_sentence_of_its_own_is_measured_by_its_own_words() -> None:
    found = list(
        read_targets(
            "Mức độ hài lòng đạt tối thiểu 90%. Trong đó, mức độ hài lòng về đất đai đạt tối thiểu 85%.", aims=True
        )
    )
    assert [(f.metric, f.value) for f in found][-1] == ("mức độ hài lòng về đất đai", 85)
