"""Files that people send are fetched by their file_id, within limits, whatever the server does."""

from __future__ import annotations

import pytest

from bot.channels.base import NotFetched
from bot.channels.telegram import TelegramChannel
from handlers.messages import IncomingFile
from handlers.outside import FileFault
from tests.channels.telegram.conftest import polled
from tests.support.telegram_fake.people import Person
from tests.support.telegram_server import TelegramServer

LIMIT = 1024 * 1024


async def sent(channel: TelegramChannel, count: int = 1) -> IncomingFile:
    """The last file that came in, as the channel reads it."""
    async with polled(channel) as kept:
        incoming = await kept.until(count)
    assert incoming[-1].file is not None
    return incoming[-1].file


@pytest.fixture
def lan(server: TelegramServer) -> Person:
    return server.person("Lan")


async def refusal(channel: TelegramChannel, reference: str, limit: int = LIMIT) -> FileFault:
    with pytest.raises(NotFetched) as refused:
        await channel.fetch(reference, limit)
    return refused.value.fault


async def test_documents_and_photos_come_whole(channel: TelegramChannel, lan: Person) -> None:
    lan.document("Kế hoạch số 1.pdf", "/nhapkehoach", b"%PDF-1.7 " + bytes(range(256)) * 999)
    file = await sent(channel)
    assert (file.name, file.media_type) == ("Kế hoạch số 1.pdf", "application/pdf")
    assert await channel.fetch(file.reference, LIMIT) == b"%PDF-1.7 " + bytes(range(256)) * 999
    lan.photo("đã trình", b"\xff\xd8 the large one")
    photo = await sent(channel, 1)
    assert await channel.fetch(photo.reference, LIMIT) == b"\xff\xd8 the large one"


async def test_a_file_larger_than_the_limit_is_not_taken(
    server: TelegramServer, channel: TelegramChannel, lan: Person
) -> None:
    lan.document("lớn.bin", content=b"x" * (LIMIT + 1))
    file = await sent(channel)
    assert file.size == LIMIT + 1
    assert await refusal(channel, file.reference) is FileFault.TOO_LARGE
    # … and not when the server says less than there is.
    server.world.files["lied"] = ("x.bin", b"x" * 10)
    path = server.world.open_file("lied")
    server.world.files["lied"] = ("x.bin", b"x" * (LIMIT + 1))
    assert await channel._api.download(path, LIMIT) is None


async def test_what_telegram_gives_to_no_bot_is_too_large(channel: TelegramChannel, lan: Person) -> None:
    lan.document("rất lớn.bin", content=b"x" * (20 * 1024 * 1024 + 1))
    file = await sent(channel)
    assert await refusal(channel, file.reference, 50 * 1024 * 1024) is FileFault.TOO_LARGE


async def test_a_file_that_is_gone(channel: TelegramChannel) -> None:
    assert await refusal(channel, "no-such-file") is FileFault.GONE


async def test_a_server_in_trouble_once_is_asked_again(
    server: TelegramServer, channel: TelegramChannel, lan: Person
) -> None:
    lan.document("a.txt", content=b"words")
    file = await sent(channel)
    server.faults.page(1, "getFile")
    assert await channel.fetch(file.reference, LIMIT) == b"words"


@pytest.mark.parametrize("method", ["getFile", "file"])
async def test_a_server_in_trouble_for_longer_is_away(
    server: TelegramServer, channel: TelegramChannel, lan: Person, method: str
) -> None:
    lan.document("a.txt", content=b"words")
    file = await sent(channel)
    server.faults.reset_before(9, method)
    assert await refusal(channel, file.reference) is FileFault.AWAY
