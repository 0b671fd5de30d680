"""The notice on personal data: five lines, one tap, kept with the version of its wording."""

from __future__ import annotations

from handlers.messages import Action, Block, Choice, Items, Paragraph, Reply, say
from handlers.turn import Turn
from handlers.units import plan_of
from handlers.wording import account as words


async def notice(turn: Turn) -> tuple[Block, ...]:
    """What is kept, for what, by whom, and the person's rights."""
    plan = await plan_of(turn)
    controller = plan.issuer if plan else words.AGENCY
    lines = tuple(line.format(controller=controller) for line in words.CONSENT)
    return Paragraph(words.CONSENT_TITLE, strong=True), Items(lines)


def choice() -> Choice:
    """The one tap."""
    return Choice(words.CONSENT_GIVEN, Action("account.consent"))


async def given(turn: Turn, arguments: dict[str, str]) -> Reply:
    """The person agrees to the notice as it reads now."""
    await turn.uow.privacy.consent(turn.who.id, words.CONSENT_VERSION, turn.now)
    return say(words.CONSENT_THANKS)
