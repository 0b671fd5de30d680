"""What people do in Telegram, as the bot understands it. The updates are built by python-telegram-bot's types."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update, User

from bot.channels.telegram.reading import Us, read, stored
from handlers.messages import Incoming
from tests.support.telegram_fake.people import Group, Person
from tests.support.telegram_server import TelegramServer

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
HERE = TelegramServer()
US = Us(HERE.world.bot.id, "dondoc_bot")
HERE.world.privacy = False  # an administrator of groups sees everything: the bot must tell by itself what is for it


def last(act: Callable[[], Any]) -> Incoming | None:
    """What the bot makes of the update that an act causes."""
    HERE.world.updates.clear()
    act()
    assert len(HERE.world.updates) == 1
    return read(stored(HERE.world.updates[0], NOW)[2], US)


def raw(act: Callable[[], Any]) -> dict[str, Any]:
    """The update itself."""
    HERE.world.updates.clear()
    act()
    return HERE.world.updates[0]


@pytest.fixture
def lan() -> Person:
    return HERE.person("Lan Nguyễn", username="lan_nguyen")


@pytest.fixture
def group() -> Group:
    return HERE.group("Văn phòng Sở")


def test_words_in_private_are_from_the_person_as_the_app_shows_them(lan: Person) -> None:
    before = datetime.now(UTC)
    found = last(lambda: lan.say("II.5 hạn khi nào?"))
    assert found is not None
    assert (found.channel, found.chat, found.account) == ("telegram", str(lan.id), str(lan.id))
    assert (found.name, found.text) == ("Lan Nguyễn", "II.5 hạn khi nào?")
    assert (found.private, found.addressed, found.forwarded, found.message) == (True, True, False, None)
    assert abs((found.received - before).total_seconds()) < 2


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=80))
def test_any_words_survive_being_stored(words: str) -> None:
    update = raw(lambda: HERE.person("Lan Nguyễn").say("x"))
    update["message"] |= {"text": words, "entities": []}
    key, lane, payload = stored(update, NOW)
    assert payload.isascii()
    found = read(payload, US)
    assert found is not None
    assert found.text == words
    assert (key, lane) == (f"update:{update['update_id']}", found.chat)


def test_a_second_library_reads_the_same_in_every_update(lan: Person, group: Group) -> None:
    acts: list[Callable[[], Any]] = [
        lambda: lan.say("chào"),
        lambda: lan.say("/hoi@dondoc_bot II.5", group),
        lambda: lan.photo("/tiendo II.5 60%"),
        lambda: lan.document("bao-cao.pdf", "đã trình"),
        lambda: lan.forward("lời người khác"),
        lambda: lan.edit("sửa lại"),
    ]
    for act in acts:
        update = raw(act)
        theirs = Update.de_json(update, None)
        ours = read(stored(update, NOW)[2], US)
        assert ours is not None
        message, user = theirs.effective_message, theirs.effective_user
        assert message is not None
        assert user is not None
        assert ours.account == str(user.id)
        assert ours.name == user.full_name
        assert ours.chat == str(message.chat_id)
        assert ours.text == (message.text or message.caption)
        assert ours.forwarded is (message.forward_origin is not None)
        assert ours.received == (message.edit_date or message.date)
        assert ours.private is (message.chat.type == "private")


# ---- groups ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "addressed", "text"),
    [
        ("@dondoc_bot II.5 hạn khi nào?", True, "II.5 hạn khi nào?"),
        ("@DonDoc_Bot, II.5 hạn khi nào?", True, "II.5 hạn khi nào?"),
        ("😀 hỏi @dondoc_bot II.5", True, "😀 hỏi  II.5"),
        ("/nhiemvu", True, "/nhiemvu"),
        ("/tiendo@dondoc_bot II.5 60%", True, "/tiendo@dondoc_bot II.5 60%"),
        ("/tiến độ II.5 60%", True, "/tiến độ II.5 60%"),
        ("chào cả phòng", False, "chào cả phòng"),
        ("hỏi @lan_nguyen nhé", False, "hỏi @lan_nguyen nhé"),
        ("thư gửi a@dondoc_bot.vn", False, "thư gửi a@dondoc_bot.vn"),
    ],
)
def test_in_a_group_only_what_names_or_commands_the_bot_is_for_it(
    lan: Person, group: Group, said: str, addressed: bool, text: str
) -> None:
    found = last(lambda: lan.say(said, group))
    assert found is not None
    assert (found.private, found.addressed, found.text) == (False, addressed, text)
    assert (found.chat, found.account) == (str(group.id), str(lan.id))


def test_a_command_for_another_bot_is_not_for_us(lan: Person, group: Group) -> None:
    assert last(lambda: lan.say("/hoi@khac_bot II.5", group)) is None


def test_a_reply_to_the_bot_is_for_it_and_to_others_is_not(lan: Person, group: Group) -> None:
    of_bot = HERE.world.post(group.room, HERE.world.bot, "Đồng chí chọn nhiệm vụ nào?")
    of_hung = HERE.person("Hùng").say("ai biết?", group)
    assert (last(lambda: lan.say("việc II.5", group, reply_to=of_bot)) or NOBODY).addressed
    assert not (last(lambda: lan.say("tôi", group, reply_to=of_hung)) or NOBODY).addressed
    assert (last(lambda: lan.say("việc II.5", group, reply_to=of_bot)) or NOBODY).replied == of_bot.text
    assert (last(lambda: lan.say("@dondoc_bot ai", group, reply_to=of_hung)) or NOBODY).replied == ""


def test_a_question_in_a_topic_is_answered_in_the_topic(lan: Person) -> None:
    forum = HERE.group("Sở", forum=True)
    found = last(lambda: lan.say("/nhiemvu", forum, thread=77))
    assert found is not None
    assert found.chat == f"{forum.id}:77"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"from": {"id": 1087968824, "is_bot": True, "first_name": "Group"}}, id="another bot"),
        pytest.param({"sender_chat": {"id": -100, "type": "channel"}}, id="in the name of a channel"),
        pytest.param({"from": {"id": 777000, "is_bot": False, "first_name": "Telegram"}}, id="Telegram itself"),
        pytest.param({"chat": {"id": -100, "type": "channel", "title": "Kênh"}}, id="in a channel"),
        pytest.param({"from": None}, id="nobody"),
    ],
)
def test_what_no_person_says_is_not_for_us(lan: Person, group: Group, change: dict[str, Any]) -> None:
    update = raw(lambda: lan.say("/nhiemvu", group))
    update["message"] |= change
    assert read(stored(update, NOW)[2], US) is None


# ---- other things than words ----------------------------------------------------------------------------------------


def test_a_caption_is_read_with_its_file(lan: Person) -> None:
    photo = last(lambda: lan.photo("/tiendo II.5 60%"))
    assert photo is not None
    assert photo.file is not None
    assert (photo.text, photo.file.media_type) == ("/tiendo II.5 60%", "image/jpeg")
    file = last(lambda: lan.document("Báo cáo.pdf"))
    assert file is not None
    assert file.file is not None
    assert (file.text, file.file.name, file.file.size) == (None, "Báo cáo.pdf", 8)


@pytest.mark.parametrize("kind", ["sticker", "voice", "dice", "contact"])
def test_what_cannot_be_read_is_named(lan: Person, kind: str) -> None:
    found = last(getattr(lan, kind))
    assert found is not None
    assert (found.unsupported, found.text) == (kind, None)


def test_a_press_carries_the_token_and_the_message_to_change(lan: Person) -> None:
    post = HERE.world.post(lan.room, HERE.world.bot, "Chọn")
    found = last(lambda: lan.press_data("c:abc123", post))
    assert found is not None
    assert (found.pressed, found.message, found.text) == ("abc123", str(post.id), None)
    assert (found.chat, found.account, found.received) == (str(lan.id), str(lan.id), NOW)


def test_a_press_on_a_message_that_is_too_old_still_counts(lan: Person) -> None:
    post = HERE.world.post(lan.room, HERE.world.bot, "Chọn")
    found = last(lambda: lan.press_data("c:abc123", post, accessible=False))
    assert found is not None
    assert (found.pressed, found.message) == ("abc123", None)


def test_a_press_in_a_group_is_not_private(lan: Person, group: Group) -> None:
    post = HERE.world.post(group.room, HERE.world.bot, "Chọn")
    found = last(lambda: lan.press_data("c:abc123", post))
    assert found is not None
    assert (found.private, found.chat, found.account) == (False, str(group.id), str(lan.id))


def test_an_edited_message_is_read_as_if_newly_written(lan: Person) -> None:
    lan.say("/tiendo II.5 60%")
    found = last(lambda: lan.edit("/tiendo II.5 70%"))
    assert found is not None
    assert found.text == "/tiendo II.5 70%"


def test_an_edit_that_is_not_about_words_is_nothing(lan: Person) -> None:
    post = lan.place()
    update = raw(lambda: lan.edit("", post))
    assert "edited_message" in update
    assert read(stored(update, NOW)[2], US) is None


def test_a_forwarded_message_says_so(lan: Person) -> None:
    found = last(lambda: lan.forward("/tiendo II.5 100%"))
    assert found is not None
    assert (found.forwarded, found.text) == (True, "/tiendo II.5 100%")


def test_blocking_and_unblocking_are_told(lan: Person) -> None:
    assert (last(lan.block) or NOBODY).blocked is True
    assert (last(lan.unblock) or NOBODY).blocked is False


def test_being_thrown_out_of_a_group_says_nothing_about_who_did_it(lan: Person, group: Group) -> None:
    assert last(lambda: group.throw_out(lan)) is None


def test_service_messages_are_nothing(lan: Person, group: Group) -> None:
    update = raw(lambda: lan.say("x", group))
    del update["message"]["text"]
    update["message"]["new_chat_members"] = [User(5, "Hùng", False).to_dict()]
    assert read(stored(update, NOW)[2], US) is None


@pytest.mark.parametrize(
    ("first", "last_name", "shown"),
    [
        ("Lan", "Nguyễn", "Lan Nguyễn"),
        ("Nguyễn Thị", "Lan", "Nguyễn Thị Lan"),
        ("\u202eLan\n<b>", "", "Lan <b>"),
        ("\u200b", "", "lan_nguyen"),
        ("L" * 200, "", "L" * 63 + "…"),
    ],
)
def test_names_are_shown_as_in_the_app_without_what_breaks_a_screen(
    lan: Person, first: str, last_name: str, shown: str
) -> None:
    update = raw(lambda: lan.say("x"))
    update["message"]["from"] |= {"first_name": first, "last_name": last_name}
    found = read(stored(update, NOW)[2], US)
    assert found is not None
    assert found.name == shown


def test_updates_of_a_chat_share_a_lane_and_others_do_not(lan: Person, group: Group) -> None:
    post = HERE.world.post(lan.room, HERE.world.bot, "Chọn")
    lanes = [
        stored(raw(act), NOW)[1]
        for act in (lambda: lan.say("x"), lambda: lan.press_data("c:1", post), lan.block, lambda: lan.say("x", group))
    ]
    assert lanes == [str(lan.id)] * 3 + [str(group.id)]


def test_an_update_of_a_kind_that_we_do_not_know_is_kept_but_nothing() -> None:
    key, lane, payload = stored({"update_id": 9, "poll": {"id": "1"}}, NOW)
    assert (key, lane) == ("update:9", "update:9")
    assert json.loads(payload)["poll"] == {"id": "1"}
    assert read(payload, US) is None


NOBODY = replace(Incoming("", "", "", "", NOW, text=""), addressed=False)
