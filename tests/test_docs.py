"""The guides tell the truth: their settings, keys, commands, links and pictures are those of the program."""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from clubhouse.__main__ import front_door
from clubhouse.settings import SETTINGS
from tests.processes import ROOT

DOCS = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md")))
}
FOUNDED_WITH = {"name", "timezone"}
"""Settings that `init` asks for."""

FORBIDDEN = re.compile(
    r"\b(client|patient|consumer|case|resident|treatment|therapy|supervisor|assigned|required|mandatory|compliance"
    r"|no-show|late|absent|excused|discharged|terminated|inactive|expired|suspended|points?|reward|specialist)s?\b",
    re.IGNORECASE,
)
"""Words that the members of a Clubhouse have heard too often elsewhere."""

_COMMAND = re.compile(r"^ *(?:\$ )?(?:[A-Z_]+=\S+ )?(?:.* \| |.* && )?(?:\.venv/bin/)?clubhouse(?: (?P<rest>.*))?$")
_KEY_NAMES = {
    "escape": "Esc", "backspace": "Backspace", "delete": "Del", "enter": "Enter", "up": "Up", "down": "Down",
    "left": "Left", "right": "Right", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End",
}  # fmt: skip


def command_lines() -> Iterator[tuple[str, str]]:
    """Each line of a code block that calls `clubhouse`: where it stands, and what follows the name."""
    for name, text in DOCS.items():
        fences = re.findall(r"^ *```(?:sh)?\n(.*?)^ *```$", text, flags=re.MULTILINE | re.DOTALL)
        indented = re.findall(r"(?:^    .*\n)+", text, flags=re.MULTILINE) if name == "docs/command-line.md" else []
        for line in "".join([*fences, *indented]).splitlines():
            found = _COMMAND.match(line)
            if found and "[" not in line:
                yield name, found["rest"] or ""


def parse(command: click.Command, words: list[str]) -> None:
    """Take the words as the command line would, without doing anything. Raises `click.UsageError`."""
    context = command.make_context(command.name or "", list(words))
    if isinstance(command, click.Group):
        rest = [*context._protected_args, *context.args]
        if rest:
            _, inner, left = command.resolve_command(context, rest)
            assert inner is not None
            parse(inner, left)


LINES = sorted(set(command_lines()))


def test_the_command_lines_are_found() -> None:
    places = {place for place, _ in LINES}
    guides = {"docs/staff.md", "docs/coordinators.md", "docs/installing.md", "docs/command-line.md"}
    assert places == {"README.md"} | guides
    assert ("README.md", "demo") in LINES


@pytest.mark.parametrize(("place", "line"), LINES)
def test_every_command_line_can_be_typed(place: str, line: str) -> None:
    parse(front_door, shlex.split(line))


@pytest.mark.parametrize("line", ["demoo", "people add", "cards sheet --name", "init --name x"])
def test_a_command_line_that_cannot_be_typed_is_noticed(line: str) -> None:
    with pytest.raises(click.UsageError):
        parse(front_door, shlex.split(line))


@pytest.mark.parametrize("name", DOCS)
def test_every_command_named_in_a_sentence_is_there(name: str) -> None:
    for words in re.findall(r"`(?:\.venv/bin/)?clubhouse ([a-z][^`]*)`", DOCS[name]):
        command: click.Command = front_door
        for word in words.split():
            if isinstance(command, click.Group) and word.islower():
                found = command.get_command(click.Context(command), word)
                assert found is not None, words
                command = found


def test_every_setting_stands_in_the_table_and_the_other_way_round() -> None:
    table = DOCS["docs/installing.md"].partition("## The settings")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `([a-z-]+)` \| .* \| (.*) \|$", table, flags=re.MULTILINE)
    expected = [
        (key, "as given to `init`" if key in FOUNDED_WITH else f"`{setting.default}`")
        for key, setting in SETTINGS.items()
    ]
    assert rows == expected


def keys_on_screens(*called: str, desk: bool | None = None) -> set[tuple[str, str]]:
    """The key and the words of everything `called` so in the code of the screens; what differs is an ellipsis.

    Only at the staff desk, or only elsewhere, where `desk` says so.
    """
    found = set()
    at_desk = set((ROOT / "screens/desk").rglob("*.py"))
    everywhere = set((ROOT / "screens").rglob("*.py"))
    for path in everywhere if desk is None else at_desk if desk else everywhere - at_desk:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for scope in (tree, *(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))):
            for node in ast.walk(scope):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in called:
                    place = _WORDS_AT[node.func.id]
                    if len(node.args) > place:
                        keys, words = _texts(node.args[0], scope), _texts(node.args[place], scope)
                        found |= {(_key_name(key), each) for key in keys for each in words if each}
    return found


def _key_name(keys: str) -> str:
    first = keys.split(",")[0]
    return _KEY_NAMES.get(first, first.upper())


_WORDS_AT = {"Binding": 2, "Choice": 1, "Command": 1, "DeskKey": 1, "RoomDoor": 1}
"""Which argument the words are; the key is the first."""


def _texts(node: ast.expr, scope: ast.AST) -> set[str]:
    """What may stand there: a literal, in `_()` or `N_()`, given places by `format`, or by a name of the function."""
    match node:
        case ast.Constant(value=str(text)):
            return {re.sub(r"\{\w+\}", "…", text)}
        case ast.Call(func=ast.Name(id="_" | "N_"), args=[inner]):
            return _texts(inner, scope)
        case ast.Call(func=ast.Attribute(value=inner, attr="format")):
            return _texts(inner, scope)
        case ast.IfExp(body=one, orelse=other):
            return _texts(one, scope) | _texts(other, scope)
        case ast.Name(id=name) if isinstance(scope, ast.FunctionDef):
            assigned = (each for each in ast.walk(scope) if isinstance(each, ast.Assign))
            values = [each.value for each in assigned if ast.unparse(each.targets[0]) == name]
            return {text for value in values for text in _texts(value, scope)}
    return set()


def keys_in_table(name: str) -> set[tuple[str, str]]:
    """The key and the words of every row of the guide's tables of keys."""
    return set(re.findall(r"^\| `(\w+)` \| ([^|]+?) \|", DOCS[name], flags=re.MULTILINE))


def test_every_key_stands_in_the_members_guide_and_the_other_way_round() -> None:
    assert keys_in_table("docs/members.md") == keys_on_screens("Binding", "Choice", desk=False)


def test_every_key_of_the_desk_and_the_meeting_stands_in_the_staff_guide_and_the_other_way_round() -> None:
    of_the_desk = keys_on_screens("Binding", "Choice", "DeskKey", "RoomDoor", desk=True)
    rows = {row for row in keys_in_table("docs/staff.md") if len(row[0]) == 1 or row[0] in _KEY_NAMES.values()}
    assert rows == of_the_desk | keys_on_screens("Command")


def targets(text: str) -> list[str]:
    """Where the links and pictures of a guide lead, within the project."""
    found = re.findall(r"\]\(([^)\s]+)\)", text)
    return [target for target in found if not target.startswith(("https:", "http:", "mailto:"))]


@pytest.mark.parametrize("name", DOCS)
def test_every_link_and_picture_is_there(name: str) -> None:
    for target in targets(DOCS[name]):
        path, _, anchor = target.partition("#")
        place = (ROOT / name).parent / path if path else ROOT / name
        assert place.is_file(), target
        if anchor:
            assert anchor in anchors(place), target


def anchors(path: Path) -> set[str]:
    """The anchors of a guide's headings, as sites that show Markdown make them."""
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


def test_every_picture_is_used() -> None:
    used = {Path(target).name for text in DOCS.values() for target in targets(text)}
    assert {path.name for path in (ROOT / "docs/pictures").glob("*.svg")} <= used


@pytest.mark.parametrize("name", DOCS)
def test_the_words_are_those_of_a_clubhouse(name: str) -> None:
    assert FORBIDDEN.findall(DOCS[name]) == []


def test_the_readme_has_both_lines_for_a_fresh_computer() -> None:
    blocks = dict(re.findall(r"<!-- (\w+) -->\n```sh\n(.*)\n```", DOCS["README.md"]))
    begin = "python3 -m venv .venv && .venv/bin/pip install -q "
    assert blocks == {
        "demo": f"{begin}. && .venv/bin/clubhouse demo",
        "tests": f"{begin}-e '.[test]' && .venv/bin/pytest",
    }
