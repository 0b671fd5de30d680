"""What is meant after an answer: another paper, another year, all that was told; and who does what a paper asks for."""

from __future__ import annotations

import pytest

from tests.support.engines import default_engine as _engine
from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("questions", "facet", "records"),
    [
        (("NĐ 106 vị trí việc làm hạn khi nào", "à nhầm, ý mình là NĐ 62"), "deadline", ("IV.1",)),
        (("nd 62 vi tri viec lam ai chu tri", "y la nghi dinh 106"), "lead", ("IV.2",)),
        (("hài lòng phục vụ của cơ quan 2030", "lùi về 2025 nhé"), "value", ("CT25.13",)),
        (("hài lòng phục vụ của cơ quan 2025", "quay lai 2030"), "value", ("CT30.05",)),
        (("NĐ 106 vị trí việc làm hạn khi nào", "ý là 62 chứ không phải 106"), "deadline", ("IV.1",)),
        (("phòng nào lo vị trí việc làm theo NĐ 62", "không phải 62 mà là 106"), "lead", ("IV.2",)),
        (("sản phẩm vị trí việc làm theo NĐ 62", "còn cái 106"), "product", ("IV.2",)),
        (("NĐ 60 ai chủ trì", "nhầm, 130 chứ không phải 60"), "lead", ("V.1",)),
        (("tthc truc tuyen muc 3 4 nam 2025", "y em la ho so chu khong phai thu tuc"), "value", ("CT25.09",)),
        (("tỷ lệ hồ sơ trực tuyến mức 3 4 năm 2030", "còn thủ tục thì sao"), "value", ("CT30.01",)),
        (("hài lòng giải quyết TTHC 2025", "y la 2030 chu ko phai 2025"), "value", ("CT30.03",)),
        (("hài lòng giải quyết TTHC 2025", "không phải TTHC, là sự phục vụ của cơ quan, 2030"), "value", ("CT30.05",)),
        (("II.5 hạn khi nào", "không phải II.5, là II.6"), "record", ("II.6",)),
        (("tinh giãn bien che.. à nhầm, tài sàn công phòng nào làm",), "lead", ("V.3",)),
        (("làm việc từ xa ai chủ trì", "tu nam nao ha"), "deadline", ("VI.4.5",)),
        (("NĐ 62", "hạn?", "106 thì sao", "2 cái cùng phòng à"), "lead", ("IV.1", "IV.2")),
        (
            ("liệt kê các việc bắt đầu từ 2022 và các năm tiếp theo", "đều của một phòng phải không"),
            "lead",
            ("III.2", "IV.3", "IV.4"),
        ),
        (("100% cán bộ phải được bồi dưỡng kỹ năng nào", "thế 50% là kỹ năng gì"), "value", ("CT25.16",)),
        (
            ("ai chủ trì VI.4.3", "đổi qua tài sản công, ai chủ trì", "vậy cái trước lúc nãy sản phẩm gì"),
            "product",
            ("VI.4.3",),
        ),
        (("nhóm hạ tầng số gồm những việc gì?", "việc thứ tư bao giờ triển khai"), "deadline", ("VI.2.4",)),
        (("các giải pháp", "cái 3", "cái 4"), "section", ("GP.4",)),
        (("VI.4.3 phoi hop ai", "VI.4.4", "co so tttt ko"), "cooperation", ("VI.4.4",)),
        (("xử lý phản ánh kiến nghị, ngoài Bưu điện và các phòng còn ai phối hợp?",), "cooperation", ("II.7",)),
        (("QĐ 602 của UBND tỉnh ban hành cái gì?",), "legal", ()),
        (("rà soát tthc 15/9 hả",), "deadline", ("II.2",)),
        (("IV.1 còn bao nhiêu ngày",), "deadline", ("IV.1",)),
        (("II.5 ai chủ trì", "còn mấy ngày nữa"), "deadline", ("II.5",)),
        (("rà soát tthc 15/9 hả", "gửi sở nội vụ à", "ai chủ trì"), "lead", ("II.2",)),
        (("Tổng đài 1022 tham gia nhiệm vụ nào?", "Ngoài 1022 còn ai phối hợp?"), "cooperation", ("II.7",)),
        (("sắp xếp cơ cấu tổ chức bên trong xong năm nào", "Kết quả phải nộp là gì?"), "product", ("III.1",)),
        (("chi truc tiep nsnn giam bn", "chac 15 k hay 10"), "value", ("CT30.08",)),
        (("Đề án đổi mới cơ chế một cửa báo cáo ở đâu?", "Theo quyết định nào của UBND tỉnh?"), "legal", ("II.4",)),
        (("liệt kê 4 việc hạ tầng số", "cái nào chưa có mốc năm"), "list", ("VI.2.4",)),
        (("liệt kê 4 việc hạ tầng số", "cái nào không ghi năm", "sản phẩm của nó"), "product", ("VI.2.4",)),
        (("KHTC có việc gì", "lộn rồi, TCCB mới đúng", "chỉ lấy phần thể chế thôi"), "list", ("I.1", "I.2", "I.3")),
        (("TCCB có việc gì", "à không, KHTC"), "list", ("V.1", "V.2", "V.3")),
        (("TCCB có việc gì", "à không KHTC"), "list", ("V.1", "V.2", "V.3")),
        (("TCCB có việc gì", "không, KHTC cơ"), "list", ("V.1", "V.2", "V.3")),
        (("TCCB có việc gì", "em gõ lộn, KHTC"), "list", ("V.1", "V.2", "V.3")),
        (("làm việc từ xa ai lo", "ủa mà phối hợp với ai nữa"), "cooperation", ("VI.4.5",)),
        (("đề án phân cấp TTHC xong năm nào", "trình ra cái gì"), "product", ("II.5",)),
        (("II.1 và II.2 là gì", "hai cái đó ai chủ trì"), "lead", ("II.1", "II.2")),
        (("II.1 và IV.2 ai chủ trì", "ca hai san pham gi"), "product", ("II.1", "IV.2")),
    ],
)
def test_the_cell_asked_for_is_told_of_what_is_meant_now(
    questions: tuple[str, ...], facet: str, records: tuple[str, ...]
) -> None:
    told = _told(*questions)
    assert (told.kind, told.facet, told.records) == ("answer", facet, records)


@pytest.mark.parametrize(
    ("question", "facet", "record"),
    [
        ("ai giao quyền tự chủ tài chính theo NĐ 60/2021", "lead", "V.2"),
        ("ai lam vi tri viec lam theo nd 106/2020", "lead", "IV.2"),
        ("ai ban hành NĐ 60/2021", "legal", "V.2"),
    ],
)
def test_who_does_what_a_paper_asks_for_is_who_leads(question: str, facet: str, record: str) -> None:
    told = _told(question)
    assert (told.facet, told.records) == (facet, (record,))


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("lấy ý kiến ai khi xây dựng văn bản", "ý kiến"),
        ("tham van y kien cua ai khi xay dung van ban", "ý kiến"),
        ("kết quả CCHC hàng năm gắn với đánh giá ai?", "đánh giá"),
    ],
)
def test_to_whom_something_is_done_is_told_by_a_text_that_speaks_of_it(question: str, says: str) -> None:
    told = _told(question)
    texts = {p.code: p.text for p in _engine().plan.passages}
    assert told.facet == "section"
    assert says in texts[told.records[0]]


def test_who_takes_part_is_told_as_before() -> None:
    assert _told("Định danh, xác thực điện tử: đơn vị phối hợp gồm những ai?").records == ("VI.1.2",)
