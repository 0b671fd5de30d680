"""Conversations of questions in memory, for the command line: no database, no people."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.channels.rendering import render
from handlers import answering, explaining
from handlers.capabilities import Capabilities
from handlers.messages import Choice
from knowledge.answers import Answer, Engine
from knowledge.answers.explaining import explain
from knowledge.model import Plan
from knowledge.vietnamese import clean, fold

_PLAIN = Capabilities(
    buttons=True,
    edit=False,
    files_in=False,
    files_out=False,
    images_out=False,
    max_text=1_000_000,
    text_unit="characters",
    markup="plain",
    max_buttons=100,
)


@dataclass(frozen=True, slots=True)
class Answered:
    """What a person would read: the text, the labels offered, and what kind of answer it is."""

    text: str
    kind: str
    records: tuple[str, ...]
    choices: tuple[str, ...]


@dataclass
class _Session:
    topic: str = ""
    offered: tuple[Choice, ...] = ()


@dataclass
class Asker:
    """Asks one plan; a session keeps its topic and the choices offered last."""

    plan: Plan
    engine: Engine = field(init=False)
    _sessions: dict[str, _Session] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.engine = Engine(self.plan)

    def ask(self, question: str, session: str | None = None) -> Answered:
        """The answer to a question, or to the choice that a number or label takes."""
        kept = self._sessions.setdefault(session, _Session()) if session else _Session()
        answer = self._chosen(question, kept) or self.engine.answer(question, kept.topic)
        reply = answering.reply(answer, self.plan)
        kept.topic, kept.offered = answer.topic, reply.choices
        text = "\n".join(part.plain for part in render(reply, _PLAIN))
        return Answered(text, answer.kind, answer.records, tuple(choice.label for choice in reply.choices))

    def _chosen(self, typed: str, kept: _Session) -> Answer | None:
        said = fold(clean(typed[:200])).strip(" .)")
        for number, choice in enumerate(kept.offered, 1):
            if choice.action.name == "ask.record" and said in (str(number), fold(choice.label)):
                return self.engine.record(choice.action.arguments["code"], choice.action.arguments["facet"], kept.topic)
        return None

    def explain(self, question: str) -> str:
        """What was understood, and the nearest records with their scores, as people read it."""
        reply = explaining.reply(explain(self.engine, question), self.plan)
        return "\n".join(part.plain for part in render(reply, _PLAIN))
