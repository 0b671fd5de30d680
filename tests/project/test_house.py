"""The rules of the house that a reader relies on: layers, one place for words, channels unknown to handlers."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "scheduler", "handlers", "storage", "knowledge")
VIETNAMESE = re.compile(r"[ạ-ỹĐđƠơƯưĂăÂâÊêÔô]")
CHANNEL_NAMES = re.compile(r"telegram|zalo|terminal", re.IGNORECASE)


def _modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def _spoken(path: Path) -> list[str]:
    """String constants of a module that are not docstrings."""
    tree = ast.parse(path.read_text())
    docstrings = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


def _identifiers(path: Path) -> list[str]:
    """Names that a module uses, and modules that it imports."""
    nodes = list(ast.walk(ast.parse(path.read_text())))
    imports = [n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)]
    imports += [alias.name for n in nodes if isinstance(n, ast.Import | ast.ImportFrom) for alias in n.names]
    return [*imports, *(n.id for n in nodes if isinstance(n, ast.Name))]


def test_every_package_imports_only_what_is_below_it() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def test_what_the_bot_says_stands_in_the_wording_package() -> None:
    handlers = [p for p in _modules("handlers") if "wording" not in p.parts]
    others = [p for package in ("scheduler", "storage") for p in _modules(package)]
    spoken = {str(p.relative_to(ROOT)): [t for t in _spoken(p) if VIETNAMESE.search(t)] for p in [*handlers, *others]}
    assert {path: texts for path, texts in spoken.items() if texts} == {}


def test_what_a_verb_prints_stands_in_its_wording() -> None:
    """The help of its options stands beside them."""
    verbs = [p for p in _modules("bot/cli") if "wording" not in p.parts]
    printed = {}
    for path in verbs:
        nodes = list(ast.walk(ast.parse(path.read_text())))
        helped = {n.value.value for n in nodes if isinstance(n, ast.keyword) and isinstance(n.value, ast.Constant)}
        printed[path.name] = [t for t in _spoken(path) if VIETNAMESE.search(t) and t not in helped]
    assert {name: texts for name, texts in printed.items() if texts} == {}


def test_no_handler_names_a_channel() -> None:
    """Nor does the clock: neither in words nor by an import. What people read may name the app that they hold."""
    modules = [p for p in (*_modules("handlers"), *_modules("scheduler")) if "wording" not in p.parts]
    named = {str(p): [t for t in (*_spoken(p), *_identifiers(p)) if CHANNEL_NAMES.search(t)] for p in modules}
    assert {path: names for path, names in named.items() if names} == {}


def test_no_code_knows_the_plan_that_comes_with_the_program() -> None:
    known = re.compile(r"gia ?lai|gialai", re.IGNORECASE)
    named = {
        p.relative_to(ROOT).as_posix() for package in PACKAGES for p in _modules(package) if known.search(p.read_text())
    }
    assert named == {"bot/settings.py"}, "only the setting with its default file may name it"


def test_every_public_function_and_class_says_what_it_is() -> None:
    silent: list[str] = []
    for path in (p for package in PACKAGES for p in _modules(package) if "versions" not in p.parts):
        for node in ast.parse(path.read_text()).body:
            public = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            if public and not node.name.startswith("_") and not ast.get_docstring(node):  # type: ignore[attr-defined, arg-type]
                silent.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")  # type: ignore[attr-defined]
    assert silent == []


def test_no_key_of_the_lexicon_stands_twice() -> None:
    """YAML keeps the last of two: the words of the first would be lost without a sign."""
    node = yaml.compose((ROOT / "knowledge/lexicon/questions.yaml").read_text())
    found: list[str] = []

    def look(one: yaml.Node) -> None:
        if isinstance(one, yaml.MappingNode):
            found.extend(key for key, times in Counter(key.value for key, _ in one.value).items() if times > 1)
            for _, value in one.value:
                look(value)

    look(node)
    assert found == []
