"""The first two days of an office on Telegram, through the program as it runs, undisturbed and killed again and again.

A stranger asks for access, the office approves, the member asks, records progress by command, by choices and by
sentence, gets next morning's digest and answers it by a tap. Killed at five points of that, everybody has read the same
in the end and the same is recorded.
"""

from __future__ import annotations

import asyncio
import re
from asyncio.subprocess import PIPE
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from storage.sql.database import open_database
from tests.support.served import DONDOC, Served
from tests.support.telegram_fake.people import Person
from tests.support.telegram_server import TelegramServer
from tests.support.warm import Nursery, WarmServed

AFTERNOON, MORNING = "2026-12-23T14:30+07:00", "2026-12-24T08:00:01+07:00"
REPEAT = re.compile(r"^\(gửi lại\)\s*")
PATIENCE = 90.0


@dataclass
class Story:
    """The story being played; `kills`: names of the steps right after which the program is killed and started anew."""

    served: Served
    kills: frozenset[str]
    people: list[Person] = field(default_factory=list)
    killed: int = 0

    async def after(self, step: str) -> None:
        """Kills the program when this is one of the points, sooner or later within its work."""
        if step in self.kills:
            await asyncio.sleep(0.03 * self.killed)
            self.killed += 1
            await self.served.kill()
            await self.served.start()

    async def says(self, person: Person, text: str, answer: str, step: str = "") -> None:
        """A person types; the program dies or not; the answer comes all the same."""
        person.say(text)
        await self.after(step)
        await person.wait_for(answer, PATIENCE)

    async def presses(self, person: Person, label: str, answer: str, step: str = "") -> None:
        """A person presses the button whose label has these words."""
        post = next(p for p in reversed(person.screen) if any(label in name for name in p.labels))
        person.press(next(name for name in post.labels if label in name), post=post)
        await self.after(step)
        await person.wait_for(answer, PATIENCE)

    def read(self, person: Person) -> list[str]:
        """What a person has read in the end, marked repeats left out; what depends on chance or the minute masked."""
        texts = [REPEAT.sub("", post.text) for post in person.screen]
        masked = [re.sub(r"\d\d:\d\d ngày", "HH:MM ngày", text) for text in texts]
        return [text for i, text in enumerate(masked) if text not in masked[:i] or not self.kills]


async def _invited(served: Served) -> str:
    """The code that whoever runs the server gives to the first of the office."""
    ran = await asyncio.create_subprocess_exec(
        *(DONDOC, "invite", "--role", "office"), env=served.environment, cwd=served.folder, stdout=PIPE, stderr=PIPE
    )
    out, err = await ran.communicate()
    assert ran.returncode == 0, err.decode()
    return out.decode().strip()


async def _play(story: Story, server: TelegramServer) -> None:
    minh, hoa = server.person("Minh Phạm"), server.person("Hoa Trần")
    story.people = [minh, hoa]
    served = story.served
    await story.says(minh, await _invited(served), "Đồng chí đã được vào hệ thống")
    await story.presses(minh, "Giữ tên này", "/duyet")

    await story.says(hoa, "/start", "chỉ phục vụ cán bộ")
    await story.presses(hoa, "Xin sử dụng", "gõ họ tên và đơn vị")
    await story.says(hoa, "Trần Thị Hoa, Phòng Tổ chức cán bộ", "Đã gửi đề nghị", "request")
    await minh.wait_for("Có đề nghị sử dụng mới: Trần Thị Hoa", PATIENCE, ever=True)
    await story.presses(minh, "Xem đề nghị", "Đề nghị sử dụng")
    await story.presses(minh, "Duyệt: cán bộ, Phòng Tổ chức cán bộ", "Đã duyệt Trần Thị Hoa", "approval")
    await hoa.wait_for("Văn phòng đã duyệt", PATIENCE, ever=True)

    await story.says(hoa, "tinh giản biên chế ai chủ trì?", "Phòng Tổ chức cán bộ chủ trì")
    await story.says(hoa, "thực hiện từ năm nào", "Năm 2022 và các năm tiếp theo", "question")
    await story.says(hoa, "mức độ hài lòng về giải quyết TTHC năm 2025", "90%")

    await story.says(hoa, "/tiendo I.1 40% đã trình UBND tỉnh", "Đã ghi nhận I.1: 40%", "command")
    await story.says(hoa, "/tiendo", "cập nhật nhiệm vụ nào")
    await story.presses(hoa, "I.2", "Tiến độ hiện nay")
    await story.presses(hoa, "50%", "ghi chú")
    await story.presses(hoa, "Không ghi chú", "Đã ghi nhận I.2: 50%")
    await story.says(hoa, "III.3 xong 60% rồi", "Đã ghi nhận III.3: 60%")

    assert await served.stop() == 0
    hoa.acted = server.world.changed()
    await served.start(now=MORNING)
    await story.after("digest")
    await hoa.wait_for("Nhắc việc ngày 24/12/2026", PATIENCE, ever=True)
    await minh.wait_for("Nhắc việc ngày 24/12/2026", PATIENCE, ever=True)
    await story.presses(hoa, "1. Xong", "hoàn thành (100%)")
    await story.presses(hoa, "Đồng ý", "100%, hoàn thành")
    assert await served.stop() == 0


async def _recorded(url: str) -> list[tuple[object, ...]]:
    """The log of progress, oldest first."""
    database = open_database(url)
    async with database.read() as uow:
        (plan,) = await uow.plans.active()
        entries = await uow.progress.history(plan.id)
        members = [(m.name, m.role, m.unit) for m in await uow.members.all()]
        acts = [(a.action, a.subject) for a in reversed(await uow.audit.newest(limit=100))]
    await database.close()
    log = [(e.task, e.period, e.kind, e.percent, e.status, e.note, e.member_name) for e in reversed(entries)]
    return [*log, *members, *acts]


Play = Callable[[str, frozenset[str]], Awaitable[tuple[list[list[str]], list[tuple[object, ...]]]]]


@pytest.fixture
def play(tmp_path: Path, nursery: Nursery) -> Play:
    async def played(name: str, kills: frozenset[str]) -> tuple[list[list[str]], list[tuple[object, ...]]]:
        folder = tmp_path / name
        folder.mkdir()
        url = f"sqlite+aiosqlite:///{folder}/dondoc.sqlite3"
        async with TelegramServer() as server:
            served = WarmServed(nursery, server, url, folder, now=AFTERNOON)
            await served.start()
            try:
                story = Story(served, kills)
                await _play(story, server)
                assert story.killed == len(kills)
                assert "Traceback" not in served.written()
                return [story.read(person) for person in story.people], await _recorded(url)
            finally:
                await served.kill()

    return played


async def test_the_first_days_end_the_same_when_the_program_is_killed_at_five_points(play: Play) -> None:
    read, recorded = await play("undisturbed", frozenset())
    points = frozenset({"request", "approval", "question", "command", "digest"})
    read_after_kills, recorded_after_kills = await play("killed", points)
    assert recorded_after_kills == recorded
    assert [sorted(texts) for texts in read_after_kills] == [sorted(set(texts)) for texts in read]
    tasks = [entry[0] for entry in recorded[:4]]
    assert tasks == ["I.1", "I.2", "III.3", "I.1"]
