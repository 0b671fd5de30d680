"""Counts and lists of the whole plan, of a unit and of a year, however that is said."""

from __future__ import annotations

import pytest

from tests.support.engines import told as _told


@pytest.mark.parametrize(
    "question",
    [
        "việc nào phải xong trong năm 2022? tính cả quý II",
        "mấy việc hạn chỉ trong 2022, kể cả quý II và trong năm 2022",
        "liệt kê việc hạn 2022 (gồm cả quý II/2022)",
        "viec nao han nam 2022, tinh luon ca quy 2",
        "năm 2022 phải xong những việc gì, kể cả việc theo quý",
        "trong cả năm 2022 và quý II có việc gì",
    ],
)
def test_a_part_of_the_year_that_is_included_does_not_narrow_it(question: str) -> None:
    assert _told(question).records == ("II.5", "IV.1", "IV.2", "VI.5.1")


@pytest.mark.parametrize(
    "question",
    [
        "TCCB phải hoàn thành gì trong 2022 (quý II hoặc cả năm)",
        "Phòng TCCB năm 2022 xong việc nào, cả quý II lẫn cả năm",
    ],
)
def test_a_quarter_or_the_whole_year_is_the_year(question: str) -> None:
    assert _told(question).records == ("IV.1", "IV.2")


@pytest.mark.parametrize(
    "question", ["trong 2022 phải xong những gì", "nam 2022 co gi den han", "hết 2022 phải xong cái gì"]
)
def test_what_is_done_in_a_year_is_work_though_it_is_not_called_so(question: str) -> None:
    assert _told(question).records == ("II.5", "IV.1", "IV.2", "VI.5.1")


@pytest.mark.parametrize("order", ["đếm giúp số việc Bưu điện tỉnh phối hợp", "dem so viec buu dien tinh phoi hop"])
def test_a_number_of_tasks_may_be_ordered(order: str) -> None:
    assert _told(order).count == 7


def test_what_is_reached_in_a_year_is_its_targets() -> None:
    told = _told("năm 2030 phải đạt những gì")
    assert (told.thing, told.count, told.filters) == ("target", 12, {"horizon": "2030"})


@pytest.mark.parametrize("question", ["quý II/2022 có việc nào phải xong", "cả quý II/2022 có việc gì"])
def test_a_quarter_by_itself_narrows(question: str) -> None:
    assert _told(question).records == ("IV.1",)


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("KHTC chủ trì bao nhiêu", 3),
        ("TCCB chủ trì mấy vậy", 10),
        ("Bưu điện tỉnh phối hợp bao nhiêu", 7),
        ("phong to chuc can bo chu tri tong cong bao nhieu", 10),
        ("VP năm 2022 chủ trì bao nhiêu", 2),
    ],
)
def test_how_many_a_unit_has_are_tasks_unless_something_else_is_said(question: str, count: int) -> None:
    found = _told(question)
    assert (found.facet, found.count) == ("count", count)


def test_how_many_of_each_are_tasks_too() -> None:
    assert dict(_told("Văn phòng chủ trì bao nhiêu, TCCB bao nhiêu").tally) == {
        "Văn phòng": 28,
        "Phòng Tổ chức cán bộ": 10,
    }


@pytest.mark.parametrize("question", ["Văn phòng chủ trì bao nhiêu tiền", "Văn phòng chủ trì bao nhiêu hội nghị"])
def test_how_many_of_something_else_are_no_tasks(question: str) -> None:
    assert _told(question).kind == "none"


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("có bao nhiêu nhiệm vụ trong kế hoạch cải cách hành chính giai đoạn 2021-2025", 41),
        ("kế hoạch cải cách hành chính của Sở có bao nhiêu nhiệm vụ", 41),
        ("trong kế hoạch CCHC giai đoạn 2021-2025 Văn phòng chủ trì mấy việc", 28),
        ("giai đoạn 2021-2025 văn phòng chủ trì mấy việc", 28),
        ("từ 2021 đến 2025 KHTC phải làm những việc gì", 3),
        ("Bưu điện phối hợp mấy việc trong kế hoạch cải cách hành chính của Sở", 7),
        ("kế hoạch CCHC có mấy chỉ tiêu", 33),
        (
            "Em xin phép hỏi, Phòng Kế hoạch và Tài chính có chủ trì tổng cộng mấy nhiệm vụ trong phụ lục của kế hoạch "
            "cải cách hành chính này vậy ạ",
            3,
        ),
    ],
)
def test_the_plans_own_name_and_years_narrow_nothing(question: str, count: int) -> None:
    found = _told(question)
    assert (found.kind, found.count) == ("answer", count)


def test_one_year_of_the_plan_does() -> None:
    assert _told("trong kế hoạch CCHC năm 2022 KHTC và TCCB có mấy việc").count == 5


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        (
            "Tôi cần rà lại phân công cuối năm, phiền liệt kê đủ các nhiệm vụ thuộc cải cách công vụ trong bảng kèm "
            "theo, đừng sót",
            ("IV.1", "IV.2", "IV.3", "IV.4"),
        ),
        (
            "Tôi đang làm báo cáo quý cho lãnh đạo, nhờ kể giúp đủ các nhiệm vụ thuộc cải cách tài chính công trong "
            "phụ lục, đừng thiếu",
            ("V.1", "V.2", "V.3"),
        ),
        (
            "Tôi là phó chánh văn phòng, đang chuẩn bị họp, nhờ hệ thống thống kê giúp tôi những nhiệm vụ Phòng "
            "Tổ chức cán bộ phải hoàn thành gọn trong năm 2022, kể cả việc hạn theo quý",
            ("IV.1", "IV.2"),
        ),
        (
            "Hôm qua họp sếp có hỏi mà tôi quên mất, tức là định hướng tới 2030 ấy, người dân hài lòng về giải quyết "
            "TTHC phải đạt từ mức nào",
            ("CT30.03",),
        ),
        (
            "Dạ sếp em cần danh sách những nhiệm vụ do Văn phòng chủ trì mà phải hoàn thành trong năm 2022, anh chị "
            "lọc giúp em với ạ",
            ("II.5", "VI.5.1"),
        ),
        ("cho em xin danh mục nhiệm vụ tài chính công, lãnh đạo em đang chờ", ("V.1", "V.2", "V.3")),
        ("trưởng phòng em đang cần gấp danh sách việc của KHTC ạ", ("V.1", "V.2", "V.3")),
        ("danh sách việc của KHTC, giám đốc đang giục lắm", ("V.1", "V.2", "V.3")),
        ("TCCB có việc nào phải xong gọn trong năm 2022, không kéo sang năm sau", ("IV.1", "IV.2")),
        ("việc nào phải dứt điểm trong năm 2021, không chuyển qua năm khác", ("III.1",)),
        ("thôi hỏi cái khác, tài khoản ngân hàng 2030 bao nhiêu", ("CT30.12",)),
        ("nhân tiện tài khoản ngân hàng 2030 bao nhiêu", ("CT30.12",)),
        ("em nghe nói có việc duy trì nền tảng LGSP gì đó, mà không biết đơn vị nào chủ trì", ("VI.3.1",)),
        ("em đang xem việc rà soát thủ tục hành chính, cho em hỏi ai chủ trì", ("II.2",)),
    ],
)
def test_a_long_message_is_answered_as_what_it_asks(question: str, codes: tuple[str, ...]) -> None:
    assert _told(question).records == codes


@pytest.mark.parametrize(
    "question",
    [
        "đếm giùm cả phụ lục có bao nhiêu nhiệm vụ tất cả, tôi đếm tay ra mỗi lần một số",
        "đếm lại giúp phụ lục có bao nhiêu nhiệm vụ, mỗi người nói một con số",
    ],
)
def test_counting_by_oneself_narrows_nothing(question: str) -> None:
    assert _told(question).count == 41


def test_what_is_written_is_no_part_of_the_question() -> None:
    found = _told("soạn tờ trình cần trích căn cứ: kế hoạch này căn cứ những văn bản nào ở phần mở đầu?")
    assert (found.thing, found.count) == ("basis", 2)


@pytest.mark.parametrize(
    "question",
    [
        "hôm nay em nộp hồ sơ TTHC, bao giờ có kết quả giải quyết",
        "hôm qua sếp hỏi tôi lương cơ sở, lương cơ sở tăng bao nhiêu",
    ],
)
def test_what_the_day_brings_is_refused(question: str) -> None:
    assert _told(question).kind == "none"


def test_what_begins_in_a_year_and_goes_on_is_listed_however_that_is_said() -> None:
    told = _told("liệt kê các nhiệm vụ bắt đầu từ năm 2022 và kéo dài sang các năm tiếp theo")
    assert told.records == ("III.2", "IV.3", "IV.4")


@pytest.mark.parametrize(
    ("question", "fact"),
    [("kế hoạch áp dụng giai đoạn nào", "period"), ("người ký kế hoạch CCHC này giữ chức gì", "signer")],
)
def test_a_fact_of_the_head_is_asked_for_in_other_words(question: str, fact: str) -> None:
    told = _told(question)
    assert (told.facet, told.facts["asked"]) == ("head", fact)


def test_where_the_money_comes_from_is_told() -> None:
    assert _told("tiền đâu mà làm CCHC").records == _told("nguồn kinh phí thực hiện cải cách hành chính").records


@pytest.mark.parametrize("question", ["ai chủ trì cải cách tài chính công", "cai cach tai chinh cong phong nao lo"])
def test_who_leads_a_part_of_the_plan_is_told_by_its_tasks(question: str) -> None:
    told = _told(question)
    assert (told.facet, told.tally) == ("units", (("Phòng Kế hoạch và Tài chính", 3),))


def test_units_outside_are_a_condition_and_leave_nothing_out() -> None:
    told = _told("nhóm ứng dụng dịch vụ nội bộ có bao nhiêu việc", "việc nào có sở ngoài phối hợp")
    assert told.records == ("VI.4.3",)


def test_a_year_put_forward_for_its_end_is_set_beside_its_deadline() -> None:
    told = _told("hợp nhất cổng dịch vụ công có kéo tới 2025 không")
    assert (told.facet, told.records) == ("deadline", ("VI.5.1",))


def test_a_place_typed_with_wrong_marks_and_capitals_is_another_one() -> None:
    assert _told("kê hoạch CCHC cuả Đăk Lăk chỉ tieu hài lòng bao nhiêu").kind == "none"
