"""A wrong value that is put forward, two things that differ in a cell, people who stand for their unit, the paper with
which a programme was issued, and parts of the text that are counted where they stand."""

from __future__ import annotations

import pytest

from tests.support.engines import default_engine
from tests.support.engines import told as told_last


@pytest.mark.parametrize(
    ("question", "target"),
    [
        ("chi phí tuân thủ quy định phải giảm tối thiểu 15% đúng ko", "CT25.02"),
        ("hai long giai quyet tthc 2025 toi thieu 95% dung khong", "CT25.10"),
        ("15% trong định hướng 2030 là giảm khoản gì", "CT30.08"),
        ("lãnh đạo cấp phòng 2030 là trên 20% hay trên 30% làm việc được trong môi trường quốc tế", "CT30.07"),
    ],
)
def test_a_value_that_is_put_forward_does_not_hide_the_target(question: str, target: str) -> None:
    told = default_engine().answer(question)
    assert (told.kind, told.records) == ("answer", (target,))


@pytest.mark.parametrize(
    ("question", "records"),
    [
        ("phân cấp giải quyết TTHC khác phân cấp quản lý nhà nước ở chỗ ai chủ trì", ("II.5", "III.3")),
        ("II.5 khác III.3 ở chỗ nào", ("II.5", "III.3")),
        ("phan cap tthc khac phan cap quan ly nha nuoc o don vi chu tri nao", ("II.5", "III.3")),
        ("phân cấp giải quyết TTHC với phân cấp quản lý nhà nước ai chủ trì", ("II.5", "III.3")),
        (
            "2025: sự phục vụ của cơ quan và cung cấp dịch vụ công, hai mức hài lòng có bằng nhau không",
            ("CT25.13", "CT25.14"),
        ),
        ("hài lòng 2025 và 2030 về dịch vụ công có bằng nhau không", ("CT25.14", "CT30.06")),
    ],
)
def test_both_of_two_that_differ_are_told(question: str, records: tuple[str, ...]) -> None:
    assert default_engine().answer(question).records == records


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("kế toán bên KHTC phải chủ trì những việc gì trong phụ lục", 3),
        ("chuyên viên văn phòng phải làm việc gì", 28),
        ("kể tên các giải pháp thực hiện trong mục IV", 6),
        ("mục quan điểm có mấy ý", 5),
    ],
)
def test_staff_stand_for_their_unit_and_parts_are_counted_where_they_stand(question: str, count: int) -> None:
    assert default_engine().answer(question).count == count


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("chương trình tổng thể CCHC của tỉnh ban hành theo quyết định số mấy", "602/QĐ-UBND"),
        ("quyết định nào ban hành chương trình CCHC của tỉnh", "602/QĐ-UBND"),
        ("chương trình tổng thể của chính phủ theo nghị quyết nào", "76/NQ-CP"),
    ],
)
def test_a_programme_is_told_with_the_kind_of_paper_that_is_asked_for(question: str, number: str) -> None:
    told = default_engine().answer(question)
    assert [number in quoted.text for quoted in told.quotations] == [True]


def test_a_word_of_praise_in_the_middle_makes_no_thanks() -> None:
    assert default_engine().answer("lich thi tot nghiepthpt vay").kind == "none"
    assert default_engine().answer("thanks kiu nhìu nhoa").kind == "chat"


@pytest.mark.parametrize("question", ["chu ky so ai lam", "dung chu ky so giao cho phong nao"])
def test_signatures_typed_without_marks_ask_for_no_cycle(question: str) -> None:
    told = default_engine().answer(question)
    assert (told.facet, told.records) == ("lead", ("VI.4.4",))


def test_the_year_in_which_a_growing_target_is_full_is_told() -> None:
    asked = ("số hóa kết quả TTHC năm 2022 bao nhiêu", "2023?", "năm nào đủ 100%")
    told = told_last(*asked)
    assert told.derived is not None
    assert told.derived.steps[-1] == (2025, 100.0)


@pytest.mark.parametrize("question", ["2030 giam bien che binh quan bao nhieu so voi 2025"])
def test_a_mean_that_the_plan_prints_is_worked_out_of_nothing(question: str) -> None:
    told = default_engine().answer(question)
    assert told.facet == "comparison"
    assert "CT30.04" in told.records


@pytest.mark.parametrize("said", ["ok em note lại rồi", "ủa sớm vậy 😅", "ờ thôi kệ"])
def test_small_talk_is_refused_nothing(said: str) -> None:
    assert default_engine().answer(said).kind == "chat"


def test_a_target_that_is_named_is_not_put_behind_one_that_has_the_value() -> None:
    told = default_engine().answer("chỉ tiêu dân hài lòng việc cung cấp DVC đến 2025 đúng 90% không hay thấp hơn")
    assert "CT25.14" in told.records


def test_parts_of_the_text_are_counted_wherever_they_are_said_to_stand() -> None:
    assert default_engine().answer("có mấy quan điểm nêu ở đầu kế hoạch").count == 5


@pytest.mark.parametrize(
    ("question", "record"),
    [
        (
            "Kính chào anh chị, em được phân công theo dõi Đề án phân cấp trong giải quyết thủ tục hành chính, không "
            "biết hạn hoàn thành là khi nào ạ, em xin trân trọng cảm ơn",
            "II.5",
        ),
        ("sếp hỏi về đề án phân cấp TTHC, không rõ đơn vị nào chủ trì", "II.5"),
        (
            "Anh chị làm ơn cho hỏi tỷ lệ TTHC được tích hợp lên Cổng Dịch vụ công quốc gia đến 2025 ít nhất bao nhiêu "
            "phần trăm ạ, mong anh chị phản hồi sớm giúp em",
            "CT25.08",
        ),
        ("mong anh chị sớm trả lời, hạn II.5 là khi nào", "II.5"),
        ("báo cáo rà soát TTHC nộp UBND tỉnh chậm nhất ngày nào", "II.2"),
        ("tiền làm CCHC được bố trí từ nguồn nào, mong anh chị hồi âm", "TC.2"),
    ],
)
def test_courtesies_around_a_question_hide_nothing_of_it(question: str, record: str) -> None:
    told = default_engine().answer(question)
    assert (told.kind, told.records) == ("answer", (record,))


@pytest.mark.parametrize(
    "question",
    [
        "tuyển giáo viên mầm non năm 2022 mấy chỉ tiêu?",
        "chi tiêu trương hoc hanh phuc đên 2025",
        "tuyển dụng gv 2022 mấy chỉ tiêu v",
        "em đang làm đề án một cửa, cho em hỏi lương cơ sở bao nhiêu",
        "em theo dõi đề án một cửa, cho em hỏi số điện thoại Văn phòng",
    ],
)
def test_what_the_plan_does_not_say_is_not_told_from_what_stands_beside_it(question: str) -> None:
    assert default_engine().answer(question).kind == "none"


@pytest.mark.parametrize(
    "question", ["mấy việc chờ văn bản của Chính phủ", "may viec cho van ban cua chinh phu la viec nao"]
)
def test_tasks_that_wait_for_a_paper_are_tasks(question: str) -> None:
    assert default_engine().answer(question).records == ("II.8", "VI.2.4")
