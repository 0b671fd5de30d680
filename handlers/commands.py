"""The one table of commands: name, who may use it, where, and its handler; likewise of choices and flows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handlers import (
    account,
    agencies,
    ask,
    assigning,
    broadcasting,
    calendars,
    confirming,
    continuing,
    deadlines,
    delivering,
    desk,
    digest_answers,
    editing,
    evidence,
    explaining,
    exports,
    extension_decisions,
    extension_requests,
    extensions,
    faq,
    following,
    handing,
    history,
    invitations,
    journal,
    leaving,
    ledger,
    linking,
    links,
    measuring,
    merging,
    overview,
    own_data,
    own_settings,
    people,
    progress,
    quotes,
    recording,
    reminders,
    requests,
    staff_list,
    suspending,
    system,
    targets,
    tasks,
    undoing,
    unit_chats,
    unit_page,
    urging,
    vocabulary,
    waking,
)
from handlers.plans import amending, choosing, loading
from handlers.turn import ActionHandler, Command, FileHandler, FlowHandler
from storage.records import Role

MEMBERS = frozenset(Role)
OFFICE = frozenset({Role.OFFICE})
HEADS = frozenset({Role.HEAD, Role.OFFICE})
OVERSEERS = frozenset({Role.HEAD, Role.OFFICE, Role.DIRECTOR})
REPORTERS = frozenset({Role.STAFF, Role.HEAD, Role.OFFICE})
LEADING = frozenset({Role.OFFICE, Role.DIRECTOR})


COMMANDS = (
    Command("start", account.start, private=True, listed=False),
    Command("hoi", ask.command),
    Command("nhiemvu", tasks.command),
    Command("tiendo", progress.command),
    Command("hoantac", undoing.command, private=True),
    Command("hanchot", deadlines.command),
    Command("chitieu", targets.command),
    Command("lichsu", history.command),
    Command("baocao", overview.command),
    Command("trichdan", quotes.command),
    Command("hoivanphong", desk.ask_office, private=True),
    Command("dulieucuatoi", own_data.command, private=True),
    Command("lich", calendars.command, private=True),
    Command("nhacviec", own_settings.command, private=True),
    Command("nghiphep", leaving.command, private=True),
    Command("phong", unit_page.command, OVERSEERS, private=True),
    Command("giao", assigning.command, HEADS, private=True),
    Command("xacnhan", confirming.command, OFFICE, private=True),
    Command("giahan", extensions.command, REPORTERS, private=True),
    Command("dondoc", urging.command, OFFICE, private=True),
    Command("thongbao", broadcasting.command, OFFICE, private=True),
    Command("suanhiemvu", editing.command, OFFICE, private=True),
    Command("tamdung", suspending.suspend, OFFICE, private=True),
    Command("tieptuc", suspending.resume, OFFICE, private=True),
    Command("khongthuchien", suspending.withdraw, OFFICE, private=True),
    Command("duyet", requests.command, OFFICE, private=True),
    Command("moi", invitations.command, OFFICE, private=True),
    Command("bangiao", handing.command, OFFICE, private=True),
    Command("nguoidung", people.command, OFFICE, private=True),
    Command("phanquyen", people.change_rights, OFFICE, private=True),
    Command("kehoach", choosing.command),
    Command("nhapkehoach", loading.command, OFFICE, private=True),
    Command("theodoi", following.command, OFFICE, private=True),
    Command("hoidap", desk.command, OFFICE, private=True),
    Command("tuvung", vocabulary.command, OFFICE, private=True),
    Command("tonghop", overview.summary, LEADING, private=True),
    Command("xuatbaocao", exports.command, LEADING, private=True),
    Command("coquan", agencies.command, OFFICE, private=True),
    Command("nhatky", journal.command, OFFICE, private=True),
    Command("lienket", linking.command, private=True),
    Command("hethong", system.command, OFFICE, private=True),
    Command("ganket", unit_chats.command, OFFICE),
    Command("thuhoi", links.command, private=True),
    Command("trogiup", account.help_),
    Command("huy", account.cancel, listed=False),
)
BY_NAME: Mapping[str, Command] = {command.name: command for command in COMMANDS}
GLOBAL: Mapping[str, str] = {"help": "trogiup", "settings": "nhacviec", "cancel": "huy"}
"""Commands that people know from every bot on Telegram (core.telegram.org/bots/features#global-commands), and ours."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The choices and flows of one subject, and who may use them. `files`: flows that wait for a file. `private`: never
    in a group."""

    actions: Mapping[str, ActionHandler]
    flows: Mapping[str, FlowHandler] = field(default_factory=dict)
    roles: frozenset[Role] = MEMBERS
    private: bool = False
    files: Mapping[str, FileHandler] = field(default_factory=dict)


SUBJECTS = (
    Subject(account.ACTIONS, account.FLOWS, private=True),
    Subject(ask.ACTIONS),
    Subject(continuing.ACTIONS),
    Subject(desk.ACTIONS),
    Subject(desk.OFFICE_ACTIONS, desk.FLOWS, roles=OFFICE, private=True),
    Subject(faq.ACTIONS),
    Subject(faq.OFFICE_ACTIONS, faq.FLOWS, roles=OFFICE, private=True),
    Subject(explaining.ACTIONS, roles=OFFICE, private=True),
    Subject(quotes.ACTIONS),
    Subject(tasks.ACTIONS),
    Subject(deadlines.ACTIONS),
    Subject(targets.ACTIONS),
    Subject(measuring.ACTIONS, measuring.FLOWS),
    Subject(overview.ACTIONS),
    Subject(history.ACTIONS),
    Subject(progress.ACTIONS, progress.FLOWS),
    Subject(recording.ACTIONS),
    Subject(evidence.ACTIONS, evidence.FLOWS, private=True, files=evidence.FILES),
    Subject(undoing.ACTIONS),
    Subject(reminders.ACTIONS, private=True),
    Subject(unit_page.ACTIONS, roles=OVERSEERS, private=True),
    Subject(assigning.ACTIONS, assigning.FLOWS, roles=HEADS, private=True),
    Subject(confirming.ACTIONS, confirming.FLOWS, roles=OFFICE, private=True),
    Subject(broadcasting.ACTIONS),
    Subject(broadcasting.OFFICE_ACTIONS, broadcasting.FLOWS, roles=OFFICE, private=True, files=broadcasting.FILES),
    Subject(own_data.ACTIONS, own_data.FLOWS, private=True),
    Subject(own_data.OFFICE_ACTIONS, own_data.OFFICE_FLOWS, roles=OFFICE, private=True),
    Subject(staff_list.ACTIONS, staff_list.FLOWS, roles=OFFICE, private=True, files=staff_list.FILES),
    Subject(handing.ACTIONS, roles=OFFICE, private=True),
    Subject(urging.ACTIONS, roles=OFFICE, private=True),
    Subject(editing.ACTIONS, editing.FLOWS, roles=OFFICE, private=True),
    Subject(suspending.ACTIONS, suspending.FLOWS, roles=OFFICE, private=True),
    Subject(extensions.ACTIONS, extensions.FLOWS, roles=REPORTERS, private=True),
    Subject(extensions.OFFICE_ACTIONS, roles=OFFICE, private=True),
    Subject(waking.OFFICE_ACTIONS, roles=OFFICE, private=True),
    Subject(extension_requests.ACTIONS, roles=REPORTERS, private=True),
    Subject(extension_decisions.ACTIONS, extension_decisions.FLOWS, roles=REPORTERS, private=True),
    Subject(digest_answers.ACTIONS, private=True),
    Subject(invitations.ACTIONS, roles=OFFICE, private=True),
    Subject(requests.ACTIONS, roles=OFFICE, private=True),
    Subject(people.ACTIONS, roles=OFFICE, private=True),
    Subject(merging.ACTIONS, roles=OFFICE, private=True),
    Subject(choosing.ACTIONS),
    Subject(choosing.OFFICE_ACTIONS, choosing.FLOWS, roles=OFFICE, private=True),
    Subject(amending.ACTIONS),
    Subject(amending.OFFICE_ACTIONS, roles=OFFICE, private=True),
    Subject(loading.ACTIONS, loading.FLOWS, roles=OFFICE, private=True, files=loading.FILES),
    Subject(following.ACTIONS, roles=OFFICE, private=True),
    Subject(vocabulary.ACTIONS, roles=OFFICE, private=True),
    Subject(linking.ACTIONS, private=True),
    Subject(links.ACTIONS, private=True),
    Subject(exports.ACTIONS, roles=LEADING, private=True),
    Subject(agencies.ACTIONS, agencies.FLOWS, roles=OFFICE, private=True),
    Subject(journal.ACTIONS, roles=OFFICE, private=True),
    Subject(ledger.ACTIONS, roles=OFFICE, private=True),
    Subject(system.ACTIONS, system.FLOWS, roles=OFFICE, private=True),
    Subject(unit_chats.ACTIONS, roles=OFFICE),
    Subject(own_settings.ACTIONS, own_settings.FLOWS, private=True),
    Subject(leaving.ACTIONS, leaving.FLOWS, private=True),
    Subject(calendars.ACTIONS, private=True),
    Subject(delivering.ACTIONS, roles=OFFICE, private=True),
)
ACTIONS: Mapping[str, tuple[ActionHandler, Subject]] = {
    name: (handler, subject) for subject in SUBJECTS for name, handler in subject.actions.items()
}
FLOWS: Mapping[str, tuple[FlowHandler, Subject]] = {
    name: (handler, subject) for subject in SUBJECTS for name, handler in subject.flows.items()
}
FILES: Mapping[str, tuple[FileHandler, Subject]] = {
    name: (handler, subject) for subject in SUBJECTS for name, handler in subject.files.items()
}


def commands_of(role: Role) -> tuple[Command, ...]:
    """The listed commands that a role may use, in the order of the table."""
    return tuple(c for c in COMMANDS if c.listed and role in c.roles)
