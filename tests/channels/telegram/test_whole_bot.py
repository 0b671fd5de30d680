"""The whole bot behind the Telegram channel: what people do to it on a phone, and what they see."""

from __future__ import annotations

import copy
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from bot.app import App
from scheduler.pacing import UNLIMITED, Rates
from storage.records import ProgressEntry, Role
from tests.support import databases
from tests.support.telegram_fake.people import Person
from tests.support.telegram_server import TelegramServer
from tests.support.whole import quiet
from tests.support.whole import whole as in_process

NOW = datetime(2026, 12, 23, 7, 30, tzinfo=UTC)
NEVER_SEEN = re.compile(
    r"traceback|exception|\berror\b|\bNone\b|\bnull\b|invalid|unexpected|&(lt|gt|amp|quot);|\{\w*\}", re.IGNORECASE
)
HOSTILE = {
    "html": "<b>đậm</b> <script>alert(1)</script> <a href='x'>",
    "half a tag": "</b><i>&lt; & <",
    "sql": "'; DROP TABLE members; --",
    "template": "{{7*7}} {code} %s ${x}",
    "long": "tiến độ " * 512,
    "one long word": "x" * 4096,
    "NUL": "II.5\u0000hạn",
    "lone surrogate": "hạn \ud800 II.5 \udfff",
    "direction": "\u202eII.5\u202c hạn \u200f khi nào\u2067",
    "marks": "a" + "\u0301" * 2000,
    "invisible": "\u200b\u2060\ufeff",
    "emoji": "👨\u200d👩\u200d👧 🇻🇳 👍🏽" * 50,
    "newlines": "\n" * 500 + "a" + "\r" * 500,
    "slash": "/ /// /@ /\u0000 //hoi",
    "command": "/<b>hoi</b> &amp;",
    "progress": "/tiendo II.5 60% <b>đã</b> trình & ký \u202e",
}


@dataclass
class Whole:
    """The joined program and its members."""

    app: App
    server: TelegramServer
    lan: Person

    async def progress(self) -> list[ProgressEntry]:
        """What is recorded, oldest first."""
        async with self.app.database.read() as uow:
            (plan,) = await uow.plans.active()
            return list(reversed(await uow.progress.history(plan.id)))

    async def quiet(self) -> None:
        """Until everything that was done has been fetched, handled and answered."""
        await quiet(self.app, self.server)


async def _join(app: App, person: Person, role: Role, unit: str) -> None:
    async with app.database.write() as uow:
        member = await uow.members.add(person.user.full_name, role, unit, NOW)
        await uow.members.link(member.id, "telegram", str(person.id), str(person.id))


@pytest.fixture
def url() -> Iterator[str]:
    with databases.fresh("sqlite") as fresh:
        yield fresh


@asynccontextmanager
async def running(server: TelegramServer, url: str, rates: Rates) -> AsyncIterator[Whole]:
    """The program with one member, polling, while the body runs."""
    async with in_process(server, url, rates, NOW, followed_from="2026-01-01") as app:
        lan = server.person("Lan Nguyễn")
        async with app.database.read() as uow:
            (stored,) = await uow.plans.active()
        unit = next(task.lead[0] for task in app.office.followed(stored).plan.tasks if task.code == "II.5")
        await _join(app, lan, Role.STAFF, unit)
        yield Whole(app, server, lan)


@pytest.fixture
async def whole(server: TelegramServer, url: str) -> AsyncIterator[Whole]:
    async with running(server, url, UNLIMITED) as program:
        yield program


async def test_hostile_words_get_civil_answers_that_echo_them_as_words_at_most(whole: Whole) -> None:
    stranger = whole.server.person("Người Lạ")
    people = [whole.lan, stranger]
    with capture_logs() as logs:
        for words in HOSTILE.values():
            for person in people:
                person.say(words)
        await whole.quiet()
    assert [log for log in logs if log["log_level"] == "error"] == []
    for person in people:
        assert len(person.screen) >= len(HOSTILE)
        for post in person.screen:
            own = post.text
            for words in HOSTILE.values():
                own = own.replace(words.strip(), "")
            assert not NEVER_SEEN.search(re.sub(r"[{]code[}]|&(lt|amp);", "", own)), post.text
            assert not re.search(r"[\u202a-\u202e\u2066-\u2069\u0000]", post.source)
    unmarked = [
        call for call in whole.server.calls if call.method == "sendMessage" and "parse_mode" not in call.parameters
    ]
    assert unmarked == [], "nothing had to be sent again without its markup"


async def test_two_identical_updates_are_one(whole: Whole) -> None:
    whole.lan.say("/tiendo II.5 60% đã trình")
    whole.server.world.queue(copy.deepcopy(whole.server.world.updates[-1]))
    await whole.quiet()
    assert [entry.percent for entry in await whole.progress()] == [60]
    assert len(whole.lan.screen) == 1


async def test_updates_out_of_order_are_all_handled(whole: Whole) -> None:
    for percent in (10, 20, 30):
        whole.lan.say(f"/tiendo II.5 {percent}%")
    updates = whole.server.world.updates
    updates.reverse()
    await whole.quiet()
    assert len(await whole.progress()) + sum("Đồng ý" in post.labels for post in whole.lan.screen) == 3


async def test_a_forwarded_update_is_not_recorded(whole: Whole) -> None:
    whole.lan.forward("/tiendo II.5 90%")
    await whole.quiet()
    assert await whole.progress() == []
    assert len(whole.lan.screen) == 1


async def test_an_edited_update_is_recorded_as_what_it_says_now(whole: Whole) -> None:
    whole.lan.say("/tiendo II.5 40%")
    await whole.quiet()
    whole.lan.edit("/tiendo II.5 60%")
    await whole.quiet()
    assert [entry.percent for entry in await whole.progress()] == [40, 60]


async def test_a_reply_is_about_the_message_that_it_replies_to(whole: Whole) -> None:
    whole.lan.say("II.5 hạn khi nào?")
    first = await whole.lan.wait_for("II.5. Kế hoạch thực hiện Đề án")
    whole.lan.say("I.1 ai chủ trì?")
    await whole.lan.wait_for("I.1. Triển khai công tác pháp chế")
    whole.lan.say("ai chủ trì?", reply_to=first)
    assert "Văn phòng chủ trì." in (await whole.lan.wait_for("Theo nhiệm vụ II.5")).text
    whole.lan.say("/nhiemvu")
    listed = await whole.lan.wait_for("Trang 1/5")
    second = next(line for line in listed.text.splitlines() if line.startswith("• "))
    whole.lan.say("II.5 hạn khi nào?")
    await whole.lan.wait_for("Thời hạn: Hoàn thành trong năm 2022")
    whole.lan.say("cái đầu tiên ai phối hợp?", reply_to=listed)
    await whole.lan.wait_for(f"Theo nhiệm vụ {second.split()[1]}")


async def test_what_cannot_be_read_gets_a_civil_word(whole: Whole) -> None:
    whole.lan.sticker()
    whole.lan.voice()
    whole.lan.photo()
    whole.lan.place()
    await whole.quiet()
    assert len(whole.lan.screen) == 4
    assert all("Đồng chí" in post.text for post in whole.lan.screen)


async def test_a_caption_is_read_like_a_message(whole: Whole) -> None:
    whole.lan.photo("/tiendo II.5 60% ảnh kèm theo")
    await whole.quiet()
    assert [entry.percent for entry in await whole.progress()] == [60]


async def test_a_press_is_answered_even_when_its_message_is_deleted_or_old(whole: Whole) -> None:
    whole.lan.say("/tiendo")
    menu = await whole.lan.wait_for("Đồng chí cập nhật nhiệm vụ nào?")
    data = str(menu.keyboard.inline_keyboard[0][0].callback_data) if menu.keyboard else ""
    whole.lan.delete(menu)
    for accessible in (True, False):
        query = whole.lan.press_data(data, menu, accessible=accessible)
        await whole.lan.wait_for(lambda post: post.id > menu.id)
        await whole.lan.wait_answered(query)


async def test_a_person_who_blocks_the_bot_and_comes_back_is_served_again(whole: Whole) -> None:
    whole.lan.say("/nhiemvu")
    await whole.quiet()
    seen = len(whole.lan.screen)
    whole.lan.block()
    await whole.quiet()
    async with whole.app.database.read() as uow:
        member = await uow.members.by_account("telegram", str(whole.lan.id))
    assert member is not None
    assert not member.accounts[0].reachable
    whole.lan.unblock()
    whole.lan.say("/nhiemvu")
    await whole.quiet()
    assert len(whole.lan.screen) == seen + 1


async def test_in_a_group_the_bot_speaks_only_when_spoken_to(whole: Whole) -> None:
    whole.server.world.privacy = False
    group = whole.server.group("Phòng")
    hung = whole.server.person("Hùng")
    for words in ("chào cả phòng", "II.5 xong 60% rồi", "/hoi@khac_bot II.5"):
        whole.lan.say(words, group)
    await whole.quiet()
    assert group.screen == []
    for words in ("@dondoc_bot II.5 ai chủ trì?", "/hoi II.5 ai chủ trì?"):
        whole.lan.say(words, group)
        await whole.lan.wait_for("chủ trì", group=group)
    whole.lan.say("hạn khi nào?", group, reply_to=group.screen[-1])
    await whole.quiet()
    assert len(group.screen) == 3
    assert await whole.progress() == []
    assert whole.lan.screen == hung.screen == []


async def test_in_a_forum_the_answer_goes_to_the_topic(whole: Whole) -> None:
    forum = whole.server.group("Sở", forum=True)
    whole.lan.say("/hoi II.5 ai chủ trì?", forum, thread=77)
    await whole.quiet()
    assert [post.thread for post in forum.screen] == [77]


async def test_slow_floods_and_broken_lines_lose_nothing(whole: Whole) -> None:
    whole.server.faults.reset_before(1, "getUpdates")
    whole.server.faults.page(1, "getUpdates", "answerCallbackQuery")
    for percent in (10, 20):
        whole.lan.say(f"/tiendo II.5 {percent}%")
    await whole.quiet()
    assert [entry.percent for entry in await whole.progress()] == [10, 20]
    assert len(whole.lan.screen) == 2


async def test_a_rush_is_answered_within_the_limits_of_the_server(server: TelegramServer, url: str) -> None:
    server.limits.on = True
    async with running(server, url, Rates()) as program:
        people = [server.person(f"Người {number}") for number in range(25)]
        for person in people:
            person.say("/start")
            person.say("xin chào")
        await program.quiet()
        assert {len(person.screen) for person in people} == {2}
    assert server.refusals == []


async def test_a_report_arrives_as_a_picture_and_two_files_after_word_that_it_is_being_made(whole: Whole) -> None:
    office = whole.server.person("Minh Trần")
    await _join(whole.app, office, Role.OFFICE, "VP")
    office.say("xuất báo cáo quý III/2026")
    await whole.quiet()
    making, ready, picture, docx, xlsx = office.screen[-5:]
    assert making.text.startswith("Đang lập báo cáo quý III năm 2026")
    assert ready.text == "Báo cáo quý III năm 2026 đã lập xong:"
    assert picture.photo
    assert picture.text.startswith("Quý III năm 2026: kết quả theo đơn vị")
    assert [post.document_name for post in (docx, xlsx)] == [
        f"Báo cáo quý III năm 2026.{end}" for end in ("docx", "xlsx")
    ]
    assert [whole.server.world.files[post.document][1][:2] for post in (docx, xlsx)] == [b"PK", b"PK"]
    assert whole.server.refusals == []
