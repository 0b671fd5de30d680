"""`dondoc serve` as a process of its own that starts in an instant: forked from one that has imported everything.

What runs is the program from its command line on, with its own signals, files, connections and exit code; only the
seconds that its imports take are paid once instead of at every start, so that it can be killed hundreds of times.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import importlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Self

from tests.support.served import START_LIMIT, Served, Server

_ROOT = Path(__file__).parents[2]
_IMPORTED = (
    "aiosqlite",
    "bot.app",
    "bot.channels.telegram",
    "bot.channels.zalo_bot",
    "bot.channels.zalo_oa",
    "bot.cli",
    "bot.plan_document",
    "holidays",
    "psycopg",
    "storage.migrate",
    "storage.sql.database",
)
"""What the program imports sooner or later when it serves."""


class Nursery:
    """A process that has imported the program and forks it off on demand. POSIX only."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.warm"], cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._line() == b"ready\n"
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()

    def spawn(self, environment: dict[str, str], folder: Path, log: Path, code: Path) -> int:
        """Starts `dondoc serve`; its process id. `code`: the file that says in the end how it ended."""
        assert self._process is not None
        assert self._process.stdin is not None
        wish = {"environment": environment, "folder": str(folder), "log": str(log), "code": str(code)}
        self._process.stdin.write(json.dumps(wish).encode() + b"\n")
        self._process.stdin.flush()
        return int(self._line())

    def _line(self) -> bytes:
        assert self._process is not None
        assert self._process.stdout is not None
        return self._process.stdout.readline()


class WarmServed(Served):
    """A Served whose process comes from a nursery."""

    def __init__(self, nursery: Nursery, server: Server, database_url: str, folder: Path, **settings: str) -> None:
        super().__init__(server, database_url, folder, **settings)
        self.nursery = nursery
        self.pid = 0

    async def start(self, *, wait: bool = True, **settings: str) -> None:
        """As Served.start."""
        self.environment |= {f"DONDOC_{name.upper()}": value for name, value in settings.items()}
        begun = self.written().count("action=start")
        self._code.unlink(missing_ok=True)
        self.pid = self.nursery.spawn(self.environment, self.folder, self.log, self._code)
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

    async def ended(self, seconds: float) -> int:
        """As Served.ended; -9 when it was killed."""
        async with asyncio.timeout(seconds):
            while self.pid and self.alive:  # noqa: ASYNC110 - nothing tells of another process's death
                await asyncio.sleep(0.005)
        self.pid = 0
        return int(self._code.read_text()) if self._code.exists() else -signal.SIGKILL

    async def stop(self, seconds: float = 30.0) -> int:
        """As Served.stop."""
        self._tell(signal.SIGTERM)
        return await self.ended(seconds)

    async def kill(self) -> None:
        """SIGKILL: it dies on the spot."""
        self._tell(signal.SIGKILL)
        await self.ended(30.0)

    @property
    def _code(self) -> Path:
        return self.log.with_suffix(".code")

    def _tell(self, number: signal.Signals) -> None:
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)


def _child(wish: dict[str, object]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    out = os.open(str(wish["log"]), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for stream in (1, 2):
        os.dup2(out, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(str(wish["folder"]))
    os.environ.clear()
    os.environ.update(wish["environment"])  # type: ignore[call-overload]
    sys.argv = ["dondoc", "serve"]
    code: object = 1
    try:
        from bot.cli import main

        main()
        code = 0
    except SystemExit as end:
        code = end.code or 0
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        Path(str(wish["code"])).write_text(str(code))
        os._exit(1 if code else 0)


def _bury(*_: object) -> None:
    """Takes note of the dead, so that they are gone and the time that they took is counted."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _main() -> None:
    for name in _IMPORTED:
        importlib.import_module(name)
    gc.freeze()  # no child looks through all that again
    signal.signal(signal.SIGCHLD, _bury)
    print("ready", flush=True)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _child(json.loads(line))
        print(pid, flush=True)


if __name__ == "__main__":
    _main()
