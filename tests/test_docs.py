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
_KEY_NAMES = {"escape": "Esc", "backspace": "Backspace", "enter": "Enter", "up": "Up", "down": "Down"}


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


def keys_on_screens() -> set[tuple[str, str]]:
    """The key and the words of every binding and choice in the code of the screens."""
    found = set()
    for path in (ROOT / "screens").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = {"Binding": 2, "Choice": 1}.get(node.func.id)
                if (
                    place is not None
                    and len(node.args) > place
                    and (key := _text(node.args[0]))
                    and (words := _text(node.args[place]))
                ):
                    key = key.split(",")[0]
                    found.add((_KEY_NAMES.get(key, key.upper()), words))
    return found


def _text(node: ast.expr) -> str:
    """The text of a literal, perhaps inside `_()` or `N_()`; empty for anything else."""
    if isinstance(node, ast.Call) and node.args:
        return _text(node.args[0]) if ast.unparse(node.func) in ("_", "N_") else ""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_every_key_stands_in_the_members_guide_and_the_other_way_round() -> None:
    rows = re.findall(r"^\| `(\w+)` \| ([^|]+?) \|", DOCS["docs/members.md"], flags=re.MULTILINE)
    assert set(rows) == keys_on_screens()


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
