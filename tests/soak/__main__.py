"""The trials by themselves, with their figures: `python -m tests.soak` runs all of them long, `--short` as the suite
does; names ("R1 R7") choose some, `--engine postgres` the engine where a trial is not about one."""

from __future__ import annotations

import argparse
import asyncio
import logging
import platform
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import structlog

from storage.sql.database import SqlDatabase, open_database
from tests.soak import backups, burst, days, floods, ground, kills, refusals, repeats, revisions, storms
from tests.soak.ground import Figures
from tests.support import databases
from tests.support.warm import Nursery


@dataclass(frozen=True)
class Stage:
    """What a trial is given: the URL of a fresh database, a folder, a warm copy of the program, whether it is short."""

    url: str
    folder: Path
    nursery: Nursery
    short: bool
    seed: int

    def size(self, short: int, long: int) -> int:
        """The one that is asked for."""
        return short if self.short else long


Trial = Callable[[Stage], Awaitable[Figures]]


async def _with(stage: Stage, trial: Callable[[SqlDatabase], Awaitable[Figures]]) -> Figures:
    database = open_database(stage.url)
    try:
        return await trial(database)
    finally:
        await database.close()


async def _r1(s: Stage) -> Figures:
    sizes = {"kills": s.size(20, 200), "messages": s.size(600, 3000), "rate": s.size(200, 100)}
    return await kills.going_out(s.url, s.folder, seed=s.seed, nursery=s.nursery, **sizes)


async def _r1_pace(s: Stage) -> Figures:
    sizes = {"kills": s.size(4, 20), "messages": s.size(60, 300), "rate": 25}
    return await kills.going_out(s.url, s.folder, seed=s.seed, nursery=s.nursery, **sizes)


async def _r2_polling(s: Stage) -> Figures:
    sizes = {"kills": s.size(10, 100), "updates": s.size(120, 1200)}
    return await kills.coming_in(s.url, s.folder, webhook=False, seed=s.seed, nursery=s.nursery, **sizes)


async def _r2_webhook(s: Stage) -> Figures:
    sizes = {"kills": s.size(10, 100), "updates": s.size(120, 1200)}
    return await kills.coming_in(s.url, s.folder, webhook=True, seed=s.seed, nursery=s.nursery, **sizes)


async def _r3(s: Stage) -> Figures:
    return await repeats.same_update(s.url, updates=s.size(3, 20), times=100, at_once=8)


async def _r4(s: Stage) -> Figures:
    return await days.three_processes(
        s.url, s.folder, days=s.size(1, 20), people=s.size(15, 30), seed=s.seed, nursery=s.nursery
    )


async def _r5(s: Stage) -> Figures:
    return await _with(s, days.switched_off)


async def _r6(s: Stage) -> Figures:
    return await _with(s, days.clock_steps)


async def _r6_utc(s: Stage) -> Figures:
    return await _with(s, lambda database: days.hosts_elsewhere(database, "UTC"))


async def _r6_new_york(s: Stage) -> Figures:
    return await _with(s, lambda database: days.hosts_elsewhere(database, "America/New_York"))


async def _r7(s: Stage) -> Figures:
    return await _with(s, lambda database: storms.storm(database, people=s.size(200, 15_000), seed=s.seed))


async def _r8_locked(s: Stage) -> Figures:
    seconds, timeout = (0.0, 0.2) if s.short else (30.0, 5.0)
    return await refusals.refused(s.url, refusals.Locked(s.url), seconds=seconds, busy_timeout=timeout)


async def _r8_full(s: Stage) -> Figures:
    with refusals.limited("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000") as trouble:
        return await refusals.refused(s.url, trouble, seconds=s.size(0, 30))


async def _r8_read_only(s: Stage) -> Figures:
    with refusals.limited("PRAGMA query_only = ON", "PRAGMA query_only = OFF") as trouble:
        return await refusals.refused(s.url, trouble, seconds=s.size(0, 30))


async def _r8_restarted(s: Stage) -> Figures:
    def run() -> Figures:
        with refusals.own_postgres() as (url, crash):
            return asyncio.run(refusals.refused(url, crash, seconds=s.size(0, 10)))

    return await asyncio.to_thread(run)


async def _r9(s: Stage) -> Figures:
    return await burst.burst(s.url, s.folder, people=s.size(1000, 15_000), rate=25, nursery=s.nursery)


async def _r9_ceiling(s: Stage) -> Figures:
    return await burst.burst(s.url, s.folder, people=s.size(1000, 5000), rate=100_000, nursery=s.nursery)


async def _r10(s: Stage) -> Figures:
    return await backups.while_writing(s.url, s.folder, backups=s.size(10, 30))


async def _r11(s: Stage) -> Figures:
    engine = "sqlite" if s.url.startswith("sqlite") else "postgres"

    def run() -> Figures:
        with databases.empty(engine) as url:
            return revisions.year(url, people=s.size(50, 200), days=s.size(30, 365))

    return await asyncio.to_thread(run)


async def _s6(s: Stage) -> Figures:
    rounds, messages = s.size(4, 20), s.size(250, 1000)
    return await _with(s, lambda db: floods.others_meanwhile(db, people=8, rounds=rounds, messages=messages, bound=4.0))


async def _r12(s: Stage) -> Figures:
    return await _with(s, lambda database: repeats.people_at_once(database, people=16, rounds=s.size(13, 625)))


TRIALS: dict[str, tuple[Trial, tuple[str, ...]]] = {
    "R1": (_r1, databases.ENGINES),
    "R1 at 25/s": (_r1_pace, databases.ENGINES),
    "R2 polling": (_r2_polling, databases.ENGINES),
    "R2 webhook": (_r2_webhook, databases.ENGINES),
    "R3": (_r3, databases.ENGINES),
    "R4": (_r4, databases.ENGINES),
    "R5": (_r5, databases.ENGINES),
    "R6": (_r6, databases.ENGINES),
    "R6 UTC": (_r6_utc, ("sqlite",)),
    "R6 New York": (_r6_new_york, ("sqlite",)),
    "R7": (_r7, ("sqlite",)),
    "R8 locked": (_r8_locked, ("sqlite",)),
    "R8 full": (_r8_full, ("sqlite",)),
    "R8 read-only": (_r8_read_only, ("sqlite",)),
    "R8 restarted": (_r8_restarted, ("postgres",)),
    "R9": (_r9, ("sqlite",)),
    "R9 ceiling": (_r9_ceiling, ("sqlite",)),
    "R10": (_r10, ("sqlite",)),
    "R11": (_r11, databases.ENGINES),
    "R12": (_r12, databases.ENGINES),
    "S6": (_s6, databases.ENGINES),
}
"""Name → the trial, and the engines on which it says something."""


def _chosen(names: list[str]) -> list[str]:
    return [name for name in TRIALS if not names or name in names or name.split()[0] in names]


async def _run(name: str, url: str, *, short: bool, seed: int) -> Figures:
    with tempfile.TemporaryDirectory(prefix="dondoc-soak-") as folder, Nursery() as nursery:
        return await TRIALS[name][0](Stage(url, Path(folder), nursery, short, seed))


def main() -> int:
    """Command line; how many trials failed."""
    parser = argparse.ArgumentParser(prog="tests.soak", description=__doc__)
    parser.add_argument("names", nargs="*", help="R1 … R12, S6; none: all")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--engine", choices=databases.ENGINES, help="only on this engine")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    began = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    print(f"{began}, Python {platform.python_version()}, {ground.cores()} cores, seed {args.seed}", flush=True)
    failed = 0
    for name in _chosen(args.names):
        for engine in TRIALS[name][1]:
            if args.engine not in (None, engine) or engine not in databases.engines():
                continue
            started = time.perf_counter()
            with databases.fresh(engine) as url:
                try:
                    figures: Figures = asyncio.run(_run(name, url, short=args.short, seed=args.seed))
                    verdict = "passed"
                except Exception as error:
                    figures, verdict, failed = {"why": repr(error)}, "FAILED", failed + 1
            seconds = time.perf_counter() - started
            told = "; ".join(f"{what}: {figure}" for what, figure in figures.items())
            print(f"{name}, {engine}: {verdict} in {seconds:.0f} s. {told}", flush=True)
    databases.clean_up()
    return failed


if __name__ == "__main__":
    raise SystemExit(main())
