"""What stands on the screen is what is pointed at: "việc thứ 2" after /nhiemvu, /hanchot, /chitieu or a digest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from handlers.reminders import queue_digests
from knowledge.model import Plan
from storage.records import Role
from storage.unit_of_work import Database
from tests.support.plans import small_plan
from tests.support.talk import ZONE, Person, Talk


@pytest.fixture
async def talk(database: Database) -> Talk:
    """The small plan, followed since the year began."""
    talk = Talk(database)
    await talk.follow(small_plan(), datetime(2026, 1, 1, tzinfo=UTC))
    return talk


def _long_plan() -> Plan:
    plan = small_plan()
    titles = ("Đào tạo", "Thanh tra", "Lưu trữ", "Khen thưởng", "Mua sắm", "Tiếp dân", "Phòng dịch")
    more = [
        plan.tasks[1].model_copy(update={"code": f"I.{n}", "printed_code": str(n), "title": title})
        for n, title in enumerate(titles, 10)
    ]
    return plan.model_copy(update={"tasks": (*plan.tasks, *more)})


def _without(plan: Plan, *codes: str) -> Plan:
    return plan.model_copy(update={"tasks": tuple(t for t in plan.tasks if t.code not in codes)})


@pytest.mark.parametrize("shows", ["/nhiemvu", "phòng em chủ trì những việc nào", "/nhiemvu TC"])
async def test_a_task_of_a_list_is_opened_by_its_place(hung: Person, shows: str) -> None:
    await hung.says(shows)
    said = await hung.says("việc thứ 2")
    assert "I.4. Sắp xếp bộ máy" in said
    assert "[Cập nhật tiến độ]" in said
    assert "I.6. Báo cáo quý" in await hung.says("cái thứ ba")  # the list goes on to be meant
    assert "I.6. Báo cáo quý" in await hung.says("việc cuối")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("cái đầu tiên hạn khi nào", ("Theo nhiệm vụ I.2", "Thời hạn: Hàng năm", "31/12/2026, còn 37 ngày")),
        ("cái đầu ai phối hợp", ("Theo nhiệm vụ I.2", "Bưu điện")),
        ("ai phối hợp việc thứ 1", ("Theo nhiệm vụ I.2", "Bưu điện")),
        ("mấy việc đó ai phối hợp", ("I.2", "I.4", "I.6", "Bưu điện")),
        ("2 việc đầu hạn khi nào", ("Hàng năm", "Quý I/2026")),
        ("việc thứ 2 và thứ 3 sản phẩm là gì", ("Báo cáo số 4", "Báo cáo số 6")),
        ("2", ("I.4. Sắp xếp bộ máy",)),
        ("dòng 3", ("I.6. Báo cáo quý",)),
    ],
)
async def test_what_is_asked_of_a_list_is_asked_of_its_tasks(hung: Person, asked: str, said: tuple[str, ...]) -> None:
    await hung.says("/nhiemvu")
    answered = await hung.says(asked)
    for part in said:
        assert part in answered
    assert "I.1" not in answered


async def test_a_place_that_the_list_does_not_have_is_said(hung: Person) -> None:
    await hung.says("/nhiemvu")
    said = await hung.says("việc thứ 4")
    assert "Danh sách vừa xem chỉ có 3 mục" in said
    assert "Hỏi Văn phòng" not in said


async def test_after_a_page_is_turned_its_own_tasks_are_meant(talk: Talk, hung: Person) -> None:
    await talk.follow(_long_plan(), datetime(2026, 1, 1, tzinfo=UTC))
    await hung.says("/nhiemvu")
    assert "I.4." in await hung.says("việc thứ 2")
    await hung.says("/nhiemvu")
    second = await hung.takes("Xem tiếp")
    assert "Trang 2/2" in second
    shown = [line.split()[0] for line in second.splitlines() if " — " in line]
    assert f"{shown[1]}. " in await hung.says("việc thứ 2")
    await hung.says("/nhiemvu")
    await hung.takes("Xem tiếp")
    await hung.takes("Trang trước")
    assert "I.4." in await hung.says("việc thứ 2")


async def test_what_is_due_and_what_is_late_can_be_pointed_at(hung: Person) -> None:
    listed = await hung.says("/hanchot")
    shown = [line.split()[0] for line in listed.splitlines() if " — " in line]
    assert len(shown) > 1
    assert f"Theo nhiệm vụ {shown[-1]}" in await hung.says("việc cuối ai phối hợp")
    late = await hung.says("phòng mình có việc gì quá hạn không?")
    shown = [line.split()[0] for line in late.splitlines() if " — " in line]
    assert f"{shown[0]}. " in await hung.says("việc đầu tiên")
    late = await hung.says("việc nào quá hạn")
    shown = [line.split()[0] for line in late.splitlines() if " — " in line]
    assert f"{shown[1]}. " in await hung.says("việc thứ hai")


async def test_targets_that_are_listed_are_meant_and_no_task_is(talk: Talk, hung: Person) -> None:
    plan = small_plan()
    second = plan.targets[0].model_copy(update={"code": "CT27.02", "metric": "Hài lòng", "statement": "Đạt 90%."})
    await talk.follow(plan.model_copy(update={"targets": (*plan.targets, second)}), datetime(2026, 1, 1, tzinfo=UTC))
    await hung.says("/chitieu")
    assert "Hài lòng" in await hung.says("cái thứ 2")
    await hung.says("/nhiemvu")
    assert "I.4" not in await hung.says("chỉ tiêu thứ 2")


async def test_a_digest_that_has_come_is_the_list_that_is_meant(talk: Talk, hung: Person) -> None:
    await hung.says("/nhiemvu")
    talk.now = datetime(2026, 12, 17, 1, tzinfo=UTC)
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, talk.now, ZONE)
    digest = await talk.told(hung)
    numbered = [line.split()[0] for line in digest.splitlines() if "I." in line and not line.startswith("[")]
    assert len(numbered) > 1, digest
    talk.now += timedelta(minutes=5)
    assert numbered[:2] == ["I.2", "I.6"]
    assert "I.6. " in await hung.says("việc thứ 2")
    talk.now += timedelta(hours=1)
    assert "I.6. " not in await hung.says("việc thứ 2")


async def test_numbers_are_not_recorded_of_a_digest_when_another_list_is_on_the_screen(
    talk: Talk, hung: Person
) -> None:
    talk.now = datetime(2026, 12, 17, 1, tzinfo=UTC)
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, talk.now, ZONE)
    assert "I.6 Báo cáo quý" in await talk.told(hung)  # the second line
    talk.now += timedelta(hours=1)
    await hung.says("/nhiemvu")  # the second is I.4
    for typed in ("2 60%", "việc thứ 2 60%", "1 30%, 2 60%"):
        assert "danh sách khác" in await hung.says(typed)
    assert "Đã ghi nhận I.2: 60%" in await hung.says("1 60%")  # the first is the same in both
    talk.now += timedelta(hours=1)
    assert "Đã ghi nhận I.6: 60%" in await hung.says("2 60%")


async def test_what_is_late_of_a_list_is_asked_of_its_tasks(hung: Person) -> None:
    await hung.says("/nhiemvu TH")
    assert "I.4" not in await hung.says("mấy việc đó việc nào quá hạn")
    await hung.says("/nhiemvu")
    assert "I.4" in await hung.says("mấy việc đó việc nào quá hạn")


async def test_a_list_is_meant_for_a_quarter_of_an_hour(talk: Talk, hung: Person) -> None:
    await hung.says("/nhiemvu")
    talk.now += timedelta(minutes=14)
    assert "I.4." in await hung.says("việc thứ 2")
    await hung.says("/nhiemvu")
    talk.now += timedelta(minutes=16)
    assert "I.4." not in await hung.says("việc thứ 2")


async def test_after_another_list_the_one_before_is_meant_no_more(talk: Talk, hung: Person) -> None:
    await hung.says("/nhiemvu")
    talk.now += timedelta(minutes=1)
    await hung.says("/trogiup")
    assert "I.4." not in await hung.says("việc thứ 2")


async def test_a_list_is_meant_in_its_chat_by_its_person_in_its_plan(talk: Talk, hung: Person) -> None:
    lan = await talk.member("Lan", unit="TC")
    await hung.says("/nhiemvu")
    assert "I.4." not in await lan.says("việc thứ 2")
    group = Person(talk, "Hùng", chat="the group")
    assert "I.4." not in await group.says("việc thứ 2", private=False)
    other = small_plan().model_copy(update={"id": "other", "short_title": "Kế hoạch khác"})
    await talk.follow(other, datetime(2026, 1, 1, tzinfo=UTC))
    await hung.says("/kehoach")
    await hung.takes("Dùng: Kế hoạch 2026")
    await hung.says("/nhiemvu")
    await hung.says("/kehoach")
    await hung.takes("Dùng: Kế hoạch khác")
    assert "I.4." not in await hung.says("việc thứ 2")


async def test_after_an_amendment_nothing_is_guessed_of_a_list_before(talk: Talk, hung: Person) -> None:
    await hung.says("/nhiemvu")
    await talk.follow(_without(small_plan(), "I.4"), datetime(2026, 1, 1, tzinfo=UTC))
    for asked in ("việc thứ 2", "mấy việc đó ai phối hợp", "cái đầu tiên hạn khi nào"):
        said = await hung.says(asked)
        assert "Kế hoạch vừa được cập nhật (nay là bản 2)" in said
        assert "I.6" not in said
    assert "Phòng Tổng hợp" in await hung.says("I.1 ai chủ trì")  # what leans on nothing is answered
    await hung.says("/nhiemvu")
    assert "I.6." in await hung.says("việc thứ 2")


async def test_an_amendment_of_other_rows_leaves_a_list_as_it_stands(talk: Talk, hung: Person) -> None:
    await hung.says("/nhiemvu")
    await talk.follow(_without(small_plan(), "I.5"), datetime(2026, 1, 1, tzinfo=UTC))
    assert "I.4." in await hung.says("việc thứ 2")


async def test_a_row_number_of_the_plan_is_meant_by_its_word(talk: Talk, hung: Person) -> None:
    await hung.says("/nhiemvu")
    assert "I.1" in await hung.says("nhiệm vụ số 1 ai chủ trì")  # as the plan numbers it
    await hung.says("/nhiemvu")
    assert "I.2" in await hung.says("việc thứ 1 ai chủ trì")


async def test_a_day_of_the_week_is_no_place(hung: Person) -> None:
    await hung.says("/nhiemvu")
    assert "I.4" not in await hung.says("việc nào hạn thứ 2 này")


async def test_the_deadline_in_force_stands_beside_the_printed_one(talk: Talk, hung: Person) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "Hạn hiện nay" not in await hung.says("I.4 ai chủ trì")
    await minh.says("/giahan I.4 30/6/2027 chờ UBND tỉnh phê duyệt CV 12/SNV-VP")
    await minh.takes("Đồng ý")
    for asked in ("I.4 hạn khi nào", "I.4"):
        said = await hung.says(asked)
        assert "Quý I/2026" in said
        assert "Hạn hiện nay của I.4: 30/06/2027 (gia hạn lần 1, hạn cũ 31/03/2026), còn 218 ngày." in said


async def test_a_reply_to_an_earlier_message_is_about_what_that_one_shows(talk: Talk, hung: Person) -> None:
    card = await hung.says("/nhiemvu I.4")
    answer = await hung.says("I.2 ai chủ trì")
    talk.now += timedelta(hours=3)
    await hung.says("I.6 hạn khi nào")
    assert "Theo nhiệm vụ I.4" in await hung.says("sản phẩm là gì", replied=card)
    assert "Theo nhiệm vụ I.2" in await hung.says("ai phối hợp", replied=answer)
    listed = "Nhiệm vụ Phòng Tài chính chủ trì: 3\n• I.2 Quyết toán ngân sách — hạn\n• I.6 Báo cáo quý — hạn"
    assert "I.6. Báo cáo quý" in await hung.says("việc thứ 2", replied=listed)
    assert "Theo nhiệm vụ I.6" in await hung.says("ai chủ trì", replied="Xin chào.")


@pytest.mark.parametrize(
    "shown",
    [
        "I.4. Một việc của kế hoạch khác",
        "II.9. Một việc không còn nữa",
        "• I.2 Quyết toán ngân sách — hạn\n• II.9 Một việc không còn nữa — hạn\n• I.6 Báo cáo quý — hạn",
        "7. I.2 Quyết toán ngân sách: còn 3 ngày\n8. I.6 Báo cáo quý: còn 3 ngày",
    ],
)
async def test_a_reply_to_what_is_not_in_the_plan_points_at_nothing(hung: Person, shown: str) -> None:
    await hung.says("/nhiemvu")
    for asked in ("ai chủ trì", "cái thứ hai ai chủ trì"):
        said = await hung.says(asked, replied=shown)
        assert "Theo nhiệm vụ" not in said
        assert "I.6" not in said
