"""Conversations of questions in memory, for the command line: no database, no people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.channels.rendering import render
from handlers import answering
from handlers.capabilities import Capabilities
from handlers.engines import engine_with
from handlers.messages import Choice
from knowledge.answers import Answer, Engine
from knowledge.model import Plan
from knowledge.vietnamese import clean, fold

if TYPE_CHECKING:
    from storage.records import FaqEntry, VocabularyEntry

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


@dataclass(frozen=True, slots=True)
class Known:
    """What an office has added to a plan: its words, its kept answers. `version`: the plan's."""

    words: Sequence[VocabularyEntry]
    kept: Sequence[FaqEntry]
    version: int
    zone: ZoneInfo


@dataclass
class Asker:
    """Asks one plan; a session keeps its topic and the choices offered last. `known`: what its office has added;
    `today`: the day on which is asked."""

    plan: Plan
    known: Known | None = None
    today: date | None = None
    engine: Engine = field(init=False)
    _sessions: dict[str, _Session] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.engine = engine_with(self.plan, self.known.words if self.known else ())

    def ask(self, question: str, session: str | None = None) -> Answered:
        """The answer to a question, or to the choice that a number or label takes."""
        kept = self._sessions.setdefault(session, _Session()) if session else _Session()
        if self.known and (same := self._kept(question, self.known)):
            return same
        answer = self._chosen(question, kept) or self.engine.answer(question, kept.topic, self.today)
        reply = answering.reply(answer, self.plan, rows=answering.ALL)
        kept.topic, kept.offered = answer.topic, reply.choices
        text = "\n".join(part.plain for part in render(reply, _PLAIN))
        # How tasks stand is in no plan.
        kind, records = ("none", ()) if answer.facet == "progress" and answer.thing else (answer.kind, answer.records)
        return Answered(text, kind, records, tuple(choice.label for choice in reply.choices))

    def _kept(self, question: str, known: Known) -> Answered | None:
        """The office's own answer to this very question."""
        from handlers import faq

        found = faq.among(known.kept, question, self.engine)
        if not found or not found[0].same:
            return None
        reply = faq.shown(known.zone, known.version, found[0], question)
        return Answered("\n".join(part.plain for part in render(reply, _PLAIN)), "answer", (), ())

    def _chosen(self, typed: str, kept: _Session) -> Answer | None:
        said = fold(clean(typed[:200])).strip(" .)")
        for number, choice in enumerate(kept.offered, 1):
            if choice.action.name == "ask.record" and said in (str(number), fold(choice.label)):
                return self.engine.record(choice.action.arguments["code"], choice.action.arguments["facet"], kept.topic)
        return None

    def explain(self, question: str) -> str:
        """What was understood, and the nearest records with their scores, as people read it."""
        from handlers import explaining
        from knowledge.answers.explaining import explain

        reply = explaining.reply(explain(self.engine, question), self.plan)
        return "\n".join(part.plain for part in render(reply, _PLAIN))
