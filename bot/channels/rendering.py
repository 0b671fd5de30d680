"""From a Reply to messages that fit a channel: blocks become lines, lines are packed into parts, never cut inside a
tag, an accent or (where it can be helped) a word. Pure: the same reply gives the same parts, whatever is repeated."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from bot.characters import Unit, one_line, pieces, safe, shortened, size, visible
from handlers.capabilities import Capabilities
from handlers.messages import (
    Block,
    Choice,
    Document,
    Fields,
    Heading,
    Items,
    Made,
    Note,
    Paragraph,
    Picture,
    Reply,
    Source,
    own_number,
)
from handlers.wording import rendering as words

__all__ = ["Button", "Part", "render", "safe"]

MAX_CAPTION = 1000
"""Characters of a picture's caption (Telegram takes 1024, the others no less)."""
_LABEL_AT_MOST = 200
"""Characters of a field's label: it must fit a message with something after it."""
_CLOSE = (Items, Fields)
"""Blocks that stand directly below what they belong to, without an empty line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: an optional bold `label` before it, and a style for the whole ("b", "i" or "")."""

    text: str
    style: str = ""
    label: str = ""

    @property
    def plain(self) -> str:
        """The line without markup."""
        return f"{self.label} {self.text}" if self.label else self.text

    @property
    def html(self) -> str:
        """The line as HTML that Telegram accepts: tags open and close within it."""
        text = _escaped(self.text)
        if self.style and self.text:
            text = f"<{self.style}>{text}</{self.style}>"
        return f"<b>{_escaped(self.label)}</b> {text}" if self.label else text

    @property
    def markdown(self) -> str:
        """The line in the Markdown that Zalo shows: **bold**, *italic*, backslashes before what is meant literally."""
        text = _literal(self.text)
        if self.style and self.text:
            mark = "**" if self.style == "b" else "*"
            text = f"{mark}{text}{mark}"
        return f"**{_literal(self.label)}** {text}" if self.label else text


@dataclass(frozen=True, slots=True)
class Button:
    """A choice as a button."""

    label: str
    token: str


@dataclass(frozen=True, slots=True)
class Part:
    """One message: text (in each markup), or a picture or document with its caption. Only the last part has buttons."""

    plain: str
    html: str
    media: Picture | Document | None = None
    buttons: tuple[tuple[Button, ...], ...] = ()
    markdown: str = ""


def render(reply: Reply, capabilities: Capabilities, *, repeat: bool = False, first_part: int = 0) -> list[Part]:
    """The parts of a reply, in order; at least one.

    `repeat`: an earlier try may have arrived, so the part that goes out first now, `first_part`, says so. How the
    reply is cut does not depend on it, so a part has the same number in every try.
    """
    shown = reply.choices[: capabilities.max_buttons] if capabilities.buttons else ()
    # Room for the mark is kept in every part, marked or not.
    mark = Line(capabilities.repeat_mark or words.REPEAT, "i")
    room = capabilities.max_text - size(mark.markdown, capabilities.text_unit) - 1
    packer = _Packer(capabilities.text_unit, room, capabilities.markup == "markdown")
    previous: Block | None = None
    for block in reply.blocks:
        media = _media(block, capabilities)
        if media is not None:
            packer.attach(media)
        else:
            packer.add(_lines(block), close=_stands_close(previous, block))
        previous = block
    packer.add(_menu(reply.choices, len(shown)), close=False)
    parts = packer.parts() or [_text_part([Line(words.CHOOSE if shown else words.NOTHING)])]
    parts[-1] = replace(parts[-1], buttons=_rows(shown, capabilities))
    if repeat and first_part < len(parts):
        parts[first_part] = _marked(parts[first_part], mark)
    return parts


def _escaped(text: str) -> str:
    return html.escape(text).replace("&#x27;", "'")


def _literal(text: str) -> str:
    return re.sub(r"([\\*_`{}]|^[#>-](?= ))", r"\\\1", text)


# ---- blocks as lines ------------------------------------------------------------------------------------------------


def _lines(block: Block) -> list[Line]:
    match block:
        case Heading(text=text):
            return _split(text, "b")
        case Paragraph(text=text, strong=strong):
            return _split(text, "b" if strong else "")
        case Note(text=text):
            return _split(text, "i")
        case Source(text=text):
            return _split(words.SOURCE.format(text=text), "i")
        case Items(items=items, numbered=numbered, start=start):
            return [
                Line(f"{start + n}. {one_line(item)}" if numbered else f"• {one_line(item)}")
                for n, item in enumerate(items)
            ]
        case Fields(pairs=pairs):
            return [Line(one_line(value), label=f"{_label(label)}:") for label, value in pairs]
        case Picture(alternative=text, url=url):
            return [*_split(words.PICTURE.format(text=text), "i"), *_address(url)]
        case Document(name=name, url=url):
            said = words.DOCUMENT if url else words.DOCUMENT_LEFT_OUT
            return [*_split(said.format(name=name), "i"), *_address(url)]
        case Made(title=title):
            return _split(words.NOT_MADE.format(title=title), "i")


def _split(text: str, style: str) -> list[Line]:
    return [Line(line.rstrip(), style) for line in safe(text).strip().split("\n")]


def _address(url: str) -> list[Line]:
    """On a line of its own, so that every app makes a link of it."""
    return [Line(url)] if url else []


def _label(text: str) -> str:
    return shortened(one_line(text), _LABEL_AT_MOST)


def _menu(choices: Sequence[Choice], first: int) -> list[Line]:
    """The choices that are no buttons, with the numbers that may be typed instead (counted from 1 over all); those that
    have the number of a line above, a line for each of these."""
    numbered: list[Line] = []
    by_line: dict[str, list[str]] = {}
    for n, choice in enumerate(choices[first:], first + 1):
        label = one_line(choice.label)
        if (own := own_number(label)) is not None:
            by_line.setdefault(own[0], []).append(own[1])
        else:
            numbered.append(Line(f"{n}. {label}"))
    lines = [Line(" · ".join(labels), label=f"{number}:") for number, labels in by_line.items()]
    if lines:
        example = f"{next(iter(by_line))} {next(iter(by_line.values()))[0].lower()}"
        lines.append(Line(words.LINE_HINT.format(example=example), "i"))
    if numbered:
        numbered.append(Line(words.MENU_HINT, "i"))
    return [*lines, *numbered]


def _media(block: Block, capabilities: Capabilities) -> Part | None:
    """The block as a message of its own, where the channel can carry it."""
    if isinstance(block, Picture) and (capabilities.images_out or block.url):
        caption = shortened(safe(block.caption or block.alternative).strip(), MAX_CAPTION)
        return Part(caption, _escaped(caption), block)
    if isinstance(block, Document) and capabilities.files_out and not block.url:
        return Part("", "", block)
    return None


def _stands_close(previous: Block | None, block: Block) -> bool:
    """Whether no empty line goes between two blocks."""
    alike = isinstance(block, Note | Source) and type(block) is type(previous)
    return alike or isinstance(block, _CLOSE) or isinstance(previous, Heading)


# ---- lines as parts -------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Packer:
    """Fills messages up to `limit`, cutting between blocks, else between lines, else inside a line."""

    unit: Unit
    limit: int
    marked_up: bool
    done: list[Part] = field(default_factory=list)
    page: list[Line] = field(default_factory=list)
    used: int = 0

    def add(self, lines: Sequence[Line], *, close: bool) -> None:
        """Puts a block's lines behind what is there, after an empty line unless `close`."""
        if not any(visible(line.plain) for line in lines):
            return
        gap = [] if close or not self.page else [Line("")]
        if self._fits([*gap, *lines]):
            self._put([*gap, *lines])
        elif self._length(lines) <= self.limit:
            carried = self._take_heading(lines)
            self._turn()
            self._put([*carried, *lines])
        else:
            self._put_cut(gap, lines)

    def attach(self, part: Part) -> None:
        """Puts a message of its own kind behind what is there."""
        self._turn()
        self.done.append(part)

    def parts(self) -> list[Part]:
        """Everything so far."""
        self._turn()
        return self.done

    def _put_cut(self, gap: Sequence[Line], lines: Sequence[Line]) -> None:
        """A block that no message can hold whole: line by line, long lines in pieces."""
        if self._fits(gap):
            self._put(gap)
        for line in (piece for whole in lines for piece in self._pieces(whole)):
            if not self._fits([line]):
                self._turn()
            self._put([line])

    def _pieces(self, line: Line) -> Iterator[Line]:
        labelled = size(f"{line.label} ", self.unit) if line.label else 0
        # With backslashes a text may grow to twice its length.
        limit = self.limit // 2 - len("****") if self.marked_up else self.limit
        first, *rest = pieces(line.text, limit - labelled, limit, self.unit)
        yield replace(line, text=first)
        for text in rest:
            yield Line(text, line.style)

    def _take_heading(self, lines: Sequence[Line]) -> list[Line]:
        """The heading at the foot of the page, which belongs above what comes next; none when it is all there is."""
        at = len(self.page)
        while at > 0 and self.page[at - 1].style == "b" and not self.page[at - 1].label:
            at -= 1
        carried = self.page[at:]
        if at == 0 or not carried or self._length([*carried, *lines]) > self.limit:
            return []
        del self.page[at:]
        return carried

    def _fits(self, lines: Sequence[Line]) -> bool:
        return self.used + (1 if self.page else 0) + self._length(lines) <= self.limit

    def _put(self, lines: Sequence[Line]) -> None:
        self.used += (1 if self.page and lines else 0) + self._length(lines)
        self.page.extend(lines)

    def _turn(self) -> None:
        if any(visible(line.plain) for line in self.page):
            self.done.append(_text_part(self.page))
        self.page, self.used = [], 0

    def _length(self, lines: Sequence[Line]) -> int:
        return sum(self._size(line) for line in lines) + max(len(lines) - 1, 0)

    def _size(self, line: Line) -> int:
        """HTML's tags do not count towards what a service takes; whether Markdown's do is not said, so they do."""
        return size(line.markdown if self.marked_up else line.plain, self.unit)


def _text_part(lines: Sequence[Line]) -> Part:
    plain, marked_up, markdown = (
        "\n".join(shown).strip()
        for shown in ([line.plain for line in lines], [line.html for line in lines], [line.markdown for line in lines])
    )
    return Part(plain, marked_up, markdown=markdown)


def _marked(part: Part, mark: Line) -> Part:
    """The part, saying that it may have come before."""
    return replace(
        part,
        plain=f"{mark.plain}\n{part.plain}".strip(),
        html=f"{mark.html}\n{part.html}".strip(),
        markdown=f"{mark.markdown}\n{part.markdown}".strip(),
    )


# ---- choices as buttons ---------------------------------------------------------------------------------------------


def _rows(choices: Sequence[Choice], capabilities: Capabilities) -> tuple[tuple[Button, ...], ...]:
    """The choices as rows of buttons: those that share a row number stand side by side, as far as there is room."""
    groups: list[tuple[int | None, list[Button]]] = []
    for choice in choices:
        label = shortened(one_line(choice.label), capabilities.max_label)
        button = Button(label if visible(label) else words.NOTHING, choice.token)
        if groups and choice.row is not None and groups[-1][0] == choice.row:
            groups[-1][1].append(button)
        else:
            groups.append((choice.row, [button]))
    return tuple(tuple(row) for _, group in groups for row in _side_by_side(group, capabilities))


def _side_by_side(buttons: Sequence[Button], capabilities: Capabilities) -> Iterator[Sequence[Button]]:
    """One row when every label can be read in it, else as few rows as it takes, of equal length."""
    widest = max(len(button.label) for button in buttons)
    across = max(1, min(len(buttons), capabilities.max_in_row, capabilities.row_width // max(widest, 1)))
    rows = -(-len(buttons) // across)
    each = -(-len(buttons) // rows)
    return (buttons[at : at + each] for at in range(0, len(buttons), each))
