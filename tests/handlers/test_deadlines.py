"""/hanchot: overdue and coming, for the person's unit, in views and pages; what came before following apart."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from storage.records import Role
from tests.support.plans import small_plan
from tests.support.talk import Talk

JANUARY = datetime(2027, 1, 8, 1, tzinfo=UTC)


async def test_what_falls_due_within_a_month_for_ones_own_unit(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    assert "Không có việc nào quá hạn hoặc đến hạn trong 30 ngày tới" in await nam.says("/hanchot")
    assert "Việc đến hạn gần nhất: I.2" in nam.read
    talk.now = datetime(2026, 12, 10, 1, tzinfo=UTC)
    said = await nam.says("/hanchot")
    assert "Thời hạn: Phòng Tài chính" in said
    assert "Đến hạn trong 30 ngày tới: 2" in said
    assert "I.2 Quyết toán ngân sách — hạn 31/12/2026" in said
    assert "I.1" not in said


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("quý này", "Đến hạn từ nay đến hết quý (31/12/2026): 1"),
        ("Phòng Tài chính", "Thời hạn: Phòng Tài chính"),
        ("tất cả", "Thời hạn: tất cả đơn vị"),
        ("I.1", "I.1. Rà soát quy chế làm việc"),
        ("vớ vẩn", "Chưa rõ “vớ vẩn”"),
        ("trước khi theo dõi", "Không có nhiệm vụ nào đến hạn trước khi theo dõi"),
    ],
)
async def test_words_choose_the_view(talk: Talk, typed: str, shown: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert shown in await lan.says(f"/hanchot {typed}")


async def test_overdue_comes_before_what_is_coming(talk: Talk) -> None:
    thu = await talk.member("Thu", Role.DIRECTOR)
    talk.now = datetime(2027, 3, 15, 1, tzinfo=UTC)
    said = await thu.says("/hanchot")
    assert said.index("Quá hạn: 3") < said.index("Đến hạn trong 30 ngày tới: 1")
    assert "I.6" in said
    only = await thu.takes("Chỉ quá hạn")
    assert "Đến hạn trong" not in only


async def test_what_fell_due_before_following_is_one_line_a_task_and_never_late(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    said = await nam.says("/hanchot")
    assert "Trước khi theo dõi, chưa báo hoàn thành: 2 nhiệm vụ, 4 kỳ (không nhắc, không tính quá hạn)" in said
    said = await nam.takes("Trước khi theo dõi (2)")
    assert "I.6 Báo cáo quý — 3 kỳ, quý I/2026 đến quý III/2026" in said
    assert "I.4 Sắp xếp bộ máy — hạn 31/03/2026" in said
    assert "quý III/2026: 30/09/2026" in await nam.takes("I.6")


async def test_reporting_it_done_takes_it_off_the_list(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    await nam.says("/tiendo I.4 100%")
    await nam.takes("Đồng ý")
    await nam.says("/hanchot")
    assert "I.4" not in await nam.takes("Trước khi theo dõi (1)")


async def test_an_extension_takes_it_out_of_what_is_overdue(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    talk.now = JANUARY
    assert "Quá hạn: 1" in await lan.says("/hanchot")
    await minh.says("/giahan I.1 31/1 chờ cấp trên")
    await minh.takes("Đồng ý")
    said = await lan.says("/hanchot")
    assert "Quá hạn: 1" not in said
    assert "hạn 31/01/2027" in said


async def test_more_than_a_screen_is_paged_not_cut(talk: Talk) -> None:
    plan = small_plan()
    more = [plan.tasks[0].model_copy(update={"code": f"I.{n}"}) for n in range(10, 21)]
    await talk.follow(plan.model_copy(update={"tasks": (*plan.tasks, *more)}))
    lan = await talk.member("Lan", unit="TH")
    talk.now = JANUARY
    assert "Quá hạn: 12" in await lan.says("/hanchot")
    seen = {c.label for c in lan.screen.choices if c.label.startswith("I.")}  # type: ignore[union-attr]
    await lan.takes("Xem tiếp")
    seen |= {c.label for c in lan.screen.choices if c.label.startswith("I.")}  # type: ignore[union-attr]
    assert len(seen) == 12


async def test_work_without_a_date_is_counted_apart(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "Chờ văn bản, chưa có hạn: 1" in await lan.says("/hanchot")
