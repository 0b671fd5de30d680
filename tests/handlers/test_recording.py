"""What stands after an update, and that each update is written once, whatever is pressed or typed twice."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from handlers.recording import after
from knowledge.progress.update import Update
from storage.records import ProgressEntry, Role
from tests.support.talk import Talk


async def _log(talk: Talk, task: str) -> list[ProgressEntry]:
    async with talk.database.read() as uow:
        return await uow.progress.history("small", task)


@pytest.mark.parametrize(
    ("percent", "status", "stands"),
    [
        (60, None, (60, "in_progress")),
        (0, None, (0, "not_started")),
        (100, None, (100, "done")),
        (None, "done", (100, "done")),
        (None, "not_started", (0, "not_started")),
        (None, "blocked", (None, "blocked")),
        (40, "blocked", (40, "blocked")),
        (60, "done", (60, "in_progress")),
        (None, None, (None, None)),
    ],
)
def test_percent_and_status_imply_each_other(percent: float | None, status: str | None, stands: object) -> None:
    update = Update("I.1", percent, status, None)  # type: ignore[arg-type]
    assert after(update, None) == stands


async def test_back_and_forth_within_a_minute_is_kept_as_it_happened(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    for percent in (40, 60):
        await lan.says(f"/tiendo I.1 {percent}%")
    await lan.says("/tiendo I.1 40%")
    await lan.takes("Đồng ý")
    assert "40% → 60%" in await lan.says("/tiendo I.1 60%")
    assert [e.percent for e in await _log(talk, "I.1")] == [60, 40, 60, 40]


async def test_a_yes_pressed_again_next_day_records_nothing_and_says_so(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 100%")
    token = lan.choice("Đồng ý").token
    await lan.presses(token)
    talk.now += timedelta(days=1)
    assert "đã được ghi trước đó" in await lan.presses(token)
    assert len(await _log(talk, "I.1")) == 1


async def test_a_yes_to_a_question_that_is_out_of_date_is_asked_again(talk: Talk) -> None:
    lan, mai = await talk.member("Lan", unit="TH"), await talk.member("Mai", unit="TH")
    await lan.says("/tiendo I.1 50%")
    assert "đang là 50%" in await lan.says("/tiendo I.1 40%")
    await mai.says("/tiendo I.1 90%")
    assert "đang là 90%" in await lan.takes("Đồng ý")
    assert "Đã ghi nhận I.1: 90% → 40%" in await lan.takes("Đồng ý")


async def test_work_reported_done_is_not_reopened_by_a_slip(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 100%")
    await lan.takes("Đồng ý")
    assert "đã báo hoàn thành" in await lan.says("/tiendo I.1 đang làm")
    assert len(await _log(talk, "I.1")) == 1
    await lan.takes("Đồng ý")
    assert [(e.percent, e.status) for e in await _log(talk, "I.1")] == [(None, "in_progress"), (100, "done")]


async def test_an_obstacle_keeps_the_percent(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 60%")
    assert "60%, vướng mắc" in await lan.says("/tiendo I.1 vướng kinh phí")


async def test_a_note_of_the_lead_unit_leaves_the_percent(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 60%")
    assert "Đã thêm ghi chú cho I.1 (60%, đang thực hiện)" in await lan.says("/tiendo I.1 đã gửi công văn 12/CV")


async def test_a_long_note_is_kept_whole(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    note = "đã họp " + "rà soát " * 300 + "xong"
    await lan.says(f"/tiendo I.1 60% {note}")
    (entry,) = await _log(talk, "I.1")
    assert entry.note == note


@pytest.mark.parametrize("choice", ["50%", "Vướng mắc"])
async def test_quarterly_work_is_recorded_step_by_step(talk: Talk, choice: str) -> None:
    nam = await talk.member("Nam", unit="TC")
    await nam.says("/tiendo")
    await nam.takes("I.6")
    assert "quý IV/2026" in nam.read
    await nam.takes(choice)
    assert "Đã ghi nhận I.6" in await nam.takes("Không ghi chú")
    assert [e.period for e in await _log(talk, "I.6")] == ["2026-Q4"]


@pytest.mark.parametrize(
    ("typed", "period"), [("quý III 80%", "2026-Q3"), ("quý I/2027 5%", "2027-Q1"), ("80%", "2026-Q4")]
)
async def test_a_quarter_is_named_in_words(talk: Talk, typed: str, period: str) -> None:
    nam = await talk.member("Nam", unit="TC")
    await nam.says(f"/tiendo I.6 {typed}")
    assert [e.period for e in await _log(talk, "I.6")] == [period]


async def test_a_period_that_does_not_exist_offers_those_that_do(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    assert "không có kỳ" in await nam.says("/tiendo I.2 2019 100%")
    assert await _log(talk, "I.2") == []
    await nam.takes("năm 2026")
    assert "hoàn thành" in await nam.takes("Đồng ý")
    assert [e.period for e in await _log(talk, "I.2")] == ["2026"]


async def test_one_refused_task_stops_the_message_and_the_rest_is_one_tap(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    said = await lan.says("/tiendo I.1 60%; I.4 30%")
    assert "đơn vị chủ trì ghi (Phòng Tài chính)" in said
    assert await _log(talk, "I.1") == []
    assert "Đã ghi nhận I.1: 60%" in await lan.takes("Chỉ ghi I.1")
    assert await _log(talk, "I.4") == []


async def test_one_task_twice_in_a_message_is_not_guessed(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "Chưa ghi gì" in await lan.says("/tiendo I.1 50%; I.1 60%")
    assert await _log(talk, "I.1") == []


async def test_the_period_is_named_where_completion_is_confirmed(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    assert "I.2 (năm 2026) hoàn thành" in await nam.says("/tiendo I.2 100%")


async def test_the_office_is_offered_every_task_it_may_record(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    said = await minh.says("/tiendo")
    assert all(f"I.{n}" in said for n in range(1, 7))
    # What is due first comes first; what is over, waits for a paper or never ends comes last.
    assert [c.label[:3] for c in minh.screen.choices][:3] == ["I.1", "I.2", "I.6"]  # type: ignore[union-attr]


def _late_year(talk: Talk) -> None:
    """Early in 2027, with the work of 2026 overdue."""
    talk.now = datetime(2027, 1, 8, 1, tzinfo=UTC)


async def test_in_january_an_update_can_be_taken_to_last_year(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    _late_year(talk)
    assert "năm 2027" in await nam.says("/tiendo I.2 60% đã đối chiếu")
    said = await nam.takes("Chuyển sang năm 2026")
    assert "Đã ghi nhận I.2: 60%" in said
    assert "Kỳ: năm 2026" in said
    stands = [(e.period, e.percent, e.note) for e in await _log(talk, "I.2") if e.percent and not e.undone]
    assert stands == [("2026", 60, "đã đối chiếu")]


async def test_in_january_completion_is_asked_for_either_year(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    _late_year(talk)
    assert "I.2 (năm 2027) hoàn thành" in await nam.says("/tiendo I.2 100%")
    await nam.takes("Ghi cho năm 2026")
    assert [(e.period, e.percent) for e in await _log(talk, "I.2")] == [("2026", 100)]


async def test_last_year_is_not_offered_once_it_is_done(talk: Talk) -> None:
    nam = await talk.member("Nam", unit="TC")
    await nam.says("/tiendo I.2 2026 100%")
    await nam.takes("Đồng ý")
    _late_year(talk)
    assert "năm 2026" not in await nam.says("/tiendo I.2 10%")


async def test_any_choice_that_records_does_so_once(talk: Talk) -> None:
    lan, nam = await talk.member("Lan", unit="TH"), await talk.member("Nam", unit="TC")
    await lan.says("/tiendo 60% đã trình")
    await nam.says("/tiendo I.1 50% đã góp ý")
    tokens = [(lan, lan.choice("I.1").token), (nam, nam.choice("Chỉ ghi ghi chú").token)]
    for person, token in tokens:
        await person.presses(token)
        talk.now += timedelta(hours=5)
        assert "đã được ghi trước đó" in await person.presses(token)
    assert len(await _log(talk, "I.1")) == 2


async def test_people_who_report_at_once_do_not_stop_each_other(talk: Talk) -> None:
    lan, mai = await talk.member("Lan", unit="TH"), await talk.member("Mai", unit="TH")
    for n in range(1, 6):
        said = await asyncio.gather(
            lan.says(f"/tiendo I.1 {10 * n}%; I.3 {10 * n}%"), mai.says(f"/tiendo I.3 {10 * n + 5}%; I.1 {10 * n + 5}%")
        )
        for person, text in zip((lan, mai), said, strict=True):
            if "Đồng chí xác nhận" in text:  # the other was first, with more
                await person.takes("Đồng ý")
    assert len(await _log(talk, "I.1")) == len(await _log(talk, "I.3")) == 10


async def test_who_comes_second_sees_what_the_first_wrote(talk: Talk) -> None:
    lan, mai = await talk.member("Lan", unit="TH"), await talk.member("Mai", unit="TH")
    said = await asyncio.gather(lan.says("/tiendo I.1 60%"), mai.says("/tiendo I.1 40%"))
    assert any("40% → 60%" in text or "đang là 60%" in text for text in said)


async def test_what_was_asked_about_one_year_is_recorded_for_it_though_the_year_has_ended(talk: Talk) -> None:
    talk.now = datetime(2026, 12, 31, 16, 58, tzinfo=UTC)
    lan = await talk.member("Lan", unit="TC")
    assert "I.2 (năm 2026) hoàn thành" in await lan.says("I.2 xong 100%")
    talk.now += timedelta(minutes=5)
    assert "Kỳ: năm 2026" in await lan.takes("Đồng ý")


async def test_the_rest_of_a_message_is_recorded_for_the_period_that_it_was_sent_in(talk: Talk) -> None:
    talk.now = datetime(2026, 12, 31, 16, 58, tzinfo=UTC)
    lan = await talk.member("Lan", unit="TC")
    await lan.says("/tiendo I.2 60%; I.1 70%")
    talk.now += timedelta(minutes=5)
    assert "Kỳ: năm 2026" in await lan.takes("Chỉ ghi I.2")
