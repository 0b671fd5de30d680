"""A plan that comes by a file and not in a conversation: loaded where it is plain what stayed of the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from handlers.messages import say
from handlers.notices import tell_office
from handlers.plans.amending import earlier
from handlers.wording import amendments as words
from knowledge.importing.amendment import Amendment, amend, is_version_of, keeps_codes
from knowledge.model import Plan
from storage.records import StoredPlan
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Taken:
    """`stored`: as it is followed now, None where somebody has to say first what stayed; `before`: the followed plan
    that it is a further version of, with what it changes there; None for a plan of its own."""

    stored: StoredPlan | None
    before: Plan | None = None
    amendment: Amendment | None = None

    @property
    def doubts(self) -> int:
        """How many rows may be new, or may be one of the plan before."""
        return len(self.amendment.doubts) if self.amendment is not None else 0


async def take(uow: UnitOfWork, plan: Plan, day: date, now: datetime) -> Taken:
    """Loads a plan, followed from `day`. As a further version of a followed plan it keeps the codes of what
    stayed, under which progress, extensions and reminders are kept; in doubt nothing is loaded."""
    followed = {stored: Plan.model_validate_json(stored.document) for stored in await uow.plans.active()}
    found = [stored for stored, one in followed.items() if is_version_of(plan, one)]
    of = next((stored for stored in found if stored.id == plan.id), found[0] if found else None)
    if of is None:
        return Taken(await uow.plans.put(plan.id, plan.model_dump_json(), day, plan.ends, now))
    before = followed[of]
    amendment = amend(before, plan, earlier=await earlier(uow, of.id, of.version))
    if amendment.doubts:
        return Taken(None, before, amendment)
    loaded = plan if of.id == plan.id and keeps_codes(plan, amendment) else amendment.plan
    stored = await uow.plans.put(of.id, loaded.model_dump_json(), day, loaded.ends, now)
    if loaded.ends.year > of.ends.year:
        await uow.plans.set_ends(of.id, loaded.ends)
    return Taken(stored, before, amendment)


async def tell_of_file(uow: UnitOfWork, taken: Taken, digest: str, now: datetime) -> None:
    """Tells the office once what a plan file that has changed came to."""
    if taken.before is None or taken.amendment is None:
        return
    title = taken.before.short_title
    if taken.stored is None:
        said = words.FILE_UNSURE.format(plan=title, count=taken.doubts)
    else:
        counts = words.counts(taken.amendment, taken.before)
        said = words.FILE_LOADED.format(plan=title, version=taken.stored.version, counts=counts)
    await tell_office(uow, f"plan.file:{digest}", say(said), now)
