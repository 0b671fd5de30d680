"""`dondoc serve` as a process of its own, over a database and a server of the tests."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Protocol

DONDOC = Path(sys.executable).with_name("dondoc")
START_LIMIT = 120.0


class Server(Protocol):
    """A service of the tests. `environment`: settings of a program that it is for, without their prefix."""

    @property
    def environment(self) -> dict[str, str]: ...


class Served:
    """Starts, stops and kills the program. `settings`: further settings, without their prefix."""

    def __init__(self, server: Server, database_url: str, folder: Path, **settings: str) -> None:
        self.server = server
        self.folder = folder
        self.log = folder / f"serve-{id(self)}.log"
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("DONDOC_")} | {
            **{f"DONDOC_{name}": value for name, value in server.environment.items()},
            "DONDOC_DATABASE_URL": database_url,
            "DONDOC_LISTEN": "127.0.0.1:0",
            "DONDOC_DIGEST_SPREAD": "0",
            **{f"DONDOC_{name.upper()}": value for name, value in settings.items()},
        }
        self.process: asyncio.subprocess.Process | None = None

    async def start(self, *, wait: bool = True, **settings: str) -> None:
        """Starts the program; `wait`: until it serves. `settings` stay set for later starts."""
        self.environment |= {f"DONDOC_{name.upper()}": value for name, value in settings.items()}
        begun = self.written().count("action=start")
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                DONDOC, "serve", cwd=self.folder, env=self.environment, stdout=log, stderr=log
            )
        async with asyncio.timeout(START_LIMIT):
            while wait and self.written().count("action=start") == begun:
                assert self.process.returncode is None, self.written()
                await asyncio.sleep(0.05)

    async def stop(self, seconds: float = 10.0) -> int:
        """SIGTERM; the exit code. TimeoutError when it takes longer than `seconds`."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        return await self.ended(seconds)

    async def ended(self, seconds: float) -> int:
        """Waits until it has ended; the exit code. TimeoutError when that takes longer than `seconds`."""
        assert self.process is not None
        async with asyncio.timeout(seconds):
            return await self.process.wait()

    async def kill(self) -> None:
        """SIGKILL: it dies on the spot."""
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()

    def written(self) -> str:
        """Everything that it has logged."""
        return self.log.read_text() if self.log.exists() else ""
