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
        ("sao hạn rà soát TTHC lại là 15/8 mà không phải 30/8", "II.2"),
        ("tập huấn kỹ năng số cơ bản học mấy buổi", "CT25.15"),
        ("tập huấn kỹ năng số cơ bản tổ chức ở đâu", "CT25.15"),
        ("20% TTHC được phân cấp gồm những thủ tục nào", "II.5"),
        ("Sở Thông tin và Truyền thông đặt chỉ tiêu dịch vụ công mức 4 bao nhiêu?", "CT30.09"),
        ("hồ sơ xin cấp chữ ký số gồm những gì", ""),
        ("bao cao ket qua ra soat TTHC dung mau so may", ""),
        ("cổng tham vấn điện tử link đâu", ""),
        ("tới giờ Sở đã phân cấp được mấy thủ tục rồi", ""),
        ("Nghị định 60/2021/NĐ-CP có hiệu lực thi hành từ ngày nào?", "V.2"),
        ("nghi dinh 43/2006 het hieu luc tu ngay nao", ""),
        ("Nghị định 62/2020 điều 5 ghi gì", "IV.1"),
        ("nghị định 32/2020 sửa những điều số mấy", ""),
        ("Quyết định 468/QĐ-TTg thay thế quyết định nào", ""),
        ("theo Nghị định 60/2021 thì đơn vị nhóm 1 với nhóm 2 khác nhau thế nào", "V.2"),
        ("Nghị định 130/2005 mức khoán kinh phí mỗi biên chế là bao nhiêu", "V.1"),
        ("Kế hoạch 15/KH-UBND đặt mục tiêu thu hút bao nhiêu tỷ vốn đầu tư", ""),
        ("Nghị quyết 76/NQ-CP có mấy phần, mấy mục", ""),
        ("điều 3 Nghị định 117/2013 nói gì", "V.1"),
        ("ddieeuf 3 Nghij ddinhj 117/2013 nois gif", "V.1"),
        ("luật ngân sách nhà nước ban hành năm nào", ""),
        ("cách nộp phí kiểm tra chuyên ngành trên cổng DVCQG từng bước", "II.8"),
        ("hợp nhất cổng dịch vụ công thì đơn vị nào trúng thầu", "VI.5.1"),
        ("đơn vị nào thi công hạ tầng truyền dẫn, gói thầu mấy tỷ?", "VI.2.1"),
        ("kết quả thực hiện CCHC năm 2022 của Sở đạt bao nhiêu điểm", ""),
        ("điện thoại phòng TCCB số mấy", ""),
    ],
)
def test_what_stands_beside_it_is_named_and_not_told(question: str, near: str) -> None:
    told = _told(question)
    assert told.kind == "none"
    assert not near or near in told.candidates


@pytest.mark.parametrize(
    "question",
    ["nghị định số 43/2006/NĐ-CP nói về cái gì", "Nghị định 106/2020 ban hành ngày nào", "NĐ 32/2020 sửa đổi gì"],
)
def test_what_the_plan_says_of_a_paper_is_quoted(question: str) -> None:
    assert _told(question).facet == "legal"


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("vì sao cải cách phải lấy người dân làm trung tâm", "QD.2"),
        ("vì sao phải xây dựng vị trí việc làm của cơ quan, theo nghị định nào?", "IV.1"),
        ("phân cấp giải quyết TTHC khác phân cấp quản lý nhà nước ở điểm nào", "II.5"),
        ("Nghị định 62/2020 thì việc nào phải làm", "IV.1"),
        ("theo đề án phân cấp phải đạt bao nhiêu TTHC", "II.5"),
        ("quyết định VTVL theo Nghị định 62 quý mấy phải có?", "IV.1"),
        (
            "Kính gửi anh/chị, tôi bên Thanh tra, đến năm 2030 tỷ lệ hoạt động kiểm tra qua môi trường số là bao nhiêu",
            "CT30.11",
        ),
        ("năm 2030 tỷ lệ hồ sơ trực tuyến mức 3, 4 trên tổng số hồ sơ đạt mấy %?", "CT30.02"),
    ],
)
def test_what_the_plan_does_say_is_told(question: str, record: str) -> None:
    assert _told(question).records[0] == record
