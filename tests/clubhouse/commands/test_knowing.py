"""What the house knows of people, typed: wishes, newcomers, reach-out, visitors, records, the meeting, merges."""

import json
from pathlib import Path

import pytest

from tests.clubhouse.commands.conftest import Terminal
from tests.houses import on_disk


def rows(printed: str) -> list[str]:
    """The lines under the heads."""
    return printed.splitlines()[1:]


@pytest.fixture
def peopled(terminal: Terminal) -> Terminal:
    """A house with Rosa, seen ten days ago, and Ann, who is here."""
    terminal.done("people", "add", "Rosa", "Alvarez")
    terminal.done("people", "add", "Ann", "Berg")
    terminal.done("visits", "add", "M0001", "--in", "2026-11-13T09:00", "--out", "12:00")
    terminal.done("visits", "add", "M0002", "--in", "08:00")
    return terminal


def test_people_are_found_by_letters_and_the_look_is_noted(peopled: Terminal) -> None:
    assert [row.split() for row in rows(peopled.done("people", "find", "alv"))] == [
        ["M0001", "member", "2026-11-13", "Rosa", "Alvarez"]
    ]
    found = json.loads(peopled.done("people", "find", "ann", "--json"))
    assert (found["here"], found["last_visit"], found["name"]) == (True, "2026-11-23", "Ann Berg")
    assert "view" in peopled.done("audit")


def test_wishes_are_set_one_by_one_and_shown(peopled: Terminal) -> None:
    peopled.done("people", "contact", "M0001", "--way", "call", "--phone", "555 0100", "--languages", "Spanish")
    peopled.done("people", "contact", "M0001", "--after-days", "5")
    shown = dict(row.split(None, 1) for row in rows(peopled.done("people", "contact", "M0001")) if " " in row)
    assert shown == {"way": "call", "phone": "555 0100", "languages": "Spanish", "after-days": "5"}
    peopled.done("people", "contact", "M0001", "--way", "not-said", "--after-days", "none")
    assert "not-said" in peopled.done("people", "contact", "M0001")
    assert "needs a phone number" in peopled.refused("people", "contact", "M0002", "--way", "text")


def test_whom_to_call_is_named_listed_and_ended(peopled: Terminal) -> None:
    number = peopled.done("people", "emergency", "M0001", "--add", "Sue", "--phone", "555", "--relation", "sister")
    assert rows(peopled.done("people", "emergency", "M0001"))[0].split() == [number.strip(), "555", "sister", "Sue"]
    peopled.done("people", "emergency", "M0001", "--end", number.strip())
    assert rows(peopled.done("people", "emergency", "M0001")) == []
    assert "--phone" in peopled.misused("people", "emergency", "M0001", "--add", "Sue")


def test_a_tour_becomes_a_member_with_a_buddy_and_a_checklist(peopled: Terminal) -> None:
    visitor = peopled.done("visitors", "add", "Tom Tull", "--purpose", "tour").strip()
    peopled.done("visitors", "leave", visitor)
    code = peopled.done("people", "add", "Tom", "Tull").strip()
    peopled.done("visitors", "joins", visitor, code)
    peopled.done("people", "orientation", code, "--begin", "--buddy", "M0001")
    shown = peopled.done("people", "orientation", code, "--done", "a unit meeting")
    assert [row.split()[-1] for row in rows(shown) if "2026" in row] == ["2026-11-23"]
    assert "1 of 5" in peopled.done("people", "orientation")
    peopled.done("people", "orientation", code, "--buddy", "M0002", "--end")
    assert rows(peopled.done("people", "orientation")) == []
    assert "Begin one with" in peopled.refused("people", "orientation", "M0002")


def test_photo_consent_is_asked_for_each_purpose(peopled: Terminal) -> None:
    peopled.done("people", "photos", "M0001", "house wall", "no")
    assert [row.split()[-1] for row in rows(peopled.done("people", "photos", "M0001"))] == ["asked", "no", "asked"]
    assert "yes or no" in peopled.misused("people", "photos", "M0001", "website")


def test_reach_out_is_listed_logged_and_taken_back(peopled: Terminal) -> None:
    peopled.done("units", "add", "Culinary")
    peopled.done("people", "home-unit", "M0001", "Culinary")
    peopled.done("people", "contact", "M0001", "--way", "card", "--address", "Elm 1")
    assert rows(peopled.done("reach-out", "list"))[0].split() == [
        *("M0001", "2026-11-13", "10", "card", "Culinary", "Rosa", "Alvarez")
    ]
    number = peopled.done(
        "reach-out", "log", "M0001", "--way", "card", "--came-of-it", "sent", "--next", "2026-12-01"
    ).strip()
    (line,) = peopled.done("reach-out", "list", "--unit", "culinary", "--json").splitlines()
    entry = json.loads(line)
    assert (entry["band"], entry["came_of_it"], entry["next"], entry["address"]) == (7, "sent", "2026-12-01", "Elm 1")
    peopled.done("reach-out", "undo", number)
    assert "sent" not in peopled.done("reach-out", "list")
    assert rows(peopled.done("reach-out", "list", "--after", "11")) == []
    assert rows(peopled.done("reach-out", "list", "--long-ago")) == []
    peopled.done("reach-out", "log", "M0001", "--way", "call", "--came-of-it", "please-dont", "--on", "2026-11-20")
    assert rows(peopled.done("reach-out", "list")) == []


def test_visitors_are_listed_and_counted(peopled: Terminal) -> None:
    peopled.done("visitors", "add", "Ida", "--purpose", "tour", "--in", "2026-10-30T10:00", "--out", "11:00")
    peopled.done("visitors", "add", "Tom", "--line", "sees Ann")
    assert rows(peopled.done("visitors", "list"))[0].split() == [
        "2",
        "2026-11-23",
        "08:47",
        "guest",
        "Tom",
        "sees",
        "Ann",
    ]
    assert [row.split() for row in rows(peopled.done("visitors", "list", "--months", "--from", "2026-10-01"))] == [
        ["2026-10", "1", "1"],
        ["2026-11", "0", "1"],
    ]
    months = peopled.done("visitors", "list", "--months", "--json", "--from", "2026-10-01").splitlines()
    assert json.loads(months[0]) == {"month": "2026-10", "tours": 1, "all": 1}
    assert json.loads(peopled.done("visitors", "list", "--json"))["name"] == "Tom"
    assert "both times" in peopled.misused("visitors", "add", "Tom", "--in", "10:00")
    assert "no visitor number" in peopled.refused("visitors", "leave", "9")


def test_a_record_is_written_as_a_page(peopled: Terminal, tmp_path: Path) -> None:
    peopled.done("support", "M0001", "housing", "Read the lease together", "--on", "2026-11-13")
    page = peopled.done("record", "M0001")
    assert "Rosa Alvarez: November 2026" in page
    assert "Read the lease together" in page
    target = tmp_path / "record.html"
    peopled.done("record", "M0001", str(target), "--month", "2026-10")
    assert "October 2026" in target.read_text(encoding="utf-8")
    assert "exists already" in peopled.refused("record", "M0001", str(target))
    assert "no month" in peopled.refused("record", "M0001", "--month", "may")


def test_the_house_meeting_has_an_agenda_and_decides(peopled: Terminal) -> None:
    number = peopled.done("meeting", "add", "A trip to the lake", "--by", "M0001").strip()
    peopled.done("meeting", "add", "The roof")
    result = peopled.type("meeting", "list")
    assert [row.split(None, 1)[1] for row in rows(result.stdout)] == ["Rosa A.  A trip to the lake", "The roof"]
    assert "Wednesday 2026-11-25" in result.stderr
    peopled.done("meeting", "decide", number, "In June")
    assert rows(peopled.done("meeting", "list", "--decided"))[0].split()[-2:] == ["In", "June"]
    peopled.done("meeting", "reopen", number)
    assert len(rows(peopled.done("meeting", "list"))) == 2


def test_two_entries_are_made_one_and_two_again(peopled: Terminal) -> None:
    peopled.done("people", "merge", "M0002", "M0001")
    assert on_disk(peopled.path, "SELECT DISTINCT person_id FROM visits") == [(2,)]
    assert rows(peopled.done("people", "merged"))[0].split() == ["M0001", "M0002", "Rosa", "Alvarez"]
    assert [row.split()[0] for row in rows(peopled.done("people", "list", "--all"))] == ["M0002"]
    assert "one entry already" in peopled.refused("people", "merge", "M0002", "M0001")
    peopled.done("people", "unmerge", "m0001")
    assert on_disk(peopled.path, "SELECT DISTINCT person_id FROM visits ORDER BY 1") == [(1,), (2,)]
    assert "one by itself" in peopled.refused("people", "unmerge", "M0001")
    assert peopled.done("check") == ""
