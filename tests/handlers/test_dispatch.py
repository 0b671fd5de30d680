"""Commands, choices and rights: one table, walked as every role, by slash, by word, by number and by label."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.commands import ACTIONS, COMMANDS, FLOWS, MEMBERS, OFFICE
from handlers.turn import Command
from handlers.wording.commands import DESCRIPTIONS
from storage.records import Role
from tests.support.talk import BUTTONS, Talk

HOSTILE = [
    "<b>x</b> & <script>alert(1)</script>",
    "'; DROP TABLE members; --",
    "{{7*7}} ${7*7}",
    "A" * 100_000,
    "\x00\x07hạn\x00",
    "\ud800 lone",
    "\u202eCHTT\u202c",
    "e" + "\u0301" * 50_000,
    "/",
    "/ tiendo",
    "/tiendo@",
    "//hoi",
    "🙏" * 300,
    "\u200b",
    "\n\n",
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
async def test_every_command_answers_those_it_is_for_and_refuses_the_others(talk: Talk, command: Command) -> None:
    for role in Role:
        person = await talk.member(f"Lan, {role}", role, "TH")
        said = await person.says(f"/{command.name}")
        assert said, role
        assert ("Lệnh này dành cho" in said) == (role not in command.roles), role


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.roles != MEMBERS], ids=lambda c: c.name)
async def test_a_refused_command_is_in_the_log(talk: Talk, command: Command) -> None:
    outsider = next(role for role in Role if role not in command.roles)
    lan = await talk.member("Lan", outsider, "TH")
    await lan.says(f"/{command.name} gì đó")
    async with talk.database.read() as uow:
        (entry,) = await uow.audit.newest()
    assert (entry.action, entry.subject, entry.member_name) == ("denied", f"/{command.name}", "Lan")


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.private], ids=lambda c: c.name)
async def test_personal_commands_are_not_answered_in_a_group(talk: Talk, command: Command) -> None:
    minh = await talk.member("Minh", Role.OFFICE, "TH")
    assert "trò chuyện riêng" in await minh.says(f"/{command.name}", private=False)


@pytest.mark.parametrize("name", [n for n, (_, subject) in ACTIONS.items() if subject.roles == OFFICE])
async def test_an_office_choice_in_other_hands_does_nothing(talk: Talk, name: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    async with talk.database.write() as uow:
        await uow.choices.offer("terminal", "Lan", [("stolen", "x", name, {"id": "1"})], talk.now.replace(year=2030))
    assert "Lệnh này dành cho" in await lan.presses("stolen")


async def test_a_choice_works_only_in_the_chat_it_was_offered_in(talk: Talk) -> None:
    lan, mai = await talk.member("Lan", unit="TH"), await talk.member("Mai", unit="TH")
    await lan.says("/nhiemvu")
    assert "hết hạn" in await mai.presses(lan.choice("I.1").token)


@pytest.mark.parametrize(
    "text", ["/nhiemvu", "/NHIEMVU", "/nhiệmvụ", "/Nhiệm vụ", "nhiệm vụ", "Nhiem Vu", "nhiemvu", "/nhiemvu@don_doc_bot"]
)
async def test_accents_case_and_slash_do_not_matter(talk: Talk, text: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "Phòng Tổng hợp chủ trì" in await lan.says(text)


@pytest.mark.parametrize("text", ["/tiến độ I.1 60%", "tiendo I.1 60%", "/tiendo I.1 60%", "/TIENDO i.1 60 %"])
async def test_a_command_takes_its_words_however_it_is_typed(talk: Talk, text: str) -> None:
    assert "Đã ghi nhận I.1: 60%" in await (await talk.member("Lan", unit="TH")).says(text)


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Phòng Tổng hợp chủ trì những việc gì?", "Rà soát quy chế làm việc"),
        ("phòng nào chủ trì I.2?", "Phòng Tài chính chủ trì"),
        ("giao ai quyết toán ngân sách?", "Phòng Tài chính chủ trì"),
    ],
)
async def test_a_sentence_that_begins_with_a_commands_name_is_a_question(
    talk: Talk, sentence: str, answer: str
) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert answer in await lan.says(sentence)


async def test_an_unknown_command_offers_the_nearest(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    said = await lan.says("/nhiemv")
    assert "Không có lệnh" in said
    assert "Phòng Tổng hợp chủ trì" in await lan.takes("/nhiemvu")


async def test_in_a_group_an_unknown_command_is_somebody_elses(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert await lan.says("/poll an trua", private=False) == ""


async def test_a_number_a_label_and_a_button_are_the_same_choice(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/nhiemvu")
    label = lan.choice("I.3").label
    by_button = await lan.takes("I.3")
    await lan.says("/nhiemvu")
    assert await lan.says("2") == by_button
    await lan.says("/nhiemvu")
    talk.capabilities = replace(BUTTONS, buttons=False)
    said = await lan.says("2")
    assert said.endswith(by_button), "without buttons the answer repeats what was chosen"
    assert said.startswith("Đã chọn 2: I.3")
    talk.capabilities = BUTTONS
    await lan.says("/nhiemvu")
    assert await lan.says(label.upper()) == by_button


async def test_a_number_typed_much_later_does_nothing_but_show_the_choices_again(talk: Talk) -> None:
    talk.capabilities = replace(BUTTONS, buttons=False)
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/tiendo I.1 100%")
    talk.now += timedelta(hours=5)
    said = await lan.says("1")
    assert "Danh sách gửi lúc 09:00 ngày 24/11/2026 đã cũ" in said
    assert "Đồng ý" in said
    async with talk.database.read() as uow:
        assert await uow.progress.history("small") == []
    assert "Đã ghi nhận I.1" in await lan.says("1"), "chosen again from what is on the screen now"


async def test_the_words_of_a_choice_name_it_however_late(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    await lan.says("/nhiemvu")
    label = lan.choice("I.3").label
    by_button = await lan.takes("I.3")
    await lan.says("/nhiemvu")
    talk.now += timedelta(hours=5)
    assert await lan.says(label) == by_button


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_hostile_input_gets_a_polite_answer(talk: Talk, text: str) -> None:
    lan = await talk.member("Lan", unit="TH")
    for prefix in ("", "/tiendo I.1 60% ", "/hoi ", "/nhiemvu "):
        said = await lan.says(prefix + text)
        assert said.strip()
        assert not any(c in said for c in "\x00\x07\u202e\ud800")
        assert "None" not in said
        assert "Traceback" not in said


async def test_without_a_plan_everything_says_so(talk: Talk) -> None:
    async with talk.database.write() as uow:
        lan = await uow.members.add("Lan", Role.STAFF, None, talk.now)
        await uow.members.link(lan.id, "terminal", "Lan", "Lan")
        await uow.plans.set_active("small", False)
    person = talk.stranger("Lan")
    for text in ("/nhiemvu", "/tiendo", "/hanchot", "/chitieu", "/lichsu", "I.1 ai chủ trì?"):
        assert "Chưa có kế hoạch" in await person.says(text)


def test_every_action_and_flow_belongs_to_one_subject_with_roles() -> None:
    assert all(subject.roles for _, subject in (*ACTIONS.values(), *FLOWS.values()))
    assert {command.name for command in COMMANDS} == set(DESCRIPTIONS)
