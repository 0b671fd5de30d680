"""Lists and counts of what is left when units, areas or both are left out."""

from __future__ import annotations

import pytest

from tests.support.engines import default_engine as _engine
from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("trừ việc của Văn phòng và TCCB ra thì còn mấy việc, của phòng nào?", 3),
        ("ngoài việc của TCCB và KHTC thì còn bao nhiêu việc", 28),
        ("tru viec cua van phong, tccb ra con may viec", 3),
        ("không tính Văn phòng với KHTC thì còn những nhiệm vụ nào", 10),
        ("việc không phải của văn phòng hoặc khtc", 10),
        ("bỏ việc của văn phòng đi thì còn lại mấy việc", 13),
        ("không tính Văn phòng thì TCCB chủ trì mấy việc", 10),
        ("việc TCCB không phải làm", 31),
    ],
)
def test_all_units_that_are_left_out_are_left_out(question: str, count: int) -> None:
    assert _told(question).count == count


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("văn phòng chủ trì việc nào không liên quan bưu điện", 21),
        ("Văn phòng chủ trì mà Bưu điện không phối hợp thì có mấy việc", 21),
        ("việc nào phối hợp với Sở Thông tin và Truyền thông mà không có bưu điện", 1),
        ("việc của văn phòng có bưu điện", 7),
        ("văn phòng làm với bưu điện mấy việc", 7),
        ("việc nào có cả bưu điện và tổng đài 1022", 1),
        ("cả bưu điện lẫn tổng đài 1022 phối hợp việc nào", 1),
        ("cả TCCB lẫn KHTC chủ trì mấy việc", 13),
        ("phòng Tổ chức cán bộ (gồm cả pháp chế) chủ trì mấy việc", 10),
    ],
)
def test_each_unit_has_the_part_that_is_said_of_it(question: str, count: int) -> None:
    assert _told(question).count == count


@pytest.mark.parametrize(
    ("question", "areas"),
    [
        ("nhiệm vụ không thuộc lĩnh vực VI", "I II III IV V"),
        ("ngoai chinh quyen dien tu ra thi con bao nhieu viec", "I II III IV V"),
        ("trừ lĩnh vực VI và II thì còn mấy việc", "I III IV V"),
        ("không tính lĩnh vực I và II thì còn việc gì", "III IV V VI"),
        ("các việc của văn phòng trừ mảng chính quyền số", "II"),
        ("việc của văn phòng ngoài lĩnh vực TTHC", "VI"),
    ],
)
def test_tasks_of_areas_that_are_left_out_are_not_told(question: str, areas: str) -> None:
    told = _told(question)
    assert {code.partition(".")[0] for code in told.records} == set(areas.split())
    assert "beyond" in told.filters


def test_a_group_and_targets_are_left_out_as_well() -> None:
    assert _told("việc của văn phòng không kể nhóm hạ tầng số").count == 24
    targets = [_engine().plan.target(code) for code in _told("chỉ tiêu 2025 không thuộc mảng TTHC").records]
    assert targets
    assert all(target and target.area != "II" for target in targets)


def test_the_unit_behind_an_area_that_is_left_out_is_not_left_out() -> None:
    assert _told("lĩnh vực nào ngoài lĩnh vực VI do văn phòng chủ trì").records == ("II",)


@pytest.mark.parametrize(
    ("question", "count"),
    [("lĩnh vực I có mấy việc", 3), ("muc I co may viec", 3), ("lĩnh vực I với III cộng lại mấy việc", 6)],
)
def test_areas_are_named_by_number_also_the_first(question: str, count: int) -> None:
    assert _told(question).count == count


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("việc nào không phải năm 2021", 12),
        ("trừ việc năm 2021 ra thì còn mấy việc", 12),
        ("việc không có hạn năm 2022", 37),
        ("nhiem vu khong phai hang nam", 38),
        ("TCCB có việc nào không phải hằng năm", 7),
        ("việc của văn phòng mà không phải năm 2021", 4),
        ("việc TTHC nào không phải chờ văn bản Chính phủ", 7),
    ],
)
def test_a_time_that_is_left_out_is_what_the_others_do_not_have(question: str, count: int) -> None:
    told = _told(question)
    assert told.count == count
    assert "not_deadline" in told.filters


@pytest.mark.parametrize(
    ("question", "count"),
    [("việc nào chỉ làm năm 2021", 1), ("việc chỉ trong năm 2022", 4), ("việc nào năm 2021 thôi", 1)],
)
def test_work_of_one_year_alone_is_no_work_that_goes_on(question: str, count: int) -> None:
    assert _told(question).count == count


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("nhiệm vụ nào không có sản phẩm là báo cáo", 32),
        ("viec nao khong ra quyet dinh", 30),
        ("việc của TCCB không phải báo cáo", 7),
        ("việc nào của văn phòng không liên quan dữ liệu", 20),
        ("có bao nhiêu việc không phải báo cáo", 31),
    ],
)
def test_words_that_are_left_out_must_not_be_there(question: str, count: int) -> None:
    told = _told(question)
    assert told.count == count
    assert "not_words" in told.filters


def test_a_word_that_asks_may_narrow_as_part_of_another() -> None:
    told = _told("có bao nhiêu việc sản phẩm là báo cáo")
    assert (told.count, told.filters["words"]) == (9, "báo cáo")


@pytest.mark.parametrize(
    ("question", "count"), [("việc hạn 2022", 4), ("nhiệm vụ chưa có hạn", 2), ("viec quy II/2022", 1)]
)
def test_a_message_may_name_work_by_its_time_alone(question: str, count: int) -> None:
    assert _told(question).count == count


@pytest.mark.parametrize(
    ("question", "count", "filters"),
    [
        ("chỉ tiêu nào trên 50% mà dưới 90% năm 2025", 6, {"above": "50%", "below": "90%"}),
        ("chỉ tiêu nào từ 80% đến 90%", 13, {"between": "80% đến 90%"}),
        ("chi tieu tu 50 den 80% nam 2025", 7, {"between": "50% đến 80%"}),
        ("chỉ tiêu 2030 nào không phải 100%", 10, {"not_value": "100%"}),
        ("ngoài chỉ tiêu 100% thì 2025 còn mấy chỉ tiêu", 17, {"not_value": "100%"}),
        ("chỉ tiêu nào thấp hơn 50% đến 2025", 6, {"below": "50%"}),
    ],
)
def test_targets_are_within_all_bounds_and_not_at_what_is_left_out(
    question: str, count: int, filters: dict[str, str]
) -> None:
    told = _told(question)
    assert told.count == count
    assert filters.items() <= told.filters.items()
