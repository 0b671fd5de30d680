"""What is said where the plan has no sure answer."""

from __future__ import annotations

import pytest

from bot.plan_file import load_plan
from bot.settings import DEFAULT_PLAN
from handlers import answering
from knowledge.answers import Answer, Engine
from tests.support.talk import Talk, text_of

pytestmark = pytest.mark.sqlite


async def test_what_came_near_is_shown_as_no_more_than_near(talk: Talk) -> None:
    """The subject is another than the target's: refused, with the target beside it for whoever meant that."""
    await talk.follow(load_plan(DEFAULT_PLAN))
    lan = await talk.member("Lan", unit="VP")
    said = await lan.says("tỷ lệ doanh nghiệp có tài khoản ngân hàng là bao nhiêu")
    assert said.startswith("Không tìm thấy nội dung đồng chí hỏi trong kế hoạch.")
    assert "Nội dung gần nhất" in said
    assert "Người trưởng thành có tài khoản giao dịch tại ngân hàng" in said


def test_running_text_that_came_near_is_opened_by_its_choice() -> None:
    plan = load_plan(DEFAULT_PLAN)
    passage = next(p for p in plan.passages if len(p.text) > 200)
    offered = answering.reply(Answer("none", "record", candidates=(passage.code,)), plan)
    assert passage.text[:100] in text_of(offered)
    (choice,) = offered.choices
    opened = answering.reply(Engine(plan).record(choice.action.arguments["code"], "record"), plan)
    assert passage.text in text_of(opened)
