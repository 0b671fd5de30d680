"""How official papers name a plan: in full where it is cited first, and by its subject in titles."""

from __future__ import annotations

import re

from handlers.reporting.paper import quoted
from handlers.wording import papers as words
from knowledge.lexicon.reporting import NOT_LOWERED, PLAN_KINDS, SUBJECT_ENDS, TITLE_LINE
from knowledge.model import Plan


def cited(plan: Plan) -> str:
    """The plan as an official text names it the first time: kind, number, day, issuer, title; blanks stay gaps. A plan
    that a decision or resolution puts into force bears that paper's number: it is cited as what that paper issues."""
    title = _without_owner(_in_line(plan.title), plan.issuer)
    own = _kind(title)
    number = plan.number or "…" + plan.number_printed.partition(":")[2].strip()
    kind = next((k for s, k in words.KIND_OF_NUMBER.items() if re.search(rf"[/-]\s*{s}\b", number)), own)
    if own and not own.lower().startswith(kind.lower()):
        about = words.ISSUING + title
    else:
        kind = own or kind or words.PLAN_KIND
        about = title[len(own) :].strip()
        about = about if about.lower().startswith(words.LINKED) else words.ABOUT + about
    issued = words.long_day(plan.issued) if plan.issued else _blank_day(plan.issued_printed)
    return words.NUMBER_OF_PLAN.format(
        kind=kind, number=number, issued=issued, issuer=quoted(plan.issuer), title=quoted(about)
    )


def subject(plan: Plan) -> str:
    """What the plan is about, short enough for a title: without when, where and by whom."""
    title = _without_owner(_in_line(plan.title), plan.issuer)
    short = SUBJECT_ENDS.split(title, maxsplit=1)[0].strip()
    return title if short == _kind(title) else short


def _kind(title: str) -> str:
    """The kind of paper that a title begins with, as it stands there; "" for none that is known."""
    return next((title[: len(kind)] for kind in PLAN_KINDS if title.lower().startswith(kind)), "")


def _in_line(title: str) -> str:
    """A title that was printed in lines, as it stands in a sentence: "Kế hoạch hành động thực hiện …"."""
    kind = _kind(title)
    rest = title[len(kind) :].strip()
    first, _, others = rest.partition(" ")
    named = first.isupper() or others[:1].isupper() or f"{first} {others}".lower().startswith(NOT_LOWERED)
    if kind and not named:
        rest = rest[:1].lower() + rest[1:]
    return TITLE_LINE.sub(lambda match: match[0].lower(), f"{kind} {rest}".strip())


def _without_owner(title: str, issuer: str) -> str:
    """The title without whose it is, where that is who issued it."""
    title = title.replace(f"{words.OF}{issuer} ", " ", 1) if issuer else title
    before, of, owner = title.rpartition(words.OF)
    return before if of and issuer.startswith(owner) else title


def _blank_day(printed: str) -> str:
    """The printed day with its blanks marked: "ngày … tháng 12 năm 2021"."""
    day = printed.rpartition(",")[2].strip()
    for blank, filled in words.BLANKS:
        day = day.replace(blank, filled)
    return day or words.UNKNOWN_DAY
