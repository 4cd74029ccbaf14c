"""`clubhouse scan`: codes in, one JSON answer a line out."""

import io
import json
import signal
import sqlite3
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import chain, repeat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhouse.codes import complete
from clubhouse.commands.scan import LONGEST, scans
from clubhouse.house import House, open_house
from clubhouse.people import Kind
from db.opening import open_store
from tests.clubhouse.commands.conftest import Terminal
from tests.houses import SetClock, add_with_card, on_disk


@pytest.fixture
def rosa(path: Path) -> str:
    """The code of Rosa's card."""
    with closing(House(open_store(path), SetClock())) as house:
        return add_with_card(house)[1]


@pytest.fixture
def tom(path: Path) -> str:
    """The code of the card of Tom, who is staff."""
    with closing(House(open_store(path), SetClock())) as house:
        return add_with_card(house, "Tom", "Bell", Kind.STAFF)[1]


def answers(terminal: Terminal, stdin: str | bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in terminal.done("scan", stdin=stdin).splitlines()]


def test_a_scan_is_answered_with_everything_a_program_needs(terminal: Terminal, rosa: str) -> None:
    (answer,) = answers(terminal, f"{rosa}\r\n")
    assert answer.pop("at", "")[:16] == "2026-11-23T08:47"  # type: ignore[index]
    assert answer == {
        "outcome": "first visit",
        "same_as": None,
        "person": "M0001",
        "name": "Rosa A.",
        "visit": 1,
        "here": True,
    }
    assert on_disk(terminal.path, "SELECT person_id, in_how FROM visits") == [(1, "scan")]


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\t", "\r\n\r\n", ""])
def test_a_scan_ends_as_scanners_end_it_or_with_the_input(terminal: Terminal, rosa: str, end: str) -> None:
    assert [answer["outcome"] for answer in answers(terminal, rosa.lower() + end)] == ["first visit"]


def test_each_scan_gets_its_own_answer_in_order(terminal: Terminal, rosa: str, tom: str) -> None:
    unknown, unclear = complete("C" * 24), rosa[:-1] + ("B" if rosa[-1] != "B" else "C")
    found = answers(terminal, "\r".join([unknown, rosa, unclear, "hello", rosa, tom]))
    assert [(answer["outcome"], answer["person"], answer["here"]) for answer in found] == [
        ("unknown card", None, False),
        ("first visit", "M0001", True),
        ("unclear scan", None, False),
        ("not a card of ours", None, False),
        ("repeated", "M0001", True),
        ("staff in", "S0001", True),
    ]
    assert found[4]["same_as"] == "first visit"


@pytest.mark.parametrize("junk", [b"\x00\xff\xfe\x1b[2J", "李 ☃".encode(), b"\x04", b"x" * 100_000, b'[/] {"a": 1}'])
def test_any_bytes_are_answered_as_no_card_and_the_next_scan_counts(
    terminal: Terminal, rosa: str, junk: bytes
) -> None:
    found = answers(terminal, junk + b"\n" + rosa.encode())
    assert [answer["outcome"] for answer in found] == ["not a card of ours", "first visit"]


def test_a_long_line_that_begins_as_a_card_is_none(terminal: Terminal, rosa: str) -> None:
    assert [answer["outcome"] for answer in answers(terminal, rosa * 10_000)] == ["not a card of ours"]


class Drips(io.RawIOBase):
    """Bytes that come a few at a time, as from a scanner."""

    def __init__(self, drips: Iterator[bytes]) -> None:
        self.drips = drips

    def readable(self) -> bool:
        return True

    def readinto(self, room: "memoryview") -> int:  # type: ignore[override]
        drip = next(self.drips, b"")
        room[: len(drip)] = drip
        return len(drip)


@given(st.binary(max_size=600), st.integers(min_value=1, max_value=50))
def test_however_the_bytes_come_the_scans_are_the_same(sent: bytes, size: int) -> None:
    drips = (sent[start : start + size] for start in range(0, len(sent), size))
    expected = [part for part in sent.replace(b"\r", b"\n").replace(b"\t", b"\n").split(b"\n") if part]
    found = list(scans(io.BufferedReader(Drips(drips))))
    assert found == [part[:LONGEST].decode("latin-1") for part in expected]


def test_a_line_without_an_end_takes_no_memory() -> None:
    drips = chain(repeat(b"x" * 65536, 500), [b"\nCH"])
    tracemalloc.start()
    try:
        found = list(scans(io.BufferedReader(Drips(drips), 65536)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [len(scanned) for scanned in found] == [LONGEST, 2]
    assert peak < 2_000_000


def test_each_answer_comes_before_the_next_scan_is_sent(terminal: Terminal, rosa: str) -> None:
    program = terminal.start("scan")
    assert program.stdin is not None
    assert program.stdout is not None
    for outcome in ("first visit", "repeated"):
        program.stdin.write(f"{rosa}\n")
        program.stdin.flush()
        assert json.loads(program.stdout.readline())["outcome"] == outcome
    out, words = program.communicate(timeout=60)
    assert (program.returncode, out, words) == (0, "", "")


def test_a_reader_that_leaves_ends_the_scanning_quietly(terminal: Terminal, rosa: str) -> None:
    program = terminal.start("scan")
    assert program.stdin is not None
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    program.stdin.write(f"{rosa}\n")
    program.stdin.close()
    words = program.stderr.read()
    program.stderr.close()
    assert (program.wait(timeout=60), words) == (1, "")


def test_while_another_program_holds_the_house_the_answer_is_busy(
    terminal: Terminal, rosa: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clubhouse.commands.place.open_house", partial(open_house, busy_seconds=0.01))
    with closing(sqlite3.connect(terminal.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        (answer,) = answers(terminal, rosa)
    assert (answer["outcome"], answer["visit"], answer["here"]) == ("store busy", None, False)
    assert on_disk(terminal.path, "SELECT * FROM visits") == []


def test_stopping_it_with_control_c_is_told_in_one_line(terminal: Terminal, rosa: str) -> None:
    program = terminal.start("scan")
    assert program.stdin is not None
    assert program.stdout is not None
    program.stdin.write(f"{rosa}\n")
    program.stdin.flush()
    assert program.stdout.readline()  # it listens now
    program.send_signal(signal.SIGINT)
    out, words = program.communicate(timeout=60)
    assert (program.returncode, out, words) == (1, "", "Stopped.\n")
