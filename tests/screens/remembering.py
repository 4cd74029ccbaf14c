"""What is in the memory of the kiosk: every text that its objects, its modules and the toolkit's caches hold."""

import functools
import gc
import sys
import types
from collections.abc import Iterator

from textual.app import App

_OURS = ("screens", "clubhouse", "db", "textual", "rich")
"""The modules whose variables, classes and caches are looked through beside the app."""
_CODE = (types.ModuleType, types.CodeType, types.FrameType, types.BuiltinFunctionType)
_SMALL = (int, float, complex, bytes, bool, type(None), range)


def texts_in_memory(app: App[None]) -> Iterator[str]:
    """Every text that can be reached from the app or from a variable of the program.

    What waits in a coroutine counts, and what a cache of function results keeps; what the test itself holds does not.
    """
    for each in everything(app):
        if isinstance(each, str):
            yield each


def everything(app: App[None]) -> Iterator[object]:
    """Every object that can be reached so."""
    seen: set[int] = set()
    left: list[object] = [app, *_variables()]
    while left:
        each = left.pop()
        if id(each) in seen or isinstance(each, _SMALL) or _is_passed_over(each):
            continue
        seen.add(id(each))
        yield each
        left.extend(_held_by(each))


def _variables() -> Iterator[object]:
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in _OURS and not name.startswith("clubhouse.demo"):  # it has names of its own
            yield from vars(module).values()


def _is_passed_over(each: object) -> bool:
    if isinstance(each, _CODE):
        return True
    if isinstance(each, types.CoroutineType):
        return "/tests/" in each.cr_code.co_filename
    if isinstance(each, type | types.FunctionType):
        return (each.__module__ or "").partition(".")[0] not in _OURS
    return type(each).__module__.startswith(("sqlite3", "tests", "_pytest", "pytest"))


def _held_by(each: object) -> list[object]:
    if isinstance(each, types.FunctionType):
        inside = (cell.cell_contents for cell in each.__closure__ or () if cell != types.CellType())
        return [each.__dict__, each.__defaults__, each.__kwdefaults__, *inside]
    return gc.get_referents(each)


def caches(app: App[None]) -> list["functools._lru_cache_wrapper[object]"]:
    """The caches of function results that can be reached so."""
    return [each for each in everything(app) if isinstance(each, functools._lru_cache_wrapper)]
