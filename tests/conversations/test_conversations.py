"""The same dialogues on every channel: what differs is in the channel's Capabilities, never in what is said or done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from storage.records import Role
from tests.support import databases
from tests.support.stage import CHANNELS, stage

HERE = Path(__file__).parent
AFTERNOON = datetime.fromisoformat("2026-12-23T14:30+07:00")


@pytest.fixture
def url() -> Iterator[str]:
    with databases.fresh("sqlite") as fresh:
        yield fresh


@pytest.mark.parametrize("channel", CHANNELS)
async def test_the_first_days_of_an_office(channel: str, url: str) -> None:
    async with stage(channel, url, AFTERNOON) as played:
        await played.play(HERE / "first_days.yaml", invitation=await played.invitation(Role.OFFICE))
        tasks = [entry[:4] for entry in await played.recorded()][:5]
        if played.channel.capabilities.monthly_quota:
            async with played.app.database.read() as uow:
                counted = await uow.usage.of(channel, "2026-12")
            assert counted == played.phones["Minh"].server.counted  # type: ignore[attr-defined]
    assert [(task, percent) for task, _, _, percent in tasks] == [
        ("I.1", 40),
        ("I.1", None),
        ("I.1", 40),
        ("I.2", 50),
        ("III.3", 60),
    ]


@pytest.mark.parametrize("channel", CHANNELS)
async def test_a_morning_s_digest_and_its_answers(channel: str, url: str) -> None:
    async with stage(channel, url, AFTERNOON) as played:
        codes = {
            "invitation": await played.invitation(Role.OFFICE),
            "staff": await played.invitation(Role.STAFF, "TCCB"),
        }
        await played.play(HERE / "reminders.yaml", **codes)
        log = [entry for entry in await played.recorded() if len(entry) == 7]
    assert [entry[3] for entry in log] == [100, 60]


@pytest.mark.parametrize("channel", CHANNELS)
async def test_what_is_listed_is_pointed_at(channel: str, url: str) -> None:
    async with stage(channel, url, AFTERNOON) as played:
        codes = {
            "invitation": await played.invitation(Role.OFFICE),
            "staff": await played.invitation(Role.STAFF, "TCCB"),
        }
        await played.play(HERE / "lists.yaml", **codes)
