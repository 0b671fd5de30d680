"""The notice on personal data: five lines, one tap, kept with the version of its wording."""

from __future__ import annotations

import json

from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Items, Note, Paragraph, Reply, say
from handlers.reporting.agency import PREFIX
from handlers.telling import tell
from handlers.turn import Turn
from handlers.units import plan_of
from handlers.wording import account as words
from handlers.wording import common
from storage.records import Role


async def notice(turn: Turn) -> tuple[Block, ...]:
    """What is kept, for what, by whom, and the person's rights."""
    plan = await plan_of(turn)
    # Whoever runs the bot answers for the data, whoever issued the plan.
    kept = await turn.uow.settings.get(PREFIX + "issuer")
    controller = json.loads(kept) if kept else plan.issuer if plan else words.AGENCY
    lines = tuple(line.format(controller=controller) for line in words.CONSENT)
    return Paragraph(words.CONSENT_TITLE, strong=True), Items(lines)


def choice() -> Choice:
    """The one tap."""
    return Choice(words.CONSENT_GIVEN, Action("account.consent"))


async def given(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The person agrees to the notice as it reads now."""
    again = turn.who.id in await turn.uow.privacy.withdrawals()
    if await turn.uow.privacy.consent(turn.who.id, words.CONSENT_VERSION, turn.now):
        await log_act(turn, "consent", turn.who.name, after=_version())
        if again:
            await _tell_office(turn, words.CONSENT_AGAIN_NOTICE)
    return say(words.CONSENT_THANKS)


async def withdraw(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The person takes their consent back: their own reminders stop, the office decides about the rest."""
    if await turn.uow.privacy.consented(turn.who.id, words.CONSENT_VERSION) is None:
        return say(words.CONSENT_NOT_GIVEN)
    office = await turn.uow.members.with_role(Role.OFFICE)
    if [member.id for member in office] == [turn.who.id]:
        return say(words.CONSENT_LAST_OFFICE)
    if arguments.get("sure") != "1":
        sure = Choice(common.YES, Action("own_data.withdraw", {"sure": "1"}), row=1)
        question = Paragraph(words.WITHDRAW_SURE, strong=True)
        return Reply((question, Note(words.WITHDRAW_MEANS)), (sure, Choice(common.NO, Action("progress.drop"), row=1)))
    await turn.uow.privacy.withdraw_consent(turn.who.id, turn.now)
    await log_act(turn, "consent.withdraw", turn.who.name, before=_version())
    await _tell_office(turn, words.WITHDRAWN_NOTICE)
    said = words.WITHDRAWN.format(version=words.CONSENT_VERSION, at=common.moment(turn.now, turn.zone))
    return Reply((Paragraph(said, strong=True),), (choice(),), replaces=True)


def _version() -> str:
    return words.CONSENT_NUMBER.format(version=words.CONSENT_VERSION)


async def _tell_office(turn: Turn, form: str) -> None:
    said = form.format(name=turn.who.name, version=_version(), at=common.moment(turn.now, turn.zone))
    office = await turn.uow.members.with_role(Role.OFFICE)
    await tell(turn, office, say(said), f"consent:{turn.key}")
