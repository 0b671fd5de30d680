"""Plans without a table: their tasks stand in running text."""

from __future__ import annotations

import pytest

from knowledge.importing.text_tasks import text_tasks
from knowledge.importing.units import Register
from knowledge.model import Passage, Task


def _read(text: str, heading: str = "Dạy bơi cho trẻ em") -> tuple[Task, ...]:
    head = Passage(code="P.II.2", kind="solution", title=heading, place="Mục II.2")
    point = Passage(code="P.II.2.a", kind="solution", text=text, place="Mục II.2, điểm a")
    return tuple(text_tasks((head, point), Register()).tasks)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (
            "a) Tổ chức dạy bơi miễn phí. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính, Thành đoàn Cần Thơ "
            "thực hiện, hoàn thành trước ngày 31/5/2026.",
            ("Tổ chức dạy bơi miễn phí", "Sở Y tế", "Sở Tài chính, Thành đoàn Cần Thơ", "trước ngày 31/5/2026"),
        ),
        (
            "- Sở Tài chính chủ trì, phối hợp với Sở Y tế xây dựng cơ chế hỗ trợ học phí, xong trong Quý II/2027.",
            ("Xây dựng cơ chế hỗ trợ học phí", "Sở Tài chính", "Sở Y tế", "trong Quý II/2027"),
        ),
        (
            "b) Lập bản đồ nguy cơ đuối nước.\n- Cơ quan chủ trì: UBND các xã, phường.\n- Cơ quan phối hợp: Sở Y tế.\n"
            "- Thời gian thực hiện: Năm 2026.",
            ("Lập bản đồ nguy cơ đuối nước", "UBND các xã, phường", "Sở Y tế", "Năm 2026"),
        ),
        (
            "c) Kiểm tra xe đưa đón học sinh (Cơ quan chủ trì: Công an tỉnh; thời gian: thường xuyên).",
            ("Kiểm tra xe đưa đón học sinh", "Công an tỉnh", "", "thường xuyên"),
        ),
    ],
)
def test_what_running_text_gives_to_somebody_is_a_task(text: str, cells: tuple[str, ...]) -> None:
    (task,) = _read(text)
    assert (task.title, task.lead_printed, task.cooperating_printed, task.deadline) == cells
    assert (task.code, task.place) == ("II.2.1", "Mục II.2, điểm a")


def test_under_a_unit_as_heading_the_unit_leads() -> None:
    (task,) = _read("- Chủ trì xây dựng cơ sở dữ liệu trẻ em, hoàn thành năm 2027.", heading="Sở Y tế")
    assert (task.lead_printed, task.title, task.deadline) == ("Sở Y tế", "Xây dựng cơ sở dữ liệu trẻ em", "năm 2027")


@pytest.mark.parametrize(
    "text",
    [
        "Nhà trường giữ vai trò chủ trì trong việc dạy bơi.",
        "- Mỗi việc chỉ do một cơ quan chủ trì.",
        "Bảo đảm rõ người, rõ việc, rõ thời gian.",
    ],
)
def test_text_that_gives_nobody_work_is_no_task(text: str) -> None:
    assert _read(text) == ()
