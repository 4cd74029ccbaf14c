"""The arrows between the floors run down only, and what a scan does not need is not loaded."""

import ast
import functools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.processes import ROOT, said_by

FLOORS = ("db", "clubhouse", "screens")
FRONT_DOOR = Path("clubhouse/__main__.py")
CLOCK = Path("clubhouse/clock.py")
MODULES = [path.relative_to(ROOT) for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))]
MAY_NOT = {
    "db": {"clubhouse", "screens", "textual", "rich", "qrcode", "click"},
    "clubhouse": {"screens", "textual", "sqlite3", "sqlite_utils"},
    "screens": {"db", "sqlite3", "sqlite_utils"},
}
MAY_AFTER_ALL: dict[str, set[str]] = {
    "db": set(),
    "clubhouse": set(),
    "screens": {"db.errors"},  # operations let these through, each with its sentence for people
}
WALL_CLOCKS = {
    *(f"datetime.{name}" for name in ("now", "today", "utcnow", "datetime.now", "datetime.today", "datetime.utcnow")),
    *("date.today", "datetime.date.today"),
    *(f"time.{name}" for name in ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime")),
}


@functools.cache
def tree(path: Path) -> ast.Module:
    """The module, parsed."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def imported(node: ast.AST) -> Iterator[str]:
    """The module named by each import under `node`, those for the type checker left out."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, "imports are written in full"
            yield child.module or ""
        else:
            yield from imported(child)


def imported_at_once(path: Path) -> set[str]:
    """The packages that a module imports outside its functions."""
    body = [node for node in tree(path).body if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return packages(imported(ast.Module(body, [])))


def packages(modules: Iterable[str]) -> set[str]:
    """Their top-level packages."""
    return {module.partition(".")[0] for module in modules}


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_imports_nothing_from_a_floor_above_nor_the_tools_of_another(path: Path) -> None:
    found = packages(module for module in imported(tree(path)) if module not in MAY_AFTER_ALL[path.parts[0]])
    if path == FRONT_DOOR:
        assert imported_at_once(path) & MAY_NOT["clubhouse"] == set()
        found -= {"screens"}
    assert found & MAY_NOT[path.parts[0]] == set()


@pytest.mark.parametrize("path", [path for path in MODULES if path != CLOCK], ids=str)
def test_only_the_clock_reads_the_systems_time(path: Path) -> None:
    calls = (node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    names = (ast.unparse(call) for call in calls if isinstance(call, ast.Attribute))
    assert [name for name in names if name in WALL_CLOCKS] == []


def test_the_modules_are_found() -> None:
    assert {Path("db/store.py"), FRONT_DOOR, CLOCK} <= set(MODULES)


LOADED = """
import json, sys
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""

EVERY_MODULE = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
"""

OPEN = """
import sys
from pathlib import Path
import clubhouse.attendance
from clubhouse.house import open_house
house = open_house(Path(sys.argv[1]))
assert clubhouse.attendance.scan(house, "CHCCCCCCCCCCCCCCCCCCCCCCCCCCC").outcome == "unknown card"
"""


def test_floors_one_and_two_load_no_screen() -> None:
    names = [".".join(path.with_suffix("").parts) for path in MODULES if path.parts[0] != "screens"]
    loaded = set(json.loads(said_by(EVERY_MODULE + LOADED, *names)))
    assert {"db", "clubhouse"} <= loaded
    assert loaded & {"textual", "screens", "rich"} == set()


def test_opening_a_current_house_and_scanning_loads_nothing_slow(path: Path) -> None:
    loaded = set(json.loads(said_by(OPEN + LOADED, path)))
    assert "clubhouse" in loaded
    assert (
        loaded & {"sqlite_utils", "qrcode", "dateutil", "textual", "click", "PIL", "openpyxl", "icalendar"} == set()
    )
