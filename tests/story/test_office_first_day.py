"""An office clerk's first day on Telegram, from the plan's file to the report that is handed in.

Plan 04 is loaded from its PDF where the shared plans lie beside the clone, a short plan with the same rows elsewhere.
"""

from __future__ import annotations

import io
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import openpyxl
import pytest

from bot.app import App
from handlers.invitations import issue_invite
from scheduler.pacing import UNLIMITED
from storage.records import Role
from tests.knowledge.importing.papers import docx_bytes, ministries_plan, xlsx_bytes
from tests.support import databases
from tests.support.telegram_fake.people import Person
from tests.support.telegram_fake.world import Post
from tests.support.telegram_server import TelegramServer
from tests.support.whole import quiet, whole

NOW = datetime(2026, 11, 26, 1, 30, tzinfo=UTC)
PDF = Path(__file__).parents[3] / "shared" / "plans" / "04-qd844-bhyt.pdf"
PLAN = "844-qd-ttg-2026"
LONG = 60.0
NEVER_SEEN = re.compile(r"traceback|exception|\bNone\b|\bnull\b|&(lt|gt|amp|quot);|\{\w*\}", re.IGNORECASE)


@dataclass
class Day:
    """The day being played."""

    app: App
    server: TelegramServer

    async def quiet(self) -> None:
        await quiet(self.app, self.server, LONG)

    async def says(self, person: Person, text: str, answer: str) -> Post:
        """A person types and reads an answer with these words."""
        person.say(text)
        return await person.wait_for(answer, LONG)

    async def presses(self, person: Person, label: str, answer: str) -> Post:
        """A person presses the newest button whose label has these words."""
        post = next(p for p in reversed(person.screen) if any(label in name for name in p.labels))
        person.press(next(name for name in post.labels if label in name), post=post)
        return await person.wait_for(answer, LONG)

    def content(self, post: Post) -> bytes:
        """The file or picture that a message carries."""
        return self.server.world.files[post.document or post.photo][1]


@pytest.fixture
def url() -> Iterator[str]:
    with databases.fresh("sqlite") as fresh:
        yield fresh


@pytest.fixture
async def day(url: str) -> AsyncIterator[Day]:
    async with TelegramServer() as server, whole(server, url, UNLIMITED, NOW) as app:
        yield Day(app, server)


def _corrected(workbook: bytes) -> bytes:
    """The check workbook with a date where the plan prints "Đã hoàn thành"."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    sheet = book["Nhiệm vụ"]
    (column,) = [cell.column for cell in sheet[1] if cell.value == "Thời hạn"]
    (row,) = [cells[0].row for cells in sheet.iter_rows(min_row=2) if cells[0].value == "13"]
    assert sheet.cell(row, column).value == "Đã hoàn thành"
    sheet.cell(row, column).value = "Quý IV/2026"
    return xlsx_bytes(book)


async def _loads(day: Day, minh: Person) -> None:
    content, name = (PDF.read_bytes(), PDF.name) if PDF.exists() else (docx_bytes(ministries_plan()), "844.docx")
    minh.document(name, "/nhapkehoach", content)
    shown = await minh.wait_for("844/QĐ-TTg", LONG)
    assert "“Đã hoàn thành”" in shown.text, "what was not understood is pointed out"
    workbook = await minh.wait_for(lambda post: post.document_name.endswith(".xlsx"), LONG)
    await day.presses(minh, "Sửa trong Excel", "gửi lại")
    minh.document("bang-kiem-tra.xlsx", "", _corrected(day.content(workbook)))
    checked = await minh.wait_for("Đã nhận bảng kiểm tra", LONG)
    assert "“Đã hoàn thành”" not in checked.text
    await day.quiet()
    await day.presses(minh, "Nạp", "Đã nạp kế hoạch")
    await day.presses(minh, "Đặt làm mặc định", "mặc định từ nay")


async def _invites(day: Day, minh: Person, unit: str, head: Person) -> None:
    """Invites the head of a unit; the picture and the link come with the code."""
    invited = await day.says(minh, f"/moi trưởng đơn vị {unit}", "Mã mời dùng một lần")
    assert unit in invited.text
    await minh.wait_for(lambda post: post.photo, LONG)
    (link,) = re.findall(r"https://t\.me/dondoc_bot\?start=(\w+)", "\n".join(p.text for p in minh.screen[-2:]))
    await day.says(head, f"/start {link}", "Đồng chí đã được vào hệ thống")
    await day.presses(head, "Giữ tên này", "/trogiup")


async def _approves(day: Day, minh: Person, person: Person, unit: str) -> None:
    """A person asks to be let in; the office approves by one tap."""
    name = person.user.full_name
    await day.says(person, "/start", "chỉ phục vụ cán bộ")
    await day.presses(person, "Xin sử dụng", "gõ họ tên và đơn vị")
    await day.says(person, f"{name}, {unit}", "Đã gửi đề nghị")
    await minh.wait_for(f"Có đề nghị sử dụng mới: {name}", LONG, ever=True)
    await day.presses(minh, "Xem đề nghị", f"Họ tên: {name}")
    await day.presses(minh, f"Duyệt: cán bộ, {unit}", f"Đã duyệt {name}: cán bộ, {unit}")
    await person.wait_for("Văn phòng đã duyệt", LONG, ever=True)


async def test_an_office_clerks_first_day(day: Day) -> None:
    server = day.server
    minh, phuc, tam = (server.person(n) for n in ("Minh Phạm", "Phúc Lê", "Tâm Vũ"))
    lan, mai, hung, hoa = (server.person(n) for n in ("Lan Nguyễn", "Mai Đỗ", "Hùng Trần", "Hoa Bùi"))
    people = [minh, phuc, tam, lan, mai, hung, hoa]
    async with day.app.database.write() as uow:
        code = (await issue_invite(uow, Role.OFFICE, None, NOW, None)).code
    await day.says(minh, code, "Đồng chí đã được vào hệ thống")
    await day.presses(minh, "Giữ tên này", "/duyet")

    await _loads(day, minh)
    await _invites(day, minh, "Bộ Tài chính", phuc)
    await _invites(day, minh, "Bộ Y tế", tam)
    for person, unit in ((lan, "Bộ Tài chính"), (mai, "Bộ Tài chính"), (hung, "Bộ Y tế"), (hoa, "Bộ Y tế")):
        await _approves(day, minh, person, unit)

    await day.says(phuc, "/giao 5 @Lan", "Đã giao 5 cho Lan")
    await lan.wait_for("giao đồng chí phụ trách 5", LONG, ever=True)
    await day.says(tam, "/giao 8 @Hùng", "Đã giao 8 cho Hùng")
    await hung.wait_for("giao đồng chí phụ trách 8", LONG, ever=True)

    lan.photo("/tiendo 5 40% đã trình dự thảo theo Tờ trình 12/TTr-BTC", b"\xff\xd8\xff\xe0" + b"a" * 2000)
    recorded = await lan.wait_for("Đã ghi nhận 5: 40%", LONG)
    assert "(1 minh chứng)" in recorded.text
    await day.says(mai, "/tiendo 5 50% đã lấy ý kiến các bộ", "Đã ghi nhận 5: 40% → 50%")
    await day.says(hung, "/tiendo 7 100%", "hoàn thành (100%)?")
    await day.presses(hung, "Đồng ý", "Văn phòng sẽ xem và xác nhận")
    await day.says(hoa, "/tiendo 13 100% đã ban hành Nghị quyết 45/NQ-CP", "hoàn thành (100%)?")
    await day.presses(hoa, "Đồng ý", "Văn phòng sẽ xem và xác nhận")

    asked = await day.says(
        hung, '/giahan 8 30/6/2027 chờ ý kiến Bộ Tài chính "CV 123/BYT-BH"', "Xin gia hạn 8 đến 30/06/2027 (lần 1)?"
    )
    assert "CV 123/BYT-BH" in asked.text
    await day.presses(hung, "Đồng ý", "tới Tâm")
    await tam.wait_for("xin gia hạn 8 đến 30/06/2027", LONG, ever=True)
    await day.presses(tam, "Chuyển Văn phòng", "Đã chuyển đề nghị")
    await minh.wait_for("xin gia hạn 8 đến 30/06/2027", LONG, ever=True)
    await day.presses(minh, "Đồng ý gia hạn", "Đã gia hạn 8 đến 30/06/2027 (lần 1)")
    await hung.wait_for("Văn phòng đã gia hạn 8 đến 30/06/2027 (hạn cũ 31/03/2027)", LONG, ever=True)

    await day.says(minh, "/xacnhan", "Chờ xác nhận hoàn thành: 2")
    await day.says(minh, "/xacnhan 7 trả lại: thiếu số văn bản ban hành", "Đã trả lại 7")
    returned = await hung.wait_for("Văn phòng trả lại 7", LONG, ever=True)
    assert "thiếu số văn bản ban hành" in returned.text
    await day.says(minh, "/xacnhan 13 đồng ý", "Đã xác nhận 13 hoàn thành")
    await hoa.wait_for("đã xác nhận 13 hoàn thành", LONG, ever=True)

    preview = await day.says(minh, "/thongbao tất cả: Họp giao ban 14 giờ ngày 27/11", "Gửi thông báo này?")
    assert "tất cả: 6 người" in preview.text
    await day.presses(minh, "Gửi", "hàng gửi tới 6 người")
    for person in people[1:]:
        await person.wait_for("Họp giao ban 14 giờ ngày 27/11", LONG, ever=True)
        await day.presses(person, "Đã đọc", "đã đọc thông báo")
    await day.presses(minh, "Cập nhật", "Đã đọc: 6/6")

    await day.says(minh, "xuất báo cáo quý IV/2026", "đã lập xong")
    await day.quiet()
    picture, written, table = minh.screen[-3:]
    assert day.content(picture).startswith(b"\x89PNG")
    assert [post.document_name for post in (written, table)] == [
        f"Báo cáo quý IV năm 2026.{end}" for end in ("docx", "xlsx")
    ]
    paper = docx.Document(io.BytesIO(day.content(written)))
    cells = [[cell.text for cell in row.cells] for t in paper.tables for row in t.rows]
    assert any("45/NQ-CP" in text for row in cells for text in row)
    assert any("12/TTr-BTC" in text for row in cells for text in row)
    book = openpyxl.load_workbook(io.BytesIO(day.content(table)))
    updates = [str(cell.value) for row in book["Cập nhật"].iter_rows() for cell in row]
    assert any("45/NQ-CP" in text for text in updates)
    assert any("12/TTr-BTC" in text for text in updates)
    assert {"5", "7", "13", "Bộ Tài chính", "Bộ Y tế"} <= set(updates)
    extended = [str(cell.value) for row in book["Gia hạn"].iter_rows() for cell in row]
    assert {"8", "CV 123/BYT-BH"} <= set(extended)

    for person in people:
        for post in person.screen:
            assert not NEVER_SEEN.search(post.text), post.text
    assert server.refusals == []
    await _ends(day)


async def _ends(day: Day) -> None:
    """What is recorded when the day is over."""
    async with day.app.database.read() as uow:
        stored = await uow.plans.get(PLAN)
        assert stored is not None
        plan = day.app.office.followed(stored).plan
        entries = await uow.progress.history(PLAN)
        extensions = await uow.extensions.of_plan(PLAN)
        members = [(m.name, m.role, m.unit) for m in await uow.members.all()]
        acts = {entry.action for entry in await uow.audit.newest(limit=200)}
    corrected = plan.task("13")
    assert corrected is not None
    assert [(c.field, c.printed) for c in corrected.corrections] == [("deadline", "Đã hoàn thành")]
    assert {(e.task, e.percent, e.member_name) for e in entries} >= {
        ("5", 40, "Lan Nguyễn"),
        ("5", 50, "Mai Đỗ"),
        ("7", 100, "Hùng Trần"),
        ("13", 100, "Hoa Bùi"),
    }
    assert [(e.task, e.due, e.document) for e in extensions] == [("8", date(2027, 6, 30), "CV 123/BYT-BH")]
    assert sorted(str(role) for _, role, _ in members) == ["head"] * 2 + ["office"] + ["staff"] * 4
    assert acts >= {"plan", "plan.default", "invite", "approve", "assign", "extend", "return", "confirm", "announce"}
