"""How a plan is carried out is told by the clause that says it; what only sounds like it is refused."""

from __future__ import annotations

from functools import lru_cache

import pytest

from knowledge.answers import Answer, Engine
from knowledge.importing.plan_of import plan_of
from knowledge.importing.reading import read_document

PAPER = """# NGHỊ QUYẾT
Số: 12/NQ-CP
Hà Nội, ngày 09 tháng 01 năm 2026

Điều 1. Ban hành kèm theo Nghị quyết này Chương trình hành động của Chính phủ về năng lượng sạch.

Điều 2. Nghị quyết này có hiệu lực kể từ ngày ký và thay thế Nghị quyết số 41/NQ-CP.

# CHƯƠNG TRÌNH HÀNH ĐỘNG

Về năng lượng sạch

## I. MỤC ĐÍCH, YÊU CẦU

1. Cụ thể hóa Kết luận số 18-KL/TW ngày 02 tháng 4 năm 2025 của Trung ương về phát triển năng lượng.

2. Bảo đảm nguyên tắc “6 rõ”: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền.

## II. TỔ CHỨC THỰC HIỆN

1. Các bộ, ngành, địa phương xây dựng kế hoạch thực hiện Chương trình hành động, hoàn thành trước ngày 20 tháng 4
năm 2026, báo cáo Thủ tướng Chính phủ trong tháng 5 năm 2026.

2. Các bộ, ngành rà soát các chương trình đã ban hành để điều chỉnh, bảo đảm thống nhất, xong trong quý IV năm 2026.

3. Định kỳ 06 tháng báo cáo kết quả thực hiện về Bộ Công Thương để tổng hợp, báo cáo Thủ tướng Chính phủ.

4. Bộ Tài chính bảo đảm kinh phí thực hiện hằng năm.

5. Một nhiệm vụ chỉ được coi là hoàn thành khi sản phẩm được phê duyệt.

6. Các hoạt động không nêu tại Phụ lục thì thực hiện theo Nghị quyết số 282/NQ-CP.

Trong quá trình tổ chức thực hiện, nếu thấy cần sửa đổi, bổ sung thì các bộ đề xuất gửi Bộ Công Thương quyết định.

| TT | Nhiệm vụ | Chủ trì | Sản phẩm | Thời hạn |
| --- | --- | --- | --- | --- |
| 1 | Sửa đổi Luật Điện lực | Bộ Công Thương | Luật | 2027 |
| 2 | Xây dựng Chương trình tiết kiệm điện | Bộ Công Thương | Quyết định | Quý III/2026 |
"""


@lru_cache(1)
def _engine() -> Engine:
    return Engine(plan_of(read_document(PAPER.encode()), 2026)[0])


def _place(answer: Answer) -> str:
    return next((p.place for p in _engine().plan.passages if p.code in answer.records), "")


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("các bộ phải có kế hoạch xong trước ngày nào", "Mục II, điểm 1"),
        ("kế hoạch của các tỉnh làm xong khi nào", "Mục II, điểm 1"),
        ("rà soát các chương trình cũ cho khớp thì xong quý mấy", "Mục II, điểm 2"),
        ("mấy tháng báo cáo một lần, gửi cho ai", "Mục II, điểm 3"),
        ("mấy tháng báo cáo Thủ tướng một lần, gửi thêm cho bộ nào", "Mục II, điểm 3"),
        ("báo cáo thủ tướng trong tháng nào", "Mục II, điểm 1"),
        ("tiền hằng năm bộ nào lo", "Mục II, điểm 4"),
        ("khi nào một nhiệm vụ mới được tính là xong", "Mục II, điểm 5"),
        ("việc không có trong phụ lục thì theo nghị quyết nào", "Mục II, điểm 6"),
        ("muon sua doi bo sung thi gui cho ai", "Mục II, đoạn sau điểm 6"),
        ("nghị quyết này có hiệu lực từ bao giờ", "Điều 2"),
        ("nghị quyết này thay cho nghị quyết nào", "Điều 2"),
        ("6 rõ là rõ những gì?", "Mục I, điểm 2"),
    ],
)
def test_the_clause_on_how_the_plan_is_carried_out_is_told(question: str, place: str) -> None:
    answer = _engine().answer(question)
    assert (answer.kind, answer.facet, _place(answer)) == ("answer", "section", place)


def test_the_aims_of_the_plan_are_its_part_on_aims() -> None:
    answer = _engine().answer("mục tiêu của chương trình này là gì")
    assert [p.place for p in _engine().plan.passages if p.code in answer.records] == ["Mục I, điểm 1", "Mục I, điểm 2"]


def test_a_conclusion_that_is_cited_is_told_with_its_day() -> None:
    (quoted, *_) = _engine().answer("KL 18-KL/TW ngày nào, về cái gì").quotations
    assert "02 tháng 4 năm 2025" in quoted.text


@pytest.mark.parametrize(
    "question",
    [
        "báo cáo tai nạn giao thông gửi cho ai",
        "kế hoạch nghỉ tết của các bộ tháng mấy",
        "hợp đồng lao động hết hiệu lực khi nào",
        "tiền thưởng tết ai lo",
        "cái đầu tiên",
        "sửa đổi giấy khai sinh thì gửi cho ai",
        "sửa đổi Nghị định 109/2022/NĐ-CP thì gửi cho ai",
        "khi nào khóa học lái xe được coi là hoàn thành",
    ],
)
def test_what_is_reported_paid_or_amended_elsewhere_is_refused(question: str) -> None:
    assert _engine().answer(question).kind == "none"


@pytest.mark.parametrize(
    ("question", "code"),
    [("sửa đổi luật điện lực thì bộ nào chủ trì", "1"), ("chương trình tiết kiệm điện quý mấy xong", "2")],
)
def test_a_task_of_the_annex_is_told_before_the_clauses(question: str, code: str) -> None:
    assert _engine().answer(question).records == (code,)
