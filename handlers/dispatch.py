"""From what a person did to the handler that answers: choices, commands, flows, progress sentences, questions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from rapidfuzz import process

from handlers import access, account, ask, leaving, progress, quotes, topics, whole_digest
from handlers.capabilities import Capabilities
from handlers.commands import ACTIONS, BY_NAME, FILES, FLOWS, GLOBAL, Subject, commands_of
from handlers.flow import IN_PLAN, stop_waiting
from handlers.messages import Action, Choice, Incoming, IncomingFile, Note, Paragraph, Reply, own_number, say
from handlers.office import Office
from handlers.outside import Fetch, FileFault, FileRefused, Result, Work
from handlers.plans import loading
from handlers.plans.current import with_others_offered, with_plan_kept
from handlers.plans.unusable import with_reason
from handlers.spoken import spoken
from handlers.turn import Command, Turn
from handlers.wording import account as account_words
from handlers.wording import common
from handlers.wording import plans as plan_words
from knowledge.lexicon.agreeing import AGREEING, AROUND, DECLINING
from knowledge.orthography import is_syllable
from knowledge.vietnamese import clean, fold
from storage.records import MAX_FILE, OfferedChoice
from storage.unit_of_work import UnitOfWork

NUMBERS_LAST = timedelta(hours=4)
"""How long a bare number means a choice of the newest menu. What came in the morning is answered before noon; later,
and above all on another day, it may be meant for something else. The words of a choice name it as long as it stands."""
MAX_TEXT = 4096
"""Longest text that is read (the longest message Telegram lets a person send)."""

_SLASH = re.compile(r"/([^\s@]+)(?:@\S+)?\s*(.*)", re.DOTALL)
_ORDINARY_WORDS = frozenset({"start", *(name for name in BY_NAME if is_syllable(name))})
"""Names of commands that are words and so begin sentences ("phòng nào chủ trì II.5?"): these need the slash."""
_FAULTS = {
    FileFault.TOO_LARGE: common.FILE_TOO_LARGE,
    FileFault.GONE: common.FILE_GONE,
    FileFault.AWAY: common.FILE_AWAY,
}
_NUMBER = re.compile(r"(\d{1,2})[.)]?")
_ASIDE = frozenset({"ask.page", "ask.plan", "desk.wrong", "explaining.show", "quotes.make"})
"""What may be done with an answer."""
_BY_ITS_LABEL = frozenset({"own_data.erase", "own_data.do", "merging.do"})
"""What cannot be undone is agreed to by the button, its number or its very words."""
Step = TypeVar("Step")


async def handle(
    incoming: Incoming,
    *,
    uow: UnitOfWork,
    now: datetime,
    zone: ZoneInfo,
    office: Office,
    capabilities: Capabilities,
    key: str,
    done: Mapping[Work, Result] | None = None,
) -> Reply | None:
    """Answers one message inside the caller's transaction; None when nothing is to be said.

    `now` is aware UTC, `zone` the office's; `key` names the message, and outbox keys build on it. Raises
    handlers.outside.Needs for what must be done outside of the transaction first; `done`: what has been.
    """
    if incoming.blocked is not None:
        await uow.members.set_reachable(incoming.channel, incoming.account, not incoming.blocked)
        return None
    if not incoming.private and not incoming.addressed:
        return None
    member = await uow.members.by_account(incoming.channel, incoming.account)
    await office.refresh(uow)
    today = now.astimezone(zone).date()
    commands = commands_of(member.role) if member is not None else ()
    turn = Turn(
        incoming, member, uow, now, today, zone, office, capabilities, key, commands, again=text, done=done or {}
    )
    if member is None:
        return await account.stranger(turn)
    if not member.active:
        return say(account_words.LOCKED)
    if not all(a.reachable for a in member.accounts if (a.channel, a.account) == (incoming.channel, incoming.account)):
        await uow.members.set_reachable(incoming.channel, incoming.account, True)
    if not incoming.private and _unknown_to_us(incoming.text or ""):
        return None  # in a group it may be another bot's
    reply = await with_reason(turn, await _member(turn))
    return await topics.with_list_kept(turn, await with_plan_kept(turn, reply))


def _unknown_to_us(typed: str) -> bool:
    found = _command(clean(typed[:MAX_TEXT])) if typed.startswith("/") else None
    return found is not None and found[0] not in BY_NAME


async def _member(turn: Turn) -> Reply:
    incoming = turn.incoming
    if incoming.pressed is not None:
        offered = await turn.uow.choices.by_token(incoming.channel, incoming.chat, incoming.pressed, turn.now)
        return await _take(turn, offered) if offered else say(common.CHOICE_LAPSED)
    if incoming.file is not None:
        return await _file(turn, incoming.file)
    if incoming.unsupported is not None and not incoming.text:
        return say(common.UNSUPPORTED)
    return await text(turn, incoming.text or "")


async def _file(turn: Turn, sent: IncomingFile) -> Reply:
    """A file goes to the step that waits for one, else with the words under it."""
    try:
        reply = await _file_flow(turn)
        if reply is not None:
            return reply
        if not turn.incoming.text:
            plan = await _plan_offered(turn, sent)
            if plan is not None:
                return plan
            return say(common.FILE_ALONE.format(file=common.file(sent.name)))
        reply = await text(turn, turn.incoming.text)
    except FileRefused as refusal:
        return say(_FAULTS[refusal.fault].format(file=common.file(refusal.name), limit=MAX_FILE // 1024**2))
    if any(isinstance(work, Fetch) for work in turn.done):
        return reply
    unused = Note(common.FILE_UNUSED.format(file=common.file(sent.name)))
    return replace(reply, blocks=(*reply.blocks, unused))


async def _plan_offered(turn: Turn, sent: IncomingFile) -> Reply | None:
    """The office may mean a plan."""
    may = turn.who.role in BY_NAME["nhapkehoach"].roles and turn.incoming.private
    return await loading.offered(turn, sent.name) if may else None


async def _file_flow(turn: Turn) -> Reply | None:
    step = await _step(turn, FILES)
    if step is None or isinstance(step, Reply):
        return step
    handler, within, data = step
    return await handler(within, data, clean((turn.incoming.text or "")[:MAX_TEXT]))


async def _step(
    turn: Turn, steps: Mapping[str, tuple[Step, Subject]]
) -> tuple[Step, Turn, dict[str, str]] | Reply | None:
    """The step of these that the conversation waits in, with its data and the turn in its plan; None when it is none
    of them; the refusal where it may not be taken now."""
    incoming = turn.incoming
    conversation = await turn.uow.conversations.get(incoming.channel, incoming.chat, incoming.account, turn.now)
    found = steps.get(conversation.flow)
    if found is None:
        return None
    handler, subject = found
    refused = await access.refusal(turn, subject.roles, private=subject.private, subject=conversation.flow)
    if refused is None and (refused := await _plan_gone(turn, conversation.data)) is not None:
        await stop_waiting(turn)
    return refused or (handler, replace(turn, in_plan=conversation.data.get(IN_PLAN, "")), conversation.data)


async def _plan_gone(turn: Turn, data: Mapping[str, str]) -> Reply | None:
    """The refusal where the plan that a choice or step was offered for is followed no longer; its codes mean something
    else in another one."""
    plan = data.get(IN_PLAN, "")
    return say(plan_words.NOT_FOLLOWED) if plan and plan not in await turn.uow.plans.active_ids() else None


async def text(turn: Turn, typed: str) -> Reply:
    """Answers what a member typed."""
    if len(typed) > MAX_TEXT:
        return say(common.TOO_LONG.format(limit=MAX_TEXT))
    words = clean(typed)
    if not words:
        return say(common.EMPTY)
    found = _command(words)
    if found is not None:
        return await with_others_offered(turn, found[1], words, await _run(turn, *found))
    chosen = await _choice_typed(turn, words) or await _flow(turn, words)
    return chosen or await with_others_offered(turn, words, words, await _plain(turn, words))


async def _said_for(turn: Turn, words: str) -> Reply:
    """What a choice says in the person's place: its own label must not be taken for the choice again."""
    found = _command(words)
    return await _run(turn, *found) if found else await _plain(turn, words)


def _command(words: str) -> tuple[str, str] | None:
    """(name, what follows): with a slash anywhere accents and case do not matter; without one, the command alone
    ("nhiệm vụ") or a one-word name followed by its words ("tiendo II.5 60%")."""
    slashed = _SLASH.fullmatch(words)
    if slashed:
        name, rest = fold(slashed[1]), slashed[2].strip()
        if name not in BY_NAME:
            # "/tiến độ II.5": the name typed as two words
            second, _, after = rest.partition(" ")
            if fold(slashed[1] + second) in BY_NAME:
                return fold(slashed[1] + second), after.strip()
        return GLOBAL.get(name, name), rest
    first, _, rest = words.partition(" ")
    if fold(first) in BY_NAME and fold(first) not in _ORDINARY_WORDS:
        return fold(first), rest.strip()
    alone = fold(words).replace(" ", "").rstrip("?.!")
    if alone in BY_NAME and alone != "moi":
        return alone, ""
    return None


async def _run(turn: Turn, name: str, words: str) -> Reply:
    command = BY_NAME.get(name)
    if command is None:
        return _unknown(turn, name)
    refused = await access.refusal(turn, command.roles, private=command.private, subject="/" + name)
    if refused is not None:
        return refused
    await turn.uow.conversations.clear_flow(turn.incoming.channel, turn.incoming.chat, turn.incoming.account)
    return await command.handler(turn, words)


def _unknown(turn: Turn, name: str) -> Reply:
    mine: dict[str, Command] = {c.name: c for c in turn.commands}
    near = [found[0] for found in process.extract(name, mine.keys(), limit=3, score_cutoff=50)]
    choices = tuple(Choice("/" + n, Action("say", {"text": "/" + n})) for n in [*near, "trogiup"])
    said = Paragraph(common.UNKNOWN_COMMAND.format(word=name[:32]))
    return Reply((said, Paragraph(common.PERHAPS)), choices)


async def _choice_typed(turn: Turn, words: str) -> Reply | None:
    """A number or a label of the newest menu stands for its choice."""
    menu = await turn.uow.choices.latest_menu(turn.incoming.channel, turn.incoming.chat, turn.now)
    wanted = _bare(words)
    for offered in menu:
        if _bare(offered.label) == wanted:
            return await _take(turn, offered)
    if (answer := _yes_or_no(turn, words, menu)) is not None:
        return _offered_again(turn, menu) if turn.now - answer.offered > NUMBERS_LAST else await _take(turn, answer)
    number = _NUMBER.fullmatch(words)
    if number is None or (turn.capabilities.buttons and await _waits_for_text(turn)):
        return None
    chosen = next((offered for offered in menu if offered.position == int(number[1])), None)
    if turn.capabilities.buttons and (chosen is None or not await _has_number(turn, number[1], chosen)):
        chosen = next((offered for offered in menu if offered.label.startswith(f"{number[1]} ")), None)
    # A choice about line 2 is not meant by the number of its own place in the menu.
    if chosen is None or own_number(chosen.label) is not None:
        return None
    if turn.now - chosen.offered > NUMBERS_LAST:
        return _offered_again(turn, menu)
    reply = await _take(turn, chosen)
    if turn.capabilities.buttons:
        return reply
    # Where nothing shows what was pressed, a number that was meant for another menu would go unnoticed.
    taken = Note(common.CHOSEN.format(number=chosen.position, label=common.shorten(chosen.label, 60)))
    return replace(reply, blocks=(taken, *reply.blocks))


def _yes_or_no(turn: Turn, words: str, menu: Sequence[OfferedChoice]) -> OfferedChoice | None:
    """The choice that "ok", "vâng", "ko" stands for where the newest menu asks to agree or not. In a group it may be
    said to somebody else."""
    bare = AROUND.sub("", words.lower())
    label = common.YES if bare in AGREEING else common.NO if bare in DECLINING else ""
    by_label = {offered.label: offered for offered in menu}
    asks = common.YES in by_label and common.NO in by_label and by_label[common.YES].action not in _BY_ITS_LABEL
    return by_label.get(label) if asks and turn.incoming.private else None


async def _has_number(turn: Turn, number: str, chosen: OfferedChoice) -> bool:
    """Whether the number of a choice's place may mean it where buttons have no numbers: not in a group, whose newest
    menu may be another's, not what stands beside an answer as a button, and of tasks that the plan itself numbers
    none. What there was no room for as a button stands in the text with its number."""
    followed = await turn.plan()
    codes = (number, chosen.label.partition(" ")[0])
    numbered = followed is not None and all(followed.plan.task(code) for code in codes)
    printed = chosen.position > turn.capabilities.max_buttons
    return turn.incoming.private and (printed or chosen.action not in _ASIDE) and not numbered


def _offered_again(turn: Turn, menu: Sequence[OfferedChoice]) -> Reply:
    """The choices of a menu that is no longer fresh, to be chosen from once more."""
    said = common.MENU_OLD.format(at=common.moment(menu[0].offered, turn.zone))
    return say(said, choices=tuple(Choice(one.label, Action(one.action, one.arguments)) for one in menu))


def _bare(label: str) -> str:
    """A label as it may be typed: without the signs around it ("👎 Chưa đúng"), "1 xong" for "1. Xong"."""
    folded = re.sub(r"^(\d+)[.):,]* +", r"\1 ", fold(label))
    return re.sub(r"^\W+|\W+$", "", folded) or folded


async def _waits_for_text(turn: Turn) -> bool:
    conversation = await turn.uow.conversations.get(
        turn.incoming.channel, turn.incoming.chat, turn.incoming.account, turn.now
    )
    return bool(conversation.flow)


async def _take(turn: Turn, offered: OfferedChoice) -> Reply:
    arguments = {name: value for name, value in offered.arguments.items() if name != IN_PLAN}
    gone = await _plan_gone(turn, offered.arguments)
    turn = replace(turn, in_plan=offered.arguments.get(IN_PLAN, ""))
    return gone or await with_plan_kept(turn, await _taken(turn, offered, arguments))


async def _taken(turn: Turn, offered: OfferedChoice, arguments: dict[str, str]) -> Reply:
    if offered.action == "say":
        return await _said_for(turn, arguments["text"])
    found = ACTIONS.get(offered.action)
    if found is None:
        return say(common.CHOICE_LAPSED)
    handler, subject = found
    refused = await access.refusal(turn, subject.roles, private=subject.private, subject=offered.label)
    return refused or await handler(turn, arguments)


async def _flow(turn: Turn, words: str) -> Reply | None:
    step = await _step(turn, FLOWS)
    if step is None or isinstance(step, Reply):
        return step
    handler, within, data = step
    reply = await handler(within, data, words)
    return None if reply is None else await with_plan_kept(within, reply)


async def _plain(turn: Turn, words: str) -> Reply:
    if quotes.is_code(words):
        return await quotes.command(turn, words)
    answered = await whole_digest.message(turn, words)
    if answered is not None:
        return answered
    if (away := await leaving.sentence(turn, words)) is not None:
        return away
    meant = spoken(turn, words, await turn.plan())
    if meant is not None:
        return await _run(turn, *meant)
    return await progress.sentence(turn, words) or await ask.command(turn, words)
