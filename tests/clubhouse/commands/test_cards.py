"""`clubhouse cards`: who has one, and the few commands that show what is on it."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from clubhouse import qr
from tests.clubhouse.commands.conftest import Terminal
from tests.houses import on_disk


@pytest.fixture
def terminal(terminal: Terminal) -> Terminal:
    """The test house with Rosa, Tom and Ann on file, none of whom has a card."""
    for name in ("Rosa", "Tom", "Ann"):
        terminal.done("people", "add", name, "Bell")
    return terminal


def card_codes(terminal: Terminal) -> list[object]:
    return [code for (code,) in on_disk(terminal.path, "SELECT code FROM cards ORDER BY id")]


def test_cards_are_issued_to_those_named(terminal: Terminal) -> None:
    assert terminal.done("cards", "issue", "M0003", "m0001") == ""
    _, *lines = terminal.done("cards", "list").splitlines()
    assert [line.split() for line in lines] == [["M0003", "2026-11-23", "08:47"], ["M0001", "2026-11-23", "08:47"]]


def test_nobody_gets_a_card_where_one_cannot(terminal: Terminal) -> None:
    terminal.done("cards", "issue", "M0002")
    assert "M0002 has a card already" in terminal.refused("cards", "issue", "M0001", "M0002", "M0003")
    assert "Nobody has the code 'M9'" in terminal.refused("cards", "issue", "M0001", "M9")
    assert len(card_codes(terminal)) == 1


def test_everyone_without_a_card_gets_one(terminal: Terminal) -> None:
    terminal.done("cards", "issue", "M0002")
    terminal.done("people", "end", "M0003")
    terminal.done("cards", "issue", "--all")
    assert on_disk(terminal.path, "SELECT person_id FROM cards ORDER BY id") == [(2,), (1,)]


@pytest.mark.parametrize("arguments", [(), ("--all", "M0001")])
def test_issue_needs_either_codes_or_all(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    assert "say --all" in terminal.misused("cards", "issue", *arguments)


def test_a_lost_card_is_replaced(terminal: Terminal) -> None:
    terminal.done("cards", "issue", "M0001")
    assert terminal.done("cards", "replace", "M0001") == ""
    _, old, new = terminal.done("cards", "list").splitlines()
    assert old.split() == ["M0001", "2026-11-23", "08:47", "2026-11-23", "08:47"]
    assert new.split() == ["M0001", "2026-11-23", "08:47"]


def test_there_must_be_a_card_to_replace_or_show(terminal: Terminal) -> None:
    for command in ("replace", "show", "svg", "sheet"):
        assert "M0001 has no card yet" in terminal.refused("cards", command, "M0001")


def test_codes_are_listed_only_when_asked_for_and_that_is_noted(terminal: Terminal) -> None:
    terminal.done("cards", "issue", "M0001")
    (code,) = card_codes(terminal)
    assert str(code) not in terminal.done("cards", "list")
    _, line = terminal.done("cards", "list", "--codes").splitlines()
    assert line.split()[-1] == code
    assert views(terminal) == ["card codes"]


def views(terminal: Terminal) -> list[object]:
    return [subject for (subject,) in on_disk(terminal.path, "SELECT subject FROM audit WHERE action = 'view'")]


def test_nothing_else_prints_a_code(terminal: Terminal) -> None:
    issued = terminal.type("cards", "issue", "--all")
    replaced = terminal.type("cards", "replace", "M0001")
    scanned = terminal.type("scan", stdin="\n".join(map(str, card_codes(terminal))))
    rest = [terminal.type(*each) for each in (("people", "list", "--json"), ("visits", "list"), ("audit", "--json"))]
    for result in (issued, replaced, scanned, *rest):
        assert result.exit_code == 0
        assert not [code for code in card_codes(terminal) if str(code) in result.output]


def test_a_card_is_shown_on_the_terminal(terminal: Terminal) -> None:
    terminal.done("cards", "issue", "M0001")
    (code,) = card_codes(terminal)
    assert terminal.done("cards", "show", "M0001") == qr.terminal(str(code)) + "\n"
    assert views(terminal) == ["card 1"]


def test_a_card_is_drawn_as_svg_to_stdout_or_to_a_new_private_file(terminal: Terminal, tmp_path: Path) -> None:
    terminal.done("cards", "issue", "M0001")
    drawn = terminal.done("cards", "svg", "M0001")
    assert ElementTree.fromstring(drawn).tag == "{http://www.w3.org/2000/svg}svg"
    target = tmp_path / "card.svg"
    assert terminal.done("cards", "svg", "M0001", "-o", str(target)) == ""
    assert (target.read_text(), target.stat().st_mode & 0o777) == (drawn, 0o600)


def test_a_file_that_is_there_is_never_written_over(terminal: Terminal) -> None:
    terminal.done("cards", "issue", "M0001")
    was = terminal.path.read_bytes()[:100]
    assert "exists already" in terminal.refused("cards", "svg", "M0001", "-o", str(terminal.path))
    assert "exists already" in terminal.refused("cards", "sheet", "-o", str(terminal.path))
    assert terminal.path.read_bytes()[:100] == was


def test_a_file_cut_off_by_a_full_disk_is_taken_away(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disk_full(self: Path, *_: object, **__: object) -> int:
        raise OSError(28, "No space left on device", str(self))

    terminal.done("cards", "issue", "M0001")
    monkeypatch.setattr(Path, "write_text", disk_full)
    assert "The disk is full." in terminal.refused("cards", "svg", "M0001", "-o", str(tmp_path / "card.svg"))
    assert not (tmp_path / "card.svg").exists()


def test_a_sheet_holds_everyone_on_the_lists_who_has_a_card(terminal: Terminal) -> None:
    terminal.done("cards", "issue", "--all")
    terminal.done("people", "end", "M0002")
    terminal.done("cards", "replace", "M0003")
    page = terminal.done("cards", "sheet")
    assert page.count("<svg") == 2
    assert ("M0001" in page, "M0002" in page, "M0003" in page) == (True, False, True)


def test_a_sheet_is_for_letter_without_names_unless_asked_for(terminal: Terminal, tmp_path: Path) -> None:
    terminal.done("cards", "issue", "--all")
    plain = terminal.done("cards", "sheet", "M0002")
    asked = terminal.done("cards", "sheet", "--paper", "a4", "--names", "M0002")
    assert ("8.5in" in plain, "Tom" in plain) == (True, False)
    assert ("297mm" in asked, "Tom" in asked) == (True, True)


def test_a_sheet_of_nobody_is_refused(terminal: Terminal) -> None:
    assert "Nobody has a card yet" in terminal.refused("cards", "sheet")
