"""What official papers say about the agency: as the office has set it, else as the plan's own head says it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields

from handlers.reporting.citing import subject
from handlers.wording import papers as words
from knowledge.model import Plan

PREFIX = "agency."
"""Stands before the names of these settings."""

_SYMBOL = re.compile(r"/\s*\w+-(\S+)\s*$")


@dataclass(frozen=True, slots=True)
class Agency:
    """The agency on paper. `superior`: cơ quan chủ quản; `issuer`: cơ quan ban hành; `symbol`: what stands after the
    kind in a number ("SGDĐT"); `place`: địa danh; `addressee`: whom the report is sent to; `subject`: what it is a
    report on; `title`: of the signer, lines apart by " / "; `signer`: their name; `recipients`: apart by "; "."""

    superior: str
    issuer: str
    symbol: str
    place: str
    addressee: str
    subject: str
    title: str
    signer: str
    recipients: str

    @property
    def title_lines(self) -> tuple[str, ...]:
        """ "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"."""
        return tuple(line.strip() for line in self.title.split("/") if line.strip())

    @property
    def recipient_lines(self) -> tuple[str, ...]:
        """Each recipient."""
        return tuple(line.strip(" .-") for line in self.recipients.split(";") if line.strip(" .-"))


NAMES = tuple(field.name for field in fields(Agency))


def agency(plan: Plan, kept: Mapping[str, str]) -> Agency:
    """The agency by what the office has `kept` (settings by key), and where it has not, by the plan."""
    given = {name: json.loads(kept[PREFIX + name]) for name in NAMES if PREFIX + name in kept}
    return Agency(**{**_by_plan(plan), **given})


def _by_plan(plan: Plan) -> dict[str, str]:
    superior = plan.governing_body
    symbol = _SYMBOL.search(plan.number_printed or plan.number or "")
    place = plan.issued_printed.partition(",")[0].strip()
    title, signer = _signer(plan.signer)
    to = re.sub(r"^UBND\b", words.PEOPLES_COMMITTEE, superior)
    return {
        "superior": superior,
        "issuer": _without_place(plan.issuer, superior),
        "symbol": symbol[1] if symbol else words.NOT_KNOWN,
        "place": place if place and not place.lower().startswith(words.DAY) else words.NOT_KNOWN,
        "addressee": to,
        "subject": subject(plan),
        "title": title,
        "signer": signer,
        "recipients": "; ".join([*([words.AS_ABOVE] if to else []), words.KEPT]),
    }


def _without_place(issuer: str, superior: str) -> str:
    """The issuer's name without the place that stands in the line above it already: "Sở Tài chính tỉnh A" under "UBND
    tỉnh A" is "Sở Tài chính"."""
    own, above = issuer.split(), superior.split()
    shared = 0
    while shared < min(len(own), len(above)) and own[-1 - shared] == above[-1 - shared]:
        shared += 1
    return " ".join(own[: len(own) - shared]) if 1 < shared < len(own) else issuer


def _signer(printed: str) -> tuple[str, str]:
    """Title and name of who signed the plan: "KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC Nguyễn Văn Long"."""
    titles, name = printed.split(), list[str]()
    while titles and (titles[-1] != titles[-1].upper() or len(titles[-1]) == 1):
        name.insert(0, titles.pop())
    if not titles:
        return words.HEAD_TITLE, printed.strip() or words.NOT_KNOWN
    lines = [line.strip() for line in " ".join(titles).split(",") if line.strip()]
    return " / ".join(lines), " ".join(name) or words.NOT_KNOWN
