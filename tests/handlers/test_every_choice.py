"""Every choice × role × stranger: in other hands it does nothing and shows nothing, and the attempt is in the log."""

from __future__ import annotations

import pytest

from handlers.commands import ACTIONS, FLOWS
from storage.records import Role
from tests.support.talk import Talk

SECRETS = ("Kế hoạch 2026", "I.1", "Rà soát", "Phòng Tổng hợp", "Phòng Tài chính", "Lan")
FAR = 2030


async def _offer(talk: Talk, chat: str, name: str) -> str:
    token = f"t-{name}"
    async with talk.database.write() as uow:
        far = talk.now.replace(year=FAR)
        await uow.choices.offer(talk.channel, chat, [(token, "x", name, {"id": "1"})], far)
    return token


@pytest.mark.sqlite
@pytest.mark.parametrize("role", list(Role))
async def test_a_choice_of_other_roles_is_refused_and_logged(talk: Talk, role: Role) -> None:
    await talk.member("Lan", unit="TH")
    person = await talk.member("Người khác", role, "TC")
    denied = [name for name, (_, subject) in ACTIONS.items() if role not in subject.roles]
    for name in denied:
        assert "dành cho" in await person.presses(await _offer(talk, "Người khác", name)), name
    async with talk.database.read() as uow:
        assert len(await uow.audit.newest(limit=1000, action="denied")) == len(denied)


@pytest.mark.sqlite
@pytest.mark.parametrize("role", list(Role))
async def test_a_step_of_other_roles_takes_no_words(talk: Talk, role: Role) -> None:
    person = await talk.member("Người khác", role, "TC")
    for name, (_, subject) in FLOWS.items():
        if role in subject.roles:
            continue
        async with talk.database.write() as uow:
            await uow.conversations.set_flow(
                talk.channel, "Người khác", "Người khác", name, {"id": "1"}, talk.now.replace(year=FAR)
            )
        assert "dành cho" in await person.says("đồng ý với lý do này"), name


@pytest.mark.sqlite
async def test_a_stranger_gets_nothing_out_of_any_choice(talk: Talk) -> None:
    await talk.member("Lan", unit="TH")
    stranger = talk.stranger("Ai")
    for name in ACTIONS:
        said = await stranger.presses(await _offer(talk, "Ai", name))
        assert [word for word in SECRETS if word in said] == [], name
    assert await stranger.member() is None


@pytest.mark.sqlite
async def test_a_member_who_was_locked_out_gets_nothing_out_of_any_choice(talk: Talk) -> None:
    lan = await talk.member("Lan", Role.OFFICE, "TH")
    member = await lan.member()
    assert member is not None
    async with talk.database.write() as uow:
        await uow.members.change(member.id, active=False)
    for name in ACTIONS:
        assert "tạm khóa" in await lan.presses(await _offer(talk, "Lan", name)), name


@pytest.mark.sqlite
async def test_a_choice_of_another_chat_does_nothing(talk: Talk) -> None:
    await talk.member("Lan", Role.OFFICE, "TH")
    other = await talk.member("Khác", Role.OFFICE, "TC")
    for name in ACTIONS:
        await _offer(talk, "Lan", name)
        assert "hết hạn hoặc không dành cho" in await other.presses(f"t-{name}"), name


@pytest.mark.sqlite
async def test_who_is_demoted_has_lost_the_choice_on_the_screen(talk: Talk) -> None:
    minh, _ = await talk.member("Minh", Role.OFFICE), await talk.member("Hòa", Role.OFFICE)
    await minh.says("/giahan I.1 31/3/2027 chờ")
    token = minh.choice("Đồng ý").token
    member = await minh.member()
    assert member is not None
    async with talk.database.write() as uow:
        await uow.members.change(member.id, role=Role.STAFF)
    assert "dành cho" in await minh.presses(token)
    async with talk.database.read() as uow:
        assert await uow.extensions.of_plan("small") == []
