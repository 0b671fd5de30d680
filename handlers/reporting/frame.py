"""The parts that every official paper of the agency has: head, title, recipients and signature, annexes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from handlers.reporting.agency import Agency
from handlers.reporting.paper import centred, columns, paragraph, quoted, rule, text_width, width_of
from handlers.wording import papers as words

_LEFT, _RIGHT = 65.0, 95.0
"""Millimetres of the two columns of a head."""
_HEAD = 13.0
_MOTTO = 57.0
"""Millimetres of the motto at 14 points: the line below it is as long."""
_SIGNATURE_LINES = 4


def head(agency: Agency, number: str, day: date, about: str = "") -> str:
    """Agency and nation side by side, then number, place and day (the day itself and the number are left to the
    registry). `about`: the subject, below the number of a letter."""
    issuer = agency.issuer.upper()
    left = [centred(quoted(agency.superior.upper()), size=_HEAD)] if agency.superior else []
    left += [centred(quoted(issuer), size=_HEAD, style="bold"), rule(min(width_of(issuer, _HEAD), _LEFT) * 0.42, _LEFT)]
    left.append(centred(number, size=_HEAD, after=2))
    left += [centred(quoted(about), size=12)] if about else []
    month, year = words.month_in_words(day), str(day.year)
    right = [
        centred(words.NATION, size=12, style="bold"),
        centred(words.MOTTO, size=14, style="bold"),
        rule(_MOTTO, _RIGHT),
        centred(words.PLACE_AND_DAY.format(place=agency.place, month=month, year=year), size=_HEAD, style="italic"),
    ]
    return columns((_LEFT, _RIGHT), (left, right))


def number_of(agency: Agency, kind: str) -> str:
    """A number that the registry fills in: "Số:        /BC-SGDĐT"."""
    return words.NUMBER.format(kind=kind, symbol=agency.symbol)


def titled(kind: str, about: str) -> list[str]:
    """The kind of paper and its subject, with the line below."""
    width = text_width()
    longest = min(width_of(about, 14), width)
    return [
        paragraph("", after=0),
        centred(kind, style="bold"),
        centred(about, style="bold"),
        rule(longest * 0.4, width),
        paragraph("", size=6, after=0),
    ]


def dear(addressees: str) -> list[str]:
    """ "Kính gửi: …" (several, apart by ";", a line each); nothing without an addressee."""
    names = [quoted(name.strip(" .")) for name in addressees.split(";") if name.strip(" .")]
    if len(names) < 2:
        return [centred(words.DEAR.format(to=name), after=10) for name in names]
    lines = [words.RECIPIENT.format(name=name) for name in names[:-1]] + [words.LAST_RECIPIENT.format(name=names[-1])]
    told = [paragraph(words.DEAR_SEVERAL, indent=35, first_line=0, after=2)]
    return [*told, *(paragraph(line, indent=45, first_line=0, after=2) for line in lines)]


def signed(agency: Agency, recipients: Sequence[str]) -> str:
    """Recipients on the left, the signer's title, room for the signature, and name on the right."""
    shapes = [words.RECIPIENT] * (len(recipients) - 1) + [words.LAST_RECIPIENT]
    left = [paragraph(words.RECIPIENTS, size=12, align="left", first_line=0, after=0, style="bold italic")]
    left += [
        paragraph(shape.format(name=quoted(name)), size=11, align="left", first_line=0, after=0)
        for shape, name in zip(shapes, recipients, strict=True)
    ]
    return columns((_LEFT, _RIGHT), (left, signature(agency.title_lines, agency.signer)))


def signature(titles: Sequence[str], name: str) -> list[str]:
    """Titles, room for the signature, and the name."""
    told = [centred(title.upper(), style="bold") for title in titles]
    told += [paragraph("", first_line=0, after=0)] * _SIGNATURE_LINES
    return [*told, centred(name, style="bold")]


def annex_title(number: str, title: str, of: str) -> list[str]:
    """ "Phụ lục I", its title, and what it belongs to."""
    return [
        centred(words.ANNEX.format(number=number).strip(), style="bold"),
        centred(title.upper(), style="bold"),
        centred(of, style="italic", after=8),
    ]


def section(title: str) -> str:
    """ "I. KẾT QUẢ THỰC HIỆN"."""
    return paragraph(title.upper(), style="bold", keep_next=True, before=6)


def subsection(title: str) -> str:
    """ "1. Cải cách thể chế"."""
    return paragraph(title, style="bold", keep_next=True)
