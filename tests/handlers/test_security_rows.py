"""What is promised about security and shown nowhere else; every promise with its tests: tests/project/promises.yaml."""

from __future__ import annotations

import importlib
import io
import pkgutil
import random
import string
import zipfile
from datetime import timedelta

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import handlers.wording
from bot.channels.rendering import render
from handlers.account import TRIES_AN_HOUR
from handlers.codes import ALPHABET, INVITE_LENGTH
from handlers.making import completed
from handlers.messages import Document, Fields, Heading, Items, Note, Paragraph, Reply
from storage.records import Role
from tests.support.talk import BUTTONS, ZONE, Person, Talk
from tests.support.telegram_fake.markup import read_text

# ---- hostile words in every sentence that the bot says --------------------------------------------------------------


def _sentences() -> list[str]:
    """Every sentence of handlers.wording into which something is put."""
    found = []
    for module in pkgutil.iter_modules(handlers.wording.__path__):
        for value in vars(importlib.import_module(f"handlers.wording.{module.name}")).values():
            if isinstance(value, str) and any(name for _, name, _, _ in string.Formatter().parse(value)):
                found.append(value)
    return found


SENTENCES = _sentences()
HOSTILE = st.one_of(
    st.sampled_from(
        ["<b>", "</b>", "<script>x</script>", "&lt;", "&#60;", '"><a href="x">', "\u202e", "\x00", "x" * 4097]
    ),
    st.text(st.sampled_from("<>&\"'/\u202e\u2066\u200f\x00\x07\ud800aấ ;#"), max_size=60),
)


class _Filled(dict[str, object]):
    """Whatever a sentence asks for, it gets the same words."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def __missing__(self, name: str) -> str:
        return self.words


@settings(max_examples=30, deadline=None)
@given(HOSTILE)
def test_no_sentence_lets_words_of_people_become_markup(words: str) -> None:
    said = [sentence.format_map(_Filled(words)) for sentence in SENTENCES if _takes_text(sentence)]
    assert len(said) > 200
    blocks = (Heading(words), Fields(((words, words),)), Items((words,)), *(Paragraph(s) for s in said), Note(words))
    for part in render(Reply(blocks), BUTTONS):
        shown, entities = read_text(part.html, "HTML", limit=4096, caption=False)
        assert shown == part.plain
        assert {entity.type for entity in entities} <= {"bold", "italic"}


def _takes_text(sentence: str) -> bool:
    """Whether each of its places takes any words (not only a number of some form)."""
    return all(not form and not turned for _, name, form, turned in string.Formatter().parse(sentence) if name)


# ---- no cell of a workbook becomes a formula ------------------------------------------------------------------------

FORMULAS = [
    "=1+2",
    "+1+2",
    "-1+2",
    "@SUM(1)",
    "\t=1+2",
    "\r=1+2",
    "＝1+2",
    "＋1",
    "－1",
    "＠x",
    '=HYPERLINK("http://x")',
]


def _cells(content: bytes) -> list[openpyxl.cell.cell.Cell]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


async def _file(talk: Talk, person: Person) -> bytes:
    assert person.screen is not None
    made = await completed(person.screen, talk.database, talk.office, ZONE)
    (file,) = (b for b in made.blocks if isinstance(b, Document) and b.name.endswith(".xlsx"))
    return file.content


@pytest.mark.sqlite
async def test_what_people_are_called_and_write_is_text_in_the_log_and_in_the_list_of_codes(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    async with talk.database.write() as uow:
        for number, evil in enumerate(FORMULAS):
            await uow.audit.add(
                member_id=None,
                member_name=evil,
                action=evil,
                subject=evil,
                now=talk.now,
                before=evil,
                after=str(number),
            )
    await minh.says("/nhatky")
    talk.now += timedelta(seconds=1)
    await minh.takes("Xuất Excel")
    log = _cells(await _file(talk, minh))
    assert {cell.data_type for cell in log} <= {"s", "d"}
    assert {"=1+2", "@SUM(1)", "＝1+2"} <= {cell.value for cell in log}
    await minh.says("/moi")
    await minh.takes("Mời theo danh sách")
    template = await _file(talk, minh)
    assert {cell.data_type for cell in _cells(template)} == {"s"}
    assert all(cell.hyperlink is None for cell in [*log, *_cells(template)])


# ---- codes are not guessed ------------------------------------------------------------------------------------------

_GUESSERS, _TRIES = 40, 6


@pytest.mark.sqlite
async def test_ten_thousand_guesses_open_nothing_and_the_office_is_told_once(talk: Talk) -> None:
    """240 guesses by 40 accounts go the whole way; the rest meet the same comparison in storage, in one transaction."""
    minh, rng = await talk.member("Minh", Role.OFFICE), random.Random(20261124)
    await minh.says("/moi cán bộ TH")
    answers = []
    for account in range(_GUESSERS):
        stranger = talk.stranger(f"lạ {account}")
        answers += [await stranger.says("".join(rng.choices(ALPHABET, k=INVITE_LENGTH))) for _ in range(_TRIES)]
        assert await stranger.member() is None
    too_many = [said for said in answers if "quá nhiều lần" in said]
    assert len(too_many) == _GUESSERS * (_TRIES - TRIES_AN_HOUR)
    assert (await talk.told(minh)).count("nhập sai mã mời nhiều lần") == 1
    async with talk.database.write() as uow:
        for _ in range(10_000 - len(answers)):
            assert await uow.invites.redeem("".join(rng.choices(ALPHABET, k=INVITE_LENGTH)), talk.now) is None
    async with talk.database.read() as uow:
        assert [m.name for m in await uow.members.all()] == ["Minh"]


# ---- documents that must not be opened ------------------------------------------------------------------------------


@pytest.mark.sqlite
async def test_documents_with_entities_or_bombs_in_a_chat_are_refused_in_words_by_every_step(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE, "TH")
    xxe = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    hostile = {
        "xxe.docx": {"word/document.xml": xxe},
        "xxe.xlsx": {"xl/workbook.xml": xxe},
        "bomb.xlsx": {"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b"\x00" * 40_000_000},
    }
    for name, parts in hostile.items():
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            for part, data in parts.items():
                package.writestr(part, data)
        assert "Chưa đọc được" in await minh.sends(file.getvalue(), name, "/nhapkehoach"), name
        await minh.says("/moi")
        await minh.takes("Mời theo danh sách")
        assert "Chưa đọc được danh sách" in await minh.sends(file.getvalue(), name), name
    async with talk.database.read() as uow:
        assert await uow.plans.active_ids() == ["small"]
