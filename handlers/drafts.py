"""Papers and files that are made or fetched when their message leaves (handlers.making)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from handlers.messages import Document, Making
from handlers.office import Office
from handlers.reporting.agency import agency
from handlers.reporting.letters import Party, Urged, handover_minutes, urging_letter
from handlers.rights import led_by
from handlers.standing import Standing, State, by_task, current, standings
from handlers.units import unit_name
from handlers.wording import handing as handing_words
from handlers.wording import urging as words
from knowledge.vietnamese import fold
from storage.records import Urging
from storage.unit_of_work import UnitOfWork


async def urging(uow: UnitOfWork, office: Office, zone: ZoneInfo, arguments: Mapping[str, str]) -> Making:
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


async def kept(uow: UnitOfWork, office: Office, zone: ZoneInfo, arguments: Mapping[str, str]) -> Making:
    """A stored file, as it was sent to us."""
    content = await uow.files.content(arguments["sha256"])
    if content is None:
        raise LookupError(arguments["sha256"])
    return lambda: Document(arguments["name"], content)


async def minutes(uow: UnitOfWork, office: Office, zone: ZoneInfo, arguments: Mapping[str, str]) -> Making:
    """The minutes of a handover: `giver`, `taker` (members), `codes` of what was handed over, `day`."""
    stored, day = await uow.plans.get(arguments["plan"]), date.fromisoformat(arguments["day"])
    if stored is None:
        raise LookupError(arguments["plan"])
    followed, parties = office.followed(stored), []
    for number in (arguments["giver"], arguments["taker"]):
        member = await uow.members.get(int(number))
        if member is None:
            raise LookupError(number)
        parties.append(Party(member.name, unit_name(member.unit, followed.plan)))
    codes = arguments["codes"].split(",")
    tasks = [task for task in followed.plan.tasks if task.code in codes]
    found = by_task(await standings(uow, followed, day, zone, tasks)).values()
    items, settings = [current(of_task, day) for of_task in found], await uow.settings.all()

    def make() -> Document:
        papers = agency(followed.plan, settings)
        content = handover_minutes(papers, followed.plan, parties[0], parties[1], items, day)
        return Document(handing_words.MINUTES_NAME.format(day=day.isoformat()), content)

    return make
