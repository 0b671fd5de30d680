"""A digest answered line by line and in one message."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from handlers.messages import load
from handlers.reminders import queue_digests
from scheduler.offers import offered
from storage.records import OutboxMessage, Role
from tests.support.plans import small_plan
from tests.support.talk import ZONE, Person, Talk, text_of

MORNING = datetime(2026, 12, 17, 1, tzinfo=UTC)


@pytest.fixture
async def talk(talk: Talk) -> Talk:
    """TH has three tasks due on 31 December: I.1, I.7, I.8."""
    plan = small_plan()
    more = [plan.tasks[0].model_copy(update={"code": f"I.{n}", "title": f"Việc số {n}"}) for n in (7, 8)]
    await talk.follow(plan.model_copy(update={"tasks": (*plan.tasks, *more)}))
    return talk


async def _digest(talk: Talk, person: Person, at: datetime = MORNING) -> OutboxMessage | None:
    """The person's digest of a morning, sent and on their screen."""
    talk.now = at
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, talk.now, ZONE)
        member = await uow.members.by_account(talk.channel, person.name)
        assert member is not None
        message = await uow.outbox.get(f"digest:{at.astimezone(ZONE).date()}:member:{member.id}")
        if message is None:
            return None
        await uow.outbox.sending(message.id, via=talk.channel)
        await uow.outbox.sent(message.id, talk.now, "77")
        person.screen = await offered(uow, talk.channel, person.name, load(message.reply), talk.now)
    return message


async def _told(talk: Talk, name: str) -> str:
    """What the bot has put for a person of its own accord."""
    async with talk.database.read() as uow:
        member = await uow.members.by_account(talk.channel, name)
        found = [m for m in await uow.outbox.due(talk.now) if member and m.member_id == member.id]
    return "\n".join(text_of(load(m.reply)) for m in found)


async def test_the_whole_digest_in_one_message_is_echoed_and_undone_as_one(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _digest(talk, lan)
    said = await lan.says("1 60% đã trình, 2 vướng kinh phí, 3=40")
    assert "Đã ghi nhận I.1: 60%, đang thực hiện" in said
    assert "đã trình" in said
    assert "Đã ghi nhận I.7: vướng mắc" in said
    assert "Đã ghi nhận I.8: 40%" in said
    said = await lan.takes("Hoàn tác tất cả")
    assert said.count("Đã hoàn tác") == 3


async def test_completion_is_confirmed_and_the_message_becomes_a_checklist(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _digest(talk, lan)
    assert "Ghi I.1 hoàn thành (100%)?" in await lan.says("1x 2=60")
    async with talk.database.read() as uow:
        assert not await uow.progress.history("small")
    await lan.takes("Đồng ý")
    async with talk.database.read() as uow:
        (edit,) = [m for m in await uow.outbox.due(talk.now) if m.replaces]
    assert edit.replaces == "77"
    text = text_of(load(edit.reply))
    assert "✓ I.1" in text
    assert "✓ I.7" in text
    assert "[3. Xong]" in text


async def _edit(talk: Talk) -> str:
    """What the digest's message is edited into, in words; it counts as done."""
    async with talk.database.write() as uow:
        edit = [m for m in await uow.outbox.due(talk.now) if m.replaces][-1]
        await uow.outbox.sending(edit.id)
        await uow.outbox.sent(edit.id, talk.now)
    assert edit.replaces == "77"
    return text_of(load(edit.reply))


async def test_undoing_a_whole_answer_brings_the_checklist_back_and_the_reminders_are_open_again(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _digest(talk, lan)
    await lan.says("1 60% đã trình, 2 30%")
    ticked = await _edit(talk)
    assert "✓ I.1" in ticked
    assert "[1. Xong]" not in ticked
    await lan.takes("Hoàn tác tất cả")
    text = await _edit(talk)
    assert "✓" not in text
    assert all(f"[{number}. Xong]" in text for number in (1, 2, 3))
    async with talk.database.read() as uow:
        lines = await uow.reminders.open_lines("small", since=MORNING - timedelta(hours=1))
    assert [line.task for line in lines] == ["I.1", "I.7", "I.8"]


async def test_an_update_made_since_keeps_its_reminder_answered_when_an_older_one_is_undone(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _digest(talk, lan)
    await lan.says("1 60%, 2 30%")
    screen = lan.screen
    talk.now += timedelta(minutes=30)
    await lan.says("/tiendo I.1 70%")
    lan.screen = screen
    await lan.takes("Hoàn tác tất cả")
    async with talk.database.read() as uow:
        lines = await uow.reminders.open_lines("small", since=MORNING - timedelta(hours=1))
    assert [line.task for line in lines] == ["I.7", "I.8"]


async def test_what_is_not_the_persons_is_part_of_the_one_answer_and_of_its_one_undo(talk: Talk) -> None:
    lan, ha = await talk.member("Lan", unit="TH"), await talk.member("Hà", Role.HEAD, "TH")
    await _digest(talk, lan)
    said = await lan.says("1 60%, 2 không phải việc của tôi")
    assert "Đã ghi nhận I.1: 60%" in said
    assert "Đã báo Hà: I.7" in said
    text = await _edit(talk)
    assert "I.7 Việc số 7: đồng chí đã báo không phải việc của mình" in text
    assert "[2. " not in text
    assert ha.name in said
    said = await lan.takes("Hoàn tác")
    assert "Đã hoàn tác cập nhật I.1" in said
    assert "lại nhắc đồng chí việc I.7" in said
    assert "[2. Xong]" in await _edit(talk)
    await lan.says("3 không phải việc của tôi")
    assert "I.8 Việc số 8: đồng chí đã báo" in await _edit(talk)
    assert "lại nhắc đồng chí việc I.8" in await lan.takes("Hoàn tác")
    assert "[3. Xong]" in await _edit(talk)


async def _new_version(talk: Talk, *, lead: dict[str, str], gone: tuple[str, ...] = ()) -> None:
    """The plan again, without some tasks, others led by another unit."""
    async with talk.database.read() as uow:
        (followed,) = await talk.office.plans(uow)
    kept = [task for task in followed.plan.tasks if task.code not in gone]
    tasks = tuple(t.model_copy(update={"lead": (lead[t.code],)}) if t.code in lead else t for t in kept)
    await talk.follow(followed.plan.model_copy(update={"tasks": tasks}), datetime(2026, 11, 24, 2, tzinfo=UTC))


async def test_a_task_that_left_the_plan_or_the_unit_keeps_its_number_in_the_digest(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _digest(talk, lan)
    screen = lan.screen
    await _new_version(talk, lead={"I.7": "TC"}, gone=("I.1",))
    said = await lan.says("1 60%, 2 50%, 3 40%")
    assert "Việc số 1 (I.1) không còn trong kế hoạch: chưa ghi." in said
    assert "Việc số 2 (I.7) không còn do đồng chí phụ trách: chưa ghi." in said
    assert "Đã ghi nhận I.8: 40%" in said
    text = (await _edit(talk)).splitlines()
    assert text[1] == "I.1: không còn trong kế hoạch"
    assert text[2] == "I.7 Việc số 7: không còn do đồng chí phụ trách"
    assert text[3].startswith("✓ I.8")
    lan.screen = screen
    await lan.takes("3. Cập nhật")
    back = await lan.takes("Quay lại")
    assert "[1. " not in back
    assert "[2. " not in back


async def test_what_is_unclear_is_said_and_only_the_rest_recorded(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _digest(talk, lan)
    said = await lan.says("1 60%, 2 đơn vị đã nộp, 9 50%")
    assert "Đã ghi nhận I.1: 60%" in said
    assert "Chưa rõ “2 đơn vị đã nộp”: chưa ghi." in said
    assert "không có số 9: chưa ghi" in said
    async with talk.database.read() as uow:
        assert [e.task for e in await uow.progress.history("small")] == ["I.1"]


async def test_answers_on_lines_of_their_own_are_all_read(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _digest(talk, lan)
    await lan.says("1 vướng kinh phí\n2 60%")
    async with talk.database.read() as uow:
        assert sorted(e.percent or 0 for e in await uow.progress.history("small")) == [0, 60]


async def test_numbers_mean_nothing_without_a_digest_or_long_after_it(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    assert "chưa rõ các số chỉ việc nào. Chưa ghi gì" in await nam.says("1 60%, 2 50%")
    await _digest(talk, lan)
    talk.now += timedelta(days=6)
    assert "Đã ghi nhận" not in await lan.says("1 60%, 2 50%")
    async with talk.database.read() as uow:
        assert not await uow.progress.history("small")


async def test_a_forwarded_answer_records_nothing(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _digest(talk, lan)
    assert "chuyển tiếp" in await lan.says("1 60%, 2 50%", forwarded=True)


async def test_as_last_time_repeats_the_figure_that_stands(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 35% đang soạn")
    await _digest(talk, lan)
    await lan.takes("1. Khác…")
    assert "Đã ghi nhận I.1: 35%" in await lan.takes("Như kỳ trước")
    await lan.takes("2. Khác…")
    assert "I.7 chưa có số liệu kỳ trước" in await lan.takes("Như kỳ trước")


async def test_a_reminder_put_off_comes_back_then_and_not_before(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await _digest(talk, lan)
    await lan.takes("1. Khác…")
    said = await lan.takes("Nhắc sau")
    assert "[Sáng mai 08:00]" in said
    assert "[Trước hạn 3 ngày (28/12)]" in said
    assert "Sẽ nhắc lại I.1 lúc 08:00 ngày 21/12/2026" in await lan.takes("Thứ Hai 08:00")
    assert await _digest(talk, lan, MORNING + timedelta(days=1)) is None
    await _digest(talk, lan, MORNING + timedelta(days=4))
    assert "I.1" in lan.read
    assert "I.7" not in lan.read


async def test_any_update_cancels_what_was_put_off(talk: Talk) -> None:
    lan, hoa = await talk.member("Lan", unit="TH"), await talk.member("Hoa", unit="TH")
    await _digest(talk, lan)
    await lan.takes("1. Khác…")
    await lan.takes("Nhắc sau")
    await lan.takes("Thứ Hai 08:00")
    await hoa.says("/tiendo I.1 50%")
    assert await _digest(talk, lan, MORNING + timedelta(days=4)) is None


async def test_not_my_task_goes_to_the_head_who_decides(talk: Talk) -> None:
    lan, ha = await talk.member("Lan", unit="TH"), await talk.member("Hà", Role.HEAD, "TH")
    await _digest(talk, lan)
    await lan.takes("1. Khác…")
    assert "Đã báo Hà" in await lan.takes("Không phải việc của tôi")
    assert "Đồng chí Lan báo việc này không phải của mình: I.1" in await _told(talk, "Hà")
    await _digest(talk, lan, datetime(2026, 12, 24, 1, tzinfo=UTC))
    assert "I.1" not in lan.read
    async with talk.database.write() as uow:
        (notice,) = [m for m in await uow.outbox.due(talk.now) if "not-mine" in m.key]
        ha.screen = await offered(uow, talk.channel, "Hà", load(notice.reply), talk.now)
    assert "vẫn giao Lan" in await ha.takes("Vẫn giao Lan")
    await _digest(talk, lan, datetime(2026, 12, 28, 1, tzinfo=UTC))
    assert "I.1" in lan.read


async def test_after_three_unanswered_the_person_is_asked_once_and_the_last_day_is_still_told(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    asked, told = [], []
    for day in (17, 24, 28, 30, 31):
        if await _digest(talk, lan, datetime(2026, 12, day, 1, tzinfo=UTC)):
            (asked if "còn phụ trách việc này không" in lan.read else told).append(day)
    assert told == [17, 24, 28, 31]
    assert asked == [30]


async def test_whoever_says_the_task_is_still_theirs_is_reminded_on(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    for day in (17, 24, 28, 30):
        await _digest(talk, lan, datetime(2026, 12, day, 1, tzinfo=UTC))
    assert "còn phụ trách I.1" in await lan.takes("1. Còn phụ trách")
    talk.now = datetime(2027, 1, 4, 1, tzinfo=UTC)
    await _digest(talk, lan, talk.now)
    assert "I.1 Rà soát quy chế làm việc: đã quá hạn 4 ngày" in lan.read


async def test_the_answers_of_another_unit_are_refused(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    await _digest(talk, lan)
    await lan.takes("1. Khác…")
    nam.chat = "Lan"
    assert "không dành cho đồng chí" in await nam.presses(lan.choice("Nhắc sau").token)
