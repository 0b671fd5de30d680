"""Draws the conversations that the office's guide shows, from what the bot really says: `make pictures`."""

from __future__ import annotations

import asyncio
import html
import re
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import matplotlib
from PIL import Image, ImageDraw, ImageFont

from bot.channels.rendering import Part, render
from bot.channels.telegram.channel import CAPABILITIES as TELEGRAM
from handlers.making import completed
from handlers.messages import Document, Reply, load
from handlers.reminders import queue_digests
from knowledge.model import Plan
from storage.records import Role
from storage.sql.database import open_database
from tests.knowledge.importing.papers import docx_bytes, office_plan
from tests.support import databases
from tests.support.plans import small_plan
from tests.support.talk import ZONE, Person, Talk

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
WIDTH, EDGE, PAD, GAP, SIZE = 640, 18, 16, 8, 21
BUBBLE = WIDTH - 4 * EDGE
BACK, HEAD, MINE, THEIRS, BUTTON = "#D7E3D0", "#527DA3", "#E1FFC7", "#FFFFFF", "#9AB39C"
MORNING = datetime(2026, 12, 17, 1, tzinfo=UTC)
Word = tuple[str, str]
"""A word and its style: "", "b" or "i"."""


def _font(style: str = "", size: int = SIZE) -> ImageFont.FreeTypeFont:
    name = {"": "DejaVuSans", "b": "DejaVuSans-Bold", "i": "DejaVuSans-Oblique"}[style]
    return ImageFont.truetype(FONTS / f"{name}.ttf", size)


def _words(line: str) -> list[Word]:
    """The words of a line of Telegram's HTML."""
    found: list[Word] = []
    style = ""
    for piece in re.split(r"(</?[bi]>)", line):
        if re.fullmatch(r"</?[bi]>", piece):
            style = "" if piece.startswith("</") else piece[1]
        else:
            found += [(word, style) for word in html.unescape(piece).split()]
    return found


def _wrapped(text: str, width: int) -> list[list[Word]]:
    """Lines that fit."""
    lines: list[list[Word]] = []
    for paragraph in text.split("\n"):
        lines.append([])
        used = 0.0
        for word, style in _words(paragraph):
            room = _font(style).getlength(word + " ")
            if lines[-1] and used + room > width:
                lines.append([])
                used = 0.0
            lines[-1].append((word, style))
            used += room
    return lines


@dataclass
class Screen:
    """A chat that grows downwards."""

    image: Image.Image = field(default_factory=lambda: Image.new("RGB", (WIDTH, 4000), BACK))
    below: int = 0

    def __post_init__(self) -> None:
        self.draw = ImageDraw.Draw(self.image)
        self.draw.rectangle((0, 0, WIDTH, 84), fill=HEAD)
        self.draw.text((EDGE + 4, 18), "Đôn Đốc", font=_font("b"), fill="white")
        self.draw.text((EDGE + 4, 46), "bot", font=_font("", 17), fill="#D5E3F0")
        self.below = 84 + 2 * GAP

    def says(self, text: str, *, mine: bool) -> None:
        """A bubble, on the right when the person speaks."""
        lines = _wrapped(text, BUBBLE - 2 * PAD)
        width = max(sum(_font(style).getlength(word + " ") for word, style in line) for line in lines) + 2 * PAD
        height = len(lines) * (SIZE + 8) + 2 * PAD - 6
        left = WIDTH - EDGE - width if mine else EDGE
        box = (left, self.below, left + width, self.below + height)
        self.draw.rounded_rectangle(box, 14, fill=MINE if mine else THEIRS)
        for number, line in enumerate(lines):
            at = left + PAD
            for word, style in line:
                self.draw.text((at, self.below + PAD - 4 + number * (SIZE + 8)), word, font=_font(style), fill="black")
                at += _font(style).getlength(word + " ")
        self.below += height + GAP

    def offers(self, part: Part) -> None:
        """The buttons below a message."""
        for row in part.buttons:
            width = (BUBBLE - GAP * (len(row) - 1)) / len(row)
            for number, button in enumerate(row):
                left = EDGE + number * (width + GAP)
                self.draw.rounded_rectangle((left, self.below, left + width, self.below + 44), 8, fill=BUTTON)
                label, font = button.label, _font("", 18)
                while font.getlength(label) > width - 12:
                    label = label.rstrip("…")[:-1] + "…"
                middle = (left + width / 2, self.below + 22)
                self.draw.text(middle, label, font=font, fill="white", anchor="mm")
            self.below += 44 + 5
        self.below += GAP

    def answers(self, reply: Reply | None) -> None:
        """What the bot says."""
        for part in render(reply, TELEGRAM) if reply else ():
            self.says(part.html, mine=False)
            self.offers(part)

    def save(self, name: str) -> None:
        """Writes the picture."""
        image = self.image.crop((0, 0, WIDTH, self.below + GAP)).quantize(64)
        image.save(PICTURES / name, optimize=True)


def _plan() -> Plan:
    plan = small_plan()
    titles = ("Ban hành quy chế làm việc", "Rà soát thủ tục hành chính", "Công khai kết quả giải quyết hồ sơ")
    tasks = [
        plan.tasks[0].model_copy(update={"code": f"I.{n}", "title": title, "deadline": deadline})
        for n, (title, deadline) in enumerate(zip(titles, ("17/12/2026", "20/12/2026", "31/12/2026"), strict=True), 1)
    ]
    return plan.model_copy(update={"tasks": tuple(tasks)})


async def _typed(screen: Screen, person: Person, words: str) -> None:
    screen.says(words, mine=True)
    await person.says(words)
    screen.answers(person.screen)


async def digest(talk: Talk, lan: Person, minh: Person) -> Screen:
    """The morning's message, and all of it answered in one."""
    screen, member = Screen(), await lan.member()
    assert member is not None
    async with talk.database.write() as uow:
        await queue_digests(uow, talk.office, talk.now, ZONE)
        message = await uow.outbox.get(f"digest:2026-12-17:member:{member.id}")
    assert message is not None
    screen.answers(load(message.reply))
    talk.now += timedelta(minutes=12)
    await _typed(screen, lan, "1 60% đã trình, 2 vướng kinh phí, 3 30%")
    return screen


async def own_settings(talk: Talk, lan: Person, minh: Person) -> Screen:
    """How a person sets when they are reminded."""
    screen = Screen()
    await _typed(screen, lan, "/nhacviec")
    await _typed(screen, lan, "/nhacviec 9h")
    return screen


async def preview(talk: Talk, lan: Person, minh: Person) -> Screen:
    """What the office sees of a day to come."""
    screen = Screen()
    await _typed(screen, minh, "/hethong")
    await _typed(screen, minh, "/hethong xem trước")
    return screen


async def _sent(screen: Screen, person: Person, content: bytes, name: str, caption: str) -> None:
    screen.says(f"<b>{name}</b>\n{caption}", mine=True)
    await person.sends(content, name, caption)
    await _shown(screen, person)


async def _taken(screen: Screen, person: Person, label: str) -> None:
    screen.says(f"<i>{label}</i>", mine=True)
    await person.takes(label)
    await _shown(screen, person)


async def _shown(screen: Screen, person: Person) -> None:
    """What the bot says, with the files that it makes by their names."""
    assert person.screen is not None
    reply = await completed(person.screen, person.talk.database, person.talk.office, ZONE)
    for part in render(reply, TELEGRAM):
        screen.says(f"<b>{part.media.name}</b>" if isinstance(part.media, Document) else part.html, mine=False)
        screen.offers(part)


async def first_plan(talk: Talk, lan: Person, minh: Person) -> Screen:
    """A plan's document is sent, looked at and loaded."""
    screen = Screen()
    await _sent(screen, minh, docx_bytes(office_plan()), "125-KH-SNV.docx", "/nhapkehoach")
    await _taken(screen, minh, "Nạp")
    return screen


async def first_update(talk: Talk, lan: Person, minh: Person) -> Screen:
    """An update with a photo, and a later deadline asked for in one line."""
    await talk.member("Vũ Thị Tâm", Role.HEAD, unit="TH")
    screen = Screen()
    update = "/tiendo I.2 40% đã trình dự thảo theo Tờ trình 12/TTr-TH"
    await _sent(screen, lan, b"\xff\xd8\xff\xe0" + b"a" * 2000, "ảnh.jpg", update)
    await _typed(screen, lan, '/giahan I.2 29/1/2027 chờ ý kiến Sở Tài chính "CV 123/TH"')
    await _taken(screen, lan, "Đồng ý")
    return screen


async def first_confirm(talk: Talk, lan: Person, minh: Person) -> Screen:
    """The office returns one report of completion, confirms another, and tells everybody something."""
    for code in ("I.1", "I.2"):
        await lan.says(f"/tiendo {code} 100%")
        await lan.takes("Đồng ý")
    screen = Screen()
    await _typed(screen, minh, "/xacnhan")
    await _typed(screen, minh, "/xacnhan I.1 trả lại: thiếu số văn bản ban hành")
    await _typed(screen, minh, "/xacnhan I.2 đồng ý")
    await _typed(screen, minh, "/thongbao tất cả: Họp giao ban 14 giờ ngày 18/12")
    return screen


SCENES: dict[str, Callable[[Talk, Person, Person], Awaitable[Screen]]] = {
    "digest.png": digest,
    "nhacviec.png": own_settings,
    "preview.png": preview,
    "first-plan.png": first_plan,
    "first-update.png": first_update,
    "first-confirm.png": first_confirm,
}


def drawn(url: str, name: str) -> None:
    """Draws one picture over an empty database."""
    asyncio.run(_draw(url, name))


async def _draw(url: str, name: str) -> None:
    database = open_database(url)
    talk = Talk(database, now=MORNING, channel="telegram", capabilities=TELEGRAM)
    await talk.follow(_plan(), MORNING.replace(month=11))
    lan = await talk.member("Nguyễn Thị Lan", unit="TH")
    minh = await talk.member("Trần Minh", Role.OFFICE)
    (await SCENES[name](talk, lan, minh)).save(name)
    await database.close()


def main() -> None:
    """Draws every picture."""
    for name in SCENES:
        with databases.fresh("sqlite") as url:
            drawn(url, name)
        sys.stdout.write(f"docs/pictures/{name}\n")


if __name__ == "__main__":
    main()
