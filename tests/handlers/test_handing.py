"""One person's work goes to another: seen first, moved, minuted, told; the giver is closed; undone."""

from __future__ import annotations

import io
from datetime import timedelta

from docx import Document as Docx

from handlers.making import completed
from handlers.messages import Document, Made
from storage.records import Role, SilenceKind
from tests.support.plans import small_plan
from tests.support.talk import ZONE, Talk


async def _given(talk: Talk) -> dict[str, tuple[int, ...]]:
    async with talk.database.read() as uow:
        return await uow.assignments.of_plan("small")


async def test_handed_over_minuted_told_and_undone(talk: Talk) -> None:
    lan, hung = await talk.member("Lan", unit="TH"), await talk.member("Hùng", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    for code in ("I.1", "I.3"):
        await minh.says(f"/giao {code} Lan")
    await talk.told(lan)
    said = await minh.says("/bangiao Lan → Hùng")
    assert "Nhiệm vụ đang giao: I.1, I.3" in said
    assert "2 nhiệm vụ" in await minh.takes("Đồng ý")
    assert minh.screen is not None
    undo = minh.choice("Hoàn tác")
    made = await completed(minh.screen, talk.database, talk.office, ZONE)
    (minutes,) = (block for block in made.blocks if isinstance(block, Document))
    cells = [c.text for table in Docx(io.BytesIO(minutes.content)).tables for row in table.rows for c in row.cells]
    assert {"I.1", "I.3"} <= set(cells)
    giver, taker = await lan.member(), await hung.member()
    assert giver is not None
    assert taker is not None
    assert not giver.active
    assert await _given(talk) == {"I.1": (taker.id,), "I.3": (taker.id,)}
    assert "nhận bàn giao từ Lan: I.1, I.3" in await talk.told(hung)
    assert "tạm khóa" in await lan.says("/nhiemvu")
    assert "bàn giao Lan → Hùng (I.1, I.3)" in await minh.says("/nhatky")
    assert "hoạt động trở lại" in await minh.presses(undo.token)
    assert await _given(talk) == {"I.1": (giver.id,), "I.3": (giver.id,)}


async def test_what_the_takers_unit_does_not_lead_is_left_open_and_said(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    await talk.member("Nam", unit="TC")
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/giao I.1 Lan")
    assert "sẽ để trống người phụ trách" in await minh.says("/bangiao Lan cho Nam")
    await minh.takes("Đồng ý")
    assert await _given(talk) == {}


async def test_step_by_step_and_names_that_fit_nobody_or_several(talk: Talk) -> None:
    for name in ("Nguyễn Thị Lan", "Trần Lan", "Hùng"):
        await talk.member(name, unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    assert "Có nhiều người tên “Lan”" in await minh.says("/bangiao Lan → Hùng")
    assert "Không có người dùng đang hoạt động tên “Tùng”" in await minh.says("/bangiao Tùng → Hùng")
    await minh.says("/bangiao")
    await minh.takes("Trần Lan")
    assert "Bàn giao việc của Trần Lan cho Hùng" in await minh.takes("Hùng")
    assert "duy nhất" in await minh.says("/bangiao Minh → Hùng")


async def test_messages_that_wait_for_the_giver_are_not_sent(talk: Talk) -> None:
    lan, _ = await talk.member("Lan", unit="TH"), await talk.member("Hùng", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/giao I.1 Lan")
    await minh.says("/bangiao Lan → Hùng")
    await minh.takes("Đồng ý")
    assert await talk.told(lan) == ""


async def test_who_was_stood_in_for_has_the_taker_now(talk: Talk) -> None:
    lan, hung = await talk.member("Lan", unit="TH"), await talk.member("Hùng", unit="TH")
    mai, minh = await talk.member("Mai", unit="TH"), await talk.member("Minh", Role.OFFICE)
    ids = [m.id for p in (lan, hung, mai) if (m := await p.member())]
    day = talk.now.date()
    async with talk.database.write() as uow:
        await uow.leaves.add(member_id=ids[2], first=day, last=day, stand_in=ids[0], by=ids[2], now=talk.now)
    await minh.says("/bangiao Lan → Hùng")
    await minh.takes("Đồng ý")
    async with talk.database.read() as uow:
        assert [leave.stand_in for leave in await uow.leaves.from_day(day)] == [ids[1]]
    await minh.takes("Hoàn tác")
    async with talk.database.read() as uow:
        assert [leave.stand_in for leave in await uow.leaves.from_day(day)] == [ids[0]]


async def test_what_was_put_off_goes_over_and_comes_back_without_taking_what_the_taker_put_off(talk: Talk) -> None:
    lan, hung = await talk.member("Lan", unit="TH"), await talk.member("Hùng", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    (giver, taker) = [m.id for p in (lan, hung) if (m := await p.member())]
    later = talk.now + timedelta(days=3)
    async with talk.database.write() as uow:
        for member, task in ((giver, "I.1"), (giver, "I.3"), (taker, "I.3")):
            await uow.silences.add(
                kind=SilenceKind.SNOOZE,
                member_id=member,
                plan="small",
                task=task,
                period="",
                until=later,
                now=talk.now,
            )

    async def put_off() -> list[tuple[int, str]]:
        async with talk.database.read() as uow:
            return sorted((s.member_id, s.task) for s in await uow.silences.standing("small"))

    before = await put_off()
    await minh.says("/bangiao Lan → Hùng")
    await minh.takes("Đồng ý")
    assert await put_off() == [(taker, "I.1"), (taker, "I.3")]
    await minh.takes("Hoàn tác")
    assert set(await put_off()) >= {(giver, "I.1"), (taker, "I.3")}
    assert len(await put_off()) == len(before) - 1


async def test_a_step_that_the_giver_was_in_is_said_and_goes_on_after_undoing(talk: Talk) -> None:
    lan, hung = await talk.member("Lan", unit="TH"), await talk.member("Hùng", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("/giao I.1 Lan")
    await lan.says("/tiendo I.1")
    await talk.told(hung)
    assert "Đang làm dở, chưa ghi: I.1" in await minh.says("/bangiao Lan → Hùng")
    assert "Lan còn đang làm dở: I.1" in await minh.takes("Đồng ý")
    assert "Lan còn đang làm dở, chưa ghi: I.1" in await talk.told(hung)
    await minh.takes("Hoàn tác")
    assert "Đã ghi nhận I.1: 40%" in await lan.says("40%")


async def test_work_of_every_plan_goes_over(talk: Talk) -> None:
    other = small_plan().model_copy(update={"id": "other", "short_title": "Kế hoạch khác"})
    await talk.follow(other)
    lan, hung = await talk.member("Lan", unit="TH"), await talk.member("Hùng", unit="TH")
    minh = await talk.member("Minh", Role.OFFICE)
    (giver, taker) = [m.id for p in (lan, hung) if (m := await p.member())]
    async with talk.database.write() as uow:
        for plan, code in (("small", "I.1"), ("other", "I.3")):
            await uow.assignments.add(plan, code, giver, giver, talk.now)
    assert "Nhiệm vụ đang giao: I.3; Kế hoạch 2026: I.1" in await minh.says("/bangiao Lan → Hùng")
    assert "2 nhiệm vụ" in await minh.takes("Đồng ý")
    assert minh.screen is not None
    assert sum(isinstance(block, Made) for block in minh.screen.blocks) == 2
    async with talk.database.read() as uow:
        assert [await uow.assignments.of_plan(plan) for plan in ("small", "other")] == [
            {"I.1": (taker,)},
            {"I.3": (taker,)},
        ]
