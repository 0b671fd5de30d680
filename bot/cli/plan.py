"""Verbs of `dondoc plan`: check a plan file, look into it, write it out again; `plan import` alone writes to the
database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from knowledge.importing.problems import Problem
    from knowledge.model import Plan

plan_app = typer.Typer(no_args_is_help=True, help="Nhập, kiểm tra, xem và xuất kế hoạch.")

File = Annotated[Path | None, typer.Argument(help="Tệp kế hoạch (YAML hoặc JSON); bỏ trống là kế hoạch đang dùng.")]


def register(app: typer.Typer) -> None:
    """Adds the verbs of this module."""
    from bot.cli.plan_import import import_plan

    plan_app.command("import")(import_plan)
    app.add_typer(plan_app, name="plan")


@plan_app.command()
def check(
    file: File = None,
    corrections: Annotated[
        bool, typer.Option("--corrections", help="Kể từng chỗ đã sửa so với bản in và từng ghi chú, để đối chiếu.")
    ] = False,
) -> None:
    """Kiểm tra tệp kế hoạch: mọi lỗi kèm vị trí, rồi số lượng từng phần."""
    from bot.cli.plan_view import print_corrections, print_summary
    from handlers.wording import plan as words

    path, plan, problems = _read(file)
    _print_problems(problems)
    if plan is None or _count(problems, "error"):
        typer.echo("\n" + words.FAULTY.format(path=path, count=_count(problems, "error")))
        raise typer.Exit(1)
    print_summary(_console(), plan)
    if corrections:
        print_corrections(_console(), plan)
    warnings = _count(problems, "warning")
    form = words.USABLE_WITH_DOUBTS if warnings else words.USABLE
    typer.echo(form.format(path=path, count=warnings))


@plan_app.command()
def show(
    code: Annotated[str | None, typer.Argument(help="Mã: II.5, CT25.04, VI.4, VP, GP.3 …; trống: mục lục.")] = None,
    file: Annotated[Path | None, typer.Option("--file", help="Tệp kế hoạch khác kế hoạch đang dùng.")] = None,
) -> None:
    """Xem mục lục kế hoạch, hoặc một mục theo mã."""
    from bot.cli.plan_view import nearest_codes, print_outline, print_record
    from handlers.wording import plan as words

    plan = _load(file)
    if code is None:
        print_outline(_console(), plan)
    elif not print_record(_console(), plan, code):
        near = nearest_codes(plan, code)
        form = words.NO_CODE_BUT if near else words.NO_CODE
        typer.echo(form.format(code=code, near=", ".join(near)))
        raise typer.Exit(1)


@plan_app.command()
def export(
    format: Annotated[Literal["yaml", "json"], typer.Option("--format", help="yaml hoặc json.")] = "yaml",
    file: Annotated[Path | None, typer.Option("--file", help="Tệp kế hoạch khác kế hoạch đang dùng.")] = None,
) -> None:
    """In kế hoạch ra màn hình ở dạng tệp, để lưu hoặc chuyển đi."""
    from knowledge.importing.export import to_json, to_yaml

    plan = _load(file)
    typer.echo(to_yaml(plan) if format == "yaml" else to_json(plan), nl=False)


def _read(file: Path | None) -> tuple[Path, Plan | None, list[Problem]]:
    from bot.plan_file import read_any
    from bot.settings import Settings

    path = file if file is not None else Settings().plan
    return (path, *read_any(path, doubting=True))


def _load(file: Path | None) -> Plan:
    from handlers.wording import plan as words

    path, plan, problems = _read(file)
    if plan is None:
        _print_problems([problem for problem in problems if problem.severity == "error"])
        typer.echo("\n" + words.UNUSABLE.format(path=path))
        raise typer.Exit(1)
    return plan


def _print_problems(problems: list[Problem]) -> None:
    from handlers.wording.plan import listed

    for found in problems:
        typer.echo(listed(found))


def _count(problems: list[Problem], severity: str) -> int:
    return sum(problem.severity == severity for problem in problems)


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)
