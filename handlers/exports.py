"""/xuatbaocao: the periodic report as three files, for a legal period or any days."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.journal import log_act
from handlers.messages import Action, Block, Choice, Note, Paragraph, Reply, dump, say
from handlers.missing import no_plan
from handlers.reporting.facts import moment_of
from handlers.reporting.files import promised
from handlers.turn import ActionHandler, Turn
from handlers.wording import common
from handlers.wording import exports as words
from handlers.wording import reports as report_words
from knowledge.report_periods import ReportPeriod, of_code, read, usual
from storage.records import MessageKind, Role


async def command(turn: Turn, typed: str) -> Reply:
    """/xuatbaocao [period]: without one, the usual periods as choices."""
    if not typed:
        return _offer(turn)
    period = read(typed, turn.today)
    if period is None:
        return _offer(turn, words.NOT_A_PERIOD.format(typed=common.shorten(typed, 40)))
    return await _make(turn, period)


def _offer(turn: Turn, problem: str = "") -> Reply:
    blocks: list[Block] = [Paragraph(problem)] if problem else []
    blocks += [Paragraph(words.WHICH, strong=True), Note(words.USAGE)]
    choices = [
        Choice(_label(period), Action("exports.make", {"period": period.code}), row=number // 2)
        for number, period in enumerate(usual(turn.today))
    ]
    return Reply(tuple(blocks), (*choices, *_agency(turn)))


def _agency(turn: Turn) -> tuple[Choice, ...]:
    """The way to what the paper's head says, for who may set it."""
    return (Choice(words.AGENCY, Action("agency.show"), row=90),) if turn.who.role is Role.OFFICE else ()


def _label(period: ReportPeriod) -> str:
    name = report_words.period(period)
    return name[0].upper() + name[1:]


async def _chosen(turn: Turn, arguments: dict[str, str]) -> Reply:
    return await _make(turn, of_code(arguments["period"]))


async def _make(turn: Turn, period: ReportPeriod) -> Reply:
    """Says at once what is being made; the answer has the files, which are made when it leaves."""
    followed = await turn.plan()
    if followed is None:
        return no_plan()
    name = report_words.period(period)
    if period.start > turn.today:
        return say(words.NOT_BEGUN.format(period=name, start=common.day(period.start)))
    cutoff = moment_of(period, turn.now, turn.zone)
    blocks: list[Block] = [
        Paragraph(words.MAKING.format(period=name), strong=True),
        Paragraph(report_words.data(period, cutoff, turn.zone) + "."),
    ]
    if period.holds(turn.today):
        blocks.append(Note(words.RUNNING.format(end=common.day(period.end))))
    await turn.uow.outbox.put(
        key=f"report:{turn.key}",
        kind=MessageKind.REPLY,
        reply=dump(Reply(tuple(blocks))),
        now=turn.now,
        channel=turn.incoming.channel,
        chat=turn.incoming.chat,
    )
    await log_act(turn, "report", name)
    files = promised(followed.plan.id, period, cutoff)
    return Reply((Paragraph(words.READY.format(period=name)), *files), _agency(turn))


ACTIONS: Mapping[str, ActionHandler] = {"exports.make": _chosen}
