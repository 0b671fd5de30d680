"""Taking an update back without its button: by words, from the log, by the office."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.messages import load
from storage.records import ProgressEntry, Role
from tests.support.talk import Talk, text_of


async def _log(talk: Talk) -> list[ProgressEntry]:
    async with talk.database.read() as uow:
        return await uow.progress.history("small")


@pytest.mark.parametrize("typed", ["hoàn tác", "/tiendo hoàn tác", "Ghi nhầm rồi."])
async def test_the_last_update_is_taken_back_by_words(talk: Talk, typed: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 40%")
    await lan.says("/chitieu")  # its button is no longer the newest menu
    assert "Hoàn tác cập nhật I.1 (40%, đang thực hiện) lúc 09:00" in await lan.says(typed)
    assert len(await _log(talk)) == 1
    assert "Hiện nay: chưa có cập nhật" in await lan.takes("Hoàn tác")
    assert (await _log(talk))[1].undone


async def test_all_that_one_message_recorded_is_taken_back_together(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("I.1 40%; I.3 60%")
    said = await minh.says("/hoantac")
    assert "I.1: 40%" in said
    assert "I.3: 60%" in said
    await minh.takes("Hoàn tác tất cả")
    assert all(entry.undone for entry in await _log(talk) if entry.kind != "undo")


async def test_of_what_one_message_recorded_the_last_may_be_taken_back_alone(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("I.1 40%; I.3 60%")
    await minh.says("hoàn tác")
    await minh.takes("Chỉ I.3")
    assert {entry.task for entry in await _log(talk) if entry.undone} == {"I.3"}


async def test_there_is_nothing_to_take_back_after_a_day(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 40%")
    talk.now += timedelta(hours=25)
    assert "24 giờ" in await lan.says("hoàn tác")
    await lan.says("/chitieu")
    assert "không có cập nhật nào để hoàn tác" in await lan.says("hoàn tác")


async def test_an_older_update_of_ones_own_is_taken_back_from_the_log(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    for percent in (20, 40):
        await lan.says(f"/tiendo I.1 {percent}%")
        talk.now += timedelta(minutes=5)
    await lan.says("/lichsu I.1")
    assert "Hiện nay: 40%" in await lan.takes("Hoàn tác: 20%")
    assert [(e.percent, e.undone) for e in await _log(talk) if e.percent] == [(40, False), (20, True)]


async def test_the_log_offers_no_undo_of_what_is_not_ones_own(talk: Talk) -> None:
    lan, mai = await talk.member("Lan", unit="TH"), await talk.member("Mai", unit="TH")
    await lan.says("/tiendo I.1 20%")
    assert "[Hoàn tác" not in await mai.says("/lichsu I.1")


async def test_who_wrote_it_is_told_when_the_office_takes_it_back(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await lan.says("/tiendo I.1 20%")
    await minh.says("/lichsu I.1")
    await minh.takes("Hoàn tác: 20%")
    async with talk.database.read() as uow:
        (entry,) = [e for e in await uow.progress.history("small") if e.percent]
        message = await uow.outbox.get(f"decision:undo:{entry.id}")
    assert message is not None
    assert "Văn phòng đã hoàn tác cập nhật I.1 của đồng chí" in text_of(load(message.reply))
    assert message.member_id == entry.member_id


async def test_the_office_and_the_writer_at_once_undo_it_once(talk: Talk) -> None:
    lan, minh = await talk.member("Lan", unit="TH"), await talk.member("Minh", Role.OFFICE)
    await lan.says("/tiendo I.1 20%")
    token = lan.choice("Hoàn tác").token
    await minh.says("/lichsu I.1")
    await minh.takes("Hoàn tác: 20%")
    assert "đã được hoàn tác" in await lan.presses(token)
    assert len(await _log(talk)) == 2
