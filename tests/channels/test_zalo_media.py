"""What people send is fetched from Zalo's own servers and from nowhere else."""

from __future__ import annotations

import pytest

from bot.channels.base import NotFetched
from bot.channels.failures import NotTaken, Refused
from bot.channels.zalo_media import fetched, of_zalo
from handlers.outside import FileFault


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        ("https://f9-zpc.zdn.vn/jpg/1/2.jpg", True),
        ("https://zdn.vn/a", True),
        ("http://f9.zdn.vn/a", False),
        ("https://zdn.vn.example/a", False),
        ("https://example/zdn.vn", False),
        ("https://169.254.169.254/latest", False),
        ("file:///etc/passwd", False),
        ("https://zdn.vn@example.com/a", False),
    ],
)
def test_pictures_are_fetched_from_zalo_only(address: str, ours: bool) -> None:
    assert of_zalo(address) is ours


async def test_what_may_be_fetched_is() -> None:
    async def download(address: str, limit: int) -> bytes | None:
        return b"png" if limit > 2 else None

    assert await fetched(download, "https://a.zdn.vn/1", 100) == b"png"
    for address, limit, fault in [
        ("https://a.zdn.vn/1", 2, FileFault.TOO_LARGE),
        ("https://example.com/1", 100, FileFault.GONE),
    ]:
        with pytest.raises(NotFetched) as refused:
            await fetched(download, address, limit)
        assert refused.value.fault is fault


@pytest.mark.parametrize(("error", "fault"), [(Refused("404"), FileFault.GONE), (NotTaken("502"), FileFault.AWAY)])
async def test_what_cannot_be_had_says_why(error: Exception, fault: FileFault) -> None:
    async def download(address: str, limit: int) -> bytes | None:
        raise error

    with pytest.raises(NotFetched) as refused:
        await fetched(download, "https://a.zdn.vn/1", 100)
    assert refused.value.fault is fault
