"""Plans that nobody tuned on: rows of an annex (one JSON object a line, checked by hand) made into a plan file.

`python -m benchmarks.other_plans ROWS.jsonl --out PLAN.json [--title …]`. A row has code, title, lead, coop, product,
deadline and either `section` ("II. Hoàn thiện …") or `group_code` and `group_title`. The rows are not ours to publish:
they are given by path.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.questions.noise import fold
from knowledge.importing.yaml_plan import read_plan
from knowledge.model import Plan

HEADS: dict[str, dict[str, Any]] = {
    "01-hanoi-100-ngay-cds.rows": {
        "title": "Kế hoạch cao điểm 100 ngày chuyển đổi số của thành phố Hà Nội",
        "issuer": "UBND thành phố Hà Nội",
        "year": 2026,
        "period_ends": 2026,
    },
    "04-qd844-bhyt.rows": {
        "title": "Kế hoạch thực hiện chính sách bảo hiểm y tế",
        "issuer": "Thủ tướng Chính phủ",
        "year": 2026,
        "period_ends": 2030,
    },
}
GENERIC = ("các ", "cơ quan", "đơn vị", "tổ chức", "cơ sở", "sở,", "ngành ")
"""How the tail of a cell begins that names nobody: "…, cơ quan, tổ chức có liên quan" is one collective."""


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of an annex."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def units_in(cell: str) -> list[str]:
    """The names in a cell of units, in order, each once; "UBND các xã, phường" and "Các Sở, ban, ngành" are one."""
    named: list[str] = []
    for piece in re.split(r"(?<=[;,])\s+|(?<=/)(?=các )", unicodedata.normalize("NFC", cell).strip(" .")):
        ended = not named or named[-1].endswith(("/", ";"))
        names_one = bool(named) and not fold(named[-1]).startswith(("cac ", "co quan", "don vi", "bo,", "so,", "co so"))
        if ended or piece[:1].isupper() or (names_one and piece.startswith(GENERIC)):
            named.append(piece)
        else:
            named[-1] += f" {piece}"
    stripped = (name.strip(" .,;/").removeprefix("Đề nghị phối hợp với ") for name in named)
    return list(dict.fromkeys(name[:1].upper() + name[1:] for name in stripped if name))


def unit_codes(names: Iterable[str]) -> dict[str, str]:
    """A code for each name: its initials, with a number where two names share them."""
    codes: dict[str, str] = {}
    for name in names:
        initials = "".join(word[0] for word in re.findall(r"\w+", name)).upper()
        code, at = initials, 2
        while code in codes.values():
            code, at = f"{initials}{at}", at + 1
        codes[name] = code
    return codes


def area_of(row: dict[str, Any]) -> tuple[str, str]:
    """Code and title of the part of the annex that a row stands in."""
    if "section" in row:
        code, _, title = row["section"].partition(". ")
        return code, title
    return f"N{row['group_code']}", (row["group_title"] or row["title"])[:200].rstrip(" :,")


def plan_data(rows: list[dict[str, Any]], identity: str, head: dict[str, Any]) -> dict[str, Any]:
    """The rows as the tree of a plan file."""
    cells = [cell for row in rows for cell in (row["lead"], row["coop"]) if cell]
    codes = unit_codes(dict.fromkeys(name for cell in cells for name in units_in(cell)))
    areas = dict(area_of(row) for row in rows)
    place = {code: f"Phụ lục, phần {code}" for code in areas}
    return {
        "id": identity,
        "title": head["title"],
        "short_title": head["title"][:60],
        "issuer": head["issuer"],
        "year": head["year"],
        "starts": head["year"],
        "period_ends": head["period_ends"],
        "ends": f"{head['period_ends']}-12-31",
        "units": [
            {
                "code": code,
                "name": name,
                "short": name,
                "collective": fold(name).startswith(("cac ", "bo, ", "co quan")),
            }
            for name, code in codes.items()
        ],
        "areas": [{"code": code, "title": title, "place": place[code]} for code, title in areas.items()],
        "tasks": [
            {
                "code": row["code"],
                "printed_code": row.get("alt_code", row["code"]),
                "area": area_of(row)[0],
                "title": row["title"],
                "lead": [codes[name] for name in units_in(row["lead"])],
                "lead_printed": row["lead"],
                "cooperating": [codes[name] for name in units_in(row["coop"])],
                "cooperating_printed": row["coop"],
                "product": row["product"],
                "deadline": row["deadline"],
                "place": f"Phụ lục, STT {row.get('alt_code', row['code'])}",
            }
            for row in rows
        ],
    }


def plan_from(path: Path, head: dict[str, Any] | None = None) -> Plan:
    """The plan of a file of rows.

    Raises ValueError with the importer's problems when the rows make no valid plan.
    """
    data = plan_data(rows_of(path), re.sub(r"[^a-z0-9-]", "-", path.stem.lower()), head or HEADS[path.stem])
    plan, problems = read_plan(json.dumps(data, ensure_ascii=False).encode())
    if plan is None:
        raise ValueError("\n".join(map(str, problems)))
    return plan


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--title")
    args = parser.parse_args()
    head = dict(HEADS.get(args.rows.stem, {"issuer": "…", "year": 2026, "period_ends": 2030}))
    head["title"] = args.title or head.get("title", args.rows.stem)
    plan = plan_from(args.rows, head)
    args.out.write_text(plan.model_dump_json(exclude_defaults=True, indent=1), encoding="utf-8")
    print(f"{args.out}: {len(plan.tasks)} tasks, {len(plan.units)} units, {len(plan.areas)} areas")


if __name__ == "__main__":
    main()
