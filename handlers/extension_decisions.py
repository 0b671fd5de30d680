"""What becomes of a request for a later deadline: the head passes it on, the office grants it, either may refuse it."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.extending import extend, extended
from handlers.extension_requests import WHERE, Asked, decides, deciding, notice, read
from handlers.flow import stop_waiting, wait_for
from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Fields, Paragraph, Reply, say
from handlers.telling import tell
from handlers.turn import ActionHandler, FlowHandler, Turn
from handlers.wording import common
from handlers.wording import extensions as words
from storage.records import Extension, RequestStage, Role

MAX_REASON = 1000


async def _to_decide(turn: Turn, arguments: Mapping[str, str], stage: RequestStage | None = None) -> Asked | Reply:
    """The request, if it is this person who has to decide it now. `stage`: where it must wait for that."""
    asked = await read(turn, int(arguments["id"]))
    if asked is None or not asked.request.open:
        return say(words.SETTLED)
    if not decides(turn, asked) or asked.request.stage is not (stage or asked.request.stage):
        return say(words.NOT_FOR_YOU.format(where=WHERE[asked.request.stage]))
    return asked


async def _pass(turn: Turn, arguments: dict[str, str]) -> Reply:
    asked = await _to_decide(turn, arguments)
    if isinstance(asked, Reply):
        return asked
    request, requests = asked.request, turn.uow.extension_requests
    if not await requests.move(request.id, [RequestStage.HEAD], RequestStage.OFFICE, passed_by=turn.who.id):
        return say(words.SETTLED)
    await log_act(turn, "extend.pass", asked.slots["code"], after=asked.slots["due"])
    passed = await read(turn, request.id) or asked
    office = await turn.uow.members.with_role(Role.OFFICE)
    # Passed on, taken back and passed on again is asked again.
    await tell(turn, office, notice(passed), f"extension.ask:{request.id}:{turn.key}")
    await _tell_asker(turn, asked, words.PASSED_NOTICE.format(name=turn.who.name, **asked.slots), "passed")
    undo = Choice(common.UNDO, Action("extension_requests.unpass", arguments))
    return Reply((Paragraph(words.PASSED.format(**asked.slots), strong=True),), (undo,), replaces=True)


async def _unpass(turn: Turn, arguments: dict[str, str]) -> Reply:
    asked = await read(turn, int(arguments["id"]))
    if asked is None or asked.request.passed_by != turn.who.id:
        return say(words.SETTLED)
    if not await turn.uow.extension_requests.move(asked.request.id, [RequestStage.OFFICE], RequestStage.HEAD):
        return say(words.SETTLED)
    await log_act(turn, "extend.unpass", asked.slots["code"], after=asked.slots["due"])
    said = say(words.UNPASSED_NOTICE.format(name=turn.who.name, **asked.slots))
    await tell(turn, await turn.uow.members.with_role(Role.OFFICE), said, f"extension.unpass:{turn.key}")
    back = await read(turn, asked.request.id) or asked
    return Reply((Paragraph(words.UNPASSED.format(**asked.slots), strong=True),), deciding(back), replaces=True)


async def _grant(turn: Turn, arguments: dict[str, str]) -> Reply:
    # Only the office decides at its stage: who was of it and is a head now does not grant what waits for the head.
    asked = await _to_decide(turn, arguments, RequestStage.OFFICE)
    if isinstance(asked, Reply):
        return asked
    request, standing = asked.request, asked.standing
    if standing.due != request.previous:
        return say(words.CHANGED)
    extension = await extend(turn, asked.followed, standing, request.due, request.reason, request.document)
    await turn.uow.extension_requests.move(
        request.id,
        [RequestStage.OFFICE],
        RequestStage.GRANTED,
        decided_by=turn.who.id,
        now=turn.now,
        extension=extension.id,
    )
    return extended(standing, extension)


async def _why(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Refusing needs a reason."""
    asked = await _to_decide(turn, arguments)
    if isinstance(asked, Reply):
        return asked
    await wait_for(turn, "extension_requests.refuse", {"id": arguments["id"]})
    back = Choice(common.BACK, Action("extension_requests.open", {"id": arguments["id"]}))
    return Reply((Paragraph(words.ASK_WHY.format(**asked.slots), strong=True),), (back,))


async def _refuse(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """The reason that was asked for, in whatever words."""
    if turn.incoming.forwarded:
        return None
    await stop_waiting(turn)
    asked = await _to_decide(turn, data)
    if isinstance(asked, Reply):
        return asked
    reason, stage = typed[:MAX_REASON], asked.request.stage
    moved = await turn.uow.extension_requests.move(
        asked.request.id, [stage], RequestStage.REFUSED, decided_by=turn.who.id, now=turn.now, answer=reason
    )
    if not moved:
        return say(words.SETTLED)
    await log_act(turn, "extend.refuse", asked.slots["code"], asked.slots["due"], common.shorten(reason, 120))
    said = words.REFUSED_NOTICE.format(name=turn.who.name, **asked.slots)
    await _tell_asker(turn, asked, said, "refused", Fields(((words.REASON, reason),)))
    undo = Action("extension_requests.unrefuse", {"id": data["id"], "stage": stage.value})
    done = Paragraph(words.REFUSED.format(**asked.slots), strong=True)
    return Reply((done, Fields(((words.REASON, reason),))), (Choice(common.UNDO, undo),))


async def _unrefuse(turn: Turn, arguments: dict[str, str]) -> Reply:
    asked = await read(turn, int(arguments["id"]))
    if asked is None or asked.request.decided_by != turn.who.id:
        return say(words.SETTLED)
    stage = RequestStage(arguments["stage"])
    if not await turn.uow.extension_requests.move(asked.request.id, [RequestStage.REFUSED], stage):
        return say(words.SETTLED)
    await log_act(turn, "extend.unrefuse", asked.slots["code"], after=asked.slots["due"])
    said = words.UNREFUSED.format(**asked.slots)
    await _tell_asker(turn, asked, said, "unrefused")
    back = await read(turn, asked.request.id) or asked
    return Reply((Paragraph(said, strong=True),), deciding(back), replaces=True)


async def _tell_asker(turn: Turn, asked: Asked, said: str, what: str, *more: Block) -> None:
    member = await turn.uow.members.get(asked.request.member_id)
    notice = Reply((Paragraph(said, strong=True), *more))
    await tell(turn, [member] if member else [], notice, f"extension.ask:{asked.request.id}:{what}:{turn.key}")


async def reopen(turn: Turn, extension: Extension) -> None:
    """What an extension granted waits for the office again when the extension is undone."""
    request = await turn.uow.extension_requests.of_extension(extension.id)
    if request is not None:
        await turn.uow.extension_requests.move(request.id, [RequestStage.GRANTED], RequestStage.OFFICE)


ACTIONS: Mapping[str, ActionHandler] = {
    "extension_requests.pass": _pass,
    "extension_requests.unpass": _unpass,
    "extension_requests.grant": _grant,
    "extension_requests.why": _why,
    "extension_requests.unrefuse": _unrefuse,
}
FLOWS: Mapping[str, FlowHandler] = {"extension_requests.refuse": _refuse}
