"""Lists of tasks and a task's card: the person's unit first, narrowed by words, each opened by a choice."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from knowledge.model import Plan
from storage.records import Role
from tests.support.plans import small_plan
from tests.support.talk import Talk


def _codes(said: str) -> list[str]:
    """The codes of the tasks listed, in order."""
    return [line.split()[0] for line in said.splitlines() if " — " in line]


def _long_plan() -> Plan:
    plan = small_plan()
    more = [plan.tasks[0].model_copy(update={"code": f"I.{n}", "printed_code": str(n)}) for n in range(10, 21)]
    return plan.model_copy(update={"tasks": (*plan.tasks, *more)})


async def test_what_the_persons_unit_leads_comes_first(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert _codes(await lan.says("/nhiemvu")) == ["I.1", "I.3", "I.5"]
    assert _codes(await lan.takes("Tất cả")) == ["I.1", "I.2", "I.3", "I.4", "I.5", "I.6"]
    assert _codes(await lan.takes("Của đơn vị tôi")) == ["I.1", "I.3", "I.5"]


@pytest.mark.parametrize("unit", [None, "BD"])
async def test_who_has_no_unit_that_leads_sees_everything(talk: Talk, unit: str | None) -> None:
    thu = await talk.member("Thu", Role.DIRECTOR, unit)
    assert len(_codes(await thu.says("/nhiemvu"))) == 6


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("I", ["I.1", "I.2", "I.3", "I.4", "I.5", "I.6"]),
        ("mục I", ["I.1", "I.2", "I.3", "I.4", "I.5", "I.6"]),
        ("công tác chung", ["I.1", "I.2", "I.3", "I.4", "I.5", "I.6"]),
        ("TC", ["I.2", "I.4", "I.6"]),
        ("phòng tài chính", ["I.2", "I.4", "I.6"]),
        ("ngân sách", ["I.2"]),
        ("QUYET TOAN", ["I.2"]),
        ("báo cáo số", ["I.1", "I.2", "I.3", "I.4", "I.5", "I.6"]),
        ("phối hợp", ["I.2"]),
        ("tat ca", ["I.1", "I.2", "I.3", "I.4", "I.5", "I.6"]),
    ],
)
async def test_words_narrow_the_list(talk: Talk, typed: str, codes: list[str]) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert _codes(await lan.says(f"/nhiemvu {typed}")) == codes


async def test_a_list_of_several_units_says_whose_each_task_is(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "I.2 Quyết toán ngân sách (Tài chính)" in await lan.says("/nhiemvu tất cả")


async def test_nothing_found_offers_to_ask_instead(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    said = await lan.says("/nhiemvu {count} xây nhà")
    assert "Không tìm thấy nhiệm vụ nào có “{count} xây nhà”" in said
    assert "[Hỏi trợ lý câu này]" in said


async def test_long_lists_come_in_pages_that_turn_both_ways(talk: Talk) -> None:
    await talk.follow(_long_plan())
    lan = await talk.member("Lan", unit="TH")
    first = await lan.says("/nhiemvu")
    assert "Trang 1/3" in first
    assert "Trang 2/3" in await lan.takes("Xem tiếp")
    assert lan.screen is not None
    assert lan.screen.replaces
    assert await lan.takes("Trang trước") == first


async def test_a_page_that_is_no_longer_there_shows_the_last(talk: Talk) -> None:
    await talk.follow(_long_plan())
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/nhiemvu")
    await lan.takes("Xem tiếp")
    token = lan.choice("Xem tiếp").token
    await talk.follow(small_plan())
    assert _codes(await lan.presses(token)) == ["I.1", "I.3", "I.5"]


@pytest.mark.parametrize("typed", ["/nhiemvu I.1", "/nhiemvu i1", "/nhiệm vụ I.01"])
async def test_a_code_opens_the_card(talk: Talk, typed: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    said = await lan.says(typed)
    for fact in (
        "I.1. Rà soát quy chế làm việc",
        "Chủ trì: Phòng Tổng hợp",
        "Phối hợp: Các phòng chuyên môn",
        "Sản phẩm: Báo cáo số 1",
        "Thời hạn (theo kế hoạch): Tháng 12/2026",
        "Hạn: 31/12/2026, còn 37 ngày",
        "Tiến độ: chưa có cập nhật",
        "Phụ lục, mục I, STT 1",
    ):
        assert fact in said


async def test_a_list_item_opens_by_its_choice_and_offers_an_update(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/nhiemvu")
    await lan.takes("I.1")
    assert "Tiến độ hiện nay?" in await lan.takes("Cập nhật tiến độ")


async def test_only_who_may_say_something_is_offered_an_update(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    thu = await talk.member("Thu", Role.DIRECTOR)
    assert "[Cập nhật tiến độ]" in await lan.says("/nhiemvu I.2")  # cooperates: a note
    assert "[Cập nhật tiến độ]" not in await lan.says("/nhiemvu I.6")
    assert "[Cập nhật tiến độ]" not in await thu.says("/nhiemvu I.1")


async def test_a_card_says_who_reported_what_and_when(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 60% đã trình")
    said = await lan.says("/nhiemvu I.1")
    assert "Tiến độ: 60%, đang thực hiện (Lan, 09:00 ngày 24/11/2026)" in said
    assert "Ghi chú: đã trình" in said


async def test_a_card_of_recurring_work_shows_its_place_among_the_periods(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    assert "Kỳ: quý IV/2026 (trong 8 kỳ, quý I/2026 – quý IV/2027)" in await nam.says("/nhiemvu I.6")
    assert "quý I/2027: 31/03/2027, còn 127 ngày" in await nam.takes("Các kỳ")
    assert "Hạn: 31/03/2027" in await nam.takes("quý I/2027")


async def test_a_card_never_hides_another_period_that_is_overdue(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    talk.now = datetime(2027, 1, 8, 1, tzinfo=UTC)
    assert "Kỳ khác đã quá hạn, chưa hoàn thành: năm 2026 (hạn 31/12/2026)" in await nam.says("/nhiemvu I.2")


async def test_what_was_due_before_following_is_shown_so_and_not_late(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    assert "Hạn: 31/03/2026, trước khi theo dõi" in await nam.says("/nhiemvu I.4")


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("I.3", "Hạn: thường xuyên, không có ngày cụ thể"),
        ("I.5", "Hạn: chờ văn bản, chưa có hạn"),
        ("I.7", "Hạn: chưa rõ ngày đến hạn"),
    ],
)
async def test_work_without_a_date_says_why(talk: Talk, code: str, why: str) -> None:
    plan = small_plan()
    unclear = plan.tasks[0].model_copy(update={"code": "I.7", "deadline": "Khẩn trương"})
    await talk.follow(plan.model_copy(update={"tasks": (*plan.tasks, unclear)}))
    lan = await talk.member("Lan", unit="TH")
    assert why in await lan.says(f"/nhiemvu {code}")


async def test_overdue_work_is_listed_by_period_the_oldest_first(talk: Talk) -> None:
    thu = await talk.member("Thu", Role.DIRECTOR)
    talk.now = datetime(2027, 4, 8, 1, tzinfo=UTC)
    said = await thu.says("/nhiemvu quá hạn")
    assert "Nhiệm vụ quá hạn: 4" in said
    assert _codes(said) == ["I.1", "I.2", "I.6", "I.6"]
    assert "Hạn: 31/03/2027" in await thu.takes("I.6 (quý I/2027)")


async def test_a_task_that_left_the_plan_is_said_to_have_left(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/nhiemvu")
    token = lan.choice("I.5").token
    plan = small_plan()
    await talk.follow(plan.model_copy(update={"tasks": plan.tasks[:4]}))
    assert "hiện không có nhiệm vụ I.5" in await lan.presses(token)


async def test_what_waits_for_the_office_to_confirm_is_a_list_of_its_own(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    assert "Không có nhiệm vụ nào chờ xác nhận" in await lan.says("/nhiemvu chờ xác nhận")
    await nam.says("/tiendo I.2 100%")
    await nam.takes("Đồng ý")
    await lan.says("/tiendo I.1 50%")
    said = await lan.says("/nhiemvu cho xac nhan")
    assert "chờ Văn phòng xác nhận: 1" in said
    assert _codes(said) == ["I.2"]
    assert _codes(await lan.takes("Tất cả")) != ["I.2"]
    assert _codes(await lan.takes("Chờ xác nhận")) == ["I.2"]
