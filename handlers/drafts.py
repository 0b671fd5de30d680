"""Papers that are made when their message leaves (handlers.making): the letter that urges a unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from handlers.messages import Document
from handlers.office import Office
from handlers.reporting.agency import agency
from handlers.reporting.letters import Urged, urging_letter
from handlers.rights import led_by
from handlers.standing import Standing, State, standings
from handlers.units import unit_name
from handlers.wording import urging as words
from knowledge.vietnamese import fold
from storage.records import Urging
from storage.unit_of_work import UnitOfWork


async def urging(
    uow: UnitOfWork, office: Office, zone: ZoneInfo, arguments: Mapping[str, str]
) -> Callable[[], Document]:
    """The letter to `unit` about `plan` as of `day`."""
    stored, day, unit = await uow.plans.get(arguments["plan"]), date.fromisoformat(arguments["day"]), arguments["unit"]
    if stored is None:
        raise LookupError(arguments["plan"])
    followed = office.followed(stored)
    tasks = [task for task in followed.plan.tasks if led_by(unit, task, followed.plan)]
    found = await standings(uow, followed, day, zone, tasks)
    late = sorted((s for s in found if s.state is State.OVERDUE), key=lambda s: s.due or date.max)
    since = datetime.combine(followed.followed_from, time(), zone)
    urged = [u for u in await uow.urgings.of_plan(stored.id, since) if u.unit == unit]
    items = [Urged(s, _times(s, urged, day, zone)) for s in late]
    kept, name = await uow.settings.all(), unit_name(unit, followed.plan)

    def make() -> Document:
        content = urging_letter(agency(followed.plan, kept), followed.plan, name, items, day)
        plain = " ".join(fold(name).split())
        return Document(words.LETTER_NAME.format(unit=plain, day=day.isoformat()), content)

    return make


def _times(standing: Standing, urged: Sequence[Urging], day: date, zone: ZoneInfo) -> int:
    """How often the unit was urged since the work fell due."""
    days = (urging.at.astimezone(zone).date() for urging in urged)
    return sum(standing.due is not None and standing.due < at <= day for at in days)
