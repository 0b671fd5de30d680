"""Six digits typed on a phone: to join, and to add an account of another app; guessing them gets nobody in."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from handlers.invitations import issue_invite
from handlers.linking import TRIES_AN_HOUR, TRIES_OF_ALL, short_code_in
from storage.records import MessageState, Role
from storage.sql.database import SqlDatabase
from tests.support.talk import Person, Talk


@pytest.fixture
def talk(database: SqlDatabase) -> Talk:
    return Talk(database)


async def _invited(talk: Talk, role: Role = Role.STAFF) -> str:
    async with talk.database.write() as uow:
        return (await issue_invite(uow, role, None, talk.now, None)).short


def _elsewhere(talk: Talk, name: str) -> Person:
    """The same person with another app."""
    other = Talk(talk.database, now=talk.now, office=talk.office, channel="other")
    return other.stranger(name)


async def _code(person: Person) -> str:
    found = re.search(r"\b\d{3} \d{3}\b", await person.says("/lienket"))
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("482913", "482913"),
        ("482 913", "482913"),
        (" 482-913 ", "482913"),
        ("/start 482913", "482913"),
        ("mã 482 913", "482913"),
        ("48291", None),
        ("4829134", None),
        ("482913 nhé", None),
        ("II.5 482913", None),
    ],
)
def test_what_looks_like_a_short_code(typed: str, code: str | None) -> None:
    assert short_code_in(typed) == code


async def test_a_stranger_joins_by_six_digits_once(talk: Talk) -> None:
    code = await _invited(talk)
    lan, hung = talk.stranger("Lan"), talk.stranger("Hùng")
    assert "Đồng chí đã được vào hệ thống" in await lan.says(code)
    assert "Mã không đúng" in await hung.says(code)
    assert (await lan.member()) is not None
    assert (await hung.member()) is None


async def test_the_long_code_and_the_short_one_let_in_one_person(talk: Talk) -> None:
    async with talk.database.write() as uow:
        issued = await issue_invite(uow, Role.STAFF, None, talk.now, None)
    await talk.stranger("Lan").says(issued.code)
    assert "Mã không đúng" in await talk.stranger("Hùng").says(issued.short)


async def test_the_office_is_given_both_codes(talk: Talk) -> None:
    office = await talk.member("Minh", Role.OFFICE)
    await office.says("/moi")
    await office.takes("cán bộ")
    said = await office.takes("không") if "đơn vị" in office.read.lower() else office.read
    found = re.search(r"\b\d{3} \d{3}\b", said)
    assert found is not None
    assert "vào hệ thống" in await talk.stranger("Lan").says(found[0])


async def test_six_digits_last_two_hours(talk: Talk) -> None:
    code = await _invited(talk)
    talk.now += timedelta(hours=2)
    assert "hết hạn" in await talk.stranger("Lan").says(code)


async def test_in_a_group_a_code_is_refused(talk: Talk) -> None:
    code = await _invited(talk)
    assert "cuộc trò chuyện riêng" in await talk.stranger("Lan").says(code, private=False)


async def test_wrong_codes_of_one_account_are_limited(talk: Talk) -> None:
    code = await _invited(talk)
    wrong = "000000" if code.replace(" ", "") != "000000" else "111111"
    lan = talk.stranger("Lan")
    for _ in range(TRIES_AN_HOUR):
        await lan.says(wrong)
    assert "quá nhiều lần" in await lan.says(code)
    talk.now += timedelta(minutes=61)
    assert "vào hệ thống" in await lan.says(code)


async def test_wrong_codes_of_many_accounts_stop_short_codes_and_are_told_to_the_office(talk: Talk) -> None:
    await talk.member("Minh", Role.OFFICE)
    code = await _invited(talk)
    wrong = "000000" if code.replace(" ", "") != "000000" else "111111"
    for number in range(TRIES_OF_ALL):
        await talk.stranger(f"Kẻ lạ {number % 10}-{number // 3}").says(wrong)
    for _ in range(2):
        assert "quá nhiều lần" in await talk.stranger("Lan").says(code)
    async with talk.database.read() as uow:
        waiting = (await uow.outbox.counts())[MessageState.PENDING]
    assert waiting == 1


async def test_a_member_adds_an_account_of_another_app_and_is_told_on_the_first(talk: Talk) -> None:
    lan = await talk.member("Lan")
    code = await _code(lan)
    other = _elsewhere(talk, "lan.nguyen")
    assert "Đã liên kết" in await other.says(code)
    member = await other.member()
    assert member is not None
    assert member == await lan.member()
    assert [account.channel for account in member.accounts] == ["other", "terminal"]
    async with talk.database.read() as uow:
        (notice,) = await uow.outbox.due(talk.now)
    assert (notice.channel, notice.chat) == ("terminal", "Lan")
    assert "vừa được liên kết" in notice.reply


async def test_a_linking_code_lasts_ten_minutes_serves_once_and_a_new_one_replaces_it(talk: Talk) -> None:
    lan = await talk.member("Lan")
    first = await _code(lan)
    second = await _code(lan)
    other = _elsewhere(talk, "kẻ khác")
    if first != second:
        assert "Mã không đúng" in await other.says(first)
    other.talk.now = talk.now + timedelta(minutes=10)
    assert "Mã không đúng" in await other.says(second)
    third = await _code(lan)
    assert "Đã liên kết" in await _elsewhere(talk, "lan.nguyen").says(third)
    assert "Mã không đúng" in await _elsewhere(talk, "kẻ thứ ba").says(third)


async def test_the_code_of_a_locked_member_links_nothing(talk: Talk) -> None:
    lan = await talk.member("Lan")
    code = await _code(lan)
    member = await lan.member()
    assert member is not None
    async with talk.database.write() as uow:
        await uow.members.change(member.id, active=False)
    other = _elsewhere(talk, "lan.nguyen")
    assert "Mã không đúng" in await other.says(code)
    assert await other.member() is None


async def test_the_command_is_not_answered_in_a_group(talk: Talk) -> None:
    lan = await talk.member("Lan")
    assert re.search(r"\d{3} \d{3}", await lan.says("/lienket", private=False)) is None


async def test_whoever_has_two_apps_chooses_where_reminders_go(talk: Talk) -> None:
    lan = await talk.member("Lan")
    other = _elsewhere(talk, "lan.nguyen")
    assert "gửi đến nơi nào trước" in await other.says(await _code(lan))
    assert "Từ nay nhắc việc gửi đến máy tính trước" in await other.takes("máy tính")
    assert "đến other trước" in await _took(lan, "other")
    member = await lan.member()
    assert member is not None
    async with talk.database.read() as uow:
        assert (await uow.personal.get(member.id)).channel == "other"


async def test_where_reminders_go_is_shown_and_chosen_among_the_settings_of_reminders(talk: Talk) -> None:
    lan = await talk.member("Lan")
    assert "Gửi đến trước" not in await lan.says("/nhacviec"), "with one app there is nothing to choose"
    await _elsewhere(talk, "lan.nguyen").says(await _code(lan))
    assert "Gửi đến trước: theo Văn phòng" in await lan.says("/nhacviec")
    assert "đến other trước" in await lan.takes("other")
    assert "Gửi đến trước: other" in await lan.says("/nhacviec")


async def _took(person: Person, label: str) -> str:
    await person.says("/lienket")
    return await person.takes(label)
