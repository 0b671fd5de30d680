"""*Vì sao?*: what the office is told of how a question was understood."""

from __future__ import annotations

from storage.records import Role
from tests.support.talk import Talk


async def test_the_office_sees_what_was_understood_and_which_records_came_near(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("Phòng Tài chính chủ trì rà soát quy chế làm việc đúng không?")
    said = await minh.takes("Vì sao?")
    assert "Hỏi về: đơn vị chủ trì" in said
    assert "Đơn vị: Phòng Tài chính" in said
    assert "có câu trả lời: I.1" in said
    assert "I.1 Rà soát quy chế làm việc: " in said


async def test_a_refusal_is_explained_with_the_score_that_was_wanting(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("quy chế thi đua khen thưởng")
    said = await minh.takes("Vì sao?")
    assert "không mục nào đủ khớp" in said
    assert "mới trả lời" in said


async def test_a_follow_up_is_explained_with_the_record_it_was_taken_for(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    await minh.says("I.2 ai chủ trì?")
    await minh.says("hạn khi nào?")
    assert "Lấy theo câu trước: I.2" in await minh.takes("Vì sao?")


async def test_others_are_not_troubled_with_scores(talk: Talk) -> None:
    lan = await talk.member("Lan", unit="TH")
    assert "Vì sao" not in await lan.says("rà soát quy chế làm việc ai chủ trì?")
