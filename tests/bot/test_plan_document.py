"""A file is read in a process of its own, which finds what a reading on the spot finds and is given up when it must."""

from __future__ import annotations

import json

from bot import plan_worker
from bot.plan_document import is_marked, read_plan_document, reading_of
from knowledge.importing.export import to_yaml
from tests.knowledge.importing.papers import docx_bytes, office_plan
from tests.support.plans import small_plan

YEAR = 2026


def _document() -> bytes:
    return docx_bytes(office_plan())


async def test_a_document_is_understood_as_where_it_is_read_on_the_spot() -> None:
    read = await reading_of(_document(), "ke-hoach.docx", YEAR)
    assert read.plan is not None
    told = json.loads(plan_worker.found_in(_document(), YEAR, ""))
    assert read.plan.model_dump(mode="json") == told["plan"]
    assert [problem.code for problem in read.problems] == [problem["code"] for problem in told["problems"]]


async def test_a_plan_file_is_known_by_the_suffix_of_its_name() -> None:
    read = await reading_of(to_yaml(small_plan()).encode(), "KE-HOACH.YAML", YEAR)
    assert read.plan == small_plan()


async def test_a_mark_of_secrecy_is_seen() -> None:
    assert await is_marked("MẬT\n\nKẾ HOẠCH\nNăm 2026\n".encode())
    assert not await is_marked(_document())


async def test_a_document_that_takes_too_long_is_given_up() -> None:
    read = await reading_of(_document(), "ke-hoach.docx", YEAR, timeout_s=0.01)
    assert [problem.code for problem in read.problems] == ["too_slow"]
    assert not await is_marked(_document(), timeout_s=0.01)


def test_a_document_that_takes_too_much_memory_is_given_up() -> None:
    plan, problems = read_plan_document(_document(), YEAR, memory_mb=40)
    assert plan is None
    assert [problem.code for problem in problems] == ["reader_failed"]
