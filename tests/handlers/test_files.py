"""What becomes of a file that somebody sends, before anybody has asked for one."""

from __future__ import annotations

from storage.records import Role
from tests.support.talk import Talk


async def test_a_file_without_words_gets_a_clear_answer(talk: Talk) -> None:
    lan = await talk.member("Lan", Role.STAFF, "TH")
    said = await lan.sends(b"\xff\xd8", name="")
    assert "ảnh" in said
    assert "chưa lưu" in said
    assert "“bao-cao.bin”" in await lan.sends(b"x", "bao-cao.bin")


async def test_words_under_a_file_are_read_and_an_unused_file_is_said(talk: Talk) -> None:
    lan = await talk.member("Lan", Role.STAFF, "TH")
    said = await lan.sends(b"x", "kèm.docx", "/trogiup")
    assert "/nhiemvu" in said
    assert "“kèm.docx” gửi kèm chưa được lưu" in said


async def test_no_file_of_a_stranger_is_ever_fetched(talk: Talk) -> None:
    stranger = talk.stranger("Ai đó")
    fetched: list[object] = []

    async def perform(work: object) -> bytes:
        fetched.append(work)
        return b""

    talk.perform = perform  # type: ignore[method-assign, assignment]
    said = await stranger.sends(b"x", "ke-hoach.docx", "/nhapkehoach")
    assert "ke-hoach" not in said
    assert fetched == []
