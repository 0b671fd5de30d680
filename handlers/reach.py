"""How far an act goes beyond a person's own unit: the rule that each command and choice keeps, beside the roles of
`handlers.commands`. The rules are checked where things are done (`handlers.rights`); here they are named, for the table
that people read and for the test that tries every one of them with work of another unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum


class Reach(StrEnum):
    """SEES: work of any unit is shown, nothing is changed. OWN: what is the person's own: settings, files, what they
    wrote or were asked. LEAD: work that the person's unit leads; the office, all. NOTE: the same, and a note where the
    unit cooperates. UNIT: the person's own unit; office and director, every one. AREA: targets of an area in which the
    unit leads work; the office, all. OFFICE: the office alone, for every unit."""

    SEES = "sees"
    OWN = "own"
    LEAD = "lead"
    NOTE = "note"
    UNIT = "unit"
    AREA = "area"
    OFFICE = "office"


def _each(reach: Reach, names: str) -> Iterable[tuple[str, Reach]]:
    return ((name, reach) for name in names.split())


COMMANDS: Mapping[str, Reach] = dict(
    (
        *_each(Reach.SEES, "hoi nhiemvu hanchot lichsu baocao trichdan kehoach tonghop xuatbaocao trogiup"),
        *_each(Reach.OWN, "start hoivanphong dulieucuatoi lich nhacviec nghiphep lienket thuhoi huy"),
        *_each(Reach.LEAD, "giao giahan"),
        *_each(Reach.NOTE, "tiendo hoantac"),
        *_each(Reach.UNIT, "phong"),
        *_each(Reach.AREA, "chitieu"),
    )
)
"""Of the commands that are not the office's alone."""

CHOICES: Mapping[str, Reach] = dict(
    (
        *_each(
            Reach.SEES, "ask.page ask.plan ask.record continuing.more faq.show quotes.make exports.make pictures.target"
        ),
        *_each(Reach.SEES, "tasks.areas tasks.list tasks.open tasks.periods deadlines.before deadlines.show"),
        *_each(Reach.SEES, "targets.areas targets.list targets.open targets.risk history.lately history.show"),
        *_each(Reach.SEES, "overview.list overview.picture overview.ranked overview.show"),
        *_each(Reach.SEES, "measures.ask measures.history measures.which progress.choose"),
        *_each(Reach.OWN, "account.consent account.keep account.rename desk.ask desk.wrong broadcasting.read"),
        *_each(Reach.OWN, "own_data.erase own_data.export own_data.name own_data.rename own_data.withdraw"),
        *_each(Reach.OWN, "own.hour own.no_quiet own.quiet own.set_hour own.set_volume own.volume linking.prefer"),
        *_each(Reach.OWN, "links.keep links.revoke leaving.cancel leaving.days leaving.set"),
        *_each(Reach.OWN, "calendars.link calendars.revoke plans.switch plans.seen reminders.show"),
        *_each(Reach.OWN, "progress.drop progress.move progress.undo measures.undo evidence.remove"),
        *_each(Reach.OWN, "extension_requests.unpass extension_requests.unrefuse extension_requests.withdraw"),
        *_each(Reach.LEAD, "answers.as_before answers.later answers.line answers.mine answers.mine_after_all"),
        *_each(Reach.LEAD, "answers.not_mine answers.put_off answers.same answers.theirs reminders.done"),
        *_each(Reach.LEAD, "evidence.ask evidence.done evidence.file evidence.open evidence.restore evidence.show"),
        *_each(Reach.LEAD, "assigning.named assigning.people assigning.tasks assigning.toggle assigning.undo"),
        *_each(Reach.LEAD, "extensions.offer extensions.start extensions.typed extension_requests.send"),
        *_each(Reach.LEAD, "extension_requests.open extension_requests.pass extension_requests.refuse"),
        *_each(Reach.LEAD, "extension_requests.waiting extension_requests.why"),
        *_each(Reach.OFFICE, "extension_requests.grant"),
        *_each(Reach.NOTE, "progress.note progress.percent progress.record progress.start"),
        *_each(Reach.UNIT, "unit_page.choose unit_page.show"),
        *_each(Reach.AREA, "measures.typed"),
    )
)
"""Of the choices, and of the steps that wait for words or a file, that are not the office's alone."""
