"""Which parts of the plan, or units, have so many tasks or targets."""

from __future__ import annotations

import pytest

from handlers import answering
from tests.support.engines import default_engine as _engine
from tests.support.engines import told as _told


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("lĩnh vực nào chỉ có 3 việc", [3, 3, 3]),
        ("linh vuc nao nhieu hon 5 nhiem vu", [20, 8]),
        ("mảng nào dưới 4 việc", [3, 3, 3]),
        ("nhóm nào có 6 việc", [6]),
        ("phòng nào chủ trì trên 5 nhiệm vụ", [28, 10]),
        ("lĩnh vực nào có từ 8 nhiệm vụ trở lên", [20, 8]),
    ],
)
def test_only_those_are_told_that_have_so_many_tasks(question: str, counts: list[int]) -> None:
    told = _told(question)
    assert (told.facet, told.thing, [count for _, count in told.tally]) == ("most", "task", counts)


@pytest.mark.parametrize("question", ["lĩnh vực nào không có chỉ tiêu", "linh vuc nao khong co chi tieu nao 2030"])
def test_an_area_without_targets_is_told(question: str) -> None:
    told = _told(question)
    assert (told.thing, told.tally) == ("target", (("Cải cách thể chế", 0),))


def test_where_none_has_so_many_that_is_said_with_what_each_has() -> None:
    reply = str(answering.reply(_told("lĩnh vực nào có 100 việc"), _engine().plan))
    assert "Không có mục nào như vậy" in reply
    assert "Cải cách thể chế: 3 nhiệm vụ" in reply


@pytest.mark.parametrize("said", ["nhóm việc lớn", "nhóm nhiệm vụ", "nhóm công việc"])
def test_groups_of_tasks_are_counted_in_any_words(said: str) -> None:
    told = _told(f"phần chính quyền điện tử chia làm mấy {said}")
    assert (told.thing, told.count) == ("group", 5)


@pytest.mark.parametrize(
    "where", ["nằm ở nội dung nào vậy", "thuộc nội dung nào", "nam o mang nao", "nằm trong lĩnh vực nào"]
)
def test_a_target_is_found_by_its_value_wherever_it_is_asked_to_stand(where: str) -> None:
    assert _told(f"chỉ tiêu 70% {where}").records == _told("chỉ tiêu 70% là gì").records != ()
