"""What a conversation is about: what was answered, opened, listed or reported last, kept for 15 minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from handlers import answered_to
from handlers.messages import Items, Reply
from handlers.office import FollowedPlan
from handlers.turn import Turn
from knowledge.answers import Topic
from knowledge.model import Plan
from storage.records import Conversation, MessageState

LASTS = timedelta(minutes=15)

_BETWEEN = "\n"
_LIVE = "live"


@dataclass(frozen=True, slots=True)
class Kept:
    """The topic of a conversation. `plan`, `version`: of the plan that it was said of, where its codes mean something;
    `live`: whether its list was one of how the work stands (/nhiemvu, /hanchot), not an answer; `said`: the topic as
    the engine gave it."""

    plan: str = ""
    version: int = 0
    live: bool = False
    said: str = ""

    @property
    def topic(self) -> Topic:
        """What was said, read."""
        return Topic.load(self.said)

    def dump(self) -> str:
        """The topic as it is stored."""
        return _BETWEEN.join((self.plan, str(self.version), _LIVE if self.live else "", self.said))

    @classmethod
    def load(cls, text: str) -> Kept:
        """The topic that `dump` wrote; anything else is none."""
        parts = text.split(_BETWEEN, 3)
        if len(parts) < 4 or not parts[1].isdecimal():
            return cls()
        return cls(parts[0], int(parts[1]), parts[2] == _LIVE, parts[3])


async def kept(turn: Turn) -> Kept:
    """The topic of the conversation as it stands in the plan that is spoken of: what was said of another plan, or of
    records that the plan has otherwise since, is none."""
    found, followed = await _stored(turn), await turn.plan()
    if followed is None or found.plan != followed.plan.id:
        return Kept()
    return found if await _stands(turn, found, followed) else Kept()


async def topic_of(turn: Turn) -> str:
    """The topic as the engine gave it, "" for none."""
    return (await kept(turn)).said


async def outdated(turn: Turn) -> tuple[FollowedPlan, str] | None:
    """The version of the plan that the topic was said of, and the topic, where the plan has its records otherwise by
    now; None while it stands."""
    found, followed = Kept.load((await _conversation(turn)).topic), await turn.plan()
    if followed is None or found.plan != followed.plan.id or turn.incoming.replied:
        return None
    if await _stands(turn, found, followed):
        return None
    stored = await turn.uow.plans.version(found.plan, found.version)
    return (turn.office.followed(stored), found.said) if stored is not None else None


async def keep(turn: Turn, topic: str, before: Kept) -> bool:
    """From now on the conversation is about this. `before`: what it was about; whether its list goes on to be meant,
    and was one of how the work stands."""
    followed = await turn.plan()
    live = before.live and Topic.load(topic).listed == before.topic.listed
    if followed is not None:
        await _keep(turn, followed, topic, live=live)
    return live


async def speak_of(turn: Turn, followed: FollowedPlan, code: str, facet: str = "record") -> None:
    """From now on "ai chủ trì?" means this task or target, as long as the person speaks of its plan; "việc thứ 3" goes
    on to mean the list that it was opened from. `facet`: what was shown of it."""
    before = await kept(turn)
    topic = Topic(facet=facet, record=code)
    if before.plan == followed.plan.id and code in before.topic.listed:
        topic = replace(topic, listed=before.topic.listed, thing=before.topic.thing)
    await _keep(turn, followed, topic.dump(), live=before.live and bool(topic.listed))


async def show_list(
    turn: Turn,
    followed: FollowedPlan,
    codes: Sequence[str],
    thing: str = "task",
    *,
    live: bool = True,
    said: tuple[str, ...] = (),
) -> None:
    """From now on "việc thứ 2" means these records, in the order in which they stand on the screen; a record may stand
    there several times. `thing`: what they are, as in an engine's answer; `live` as in `Kept`;
    `said`: the messages that say what the list is, as a topic remembers them."""
    one = codes[0] if len(set(codes)) == 1 else ""
    await _keep(turn, followed, Topic("list", one, tuple(codes), thing=thing, said=said).dump(), live=live)


async def with_list_kept(turn: Turn, reply: Reply) -> Reply:
    """The reply; where it lists something that nothing was kept of, the list before is pointed at no more."""
    if not any(isinstance(block, Items) and len(block.items) > 1 for block in reply.blocks):
        return reply
    stored, found = await _conversation(turn), await _stored(turn)
    if stored.topic_expires != turn.now + LASTS and found.topic.listed:
        left = replace(found, live=False, said=replace(found.topic, listed=(), thing="").dump())
        expires = stored.topic_expires if Kept.load(stored.topic) == found else None
        await turn.uow.conversations.set_topic(*_place(turn), left.dump(), expires or turn.now + LASTS)
    return reply


def _place(turn: Turn) -> tuple[str, str, str]:
    return turn.incoming.channel, turn.incoming.chat, turn.incoming.account


async def _conversation(turn: Turn) -> Conversation:
    return await turn.uow.conversations.get(*_place(turn), turn.now)


async def _keep(turn: Turn, followed: FollowedPlan, topic: str, *, live: bool) -> None:
    stored = Kept(followed.plan.id, followed.version, live, topic)
    await turn.uow.conversations.set_topic(*_place(turn), stored.dump(), turn.now + LASTS)


async def _stored(turn: Turn) -> Kept:
    """What the message replied to shows, else what was kept last, or the digest that has come since."""
    if turn.incoming.replied and (followed := await turn.plan()) is not None:
        shown = answered_to.topic_of(turn.incoming.replied, followed)
        if shown is not None:
            return Kept(followed.plan.id, followed.version, live=bool(shown.listed), said=shown.dump())
    stored = await _conversation(turn)
    since = stored.topic_expires - LASTS if stored.topic_expires is not None else turn.now - LASTS
    return await _digest(turn, since) or Kept.load(stored.topic)


async def _digest(turn: Turn, since: datetime) -> Kept | None:
    """The newest digest as a list, by the numbers of its lines; of lines from several plans none can be pointed at."""
    if not turn.incoming.private or turn.member is None:
        return None
    lines = await turn.uow.reminders.latest_of(turn.member.id, since=since)
    if not lines or lines[0].state is not MessageState.SENT:
        return None
    plan = await turn.uow.plans.as_of(lines[0].plan, lines[0].at)
    if plan is None or {line.plan for line in lines} != {plan.id}:
        return Kept()
    listed = Topic(facet="list", listed=tuple(line.task for line in lines), thing="task")
    return Kept(plan.id, plan.version, live=True, said=listed.dump())


async def _stands(turn: Turn, found: Kept, followed: FollowedPlan) -> bool:
    """Whether the records that the topic is about are in the plan as they were when it was spoken of."""
    if found.version == followed.version:
        return True
    stored = await turn.uow.plans.version(found.plan, found.version)
    topic = found.topic
    codes = {*topic.listed, *topic.candidates, *topic.together, *topic.whole, *topic.told, topic.record}
    return stored is not None and _records(turn.office.followed(stored).plan, codes) == _records(followed.plan, codes)


def _records(plan: Plan, codes: set[str]) -> Sequence[object]:
    parts = (plan.tasks, plan.targets, plan.passages, plan.areas, plan.groups)
    return [record for records in parts for record in records if record.code in codes]
