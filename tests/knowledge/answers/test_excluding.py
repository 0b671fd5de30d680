"""Lists and counts from which something is left out, or of which a condition is denied: what is left out is never
what is told."""

from __future__ import annotations

import pytest

from handlers import answering
from handlers.messages import Heading
from tests.support.engines import default_engine as _engine
from tests.support.engines import told as _told


def _heading(*turns: str) -> str:
    reply = answering.reply(_told(*turns), _engine().plan)
    return next((block.text for block in reply.blocks if isinstance(block, Heading)), "")


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("trong cải cách tổ chức bộ máy, việc nào không bắt đầu từ 2021", "III.2"),
        ("cải cách công vụ, bỏ mấy việc có hạn trong 2022 ra thì còn gì", "IV.3 IV.4"),
        ("nhóm VI.5: việc nào không làm từ 2021?", "VI.5.1"),
        ("TTHC việc nào không ghi 2021 và các năm tiếp theo", "II.5 II.8"),
        ("văn phòng có việc nào không kéo dài", "II.5 II.8 VI.2.4 VI.5.1"),
        ("những việc phòng TCCB phải làm xong trong năm 2022 (không tính việc kéo dài)", "IV.1 IV.2"),
        ("việc của TCCB không tính các việc hằng năm và việc năm 2022", "III.1 III.3"),
        ("loại các việc chờ Chính phủ ra thì mảng TTHC còn mấy việc", "II.1 II.2 II.3 II.4 II.5 II.6 II.7"),
    ],
)
def test_a_time_that_is_denied_is_not_listed(question: str, codes: str) -> None:
    assert set(_told(question).records) == set(codes.split())


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("ha tang so khong tinh iot", "VI.2.1 VI.2.2 VI.2.3"),
        ("toor chuwcs booj máy trừ tinh giản biên chế còn vieecj nào", "III.1 III.3"),
        ("TRU TINH GIAN BIEN CHE THI TO CHUC BO MAY CON GI", "III.1 III.3"),
        ("ngoai tinh gian bien che thi to chuc bo may con viec nao", "III.1 III.3"),
        ("ngoài hợp nhất Cổng Dịch vụ công thì nhóm VI.5 còn những việc gì", "VI.5.2 VI.5.3 VI.5.4"),
        ("hạ tầng số trừ iot với truyền dẫn thì còn gì", "VI.2.2 VI.2.3"),
        ("tài chính công trừ tài sản công thì còn việc gì", "V.1 V.2"),
        ("trừ II.5 và II.8 thì mảng TTHC còn mấy việc", "II.1 II.2 II.3 II.4 II.6 II.7"),
        ("chỉ tiêu 2025 nào yêu cầu 100% (không tính số hóa)", "CT25.15 CT25.18 CT25.19"),
    ],
)
def test_what_is_taken_away_by_its_name_is_not_listed(question: str, codes: str) -> None:
    assert set(_told(question).records) == set(codes.split())


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("việc cải cách TTHC không có Bưu điện tỉnh phối hợp", "II.1 II.2 II.5"),
        ("buu dien phoi hop ngoai muc tthc", "VI.1.2 VI.1.3"),
        ("lĩnh vực nào không có việc của văn phòng", "I III IV V"),
        ("tổng số nhiệm vụ không thuộc Văn phòng và cũng không thuộc Tổ chức cán bộ là bao nhiêu?", "V.1 V.2 V.3"),
        ("việc của văn phòng không kể chính quyền số không tính bưu điện", "II.1 II.2 II.5"),
    ],
)
def test_units_and_areas_are_left_out_of_what_is_asked(question: str, codes: str) -> None:
    assert set(_told(question).records) == set(codes.split())


@pytest.mark.parametrize(
    ("question", "count"), [("số việc không phải Văn phòng chủ trì", 13), ("mấy việc không phải KHTC làm", 38)]
)
def test_what_a_unit_does_not_do_is_counted(question: str, count: int) -> None:
    assert _told(question).count == count


@pytest.mark.parametrize(
    ("turns", "codes"),
    [
        (("phụ lục mục III có những việc gì", "bỏ tinh giản biên chế ra"), "III.1 III.3"),
        (("mảng công vụ có việc gì", "bỏ việc thứ hai"), "IV.1 IV.3 IV.4"),
        (("việc hạn 2022", "không tính của TCCB"), "II.5 VI.5.1"),
        (("TCCB mấy việc", "không tính hàng năm", "trừ luôn tinh giản biên chế"), "III.1 III.3 IV.1 IV.2 IV.3 IV.4"),
    ],
)
def test_some_of_a_list_are_left_out_by_the_next_message(turns: tuple[str, ...], codes: str) -> None:
    assert set(_told(*turns).records) == set(codes.split())


def test_it_is_told_what_is_left_out_beside_what_is_asked() -> None:
    assert _heading("hạ tầng số không tính IoT") == "3 nhiệm vụ (nhóm Phát triển hạ tầng số; không tính “IoT”):"
    assert "không tính việc Phòng Tổ chức cán bộ (pháp chế) chủ trì, thời hạn hàng năm" in _heading(
        "không kể các việc pháp chế hàng năm thì TCCB còn mấy việc"
    )


@pytest.mark.parametrize(
    "turns",
    [
        ("nhiệm vụ của TCCB không tính việc thi đua",),
        ("mảng công vụ có việc gì", "trừ thi đua khen thưởng"),
        ("việc của văn phòng trừ việc tuyển dụng nhân tài",),
    ],
)
def test_what_is_left_out_and_not_known_is_asked_about(turns: tuple[str, ...]) -> None:
    told = _told(*turns)
    assert (told.kind, told.records) == ("none", ())
    assert "left_out" in told.facts


@pytest.mark.parametrize(
    ("turns", "count"),
    [
        (("việc của KHTC", "ko phải, TCCB chủ trì mấy việc"), 10),
        (("không phải, ý tôi là Văn phòng chủ trì mấy việc",), 28),
        (("mấy việc hạn chỉ trong 2022, kể cả quý II và 'trong năm 2022'",), 4),
        (("việc nào ấn định riêng năm 2021",), 1),
    ],
)
def test_what_takes_back_or_includes_leaves_nothing_out(turns: tuple[str, ...], count: int) -> None:
    assert _told(*turns).count == count


@pytest.mark.parametrize("question", ["có được xin ngoài ngân sách không", "co duoc xin ngoai ngan sach khong"])
def test_what_lies_outside_is_not_left_out(question: str) -> None:
    assert _told("kinh phí lấy ở đâu", question).records


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("chỉ tiêu người dân không phải nộp lại giấy tờ đã được chấp thuận 2025", "CT25.11"),
        ("công khai TTHC phối hợp với đơn vị nào ngoài các phòng", "II.3"),
        ("lưu trữ hồ sơ công việc điện tử ai chủ trì", "VI.4.2"),
    ],
)
def test_one_record_may_say_what_is_not(question: str, record: str) -> None:
    assert _told(question).records == (record,)


@pytest.mark.parametrize(
    "question",
    [
        "chỉ tiêu nào của công vụ năm 2025 không có con số",
        "việc nào của TCCB không cần họp",
        "việc nào không gửi Bộ Y tế",
    ],
)
def test_what_is_denied_and_not_understood_is_never_listed(question: str) -> None:
    told = _told(question)
    assert (told.kind, told.records) == ("none", ())


def test_what_was_told_before_is_left_out() -> None:
    told = _told("rà soát TTHC ai chủ trì", "ngoài việc đó ra văn phòng còn việc gì")
    assert told.count == 27
    assert "II.2" not in told.records


def test_an_order_not_to_count_is_heard() -> None:
    assert _told("nhóm hạ tầng số, đừng tính việc IoT").records == ("VI.2.1", "VI.2.2", "VI.2.3")
    assert set(_told("chỉ tiêu về hài lòng ngoài năm 2030").records) == {"CT25.10", "CT25.13", "CT25.14"}


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("Bưu điện phối hợp gì trong mảng chính quyền số thôi, mảng TTHC không cần", "VI.1.2 VI.1.3"),
        ("nhóm VI.5 có việc gì, VI.5.1 khỏi kể", "VI.5.2 VI.5.3 VI.5.4"),
        ("việc hạn 2022, của TCCB bỏ qua", "II.5 VI.5.1"),
        ("TCCB chủ trì việc gì, việc hàng năm không kể nhé", "III.1 III.2 III.3 IV.1 IV.2 IV.3 IV.4"),
        ("lĩnh vực nào Văn phòng không chủ trì việc nào hết", "I III IV V"),
        ("phần nào trong kế hoạch Văn phòng không chủ trì việc nào hết", "I III IV V"),
        ("trong mảng TTHC Bưu điện không phối hợp việc nào", "II.1 II.2 II.5"),
        ("năm 2022 TCCB không chủ trì việc nào", "II.5 VI.5.1"),
        ("việc nào văn phòng và TCCB không chủ trì", "V.1 V.2 V.3"),
    ],
)
def test_what_is_named_before_it_is_left_out_as_well(question: str, codes: str) -> None:
    assert set(_told(question).records) == set(codes.split())


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("kính gửi Văn phòng, em muốn hỏi nhóm ứng dụng, dịch vụ nội bộ có mấy việc", 6),
        ("Bưu điện không chủ trì nhưng phối hợp việc nào", 7),
        ("mảng TTHC thì bỏ qua, còn mấy việc của Văn phòng", 20),
        ("em bên bộ phận tổng hợp muốn hỏi có bao nhiêu nhiệm vụ không do Văn phòng chủ trì", 13),
    ],
)
def test_only_what_is_left_out_is_left_out(question: str, count: int) -> None:
    assert _told(question).count == count
