"""Evidence: photos and files that speak for an update, sent with it or after it; shown to the unit and those above."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.flow import stop_waiting, wait_for
from handlers.messages import Action, Block, Choice, Document, Heading, Items, Note, Paragraph, Picture, Reply, say
from handlers.outside import ReceivedFile
from handlers.rights import Right, right_of, stands_for
from handlers.turn import ActionHandler, FileHandler, FlowHandler, Turn
from handlers.wording import common
from handlers.wording import evidence as words
from handlers.wording import tasks as task_words
from knowledge.filetypes import PICTURES, kind_of
from knowledge.lexicon.papers import document_in
from storage.records import MAX_FILE, EntryKind, Evidence, ProgressEntry, Role

AT_MOST = 10
"""Files for one entry."""
LIMIT = MAX_FILE // 1024**2


def attach_choice(entry: ProgressEntry) -> Choice:
    """The choice that asks for files for an entry."""
    return Choice(words.ATTACH, Action("evidence.ask", {"entry": str(entry.id)}), row=1)


def show_choice(place: Mapping[str, str], count: int) -> Choice:
    """The choice that shows what stands for an occurrence."""
    return Choice(words.SHOW.format(count=count), Action("evidence.show", dict(place)), row=3)


@dataclass(frozen=True, slots=True)
class Received:
    """A file that came with an update: kept already, not yet evidence; or why it cannot be. Nothing of either when no
    file came."""

    sha256: str = ""
    name: str = ""
    fault: str = ""

    @property
    def kept(self) -> dict[str, str]:
        """As arguments of a choice, for when a question comes before the update is written."""
        return {"file": self.sha256, "file_name": self.name} if self.sha256 else {}


async def received(turn: Turn, kept: Mapping[str, str]) -> Received:
    """The file of this message, or the one that a choice brought along (`kept`). To be asked before anything is
    changed (handlers.outside)."""
    if "file" in kept:
        return Received(kept["file"], kept["file_name"])
    file = await turn.file()
    return await _taken_in(turn, file) if file else Received()


async def _taken_in(turn: Turn, file: ReceivedFile) -> Received:
    kind = kind_of(file.content)
    name = _safe(file.name, kind)
    if kind is None:
        return Received(fault=words.NOT_A_KIND.format(name=name))
    if turn.is_classified(file):
        return Received(fault=words.SECRET.format(name=name))
    stored = await turn.uow.files.put(file.content, name, file.media_type, turn.now, turn.who.id)
    return Received(stored.sha256, name)


async def put_to(turn: Turn, entries: Sequence[ProgressEntry], file: Received) -> list[Block]:
    """Makes the file evidence of these entries; what is said about it."""
    if file.fault:
        return [Note(file.fault)]
    return [Note(await _put(turn, entry, file)) for entry in entries] if file.sha256 else []


async def _put(turn: Turn, entry: ProgressEntry, file: Received) -> str:
    """Makes the file evidence of the entry and says so, or says why not."""
    before = (await turn.uow.evidence.counts([entry.id])).get(entry.id, 0)
    if before >= AT_MOST:
        return words.TOO_MANY.format(code=entry.task, count=AT_MOST)
    await turn.uow.evidence.add(entry.id, file.sha256, file.name, turn.who.id, turn.now)
    after = (await turn.uow.evidence.counts([entry.id])).get(entry.id, 0)
    said = words.ATTACHED if after > before else words.ATTACHED_ALREADY
    return said.format(name=file.name, code=entry.task, count=after)


def _safe(name: str, kind: str | None) -> str:
    """The sender's name for the file, fit to be shown and sent on: no path, no control signs, the extension that the
    content has."""
    base = re.sub(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]", "", re.split(r"[\\/]", name)[-1]).strip(" .")
    stem = base.rsplit(".", 1)[0] if "." in base else base
    if kind is None:
        return common.shorten(base, 60) or words.PHOTO
    return f"{common.shorten(stem, 60) or words.PHOTO}.{kind}"


# ---- after the update -----------------------------------------------------------------------------------------------


async def _entry(turn: Turn, number: str) -> ProgressEntry | Reply:
    """The entry that files may be put to by this person now; or why not."""
    entry, followed = await turn.uow.progress.get(int(number)), await turn.plan()
    task = followed.plan.task(entry.task) if followed and entry else None
    if entry is None or followed is None or task is None or entry.undone or entry.kind is EntryKind.UNDO:
        return say(words.GONE)
    if right_of(turn.who, task, followed.plan) is not Right.RECORD and entry.member_id != turn.who.id:
        return say(words.NOT_ALLOWED.format(code=task.code))
    return entry


async def _ask(turn: Turn, arguments: dict[str, str]) -> Reply:
    entry = await _entry(turn, arguments["entry"])
    if isinstance(entry, Reply):
        return entry
    await wait_for(turn, "evidence.file", {"entry": arguments["entry"]})
    asked = words.ASK.format(code=entry.task, limit=LIMIT, done=words.DONE)
    return say(asked, choices=(Choice(words.DONE, Action("evidence.done", {"entry": arguments["entry"]})),))


async def _file(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """A file that was asked for; more may follow."""
    if typed.startswith("/"):
        return None  # a command that brings a file of its own
    file = await turn.file()
    if file is None:
        return None
    entry = await _entry(turn, data["entry"])
    if isinstance(entry, Reply):
        await stop_waiting(turn)
        return entry
    taken = await _taken_in(turn, file)
    said = taken.fault or await _put(turn, entry, taken)
    await wait_for(turn, "evidence.file", data)
    return say(said, choices=(Choice(words.DONE, Action("evidence.done", data)),))


async def _waiting(turn: Turn, data: dict[str, str], typed: str) -> Reply | None:
    """Text is never a file: it is a new message."""
    return None


async def _done(turn: Turn, arguments: dict[str, str]) -> Reply:
    await stop_waiting(turn)
    entry = await _entry(turn, arguments["entry"])
    if isinstance(entry, Reply):
        return entry
    return await _show(turn, {"code": entry.task, "period": entry.period})


# ---- looking at it --------------------------------------------------------------------------------------------------


async def visible(turn: Turn, code: str) -> bool:
    """The lead unit sees its evidence, and so do the office and the director."""
    followed = await turn.plan()
    task = followed.plan.task(code) if followed else None
    if followed is None or task is None:
        return False
    above = turn.who.role in (Role.OFFICE, Role.DIRECTOR)
    return above or stands_for(turn.who, task.lead, followed.plan)


async def _show(turn: Turn, arguments: dict[str, str]) -> Reply:
    """What stands for an occurrence, with the papers that its notes name; each file comes by a choice."""
    code, followed = arguments["code"], await turn.plan()
    if followed is None or not await visible(turn, code):
        return say(words.NOT_YOURS)
    found = await turn.uow.evidence.of_occurrence(followed.plan.id, code, arguments["period"])
    log = await turn.uow.progress.history(followed.plan.id, code)
    standing = [e for e in log if e.period == arguments["period"] and not e.undone]
    papers = dict.fromkeys(paper for e in standing if (paper := document_in(e.note)[0]))
    blocks: list[Block] = [Heading(words.HEADING.format(code=code, count=len(found)))]
    if found:
        blocks.append(Items(tuple(_line(turn, one) for one in found), numbered=True))
    else:
        blocks = [Paragraph(words.NONE.format(code=code))]
    blocks += [Note(words.PAPER.format(paper="; ".join(papers)))] if papers else []
    opening = tuple(
        Choice(
            words.OPEN.format(number=n, name=common.shorten(one.name, 40)), Action("evidence.open", {"id": str(one.id)})
        )
        for n, one in enumerate(found, 1)
    )
    back = Choice(task_words.CARD, Action("tasks.open", arguments))
    return Reply(tuple(blocks), (*opening, back))


def _line(turn: Turn, one: Evidence) -> str:
    at = common.moment(one.at, turn.zone)
    return words.LINE.format(name=one.name, size=words.size(one.size), who=one.member_name, at=at)


async def _open(turn: Turn, arguments: dict[str, str]) -> Reply:
    one = await turn.uow.evidence.get(int(arguments["id"]))
    entry = await turn.uow.progress.get(one.entry) if one else None
    if one is None or entry is None or not await visible(turn, entry.task):
        return say(words.NOT_YOURS)
    content = await turn.uow.files.content(one.sha256)
    if content is None:
        return say(words.GONE)
    kind = one.name.rsplit(".", 1)[-1]
    line = _line(turn, one)
    shown: Block = Document(one.name, content)
    if kind in PICTURES and turn.capabilities.images_out:
        shown = Picture(content, line)
    mine = one.member_id == turn.who.id or turn.who.role is Role.OFFICE
    remove = (Choice(words.REMOVE, Action("evidence.remove", arguments)),) if mine else ()
    return Reply((shown,), remove)


async def _remove(turn: Turn, arguments: dict[str, str]) -> Reply:
    """Takes a file away from what stands; by whoever sent it, or the office."""
    one = await turn.uow.evidence.get(int(arguments["id"]))
    entry = await turn.uow.progress.get(one.entry) if one else None
    if one is None or entry is None or not (one.member_id == turn.who.id or turn.who.role is Role.OFFICE):
        return say(words.GONE)
    await turn.uow.evidence.withdraw(one.id, turn.now)
    back = Action("evidence.restore", {"entry": str(entry.id), "sha256": one.sha256, "name": one.name})
    said = Paragraph(words.REMOVED.format(name=one.name, code=entry.task), strong=True)
    return Reply((said,), (Choice(common.UNDO, back),), replaces=True)


async def _restore(turn: Turn, arguments: dict[str, str]) -> Reply:
    entry = await _entry(turn, arguments["entry"])
    if isinstance(entry, Reply):
        return entry
    one = await turn.uow.evidence.add(entry.id, arguments["sha256"], arguments["name"], turn.who.id, turn.now)
    count = (await turn.uow.evidence.counts([entry.id])).get(entry.id, 0)
    said = words.ATTACHED.format(name=one.name, code=entry.task, count=count)
    return Reply((Paragraph(said, strong=True),), replaces=True)


ACTIONS: Mapping[str, ActionHandler] = {
    "evidence.ask": _ask,
    "evidence.done": _done,
    "evidence.show": _show,
    "evidence.open": _open,
    "evidence.remove": _remove,
    "evidence.restore": _restore,
}
FLOWS: Mapping[str, FlowHandler] = {"evidence.file": _waiting}
FILES: Mapping[str, FileHandler] = {"evidence.file": _file}
