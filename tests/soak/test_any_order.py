"""Updates that come twice, late, in another order and to two processes at once: the log is what a simple model says."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from storage.sql.database import open_database
from tests.soak import ground, offices
from tests.soak.repeats import NOW
from tests.support import databases
from tests.support.wires import FakeChannel, update

PEOPLE = 3


class AnyOrder(RuleBasedStateMachine):
    """The model: for each person the notes in the order in which the service first brought them; each is recorded once
    and answered once, whatever is brought again, by whichever process, before or after it was handled."""

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        url = self._stack.enter_context(databases.fresh("sqlite"))
        self._runner = self._stack.enter_context(asyncio.Runner())
        self._channel = FakeChannel()
        self._run(self._open(url))
        self.said: list[tuple[str, str, str]] = []
        self.brought: dict[str, list[str]] = {f"p{n}": [] for n in range(PEOPLE)}
        self.handled = True

    def _run(self, work: Any) -> Any:
        return self._runner.run(work)

    async def _open(self, url: str) -> None:
        self._databases = [open_database(url), open_database(url)]
        await offices.follow(self._databases[0], NOW, people=PEOPLE, plan=ground.plan_of(PEOPLE))
        self._apps = [offices.process(database, self._channel, lambda: NOW) for database in self._databases]

    def _bring(self, item: tuple[str, str, str]) -> None:
        key, chat, _ = item
        if key not in self.brought[chat]:
            self.brought[chat].append(key)
        self.handled = False

    @rule(person=st.integers(0, PEOPLE - 1))
    def somebody_reports(self, person: int) -> None:
        """The message waits on the service's side."""
        number = len(self.said)
        text = f"/tiendo I.{person + 1} ghi chú số {number}"
        self.said.append(update(f"u{number}", f"p{person}", text))

    @precondition(lambda self: self.said)
    @rule(data=st.data(), process=st.integers(0, 1))
    def a_batch_is_brought_in_any_order_and_any_number_of_times(self, data: st.DataObject, process: int) -> None:
        """Of what has been said, old and new."""
        batch = data.draw(st.lists(st.sampled_from(self.said), min_size=1, max_size=6))
        for item in batch:
            self._bring(item)
        self._run(self._apps[process].inbox.store("wire", batch))

    @precondition(lambda self: self.said)
    @rule(data=st.data())
    def both_processes_are_brought_the_same_at_once(self, data: st.DataObject) -> None:
        """As when a call to a webhook is repeated before it was answered."""
        item = data.draw(st.sampled_from(self.said))
        self._bring(item)

        async def at_once() -> None:
            await asyncio.gather(*(app.inbox.store("wire", [item]) for app in self._apps))

        self._run(at_once())

    @rule()
    def one_process_handles(self) -> None:
        self._run(self._apps[0].settle())
        self.handled = True

    @rule()
    def both_processes_handle_at_once(self) -> None:
        async def at_once() -> None:
            await asyncio.gather(*(app.inbox.drain() for app in self._apps))
            await self._apps[0].delivery.drain()

        self._run(at_once())
        self.handled = True

    @invariant()
    def the_log_is_the_model(self) -> None:
        if not self.handled:
            return

        async def log() -> list[tuple[str, str]]:
            async with self._databases[0].read() as uow:
                (plan,) = await uow.plans.active()
                return [(e.task, e.note) for e in reversed(await uow.progress.history(plan.id, limit=1000))]

        found = self._run(log())
        for person in range(PEOPLE):
            notes = [note for task, note in found if task == f"I.{person + 1}"]
            wanted = [f"số {key.removeprefix('u')}" for key in self.brought[f"p{person}"]]
            assert [note[-len(want) :] for note, want in zip(notes, wanted, strict=True)] == wanted
            assert len(self._channel.texts(f"p{person}")) == len(wanted), "each answered once"

    def teardown(self) -> None:
        async def close() -> None:
            for database in self._databases:
                await database.close()

        self._run(close())
        self._stack.close()


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=12,
    stateful_step_count=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
