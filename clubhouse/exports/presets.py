"""Presets: what one payer or board wants, in a small TOML file, so that nobody has to remember it each month.

A preset names the export, its rule of rounding, and the columns with their order and headers. Those that come
with the program stand in the folder `presets` beside this file; a house writes its own anywhere.
"""

import tomllib
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from clubhouse.errors import BadFile, NotFound
from clubhouse.exports.attendance import Per, Rounding
from clubhouse.exports.cells import Column
from clubhouse.exports.forms import Form
from clubhouse.exports.sheets import SHEETS

_FOLDER = files("clubhouse.exports") / "presets"
_KEYS = {"what", "about", "as", "names", "rounding", "per", "columns", "headers"}


@dataclass(frozen=True)
class Preset:
    """What somebody wants each time."""

    name: str
    what: str
    about: str
    form: str
    """The format; empty where it is left open."""
    names: bool
    rounding: Rounding
    per: Per
    columns: tuple[Column, ...]
    """In the order wanted, with the headers wanted."""


def shipped() -> list[str]:
    """The names of the presets that come with the program."""
    return sorted(each.name.removesuffix(".toml") for each in _FOLDER.iterdir() if each.name.endswith(".toml"))


def preset(name: str) -> Preset:
    """The shipped preset of that name, or the one in the file of that name. Raises `NotFound`, `BadFile`."""
    if name in shipped():
        return _read(name, (_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    path = Path(name)
    if not path.is_file():
        raise NotFound(f"There is no preset {name!r}. There are: {', '.join(shipped())}; or name a TOML file.")
    try:
        return _read(path.stem, path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile(f"{path} cannot be read: {error}.") from None


def _read(name: str, text: str) -> Preset:
    try:
        said = tomllib.loads(text)
        sheet = SHEETS[said["what"]]
        if unknown := said.keys() - _KEYS:
            raise ValueError(f"{', '.join(sorted(unknown))} is not known")
        return Preset(
            name=name,
            what=sheet.what,
            about=str(said.get("about", sheet.about)),
            form=str(Form(said["as"])) if "as" in said else "",
            names=_true_or_false(said.get("names", False)),
            rounding=Rounding(said.get("rounding", Rounding.NEAREST)),
            per=Per(said.get("per", Per.DAY)),
            columns=_columns(sheet.columns, said),
        )
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError) as error:
        raise BadFile(
            f"The preset {name} cannot be used: {error}. See docs/exports.md for what it may hold."
        ) from None


def _true_or_false(said: object) -> bool:
    if not isinstance(said, bool):
        raise TypeError("names is true or false")
    return said


def _columns(known: tuple[Column, ...], said: dict[str, object]) -> tuple[Column, ...]:
    by_key = {column.key: column for column in known}
    wanted, headers = said.get("columns", list(by_key)), said.get("headers", {})
    if not isinstance(wanted, list) or not isinstance(headers, dict):
        raise TypeError("columns is a list, and headers a table")
    if not wanted:
        raise ValueError("columns names at least one")
    unknown = [key for key in [*wanted, *headers] if key not in by_key]
    if unknown:
        raise ValueError(f"there is no column {unknown[0]}; there are {', '.join(by_key)}")
    return tuple(replace(by_key[key], header=str(headers.get(key, by_key[key].header))) for key in wanted)
