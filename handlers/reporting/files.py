"""A report's three files, made when their message leaves (`handlers.making`) or on the command line: what is in them is
read here, as of the cut-off that was fixed when they were asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from handlers.messages import Document, Made, Making, Picture
from handlers.office import Office
from handlers.reporting.agency import Agency, agency
from handlers.reporting.charts import report_picture
from handlers.reporting.facts import Facts, Records, facts
from handlers.reporting.report import report
from handlers.reporting.targets import TargetLine, target_lines
from handlers.reporting.workbook import workbook
from handlers.wording import reports as words
from knowledge.report_periods import ReportPeriod, of_code
from storage.unit_of_work import UnitOfWork

WHOLE_LOG = 1_000_000
"""More entries than a plan ever has."""


@dataclass(frozen=True)
class Content:
    """All that a report is made from."""

    facts: Facts
    agency: Agency
    targets: tuple[TargetLine, ...]
    zone: ZoneInfo

    @property
    def name(self) -> str:
        """Of its files, without the ending."""
        return words.FILE.format(period=words.period(self.facts.period))

    def docx(self) -> Document:
        """The paper."""
        return Document(f"{self.name}.docx", report(self.facts, self.agency, self.targets, self.zone))

    def xlsx(self) -> Document:
        """The workbook."""
        return Document(f"{self.name}.xlsx", workbook(self.facts, self.agency, self.targets, self.zone))

    def png(self) -> Picture:
        """The picture."""
        return report_picture(self.facts)


async def records(uow: UnitOfWork, plan: str) -> Records:
    """What was recorded about a plan's tasks, without the files that speak for it."""
    log = await uow.progress.history(plan, limit=WHOLE_LOG)
    return Records(log, await uow.extensions.history(plan), await uow.rulings.history(plan))


async def content(
    uow: UnitOfWork, office: Office, zone: ZoneInfo, plan: str, period: ReportPeriod, cutoff: datetime
) -> Content:
    """Reads what the report of a period says. Raises LookupError when the plan is not there (any more)."""
    stored = await uow.plans.get(plan)
    if stored is None:
        raise LookupError(plan)
    followed = office.followed(stored)
    known = replace(await records(uow, plan), evidence=await uow.evidence.history(plan))
    found = facts(followed, known, period, cutoff, zone)
    targets = target_lines(followed.plan, await uow.target_values.of_plan(plan), found.day, cutoff)
    return Content(found, agency(followed.plan, await uow.settings.all()), targets, zone)


def promised(plan: str, period: ReportPeriod, cutoff: datetime) -> tuple[Made, ...]:
    """The three files, to be made when the message leaves."""
    arguments = {"plan": plan, "period": period.code, "cutoff": cutoff.isoformat()}
    name = words.FILE.format(period=words.period(period))
    return tuple(
        Made(kind, f"{name}.{ending}", arguments)
        for kind, ending in (("report.png", "png"), ("report.docx", "docx"), ("report.xlsx", "xlsx"))
    )


async def _made(
    file: Callable[[Content], Document | Picture],
    uow: UnitOfWork,
    office: Office,
    zone: ZoneInfo,
    arguments: Mapping[str, str],
) -> Making:
    period, cutoff = of_code(arguments["period"]), datetime.fromisoformat(arguments["cutoff"])
    found = await content(uow, office, zone, arguments["plan"], period, cutoff)
    return partial(file, found)


MAKERS = {
    "report.docx": partial(_made, Content.docx),
    "report.xlsx": partial(_made, Content.xlsx),
    "report.png": partial(_made, Content.png),
}
