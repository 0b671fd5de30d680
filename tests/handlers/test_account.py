"""How a stranger becomes a member, and what nobody else sees."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.invitations import issue_invite
from handlers.messages import load
from storage.records import Role
from tests.support.talk import Talk, text_of

SECRETS = ("Kế hoạch", "I.1", "Rà soát", "Tổng hợp", "Tài chính", "Minh")
"""Of the plan and of people: nothing that a stranger may read."""


async def _told(talk: Talk) -> dict[str, str]:
    """What waits in the outbox: key → text."""
    async with talk.database.read() as uow:
        return {m.key: text_of(load(m.reply)) for m in await uow.outbox.due(talk.now)}


async def _code(talk: Talk, role: Role = Role.STAFF, unit: str | None = "TH") -> str:
    async with talk.database.write() as uow:
        return (await issue_invite(uow, role, unit, talk.now, None))[0]


@pytest.mark.parametrize(
    "text",
    ["xin chào", "/start", "/nhiemvu", "/tiendo I.1 60%", "I.1 ai chủ trì?", "/trogiup", "/duyet", "/hoi I.1", "1 2 3"],
)
async def test_a_stranger_reads_nothing_but_how_to_ask_for_access(talk: Talk, text: str) -> None:
    await talk.member("Minh", Role.OFFICE)
    said = await talk.stranger("Ai").says(text)
    assert "Xin sử dụng" in said
    assert [word for word in SECRETS if word in said] == []


async def test_a_request_goes_to_the_office_and_its_approval_to_the_asker(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    hoa = talk.stranger("hoa99")
    await hoa.says("/start")
    await hoa.takes("Xin sử dụng")
    assert "Đã gửi đề nghị" in await hoa.says("Trần Thị Hoa, Phòng Tài chính")
    assert any("Trần Thị Hoa" in text for text in (await _told(talk)).values())
    assert "Trần Thị Hoa" in await minh.says("/duyet")
    said = await minh.takes("Duyệt: cán bộ, Phòng Tài chính")
    assert "Đã duyệt Trần Thị Hoa" in said
    member = await hoa.member()
    assert member is not None
    assert (member.name, member.role, member.unit) == ("Trần Thị Hoa", Role.STAFF, "TC")
    assert any("Văn phòng đã duyệt" in text for text in (await _told(talk)).values())
    assert "I.2" in await hoa.says("/nhiemvu")


async def test_the_office_may_approve_for_another_unit_and_role(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    hoa = talk.stranger("hoa99")
    await hoa.takes_access("Trần Thị Hoa, chưa rõ phòng")
    await minh.says("/duyet")
    await minh.takes("chọn đơn vị khác")
    await minh.takes("Trưởng đơn vị")
    await minh.takes("Phòng Tổng hợp")
    member = await hoa.member()
    assert member is not None
    assert (member.role, member.unit) == (Role.HEAD, "TH")


async def test_a_request_is_decided_once(talk: Talk) -> None:
    minh, nga = await talk.member("Minh", Role.OFFICE), await talk.member("Nga", Role.OFFICE)
    hoa = talk.stranger("hoa99")
    await hoa.takes_access("Trần Thị Hoa, Phòng Tài chính")
    await minh.says("/duyet")
    await nga.says("/duyet")
    await minh.takes("Không duyệt")
    await minh.takes("Không duyệt")
    assert "đã được xử lý" in await nga.takes("Duyệt: cán bộ")
    assert await hoa.member() is None
    assert "Xin sử dụng" in await hoa.says("xin chào")


async def test_an_invitation_lets_one_person_in_once(talk: Talk) -> None:
    code = await _code(talk)
    hoa, second = talk.stranger("Hoa"), talk.stranger("Bình")
    assert "Chào đồng chí Hoa (cán bộ, Phòng Tổng hợp)" in await hoa.says(code.lower())
    assert "không đúng hoặc đã hết hạn" in await second.says(code)
    assert await second.member() is None


async def test_the_invitation_of_a_deep_link_works(talk: Talk) -> None:
    code = await _code(talk, Role.OFFICE, None)
    hoa = talk.stranger("Hoa")
    await hoa.says(f"/start {code}")
    member = await hoa.member()
    assert member is not None
    assert member.role is Role.OFFICE


async def test_an_invitation_lapses_after_a_day(talk: Talk) -> None:
    code = await _code(talk)
    talk.now += timedelta(hours=24, minutes=1)
    hoa = talk.stranger("Hoa")
    assert "hết hạn" in await hoa.says(code)
    assert await hoa.member() is None


async def test_guessing_codes_is_stopped(talk: Talk) -> None:
    code = await _code(talk)
    hoa = talk.stranger("Hoa")
    for letter in "ABCDE":
        await hoa.says(letter * 16)
    assert "quá nhiều lần" in await hoa.says(code)
    assert await hoa.member() is None
    talk.now += timedelta(hours=1, minutes=1)
    await hoa.says(code)
    assert await hoa.member() is not None


async def test_a_code_typed_in_a_group_is_not_redeemed(talk: Talk) -> None:
    code = await _code(talk)
    hoa = talk.stranger("Hoa")
    assert "đã lộ" in await hoa.says(code, private=False)
    assert await hoa.member() is None


async def test_a_newcomer_corrects_their_name_but_a_question_is_not_a_name(talk: Talk) -> None:
    hoa = talk.stranger("hoa_99")
    await hoa.says(await _code(talk))
    await hoa.says("hạn của I.1 là bao giờ?")
    assert (await hoa.member()).name == "hoa_99"  # type: ignore[union-attr]
    assert "Trần Thị Hoa" in await hoa.says("Trần Thị Hoa")
    assert (await hoa.member()).name == "Trần Thị Hoa"  # type: ignore[union-attr]


async def test_a_locked_account_sees_nothing(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    member = await lan.member()
    async with talk.database.write() as uow:
        await uow.members.change(member.id, active=False)  # type: ignore[union-attr]
    said = await lan.says("/nhiemvu")
    assert "tạm khóa" in said
    assert "I.1" not in said


@pytest.mark.parametrize(
    ("role", "sees", "not_"),
    [
        (Role.STAFF, "/tiendo", "/duyet"),
        (Role.HEAD, "/hanchot", "/moi"),
        (Role.DIRECTOR, "/chitieu", "/giahan"),
        (Role.OFFICE, "/duyet", "/start:"),
    ],
)
async def test_help_shows_each_role_what_it_can_do(talk: Talk, role: Role, sees: str, not_: str) -> None:
    said = await (await talk.member("Lan", role, "TH")).says("trợ giúp")
    assert sees in said
    assert not_ not in said


async def test_the_examples_in_help_work_when_tapped(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/trogiup")
    assert lan.screen is not None
    for example in [choice.label for choice in lan.screen.choices]:
        await lan.says("/trogiup")
        assert await lan.takes(example) != ""
