"""Questions that ask to agree, answered in words, as people do where they see no buttons."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage.records import Role
from tests.support.talk import Talk


async def _percents(talk: Talk) -> dict[str, float | None]:
    async with talk.database.read() as uow:
        return {entry.task: entry.percent for entry in reversed(await uow.progress.history("small"))}


@pytest.mark.parametrize("typed", ["ok", "Ok nhé", "ừ", "vâng ạ", "dạ đúng", "dung roi", "có", "Đồng ý.", "👍"])
async def test_a_yes_in_words_records(talk: Talk, typed: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.1 xong")
    assert "Đã ghi nhận I.1: 100%, hoàn thành" in await lan.says(typed)


@pytest.mark.parametrize("typed", ["ko", "không", "thôi em", "khoan đã", "chưa ạ", "đừng", "đừng ghi nhé"])
async def test_a_no_in_words_records_nothing(talk: Talk, typed: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.1 xong")
    assert "chưa ghi gì" in await lan.says(typed)
    assert await _percents(talk) == {}


async def test_a_word_that_may_be_yes_or_no_is_neither(talk: Talk) -> None:
    """ "Dung" without its mark is "đúng" and "đừng"."""
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.1 xong")
    await lan.says("dung")
    assert await _percents(talk) == {}


async def test_a_yes_hours_later_is_asked_about_again(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.1 xong")
    talk.now += timedelta(hours=5)
    await lan.says("ok")
    assert await _percents(talk) == {}
    assert "hoàn thành" in await lan.takes("Đồng ý")


async def test_thanks_where_nothing_is_asked_is_no_agreement(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.1 60%")
    await lan.says("ok")
    assert await _percents(talk) == {"I.1": 60}


@pytest.mark.parametrize("typed", ["chưa, 80% thôi", "sửa lại 80%", "80%"])
async def test_another_figure_instead_of_the_one_asked_about(talk: Talk, typed: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.1 xong")
    said = await lan.says(typed)
    assert "Đã ghi nhận I.1: 80%" in said
    assert "chưa" not in said


async def test_a_question_meanwhile_records_nothing(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("I.1 xong")
    await lan.says("80% thủ tục là hạn khi nào?")
    assert await _percents(talk) == {}


async def test_what_waits_for_the_answer_is_shown_beside_the_question(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    said = await minh.says("I.1 50%; I.3 xong")
    assert "I.3" in said.split("Ghi cùng lúc")[0]
    assert "I.1" in said.split("Ghi cùng lúc")[1]
    assert "50%" in said
    await minh.says("ừ")
    assert await _percents(talk) == {"I.1": 50, "I.3": 100}
