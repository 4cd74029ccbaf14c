"""The front door: what it loads, what it answers when something is wrong, and when the kiosk opens."""

import json
import os
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from clubhouse import __main__ as front
from clubhouse.commands import terminal as window
from clubhouse.commands.place import Place
from clubhouse.house import House, open_house
from tests.clubhouse.commands.conftest import Terminal, one_line
from tests.houses import NAME
from tests.processes import said_by, start

SLOW = ("sqlite_utils", "qrcode", "platformdirs", "textual", "dateutil", "PIL", "rich")
_LOADED = f"""
import json, sys
from clubhouse.__main__ import front_door
try:
    front_door(sys.argv[1:])
except SystemExit as ended:
    print(json.dumps([ended.code, [name for name in {SLOW!r} if name in sys.modules]]))
"""


def ended(code: str, *arguments: str | Path) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of a process that runs `code`."""
    process = start(code, *arguments)
    out, words = process.communicate(timeout=60)
    return process.returncode, out, words


@pytest.mark.parametrize("arguments", [["--help"], [], ["scan"], ["people", "list"], ["check"]], ids=" ".join)
def test_nothing_slow_is_loaded_before_it_is_needed(path: Path, arguments: list[str]) -> None:
    status, slow = json.loads(said_by(_LOADED, "--db", path, *arguments).splitlines()[-1])
    assert slow == []
    assert status == (0 if arguments else 1)  # the kiosk itself finds no terminal here, after all its own imports


def test_the_help_names_every_command_with_a_whole_sentence(terminal: Terminal) -> None:
    help_text = terminal.done("--help")
    lines = help_text.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in lines] == list(front.COMMANDS)
    assert all(line.endswith(".") and not line.endswith("...") for line in lines)


@pytest.mark.parametrize("arguments", [("frob",), ("--frob",), ("people", "frob"), ("cards", "show"), ("init",)])
def test_wrong_usage_is_status_2(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    assert "Error:" in terminal.misused(*arguments)


class TestNoHouse:
    """A file that cannot be a house is told in one line, by a program of its own too."""

    def test_none_there(self, tmp_path: Path) -> None:
        told = Terminal(tmp_path / "none.db").refused("check")
        assert "clubhouse init --name ... --timezone ..." in told
        assert "clubhouse demo" in told
        assert not (tmp_path / "none.db").exists()

    def test_an_empty_file(self, tmp_path: Path) -> None:
        (tmp_path / "empty.db").touch()
        assert "clubhouse init --name" in Terminal(tmp_path / "empty.db").refused("check")

    def test_a_folder(self, tmp_path: Path) -> None:
        assert "cannot be opened" in Terminal(tmp_path).refused("check")

    def test_no_database(self, tmp_path: Path) -> None:
        (tmp_path / "letter.txt").write_text("Dear all" * 1000)
        terminal = Terminal(tmp_path / "letter.txt")
        assert "is damaged or is not a Clubhouse database" in terminal.refused("check")
        assert (tmp_path / "letter.txt").read_text() == "Dear all" * 1000

    def test_a_damaged_house_names_the_latest_backup(self, terminal: Terminal) -> None:
        copy = terminal.done("backup").rstrip("\n")
        terminal.path.write_bytes(b"\0" * 8192)
        status, out, words = terminal.program("people", "list")
        assert (status, out) == (1, "")
        assert f"clubhouse restore {copy}" in one_line(words)

    def test_another_program_s(self, tmp_path: Path) -> None:
        with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
            connection.execute("CREATE TABLE cookies (name)")
        assert "database of another program" in Terminal(tmp_path / "other.db").refused("check")

    def test_a_newer_version(self, terminal: Terminal) -> None:
        with closing(sqlite3.connect(terminal.path)) as connection:
            connection.execute("PRAGMA user_version = 99")
        assert "newer version" in terminal.refused("check")

    def test_a_name_that_holds_control_characters(self, tmp_path: Path) -> None:
        told = Terminal(tmp_path / "a\nb\x1b[2J\udcff.db").refused("check")
        assert "a b[2J.db" in told


def test_a_house_that_another_program_holds_is_told_in_one_line(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clubhouse.commands.place.open_house", partial(open_house, busy_seconds=0.01))
    with closing(sqlite3.connect(terminal.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "is in use by another program" in terminal.refused("people", "add", "Rosa")


def test_a_folder_in_the_way_of_a_file_to_be_written_is_told_in_one_line(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")
    assert "backups" in terminal.refused("backup")
    terminal.done("people", "add", "Rosa")
    terminal.done("cards", "issue", "M0001")
    assert "No such file" in terminal.refused("cards", "svg", "M0001", "-o", str(tmp_path / "no" / "card.svg"))


def test_an_init_where_no_folder_can_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    status, out, words = Terminal(tmp_path / "file" / "house.db").program("init", "--name", "X", "--timezone", "UTC")
    assert (status, out) == (1, "")
    assert "cannot be used" in one_line(words)


def test_a_disk_that_takes_no_more_is_told_in_one_line_and_nothing_is_half_written(terminal: Terminal) -> None:
    code = (
        "import resource, sys; from clubhouse.__main__ import main\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); sys.argv[0] = 'clubhouse'; main()"
    )
    status, out, words = ended(code, "--db", terminal.path, "people", "add", "Rosa")
    assert (status, out) == (1, "")
    assert "cannot be used" in one_line(words)
    assert terminal.done("people", "list").count("\n") == 1
    assert terminal.type("check").exit_code == 0


def test_a_full_disk_under_stdout_is_told_in_one_line(terminal: Terminal) -> None:
    with open("/dev/full", "w") as full:
        program = terminal.start("settings", stdout=full)
        _, words = program.communicate(timeout=60)
    assert program.returncode == 1
    assert "The disk is full." in one_line(words)


def test_a_reader_that_has_seen_enough_is_no_error(terminal: Terminal) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as nobody:
        program = terminal.start("settings", stdout=nobody)
        _, words = program.communicate(timeout=60)
    assert (program.returncode, words) == (1, "")


class TestUnexpected:
    """An error that nobody thought of."""

    @pytest.fixture(autouse=True)
    def _broken(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*_: object) -> None:
            raise LookupError("never thought of\nthat")

        monkeypatch.setattr("clubhouse.keeping.check", broken)

    def test_it_is_told_in_one_line(self, terminal: Terminal) -> None:
        told = terminal.refused("check")
        assert "(LookupError: never thought of that)" in told

    def test_and_with_a_traceback_for_those_who_mend_it(self, terminal: Terminal) -> None:
        terminal.environment["CLUBHOUSE_DEBUG"] = "1"
        result = terminal.type("check")
        assert result.exit_code == 1
        assert result.stderr.startswith("Traceback")
        assert result.stderr.splitlines()[-1].startswith("Something went wrong")


def test_names_that_a_terminal_has_no_letters_for_are_shown_with_question_marks(terminal: Terminal) -> None:
    terminal.done("people", "add", "李", "Bell")
    terminal.environment["PYTHONIOENCODING"] = "latin-1"
    status, out, words = terminal.program("people", "list", "--all")
    assert (status, words) == (0, "")
    assert out.splitlines()[1].endswith("? Bell")


class TestFile:
    """Which house is meant."""

    def test_the_environment_names_it(self, terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("CLUBHOUSE_DB", str(terminal.path))
        place = Place(None, "kiosk", front.open_kiosk)
        assert place.path != terminal.path
        with closing(open_house(terminal.path)):
            assert said_by(_SETTING_NAME) == f"{NAME}\n"

    def test_else_it_is_in_the_folder_for_this_user(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        assert Place(None, "kiosk", front.open_kiosk).path == tmp_path / "clubhouse" / "house.db"


_SETTING_NAME = (
    "import sys; from clubhouse.__main__ import main; sys.argv = ['clubhouse', 'settings', 'name']; main()"
)


class TestKiosk:
    """Without a command the kiosk opens, where it can."""

    @pytest.fixture
    def shown(self, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, str]]:
        """The houses and stations for which a kiosk was opened."""
        found: list[tuple[Path, str]] = []

        def open_kiosk(house: House, deck: object) -> None:
            found.append((house.store.path, house.station))

        monkeypatch.setattr(front, "open_kiosk", open_kiosk)
        return found

    @pytest.fixture
    def _terminal_of(self, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(window, "on_terminal", lambda: True)
        monkeypatch.setattr("clubhouse.commands.terminal.window_size", lambda: os.terminal_size(request.param))

    @pytest.mark.parametrize("_terminal_of", [(54, 20), (80, 24)], indirect=True)
    @pytest.mark.usefixtures("_terminal_of")
    def test_it_opens(self, terminal: Terminal, shown: list[tuple[Path, str]]) -> None:
        assert terminal.done("--station", "hall") == ""
        assert shown == [(terminal.path, "hall")]

    @pytest.mark.parametrize("_terminal_of", [(53, 20), (54, 19), (1, 1)], indirect=True)
    @pytest.mark.usefixtures("_terminal_of")
    def test_a_small_window_is_refused(self, terminal: Terminal, shown: list[tuple[Path, str]]) -> None:
        assert "needs at least 54 and 20" in terminal.refused()
        assert "needs at least 54 and 20" in terminal.refused("demo")
        assert shown == []

    def test_no_terminal_is_refused(self, terminal: Terminal, shown: list[tuple[Path, str]]) -> None:
        assert "needs a terminal of its own" in terminal.refused()
        assert shown == []

    @pytest.mark.parametrize("_terminal_of", [(80, 24)], indirect=True)
    @pytest.mark.usefixtures("_terminal_of")
    def test_no_house_is_refused(self, tmp_path: Path, shown: list[tuple[Path, str]]) -> None:
        assert "clubhouse demo" in Terminal(tmp_path / "none.db").refused()
        assert shown == []

    @pytest.mark.parametrize("_terminal_of", [(80, 24)], indirect=True)
    @pytest.mark.usefixtures("_terminal_of")
    def test_the_demo_opens_a_house_of_its_own(
        self, terminal: Terminal, shown: list[tuple[Path, str]], tmp_path: Path
    ) -> None:
        terminal.done("demo")
        ((path, _),) = shown
        assert path != terminal.path
        assert not path.parent.exists()

    @pytest.mark.parametrize("_terminal_of", [(80, 24)], indirect=True)
    @pytest.mark.usefixtures("_terminal_of")
    def test_the_demo_house_can_be_kept(
        self, terminal: Terminal, shown: list[tuple[Path, str]], tmp_path: Path
    ) -> None:
        kept = tmp_path / "demo.db"
        terminal.done("demo", "--keep", str(kept))
        assert [path for path, _ in shown] == [kept]
        assert len(Terminal(kept).done("people", "list").splitlines()) > 1
        assert "already" in terminal.refused("demo", "--keep", str(terminal.path))


def test_control_c_is_told_in_one_line(terminal: Terminal) -> None:
    code = (
        "import os, signal, sys; from clubhouse import __main__, keeping\n"
        "keeping.check = lambda house: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.argv[0] = 'clubhouse'; __main__.main()"
    )
    assert ended(code, "--db", terminal.path, "check") == (1, "", "Stopped.\n")
