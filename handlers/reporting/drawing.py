"""Charts as PNG pictures for a phone: 360 points wide, three pixels a point. Colours are those of Okabe and Ito, which
the colour-blind can tell apart, and each is repeated by a letter. Called in a thread; imports its library when first
drawing, which takes a second."""

from __future__ import annotations

import io
import textwrap
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from handlers.wording import pictures as words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

GREEN, ORANGE, BLUE, RED = "#009E73", "#E69F00", "#56B4E9", "#D55E00"
GREY, PALE, BLACK = "#BBBBBB", "#F2F2F2", "#222222"

_WIDTH = 3.6
_DPI = 300
_SMALL, _BODY, _TITLE = 7.5, 8.5, 10.0
_LABEL_AT_MOST = 20
_ROOM = 0.11
"""Share of the longest bar that a letter with its count needs."""
_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of thing in a chart: its colour, its letter, what it means."""

    colour: str
    letter: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a bar chart: counts in the order of the kinds."""

    label: str
    counts: tuple[int, ...]
    remark: str = ""


def bars(title: str, kinds: Sequence[Kind], rows: Sequence[Bar]) -> bytes:
    """Rows of stacked bars, each part with its letter and count; above it its label, its sum and the remark."""
    with _lock:
        figure, axes = _figure(title, 0.15 + 0.5 * max(len(rows), 1), kinds)
        longest = max((sum(row.counts) for row in rows), default=0) or 1
        for place, row in enumerate(rows):
            left = 0
            above = _above(kinds, row, longest)
            label = _short(row.label, max(12, 46 - len(above)))
            axes.text(0, place - 0.34, label, fontsize=_BODY, ha="left", va="bottom", color=BLACK)
            axes.text(longest, place - 0.34, above, fontsize=_SMALL, ha="right", va="bottom", color=BLACK)
            for kind, count in zip(kinds, row.counts, strict=True):
                if count:
                    axes.barh(place, count, left=left, height=0.5, color=kind.colour, edgecolor="white", linewidth=0.6)
                    if count / longest > _ROOM:
                        text = f"{kind.letter}{count}"
                        axes.text(left + count / 2, place, text, fontsize=_SMALL, ha="center", va="center", color=BLACK)
                left += count
        axes.set_xlim(0, longest)
        axes.set_ylim(len(rows) - 0.4, -0.85)
        axes.axis("off")
        return _png(figure)


def _above(kinds: Sequence[Kind], row: Bar, longest: int) -> str:
    """What stands above a bar: the sum, its parts where one is too narrow for its letter, and the remark."""
    narrow = any(0 < count / longest <= _ROOM for count in row.counts)
    parts = " ".join(f"{kind.letter}{count}" for kind, count in zip(kinds, row.counts, strict=True) if count)
    told = f"{sum(row.counts)} ({parts})" if narrow else str(sum(row.counts))
    return f"{told}  {row.remark}".rstrip()


def grid(title: str, kinds: Sequence[Kind], columns: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]]) -> bytes:
    """A table of coloured cells with letters: `rows` have a kind's number for each column."""
    with _lock:
        figure, axes = _figure(title, 0.3 + 0.3 * max(len(rows), 1), kinds, left=0.38, top=0.2)
        for place, (_, cells) in enumerate(rows):
            for column, number in enumerate(cells):
                kind = kinds[number]
                axes.add_patch(_cell(column, place, kind.colour))
                axes.text(column + 0.5, place + 0.5, kind.letter, fontsize=_BODY, ha="center", va="center", color=BLACK)
        axes.set_xlim(0, len(columns))
        axes.set_ylim(max(len(rows), 1), 0)
        axes.set_xticks([n + 0.5 for n in range(len(columns))], columns, fontsize=_SMALL)
        labels = [_short(label, _LABEL_AT_MOST) for label, _ in rows]
        axes.set_yticks([n + 0.5 for n in range(len(rows))], labels, fontsize=_SMALL)
        _bare(axes)
        axes.xaxis.tick_top()
        return _png(figure)


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a timeline: counts in the order of the kinds."""

    name: str
    counts: tuple[int, ...]


def timeline(title: str, kinds: Sequence[Kind], months: Sequence[Month], now: int | None) -> bytes:
    """A row a month, a square for each deadline; `now`: the row of the present month."""
    with _lock:
        figure, axes = _figure(title, 0.1 + 0.27 * len(months), kinds, left=0.15)
        widest = 18
        for place, month in enumerate(months):
            column = 0
            total = sum(month.counts)
            for kind, count in zip(kinds, month.counts, strict=True):
                for _ in range(count):
                    if column < widest:
                        axes.add_patch(_cell(column, place, kind.colour))
                        axes.text(
                            column + 0.5, place + 0.5, kind.letter, fontsize=6, ha="center", va="center", color=BLACK
                        )
                    column += 1
            if total:
                axes.text(min(column, widest) + 0.3, place + 0.5, str(total), fontsize=_SMALL, va="center", color=BLACK)
        if now is not None:
            axes.axhspan(now, now + 1, color="#FFF3C4", zorder=0)
        axes.set_xlim(0, widest + 2)
        axes.set_ylim(len(months), 0)
        axes.set_xticks([])
        axes.set_yticks([n + 0.5 for n in range(len(months))], [m.name for m in months], fontsize=_BODY)
        _bare(axes)
        return _png(figure)


@dataclass(frozen=True, slots=True)
class Way:
    """A target's path: `asked` by year (its end is the goal), `measured` by day, in `unit`."""

    asked: tuple[tuple[date, float], ...]
    measured: tuple[tuple[date, float], ...]
    unit: str
    today: date


def way(title: str, path: Way) -> bytes:
    """The path asked for as a dashed line with its levels, what was measured as a full one."""
    with _lock:
        figure, axes = _figure(title, 2.7, left=0.13, bottom=0.25)
        if path.asked:
            axes.plot(*_line(path.asked), "--s", color=ORANGE, markersize=4, linewidth=1.2, label=words.ASKED)
            for day, level in path.asked:
                axes.annotate(
                    _number(level), (_at(day), level), (0, 5), textcoords="offset points", fontsize=7, ha="center"
                )
        if path.measured:
            axes.plot(*_line(path.measured), "-o", color="#0072B2", markersize=5, linewidth=1.8, label=words.MEASURED)
            for day, level in path.measured[-6:]:
                axes.annotate(
                    _number(level),
                    (_at(day), level),
                    (0, -11),
                    textcoords="offset points",
                    fontsize=8,
                    ha="center",
                    fontweight="bold",
                    color="#0072B2",
                )
        axes.axvline(_at(path.today), color=GREY, linewidth=0.8)
        axes.margins(0.1, 0.25)
        axes.tick_params(labelsize=_SMALL)
        years = sorted({day.year for day, _ in (*path.asked, *path.measured)})
        axes.set_xticks([_at(date(year, 12, 31)) for year in years], [str(year) for year in years])
        axes.set_ylabel(path.unit, fontsize=_SMALL)
        axes.legend(fontsize=_SMALL, loc="upper left", frameon=False)
        axes.grid(axis="y", color="#E5E5E5", linewidth=0.6)
        axes.spines[["top", "right"]].set_visible(False)
        return _png(figure)


def _at(day: date) -> float:
    """A day on the axis of time."""
    return float(day.toordinal())


def _line(points: Sequence[tuple[date, float]]) -> tuple[list[float], list[float]]:
    return [_at(day) for day, _ in points], [level for _, level in points]


# ---- parts ----------------------------------------------------------------------------------------------------------


def _figure(
    title: str,
    height: float,
    legend: Sequence[Kind] = (),
    *,
    left: float = 0.03,
    top: float = 0.0,
    bottom: float = 0.05,
) -> tuple[Figure, Axes]:
    """A figure with its title and legend above the drawing, which is `height` inches high; `left`: share of the width
    kept for labels, `top` and `bottom`: inches kept for them."""
    from matplotlib.figure import Figure

    lines = textwrap.wrap(title, 40) or [""]
    rows = _legend_rows(legend)
    head = 0.2 + 0.17 * len(lines) + 0.17 * len(rows) + top
    whole = head + height + bottom
    figure = Figure(figsize=(_WIDTH, whole), dpi=_DPI, facecolor="white")
    figure.text(0.03, 1 - 0.08 / whole, "\n".join(lines), fontsize=_TITLE, fontweight="bold", va="top", color=BLACK)
    for number, row in enumerate(rows):
        at = 0.03
        for kind in row:
            y = 1 - (0.16 + 0.17 * len(lines) + 0.17 * number) / whole
            box = {"facecolor": kind.colour, "edgecolor": "none", "pad": 1.2}
            figure.text(at + 0.006, y, kind.letter, fontsize=_SMALL, va="top", color=BLACK, bbox=box)
            figure.text(at + 0.045, y, kind.meaning, fontsize=_SMALL, va="top", color=BLACK)
            at += _legend_width(kind)
    axes = figure.add_axes((left, bottom / whole, 0.97 - left, height / whole))
    return figure, axes


def _legend_width(kind: Kind) -> float:
    return 0.075 + 0.0185 * len(kind.meaning)


def _legend_rows(kinds: Sequence[Kind]) -> list[list[Kind]]:
    rows: list[list[Kind]] = []
    for kind in kinds:
        if not rows or sum(map(_legend_width, [*rows[-1], kind])) > 0.97:
            rows.append([])
        rows[-1].append(kind)
    return rows


def _cell(column: int, row: int, colour: str) -> Any:
    from matplotlib.patches import Rectangle

    return Rectangle((column + 0.04, row + 0.06), 0.92, 0.88, facecolor=colour, edgecolor="none")


def _bare(axes: Axes) -> None:
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _png(figure: Figure) -> bytes:
    """The picture; the same drawing gives the same bytes."""
    written = io.BytesIO()
    figure.savefig(written, format="png", dpi=_DPI, metadata={"Software": None})
    return written.getvalue()
