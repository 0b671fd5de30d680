"""What a plan does not say though it has the words: why, what a word means, how many people, who signed a paper."""

from __future__ import annotations

import pytest

from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("vì sao chọn mức giảm biên chế 10% mà không phải 5%?", "III.2"),
        ("tai sao chi tieu lanh dao phong lam viec moi truong quoc te lai chon con so 30", "CT30.07"),
        ("lý do Bưu điện tỉnh không được giao chủ trì việc nào", ""),
        ("niêm phong điện tử nghĩa là gì", "VI.4.4"),
        ("biên chế công chức của cơ quan Sở được giao mấy người", "IV.1"),
        ("phòng Chuyển đổi số thuộc Sở có mấy người?", ""),
        ("ông nào ký Quyết định số 602/QĐ-UBND?", ""),
        ("email của Văn phòng Sở để gửi báo cáo là gì?", ""),
        ("muốn gia hạn chữ ký số cá nhân thì liên hệ số nào", ""),
        ("thong tu so may huong dan do hai long dich vu giao duc cong", "TT"),
        ("cơ chế một cửa khác một cửa liên thông ở điểm nào", "II.4"),
    ],
)
def test_what_stands_beside_it_is_named_and_not_told(question: str, near: str) -> None:
    told = _told(question)
    assert told.kind == "none"
    assert not near or near in told.candidates


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("vì sao cải cách phải lấy người dân làm trung tâm", "QD.2"),
        ("vì sao phải xây dựng vị trí việc làm của cơ quan, theo nghị định nào?", "IV.1"),
        ("phân cấp giải quyết TTHC khác phân cấp quản lý nhà nước ở điểm nào", "II.5"),
    ],
)
def test_what_the_plan_does_say_is_told(question: str, record: str) -> None:
    assert _told(question).records[0] == record
