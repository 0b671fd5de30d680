"""`dondoc serve` as a process of its own that starts in an instant: forked from one that has imported everything.

What runs is the program, with its own signals, files and connections; only the seconds that its imports take are paid
once instead of at every start, so that it can be killed hundreds of times.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from pathlib import Path
from typing import Self

from tests.support.served import START_LIMIT, Served

_ROOT = Path(__file__).parents[2]


class Nursery:
    """A process that has imported the program and forks it off on demand. POSIX only."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.support.warm"),
            cwd=_ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        await self._line()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def spawn(self, environment: dict[str, str], folder: Path, log: Path) -> int:
        """Starts `dondoc serve`; its process id."""
        assert self._process is not None
        assert self._process.stdin is not None
        wish = {"environment": environment, "folder": str(folder), "log": str(log)}
        self._process.stdin.write(json.dumps(wish).encode() + b"\n")
        return int(await self._line())

    async def _line(self) -> bytes:
        assert self._process is not None
        assert self._process.stdout is not None
        async with asyncio.timeout(START_LIMIT):
            return await self._process.stdout.readline()


class WarmServed(Served):
    """A Served whose process comes from a nursery."""

    nursery: Nursery
    pid = 0

    async def start(self, *, wait: bool = True, **settings: str) -> None:
        """As Served.start."""
        self.environment |= {f"DONDOC_{name.upper()}": value for name, value in settings.items()}
        begun = self.written().count("action=start")
        self.pid = await self.nursery.spawn(self.environment, self.folder, self.log)
        async with asyncio.timeout(START_LIMIT):
            while wait and self.written().count("action=start") == begun:
                assert self.alive, self.written()
                await asyncio.sleep(0.02)

    @property
    def alive(self) -> bool:
        """Whether the process is there."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    async def stop(self, seconds: float = 30.0) -> int:
        """SIGTERM, and waits until it has gone. (Its exit code is not known.)"""
        await self._end(signal.SIGTERM, seconds)
        return 0

    async def kill(self) -> None:
        """SIGKILL: it dies on the spot."""
        await self._end(signal.SIGKILL, 30.0)

    async def _end(self, number: signal.Signals, seconds: float) -> None:
        if not self.pid:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)
        async with asyncio.timeout(seconds):
            while self.alive:  # noqa: ASYNC110 - nothing tells of another process's death
                await asyncio.sleep(0.005)
        self.pid = 0


def _child(wish: dict[str, object]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    out = os.open(str(wish["log"]), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for stream in (1, 2):
        os.dup2(out, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(str(wish["folder"]))
    os.environ.clear()
    os.environ.update(wish["environment"])  # type: ignore[call-overload]
    code = 1
    try:
        from bot.cli.serve import serve

        serve()
        code = 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _main() -> None:
    import storage.migrate
    import storage.sql.database  # noqa: F401

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the dead are not waited for
    print("ready", flush=True)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _child(json.loads(line))
        print(pid, flush=True)


if __name__ == "__main__":
    _main()
