"""Reads a plan file from disk: the one place that joins a path to knowledge.importing."""

from __future__ import annotations

from pathlib import Path

from bot.plan_worker import STRUCTURED
from knowledge.importing.problems import Problem, errors
from knowledge.importing.yaml_plan import read_plan
from knowledge.importing.yaml_tree import MAX_BYTES
from knowledge.model import Plan


class PlanFileError(Exception):
    """A plan file that cannot be used; `problems` says why, errors and warnings, in the order of the file."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        super().__init__(f"{path}: {len(errors(problems))} problem(s)")
        self.path = path
        self.problems = problems


def read_plan_file(path: Path, *, doubting: bool = False, warned: bool = True) -> tuple[Plan | None, list[Problem]]:
    """The plan at `path` (YAML or JSON) and every problem found; the plan is None when it cannot be used. `doubting`
    and `warned` as in read_plan.

    A file that is missing, unreadable or far too large is a problem too: never raises.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return None, [Problem("no_file", data={"path": str(path)})]
    except OSError:
        return None, [Problem("unreadable_file", data={"path": str(path)})]
    return read_plan(data, doubting=doubting, warned=warned)


def read_any(path: Path, *, doubting: bool = False, warned: bool = True) -> tuple[Plan | None, list[Problem]]:
    """As `read_plan_file`, and any document that holds a plan too (.docx, .xlsx, .pdf, .md, .txt). The plan of a
    document may come with errors, so that people can see what was read."""
    if path.suffix.lower() in STRUCTURED:
        return read_plan_file(path, doubting=doubting, warned=warned)
    from bot.clock import clock_for
    from bot.plan_document import read_plan_document
    from bot.settings import Settings
    from knowledge.importing.reading import MAX_PDF

    try:
        with path.open("rb") as file:
            data = file.read(MAX_PDF + 1)
    except FileNotFoundError:
        return None, [Problem("no_file", data={"path": str(path)})]
    except OSError:
        return None, [Problem("unreadable_file", data={"path": str(path)})]
    return read_plan_document(data, clock_for(Settings().now)().year)


def load_plan(path: Path) -> Plan:
    """The plan at `path`, a plan file or any document that holds a plan. Raises PlanFileError when it cannot be used;
    warnings are left to `dondoc plan check`."""
    plan, problems = read_any(path, warned=False)
    if errors(problems):
        plan = None
    if plan is None:
        raise PlanFileError(path, problems)
    return plan
