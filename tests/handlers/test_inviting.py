"""An invitation as an address and a picture, where the channel has an address of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from handlers.messages import Picture
from storage.records import Role
from tests.support.talk import BUTTONS, Talk


async def test_an_invitation_has_a_link_and_a_picture_where_the_channel_has_an_address(talk: Talk) -> None:
    minh = await talk.member("Minh", Role.OFFICE)
    assert "https://" not in await minh.says("/moi cán bộ TH")
    talk.capabilities = replace(BUTTONS, start_link="https://t.me/don_doc_bot?start={code}")
    said = await minh.says("/moi cán bộ TH")
    code = next(line for line in said.splitlines() if line.count("-") == 3).replace("-", "")
    assert f"https://t.me/don_doc_bot?start={code}" in said
    assert minh.screen is not None
    (picture,) = (block for block in minh.screen.blocks if isinstance(block, Picture))
    assert picture.png.startswith(b"\x89PNG")
    hoa = talk.stranger("Hoa")
    await hoa.says(f"/start {code}")
    assert await hoa.member() is not None


async def test_ten_thousand_guesses_let_nobody_in(talk: Talk) -> None:
    until = talk.now + timedelta(hours=1)
    async with talk.database.write() as uow:
        await uow.invites.add("K7QF93MXK7QF93MX", Role.OFFICE, None, until, talk.now, None)
        guesses = (f"K7QF93MX{n:08}".replace("0", "Z").replace("1", "Y") for n in range(10_000))
        let_in = [invite for guess in guesses if (invite := await uow.invites.redeem(guess, talk.now))]
    assert let_in == []
